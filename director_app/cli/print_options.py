"""What the options of a print say: of what, how, and when made."""

from __future__ import annotations

import argparse
import datetime
from typing import Any, Final

from director_app.cli.arguments import SCOPES
from director_app.cli.names import find_named
from director_app.documents.options import DocumentOptions, Remark
from director_app.domain.plan import Plan
from director_app.operations.templates import template_named
from director_app.planner.scope import Scope
from director_app.wording import Wording

#: Letters of a title that a remark repeats: enough to know which one is meant.
_LONGEST_PLACE: Final = 80


def scope_of(plan: Plan, arguments: argparse.Namespace) -> Scope:
    """Which deliveries are meant.

    Raises:
        RefusedInput: for a name that nothing or more than one thing has.
    """
    named: dict[str, Any] = {}
    for option, kind in SCOPES.items():
        if (name := getattr(arguments, option)) is not None:
            named[option] = find_named(plan, kind, name, f"--{option}")
    return Scope(since=arguments.since, until=arguments.until)._replace(**named)


def remark_sentence(wording: Wording, remark: Remark) -> str:
    """A remark on a print, with where it stands."""
    sentence = wording.text(remark.message, **remark.values)
    if not remark.place:
        return sentence
    place = remark.place if len(remark.place) <= _LONGEST_PLACE else f"{remark.place[:_LONGEST_PLACE]}…"
    return wording.text("{place}: {sentence}", place=place, sentence=sentence)


def document_options(
    plan: Plan, made_at: datetime.datetime, scope: Scope, arguments: argparse.Namespace
) -> DocumentOptions:
    """How a document is made; a template by its name.

    Raises:
        RefusedInput: when there is no such template.
    """
    template = template_named(plan, arguments.template).id if arguments.template else None
    return DocumentOptions(
        made_at, scope, arguments.size, style=arguments.style, since_edition=arguments.since_edition, template=template,
        form=arguments.format, languages=arguments.languages,
        in_language=arguments.in_language or "",
    )  # fmt: skip


def wall_clock() -> datetime.datetime:
    """The wall clock of her desk, as documents name it."""
    return datetime.datetime.now().replace(microsecond=0)  # noqa: DTZ005 - it has no zone
