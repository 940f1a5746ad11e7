"""The inspector of many dates: how many, what they share, and one change for all of them as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from director_app.domain.edits import Change, Remove, Several
from director_app.operations.open_plan import StepName
from director_app.ui.desk import Desk
from director_app.ui.frame.card_parts import Card, OwnerChip, StatusChip, flow_of
from director_app.ui.frame.fact_sections import FactSections
from director_app.ui.frame.items_editor import together
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import Text
from director_app.ui.words import STATUS_WORDS
from director_app.wording import message

_REMOVED: Final = message("{n} dates removed")
_LOCKED: Final = message("{n} dates locked")
_UNLOCKED: Final = message("{n} dates unlocked")


class SeveralCard(Card):
    """Acts on all selected dates at once, each time one undo step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "deliveries")
        look, rows, column = desk.look, self._head, self._column
        self._count = Text(look, "", "heading")
        self.lock = Button(look, "", "glyph", "lock", small=True)
        self.remove = Button(look, "", "glyph", "trash-2", small=True)
        self._statuses = Text(look, "", "small", "text2", wraps=True)
        self.status = StatusChip(self.editor)
        self.owner = OwnerChip(self.editor)
        rows.addWidget(row_of(self._count, 1, self.lock, self.remove, self._close, spacing=6))
        rows.addWidget(self._statuses)
        rows.addSpacing(6)
        rows.addWidget(flow_of(self.status, self.owner))
        self.facts = FactSections(self.editor)
        column.addWidget(self.facts)
        column.addStretch(1)
        self.lock.clicked.connect(self._toggle_lock)
        self.remove.clicked.connect(self._remove_all)
        self.editor.shown.connect(self._show_shared)

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        self.remove.name_only(self._desk.wording.text("Remove"))
        self.owner.retranslate()
        self.facts.retranslate()
        self._show_shared(self.editor.record)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show how many there are at once, and what they share as soon as it is known."""
        self.editor.show_items(ids)

    def _show_shared(self, record: object) -> None:
        if record is None:
            return
        desk, wording, shared = self._desk, self._desk.wording, self.editor.shared
        count = len(self.editor.ids)
        self._count.setText(wording.plural("{n} date selected", "{n} dates selected", count))
        counted = [(word, shared.statuses.get(status.value, 0)) for status, word in STATUS_WORDS.items()]
        parts = [f"{wording.text(word)} {wording.number(n)}" for word, n in counted if n]
        if shared.locked:
            parts.append(wording.text("locked {n}", n=wording.number(shared.locked)))
        self._statuses.setText(" · ".join(parts) or wording.text("Looking at what they share …"))
        all_locked = shared.locked == count
        self.lock.set_icon("lock-open" if all_locked else "lock")
        self.lock.name_only(wording.text("Unlock") if all_locked else wording.text("Lock"))
        for button in (self.lock, self.remove):
            button.setEnabled(not desk.is_read_only)
        self.status.show_status(desk.theme.no_initiative.edge)

    def _toggle_lock(self) -> None:
        locks = self.editor.shared.locked < len(self.editor.ids)
        edit = together([Change("deliveries", one.id, {"is_locked": locks}) for one in self.editor.records()])
        self._desk.perform(edit, StepName(_LOCKED if locks else _UNLOCKED, {"n": len(self.editor.ids)}))

    def _remove_all(self) -> None:
        edit = Several(tuple(Remove("deliveries", one) for one in self.editor.ids))
        self._desk.perform(edit, StepName(_REMOVED, {"n": len(self.editor.ids)}))
