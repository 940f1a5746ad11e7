"""The tab of companies and applications: every row as it came, in order of receipt, and what became of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from director_app.domain.edits import Change
from director_app.domain.facts import Subject
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Application, ApplicationState
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import refusal_sentence
from director_app.ui.desk import Desk
from director_app.ui.forms.empty_state import EmptyState
from director_app.ui.forms.record_editor import perform
from director_app.ui.forms.record_page import levels_of
from director_app.ui.forms.typed_dates import read_days
from director_app.ui.look import Look
from director_app.ui.models.cells import HEADER_STYLE, CellDelegate
from director_app.ui.models.columns import Scene
from director_app.ui.models.record_table import RecordTable, Role
from director_app.ui.pages import applications_words as said
from director_app.ui.pages.applications_columns import ApplicationColumns, company_name
from director_app.ui.schedule import moves
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.text import Text, horizontal_line, set_ground
from director_app.wording import message

ROW = 52
EMPTY = message("Drop the companies' applications; they are kept in order of receipt.")
STATE_SET = message("Application of {title}: {status}")
ONE_DAY = message("Type one date, such as 10/22 12:10.")
ALREADY_ANSWERED = message("This application is answered by {number} already.")
_FIRST_CHIP = "all"


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
        self.setModel(model)
        self.delegate = CellDelegate(desk.look, self)
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The state opens its menu, the number of the answering delivery opens it."""
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
        self._desk.perform(Change("applications", application.id, values), name)

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


class ApplicationsView(QWidget):
    """Chips, table, and the original row of the one that is selected."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._levels: dict[str, str] = {}
        columns = ApplicationColumns(desk.today, self._level_of, self.place)
        self.model = RecordTable(columns.listing(), desk.wording, self)
        self.table = ApplicationTable(desk, self.model)
        look = desk.look
        self.chips: dict[str, Chip] = {key: Chip(look, "", self) for key in (_FIRST_CHIP, *map(str, said.STATE_WORDS))}
        self._placed = Text(look, "", "small", "text2", tabular=True)
        self._meter = Meter(look)
        self.by_receipt = Button(look, "", "quiet", "arrow-down-wide-narrow", small=True)
        self.by_receipt.clicked.connect(self._sort_by_receipt)
        self._refusal = Text(look, "", "small", "block", wraps=True)
        self._refusal.hide()
        self._hint = Text(look, "", "small", "text2")
        self._original = Text(look, "", "small", "text2", wraps=True)
        self._original.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.empty = EmptyState(desk, EMPTY, (message("Import a table"), message("Make a blank application form")))
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._desk.wording
        self.model.set_wording(wording)
        self.table.setAccessibleName(wording.text("Applications in order of receipt"))
        self.by_receipt.setText(wording.text("Order of receipt"))
        self._hint.setText(wording.text("Above the words as sent, below what was read. The original is never changed."))
        self.empty.retranslate()
        self._count()
        self._show_original()

    def show_plan(self) -> None:
        """Show the plan from scratch."""
        self.model.show_plan(self._desk.plan)
        self._show_state()

    def follow(self, outcome: Any) -> None:
        """Show what an operation changed."""
        self.model.follow(outcome.plan, outcome.changes)
        self._show_state()

    def show_problems(self, problems: Any) -> None:
        """Show icons at the answering deliveries."""
        before, self._levels = self._levels, levels_of(problems, "deliveries")
        touched = {one for one in {*before, *self._levels} if before.get(one) != self._levels.get(one)}
        plan = self._desk.plan
        self.model.refresh([one for each in touched for one in plan.users_of_kind("deliveries", each, "applications")])

    def show_application(self, identity: str) -> None:
        """Select one application."""
        if self.model.row_of(identity) < 0:
            self.chips[_FIRST_CHIP].setChecked(True)
        index = self.model.index_of(identity)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def place(self, application: Application, typed: str) -> str:
        """Make the delivery that answers an application on a typed date; the sentence of a refusal or ""."""
        wording, plan = self._desk.wording, self._desk.plan
        if application.delivery and (answered := plan.deliveries.get(application.delivery)) is not None:
            return wording.text(ALREADY_ANSWERED, number=answered.number)
        near = application.wishes[0].first_day if application.wishes else None
        try:
            days, unread = read_days(typed, near or self._desk.today())
            if unread:
                raise unread[0].refusal
            if len(days) != 1:
                raise RefusedInput(ONE_DAY)
        except RefusedInput as refusal:
            return refusal_sentence(wording, refusal)
        day = days[0]
        place = moves.Place(day.date, day.start, keeps_time=day.start is None)
        asked = moves.answer(plan, application, place, company_name(plan, application))
        return perform(self._desk, asked.edit, asked.step)

    # -- inner life -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        set_ground(self, "surface")
        top = QHBoxLayout()
        top.setContentsMargins(24, 12, 16, 12)
        top.setSpacing(6)
        for chip in self.chips.values():
            top.addWidget(chip)
        top.addStretch(1)
        top.addWidget(self._placed)
        top.addWidget(self._meter)
        top.addSpacing(12)
        top.addWidget(self.by_receipt)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 8, 24, 10)
        foot.setSpacing(4)
        for line in (self._refusal, self._original, self._hint):
            foot.addWidget(line)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(horizontal_line())
        column.addWidget(self.table, 1)
        column.addWidget(horizontal_line())
        column.addLayout(foot)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.chips[_FIRST_CHIP].setChecked(True)
        for chip in self.chips.values():
            chip.setAutoExclusive(True)
            chip.toggled.connect(self._filter)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.delegate.refused.connect(self._say_refusal)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)

    def _level_of(self, delivery: str) -> str:
        return self._levels.get(delivery, "")

    def _show_state(self) -> None:
        self._stack.setCurrentIndex(0 if self._desk.plan.applications else 1)
        self._count()
        self._show_original()

    def _count(self) -> None:
        wording = self._desk.wording
        applications = self._desk.plan.applications.values()
        counts = dict.fromkeys(said.STATE_WORDS, 0)
        for one in applications:
            counts[one.state] += 1
        self.chips[_FIRST_CHIP].set_text(wording.text("All"), len(self._desk.plan.applications))
        for state, text in said.STATE_WORDS.items():
            chip = self.chips[str(state)]
            chip.set_text(wording.text(text), counts[state])
            chip.setVisible(counts[state] > 0 or chip.isChecked())
        valid = sum(count for state, count in counts.items() if state not in said.OVER)
        placed = sum(counts[state] for state in said.ANSWERED)
        self._placed.setText(wording.text("{m} of {n} applications placed", n=valid, m=placed))
        self._meter.show_share(placed / valid if valid else 0.0)

    def _filter(self, _checked: bool) -> None:
        wanted = next((key for key, chip in self.chips.items() if chip.isChecked()), _FIRST_CHIP)
        self.model.set_keep(None if wanted == _FIRST_CHIP else _OfState(ApplicationState(wanted)))

    def _sort_by_receipt(self) -> None:
        self.model.sort(self.table.column_of("received"))

    def _sort_by(self, column: int) -> None:
        self.model.sort(column)

    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        application = self.table.current_application()
        if application is not None:
            self._desk.select([("applications", application.id)])
        self._show_original()

    def _show_original(self) -> None:
        application = self.table.current_application()
        pairs = [] if application is None else [f"{one.header}: {one.text}" for one in application.original if one.text]
        if application is not None and application.decision_note:
            pairs.append(application.decision_note)
        self._original.setText("   ".join(pairs))
        self._original.setVisible(bool(pairs))

    def _say_refusal(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))


class _OfState:
    """Keeps the applications of one state."""

    def __init__(self, state: ApplicationState) -> None:
        self._state = state

    def __call__(self, application: Application, _scene: Scene) -> bool:
        return application.state is self._state
