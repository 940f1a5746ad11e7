"""A workspace on screen: made around an open plan, following it as the window lets it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.operations.open_plan import OpenPlan
from director_app.ui.desk import Desk, Message
from director_app.ui.pages.page import Page


@pytest.fixture
def show_page(make_desk: Callable[[OpenPlan], Desk], qtbot: Any) -> Callable[..., Any]:
    """Shows a page of a type for a plan; `page.said` collects what the window would say."""

    def show(page_type: type[Page], open_plan: OpenPlan, size: tuple[int, int] = (1380, 820)) -> Any:
        desk = make_desk(open_plan)
        said: list[Message] = []
        went: list[tuple[str, object]] = []
        desk.said.connect(said.append)
        desk.went.connect(lambda page, subject: went.append((page, subject)))
        window = QWidget()
        window.setMinimumSize(400, 300)
        page: Any = page_type(desk, window)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        for widget in (*page.toolbar_left(), *page.toolbar_right()):
            widget.setParent(window)
        qtbot.addWidget(window)
        page.said, page.went, page.holder = said, went, window
        window.resize(*size)
        page.plan_replaced()
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return page

    return show


@pytest.fixture
def names_of_all() -> Callable[[QWidget], list[str]]:
    """The focusable widgets of a page that a screen reader could not name."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible

    def unnamed(page: QWidget) -> list[str]:
        found = []
        for widget in page.findChildren(QWidget):
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(page):
                continue
            spoken = QAccessible.queryAccessibleInterface(widget)
            if not spoken.text(QAccessible.Text.Name):
                found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
        return found

    return unnamed
