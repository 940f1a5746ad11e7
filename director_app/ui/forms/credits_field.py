"""The credits of a record: a tick "same as the plan", or lines of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.ui.forms.credit_lines import credit_text, read_credits
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.widgets.fields import TextField, Tick
from director_app.ui.widgets.text import Text
from director_app.wording import message

LABEL = message("Credits")


class CreditsField(QWidget):
    """Shows the plan's credits in grey while they hold; unticked, the lines become this record's own."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        look = editor.desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        self.same = Tick(look)
        self.same.clicked.connect(self._toggle)
        self._plans = Text(look, "", "body", "text3", wraps=True)
        self.lines = TextField(look, 4)
        self.lines.changed_to.connect(self._save)
        self.lines.paused_on.connect(self._keep)
        for widget in (self.same, self._plans, self.lines):
            column.addWidget(widget)
        self.setFocusProxy(self.same)
        editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self.same.setText(wording.text("Same as the plan"))
        self.lines.setAccessibleName(wording.text(LABEL))
        self.lines.setPlaceholderText(wording.text("A line per role: the role, a colon, names with commas"))
        self._show_record(self._editor.record)

    def _show_record(self, record: Any) -> None:
        if record is None:
            return
        plan = self._editor.desk.plan
        own = record.credits
        self.same.setChecked(own is None)
        text = credit_text(plan.season.credits)
        self._plans.setText(text or self._editor.desk.wording.text("The plan has no credits yet."))
        self._plans.setVisible(own is None)
        self.lines.setVisible(own is not None)
        if own is not None:
            self.lines.show_value(credit_text(own))

    def _toggle(self, same: bool) -> None:
        plan = self._editor.desk.plan
        self._change(None if same else plan.season.credits)
        if not same:
            self.lines.setFocus()

    def _save(self, text: str) -> None:
        self._change(read_credits(self._editor.desk.plan, text))

    def _keep(self, text: str) -> None:
        """She rests: written in silence, and not shown anew."""
        editor = self._editor
        editor.change("credits", read_credits(editor.desk.plan, text), editor.desk.wording.text(LABEL))

    def _change(self, value: Any) -> None:
        desk = self._editor.desk
        sentence = self._editor.change("credits", value, desk.wording.text(LABEL))
        if sentence:
            desk.say(sentence, level="warning")
        self._show_record(self._editor.record)
