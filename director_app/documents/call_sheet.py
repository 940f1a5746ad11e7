"""The call sheet of an act for one day: when to come, where, by which gate, what happens in rain, whom to call."""

from __future__ import annotations

from director_app.documents.calling import calls_for_act
from director_app.documents.choosing import chosen_by_day
from director_app.documents.content import Fact
from director_app.documents.day_sheet import not_for_posting
from director_app.documents.layout import Job
from director_app.documents.running_order import running_order
from director_app.documents.sheets import (
    Beside,
    Block,
    Box,
    Boxes,
    Column,
    Facts,
    Head,
    Look,
    Row,
    Sheet,
    Sheets,
    Table,
)
from director_app.documents.venue_facts import access_facts
from director_app.domain.facts import FallbackKind
from director_app.domain.ids import ArtistId
from director_app.domain.programme import Delivery
from director_app.domain.published import lineup_of, plan_b_of, programme_of
from director_app.domain.refusals import RefusedInput
from director_app.planner.bookings import setup_and_strike, with_groups
from director_app.planner.checks import is_outdoor
from director_app.wording import message

_MOST_CALLS = 5


def call_sheets(job: Job) -> Sheets:
    """What the sheets say.

    Raises:
        RefusedInput: when nobody plays.
    """
    wanted = set(with_groups(job.plan, job.options.scope.artist)) if job.options.scope.artist else None
    sheets = [
        _sheet(job, one, artist)
        for found in chosen_by_day(job, lambda one: one.status.takes_place and bool(_acts(job, one))).values()
        for one in found
        if one.status.takes_place
        for artist in _acts(job, one)
        if wanted is None or artist in wanted
    ]
    if not sheets:
        raise RefusedInput(message("Nobody plays on these dates, so there is nobody to call."))
    complex_ = job.plan.complex
    colour = complex_.colour if complex_ else ""
    return Sheets(tuple(sheets), job.facts.foot(job.options), colour, not_for_posting(job.wording))


def _acts(job: Job, one: Delivery) -> list[ArtistId]:
    """Who plays: the line-up, and whoever only a part names."""
    parts = (part.segment.artist for part in running_order(job.plan, one))
    named = [*(act.artist for act in lineup_of(job.plan, one)), *(artist for artist in parts if artist is not None)]
    return [artist for artist in dict.fromkeys(named) if artist in job.plan.artists]


def _sheet(job: Job, one: Delivery, artist: ArtistId) -> Sheet:
    facts, wording = job.facts, job.wording
    day = facts.split_day(one.date) if one.date is not None else ("", "")
    event = facts.event_title(facts.event_of(one))
    title = facts.title(one)
    under = " · ".join(part for part in (event if event != title else "", title) if part)
    head = Head(job.title, facts.artist_name(artist), day, under, one.number)
    calls = calls_for_act(job.plan, one)[:_MOST_CALLS]
    contacts = Table(
        wording.text("Contacts"),
        (Column("", 60), Column("", 40, Look.NUMBER)),
        tuple(Row(line) for line in calls),
        wording.text("to be announced"),
    )
    blocks: list[Block] = [_times(job, one, artist), Beside(_place(job, one), _rain(job, one))]
    order = _order(job, one, artist)
    if order is not None:
        blocks.append(order)
    blocks.append(Beside(_needs(job, one, artist), contacts))
    return Sheet(head, tuple(blocks))


def _times(job: Job, one: Delivery, artist: ArtistId) -> Boxes:
    """Arrival, rehearsal, show and strike; what nobody decided is announced later."""
    wording, later = job.wording, job.facts.later
    setup, strike = setup_and_strike(job.plan, one)
    parts = running_order(job.plan, one)
    own = [part for part in parts if part.segment.artist == artist and not part.segment.is_rehearsal]
    start = own[0].start if own and own[0].start is not None else one.start
    end = own[-1].end if own and own[-1].end is not None else one.end
    rehearsal = next((part.start for part in parts if part.segment.is_rehearsal), None)
    before = [one.start - setup if one.start is not None and setup else None, rehearsal]
    arrival = min((minute for minute in before if minute is not None), default=None)
    leave = one.end + strike if one.end is not None and strike else None
    show = "" if start is None else wording.clock(start) if end is None else wording.clock_span(start, end)

    def box(label: str, said: str, *, is_main: bool = False) -> Box:
        return Box(label, said or later, is_main, not said)

    return Boxes((
        box(wording.context("call sheet", "Arrival"), "" if arrival is None else wording.clock(arrival)),
        box(wording.context("call sheet", "Rehearsal"), "" if rehearsal is None else wording.clock(rehearsal)),
        box(wording.context("call sheet", "Show"), show, is_main=True),
        box(wording.context("call sheet", "Strike until"), "" if leave is None else wording.clock(leave)),
    ))  # fmt: skip


def _place(job: Job, one: Delivery) -> Facts:
    place, name, area = job.facts.place(one)
    venue = job.plan.venues.get(one.venue) if one.venue else None
    rows = access_facts(job.wording, venue) if venue is not None else ()
    if area and area not in place.replace(name, "", 1):
        rows = (Fact(job.wording.context("print", "Area"), area), *rows)
    return Facts(job.wording.context("print", "Place"), name or place, rows)


def _rain(job: Job, one: Delivery) -> Facts:
    wording, plan = job.wording, job.plan
    title = wording.text("In rain or heat")
    plan_b = plan_b_of(plan, one.fallback, one.event, one.venue)
    if plan_b is None:
        lead = wording.text("to be announced") if is_outdoor(plan, one) else wording.text("Indoors, no change")
        return Facts(title, lead, ())
    decided = plan_b.decision_time
    lead = job.facts.fallback(one).removeprefix("※").strip()
    rows = [
        Fact(wording.text("Decided at"), "" if decided is None else wording.clock(decided)),
        Fact(wording.text("Decided by"), plan_b.decided_by),
    ]
    if plan_b.venue is not None and plan_b.kind is FallbackKind.INDOORS and plan_b.venue in plan.venues:
        rows.append(Fact(wording.text("Other place"), plan.venues[plan_b.venue].address))
    rows.append(Fact(wording.context("print", "Note"), plan_b.note))
    return Facts(title, lead, tuple(row for row in rows if row.text))


def _order(job: Job, one: Delivery, artist: ArtistId) -> Table | None:
    parts = running_order(job.plan, one)
    if not parts:
        return None
    wording = job.wording
    columns = (
        Column(wording.context("print", "Time"), 20, Look.TIME),
        Column(wording.context("cue sheet", "Min."), 10, Look.NUMBER),
        Column(wording.context("print", "What"), 50),
        Column(wording.context("print", "Note"), 40, Look.GREY),
    )
    rows = tuple(
        Row(
            (
                job.facts.later if part.start is None else wording.clock(part.start),
                "" if part.segment.minutes is None else str(part.segment.minutes),
                part.segment.title or (job.facts.artist_name(part.segment.artist) if part.segment.artist else ""),
                part.segment.note,
            ),
            is_strong=part.segment.artist == artist,
        )
        for part in parts
    )
    return Table(wording.text("Running order"), columns, rows)


def _needs(job: Job, one: Delivery, artist: ArtistId) -> Facts:
    wording, plan = job.wording, job.plan
    programme = programme_of(plan, one)
    record = plan.artists[artist]
    needs = programme.needs if programme is not None else None
    power = needs.power_kw if needs is not None else None
    members = tuple(job.facts.artist_name(member) for member in record.members)
    equipment = (record.needs, needs.equipment if needs else "")
    rows = (
        Fact(wording.text("Equipment"), " · ".join(part for part in equipment if part)),
        Fact(wording.text("Power"), "" if power is None else f"{power:g} kW"),
        Fact(wording.text("Members"), "", members),
        Fact(wording.text("Heads"), "" if record.head_count is None else str(record.head_count)),
    )  # fmt: skip
    kept = tuple(row for row in rows if row.text or row.names)
    return Facts(wording.text("Equipment · power"), "" if kept else wording.text("to be announced"), kept)
