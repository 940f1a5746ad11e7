"""The only adapter between the open plan's plain listeners and Qt's signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from director_app.operations.open_plan import OpenPlan, Outcome


class PlanSignals(QObject):
    """News of an open plan as signals.

    Signals: ``plan_changed(Outcome)`` after every operation, undo and redo; ``problems_changed(tuple)`` when the
    planner has looked at the new plan.
    """

    plan_changed = Signal(object)
    problems_changed = Signal(object)

    def __init__(self, open_plan: OpenPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop_listening = open_plan.listen(self._tell)

    def close(self) -> None:
        """Hear no more."""
        self._stop_listening()

    def _tell(self, outcome: Outcome) -> None:
        self.plan_changed.emit(outcome)
