"""The rain sheet for the evening before: each outdoor date with its ways out to tick, and whom to call then."""

from __future__ import annotations

import datetime

from director_app.documents.calling import callable_lines, calls_of
from director_app.documents.choosing import chosen_by_day
from director_app.documents.content import Fact
from director_app.documents.day_sheet import not_for_posting
from director_app.documents.layout import Job
from director_app.documents.sheets import Block, Facts, Head, Lines, Sheet, Sheets, Tick, Ticks
from director_app.domain.facts import Fallback, FallbackKind, FallbackState
from director_app.domain.programme import Delivery
from director_app.domain.published import plan_b_of
from director_app.domain.refusals import RefusedInput
from director_app.planner.checks import is_outdoor
from director_app.wording import Wording, message

_STATES = {
    FallbackState.NONE: message("not asked yet"),
    FallbackState.ASKED: message("asked"),
    FallbackState.SECURED: message("secured"),
}


def rain_sheets(job: Job) -> Sheets:
    """What the sheets say.

    Raises:
        RefusedInput: when nothing stands under the sky.
    """
    days = chosen_by_day(job, lambda one: one.status.takes_place and is_outdoor(job.plan, one))
    standing = {day: [one for one in found if one.status.takes_place] for day, found in days.items()}
    sheets = tuple(
        _sheet(job, day, found) for day, found in standing.items() if any(is_outdoor(job.plan, one) for one in found)
    )
    if not sheets:
        raise RefusedInput(message("Nothing takes place outdoors on these dates, so no rain sheet is needed."))
    complex_ = job.plan.complex
    colour = complex_.colour if complex_ else ""
    return Sheets(sheets, job.facts.foot(job.options), colour, not_for_posting(job.wording))


def _sheet(job: Job, day: datetime.date, found: list[Delivery]) -> Sheet:
    facts, wording = job.facts, job.wording
    outside = [one for one in found if is_outdoor(job.plan, one)]
    plans = [plan_b_of(job.plan, one.fallback, one.event, one.venue) for one in outside]
    times = [each.decision_time for each in plans if each is not None and each.decision_time is not None]
    deciders = dict.fromkeys(each.decided_by for each in plans if each is not None and each.decided_by)
    title = wording.text("by {time}", time=wording.clock(min(times))) if times else facts.later
    under = facts.season_title()
    if deciders:
        under += " · " + wording.text("decided by {names}", names=", ".join(deciders))
    head = Head(job.title, title, facts.split_day(day), under, wording.text("Decision"), is_band=True)
    blocks: list[Block] = [_forecast(wording)]
    blocks += [_question(job, one, plan_b) for one, plan_b in zip(outside, plans, strict=True)]
    inside = [facts.title(one) for one in found if one not in outside]
    if inside:
        blocks.append(Facts("", "", (Fact(wording.text("Needs no change"), "", tuple(dict.fromkeys(inside))),)))
    after = (
        message("Print sheets anew"),
        message("Change the web page"),
        message("Send messages"),
        message("Notice boards"),
    )
    blocks.append(Lines(wording.text("Once decided"), tuple(map(wording.text, after)), ticks=True))
    blocks.append(Lines(wording.text("Decision"), (wording.text("at (time)"), wording.text("by (name)"))))
    return Sheet(head, tuple(blocks))


def _forecast(wording: Wording) -> Lines:
    texts = (message("Rain (mm)"), message("from (time)"), message("until (time)"), message("Highest °C"))
    return Lines(wording.text("Forecast"), tuple(map(wording.text, texts)))


def _question(job: Job, one: Delivery, plan_b: Fallback | None) -> Ticks:
    facts, wording = job.facts, job.wording
    place = facts.place(one)[0]
    ticks = (
        Tick(wording.text("A as planned"), place),
        _indoors(job, plan_b),
        Tick(
            wording.context("rain", "Postpone"),
            "" if one.postponed_to is None else wording.date_short(one.postponed_to),
        ),
        Tick(wording.context("rain", "Cancel")),
    )
    time = facts.clock_text(one) or f"{wording.context('print', 'Time')} {facts.later}"
    calls = calls_of(job.plan, one)
    if plan_b is not None and plan_b.venue is not None and plan_b.venue in job.plan.venues:
        other = job.plan.venues[plan_b.venue]
        calls += callable_lines(other.contacts, other.name)
    title = " ".join(part for part in (one.number, facts.title(one)) if part)
    return Ticks(title, f"{place} · {time}", ticks, wording.text("Call"), tuple(dict.fromkeys(calls)))


def _indoors(job: Job, plan_b: Fallback | None) -> Tick:
    wording = job.wording
    label = wording.text("B indoors")
    if plan_b is None or plan_b.kind is not FallbackKind.INDOORS or not (plan_b.venue or plan_b.note):
        return Tick(label, wording.text("no other place"), has_box=False)
    place = job.facts.venue_name(plan_b.venue) if plan_b.venue else plan_b.note
    return Tick(label, f"{place}, {wording.text(_STATES[plan_b.state])}")
