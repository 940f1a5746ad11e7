"""Icons drawn from the delivered line drawings in the colour of a role, sharp at every pixel ratio.

The drawings are in ``resources/icons`` (Lucide, ISC licence beside them). To use another one, copy its file there.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from director_app.ui.theme import Theme


class Icons:
    """The icons of one theme; a new theme gets a new object, so nothing of the old colours stays."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self._theme = theme
        self._drawings: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._icons: dict[tuple[str, str, int, int], QIcon] = {}

    def pixmap(self, name: str, role: str = "text", size: int = 16, ratio: float | None = None) -> QPixmap:
        """A square picture of ``size`` logical pixels; raises FileNotFoundError for a name that is not delivered."""
        sharpness = ratio if ratio is not None else _highest_ratio()
        key = (name, role, size, sharpness)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, role, size, sharpness)
        return self._pixmaps[key]

    def icon(self, name: str, role: str = "text", size: int = 16, gap: int = 0) -> QIcon:
        """The icon for buttons and menus, ``gap`` pixels of air at its right; disabled it is drawn in ``text3``."""
        key = (name, role, size, gap)
        if key not in self._icons:
            icon = QIcon(self._draw(name, role, size, _highest_ratio(), gap))
            icon.addPixmap(self._draw(name, "text3", size, _highest_ratio(), gap), QIcon.Mode.Disabled)
            self._icons[key] = icon
        return self._icons[key]

    def _draw(self, name: str, role: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
        pixels = max(1, round(size * ratio))
        pixmap = QPixmap(QSize(pixels + round(gap * ratio), pixels))
        pixmap.fill(Qt.GlobalColor.transparent)
        coloured = self._drawing(name).replace(b"currentColor", self._theme.hex(role).encode())
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(coloured)).render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _drawing(self, name: str) -> bytes:
        if name not in self._drawings:
            self._drawings[name] = (self._folder / f"{name}.svg").read_bytes()
        return self._drawings[name]


def _highest_ratio() -> float:
    """The sharpest screen decides, so that a window moved there stays sharp."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
