"""Where a picture is taken: one window and what a scene needs to bring it into a state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, QRect, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from director_app.domain.edits import Edit
from director_app.domain.facts import Subject
from director_app.domain.programme import Delivery
from director_app.operations.open_plan import StepName
from director_app.ui.frame.plan_frame import PlanFrame
from director_app.ui.main_window import MainWindow
from director_app.wording import message

_PATIENCE_MS = 20_000
_QUIET_MS = 100
_PAUSE_OF_TYPING_MS = 300
STEP = StepName(message("{title}: took place"), {"title": "-"})


class Stage:
    """One window that shows a season, or its start page."""

    def __init__(self, window: MainWindow, scratch: Path) -> None:
        self.window = window
        self.scratch = scratch
        """A folder for files that a scene reads or writes."""

    @property
    def frame(self) -> PlanFrame:
        """The frame of the open season.

        Raises:
            RuntimeError: when none is open.
        """
        if self.window.frame is None:
            raise RuntimeError("No season is open in the window.")
        return self.window.frame

    def page(self, key: str) -> Any:
        """A workspace, shown."""
        self.frame.show_page(key)
        self.settle()
        return self.frame.page(key)

    def schedule(self, view: str = "month") -> Any:
        """The schedule in one of its views, at the middle of what it holds."""
        page = self.page("schedule")
        page.show_view(view)
        self.settle()
        return page

    def select(self, *deliveries: Delivery) -> None:
        """Select dates, and bring the first into view."""
        self.frame.desk.select(frozenset(Subject("deliveries", one.id) for one in deliveries))
        self.settle()

    def dated(self, many: int = 1) -> list[Delivery]:
        """The first dates with a time in the month that the schedule shows."""
        plan, day = self.frame.desk.plan, self.frame.desk.today()
        found = [one for one in plan.deliveries.values() if one.date is not None and one.start is not None]
        found.sort(key=lambda one: (abs((one.date - day).days) if one.date else 0, one.start or 0, one.id))
        return found[:many]

    def perform(self, edit: Edit) -> None:
        """Change the season, which is a copy."""
        self.frame.desk.perform(edit, STEP)
        self.settle()

    def settle(self, quiet_ms: int = _QUIET_MS) -> None:
        """Let layouts, jobs and delayed painting come to rest; there is no user whose clicks could interleave."""
        patience, quiet = QDeadlineTimer(_PATIENCE_MS), QDeadlineTimer(quiet_ms)
        while not quiet.hasExpired() and not patience.hasExpired():
            turn = QEventLoop()
            QTimer.singleShot(10, turn, turn.quit)
            turn.exec()
            if self._is_at_work() or self._is_about_to_work():
                quiet = QDeadlineTimer(quiet_ms)

    def _is_at_work(self) -> bool:
        """Whether a job runs beside the window."""
        jobs = [self.window.plans.jobs]
        if self.window.frame is not None:
            jobs.append(self.window.frame.desk.background)
        return any(one.is_busy for one in jobs)

    def _is_about_to_work(self) -> bool:
        """Whether something waits for a pause of typing, as the preview of a page does."""
        timers = [each for each in self.window.findChildren(QTimer) if each.isActive()]
        return any(each.interval() <= _PAUSE_OF_TYPING_MS * each.isSingleShot() for each in timers)

    # -- the picture -----------------------------------------------------------------------------------------

    def picture(self) -> QPixmap:
        """The window as it stands, with the dialogs and menus over it where she would see them."""
        over = self.tops()
        for top in over:
            if isinstance(top, QDialog):
                middle = self.window.mapToGlobal(self.window.rect().center())
                top.move(middle - QPoint(top.width() // 2, top.height() // 2))
        picture = self.window.grab()
        painter = QPainter(picture)
        for top in over:
            at = top.pos() - self.window.pos()
            painter.drawPixmap(at, top.grab())
            if isinstance(top, QDialog):  # the desktop's frame is not ours to draw, but where it ends is to be seen
                painter.setPen(self.window.look.color("control"))
                painter.drawRect(QRect(at, top.size()).adjusted(-1, -1, 0, 0))
        painter.end()
        return picture

    def tops(self) -> list[QWidget]:
        """The dialogs, menus and panels that stand over the window, the lowest first."""
        tops = QApplication.topLevelWidgets()
        over = [top for top in tops if top is not self.window and top.isVisible() and top.width() > 1]
        return sorted(over, key=lambda top: not isinstance(top, QDialog))

    def clear(self) -> None:
        """Close what stands over the window."""
        for top in self.tops():
            top.close()
