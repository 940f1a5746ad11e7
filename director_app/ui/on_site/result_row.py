"""What came of an item: one click says that it took place, and the number of heads goes in by typing it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from director_app.domain.refusals import RefusedInput
from director_app.ui.forms.field_forms import COUNT, Reading
from director_app.ui.look import Look
from director_app.ui.on_site.day_reading import OnSiteItem
from director_app.ui.widgets.fields import LineField, Tick
from director_app.ui.widgets.text import Text


class LargeTick(Tick):
    """A tick that is hit with cold hands."""

    def sizeHint(self) -> QSize:
        """As high as the large buttons."""
        hint = super().sizeHint()
        return QSize(hint.width() + 8, max(40, hint.height()))

    def minimumSizeHint(self) -> QSize:
        """Never smaller."""
        return self.sizeHint()


class ResultRow(QWidget):
    """Took place, how many came, and when that was written down.

    Signals: ``took_place(bool)``; ``counted(object)`` with a number or None.
    """

    took_place = Signal(bool)
    counted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tick = LargeTick(look)
        self.tick.setFont(look.font("heading"))
        self.tick.clicked.connect(self.took_place)
        self.heads = LineField(look, "heading", tabular=True)
        self.heads.setFixedSize(104, max(40, look.theme.line("heading") + 12))
        self.heads.changed_to.connect(self._read)
        self._name = Text(look, "", "body", "text2")
        self.written = Text(look, "", "small", "ok", tabular=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.tick)
        row.addSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self.heads)
        row.addStretch(1)
        row.addWidget(self.written)

    def show_item(self, item: OnSiteItem, title: str, entered: datetime.datetime | None, *, may: bool) -> None:
        """Show what is known; what does not take place has no result."""
        wording, one = self._look.wording, item.delivery
        self.tick.setText(wording.text("Took place"))
        self.tick.setAccessibleName(wording.text("{what}: {title}", what=wording.text("Took place"), title=title))
        self.tick.show_ticked(item.is_over)
        self.heads.setAccessibleName(wording.text("{what}: {title}", what=wording.text("How many came"), title=title))
        expected = one.expected_heads
        self.heads.setPlaceholderText("" if expected is None else wording.text("about {n}", n=expected))
        self.heads.show_value("" if one.counted_heads is None else str(one.counted_heads))
        self._name.setText(wording.text("How many came"))
        for field in (self.tick, self.heads):
            field.setEnabled(may)
        when = "" if entered is None else f"{wording.date_short(entered.date())} {entered:%H:%M}"
        self.written.show_if_said(wording.text("written down {when}", when=when) if when else "")

    def begin_heads(self, digit: str) -> None:
        """A number was typed on the card: it begins the heads."""
        if not self.heads.isEnabled():
            return
        self.heads.setFocus()
        self.heads.selectAll()
        self.heads.insert(digit)
        self.heads.setModified(True)

    def _read(self, typed: str) -> None:
        wording = self._look.wording
        try:
            heads = COUNT.read(typed, Reading(wording, datetime.date.min))
        except RefusedInput as refusal:
            self.heads.show_wrong(wording.text(refusal.message, **refusal.values))
            return
        self.counted.emit(heads)
