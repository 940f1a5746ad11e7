"""The inspector of a meeting of the council: when, where, its agenda, and the way to the page with all the rest."""

from __future__ import annotations

from typing import Final

from director_app.calendars.meetings import meeting_title
from director_app.domain.council import Meeting
from director_app.domain.facts import Subject
from director_app.ui.desk import Desk
from director_app.ui.forms.field_forms import CLOCK, COUNT, DATE, LINES
from director_app.ui.frame.card_parts import Card
from director_app.ui.frame.delivery_lines import FilesPart, note_lines
from director_app.ui.frame.item_fields import FactSpec
from director_app.ui.frame.item_rows import FactSection
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import Text, horizontal_line
from director_app.wording import message

_ROWS: Final = (
    FactSpec("title", message("Title"), lines=2),
    FactSpec("date", message("Date"), DATE),
    FactSpec("start", message("Begins"), CLOCK),
    FactSpec("end", message("Ends"), CLOCK),
    FactSpec("venue", message("Where"), refers_to="venues"),
    FactSpec("quorum", message("Quorum"), COUNT),
    FactSpec("agenda", message("Agenda"), LINES, lines=4, hint=message("agenda, an item a line")),
    FactSpec("minutes_text", message("What was said"), lines=4, hint=message("what was said, for the minutes")),
)


class MeetingCard(Card):
    """Everything about one meeting that is looked for on its day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "meetings")
        look = desk.look
        self._kind_words = Text(look, "", "small", "text2")
        self.remove = Button(look, "", "glyph", "trash-2", small=True)
        self._title = Text(look, "", "heading", wraps=True)
        self._head.addWidget(row_of(self._kind_words, 1, self.remove, self._close, spacing=6))
        self._head.addWidget(self._title)
        self.remove.clicked.connect(self.remove_shown)
        self.facts = FactSection(self.editor)
        for spec in _ROWS:
            self.facts.form.add_spec(spec)
        self.page = Button(look, "", "link", "contact-round")
        self.page.clicked.connect(self._go)
        self.facts.add(row_of(self.page, 1))
        self.notes, self.files = note_lines(self.editor), FilesPart(self.editor)
        for part in (self.notes, self.files):
            self.facts.add(part)
        self._column.addWidget(horizontal_line())
        self._column.addWidget(self.facts)
        self._column.addStretch(1)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting; fields that are being typed in are left alone."""
        self.editor.show(meeting.id)
        self._title.setText(meeting_title(self._desk.wording, meeting))
        self.remove.setEnabled(not self._desk.is_read_only)

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        wording = self._desk.wording
        self._kind_words.setText(wording.text("Meeting of the council"))
        self.remove.name_only(wording.text("Remove this meeting"))
        self.page.setText(wording.text("Attendance, papers and decisions"))
        for part in (self.facts, self.notes, self.files):
            part.retranslate()

    def _go(self) -> None:
        self._desk.go_to("council", Subject("meetings", self.editor.id))
