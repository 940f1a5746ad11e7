"""A window stands on a screen that is there and is never larger than it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from director_app.ui import window_place

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


@pytest.mark.parametrize(
    ("stood", "screens"),
    [
        (QRect(0, 0, 2400, 1500), [QRect(0, 0, 1440, 900)]),  # it stood on a larger screen
        (QRect(3000, 200, 1200, 800), [QRect(0, 0, 1440, 900)]),  # its screen is gone
        (QRect(1300, 700, 1000, 700), [QRect(0, 0, 1440, 900)]),  # most of it would hang over the edge
        (QRect(0, 0, 1440, 900), [QRect(0, 0, 720, 450)]),  # text is twice as large as it was
        (QRect(2000, 100, 900, 600), [QRect(0, 0, 1440, 900), QRect(1440, 0, 1920, 1080)]),
    ],
)
def test_the_window_is_on_its_screen(qtbot: Any, stood: QRect, screens: list[QRect]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(window_place.LEAST)
    window.setGeometry(stood)
    window_place.fit(window, screens)
    assert any(screen.contains(window.geometry()) for screen in screens)
