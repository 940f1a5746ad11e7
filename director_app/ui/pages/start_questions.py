"""The two questions of an empty plan, in place under its row: which complex, which period. Both may be skipped."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField
from director_app.ui.widgets.kept_typing import commit_composition
from director_app.ui.widgets.text import Text
from director_app.ui.widgets.when_fields import DateField

_INDENT = 42
_LABELS = 110
"""The width of the words before the fields, unless they need more."""


class StartQuestions(QWidget):
    """Complex and period of a new plan.

    Signals: ``answered(str, object, object)`` with the complex's name and first and last day (None: skipped);
    ``given_up()``.
    """

    answered = Signal(str, object, object)
    given_up = Signal()

    def __init__(self, look: Look, today: datetime.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._days: dict[DateField, datetime.date | None] = {}
        self.complex = LineField(look)
        self.first = DateField(look, today, year=True)
        self.last = DateField(look, today, year=True)
        self.make = Button(look, "", "primary")
        self.leave = Button(look, "", "quiet")
        self._labels = (Text(look, "", "small", "text2"), Text(look, "", "small", "text2"))
        self._sentence = Text(look, "", "small", "block", wraps=True)
        self._sentence.hide()
        for label, field in zip(self._labels, (self.complex, self.first), strict=True):
            label.setBuddy(field)
        for day in (self.first, self.last):
            day.setFixedWidth(150)
            day.decided.connect(self._keep_day)
            day.said_elsewhere()
            day.complained.connect(self._say)
            day.returnPressed.connect(self.answer)
        self.complex.returnPressed.connect(self.answer)
        self.make.clicked.connect(self.answer)
        self.leave.clicked.connect(self.given_up)
        self._lay_out()
        self.setFocusProxy(self.complex)
        self.retranslate()

    @property
    def sentence(self) -> str:
        """Why the answers were not taken; empty when nothing is wrong."""
        return self._sentence.text() if not self._sentence.isHidden() else ""

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._look.wording
        self._labels[0].setText(wording.text("Industrial complex"))
        self._labels[1].setText(wording.text("Period"))
        widest = max(label.sizeHint().width() for label in self._labels)
        for label in self._labels:
            label.setFixedWidth(max(_LABELS, widest))
        self.complex.setPlaceholderText(wording.text("name, may stay open"))
        self.complex.setAccessibleName(wording.text("Industrial complex"))
        self.first.setPlaceholderText(wording.text("first day"))
        self.first.setAccessibleName(wording.text("First day"))
        self.last.setPlaceholderText(wording.text("last day"))
        self.last.setAccessibleName(wording.text("Last day"))
        self.make.setText(wording.text("Make the plan"))
        self.leave.setText(wording.text("Cancel"))

    def answer(self) -> None:
        """Make the plan with what is there; what was typed and not understood is not passed over."""
        commit_composition()
        for day in (self.first, self.last):
            day.editingFinished.emit()  # the button may be pressed by its key while the cursor is still in a field
            if day.property("wrong"):
                self._say(day.toolTip())
                day.setFocus()
                return
        first, last = self._days.get(self.first), self._days.get(self.last)
        if first is not None and last is not None and last < first:
            self._say(self._look.wording.text("The last day lies before the first."))
            self.last.setFocus()
            return
        self._say("")
        self.answered.emit(self.complex.text().strip(), first, last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the questions away."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _keep_day(self, day: datetime.date | None) -> None:
        field = self.sender()
        if isinstance(field, DateField):
            self._days[field] = day
        if field is self.first and day is not None:
            self.last.set_near(day)

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_INDENT, 4, 12, 12)
        column.setSpacing(8)
        where = QHBoxLayout()
        where.setSpacing(6)
        where.addWidget(self._labels[0])
        where.addWidget(self.complex, 1)
        when = QHBoxLayout()
        when.setSpacing(6)
        when.addWidget(self._labels[1])
        when.addWidget(self.first)
        when.addWidget(Text(self._look, "~", "body", "text2"))
        when.addWidget(self.last)
        when.addStretch(1)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addSpacing(116)
        acts.addWidget(self.make)
        acts.addWidget(self.leave)
        acts.addStretch(1)
        for line in (where, when):
            column.addLayout(line)
        column.addWidget(self._sentence)
        column.addLayout(acts)
