"""The five lines to read before something is given out as an edition: what is corrected on paper only by paper."""

from __future__ import annotations

from collections.abc import Sequence

from director_app.domain.facts import ConfirmationState as Answer
from director_app.domain.facts import Credit, Subject
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import plan_b_of, programme_of
from director_app.planner.checks import is_outdoor
from director_app.planner.problems import Problem, ProblemKind
from director_app.ui.publishing.check_line import CheckLine, enquiries_lines
from director_app.wording import Wording


def proof_lines(
    plan: Plan, deliveries: Sequence[Delivery], problems: Sequence[Problem], wording: Wording
) -> list[CheckLine]:
    """Weekday, telephone, order of the credits, the line for rain, and confirmations that are open; one line each."""
    standing = [one for one in deliveries if one.status.takes_place and one.status is not Status.IDEA]
    return [
        _weekdays(standing, problems, wording),
        *enquiries_lines(plan, wording),
        _credits(plan, standing, wording),
        _rain(plan, standing, wording),
        _open(standing, wording),
    ]


def _weekdays(deliveries: Sequence[Delivery], problems: Sequence[Problem], wording: Wording) -> CheckLine:
    """Texts that name another weekday than the date has; else the first and last date, to read once."""
    names = {one.id for one in deliveries}
    wrong = [one for one in problems if one.kind is ProblemKind.WRONG_WEEKDAY and names.intersection(one.deliveries)]
    if wrong:
        said = wording.plural("{n} text names another weekday", "{n} texts name another weekday", len(wrong))
        return CheckLine("block", said, Subject("deliveries", wrong[0].deliveries[0]), wording.text("Open the date"))
    days = sorted(one.date for one in deliveries if one.date is not None)
    if not days:
        return CheckLine("warning", wording.text("No date is decided"))
    first, last = wording.date_short(days[0]), wording.date_short(days[-1])
    if days[0] == days[-1]:
        return CheckLine("ok", wording.text("Weekday: {day}", day=first))
    return CheckLine("ok", wording.text("Weekdays: first {first}, last {last}", first=first, last=last))


def _credits(plan: Plan, deliveries: Sequence[Delivery], wording: Wording) -> CheckLine:
    """The bodies in the order in which they are printed."""
    season = Subject("seasons", plan.season.id)
    orders: dict[tuple[Credit, ...], Delivery | None] = dict.fromkeys([plan.season.credits])
    for one in deliveries:
        programme = programme_of(plan, one)
        around = plan.events.get(one.event) if one.event else None
        own = (one.credits, programme.credits if programme else None, around.credits if around else None)
        orders.setdefault(next((each for each in own if each is not None), plan.season.credits), one)
    named = [credit.name for credit in plan.season.credits]
    if not any(orders):
        return CheckLine("warning", wording.text("No host or sponsor is named"), season)
    if len(orders) > 1:
        said = wording.plural("Credits in {n} order", "Credits in {n} different orders", len(orders))
        return CheckLine("note", said)
    return CheckLine("ok", wording.text("Order of the credits: {names}", names=wording.listing(named)))


def _rain(plan: Plan, deliveries: Sequence[Delivery], wording: Wording) -> CheckLine:
    """Whether every outdoor date says what happens in rain."""
    outdoor = [one for one in deliveries if is_outdoor(plan, one)]
    lacking = [one for one in outdoor if plan_b_of(plan, one.fallback, one.event, one.venue) is None]
    if lacking:
        said = wording.plural(
            "{n} outdoor date has no line for rain", "{n} outdoor dates have no line for rain", len(lacking)
        )
        return CheckLine("warning", said, Subject("deliveries", lacking[0].id), wording.text("Open the date"))
    if not outdoor:
        return CheckLine("ok", wording.text("Nothing takes place outdoors"))
    said = wording.plural("The outdoor date has its line for rain", "All {n} outdoor dates have their line for rain",
                          len(outdoor))  # fmt: skip
    return CheckLine("ok", said)


def _open(deliveries: Sequence[Delivery], wording: Wording) -> CheckLine:
    """Dates that are not settled: pencilled, or with somebody who has not agreed."""
    waiting = [
        one
        for one in deliveries
        if one.status is Status.PENCILLED or any(each.state is not Answer.AGREED for each in one.confirmations)
    ]
    if not waiting:
        return CheckLine("ok", wording.text("Everything is confirmed"))
    said = wording.plural("{n} date waits for an answer", "{n} dates wait for an answer", len(waiting))
    return CheckLine("warning", said, Subject("deliveries", waiting[0].id), wording.text("Open the date"))
