"""Offers to make one of two records: of the two rows she selected, or of the one shown and its namesake."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from director_app.domain.rules import name_of
from director_app.operations.open_plan import StepName
from director_app.ui.desk import Desk
from director_app.ui.forms.merge_panel import MergePanel
from director_app.ui.forms.merging import merge_into
from director_app.ui.forms.same_names import SameNames
from director_app.ui.messages import way_back
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import OneLine, set_ground
from director_app.wording import message

MERGED: Final = message("{other} merged into {name}")


class MergeOffer(QWidget):
    """A strip over the form; ``panel`` stands where the form stands while she compares.

    Signals: ``opened()``, ``closed(str)`` with the id to show, empty for the one shown before.
    """

    opened = Signal()
    closed = Signal(str)

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._kind = desk, kind
        self._pair = ("", "")
        self.names = SameNames(kind)
        self.panel = MergePanel(desk, kind)
        self.panel.agreed.connect(self.merge)
        self.panel.left.connect(self._leave)
        self._words = OneLine(desk.look, "", "small")
        self.compare = Button(desk.look, "", "link")
        self.compare.clicked.connect(self.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24, 6)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.compare)
        set_ground(self, "warnbg")
        self.hide()

    def offer(self, shown: str, selected: Sequence[str]) -> None:
        """Offer the two rows that are selected, else a namesake of the one shown, else nothing."""
        desk, wording = self._desk, self._desk.wording
        pair = tuple(selected) if len(selected) == 2 else ()
        text = ""
        if pair:
            text = wording.text("Two are selected: “{name}” and “{other}”.", **self._named(pair))
        elif shown and (same := self.names.namesakes(desk.plan, shown)):
            text = wording.text("“{other}” has the same name.", **self._named((shown, same[0])))
            pair = tuple(sorted((shown, same[0]), key=self._mentions, reverse=True))
        self._pair = (pair[0], pair[1]) if pair else ("", "")
        self._words.setText(text)
        self.compare.setText(wording.text("Compare and merge"))
        self.setVisible(bool(pair) and not desk.is_read_only)

    def open(self) -> None:
        """Compare the two that are offered."""
        if all(self._pair):
            self.panel.compare(*self._pair)
            self.opened.emit()

    def merge(self, kept: str, gone: str, chosen: dict[str, Any] | None = None) -> None:
        """Make two records one; a message offers to take it back."""
        plan, wording = self._desk.plan, self._desk.wording
        names = self._named((kept, gone))
        edit = merge_into(plan, self._kind, kept, gone, chosen)
        if self._desk.perform(edit, StepName(MERGED, names)) is not None:
            self.closed.emit(kept)
            undo = way_back(wording, self._desk.undo)
            self._desk.say(wording.text("“{other}” is now part of “{name}”.", **names), (undo,))

    def _mentions(self, identity: str) -> int:
        """How much hangs on a record; the one with more stays, unless she says otherwise."""
        return len(self._desk.plan.users(self._kind, identity))

    def _leave(self) -> None:
        self.closed.emit("")

    def _named(self, pair: Sequence[str]) -> dict[str, str]:
        records = [self._desk.plan.find(self._kind, one) for one in pair]
        name, other = (str(name_of(one)) if one is not None else "" for one in records)
        return {"name": name, "other": other}
