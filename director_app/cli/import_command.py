"""`import`: take in files, or only say what would happen."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from director_app.cli.commands import Report, opened, today
from director_app.cli.names import artist_or_venue
from director_app.domain.refusals import RefusedInput
from director_app.imports.remarks import sentence_of
from director_app.operations.busy_times import read_busy_times, take_busy_times
from director_app.operations.import_report import counts_line, list_lines, remark_lines, report
from director_app.operations.importing import ImportProposal, accept_import, propose_import, refuse_nothing
from director_app.operations.naming import name_of
from director_app.operations.refused_rows import WrittenRows, refuse_target, write_left_out
from director_app.operations.whole_plans import dates_given
from director_app.wording import Wording, message

ONE_CALENDAR: Final = message("Give one calendar at a time with --busy.")
NOT_WITH_BUSY: Final = message("{option} is not for busy times; leave it out.")


def import_files(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Import files as one undo step and report row by row what was new, changed, same, unclear or refused.

    Raises:
        CannotUseFile: when nothing in the files could be read, or what is left out cannot be written.
    """
    if arguments.busy is not None:
        return _take_busy_times(arguments, wording)
    files = [Path(file) for file in arguments.files]
    out = Path(arguments.refused) if arguments.refused else None
    if out is not None:
        refuse_target(out, Path(arguments.plan), files)
    with opened(arguments.plan, to_write=not arguments.dry_run) as open_plan:
        proposal = propose_import(
            open_plan.plan,
            files,
            today=today(open_plan.plan),
            unclear=arguments.unclear,
            fill_blanks=arguments.fill_blanks,
            dates=dates_given(open_plan),
        )
        kept = None
        if out is not None:  # also of files without a single good row: to mend them is what it is for
            kept = write_left_out(proposal, out, wording, unclear_too=arguments.unclear == "skip")
        refuse_nothing(proposal, wording)
        facts = report(proposal, wording)
        if not arguments.dry_run:
            accept_import(open_plan, proposal, arguments.unclear)
    facts["dry_run"] = arguments.dry_run
    facts["refused_file"] = arguments.refused if kept is not None and kept.rows else None
    lines = _lines(proposal, wording, is_dry=arguments.dry_run)
    return Report(facts, (*lines, *_kept_lines(kept, arguments.refused, wording)))


def _take_busy_times(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Take a calendar in as the times at which an artist or a place cannot."""
    if len(arguments.files) > 1:
        raise RefusedInput(ONE_CALENDAR)
    for option in ("fill_blanks", "refused"):
        if getattr(arguments, option):
            raise RefusedInput(NOT_WITH_BUSY, option=f"--{option.replace('_', '-')}")
    with opened(arguments.plan, to_write=not arguments.dry_run) as open_plan:
        subject = artist_or_venue(open_plan.plan, arguments.busy, "--busy")
        name = name_of(wording, open_plan.plan, *subject)
        busy = read_busy_times(open_plan.plan, Path(arguments.files[0]), subject)
        if not arguments.dry_run:
            take_busy_times(open_plan, busy, name)
    counts = {"new": len(busy.new), "changed": len(busy.changed), "same": busy.same, "gone": len(busy.gone)}
    remarks = [{"file": one.file, "row": one.row, "reason": sentence_of(one, wording)} for one in busy.remarks]
    facts = {
        "kind": subject.kind,
        "id": subject.id,
        "name": name,
        "events": busy.events,
        **counts,
        "remarks": remarks,
        "dry_run": arguments.dry_run,
    }
    said = wording.text(
        "{name}, busy: {new} new, {changed} changed, {same} the same, {gone} no longer.", name=name, **counts
    )
    return Report(facts, (said, *(sentence_of(one, wording) for one in busy.remarks)))


def _lines(proposal: ImportProposal, wording: Wording, *, is_dry: bool) -> list[str]:
    if is_dry:
        return list_lines(proposal, wording)
    return [counts_line(proposal, wording), *remark_lines(proposal, wording)]


def _kept_lines(kept: WrittenRows | None, file: str, wording: Wording) -> Iterator[str]:
    if kept is None:
        return
    if kept.rows:
        yield wording.plural(
            "{file} holds the {n} row that was left out, with what is wrong.",
            "{file} holds the {n} rows that were left out, with what is wrong.",
            kept.rows, file=file,
        )  # fmt: skip
    else:
        yield wording.text("No row of a table was left out, so {file} was not written.", file=file)
    if kept.left:
        yield wording.plural(
            "{n} entry of a JSON file was left out as well; mend it in that file.",
            "{n} entries of a JSON file were left out as well; mend them in that file.",
            kept.left,
        )
