"""The director's day sheet: everything of one day by the clock, with whom to call and what happens in rain."""

from __future__ import annotations

import datetime

from director_app.documents.calling import calls_of
from director_app.documents.choosing import chosen_by_day
from director_app.documents.content import Fact, Mood
from director_app.documents.layout import Job
from director_app.documents.light_words import lights_of_day
from director_app.documents.sheets import Block, Column, Facts, Head, Look, Piece, Row, Sheet, Sheets, Table, pieces
from director_app.domain.facts import ConfirmationOf, ConfirmationState
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.planner.bookings import setup_and_strike
from director_app.planner.calendar_knowledge import named_holidays
from director_app.planner.sun import sunset
from director_app.wording import Wording, message

_OPEN = {
    ConfirmationOf.VENUE: message("place not confirmed"),
    ConfirmationOf.ACT: message("act not confirmed"),
    ConfirmationOf.CONTRACT: message("contract open"),
}


def day_sheets(job: Job) -> Sheets:
    """What the sheets say."""
    days = chosen_by_day(job)
    holidays = named_holidays(job.plan, days, job.wording.language)
    complex_ = job.plan.complex
    return Sheets(
        tuple(_sheet(job, day, found, holidays.get(day, "")) for day, found in days.items()),
        job.facts.foot(job.options), complex_.colour if complex_ else "", not_for_posting(job.wording),
    )  # fmt: skip


def not_for_posting(wording: Wording) -> str:
    """What stands at the foot of everything that holds private facts."""
    return wording.text("For work only · do not post")


def _sheet(job: Job, day: datetime.date, found: list[Delivery], holiday: str) -> Sheet:
    wording, facts = job.wording, job.facts
    standing = [one for one in found if one.status.takes_place]
    places = len({facts.place(one)[0] for one in standing})
    under = [
        wording.plural("{n} event", "{n} events", len(standing)),
        wording.plural("{n} place", "{n} places", places),
    ]
    sets = sunset(job.plan, day)
    if sets is not None:
        under.append(wording.text("Sunset {time}", time=wording.clock(sets)))
    head = Head(job.title, facts.season_title(), facts.split_day(day), " · ".join(under), holiday)
    columns = (
        Column(wording.context("print", "Time"), 30, Look.TIME),
        Column(wording.text("What and who"), 60),
        Column(wording.context("print", "Place"), 42),
        Column(wording.text("Whom to call"), 54, Look.GREY),
    )
    table = Table("", columns, tuple(_row(job, one, day) for one in found))
    blocks: list[Block] = [table]
    if lights := lights_of_day(facts, day):
        blocks.append(Facts(wording.text("Lights tonight"), "", lights))
    looks = tuple(fact for one in standing for fact in _worth_a_look(job, one))
    if looks:
        blocks.append(Facts(wording.text("Still open"), "", looks))
    return Sheet(head, tuple(blocks))


def _row(job: Job, one: Delivery, day: datetime.date) -> Row:
    facts, wording = job.facts, job.wording
    mood, mark = facts.mood(one)
    title = " ".join(part for part in (one.number, f"[{mark}]" if mark else "", facts.title(one)) if part)
    what = pieces(
        (title, Look.STRONG), (facts.moved(one), Look.STRONG), (" · ".join(facts.acts(one)), Look.PLAIN),
        (one.internal_note, Look.GREY),
    )  # fmt: skip
    place = pieces((facts.place(one)[0], Look.PLAIN), (facts.fallback(one), Look.GREY))
    responsible = wording.text("Responsible: {name}", name=one.responsible) if one.responsible else ""
    calls = pieces(
        (responsible, Look.PLAIN), *((f"{who} {number}", Look.GREY) for who, number in calls_of(job.plan, one))
    )
    return Row((times(job, one, day), what, place, calls), is_off=mood is Mood.CANCELLED)


def times(job: Job, one: Delivery, day: datetime.date | None = None) -> tuple[Piece, ...]:
    """The time of a date with its set-up and strike under it."""
    wording = job.wording
    clock = job.facts.clock_text(one) if day is None else job.facts.clock_on(one, day)
    setup, strike = setup_and_strike(job.plan, one)
    before = one.start - setup if one.start is not None and setup else None
    after = one.end + strike if one.end is not None and strike else None
    return pieces(
        (clock or job.facts.later, Look.TIME),
        ("" if before is None else wording.text("set-up {time}", time=wording.clock(before)), Look.GREY),
        ("" if after is None else wording.text("strike {time}", time=wording.clock(after)), Look.GREY),
    )


def _worth_a_look(job: Job, one: Delivery) -> list[Fact]:
    """What is not agreed yet of a date."""
    said = [
        job.wording.text(_OPEN[each.of]) + _whom(job.plan, each.artist)
        for each in one.confirmations
        if each.state is not ConfirmationState.AGREED
    ]
    return [Fact(one.number or job.facts.title(one), " · ".join(said))] if said else []


def _whom(plan: Plan, artist: str | None) -> str:
    record = plan.find("artists", artist) if artist else None
    return f" ({record.name})" if record is not None else ""
