"""Entry fields: one line, several lines, a choice, a tick; quiet ones show their value without a box until touched."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.widgets.blocks import paint_undecided
from director_app.ui.widgets.glyphs import paint_problem
from director_app.ui.widgets.kept_typing import KeptTyping, commit_composition
from director_app.ui.widgets.text import restyle

_ROOM_FOR_MARK: Final = 90
_MOVES: Final = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show})


class LineField(KeptTyping, QLineEdit):
    """One line of text. Enter and leaving the field tell the new value once; Escape puts the old one back.

    Signals: ``changed_to(str)`` when the user finished with a value other than the one shown before;
    ``paused_on(str)`` when she rests with the cursor still here: whoever can take the text as it stands writes it, in
    silence, and all that one stay has written is one step; ``complained(str)`` with the sentence that says what is
    wrong, empty when it is mended.
    """

    changed_to = Signal(str)
    paused_on = Signal(str)
    complained = Signal(str)

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
        self._typing = look.typing
        self._is_quiet = quiet
        self._sentence: Complaint | None = None
        self._says_itself = True
        self.setFont(look.font(scale, tabular=tabular))
        self.setFixedHeight(max(tokens.CONTROL_HEIGHT - (4 if quiet else 0), look.theme.line(scale) + 6))
        if quiet:
            self.setProperty("kind", "quiet")
        self.editingFinished.connect(self.leave)
        self.textEdited.connect(self.touch)

    def show_other(self, value: str) -> None:
        """Show the value of something else: what was typed and refused belonged to what was shown before."""
        self.setModified(False)
        self.show_value(value)

    def put_text(self, text: str) -> None:
        """Show a text, from its beginning."""
        self.setText(text)
        self.setCursorPosition(0)

    def show_wrong(self, sentence: str) -> None:
        """Mark the value as not understood, with a sentence under it; an empty text takes the mark away."""
        if self.is_wrong != bool(sentence):
            self.setProperty("wrong", bool(sentence))
            restyle(self)
            self.update()
            if not sentence:
                self.setModified(False)  # what was refused is settled: the next value may be shown
        elif not sentence:
            return
        self.setToolTip(sentence)
        self.setAccessibleDescription(sentence)
        self.complained.emit(sentence)
        if self._says_itself:
            self._say_below(sentence)
        if sentence:
            # A text of its own goes by unheard; a screen reader says this one when it comes up.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def said_elsewhere(self) -> None:
        """Somebody else shows the sentence of ``complained``, in a row of its own."""
        self._says_itself = False

    def _say_below(self, sentence: str) -> None:
        if self._sentence is None and sentence:
            self._sentence = Complaint(self._look, self)
        if self._sentence is not None:
            self._sentence.say(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was typed."""
        if event.key() == Qt.Key.Key_Escape and self.differs:
            self.put_back()
            event.accept()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A syllable grows."""
        super().inputMethodEvent(event)
        self.compose(event.preeditString())

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
        if self.is_wrong and self.width() > _ROOM_FOR_MARK:
            painter = QPainter(self)
            place = QRectF(self.width() - 20, (self.height() - 14) / 2, 14, 14)
            paint_problem(painter, self._look.theme, place, "block")
            painter.end()


class Complaint(QLabel):
    """The sentence under a field whose form has no row for it; lies over what comes below until it is mended."""

    def __init__(self, look: Look, field: QLineEdit) -> None:
        super().__init__(field.parentWidget())
        self._look = look
        self._field = field
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(look.font("small"))
        self.setContentsMargins(6, 3, 6, 3)
        self.setProperty("tone", "block")
        self.setProperty("ground", "blockbg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        field.installEventFilter(self)

    def say(self, sentence: str) -> None:
        """Show a sentence; an empty one goes."""
        self.setText(sentence)
        self.setVisible(bool(sentence) and self._field.isVisible())
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay under the field, and come and go with it."""
        if event.type() in _MOVES:
            self.setVisible(bool(self.text()) and self._field.isVisible())
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Right under the field, as wide as it, wider where that is too narrow for words; on the window itself."""
        window = self._field.window()
        if self.isHidden() or window is None:
            return
        if self.parentWidget() is not window:
            self.setParent(window)
            self.show()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        width = min(max(self._field.width(), 220), window.width() - 8)
        left = max(4, min(corner.x(), window.width() - width - 4))
        self.setGeometry(left, corner.y(), width, self.heightForWidth(width))
        self.raise_()


class TextField(KeptTyping, QPlainTextEdit):
    """Several lines of text, told when the field is left.

    Signals: ``changed_to(str)``; ``paused_on(str)`` as of `LineField`.
    """

    changed_to = Signal(str)
    paused_on = Signal(str)

    def __init__(self, look: Look, lines: int = 3, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self._typing = look.typing
        self._most_lines = 0
        self.setFont(look.font("body"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * look.theme.line("body") + 14)
        if quiet:
            self.setProperty("kind", "quiet")
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """What stands here."""
        return self.toPlainText()

    def put_text(self, text: str) -> None:
        """Show a text, from its beginning."""
        self.setPlainText(text)

    def cursorPosition(self) -> int:
        """Where the cursor stands, as of a line."""
        return self.textCursor().position()

    def isModified(self) -> bool:
        """Whether she typed since it was shown, as of a line."""
        return self.document().isModified()

    def setModified(self, modified: bool) -> None:
        """Remember whether she typed, as of a line."""
        self.document().setModified(modified)

    def show_wrong(self, sentence: str) -> None:
        """Mark the text as refused; the form says the sentence. An empty one takes the mark away."""
        if self.is_wrong != bool(sentence):
            self.setProperty("wrong", bool(sentence))
            restyle(self)
            self.setAccessibleDescription(sentence)

    def grow_to(self, lines: int) -> None:
        """Be as high as the text, from one line to so many."""
        self._most_lines = lines
        self.textChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap anew with another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Measured, because a document that was never painted does not know its lines."""
        if not self._most_lines:
            return
        margin = round(self.document().documentMargin())
        width = self.viewport().width() - 2 * margin - 2
        flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
        metrics = self.fontMetrics()
        box = metrics.boundingRect(QRect(0, 0, max(40, width), 1 << 16), flags, self.toPlainText() or " ")
        lines = max(1, min(self._most_lines, round(box.height() / metrics.lineSpacing())))
        height = lines * metrics.lineSpacing() + 2 * margin + 7
        self.setFixedHeight(max(26, height))
        all_seen = box.height() <= self._most_lines * metrics.lineSpacing()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if all_seen else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A syllable grows."""
        super().inputMethodEvent(event)
        self.compose(event.preeditString())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the value."""
        commit_composition()
        super().focusOutEvent(event)
        self.leave()

    def _changed(self) -> None:
        if self.isModified():  # else the plan speaks, not she
            self.touch()


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

    def show_ticked(self, ticked: bool | None) -> None:
        """Show a state; None is "some of them", and the next click ticks it."""
        self.setTristate(ticked is None)
        if ticked is None:
            self.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self.setChecked(ticked)

    def nextCheckState(self) -> None:
        """Two states by hand, also out of the third."""
        ticked = self.checkState() != Qt.CheckState.Checked
        self.setTristate(False)
        self.setChecked(ticked)

    def hitButton(self, _where: object) -> bool:
        """The text belongs to the box."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, mark and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.75, (self.height() - 15.5) / 2, 15.5, 15.5)
        some = self.checkState() == Qt.CheckState.PartiallyChecked
        paint_tick(painter, self._look, box, ticked=self.isChecked() and not some, enabled=self.isEnabled())
        if some:
            painter.fillRect(box.adjusted(4, 6.75, -4, -6.75), self._look.color("text2"))
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
