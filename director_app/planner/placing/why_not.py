"""Why wishes cannot all be met: a set that clashes and has nothing to spare, and the cheapest things to give up."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain, islice, product
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from director_app.domain.edits import MoveDelivery, Put, resolve
from director_app.domain.ids import ApplicationId, DeliveryId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedEdit, RefusedInput, message
from director_app.domain.timeline import WallMinute
from director_app.planner.checks import TrialCheck
from director_app.planner.placing.options import Option, Taken, at_once, by_span, cleared, taken_by, too_far_pairs
from director_app.planner.placing.proposals import Placement
from director_app.planner.placing_ideas import usual_places, usual_starts
from director_app.planner.problems import Level, Problem, ProblemKind

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

#: Workdays looked at beside the wished ones, and options looked at for one delivery.
_DAYS: Final = 20
_MOST: Final = 1200
_WORK: Final = 5.0
#: Places looked at for what stands in the way, and kinds of it that are named.
_LOOKED_AT: Final = 200
#: From eight in the morning to ten at night, and in how many places, other hours are looked at as well.
_HALF_HOURS: Final = (8 * 60, 22 * 60 + 1, 30)
_PLACES: Final = 6
_SHOWN: Final = 3
#: What it costs to give up a place, a time, and that something takes place at all; a wished date costs 1.
_PLACE, _TIME, _DEAREST = 2, 2, 9
#: Deliveries that can be asked about at once: each brings up to `_MOST` options into one model.
MOST_DELIVERIES: Final = 60
TOO_MANY: Final = message("At most {n} dates can be asked about at once; name fewer.")


class WishKind(StrEnum):
    """What is wished of a delivery."""

    PLACED = "placed"
    ON = "on"
    AT = "at"
    IN = "in"


class Wish(NamedTuple):
    """One wish: that a delivery takes place, on a date, at a time (a wall minute), or in a venue."""

    delivery: DeliveryId
    kind: WishKind
    value: Any = None
    #: What giving it up costs; the lowest sum is given up first.
    weight: int = 1

    def is_met_by(self, delivery: Delivery) -> bool:
        """Whether a placed delivery is what was wished."""
        match self.kind:
            case WishKind.ON:
                return bool(delivery.date == self.value)
            case WishKind.AT:
                return bool(delivery.start == self.value)
            case WishKind.IN:
                return bool(delivery.venue == self.value)
            case WishKind.PLACED:
                return True


class Contradiction(NamedTuple):
    """Wishes that cannot all be met though any one of them less could; each way out makes everything possible."""

    core: tuple[Wish, ...]
    ways_out: tuple[tuple[Wish, ...], ...]


def why_not(plan: Plan, wishes: Collection[Wish], today: datetime.date) -> Contradiction | None:
    """Why these wishes cannot all be met beside what else stands; None when they can.

    The deliveries named lose their dates first; everything else stays where it is. That each of them takes place at
    all is a wish as well, and the dearest to give up.

    Raises:
        RefusedInput: when more than `MOST_DELIVERIES` are named.
    """
    named = dict.fromkeys(wish.delivery for wish in wishes)
    if len(named) > MOST_DELIVERIES:
        raise RefusedInput(TOO_MANY, n=MOST_DELIVERIES)
    dearest = 1 + max((wish.weight for wish in wishes), default=0)
    placed = [Wish(name, WishKind.PLACED, None, dearest) for name in named]
    others = (wish for wish in wishes if wish.kind is not WishKind.PLACED)
    question = _Question(plan, tuple(dict.fromkeys([*placed, *others])), today)
    if question.can(question.wishes):
        return None
    core = _smallest(question, [], list(question.wishes), is_new=False)
    return Contradiction(tuple(core), tuple(question.ways_out(core)))


class WayOut(NamedTuple):
    """One way out that works: what is given up, and where everything that is still wished then goes."""

    given_up: tuple[Wish, ...]
    placements: tuple[Placement, ...]


def wishes_of(plan: Plan, names: Iterable[DeliveryId]) -> tuple[Wish, ...]:
    """What is wished of these deliveries: their place and time where they have one, one wished date, to take place.

    A wished date counts least and taking place most, so that the cheapest thing is given up first.
    """
    found: list[Wish] = []
    for name in dict.fromkeys(names):
        one = plan.deliveries[name]
        found.append(Wish(name, WishKind.PLACED, None, _DEAREST))
        asked = sorted(map(ApplicationId, plan.users_of_kind("deliveries", name, "applications")))
        first = next((wish for each in asked for wish in plan.applications[each].wishes if wish.first_day), None)
        if first is not None and first.last_day in (None, first.first_day):
            found.append(Wish(name, WishKind.ON, first.first_day))
        start = one.start if one.start is not None else first.start if first is not None else None
        if start is not None:
            found.append(Wish(name, WishKind.AT, start, _TIME))
        if one.venue is not None:
            found.append(Wish(name, WishKind.IN, one.venue, _PLACE))
    return tuple(found)


def ways_met(plan: Plan, wishes: Collection[Wish], why: Contradiction, today: datetime.date) -> tuple[WayOut, ...]:
    """The ways out of a contradiction with what comes of each, those that do not work left out."""
    named = dict.fromkeys([*(wish.delivery for wish in wishes)])
    placed = {wish.delivery: wish for one in (why.core, *why.ways_out) for wish in one if wish.kind is WishKind.PLACED}
    whole = [*(placed.get(name, Wish(name, WishKind.PLACED, None, _DEAREST)) for name in named)]
    question = _Question(plan, tuple(dict.fromkeys([*whole, *wishes])), today)
    found = []
    for way in why.ways_out:
        gone = {(wish.delivery, wish.kind, wish.value) for wish in way}
        kept = [one for one in question.wishes if (one.delivery, one.kind, one.value) not in gone]
        chosen = question.met(kept)
        if chosen is not None:
            placements = (Placement(plan.deliveries[name], option.delivery, option.reasons) for name, option in chosen)
            changed = (one for one in placements if one.before != one.after)
            found.append(WayOut(way, tuple(changed)))
    return tuple(found)


def obstacles(plan: Plan, name: DeliveryId, today: datetime.date) -> tuple[tuple[Plan, Problem], ...]:
    """What stands in the way of one delivery at its usual dates, times and places: an example of each kind of clash.

    The kinds that are met most often come first; each example comes with the plan it would be found in.
    """
    rest = cleared(plan, (name,))
    live = TrialCheck(rest, today)
    met: Counter[ProblemKind] = Counter()
    examples: dict[ProblemKind, tuple[Delivery, Problem]] = {}
    for after in islice(_candidates(rest, name, {kind: [] for kind in WishKind}, today), _LOOKED_AT):
        for problem in live.would_clash(after):
            if problem.level is Level.BLOCK:
                met[problem.kind] += 1
                examples.setdefault(problem.kind, (after, problem))
    found = []
    for kind, _count in met.most_common(_SHOWN):
        after, problem = examples[kind]
        found.append((resolve(rest, Put(after))[0], problem))
    return tuple(found)


def _smallest(question: _Question, given: list[Wish], wishes: list[Wish], *, is_new: bool) -> list[Wish]:
    """The wishes of a set that cannot be met beside those given, nothing to spare; half of them at a time.

    QuickXplain (Junker, AAAI 2004): few questions when few of many wishes clash.
    """
    if is_new and not question.can(given):
        return []
    if len(wishes) == 1:
        return wishes
    half = len(wishes) // 2
    later = _smallest(question, [*given, *wishes[:half]], wishes[half:], is_new=True)
    earlier = _smallest(question, [*given, *later], wishes[:half], is_new=bool(later))
    return [*earlier, *later]


def can_be_met(plan: Plan, wishes: Collection[Wish], today: datetime.date) -> bool:
    """Whether exactly these wishes can all be met; a delivery that nobody wishes to take place need not."""
    question = _Question(plan, tuple(dict.fromkeys(wishes)), today)
    return question.can(question.wishes)


class _Question:
    """The options of the deliveries wished for, and what of the wishes can be had together."""

    def __init__(self, plan: Plan, wishes: tuple[Wish, ...], today: datetime.date) -> None:
        self.wishes = wishes
        names = list(dict.fromkeys(wish.delivery for wish in wishes))
        rest = cleared(plan, names)
        live = TrialCheck(rest, today)
        self._options = {name: list(_options(live, rest, name, wishes, today)) for name in names}

    def can(self, wishes: Sequence[Wish]) -> bool:
        """Whether these wishes can all be met at once."""
        from ortools.sat.python import cp_model

        model, _given_up, _literals = self._model(wishes, may_give_up=False)
        state = _solver().solve(model)
        return state in (cp_model.OPTIMAL, cp_model.FEASIBLE)

    def met(self, wishes: Sequence[Wish]) -> list[tuple[DeliveryId, Option]] | None:
        """Where each delivery goes so that all these wishes are met; None when they cannot be."""
        from ortools.sat.python import cp_model

        model, _given_up, literals = self._model(wishes, may_give_up=False)
        solver = _solver()
        if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return [
            (name, option)
            for name, chosen in literals.items()
            for option, literal in zip(self._options[name], chosen, strict=True)
            if solver.boolean_value(literal)
        ]

    def ways_out(self, core: Sequence[Wish]) -> Iterator[tuple[Wish, ...]]:
        """Every single wish of the core that is enough to give up, the cheapest first; else the cheapest set."""
        single = [
            wish
            for wish in sorted(core, key=lambda wish: wish.weight)
            if self.can([one for one in self.wishes if one != wish])
        ]
        if single:
            yield from ((wish,) for wish in single)
            return

        from ortools.sat.python import cp_model

        model, given_up, _literals = self._model(self.wishes, may_give_up=True)
        solver = _solver()
        if solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            yield tuple(wish for wish, literal in given_up.items() if solver.boolean_value(literal))

    def _model(
        self, wishes: Sequence[Wish], *, may_give_up: bool
    ) -> tuple[cp_model.CpModel, dict[Wish, cp_model.IntVar], dict[DeliveryId, list[cp_model.IntVar]]]:
        from ortools.sat.python import cp_model

        model = cp_model.CpModel()
        given_up = {wish: model.new_bool_var("") for wish in wishes} if may_give_up else {}
        needs: dict[str, list[tuple[Taken, DeliveryId, cp_model.IntVar]]] = {}
        chosen: dict[DeliveryId, list[cp_model.IntVar]] = {}
        for name, options in self._options.items():
            asked = [wish for wish in wishes if wish.delivery == name]
            if not asked:
                continue
            literals = chosen[name] = [model.new_bool_var("") for _option in options]
            model.add_at_most_one(literals)
            for wish in asked:
                if wish.kind is WishKind.PLACED:
                    model.add_bool_or([*literals, given_up[wish]] if may_give_up else literals)
                elif may_give_up:
                    # The implications below say it too; as a sum it shows the solver soon that nothing is cheaper.
                    met = [
                        one for option, one in zip(options, literals, strict=True) if wish.is_met_by(option.delivery)
                    ]
                    model.add(given_up[wish] + sum(met) >= sum(literals))
            for option, literal in zip(options, literals, strict=True):
                for wish in asked:
                    if not wish.is_met_by(option.delivery):
                        model.add_implication(literal, given_up[wish] if may_give_up else ~literal)
                for one in option.taken:
                    needs.setdefault(one.who, []).append((one, name, literal))
        for wanted in needs.values():
            _nobody_twice(model, sorted(wanted, key=by_span))
        if may_give_up:
            model.minimize(sum(wish.weight * literal for wish, literal in given_up.items()))
        return model, given_up, chosen


def _nobody_twice(model: cp_model.CpModel, wanted: Sequence[tuple[Taken, DeliveryId, cp_model.IntVar]]) -> None:
    """What one person or place is needed for never overlaps, and leaves time for the way."""
    for literals in at_once(wanted):
        model.add_at_most_one(literals)
    for earlier, later in too_far_pairs(wanted):
        model.add_bool_or([~earlier, ~later])


def _solver() -> cp_model.CpSolver:
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = _WORK
    solver.parameters.linearization_level = 2
    return solver


def _options(
    live: TrialCheck, plan: Plan, name: DeliveryId, wishes: Sequence[Wish], today: datetime.date
) -> Iterator[Option]:
    """The wished dates, times and places of a delivery and the usual ones beside them, without what is blocked."""
    said: dict[WishKind, list[Any]] = {kind: [] for kind in WishKind}
    for wish in wishes:
        if wish.delivery == name:
            said[wish.kind].append(wish.value)
    for after in chain(islice(_candidates(plan, name, said, today), _MOST), _all_day(plan, name, said)):
        if not any(problem.level is Level.BLOCK for problem in live.would_clash(after)):
            yield Option(after, 0, (), None, tuple(taken_by(plan, after)))


def _all_day(plan: Plan, name: DeliveryId, said: dict[WishKind, list[Any]]) -> Iterator[Delivery]:
    """A delivery without a time at every half hour of the wished dates: an unusual hour is no contradiction."""
    if plan.deliveries[name].start is not None:
        return
    venues = dict.fromkeys(
        [*said[WishKind.IN], *(venue for _cost, venue, _why in usual_places(plan, plan.deliveries[name]))]
    )
    usual = {*said[WishKind.AT], *usual_starts(plan, plan.deliveries[name])}
    starts = [WallMinute(start) for start in range(*_HALF_HOURS) if start not in usual]
    yield from _each(plan, name, product(dict.fromkeys(said[WishKind.ON]), starts, islice(venues, _PLACES)))


def _candidates(
    plan: Plan, name: DeliveryId, said: dict[WishKind, list[Any]], today: datetime.date
) -> Iterator[Delivery]:
    """A delivery at each of the dates, times and places that are wished or usual, whatever it would clash with."""
    one = plan.deliveries[name]
    first = max(today, plan.season.first_day or today)
    coming = [first + datetime.timedelta(days=number) for number in range(_DAYS * 7 // 5)]
    last = plan.season.last_day or datetime.date.max
    days = [*said[WishKind.ON], *(day for day in coming if day.weekday() < 5 and day <= last)]
    starts: list[WallMinute] = [*said[WishKind.AT], *usual_starts(plan, one)]
    venues: list[VenueId | None] = [*said[WishKind.IN], *(venue for _cost, venue, _why in usual_places(plan, one))]
    yield from _each(plan, name, product(dict.fromkeys(days), dict.fromkeys(starts), dict.fromkeys(venues)))


def _each(
    plan: Plan, name: DeliveryId, slots: Iterable[tuple[datetime.date, WallMinute, VenueId | None]]
) -> Iterator[Delivery]:
    """A delivery in each of these dates, times and places, as far as it may stand there."""
    for day, start, venue in slots:
        try:
            after = MoveDelivery(name, {"date": day, "start": start, "venue": venue}).changes(plan)[0].after
        except RefusedEdit:
            continue
        if isinstance(after, Delivery):
            yield after
