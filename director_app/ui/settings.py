"""The user's preferences while the program runs: changed here, written to their file at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from director_app import preferences
from director_app.preferences import Preferences


class Settings(QObject):
    """The present preferences.

    Signals: ``changed(Preferences)``.
    """

    changed = Signal(object)

    def __init__(self, present: Preferences, parent: QObject | None = None, *, keeps: bool = True) -> None:
        """``keeps=False`` never writes, for tests and pictures."""
        super().__init__(parent)
        self.present = present
        self._keeps = keeps

    def set(self, **values: Any) -> None:
        """Set fields of the preferences."""
        self._use(replace(self.present, **values))

    def set_window(self, **values: Any) -> None:
        """Set how the window was left."""
        self._use(replace(self.present, window=replace(self.present.window, **values)))

    def opened(self, path: Path, name: str) -> None:
        """A plan was opened: it becomes the first of the recent ones."""
        self._use(self.present.with_recent(path, name))

    def forget(self, path: str) -> None:
        """Take a plan out of the recent ones."""
        self._use(self.present.without_recent(path))

    def _use(self, wanted: Preferences) -> None:
        if wanted == self.present:
            return
        self.present = wanted
        if self._keeps:
            try:
                preferences.save(wanted)
            except OSError:
                # A folder that cannot be written must not stop the work; the choice holds until the end.
                self._keeps = False
        self.changed.emit(wanted)
