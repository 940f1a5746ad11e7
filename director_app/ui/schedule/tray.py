"""The tray at the left: what waits to be placed, to be dragged onto a day; items dropped here get an open date."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from director_app.domain.ids import ApplicationId, DeliveryId
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Application
from director_app.ui import tokens
from director_app.ui.schedule.gestures import Cargo, Drag, Target
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.painting import ItemPainter
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.tray_rows import (
    TrayRow,
    TrayRows,
    postponed_deliveries,
    tray_row,
    undecided_deliveries,
    waiting_applications,
)
from director_app.ui.schedule.tray_tabs import ClosedTab, TrayTab, TrayTabs
from director_app.ui.schedule.typing_line import TypingLine, WhenReader
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.glyphs import GLYPH, paint_state
from director_app.ui.widgets.text import Text, horizontal_line, set_ground

_Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 55
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
NEAR = 48
"""A drag this close to the closed tray opens it."""


class _Rows(QAbstractListModel):
    """What waits in one tab; a row is made when it is looked at."""

    def __init__(self, state: ScheduleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._records: tuple[Application | Delivery, ...] = ()
        self._made: dict[str, TrayRow] = {}

    def replace(self, records: tuple[Application | Delivery, ...]) -> None:
        """Show other records, or the same ones with other words."""
        self._made.clear()
        if records != self._records:
            self.beginResetModel()
            self._records = records
            self.endResetModel()
        elif records:
            self.dataChanged.emit(self.index(0), self.index(len(records) - 1))

    def row(self, position: int) -> TrayRow:
        """The row at a position."""
        record = self._records[position]
        made = self._made.get(record.id)
        if made is None:
            desk = self._state.desk
            made = self._made[record.id] = tray_row(desk.wording, desk.plan, record, desk.today())
        return made

    def rowCount(self, parent: _Index | None = None) -> int:
        """One row each."""
        return 0 if parent is not None and parent.isValid() else len(self._records)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The title, the spoken row, or the row itself for the painter."""
        if not index.isValid() or index.row() >= len(self._records):
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.second}"
        return row.title if role == Qt.ItemDataRole.DisplayRole else None


class _RowPainter(QStyledItemDelegate):
    """Draws a row of two lines."""

    def __init__(self, state: ScheduleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are equally high."""
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw title and wish at the left, wait and state at the right."""
        row: TrayRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        look, theme = self._state.desk.look, self._state.desk.theme
        if flags & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("select"))
        elif flags & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.color("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        pen = self._state.painter_for(painter.device().devicePixelRatioF())
        left, right = rect.left() + 12, rect.right() - 11
        top = rect.top() + 8
        wait = pen.texts.width(row.right, "small")
        colour = look.color("warn" if row.is_late else "text2")
        pen.texts.draw(
            painter, "small-strong" if row.is_late else "small", colour, right - wait, top + 1, 90, row.right
        )
        if row.status is not None:
            hue = theme.no_initiative if row.hue < 0 else theme.initiative(row.hue)
            paint_state(painter, theme, QRectF(left, top + 5, GLYPH, GLYPH), row.status, hue.edge)
            left += GLYPH + 5
        role = "text2" if row.is_undecided else "text"
        pen.texts.draw(painter, "strong", look.color(role), left, top, right - left - wait - 8, row.title)
        self._second_line(painter, pen, row, rect.left() + 12, right, top + 20)

    def _second_line(self, painter: QPainter, pen: ItemPainter, row: TrayRow, left: int, right: int, top: int) -> None:
        colour = self._state.desk.look.color("text2")
        width = pen.texts.width(row.right_second, "micro")
        pen.texts.draw(painter, "micro", colour, right - width, top + 1, 90, row.right_second)
        pen.texts.draw(painter, "small", colour, left, top, right - left - width - 6, row.second)


class _List(QListView):
    """The rows; a press and a pull picks one up.

    Signals: ``picked(QPoint)`` with the global point; ``pulled(QPoint, modifiers)``; ``let_go()``; ``given_up()``;
    ``entered_row()`` for Enter.
    """

    picked = Signal(object)
    pulled = Signal(object, object)
    let_go = Signal()
    given_up = Signal()
    entered_row = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._origin: QPoint | None = None
        self._dragging = False
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, and remember where."""
        super().mousePressEvent(event)
        where = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(where).isValid():
            self._origin = where

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the row along."""
        where = event.position().toPoint()
        if self._dragging:
            self.pulled.emit(self.viewport().mapToGlobal(where), event.modifiers())
            return
        if self._origin is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if (where - self._origin).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.picked.emit(self.viewport().mapToGlobal(where))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._dragging:
            self.pulled.emit(self.viewport().mapToGlobal(event.position().toPoint()), event.modifiers())
            self.let_go.emit()
        else:
            super().mouseReleaseEvent(event)
        self.stop()

    def stop(self) -> None:
        """Forget the drag."""
        self._origin, self._dragging = None, False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter types a date; Escape gives a drag up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Escape and self._dragging:
            self.given_up.emit()
            self.stop()
        else:
            super().keyPressEvent(event)


class Tray(QWidget):
    """What waits to be placed.

    Signals: ``folded(bool)`` when it was closed to its tab or opened.
    """

    folded = Signal(bool)

    def __init__(self, state: ScheduleState, verbs: Verbs, drag: Drag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._verbs, self._drag = state, verbs, drag
        self._rows = TrayRows()
        self._looked_at: object = None
        self._tab: TrayTab = "applications"
        self._is_target = False
        set_ground(self, "canvas")
        self.setObjectName("schedule-tray")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.closed_tab = ClosedTab(state.desk.look, self)
        self.closed_tab.clicked.connect(self.unfold)
        self._open_part = QWidget(self)
        row.addWidget(self.closed_tab)
        row.addWidget(self._open_part)
        self._model = _Rows(state, self)
        self.list = _List(self)
        self._fill()
        self.closed_tab.hide()
        self.setFixedWidth(tokens.TRAY_WIDTH)
        self._connect()
        self.retranslate()

    def _fill(self) -> None:
        look = self._state.desk.look
        column = QVBoxLayout(self._open_part)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 8, 4)
        head.setSpacing(5)
        self._title = Text(look, "", "strong")
        self._count = Text(look, "", "body", "text2", tabular=True)
        self._fold = Button(look, "", "glyph", "panel-left-close")
        self._fold.clicked.connect(self.fold)
        for part in (self._title, self._count):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._fold)
        column.addLayout(head)
        self.tabs = TrayTabs(look, self)
        column.addWidget(self.tabs)
        column.addWidget(horizontal_line(self))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_RowPainter(self._state, self.list))
        self.list.setProperty("ground", "canvas")
        column.addWidget(self.list, 1)
        self._empty = Text(look, "", "small", "text3", wraps=True)
        self._empty.setContentsMargins(12, 12, 12, 0)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._empty, 1)
        self._hint = Text(look, "", "small", "text3", wraps=True)
        self._hint.setContentsMargins(12, 8, 12, 14)
        column.addWidget(self._hint)
        self.line = TypingLine(look, self)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_tab)
        self.list.picked.connect(self._pick_up)
        self.list.pulled.connect(self._drag.move)
        self.list.let_go.connect(self._drag.drop)
        self.list.given_up.connect(self._drag.cancel)
        self.list.entered_row.connect(self.type_date)
        self.list.doubleClicked.connect(self.type_date)
        self.list.clicked.connect(self._select_row)
        self._drag.add_zone(self, self)
        self._drag.moved.connect(self._open_when_near)
        self._drag.ended.connect(self.list.stop)
        self._state.refreshed.connect(self.refresh)

    # -- what is shown -----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what waits now."""
        desk = self._state.desk
        wording, plan = desk.wording, desk.plan
        applications = self._rows.applications
        if plan.applications is not self._looked_at:
            self._looked_at = plan.applications
            applications = waiting_applications(plan)
        postponed = postponed_deliveries(plan, self._state.items.index.postponed)
        self._rows = TrayRows(applications, undecided_deliveries(plan), postponed)
        self._count.setText(str(self._rows.total))
        self.closed_tab.show_count(self._rows.total)
        self.tabs.show_counts(
            (
                ("applications", wording.text("Requests"), len(self._rows.applications)),
                ("undecided", wording.context("tray", "TBA"), len(self._rows.undecided)),
                ("postponed", wording.context("tray", "Moved"), len(self._rows.postponed)),
            )
        )
        self._show_rows()

    def retranslate(self) -> None:
        """Say everything again."""
        wording = self._state.desk.wording
        self._title.setText(wording.text("To place"))
        self.list.setAccessibleName(wording.text("To place"))
        self._fold.name_only(wording.text("Fold the tray away"))
        self._empty.setText(wording.text("Nothing left to place."))
        self.closed_tab.retranslate()
        self.refresh()

    def show_tab(self, tab: TrayTab) -> None:
        """Show applications, undecided or postponed ones."""
        self._tab = tab
        self.tabs.choose(tab)
        self._show_rows()

    def rows(self) -> tuple[TrayRow, ...]:
        """The rows shown now."""
        return tuple(self._model.row(position) for position in range(self._model.rowCount()))

    def _show_rows(self) -> None:
        rows: tuple[Application | Delivery, ...] = getattr(self._rows, self._tab)
        self._model.replace(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        wording = self._state.desk.wording
        if self._tab == "applications":
            hint = wording.text("Drag onto a day to place. Company, slot and heads come along.")
        else:
            hint = wording.text("Drag onto a day, or press Enter and type the date.")
        self._hint.setText(hint)
        self._hint.setVisible(bool(rows))

    def fold(self) -> None:
        """Close to a narrow tab."""
        self._set_folded(folded=True)

    def unfold(self) -> None:
        """Open again."""
        self._set_folded(folded=False)

    @property
    def is_folded(self) -> bool:
        """Whether only the tab is seen."""
        return self._open_part.isHidden()

    def _set_folded(self, *, folded: bool) -> None:
        self._open_part.setVisible(not folded)
        self.closed_tab.setVisible(folded)
        self.setFixedWidth(tokens.TRAY_TAB_WIDTH if folded else tokens.TRAY_WIDTH)
        self.folded.emit(folded)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line towards the grid, and the ground of a drop target."""
        super().paintEvent(event)
        look = self._state.desk.look
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("select" if self._is_target else "canvas"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.color("line"))
        if self._is_target:
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -1))
        painter.end()

    # -- acting ------------------------------------------------------------------------------------------------

    def _row(self) -> TrayRow | None:
        index = self.list.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def _select_row(self, _index: QModelIndex) -> None:
        row = self._row()
        if row is not None:
            self._state.current = row.subject.id if row.subject.kind == "deliveries" else None
            self._state.desk.select([row.subject])
            self._state.selected.emit()

    def _pick_up(self, where: QPoint) -> None:
        row, plan = self._row(), self._state.desk.plan
        if row is None or self._state.desk.is_read_only:
            return
        if row.subject.kind == "applications":
            cargo = Cargo(application=plan.applications.get(ApplicationId(row.subject.id)))
        else:
            cargo = Cargo((plan.deliveries[DeliveryId(row.subject.id)],))
        self._drag.begin(cargo, where)

    def type_date(self) -> None:
        """Type the date of the row instead of dragging it."""
        row = self._row()
        if row is None:
            return
        wording = self._state.desk.wording
        reader = WhenReader(self._state, self._state.day)
        rect = self.list.visualRect(self.list.currentIndex())
        corner = self.list.viewport().mapTo(self.window(), rect.bottomLeft())
        self.line.setParent(self.window())
        title = wording.text("Place {title}", title=row.title)
        self.line.open_at(
            QRect(corner, rect.size()), title, "", "10. 16. 12:10", reader.sentence, _PlaceRow(self._verbs, reader, row)
        )

    # -- a drop zone ---------------------------------------------------------------------------------------------

    def target_at(self, where: QPoint, cargo: Cargo, *, snaps: bool) -> Target | None:
        """Items with a date may be put back."""
        del snaps, where
        if cargo.application is not None or not any(one.date is not None for one in cargo.deliveries):
            return None
        return Target(None, QRect(self.mapToGlobal(QPoint(0, 0)), self.size()))

    def show_target(self, target: Target | None) -> None:
        """Mark the tray as the place where it would go."""
        self._is_target = target is not None
        self.update()

    def _open_when_near(self, where: QPoint, _target: object) -> None:
        if self.is_folded and self.isVisible():
            here = self.mapFromGlobal(where)
            if self.rect().adjusted(0, 0, NEAR, 0).contains(here):
                self.unfold()


class _PlaceRow:
    """Takes the typed date of a row."""

    def __init__(self, verbs: Verbs, reader: WhenReader, row: TrayRow) -> None:
        self._verbs, self._reader, self._row = verbs, reader, row

    def __call__(self, text: str) -> bool:
        try:
            when = self._reader.read(text)
        except RefusedInput:
            return False
        if when.day is None:
            return False
        place = Place(when.day, when.start, keeps_time=not when.has_time)
        if self._row.subject.kind == "applications":
            self._verbs.answer(self._row.subject.id, place)
            return True
        one = self._verbs.delivery(self._row.subject.id)
        if one is not None:
            self._verbs.move([one], one, place)
        return one is not None
