"""Making a document of a plan, with the sentences that only operations know: the words of problems."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from director_app.documents.catalogue import document_named
from director_app.documents.layout import ProblemLine
from director_app.documents.making import make_document, sheets_said
from director_app.documents.options import Changes, DocumentOptions, Made
from director_app.documents.plain_tables import PlainTable, tables_in
from director_app.documents.tables import TableOptions, cell_text, schedule_sheet
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations.sentences import problem_sentence
from director_app.planner.checks import check_plan
from director_app.planner.problems import first_day, in_order, is_accepted
from director_app.wording import Wording, message

NO_DATE: Final = message("There is no date to print, so {document} cannot be made.")
#: The sheet of what changed also speaks of dates that are no longer there; letters speak of applications.
_SHEET_OF_CHANGES: Final = "changes"


def print_document(
    plan: Plan,
    name: str,
    out: Path,
    wording: Wording,
    options: DocumentOptions,
    progress: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
    contents: Callable[[str], bytes | None] | None = None,
) -> Made:
    """Make the document `name` of `documents.catalogue`; changes nothing of the plan, so that a worker may do it.

    One that would speak of no date is refused, in the window as on the command line.

    `contents` gives the bytes of photos and logos, and for the sheet of changes those of editions, by their digests.

    Raises:
        RefusedInput: for a document that cannot be made so.
        CannotUseFile: when the file cannot be written.
        MakingStopped: when `stop` was set.
    """
    _refuse_without_dates(plan, name, wording, options)
    problems = _Problems(plan, wording, plan.today(options.made_at.date()))
    changes = _Changes(plan, wording, options, contents)
    return make_document(plan, name, out, wording, options, progress, stop, contents, problems, changes)


def tables_of_document(
    plan: Plan,
    name: str,
    wording: Wording,
    options: DocumentOptions,
    contents: Callable[[str], bytes | None] | None = None,
) -> tuple[PlainTable, ...]:
    """The tables of a document as plain texts; of one that is drawn for print, the dates it speaks of as one table.

    Raises:
        RefusedInput: for a document that cannot be made so.
    """
    _refuse_without_dates(plan, name, wording, options)
    spec = document_named(name)
    if spec is not None and not spec.is_editable:
        sheet = schedule_sheet(plan, wording, TableOptions(options.scope))
        rows = tuple(tuple(cell_text(cell) for cell in row) for row in sheet.rows)
        return (PlainTable(sheet.name, tuple(sheet.headers), rows),)
    problems = _Problems(plan, wording, plan.today(options.made_at.date()))
    changes = _Changes(plan, wording, options, contents)
    return tables_in(sheets_said(plan, name, wording, options, problems, changes))


def _refuse_without_dates(plan: Plan, name: str, wording: Wording, options: DocumentOptions) -> None:
    spec = document_named(name)
    if spec is None or name == _SHEET_OF_CHANGES or "application" in spec.scopes:
        return
    if any(map(options.scope.holds(plan), plan.deliveries.values())):
        return
    raise RefusedInput(NO_DATE, document=wording.text(spec.title))


@dataclass(frozen=True, slots=True)
class _Problems:
    """The problems of a plan that nobody accepted, in words and in order; found when asked."""

    plan: Plan
    wording: Wording
    today: datetime.date

    def __call__(self) -> Sequence[ProblemLine]:
        found = [one for one in check_plan(self.plan, self.today) if not is_accepted(self.plan, one)]
        lines = []
        for problem in in_order(self.plan, found):
            day = first_day(self.plan, problem)
            said = self.wording.date_short(day) if day is not None else ""
            lines.append(ProblemLine(problem.level.value, said, problem_sentence(self.wording, self.plan, problem)))
        return lines


@dataclass(frozen=True, slots=True)
class _Changes:
    """What changed since an edition, in words; found when asked.

    Raises:
        RefusedInput: when there is no such edition.
        CannotUseFile: when what it said cannot be read any more.
    """

    plan: Plan
    wording: Wording
    options: DocumentOptions
    contents: Callable[[str], bytes | None] | None

    def __call__(self) -> Changes:
        from director_app.operations.change_sentences import change_lines
        from director_app.operations.releases import edition_before, unpacked
        from director_app.planner.comparing import compare

        release = edition_before(self.plan, self.options)
        packed = self.contents(release.content) if self.contents is not None else None
        before = unpacked(packed, release.number)
        found = compare(before, self.plan, self.options.scope)
        day = release.published_at.date() if release.published_at is not None else None
        return Changes(str(release.number), day, change_lines(self.wording, before, self.plan, found))
