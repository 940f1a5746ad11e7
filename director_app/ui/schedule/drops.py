"""What a drop does, and turning pages while something is held over an arrow of the toolbar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from director_app.ui.schedule.gestures import Cargo, Drag, Target
from director_app.ui.schedule.grid_view import GridView
from director_app.ui.schedule.verbs import Verbs

TURN_MS: Final = 700
"""Held over an arrow of the toolbar for so long, a drag turns the month or week."""


class Drops(QObject):
    """Carries out what is dropped; ``shown`` gives the view that is seen, ``turn`` turns its pages."""

    def __init__(
        self, drag: Drag, verbs: Verbs, shown: Callable[[], QWidget], turn: Callable[[int], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._drag, self._verbs, self._shown, self._turn = drag, verbs, shown, turn
        self._arrows: Sequence[tuple[QWidget, int]] = ()
        self._step = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self._turn_now)
        drag.moved.connect(self._near_arrow)
        drag.ended.connect(self._timer.stop)
        drag.dropped.connect(self._dropped)
        verbs.series.asked.connect(self._ask_series)

    def turn_over(self, back: QWidget, forth: QWidget) -> None:
        """Which widgets turn the page when something is held over them."""
        self._arrows = ((back, -1), (forth, 1))

    def _near_arrow(self, where: QPoint, _target: object) -> None:
        step = 0
        for button, way in self._arrows:
            if button.isVisible() and button.rect().contains(button.mapFromGlobal(where)):
                step = way
        if step != self._step:
            self._step = step
            self._timer.stop()
            if step:
                self._timer.start()

    def _turn_now(self) -> None:
        if self._drag.cargo is not None and self._step:
            self._turn(self._step)

    def _dropped(self, cargo: Cargo, target: Target) -> None:
        outcome = None
        if target.place is None:
            self._verbs.to_tray(cargo.deliveries)
        elif cargo.application is not None:
            outcome = self._verbs.answer(cargo.application.id, target.place)
        elif cargo.edge and cargo.grabbed is not None:
            if target.minute is not None:
                self._verbs.pull(cargo.grabbed, cargo.edge, target.minute)
        elif cargo.grabbed is not None and target.copies:
            outcome = self._verbs.copies.copy_to(cargo.deliveries, cargo.grabbed, target.place)
        elif cargo.grabbed is not None:
            outcome = self._verbs.move(cargo.deliveries, cargo.grabbed, target.place)
        self._offer_better(outcome)

    def _offer_better(self, outcome: Any) -> None:
        """One item that was dropped on a bad place is offered the nearest good ones."""
        shown = self._shown()
        changed = [one for one in outcome.changes if one.kind == "deliveries"] if outcome is not None else []
        if len(changed) == 1 and isinstance(shown, GridView):
            rects = shown.rects_of(changed[0].id)
            shown.asking.better_place(rects[0] if rects else shown.area_now(), changed[0].id, outcome)

    def _ask_series(self, reach: Any) -> None:
        """Which dates of the series would follow; without a grid to ask in, they follow."""
        shown = self._shown()
        if isinstance(shown, GridView):
            shown.asking.series(shown.area_now(), reach)
        else:
            self._verbs.series.follow(reach)
