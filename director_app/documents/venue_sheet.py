"""The sheet of a venue for those who work there: access, what it has, its contacts and what happens in it."""

from __future__ import annotations

from director_app.documents.calling import calls_of
from director_app.documents.choosing import chosen, chosen_by_day
from director_app.documents.content import Mood
from director_app.documents.day_sheet import not_for_posting, times
from director_app.documents.layout import Job
from director_app.documents.photos import digest_of
from director_app.documents.sheets import (
    Beside,
    Block,
    Column,
    Facts,
    Head,
    Look,
    Pictures,
    Row,
    Sheet,
    Sheets,
    Table,
    pieces,
)
from director_app.documents.venue_facts import access_facts, room_facts
from director_app.domain.ids import VenueId
from director_app.domain.places import Venue
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.wording import message


def venue_sheets(job: Job) -> Sheets:
    """What the sheets say.

    Raises:
        RefusedInput: when no venue is named.
    """
    if job.options.scope.is_everything:
        asked = [one for found in chosen_by_day(job, lambda one: one.venue is not None).values() for one in found]
    else:
        asked = chosen(job)
    by_venue: dict[VenueId, list[Delivery]] = {}
    for one in asked:
        if one.venue is not None and one.venue in job.plan.venues:
            by_venue.setdefault(one.venue, []).append(one)
    if not by_venue:
        raise RefusedInput(message("None of these dates has a place yet, so there is no sheet of a place to print."))
    ordered = sorted(by_venue, key=lambda one: (job.plan.venues[one].name, one))
    sheets = tuple(_sheet(job, job.plan.venues[venue], by_venue[venue]) for venue in ordered)
    complex_ = job.plan.complex
    colour = complex_.colour if complex_ else ""
    return Sheets(sheets, job.facts.foot(job.options), colour, not_for_posting(job.wording))


def _sheet(job: Job, venue: Venue, found: list[Delivery]) -> Sheet:
    wording, facts = job.wording, job.facts
    area = job.plan.areas.get(venue.area) if venue.area else None
    count = wording.plural("{n} date", "{n} dates", len(found))
    area_name = facts.said(area, "name") if area else ""
    head = Head(job.title, facts.said(venue, "name"), under=area_name, under_right=count)
    later = wording.text("to be announced")
    way = access_facts(wording, venue)
    room = room_facts(wording, venue)
    columns = (Column(wording.context("print", "Name"), 40), Column(wording.text("Role"), 30),
               Column(wording.text("Phone"), 36, Look.TIME), Column(wording.text("E-mail"), 50, Look.GREY))  # fmt: skip
    rows = tuple(Row((one.name, one.role, one.phone, one.email)) for one in venue.contacts)
    blocks: list[Block] = [
        Beside(
            Facts(wording.text("Getting in"), "" if way else later, way),
            Facts(wording.text("The place"), "" if room else later, room),
        ),
        Table(wording.text("Contacts"), columns, rows, wording.text("No contact is known.")),
        _dates(job, found),
    ]
    kept = tuple(digest for digest in (digest_of(job.plan, one) for one in (venue.sketch, venue.photo)) if digest)
    if kept:
        blocks.append(Pictures(kept))
    return Sheet(head, tuple(blocks))


def _dates(job: Job, found: list[Delivery]) -> Table:
    wording, facts = job.wording, job.facts
    columns = (
        Column(wording.context("print", "Date"), 28, Look.STRONG),
        Column(wording.context("print", "Time"), 34, Look.TIME),
        Column(wording.text("What and who"), 62),
        Column(wording.text("Whom to call"), 56, Look.GREY),
    )
    rows = []
    for one in found:
        mood, mark = facts.mood(one)
        title = " ".join(part for part in (one.number, f"[{mark}]" if mark else "", facts.title(one)) if part)
        acts = " · ".join(facts.acts(one))
        said = pieces((title, Look.STRONG), (acts, Look.PLAIN), (facts.fallback(one), Look.GREY))
        own = {contact.phone for contact in job.plan.venues[one.venue].contacts} if one.venue else set()
        calls = "\n".join(f"{who} {number}" for who, number in calls_of(job.plan, one) if number not in own)
        rows.append(Row((facts.dates(one), times(job, one), said, calls), is_off=mood is Mood.CANCELLED))
    return Table(wording.text("Dates here"), columns, tuple(rows))
