"""The list of a proposal with a tick before each line; space ticks, arrows go on."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from director_app.domain.ids import DeliveryId
from director_app.ui.look import Look
from director_app.ui.planning.proposal_rows import Row
from director_app.ui.widgets.fields import paint_tick
from director_app.ui.widgets.glyphs import paint_problem
from director_app.wording import message

Index = QModelIndex | QPersistentModelIndex
TICK: Final = 0
_HEADINGS: Final = ("", message("Item"), message("Now"), message("Proposed"), message("Why"))
_FIELDS: Final = ("", "title", "now", "proposed", "why")
_ROW: Final = 46
_TICK_WIDTH: Final = 34
#: Parts of the width for item, now and proposed; the reasons get the rest.
_SHARES: Final = {1: 0.24, 2: 0.26, 3: 0.29}


class ProposalModel(QAbstractTableModel):
    """Rows and which of them are ticked.

    Signals: ``ticked()`` after she changed a tick.
    """

    ticked = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: tuple[Row, ...] = ()
        self._off: set[DeliveryId] = set()

    def show_rows(self, rows: tuple[Row, ...], *, fresh: bool) -> None:
        """Show these; fresh ones are all ticked, else each keeps its tick."""
        self.beginResetModel()
        self.rows = rows
        if fresh:
            self._off = set()
        self.endResetModel()

    def accepted(self) -> frozenset[DeliveryId]:
        """What is ticked and may be accepted."""
        return frozenset(row.delivery for row in self.rows if row.can_be_ticked and row.delivery not in self._off)

    def tick(self, row: int) -> None:
        """Turn one tick round."""
        one = self.rows[row]
        if one.can_be_ticked:
            self._off ^= {one.delivery}
            self._changed(row, row)

    def tick_all(self, *, on: bool) -> None:
        """Tick everything, or nothing."""
        self._off = set() if on else {row.delivery for row in self.rows}
        self._changed(0, len(self.rows) - 1)

    def _changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(_FIELDS) - 1))
        self.ticked.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """One per line."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Tick, title, now, proposed, why."""
        return 0 if parent is not None and parent.isValid() else len(_FIELDS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, the tick, and everything in one tool tip."""
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole and column:
            value = getattr(row, _FIELDS[column])
            return ", ".join(filter(None, value)) if isinstance(value, tuple) else value
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((row.name, f"{', '.join(row.now)} → {', '.join(row.proposed)}", row.why))
        if role == Qt.ItemDataRole.AccessibleTextRole and column == TICK:
            return row.name
        if role == Qt.ItemDataRole.CheckStateRole and column == TICK and row.can_be_ticked:
            on = row.delivery not in self._off
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the columns are called."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and section:
            return self._look.wording.text(_HEADINGS[section])
        return None


class _RowPainter(QStyledItemDelegate):
    """Draws ticks, the mark of what has no place, and one or two lines with an ellipsis."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        model = index.model()
        if not isinstance(model, ProposalModel):
            return
        row, look, area = model.rows[index.row()], self._look, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, look.color("select"))
        painter.setPen(QPen(look.color("grid"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if index.column() == TICK:
            self._paint_tick(painter, row, area, on=row.delivery in model.accepted())
        else:
            value = getattr(row, _FIELDS[index.column()])
            strong = index.column() in (1, 3) and row.can_be_ticked
            lines = value if isinstance(value, tuple) else (value, "")
            self._paint_lines(painter, area.adjusted(8, 0, -8, 0), lines, strong=strong)
        painter.restore()

    def _paint_lines(self, painter: QPainter, area: QRect, lines: tuple[str, str], *, strong: bool) -> None:
        look, middle = self._look, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        fonts = (look.font("strong" if strong else "body", tabular=True), look.font("small"))
        places = (area,) if not lines[1] else (area.adjusted(0, 4, 0, -22), area.adjusted(0, 23, 0, -4))
        for line, font, place, tone in zip(lines, fonts, places, ("text", "text2"), strict=False):
            painter.setFont(font)
            painter.setPen(look.color(tone))
            words = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, middle, words)

    def _paint_tick(self, painter: QPainter, row: Row, area: QRect, *, on: bool) -> None:
        if row.level:
            paint_problem(painter, self._look.theme, QRectF(area.left() + 10, area.center().y() - 7, 14, 14), row.level)
        else:
            box = QRectF(area.left() + 10, area.center().y() - 7.5, 15.5, 15.5)
            paint_tick(painter, self._look, box, ticked=on)


class ProposalTable(QTableView):
    """The list.

    Signals: ``stood_on(object)`` with the Row that has the cursor, None without rows.
    """

    stood_on = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ProposalModel(look, self)
        self.setModel(self.rows)
        self.setItemDelegate(_RowPainter(look, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(_TICK_WIDTH)
        self.clicked.connect(self._click)
        self.selectionModel().currentRowChanged.connect(self._stand)
        self.rows.modelReset.connect(self._stand_first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Times are read in full first; what is left goes to titles and reasons."""
        super().resizeEvent(event)
        room = self.viewport().width() - _TICK_WIDTH
        self.setColumnWidth(TICK, _TICK_WIDTH)
        for column, share in _SHARES.items():
            self.setColumnWidth(column, int(room * share))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the line of the cursor."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.rows.tick(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def stand_on(self, delivery: DeliveryId) -> None:
        """Put the cursor onto the line of a delivery."""
        for number, row in enumerate(self.rows.rows):
            if row.delivery == delivery:
                self.setCurrentIndex(self.rows.index(number, 1))

    def _click(self, index: QModelIndex) -> None:
        if index.column() == TICK:
            self.rows.tick(index.row())

    def _stand(self, index: QModelIndex) -> None:
        self.stood_on.emit(self.rows.rows[index.row()] if index.isValid() else None)

    def _stand_first(self) -> None:
        if self.rows.rows:
            self.setCurrentIndex(self.rows.index(0, 1))
        else:
            self.stood_on.emit(None)
