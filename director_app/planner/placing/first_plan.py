"""A whole plan at once: one place for each, so that a search that is stopped early has something to propose."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Final

from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery
from director_app.planner.placing.choices import Held
from director_app.planner.placing.options import Candidate, Looking, Option, candidates, cost_unlooked, option_at

#: Candidates looked at for one delivery; whoever finds nothing among them waits for the whole list of options.
_TRIED: Final = 24


def first_plan(looking: Looking, is_stopped: Callable[[], bool] = lambda: False) -> dict[DeliveryId, Option]:
    """One option for each delivery that finds one, all of which hold together; until it is stopped.

    Those with the least choice come first. What has a place that holds keeps it; any other one takes the cheapest of
    the first few places that are still free.
    """
    held = Held()
    found: dict[DeliveryId, Option] = {}
    for now in sorted((looking.plan.deliveries[name] for name in looking.names), key=_choice):
        if is_stopped():
            break
        option = _option(looking, held, now)
        if option is not None:
            held.take(option)
            found[now.id] = option
    return found


def _choice(now: Delivery) -> tuple[bool, int, str, str]:
    """How much choice a delivery has, as far as it can be told without a look, the least first."""
    open_values = (now.start, now.venue, now.month)
    return now.date is None, sum(value is None for value in open_values), now.number, now.id


def _option(looking: Looking, held: Held, now: Delivery) -> Option | None:
    """The cheapest free option; only those that could be cheaper than the best one so far are looked at."""
    found = candidates(looking, now)
    if now.date is not None and now.start is not None and looking.goals.changes:
        stays = next(found, None)
        option = None if stays is None else _free(looking, held, now, stays)
        if option is not None:
            return option  # every other one is a change
    best: Option | None = None
    costs = [(cost_unlooked(looking, now, candidate), candidate) for candidate in islice(found, _TRIED)]
    for least, candidate in sorted(costs, key=lambda one: (one[0] is None, one[0])):
        if least is None or (best is not None and best.cost <= least):
            break
        option = option_at(looking, candidate, least)
        if option is not None and held.has_room(option) and (best is None or option.cost < best.cost):
            best = option
    return best


def _free(looking: Looking, held: Held, now: Delivery, candidate: Candidate) -> Option | None:
    option = option_at(looking, candidate, cost_unlooked(looking, now, candidate))
    return option if option is not None and held.has_room(option) else None
