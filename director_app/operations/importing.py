"""Import: propose what files and pasted tables would change, and take it in as one undo step."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from director_app.domain.edits import next_number
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import uid_of
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.refusals import CannotUseFile, Refusal, RefusedEdit
from director_app.domain.timeline import known_zone
from director_app.imports.calendar_drafts import OwnDate, read_events
from director_app.imports.columns import ColumnChoice
from director_app.imports.drafts import NO_COLUMNS, NO_COLUMNS_TEXT
from director_app.imports.ical_files import ReadCalendar, is_calendar
from director_app.imports.meeting_drafts import without_meetings
from director_app.imports.proposal import Stop, Unclear, propose_rows
from director_app.imports.proposed import ImportProposal, ProposedRow, RowOutcome
from director_app.imports.public_schedules import is_schedule, is_schedule_xml, read_schedule, read_schedule_xml
from director_app.imports.reading import SourceReading, read_known_list, read_table_file
from director_app.imports.remarks import Remark, sentence_of
from director_app.imports.spreadsheets import LARGEST_JSON, LARGEST_TABLE, read_pasted, read_tables, refuse_size
from director_app.imports.written_dates import DateContext, DaySpan
from director_app.operations.interchange import WholePlan, from_document, is_plan_document
from director_app.operations.open_plan import OpenPlan, Outcome, StepName
from director_app.operations.whole_plans import IMPORT_STEP, accept_whole, compare_whole, fitted
from director_app.wording import Wording, message

__all__ = [
    "ImportProposal",
    "PastedTable",
    "RowOutcome",
    "accept_import",
    "propose_import",
    "refuse_nothing",
    "sentence_of",
]

NO_FILE: Final = message("{file} cannot be opened. Check that it is there and that you may read it.")
A_FOLDER: Final = message("{file} is a folder. Choose the files in it.")
ALONE: Final = message("{file} is a whole plan of this program. Import it by itself.")
OUTDATED: Final = message("The plan has changed since the file was read. Read the file again.")
NO_ROW_TAKEN: Final = message("None of the {n} rows of {file} could be taken in. Row {row}: {reason}")
NOTHING_KNOWN: Final = message(
    "The columns of {file} ({headers}) do not tell what it lists. Dates need columns such as date and programme or "
    "venue; people and places a name and, say, genre or address."
)
NOTHING_IN_IT: Final = message("{file} holds no rows that could be taken in.")
_CALENDARS: Final = frozenset({".ics", ".ical", ".vcs", ".ifb"})
_SEOUL: Final = ZoneInfo("Asia/Seoul")
_A_YEAR: Final = datetime.timedelta(days=366)
IMPORT_FILES_STEP: Final = message("import {file} and {more} more ({n})")


class PastedTable(NamedTuple):
    """A table from the clipboard, and what to call it in remarks and in the history."""

    text: str
    name: str


def propose_import(
    plan: Plan,
    sources: Sequence[Path | PastedTable],
    mappings: Mapping[str, ColumnChoice] | None = None,
    *,
    today: datetime.date | None = None,
    encoding: str = "",
    unclear: Unclear = "skip",
    fill_blanks: bool = False,
    progress: Callable[[int, int], None] | None = None,
    stop: Stop | None = None,
    dates: Mapping[str, DeliveryId] | None = None,
) -> ImportProposal:
    """What the sources would do to the plan; nothing is changed. May run in a worker.

    Args:
        plan: the plan as it stands.
        sources: files and pasted tables, read in this order.
        mappings: the user's choices of columns, by `ColumnMapping.fingerprint`.
        today: completes dates without a year; the plan's reference date or the clock when left out.
        encoding: overrules the guessed encoding of text files.
        unclear: whether rows that may be known already are shown as left out or as new.
        fill_blanks: change nothing that is known, only fill in what is undecided.
        progress: called with rows done and rows in all.
        stop: asks the work to end.
        dates: our deliveries that calendars have as dates of events that repeat, as `dates_given` tells them.

    Raises:
        CannotUseFile: when no source can be read at all; of several, those that cannot become remarks.
        RefusedInput: for a whole plan in JSON that is damaged.
        Refusal: when `stop` was set.
    """
    context = _context(plan, today)
    readings: list[SourceReading] = []
    failures: list[tuple[str, Refusal]] = []
    for source in sources:
        try:
            found = _read(plan, source, context, mappings, encoding, dates)
        except Refusal as refusal:
            failures.append((_name_of(source), refusal))
            continue
        if isinstance(found, WholePlan):
            return _of_whole(plan, source, found, alone=len(sources) == 1)
        readings.append(found)
    if failures and not readings:
        raise failures[0][1]
    drafts = tuple(draft for reading in readings for draft in reading.drafts)
    rows = propose_rows(plan, drafts, unclear=unclear, fill_blanks=fill_blanks, progress=progress, stop=stop)
    made = _proposal(plan, sources, readings, failures, rows)
    return replace(made, drafts=drafts, fills_blanks=fill_blanks)


def _proposal(
    plan: Plan,
    sources: Sequence[Path | PastedTable],
    readings: Sequence[SourceReading],
    failures: Sequence[tuple[str, Refusal]],
    rows: tuple[ProposedRow, ...],
) -> ImportProposal:
    return ImportProposal(
        plan,
        tuple(_name_of(source) for source in sources),
        tuple(table for reading in readings for table in reading.tables),
        rows,
        (
            *(Remark(one.message, tuple(one.values.items()), file=file) for file, one in failures),
            *(item for reading in readings for item in reading.remarks),
        ),
        sum(reading.resident_numbers for reading in readings),
        left_rows=tuple(left for reading in readings for left in reading.left_rows(_not_taken(rows))),
        events=_sum(reading.events for reading in readings),
    )


def _sum(counts: Iterable[int | None]) -> int | None:
    known = [one for one in counts if one is not None]
    return sum(known) if known else None


def _not_taken(rows: Sequence[ProposedRow]) -> Mapping[tuple[str, str], set[int]]:
    """The numbers of the rows that are refused or unclear, by file and sheet."""
    found: dict[tuple[str, str], set[int]] = {}
    for row in rows:
        if row.outcome in (RowOutcome.REFUSED, RowOutcome.UNCLEAR):
            found.setdefault((row.file, row.sheet), set()).add(row.row)
    return found


def refuse_nothing(proposal: ImportProposal, wording: Wording) -> None:
    """Refuse a proposal in which nothing at all could be read, so that nobody takes it for an import.

    Raises:
        CannotUseFile: when no row is new, changed, the same or unclear; it says why.
    """
    counts = proposal.counts
    if proposal.events is not None or sum(counts.values()) > counts[RowOutcome.REFUSED]:
        return  # a calendar without events in the season was read, and says so
    for row in proposal.rows:
        if row.kind and row.remarks:
            reason = sentence_of(row.remarks[-1], wording)
            raise CannotUseFile(NO_ROW_TAKEN, file=row.file, n=len(proposal.rows), row=row.row, reason=reason)
    for item in (*proposal.remarks, *(one for row in proposal.rows for one in row.remarks)):
        if item.text in (NO_COLUMNS, NO_COLUMNS_TEXT):
            headers = dict(item.values)["headers"]
            raise CannotUseFile(NOTHING_KNOWN, file=item.file, headers=headers or "-")
    raise CannotUseFile(NOTHING_IN_IT, file=proposal.files[0])


def accept_import(open_plan: OpenPlan, proposal: ImportProposal, unclear: Unclear = "skip") -> Outcome:
    """Take a proposal in as one undo step, named after the file. Without changes there is no step.

    Raises:
        RefusedEdit: when the plan is no longer the one the proposal was made for; nothing has happened then.
        CannotUseFile: when it cannot be saved; nothing has happened then.
    """
    if proposal.whole_plan is not None:
        return accept_whole(open_plan, proposal.whole_plan, proposal.files[0], proposal.whole_edit)
    rows = proposal.rows
    if unclear == "new" and any(row.outcome is RowOutcome.UNCLEAR for row in rows):
        rows = propose_rows(proposal.plan, proposal.drafts, unclear="new", fill_blanks=proposal.fills_blanks)
    taken = _taken(rows, unclear)
    if not taken:
        return Outcome(open_plan.plan, (), None)
    changes = tuple(change for row in taken for change in row.changes)
    return open_plan.perform(TakeRows(changes), _step_name(proposal.files, len(taken)))


@dataclass(frozen=True, slots=True)
class TakeRows:
    """The edit that an accepted import is: what its rows change, new deliveries numbered in the order of the rows."""

    rows: tuple[RecordChange, ...]

    def changes(self, plan: Plan) -> list[RecordChange]:
        """One change per record.

        Raises:
            RefusedEdit: when a record is no longer as it was when the rows were read.
        """
        joined: dict[tuple[str, str], RecordChange] = {}
        for change in self.rows:
            named = (change.kind, change.id)
            first = joined[named].before if named in joined else change.before
            if named not in joined and plan.find(*named) != change.before:
                raise RefusedEdit(OUTDATED)
            joined[named] = change._replace(before=first)
        return _numbered(plan, list(joined.values()))


def _context(plan: Plan, today: datetime.date | None) -> DateContext:
    clock_today = today or datetime.date.today()  # noqa: DTZ011 - the wall clock of her desk
    season = plan.season
    return DateContext(plan.today(clock_today), season.first_day, season.last_day)


def _name_of(source: Path | PastedTable) -> str:
    return source.name


def _read(
    plan: Plan,
    source: Path | PastedTable,
    context: DateContext,
    mappings: Mapping[str, ColumnChoice] | None,
    encoding: str,
    dates: Mapping[str, DeliveryId] | None,
) -> SourceReading | WholePlan:
    if isinstance(source, PastedTable):
        return read_table_file(read_pasted(source.name, source.text), context, mappings)
    data = bytes_of(source)
    if _looks_like_json(source, data):
        from director_app.imports.known_lists import load_json

        value = load_json(source.name, data)
        if is_plan_document(value):
            return from_document(value, source.name)
        if is_schedule(value):
            return read_events(source.name, read_schedule(source.name, value, _zone(plan)), {})
        return read_known_list(source.name, value, context)
    if is_schedule_xml(data):
        return read_events(source.name, read_schedule_xml(source.name, data, _zone(plan)), {})
    if _looks_like_calendar(source, data):
        calendar, meetings = without_meetings(plan, source.name, calendar_of(plan, source.name, data))
        reading = read_events(source.name, calendar, _by_uid(plan, dates or {}))
        return replace(reading, drafts=(*reading.drafts, *meetings))
    return read_table_file(read_tables(source.name, data, encoding=encoding), context, mappings)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that is not too large to be a table.

    Raises:
        CannotUseFile: when it cannot be read, or its size alone says that it is none.
    """
    if path.is_dir():
        raise CannotUseFile(A_FOLDER, file=path.name)
    try:
        limit = LARGEST_JSON if path.suffix.lower() == ".json" else LARGEST_TABLE
        refuse_size(path.name, path.stat().st_size, limit)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise CannotUseFile(NO_FILE, file=path.name) from error


def _looks_like_json(path: Path, data: bytes) -> bool:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return path.suffix.lower() == ".json" or head.startswith((b'{"', b"[{", b"{\n", b"{\r", b"{ "))


def _looks_like_calendar(path: Path, data: bytes) -> bool:
    return path.suffix.lower() in _CALENDARS or is_calendar(data)


def calendar_of(plan: Plan, file: str, data: bytes) -> ReadCalendar:
    """The events of a calendar on the days of the season, or of the years around today where it has no days yet.

    Raises:
        CannotUseFile: when it is no calendar, or damaged.
    """
    from director_app.imports.ical_files import read_calendar

    season = plan.season
    today = plan.today(datetime.date.today())  # noqa: DTZ011 - the wall clock of her desk
    first = season.first_day or today - _A_YEAR
    last = season.last_day or max(first, today) + _A_YEAR
    return read_calendar(file, data, _zone(plan), DaySpan(first, last))


def _zone(plan: Plan) -> ZoneInfo:
    return known_zone(plan.season.zone) or _SEOUL


def _by_uid(plan: Plan, dates: Mapping[str, DeliveryId]) -> Mapping[str, OwnDate]:
    """Our deliveries by the UID they have, or would have, in calendars; `dates` as `dates_given` tells them."""
    found = {uid_of(plan, name): OwnDate(delivery) for name, delivery in plan.deliveries.items()}
    for date, name in dates.items():
        if (delivery := plan.deliveries.get(name)) is not None:
            found[date] = OwnDate(delivery, is_one_of_many=True)
    return found


def _of_whole(plan: Plan, source: Path | PastedTable, whole: WholePlan, *, alone: bool) -> ImportProposal:
    name = _name_of(source)
    if not alone:
        raise CannotUseFile(ALONE, file=name)
    ready = fitted(plan, whole)
    counts = compare_whole(plan, whole, ready)
    return ImportProposal(
        plan, (name,), (), (), whole_plan=whole, whole_edit=ready,
        whole_counts={RowOutcome.NEW: counts.new, RowOutcome.CHANGED: counts.changed, RowOutcome.SAME: counts.same},
    )  # fmt: skip


def _taken(rows: Sequence[ProposedRow], unclear: Unclear) -> list[ProposedRow]:
    wanted = {RowOutcome.NEW, RowOutcome.CHANGED} | ({RowOutcome.UNCLEAR} if unclear == "new" else set())
    return [row for row in rows if row.outcome in wanted and row.changes]


def _step_name(files: Sequence[str], count: int) -> StepName:
    if len(files) > 1:
        return StepName(IMPORT_FILES_STEP, {"file": files[0], "more": len(files) - 1, "n": count})
    return StepName(IMPORT_STEP, {"file": files[0], "n": count})


def _numbered(plan: Plan, changes: list[RecordChange]) -> list[RecordChange]:
    """The changes with reference numbers for new deliveries that brought none."""
    from director_app.domain.edits import highest_of

    counting = plan.with_changes([], highest_of(changes))
    numbered = []
    for change in changes:
        if (
            change.kind == "deliveries"
            and change.before is None
            and change.after is not None
            and not change.after.number
        ):
            number = next_number(counting)
            counting = counting.with_changes([], counting.highest_number + 1)
            numbered.append(change._replace(after=change.after._replace(number=number)))
        else:
            numbered.append(change)
    return numbered
