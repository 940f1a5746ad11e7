"""An import as the command line reports it: counts, every row by what becomes of it, and every remark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from director_app.imports.proposed import ImportProposal, ProposedRow, RowOutcome
from director_app.imports.remarks import Remark, sentence_of
from director_app.operations.import_words import RowWords
from director_app.wording import Wording, message

#: The headings of the five lists.
OUTCOME_WORDS: Final = MappingProxyType(
    {
        RowOutcome.NEW: message("New"),
        RowOutcome.CHANGED: message("Changed"),
        RowOutcome.SAME: message("The same"),
        RowOutcome.UNCLEAR: message("Unclear"),
        RowOutcome.REFUSED: message("Refused"),
    }
)
#: So many lines are more than a screen shows; the counts are said again below them.
_SCREEN: Final = 40


def report(proposal: ImportProposal, wording: Wording) -> dict[str, Any]:
    """The proposal as plain data: counts, every row with what it would do, and every remark with file, row and reason.

    The records of a whole plan are counted, not listed.
    """
    words = RowWords(wording, proposal)
    return {
        **{outcome.value: proposal.count(outcome) for outcome in RowOutcome},
        "events": proposal.events,
        "rows": [_row_facts(words, row, wording) for row in proposal.rows],
        "remarks": [
            {"file": item.file, "row": item.row, "reason": sentence_of(item, wording)}
            for item in proposal.all_remarks()
        ],
    }


def _row_facts(words: RowWords, row: ProposedRow, wording: Wording) -> dict[str, Any]:
    return {
        "file": row.file,
        "sheet": row.sheet,
        "row": row.row,
        "kind": row.kind,
        "outcome": row.outcome.value,
        "what": words.what(row),
        "changes": [
            {
                "kind": one.kind, "id": one.id, "name": one.name, "field": one.field or None, "label": one.label,
                "before": one.before, "after": one.after,
            }
            for one in words.changes(row)
        ],
        "candidates": [{"kind": kind, "id": identity, "name": name} for kind, identity, name in words.candidates(row)],
        "reasons": [sentence_of(item, wording) for item in row.remarks],
    }  # fmt: skip


def counts_line(proposal: ImportProposal, wording: Wording) -> str:
    """The five counts in one sentence."""
    counts = {outcome.value: proposal.count(outcome) for outcome in RowOutcome}
    return wording.text(
        "{new} new, {changed} changed, {same} the same, {unclear} unclear, {refused} refused.", **counts
    )


def remark_lines(proposal: ImportProposal, wording: Wording) -> Iterator[str]:
    """Every remark with its place."""
    for item in proposal.all_remarks():
        reason = sentence_of(item, wording)
        if item.row is None:
            yield wording.text("{file}: {reason}", file=item.file, reason=reason)
        else:
            yield wording.text("{file}, row {row}: {reason}", file=item.file, row=item.row, reason=reason)


def list_lines(proposal: ImportProposal, wording: Wording) -> list[str]:
    """The counts, what is to be said of the files, and every row in the list of what would become of it."""
    words = RowWords(wording, proposal)
    of_files = dict.fromkeys(item for item in proposal.all_remarks() if item.row is None)
    said = (wording.text("{file}: {reason}", file=one.file, reason=sentence_of(one, wording)) for one in of_files)
    lines = [counts_line(proposal, wording), *said]
    beside: dict[tuple[str, str, int], list[Remark]] = {_where(row): [] for row in proposal.rows}
    for item in proposal.remarks:
        if _where(item) in beside:
            beside[_where(item)].append(item)
    for outcome in RowOutcome:
        rows = [row for row in proposal.rows if row.outcome is outcome]
        if rows:
            lines += ["", wording.text("{list} ({n})", list=wording.text(OUTCOME_WORDS[outcome]), n=len(rows))]
            lines += _rows(words, rows, beside, wording)
    no_data = [item for item in proposal.remarks if item.row is not None and _where(item) not in beside]
    if no_data:
        lines += ["", wording.text("{list} ({n})", list=wording.text("No data"), n=len(no_data))]
        lines += [f"  {_place(item, wording)}  {sentence_of(item, wording)}" for item in no_data]
    if len(lines) > _SCREEN:
        lines += ["", lines[0]]
    return lines


def _where(one: ProposedRow | Remark) -> tuple[str, str, int]:
    return one.file, one.sheet, one.row or 0


def _rows(
    words: RowWords,
    rows: Sequence[ProposedRow],
    beside: Mapping[tuple[str, str, int], Sequence[Remark]],
    wording: Wording,
) -> Iterator[str]:
    present = (rows[0].file, rows[0].sheet) if len({(row.file, row.sheet) for row in rows}) == 1 else ("", "")
    for row in rows:
        if (row.file, row.sheet) != present:
            present = (row.file, row.sheet)
            yield f"  {' · '.join(part for part in present if part)}"
        yield f"  {_place(row, wording)}  {words.what(row)}".rstrip()
        for change in words.changes(row):
            yield f"      {words.sentence(change)}"
        for item in (*row.remarks, *beside[_where(row)]):
            yield f"      {sentence_of(item, wording)}"
        for _kind, _id, name in words.candidates(row):
            yield f"      {wording.text('may be: {name}', name=name)}"


def _place(one: ProposedRow | Remark, wording: Wording) -> str:
    return wording.text("row {n}", n=one.row)
