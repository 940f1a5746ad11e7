"""`export --each`: a document for each artist, area or the like, in a file of its own."""

from __future__ import annotations

import argparse
from pathlib import Path

from director_app.cli.commands import Report, opened
from director_app.cli.print_options import document_options, remark_sentence, scope_of, wall_clock
from director_app.operations.printing_each import print_each
from director_app.operations.sentences import refusal_sentence
from director_app.wording import Wording


def export_each(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Write them into a folder; one that cannot be made is told and the others are made.

    Raises:
        RefusedInput: for a document that cannot be made so.
        CannotUseFile: when the folder or, for an edition, the plan cannot be written.
    """
    files: list[str] = []
    remarks: list[str] = []
    edition = None
    with opened(arguments.plan, to_write=bool(arguments.edition), or_read=not arguments.edition) as open_plan:
        scope = scope_of(open_plan.plan, arguments)
        options = document_options(open_plan.plan, wall_clock(), scope, arguments)
        made = print_each(
            open_plan, arguments.document, Path(arguments.output), wording, options, arguments.each,
            is_edition=arguments.edition,
        )  # fmt: skip
        for one in made:
            edition = one.edition
            said = []
            if one.made is not None:
                files.append(one.made.path.name)
                said = [remark_sentence(wording, remark) for remark in one.made.remarks]
            elif one.refusal is not None:
                said = [refusal_sentence(wording, one.refusal)]
            remarks += [wording.text("{place}: {sentence}", place=one.part.name, sentence=text) for text in said]
    facts = {"folder": arguments.output, "format": arguments.format, "files": files, "remarks": remarks}
    if arguments.format == "pdf":
        facts["edition"] = edition
    written = wording.plural(
        "{n} file written into {folder}", "{n} files written into {folder}", len(files), folder=arguments.output
    )
    return Report(facts, (written, *remarks))
