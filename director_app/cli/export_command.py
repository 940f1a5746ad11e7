"""`export`: a calendar, a document, the whole plan or a table."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from director_app.calendars.options import CalendarOptions
from director_app.cli.arguments import SCOPES
from director_app.cli.commands import Report, opened
from director_app.cli.each_command import export_each
from director_app.cli.print_options import document_options, remark_sentence, scope_of, wall_clock
from director_app.documents.tables import TableOptions
from director_app.domain.refusals import RefusedInput
from director_app.operations import publishing
from director_app.operations.open_plan import OpenPlan
from director_app.planner.scope import Scope
from director_app.wording import Wording, message

JSON_IS_WHOLE: Final = message(
    "JSON always holds the whole plan, contacts included, so {option} cannot be used with it. "
    "Leave it out, or choose another format."
)
PAPER_KNOWS_BY_ITSELF: Final = message(
    "Leave {option} out: paper for the public never holds contacts, working sheets always do."
)
NOT_OF_THIS: Final = message("{option} is only for {formats}, so leave it out or choose another format.")
ONLY_FOR_CHANGES: Final = message(
    "{option} is only for the sheet of changes, so leave it out or use --document changes."
)
ONE_FILE_OF_EACH: Final = message("{option} is only for --each, so leave it out or say for each of what.")
PUBLIC_EDITION: Final = message("Editions are for readers: use --edition with pdf, or with ics without --internal.")
DATES_REVERSED: Final = message("The first date ({since}) is later than the last date ({until}).")

TASKS_ARE_INTERNAL: Final = message("Tasks are for your own calendar: use --tasks with ics and --internal.")
SETTLEMENT_IS_WHOLE: Final = message("A settlement is always of the whole season, so leave {option} out.")

RECORDS_ARE_WHOLE: Final = message("Tables of records are written whole; {option} does not go with --records.")
#: The one document that is also written as a workbook.
_SETTLEMENT: Final = "settlement"
#: Options that only some formats know, and those formats.
_ONLY_OF: Final = MappingProxyType(
    {
        **dict.fromkeys(("document", "template", "since-edition", "each", "one-file", "in-language"), ("pdf", "docx")),
        **dict.fromkeys(("size", "style", "languages"), ("pdf",)),
        "repeating": ("ics",),
        **dict.fromkeys(("to", "without-private", "passphrase-file"), ("bundle",)),
    }
)
#: Formats that hold contacts when asked to.
_WITH_CONTACTS: Final = ("ics", "csv", "xlsx")
#: Formats that can be given out as an edition.
_AS_EDITION: Final = ("pdf", "ics")
#: Formats that are tables of the schedule.
_TABLES: Final = ("csv", "xlsx")
#: The document that is made when none is named.
_USUAL_DOCUMENT: Final = MappingProxyType({"pdf": "booklet", "docx": "schedule"})
_SHEET_OF_CHANGES: Final = "changes"


def export(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Write one file; an older one of that name is replaced whole or not at all.

    Raises:
        RefusedInput: for options that do not go together.
        CannotUseFile: when the file cannot be written, or is the plan itself.
    """
    _refuse_what_would_be_ignored(arguments)
    arguments.document = arguments.document or _USUAL_DOCUMENT.get(arguments.format)
    if arguments.each is not None and not arguments.one_file:
        return export_each(arguments, wording)
    out, plan = Path(arguments.output), Path(arguments.plan)
    publishing.refuse_over_plan(plan, out)
    # A calendar is remembered in the plan where that is possible, an edition always.
    # A bundle is remembered too, so that it can be merged when it comes back.
    must_write, is_calendar = arguments.edition or arguments.format == "bundle", arguments.format in ("ics", "html")
    with opened(arguments.plan, to_write=must_write or is_calendar, or_read=not must_write) as open_plan:
        scope = scope_of(open_plan.plan, arguments)
        facts = _WRITERS[arguments.format](open_plan, out, wording, scope, arguments)
    facts = {"file": arguments.output, "format": arguments.format, **facts}
    lines = [wording.text("Written: {file}", file=arguments.output), *facts["remarks"]]
    return Report(facts, tuple(lines))


def _refuse_what_would_be_ignored(arguments: argparse.Namespace) -> None:
    """What she asked to leave out or put in must not be overlooked.

    Raises:
        RefusedInput: naming the option.
    """
    picked = [option for option in SCOPES if getattr(arguments, option) is not None]
    picked.extend(option for option, name in (("from", "since"), ("until", "until")) if getattr(arguments, name))
    if arguments.format == "json" and (picked or arguments.internal):
        raise RefusedInput(JSON_IS_WHOLE, option=f"--{(picked or ['internal'])[0]}")
    is_workbook = _is_settlement_workbook(arguments)
    if is_workbook and (picked or arguments.internal):
        raise RefusedInput(SETTLEMENT_IS_WHOLE, option=f"--{(picked or ['internal'])[0]}")
    _refuse_of_other_formats(arguments, is_workbook=is_workbook)
    if arguments.since_edition is not None and arguments.document != _SHEET_OF_CHANGES:
        raise RefusedInput(ONLY_FOR_CHANGES, option="--since-edition")
    if arguments.one_file and arguments.each is None:
        raise RefusedInput(ONE_FILE_OF_EACH, option="--one-file")
    if arguments.edition and (arguments.format not in _AS_EDITION or arguments.internal):
        raise RefusedInput(PUBLIC_EDITION)
    if arguments.tasks and (arguments.format != "ics" or not arguments.internal):
        raise RefusedInput(TASKS_ARE_INTERNAL)
    if arguments.format in _USUAL_DOCUMENT and arguments.internal:
        raise RefusedInput(PAPER_KNOWS_BY_ITSELF, option="--internal")
    if arguments.since is not None and arguments.until is not None and arguments.since > arguments.until:
        raise RefusedInput(DATES_REVERSED, since=arguments.since.isoformat(), until=arguments.until.isoformat())


def _refuse_of_other_formats(arguments: argparse.Namespace, *, is_workbook: bool) -> None:
    for option, formats in _ONLY_OF.items():
        if option == "document" and is_workbook:
            continue
        if arguments.format not in formats and getattr(arguments, option.replace("-", "_")) not in (None, False):
            raise RefusedInput(NOT_OF_THIS, option=f"--{option}", formats=", ".join(formats))
    if arguments.records is not None:
        _refuse_beside_records(arguments)
    if arguments.columns is not None and (arguments.format not in _TABLES or is_workbook):
        raise RefusedInput(NOT_OF_THIS, option="--columns", formats=", ".join(_TABLES))
    if arguments.internal and arguments.format not in (*_WITH_CONTACTS, "json", *_USUAL_DOCUMENT):
        raise RefusedInput(NOT_OF_THIS, option="--internal", formats=", ".join(_WITH_CONTACTS))


def _refuse_beside_records(arguments: argparse.Namespace) -> None:
    """Tables of records are whole, and nothing public."""
    if arguments.format not in _TABLES:
        raise RefusedInput(NOT_OF_THIS, option="--records", formats=", ".join(_TABLES))
    beside = ("columns", "document", "since", "until", *SCOPES)
    for option in beside:
        if getattr(arguments, option) is not None:
            raise RefusedInput(RECORDS_ARE_WHOLE, option=f"--{option.replace('since', 'from')}")


def _is_settlement_workbook(arguments: argparse.Namespace) -> bool:
    """Whether the tables of the settlement are wanted and not the schedule."""
    return bool(arguments.format == "xlsx" and arguments.document == _SETTLEMENT)


def _ics(
    open_plan: OpenPlan, out: Path, wording: Wording, scope: Scope, arguments: argparse.Namespace
) -> dict[str, Any]:
    options = CalendarOptions(
        internal=arguments.internal, scope=scope, tasks=arguments.tasks, repeating=arguments.repeating
    )
    now = datetime.datetime.now().astimezone()
    if not arguments.edition:
        made = publishing.export_ics(open_plan, out, wording, options, now)
        return {"events": made.amount, "remarks": list(made.remarks)}
    release, made = publishing.export_calendar_edition(open_plan, out, wording, options, now)
    return {"events": made.amount, "edition": release.number, "remarks": list(made.remarks)}


def _document(
    open_plan: OpenPlan, out: Path, wording: Wording, scope: Scope, arguments: argparse.Namespace
) -> dict[str, Any]:
    options = document_options(open_plan.plan, wall_clock(), scope, arguments)
    if arguments.each is not None:
        from director_app.operations.printing_each import in_one_file

        options = in_one_file(open_plan.plan, arguments.document, options, arguments.each, wording)
    if arguments.edition:
        release, made = publishing.export_edition(open_plan, arguments.document, out, wording, options)
    else:
        release, made = None, publishing.export_pdf(open_plan, arguments.document, out, wording, options)
    remarks = [remark_sentence(wording, remark) for remark in made.remarks]
    if arguments.format == "docx":
        return {"remarks": remarks}
    return {"pages": made.pages, "edition": release.number if release is not None else None, "remarks": remarks}


def _json(
    open_plan: OpenPlan, out: Path, _wording: Wording, _scope: Scope, _arguments: argparse.Namespace
) -> dict[str, Any]:
    made = publishing.export_json(open_plan, out)
    return {"records": made.amount, "remarks": list(made.remarks)}


def _table(
    open_plan: OpenPlan, out: Path, wording: Wording, scope: Scope, arguments: argparse.Namespace
) -> dict[str, Any]:
    if _is_settlement_workbook(arguments):
        made = publishing.export_settlement(open_plan, out, wording)
        return {"rows": made.amount, "remarks": list(made.remarks)}
    if arguments.records is not None:
        from director_app.operations.charge_sheets import export_records

        kinds = tuple(name.strip() for name in arguments.records.split(",") if name.strip())
        made = export_records(open_plan, arguments.format, out, wording, kinds)
        return {"rows": made.amount, "remarks": list(made.remarks)}
    columns = tuple(name for name in (arguments.columns or "").split(",") if name.strip())
    options = TableOptions(scope=scope, internal=arguments.internal, columns=columns)
    made = publishing.export_table(open_plan, arguments.format, out, wording, options)
    return {"rows": made.amount, "remarks": list(made.remarks)}


def _html(
    open_plan: OpenPlan, out: Path, wording: Wording, scope: Scope, _arguments: argparse.Namespace
) -> dict[str, Any]:
    from director_app.operations.web_publishing import export_web

    made = export_web(open_plan, out, wording, scope, datetime.datetime.now(datetime.UTC))
    return {"dates": made.amount, "remarks": list(made.remarks)}


def _public(
    open_plan: OpenPlan, out: Path, wording: Wording, scope: Scope, _arguments: argparse.Namespace
) -> dict[str, Any]:
    from director_app.operations.public_copy import export_public

    made = export_public(open_plan, out, wording, scope)
    return {"dates": made.amount, "remarks": list(made.remarks)}


def _bundle(
    open_plan: OpenPlan, out: Path, _wording: Wording, scope: Scope, arguments: argparse.Namespace
) -> dict[str, Any]:
    from director_app.cli.handover_command import hand_out

    return hand_out(open_plan, out, scope, arguments)


_WRITERS: Final[dict[str, Callable[[OpenPlan, Path, Wording, Scope, argparse.Namespace], dict[str, Any]]]] = {
    "ics": _ics,
    "pdf": _document,
    "docx": _document,
    "json": _json,
    "csv": _table,
    "xlsx": _table,
    "html": _html,
    "public": _public,
    "bundle": _bundle,
}
