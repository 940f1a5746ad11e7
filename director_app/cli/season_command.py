"""`copy-season`: the next season from this one."""

from __future__ import annotations

import argparse
from pathlib import Path

from director_app.cli.commands import Report, opened
from director_app.operations.next_season import EVERYTHING, Part, copy_season
from director_app.wording import Wording


def copy_to_next_year(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Make a new plan file with the chosen parts; this one stays as it is."""
    parts = EVERYTHING - {Part(name) for name in arguments.without}
    with opened(arguments.plan, to_write=False) as source:
        made = copy_season(source, Path(arguments.output), arguments.year, parts)
    plan = made.plan
    made.close()
    facts = {
        "file": arguments.output,
        "title": plan.season.title,
        "records": sum(1 for _record in plan.records()),
        "deliveries": len(plan.deliveries),
        "left_out": sorted(part.value for part in EVERYTHING - parts),
    }
    line = wording.text("{file}: {n} deliveries", file=arguments.output, n=len(plan.deliveries))
    return Report(facts, (line,))
