"""The table of applications: typing dates, changing states, opening what answers them; and the meter above it."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QDrag, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from director_app.domain.edits import Change, Several
from director_app.domain.facts import Subject
from director_app.domain.requests import Application, ApplicationState
from director_app.operations.open_plan import StepName
from director_app.ui.desk import Desk
from director_app.ui.look import Look
from director_app.ui.models.cells import HEADER_STYLE, CellDelegate
from director_app.ui.models.record_table import RecordTable, Role
from director_app.ui.pages import applications_words as said
from director_app.ui.pages.applications_columns import company_name
from director_app.ui.pages.applications_told import told_now
from director_app.ui.schedule.outside_drops import application_data
from director_app.ui.table_copying import TableCopier
from director_app.wording import message

ROW = 52
NARROWEST, WIDEST = 0.84, 1.2
STATE_SET = message("Application of {title}: {status}")


class Meter(QWidget):
    """How many of the applications have a date."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share = 0.0
        self.setFixedSize(90, 6)
        look.theme_changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and share."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), 3, 3)
        painter.fillPath(ground, self._look.color("hatch"))
        painter.setClipPath(ground)
        painter.fillRect(QRectF(0, 0, self.width() * self._share, self.height()), self._look.color("accent"))
        painter.end()


class ApplicationTable(QTableView):
    """The rows. Enter or a double click types a date, the state cell opens its menu, the number opens the delivery."""

    def __init__(self, desk: Desk, model: RecordTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keys = [column.key for column in model.columns]
        self._pressed: QPoint | None = None
        self.setModel(model)
        self.delegate = CellDelegate(desk.look, self, drafts=desk.drafts)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self._set_up_header(model)
        self.copier = TableCopier(self, desk)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns become a little narrower or wider with the window, so that the answer stays in sight."""
        super().resizeEvent(event)
        columns = cast("RecordTable", self.model()).columns
        share = self.viewport().width() / sum(column.width for column in columns)
        share = max(NARROWEST, min(WIDEST, share))
        for place, column in enumerate(columns):
            self.setColumnWidth(place, int(column.width * share))

    def column_of(self, key: str) -> int:
        """Where a column stands."""
        return self._keys.index(key)

    def current_application(self) -> Application | None:
        """The application of the current row."""
        record = self.currentIndex().data(Role.RECORD)
        return record if isinstance(record, Application) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter types the date."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.currentIndex().isValid() and self.state() != self.State.EditingState:
            self.edit(self.currentIndex().siblingAtColumn(self.column_of("answer")))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, for a drag."""
        super().mousePressEvent(event)
        where, is_left = event.position().toPoint(), event.button() == Qt.MouseButton.LeftButton
        self._pressed = where if is_left and self.indexAt(where).isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A press and a pull drags an application that waits, over the rail onto a day of the schedule."""
        application = self.current_application()
        where, pressed = event.position().toPoint(), self._pressed
        if pressed is None or application is None or application.delivery or self._desk.is_read_only:
            super().mouseMoveEvent(event)
        elif (where - pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(application_data(application))
            drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The state opens its menu, the number of the answering delivery opens it."""
        self._pressed = None
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        application = index.data(Role.RECORD)
        if index.column() == self.column_of("state"):
            self.open_state_menu(index)
        elif index.column() == self.column_of("answer") and application.delivery:
            self._desk.go_to("schedule", Subject("deliveries", application.delivery))

    def open_state_menu(self, index: QModelIndex) -> QMenu:
        """The states to choose from, under the cell."""
        menu = QMenu(self)
        present = index.data(Role.RECORD).state
        for state, text in said.STATE_WORDS.items():
            role, icon = said.STATE_TAGS[state]
            action = menu.addAction(self._desk.look.icons.icon(icon, role), self._desk.wording.text(text))
            action.setData(state)
            action.setEnabled(state is not present)
        menu.triggered.connect(self._state_chosen)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))
        return menu

    def set_state(self, state: ApplicationState) -> None:
        """Give the current application a state."""
        application = self.current_application()
        if application is None:
            return
        values: dict[str, Any] = {"state": state}
        if state not in said.PENDING and application.decided_on is None:
            values["decided_on"] = self._desk.today()
        words = self._desk.wording.text(said.STATE_WORDS[state])
        name = StepName(STATE_SET, {"title": company_name(self._desk.plan, application), "status": words})
        change = Change("applications", application.id, values)
        told = told_now(self._desk, application) if state is ApplicationState.TOLD else None
        self._desk.perform(Several((change, told)) if told is not None else change, name)

    def _set_up_header(self, model: RecordTable) -> None:
        header = self.horizontalHeader()
        header.setFont(self._desk.look.font("micro"))
        header.setFixedHeight(28)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setStyleSheet(HEADER_STYLE)
        header.setStretchLastSection(True)
        for place, column in enumerate(model.columns):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(place, column.width)

    def _state_chosen(self, action: QAction) -> None:
        self.set_state(ApplicationState(action.data()))

    def _open_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if index.isValid():
            self.setCurrentIndex(index)
            self.open_state_menu(index.siblingAtColumn(self.column_of("state")))
