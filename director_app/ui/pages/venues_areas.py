"""Venues pulled into another area of the list: dropped under its name, or on one of its venues."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from director_app.domain.edits import Change, Several
from director_app.domain.ids import AreaId, VenueId
from director_app.operations.open_plan import StepName
from director_app.ui.desk import Desk
from director_app.ui.forms.list_pane import ListPane
from director_app.ui.models.record_table import Role
from director_app.wording import message

ONE: Final = message("{name} to {area}")
MANY: Final = message("{n} venues to {area}")


class AreaPull(QObject):
    """What the mouse does with the rows of a list of venues; a pull shows the area it would lead to."""

    def __init__(self, desk: Desk, pane: ListPane) -> None:
        super().__init__(pane)
        self._desk = desk
        self._pane = pane
        self._pressed: QPoint | None = None
        self._chosen: list[str] = []
        self._pulled: tuple[str, ...] = ()
        pane.list.viewport().installEventFilter(self)
        pane.list.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the left button; Escape gives up."""
        if isinstance(event, QMouseEvent) and watched is self._pane.list.viewport():
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and self._pulled and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._end()
            return True
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        where = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and not self._pulled:
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            self._pressed = where if plain and not self._desk.is_read_only else None
            self._chosen = self._pane.selected_ids()  # pressing is about to choose one alone
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            if not self._pulled and (where - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._begin(self._pressed)
            if self._pulled:
                self._show(where, event.globalPosition().toPoint())
            return True  # the rows between are not selected
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            pulled = self._pulled
            self._end()
            if pulled:
                self._drop(pulled, where)
                return True
        return False

    def _venue_at(self, where: QPoint) -> str:
        """The venue under a point; the name of an area belongs to its first one."""
        index = self._pane.list.indexAt(QPoint(2, where.y()))
        return str(index.data(Role.ID)) if index.isValid() else ""

    def _begin(self, where: QPoint) -> None:
        one, chosen = self._venue_at(where), self._chosen
        self._pulled = tuple(chosen) if one in chosen else (one,) if one else ()
        if self._pulled:
            self._pane.list.viewport().setCursor(Qt.CursorShape.DragMoveCursor)

    def _end(self) -> None:
        self._pressed, self._pulled = None, ()
        self._pane.list.viewport().unsetCursor()
        QToolTip.hideText()

    def _show(self, where: QPoint, on_screen: QPoint) -> None:
        target = self._venue_at(where)
        QToolTip.showText(on_screen, self._area_name(self._area_of(target)) if target else "", self._pane.list)

    def _area_of(self, venue: str) -> AreaId | None:
        record = self._desk.plan.venues.get(VenueId(venue))
        return record.area if record is not None else None

    def _area_name(self, area: AreaId | None) -> str:
        record = self._desk.plan.areas.get(area) if area else None
        wording = self._desk.wording
        if record is None:
            return wording.text("Area undecided")
        return (record.name_en if wording.language == "en" else "") or record.name

    def _drop(self, pulled: tuple[str, ...], where: QPoint) -> None:
        target = self._venue_at(where)
        if not target:
            return
        area, plan = self._area_of(target), self._desk.plan
        moved = [one for one in pulled if VenueId(one) in plan.venues and self._area_of(one) != area]
        if not moved:
            return
        name = plan.venues[VenueId(moved[0])].name or self._desk.wording.text("Name undecided")
        values = {"area": self._area_name(area), "name": name, "n": len(moved)}
        edits = tuple(Change("venues", one, {"area": area}) for one in moved)
        self._desk.perform(Several(edits), StepName(ONE if len(moved) == 1 else MANY, values))
