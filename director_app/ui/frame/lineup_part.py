"""Who plays, in billing order; "same as the programme" until she touches it."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Change, Edit
from director_app.domain.facts import Act
from director_app.domain.ids import ArtistId
from director_app.domain.programme import Delivery
from director_app.domain.published import lineup_of
from director_app.ui.forms.name_field import joined
from director_app.ui.forms.people_chips import PeopleChips, person_of
from director_app.ui.frame.fact_sayings import lineup_hint
from director_app.ui.frame.items_editor import MIXED, ItemsEditor, together
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import OneLine
from director_app.wording import message

LINEUP = message("Line-up")


class LineupPart(QWidget):
    """Chips of the acts. Of many dates: what they share, and a name added is added to each."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__()
        self._editor = editor
        look = editor.desk.look
        self.chips = PeopleChips(editor.desk, self._write)
        self._hint = OneLine(look, "", "small", "text2")
        self.same = Button(look, "", "link")
        self.same.clicked.connect(self._same_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 0, 2)
        column.setSpacing(0)
        column.addWidget(self.chips)
        under = QHBoxLayout()
        under.addWidget(self._hint)
        under.addWidget(self.same)
        column.addLayout(under)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.same.setText(self._editor.desk.wording.text("As in the programme"))
        self.chips.retranslate()
        self.chips.adder.setAccessibleName(self._editor.desk.wording.text(LINEUP))
        self._show_record(self._editor.record)

    def _show_record(self, record: Any) -> None:
        if not isinstance(record, Delivery):
            return
        own = self._editor.value("lineup")
        desk, wording = self._editor.desk, self._editor.desk.wording
        may_change = not desk.is_read_only
        self.chips.setEnabled(may_change)
        acts = self._present()
        self.chips.show_people([person_of(desk, act.artist, self._level(act.artist)) for act in acts])
        parts = [] if self._editor.is_many else [lineup_hint(self._editor)]
        if own is MIXED:
            parts.append(wording.text("several values"))
        elif own is None:
            parts.append(wording.text("same as the programme"))
        self._hint.setText(" · ".join(part for part in parts if part))
        self.same.setVisible(own is not None and may_change and self._editor.value("programme") is not None)

    def _level(self, artist: str) -> str:
        """The level of the worst finding about this act here."""
        if self._editor.is_many:
            return ""
        for problem in self._editor.desk.problems_of(("deliveries", self._editor.id)):
            if any(subject == ("artists", artist) for subject in problem.subjects):
                return str(problem.level)
        return ""

    def _present(self) -> tuple[Act, ...]:
        own = self._editor.value("lineup")
        if own is MIXED:
            return ()
        if own is not None:
            return tuple(own)
        if self._editor.value("programme") is MIXED:
            return ()
        return lineup_of(self._editor.desk.plan, self._editor.record)

    def _write(self, ids: tuple[str, ...], first: Edit | None) -> str:
        """The new order; of many that differ, the name typed joins each line-up."""
        editor, plan = self._editor, self._editor.desk.plan
        is_added = editor.is_many and editor.value("lineup") in (MIXED, None)
        edits = []
        for one in editor.records():
            present = lineup_of(plan, one)
            wanted = tuple(dict.fromkeys((*(act.artist for act in present), *ids))) if is_added else ids
            roles = {act.artist: act.role for act in present}
            lineup = tuple(Act(ArtistId(who), roles.get(ArtistId(who), "")) for who in wanted)
            edits.append(Change("deliveries", one.id, {"lineup": lineup}))
        return editor.perform(joined(first, together(edits)), editor.step(editor.desk.wording.text(LINEUP)))

    def _same_again(self) -> None:
        sentence = self._editor.change("lineup", None, self._editor.desk.wording.text(LINEUP))
        if sentence:
            self._editor.desk.say(sentence, level="warning")
