"""Where the window stands: as it stood the last time, but always on a screen that is there and no larger than it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from director_app import paths

LEAST: Final = QSize(720, 440)
"""The smallest window in which everything can be reached: a screen of 1440 x 900 with text of 200 %."""

_USUAL: Final = QSize(1440, 900)
_FRAME: Final = QSize(16, 48)
"""Room for the title bar and borders that a desktop draws around a first window, not known before it shows."""

_MARGIN: Final = QSize(32, 48)
"""What is seen of the window around the largest dialog."""


def restore(window: QWidget) -> None:
    """Put a window that is about to be shown where it stood."""
    area = window.screen().availableGeometry()
    kept = _kept().value("geometry")
    if not (isinstance(kept, QByteArray) and window.restoreGeometry(kept)):
        window.resize(_USUAL.boundedTo(area.size() - _FRAME))
        window.move(area.topLeft())
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    fit(window, screens or [area])


def fit(window: QWidget, screens: list[QRect]) -> None:
    """Keep a window on the screen that shows most of it, the first of ``screens`` when none shows any of it."""
    place = window.geometry()
    area = max(screens, key=lambda screen: _shown(screen, place))
    room = area.size() - _FRAME  # large text leaves less of it
    window.setMinimumSize(LEAST.boundedTo(room))
    if window.isMaximized() or window.isFullScreen():
        return
    size = place.size().boundedTo(room)
    if size != place.size():
        window.resize(size)
    if not area.contains(QRect(place.topLeft(), size)):
        left = max(area.left(), min(window.x(), area.right() + 1 - size.width() - _FRAME.width()))
        top = max(area.top(), min(window.y(), area.bottom() + 1 - size.height() - _FRAME.height()))
        window.move(left, top)


def fit_dialog(dialog: QWidget, wished: QSize) -> None:
    """Make a dialog as large as it would like to be, but no larger than the window it stands over."""
    over = dialog.parentWidget()
    dialog.resize(wished if over is None else wished.boundedTo(over.window().size() - _MARGIN))


def keep(window: QWidget) -> None:
    """Remember where a window stands. Only this is kept by Qt; everything else is in the preferences."""
    _kept().setValue("geometry", window.saveGeometry())


def _shown(screen: QRect, place: QRect) -> int:
    common = screen.intersected(place)
    return common.width() * common.height() if common.isValid() else 0


def _kept() -> QSettings:
    return QSettings(str(paths.config_folder() / "window.ini"), QSettings.Format.IniFormat)
