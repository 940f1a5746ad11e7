"""The tray at the left: what waits to be placed, to be dragged onto a day; items dropped here get an open date."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from director_app.domain.ids import ApplicationId, DeliveryId
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Application
from director_app.ui import tokens
from director_app.ui.schedule.gestures import Cargo, Drag, Target
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.tray_list import TrayList, TrayModel, TrayRowPainter
from director_app.ui.schedule.tray_rows import (
    TrayRow,
    TrayRows,
    postponed_deliveries,
    undecided_deliveries,
    waiting_applications,
)
from director_app.ui.schedule.tray_tabs import TRAY_TABS, ClosedTab, TrayTab, TrayTabs
from director_app.ui.schedule.typing_line import TypingLine, WhenReader
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import Text, horizontal_line, set_ground

NEAR = 48
"""A drag this close to the closed tray opens it."""


class Tray(QWidget):
    """What waits to be placed.

    Signals: ``folded(bool)`` when it was closed to its tab or opened; ``left_open(bool)`` when she herself did so.
    """

    folded = Signal(bool)
    left_open = Signal(bool)

    def __init__(self, state: ScheduleState, verbs: Verbs, drag: Drag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._verbs, self._drag = state, verbs, drag
        self._rows = TrayRows()
        self._looked_at: object = None
        self._tab: TrayTab = "applications"
        self._tab_is_chosen = False
        self._is_target = False
        set_ground(self, "canvas")
        self.setObjectName("schedule-tray")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.closed_tab = ClosedTab(state.desk.look, self)
        self.closed_tab.clicked.connect(self._unfold_by_hand)
        self._open_part = QWidget(self)
        row.addWidget(self.closed_tab)
        row.addWidget(self._open_part)
        self._model = TrayModel(state, self)
        self.list = TrayList(self)
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
        self.propose = Button(look, "", "glyph", "calendar-plus")
        self.propose.clicked.connect(self._propose)
        self._fold = Button(look, "", "glyph", "panel-left-close")
        self._fold.clicked.connect(self._fold_by_hand)
        for part in (self._title, self._count):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.propose)
        head.addWidget(self._fold)
        column.addLayout(head)
        self.tabs = TrayTabs(look, self)
        column.addWidget(self.tabs)
        column.addWidget(horizontal_line(self))
        self.list.setModel(self._model)
        self.list.setItemDelegate(TrayRowPainter(self._state, self.list))
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
        QWidget.setTabOrder(self.propose, self._fold)
        QWidget.setTabOrder(self._fold, self.tabs)
        QWidget.setTabOrder(self.tabs, self.list)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_tab)
        self.list.picked.connect(self._pick_up)
        self.list.pulled.connect(self._drag.move)
        self.list.let_go.connect(self._drag.drop)
        self.list.given_up.connect(self._drag.cancel)
        self.list.entered_row.connect(self.type_date)
        self.line.finished.connect(self._go_on)
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
        if not self._tab_is_chosen:
            self._open_filled_tab()
        self._show_rows()

    def _open_filled_tab(self) -> None:
        """Open the first that holds anything; from then on the tabs stay as she leaves them."""
        filled = next((tab for tab in TRAY_TABS if getattr(self._rows, tab)), self._tab)
        self._tab = filled
        self._tab_is_chosen = self._rows.total > 0
        self.tabs.choose(filled)

    def retranslate(self) -> None:
        """Say everything again."""
        wording = self._state.desk.wording
        self._title.setText(wording.text("To place"))
        self.list.setAccessibleName(wording.text("To place"))
        self.propose.name_only(wording.text("Propose dates, times and places"))
        self._fold.name_only(wording.text("Fold the tray away"))
        self._empty.setText(wording.text("Nothing left to place."))
        self.closed_tab.retranslate()
        self.refresh()

    def show_tab(self, tab: TrayTab) -> None:
        """Show applications, undecided or postponed ones."""
        self._tab = tab
        self._tab_is_chosen = True
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

    def _propose(self) -> None:
        self._state.desk.go_to("proposal", "unplaced")

    def fold(self) -> None:
        """Close to a narrow tab."""
        self._set_folded(folded=True)

    def unfold(self) -> None:
        """Open again, at a tab that holds something."""
        if not getattr(self._rows, self._tab):
            self._open_filled_tab()
            self._show_rows()
        self._set_folded(folded=False)

    def _fold_by_hand(self) -> None:
        self.fold()
        self.left_open.emit(False)

    def _unfold_by_hand(self) -> None:
        self.unfold()
        self.left_open.emit(True)

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
            self._tab_is_chosen = True
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

    def _go_on(self) -> None:
        """The date is typed or given up: the keys go on in the rows, where the next one is ringed."""
        if self.line.had_keyboard:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)  # rings the row, as Tab does

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
        place = Place(when.day, when.start, keeps_time=not when.has_time, end=when.end)
        if self._row.subject.kind == "applications":
            self._verbs.answer(self._row.subject.id, place)
            return True
        one = self._verbs.delivery(self._row.subject.id)
        if one is None:
            return False
        if when.end is not None and one.status is not Status.POSTPONED:
            return self._verbs.retime(one, when)
        return self._verbs.move([one], one, place) is not None
