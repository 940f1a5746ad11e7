"""One choice of options for all tasks: whether it holds, what it costs, and the first one found at once."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from director_app.domain.ids import AreaId, ArtistId, DeliveryId
from director_app.domain.parts import artists_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.planner.coverage import FORGOTTEN_AFTER_DAYS, WEEK, area_reached, coverage_of, monday_of
from director_app.planner.placing.goals import (
    AREA_WITHOUT,
    FORGOTTEN_AREA,
    JOURNEY,
    NO_SPARE_DAY,
    OVERFULL_WEEK,
    UNPLACED,
    Goals,
)
from director_app.planner.placing.options import Option, Taken, Task

#: For each task the number of its chosen option; None leaves it without a date.
Choice = Mapping[DeliveryId, int | None]
WORKDAYS: Final = 5


class Scene:
    """What the tasks meet: the weeks they can lie in, and what stands there already.

    Attributes:
        weeks: the Mondays an option lies in, in order.
        covered: areas and weeks that have something without the tasks.
        load: how many deliveries each week has without them.
        busy_days: the workdays that have something without them.
        whereabouts: the areas an artist is in on a day without them.
        waiting: how many days each area has waited.
    """

    def __init__(self, plan: Plan, tasks: Sequence[Task], today: datetime.date, goals: Goals) -> None:
        self.tasks = tasks
        self.goals = goals
        self.weeks = tuple(sorted({option.week for task in tasks for option in task.options}))
        free = {task.now.id for task in tasks}
        weeks = set(self.weeks)
        self.covered: set[tuple[AreaId, datetime.date]] = set()
        self.load: Counter[datetime.date] = Counter()
        self.busy_days: set[datetime.date] = set()
        self.whereabouts: defaultdict[tuple[ArtistId, datetime.date], set[AreaId]] = defaultdict(set)
        for one in plan.deliveries.values():
            if one.id in free or one.date is None or monday_of(one.date) not in weeks or not one.status.takes_place:
                continue
            self.load[monday_of(one.date)] += 1
            self.busy_days.add(one.date)
            area = area_reached(plan, one)
            if area is not None:
                if one.status is not Status.IDEA:
                    self.covered.add((area, monday_of(one.date)))
                for artist in artists_of(plan, one):
                    self.whereabouts[artist, one.date].add(area)
        self.acts = {task.now.id: artists_of(plan, task.now) for task in tasks}
        self.waiting = {row.id: row.waiting_days or 0 for row in coverage_of(plan, today).areas}
        #: More than this many in a week is overfull.
        total = sum(self.load.values()) + len(tasks)
        self.even = -(-total // max(1, len(self.weeks)))

    def area_points(self, area: AreaId) -> int:
        """What a week without anything costs in an area: more in one that was forgotten."""
        forgotten = self.waiting.get(area, 0) > FORGOTTEN_AFTER_DAYS
        return (AREA_WITHOUT + (FORGOTTEN_AREA if forgotten else 0)) * self.goals.corners

    def corners(self) -> list[tuple[AreaId, datetime.date]]:
        """Areas and weeks that a task could still reach."""
        reachable = {(option.area, option.week) for task in self.tasks for option in task.options if option.area}
        return sorted((area, week) for area, week in reachable if area and (area, week) not in self.covered)

    def workdays(self, week: datetime.date) -> list[datetime.date]:
        """Monday to Friday of a week."""
        return [week + number * (WEEK / 7) for number in range(WORKDAYS)]

    def spare_weeks(self) -> list[datetime.date]:
        """The weeks that still have a workday with nothing on it."""
        return [week for week in self.weeks if any(day not in self.busy_days for day in self.workdays(week))]

    def cost(self, choice: Choice) -> int:
        """What a choice costs as a whole; the solver minimises the same sum."""
        chosen = [task.options[number] for task in self.tasks if (number := choice[task.now.id]) is not None]
        cost = UNPLACED * (len(self.tasks) - len(chosen)) + sum(option.cost for option in chosen)
        reached = {(option.area, option.week) for option in chosen}
        cost += sum(self.area_points(area) for area, week in self.corners() if (area, week) not in reached)
        load = self.load + Counter(option.week for option in chosen)
        cost += OVERFULL_WEEK * self.goals.spread * sum(max(0, count - self.even) for count in load.values())
        days = {option.day for option in chosen} | self.busy_days
        full = [week for week in self.spare_weeks() if all(day in days for day in self.workdays(week))]
        return (
            cost + NO_SPARE_DAY * self.goals.spare * len(full) + JOURNEY * self.goals.journeys * self._journeys(chosen)
        )

    def _journeys(self, chosen: Sequence[Option]) -> int:
        went: defaultdict[tuple[ArtistId, datetime.date], set[AreaId]] = defaultdict(set)
        for option in chosen:
            for artist in self.acts[option.delivery.id]:
                if option.area is not None:
                    went[artist, option.day].add(option.area)
        return sum(
            len(areas | self.whereabouts.get(key, set())) - max(1, len(self.whereabouts.get(key, ())))
            for key, areas in went.items()
        )


def holds(tasks: Sequence[Task], choice: Choice) -> bool:
    """Whether nobody and no place is in two chosen options at once, or too far away from the next."""
    taken: defaultdict[str, list[Taken]] = defaultdict(list)
    for task in tasks:
        number = choice[task.now.id]
        if number is not None:
            for one in task.options[number].taken:
                taken[one.who].append(one)
    return not any(one.excludes(other) for needs in taken.values() for one, other in combinations(needs, 2))


class Held:
    """Who and what the options chosen so far need, each person and place by itself."""

    def __init__(self) -> None:
        self._taken: defaultdict[str, list[Taken]] = defaultdict(list)

    def has_room(self, option: Option) -> bool:
        """Whether everybody and everything the option needs can still be had."""
        return not any(one.excludes(other) for one in option.taken for other in self._taken[one.who])

    def take(self, option: Option) -> None:
        """Choose it."""
        for one in option.taken:
            self._taken[one.who].append(one)


def first_choice(tasks: Sequence[Task]) -> dict[DeliveryId, int | None]:
    """The hardest first, each to its cheapest option that is still free; None for what finds none."""
    held = Held()
    choice: dict[DeliveryId, int | None] = {task.now.id: None for task in tasks}
    for task in sorted(tasks, key=lambda task: (len(task.options), task.now.number, task.now.id)):
        for number, option in enumerate(task.options):
            if held.has_room(option):
                choice[task.now.id] = number
                held.take(option)
                break
    return choice
