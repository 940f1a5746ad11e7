"""Small outlined words that tell a state: an icon or glyph and one word, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from director_app.ui.look import Look


class StateTag(QWidget):
    """An outlined word in a role's colour, such as a check and "확보"."""

    def __init__(
        self, look: Look, text: str = "", role: str = "text2", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._text, self._role, self._icon = text, role, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.theme_changed.connect(self.update)

    def show_state(self, text: str, role: str, icon: str = "") -> None:
        """Tell another state."""
        self._text, self._role, self._icon = text, role, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word and their distances."""
        width = QFontMetrics(self._look.font("micro-strong")).horizontalAdvance(self._text)
        return QSize(width + 14 + (15 if self._icon else 0), 19)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_tag(painter, self._look, self.rect(), self._text, self._role, self._icon)
        painter.end()


class CodeTag(QWidget):
    """The one or two syllables of an initiative on its tint."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._code = ""
        self._tint = QColor()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, code: str, tint: QColor, name: str = "") -> None:
        """Show an initiative's code."""
        self._code, self._tint = code, tint
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setVisible(bool(code))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Word and padding."""
        return QSize(max(18, self.fontMetrics().horizontalAdvance(self._code) + 8), 17)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tint)
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setFont(self._look.font("micro-strong"))
        painter.setPen(self._look.color("text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._code)
        painter.end()


def paint_tag(painter: QPainter, look: Look, rect: QRect, text: str, role: str, icon: str) -> None:
    """Draw a state tag; lists use it too."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("chip" if role == "text" else role), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    left = rect.left() + 7
    if icon:
        painter.drawPixmap(left, rect.top() + (rect.height() - 12) // 2, look.pixmap(icon, role, 12))
        left += 15
    painter.setFont(look.font("micro-strong"))
    painter.setPen(look.color(role))
    area = QRect(left, rect.top(), rect.right() - left, rect.height())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
    painter.restore()
