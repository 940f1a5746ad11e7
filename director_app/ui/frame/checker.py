"""Keeps the planner's findings and the search up to date: gathered in the background, then edit by edit."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject

from director_app.domain.collecting import MANY, making_what_stays, without_collecting
from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.papers import AcceptedProblem
from director_app.domain.plan import Plan
from director_app.operations.open_plan import Outcome
from director_app.operations.searching import Search
from director_app.planner.checks import LiveCheck, problems_near
from director_app.planner.problems import LEVEL_ORDER, Acceptances, Problem, first_day
from director_app.planner.suggestions import prepare
from director_app.ui.desk import Desk
from director_app.ui.frame.problem_lines import NEAR


class Checker(QObject):
    """Feeds the desk with problems and its search. Edits made while the first look runs are followed afterwards.

    Of a large plan what comes next is told first; everything else follows when the whole has been looked at.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._order = UrgencyOrder()
        self._waiting: list[Outcome] = []
        self._waiting_for_search: list[Outcome] = []
        desk.plan_changed.connect(self._follow)
        if len(desk.plan.deliveries) > MANY:
            desk.background.run(_look_ahead, desk.plan, desk.today(), then=self._tell_near)
        else:
            self._look_at_all()

    @property
    def accepted(self) -> dict[Problem, AcceptedProblem]:
        """What she has accepted and is still as it was, most urgent first, with what she noted."""
        return self._order.accepted

    def _tell_near(self, near: _Near) -> None:
        if not self._waiting:  # else it may speak of what she has just removed
            self._order = near.order
            self._desk.set_problems(near.problems)
        self._look_at_all()

    def _look_at_all(self) -> None:
        self._waiting.clear()
        desk, order = self._desk, UrgencyOrder()
        desk.background.run(_first_look, desk.plan, desk.today(), order, then=self._begin)

    def _begin(self, looked: _Looked) -> None:
        live, self._order = looked
        for outcome in self._waiting:
            live.after(outcome.plan, outcome.changes)
        touched = frozenset(name for outcome in self._waiting for name in _deliveries_in(outcome))
        self._waiting.clear()
        self._desk.live_check = live
        self._tell(touched, is_first=True)
        # One after the other: two threads at work leave the window half as many turns.
        self._waiting_for_search.clear()
        self._desk.background.run(_gather_texts, self._desk.plan, then=self._begin_search)

    def _begin_search(self, search: Search) -> None:
        for outcome in self._waiting_for_search:
            search.after(outcome.changes)
        self._waiting_for_search.clear()
        self._desk.search = search

    def _follow(self, outcome: Outcome) -> None:
        if self._desk.search is None:
            self._waiting_for_search.append(outcome)
        else:
            self._desk.search.after(outcome.changes)
        live = self._desk.live_check
        if live is None:
            self._waiting.append(outcome)
            self._forget(outcome)
            return
        live.after(outcome.plan, outcome.changes)
        self._tell(_deliveries_in(outcome))

    def _forget(self, outcome: Outcome) -> None:
        """Tell no longer what was found about records that are others now; the full look tells what is so."""
        touched = {(change.kind, change.id) for change in outcome.changes}
        left = tuple(one for one in self._desk.problems if touched.isdisjoint(one.subjects))
        if len(left) < len(self._desk.problems):
            self._desk.set_problems(left)

    def _tell(self, touched: frozenset[DeliveryId], *, is_first: bool = False) -> None:
        """Tell the desk when the findings or their order are no longer the same; at first also that there are none."""
        live = self._desk.live_check
        if live is None:
            return
        moved = frozenset(problem for name in touched for problem in live.of(name))
        found = self._order.ordered(self._desk.plan, live.problems, moved)
        if is_first or moved or found != self._desk.problems:
            self._desk.set_problems(found)


class UrgencyOrder:
    """Findings in order of urgency; the place of each is remembered until one of its deliveries has moved.

    Attributes:
        accepted: those she has accepted as they are now, in the same order, with what she noted.
    """

    def __init__(self) -> None:
        self._places: dict[Problem, tuple[int, datetime.date, str, tuple[Subject, ...]]] = {}
        self.accepted: dict[Problem, AcceptedProblem] = {}

    def ordered(self, plan: Plan, problems: Iterable[Problem], moved: frozenset[Problem]) -> tuple[Problem, ...]:
        """The findings she has not accepted as they are now, most urgent first."""
        acceptances = Acceptances(plan)
        accepted: dict[Problem, AcceptedProblem] = {}
        places = {}
        for problem in problems:
            record = acceptances.of(problem)
            if record is not None:
                accepted[problem] = record
            place = self._places.get(problem)
            if place is None or problem in moved:
                day = first_day(plan, problem) or datetime.date.max
                place = (LEVEL_ORDER[problem.level], day, str(problem.kind), problem.subjects)
            places[problem] = place
        self._places = places
        ordered = sorted(places, key=places.__getitem__)
        self.accepted = {problem: accepted[problem] for problem in ordered if problem in accepted} if accepted else {}
        return tuple(problem for problem in ordered if problem not in accepted)


def _deliveries_in(outcome: Outcome) -> frozenset[DeliveryId]:
    return frozenset(DeliveryId(change.id) for change in outcome.changes if change.kind == "deliveries")


class _Near(NamedTuple):
    """What was found about the next weeks, in order, and what is accepted of it."""

    order: UrgencyOrder
    problems: tuple[Problem, ...]


class _Looked(NamedTuple):
    """The check of the whole plan, and its findings in order."""

    live: LiveCheck
    order: UrgencyOrder


def _look_ahead(plan: Plan, today: datetime.date, stop: threading.Event) -> _Near:
    del stop
    order = UrgencyOrder()
    with without_collecting():
        return _Near(order, order.ordered(plan, problems_near(plan, today, today + NEAR), frozenset()))


def _first_look(plan: Plan, today: datetime.date, order: UrgencyOrder, stop: threading.Event) -> _Looked:
    del stop  # one look at the largest plan is shorter than asking in between would be worth
    with making_what_stays(len(plan.deliveries)):
        live = LiveCheck(plan, today)
        prepare(plan)
        order.ordered(plan, live.problems, frozenset())  # remembers the places; nobody else asks before `_begin`
        return _Looked(live, order)


def _gather_texts(plan: Plan, stop: threading.Event) -> Search:
    del stop
    with making_what_stays(len(plan.deliveries)):
        search = Search(plan)
        search.find("·")  # joins the texts here, not at her first keystroke
        search.find("ㅎㅎㅎ")  # and their initial consonants
    return search
