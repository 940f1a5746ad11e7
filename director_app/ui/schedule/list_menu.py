"""The menus of the list: of the selected rows, and of its columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from director_app.ui.schedule.list_columns import ALWAYS, KEYS, column_titles
from director_app.ui.schedule.menu import ItemMenu

if TYPE_CHECKING:
    from director_app.ui.schedule.list_cells import CellWork
    from director_app.ui.schedule.list_choice import Choice
    from director_app.ui.schedule.list_ground import ListGround
    from director_app.ui.schedule.list_layout import ListLayout

_KEYS_HERE: Final = {"Del": "Ctrl+Del", "Ctrl+D": "", "T": ""}
"""Keys that the grids have and the list uses otherwise."""


def row_menu(view: ListGround, choice: Choice, work: CellWork) -> QMenu:
    """What can be done with the selected cells and rows; it deletes itself when it closes."""
    items = ItemMenu(view.shared, view.verbs)
    menu = items.make(view, view.type_when)
    menu.setProperty("keeps", _Keeper(menu, items))
    for action in menu.actions():
        name, tab, key = action.text().partition("\t")
        if tab and key in _KEYS_HERE:
            action.setText(f"{name}\t{_KEYS_HERE[key]}" if _KEYS_HERE[key] else name)
    wording = view.shared.desk.wording
    first = menu.actions()[0] if menu.actions() else None
    may = not view.shared.desk.is_read_only
    has_cells = choice.count_rows() > 0
    entries: tuple[tuple[str, str, str, Callable[[], object], bool], ...] = (
        ("", wording.text("Cut"), "Ctrl+X", work.cut, has_cells and may),
        ("copy", wording.text("Copy"), "Ctrl+C", work.copy, has_cells),
        ("clipboard-paste", wording.text("Paste"), "Ctrl+V", work.paste, may),
        ("", wording.text("Fill down"), "Ctrl+D", work.fill_down, has_cells and may),
        ("", wording.text("Make undecided"), "Del", work.clear_cells, has_cells and may),
        ("", wording.text("Copy the rows as a table"), "", work.copy_table, has_cells),
    )
    for icon, name, key, act, enabled in entries:
        action = QAction(f"{name}\t{key}" if key else name, menu)
        if icon:
            action.setIcon(view.shared.desk.look.icons.icon(icon))
        action.setEnabled(enabled)
        action.triggered.connect(_Run(menu, act).run)
        menu.insertAction(first, action) if first is not None else menu.addAction(action)
    if first is not None:
        menu.insertSeparator(first)
    return menu


def column_menu(columns: ListLayout, parent: QWidget) -> QMenu:
    """Which columns are shown, and whether days have heads; it deletes itself when it closes."""
    wording = columns.wording
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    name = wording.text("Group by day")
    grouped = QAction(f"{name}\tCtrl+G", menu)
    grouped.setCheckable(True)
    grouped.setChecked(columns.is_grouped)
    grouped.toggled.connect(columns.group)
    menu.addAction(grouped)
    menu.addSeparator()
    for key, title in zip(KEYS, column_titles(wording), strict=True):
        action = QAction(title, menu)
        action.setCheckable(True)
        action.setChecked(columns.is_shown(key))
        action.setEnabled(key not in ALWAYS)
        action.toggled.connect(_Show(menu, columns, key).show)
        menu.addAction(action)
    menu.addSeparator()
    first = QAction(wording.text("Columns as at first"), menu)
    first.triggered.connect(_Run(menu, columns.as_at_first).run)
    menu.addAction(first)
    return menu


class _Keeper(QObject):
    """Keeps what a menu's entries call as long as the menu."""

    def __init__(self, menu: QMenu, kept: object) -> None:
        super().__init__(menu)
        self.kept = kept


class _Run(QObject):
    """Calls a method without the tick of its entry."""

    def __init__(self, menu: QMenu, act: Callable[[], object]) -> None:
        super().__init__(menu)
        self._act = act

    def run(self) -> None:
        """Call it."""
        self._act()


class _Show(QObject):
    """Shows or hides one column."""

    def __init__(self, menu: QMenu, columns: ListLayout, key: str) -> None:
        super().__init__(menu)
        self._columns, self._key = columns, key

    def show(self, shown: bool) -> None:
        """Do it."""
        self._columns.show_column(self._key, shown)
