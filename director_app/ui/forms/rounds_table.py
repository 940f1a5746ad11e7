"""The table of a programme's rounds inside its form: typed into in place, and many dates at once below."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from director_app.domain.edits import Remove, SetStatus, Several
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import delivery_title
from director_app.ui import steps, tokens, words
from director_app.ui.desk import Desk
from director_app.ui.forms.rounds import Rounds
from director_app.ui.models.cells import HEADER_STYLE, CellDelegate
from director_app.ui.models.record_table import RecordTable, Role
from director_app.ui.table_copying import TableCopier

MOST_ROWS = 14


class RoundsTable(QTableView):
    """Rounds of the programme shown; as high as its rows, from so many on it scrolls."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._programme = ""
        self.rounds = RecordTable(Rounds(desk).listing(), desk.wording, self)
        self.rounds.set_keep(self._is_ours, self._candidates)
        self.setModel(self.rounds)
        self.delegate = CellDelegate(desk.look, self, side=6, drafts=desk.drafts)
        self.setItemDelegate(self.delegate)
        self._set_up_view()
        self._size_up_columns()
        for signal in (self.rounds.rowsInserted, self.rounds.rowsRemoved, self.rounds.modelReset):
            signal.connect(self._fit)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.customContextMenuRequested.connect(self._open_menu)
        self.copier = TableCopier(self, desk)
        self.retranslate()

    def show_programme(self, programme: str) -> None:
        """Show the rounds of another programme."""
        if programme != self._programme:
            self._programme = programme
            self.clearSelection()
            self.rounds.set_keep(self._is_ours, self._candidates)
            self._fit()
            self._show_coming()
        self._fit()

    def retranslate(self) -> None:
        """Say the headings in the present language."""
        self.rounds.set_wording(self._desk.wording)
        self.setAccessibleName(self._desk.wording.text("Rounds of this programme"))

    def selected_ids(self) -> list[DeliveryId]:
        """The deliveries of the selected rows."""
        return [DeliveryId(index.data(Role.ID)) for index in self.selectionModel().selectedRows()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter types into the cell, Delete removes the rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.selected_ids():
            self.remove_selected()
        else:
            super().keyPressEvent(event)

    def remove_selected(self) -> None:
        """Delete the selected rounds as one step."""
        ids = self.selected_ids()
        if not ids:
            return
        title = delivery_title(self._desk.wording, self._desk.plan, ids[0])
        edit = Several(tuple(Remove("deliveries", one) for one in ids))
        self._desk.perform(edit, StepName(steps.REMOVED, {"title": title}))

    def set_status(self, status: Status) -> None:
        """Give the selected rounds a status."""
        ids = self.selected_ids()
        if not ids:
            return
        said = words.word(self._desk.wording, words.STATUS_WORDS, status)
        title = delivery_title(self._desk.wording, self._desk.plan, ids[0])
        one = StepName(steps.STATUS_SET, {"title": title, "status": said})
        many = StepName(steps.SEVERAL_STATUS_SET, {"n": len(ids), "status": said})
        self._desk.perform(SetStatus(tuple(ids), status), one if len(ids) == 1 else many)

    # -- inner life -----------------------------------------------------------------------------------------

    def _set_up_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(tokens.ROW_LIST)
        header = self.horizontalHeader()
        header.setFont(self._desk.look.font("micro"))
        header.setFixedHeight(26)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setStyleSheet(HEADER_STYLE)

    def _size_up_columns(self) -> None:
        header = self.horizontalHeader()
        for place, column in enumerate(self.rounds.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretches else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(place, mode)
            self.setColumnWidth(place, column.width)

    def _fit(self) -> None:
        rows = min(self.rounds.rowCount(), MOST_ROWS)
        self.setFixedHeight(26 + rows * tokens.ROW_LIST + 2)
        self.setVisible(rows > 0)

    def _show_coming(self) -> None:
        """Where there are more rounds than room, begin with those that are still to come."""
        today = self._desk.today()
        for row in range(self.rounds.rowCount()):
            delivery = self.rounds.record_at(row)
            if delivery is not None and delivery.date is not None and delivery.date >= today:
                self.scrollTo(self.rounds.index(max(0, row - 2), 0), QAbstractItemView.ScrollHint.PositionAtTop)
                return

    def _is_ours(self, delivery: Delivery, _scene: object) -> bool:
        return delivery.programme == self._programme

    def _candidates(self, plan: Plan) -> frozenset[str]:
        return plan.users_of_kind("programmes", self._programme, "deliveries")

    def _tell_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        ids = self.selected_ids()
        if ids:
            self._desk.select([("deliveries", one) for one in ids])

    def _open_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        if not index.isValid():
            return
        if not self.selectionModel().isSelected(index):
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        menu = QMenu(self)
        wording = self._desk.wording
        menu.addAction(wording.text("Show in the schedule")).triggered.connect(self._go_to_schedule)
        states = menu.addMenu(wording.text("State"))
        for status in Status:
            action = states.addAction(words.word(wording, words.STATUS_WORDS, status))
            action.setData(status)
        states.triggered.connect(self._status_chosen)
        menu.addSeparator()
        icon = self._desk.look.icons.icon("trash-2", "block")
        menu.addAction(icon, wording.text("Delete")).triggered.connect(self.remove_selected)
        menu.popup(self.viewport().mapToGlobal(where))

    def _status_chosen(self, action: QAction) -> None:
        self.set_status(Status(action.data()))

    def _go_to_schedule(self) -> None:
        ids = self.selected_ids()
        if ids:
            self._desk.go_to("schedule", ("deliveries", ids[0]))
