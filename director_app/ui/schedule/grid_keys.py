"""The keys of the grids, in one table: the grid reads it, menus and the sheet of keys show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from operator import methodcaller
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from director_app.domain.programme import Status
from director_app.ui.schedule.gestures import letter_of
from director_app.wording import message

if TYPE_CHECKING:
    from director_app.ui.schedule.verbs import Verbs

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_NONE: Final = Qt.KeyboardModifier.NoModifier
_LETTERS: Final = frozenset({"T"})

GRID_KEYS: Final = (
    ("←↑→↓", message("Go to the next item or day")),
    ("Space", message("Keep the item selected while the arrows walk on")),
    ("Ctrl+A", message("Select everything shown")),
    ("Ctrl+←↑→↓", message("Move the selection by a day, a week or a step of minutes")),
    ("Shift+←↑→↓", message("Move the end")),
    ("Alt+Shift+←↑→↓", message("Move the start")),
    ("Enter, F2, T", message("Type date and time; on empty time a new item")),
    ("Ctrl+M", message("Move to another day")),
    ("Ctrl+T", message("Shift this and all later of the day")),
    ("Ctrl+R", message("Put it on more dates")),
    ("Ctrl+E", message("Series: this, this and later, all")),
    ("Ctrl+Enter", message("Move to the nearest good place")),
    ("Ctrl+X, Ctrl+C, Ctrl+V", message("Cut, copy and paste items")),
    ("Ctrl+D", message("Repeat a week later")),
    ("Ctrl+L", message("Lock or unlock")),
    ("Alt+1 … Alt+6", message("Status: idea to cancelled")),
    ("Del", message("Move to the trash")),
    ("M, W, D, S, L", message("Month, week, day, season, list")),
    ("O", message("The day on site")),
    ("Page Up, Page Down", message("Earlier, later")),
    ("Esc", message("Give back what was picked up, cut or selected")),
)
"""For the sheet of keys: what the grids do with each."""


class KeyedGrid(Protocol):
    """What the keys of a grid ask of it."""

    verbs: Verbs

    def enter(self) -> None:
        """Open the item, or type a new one into empty time."""

    def type_when(self) -> None:
        """Type date and time of the selection."""

    def put_nearest(self) -> None:
        """Move the selection to the nearest good place."""

    def remove(self) -> None:
        """Move the selection to the trash."""

    def repeat(self) -> None:
        """Repeat the selection a week later."""

    def toggle_lock(self) -> None:
        """Lock or unlock the selection."""

    def keep(self) -> None:
        """Keep the item selected while the arrows walk on."""

    def select_all(self) -> None:
        """Select everything shown."""

    def paste(self) -> None:
        """Paste items where the cursor stands."""

    def page_forth(self) -> None:
        """Go to what comes later."""

    def page_back(self) -> None:
        """Go to what was earlier."""

    def ask_day(self) -> None:
        """Ask for another day."""

    def ask_shift(self) -> None:
        """Ask how far this and all later of the day go."""

    def ask_dates(self) -> None:
        """Ask for more dates."""

    def ask_series(self) -> None:
        """Ask which dates of the series follow."""

    def escape(self) -> bool:
        """Give back what was picked up, cut or selected; whether there was anything."""


COMMANDS: Final[Mapping[str, Callable[[KeyedGrid], object]]] = MappingProxyType(
    {
        "schedule-new": methodcaller("enter"),
        "schedule-move-day": methodcaller("ask_day"),
        "schedule-shift": methodcaller("ask_shift"),
        "schedule-dates": methodcaller("ask_dates"),
        "schedule-series": methodcaller("ask_series"),
        "schedule-nearest": methodcaller("put_nearest"),
        "schedule-repeat": methodcaller("repeat"),
        "schedule-lock": methodcaller("toggle_lock"),
        "schedule-trash": methodcaller("remove"),
    }
)
"""What the commands of the table of actions do in a grid."""


class GridKeys:
    """Does what a key asks for in one grid."""

    def __init__(self, view: KeyedGrid) -> None:
        self._view = view
        verbs, copies, key = view.verbs, view.verbs.copies, Qt.Key
        self._acts: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]] = {
            (key.Key_Return, _NONE): view.enter,
            (key.Key_Enter, _NONE): view.enter,
            (key.Key_F2, _NONE): view.type_when,
            (key.Key_Return, _CTRL): view.put_nearest,
            (key.Key_Enter, _CTRL): view.put_nearest,
            (key.Key_Delete, _NONE): view.remove,
            (key.Key_Backspace, _NONE): view.remove,
            (key.Key_PageDown, _NONE): view.page_forth,
            (key.Key_PageUp, _NONE): view.page_back,
            (key.Key_Space, _NONE): view.keep,
            (key.Key_Space, _CTRL): view.keep,
            (key.Key_A, _CTRL): view.select_all,
            (key.Key_C, _CTRL): copies.copy,
            (key.Key_Insert, _CTRL): copies.copy,
            (key.Key_X, _CTRL): copies.cut,
            (key.Key_Delete, _SHIFT): copies.cut,
            (key.Key_V, _CTRL): view.paste,
            (key.Key_Insert, _SHIFT): view.paste,
            (key.Key_D, _CTRL): view.repeat,
            (key.Key_L, _CTRL): view.toggle_lock,
            (key.Key_M, _CTRL): view.ask_day,
            (key.Key_T, _CTRL): view.ask_shift,
            (key.Key_R, _CTRL): view.ask_dates,
            (key.Key_E, _CTRL): view.ask_series,
        }
        for number, status in enumerate(Status):
            self._acts[(Qt.Key(key.Key_1 + number), _ALT)] = partial(verbs.set_status, status)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it was one of the grid's."""
        if event.key() == Qt.Key.Key_Escape:
            return self._view.escape()
        if letter_of(event) in _LETTERS:
            self._view.type_when()
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._acts.get((Qt.Key(event.key()), modifiers))
        if act is None:
            return False
        act()
        return True
