"""How the workspace of proposals looks: the request at the left, the difference in the middle, why at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from director_app.operations.proposing import Aim
from director_app.ui.desk import Desk
from director_app.ui.planning.proposal_table import ProposalTable
from director_app.ui.planning.request_form import RequestForm
from director_app.ui.planning.why_pane import WIDTH, WhyPane
from director_app.ui.table_copying import TableCopier
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import OneLine, Text, horizontal_line, set_ground
from director_app.ui.workspaces.page import Page

_FORM_WIDTH: Final = 312
_NARROW: Final = 1300
_GIVES_WAY: Final = 40
_TIGHT: Final = 1000
"""Narrower than this, why something goes where it goes stands under the list."""
_TIGHTEST: Final = 760
"""Narrower than this, what is done stands under what is ticked."""
_WIDGET_MOST: Final = (1 << 24) - 1
"""As high as Qt lets a widget be."""


class ProposalView(Page):
    """The widgets of the workspace, named and arranged; `ProposalPage` makes them work."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        look = desk.look
        self.form = RequestForm(desk)
        self.begin = Button(look, "", "primary")
        self.stop = Button(look, "", "normal")
        self.bar = QProgressBar()
        self.progress = Text(look, "", "small", "text2", wraps=True)
        self.summary = OneLine(look, "", "heading")
        self.corners = OneLine(look, "", "small", "text2")
        self.outdated = Text(look, "", "body", wraps=True)
        self.empty = Text(look, "", "body", "text2", wraps=True)
        self.table = ProposalTable(look)
        self.copier = TableCopier(self.table, desk)
        self.pane = WhyPane(desk)
        self.all = Button(look, "", "link")
        self.none = Button(look, "", "link")
        self.drop = Button(look, "", "quiet")
        self.accept = Button(look, "", "primary")
        self._right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange()

    def toolbar_title(self) -> str:
        """The name of the workspace."""
        return self.desk.wording.text("Proposal")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self.desk.wording
        self.setAccessibleName(wording.text("Proposal"))
        self.table.setAccessibleName(wording.text("What is proposed"))
        self.pane.setAccessibleName(wording.text("Why here?"))
        self.form.retranslate()
        self.begin.setText(wording.text("Search for a proposal"))
        self.stop.setText(wording.text("Stop with the best so far"))
        self.all.setText(wording.text("Tick all"))
        self.none.setText(wording.text("Tick none"))
        self.drop.setText(wording.text("Drop the proposal"))
        self.bar.setAccessibleName(wording.text("Progress of the search"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the sides give way to the list."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        self._side.setFixedWidth(_FORM_WIDTH - _GIVES_WAY // 2 * is_narrow)
        is_tight = self.width() < _TIGHT
        way = QBoxLayout.Direction
        self._foot.setDirection(way.TopToBottom if self.width() < _TIGHTEST else way.LeftToRight)
        self._right.setDirection(way.TopToBottom if is_tight else way.LeftToRight)
        self.pane.setFixedWidth(self.width() - self._side.width() if is_tight else WIDTH - _GIVES_WAY * is_narrow)
        self.pane.setMaximumHeight(self.height() * 2 // 5 if is_tight else _WIDGET_MOST)

    def state_for_pictures(self) -> Sequence[str]:
        """The form as it opens is enough; a proposal takes a search."""
        return (Aim.REPAIR,)

    # -- inside ----------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        set_ground(self, "surface")
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = self._left_side()
        row.addWidget(self._side)
        middle = QVBoxLayout()
        middle.setContentsMargins(16, 14, 16, 0)
        middle.setSpacing(8)
        self._outdated_ground = row_of(self.outdated, margins=(12, 8, 12, 8))
        set_ground(self._outdated_ground, "warnbg")
        for widget in (self.summary, self.corners, self._outdated_ground, self.empty):
            middle.addWidget(widget)
        middle.addWidget(self.table, 1)
        middle.addStretch(0)
        middle.addWidget(horizontal_line(self))
        self._foot.setContentsMargins(0, 10, 0, 14)
        self._foot.addWidget(row_of(self.all, self.none, 1, spacing=12))
        self._foot.addWidget(row_of(1, self.drop, self.accept, spacing=12))
        middle.addLayout(self._foot)
        self._right.addLayout(middle, 1)
        self._right.addWidget(self.pane)
        row.addLayout(self._right, 1)

    def _left_side(self) -> QWidget:
        side = QWidget(self)
        side.setFixedWidth(_FORM_WIDTH)
        set_ground(side, "canvas")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        area = QScrollArea(side)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_ground(self.form, "canvas")
        area.setWidget(self.form)
        column.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 16)
        foot.setSpacing(8)
        for widget in (self.progress, self.bar, self.stop, self.begin):
            foot.addWidget(widget)
        column.addLayout(foot)
        return side
