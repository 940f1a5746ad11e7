"""Labels in the type scale, and the lines between groups."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from director_app.ui.look import Look


class Text(QLabel):
    """A label in one token of the type scale and one text colour role; plain text only, so user text is harmless."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        scale: str = "body",
        tone: str = "text",
        parent: QWidget | None = None,
        *,
        tabular: bool = False,
        wraps: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(scale, tabular=tabular))
        self.setMinimumHeight(look.theme.line(scale))
        self.setProperty("tone", tone)
        self.setWordWrap(wraps)

    def show_if_said(self, text: str) -> None:
        """Come up with a text, go without one."""
        self.setText(text)
        self.setVisible(bool(text))

    def set_tone(self, tone: str) -> None:
        """Change the colour role."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class OneLine(Text):
    """A label of one line that gives way: what does not fit ends in an ellipsis and is told in the tool tip."""

    def __init__(self, look: Look, text: str = "", scale: str = "body", tone: str = "text", **options: bool) -> None:
        super().__init__(look, "", scale, tone, None, tabular=options.get("tabular", False))
        self._full = text
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        self._full = text
        super().setText(text)
        self.setAccessibleName(text)
        self._tell_hidden()

    def minimumSizeHint(self) -> QSize:
        """May become very narrow."""
        return QSize(16, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tool tip true."""
        super().resizeEvent(event)
        self._tell_hidden()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self._look.color(str(self.property("tone"))))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def _tell_hidden(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self._full) <= self.width()
        self.setToolTip("" if fits else self._full)


def restyle(widget: QWidget) -> None:
    """Let the style sheet look again at a widget whose properties changed; one not shown yet it has yet to see."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_ground(widget: QWidget, role: str) -> None:
    """Give a widget the ground of a role (``canvas``, ``surface``, ``raised``, ``sunken``, ``blockbg`` ...)."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    widget.setProperty("ground", role)
    restyle(widget)


def horizontal_line(parent: QWidget | None = None) -> QFrame:
    """A hairline between groups."""
    line = QFrame(parent)
    line.setProperty("kind", "divider")
    line.setFixedHeight(1)
    return line


def vertical_line(height: int, parent: QWidget | None = None) -> QFrame:
    """A short hairline between figures or actions of one row."""
    line = QFrame(parent)
    line.setProperty("kind", "divider")
    line.setFixedSize(1, height)
    return line
