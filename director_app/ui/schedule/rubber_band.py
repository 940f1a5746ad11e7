"""A band pulled over empty ground: everything it touches is selected, while it is pulled and after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen

from director_app.domain.facts import Subject
from director_app.ui.schedule.state import ScheduleState


class RubberBand:
    """The band of one grid. ``keys_in`` names what a rectangle of the viewport touches."""

    def __init__(self, state: ScheduleState, keys_in: Callable[[QRect], list[str]]) -> None:
        self._state = state
        self._keys_in = keys_in
        self._origin = QPoint()
        self._area: QRect | None = None
        self._before: frozenset[Subject] = frozenset()
        self._adds = False

    @property
    def is_pulled(self) -> bool:
        """Whether a band is there."""
        return self._area is not None

    def begin(self, origin: QPoint, before: frozenset[Subject], *, adds: bool) -> None:
        """Begin at a point; with ``adds`` what was selected before stays so."""
        self._origin, self._before, self._adds = origin, before, adds
        self._area = QRect(origin, origin)

    def pull(self, where: QPoint) -> None:
        """The pointer is here now."""
        self._area = QRect(self._origin, where).normalized()
        kept = self._before if self._adds else frozenset[Subject]()
        self._state.choose(self._keys_in(self._area), kept=kept)

    def scroll(self, moved: QPoint) -> None:
        """What lies under it has moved so far: where it began moves along."""
        self._origin -= moved

    def finish(self) -> None:
        """What it touched stays selected, and is said."""
        self._area = None
        wording, n = self._state.desk.wording, len(self._state.desk.selection)
        self._state.announce(wording.plural("{n} selected", "{n} selected", n))

    def cancel(self) -> None:
        """What was selected before is selected again."""
        if self._area is not None:
            self._area = None
            self._state.choose((), kept=self._before)

    def paint(self, painter: QPainter) -> None:
        """Draw it."""
        if self._area is None:
            return
        theme = self._state.desk.theme
        fill = theme.color("select")
        fill.setAlpha(90)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(fill)
        painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(self._area.adjusted(0, 0, -1, -1))
