"""`print-set`: all the paper of a season, or of a week, into one folder."""

from __future__ import annotations

import argparse
import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from director_app.cli.commands import Report, opened
from director_app.cli.print_options import remark_sentence, scope_of, wall_clock
from director_app.documents.options import DocumentOptions
from director_app.operations.open_plan import OpenPlan
from director_app.operations.print_sets import SETS, print_set
from director_app.operations.sentences import refusal_sentence
from director_app.operations.whole_plans import start_sample
from director_app.wording import Wording


def print_whole_set(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Write a set into a folder; without a plan that of the sample season.

    Raises:
        RefusedInput: when there is no such set.
        CannotUseFile: when the folder or, for an edition, the plan cannot be written.
    """
    files: list[str] = []
    remarks: list[str] = []
    pages = 0
    with _plan(arguments) as open_plan:
        options = DocumentOptions(wall_clock(), scope_of(open_plan.plan, arguments))
        made = print_set(
            open_plan, arguments.set, Path(arguments.output), wording, options, is_edition=arguments.edition
        )
        for one in made:
            said = []
            if one.made is not None:
                files.append(one.name)
                pages += one.made.pages
                said = [remark_sentence(wording, remark) for remark in one.made.remarks]
            elif one.refusal is not None:
                said = [refusal_sentence(wording, one.refusal)]
            remarks += [wording.text("{place}: {sentence}", place=one.name, sentence=text) for text in said]
    facts: dict[str, Any] = {"folder": arguments.output, "files": files, "pages": pages, "remarks": remarks}
    written = wording.plural(
        "{n} file written into {folder}", "{n} files written into {folder}", len(files), folder=arguments.output
    )
    return Report(facts, (wording.text(SETS[arguments.set].title), written, *remarks))


@contextlib.contextmanager
def _plan(arguments: argparse.Namespace) -> Iterator[OpenPlan]:
    """The plan that was named, else the sample season, which is gone afterwards."""
    if arguments.plan is not None:
        with opened(arguments.plan, to_write=arguments.edition, or_read=not arguments.edition) as open_plan:
            yield open_plan
        return
    with tempfile.TemporaryDirectory() as folder:
        sample = start_sample(Path(folder) / "sample.cdplan")
        try:
            yield sample
        finally:
            sample.close()
