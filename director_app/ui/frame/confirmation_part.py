"""What the venue, each act and the contract have said, with its date; and who was told and has answered."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Change, Several
from director_app.domain.facts import Confirmation, ConfirmationOf, ConfirmationState, Subject
from director_app.domain.ids import ArtistId
from director_app.domain.programme import Delivery
from director_app.domain.published import lineup_of
from director_app.domain.refusals import RefusedInput
from director_app.operations.open_plan import StepName
from director_app.ui.desk import Desk
from director_app.ui.forms.acknowledging import ACKNOWLEDGED, ANSWERED, TAKEN_BACK, TOLD, acknowledging, wall_clock
from director_app.ui.forms.appearances import told_of
from director_app.ui.forms.appearances_part import AcknowledgedCell
from director_app.ui.forms.name_field import name_in
from director_app.ui.forms.short_dates import day_and_month
from director_app.ui.frame.card_parts import summary_states
from director_app.ui.frame.items_editor import MIXED, ItemsEditor
from director_app.ui.typed_times import read_date
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import ChoiceField, LineField
from director_app.ui.widgets.glyphs import ConfirmationSquares
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.text import OneLine, Text
from director_app.ui.words import CONFIRMATION_OF_WORDS, CONFIRMATION_WORDS
from director_app.wording import message

CONFIRMATIONS: Final = message("Confirmations")
_NEXT: Final = {ConfirmationState.OPEN: ConfirmationState.ASKED, ConfirmationState.ASKED: ConfirmationState.AGREED}


class Question(NamedTuple):
    """What is asked of whom; of many dates the acts are one question."""

    of: ConfirmationOf
    artist: ArtistId | None = None


class AnswerRow(QWidget):
    """One question: its state to choose, the next state in one click, and the day of the answer to type over.

    Signals: ``decided(object, str)`` with the question and the state; ``dated(object, object)`` with the day.
    """

    decided = Signal(object, str)
    dated = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._question = Question(ConfirmationOf.VENUE)
        self._state: ConfirmationState | None = None
        self.choice = ChoiceField(desk.look, quiet=True)
        self.choice.setFixedWidth(72)
        self.choice.chosen.connect(self._choose)
        self.next = Button(desk.look, "", "link")
        self.next.clicked.connect(self._advance)
        self.day = LineField(desk.look, "small", quiet=True, tabular=True)
        self.day.setFixedWidth(50)
        self.day.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.day.changed_to.connect(self._date)
        self.waited = Text(desk.look, "", "micro", "warn", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.choice, self.next):
            row.addWidget(widget)
        row.addStretch(1)
        for shown in (self.waited, self.day):
            row.addWidget(shown)
        self.setFocusProxy(self.choice)

    def show_answer(
        self, question: Question, state: ConfirmationState | None, day: datetime.date | None, name: str, *, may: bool
    ) -> None:
        """Show a state (None: several) and its day."""
        wording = self._desk.wording
        self._question, self._state = question, state
        self.choice.set_choices([(one.value, wording.text(words)) for one, words in CONFIRMATION_WORDS.items()])
        self.choice.setPlaceholderText(wording.text("several values"))
        self.choice.show_value(state.value if state is not None else "\0")
        self.choice.setEnabled(may)
        self.choice.setAccessibleName(name)
        following = _NEXT.get(state) if state is not None else ConfirmationState.AGREED
        self.next.setVisible(may and following is not None)
        if following is not None:
            words = wording.text(CONFIRMATION_WORDS[following])
            self.next.setText(words)
            self.next.setAccessibleName(f"{name}: {words}")
        self.day.setVisible(state not in (None, ConfirmationState.OPEN))
        self.day.setReadOnly(not may)
        self.day.setAccessibleName(wording.text("{name}: date of the answer", name=name))
        self.day.show_value(day_and_month(wording, day) if day is not None else "")
        days = (self._desk.today() - day).days if day is not None and state is ConfirmationState.ASKED else 0
        self.waited.show_if_said(wording.text("day {n}", n=days) if days > 0 else "")

    def _choose(self, state: str) -> None:
        self.decided.emit(self._question, state)

    def _advance(self) -> None:
        following = _NEXT.get(self._state, ConfirmationState.AGREED) if self._state else ConfirmationState.AGREED
        self.decided.emit(self._question, following.value)

    def _date(self, typed: str) -> None:
        try:
            day = read_date(typed, self._desk.today())
        except RefusedInput as refusal:
            self.day.show_wrong(self._desk.wording.text(refusal.message, **refusal.values))
            return
        self.day.show_wrong("")
        self.dated.emit(self._question, day)


class ConfirmationPart(QWidget):
    """The answers, for one date or many."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__()
        self._editor = editor
        self.squares = ConfirmationSquares(editor.desk.look)
        self.rows: dict[Question, AnswerRow] = {}
        self._spare: list[tuple[OneLine, AnswerRow]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 0)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, _NAMES)
        self._grid.setColumnStretch(1, 1)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._show_record(self._editor.record)

    def _show_record(self, record: object) -> None:
        if not isinstance(record, Delivery):
            return
        editor, wording = self._editor, self._editor.desk.wording
        questions = self._questions(record)
        self.rows = {}
        states = []
        for place, question in enumerate(questions):
            label, row = self._pair(place)
            answers = self._answers(question)
            same = len({answer.state for answer in answers}) == 1
            state = answers[0].state if same else None
            day = answers[0].on if len({answer.on for answer in answers}) == 1 else None
            name, words = self._named(question, questions)
            label.setText(words)
            label.setToolTip(name)
            label.setBuddy(row.choice)
            row.show_answer(question, state, day, name, may=not editor.desk.is_read_only)
            self.rows[question] = row
            states.append((question.of, state or ConfirmationState.ASKED))
        for label, row in self._spare[len(questions) :]:
            label.hide()
            row.hide()
        said = ", ".join(
            f"{wording.text(CONFIRMATION_OF_WORDS[of])} {wording.text(CONFIRMATION_WORDS[state])}"
            for of, state in states
        )
        self.squares.show_states(summary_states(states), said)

    def _pair(self, place: int) -> tuple[OneLine, AnswerRow]:
        while len(self._spare) <= place:
            label = OneLine(self._editor.desk.look, "", "small", "text2")
            label.setFixedWidth(_NAMES)
            row = AnswerRow(self._editor.desk)
            row.decided.connect(self._decide)
            row.dated.connect(self._date)
            self._grid.addWidget(label, len(self._spare), 0)
            self._grid.addWidget(row, len(self._spare), 1)
            self._spare.append((label, row))
        label, row = self._spare[place]
        label.show()
        row.show()
        return label, row

    def _questions(self, one: Delivery) -> list[Question]:
        acts = () if self._editor.is_many else lineup_of(self._editor.desk.plan, one)
        asked = [Question(ConfirmationOf.ACT, act.artist) for act in acts] or [Question(ConfirmationOf.ACT)]
        return [Question(ConfirmationOf.VENUE), *asked, Question(ConfirmationOf.CONTRACT)]

    def _named(self, question: Question, questions: Sequence[Question]) -> tuple[str, str]:
        """What the question is called for a screen reader, and beside it: several acts by their names."""
        desk = self._editor.desk
        word = desk.wording.text(CONFIRMATION_OF_WORDS[question.of])
        artist = desk.plan.artists.get(question.artist) if question.artist else None
        if artist is None:
            return word, word
        several = sum(1 for one in questions if one.of is ConfirmationOf.ACT) > 1
        return f"{word} {artist.name}", artist.name if several else word

    def _answers(self, question: Question) -> list[Confirmation]:
        """What was answered for each date shown. Very many only count as alike when all their answers are the same."""
        found: list[Confirmation] = []
        ids = self._editor.ids
        if len(ids) > _LOOKED_AT:
            if self._editor.value("confirmations") is MIXED:
                return [Confirmation(question.of, state) for state in ConfirmationState]
            ids = ids[:1]
        for identity in ids:
            one = self._editor.desk.plan.find("deliveries", identity)
            if one is not None:
                wanted = self._asked_of(one, question)
                found.extend(_answer(one, each) for each in wanted)
        return found or [Confirmation(question.of)]

    def _asked_of(self, one: Delivery, question: Question) -> list[Question]:
        """The question as it is put to one of many dates: to each of its acts."""
        if not self._editor.is_many or question.of is not ConfirmationOf.ACT:
            return [question]
        acts = lineup_of(self._editor.desk.plan, one)
        return [Question(ConfirmationOf.ACT, act.artist) for act in acts] or [question]

    def _decide(self, question: Question, state: str) -> None:
        self._write(question, ConfirmationState(state), self._editor.desk.today())

    def _date(self, question: Question, day: datetime.date | None) -> None:
        answers = self._answers(question)
        self._write(question, answers[0].state, day)

    def _write(self, question: Question, state: ConfirmationState, day: datetime.date | None) -> None:
        day = None if state is ConfirmationState.OPEN else day
        edits = []
        for one in self._editor.records():
            answers = {(each.of, each.artist): each for each in one.confirmations}
            for asked in self._asked_of(one, question):
                answers[asked.of, asked.artist] = Confirmation(asked.of, state, asked.artist, day)
            edits.append(Change("deliveries", one.id, {"confirmations": tuple(answers.values())}))
        sentence = self._editor.change_each(edits, self._editor.desk.wording.text(CONFIRMATIONS))
        if sentence:
            self._editor.desk.say(sentence, level="warning")


_LOOKED_AT: Final = 300
_NAMES: Final = 54


def _answer(one: Delivery, question: Question) -> Confirmation:
    found = (each for each in one.confirmations if (each.of, each.artist) == question)
    return next(found, Confirmation(question.of, artist=question.artist))


class TellingPart(QWidget):
    """Who of the people of a date was told of it, and who has answered: one click each, dated."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__()
        self._editor = editor
        self._seen: object = None
        self.cells: dict[tuple[Subject, str], AcknowledgedCell] = {}
        self._heads = [Text(editor.desk.look, "", "micro", "text2") for _each in range(2)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        for head in self._heads:
            head.setFixedWidth(62)
        self._title = Text(editor.desk.look, "", "small", "text2")
        column.addWidget(row_of(self._title, 1, *self._heads, spacing=0))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self._title.setText(wording.text("Told and answered"))
        for head, kind in zip(self._heads, (TOLD, ANSWERED), strict=True):
            head.setText(wording.text(kind))
        self._seen = None
        self._show_record(self._editor.record)

    def _show_record(self, record: object) -> None:
        people = self._people(record) if isinstance(record, Delivery) and not self._editor.is_many else []
        self.setVisible(bool(people))
        desk = self._editor.desk
        rows = [(subject, *self._days(subject)) for subject in people]
        seen = (self._editor.id, tuple(rows), desk.wording.language, desk.is_read_only)
        if seen == self._seen:
            return
        self._seen = seen
        clear_layout(self._lines)
        self.cells = {}
        for subject, told, answered in rows:
            name = name_in(desk.plan.find(*subject))
            cells = []
            for kind, day in ((TOLD, told), (ANSWERED, answered)):
                said = f"{name}: {desk.wording.text(kind)}"
                cell = AcknowledgedCell(desk, day, said)
                cell.setEnabled(not desk.is_read_only)
                cell.clicked.connect(self._toggle)
                self.cells[subject, kind] = cell
                cells.append(cell)
            self._lines.addWidget(row_of(OneLine(desk.look, name, "small"), *cells, spacing=0))

    def _people(self, one: Delivery) -> list[Subject]:
        plan = self._editor.desk.plan
        people = [Subject("artists", act.artist) for act in lineup_of(plan, one) if act.artist in plan.artists]
        if one.organisation is not None:
            people.append(Subject("organisations", one.organisation))
        return people

    def _days(self, subject: Subject) -> tuple[datetime.date | None, datetime.date | None]:
        told = told_of(self._editor.desk.plan, subject.id, self._editor.id, subject.kind)
        if told is None:
            return None, None
        return (
            told.told_at.date() if told.told_at is not None else None,
            told.answered_at.date() if told.answered_at is not None else None,
        )

    def _toggle(self) -> None:
        sender = self.sender()
        found = next(((key, cell) for key, cell in self.cells.items() if cell is sender), None)
        if found is None:
            return
        (subject, kind), _cell = found
        desk, one = self._editor.desk, self._editor.record
        present = dict(zip((TOLD, ANSWERED), self._days(subject), strict=True))[kind]
        now = wall_clock(desk.today())
        edits = acknowledging(desk.plan, subject, one, kind, is_set=present is None, now=now)
        name = name_in(desk.plan.find(*subject))
        words = {"name": name, "what": desk.wording.text(kind)}
        desk.perform(Several(tuple(edits)), StepName(ACKNOWLEDGED if present is None else TAKEN_BACK, words))
