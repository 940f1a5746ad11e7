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
    "director_app.ui.schedule.list_view",
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
    "director_app.ui.pages.applications_view",
    "director_app.ui.pages.venues_page",
    "director_app.ui.pages.overview_page",
    "director_app.documents.catalogue",
    "director_app.documents.photos",
    "director_app.ui.publishing.gallery",
    "director_app.ui.publishing.preview",
    "director_app.ui.publishing.giving",
    "director_app.ui.publishing.options",
    "director_app.ui.publishing.publish_page",
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
