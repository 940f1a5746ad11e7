"""The focus ring: two pixels wide, one pixel off, around whatever has the keyboard."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QWidget,
)

from director_app.ui.look import Look
from director_app.ui.widgets.segments import Segments

_MARGIN = 3
_NOTHING = cast("QWidget", None)  # Qt takes it: no widget, no ring; its stub does not say so
_ALWAYS = (QLineEdit, QPlainTextEdit)
_BY_KEYBOARD = (QAbstractButton, QComboBox, Segments)
_KEYBOARD_REASONS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class FocusRing(QFocusFrame):
    """Follows the focus through the whole application. Fields always get the ring, buttons when reached by key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._metrics = _RingMetrics()
        self._metrics.setParent(self)
        self.setStyle(self._metrics)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        look.theme_changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the ring when the focus moves."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(watched, QWidget) and isinstance(event, QFocusEvent):
            self.setWidget(watched if self._rings(watched, event.reason()) else _NOTHING)
        elif kind == QEvent.Type.FocusOut and watched is self.widget():
            self.setWidget(_NOTHING)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _rings(self, widget: QWidget, reason: Qt.FocusReason) -> bool:
        if widget.property("ring") == "none":
            return False
        if isinstance(widget, _ALWAYS):
            return True
        return isinstance(widget, _BY_KEYBOARD) and reason in _KEYBOARD_REASONS


class _RingMetrics(QProxyStyle):
    """Tells the ring how far it stands off."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Three pixels beyond the widget on every side."""
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return _MARGIN
        return super().pixelMetric(metric, option, widget)
