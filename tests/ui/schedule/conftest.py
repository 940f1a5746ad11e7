"""A schedule page on a real plan file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from director_app.domain.edits import Add
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.planner.checks import LiveCheck
from director_app.ui.background import Background
from director_app.ui.desk import Desk
from director_app.ui.look import Look
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.questions import FixedAnswers
from director_app.wording import Wording
from tests.ui.schedule.seasons import season


@pytest.fixture
def make_page(qtbot: Any, tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., SchedulePage]]:
    """Makes pages; `make_page(records)` shows these records, 1200 x 800."""
    made: list[tuple[SchedulePage, Desk, OpenPlan]] = []

    def make(records: list[Any] | None = None, language: str = "ko") -> SchedulePage:
        plan = OpenPlan.create(tmp_path / f"plan{len(made)}.cdplan")
        records = season() if records is None else records
        if records:
            plan.perform(Add(tuple(records)), StepName("Sample"))
        look = Look(Wording(language), "light")
        look.apply()
        desk = Desk(plan, look, Background(), FixedAnswers())
        desk.live_check = LiveCheck(desk.plan)
        page = SchedulePage(desk)
        made.append((page, desk, plan))
        qtbot.addWidget(page)
        page.resize(1200, 800)
        page.plan_replaced()
        page.show()
        qtbot.waitExposed(page)
        return page

    yield make
    for page, desk, plan in made:
        page.plan_closed()
        page.hide()
        desk.background.close()
        desk.close()
        plan.close()


@pytest.fixture
def page(make_page: Callable[..., SchedulePage]) -> SchedulePage:
    """The small season."""
    return make_page()


@pytest.fixture
def pull(qtbot: Any) -> Callable[..., None]:
    """Presses at one point, moves over others and (unless told to hold) lets go: `pull(widget, start, *ways)`."""

    def send(widget: QWidget, kind: QEvent.Type, where: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        local, everywhere = QPointF(where), QPointF(widget.mapToGlobal(where))
        event = QMouseEvent(kind, local, everywhere, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(widget, event)

    def pull(widget: QWidget, start: QPoint, *ways: QPoint, hold: bool = False) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        send(widget, QEvent.Type.MouseButtonPress, start, left, left)
        for way in (start + QPoint(15, 3), *ways):
            send(widget, QEvent.Type.MouseMove, way, none, left)
        if not hold:
            send(widget, QEvent.Type.MouseButtonRelease, ways[-1], left, none)

    return pull
