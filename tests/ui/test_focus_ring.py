"""Where the keyboard is seen: after keys, and not after a click; the same for all that can have it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from director_app.domain.people import AvailabilityValue
from director_app.ui.forms.patterns import BrushButton
from director_app.ui.look import Look
from director_app.ui.overview.figures import Figure
from director_app.ui.pages.venues_tabs import Tabs
from director_app.ui.schedule.tray_tabs import ClosedTab
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.focus_ring import FocusRing, shows_focus

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


def _button(look: Look, _host: QWidget) -> QWidget:
    return Button(look, "z")


def _tabs(look: Look, host: QWidget) -> QWidget:
    tabs = Tabs(look, host)
    tabs.set_texts(("a", "b"))
    return tabs


def _list(_look: Look, host: QWidget) -> QWidget:
    view = QListView(host)
    model = QStandardItemModel(view)
    model.appendRow(QStandardItem("a"))
    view.setModel(model)
    return view


def _brush(look: Look, host: QWidget) -> QWidget:
    return BrushButton(look, AvailabilityValue.GOOD, "1", host)


@pytest.fixture
def ring(look: Look) -> Iterator[FocusRing]:
    ring = FocusRing(look)
    yield ring
    ring.deleteLater()


@pytest.mark.parametrize("make", [_button, Figure, ClosedTab, _tabs, _list, _brush])
def test_keys_show_where_they_go_and_clicks_do_not(
    make: Callable[[Look, QWidget], QWidget], look: Look, ring: FocusRing, qtbot: Any
) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    first, second = Button(look, "x"), make(look, host)
    for widget in (first, second):
        column.addWidget(widget)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    QTest.mouseClick(host, Qt.MouseButton.LeftButton)  # lets a button go that another test pressed
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert host.focusWidget() is second
    assert shows_focus(second)
    QTest.mouseClick(second.viewport() if isinstance(second, QAbstractItemView) else second, Qt.MouseButton.LeftButton)
    assert second.hasFocus()
    assert not shows_focus(second)
    assert ring.target() is None
    QTest.keyClick(second, Qt.Key.Key_Shift)
    assert not shows_focus(second)
    QTest.keyClick(second, Qt.Key.Key_End)
    assert shows_focus(second)
    second.clearFocus()
    first.setFocus()
    assert ring.target() is first
