"""Exchange: handing over, taking in and the calendar on a server, one behind the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from director_app.ui.desk import Desk
from director_app.ui.exchange.hand_over_form import HandOverForm
from director_app.ui.exchange.server_pane import ServerPane
from director_app.ui.exchange.take_in_pane import TakeInPane
from director_app.ui.widgets.segments import Segments
from director_app.ui.widgets.text import set_ground
from director_app.ui.workspaces.seen_page import SeenPage, scrolled_content
from director_app.wording import message

OUT, IN, SERVER = "out", "in", "server"
_VIEWS: Final = ((OUT, message("Hand over")), (IN, message("Take in")), (SERVER, message("Calendar server")))
_WIDEST: Final = 900


class ExchangePage(SeenPage):
    """What goes to another desk and what comes back; a file that is shown here is looked at."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.views = Segments(desk.look, "", self)
        self.views.set_choices([(key, key) for key, _words in _VIEWS])
        self.hand_over = HandOverForm(desk, self)
        self.take_in = TakeInPane(desk, self)
        self.take_in.plan_wanted.connect(desk.bundle_wanted)
        self.server = ServerPane(desk, self)
        self.server.import_wanted.connect(desk.import_wanted)
        self._stack = QStackedWidget(self)
        for pane in (self.hand_over, self.take_in, self.server):
            self._stack.addWidget(pane)
        self._arrange()
        self.views.chosen.connect(self.show_pane)
        self.views.choose(OUT)
        self.retranslate()

    def toolbar_title(self) -> str:
        """The name of the page."""
        return self.desk.wording.text("Exchange with other desks and calendars")

    def toolbar_left(self) -> Sequence[QWidget]:
        """Handing over, taking in or the server."""
        return (self.views,)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        text = self.desk.wording.text
        self.views.setAccessibleName(text("Hand over, take in or calendar server"))
        self.views.set_choices([(key, text(words)) for key, words in _VIEWS])
        self.hand_over.retranslate()
        self.take_in.retranslate()
        self.server.retranslate()

    def plan_replaced(self) -> None:
        """What comes in is held against the plan as it stands."""
        self.take_in.look_again()

    def show_subject(self, subject: object) -> None:
        """Look at a file that another desk sent."""
        if isinstance(subject, Path):
            self.views.choose(IN)
            self.show_pane(IN)
            self.take_in.take(subject)

    def show_pane(self, key: str) -> None:
        """Show one of the three."""
        pane = {OUT: self.hand_over, IN: self.take_in, SERVER: self.server}[key]
        if pane is self.server:
            self.server.show_remembered()
        self._stack.setCurrentWidget(pane)

    def _arrange(self) -> None:
        set_ground(self, "surface")
        row = QHBoxLayout(scrolled_content(self))
        row.setContentsMargins(24, 20, 24, 32)
        self._stack.setMaximumWidth(_WIDEST)
        row.addWidget(self._stack, 1000)
        row.addStretch(1)
