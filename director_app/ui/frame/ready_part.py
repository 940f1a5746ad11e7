"""What is ready for a date outdoors: a switch per reminder with its source, and by when it should be."""

from __future__ import annotations

from typing import Final

from director_app.documents.charge_words import READY_ITEMS, READY_SOURCES
from director_app.domain.facts import ReadyItem
from director_app.domain.programme import Delivery
from director_app.planner.filings import ready_by
from director_app.ui.frame.items_editor import MIXED, ItemsEditor
from director_app.ui.frame.mark_chips import MarkChips
from director_app.wording import message

READY: Final = message("Ready outdoors")


class ReadyPart(MarkChips):
    """The switches of one date; away for what is indoors, and for several dates at once."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__(editor.desk.look, READY_ITEMS)
        self._editor = editor
        self.chosen.connect(self._write)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.say(self._editor.desk.wording, READY, READY_SOURCES)
        self._show_record(self._editor.record)

    def _show_record(self, record: object) -> None:
        desk = self._editor.desk
        by = ready_by(desk.plan, record) if isinstance(record, Delivery) and not self._editor.is_many else None
        self.setVisible(by is not None)
        if by is None or not isinstance(record, Delivery):
            return
        ready = self._editor.value("ready")
        self.show_marks(() if ready is MIXED else ready, may_change=not desk.is_read_only)
        words = message("{n} of {all}, by {date}")
        day = desk.wording.date_short(by)
        self.hint.setText(desk.wording.text(words, n=len(record.ready), all=len(READY_ITEMS), date=day))

    def _write(self, items: tuple[ReadyItem, ...]) -> None:
        desk = self._editor.desk
        sentence = self._editor.change("ready", items, desk.wording.text(READY))
        if sentence:
            desk.say(sentence, level="warning")
