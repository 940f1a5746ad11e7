"""Records that belong to the one shown (parts of the evening, money, notes, files) as lines edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Add, Remove
from director_app.domain.refusals import RefusedInput
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import refusal_sentence
from director_app.ui.desk import Desk
from director_app.ui.drafts import DraftKeeper
from director_app.ui.frame.item_fields import FactSpec, ItemField
from director_app.ui.frame.items_editor import ItemsEditor
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import Text
from director_app.wording import message

LINE_ADDED = message("{title}: {what} added")
LINE_REMOVED = message("{title}: {what} removed")

Make = Callable[[ItemsEditor, str], Any]
Caption = Callable[[Desk, Any], str]


class LineEditor(ItemsEditor):
    """Edits one line; its steps are named after the record it belongs to."""

    def __init__(self, owner: ItemsEditor, kind: str, what: str, parent: QWidget) -> None:
        super().__init__(owner.desk, kind, parent)
        self._owner = owner
        self._what = what

    def title(self) -> str:
        """The title of the owner."""
        return f"{self._owner.title()} · {self.desk.wording.text(self._what)}"


class OwnedLine(QWidget):
    """One record: its fields in one row or two, and a button that takes it away.

    Signals: ``removal(str)``.
    """

    removal = Signal(str)

    def __init__(
        self, owner: ItemsEditor, kind: str, what: str, rows: Sequence[Sequence[FactSpec]], *, folds: bool
    ) -> None:
        super().__init__()
        self._folds = folds
        self._second = QWidget(self)
        self._first_row = len(rows[0])
        self.editor = LineEditor(owner, kind, what, self)
        self.fields: dict[str, ItemField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 3)
        column.setSpacing(0)
        self.caption = Text(owner.desk.look, "", "micro", "text2", tabular=True)
        self.away = Button(owner.desk.look, "", "glyph", "x", small=True, icon_size=12)
        self.away.clicked.connect(self._ask_removal)
        for number, specs in enumerate(rows):
            row = QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(2)
            for spec in specs:
                made = ItemField(self.editor, spec, self)
                self.fields[spec.path] = made
                row.addWidget(made, 0 if spec.width else 1)
            if number == len(rows) - 1:
                row.addWidget(self.caption)
            if number == 0:
                row.addWidget(self.away)
                column.addLayout(row)
            else:
                self._second.setLayout(row)
                column.addWidget(self._second)
        application = QApplication.instance()
        if folds and isinstance(application, QApplication):
            application.focusChanged.connect(self._unfold)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for one in self.fields.values():
            one.retranslate()
            one.input.setAccessibleName(one.label)

    def show_record(self, identity: str, caption: str, away: str) -> None:
        """Show a record."""
        self.caption.show_if_said(caption)
        self.away.name_only(away)
        self.away.setVisible(not self.editor.desk.is_read_only)
        self.editor.show(identity)
        self._unfold()

    def _unfold(self, _old: object = None, _new: object = None) -> None:
        """The second row comes when it holds something, or while somebody works in this line."""
        present = QApplication.focusWidget()
        is_here = present is not None and self.isAncestorOf(present)
        second = list(self.fields.values())[self._first_row :]
        wanted = not self._folds or is_here or any(one.holds_something for one in second)
        self._second.setVisible(wanted and bool(second) and self.editor.record is not None)

    def _ask_removal(self) -> None:
        self.removal.emit(self.editor.id)


class OwnedLines(QWidget):
    """The lines of one kind, in their order, and a field that adds one from a few typed words."""

    def __init__(
        self,
        editor: ItemsEditor,
        kind: str,
        what: str,
        rows: Sequence[Sequence[FactSpec]],
        *,
        hint: str,
        make: Make | None,
        order: Callable[[Any], Any],
        caption: Caption | None = None,
        folds: bool = True,
    ) -> None:
        super().__init__()
        self._folds = folds
        self._editor = editor
        self._kind, self._what, self._rows, self._hint = kind, what, rows, hint
        self._make, self._order, self._caption = make, order, caption
        self._lines: list[OwnedLine] = []
        look = editor.desk.look
        self.heading = Text(look, "", "small", "text2")
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.adder = LineField(look, "small", quiet=True)
        self.adder.changed_to.connect(self._add)
        self.adder.said_elsewhere()
        self._waiting = DraftKeeper(editor.desk.drafts, look.typing, self.adder, f"new {kind}")
        self._sentence = Text(look, "", "small", "block", wraps=True)
        self._sentence.hide()
        self.adder.complained.connect(self._sentence.show_if_said)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 2)
        outer.setSpacing(0)
        outer.addWidget(row_of(self.heading, 1))
        outer.addLayout(self._column)
        outer.addWidget(self.adder)
        outer.addWidget(self._sentence)
        self.adder.setVisible(make is not None)
        editor.shown.connect(self._show_record)

    @property
    def lines(self) -> list[OwnedLine]:
        """The lines shown, in their order."""
        return [line for line in self._lines if not line.isHidden()]

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self.heading.setText(wording.text(self._what))
        self.adder.setPlaceholderText(wording.text(self._hint))
        self.adder.setAccessibleName(wording.text("Add: {what}", what=wording.text(self._what)))
        for line in self._lines:
            line.retranslate()
        self._show_record(self._editor.record)

    def _show_record(self, record: Any) -> None:
        alone = record is not None and not self._editor.is_many
        self._waiting.stand_at(self._editor.kind, self._editor.id if alone else None)
        if record is None:
            return
        self.setVisible(not self._editor.is_many)
        owned = [] if self._editor.is_many else self._owned()
        desk = self._editor.desk
        while len(self._lines) < len(owned):
            line = OwnedLine(self._editor, self._kind, self._what, self._rows, folds=self._folds)
            line.removal.connect(self._remove)
            line.retranslate()
            self._lines.append(line)
            self._column.addWidget(line)
        away = desk.wording.text("Take this away")
        for line, one in zip(self._lines, owned, strict=False):
            line.show_record(one.id, self._caption(desk, one) if self._caption is not None else "", away)
            line.show()
        for line in self._lines[len(owned) :]:
            line.hide()
        self.adder.setVisible(self._make is not None and not desk.is_read_only)

    def _owned(self) -> list[Any]:
        plan = self._editor.desk.plan
        found = (plan.find(self._kind, one) for one in self._owned_ids())
        return sorted((one for one in found if one is not None), key=self._order)

    def _owned_ids(self) -> frozenset[str]:
        return self._editor.desk.plan.users_of_kind(self._editor.kind, self._editor.id, self._kind)

    def _add(self, text: str) -> None:
        if self._make is None or not text.strip():
            self.adder.show_wrong("")
            return
        wording = self._editor.desk.wording
        try:
            record = self._make(self._editor, text.strip())
        except RefusedInput as refusal:
            self.adder.show_wrong(refusal_sentence(wording, refusal))
            return
        sentence = self._editor.perform(Add((record,)), self._step(LINE_ADDED))
        self.adder.show_wrong(sentence)
        if not sentence:
            self.adder.show_value("")

    def _remove(self, identity: str) -> None:
        sentence = self._editor.perform(Remove(self._kind, identity), self._step(LINE_REMOVED))
        if sentence:
            self._editor.desk.say(sentence, level="warning")

    def _step(self, text: str) -> StepName:
        return StepName(text, {"title": self._editor.title(), "what": self._editor.desk.wording.text(self._what)})
