"""The inspector: what is selected, at the right; beside the work in a wide window, over it in a narrow one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.ui import tokens
from director_app.ui.desk import Desk
from director_app.ui.frame.delivery_card import DeliveryCard
from director_app.ui.frame.several_card import SeveralCard
from director_app.ui.widgets.text import Text, set_ground


class Inspector(QFrame):
    """Shows the selected delivery with its fields, or how many are selected.

    Signals: ``close_wanted()``.
    """

    close_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: frozenset[Subject] = frozenset()
        self._seen = desk.plan
        self.setProperty("edge", "left")
        self.setFixedWidth(tokens.INSPECTOR_WIDTH)
        set_ground(self, "canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        self._stack = QStackedWidget(self)
        column.addWidget(self._stack)
        self._nothing = Text(desk.look, "", "small", "text3", wraps=True)
        self._nothing.setContentsMargins(16, 14, 16, 14)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._card = DeliveryCard(desk)
        self._several = SeveralCard(desk)
        for page in (self._nothing, _scrolled(self._card), _scrolled(self._several)):
            self._stack.addWidget(page)
        self._card.close_wanted.connect(self.close_wanted)
        self._several.close_wanted.connect(self.close_wanted)
        desk.selection_changed.connect(self.show_selection)
        desk.plan_changed.connect(self._plan_changed)
        desk.problems_changed.connect(self._refresh)
        desk.language_changed.connect(self.retranslate)
        desk.theme_changed.connect(self._refresh)
        self.retranslate()

    def show_selection(self, selection: frozenset[Subject]) -> None:
        """Show what is selected."""
        self._shown = frozenset(subject for subject in selection if subject.kind == "deliveries")
        self._refresh()

    def retranslate(self) -> None:
        """Say everything again."""
        self._nothing.setText(self._desk.wording.text("Select a date to see and change it here."))
        self._card.retranslate()
        self._several.retranslate()
        self._refresh()

    def _plan_changed(self, outcome: Any) -> None:
        del outcome
        if self._shown and self._seen is not self._desk.plan:  # else it was shown with the new findings already
            self._refresh()

    def _refresh(self, _news: object = None) -> None:
        self._seen = self._desk.plan
        deliveries = [self._desk.plan.find(*subject) for subject in self._shown]
        present: list[Any] = [delivery for delivery in deliveries if delivery is not None]
        if len(present) == 1:
            self._card.show_delivery(present[0])
            self._stack.setCurrentIndex(1)
        elif present:
            self._several.show_deliveries(present)
            self._stack.setCurrentIndex(2)
        else:
            self._stack.setCurrentIndex(0)


def _scrolled(card: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    card.setProperty("kind", "scrolled")
    area.setWidget(card)
    return area
