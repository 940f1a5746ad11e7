"""The workspace of programmes: list at the left, the form of one programme at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from director_app.domain.ids import ProgrammeId, new_id
from director_app.domain.programme import Programme
from director_app.ui.desk import Desk
from director_app.ui.forms.empty_state import EmptyState
from director_app.ui.forms.list_pane import ListPane
from director_app.ui.forms.record_page import RecordPage
from director_app.ui.models.figures import Figures
from director_app.ui.pages.programmes_form import ProgrammeForm
from director_app.ui.pages.programmes_list import ProgrammeList
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

LIST_WIDTH = 360
FORM_WIDTH = 800

EMPTY = message("A programme is what deliveries bring to places; its dates come later.")
EXAMPLES = (
    (message("Lunch concert by the Daon band"), message("concert · 40 min · 3 of 5 rounds confirmed")),
    (message("Sketching in the factory yard"), message("workshop · 90 min · no dates yet")),
)


class ProgrammesPage(RecordPage):
    """프로그램."""

    kind = "programmes"
    add_text = message("Add a programme")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._list = ProgrammeList(self.level_of)
        super().__init__(desk, self._list.listing(), parent)
        self._more = Button(desk.look, "", "glyph", "ellipsis")
        self._more.clicked.connect(self._open_more)
        self.form = ProgrammeForm(self.editor, self._more)
        self._empty = EmptyState(desk, EMPTY, (self.add_text, message("Import a table")), EXAMPLES)
        self._empty.first.connect(self.add_record)
        self._empty.second.connect(self.import_table)
        pane = ListPane(desk, self.model, self._list.chips(), self._list.searched, LIST_WIDTH)
        self.build(pane, self.form, self._empty, width=FORM_WIDTH)

    def toolbar_title(self) -> str:
        """The name of the workspace."""
        return self.desk.wording.text("Programmes")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        wording = self.desk.wording
        self.pane.set_texts(wording.text("Title, initials, kind, artist"), wording.text("Programmes"))
        self._more.name_only(wording.text("More about this programme"))
        self.form.retranslate()
        self._empty.retranslate()

    def plan_replaced(self) -> None:
        """Show the plan from scratch."""
        self._list.figures.show_plan(self.desk.plan)
        self.form.rounds.rounds.show_plan(self.desk.plan)
        super().plan_replaced()

    def figures(self) -> Figures[Any]:
        """Rounds of each programme."""
        return self._list.figures

    def plan_changed(self, outcome: Any) -> None:
        """Show what an operation changed."""
        self._list.figures.follow(outcome.plan, outcome.changes)
        self.form.rounds.rounds.follow(outcome.plan, outcome.changes)
        super().plan_changed(outcome)

    def focus_form(self) -> None:
        """Put the cursor into the title."""
        self.form.title.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def fresh_record(self) -> Programme:
        """A programme with nothing decided."""
        return Programme(ProgrammeId(new_id()))

    def _open_more(self) -> None:
        menu = self.more_menu(self._more)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
