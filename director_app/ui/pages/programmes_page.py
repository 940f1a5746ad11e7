"""The workspace of programmes: list at the left, the form of one programme at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from director_app.domain.ids import ProgrammeId, new_id
from director_app.domain.programme import Programme
from director_app.ui.desk import Desk
from director_app.ui.forms.listed_page import ListedPage, PageTexts
from director_app.ui.pages.programmes_form import ProgrammeForm
from director_app.ui.pages.programmes_list import ProgrammeList
from director_app.wording import message

TEXTS = PageTexts(
    message("Title, initials, kind, artist"),
    message("More about this programme"),
    message("A programme is what deliveries bring to places; its dates come later."),
    (
        (message("Lunch concert by the Daon band"), message("concert · 40 min · 3 of 5 rounds confirmed")),
        (message("Sketching in the factory yard"), message("workshop · 90 min · no dates yet")),
    ),
)


class ProgrammesPage(ListedPage):
    """프로그램."""

    kind = "programmes"
    add_text = message("Add a programme")
    texts = TEXTS
    list_width = 360
    form_width = 800

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, ProgrammeList(self.level_of), parent)
        self._form = ProgrammeForm(self.editor, self._more)
        self.set_out(self.make_pane(), self._form)
        self.turn_when_narrow(self._form.top)

    @property
    def form(self) -> ProgrammeForm:
        """The form, whole."""
        self._form.complete()
        return self._form

    def plan_replaced(self) -> None:
        """Show the plan from scratch."""
        if self._form.is_whole:
            self._form.rounds.rounds.show_plan(self.desk.plan)
        super().plan_replaced()

    def plan_changed(self, outcome: Any) -> None:
        """Show what an operation changed."""
        if self._form.is_whole:
            self._form.rounds.rounds.follow(outcome.plan, outcome.changes)
        super().plan_changed(outcome)

    def fresh_record(self) -> Programme:
        """A programme with nothing decided."""
        return Programme(ProgrammeId(new_id()))
