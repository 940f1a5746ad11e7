"""Entry fields: one line, several lines, a choice, a tick; quiet ones show their value without a box until touched."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.widgets.blocks import paint_undecided
from director_app.ui.widgets.text import restyle


def commit_composition() -> None:
    """Finish the syllable an input method is still composing, so that what is read from a field is complete."""
    QGuiApplication.inputMethod().commit()


class LineField(QLineEdit):
    """One line of text. Enter and leaving the field tell the new value once; Escape puts the old one back.

    Signals: ``changed_to(str)`` when the user finished with a value other than the one shown before.
    """

    changed_to = Signal(str)

    def __init__(
        self,
        look: Look,
        scale: str = "body",
        parent: QWidget | None = None,
        *,
        quiet: bool = False,
        tabular: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = ""
        self._is_quiet = quiet
        self.setFont(look.font(scale, tabular=tabular))
        self.setFixedHeight(max(tokens.CONTROL_HEIGHT - (4 if quiet else 0), look.theme.line(scale) + 6))
        if quiet:
            self.setProperty("kind", "quiet")
        self.editingFinished.connect(self._tell)

    def show_value(self, value: str) -> None:
        """Show a value that came from the plan; what is being typed is left alone."""
        if self.hasFocus() and self.isModified():
            return
        self._shown = value
        self.setText(value)
        self.setCursorPosition(0)
        self.show_wrong("")

    def show_wrong(self, sentence: str) -> None:
        """Mark the value as not understood, with a sentence; an empty text takes the mark away."""
        if bool(self.property("wrong")) != bool(sentence):
            self.setProperty("wrong", bool(sentence))
            restyle(self)
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.show_wrong("")
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish composing before the value is read."""
        commit_composition()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty quiet field says that its value is undecided."""
        super().paintEvent(event)
        if self._is_quiet and not self.text() and not self.hasFocus() and not self.placeholderText():
            painter = QPainter(self)
            painter.setFont(self.font())
            metrics = painter.fontMetrics()
            baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
            paint_undecided(painter, self._look.theme, 8, baseline, self._look.wording.undecided())
            painter.end()

    def _tell(self) -> None:
        value = self.text()
        if value != self._shown:
            self._shown = value
            self.setModified(False)
            self.changed_to.emit(value)


class TextField(QPlainTextEdit):
    """Several lines of text, told when the field is left.

    Signals: ``changed_to(str)``.
    """

    changed_to = Signal(str)

    def __init__(self, look: Look, lines: int = 3, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setFont(look.font("body"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * look.theme.line("body") + 14)
        if quiet:
            self.setProperty("kind", "quiet")

    def show_value(self, value: str) -> None:
        """Show a value that came from the plan; what is being typed is left alone."""
        if self.hasFocus() and self.document().isModified():
            return
        self._shown = value
        self.setPlainText(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the value."""
        commit_composition()
        super().focusOutEvent(event)
        value = self.toPlainText()
        if value != self._shown:
            self._shown = value
            self.changed_to.emit(value)


class ChoiceField(QComboBox):
    """A choice from a short list. Keys are text; ``chosen(str)`` tells the one the user picked."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None, *, quiet: bool = False, small: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self.setFont(look.font("small" if small else "body"))
        self.setFixedHeight(tokens.CONTROL_SMALL if small else tokens.CONTROL_HEIGHT - (4 if quiet else 0))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        if quiet:
            self.setProperty("kind", "quiet")
        self.activated.connect(self._tell)
        look.theme_changed.connect(self.update)

    def set_choices(self, choices: list[tuple[str, str]]) -> None:
        """Offer these (key, text) choices, keeping the present one where it still exists."""
        present = self.current()
        self.blockSignals(True)
        self.clear()
        for key, text in choices:
            self.addItem(text, key)
        self.show_value(present)
        self.blockSignals(False)

    def current(self) -> str:
        """Key of the present choice, or an empty text."""
        return str(self.currentData() or "")

    def show_value(self, key: str) -> None:
        """Show a choice without telling anybody."""
        self.setCurrentIndex(self.findData(key))

    def wheelEvent(self, event: object) -> None:
        """A wheel over a closed list scrolls the page instead of changing a value by accident."""
        event.ignore()  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and our own arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        pixmap = self._look.pixmap("chevron-down", "text" if self.isEnabled() else "text3", 14)
        painter.drawPixmap(self.width() - 21, (self.height() - 14) // 2, pixmap)
        painter.end()

    def _tell(self, _index: int) -> None:
        self.chosen.emit(self.current())


class Tick(QCheckBox):
    """A check box of the house; space and click toggle it."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setFont(look.font("body"))
        self.setMinimumHeight(24)
        look.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Box, gap, text."""
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(18 + (8 + width if self.text() else 0), 24)

    def hitButton(self, _where: object) -> bool:
        """The text belongs to the box."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, mark and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.75, (self.height() - 15.5) / 2, 15.5, 15.5)
        paint_tick(painter, self._look, box, ticked=self.isChecked(), enabled=self.isEnabled())
        painter.setPen(self._look.color("text" if self.isEnabled() else "text3"))
        area = self.rect().adjusted(24, 0, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.end()


def paint_tick(painter: QPainter, look: Look, box: QRectF, *, ticked: bool, enabled: bool = True) -> None:
    """Draw a check box 15.5 pixels wide; lists use it too."""
    shape = QPainterPath()
    shape.addRoundedRect(box, 4, 4)
    if ticked:
        painter.fillPath(shape, look.color("accent" if enabled else "control"))
        painter.setPen(QPen(look.color("on-accent"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        left, top = box.left(), box.top()
        mark = [QPointF(left + 3.8, top + 8.1), QPointF(left + 6.6, top + 10.9), QPointF(left + 11.9, top + 4.9)]
        painter.drawPolyline(QPolygonF(mark))
        return
    painter.fillPath(shape, look.color("surface"))
    painter.setPen(QPen(look.color("control" if enabled else "chip"), 1.2))
    painter.drawPath(shape)
