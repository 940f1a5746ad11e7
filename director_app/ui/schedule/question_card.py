"""A question inside the grid: one sentence, a few lines, and the answers as buttons; never a box over the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from director_app.ui.look import Look
from director_app.ui.schedule.raised_card import RaisedCard
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.glyphs import ProblemIcon
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import Text

WIDTH = 372
MOST_LINES = 8
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class Answer(NamedTuple):
    """One answer; ``lines`` are what it would change, shown while it has the focus."""

    text: str
    act: Callable[[], object]
    lines: tuple[str, ...] = ()


class QuestionCard(RaisedCard):
    """Asks one thing at a time. Arrows and Tab walk over the answers, Enter gives one, Escape takes back.

    Signals: ``finished()`` when it closed.
    """

    finished = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._give_up: Callable[[], object] | None = None
        self._calls: list[_Give] = []
        self.buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._icon = ProblemIcon(look, "block")
        self.sentence = Text(look, "", "strong", wraps=True)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.sentence, 1)
        column.addLayout(head)
        self.lines = Text(look, "", "small", "text2", tabular=True, wraps=True)
        column.addWidget(self.lines)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        column.addLayout(self._row)
        self.hide()

    def ask(
        self,
        area: QRect,
        sentence: str,
        answers: Sequence[Answer],
        give_up: Callable[[], object],
        *,
        lines: Sequence[str] = (),
        clashes: bool = False,
    ) -> None:
        """Ask beside a place of the parent; ``give_up`` is what Escape does. A click elsewhere leaves all as it is."""
        self._give_up = give_up
        self.sentence.setText(sentence)
        self._icon.setVisible(clashes)
        self.lines.setText("\n".join(lines))
        self.setAccessibleName(sentence)
        clear_layout(self._row)
        self._calls = []
        self.buttons = []
        for answer in answers:
            button = Button(self._look, answer.text, "normal" if self.buttons else "primary", parent=self, small=True)
            button.setAccessibleDescription("\n".join((sentence, *(answer.lines or lines))))
            button.setAutoDefault(False)
            call = _Give(self, answer)
            button.clicked.connect(call.run)
            self._calls.append(call)
            self.buttons.append(button)
            self._row.addWidget(button)
        self._row.addStretch(1)
        self._place_at(area)
        self.show()
        self.raise_()
        if self.buttons:
            self.buttons[0].setFocus()
            self._show_lines()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._look_around)

    def close_card(self) -> None:
        """Take the question away."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._look_around)
        self._give_up = None
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if had_focus:
            self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter answers, Escape gives back."""
        at = next((position for position, button in enumerate(self.buttons) if button.hasFocus()), 0)
        if event.key() == Qt.Key.Key_Escape:
            give_up = self._give_up
            self.close_card()
            if give_up is not None:
                give_up()
        elif event.key() in _BACK or event.key() in _ON:
            self.buttons[(at + (1 if event.key() in _ON else -1)) % len(self.buttons)].setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.buttons[at].click()
        event.accept()  # nothing of this is meant for the grid below

    def _look_around(self, _old: object, new: object) -> None:
        """Somebody went elsewhere: all stays as it is."""
        if isinstance(new, QWidget) and (new is self or self.isAncestorOf(new)):
            self._show_lines()
        elif new is not None:
            self.close_card()

    def _show_lines(self) -> None:
        for call, button in zip(self._calls, self.buttons, strict=True):
            if button.hasFocus() and call.answer.lines:
                self.lines.setText("\n".join(call.answer.lines))
                self._fit()
        self.lines.setVisible(bool(self.lines.text()))

    def _place_at(self, area: QRect) -> None:
        self.setFixedWidth(WIDTH)
        self._fit()
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else area
        x = max(4, min(area.left(), room.width() - WIDTH - 4))
        below = area.bottom() + 8
        y = below if below + self.height() < room.height() - 4 else area.top() - self.height() - 8
        self.move(x, max(4, min(y, room.height() - self.height() - 4)))

    def _fit(self) -> None:
        self.lines.setVisible(bool(self.lines.text()))
        inner = WIDTH - 24
        beside = 24 if self._icon.isVisibleTo(self) else 0
        for words in (self.sentence, self.lines):
            words.setMinimumHeight(0)  # what was least before would count as needed
        self.sentence.setFixedHeight(self.sentence.heightForWidth(inner - beside))
        self.lines.setFixedHeight(max(0, self.lines.heightForWidth(inner)))
        self.fit_height()


class _Give:
    """Gives one answer and takes the question away; kept by the card."""

    def __init__(self, card: QuestionCard, answer: Answer) -> None:
        self._card = card
        self.answer = answer

    def run(self) -> None:
        self._card.close_card()
        self.answer.act()
