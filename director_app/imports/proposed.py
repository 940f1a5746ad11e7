"""What an import proposes: rows with an outcome, reasons, differences and the record changes they would make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from director_app.domain.plan import Plan, RecordChange
from director_app.imports.columns import ColumnMapping
from director_app.imports.drafts import Draft
from director_app.imports.remarks import Remark


class RowOutcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    UNCLEAR = "unclear"
    REFUSED = "refused"


class Difference(NamedTuple):
    """One field of a record that the row says differently."""

    kind: str
    id: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """One row of a file and what it would do."""

    file: str
    sheet: str
    row: int
    kind: str
    outcome: RowOutcome
    #: What the row is about, as it is written.
    title: str
    remarks: tuple[Remark, ...] = ()
    differences: tuple[Difference, ...] = ()
    #: What the row changes; of an unclear row, what it would add if it were taken as new.
    changes: tuple[RecordChange, ...] = ()
    #: Of an unclear row: kind and id of the records it may mean.
    candidates: tuple[tuple[str, str], ...] = ()
    #: Kind and id of the records the row is about; a refused row is about none.
    records: tuple[tuple[str, str], ...] = ()


class LeftRows(NamedTuple):
    """The rows of one sheet that an import does not take for certain, word for word, to be mended by hand."""

    file: str
    sheet: str
    #: What stands above the header; it may name the year.
    above: tuple[tuple[str, ...], ...]
    headers: tuple[str, ...]
    #: The texts of each row by its number.
    rows: Mapping[int, tuple[str, ...]]


class TableReading(NamedTuple):
    """How one sheet was read; the mapping may be corrected and given to the next proposal."""

    file: str
    sheet: str
    mapping: ColumnMapping
    #: The first rows below the header, as texts, for a preview.
    sample: tuple[tuple[str, ...], ...]
    rows: int


@dataclass(frozen=True, slots=True)
class ImportProposal:
    """Everything an import would do to one plan; nothing has happened yet."""

    plan: Plan
    files: tuple[str, ...]
    tables: tuple[TableReading, ...]
    rows: tuple[ProposedRow, ...]
    #: On files and sheets, and on rows that are no data (totals, repeated headers).
    remarks: tuple[Remark, ...] = ()
    #: Cells from which a resident registration number was taken.
    resident_numbers: int = 0
    #: The rows as they were understood, to propose them again with other answers.
    drafts: tuple[Draft, ...] = ()
    #: Rows that are refused or unclear, as they were written; entries of JSON lists are not among them.
    left_rows: tuple[LeftRows, ...] = ()
    #: Events of the calendars among the files, None without one.
    events: int | None = None
    #: Whether the rows only fill in what is undecided.
    fills_blanks: bool = False
    #: A whole plan of this program, when that is what the file is; its records are counted, not listed.
    whole_plan: Any = None
    #: That plan worked out on ours, so that taking it in does not do so again.
    whole_edit: Any = None
    whole_counts: Mapping[RowOutcome, int] = field(default_factory=dict)

    def count(self, outcome: RowOutcome) -> int:
        """How many rows have an outcome."""
        return self.counts[outcome]

    @property
    def counts(self) -> Counter[RowOutcome]:
        """Rows by outcome."""
        return Counter(row.outcome for row in self.rows) + Counter(self.whole_counts)

    def all_remarks(self) -> list[Remark]:
        """Every remark with its place: files and sheets first, then row by row."""
        placed = [item for row in self.rows for item in row.remarks]
        general = dict.fromkeys(item for item in (*self.remarks, *placed) if item.row is None)
        by_row = dict.fromkeys(item for item in (*self.remarks, *placed) if item.row is not None)
        order = {file: index for index, file in enumerate(self.files)}
        return list(general) + sorted(by_row, key=lambda item: (order.get(item.file, 0), item.sheet, item.row or 0))
