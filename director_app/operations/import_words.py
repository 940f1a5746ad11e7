"""What a row of an import is about and what it would change, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from director_app.imports.proposed import Difference, ImportProposal, ProposedRow, RowOutcome
from director_app.operations.field_words import RecordWords
from director_app.wording import Wording

_SHORT: Final = 60


class ChangeWords(NamedTuple):
    """One field that a row says differently: of which record, what it is called, before and after in words."""

    kind: str
    id: str
    name: str
    #: Empty when the row adds the whole record.
    field: str
    label: str
    before: str
    after: str
    #: Whether it is the record the row is about.
    is_main: bool = True


class RowWords:
    """Speaks of the rows of one proposal in one language."""

    def __init__(self, wording: Wording, proposal: ImportProposal) -> None:
        self._wording = wording
        self._proposal = proposal

    @cached_property
    def _words(self) -> RecordWords:
        """Words in the plan as the rows would make it, to know the names of what they add."""
        rows = sorted(self._proposal.rows, key=lambda row: row.outcome is not RowOutcome.UNCLEAR)
        after = self._proposal.plan.with_changes(change for row in rows for change in row.changes)
        return RecordWords(self._wording, after)

    @cached_property
    def _cells(self) -> dict[tuple[str, str, int], str]:
        """The words of the rows that are left out."""
        texts = {}
        for left in self._proposal.left_rows:
            for number, cells in left.rows.items():
                text = " / ".join(" ".join(cell.split()) for cell in cells if cell)
                texts[left.file, left.sheet, number] = text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
        return texts

    def what(self, row: ProposedRow) -> str:
        """What a row is about: title, date, time and place of a delivery, else a name, else the words of its cells."""
        wording = self._wording
        if not row.records:
            return row.title or self._cells.get((row.file, row.sheet, row.row), "")
        first = self._words.record(*row.records[0], row.title)
        rest = len(row.records) - 1
        return wording.plural("{what} and {n} more", "{what} and {n} more", rest, what=first) if rest else first

    def changes(self, row: ProposedRow) -> list[ChangeWords]:
        """What a changed row changes, field by field, and which records it adds in passing."""
        if row.outcome is not RowOutcome.CHANGED:
            return []
        several = len(row.records) > 1
        words = [
            self._change(one, is_main=(one.kind, one.id) in row.records and not several) for one in row.differences
        ]
        for change in row.changes:
            if change.before is None and change.after is not None:
                name = self._words.name(change.kind, change.id)
                added = self._wording.text("new")
                words.append(ChangeWords(change.kind, change.id, name, "", added, "", name, is_main=False))
        return words

    def sentence(self, change: ChangeWords) -> str:
        """One change on one line: "Start: 12:10 → 12:30"."""
        wording = self._wording
        if not change.field:
            return wording.text("also new: {name}", name=change.name)
        if change.is_main:
            return wording.text(
                "{label}: {before} → {after}", label=change.label, before=change.before, after=change.after
            )
        return wording.text(
            "{name}, {label}: {before} → {after}",
            name=change.name, label=change.label, before=change.before, after=change.after,
        )  # fmt: skip

    def candidates(self, row: ProposedRow) -> Iterator[tuple[str, str, str]]:
        """Kind, id and words of each record that an unclear row may mean."""
        before = RecordWords(self._wording, self._proposal.plan)
        for kind, identity in row.candidates:
            yield kind, identity, before.record(kind, identity, row.title)

    # -- words ---------------------------------------------------------------------------------------------

    def _change(self, one: Difference, *, is_main: bool) -> ChangeWords:
        label = self._words.label(one.kind, one.field)
        before, after = (self._words.value(one.field, value) for value in (one.before, one.after))
        return ChangeWords(
            one.kind, one.id, self._words.name(one.kind, one.id), one.field, label, before, after, is_main
        )
