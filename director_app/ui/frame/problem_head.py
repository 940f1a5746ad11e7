"""What stands over the open list: which findings, how they are grouped and narrowed, and why one was accepted."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from director_app.domain.plan import Plan
from director_app.ui.frame.problem_lines import (
    GROUPINGS,
    SCOPES,
    Findings,
    Grouping,
    ProblemLine,
    Scope,
    filter_choices,
    filter_key,
)
from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Chip
from director_app.ui.widgets.fields import ChoiceField, LineField
from director_app.wording import message

_SCOPE_WORDS: Final[dict[Scope, str]] = {
    "near": message("Near"),
    "open": message("All open"),
    "past": message("Over"),
    "accepted": message("Accepted"),
}
_SCOPE_TIPS: Final[dict[Scope, str]] = {
    "near": message("pencilled and above, within three weeks"),
    "open": message("all findings of the season"),
    "past": message("what is over already"),
    "accepted": message("what you know of; it opens again when either side moves"),
}
_GROUPING_WORDS: Final[dict[Grouping, str]] = {
    "kind": message("By kind"),
    "day": message("By day"),
    "person": message("By person or place"),
}
_REASON_WIDTH: Final = 300
_FILTER_WIDTH: Final = 220


class ProblemHead(QWidget):
    """Chips for near, open, over and accepted; grouping; what to narrow to; the reason of an acceptance.

    Signals: ``changed()`` when she chose other findings or another order;
    ``reason_given(tuple[ProblemLine, ...], str)``.
    """

    changed = Signal()
    reason_given = Signal(object, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.scope: Scope = "near"
        self.grouping: Grouping = "kind"
        self._narrowed: str = ""
        self._accepted: tuple[ProblemLine, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._chips: dict[Scope, Chip] = {}
        self._group = QButtonGroup(self)
        for scope in SCOPES:
            chip = Chip(look, "", self)
            self._chips[scope] = chip
            self._group.addButton(chip, SCOPES.index(scope))
            row.addWidget(chip)
        self._chips["near"].setChecked(True)
        row.addSpacing(8)
        self._grouping = ChoiceField(look, self, quiet=True, small=True)
        self._filter = ChoiceField(look, self, quiet=True, small=True)
        for field in (self._grouping, self._filter):
            field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self._filter.setMaximumWidth(_FILTER_WIDTH)
        row.addWidget(self._grouping)
        row.addWidget(self._filter)
        row.addStretch(1)
        self._reason = LineField(look, "small", self)
        self._reason.setFixedHeight(24)
        self._reason.setMaximumWidth(_REASON_WIDTH)
        self._reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self._reason, 2)
        row.addSpacing(8)
        self._reason.hide()
        self._group.idClicked.connect(self._choose_scope)
        self._grouping.chosen.connect(self._choose_grouping)
        self._filter.chosen.connect(self._choose_filter)
        self._reason.changed_to.connect(self._tell_reason)

    def show_scope(self, scope: Scope) -> None:
        """Show other findings, without telling anybody."""
        self.scope = scope
        self._narrowed = ""
        self._chips[scope].setChecked(True)

    def kept(self, findings: Findings) -> tuple[ProblemLine, ...]:
        """The findings of the chosen scope that she has not narrowed away."""
        lines: tuple[ProblemLine, ...] = getattr(findings, self.scope)
        if not self._narrowed:
            return lines
        return tuple(line for line in lines if _name_of(filter_key(line, self.grouping)) == self._narrowed)

    def show_findings(self, plan: Plan, findings: Findings) -> None:
        """Count them, and offer what they can be narrowed to."""
        wording = self._look.wording
        for scope, chip in self._chips.items():
            count = len(getattr(findings, scope))
            chip.set_text(wording.text(_SCOPE_WORDS[scope]), count)
            chip.setVisible(scope in ("near", "open") or count > 0 or scope == self.scope)
        lines = getattr(findings, self.scope)
        choices = [(_name_of(key), text) for key, text in filter_choices(wording, plan, lines, self.grouping)]
        if self._narrowed not in dict(choices):
            self._narrowed = ""
        self._filter.set_choices([("", wording.text("No filter")), *choices])
        self._filter.show_value(self._narrowed)
        self._filter.setEnabled(len(choices) > 1)

    def ask_reason(self, lines: tuple[ProblemLine, ...], *, just_done: bool = False) -> None:
        """Offer a field for why these were accepted; nothing asked where there are none.

        What was accepted just now is asked for until she goes to another accepted one.
        """
        if not just_done and self.scope != "accepted" and self._accepted and not lines:
            return
        self._accepted = lines
        reasons = {line.accepted.reason for line in lines if line.accepted is not None}
        self._reason.show_value(reasons.pop() if len(reasons) == 1 else "")
        wording = self._look.wording
        hint = (
            wording.text("Why you go on (optional)") if just_done else wording.text("Reason for accepting (optional)")
        )
        self._reason.setPlaceholderText(hint)
        self._reason.setVisible(bool(lines))

    def retranslate(self) -> None:
        """Say everything again."""
        wording = self._look.wording
        self._grouping.set_choices([(one, wording.text(_GROUPING_WORDS[one])) for one in GROUPINGS])
        self._grouping.show_value(self.grouping)
        self._grouping.setAccessibleName(wording.text("Order of problems"))
        self._filter.setAccessibleName(wording.text("Only some problems"))
        self._reason.setAccessibleName(wording.text("Reason for accepting (optional)"))
        for scope, chip in self._chips.items():
            chip.setToolTip(wording.text(_SCOPE_TIPS[scope]))

    def _choose_scope(self, number: int) -> None:
        self.show_scope(SCOPES[number])
        self.ask_reason(())
        self.changed.emit()

    def _choose_grouping(self, grouping: str) -> None:
        self.grouping = next(one for one in GROUPINGS if one == grouping)
        self._grouping.show_value(grouping)
        self._narrowed = ""
        self.changed.emit()

    def _choose_filter(self, name: str) -> None:
        self._narrowed = name
        self.changed.emit()

    def _tell_reason(self, reason: str) -> None:
        if self._accepted:
            self.reason_given.emit(self._accepted, reason)


def _name_of(key: Hashable) -> str:
    return repr(key)
