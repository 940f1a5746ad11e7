"""Imports what the other workspaces need while nobody waits for it, a module at a time."""

from __future__ import annotations

import importlib
from typing import Final

from PySide6.QtCore import QObject, QTimer

FIRST_MS: Final = 1500
"""After a plan was opened: its month is painted and its first look begun by then."""
EACH_MS: Final = 40

_MODULES: Final = (
    "director_app.ui.schedule.list_edits",
    "director_app.ui.schedule.list_model",
    "director_app.ui.schedule.list_cells",
    "director_app.ui.schedule.list_view",
    "director_app.imports.columns",
    "director_app.imports.assumed_years",
    "director_app.imports.drafts",
    "director_app.imports.text_tables",
    "director_app.imports.ical_files",
    "director_app.imports.calendar_drafts",
    "director_app.imports.charge_rows",
    "director_app.imports.record_rows",
    "director_app.imports.proposal",
    "director_app.operations.importing",
    "director_app.ui.schedule.list_round_trip",
    "director_app.ui.schedule.list_part",
    "director_app.ui.schedule.week_view",
    "director_app.ui.schedule.filter_panel",
    "director_app.ui.schedule.menu",
    "director_app.ui.models.record_table",
    "director_app.ui.models.two_lines",
    "director_app.ui.models.cells",
    "director_app.ui.forms.list_pane",
    "director_app.ui.forms.record_page",
    "director_app.ui.forms.bound_form",
    "director_app.ui.forms.credits_field",
    "director_app.ui.forms.dates_panel",
    "director_app.ui.forms.people_chips",
    "director_app.ui.forms.photo_field",
    "director_app.ui.forms.rounds_table",
    "director_app.ui.pages.programmes_page",
    "director_app.ui.forms.appearances_part",
    "director_app.ui.forms.availability_part",
    "director_app.ui.pages.artists_page",
    "director_app.ui.on_site.tell_rows",
    "director_app.ui.pages.applications_table",
    "director_app.ui.pages.applications_view",
    "director_app.calendars.ical_export",
    "director_app.operations.publishing",
    "director_app.ui.pages.organisations_page",
    "director_app.ui.pages.venues_form",
    "director_app.ui.pages.venues_page",
    "director_app.operations.releases",
    "director_app.ui.overview.reprints",
    "director_app.ui.overview.to_do",
    "director_app.ui.pages.overview_page",
    "director_app.documents.catalogue",
    "director_app.documents.photos",
    "director_app.ui.publishing.gallery",
    "director_app.ui.publishing.preview",
    "director_app.ui.publishing.giving",
    "director_app.ui.publishing.options",
    "director_app.ui.publishing.publish_page",
    "director_app.ui.lines.record_lines",
    "director_app.ui.season.credit_lines",
    "director_app.ui.season.season_page",
    "director_app.planner.placing.matching",
    "director_app.operations.proposal_reasons",
    "director_app.operations.proposing",
    "director_app.operations.worker_process",
    "director_app.ui.planning.request_form",
    "director_app.ui.planning.proposal_view",
    "director_app.ui.planning.proposal_page",
    "director_app.documents.facts",
    "director_app.documents.light_words",
    "director_app.ui.money.money_page",
    "director_app.ui.charge.charge_tables",
    "director_app.ui.charge.charge_pages",
    "director_app.ui.money.next_season_page",
    "director_app.ui.season.copies_page",
    "director_app.ui.editions.editions_page",
    "director_app.ui.editions.portfolio_page",
    "director_app.operations.handing_over",
    "director_app.calendars.caldav_client",
    "icalendar",
    "director_app.calendars.ical_writer",
    "director_app.operations.calendar_servers",
    "director_app.ui.exchange.work",
    "director_app.ui.exchange.take_in_pane",
    "director_app.ui.exchange.exchange_page",
)
"""In the order of their dependence, so that each is a short import."""


class ImportingAhead(QObject):
    """Begins a while after it is made, and ends by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(_MODULES)
        self._next = QTimer(self)
        self._next.setInterval(FIRST_MS)
        self._next.timeout.connect(self._import_one)
        self._next.start()

    def _import_one(self) -> None:
        self._next.setInterval(EACH_MS)
        if self._left:
            importlib.import_module(self._left.pop(0))
        else:
            self._next.stop()
