"""How the cells of the list are drawn and typed into."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from director_app.domain.programme import Status
from director_app.ui.schedule.list_edits import status_names
from director_app.ui.schedule.list_model import KEYS, Line, ScheduleList
from director_app.ui.schedule.painting import ItemPainter
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.widgets.fields import commit_composition
from director_app.ui.widgets.glyphs import GLYPH, PROBLEM_ICON, paint_confirmations, paint_problem, paint_state

_Index = QModelIndex | QPersistentModelIndex
_PAD = 8
_TITLE, _STATUS, _CONFIRMED, _PROBLEMS = (KEYS.index(key) for key in ("title", "status", "confirmed", "problems"))
_COMPLETED = ("place", "lineup", "status")


class CellEditor(QLineEdit):
    """A cell being typed into; Enter takes it and goes down, Escape puts the old text back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names: QCompleter | None = None
        self.is_taken = False
        self.setFrame(False)
        self.setProperty("ring", "none")

    def shows_names(self) -> bool:
        """Whether the list of names is open."""
        popup = self.names.popup() if self.names is not None else None
        return popup is not None and popup.isVisible()


class ListDelegate(QStyledItemDelegate):
    """Draws and edits the cells.

    Signals: ``typed(int, int, str)`` with row, column and text when a cell was typed; ``entered()`` when Enter
    took it.
    """

    typed = Signal(int, int, str)
    entered = Signal()

    def __init__(self, state: ScheduleState, model: ScheduleList, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._model = model
        self._row: tuple[tuple[object, ...], Line | None, bool] | None = None
        self._noted: tuple[int, int, str] | None = None

    # -- drawing -----------------------------------------------------------------------------------------------

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are equally high."""
        return QSize(60, 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        pen = self._state.painter_for(painter.device().devicePixelRatioF())
        line, is_chosen = self._line_of_row(index.row())
        look = self._state.desk.look
        if line is None:
            self._head(painter, pen, rect, index)
            return
        if flags & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("select"))
        elif is_chosen:
            painter.fillRect(rect, look.color("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("grid"))
        self._cell(painter, pen, rect, index.column(), line)
        if flags & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _line_of_row(self, row: int) -> tuple[Line | None, bool]:
        """The row being drawn and whether it is selected elsewhere; asked for once, not once for each of its cells."""
        key = (row, self._model.generation, self._state.desk.selection)
        if self._row is None or self._row[0] != key:
            one = self._model.delivery_at(row)
            line = self._model.line_of(one) if one is not None else None
            self._row = (key, line, one is not None and self._state.is_selected(one.id))
        return self._row[1], self._row[2]

    def _head(self, painter: QPainter, pen: ItemPainter, rect: QRect, index: _Index) -> None:
        look = self._state.desk.look
        painter.fillRect(rect, look.color("canvas"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        column = index.column()
        if column > 1:
            return
        text = self._model.text_at(index.row(), column)
        font, role = ("strong", "text") if column == 0 else ("small", "text2")
        top = rect.top() + (4 if column == 0 else 5)
        left = rect.left() + (16 if column == 0 else _PAD)
        pen.texts.draw(painter, font, look.color(role), left, top, rect.right() - left + 40, text)

    def _cell(self, painter: QPainter, pen: ItemPainter, rect: QRect, column: int, line: Line) -> None:
        left = rect.left() + (16 if column == 0 else _PAD)
        theme = self._state.desk.theme
        hue = theme.no_initiative if line.hue < 0 else theme.initiative(line.hue)
        if column == _CONFIRMED:
            paint_confirmations(painter, theme, left, rect.top() + 11, line.confirmations)
            return
        if column == _TITLE:
            painter.fillRect(rect.left() + _PAD, rect.top() + 7, 3, 14, hue.edge)
            left += 9
        elif column == _STATUS:
            paint_state(painter, theme, QRectF(left, rect.top() + 9, GLYPH, GLYPH), line.status, hue.edge)
            left += GLYPH + 6
        elif column == _PROBLEMS and line.level:
            paint_problem(painter, theme, QRectF(left, rect.top() + 7, PROBLEM_ICON, PROBLEM_ICON), line.level)
            left += PROBLEM_ICON + 6
        self._text(painter, pen, rect, column, line, left)

    def _text(self, painter: QPainter, pen: ItemPainter, rect: QRect, column: int, line: Line, left: int) -> None:
        text = line.texts[column]
        theme = self._state.desk.theme
        is_open = column in line.undecided
        cancelled = line.status is Status.CANCELLED
        role = "text3" if cancelled else "text2" if is_open or column in (0, _PROBLEMS) else "text"
        font = "strong" if column == _TITLE and line.status is Status.CONFIRMED else "body"
        if column == _PROBLEMS:
            font = "small"
        top = rect.top() + (5 if font == "small" else 4)
        width = pen.texts.draw(painter, font, theme.color(role), left, top, rect.right() - left - 4, text)
        base = pen.texts.baseline(font, top)
        if is_open:
            dots = QPen(theme.color("control"), 1)
            dots.setDashPattern([1, 2])
            painter.setPen(dots)
            painter.drawLine(QPointF(left, base + 3.5), QPointF(left + width, base + 3.5))
        elif cancelled and column == _TITLE:
            painter.setPen(QPen(theme.color(role), 1))
            painter.drawLine(QPointF(left, base - 4.5), QPointF(left + width, base - 4.5))

    # -- typing ------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A field over the cell; names are completed."""
        editor = CellEditor(parent)
        editor.setFont(self._state.desk.look.font("body", tabular=True))
        editor.setAccessibleName(self._model.head([index.column()])[0])
        names = self._names(KEYS[index.column()])
        if names:
            completer = QCompleter(names, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(8)
            completer.activated.connect(self._take_named)
            editor.returnPressed.connect(self._take_typed)
            editor.names = completer
            editor.setCompleter(completer)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """The text of the cell; an open value is an empty field."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: Any, index: _Index) -> None:
        """Note what was typed; it is told when the field is closed, because the plan may move the row away."""
        commit_composition()
        if isinstance(editor, QLineEdit) and editor.isModified():
            self._noted = (index.row(), index.column(), editor.text())

    def tell_typed(self) -> None:
        """The field is closed: tell what was typed."""
        noted, self._noted = self._noted, None
        if noted is not None:
            self.typed.emit(*noted)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        """Exactly over the cell."""
        rect: QRect = option.rect
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter takes the cell at once; the arrow keys stay in the field while its list of names is open."""
        if isinstance(editor, CellEditor) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(editor)
                return True
            if editor.shows_names() and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                return False
        return super().eventFilter(editor, event)

    def _take(self, editor: CellEditor) -> None:
        if editor.is_taken:
            return
        editor.is_taken = True
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.entered.emit()

    def _take_typed(self) -> None:
        """Enter while the list of names was open: the field hears of it after the list."""
        editor = self.sender()
        if isinstance(editor, CellEditor):
            self._take(editor)

    def _take_named(self, _name: str) -> None:
        """A name was picked from the list."""
        names = self.sender()
        editor = names.parent()
        if isinstance(editor, CellEditor):
            editor.setModified(True)
            self._take(editor)

    def _names(self, column: str) -> list[str]:
        plan = self._state.desk.plan
        if column == "place":
            return sorted(venue.name for venue in plan.venues.values() if venue.name)
        if column == "lineup":
            return sorted(artist.name for artist in plan.artists.values() if artist.name)
        return list(status_names(self._state.desk.wording.language)) if column == "status" else []
