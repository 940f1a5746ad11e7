"""Small drawings that hundreds of items share: state glyphs, problem icons, confirmation squares.

Each is drawn once per colour and pixel ratio and then copied, which costs a tenth of drawing it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from director_app.domain.programme import Status
from director_app.ui.theme import Theme
from director_app.ui.widgets.glyphs import (
    GLYPH,
    SQUARE,
    SQUARE_PITCH,
    paint_confirmations,
    paint_problem,
    paint_state,
)

_MARGIN = 1
_ICON = 13


class Stamps:
    """The drawings of one theme at one pixel ratio."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme = theme
        self._ratio = ratio
        self._made: dict[tuple[object, ...], QPixmap] = {}

    def state(self, painter: QPainter, left: float, top: float, status: Status, edge: QColor) -> None:
        """The glyph of a status."""
        self._stamp(painter, left, top, (status, edge.rgba()), GLYPH, GLYPH, self._draw_state(status, edge))

    def problem(self, painter: QPainter, left: float, top: float, level: str) -> None:
        """The icon of a level."""
        self._stamp(painter, left, top, ("problem", level), _ICON, _ICON, self._draw_problem(level))

    def confirmations(self, painter: QPainter, left: float, top: float, states: tuple[str, ...]) -> None:
        """The squares of venue, acts and contract."""
        wide = SQUARE_PITCH * len(states)
        self._stamp(painter, left, top, states, wide, SQUARE, self._draw_confirmations(states))

    def _draw_state(self, status: Status, edge: QColor) -> Callable[[QPainter], None]:
        def draw(painter: QPainter) -> None:
            paint_state(painter, self._theme, QRectF(_MARGIN, _MARGIN, GLYPH, GLYPH), status, edge)

        return draw

    def _draw_problem(self, level: str) -> Callable[[QPainter], None]:
        def draw(painter: QPainter) -> None:
            paint_problem(painter, self._theme, QRectF(_MARGIN, _MARGIN, _ICON, _ICON), level)

        return draw

    def _draw_confirmations(self, states: tuple[str, ...]) -> Callable[[QPainter], None]:
        def draw(painter: QPainter) -> None:
            paint_confirmations(painter, self._theme, _MARGIN, _MARGIN, states)

        return draw

    def _stamp(
        self,
        painter: QPainter,
        left: float,
        top: float,
        key: tuple[object, ...],
        width: int,
        height: int,
        draw: Callable[[QPainter], None],
    ) -> None:
        picture = self._made.get(key)
        if picture is None:
            size = (round((width + 2 * _MARGIN) * self._ratio), round((height + 2 * _MARGIN) * self._ratio))
            picture = QPixmap(*size)
            picture.setDevicePixelRatio(self._ratio)
            picture.fill(Qt.GlobalColor.transparent)
            own = QPainter(picture)
            draw(own)
            own.end()
            self._made[key] = picture
        painter.drawPixmap(QPoint(round(left) - _MARGIN, round(top) - _MARGIN), picture)
