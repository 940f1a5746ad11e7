"""Taking in what another desk sent: what comes, each clash with both sides beside one another, accepted as one step."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from director_app.domain.merging import Place
from director_app.domain.refusals import CannotUseFile, Refusal
from director_app.operations.bundles import LOCKED, WRONG_PASSPHRASE, Bundle
from director_app.operations.handing_over import carry_out
from director_app.operations.kept_contents import contents_beside
from director_app.operations.merge_words import ClashWords, MergeWords
from director_app.operations.sentences import refusal_sentence
from director_app.ui.background import Job
from director_app.ui.desk import Desk
from director_app.ui.exchange.work import Found, find_beside, merge_beside
from director_app.ui.forms.sides import Sides
from director_app.ui.messages import way_back
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.text import Text, horizontal_line

HERE, THERE = "here", "there"
#: So many lines are shown; more is counted.
MOST_LINES: Final = 100
_FIELD_WIDTH: Final = 320
_LABEL_WIDTH: Final = 200


class TakeInPane(QWidget):
    """From the file to the step.

    Signals: ``plan_wanted(Bundle)`` when a new plan shall begin from a bundle that is not of this one.
    """

    plan_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        look = desk.look
        self._path: Path | None = None
        self._found: Found | None = None
        self._job: Job | None = None
        self._accepting = False
        self.clashes: list[Sides] = []
        self._about = Text(look, "", "body", "text2", wraps=True)
        self.choose = Button(look, "", "primary")
        self.sentence = Text(look, "", "body", "block", wraps=True)
        self._secret_label = Text(look, "", "strong")
        self.passphrase = LineField(look)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.unlock = Button(look, "", "normal")
        self.begin = Button(look, "", "normal")
        self._file = Text(look, "", "heading", wraps=True)
        self._lines = QVBoxLayout()
        self.accept = Button(look, "", "primary")
        self.leave = Button(look, "", "normal")
        self._arrange()
        self.choose.clicked.connect(self._ask)
        self.unlock.clicked.connect(self._read)
        self.passphrase.returnPressed.connect(self._read)
        self.begin.clicked.connect(self._begin)
        self.accept.clicked.connect(self._accept)
        self.leave.clicked.connect(self.forget)
        self.retranslate()
        self.forget()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        text = self._desk.wording.text
        self._about.setText(
            text(
                "Choose the file that another desk sent, or drop it on the window. Nothing changes before you accept; "
                "what does not clash comes in, and for each clash you say which side is right."
            )
        )
        self.choose.setText(text("Choose the file …"))
        self._secret_label.setText(text("Passphrase"))
        self.passphrase.setAccessibleName(text("Passphrase"))
        self.unlock.setText(text("Open it"))
        self.begin.setText(text("Begin a new plan from it"))
        self.accept.setText(text("Take in as one step"))
        self.leave.setText(text("Leave it"))
        self._show()

    # -- the file ------------------------------------------------------------------------------------------

    def take(self, path: Path) -> None:
        """Look at what another desk sent."""
        self.forget()
        self._path = path
        self._read()

    def look_again(self) -> None:
        """The plan changed: hold the bundle against it anew, her choices kept."""
        if self._found is not None and self._found.plan is not self._desk.plan:
            self._compare(accepting=False)

    def forget(self) -> None:
        """Put the file away."""
        if self._job is not None:
            self._job.cancel()
        self._job = self._found = self._path = None
        self._accepting = False
        self.passphrase.show_other("")
        self._secret.hide()
        self.sentence.show_if_said("")
        self._show()

    def _ask(self) -> None:
        desk = self._desk
        kinds = desk.wording.text("Bundles for another desk (*.cdbundle)")
        title = desk.wording.text("What another desk sent")
        path = desk.questions.file_to_open(self, title, kinds, desk.open_plan.path.parent)
        if path is not None:
            self.take(path)

    def _read(self) -> None:
        if self._path is None:
            return
        desk = self._desk
        self.sentence.show_if_said("")
        self._job = desk.background.run(
            find_beside, self._path, self.passphrase.text(), desk.plan, contents_beside(desk.open_plan),
            then=self._read_well, failed=self._failed, title=desk.wording.text("The file is read"),
        )  # fmt: skip

    def _read_well(self, found: Found) -> None:
        self._secret.hide()
        self._take_result(found)

    def _take_result(self, found: Found) -> None:
        self._job = None
        if self._accepting and found.merge is not None and found.plan is self._desk.plan:
            self._carry_out(found)
            return
        if self._accepting and found.merge is not None:
            self._compare(accepting=True)
            return
        there = frozenset(self.places_there())
        self._found = found
        if found.refusal is not None:
            self.sentence.show_if_said(refusal_sentence(self._desk.wording, found.refusal))
        self._show(there)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._accepting = False
        if not isinstance(error, Refusal):
            raise error
        asks = isinstance(error, CannotUseFile) and error.message in (LOCKED, WRONG_PASSPHRASE)
        self._secret.setVisible(asks)
        self.sentence.show_if_said(refusal_sentence(self._desk.wording, error))
        if asks:
            self.passphrase.setFocus()

    def _begin(self) -> None:
        if self._found is not None:
            self.plan_wanted.emit(self._found.bundle)

    # -- accepting -----------------------------------------------------------------------------------------

    def places_there(self) -> tuple[Place, ...]:
        """The clashes in which the other desk is right."""
        if self._found is None or self._found.merge is None:
            return ()
        pairs = zip(self._found.merge.clashes, self.clashes, strict=False)
        return tuple(clash.place for clash, sides in pairs if sides.chosen_key() == THERE)

    def _accept(self) -> None:
        self._desk.finish_typing()
        self._compare(accepting=True)

    def _compare(self, *, accepting: bool) -> None:
        if self._found is None:
            return
        desk = self._desk
        if self._job is not None:
            self._job.cancel()
        self._accepting = accepting
        self.accept.setEnabled(False)
        places = self.places_there() if accepting else ()
        self._job = desk.background.run(
            merge_beside, self._found.bundle, desk.plan, contents_beside(desk.open_plan), places,
            then=self._take_result, failed=self._failed, title=desk.wording.text("What comes in is compared"),
        )  # fmt: skip

    def _carry_out(self, found: Found) -> None:
        desk = self._desk
        self._accepting = False
        now = datetime.datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the wall clock of her desk
        if found.merge is None:
            return
        words = MergeWords(desk.wording, found.merge, found.plan, found.bundle.plan)
        taken = desk.attempt(partial(carry_out, desk.open_plan, found.bundle, found.merge, now))
        if taken is None:
            self._show()
            return
        self.forget()
        undo = (way_back(desk.wording, desk.undo),) if taken.outcome.changes else ()
        desk.say(desk.wording.text("Taken in: {counts}", counts=words.counts()), undo, level="ok")

    # -- what is shown -------------------------------------------------------------------------------------

    def _show(self, there: frozenset[Place] | None = None) -> None:
        """Show what was found; `there` are her choices so far, where they are not those on the screen."""
        found, wording = self._found, self._desk.wording
        there = frozenset(self.places_there()) if there is None else there
        merge = found.merge if found is not None else None
        for widget in (self._file, self.accept, self.leave):
            widget.setVisible(merge is not None)
        self.begin.setVisible(found is not None and merge is None)
        self.accept.setEnabled(merge is not None)
        clear_layout(self._lines)
        self.clashes = []
        if found is None or merge is None:
            return
        words = MergeWords(wording, merge, found.plan, found.bundle.plan)
        self._file.setText(_title(self._desk, found.bundle))
        self._lines.addWidget(Text(self._desk.look, words.counts(), "strong", wraps=True))
        if words.clashes:
            self._show_clashes(words.clashes, [one.place in there for one in merge.clashes])
        for heading, lines in (
            (wording.text("What comes in"), words.coming()),
            (wording.text("Kept although one side removed it"), words.brought_back()),
            (wording.text("Numbered anew"), words.renumbered()),
        ):
            if lines:
                self._show_block(heading, lines)

    def _show_clashes(self, clashes: list[ClashWords], there: list[bool]) -> None:
        look, text = self._desk.look, self._desk.wording.text
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.addWidget(Text(look, text("Both sides changed this"), "small-strong", "text2"), 0, 0)
        for column, name in enumerate((text("As it is here"), text("As it is there")), start=1):
            grid.addWidget(Text(look, name, "small-strong", "text2"), 0, column)
            grid.setColumnStretch(column, 1)
        for words, is_there in zip(clashes[:MOST_LINES], there, strict=False):
            sides = Sides(look, f"{words.what}, {words.label}", {HERE: words.here, THERE: words.there}, holder)
            sides.hide()
            sides.choose(THERE if is_there else HERE)
            self.clashes.append(sides)
            row = 2 * words.number
            grid.addWidget(horizontal_line(), row - 1, 0, 1, 3)
            label = Text(look, f"{words.what}\n{words.label}", "small", "text2", wraps=True)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            for column, key in enumerate((HERE, THERE), start=1):
                grid.addWidget(sides.texts[key], row, column, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(holder)
        self._say_more(len(clashes) - MOST_LINES)

    def _show_block(self, heading: str, lines: list[str]) -> None:
        look = self._desk.look
        self._lines.addSpacing(8)
        self._lines.addWidget(Text(look, f"{heading} ({len(lines)})", "small-strong", "text2"))
        for line in lines[:MOST_LINES]:
            self._lines.addWidget(Text(look, line, "body", wraps=True))
        self._say_more(len(lines) - MOST_LINES)

    def _say_more(self, more: int) -> None:
        if more > 0:
            words = self._desk.wording.plural("and {n} more", "and {n} more", more)
            self._lines.addWidget(Text(self._desk.look, words, "body", "text2"))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        left = Qt.AlignmentFlag.AlignLeft
        self.passphrase.setFixedWidth(_FIELD_WIDTH)
        self._secret = row_of(self._secret_label, self.passphrase, self.unlock, 1)
        self._lines.setSpacing(6)
        column.addWidget(self._about)
        column.addWidget(self.choose, 0, left)
        column.addSpacing(8)
        column.addWidget(self.sentence)
        column.addWidget(self._secret)
        column.addWidget(self.begin, 0, left)
        column.addWidget(self._file)
        column.addLayout(self._lines)
        column.addWidget(row_of(self.accept, self.leave, 1))
        column.addStretch(1)


def _title(desk: Desk, bundle: Bundle) -> str:
    parts = [bundle.file, bundle.name]
    if bundle.narrowed:
        parts.append(desk.wording.text("a part of the season"))
    if bundle.is_without_private:
        parts.append(desk.wording.text("without private facts"))
    return " · ".join(part for part in parts if part)
