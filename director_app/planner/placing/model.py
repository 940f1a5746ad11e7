"""The choice of options as a model for OR-Tools CP-SAT: the same sum that `Scene.cost` adds up, minimised."""

from __future__ import annotations

import datetime
import math
import threading
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from director_app.domain.ids import AreaId, ArtistId, DeliveryId
from director_app.planner.placing.choices import Choice, Scene
from director_app.planner.placing.goals import JOURNEY, NO_SPARE_DAY, OVERFULL_WEEK, UNPLACED
from director_app.planner.placing.options import Taken, at_once, by_span, too_far_pairs

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

#: Work the solver may do, in its own deterministic units (about a second each on a laptop).
WORK: Final = 10.0
_ASKS_EVERY: Final = 0.1
#: Points are whole; the solver's bound is a float near one.
_ROUNDING: Final = 1e-6


class Solved(NamedTuple):
    """The best choice found, what it costs, and what no choice can be cheaper than."""

    choice: Choice
    cost: int
    bound: int

    @property
    def is_best(self) -> bool:
        """Whether nothing better exists among the options."""
        return self.cost <= self.bound


def improved(
    scene: Scene,
    first: Choice,
    *,
    work: float = WORK,
    seconds: float | None = None,
    seed: int = 1,
    is_stopped: Callable[[], bool] = lambda: False,
    better: Callable[[int, int], object] | None = None,
) -> Solved:
    """The best choice the solver finds from a first one; the first one itself when it is stopped before.

    Same seed and same work, same answer; `seconds` and `is_stopped` only end it earlier. `better` hears what each
    better choice costs, and what none can be cheaper than.
    """
    from ortools.sat.python import cp_model

    class Telling(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            if better is not None:
                better(round(self.objective_value), math.ceil(self.best_objective_bound - _ROUNDING))

    model = _Model(scene)
    for name, literals in model.chosen.items():
        for number, literal in enumerate(literals):
            model.model.add_hint(literal, first[name] == number)
    solver = cp_model.CpSolver()
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2  # the goals are sums: their relaxation is what proves a plan best
    solver.parameters.max_deterministic_time = work
    if seconds is not None:
        solver.parameters.max_time_in_seconds = seconds
    done = threading.Event()
    watch = threading.Thread(target=_watch, args=(solver, done, is_stopped), daemon=True)
    watch.start()
    try:
        state = solver.solve(model.model, Telling())
    finally:
        done.set()
        watch.join()
    if state not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Solved(first, scene.cost(first), 0)
    choice = {
        name: next((number for number, literal in enumerate(literals) if solver.boolean_value(literal)), None)
        for name, literals in model.chosen.items()
    }
    bound = math.ceil(solver.best_objective_bound - _ROUNDING)
    found = Solved(choice, scene.cost(choice), bound)
    known = scene.cost(first)
    return found if found.cost <= known else Solved(first, known, bound)


def _watch(solver: cp_model.CpSolver, done: threading.Event, is_stopped: Callable[[], bool]) -> None:
    while not done.wait(_ASKS_EVERY):
        if is_stopped():
            solver.stop_search()
            return


class _Model:
    """Literals per option, no two that need the same at once, and the goals as one sum."""

    def __init__(self, scene: Scene) -> None:
        from ortools.sat.python import cp_model

        self.model = cp_model.CpModel()
        self.chosen: Mapping[DeliveryId, Sequence[cp_model.IntVar]] = {
            task.now.id: [self.model.new_bool_var("") for _option in task.options] for task in scene.tasks
        }
        self._terms: list[cp_model.LinearExprT] = []
        self._scene = scene
        for task in scene.tasks:
            literals = self.chosen[task.now.id]
            self.model.add_at_most_one(literals)
            self._terms.append(UNPLACED * (1 - sum(literals)))
            self._terms.extend(option.cost * one for option, one in zip(task.options, literals, strict=True))
        self._nobody_twice()
        self._corners()
        self._spread()
        self._spare_days()
        self._journeys()
        self.model.minimize(sum(self._terms))

    def _nobody_twice(self) -> None:
        """At most one of all options that would need the same person or place at once, or one too far from another."""
        needs: defaultdict[str, list[tuple[Taken, DeliveryId, cp_model.IntVar]]] = defaultdict(list)
        for task in self._scene.tasks:
            for option, literal in zip(task.options, self.chosen[task.now.id], strict=True):
                for one in option.taken:
                    needs[one.who].append((one, task.now.id, literal))
        for wanted in needs.values():
            wanted.sort(key=by_span)
            for literals in at_once(wanted):
                self.model.add_at_most_one(literals)
            for earlier, later in too_far_pairs(wanted):
                self.model.add_bool_or([~earlier, ~later])

    def _any_of(self, literals: Sequence[cp_model.IntVar]) -> cp_model.IntVar:
        """A literal that is true when one of these is; the sum keeps it false where it may."""
        if len(literals) == 1:
            return literals[0]
        found = self.model.new_bool_var("")
        for one in literals:
            self.model.add_implication(one, found)
        return found

    def _corners(self) -> None:
        if not self._scene.goals.corners:
            return
        reaching: defaultdict[tuple[object, object], list[cp_model.IntVar]] = defaultdict(list)
        for task in self._scene.tasks:
            for option, literal in zip(task.options, self.chosen[task.now.id], strict=True):
                reaching[option.area, option.week].append(literal)
        for area, week in self._scene.corners():
            without = self.model.new_bool_var("")
            self.model.add_bool_or([*reaching[area, week], without])
            self._terms.append(self._scene.area_points(area) * without)

    def _spread(self) -> None:
        points = OVERFULL_WEEK * self._scene.goals.spread
        for week in self._scene.weeks if points else ():
            here = [
                literal
                for task in self._scene.tasks
                for option, literal in zip(task.options, self.chosen[task.now.id], strict=True)
                if option.week == week
            ]
            load = self._scene.load[week]
            over = self.model.new_int_var(0, load + len(self._scene.tasks), "")
            self.model.add(over >= load + sum(here) - self._scene.even)
            self._terms.append(points * over)

    def _spare_days(self) -> None:
        points = NO_SPARE_DAY * self._scene.goals.spare
        if not points:
            return
        on_day: defaultdict[object, list[cp_model.IntVar]] = defaultdict(list)
        for task in self._scene.tasks:
            for option, literal in zip(task.options, self.chosen[task.now.id], strict=True):
                on_day[option.day].append(literal)
        for week in self._scene.spare_weeks():
            free = [day for day in self._scene.workdays(week) if day not in self._scene.busy_days]
            if all(on_day[day] for day in free):
                taken = [self._any_of(on_day[day]) for day in free]
                full = self.model.new_bool_var("")
                self.model.add(full >= sum(taken) - len(taken) + 1)
                self._terms.append(points * full)

    def _journeys(self) -> None:
        points = JOURNEY * self._scene.goals.journeys
        if not points:
            return
        went: defaultdict[tuple[ArtistId, datetime.date], defaultdict[AreaId | None, list[cp_model.IntVar]]]
        went = defaultdict(lambda: defaultdict(list))
        for task in self._scene.tasks:
            for option, literal in zip(task.options, self.chosen[task.now.id], strict=True):
                for artist in self._scene.acts[task.now.id] if option.area is not None else ():
                    went[artist, option.day][option.area].append(literal)
        for key, areas in went.items():
            there = self._scene.whereabouts.get(key, set())
            new = [self._any_of(literals) for area, literals in areas.items() if area not in there]
            if there:
                self._terms.extend(points * one for one in new)
            elif len(new) > 1:
                journeys = self.model.new_int_var(0, len(new), "")
                self.model.add(journeys >= sum(new) - 1)
                self._terms.append(points * journeys)
