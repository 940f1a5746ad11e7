"""Publishing many seasons to the database of a region or the nation: what is public, and each season in numbers."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.domain.refusals import Refusal
from director_app.operations.open_plan import OpenPlan
from director_app.operations.portfolio import PlanNumbers, numbers_of
from director_app.operations.public_copy import public_rows
from director_app.operations.season_key import season_key
from director_app.planner.scope import EVERYTHING
from director_app.store.regional_server import RegionalServer, Season
from director_app.wording import Wording


class Delivered(NamedTuple):
    """What came of one plan: whether anything had changed, or why it could not be published."""

    path: Path
    changed: bool
    refusal: Refusal | None = None


def publish_seasons(
    paths: Sequence[Path],
    address: str,
    today: datetime.date,
    wording: Wording,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Delivered]:
    """Publish each plan, one transaction for each; a plan that cannot be read keeps none of the others back.

    Raises:
        RefusedInput: when the database cannot be reached.
    """
    with RegionalServer(address) as server:
        for done, path in enumerate(paths, 1):
            try:
                opened = OpenPlan.open(path, read_only=True)
                try:
                    season = season_of(opened.plan, path, today, wording)
                finally:
                    opened.close()
                yield Delivered(path, server.publish(season))
            except Refusal as refusal:
                yield Delivered(path, changed=False, refusal=refusal)
            if progress is not None:
                progress(done, len(paths))


def season_of(plan: Plan, path: Path, today: datetime.date, wording: Wording) -> Season:
    """A season as the database gets it; `today` counts for what is forgotten where the plan fixes no date."""
    rows: dict[str, list[dict[str, Any]]] = {
        **public_rows(plan, wording, EVERYTHING),
        "numbers": [_numbers_row(numbers_of(path, plan, today))],
    }
    told = json.dumps(rows, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    return Season(season_key(plan), plan.season.title, hashlib.sha256(told).hexdigest(), rows)


def _numbers_row(one: PlanNumbers) -> dict[str, Any]:
    by_status = {status: one.by_status.get(status.value, 0) for status in Status}
    return {
        "deliveries": one.deliveries,
        "confirmed": by_status[Status.CONFIRMED],
        "delivered": by_status[Status.DELIVERED],
        "cancelled": by_status[Status.CANCELLED],
        "undated": one.undated,
        "artists": one.artists,
        "venues": one.venues,
        "areas": one.areas,
        "areas_reached": one.reached,
        "areas_forgotten": one.forgotten,
        "fairness": one.fairness,
        "heads_counted": one.heads_counted,
    }
