"""What changed between two editions, or since one of them: each with how much it costs a reader, and a way back."""

from __future__ import annotations

import threading
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.papers import Release
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal, RefusedInput
from director_app.domain.sheet_codes import sheet_code
from director_app.operations import releases
from director_app.operations.change_sentences import ChangeWords
from director_app.operations.kept_contents import KeptContents, contents_beside
from director_app.operations.sentences import refusal_sentence
from director_app.planner.comparing import Difference, Severity, compare
from director_app.ui.background import Job
from director_app.ui.desk import Desk
from director_app.ui.messages import way_back
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import ChoiceField, LineField
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.text import Text, horizontal_line, set_ground
from director_app.ui.workspaces.seen_page import SeenPage, scrolled_content
from director_app.wording import message

_WIDEST: Final = 960
_SEVERITY_WIDTH: Final = 132
_CODE_WIDTH: Final = 132
#: So many lines are shown; more is counted, and stands on the sheet of changes.
MOST_LINES: Final = 300
#: The plan as it stands, among the numbers of editions.
NOW: Final = "now"
SEVERITY_WORDS: Final = {
    Severity.MAJOR: message("before a closed door"),
    Severity.NOTABLE: message("misses something"),
    Severity.MINOR: message("reads other words"),
}
_TONES: Final = {Severity.MAJOR: "block", Severity.NOTABLE: "warning", Severity.MINOR: "text2"}


class Compared(NamedTuple):
    """Two states and what a reader would notice."""

    before: Plan
    after: Plan
    differences: tuple[Difference, ...]


def compare_beside(
    before: Release, after: Release | None, now: Plan, contents: KeptContents, stop: threading.Event
) -> Compared:
    """Unpack the states and hold them against each other."""
    del stop  # well below a second
    with contents:
        first, last = (
            now if one is None else releases.unpacked(contents(one.content), one.number) for one in (before, after)
        )
    return Compared(first, last, compare(first, last))


class ChangeRow(QWidget):
    """One difference: what it costs, the sentence, and the button that makes the date again what it was.

    Signals: ``restore_wanted(str)`` with the id of the delivery; ``shown(str)`` to go there.
    """

    restore_wanted = Signal(str)
    shown = Signal(str)

    def __init__(self, desk: Desk, words: ChangeWords, difference: Difference, *, may_restore: bool) -> None:
        super().__init__()
        self._delivery = difference.delivery or ""
        look, wording = desk.look, desk.wording
        sentence = words.sentence(difference)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(12)
        cost = Text(
            look, wording.text(SEVERITY_WORDS[difference.severity]), "small-strong", _TONES[difference.severity]
        )
        cost.setFixedWidth(_SEVERITY_WIDTH)
        row.addWidget(cost)
        row.addWidget(Text(look, sentence, "body", wraps=True), 1)
        self.restore = Button(look, wording.text("As it was"), "normal", small=True)
        self.restore.setAccessibleName(wording.text("Make it again as it was: {what}", what=sentence))
        self.restore.setVisible(may_restore)
        self.restore.clicked.connect(self._ask)
        self.show_it = Button(look, wording.text("Show"), "link")
        self.show_it.setAccessibleName(wording.text("Show: {what}", what=sentence))
        self.show_it.setVisible(bool(self._delivery) and self._delivery in desk.plan.deliveries)
        self.show_it.clicked.connect(self._show)
        row.addWidget(self.show_it)
        row.addWidget(self.restore)

    def _ask(self) -> None:
        self.restore_wanted.emit(self._delivery)

    def _show(self) -> None:
        self.shown.emit(self._delivery)


class EditionsPage(SeenPage):
    """Two editions to choose, or one and the plan as it stands, and every difference between them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        look = desk.look
        self._job: Job | None = None
        self.rows: list[ChangeRow] = []
        self._about = Text(look, "", "body", "text2", wraps=True)
        self._labels = [Text(look, "", "strong") for _number in range(2)]
        self.before, self.after = ChoiceField(look), ChoiceField(look)
        for choice in (self.before, self.after):
            choice.setMinimumContentsLength(26)
        self.code = LineField(look)
        self.code.setFixedWidth(_CODE_WIDTH)
        self._code_label = Text(look, "", "strong")
        self.counts = Text(look, "", "strong", wraps=True)
        self._lines = QVBoxLayout()
        self._arrange()
        self.before.chosen.connect(self._compare)
        self.after.chosen.connect(self._compare)
        self.code.changed_to.connect(self._code_typed)
        self.retranslate()

    def toolbar_title(self) -> str:
        """The name of the page."""
        return self.desk.wording.text("Editions and what changed")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        text = self.desk.wording.text
        self._about.setText(
            text(
                "What a reader of an edition would notice: called off, moved, another place, other words. Any date can "
                "be made again what an edition says of it, as one step."
            )
        )
        for label, field, name in zip(
            self._labels, (self.before, self.after), (text("First state"), text("Second state")), strict=True
        ):
            label.setText(name)
            field.setAccessibleName(name)
        self._code_label.setText(text("Code on a sheet"))
        self.code.setAccessibleName(text("Code on a sheet"))
        self.code.setPlaceholderText(sheet_code(self.desk.plan.season.id, 1))
        self.plan_replaced()

    def show_subject(self, subject: object) -> None:
        """Compare the plan with the edition of this number."""
        if isinstance(subject, int):
            self._offer()
            self.before.show_value(str(subject))
            self.after.show_value(NOW)
            self._compare()

    def plan_replaced(self) -> None:
        """Editions may have come, dates may have changed."""
        self._offer()
        self._compare()

    def _offer(self) -> None:
        listed = releases.editions(self.desk.plan)
        choices = [(str(one.number), self._name(one)) for one in listed]
        first, last = self.before.current(), self.after.current()
        self.before.set_choices(choices)
        self.after.set_choices([(NOW, self.desk.wording.text("the plan as it stands")), *choices])
        self.before.show_value(first or (choices[0][0] if choices else ""))
        self.after.show_value(last or NOW)
        for widget in (self.before, self.after, *self._labels, self.code, self._code_label):
            widget.setVisible(bool(choices))

    def _code_typed(self, typed: str) -> None:
        """Compare the plan with the edition on the sheet at hand."""
        self.code.show_wrong("")
        if not typed.strip():
            return
        try:
            edition = releases.edition_of_code(self.desk.plan, typed)
        except RefusedInput as refusal:
            self.code.show_wrong(refusal_sentence(self.desk.wording, refusal))
            return
        self.show_subject(edition.number)

    def _name(self, one: Release) -> str:
        wording = self.desk.wording
        day = wording.date(one.published_at.date()) if one.published_at is not None else ""
        number = wording.text("Edition {number}", number=one.number)
        return " · ".join(part for part in (number, day, one.name) if part)

    def _edition(self, field: ChoiceField) -> Release | None:
        return next((one for one in releases.editions(self.desk.plan) if str(one.number) == field.current()), None)

    def _compare(self) -> None:
        desk = self.desk
        if self._job is not None:
            self._job.cancel()
            self._job = None
        before = self._edition(self.before)
        if before is None:
            self._clear(desk.wording.text("Nothing was given out as an edition yet."))
            return
        self._job = desk.background.run(
            compare_beside, before, self._edition(self.after), desk.plan, contents_beside(desk.open_plan),
            then=self._show, failed=self._failed, title=desk.wording.text("The editions are compared"),
        )  # fmt: skip

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._clear(refusal_sentence(self.desk.wording, error))

    def _clear(self, sentence: str) -> None:
        clear_layout(self._lines)
        self.rows = []
        self.counts.setText(sentence)

    def _show(self, found: Compared) -> None:
        wording = self.desk.wording
        count = len(found.differences)
        self._clear(
            wording.plural("{n} difference", "{n} differences", count)
            if count
            else wording.text("Nothing changed that a reader would notice.")
        )
        words = ChangeWords(wording, found.before, found.after)
        is_now = self.after.current() == NOW and not self.desk.is_read_only
        for difference in found.differences[:MOST_LINES]:
            known = difference.delivery is not None and difference.delivery in found.before.deliveries
            row = ChangeRow(self.desk, words, difference, may_restore=is_now and known)
            row.restore_wanted.connect(self._restore)
            row.shown.connect(self._go)
            self.rows.append(row)
            self._lines.addWidget(row)
            self._lines.addWidget(horizontal_line())
        if count > MOST_LINES:
            more = wording.plural("and {n} more", "and {n} more", count - MOST_LINES)
            self._lines.addWidget(Text(self.desk.look, more, "body", "text2"))

    def _restore(self, delivery: str) -> None:
        edition, desk = self._edition(self.before), self.desk
        if edition is None:
            return
        outcome = desk.attempt(partial(releases.restore_date, desk.open_plan, edition, DeliveryId(delivery)))
        if outcome is not None:
            number = outcome.plan.deliveries[DeliveryId(delivery)].number
            desk.say(
                desk.wording.text("{number} is again as in edition {edition}.", number=number, edition=edition.number),
                (way_back(desk.wording, desk.undo),),
                level="ok",
            )

    def _go(self, delivery: str) -> None:
        self.desk.go_to("schedule", Subject("deliveries", delivery))

    def _arrange(self) -> None:
        set_ground(self, "surface")
        row = QHBoxLayout(scrolled_content(self))
        row.setContentsMargins(24, 20, 24, 32)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._about)
        column.addWidget(row_of(self._labels[0], self.before, self._labels[1], self.after, 1))
        column.addWidget(row_of(self._code_label, self.code, 1))
        column.addWidget(self.counts)
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        column.addStretch(1)
