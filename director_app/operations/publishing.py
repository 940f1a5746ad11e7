"""Publishing: paper, calendars, tables and whole plans out of an open plan, one function per action.

Every file is replaced whole or not at all. Calendars are told numbers that only rise: what the ledger will say is kept
before the file is written, so that a file that was never written costs a number and not the truth.
"""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from director_app.atomic_files import clean_file_name, replacing, write_atomically
from director_app.calendars.ical_export import export_calendar, exported_deliveries, plan_zone
from director_app.calendars.options import GIVEN_AS, CalendarFile, CalendarOptions
from director_app.documents.options import DocumentOptions, Made
from director_app.documents.tables import TableKind, TableOptions
from director_app.domain.collecting import without_collecting
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry, entry_of_text, entry_text
from director_app.domain.ledger_series import ledger_after_export
from director_app.domain.papers import GivenOut, Release
from director_app.domain.plan import Plan
from director_app.domain.refusals import CannotUseFile
from director_app.operations.open_plan import OpenPlan
from director_app.operations.whole_plans import ledger_of
from director_app.planner.repeating_events import slots_for
from director_app.wording import Wording, message

_NOT_KEPT: Final = message(
    "This plan is read-only, so calendars that were given out cannot be told apart from this one. "
    "Send it only to who has none of this plan yet."
)
_NO_ROOM_TO_KEEP: Final = message(
    "There is no room left on the disk of the plan, so calendars that were given out cannot be told apart from this "
    "one. Make room and make it again; until then send it only to who has none of this plan yet."
)

NOT_OVER_ITSELF: Final = message("{file} is the plan itself. Choose another name for what is written.")
#: What SQLite keeps beside a plan while it is open.
_BESIDE: Final = ("", "-wal", "-shm", "-journal")


class Published(NamedTuple):
    """What came of an export: the file, how much is in it, and whole sentences for the reader."""

    path: Path
    #: Events, pages, rows or records, whatever the file is made of.
    amount: int
    remarks: tuple[str, ...] = ()


def refuse_over_plan(plan: Path, out: Path) -> None:
    """What is written must take the place neither of the plan nor of the files that belong to it.

    Raises:
        CannotUseFile: when it would.
    """
    try:
        whole, target = plan.resolve(), out.resolve()
        is_same = out.exists() and plan.exists() and out.samefile(plan)
    except (OSError, RuntimeError, ValueError):  # no such name, or links in a circle: said by who reads or writes it
        return
    if is_same or target in {whole.with_name(f"{whole.name}{suffix}") for suffix in _BESIDE}:
        raise CannotUseFile(NOT_OVER_ITSELF, file=str(out))


def export_ics(
    open_plan: OpenPlan, out: Path, wording: Wording, options: CalendarOptions, now: datetime.datetime
) -> Published:
    """Write a calendar; `now` needs a zone. What calendars were told is kept with the plan.

    Raises:
        RefusedInput: when the plan's time zone is unknown.
        CannotUseFile: when the file or the plan cannot be written.
    """
    return publish_calendar(
        open_plan, make_calendar(open_plan.plan, ledger_of(open_plan), wording, options, now), out, wording
    )


class CalendarWork(NamedTuple):
    """A calendar that is made but not yet written, and the ledger entries that must be kept before it is."""

    file: CalendarFile
    risen: dict[str, str]


def make_calendar(
    plan: Plan,
    known: Mapping[DeliveryId, LedgerEntry],
    wording: Wording,
    options: CalendarOptions,
    now: datetime.datetime,
) -> CalendarWork:
    """The calendar of a plan whose ledger is `known`. Changes nothing, so that a worker may do it.

    Raises:
        RefusedInput: when the plan's time zone is unknown.
    """
    ledger, risen = told_now(plan, known, options, now)
    return CalendarWork(export_calendar(plan, ledger, wording, options), risen)


def told_now(
    plan: Plan, known: Mapping[DeliveryId, LedgerEntry], options: CalendarOptions, now: datetime.datetime
) -> tuple[dict[DeliveryId, LedgerEntry], dict[str, str]]:
    """The ledger once a calendar is out, and those of its entries that must be kept before it is.

    Raises:
        RefusedInput: when the plan's time zone is unknown.
    """
    plan_zone(plan)
    with without_collecting():
        exported = exported_deliveries(plan, options)
        slots = slots_for(plan, known, exported, founding=options.repeating)
        ledger = ledger_after_export(plan, known, now, exported, slots, internal=options.internal)
    return ledger, {str(name): entry_text(entry) for name, entry in ledger.items() if entry is not known.get(name)}


def keep_told(open_plan: OpenPlan, risen: dict[str, str], wording: Wording) -> tuple[str, ...]:
    """Keep what calendars are now told; what is to be said when the plan cannot keep it.

    Raises:
        CannotUseFile: when the plan cannot be written.
    """
    if not open_plan.keeps_ledger:
        return (wording.text(_NO_ROOM_TO_KEEP if open_plan.is_out_of_room else _NOT_KEPT),)
    if risen:
        open_plan.write_ledger(risen)
    return ()


def publish_calendar(open_plan: OpenPlan, work: CalendarWork, out: Path, wording: Wording) -> Published:
    """Keep what calendars are now told, then write the file.

    Raises:
        CannotUseFile: when the file or the plan cannot be written.
    """
    refuse_over_plan(open_plan.path, out)
    remarks = (*work.file.remarks, *keep_told(open_plan, work.risen, wording))
    write_atomically(out, work.file.data)
    return Published(out, work.file.events, remarks)


def export_pdf(
    open_plan: OpenPlan,
    name: str,
    out: Path,
    wording: Wording,
    options: DocumentOptions,
    progress: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
) -> Made:
    """Write the document `name` of `documents.catalogue` as PDF.

    Raises:
        RefusedInput: for a document that cannot be made so.
        CannotUseFile: when the file cannot be written.
        MakingStopped: when `stop` was set.
    """
    from director_app.operations.printing import print_document

    refuse_over_plan(open_plan.path, out)
    return print_document(open_plan.plan, name, out, wording, options, progress, stop, open_plan.content)


def export_edition(
    open_plan: OpenPlan, name: str, out: Path, wording: Wording, options: DocumentOptions
) -> tuple[Release, Made]:
    """Give a document out as an edition: what is published is frozen first, then it is written with its number.

    A document that cannot be made then costs nothing: the same plan is the same edition the next time.

    Raises:
        RefusedInput: for a document that cannot be made so.
        CannotUseFile: when the file or the plan cannot be written.
    """
    from director_app.operations import releases
    from director_app.operations.printing import print_document

    refuse_over_plan(open_plan.path, out)
    release = releases.freeze(open_plan, releases.state_now(open_plan.plan), options.made_at).release
    asked = releases.as_edition(options, release)
    made = print_document(open_plan.plan, name, out, wording, asked, contents=open_plan.content)
    moment = options.made_at.replace(tzinfo=None, microsecond=0)
    given = GivenOut(name, moment, wording.language, releases.narrowed_by(options.scope))
    return releases.give_out(open_plan, release, (given,)), made


def export_calendar_edition(
    open_plan: OpenPlan, out: Path, wording: Wording, options: CalendarOptions, now: datetime.datetime
) -> tuple[Release, Published]:
    """Give the public calendar out as an edition, which it names; `now` needs a zone.

    Raises:
        RefusedInput: when there is nothing to publish, or the plan's time zone is unknown.
        CannotUseFile: when the file or the plan cannot be written.
    """
    from director_app.operations import releases

    refuse_over_plan(open_plan.path, out)
    moment = now.replace(tzinfo=None, microsecond=0)
    release = releases.freeze(open_plan, releases.state_now(open_plan.plan), moment).release
    made = export_ics(open_plan, out, wording, options._replace(edition=release.number), now)
    given = GivenOut(GIVEN_AS, moment, wording.language, releases.narrowed_by(options.scope))
    return releases.give_out(open_plan, release, (given,)), made


def export_json(open_plan: OpenPlan, out: Path) -> Published:
    """Write the whole plan, its ledger and its attachments included, for other programs.

    Raises:
        CannotUseFile: when the file cannot be written.
    """
    from director_app.operations.interchange import json_lines

    refuse_over_plan(open_plan.path, out)
    ledger = open_plan.ledger_rows()
    entries = (entry_of_text(ledger[name]) for name in sorted(ledger))
    contents = ((digest, open_plan.content(digest) or b"") for digest in sorted(open_plan.content_digests()))
    with replacing(out) as neighbour, neighbour.open("wb") as file, without_collecting():
        file.writelines(json_lines(open_plan.plan, entries, contents))
    return Published(out, sum(1 for _record in open_plan.plan.records()))


def export_table(open_plan: OpenPlan, kind: TableKind, out: Path, wording: Wording, options: TableOptions) -> Published:
    """Write the schedule as a table that spreadsheet programs and our own import read.

    Raises:
        CannotUseFile: when the file cannot be written.
    """
    from director_app.documents.tables import schedule_table

    refuse_over_plan(open_plan.path, out)
    table = schedule_table(open_plan.plan, kind, wording, options)
    write_atomically(out, table.data)
    return Published(out, table.rows)


def export_settlement(open_plan: OpenPlan, out: Path, wording: Wording) -> Published:
    """Write the tables of the settlement as a workbook; private: payees and amounts stand in it.

    Raises:
        CannotUseFile: when the file cannot be written.
    """
    from director_app.documents.settlement_table import settlement_workbook

    refuse_over_plan(open_plan.path, out)
    table = settlement_workbook(open_plan.plan, wording)
    write_atomically(out, table.data)
    return Published(out, table.rows)


def proposed_name(open_plan: OpenPlan, kind: str, wording: Wording, *, internal: bool = False) -> str:
    """A file name for an export of that kind ("ics", "pdf", "json", "csv", "xlsx"): the season's title, made safe."""
    title = (wording.language == "en" and open_plan.plan.season.title_en) or open_plan.plan.season.title
    stem = wording.text("{title} (internal)", title=title) if internal else title
    return clean_file_name(stem, f".{kind}", otherwise=open_plan.path.stem)
