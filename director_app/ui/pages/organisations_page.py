"""The tab of companies and other bodies in the workspace of places: list at the left, form at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from director_app.domain.ids import OrganisationId, new_id
from director_app.domain.people import Organisation
from director_app.ui.desk import Desk
from director_app.ui.forms.listed_page import ListedPage, PageTexts
from director_app.ui.pages.organisations_form import OrganisationForm
from director_app.ui.pages.organisations_list import VISITED, OrganisationList
from director_app.wording import message

TEXTS = PageTexts(
    message("Name, initials, site, contact"),
    message("More about this organisation"),
    message("A company says when its people work and eat; so you see who can come."),
    (
        (message("Company C"), message("company · 320 people · two shifts")),
        (message("Cultural foundation"), message("foundation · organised by")),
    ),
)


class OrganisationsPage(ListedPage):
    """기업·기관."""

    kind = "organisations"
    add_text = message("Add an organisation")
    texts = TEXTS
    form_width = 800

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, OrganisationList(self.level_of), parent)
        self._form = OrganisationForm(self.editor, self._more)
        self.set_out(self.make_pane(), self._form)
        self.turn_when_narrow(self._form.top)

    @property
    def form(self) -> OrganisationForm:
        """The form, whole."""
        self._form.complete()
        return self._form

    def toolbar_title(self) -> str:
        """The name of the tab."""
        return self.desk.wording.text("Organisations")

    def show_visited(self) -> None:
        """Show only those that were visited."""
        self.pane.search.clear()
        self.pane.chips[VISITED].setChecked(True)

    def fresh_record(self) -> Organisation:
        """A company with nothing decided."""
        return Organisation(OrganisationId(new_id()))
