"""Dragging items between the views of the schedule: what is carried, where it may be put, and who is told.

The widget in which the drag began keeps the mouse; it tells the drag where the pointer is, and the drag asks the drop
zones. No view knows another one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from director_app.domain.meeting_dates import MEETING
from director_app.domain.programme import Delivery
from director_app.domain.requests import Application
from director_app.ui.schedule.moves import Place

#: Hangul letters on the keys of a Korean keyboard (two-set layout), for keys pressed while it is active.
HANGUL_KEYS = {
    "ㅅ": "T", "ㅆ": "T", "ㅡ": "M", "ㅈ": "W", "ㅉ": "W", "ㅇ": "D", "ㄴ": "S", "ㅣ": "L", "ㅐ": "O", "ㅒ": "O",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cargo:
    """What is dragged: deliveries (the one under the pointer first), or one application."""

    deliveries: tuple[Delivery, ...] = ()
    application: Application | None = None
    #: From the top of the item to the pointer, in minutes, where the view has hours.
    grip: int = 0
    #: "start" or "end" when only one edge of the item was taken, else an empty text.
    edge: str = ""
    size: tuple[int, int] = (140, 36)

    @property
    def grabbed(self) -> Delivery | None:
        """The delivery under the pointer."""
        return self.deliveries[0] if self.deliveries else None

    @property
    def can_be_copied(self) -> bool:
        """Whether Ctrl leaves a copy: of whole dates, not of an edge of one and not of a meeting."""
        return (
            bool(self.deliveries) and not self.edge and not any(one.id.startswith(MEETING) for one in self.deliveries)
        )


@dataclass(frozen=True, slots=True)
class Target:
    """Where the cargo would land; no place means the tray."""

    place: Place | None
    #: What to mark, in global coordinates.
    area: QRect
    #: The minute of its day at which a pulled edge would stand.
    minute: int | None = None
    #: Whether a copy lands there and the item stays.
    copies: bool = False


class DropZone(Protocol):
    """A view that takes what is dragged."""

    def target_at(self, where: QPoint, cargo: Cargo, *, snaps: bool) -> Target | None:
        """Where the cargo would land at a global point, None outside."""
        ...

    def show_target(self, target: Target | None) -> None:
        """Mark where the cargo would land, or nothing."""
        ...


class Drag(QObject):
    """One drag at a time.

    Signals: ``began(Cargo)``; ``moved(QPoint, object)`` with the global point and the Target or None;
    ``dropped(Cargo, Target)``; ``ended()`` after a drop or when it was given up.
    """

    began = Signal(object)
    moved = Signal(object, object)
    dropped = Signal(object, object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zones: list[tuple[QWidget, DropZone]] = []
        self._cargo: Cargo | None = None
        self._target: Target | None = None
        self._over: DropZone | None = None
        self._where = QPoint()

    def add_zone(self, widget: QWidget, zone: DropZone) -> None:
        """Let things be dropped on a widget."""
        self._zones.append((widget, zone))

    @property
    def cargo(self) -> Cargo | None:
        """What is dragged now."""
        return self._cargo

    def carries(self, key: str) -> bool:
        """Whether a delivery leaves its place with what is dragged; one that is copied stays."""
        if self._target is not None and self._target.copies:
            return False
        return self._cargo is not None and any(one.id == key for one in self._cargo.deliveries)

    def begin(
        self, cargo: Cargo, where: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Pick something up."""
        self._cargo = cargo
        self.began.emit(cargo)
        self.move(where, modifiers)

    def move(self, where: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer is here now; Alt suspends snapping, Ctrl copies."""
        if self._cargo is None:
            return
        self._where = where
        snaps = not modifiers & Qt.KeyboardModifier.AltModifier
        zone, target = self._find(where, self._cargo, snaps=snaps)
        if target is not None and target.place is not None and self._cargo.can_be_copied:
            target = replace(target, copies=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        if self._over is not None and self._over is not zone:
            self._over.show_target(None)
        self._over, self._target = zone, target
        if zone is not None:
            zone.show_target(target)
        self.moved.emit(where, target)

    def again(self, modifiers: Qt.KeyboardModifier) -> None:
        """Other keys are held over the same point."""
        self.move(self._where, modifiers)

    def drop(self) -> None:
        """Put it down where it is; outside of every zone nothing happens."""
        cargo, target = self._cargo, self._target
        self.cancel()
        if cargo is not None and target is not None:
            self.dropped.emit(cargo, target)

    def cancel(self) -> None:
        """Give up: everything stays as it was."""
        if self._over is not None:
            self._over.show_target(None)
        had = self._cargo is not None
        self._cargo = self._target = self._over = None
        if had:
            self.ended.emit()

    def _find(self, where: QPoint, cargo: Cargo, *, snaps: bool) -> tuple[DropZone | None, Target | None]:
        for widget, zone in self._zones:
            if widget.isVisible() and widget.rect().contains(widget.mapFromGlobal(where)):
                return zone, zone.target_at(where, cargo, snaps=snaps)
        return None, None


def letter_of(event: QKeyEvent) -> str:
    """The Latin letter of a key without modifiers, also while a Korean layout is active; else an empty text."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return ""
    text = event.text().upper()
    if len(text) == 1 and "A" <= text <= "Z":
        return text
    return HANGUL_KEYS.get(event.text(), "")
