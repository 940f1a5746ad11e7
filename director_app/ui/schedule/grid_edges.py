"""What is pulled to the edge of a grid makes it scroll on, for as long as the pointer rests there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

EDGE: Final = 24
"""So near to an edge, in pixels, scrolling begins."""
STEP: Final = 14
_BEAT_MS: Final = 25


class EdgeScroll(QObject):
    """The scrolling of one grid; ``scrolled`` is told how far its content moved, in pixels."""

    def __init__(self, view: QAbstractScrollArea, scrolled: Callable[[QPoint], None]) -> None:
        super().__init__(view)
        self._view = view
        self._scrolled = scrolled
        self._where = QPoint()
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._scroll)

    @property
    def is_on(self) -> bool:
        """Whether it scrolls."""
        return self._beat.isActive()

    def follow(self, where: QPoint) -> None:
        """The pointer is here in the viewport, something in its hand."""
        self._where = where
        if self._way() == QPoint():
            self.stop()
        elif not self.is_on:
            self._beat.start()

    def stop(self) -> None:
        """Nothing is pulled any more."""
        self._beat.stop()

    def _way(self) -> QPoint:
        size = self._view.viewport().size()
        return QPoint(_towards(self._where.x(), size.width()), _towards(self._where.y(), size.height()))

    def _scroll(self) -> None:
        across, down, way = self._view.horizontalScrollBar(), self._view.verticalScrollBar(), self._way()
        before = QPoint(across.value(), down.value())
        across.setValue(before.x() + way.x())
        down.setValue(before.y() + way.y())
        moved = QPoint(across.value(), down.value()) - before
        if moved == QPoint():
            self.stop()  # that is the end of it
        else:
            self._scrolled(moved)


def _towards(at: int, length: int) -> int:
    return -STEP if at < EDGE else STEP if at > length - EDGE else 0
