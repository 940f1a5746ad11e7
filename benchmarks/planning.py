"""Planning beside the least that any planner has to do: first plan, quality after ten seconds, gap, why not.

    python -m benchmarks.planning [deliveries ...]

The seasons are practice seasons of which everything that may still move is placed anew. The floor is one look of the
check at one place for each of them: less no plan without a clash can cost.
"""

from __future__ import annotations

import datetime
import resource
import sys
import time
from typing import Final

from benchmarks.plans import plan_file
from director_app.domain.ids import AreaId, DeliveryId, ProgrammeId, VenueId
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Programme
from director_app.domain.season import Area, Season
from director_app.domain.timeline import WallMinute
from director_app.operations.open_plan import OpenPlan
from director_app.planner.checks import LiveCheck
from director_app.planner.placing.choices import Scene, first_choice
from director_app.planner.placing.first_plan import first_plan
from director_app.planner.placing.goals import UNPLACED, Goals
from director_app.planner.placing.model import improved
from director_app.planner.placing.options import Looking, cleared, not_locked, tasks_for
from director_app.planner.placing.why_not import Wish, WishKind, why_not

SIZES: Final = (100, 300, 1_000)
SECONDS: Final = 10.0
DAY: Final = datetime.date(2025, 10, 15)


def season(deliveries: int) -> tuple[Plan, list[DeliveryId], datetime.date]:
    """A practice season large enough, and so many of what may still move."""
    opened = OpenPlan.open(plan_file(300 if deliveries <= 100 else 5_000), read_only=True)
    plan = opened.plan
    opened.close()
    today = plan.season.reference_date or DAY
    return plan, not_locked(plan, today)[:deliveries], today


def placed(deliveries: int) -> None:
    """Print what placing so many takes and how good it is known to be."""
    plan, names, today = season(deliveries)
    rest = cleared(plan, names)
    live = LiveCheck(rest, today)
    begun = time.perf_counter()
    for name in names:
        live.would_clash(plan.deliveries[name])
    floor = time.perf_counter() - begun
    begun = time.perf_counter()
    goals = Goals()
    looking = Looking.over(plan, names, today, goals)
    known = first_plan(looking)
    ready = time.perf_counter() - begun
    tasks = tasks_for(looking, known=known)
    scene = Scene(plan, tasks, today, goals)
    first = first_choice(tasks)
    looked = time.perf_counter() - begun
    best = improved(scene, first, work=1e6, seconds=SECONDS)
    took = time.perf_counter() - begun
    before, after = scene.cost(first), best.cost
    left = sum(number is None for number in best.choice.values())
    gap = (after - best.bound) / max(1, after - UNPLACED * left)
    print(
        f"{len(names):6} deliveries  floor {floor * 1e3:8.1f} ms  first plan {ready:6.3f} s ({ready / floor:5.1f}, "
        f"{len(known)} placed)  all options {looked:6.2f} s  "
        f"points {before} -> {after} after {took:5.1f} s  bound {best.bound}  gap {gap:6.1%}  without a place {left}",
        flush=True,
    )


def contradiction(wishes: int) -> None:
    """Print what it takes to name a planted clash of so many wishes beside twelve that can be met.

    Two deliveries are wished to the same day; what else of them is wished as well is open by itself, so that the clash
    needs all of it. That both take place counts as two wishes more.
    """
    halls = [VenueId(f"hall{number}") for number in range(13)]
    noon = WallMinute(720)
    starts = [None if wishes > 2 else noon, None if wishes > 3 else noon]
    venues = [None if wishes > 4 else halls[0], None if wishes > 5 else halls[0]]
    pair = [
        Delivery(DeliveryId(f"d{number}"), start=start, venue=venue, area=AreaId("area"))
        for number, (start, venue) in enumerate(zip(starts, venues, strict=True))
    ]
    others = [
        Delivery(DeliveryId(f"o{number}"), start=WallMinute(900), venue=halls[number + 1]) for number in range(12)
    ]
    concert, other = (Programme(ProgrammeId(name), running_minutes=60) for name in ("concert", "other"))
    plan = Plan.of(
        [
            Season(SEASON, first_day=DAY, last_day=DAY + datetime.timedelta(days=30)),
            Area(AreaId("area")),
            *(Venue(hall, hall, area=AreaId("area")) for hall in halls),
            concert,
            other,
            *(one._replace(programme=concert.id) for one in pair),
            *(one._replace(programme=other.id) for one in others),
        ]
    )
    planted = [Wish(one.id, WishKind.ON, DAY) for one in pair]
    planted += [Wish(one.id, WishKind.AT, noon) for one in pair if one.start is None]
    planted += [Wish(one.id, WishKind.IN, halls[0]) for one in pair if one.venue is None]
    free = [Wish(one.id, WishKind.ON, DAY) for one in others]
    begun = time.perf_counter()
    found = why_not(plan, [*free, *planted], DAY)
    took = time.perf_counter() - begun
    core = len(found.core) - 2 if found is not None else 0
    ways = len(found.ways_out) if found is not None else 0
    print(f"{wishes:6} wishes      named in {took * 1e3:7.0f} ms  core {core}  ways out {ways}", flush=True)


def main(sizes: list[int]) -> None:
    """Print a line for each size and each number of wishes."""
    for size in sizes:
        placed(size)
    for wishes in range(2, 7):
        contradiction(wishes)
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or list(SIZES))
