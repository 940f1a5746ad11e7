"""How the four values of availability are drawn: plain, dots, diagonal, cross hatch; told by pattern, not by colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from director_app.domain.people import AvailabilityValue
from director_app.ui.look import Look
from director_app.ui.theme import Theme
from director_app.wording import message

VALUE_WORDS = {
    AvailabilityValue.GOOD: message("can"),
    AvailabilityValue.POSSIBLE: message("can be arranged"),
    AvailabilityValue.RATHER_NOT: message("rather not"),
    AvailabilityValue.IMPOSSIBLE: message("cannot"),
}
_PITCH = 8


def pattern_brush(theme: Theme, value: AvailabilityValue, ratio: float = 1.0) -> QBrush:
    """The brush of a value, to be used with a fixed origin so that neighbours continue each other."""
    side = {AvailabilityValue.POSSIBLE: 6, AvailabilityValue.IMPOSSIBLE: 6}.get(value, _PITCH)
    tile = QPixmap(QSize(round(side * ratio), round(side * ratio)))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    if value is AvailabilityValue.GOOD:
        return QBrush(Qt.BrushStyle.NoBrush)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.color("pat")
    if value is AvailabilityValue.POSSIBLE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(3, 3), 0.9, 0.9)
    else:
        painter.setPen(QPen(colour, 1))
        for offset in (-side, 0, side):
            painter.drawLine(QPointF(offset - 1, side + 1), QPointF(offset + side + 1, -1))
            if value is AvailabilityValue.IMPOSSIBLE:
                painter.drawLine(QPointF(offset - 1, -1), QPointF(offset + side + 1, side + 1))
    painter.end()
    return QBrush(tile)


def paint_swatch(painter: QPainter, look: Look, rect: QRectF, value: AvailabilityValue) -> None:
    """A small sample of a value's pattern in a frame."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(rect, 2, 2)
    painter.fillPath(outline, look.color("surface"))
    painter.setBrushOrigin(rect.topLeft())
    painter.fillPath(outline, pattern_brush(look.theme, value, painter.device().devicePixelRatioF()))
    painter.setPen(QPen(look.color("control"), 1))
    painter.drawPath(outline)
    painter.restore()


class Swatch(QWidget):
    """A value's pattern as a widget."""

    def __init__(self, look: Look, value: AvailabilityValue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._value = value
        self.setFixedSize(15, 15)
        look.theme_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_swatch(painter, self._look, QRectF(self.rect()).adjusted(0.5, 0.5, -1.5, -1.5), self._value)
        painter.end()


class BrushButton(QAbstractButton):
    """Chooses a brush; shows its pattern, its name and its key."""

    def __init__(self, look: Look, value: AvailabilityValue, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.value = value
        self._key = key
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(24)
        self.retranslate()
        look.theme_changed.connect(self.update)

    def retranslate(self) -> None:
        """Say the name in the present language."""
        self.setText(self._look.wording.text(VALUE_WORDS[self.value]))
        self.setAccessibleName(self.text())
        self.setToolTip(self._look.wording.text("Brush “{name}”, key {key}", name=self.text(), key=self._key))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Pattern, name, key."""
        width = QFontMetrics(self._look.font("small-strong")).horizontalAdvance(self.text())
        return QSize(8 + 22 + 6 + width + 8 + 8 + 8, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        ground = "select" if self.isChecked() else ("hover" if self.underMouse() else "surface")
        painter.fillPath(outline, self._look.color(ground))
        painter.setPen(QPen(self._look.color("accent" if self.isChecked() else "control"), 1))
        painter.drawPath(outline)
        paint_swatch(painter, self._look, QRectF(8.5, 5.5, 21, 12), self.value)
        painter.setFont(self._look.font("small-strong" if self.isChecked() else "small"))
        painter.setPen(self._look.color("text"))
        inner = self.rect().adjusted(36, 0, -8, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.setFont(self._look.font("micro"))
        painter.setPen(self._look.color("text3"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._key)
        painter.end()
