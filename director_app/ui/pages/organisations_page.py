"""The tab of companies and other bodies in the workspace of places: list at the left, form at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from director_app.domain.ids import OrganisationId, new_id
from director_app.domain.people import Organisation
from director_app.ui.desk import Desk
from director_app.ui.forms.empty_state import EmptyState
from director_app.ui.forms.list_pane import ListPane
from director_app.ui.forms.record_page import RecordPage
from director_app.ui.models.figures import Figures
from director_app.ui.pages.organisations_form import OrganisationForm
from director_app.ui.pages.organisations_list import VISITED, OrganisationList
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

LIST_WIDTH = 320
FORM_WIDTH = 800
EMPTY = message("A company says when its people work and eat; so you see who can come.")
EXAMPLES = (
    (message("Company C"), message("company · 320 people · two shifts")),
    (message("Cultural foundation"), message("foundation · organised by")),
)


class OrganisationsPage(RecordPage):
    """기업·기관."""

    kind = "organisations"
    add_text = message("Add an organisation")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._list = OrganisationList(self.level_of)
        super().__init__(desk, self._list.listing(), parent)
        self._more = Button(desk.look, "", "glyph", "ellipsis")
        self._more.clicked.connect(self._open_more)
        self.form = OrganisationForm(self.editor, self._more)
        self._empty = EmptyState(desk, EMPTY, (self.add_text, message("Import a table")), EXAMPLES)
        self._empty.first.connect(self.add_record)
        self._empty.second.connect(self.import_table)
        pane = ListPane(desk, self.model, self._list.chips(), self._list.searched, LIST_WIDTH)
        self.build(pane, self.form, self._empty, width=FORM_WIDTH)

    def toolbar_title(self) -> str:
        """The name of the tab."""
        return self.desk.wording.text("Organisations")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        wording = self.desk.wording
        self.pane.set_texts(wording.text("Name, initials, site, contact"), wording.text("Organisations"))
        self._more.name_only(wording.text("More about this organisation"))
        self.form.retranslate()
        self._empty.retranslate()

    def plan_replaced(self) -> None:
        """Show the plan from scratch."""
        self._list.figures.show_plan(self.desk.plan)
        super().plan_replaced()

    def figures(self) -> Figures[Any]:
        """Sites, visits and applications of each."""
        return self._list.figures

    def plan_changed(self, outcome: Any) -> None:
        """Show what an operation changed."""
        self._list.figures.follow(outcome.plan, outcome.changes)
        super().plan_changed(outcome)

    def show_visited(self) -> None:
        """Show only those that were visited."""
        self.pane.search.clear()
        self.pane.chips[VISITED].setChecked(True)

    def focus_form(self) -> None:
        """Put the cursor into the name."""
        self.form.name.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def fresh_record(self) -> Organisation:
        """A company with nothing decided."""
        return Organisation(OrganisationId(new_id()))

    def _open_more(self) -> None:
        menu = self.more_menu(self._more)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
