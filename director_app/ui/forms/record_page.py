"""What the workspaces of programmes, artists and venues share: a list at the left, a form at the right."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from director_app.domain.collecting import making_what_stays
from director_app.domain.edits import Add, Remove
from director_app.domain.ids import new_id
from director_app.domain.plan import Plan, RecordChange
from director_app.operations.open_plan import StepName
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.forms.list_pane import ListPane
from director_app.ui.forms.merge_desk import MergeOffer
from director_app.ui.forms.name_field import name_in
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.messages import way_back
from director_app.ui.models.columns import Listing
from director_app.ui.models.figures import Figures
from director_app.ui.models.ordering import Ordered, Ordering
from director_app.ui.models.record_table import RecordTable
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import column_of
from director_app.ui.widgets.text import Text, set_ground
from director_app.ui.workspaces.page import Page
from director_app.wording import message

COPY_OF = message("{title} (copy)")
LEVELS = ("block", "warning", "note")
COUNT_MS = 150
"""The counts on the chips follow when the hands rest; in a long list they look at every record."""

ORDERED_AT_ONCE = 2000
"""Longer lists, and lists about more deliveries, are prepared beside the window."""


class _Prepared(NamedTuple):
    plan: Plan
    ordered: Ordered
    known: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Preparing:
    """Puts a long list in order and works out the figures of its rows."""

    plan: Plan
    ordering: Ordering
    figures: Figures[Any] | None

    def __call__(self, stop: threading.Event) -> _Prepared:
        del stop  # a second or two at most
        with making_what_stays(len(self.plan.deliveries)):
            ordered = self.ordering()
            known = self.figures.all_of(self.plan, ordered.keys) if self.figures is not None else {}
            return _Prepared(self.plan, ordered, known)


_NARROW: Final = 960
"""Width of the workspace under which list, facts and photo do not fit side by side."""


class RecordPage(Page):
    """A list of records of one kind and the form of the one that is chosen."""

    kind = ""
    add_text = ""

    def __init__(self, desk: Desk, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._levels: dict[str, str] = {}
        self._turning: QBoxLayout | None = None
        self._is_behind = False
        self.editor = RecordEditor(desk, self.kind, self)
        self.model = RecordTable(listing, desk.wording, self)
        self._import = Button(desk.look, "", "normal", "clipboard-paste")
        self._import.clicked.connect(self.import_table)
        self._add = Button(desk.look, "", "normal", "plus")
        self._add.clicked.connect(self.add_record)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNT_MS)

    # -- made by the workspaces -----------------------------------------------------------------------------

    def build(self, pane: ListPane, form: QWidget, empty: QWidget, *, width: int = 0) -> None:
        """Put the list, the scrolled form and the page shown when there is nothing side by side."""
        self.pane = pane
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("kind", "scrolled")
        column = QHBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self._scroll.setWidget(holder)
        set_ground(self, "surface")
        self._nothing_chosen = Text(self.desk.look, "", "body", "text3")
        self._nothing_chosen.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._whole = QStackedWidget(self)
        filled = QWidget(self._whole)
        self._right = QStackedWidget(filled)
        self.merging = MergeOffer(self.desk, self.kind)
        for page in (self._nothing_chosen, column_of(self.merging, self._scroll, spacing=0), self.merging.panel):
            self._right.addWidget(page)
        row = QHBoxLayout(filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(upright_line())
        row.addWidget(self._right, 1)
        self._whole.addWidget(filled)
        self._whole.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.add_whole(layout, self._whole)
        # Last, when what is around them has its place: with each new parent Qt styles all of them again.
        row.insertWidget(0, pane)
        if width:
            form.setMaximumWidth(width)
        column.addWidget(form, 1000)  # takes all room up to its greatest width; what is left over stays empty
        if width:
            column.addStretch(1)
        self._connect(pane)
        self.retranslate()

    def _connect(self, pane: ListPane) -> None:
        self.merging.opened.connect(self._open_comparison)
        self.merging.closed.connect(self._close_comparison)
        pane.chosen.connect(self.show_record)
        pane.entered.connect(self._enter_form)
        pane.delete_asked.connect(self.delete_record)
        pane.allow_several()
        pane.selection_changed.connect(self._offer_merge)
        self._counting.timeout.connect(self._count)

    def turn_when_narrow(self, row: QBoxLayout) -> None:
        """Let a row of the form stand as a column where there is no room for both sides, as a photo beside facts."""
        self._turning = row
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list gives way to the form, and the photo stands under the facts."""
        super().resizeEvent(event)
        self.pane.give_way(is_narrow=self.width() < _NARROW)
        self._turn()

    def _turn(self) -> None:
        is_narrow = self.width() < _NARROW
        if self._turning is not None:
            beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._turning.setDirection(under if is_narrow else beside)

    def add_whole(self, layout: QVBoxLayout, whole: QWidget) -> None:
        """Put list and form into the page; a workspace with tabs puts them into one."""
        layout.addWidget(whole)

    def focus_form(self) -> None:
        """Put the cursor into the first field of the form."""

    def fresh_record(self) -> Any:
        """A new record with nothing in it yet."""
        raise NotImplementedError

    # -- the toolbar ----------------------------------------------------------------------------------------

    def toolbar_right(self) -> Sequence[QWidget]:
        """Import and add."""
        return (self._import, self._add)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self.desk.wording
        self._import.setText(wording.text("Import a table"))
        self._add.setText(wording.text(self.add_text))
        self._nothing_chosen.setText(wording.text("Choose a row to see it here."))
        self.model.set_wording(wording)
        self._counting.start()

    # -- following the plan ---------------------------------------------------------------------------------

    def plan_replaced(self) -> None:
        """Show the plan from scratch; a long list is put in order beside the window first."""
        self._show_whole()
        plan = self.desk.plan
        if len(plan.table(self.kind)) + len(plan.deliveries) > ORDERED_AT_ONCE:
            work = _Preparing(plan, self.model.ordering(plan), self.figures())
            self.desk.background.run(work, then=self._show_prepared)
        else:
            self._show_rows(plan)

    def figures(self) -> Figures[Any] | None:
        """What is counted for the rows, if anything is."""
        return None

    def _show_prepared(self, found: _Prepared) -> None:
        plan, ordered, known = found
        figures = self.figures()
        if figures is not None:
            figures.take(plan, known)
        self._show_rows(plan, ordered)
        if plan is not self.desk.plan:
            self.model.follow(self.desk.plan)

    def _show_rows(self, plan: Plan, ordered: Ordered | None = None) -> None:
        self.model.show_plan(plan, ordered)
        self._counting.start()
        present = self.editor.id if self.model.row_of(self.editor.id) >= 0 else self.pane.first_row()
        self.show_record(present)

    def plan_changed(self, outcome: Any) -> None:
        """Show what an operation changed."""
        changes: tuple[RecordChange, ...] = outcome.changes
        left = self._left_by(changes)
        self.model.follow(outcome.plan, changes)
        if left is not None:
            self.show_record(left)
        self._catch_up()

    def problems_changed(self, problems: Any) -> None:
        """Show problem icons in the list."""
        before, self._levels = self._levels, levels_of(problems, self.kind)
        touched = {one for one in {*before, *self._levels} if before.get(one) != self._levels.get(one)}
        self.model.refresh(touched)
        self._catch_up()

    def level_of(self, identity: str) -> str:
        """The worst level of the problems that name a record; empty without one."""
        return self._levels.get(identity, "")

    def show_subject(self, subject: object) -> None:
        """Show a record."""
        if isinstance(subject, tuple) and len(subject) == 2 and subject[0] == self.kind:
            self.show_record(str(subject[1]))

    def show_record(self, identity: str) -> None:
        """Show the form of a record, or that none is chosen."""
        self.pane.choose(identity)
        if identity != self.editor.id:
            self._scroll.verticalScrollBar().setValue(0)
        self.editor.show(identity)
        is_there = bool(self.editor.id) and self.desk.plan.find(self.kind, self.editor.id) is not None
        self._right.setCurrentIndex(1 if is_there else 0)
        self._offer_merge()

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the list."""
        self.pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.search.selectAll()

    # -- acting ---------------------------------------------------------------------------------------------

    def add_record(self) -> None:
        """Add an empty record and go into its first field."""
        record = self.fresh_record()
        if self.desk.perform(Add((record,)), StepName(steps.ADDED, {"title": self._add.text()})) is not None:
            self.pane.clear_filter()
            self.show_record(record.id)
            self.focus_form()

    def duplicate_record(self) -> None:
        """Add a copy of the record that is shown."""
        record = self.desk.plan.find(self.kind, self.editor.id)
        if record is None:
            return
        field = "name" if hasattr(record, "name") else "title"
        name = self.desk.wording.text(COPY_OF, title=name_in(record))
        copy = record._replace(id=new_id(), **{field: name})
        if self.desk.perform(Add((copy,)), StepName(steps.ADDED, {"title": name})) is not None:
            self.show_record(copy.id)

    def delete_shown(self) -> None:
        """Delete the record that is shown."""
        self.delete_record(self.editor.id)

    def delete_record(self, identity: str) -> None:
        """Delete a record; a message offers to take it back."""
        record = self.desk.plan.find(self.kind, identity)
        if record is None:
            return
        name = name_in(record) or self.desk.wording.undecided()
        step = StepName(steps.REMOVED, {"title": name})
        if self.desk.perform(Remove(self.kind, identity), step) is not None:
            wording = self.desk.wording
            undo = way_back(wording, self.desk.undo)
            self.desk.say(wording.text("“{title}” was removed.", title=name), (undo,))

    def import_table(self) -> None:
        """Ask the window for its import."""
        action = self.window().findChild(QAction, "import-table")
        if action is not None:
            action.trigger()

    def more_menu(self, button: Button, further: Sequence[tuple[str, Callable[[], object]]] = ()) -> QMenu:
        """The menu behind "…": duplicate, delete, and what a workspace adds."""
        wording = self.desk.wording
        menu = QMenu(button)
        for text, act in further:
            menu.addAction(wording.text(text)).triggered.connect(act)
        menu.addAction(wording.text("Duplicate")).triggered.connect(self.duplicate_record)
        menu.addSeparator()
        delete = menu.addAction(self.desk.look.icons.icon("trash-2", "block"), wording.text("Delete"))
        delete.triggered.connect(self.delete_shown)
        return menu

    # -- inner life -----------------------------------------------------------------------------------------

    def _enter_form(self, identity: str) -> None:
        self.show_record(identity)
        self.focus_form()

    def _left_by(self, changes: tuple[RecordChange, ...]) -> str | None:
        """Where to go when the record shown was removed; None when it is still there."""
        gone = {change.id for change in changes if change.kind == self.kind and change.after is None}
        if self.editor.id not in gone:
            back = next((change.id for change in changes if change.kind == self.kind and change.before is None), None)
            return back if not self.editor.id else None
        ids = self.model.ids()
        place = ids.index(self.editor.id) if self.editor.id in ids else 0
        after = [one for one in ids[place:] if one not in gone]
        before = [one for one in ids[:place] if one not in gone]
        return after[0] if after else (before[-1] if before else "")

    def _offer_merge(self) -> None:
        self.merging.offer(self.editor.id, self.pane.selected_ids())

    def _open_comparison(self) -> None:
        self._right.setCurrentWidget(self.merging.panel)

    def _close_comparison(self, identity: str) -> None:
        self.show_record(identity or self.editor.id)
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_whole(self) -> None:
        self._whole.setCurrentIndex(0 if self.desk.plan.table(self.kind) else 1)

    def _catch_up(self) -> None:
        """Show the form and the counts anew; a workspace nobody looks at waits until it is shown."""
        self._is_behind = not self.isVisible()
        self._show_whole()
        if not self._is_behind:
            self._counting.start()
            self.editor.refresh()
            self._offer_merge()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        if self._is_behind:
            self._catch_up()

    def _count(self) -> None:
        self.pane.show_counts()


def upright_line() -> QFrame:
    """A hairline as high as what it parts."""
    line = QFrame()
    line.setProperty("kind", "divider")
    line.setFixedWidth(1)
    return line


def levels_of(problems: Sequence[Any], kind: str) -> dict[str, str]:
    """The worst level per record of a kind."""
    worst: dict[str, str] = {}
    for problem in problems:
        for subject in problem.subjects:
            if subject.kind == kind:
                present = worst.get(subject.id)
                if present is None or LEVELS.index(str(problem.level)) < LEVELS.index(present):
                    worst[subject.id] = str(problem.level)
    return worst
