"""The way of a table into the plan: its page, the step it becomes, and back to where she came from with the news."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.imports import field_names as names
from director_app.operations.begun_seasons import season_of_import
from director_app.operations.importing import ImportProposal, RowOutcome, accept_import
from director_app.operations.open_plan import Outcome, StepName
from director_app.operations.remembered_columns import remember_columns
from director_app.operations.sentences import refusal_sentence
from director_app.operations.whole_plans import dates_given
from director_app.ui.desk import Desk
from director_app.ui.importing.import_page import ImportPage, Source
from director_app.ui.messages import MessageAction, way_back
from director_app.ui.opening import imported_day, opening_day
from director_app.ui.plan_calls import Accepting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from director_app.domain.season import Complex, Season
    from director_app.ui.frame.plan_frame import PlanFrame
    from director_app.ui.questions import Questions

_WORKSPACES: Final = {
    names.DELIVERIES: "schedule",
    names.APPLICATIONS: "schedule",
    names.ARTISTS: "artists",
    names.VENUES: "venues",
    names.PROGRAMMES: "programmes",
}
"""Where a season that begins with a table is looked at first."""

_WITH_WISHES: Final = frozenset({"overview", "schedule"})


class PlanOfImports(Protocol):
    """What a table is taken into: the plan that is open, or one that begins with it."""

    @property
    def frame(self) -> PlanFrame | None:
        """The frame of the open plan."""

    def begin_empty(self, stem: str, season: Season, complex_: Complex | None = None) -> bool:
        """Make a plan that knows this much, and open it; whether that went."""

    def show_present(self) -> None:
        """Show the plan that is open, or the start page."""

    def when_kept(self, act: Callable[[], object]) -> None:
        """Do this once the copy of the plan from before is kept."""


class TableImports(QObject):
    """The import page of a window and what becomes of what she decides there."""

    def __init__(
        self, plans: PlanOfImports, stack: QStackedWidget, page: ImportPage, questions: Questions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._plans = plans
        self._questions = questions
        self._stack = stack
        self.page = page
        page.left.connect(self._leave)
        page.accept_wanted.connect(self._accept)
        page.save_wanted.connect(self._save_left_out)
        stack.addWidget(page)

    def begin(self, source: Source) -> None:
        """Show a table as it would be understood; nothing is changed yet."""
        self._stack.setCurrentWidget(self.page)
        self.page.dates = self._dates()
        self.page.begin(self._plan(), (source,))

    def begin_again(self) -> None:
        """Show the rows of the last table that were left out."""
        self._stack.setCurrentWidget(self.page)
        self.page.read_again(self._plan())

    def _plan(self) -> Plan:
        frame = self._plans.frame
        return frame.desk.plan if frame is not None else Plan()

    def _dates(self) -> Mapping[str, DeliveryId]:
        """What calendars have as dates of events that repeat; nothing where that cannot be read."""
        frame = self._plans.frame
        return (frame.desk.attempt(partial(dates_given, frame.desk.open_plan)) if frame is not None else None) or {}

    def _leave(self) -> None:
        self._plans.show_present()

    def _save_left_out(self, proposal: Any, unclear_too: bool) -> None:
        """Ask where, and write the rows that are left out as a table that can be mended and imported again."""
        from director_app.operations.refused_rows import proposed_name, refuse_target, write_left_out

        page, wording = self.page, self.page.look.wording
        folder = page.folder() or Path.home()
        kinds = wording.text("Tables (*.xlsx *.csv)")
        title = wording.text("Save rows left out as a table")
        out = self._questions.file_to_write(page, title, kinds, folder / proposed_name(proposal, wording))
        if out is None:
            return
        frame = self._plans.frame
        try:
            refuse_target(out, frame.desk.open_plan.path if frame is not None else None, page.files())
            kept = write_left_out(proposal, out, wording, unclear_too=unclear_too)
        except Refusal as refusal:
            page.rows.saved.show_if_said(refusal_sentence(wording, refusal))
            return
        page.rows.saved.show_if_said(
            wording.plural(
                "{n} row is in {file}. Mend it there and import that file.",
                "{n} rows are in {file}. Mend them there and import that file.",
                kept.rows, file=out.name,
            )
            if kept.rows
            else wording.text("No row of a table is left out now; nothing was written.")
        )  # fmt: skip

    def _accept(self, proposal: Any, unclear: Any) -> None:
        """Take a table in, once the copy from before it is kept."""
        self._plans.when_kept(partial(self._take, proposal, unclear))

    def _take(self, proposal: ImportProposal, unclear: Any) -> None:
        plans, aside = self._plans, self.page.rows_left_out()
        is_first = plans.frame is None
        if is_first and not plans.begin_empty(Path(proposal.files[0]).stem, season_of_import(proposal, unclear)):
            return
        self._leave()
        if plans.frame is None:
            return
        desk = plans.frame.desk
        outcome = desk.attempt(Accepting(accept_import, desk.open_plan, proposal, unclear))
        if outcome is not None:
            remember_columns(self.page.corrections())
            self._show_taken(proposal, outcome, is_first=is_first)
            self._say_taken(desk, _count(proposal, outcome, unclear), aside, outcome.step)

    def _show_taken(self, proposal: ImportProposal, outcome: Outcome, *, is_first: bool) -> None:
        """Dates are seen in the month; of anything else she sees more where she came from."""
        frame = self._plans.frame
        if frame is None:
            return
        desk = frame.desk
        deliveries = [change.id for change in outcome.changes if change.kind == "deliveries"]
        dated = deliveries or [change.id for change in outcome.changes if change.kind == "applications"]
        kinds = {row.kind for row in proposal.rows}
        if deliveries or (dated and (is_first or frame.present_page in _WITH_WISHES)):
            day = imported_day(desk.plan, dated, desk.today())
            frame.show_page("schedule", day or opening_day(desk.plan, desk.today()))
        elif is_first and len(kinds) == 1:
            frame.show_page(_WORKSPACES[kinds.pop()])

    def _say_taken(self, desk: Desk, count: int, aside: int, step: StepName | None) -> None:
        wording = desk.wording
        if step is None:
            desk.say(wording.text("Nothing has changed in this file."))
            return
        undo = way_back(wording, _UndoingImport(desk, step))
        if not aside:
            desk.say(wording.text("Imported {new}.", new=count), (undo,), level="ok")
            return
        text = wording.plural(
            "Imported {new}. {n} row to check was left out.",
            "Imported {new}. {n} rows to check were left out.",
            aside,
            new=count,
        )
        look = MessageAction(wording.text("See these rows"), self.begin_again)
        desk.say(text, (look, undo), lasting=True, level="ok")


def _count(proposal: ImportProposal, outcome: Outcome, unclear: str) -> int:
    taken = [RowOutcome.NEW, RowOutcome.CHANGED, *([RowOutcome.UNCLEAR] if unclear == "new" else [])]
    return sum(proposal.count(kind) for kind in taken) if outcome.changes else 0


@dataclass(frozen=True, slots=True)
class _UndoingImport:
    """Takes the import back; when it is not the last thing that was done, what was typed since stays."""

    desk: Desk
    step: StepName

    def __call__(self) -> None:
        if self.desk.open_plan.undo_name == self.step:
            self.desk.undo()
        else:
            self._take_out()

    def _take_out(self) -> None:
        """What it brought goes; what was typed since stays."""
        from director_app.operations.taking_out import take_out_import

        desk, file = self.desk, str(self.step.values.get("file", ""))
        taken = desk.attempt(partial(take_out_import, desk.open_plan, file))
        if taken is not None:
            desk.say(desk.wording.text("The import of {file} was taken back; what was typed since stays.", file=file))
