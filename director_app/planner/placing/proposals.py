"""A proposal: what would be placed or moved and why, what found no place, and how good it is known to be."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from enum import StrEnum
from typing import Final, NamedTuple

from director_app.domain.edits import Change, Edit, Several, resolve
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedEdit
from director_app.planner.fixes import Reason
from director_app.planner.placing.choices import Scene, first_choice
from director_app.planner.placing.first_plan import first_plan
from director_app.planner.placing.goals import Goals
from director_app.planner.placing.model import WORK, improved
from director_app.planner.placing.options import PLAIN, Looking, Task, Wanted, tasks_for

#: Seconds the solver gets in any case, so that it says at least how good the first plan is.
_LEAST: Final = 0.05
#: The part of the seconds in which options are looked up; the rest is the solver's.
_FOR_OPTIONS: Final = 0.6
#: What a proposal may change of a delivery.
MOVED: Final = ("date", "start", "end", "until", "month", "venue", "lineup")


class WhyNot(StrEnum):
    """Why a delivery found no place by itself."""

    NO_OPTION = "no_option"
    TAKEN = "taken"
    NOT_LOOKED_AT = "not_looked_at"


class Placement(NamedTuple):
    """One delivery before and after, and what speaks for where it goes."""

    before: Delivery
    after: Delivery
    reasons: tuple[Reason, ...]

    @property
    def edit(self) -> Edit:
        """The change that places it."""
        values = {name: getattr(self.after, name) for name in MOVED}
        changed = {name: value for name, value in values.items() if value != getattr(self.before, name)}
        return Change("deliveries", self.before.id, changed)


class Progress(NamedTuple):
    """How far a search is: how many were looked at, and what the best whole plan costs so far (None: none yet)."""

    looked: int
    total: int
    cost: int | None = None
    bound: int = 0


class Proposal(NamedTuple):
    """A difference to the plan that holds as a whole.

    `ahead` are edits that belong to it and come first, such as the absence that is repaired. `cost` and `bound` are
    points of the goals: nothing cheaper than `bound` exists among the options looked at.
    """

    placements: tuple[Placement, ...]
    left: tuple[tuple[DeliveryId, WhyNot], ...]
    unchanged: int
    cost: int
    bound: int
    ahead: tuple[Edit, ...] = ()
    #: What begins a delivery that the plan does not have yet, by its id; done only where the delivery is accepted.
    made: tuple[tuple[DeliveryId, Edit], ...] = ()

    @property
    def is_best(self) -> bool:
        """Whether nothing better exists among the options."""
        return self.cost <= self.bound

    def edit(self, accepted: Collection[DeliveryId] | None = None) -> Edit:
        """All of it, or the accepted deliveries only, as one step."""
        chosen = tuple(one for one in self.placements if accepted is None or one.before.id in accepted)
        made = dict(self.made)
        first = tuple(made[one.before.id] for one in chosen if one.before.id in made)
        return Several((*self.ahead, *first, *(one.edit for one in chosen)))

    def begun_in(self, plan: Plan) -> Plan:
        """The plan with every delivery that the proposal begins, none of them placed yet; to speak of them."""
        for _name, edit in self.made:
            with suppress(RefusedEdit):
                plan = resolve(plan, edit)[0]
        return plan


def propose(
    plan: Plan,
    names: Collection[DeliveryId],
    today: datetime.date,
    goals: Goals | None = None,
    *,
    work: float = WORK,
    seconds: float | None = None,
    seed: int = 1,
    is_stopped: Callable[[], bool] = lambda: False,
    told: Callable[[Progress], object] = lambda _progress: None,
    wanted: Wanted = PLAIN,
) -> Proposal:
    """Place these deliveries among everything else, which stays where it is.

    A whole plan stands at once, one place for each; then all options are looked up, and placing the hardest first
    among them gives the next one. The solver betters it until it proves that nothing
    better exists, the work is used up, the seconds are over, or it is stopped. `told` hears how far it is.
    """
    goals = goals or Goals()
    begun = time.monotonic()
    ends = None if seconds is None else begun + seconds

    def is_over() -> bool:
        return is_stopped() or (seconds is not None and time.monotonic() > begun + seconds * _FOR_OPTIONS)

    total = len(names)
    looking = Looking.over(plan, names, today, goals, wanted)
    known = first_plan(looking, is_over)
    tasks = tasks_for(looking, is_over, looked=lambda count: told(Progress(count, total)), known=known)
    scene = Scene(plan, tasks, today, goals)
    first = first_choice(tasks)
    if not any(task.options for task in tasks):
        cost = scene.cost(first)
        return _with_rest(_proposal(plan, tasks, first, cost, cost), tasks, names)
    if is_stopped():  # the first plan is the best so far: a model takes seconds to build
        return _with_rest(_proposal(plan, tasks, first, scene.cost(first), 0), tasks, names)
    left = None if ends is None else max(_LEAST, ends - time.monotonic())
    told(Progress(len(tasks), total, scene.cost(first)))
    solved = improved(
        scene, first, work=work, seconds=left, seed=seed, is_stopped=is_stopped,
        better=lambda cost, bound: told(Progress(len(tasks), total, cost, bound)),
    )  # fmt: skip
    return _with_rest(_proposal(plan, tasks, dict(solved.choice), solved.cost, solved.bound), tasks, names)


def _with_rest(proposal: Proposal, tasks: tuple[Task, ...], names: Collection[DeliveryId]) -> Proposal:
    """The same, with those that were not looked at because it was stopped before."""
    looked_at = {task.now.id for task in tasks}
    rest = tuple((name, WhyNot.NOT_LOOKED_AT) for name in names if name not in looked_at)
    return proposal._replace(left=(*proposal.left, *rest)) if rest else proposal


def _proposal(
    plan: Plan, tasks: tuple[Task, ...], choice: dict[DeliveryId, int | None], cost: int, bound: int
) -> Proposal:
    placements: list[Placement] = []
    left: list[tuple[DeliveryId, WhyNot]] = []
    unchanged = 0
    for task in tasks:
        number = choice[task.now.id]
        if number is None:
            left.append((task.now.id, WhyNot.TAKEN if task.options else WhyNot.NO_OPTION))
            continue
        option = task.options[number]
        before = plan.deliveries[task.now.id]
        if all(getattr(before, name) == getattr(option.delivery, name) for name in MOVED):
            unchanged += 1
        else:
            placements.append(Placement(before, option.delivery, option.reasons))
    return Proposal(tuple(placements), tuple(left), unchanged, cost, bound)
