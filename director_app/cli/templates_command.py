"""`templates`: the director's own templates of documents, listed, taken in from a file, and written into one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from director_app.cli.commands import Report, opened
from director_app.documents.catalogue import document_named
from director_app.domain.papers import Template
from director_app.domain.refusals import RefusedInput
from director_app.operations import templates as own
from director_app.wording import Wording, message

WRITE_WHERE: Final = message("Say with -o where the template goes, and with --write which one.")


def templates(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Take in or write a template where asked to; then list those that there are.

    Raises:
        RefusedInput: for a file that is no template, or a name that none has.
        CannotUseFile: when a file cannot be read or written.
    """
    if (arguments.write is None) != (arguments.output is None):
        raise RefusedInput(WRITE_WHERE)
    with opened(arguments.plan, to_write=arguments.add is not None) as open_plan:
        if arguments.add is not None:
            own.take_in(open_plan, Path(arguments.add))
        if arguments.write is not None:
            own.write_template(open_plan, own.template_named(open_plan.plan, arguments.write), Path(arguments.output))
        known = own.templates_of(open_plan.plan)
    lines = [_line(wording, one) for one in known] or [wording.text("There is no template yet.")]
    facts: dict[str, Any] = {
        "templates": [{"id": one.id, "name": one.name, "document": one.document} for one in known],
        "file": arguments.output,
    }
    return Report(facts, tuple(lines))


def _line(wording: Wording, template: Template) -> str:
    spec = document_named(template.document)
    document = wording.text(spec.title) if spec is not None else template.document
    return wording.text("{template} ({document})", template=template.name, document=document)
