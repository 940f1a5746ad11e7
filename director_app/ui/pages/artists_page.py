"""The workspace of artists: list at the left, the form of one artist or group at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from director_app.domain.ids import ArtistId, new_id
from director_app.domain.people import Artist
from director_app.ui.desk import Desk
from director_app.ui.forms.listed_page import ListedPage, PageTexts
from director_app.ui.pages.artists_form import ArtistForm
from director_app.ui.pages.artists_list import CLASHES, ArtistList
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

TEXTS = PageTexts(
    message("Name, initials, genre"),
    message("More about this artist"),
    message("Paste a list of artists; names, genres and contacts are recognised."),
    (
        (message("Daon band"), message("pop band · 4 members · Gumi")),
        (message("Duo K"), message("acoustic · 2 members · Gimcheon")),
    ),
)


class ArtistsPage(ListedPage):
    """예술인."""

    kind = "artists"
    add_text = message("Add an artist")
    texts = TEXTS
    imports_first = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._clashing: frozenset[str] = frozenset()
        super().__init__(desk, ArtistList(self.level_of, self.is_clashing, desk.today), parent)
        self._merge = Button(desk.look, "", "quiet", "merge")
        self._merge.hide()
        self._form = ArtistForm(self.editor, self._more, self._merge)
        pane = self.make_pane()
        pane.selection_changed.connect(self._show_merge)
        self.set_out(pane, self._form)
        self._merge.clicked.connect(self.merging.open)

    @property
    def form(self) -> ArtistForm:
        """The form, whole."""
        self._form.complete()
        return self._form

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        self._merge.setText(self.desk.wording.text("Merge"))

    def problems_changed(self, problems: Any) -> None:
        """Show problem icons and who clashes."""
        self._clashing = frozenset(
            subject.id
            for problem in problems
            if problem.kind in CLASHES
            for subject in problem.subjects
            if subject.kind == "artists"
        )
        super().problems_changed(problems)

    def is_clashing(self, artist: str) -> bool:
        """Whether the artist, or a member, is in two places at once."""
        return artist in self._clashing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The form is told how much room it has; its own width never falls below what two columns need."""
        super().resizeEvent(event)
        self._form.fit(self.width() - self.list_width)

    def fresh_record(self) -> Artist:
        """An artist with nothing decided."""
        return Artist(ArtistId(new_id()))

    def merge(self, kept: str, gone: str) -> None:
        """Make two records one; where they contradict each other, the first is right."""
        self.merging.merge(kept, gone)

    def _show_merge(self) -> None:
        self._merge.setVisible(len(self.pane.selected_ids()) == 2)
