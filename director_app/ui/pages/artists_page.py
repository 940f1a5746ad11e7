"""The workspace of artists: list at the left, the form of one artist or group at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from director_app.domain.ids import ArtistId, new_id
from director_app.domain.people import Artist
from director_app.ui.desk import Desk
from director_app.ui.forms.empty_state import EmptyState
from director_app.ui.forms.list_pane import ListPane
from director_app.ui.forms.record_page import RecordPage
from director_app.ui.frame.rail import workspace_name
from director_app.ui.models.figures import Figures
from director_app.ui.pages.artists_form import ArtistForm
from director_app.ui.pages.artists_list import CLASHES, ArtistList
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

LIST_WIDTH = 320
EMPTY = message("Paste a list of artists; names, genres and contacts are recognised.")
EXAMPLES = (
    (message("Daon band"), message("pop band · 4 members · Gumi")),
    (message("Duo K"), message("acoustic · 2 members · Gimcheon")),
)


class ArtistsPage(RecordPage):
    """예술인."""

    kind = "artists"
    add_text = message("Add an artist")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._clashing: frozenset[str] = frozenset()
        self._list = ArtistList(self.level_of, self.is_clashing, desk.today)
        super().__init__(desk, self._list.listing(), parent)
        self._more = Button(desk.look, "", "glyph", "ellipsis")
        self._more.clicked.connect(self._open_more)
        self._merge = Button(desk.look, "", "quiet", "merge")
        self._merge.hide()
        self.form = ArtistForm(self.editor, self._more, self._merge)
        self._empty = EmptyState(desk, EMPTY, (message("Import a table"), self.add_text), EXAMPLES)
        self._empty.first.connect(self.import_table)
        self._empty.second.connect(self.add_record)
        pane = ListPane(desk, self.model, self._list.chips(), self._list.searched, LIST_WIDTH)
        pane.selection_changed.connect(self._show_merge)
        self.build(pane, self.form, self._empty)
        self._merge.clicked.connect(self.merging.open)

    def toolbar_title(self) -> str:
        """The name of the workspace."""
        return workspace_name(self.desk.wording, "artists")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        wording = self.desk.wording
        self.pane.set_texts(wording.text("Name, initials, genre"), workspace_name(wording, "artists"))
        self._more.name_only(wording.text("More about this artist"))
        self._merge.setText(wording.text("Merge"))
        self.form.retranslate()
        self._empty.retranslate()

    def plan_replaced(self) -> None:
        """Show the plan from scratch."""
        self._list.figures.show_plan(self.desk.plan)
        super().plan_replaced()

    def figures(self) -> Figures[Any]:
        """Next date and open answers of each artist."""
        return self._list.figures

    def plan_changed(self, outcome: Any) -> None:
        """Show what an operation changed."""
        self._list.figures.follow(outcome.plan, outcome.changes)
        super().plan_changed(outcome)

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
        self.form.fit(self.width() - LIST_WIDTH)

    def focus_form(self) -> None:
        """Put the cursor into the name."""
        self.form.name.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def fresh_record(self) -> Artist:
        """An artist with nothing decided."""
        return Artist(ArtistId(new_id()))

    def merge(self, kept: str, gone: str) -> None:
        """Make two records one; where they contradict each other, the first is right."""
        self.merging.merge(kept, gone)

    def _show_merge(self) -> None:
        self._merge.setVisible(len(self.pane.selected_ids()) == 2)

    def _open_more(self) -> None:
        menu: QMenu = self.more_menu(self._more)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
