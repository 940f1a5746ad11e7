"""Equipment by peak use: what all deliveries of one moment need of a thing, from set-up to strike, and what is owned.

Only what the season lists is counted, by its name without regard to spaces and capitals. Ideas need nothing yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import programme_of
from director_app.planner.bookings import occupied
from director_app.planner.problems import DEFAULT_LEVELS, Problem, ProblemKind


class Use(NamedTuple):
    """So many pieces that a delivery needs from one absolute minute to another."""

    start: int
    end: int
    delivery: DeliveryId
    pieces: int


class Stock(NamedTuple):
    """What is owned of one thing, as the season calls it."""

    name: str
    pieces: int


def key_of(name: str) -> str:
    """What two spellings of one thing have in common."""
    return "".join(name.split()).casefold()


def stock_of(plan: Plan) -> dict[str, Stock]:
    """What the season owns by key; the same thing listed twice is added up."""
    found: dict[str, Stock] = {}
    for one in plan.season.equipment:
        key = key_of(one.name)
        before = found.get(key, Stock(one.name.strip(), 0))
        found[key] = before._replace(pieces=before.pieces + one.pieces)
    return found


def uses_of(plan: Plan, delivery: Delivery, stock: dict[str, Stock]) -> dict[str, list[Use]]:
    """What a delivery needs of the stock, and when; nothing while its time is undecided."""
    programme = programme_of(plan, delivery) if stock else None
    if programme is None or not programme.needs.items:
        return {}
    if delivery.status is Status.IDEA or not delivery.status.takes_place:
        return {}
    pieces: defaultdict[str, int] = defaultdict(int)
    for item in programme.needs.items:
        if (key := key_of(item.name)) in stock and item.pieces:
            pieces[key] += item.pieces
    spans = occupied(plan, delivery) if pieces else []
    return {key: [Use(*span, delivery.id, count) for span in spans] for key, count in pieces.items()}


def largest_at_once(uses: Iterable[Use]) -> Iterator[list[Use]]:
    """The sets of uses that share a minute, each when it is largest: just before one of it ends."""
    ordered, present = sorted(uses), list[Use]()
    for number, use in enumerate(ordered):
        present = [one for one in present if one.end > use.start]
        present.append(use)
        following = ordered[number + 1].start if number + 1 < len(ordered) else None
        if following is None or any(one.end <= following for one in present):
            yield list(present)


class Demand:
    """Who needs what of the stock when; follows a plan delivery by delivery."""

    def __init__(self, plan: Plan) -> None:
        self._stock = stock_of(plan)
        self._uses: defaultdict[str, dict[DeliveryId, list[Use]]] = defaultdict(dict)
        self._found: dict[str, frozenset[Problem]] = {}
        if self._stock:
            for delivery in plan.deliveries.values():
                self.put_in(plan, delivery)

    def put_in(self, plan: Plan, delivery: Delivery) -> None:
        """Add what a delivery needs."""
        for key, uses in uses_of(plan, delivery, self._stock).items():
            self._uses[key][delivery.id] = uses
            self._found.pop(key, None)

    def take_out(self, delivery: DeliveryId) -> None:
        """Remove what it needed."""
        for key, uses in self._uses.items():
            if uses.pop(delivery, None) is not None:
                self._found.pop(key, None)

    def problems(self) -> Iterator[Problem]:
        """Every largest set of deliveries that needs more of a thing at once than is owned."""
        for key, uses in self._uses.items():
            if key not in self._found:
                every = (use for found in uses.values() for use in found)
                self._found[key] = frozenset(self._short(key, every))
            yield from self._found[key]

    def tried(self, plan: Plan, delivery: Delivery) -> Iterator[Problem]:
        """What would be short with a delivery as it is handed in."""
        for key, own in uses_of(plan, delivery, self._stock).items():
            others = (use for name, uses in self._uses[key].items() if name != delivery.id for use in uses)
            beside = [use for use in others if any(use.start < one.end and one.start < use.end for one in own)]
            yield from {one for one in self._short(key, [*own, *beside]) if delivery.id in one.deliveries}

    def _short(self, key: str, uses: Iterable[Use]) -> Iterator[Problem]:
        name, owned = self._stock[key]
        needs: dict[frozenset[DeliveryId], int] = {}
        for together in largest_at_once(uses):
            pieces = {use.delivery: use.pieces for use in together}
            if sum(pieces.values()) > owned:
                needs[frozenset(pieces)] = sum(pieces.values())
        for deliveries in not_within_others(needs):
            subjects = tuple(Subject("deliveries", one) for one in sorted(deliveries))
            data = (("item", name), ("need", needs[deliveries]), ("have", owned))
            kind = ProblemKind.EQUIPMENT_SHORT
            yield Problem(kind, DEFAULT_LEVELS[kind], subjects, data)


def not_within_others(sets: Iterable[frozenset[DeliveryId]]) -> Iterator[frozenset[DeliveryId]]:
    """The sets that are part of no other one."""
    kept: defaultdict[DeliveryId, list[frozenset[DeliveryId]]] = defaultdict(list)
    for one in sorted(sets, key=lambda one: (-len(one), sorted(one))):
        if any(one < larger for larger in min((kept[name] for name in one), key=len)):
            continue
        for name in one:
            kept[name].append(one)
        yield one
