"""How she left the list: which columns, in what order, how wide, grouped or not. It lies beside the window's place."""

from __future__ import annotations

import json
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QSettings

from director_app import paths
from director_app.ui.schedule.list_columns import ALWAYS, EXTRA, KEYS

_KEY: Final = "schedule/list"
_NARROWEST: Final = 24
_WIDEST: Final = 2000


class ListState(NamedTuple):
    """The hidden columns, the widths she chose, whether days have heads, and all columns in her order."""

    hidden: frozenset[str] = EXTRA
    widths: tuple[tuple[str, int], ...] = ()
    grouped: bool = True
    order: tuple[str, ...] = KEYS


def remembered() -> ListState:
    """What was kept; what makes no sense is as at first."""
    try:
        kept = json.loads(str(_file().value(_KEY, "") or "{}"))
    except ValueError:
        return ListState()
    if not isinstance(kept, dict):
        return ListState()
    hidden, widths, order = _hidden(kept.get("hidden")), _widths(kept.get("widths")), _order(kept.get("order"))
    return ListState(hidden, widths, kept.get("grouped") is not False, order)


def remember(state: ListState) -> None:
    """Keep it for the next time."""
    kept = {"hidden": sorted(state.hidden), "widths": dict(state.widths), "grouped": state.grouped}
    _file().setValue(_KEY, json.dumps(kept | {"order": state.order}))


def _hidden(kept: Any) -> frozenset[str]:
    if not isinstance(kept, list):
        return EXTRA
    return frozenset(key for key in kept if key in KEYS and key not in ALWAYS)


def _widths(kept: Any) -> tuple[tuple[str, int], ...]:
    if not isinstance(kept, dict):
        return ()
    known = ((key, width) for key, width in kept.items() if key in KEYS and type(width) is int)
    return tuple((key, width) for key, width in known if _NARROWEST <= width < _WIDEST)


def _order(kept: Any) -> tuple[str, ...]:
    """Every column once, the number first; one that was not there when she ordered them comes last."""
    named = [key for key in kept if key in KEYS] if isinstance(kept, list) else []
    return tuple(dict.fromkeys((KEYS[0], *named, *KEYS)))


def _file() -> QSettings:
    return QSettings(str(paths.config_folder() / "lists.ini"), QSettings.Format.IniFormat)
