"""One real week of the sample, planned from nothing: with the keyboard only, and with the mouse only."""

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from director_app.domain.edits import Change, Several
from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery, Status
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.ui.frame.rail import RailButton
from director_app.ui.main_window import MainWindow
from director_app.ui.pages.schedule_page import SchedulePage

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", r"raise\(\)")

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
FIRST, LAST = datetime.date(2025, 10, 13), datetime.date(2025, 10, 19)
PLAN = ("date", "start", "end", "venue", "status", "month", "is_locked")


def week_of(open_plan: OpenPlan) -> list[Delivery]:
    """The week as it really was, in the order of its numbers."""
    found = [one for one in open_plan.plan.deliveries.values() if one.date is not None and FIRST <= one.date <= LAST]
    return sorted((one for one in found if one.programme is not None), key=lambda one: one.number)


def from_nothing(path: Path) -> list[Delivery]:
    """Take every date, time and status of the week away; returns what it was."""
    open_plan = OpenPlan.open(path)
    week = week_of(open_plan)
    opened = {"date": None, "start": None, "end": None, "month": "2025-10", "status": Status.PENCILLED}
    edit = Several(tuple(Change("deliveries", one.id, opened) for one in week))
    open_plan.perform(edit, StepName("Sample"))
    open_plan.close()
    return week


def read(path: Path, names: list[str]) -> list[Delivery]:
    """These deliveries as a file has them."""
    open_plan = OpenPlan.open(path)
    found = [open_plan.plan.deliveries[DeliveryId(name)] for name in names]
    open_plan.close()
    return found


class Hands:
    """What both ways of working share: a window with the opened week."""

    def __init__(self, window: MainWindow, path: Path, qtbot: Any) -> None:
        self.window, self.qtbot = window, qtbot
        assert window.open_path(path)
        frame = window.frame
        assert frame is not None
        qtbot.waitUntil(lambda: frame.desk.live_check is not None and frame.desk.search is not None)
        self.frame: Any = frame

    @property
    def page(self) -> SchedulePage:
        """The schedule."""
        page: SchedulePage = self.frame.page("schedule")
        return page

    def one(self, identity: str) -> Delivery:
        """A delivery as it stands."""
        found: Delivery = self.frame.desk.plan.deliveries[identity]
        return found

    def result(self) -> dict[str, tuple[Any, ...]]:
        """What was planned, by number."""
        plan = self.frame.desk.plan
        return {one.number: tuple(getattr(one, name) for name in PLAN) for one in plan.deliveries.values()}


class Keys(Hands):
    """Only keys."""

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key, to whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def type(self, text: str) -> None:
        """Letters, to whatever has the focus."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def tab_to(self, wanted: QWidget) -> None:
        """Tab until it has the focus."""
        for _press in range(60):
            if QApplication.focusWidget() is wanted:
                return
            self.press(KEY.Key_Tab)
        raise AssertionError("cannot be reached with Tab")

    def plan(self, week: list[Delivery]) -> None:
        """Every date typed in the tray, statuses given in the week."""
        self.press(KEY.Key_2, CTRL)
        self.tab_to(self.page.tray.tabs)
        self.press(KEY.Key_Right)
        for one in week:
            self._place(one)
        self.tab_to(self.page.month)
        self.press(KEY.Key_W)
        for one in week:
            if one.status is not Status.PENCILLED:
                self._walk_to(one)
                number = tuple(Status).index(one.status)
                self.press(Qt.Key(KEY.Key_1 + number), Qt.KeyboardModifier.AltModifier)

    def _place(self, one: Delivery) -> None:
        tray = self.page.tray
        self.tab_to(tray.list)
        self.press(KEY.Key_Home)
        for _press in range(len(tray.rows())):
            row = tray.rows()[max(0, tray.list.currentIndex().row())]
            if row.subject == Subject("deliveries", one.id):
                break
            self.press(KEY.Key_Down)
        self.press(KEY.Key_Return)
        assert one.date is not None
        text = f"{one.date.month}/{one.date.day}"
        if one.start is not None and one.end is not None:
            text += f" {one.start // 60}:{one.start % 60:02}~{one.end // 60}:{one.end % 60:02}"
        self.type(text)
        self.press(KEY.Key_Return)
        assert self.one(one.id).date == one.date

    def _walk_to(self, one: Delivery) -> None:
        """With the arrows, day by day and item by item."""
        state = self.page.state
        assert one.date is not None
        for _press in range(40):
            if state.cursor == one.date:
                break
            self.press(KEY.Key_Right if state.cursor < one.date else KEY.Key_Left)
        for _press in range(20):
            self.press(KEY.Key_Up)
        for _press in range(30):
            if state.current == one.id:
                return
            self.press(KEY.Key_Down)
        raise AssertionError(f"{one.number} cannot be reached with the arrows")


class Mouse(Hands):
    """Only the mouse."""

    def send(self, widget: QWidget, kind: QEvent.Type, where: QPoint) -> None:
        """One event of the left button."""
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == QEvent.Type.MouseMove else left
        held = none if kind == QEvent.Type.MouseButtonRelease else left
        spots = QPointF(where), QPointF(widget.mapToGlobal(where))
        QApplication.sendEvent(widget, QMouseEvent(kind, *spots, button, held, Qt.KeyboardModifier.NoModifier))

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """From one point to another, both of a widget; the widget keeps the mouse."""
        self.send(widget, QEvent.Type.MouseButtonPress, start)
        for part in (1, 2, 3, 4):
            self.send(widget, QEvent.Type.MouseMove, start + (end - start) * part / 4)
        self.send(widget, QEvent.Type.MouseButtonRelease, end)

    def click(self, widget: QWidget, where: QPoint | None = None) -> None:
        """The left button."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where if where is not None else widget.rect().center())

    def plan(self, week: list[Delivery]) -> None:
        """Every item dragged from the tray, its end pulled, its status chosen in its menu."""
        self.click(next(one for one in self.window.findChildren(RailButton) if one.text() == "일정"))
        page = self.page
        switch = page.parts.switch
        self.click(switch, switch._rects()[1].center())
        self.click(page.tray.tabs, page.tray.tabs._areas()[1].center())
        self._unfold()
        for one in week:
            self._place(one)
            self._pull_end(one)
        for one in week:
            if one.status is not Status.PENCILLED:
                self._choose_status(one)

    def _unfold(self) -> None:
        """Show the whole day."""
        view, axis = self.page.week, self.page.week.layout_now.axis
        if axis.has_fold_above:
            self.click(view.viewport(), QPoint(view.layout_now.columns[2] - 20, view._offset() + axis.top // 2))

    def _bring(self, minute: int) -> int:
        """Turn the wheel until a minute is in the middle part; returns where it stands."""
        view, grid = self.page.week, self.page.week.viewport()
        for _turn in range(60):
            y = view.layout_now.axis.y_of(minute) + view._offset()
            if view._top() + 60 < y < grid.height() - 80:
                break
            middle, way = QPointF(grid.rect().center()), QPoint(0, 120 if y <= view._top() + 60 else -120)
            QApplication.sendEvent(
                grid,
                QWheelEvent(
                    middle, grid.mapToGlobal(middle), QPoint(), way, Qt.MouseButton.NoButton,
                    Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
                ),
            )  # fmt: skip
        return view.layout_now.axis.y_of(minute) + view._offset()

    def _place(self, one: Delivery) -> None:
        page, tray = self.page, self.page.tray
        row = [found.subject for found in tray.rows()].index(Subject("deliveries", one.id))
        index = tray.list.model().index(row, 0)
        tray.list.scrollTo(index)
        viewport = tray.list.viewport()
        start = tray.list.visualRect(index).center()
        grid, layout = page.week.viewport(), page.week.layout_now
        assert one.date is not None
        column = layout.days.index(one.date)
        x = (layout.columns[column] + layout.columns[column + 1]) // 2
        y = page.week._top() - 8 if one.start is None else self._bring(one.start)
        self.drag(viewport, start, viewport.mapFromGlobal(grid.mapToGlobal(QPoint(x, y))))
        self._leave_it()
        assert (self.one(one.id).date, self.one(one.id).start) == (one.date, one.start), one.number

    def _leave_it(self) -> None:
        """When it clashes where the week really had it, it stays there all the same."""
        card = self.page.week.asking.card
        if card.isVisible():
            self.click(card.buttons[-1])

    def _pull_end(self, one: Delivery) -> None:
        if one.end is None or one.date is None:
            return
        view = self.page.week
        end = self._bring(one.end)
        for wanted in (end + 40, end):  # there and back, so that an assumed end becomes a chosen one
            rect = view.rects_of(one.id)[0]
            start = QPoint(rect.center().x(), rect.bottom())
            self.drag(view.viewport(), start, QPoint(start.x(), wanted))
        assert self.one(one.id).end == one.end, one.number

    def _choose_status(self, one: Delivery) -> None:
        view = self.page.week
        if one.start is not None:
            self._bring(one.start)
        where = view.rects_of(one.id)[0].center()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, where, view.viewport().mapToGlobal(where)))
        menu = next(found for found in QApplication.topLevelWidgets() if isinstance(found, QMenu) and found.isVisible())
        states = next(action for action in menu.actions() if action.menu() is not None)
        QTest.mouseMove(menu, menu.actionGeometry(states).center())
        self.click(menu, menu.actionGeometry(states).center())
        inner = states.menu()
        assert isinstance(inner, QMenu)
        chosen = inner.actions()[tuple(Status).index(one.status)]
        self.qtbot.waitUntil(inner.isVisible)
        QTest.mouseMove(inner, inner.actionGeometry(chosen).center())
        QTest.mouseMove(inner, inner.actionGeometry(chosen).center() + QPoint(3, 0))
        self.click(inner, inner.actionGeometry(chosen).center())
        assert self.one(one.id).status is one.status, one.number


def test_keys_and_mouse_plan_the_same_week(window: MainWindow, sample_file: Path, tmp_path: Path, qtbot: Any) -> None:
    results = []
    for hands in (Keys, Mouse):
        path = tmp_path / f"{hands.__name__}.cdplan"
        shutil.copy(sample_file, path)
        week = from_nothing(path)
        assert len(week) == 14
        at_work = hands(window, path, qtbot)
        at_work.plan(week)
        results.append(at_work.result())
        for one in week:
            there = at_work.one(one.id)
            assert tuple(getattr(there, name) for name in PLAN) == tuple(getattr(one, name) for name in PLAN), (
                one.number
            )
        window.close_plan()
    assert results[0] == results[1]
