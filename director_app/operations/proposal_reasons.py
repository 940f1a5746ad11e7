"""Why a proposal puts something where it does, what the whole of it changes, what no longer holds: in words."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from director_app.domain.edits import resolve
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedEdit
from director_app.operations.fix_sentences import reason_words
from director_app.operations.naming import name_of
from director_app.operations.proposing import CallSheetLine, call_sheet
from director_app.operations.sentences import problem_sentence
from director_app.planner.coverage import AreaRow, Coverage, area_reached, coverage_of, monday_of
from director_app.planner.placing.accepting import Broken, Standing, broken_in
from director_app.planner.placing.proposals import Placement, Proposal
from director_app.planner.reach import reach_of
from director_app.wording import Wording, message

_STANDINGS: Final = {
    Standing.CHANGED: message("It was changed since the proposal was made."),
    Standing.REFUSED: message("The plan no longer allows it."),
    Standing.CLASHES: message("It would clash: {problem}"),
}


class Outlook(NamedTuple):
    """A proposal against the plan as it is now: what no longer holds, empty corners before and after, whom to tell.

    A corner is an area in a week from this one on; empty is one with nothing confirmed or pencilled. `whole` is the
    plan with all of the proposal, `coverage` that of the plan without it.
    """

    plan: Plan
    #: The plan with the deliveries that the proposal begins, to speak of them.
    begun: Plan
    whole: Plan
    coverage: Coverage
    accepted: frozenset[DeliveryId]
    broken: Mapping[DeliveryId, Broken]
    empty_before: int
    empty_after: int
    tell: tuple[CallSheetLine, ...]


def outlook(
    wording: Wording, plan: Plan, proposal: Proposal, accepted: frozenset[DeliveryId], today: datetime.date
) -> Outlook:
    """Look at what would be accepted; a full check of the plan, so call it beside the window."""
    broken = broken_in(plan, proposal, accepted, today)
    going = frozenset(accepted - set(broken))
    before = coverage_of(plan, today)
    after = coverage_of(_with(plan, proposal, going), today)
    tell = call_sheet(wording, plan, proposal, going)
    whole = _with(plan, proposal, None)
    return Outlook(
        plan,
        proposal.begun_in(plan),
        whole,
        before,
        accepted,
        broken,
        _empty(before, today),
        _empty(after, today),
        tell,
    )


def _with(plan: Plan, proposal: Proposal, accepted: Collection[DeliveryId] | None) -> Plan:
    """The plan with so much of a proposal; the plan itself when it no longer takes it."""
    try:
        return resolve(plan, proposal.edit(accepted))[0]
    except RefusedEdit:
        return plan


def _empty(coverage: Coverage, today: datetime.date) -> int:
    coming = [position for position, week in enumerate(coverage.weeks) if week >= monday_of(today)]
    return sum(
        not (row.cells[position].confirmed or row.cells[position].pencilled)
        for row in coverage.areas
        for position in coming
    )


def broken_words(wording: Wording, broken: Broken) -> str:
    """Why something proposed can no longer be accepted."""
    problem = ""
    if broken.problem is not None and broken.plan is not None:
        problem = problem_sentence(wording, broken.plan, broken.problem)
    return wording.text(_STANDINGS[broken.standing], problem=problem)


def why_here(
    wording: Wording, after: Plan, placement: Placement, today: datetime.date, coverage: Coverage
) -> tuple[str, ...]:
    """What speaks for a place: its reasons, its area and week, who can come; `coverage` is that before."""
    found = [", ".join(reason_words(wording, placement.reasons))] if placement.reasons else []
    delivery = placement.after
    area = area_reached(after, delivery)
    row = next((row for row in coverage.areas if row.id == area), None)
    if row is not None and delivery.date is not None:
        found += _corner_words(wording, after, coverage, row, delivery.date)
    reach = reach_of(after, delivery)
    if reach is not None and reach.up_to:
        found.append(wording.plural("up to {n} person can come", "up to {n} people can come", reach.up_to))
    if delivery.venue is not None:
        found.append(wording.text("place and people are free then"))
    else:
        found.append(wording.text("the people are free then; the place is still to be found"))
    if delivery.date is not None and delivery.date > today:
        days = (delivery.date - today).days
        found.append(wording.plural("{n} day left to announce it", "{n} days left to announce it", days))
    return tuple(found)


def _corner_words(wording: Wording, plan: Plan, coverage: Coverage, row: AreaRow, day: datetime.date) -> list[str]:
    name = name_of(wording, plan, "areas", row.id)
    found = []
    if monday_of(day) in coverage.weeks:
        cell = row.cells[coverage.weeks.index(monday_of(day))]
        if not cell.confirmed and not cell.pencilled:
            found.append(wording.text("{area} has nothing in that week yet", area=name))
    if row.is_forgotten and row.waiting_days is not None:
        found.append(
            wording.plural(
                "{area} has waited for {n} day", "{area} has waited for {n} days", row.waiting_days, area=name
            )
        )
    return found
