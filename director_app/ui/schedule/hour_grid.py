"""What week and day have in common: hours that zoom, and edges of items that can be pulled."""

from __future__ import annotations

import datetime
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent

from director_app.domain.timeline import DAY, DAY_ENDS, LATEST
from director_app.ui.schedule.gestures import Cargo, Target
from director_app.ui.schedule.grid_view import GridView
from director_app.ui.schedule.moves import Place

ZOOMS = (0.34, 0.5, 0.7, 1.0, 1.4, 2.0, 2.7, 3.34)
"""How large hours are beside their usual size."""
EDGE_REACH = 5
"""So near to its edge an item is pulled, not moved."""
SHORTEST = 5
_LARGER = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})


class HourGrid(GridView):
    """A grid with hours."""

    def minute_under(self, where: QPoint, day: datetime.date) -> int:
        """The minute at a point, counted from 00:00 of a day, not snapped."""
        raise NotImplementedError

    def edge_under(self, where: QPoint, rect: QRect) -> str:
        """Which edge of an item a point lies on: "start", "end" or an empty text."""
        raise NotImplementedError

    def area_of_span(self, rect: QRect, start: int, end: int) -> QRect:
        """Where an item drawn at a rectangle would stand from one minute of its day to another."""
        raise NotImplementedError

    # -- edges -------------------------------------------------------------------------------------------------

    def edge_at(self, where: QPoint) -> str:
        """Which edge of the item under a point would be pulled there."""
        key = self.key_at(where)
        one = self.verbs.delivery(key) if key is not None else None
        if key is None or one is None or one.start is None or one.is_locked or self.state.desk.is_read_only:
            return ""
        rect = next((rect for rect in self.rects_of(key) if rect.adjusted(-1, -1, 1, 1).contains(where)), None)
        return self.edge_under(where, rect) if rect is not None else ""

    def cargo_for(self, key: str, origin: QPoint) -> Cargo | None:
        """An edge alone when it was taken, else the item."""
        cargo = super().cargo_for(key, origin)
        edge = self.edge_at(origin)
        if cargo is None or not edge or cargo.grabbed is None:
            return cargo
        return replace(cargo, deliveries=(cargo.grabbed,), edge=edge)

    def target_at(self, where: QPoint, cargo: Cargo, *, snaps: bool) -> Target | None:
        """Where an edge would stand, or the whole item."""
        one = cargo.grabbed
        if not cargo.edge or one is None or one.date is None or one.start is None:
            return super().target_at(where, cargo, snaps=snaps)
        rects = self.rects_of(one.id)
        item = self.state.items.item(one.id)
        if not rects or item is None:
            return None
        step = self.state.snap if snaps else 1
        minute = round(self.minute_under(self.viewport().mapFromGlobal(where), one.date) / step) * step
        if one.start < DAY_ENDS and minute >= DAY:
            minute -= DAY  # it stands in the evening before, as 24:00 and later
        end = item.end if item.end is not None and item.end > one.start else one.start + SHORTEST
        if cargo.edge == "start":
            minute = min(minute, end - SHORTEST)
            area = self.area_of_span(rects[0], minute, end)
        else:
            minute = min(max(minute, one.start + SHORTEST), LATEST)
            area = self.area_of_span(rects[0], one.start, minute)
        area.translate(self.viewport().mapToGlobal(QPoint(0, 0)))
        return Target(Place(one.date), area, minute)

    # -- zoom --------------------------------------------------------------------------------------------------

    def zoom_now(self) -> float:
        """How large hours are beside their usual size, whether she chose that or not."""
        raise NotImplementedError

    def zoom(self, step: int) -> None:
        """Make the hours larger or smaller, in all views that have hours."""
        nearest = min(range(len(ZOOMS)), key=lambda position: abs(ZOOMS[position] - self.zoom_now()))
        self.state.set_zoom(ZOOMS[min(max(nearest + step, 0), len(ZOOMS) - 1)])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom the hours."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl with plus and minus zoom, Ctrl+0 fits the hours into the window again."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if held == Qt.KeyboardModifier.ControlModifier and self.drag.cargo is None:
            if event.key() in _LARGER:
                self.zoom(1)
                return
            if event.key() == Qt.Key.Key_Minus:
                self.zoom(-1)
                return
            if event.key() == Qt.Key.Key_0:
                self.state.set_zoom(None)
                return
        super().keyPressEvent(event)
