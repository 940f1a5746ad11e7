"""The sheet for a venue's door: what happens behind it today, large enough to read while walking by."""

from __future__ import annotations

import datetime

from director_app.documents.choosing import chosen_by_day
from director_app.documents.content import Mood
from director_app.documents.layout import Job
from director_app.documents.sheets import Column, Head, Look, Note, Row, Sheet, Sheets, Table
from director_app.domain.ids import VenueId
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.wording import message


def door_sheets(job: Job) -> Sheets:
    """What the sheets say.

    Raises:
        RefusedInput: when no date has a venue.
    """
    sheets = []
    for day, found in chosen_by_day(job, lambda one: one.venue is not None).items():
        by_venue: dict[VenueId, list[Delivery]] = {}
        for one in found:
            if one.venue is not None and one.venue in job.plan.venues:
                by_venue.setdefault(one.venue, []).append(one)
        ordered = sorted(by_venue, key=lambda one: (job.plan.venues[one].name, one))
        sheets += [_sheet(job, day, venue, by_venue[venue]) for venue in ordered]
    if not sheets:
        raise RefusedInput(message("None of these dates has a place yet, so there is no door to hang a sheet on."))
    complex_ = job.plan.complex
    return Sheets(tuple(sheets), job.facts.foot(job.options), complex_.colour if complex_ else "")


def _sheet(job: Job, day: datetime.date, venue: VenueId, found: list[Delivery]) -> Sheet:
    facts, wording = job.facts, job.wording
    head = Head(facts.season_title(), facts.venue_name(venue), facts.split_day(day), is_large=True)
    columns = (Column("", 60, Look.TIME), Column("", 120))
    table = Table("", columns, tuple(_row(job, one, day) for one in found), size=20.0)
    said = wording.text("Enquiries: {name}", name=facts.enquiries()) if facts.enquiries() else ""
    return Sheet(head, (table, Note(said)))


def _row(job: Job, one: Delivery, day: datetime.date) -> Row:
    facts = job.facts
    mood, mark = facts.mood(one)
    title = f"[{mark}] {facts.title(one)}" if mark else facts.title(one)
    programme = job.plan.programmes.get(one.programme) if one.programme else None
    details = (facts.moved(one), " · ".join(facts.acts(one)), facts.meta(one, programme), facts.fallback(one))
    said = "\n".join(part for part in details if part)
    return Row((facts.clock_on(one, day) or facts.later, title), is_off=mood is Mood.CANCELLED, below=said)
