"""The only adapter between the open plan's plain listeners and Qt's signals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal


class Listened(Protocol):
    """What an open plan offers to those who want to hear of changes."""

    def listen(self, callback: Callable[[Any], object]) -> object:
        """Call back with the outcome of every operation."""
        ...


class PlanSignals(QObject):
    """News of an open plan as signals.

    Signals: ``plan_changed(Outcome)`` after every operation, undo and redo; ``problems_changed(tuple)`` when the
    planner has looked at the new plan.
    """

    plan_changed = Signal(object)
    problems_changed = Signal(object)

    def __init__(self, open_plan: Listened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop_listening = open_plan.listen(self._tell)

    def close(self) -> None:
        """Hear no more."""
        if callable(self._stop_listening):
            self._stop_listening()
            self._stop_listening = None

    def _tell(self, outcome: object) -> None:
        self.plan_changed.emit(outcome)
