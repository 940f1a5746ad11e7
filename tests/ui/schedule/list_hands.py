"""What tests of the list do with hands and keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from director_app.domain.programme import Delivery
from director_app.ui.schedule.list_columns import KEYS
from director_app.ui.schedule.list_view import ListView

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Writes = Callable[..., None]


def one(view: ListView, name: str) -> Delivery:
    """The delivery as the plan has it now."""
    return view.shared.desk.plan.deliveries[name]  # type: ignore[index]  # ids are texts


def cell(view: ListView, name: str, column: str) -> QModelIndex:
    """The cell of a delivery."""
    return view.table.index(view.table.position_of(name), KEYS.index(column))


def stand(view: ListView, name: str, column: str, *others: str) -> None:
    """Stand on a cell and select those of other deliveries below it too."""
    alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().setCurrentIndex(cell(view, name, column), alone)
    for other in others:
        view.selectionModel().select(cell(view, other, column), QItemSelectionModel.SelectionFlag.Select)


def field(view: ListView) -> QLineEdit:
    """The field over the cell being typed."""
    return next(one for one in view.viewport().findChildren(QLineEdit) if one.isVisible())


def write(view: ListView, text: str, korean: Writes) -> QLineEdit:
    """Begin to type into the cell at the keyboard and write over what stands there."""
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = field(view)
    editor.selectAll()
    if text.isascii():
        QTest.keyClicks(editor, text)
    else:
        editor.clear()
        korean(editor, text)
    return editor


def pull(view: ListView, start: QPoint, end: QPoint) -> None:
    """Pull with the left button."""
    left: Any = Qt.MouseButton.LeftButton
    QTest.mousePress(view.viewport(), left, pos=start)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), left, pos=end)
