"""How cells of a table are painted and edited: pieces in one line or two, a status glyph, a tag, a problem."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from director_app.ui.drafts import DraftKeeper, Drafts
from director_app.ui.look import Look
from director_app.ui.models.columns import Cell
from director_app.ui.models.record_table import RecordTable, Role
from director_app.ui.models.two_lines import paint_pieces
from director_app.ui.widgets.composed_line import ComposedLine
from director_app.ui.widgets.focus_ring import is_ringed
from director_app.ui.widgets.glyphs import GLYPH, paint_problem, paint_state
from director_app.ui.widgets.kept_typing import commit_composition
from director_app.ui.widgets.tags import paint_tag

Index = QModelIndex | QPersistentModelIndex
_SIDE = 8
HEADER_STYLE = "QHeaderView::section { border-right: 0; font-size: 11px; }"
"""Headings of tables inside a form: no lines between them; colours come from the program's style sheet."""


class CellDelegate(QStyledItemDelegate):
    """Paints `Role.CELL`; what is typed goes to the column, and a refusal keeps the editor open.

    Signals: ``refused(str)`` with the sentence that says why the typed text was not taken ("" when it was).
    """

    refused = Signal(str)

    def __init__(self, look: Look, parent: QWidget, *, side: int = _SIDE, drafts: Drafts | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._side = side
        self._open = QPersistentModelIndex()
        self._editor: ComposedLine | None = None
        self._drafts = drafts
        self._waiting: DraftKeeper | None = None

    # -- painting -------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        cell = index.data(Role.CELL)
        if not isinstance(cell, Cell):
            return
        painter.save()
        area = QRect(option.rect)
        self._paint_ground(painter, area, option)
        inner = area.adjusted(self._side, 0, -self._side, 0)
        if cell.tag is not None:
            self._paint_tag(painter, inner, cell)
        else:
            if cell.status is not None:
                inner.setLeft(inner.left() + self._paint_status(painter, inner, cell))
            right_aligned = bool(index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight)
            self._paint_lines(painter, inner, cell, right_aligned=right_aligned)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._look.color("select"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, self._look.color("hover"))
        painter.setPen(QPen(self._look.color("grid"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if is_ringed(option):
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _paint_tag(self, painter: QPainter, area: QRect, cell: Cell) -> None:
        if cell.tag is None:
            return
        metrics = QFontMetrics(self._look.font("micro-strong"))
        width = metrics.horizontalAdvance(cell.tag.text) + 14 + (15 if cell.tag.icon else 0)
        box = QRect(area.left(), area.center().y() - 9, width, 19)
        paint_tag(painter, self._look, box, cell.tag.text, cell.tag.role, cell.tag.icon)

    def _paint_status(self, painter: QPainter, area: QRect, cell: Cell) -> int:
        if cell.status is None:
            return 0
        theme = self._look.theme
        line = area.height() // 2 if cell.second else area.height()
        edge = (theme.initiative(cell.hue) if cell.hue >= 0 else theme.no_initiative).edge
        top = area.top() + (line - GLYPH) / 2 + (3 if cell.second else 0)
        paint_state(painter, theme, QRectF(area.left(), top, GLYPH, GLYPH), cell.status, edge)
        return GLYPH + 6

    def _paint_lines(self, painter: QPainter, area: QRect, cell: Cell, *, right_aligned: bool) -> None:
        upper, lower = area, QRect()
        if cell.second:
            half = area.height() // 2
            upper = QRect(area.left(), area.top() + 6, area.width(), half - 6)
            lower = QRect(area.left(), area.top() + half, area.width(), half - 8)
        if right_aligned:
            metrics = QFontMetrics(self._look.font("strong", tabular=True))
            width = sum(metrics.horizontalAdvance(piece.text) for piece in cell.first)
            upper = upper.adjusted(max(0, upper.width() - width - 4), 0, 0, 0)
        if cell.level:
            upper = upper.adjusted(0, 0, -18, 0)
        paint_pieces(painter, self._look, upper, cell.first, "body")
        if cell.second:
            paint_pieces(painter, self._look, lower, cell.second, "micro")
        if cell.level:
            metrics = QFontMetrics(self._look.font("body", tabular=True))
            width = sum(metrics.horizontalAdvance(piece.text) for piece in cell.first)
            left = min(upper.left() + width + 8, upper.right() + 4)
            box = QRectF(left, upper.center().y() - 6, 14, 14)
            paint_problem(painter, self._look.theme, box, cell.level)

    # -- editing --------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in; the model leaves the cell alone meanwhile."""
        del option
        editor = ComposedLine(parent)
        editor.setFont(self._look.font("body", tabular=True))
        editor.setProperty("ring", "none")
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or ""))
        editor.written.connect(self._typing)
        self._editor = editor
        self._open = QPersistentModelIndex(index)
        model = index.model()
        if isinstance(model, RecordTable):
            model.hold(index)
            if self._drafts is not None:
                name = f"cell {model.columns[index.column()].key}"
                self._waiting = DraftKeeper(self._drafts, self._look.typing, editor, name)
                self._waiting.stand_at(model.kind, index.data(Role.RECORD).id)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands there now, selected."""
        if isinstance(editor, ComposedLine) and not editor.is_typed_into:
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the text to the column; nothing happens when it was already handed over."""
        del model
        if not editor.property("taken"):
            self._take(editor, index)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The cell may change again."""
        for model in (index.model(), self._open.model()):
            if isinstance(model, RecordTable):
                model.release()
        self._open = QPersistentModelIndex()
        if editor is self._editor:
            self._editor = None
            self._look.typing.let_go(self)
            if self._waiting is not None:
                self._waiting.leave(settled=not editor.property("wrong"))
                self._waiting = None
        super().destroyEditor(editor, index)

    def finish_typing(self) -> None:
        """Take what is being typed now; a text that is refused stays open."""
        editor = self._editor
        if editor is not None and self._open.isValid() and self._take(editor, self._open):
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter and Tab close the editor only when the text was taken; Escape takes the sentence away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(editor, ComposedLine):
            if event.key() == Qt.Key.Key_Escape:
                self.refused.emit("")
                editor.setProperty("wrong", False)  # given up, nothing waits
            finishes = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if finishes and self._open.isValid() and not self._take(editor, self._open):
                return True
        return super().eventFilter(editor, event)

    def _typing(self) -> None:
        self._look.typing.hold(self)

    def _take(self, editor: QWidget, index: Index) -> bool:
        """Read the editor into the plan; whether it was taken."""
        commit_composition()
        column = cast("RecordTable", index.model()).columns[index.column()]
        if column.edit is None or not isinstance(editor, ComposedLine):
            return True
        typed = editor.typed()
        if typed == str(index.data(Qt.ItemDataRole.EditRole) or ""):
            return True
        sentence = column.edit(index.data(Role.RECORD), typed)
        editor.setProperty("taken", not sentence)
        editor.setProperty("wrong", bool(sentence))
        editor.setToolTip(sentence)
        self.refused.emit(sentence)
        return not sentence
