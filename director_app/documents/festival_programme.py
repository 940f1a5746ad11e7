"""The programme of a festival: its zones across, the hours down; what has no time yet and what lasts all day below."""

from __future__ import annotations

import datetime

from director_app.documents.choosing import chosen_by_day
from director_app.documents.layout import Job
from director_app.documents.sheets import Block, Column, Head, Look, Note, Piece, Row, Sheet, Sheets, Table, pieces
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Event, Status
from director_app.domain.refusals import RefusedInput
from director_app.wording import message

#: Zones on one page; more go on below.
_MOST_ZONES = 6


def festival_programme(job: Job) -> Sheets:
    """What the sheets say: of the dates asked for, else of the largest event.

    Raises:
        RefusedInput: when there is no event and no date was asked for.
    """
    scope = job.options.scope
    event = None
    if scope.is_everything:
        event, found = largest_event(job.plan)
        if event is None:
            raise RefusedInput(message("No festival has a date yet. Name the days the programme is for."))
        days: dict[datetime.date, list[Delivery]] = {}
        for one in sorted(found, key=lambda each: (each.start is None, each.start or 0, each.number)):
            for day in _days(one):
                days.setdefault(day, []).append(one)
        days = dict(sorted(days.items()))
    else:
        days = chosen_by_day(job)
        events = {one.event for found in days.values() for one in found}
        only = next(iter(events)) if len(events) == 1 else None
        event = job.plan.events.get(only) if only else None
    complex_ = job.plan.complex
    sheets = tuple(_sheet(job, event, day, found) for day, found in days.items())
    colour = complex_.colour if complex_ else ""
    title = sheets[0].head.title
    return Sheets(sheets, job.facts.foot(job.options), colour, is_landscape=True, title=title)


def _days(one: Delivery) -> list[datetime.date]:
    if one.date is None:
        return []
    last = one.until or one.date
    return [one.date + datetime.timedelta(days=number) for number in range(min(60, (last - one.date).days + 1))]


def largest_event(plan: Plan) -> tuple[Event | None, list[Delivery]]:
    """The event with most dates, the earlier one of two."""
    by_event: dict[str, list[Delivery]] = {}
    for one in plan.deliveries.values():
        if one.event is not None and one.date is not None and one.status is not Status.IDEA:
            by_event.setdefault(one.event, []).append(one)
    known = [plan.events[event] for event in plan.events if event in by_event]
    if not known:
        return None, []
    event = min(known, key=lambda one: (-len(by_event[one.id]), one.first_day or datetime.date.max, one.id))
    return event, by_event[event.id]


def _sheet(job: Job, event: Event | None, day: datetime.date, found: list[Delivery]) -> Sheet:
    facts, wording = job.facts, job.wording
    timed = [one for one in found if one.start is not None and not one.hours and (one.until in (None, one.date))]
    others = [one for one in found if one not in timed]
    zones = list(dict.fromkeys(_zone(job, one) for one in timed))
    blocks: list[Block] = []
    for start in range(0, len(zones), _MOST_ZONES):
        some = zones[start : start + _MOST_ZONES]
        columns = (
            Column(wording.context("print", "Time"), 18, Look.TIME),
            *(Column(zone, 240 / len(some)) for zone in some),
        )
        starts = sorted({one.start for one in timed if one.start is not None and _zone(job, one) in some})
        rows = tuple(
            Row((wording.clock(clock), *(_cell(job, timed, clock, zone) for zone in some))) for clock in starts
        )
        blocks.append(Table("", columns, rows, size=10.5))
    if others:
        columns = (Column("", 44, Look.GREY), Column("", 120, Look.STRONG), Column("", 100))
        rows = tuple(
            Row((facts.clock_on(one, day) or facts.later, _title(job, one), _zone(job, one))) for one in others
        )
        blocks.append(Table(wording.text("All day, and times to be announced"), columns, rows))
    fallbacks = dict.fromkeys(facts.fallback(one) for one in found if one.status.takes_place)
    notes = [line for line in fallbacks if line][:4]
    if facts.enquiries():
        notes.append(wording.text("Enquiries: {name}", name=facts.enquiries()))
    blocks.append(Note("   ".join(notes)))  # one block, so that none of it stands alone on a page
    title = facts.event_title(event)
    head = Head(
        facts.season_title() if title else job.title,
        title or facts.season_title(),
        facts.split_day(day),
        facts.complex_name(),
    )
    return Sheet(head, tuple(blocks))


def _zone(job: Job, one: Delivery) -> str:
    place, name, _area = job.facts.place(one)
    return name or place


def _title(job: Job, one: Delivery) -> str:
    _mood, mark = job.facts.mood(one)
    return f"[{mark}] {job.facts.title(one)}" if mark else job.facts.title(one)


def _cell(job: Job, timed: list[Delivery], clock: int, zone: str) -> tuple[Piece, ...]:
    said: list[Piece] = []
    for one in timed:
        if one.start == clock and _zone(job, one) == zone:
            until = f"~{job.wording.clock(one.end)}" if one.end is not None else ""
            acts = " · ".join(job.facts.acts(one))
            said += pieces((_title(job, one), Look.STRONG), (until, Look.GREY), (acts, Look.PLAIN), opens=True)
    return tuple(said)
