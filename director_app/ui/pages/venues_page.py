"""The workspace of places: the tab of venues, that of companies and other bodies, and that of applications."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from director_app import paths
from director_app.atomic_files import write_atomically
from director_app.domain.ids import VenueId, new_id
from director_app.domain.places import Venue
from director_app.domain.refusals import CannotUseFile
from director_app.operations.publishing import refuse_over_plan
from director_app.ui.desk import Desk
from director_app.ui.forms.listed_page import ListedPage, PageTexts
from director_app.ui.pages.applications_view import ApplicationsView
from director_app.ui.pages.organisations_page import OrganisationsPage
from director_app.ui.pages.venues_areas import AreaPull
from director_app.ui.pages.venues_form import VenueForm
from director_app.ui.pages.venues_list import VenueList
from director_app.ui.pages.venues_tabs import Tabs
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

TEXTS = PageTexts(
    message("Name, initials, company, area"),
    message("More about this venue"),
    message("A place says how one gets in; a missed gate pass cancels a visit."),
    (
        (message("Canteen of factory 2"), message("Company C · 200 people · gate pass 2 days before")),
        (message("Riverside park"), message("outdoors · 500 people · fallback: gymnasium")),
    ),
)
VENUES, APPLICATIONS, ORGANISATIONS = 0, 1, 2
WRITTEN = message("Application form made: {file}")


class VenuesPage(ListedPage):
    """장소."""

    kind = "venues"
    add_text = message("Add a venue")
    texts = TEXTS
    form_width = 800
    is_grouped = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, VenueList(self.level_of, desk.today), parent)
        self._form = VenueForm(self.editor, self._more)
        self.tabs = Tabs(desk.look)
        self.tabs.chosen.connect(self.open_tab)
        self.blank = Button(desk.look, "", "quiet", "file-spreadsheet")
        self.blank.clicked.connect(self.make_blank_form)
        self.applications = ApplicationsView(desk)
        self._organisations: OrganisationsPage | None = None
        self.applications.empty.first.connect(self.import_table)
        self.applications.empty.second.connect(self.make_blank_form)
        pane = self.make_pane()
        self.waited_first = Button(desk.look, "", "glyph", "arrow-down-wide-narrow", pane)
        self.waited_first.setCheckable(True)
        self.waited_first.toggled.connect(self._order)
        pane.add_beside_search(self.waited_first)
        pane.selection_changed.connect(self._offer_hours)
        self._pulls = AreaPull(desk, pane)
        self._tab_stack = QStackedWidget()
        self.set_out(pane, self._form)
        self.turn_when_narrow(self._form.top)
        self.open_tab(VENUES)

    @property
    def form(self) -> VenueForm:
        """The form, whole."""
        self._form.complete()
        return self._form

    # -- the toolbar ----------------------------------------------------------------------------------------

    def toolbar_left(self) -> Sequence[QWidget]:
        """The tabs."""
        return (self.tabs,)

    def toolbar_right(self) -> Sequence[QWidget]:
        """What the open tab offers."""
        return (self.blank, self._import, self._add)

    @property
    def organisations(self) -> OrganisationsPage:
        """The tab of companies and other bodies, made when it is first opened."""
        if self._organisations is None:
            self._organisations = OrganisationsPage(self.desk, self._tab_stack)
            self._tab_stack.addWidget(self._organisations)
            self._organisations.plan_replaced()
            self._organisations.problems_changed(self.desk.problems)
        return self._organisations

    def add_record(self) -> None:
        """Add a venue, or an organisation in its tab."""
        if self._tab_stack.currentIndex() == ORGANISATIONS:
            self.organisations.add_record()
        else:
            super().add_record()

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the tab."""
        if self._tab_stack.currentIndex() == ORGANISATIONS:
            self.organisations.focus_filter()
        else:
            super().focus_filter()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        wording = self.desk.wording
        self.waited_first.name_only(wording.text("Areas that waited longest first"))
        self.blank.setText(wording.text("Blank form"))
        self.blank.setToolTip(wording.text("Make a blank application form"))
        self.tabs.setAccessibleName(wording.text("Venues, applications or organisations"))
        self.applications.retranslate()
        self._name_tabs()
        if self._tab_stack.count() and self._tab_stack.currentIndex() == ORGANISATIONS:
            self._add.setText(wording.text(self.organisations.add_text))

    # -- following the plan ---------------------------------------------------------------------------------

    def plan_replaced(self) -> None:
        """Show the plan from scratch."""
        self.applications.show_plan()
        if self._organisations is not None:
            self._organisations.plan_replaced()
        super().plan_replaced()
        self._name_tabs()

    def plan_changed(self, outcome: Any) -> None:
        """Show what an operation changed."""
        self.applications.follow(outcome)
        super().plan_changed(outcome)
        self._name_tabs()

    def problems_changed(self, problems: Any) -> None:
        """Show problem icons."""
        super().problems_changed(problems)
        self.applications.show_problems(problems)

    def show_subject(self, subject: object) -> None:
        """Show a venue, or an application or organisation in its tab."""
        if isinstance(subject, tuple) and len(subject) == 2 and subject[0] == "organisations":
            self.open_tab(ORGANISATIONS)
            self.organisations.show_record(str(subject[1]))
        elif subject in ("organisations", "visited organisations"):
            self.open_tab(ORGANISATIONS)
            if subject != "organisations":
                self.organisations.show_visited()
        elif isinstance(subject, tuple) and len(subject) == 2 and subject[0] == "applications":
            self.open_tab(APPLICATIONS)
            self.applications.show_application(str(subject[1]))
        elif subject == "applications":
            self.open_tab(APPLICATIONS)
        elif isinstance(subject, tuple) and len(subject) == 2 and subject[0] == self.kind:
            self.open_tab(VENUES)
            super().show_subject(subject)

    def state_for_pictures(self) -> Sequence[str]:
        """The other tabs are worth a picture."""
        return ("applications", "organisations")

    def open_tab(self, place: int) -> None:
        """Show the venues (0), the applications (1) or the organisations (2)."""
        self.tabs.open(place)
        if place == ORGANISATIONS:
            self._add.setText(self.desk.wording.text(self.organisations.add_text))
        else:
            self._add.setText(self.desk.wording.text(self.add_text))
        self._tab_stack.setCurrentIndex(place)
        self.blank.setVisible(place == APPLICATIONS)
        self._add.setVisible(place != APPLICATIONS)

    def fresh_record(self) -> Venue:
        """A venue with nothing decided."""
        return Venue(VenueId(new_id()))

    def make_blank_form(self) -> None:
        """Write an empty application form where the user says."""
        from director_app.documents.blank_application import blank_application

        wording = self.desk.wording
        name = f"{wording.text('Application form')}.xlsx"
        kinds = wording.text("Workbooks (*.xlsx)")
        folder = Path.home() if Path.home().exists() else paths.data_folder()
        path = self.desk.questions.file_to_write(
            self, wording.text("Make a blank application form"), kinds, folder / name
        )
        if path is None:
            return
        try:
            refuse_over_plan(self.desk.open_plan.path, path)
            write_atomically(path, blank_application(wording))
        except CannotUseFile as refusal:
            self.desk.say_refusal(refusal)
            return
        self.desk.say(wording.text(WRITTEN, file=path.name), level="ok")

    # -- inner life -----------------------------------------------------------------------------------------

    def add_whole(self, layout: QVBoxLayout, whole: QWidget) -> None:
        """Both tabs on top of each other."""
        self._tab_stack.addWidget(whole)
        self._tab_stack.addWidget(self.applications)
        layout.addWidget(self._tab_stack)

    def _name_tabs(self) -> None:
        plan, wording = self.desk.plan, self.desk.wording
        venues = wording.text("Venues {n}", n=wording.number(len(plan.venues)))
        applications = wording.text("Applications {n}", n=wording.number(len(plan.applications)))
        organisations = wording.text("Organisations {n}", n=wording.number(len(plan.organisations)))
        self.tabs.set_texts((venues, applications, organisations))

    def show_record(self, identity: str) -> None:
        """Show the form of a venue."""
        super().show_record(identity)
        self._offer_hours()

    def _offer_hours(self) -> None:
        self._form.offer_hours(self.pane.selected_ids())

    def _order(self, waited_first: bool) -> None:
        self.model.sort(1 if waited_first else 0)
