"""What deliveries, people and places are called in the reader's language."""

from __future__ import annotations

from director_app.domain.edits import title_of
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import end_minute, programme_of
from director_app.domain.requests import Application
from director_app.domain.timeline import date_of, minute_of
from director_app.planner.applicants import applicant_of
from director_app.wording import Wording


def delivery_title(wording: Wording, plan: Plan, delivery: DeliveryId) -> str:
    """A delivery's title, in English where one was given; its number or the word undecided without a programme."""
    one = plan.deliveries[delivery]
    programme = programme_of(plan, one)
    if programme is not None and wording.language == "en" and programme.title_en:
        return " ".join(part for part in (programme.title_en, one.title_suffix_en or one.title_suffix) if part)
    organisation = plan.organisations.get(one.organisation) if one.organisation else None
    return title_of(plan, one) or (organisation.name if organisation else "") or wording.text("Untitled")


def title_said(wording: Wording, plan: Plan, title: str) -> str:
    """A title that was written down in one language, in the reader's, when a programme says what it is there."""
    english = wording.language == "en"
    if english and title.isascii():
        return title
    for programme in plan.programmes.values():
        there, here = programme.title, programme.title_en
        if not english:
            there, here = here, there
        if there and here and (title == there or title.startswith(f"{there} ")):
            return here + title[len(there) :]
    return title


def place_name(wording: Wording, plan: Plan, delivery: DeliveryId) -> str:
    """Where a delivery is, as far as it is decided."""
    return place_text(wording, plan, plan.deliveries[delivery])[0]


def place_text(wording: Wording, plan: Plan, one: Delivery) -> tuple[str, bool]:
    """Where a delivery is: its venue, else its company or area; and whether any of them is known."""
    for kind, identity in (("venues", one.venue), ("organisations", one.organisation), ("areas", one.area)):
        record = plan.find(kind, identity) if identity else None
        if record is not None:
            name = (record.name_en if wording.language == "en" else "") or record.name
            if name:
                return str(name), True
    return wording.text("place undecided"), False


def when_text(wording: Wording, plan: Plan, delivery: DeliveryId) -> str:
    """A delivery's date and time in short: "10. 15.(수) 12:10~12:50"."""
    one = plan.deliveries[delivery]
    if one.date is None:
        if one.month:
            year, month = one.month.split("-")
            return wording.month(int(year), int(month))
        return wording.text("undecided")
    if one.start is None:
        return wording.date_short(one.date)
    begins = minute_of(one.date, one.start)  # 25:00 is one o'clock of the date after, as on phones
    end, _assumed = end_minute(plan, one)
    clock = wording.clock(one.start) if end is None else wording.clock_span(one.start, end)
    return f"{wording.date_short(date_of(begins))} {clock}"


def artist_name(wording: Wording, plan: Plan, identity: str) -> str:
    """What an artist is called in the reader's language."""
    artist = plan.table("artists")[identity]
    return str((artist.romanised if wording.language == "en" else "") or artist.name)


def venue_name(wording: Wording, plan: Plan, identity: str) -> str:
    """What a place is called in the reader's language."""
    venue = plan.table("venues")[identity]
    return str((venue.name_en if wording.language == "en" else "") or venue.name)


def name_of(wording: Wording, plan: Plan, kind: str, identity: str) -> str:
    """What any record with a name is called in the reader's language; its number or its title without one."""
    record = plan.find(kind, identity)
    english = getattr(record, "name_en", "") or getattr(record, "title_en", "") if wording.language == "en" else ""
    named = (english, *(getattr(record, attribute, "") for attribute in ("name", "title", "number")))
    return next((str(name) for name in named if name), "")


def applicant_name(wording: Wording, plan: Plan, application: Application) -> str:
    """Who applied, by the name in the plan, else by the name as it was sent, else the number of the application."""
    applicant = applicant_of(plan, application)
    known = name_of(wording, plan, *applicant) if applicant is not None else ""
    return known or application.applicant or application.number
