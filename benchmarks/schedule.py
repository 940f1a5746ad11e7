"""The schedule of 52,000 deliveries beside its floors: list, a full week, a month turned, a day scrolled, a drag.

The list's floor is a lazy model that answers 52,000 rows with ready texts, in the same view at the same size. The
week's floor draws as many plain rectangles as the week has items, one call each. A month, a day and one step of a drag
have no floor: they are held against a frame of 60 per second (16.7 ms). All in processor time, without a display.

    python -m benchmarks.schedule [5000] [rounds]
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QTableView, QWidget

from director_app.operations.practice_season import practice_season
from director_app.planner.checks import LiveCheck
from director_app.ui.application import make_application
from director_app.ui.background import Background
from director_app.ui.desk import Desk
from director_app.ui.look import Look
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.questions import FixedAnswers
from director_app.ui.schedule.gestures import Cargo, Target
from director_app.ui.schedule.moves import Place
from director_app.wording import Wording

SIZE = (1384, 856)
FRAME_MS = 1000 / 60


class ReadyRows(QAbstractTableModel):
    """The floor of a list: rows of ready texts."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count
        self._row = tuple(f"text {column}" for column in range(10))

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        """All of them."""
        return self._count

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        """As many as ours."""
        return len(self._row)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A ready text."""
        return self._row[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class _ListOpening:
    """Ours: the list's model from the plan, and its first picture."""

    def __init__(self, page: SchedulePage) -> None:
        self._table = page.list.table

    def __call__(self) -> None:
        self._table.table.show_plan()
        self._table.viewport().grab()


class _Turning:
    """Another month, laid out and painted."""

    def __init__(self, page: SchedulePage, day: date) -> None:
        self._page, self._day = page, day

    def __call__(self) -> None:
        self._page.state.turn_to(self._day)
        self._page.month.viewport().grab()


class Unsaved:
    """A plan that is only looked at."""

    def __init__(self, plan: Any) -> None:
        self.plan = plan
        self.read_only = None
        self.path = Path("looked-at.cdplan")  # names the drafts, of which there are none

    def listen(self, _callback: object) -> Callable[[], None]:
        """Never calls."""
        return _nothing


def _nothing() -> None:
    """Nobody listens."""


def timed(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    start = time.process_time()
    work()
    spent = time.process_time() - start
    gc.enable()
    return spent * 1000


def made_page(plan: Any) -> SchedulePage:
    look = Look(Wording("ko"), "light")
    look.apply()
    open_plan: Any = Unsaved(plan)
    desk = Desk(open_plan, look, Background(), FixedAnswers())
    desk.live_check = LiveCheck(plan)
    page = SchedulePage(desk)
    page.resize(*SIZE)
    page.plan_replaced()
    page.show()
    page.grab()
    return page


def list_rounds(page: SchedulePage, count: int, rounds: int) -> list[tuple[float, float]]:
    """Ours and floor: the model made, shown and painted."""
    holder = QWidget()
    holder.resize(*SIZE)
    holder.show()
    pairs = []
    for _round in range(rounds):
        page.show_view("list")
        ours = timed(_ListOpening(page))
        floor_view = QTableView(holder)
        floor_view.resize(*SIZE)
        floor_view.verticalHeader().setDefaultSectionSize(28)
        floor_view.show()

        def open_floor(view: QTableView = floor_view) -> None:
            view.setModel(ReadyRows(count))
            view.viewport().grab()

        pairs.append((ours, timed(open_floor)))
        floor_view.hide()
        floor_view.deleteLater()
    holder.hide()
    return pairs


def select_all_times(page: SchedulePage, rounds: int) -> tuple[list[float], list[float]]:
    """Ctrl+A in the list, and telling the rest of the window once the keys rest."""
    page.show_view("list")
    table = page.list.table
    selected, told = [], []
    for _round in range(rounds):
        table.clearSelection()
        selected.append(timed(table.selectAll) + timed(partial(table.grab)))
        told.append(timed(table.choice.tell))
    table.clearSelection()
    return selected, told


def scroll_times(page: SchedulePage, rounds: int) -> list[float]:
    """Frames of the list, each with rows never seen before."""
    page.show_view("list")
    table = page.list.table
    bar = table.verticalScrollBar()
    spent = []
    for step in range(rounds * 8):
        bar.setValue(bar.maximum() * step // (rounds * 8))
        spent.append(timed(table.viewport().grab))
    return sorted(spent)


def week_rounds(page: SchedulePage, day: date, rounds: int) -> tuple[int, list[tuple[float, float]]]:
    """Ours and floor: the week's picture."""
    page.show_view("week")
    page.state.turn_to(day)
    page.grab()
    boxes = [block.rect for block in page.week.layout_now.blocks]
    sheet = QPixmap(*SIZE)
    colour = QColor("#DDE5FB")

    def ours() -> None:
        painter = QPainter(sheet)
        page.week.paint_base(painter)
        painter.end()

    def floor() -> None:
        painter = QPainter(sheet)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for x, y, width, height in boxes:
            painter.drawRect(x, y, width, height)
        painter.end()

    return len(boxes), [(timed(ours), timed(floor)) for _round in range(rounds)]


def month_times(page: SchedulePage, day: date, rounds: int) -> list[float]:
    page.show_view("month")
    spent = []
    for step in range(rounds):
        page.state.items.index.forget()  # as if the month had never been seen
        turn = day + timedelta(days=31 * (step % 4))
        spent.append(timed(_Turning(page, turn)))
    return spent


def drag_times(page: SchedulePage, rounds: int) -> list[float]:
    plan = page.desk.plan
    one = next(found for found in plan.deliveries.values() if found.date and found.start and not found.is_locked)
    day = one.date or date(2026, 7, 1)
    page.drag.begin(Cargo((one,)), QPoint(300, 300))
    spent = []
    for step in range(rounds * 4):
        target = Target(Place(day + timedelta(days=step)), QRect(0, 0, 10, 10))
        spent.append(timed(partial(page.ghost.move_to, QPoint(300, 300), target)))
    page.drag.cancel()
    return spent


class _Frame:
    """One frame of the day: scrolled or zoomed, laid out and painted."""

    def __init__(self, page: SchedulePage, number: int, *, zooms: bool) -> None:
        self._day, self._number, self._zooms = page.day, number, zooms

    def __call__(self) -> None:
        if self._zooms:
            self._day.zoom(1 if self._number % 4 < 2 else -1)
        else:
            bar = self._day.verticalScrollBar()
            bar.setValue(self._number * 37 % max(1, bar.maximum()))
        self._day.viewport().grab()


def day_frames(page: SchedulePage, day: date, rounds: int, *, zooms: bool) -> list[float]:
    page.show_view("day")
    page.state.turn_to(day)
    page.grab()
    return [timed(_Frame(page, number, zooms=zooms)) for number in range(rounds * 8)]


def high(times: list[float]) -> float:
    """The 95th of a hundred."""
    return sorted(times)[round(0.95 * (len(times) - 1))]


def report(name: str, pairs: list[tuple[float, float]]) -> None:
    ours, floor = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"{name}: {ours:.1f} ms, floor {floor:.1f} ms, ratio {ratio:.2f}")


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else 52_000
    rounds = int(arguments[1]) if len(arguments) > 1 else 7
    application = make_application(["bench"])
    plan = practice_season(count)
    gc.freeze()
    page = made_page(plan)
    day = page.desk.today()
    report(f"list of {count:,} opens", list_rounds(page, count, rounds))
    frames = scroll_times(page, rounds)
    print(f"list scrolled: {frames[len(frames) * 95 // 100]:.1f} ms a frame at the 95th percentile")
    selected, told = select_all_times(page, rounds)
    print(f"all selected: {statistics.median(selected):.1f} ms, told: {statistics.median(told):.1f} ms")
    shown, pairs = week_rounds(page, day, rounds)
    report(f"week with {shown:,} items painted", pairs)
    month = month_times(page, day, rounds)
    drag = drag_times(page, rounds)
    print(f"month turned and painted: {statistics.median(month):.1f} ms (a frame is {FRAME_MS:.1f} ms)")
    scrolled = high(day_frames(page, day, rounds, zooms=False))
    zoomed = high(day_frames(page, day, rounds, zooms=True))
    print(f"day scrolled {scrolled:.1f} ms, zoomed {zoomed:.1f} ms (95th of a hundred frames)")
    print(f"one step of a drag with its sentence: {statistics.median(drag):.2f} ms")
    page.hide()
    page.desk.background.close()
    application.processEvents()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
