"""Where an item that clashes could stand instead, near to where it was put; the planner has tried each place."""

from __future__ import annotations

from typing import Final, NamedTuple

from director_app.domain.ids import DeliveryId
from director_app.operations.fix_sentences import fix_label, fix_step
from director_app.operations.sentences import problem_sentence
from director_app.planner.fixes import Fix, FixKind
from director_app.planner.problems import Problem, in_order
from director_app.planner.suggestions import suggestions
from director_app.ui.desk import Desk
from director_app.ui.schedule import answers
from director_app.ui.schedule.moves import Asked

_MOVES: Final = (FixKind.MOVE_TIME, FixKind.MOVE_VENUE, FixKind.MOVE_DAY)
_MOST: Final = 2


class Way(NamedTuple):
    """A good place, and what choosing it is called."""

    label: str
    fix: Fix


def blocking(desk: Desk, identity: str) -> list[Problem]:
    """What must be resolved about an item where it stands now, most urgent first."""
    live = desk.live_check
    if live is None or live.plan is not desk.plan:
        return []
    found = [problem for problem in live.of(DeliveryId(identity)) if str(problem.level) == "block"]
    return list(in_order(desk.plan, found))


def sentence_of(desk: Desk, problem: Problem) -> str:
    """What is wrong, in words."""
    return problem_sentence(desk.wording, desk.plan, problem)


def ways_out(desk: Desk, identity: str) -> list[Way]:
    """The nearest good places: another time, place or day; empty when nothing blocks it or none is known."""
    live, blocks = desk.live_check, blocking(desk, identity)
    if live is None or not blocks:
        return []
    fixes = suggestions(live, blocks[0], desk.today(), wished=answers.wished_hours(desk.plan, [DeliveryId(identity)]))
    found = [fix for fix in fixes if fix.delivery == identity and fix.kind in _MOVES]
    found.sort(key=_nearness)
    return [Way(fix_label(desk.wording, desk.plan, fix, with_title=False), fix) for fix in found[:_MOST]]


def _nearness(fix: Fix) -> int:
    return _MOVES.index(fix.kind)


def asked_for(desk: Desk, way: Way) -> Asked:
    """The edit of a way out and what its step is called."""
    return Asked(way.fix.edit, fix_step(desk.wording, desk.plan, way.fix))
