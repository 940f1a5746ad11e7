"""`salvage`: a new plan from what can still be read of a damaged one."""

from __future__ import annotations

import argparse
from pathlib import Path

from director_app.cli.commands import Report
from director_app.operations.salvaging import salvage_plan, salvage_sentence
from director_app.wording import Wording


def salvage(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Write a new plan file; the damaged one stays as it is."""
    damaged, target = Path(arguments.plan), Path(arguments.output)
    done = salvage_plan(damaged, target)
    facts = {
        "file": arguments.output,
        "read": {kind: count for kind, count in done.read.items() if count},
        "lost": dict(done.lost),
        "trimmed": done.trimmed,
        "is_all_known": done.is_all_known,
    }
    return Report(facts, (salvage_sentence(wording, done, damaged, target),))
