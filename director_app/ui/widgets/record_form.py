"""Forms: one helper builds every row, so that label, buddy, accessible name, help and tab order cannot be forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from director_app.ui.look import Look
from director_app.ui.widgets.text import Text, horizontal_line

if TYPE_CHECKING:
    from director_app.ui.widgets.fields import LineField

LABEL_WIDTH = 60


class RecordForm(QWidget):
    """A column of labelled rows. Rows are reached by Tab in the order in which they were added."""

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, label_width: int = LABEL_WIDTH, row_gap: int = 0
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(row_gap)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)
        self._last: QWidget | None = None
        self._labels: dict[str, Text] = {}

    def add_row(self, label: str, field: QWidget, help_text: str = "", *, key: str = "") -> Text:
        """Add a row; returns its label. ``key`` lets ``set_label`` find it again when the language changes."""
        row = self._grid.rowCount()
        words = Text(self._look, label, "small", "text2")
        words.setBuddy(field)
        for named in {field, _takes_focus(field)}:
            named.setAccessibleName(label)
            if help_text:
                named.setToolTip(help_text)
                named.setAccessibleDescription(help_text)
        alignment = Qt.AlignmentFlag.AlignTop if field.sizeHint().height() > 40 else Qt.AlignmentFlag.AlignVCenter
        if alignment == Qt.AlignmentFlag.AlignTop:
            words.setContentsMargins(0, 6, 0, 0)
        self._grid.addWidget(words, row, 0, alignment)
        self._grid.addWidget(field, row, 1)
        from director_app.ui.widgets.fields import LineField  # the start page has rows, but no field

        if isinstance(field, LineField):
            self._leave_room_for_complaints(field, row + 2)
        if help_text:
            hint = Text(self._look, help_text, "micro", "text3", wraps=True)
            self._grid.addWidget(hint, row + 1, 1)
        self._order(field)
        self._labels[key or label] = words
        return words

    def _leave_room_for_complaints(self, field: LineField, row: int) -> None:
        complaint = Text(self._look, "", "small", "block", wraps=True)
        complaint.hide()
        field.said_elsewhere()
        field.complained.connect(complaint.show_if_said)
        self._grid.addWidget(complaint, row, 1)

    def add_hint(self, hint: QWidget) -> None:
        """Add words under the field before, in its column."""
        hint.setContentsMargins(8, 0, 0, 4)
        self._grid.addWidget(hint, self._grid.rowCount(), 1)

    def add_wide(self, widget: QWidget) -> None:
        """Add something over both columns."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)
        self._order(widget)

    def add_line(self) -> None:
        """Add a hairline between groups."""
        self._grid.addWidget(horizontal_line(self), self._grid.rowCount(), 0, 1, 2)

    def set_label(self, key: str, label: str) -> None:
        """Say a label in another language."""
        words = self._labels[key]
        words.setText(label)
        buddy = words.buddy()
        if buddy is not None:
            buddy.setAccessibleName(label)

    def show_row(self, key: str, *, visible: bool) -> None:
        """Show a row, or leave it out where it would say nothing."""
        words = self._labels[key]
        words.setVisible(visible)
        field = words.buddy()
        if field is not None:
            field.setVisible(visible)

    def _order(self, widget: QWidget) -> None:
        if self._last is not None:
            QWidget.setTabOrder(self._last, widget)
        self._last = widget


def _takes_focus(field: QWidget) -> QWidget:
    """The field, or the first in a row of them: never as its focus proxy, for Tab is stuck at one that is hidden."""
    if field.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return field
    inside = (one for one in field.findChildren(QWidget) if one.focusPolicy() != Qt.FocusPolicy.NoFocus)
    return field.focusProxy() or next(inside, field)


def row_of(*widgets: QWidget | int, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QWidget:
    """Several widgets side by side; a number is a stretch."""
    box = QWidget()
    row = QHBoxLayout(box)
    _fill(row, widgets, spacing, margins)
    return box


def column_of(*widgets: QWidget | int, spacing: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QWidget:
    """Several widgets one above the other; a number is a stretch."""
    box = QWidget()
    column = QVBoxLayout(box)
    _fill(column, widgets, spacing, margins)
    return box


def clear_layout(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout()
        if inner is not None:
            clear_layout(inner)


def _fill(
    layout: QHBoxLayout | QVBoxLayout,
    widgets: tuple[QWidget | int, ...],
    spacing: int,
    margins: tuple[int, int, int, int],
) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for widget in widgets:
        if isinstance(widget, int):
            layout.addStretch(widget)
        else:
            layout.addWidget(widget)
