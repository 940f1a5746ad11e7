"""Tables of the window on the clipboard: plain tabs for spreadsheets and HTML for documents, by Ctrl+C or a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from director_app.ui.clipboard_tables import Titled, several_as_html, several_as_tabs
from director_app.ui.desk import Desk
from director_app.wording import message

MOST_ROWS: Final = 20_000
"""More rows are not copied at once: it would take longer than she wants to wait."""

TABLE_KEYS: Final = (("Ctrl+C", message("Copy the selected rows as a table; all of them unless several are selected")),)
"""For the sheet of keys."""


class CopiedTable(NamedTuple):
    """Tables in both forms that a clipboard takes, and how many rows they have."""

    tabs: str
    html: str
    rows: int


def both_forms(tables: Sequence[Titled]) -> CopiedTable:
    """Tables as tabs and as HTML."""
    count = sum(len(rows) for _title, _head, rows in tables)
    return CopiedTable(several_as_tabs(tables), several_as_html(tables), count)


def put_on_clipboard(desk: Desk, copied: CopiedTable) -> None:
    """Hand a table over to other programs, and say so."""
    data = QMimeData()
    data.setText(copied.tabs)
    data.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(data)
    desk.say(desk.wording.plural("Copied {n} row as a table.", "Copied {n} rows as a table.", copied.rows), level="ok")


class TableCopier(QObject):
    """Lets Ctrl+C in a widget copy what it shows as a table, with the names of its columns.

    `table` gives title, names and rows; without it, they are those of the item view. `in_menu` also offers it to the
    right mouse button of a widget that has no menu of its own.
    """

    def __init__(
        self, widget: QWidget, desk: Desk, table: Callable[[], Titled] | None = None, *, in_menu: bool = False
    ) -> None:
        super().__init__(widget)
        self._widget, self._desk, self._table = widget, desk, table
        self.action = QAction(widget)
        self.action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.action.triggered.connect(self.copy)
        widget.addAction(self.action)
        if in_menu:
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        desk.look.language_changed.connect(self._retranslate)
        self._retranslate()

    def _retranslate(self) -> None:
        """Say it in the present language."""
        self.action.setText(self._desk.wording.text("Copy as a table"))

    def copy(self) -> None:
        """Copy the selected rows when there are several, else all."""
        if self._table is not None:
            table = self._table()
        elif isinstance(self._widget, QAbstractItemView):
            table = shown_in(self._widget)
        else:
            return
        if table[2]:
            put_on_clipboard(self._desk, both_forms([table]))


def shown_in(view: QAbstractItemView) -> Titled:
    """What an item view shows, as texts; columns without a name and without any text are left out."""
    model = view.model()
    selected = sorted({index.row() for index in view.selectionModel().selectedIndexes()})
    numbers = selected if len(selected) > 1 else range(min(model.rowCount(), MOST_ROWS))
    columns = range(model.columnCount())
    across, role = Qt.Orientation.Horizontal, int(Qt.ItemDataRole.DisplayRole)
    has_names = model.columnCount() > 1
    head = [str(model.headerData(column, across, role) or "") if has_names else "" for column in columns]
    rows = [[_text(model.index(row, column)) for column in columns] for row in numbers]
    kept = [column for column in columns if head[column] or any(row[column] for row in rows)]
    names = [head[column] for column in kept]
    return "", names if any(names) else [], [[row[column] for column in kept] for row in rows]


def _text(index: QModelIndex) -> str:
    value = index.data(int(Qt.ItemDataRole.DisplayRole))
    return "" if value is None else str(value)


def field_text(field: QWidget) -> str:
    """What a field of a form shows; a tick is a check mark."""
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QCheckBox):
        return "✓" if field.isChecked() else ""
    return field.text() if isinstance(field, QLineEdit) else ""
