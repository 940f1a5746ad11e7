"""`import`: take in files, or only say what would happen."""

from __future__ import annotations

import argparse
from pathlib import Path

from director_app.cli.commands import Report, opened, today
from director_app.operations.importing import accept_import, propose_import, report
from director_app.wording import Wording


def import_files(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Import files as one undo step and report row by row what was new, changed, same, unclear or refused."""
    files = [Path(file) for file in arguments.files]
    with opened(arguments.plan, to_write=not arguments.dry_run) as open_plan:
        proposal = propose_import(open_plan.plan, files, today=today(open_plan.plan), unclear=arguments.unclear)
        facts = report(proposal, wording)
        if not arguments.dry_run:
            accept_import(open_plan, proposal, arguments.unclear)
    facts["dry_run"] = arguments.dry_run
    lines = [
        wording.text(
            "{new} new, {changed} changed, {same} the same, {unclear} unclear, {refused} refused.",
            **{name: facts[name] for name in ("new", "changed", "same", "unclear", "refused")},
        )
    ]
    lines.extend(
        wording.text("{file}, row {row}: {reason}", **remark)
        if remark["row"]
        else wording.text("{file}: {reason}", file=remark["file"], reason=remark["reason"])
        for remark in facts["remarks"]
    )
    return Report(facts, tuple(lines))
