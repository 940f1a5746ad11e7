"""What a workspace is to the window: a widget that names itself, fills its part of the toolbar and follows the plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from director_app.ui.desk import Desk


class Page(QWidget):
    """A workspace.

    A page is made when it is first shown. It gets its Desk and keeps nothing of the plan but what it shows. The window
    calls ``plan_replaced`` once after construction; afterwards ``plan_changed`` for every outcome.

    Signals: ``toolbar_changed()`` when ``toolbar_title()`` says something new.
    """

    toolbar_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        desk.plan_changed.connect(self.plan_changed)
        desk.problems_changed.connect(self.problems_changed)
        desk.selection_changed.connect(self.selection_changed)
        desk.theme_changed.connect(self.theme_changed)
        desk.language_changed.connect(self.language_changed)

    # -- the toolbar ---------------------------------------------------------------------------------------

    def toolbar_title(self) -> str:
        """What the toolbar says at the left, such as the month shown."""
        return ""

    def toolbar_left(self) -> Sequence[QWidget]:
        """Widgets right after the title (arrows, today). Made once, kept by the page; no layout around them needed."""
        return ()

    def toolbar_middle(self) -> QWidget | None:
        """The view switch."""
        return None

    def toolbar_right(self) -> Sequence[QWidget]:
        """Widgets before the search field (filter, actions of this page)."""
        return ()

    @property
    def has_room_for_inspector(self) -> bool:
        """Whether the details may stand beside what is shown now; looked at with ``toolbar_changed``."""
        return True

    # -- what it follows -----------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the present language; called by the constructor of the page too."""

    def plan_replaced(self) -> None:
        """Show the plan from scratch."""

    def plan_changed(self, outcome: Any) -> None:
        """Show what an operation changed; without better knowledge everything."""
        del outcome
        self.plan_replaced()

    def problems_changed(self, problems: Any) -> None:
        """Show what the planner found."""

    def selection_changed(self, selection: Any) -> None:
        """Show what is selected elsewhere."""

    def theme_changed(self, theme: Any) -> None:
        """Draw in the new colours."""
        del theme
        self.update()

    def language_changed(self) -> None:
        """Say everything in the new language."""
        self.retranslate()
        self.toolbar_changed.emit()

    def show_subject(self, subject: object) -> None:
        """Bring a record or a date into view; None means only that the page is shown."""

    def focus_filter(self) -> None:
        """Ctrl+F: put the cursor into the page's own filter, where it has one."""

    def plan_closed(self) -> None:
        """The plan is being closed: let go of files and jobs of your own. Nothing needs saving."""

    # -- pictures -------------------------------------------------------------------------------------------

    def state_for_pictures(self) -> Sequence[str]:
        """Names of further states worth a picture; ``show_subject`` with such a name shows it."""
        return ()
