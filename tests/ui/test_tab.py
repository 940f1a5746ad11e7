"""Tab walks through everything that takes the cursor and comes back to where it began, in every form."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from director_app.ui.frame.plan_frame import PAGES
from director_app.ui.main_window import MainWindow

_MOST = 400


def _is_reached(widget: QWidget) -> bool:
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.isVisible()
        and widget.focusProxy() is None
    )


def _tab(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> QWidget | None:
    now = QApplication.focusWidget()
    assert now is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(now, QKeyEvent(kind, key, modifiers))
    return QApplication.focusWidget()


def _walk(first: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> list[QWidget]:
    first.setFocus(Qt.FocusReason.TabFocusReason)
    found = [first]
    for _ in range(_MOST):
        reached = _tab(key, modifiers)
        if reached is None or reached in found:
            break
        found.append(reached)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_all_and_comes_back(sample_window: MainWindow, page: str, qtbot: Any) -> None:
    sample_window.activateWindow()
    frame = sample_window.frame
    assert frame is not None
    frame.show_page(page)
    qtbot.waitUntil(lambda: not frame.desk.background.is_busy and sample_window.isActiveWindow())
    shown = frame.page(page)
    first = next(one for one in sample_window.findChildren(QWidget) if _is_reached(one))
    forth = _walk(first, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert QApplication.focusWidget() is first
    back = _walk(first, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is first
    missed = [one for one in shown.findChildren(QWidget) if _is_reached(one) and (one not in forth or one not in back)]
    assert [(type(one).__name__, one.accessibleName(), type(one.parent()).__name__) for one in missed] == []


def test_tab_passes_a_row_whose_first_field_is_hidden(sample_window: MainWindow, qtbot: Any) -> None:
    sample_window.activateWindow()
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("artists")
    form: Any = frame.page("artists")
    form = form.form
    form.facts.field("kind").hide()
    before, after = form.facts.field("is_local").input, form.facts.field("genre").input
    found = _walk(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
    assert {before, form.terms.field("fee").input} <= set(found)
    assert QApplication.focusWidget() is after
