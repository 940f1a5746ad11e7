"""Ten thousand random seasons in which everything is in order: none may hear a word at levels block and warning.

The suite does the same with a few hundred. Every season is looked at twice: long before it, and in the week before.
"""

from __future__ import annotations

import datetime
import sys
import time
from collections import Counter
from random import Random

from director_app.planner.checks import check_plan
from director_app.planner.problems import Level
from tests.planner.legal_plans import FIRST, TODAY, legal_plan

SEASONS = 10_000


def main(seasons: int) -> int:
    """Print what was found, by kind, and how long it took. Returns 1 when a single word was heard."""
    heard: Counter[str] = Counter()
    seeds: list[int] = []
    dates, begun = 0, time.process_time()
    for seed in range(seasons):
        plan = legal_plan(Random(seed))
        dates += len(plan.deliveries)
        found = [
            problem.kind
            for day in (TODAY, FIRST - datetime.timedelta(days=6))
            for problem in check_plan(plan, day)
            if problem.level is not Level.NOTE
        ]
        heard.update(found)
        if found:
            seeds.append(seed)
    took = time.process_time() - begun
    print(f"{seasons} legal seasons, {dates} dates: {sum(heard.values())} false alarms in {took:.0f} s", flush=True)
    if heard:
        print(f"  {dict(heard)}, first of seeds {seeds[:10]}")
    return 1 if heard else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])) if sys.argv[1:] else main(SEASONS))
