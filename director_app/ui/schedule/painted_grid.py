"""What every painted grid is: a cached picture of grid and items, tool tips, and words for who cannot see it.

A subclass knows where things stand (its layout) and how the grid is painted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.words import time_text


class PaintedGrid(QAbstractScrollArea):
    """A grid that is painted once and copied until something differs."""

    def __init__(self, state: ScheduleState, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.verbs = verbs
        self._base: QPixmap | None = None
        self._base_key: tuple[Any, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self)
        state.announced.connect(self._announce)

    # -- for subclasses ----------------------------------------------------------------------------------------

    def relayout(self) -> None:
        """Work out where everything stands for the present size."""
        raise NotImplementedError

    def base_key(self) -> tuple[Any, ...]:
        """What the cached picture depends on beside size, theme and items."""
        raise NotImplementedError

    def paint_base(self, painter: QPainter) -> None:
        """Draw grid and items."""
        raise NotImplementedError

    def paint_overlay(self, painter: QPainter) -> None:
        """Draw what changes while the picture stays."""

    def key_at(self, where: QPoint) -> str | None:
        """The item under a point of the viewport."""
        raise NotImplementedError

    def rects_of(self, key: str) -> list[QRect]:
        """Where an item stands in the viewport."""
        raise NotImplementedError

    def drawn_keys(self) -> Iterable[str]:
        """The items that stand somewhere, perhaps several times."""
        raise NotImplementedError

    def reveal(self) -> None:
        """Scroll to where the keyboard is."""

    # -- drawing -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Something drawn differs."""
        if self.isVisible():
            self.relayout()
        self._base = None
        self.viewport().update()

    def turn(self) -> None:
        """Another day is shown."""
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self.relayout()
        self.reveal()

    def showEvent(self, event: QEvent) -> None:
        """What changed while hidden is laid out now."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt sends a QShowEvent
        self.refresh()
        self.reveal()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The picture is drawn again for another stretch."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the cached picture; draw selection and drop target over it."""
        painter = QPainter(self.viewport())
        painter.drawPixmap(event.rect(), self._picture(), self._source_of(event.rect()))
        self.paint_overlay(painter)
        painter.end()

    def _source_of(self, rect: QRect) -> QRect:
        ratio = self.devicePixelRatioF()
        return QRect(
            round(rect.x() * ratio), round(rect.y() * ratio), round(rect.width() * ratio), round(rect.height() * ratio)
        )

    def _picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size: QSize = self.viewport().size()
        theme = self.state.desk.theme
        scrolled = (self.verticalScrollBar().value(), self.horizontalScrollBar().value())
        key = (size.toTuple(), ratio, theme.name, self.state.items.revision, scrolled, *self.base_key())
        if self._base is None or key != self._base_key:
            picture = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
            picture.setDevicePixelRatio(ratio)
            picture.fill(theme.color("surface"))
            painter = QPainter(picture)
            self.paint_base(painter)
            painter.end()
            self._base, self._base_key = picture, key
        return self._base

    # -- what is told ------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tool tips say the whole item, since grids have little room."""
        if watched is self.viewport() and event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self.key_at(event.pos())
            item = self.state.items.item(key) if key else None
            tip = self.tip_of(item.key) if item is not None else self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), tip, self.viewport())  # no words hide the one before
            return True
        return super().eventFilter(watched, event)

    def tip_at(self, _where: QPoint) -> str:
        """What is told where no item stands."""
        return ""

    def tip_of(self, key: str) -> str:
        """All of an item in a few lines."""
        item = self.state.items.item(key)
        one = self.verbs.delivery(key)
        if item is None:
            return ""
        lines = [item.title, f"{item.number}  {item.place}".strip()]
        if one is not None:
            lines.insert(1, time_text(self.state.desk.wording, one))
        return "\n".join(line for line in lines if line)

    def _selection_moved(self) -> None:
        self.viewport().update()
        if not self.isVisible():
            return
        self.reveal()
        item = self.state.items.item(self.state.current) if self.state.current else None
        said = item.spoken if item else self.cursor_text()
        if len(self.state.desk.selection) > 1:
            wording, n = self.state.desk.wording, len(self.state.desk.selection)
            said = wording.text("{said}. {n} selected", said=said, n=n)
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _announce(self, text: str) -> None:
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def cursor_text(self) -> str:
        """What the keyboard stands on when it is no item, for a screen reader."""
        return self.state.desk.wording.date_short(self.state.cursor)
