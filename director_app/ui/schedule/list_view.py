"""The list: rows like a spreadsheet. Typed in place, pasted, filled down, copied as a table."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from director_app.domain.facts import Subject
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import refusal_sentence
from director_app.ui.desk import MessageAction
from director_app.ui.schedule.list_cells import CellWork
from director_app.ui.schedule.list_delegate import ListDelegate
from director_app.ui.schedule.list_edits import NO_ARTIST, NO_VENUE, edit_of, status_names
from director_app.ui.schedule.list_model import KEYS, ScheduleList
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.wording import message

CELL_CHANGED = message("{title}: {column} changed")
_WIDTHS = {"number": 92, "date": 100, "time": 104, "responsible": 76, "confirmed": 66, "status": 86}
_SHARES = {"title": 30, "place": 26, "lineup": 24, "problems": 30}
"""Columns that share the room left over, and in which proportion."""
_LEAST_SHARED = 96


class ListView(QTableView):
    """Deliveries as rows.

    Signals: ``menu_wanted(QPoint)``.
    """

    menu_wanted = Signal(object)

    def __init__(self, state: ScheduleState, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared, self.verbs = state, verbs
        self.setObjectName("schedule-list")
        self.table = ScheduleList(state, self)
        self.setModel(self.table)
        self.work = CellWork(self)
        self._delegate = ListDelegate(state, self.table, self)
        self._delegate.typed.connect(self._typed)
        self._delegate.entered.connect(self._go_down)
        self.setItemDelegate(self._delegate)
        self._delegate.closeEditor.connect(
            self._delegate.tell_typed
        )  # after the view's own, which takes the field away
        self._following = False
        self._stale = True
        self._own_widths = self._sharing = False
        self._arrange()
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.selectionModel().currentChanged.connect(self._tell_selection)
        state.refreshed.connect(self._refresh)
        state.selected.connect(self.follow_selection)
        state.turned.connect(self.scroll_to_day)

    def _arrange(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(28)
        head = self.horizontalHeader()
        head.setFixedHeight(28)
        head.setHighlightSections(False)
        head.setFont(self.shared.desk.look.font("micro"))
        head.setStretchLastSection(True)
        self._share_room()
        head.sectionResized.connect(self._resized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room, until she makes a column wider or narrower herself."""
        super().resizeEvent(event)
        if not self._own_widths:
            self._share_room()

    def _share_room(self) -> None:
        self._sharing = True
        metrics = QFontMetrics(self.shared.desk.look.font("body"))
        words = status_names(self.shared.desk.wording.language)
        widths = _WIDTHS | {"status": max(metrics.horizontalAdvance(word) for word in words) + 36}
        room = self.viewport().width() - sum(widths.values())
        for column, key in enumerate(KEYS):
            shared = max(_LEAST_SHARED, room * _SHARES.get(key, 0) // sum(_SHARES.values()))
            self.setColumnWidth(column, widths.get(key, shared))
        self._sharing = False

    def _resized(self, _column: int, _old: int, _new: int) -> None:
        if not self._sharing and self.horizontalHeader().underMouse():
            self._own_widths = True

    # -- following ---------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Something drawn differs; what exactly is told by `follow`, else everything."""
        self.viewport().update()

    def show_plan(self) -> None:
        """Show the plan from the start."""
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def follow(self, outcome: Any) -> None:
        """Show what an operation changed; an open editor elsewhere and the place of the keyboard survive."""
        if self._stale:
            return
        keyboard = self.currentIndex()
        held = (self.table.delivery_at(keyboard.row()), keyboard.column()) if keyboard.isValid() else None
        self.table.follow(outcome.changes)
        if held is not None and held[0] is not None:
            row = self.table.position_of(held[0].id)
            if row >= 0 and self.currentIndex().row() != row:
                self._put_current(row, held[1])

    def look_again(self) -> None:
        """Problems, language or theme changed."""
        self.setFont(self.shared.desk.look.font("body"))
        self.horizontalHeader().setFont(self.shared.desk.look.font("micro"))
        if not self._own_widths:
            self._share_room()
        if not self._stale:
            self.table.look_again()
            self.table.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(KEYS) - 1)

    def showEvent(self, event: Any) -> None:
        """Make the rows when they are first seen."""
        super().showEvent(event)
        if self._stale:
            self._catch_up()
            self.scroll_to_day()
        self.follow_selection()

    def _catch_up(self) -> None:
        self._stale = False
        self.table.show_plan()

    def scroll_to_day(self) -> None:
        """Bring the day shown to the top."""
        if self.isVisible() and self.table.rowCount():
            row = min(self.table.position_of_day(self.shared.day), self.table.rowCount() - 1)
            self.scrollTo(self.table.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def scroll_to_month(self, day: datetime.date) -> None:
        """Bring the first row of a month to the top."""
        self.shared.day = day.replace(day=1)
        self.scroll_to_day()

    # -- selection ---------------------------------------------------------------------------------------------

    def follow_selection(self) -> None:
        """Stand on what is selected elsewhere."""
        if self._following or not self.isVisible() or self.shared.current is None:
            return
        present = self.currentIndex()
        one = self.table.delivery_at(present.row()) if present.isValid() else None
        row = self.table.position_of(self.shared.current)
        if row >= 0 and (one is None or one.id != self.shared.current):
            self._put_current(row, max(0, present.column()))

    def _put_current(self, row: int, column: int) -> None:
        self._following = True
        index = self.table.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        self.scrollTo(index)

    def _tell_selection(self, _one: object = None, _other: object = None) -> None:
        if self._following or not self.isVisible():
            return
        self._following = True
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        chosen = [one for one in map(self.table.delivery_at, sorted(rows)) if one is not None]
        current = self.table.delivery_at(self.currentIndex().row()) if self.currentIndex().isValid() else None
        self.shared.current = current.id if current is not None and current in chosen else None
        if current is not None and current.date is not None:
            self.shared.cursor = self.shared.day = current.date
            self.shared.moved_in_list()
        self.shared.desk.select(Subject("deliveries", one.id) for one in chosen)
        self._following = False
        self.viewport().update()

    def select_rows(self, rows: list[int]) -> None:
        """Select whole rows."""
        selection = QItemSelection()
        for row in rows:
            selection.select(self.table.index(row, 0), self.table.index(row, len(KEYS) - 1))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the selected rows."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.where() if by_key else event.globalPos())

    def type_when(self) -> None:
        """Type the date of the row at the keyboard."""
        index = self.currentIndex()
        if index.isValid():
            self.edit(self.table.index(index.row(), KEYS.index("date")))

    # -- keys --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste, fill down, clear; Enter types."""
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and key == Qt.Key.Key_C:
            self.work.copy()
        elif control and key == Qt.Key.Key_V:
            self.work.paste()
        elif control and key == Qt.Key.Key_D:
            self.work.fill_down()
        elif control and key == Qt.Key.Key_L:
            self.verbs.toggle_lock()
        elif control and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.verbs.remove()
        elif key == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.work.clear_cells()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_resting():
            if self.currentIndex().isValid():
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def is_resting(self) -> bool:
        """Whether no cell is being typed into."""
        return self.state() != QAbstractItemView.State.EditingState

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a cell, so that the keyboard has somewhere to begin."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.table.rowCount() > 1:
            row = min(self.table.position_of_day(self.shared.day) + 1, self.table.rowCount() - 1)
            self._put_current(row, KEYS.index("title"))

    def _go_down(self) -> None:
        """After Enter, stand on the cell below; the heads of days are no cells."""
        index = self.currentIndex()
        for row in range(index.row() + 1, min(index.row() + 3, self.table.rowCount())):
            if self.table.delivery_at(row) is not None:
                self._put_current(row, index.column())
                self._tell_selection()
                return

    # -- acting ------------------------------------------------------------------------------------------------

    def _typed(self, row: int, column: int, text: str) -> None:
        one = self.table.delivery_at(row)
        if one is not None:
            self.type_cell(one, KEYS[column], text)

    def type_cell(self, one: Delivery, column: str, text: str, *, make_new: bool = False) -> bool:
        """Take a typed cell; what is not understood is said, with the way to add an unknown name."""
        desk = self.shared.desk
        try:
            edit = edit_of(desk.plan, one, column, text, make_new=make_new)
        except RefusedInput as refusal:
            self._say_refused(refusal, one, column, text)
            return False
        if edit is None:
            return True
        name = self.table.head([KEYS.index(column)])[0]
        return desk.perform(edit, StepName(CELL_CHANGED, {"title": self.verbs.title(one), "column": name})) is not None

    def _say_refused(self, refusal: RefusedInput, one: Delivery, column: str, text: str) -> None:
        desk = self.shared.desk
        actions = []
        if refusal.message in (NO_VENUE, NO_ARTIST):
            name = desk.wording.text("Add “{name}”", name=str(refusal.values["name"]))
            actions.append(MessageAction(name, _TypeAgain(self, one.id, column, text)))
        desk.say(refusal_sentence(desk.wording, refusal), actions, lasting=bool(actions), level="warning")

    def cells(self) -> list[tuple[int, int]]:
        """The selected cells of deliveries, row by row."""
        found = [(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()]
        return sorted(cell for cell in found if self.table.delivery_at(cell[0]) is not None)

    def copy_table(self) -> None:
        """Copy whole rows as a table."""
        self.work.copy_table()

    def where(self) -> QPoint:
        """The global point of the cell at the keyboard, for menus opened by key."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())


class _TypeAgain:
    """Takes a cell once more, adding the name nobody knew."""

    def __init__(self, view: ListView, delivery: str, column: str, text: str) -> None:
        self._view, self._delivery, self._column, self._text = view, delivery, column, text

    def __call__(self) -> None:
        one = self._view.verbs.delivery(self._delivery)
        if one is not None:
            self._view.type_cell(one, self._column, self._text, make_new=True)
