"""What the workspaces with a list of figures have in common: list, form, menu and the page shown when it is empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from director_app.ui.desk import Desk
from director_app.ui.forms.empty_state import EmptyState
from director_app.ui.forms.form_parts import FormInTurns
from director_app.ui.forms.list_pane import ListPane
from director_app.ui.forms.record_page import RecordPage
from director_app.ui.models.figures import Figures
from director_app.ui.widgets.buttons import Button
from director_app.ui.workspaces.names import workspace_name
from director_app.wording import message


class PageTexts(NamedTuple):
    """What a workspace says of itself, all of it messages; `examples` are titles with a second line."""

    search: str
    more: str
    empty: str
    examples: tuple[tuple[str, str], ...]


class ListedPage(RecordPage):
    """A workspace that counts something for each of its rows.

    `texts` says what it says; with `imports_first` the empty page offers the table before the single record.
    """

    texts: ClassVar[PageTexts]
    list_width = 320
    form_width = 0
    is_grouped = False
    imports_first = False

    def __init__(self, desk: Desk, rows: Any, parent: QWidget | None = None) -> None:
        self._list = rows
        super().__init__(desk, rows.listing(), parent)
        self._more = Button(desk.look, "", "glyph", "ellipsis")
        self._more.clicked.connect(self._open_more)
        acts: list[tuple[str, Callable[[], object]]] = [
            (self.add_text, self.add_record),
            (message("Import a table"), self.import_table),
        ]
        (first, on_first), (second, on_second) = reversed(acts) if self.imports_first else acts
        self._empty = EmptyState(desk, self.texts.empty, (first, second), self.texts.examples)
        self._empty.first.connect(on_first)
        self._empty.second.connect(on_second)

    def make_pane(self) -> ListPane:
        """The list at the left with its search and chips."""
        chips, searched = self._list.chips(), self._list.searched
        return ListPane(self.desk, self.model, chips, searched, self.list_width, grouped=self.is_grouped)

    def set_out(self, pane: ListPane, form: FormInTurns) -> None:
        """Put list and form side by side; the form's parts are made one in each turn."""
        self._in_turns = form
        self.build(pane, form, self._empty, width=self.form_width)
        self.desk.turns.ask(self, form.make_next)

    def toolbar_title(self) -> str:
        """The name of the workspace."""
        return workspace_name(self.desk.wording, self.kind)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        wording = self.desk.wording
        self.pane.set_texts(wording.text(self.texts.search), self.toolbar_title())
        self._more.name_only(wording.text(self.texts.more))
        if self._in_turns.is_whole:
            self._in_turns.retranslate()
        self._empty.retranslate()

    def plan_replaced(self) -> None:
        """Show the plan from scratch."""
        self._list.figures.show_plan(self.desk.plan)
        super().plan_replaced()

    def figures(self) -> Figures[Any]:
        """What is counted for each row."""
        found: Figures[Any] = self._list.figures
        return found

    def plan_changed(self, outcome: Any) -> None:
        """Show what an operation changed."""
        self._list.figures.follow(outcome.plan, outcome.changes)
        super().plan_changed(outcome)

    def focus_form(self) -> None:
        """Put the cursor into the first field."""
        self._in_turns.complete()
        self._in_turns.first.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_more(self) -> None:
        menu = self.more_menu(self._more)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
