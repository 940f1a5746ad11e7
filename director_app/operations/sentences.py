"""Sentences for what the planner, the store and the domain say in codes: problems, refusals, names of steps."""

from __future__ import annotations

import datetime
from typing import Any, Final

from director_app.domain.edits import title_of
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import end_minute, programme_of
from director_app.domain.refusals import Refusal
from director_app.domain.timeline import date_of, minute_of
from director_app.planner.problems import Level, Problem, ProblemKind
from director_app.store.undo_journal import StepName
from director_app.wording import Wording, message

#: Short words for the levels, as in the check bar.
LEVEL_WORDS: Final = {
    Level.BLOCK: message("To resolve"),
    Level.WARNING: message("Warning"),
    Level.NOTE: message("Note"),
}


def refusal_sentence(wording: Wording, refusal: Refusal) -> str:
    """What cannot be done and what to do instead, in the reader's language."""
    return wording.text(refusal.message, **{name: _filled(wording, value) for name, value in refusal.values.items()})


def step_sentence(wording: Wording, name: StepName) -> str:
    """A step's name, as in the undo tooltip."""
    return wording.text(name.message, **{key: _filled(wording, value) for key, value in name.values.items()})


def _filled(wording: Wording, value: Any) -> Any:
    if isinstance(value, datetime.date):
        return wording.date_short(value)
    if isinstance(value, list | tuple):
        return ", ".join(str(_filled(wording, entry)) for entry in value)
    return value


def delivery_title(wording: Wording, plan: Plan, delivery: DeliveryId) -> str:
    """A delivery's title, in English where one was given; its number or the word undecided without a programme."""
    one = plan.deliveries[delivery]
    programme = programme_of(plan, one)
    if programme is not None and wording.language == "en" and programme.title_en:
        return " ".join(part for part in (programme.title_en, one.title_suffix) if part)
    organisation = plan.organisations.get(one.organisation) if one.organisation else None
    return title_of(plan, one) or (organisation.name if organisation else "") or wording.text("Untitled")


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


def problem_sentence(wording: Wording, plan: Plan, problem: Problem) -> str:
    """One sentence: who or what, when, and what is wrong."""
    return _SENTENCES[problem.kind](wording, plan, problem)


def _sides(wording: Wording, plan: Plan, problem: Problem) -> dict[str, str]:
    one, other = problem.deliveries[:2]
    return {
        "timeA": when_text(wording, plan, one),
        "placeA": place_name(wording, plan, one),
        "titleA": delivery_title(wording, plan, one),
        "timeB": when_text(wording, plan, other),
        "placeB": place_name(wording, plan, other),
        "titleB": delivery_title(wording, plan, other),
    }


def _artist_twice(wording: Wording, plan: Plan, problem: Problem) -> str:
    artist = artist_name(wording, plan, problem.subjects[2].id)
    sides = _sides(wording, plan, problem)
    return wording.text("{artist} is at {placeA} {timeA} and at {placeB} {timeB}.", artist=artist, **sides)


def _member_twice(wording: Wording, plan: Plan, problem: Problem) -> str:
    member, group = (artist_name(wording, plan, subject.id) for subject in problem.subjects[2:4])
    return wording.text(
        "{member} of {group} is in {titleA} ({timeA}) and in {titleB} ({timeB}) at the same time.",
        member=member,
        group=group,
        **_sides(wording, plan, problem),
    )


def _venue_twice(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "{place} is double-booked for {minutes} min, set-up and strike included: "
        "{titleA} ({timeA}) and {titleB} ({timeB}).",
        place=venue_name(wording, plan, problem.subjects[2].id),
        minutes=problem.value("minutes"),
        **_sides(wording, plan, problem),
    )


def _because(wording: Wording, sentence: str, reason: str) -> str:
    return wording.text("{sentence} Reason: {reason}.", sentence=sentence, reason=reason) if reason else sentence


def _one(wording: Wording, plan: Plan, problem: Problem) -> dict[str, str]:
    delivery = problem.deliveries[0]
    return {
        "title": delivery_title(wording, plan, delivery),
        "time": when_text(wording, plan, delivery),
        "place": place_name(wording, plan, delivery),
    }


def _artist_unavailable(wording: Wording, plan: Plan, problem: Problem) -> str:
    artist = artist_name(wording, plan, problem.subjects[1].id)
    text = (
        wording.text("{artist} cannot come to {title} ({time}).", artist=artist, **_one(wording, plan, problem))
        if problem.level is not Level.WARNING
        else wording.text(
            "{artist} would rather not come to {title} ({time}).", artist=artist, **_one(wording, plan, problem)
        )
    )
    return _because(wording, text, problem.value("reason"))


def _venue_unavailable(wording: Wording, plan: Plan, problem: Problem) -> str:
    text = wording.text("{place} is not available for {title} ({time}).", **_one(wording, plan, problem))
    return _because(wording, text, problem.value("reason"))


def _venue_closed(wording: Wording, plan: Plan, problem: Problem) -> str:
    text = (
        wording.text(
            "{place} is closed on {day}, a day of {title}.",
            day=wording.date_short(problem.value("day")),
            **_one(wording, plan, problem),
        )
        if problem.value("whole_day")
        else wording.text("{place} is not open all the time of {title} ({time}).", **_one(wording, plan, problem))
    )
    return _because(wording, text, problem.value("reason"))


def _outside_season(wording: Wording, plan: Plan, problem: Problem) -> str:
    day = problem.value("day")
    if day is None:
        return wording.text("{title} ({time}) lies outside the season.", **_one(wording, plan, problem))
    return wording.text(
        "{title}: {day} lies outside the season.", day=wording.date_short(day), **_one(wording, plan, problem)
    )


def _no_fallback(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "Outdoor without a rain and heat plan: {title} ({time}, {place}).", **_one(wording, plan, problem)
    )


_SENTENCES: Final = {
    ProblemKind.ARTIST_TWICE: _artist_twice,
    ProblemKind.MEMBER_TWICE: _member_twice,
    ProblemKind.VENUE_TWICE: _venue_twice,
    ProblemKind.ARTIST_UNAVAILABLE: _artist_unavailable,
    ProblemKind.VENUE_UNAVAILABLE: _venue_unavailable,
    ProblemKind.VENUE_CLOSED: _venue_closed,
    ProblemKind.OUTSIDE_SEASON: _outside_season,
    ProblemKind.NO_FALLBACK: _no_fallback,
}
