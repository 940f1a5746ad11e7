"""The open list of problems: one line each, alike ones folded, with links, the best way out and acceptance."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip, QWidget

from director_app.domain.facts import Subject
from director_app.ui.clipboard_tables import Titled
from director_app.ui.frame.problem_lines import Fold, ProblemLine, Row
from director_app.ui.frame.problem_painting import ROW_ROLE, Columns, Part, RowPainter, Texts
from director_app.ui.look import Look
from director_app.wording import message

_Index = QModelIndex | QPersistentModelIndex
_LEVEL_WORDS: Final = {
    "block": message("to resolve"),
    "warning": message("warning"),
    "note": message("for information"),
}


class _Rows(QAbstractListModel):
    """Findings and folds as rows."""

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self.rows: tuple[Row, ...] = ()

    def replace(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row per finding or fold."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The sentence, what is said of it aloud, and the row itself for the painter."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == int(Qt.ItemDataRole.DisplayRole):
            return row.text if isinstance(row, Fold) else row.sentence
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return self._texts.spoken(row)
        return row if role == ROW_ROLE else None


class ProblemList(QListView):
    """The rows of the open list.

    Signals: ``wanted(ProblemLine)`` when the user goes where a finding is; ``link_wanted(Subject)``;
    ``fix_wanted(Row)`` for the offered way out, ``menu_wanted(Row, QPoint)`` for all there are (a global point);
    ``accept_wanted(tuple[ProblemLine, ...])``; ``reopen_wanted(tuple[ProblemLine, ...])``; ``turned(Fold)``;
    ``present_changed()`` when another row became the present one; ``seen()`` when other rows came into sight.
    """

    wanted = Signal(object)
    link_wanted = Signal(object)
    fix_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    accept_wanted = Signal(object)
    reopen_wanted = Signal(object)
    turned = Signal(object)
    present_changed = Signal()
    seen = Signal()

    def __init__(self, look: Look, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(texts, self)
        self._texts, self._look = texts, look
        self._pressed: tuple[int, Part] | None = None
        self._again = False
        self.setModel(self._rows)
        self._painter = RowPainter(look, texts, self)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self.seen)
        self.selectionModel().currentChanged.connect(self._tell_present)

    # -- what is shown -------------------------------------------------------------------------------------

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows, keeping the present one or its place."""
        kept, at = self.present(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self._rows.replace(rows)
        self.verticalScrollBar().setValue(scrolled)
        position = next((i for i, row in enumerate(rows) if _is_same(row, kept)), -1)
        if position < 0 and kept is not None and rows:
            position = min(at, len(rows) - 1)
        if position >= 0:
            self.setCurrentIndex(self._rows.index(position))
        self.seen.emit()

    def as_table(self) -> Titled:
        """Level, day and sentence of every finding, those of folds among them."""
        wording = self._look.wording
        lines: list[ProblemLine] = []
        for row in self._rows.rows:
            if isinstance(row, ProblemLine):
                lines.append(row)
            elif not row.is_open:
                lines += row.lines
        head = [wording.text("Level"), wording.text("Date"), wording.text("Problem")]
        rows = [
            [wording.text(_LEVEL_WORDS[line.level]), wording.date(line.day) if line.day else "", line.sentence]
            for line in lines
        ]
        return "", head, rows

    def rows(self) -> tuple[Row, ...]:
        """What is listed, folded ones as one."""
        return self._rows.rows

    def rows_in_sight(self) -> tuple[Row, ...]:
        """The rows that can be seen now."""
        if self.isHidden() or not self._rows.rows:
            return ()
        first = self.indexAt(QPoint(2, 1)).row()
        last = self.indexAt(QPoint(2, self.viewport().height() - 2)).row()
        return self._rows.rows[max(0, first) : (last if last >= 0 else len(self._rows.rows)) + 1]

    def present(self) -> Row | None:
        """The row the user is at."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def show_present(self, line: ProblemLine) -> None:
        """Mark a finding, as far as it is listed."""
        for position, row in enumerate(self._rows.rows):
            if row == line:
                self.setCurrentIndex(self._rows.index(position))
                return

    def rect_of(self, row: Row, part: Part) -> QRect:
        """Where a part of a row is, in the viewport; for menus below it."""
        for position, known in enumerate(self._rows.rows):
            if _is_same(known, row):
                return self._columns(position).rect(part)
        return QRect()

    # -- mouse ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what is pressed."""
        self._again = False
        self._pressed = self._part_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click does nothing more: the row under it may be another one by now."""
        self._again = True
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what was pressed and released at the same place."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        here = self._part_at(event.position().toPoint())
        if self._again or pressed is None or pressed != here or event.button() != Qt.MouseButton.LeftButton:
            return
        self._act(self._rows.rows[pressed[0]], pressed[1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what goes somewhere."""
        super().mouseMoveEvent(event)
        here = self._part_at(event.position().toPoint())
        is_link = here is not None and here[1] in ("link", "other link", "fix", "more", "accept")
        self._painter.hovered = here
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        self._painter.hovered = None
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Everything that can be done with a row."""
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            where = event.globalPos()
            if event.reason() != QContextMenuEvent.Reason.Mouse:
                where = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(56, 0))
            self.menu_wanted.emit(self._rows.rows[index.row()], where)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tool tip of the part under the pointer: the whole sentence, or the way out and what speaks for it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            here = self._part_at(event.pos())
            text = self._texts.tip(self._rows.rows[here[0]], here[1]) if here is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    # -- keys ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, A accepts, F does the offered way out, the arrows fold and unfold."""
        row = self.present()
        key = event.key()
        if row is None or event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._act(row, "words")
        elif key == Qt.Key.Key_A or event.text() == "ㅁ":
            if not event.isAutoRepeat():
                self._act(row, "accept")
        elif key == Qt.Key.Key_F or event.text() == "ㄹ":
            if not event.isAutoRepeat():
                self._act(row, "fix")
        elif isinstance(row, Fold) and _turns(row, key):
            self.turned.emit(row)
        elif key == Qt.Key.Key_Left and not isinstance(row, Fold):
            self._go_to_fold_of(row)
        else:
            super().keyPressEvent(event)

    def _go_to_fold_of(self, line: ProblemLine) -> None:
        for position, row in enumerate(self._rows.rows):
            if isinstance(row, Fold) and row.is_open and line in row.lines:
                self.setCurrentIndex(self._rows.index(position))

    # -- inside --------------------------------------------------------------------------------------------

    def _act(self, row: Row, part: Part) -> None:
        if part == "accept":
            lines = row.lines if isinstance(row, Fold) else (row,)
            if self._texts.may_change and self._texts.accept_text(row):
                (self.reopen_wanted if lines[0].accepted is not None else self.accept_wanted).emit(lines)
        elif part == "fix":
            if self._texts.fix_text(row):
                self.fix_wanted.emit(row)
        elif part == "more":
            where = self.rect_of(row, "more").bottomLeft()
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(where))
        elif isinstance(row, Fold):
            self.turned.emit(row)
        elif part in ("link", "other link"):
            subject: Subject = row.links[1 if part == "other link" else 0][0]
            self.link_wanted.emit(subject)
        else:
            self.wanted.emit(row)

    def _part_at(self, where: QPoint) -> tuple[int, Part] | None:
        index = self.indexAt(where)
        if not index.isValid():
            return None
        return index.row(), self._columns(index.row()).part_at(where)

    def _columns(self, position: int) -> Columns:
        row = self._rows.rows[position]
        return Columns(self.visualRect(self._rows.index(position)), row, self._texts, self._painter.metrics())

    def _tell_present(self) -> None:
        self.present_changed.emit()


def _is_same(row: Row, kept: Row | None) -> bool:
    if isinstance(row, Fold) and isinstance(kept, Fold):
        return row.key == kept.key
    return kept is not None and row == kept


def _turns(fold: Fold, key: int) -> bool:
    wanted = Qt.Key.Key_Left if fold.is_open else Qt.Key.Key_Right
    return key in (wanted, Qt.Key.Key_Space)
