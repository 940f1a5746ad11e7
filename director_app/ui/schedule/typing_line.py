"""The line typed into a day: a new item, or date and time of the selected one; it says what it understood."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from director_app.domain.refusals import Refusal, RefusedInput
from director_app.operations.sentences import refusal_sentence
from director_app.ui.drafts import DraftKeeper, Drafts
from director_app.ui.look import Look
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.raised_card import RaisedCard
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.typed_item import TypedItem, When, read_item, read_when
from director_app.ui.widgets.composed_line import ComposedLine
from director_app.ui.widgets.kept_typing import commit_composition
from director_app.ui.widgets.text import Text
from director_app.wording import Wording

WIDTH = 316
Understand = Callable[[str], str]
Accept = Callable[[str], bool]


def one_line(text: str) -> str:
    """A pasted column or block as one line; its parts stay apart."""
    parts = (part.strip() for part in text.replace("\t", "\n").splitlines())
    return ", ".join(part for part in parts if part)


class _Line(ComposedLine):
    """Escape and losing the focus are told."""

    given_up = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up; Up and Down stay here."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            return
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.insert(one_line(QApplication.clipboard().text()))
            return
        super().keyPressEvent(event)
        event.accept()  # Enter was meant for this line alone, not for the grid below

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Somebody went elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class TypingLine(RaisedCard):
    """A field over the grid with a line under it that says what was understood.

    Attributes:
        had_keyboard: whether it closed by a key; else she went elsewhere, and the keyboard is there.

    Signals: ``finished()`` when it closed, whether something was taken or not.
    """

    finished = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._understand: Understand | None = None
        self._accept: Accept | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 8, 9, 7)
        column.setSpacing(4)
        self.title = Text(look, "", "micro-strong", "text2", wraps=True)
        self.field = _Line(self)
        self.field.setFixedHeight(30)
        self.field.setFont(look.font("body", tabular=True))
        self.hint = Text(look, "", "small", "text2", wraps=True)
        for part in (self.title, self.field, self.hint):
            column.addWidget(part)
        self.field.textChanged.connect(self._say)
        self.field.written.connect(self._say)
        self.field.returnPressed.connect(self._take)
        self.field.given_up.connect(self.close_line)
        self.field.left.connect(self._leave)
        self.field.written.connect(self._touch)
        self._waiting: DraftKeeper | None = None
        self.had_keyboard = False
        self.hide()

    def open_at(
        self, area: QRect, title: str, text: str, placeholder: str, understand: Understand, accept: Accept
    ) -> None:
        """Open over a place of the parent. ``accept`` says whether the text was taken."""
        if self._waiting is not None:
            self._waiting.leave(settled=False)
        self._understand, self._accept = understand, accept
        self.title.setText(title)
        self.field.setAccessibleName(title)
        self.field.setPlaceholderText(placeholder)
        self.field.setFont(self._look.font("body", tabular=True))
        self.field.setText(text)
        self.field.selectAll()
        self._say(text)
        self.setFixedWidth(WIDTH)
        self._fit()
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else area
        x = max(4, min(area.left(), room.width() - WIDTH - 4))
        y = max(4, min(area.top(), room.height() - self.height() - 4))
        self.move(x, y)
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_line(self) -> None:
        """Close without taking anything."""
        self._close(settled=True)

    def keep_draft(self, drafts: Drafts, name: str, kind: str, identity: str) -> None:
        """What is typed into the open line waits there, also when the program ends before it is taken."""
        if self._waiting is None:
            self._waiting = DraftKeeper(drafts, self._look.typing, self.field, name)
        self._waiting.stand_at(kind, identity)
        if self.field.is_typed_into:
            self._touch(self.field.text())

    def finish_typing(self) -> None:
        """Take what can be taken, as though the line were left; what cannot stays in it."""
        commit_composition()
        accept, text = self._accept, self.field.typed().strip()
        if accept is None or not text or not self.field.is_typed_into:
            return
        self._accept = None
        if accept(text):
            self._close(settled=True)
        else:
            self._accept = accept

    def _touch(self, _text: str) -> None:
        if not self.isHidden():
            self._look.typing.hold(self)

    def _close(self, *, settled: bool) -> None:
        if self.isHidden():
            return
        self._accept = None
        if self._waiting is not None:
            self._waiting.leave(settled=settled)
        self._look.typing.let_go(self)
        self.had_keyboard = self.field.hasFocus()
        self.hide()
        self.finished.emit()

    def _take(self) -> None:
        commit_composition()
        accept, text = self._accept, self.field.typed().strip()
        if accept is None:
            return
        if not text:
            self.close_line()
            return
        self._accept = None  # losing the focus on the way must not take it twice
        if accept(text):
            self.close_line()
        else:
            self._accept = accept
            self.field.setFocus()

    def _leave(self) -> None:
        """Going elsewhere takes what can be taken; what cannot waits in the line of this place."""
        if self._accept is None or self.isHidden():
            return
        accept, text = self._accept, self.field.typed().strip()
        self._accept = None
        self._close(settled=not (text and self.field.is_typed_into) or accept(text))

    def _say(self, text: str) -> None:
        if self._understand is not None:
            self.hint.setText(self._understand(text))
            self._fit()

    def _fit(self) -> None:
        # A label that wraps asks for the height of a narrow one; it gets that of its own width. What was least before
        # would count as needed.
        for part, font in ((self.title, "micro-strong"), (self.hint, "small")):
            part.setMinimumHeight(0)
            part.setFixedHeight(max(self._look.theme.line(font), part.heightForWidth(WIDTH - 18)))
        self.fit_height()
        parent = self.parentWidget()
        if parent is not None and self.geometry().bottom() > parent.height() - 4:
            self.move(self.x(), max(4, parent.height() - self.height() - 4))


class NewItemReader:
    """Understands the line for a new item on a day."""

    def __init__(self, state: ScheduleState, place: Place) -> None:
        self._state = state
        self._place = place

    def read(self, text: str) -> TypedItem:
        """What was understood.

        Raises:
            RefusedInput: when a time in it cannot be.
        """
        return read_item(self._state.names(), text, self._place.day, self._state.desk.today())

    def sentence(self, text: str) -> str:
        """What was understood, in words."""
        wording = self._state.desk.wording
        if not text.strip():
            return wording.text("Time, length, title, place: as far as you know them.")
        try:
            typed = self.read(text)
        except RefusedInput as refusal:
            return refusal_sentence(wording, refusal)
        return understood_text(self._state, typed, self._place)


class WhenReader:
    """Understands the line for date and time of an item."""

    def __init__(self, state: ScheduleState, near: datetime.date) -> None:
        self._state = state
        self._near = near

    def read(self, text: str) -> When:
        """What was understood.

        Raises:
            RefusedInput: when it is no date or time.
        """
        return read_when(text, self._near, self._state.desk.today())

    def sentence(self, text: str) -> str:
        """What was understood, in words."""
        wording = self._state.desk.wording
        if not text.strip():
            return wording.text("Such as 10. 16. 12:10, 12:10~12:50, 10. 16.~10. 18., or TBA for an open time.")
        try:
            when = self.read(text)
        except Refusal as refusal:
            return refusal_sentence(wording, refusal)
        parts = []
        if when.has_date:
            parts.append(_days_text(wording, when))
        if when.has_time:
            parts.append(span_text(self._state, when.start, when.end))
        return " · ".join(parts)


def _days_text(wording: Wording, when: When) -> str:
    if when.day is None:
        return wording.text("date undecided")
    first = wording.date_short(when.day)
    if when.until is None:
        return first
    days = (when.until - when.day).days + 1
    count = wording.plural("lasts {n} day", "lasts {n} days", days)
    return f"{first}~{wording.date_short(when.until)} ({count})"


def span_text(state: ScheduleState, start: int | None, end: int | None) -> str:
    """A time as it was understood."""
    wording = state.desk.wording
    if start is None:
        return wording.text("time undecided")
    return wording.clock_span(start, end) if end is not None else wording.clock(start)


def understood_text(state: ScheduleState, typed: TypedItem, place: Place) -> str:
    """What was understood of a new item, in the order of its facts."""
    wording, plan = state.desk.wording, state.desk.plan
    start = typed.start if typed.start is not None else (None if place.keeps_time else place.start)
    parts = [wording.date_short(typed.day)] if typed.day is not None else []
    parts.append(span_text(state, start, typed.end))
    if typed.programme is not None:
        parts.append(wording.text("programme {name}", name=plan.programmes[typed.programme].title))
    parts += [wording.text("artist {name}", name=plan.artists[one].name) for one in typed.artists]
    if typed.venue is not None:
        parts.append(wording.text("place {name}", name=plan.venues[typed.venue].name))
    if typed.organisation is not None:
        parts.append(wording.text("company {name}", name=plan.organisations[typed.organisation].name))
    if typed.rest:
        parts.append(wording.text("title “{name}”", name=typed.rest))
    return " · ".join(parts)
