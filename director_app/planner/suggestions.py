"""Ways out of a problem, places for what has none: each looked at with the planner's own check before it is offered.

At most `TRIES` possibilities are looked at for one question, so that it is answered within a frame whatever the size of
the plan: one look takes the same time in a season of three hundred and of fifty thousand.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from director_app.domain.edits import Several
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedEdit
from director_app.domain.timeline import WallMinute
from director_app.planner.checks import LiveCheck
from director_app.planner.fallback_ideas import Shelters, indoors, postponed
from director_app.planner.fix_ideas import ideas_for, season_for
from director_app.planner.fixes import Fix, FixKind, Idea, Reason, is_changeable
from director_app.planner.placing_ideas import ideas_for_placing
from director_app.planner.problems import TO_DO, Problem, ProblemKind

TRIES: Final = 120
_PATIENCE: Final = 30
_OF_A_KIND: Final = 2
_WORTH: Final = 3.0


def prepare(plan: Plan) -> None:
    """Make the look-ups the first question would wait for: a second in a large plan, to be called beside the window."""
    plan.on_day(None)
    for kind, user_kind in (("artists", "deliveries"), ("artists", "programmes"), ("deliveries", "applications")):
        plan.users_of_kind(kind, "", user_kind)


def suggestions(
    live: LiveCheck,
    problem: Problem,
    today: datetime.date,
    limit: int = 5,
    *,
    wished: Mapping[DeliveryId, WallMinute] | None = None,
) -> tuple[Fix, ...]:
    """Ways out of a problem, the least disturbing first; none of them brings a problem of its own.

    What is past, delivered or locked is never touched. The hour ``wished`` for a delivery comes before those near by.
    """
    return _best(_Asker(live, problem), ideas_for(live, problem, today, wished), limit, _OF_A_KIND)


def placings(live: LiveCheck, delivery: Delivery, today: datetime.date, limit: int = 5) -> tuple[Fix, ...]:
    """Free dates, times and places for a delivery that has none yet: wished ones first, then the nearest."""
    if not is_changeable(delivery, today):
        return ()
    return _best(_Asker(live, None), ideas_for_placing(live.plan, delivery, today), limit, limit)


def fixes_for_all(live: LiveCheck, problems: Sequence[Problem], today: datetime.date) -> tuple[Fix, ...]:
    """Ways out of many problems of one kind at once, each one step; empty where each needs its own thought."""
    kinds = {problem.kind for problem in problems}
    if kinds == {ProblemKind.OUTSIDE_SEASON}:
        longer = season_for(live.plan, problems)
        return () if longer is None else (longer,)
    if kinds == {ProblemKind.NO_FALLBACK}:
        return tuple(_for_all_outdoors(live, problems, today))
    return ()


def _for_all_outdoors(live: LiveCheck, problems: Sequence[Problem], today: datetime.date) -> Iterator[Fix]:
    named = dict.fromkeys(name for problem in problems for name in problem.deliveries)
    deliveries = [live.plan.deliveries[name] for name in named if name in live.plan.deliveries]
    deliveries = [one for one in deliveries if is_changeable(one, today)]
    shelters = Shelters(live)
    inside = []
    for one in deliveries:
        found = next(iter(indoors(live.plan, one, shelters)), None)
        if found is not None:
            shelters.take(one, found.fix.value("venue"))
            inside.append(found.fix.edit)
    if inside:
        data = (("count", len(inside)), ("total", len(named)))
        yield Fix(FixKind.INDOORS, None, Several(tuple(inside)), (Reason.SAME_AREA,), data)
    if deliveries:
        edit = Several(tuple(postponed(one).fix.edit for one in deliveries))
        yield Fix(FixKind.POSTPONE, None, edit, (), (("count", len(deliveries)), ("total", len(named))))


class _Asker:
    """Looks at ideas with the planner's check, and grows tired of it."""

    def __init__(self, live: LiveCheck, problem: Problem | None) -> None:
        self._live = live
        self._problem = problem
        self._left = TRIES

    @property
    def is_tired(self) -> bool:
        """Whether enough possibilities were looked at."""
        return self._left <= 0

    def holding(self, ideas: Iterator[Idea]) -> tuple[float, Fix] | None:
        """The next of a stream that holds, and what it costs; None when there is none for a good while."""
        for idea in islice(ideas, _PATIENCE):
            if self.is_tired:
                return None
            solved = self._solved(idea.fix)
            if solved is not None:
                return idea.cost - _WORTH * solved, _praised(idea.fix, solved - 1)
        return None

    def _solved(self, fix: Fix) -> int | None:
        """How many problems it takes away; None when it brings one, or leaves the one that is asked about."""
        if fix.delivery is None:
            return 1
        self._left -= 1
        delivery = self._changed(fix, fix.delivery)
        if delivery is None:
            return None
        before, after = self._live.of(delivery.id), set(self._live.would_clash(delivery))
        brought = {one for one in after - before if one.kind not in TO_DO}  # what is left to do is no clash
        if brought or (self._problem is not None and _is_left(self._problem, after)):
            return None
        return len(before) - len(after)

    def _changed(self, fix: Fix, name: DeliveryId) -> Delivery | None:
        try:
            changes = fix.edit.changes(self._live.plan)
        except RefusedEdit:
            return None
        found = (one.after for one in changes if one.kind == "deliveries" and one.id == name)
        return next((one for one in found if isinstance(one, Delivery)), None)


def _is_left(problem: Problem, after: Iterable[Problem]) -> bool:
    return any((one.kind, one.subjects) == (problem.kind, problem.subjects) for one in after)


def _praised(fix: Fix, more: int) -> Fix:
    if more <= 0:
        return fix
    return fix._replace(reasons=(*fix.reasons, Reason.SOLVES_MORE), data=(*fix.data, ("more", more)))


def _best(asker: _Asker, streams: Iterable[Iterator[Idea]], limit: int, of_a_kind: int) -> tuple[Fix, ...]:
    """The fixes that hold, the least disturbing first; a few of each kind, so that she can choose between kinds.

    The streams are asked in turn: one that finds nothing leaves the others their tries.
    """
    found: list[tuple[float, Fix]] = []
    waiting = list(streams)
    for _round in range(of_a_kind):
        going_on = []
        for stream in waiting:
            held = asker.holding(stream)
            if held is not None:
                found.append(held)
                going_on.append(stream)
        waiting = going_on
    return _chosen(sorted(found, key=_by_cost), limit)


def _chosen(found: list[tuple[float, Fix]], limit: int) -> tuple[Fix, ...]:
    """The best of each kind, then the next best, in order of what they cost."""
    kinds: set[FixKind] = set()
    first: list[tuple[float, Fix]] = []
    further: list[tuple[float, Fix]] = []
    for cost, fix in found:
        (further if fix.kind in kinds else first).append((cost, fix))
        kinds.add(fix.kind)
    return tuple(fix for _cost, fix in sorted([*first, *further][:limit], key=_by_cost))


def _by_cost(found: tuple[float, Fix]) -> tuple[float, str, str]:
    cost, fix = found
    return cost, fix.kind, repr(fix.data)
