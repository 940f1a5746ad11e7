"""A page that follows the plan only while it is seen, and one column of content that scrolls."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from director_app.ui.workspaces.page import Page


class SeenPage(Page):
    """Shows a changed plan at once while it is seen, else when it is shown again."""

    def plan_changed(self, outcome: Any) -> None:
        """Only a page that is seen follows at once."""
        del outcome
        if self.isVisible():
            self.plan_replaced()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.plan_replaced()


def scrolled_content(page: QWidget) -> QWidget:
    """Fills a page with a widget to put things into; it scrolls where there are more of them than room."""
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    area = QScrollArea(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    outer.addWidget(area)
    content = QWidget()
    content.setProperty("kind", "scrolled")
    area.setWidget(content)
    return content
