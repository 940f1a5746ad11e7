"""A walk over widgets: who has no name for a screen reader, and whose text does not fit."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from director_app.ui.widgets.text import OneLine
from director_app.wording import Wording


class LongerEnglish(Wording):
    """English whose every text is at least 40 % longer, as other languages are."""

    def __init__(self) -> None:
        super().__init__("en")

    def text(self, msg: str, /, **values: object) -> str:
        """The English text and as much again of it as makes it 40 % longer."""
        return longer(super().text(msg, **values))

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The same for a number."""
        return longer(super().plural(one, many, n, **values))


def longer(text: str) -> str:
    """40 % more of a text. What has no letters, such as a figure, stays; longer texts put into it count."""
    there = text.count("~")
    more = -(-(len(text) - there) * 2 // 5) - there
    if more <= 0 or not any(letter.isalpha() for letter in text):
        return text
    return text + ("~" * more if more < 6 else " " + "~" * (more - 1))


def cut_texts(window: QWidget) -> list[str]:
    """Labels and buttons below a window that show less than they say; those that end in an ellipsis on purpose not."""
    return sorted({f"{type(widget.parent()).__name__}: {said}" for widget, said in _cut(window)})


def _cut(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.visibleRegion().isEmpty():
            continue
        is_label = isinstance(widget, QLabel) and not isinstance(widget, OneLine)
        if isinstance(widget, QLabel) and is_label and _is_cut(widget):
            yield widget, widget.text()
        if isinstance(widget, QPushButton | QCheckBox | QRadioButton) and _is_narrow(widget):
            yield widget, widget.text()


def _is_cut(label: QLabel) -> bool:
    if not label.text() or not label.pixmap().isNull():
        return False
    area = label.contentsRect()
    if label.wordWrap():
        flags = int(Qt.TextFlag.TextWordWrap)
        need = label.fontMetrics().boundingRect(0, 0, area.width(), 100_000, flags, label.text()).height()
        return need > area.height() + 2
    lines = label.text().splitlines()
    return max(label.fontMetrics().horizontalAdvance(line) for line in lines) > area.width() + 1


def _is_narrow(button: QAbstractButton) -> bool:
    need = button.fontMetrics().horizontalAdvance(button.text().replace("&", ""))
    return bool(button.text()) and need > button.width()


def unnamed(window: QWidget) -> list[str]:
    """Focusable widgets below a window that a screen reader could not name."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy().value == 0 or not widget.isVisibleTo(window):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found
