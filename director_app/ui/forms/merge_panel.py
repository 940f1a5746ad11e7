"""Two records that are one: what they agree on is kept, what they say differently is chosen field by field."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from director_app.domain.fields import Shape, fields_of
from director_app.domain.plan import Plan
from director_app.domain.rules import name_of
from director_app.ui.desk import Desk
from director_app.ui.forms.merging import Disagreement, disagreements
from director_app.ui.forms.name_field import name_in
from director_app.ui.forms.sides import Sides
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import Text, horizontal_line
from director_app.wording import Wording, message

ONE, OTHER, BOTH = "one", "other", "both"
FIELDS: Final = {
    "name": message("Name"), "title": message("Title"), "name_en": message("English name"),
    "title_en": message("Title in English"), "subtitle": message("Subtitle"), "short_title": message("Short title"),
    "sort_name": message("Sort name"), "romanised": message("Romanised name"), "kind": message("Kind"),
    "genre": message("Genre"), "region": message("Region"), "is_local": message("Local"),
    "members": message("Members"), "head_count": message("People"), "contacts": message("Contact"),
    "consent_date": message("Consent on"), "keep_until": message("Keep until"), "fee": message("Usual fee"),
    "needs": message("Needs"), "biography": message("About"), "links": message("Links"), "photo": message("Photo"),
    "note": message("Remark"), "host": message("Host company"), "area": message("Area"), "address": message("Address"),
    "directions": message("Directions"), "setting": message("Setting"), "opening_hours": message("Opening week"),
    "closures": message("Closed"), "seats": message("Seats"), "standing": message("Standing"),
    "floor_area": message("Floor"), "power_kw": message("Power"), "zone": message("Noise zone"),
    "quiet_hours": message("Quiet hours"), "fallback": message("Fallback place"), "access": message("How to get in"),
    "initiative": message("Initiative"), "audience": message("For whom"), "running_minutes": message("Running time"),
    "setup_minutes": message("Set-up"), "strike_minutes": message("Strike"), "lineup": message("Line-up"),
    "credits": message("Credits"), "is_free": message("Admission"), "admission": message("Price"),
    "booking": message("Booking"), "intro": message("Introduction"), "texts": message("Texts for print"),
    "web_address": message("Web address"), "logo": message("Logo"), "sketch": message("Sketch"),
}  # fmt: skip


class Choice(Sides):
    """One field: the values of both sides, and where it is a list, both together.

    ``chosen()`` is the value that shall be kept.
    """

    def __init__(self, desk: Desk, of: Disagreement, label: str, parent: QWidget | None = None) -> None:
        values: dict[str, Any] = {ONE: of.one, OTHER: of.other}
        said = {key: value_text(desk.wording, desk.plan, of.shape, value) for key, value in values.items()}
        if of.both is not None:
            values[BOTH] = of.both
            said[BOTH] = desk.wording.text("both together")
        super().__init__(desk.look, label, said, parent)
        self.of = of
        self._values = values
        self.choose(BOTH if BOTH in values else ONE)

    def chosen(self) -> Any:
        """The value that is kept."""
        return self._values[self.chosen_key()]


class MergePanel(QWidget):
    """Stands where the form stands while two records are compared.

    Signals: ``agreed(str, str, object)`` with the id that stays, the id that goes and the chosen values;
    ``left()`` when nothing shall happen.
    """

    agreed = Signal(str, str, object)
    left = Signal()

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._kind = desk, kind
        self._pair = ("", "")
        self.choices: list[Choice] = []
        look = desk.look
        self._title = Text(look, "", "title", wraps=True)
        self._sentence = Text(look, "", "small", "text2", wraps=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.swap = Button(look, "", "link")
        self.swap.clicked.connect(self._swap)
        self.merge = Button(look, "", "primary", "merge")
        self.merge.clicked.connect(self._agree)
        self.cancel = Button(look, "", "normal")
        self.cancel.clicked.connect(self.left)
        foot = FlowLayout(gap=8)
        for button in (self.merge, self.cancel, self.swap):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addLayout(self._rows)
        column.addLayout(foot)
        column.addStretch(1)
        self.setMaximumWidth(860)

    def compare(self, kept: str, gone: str) -> None:
        """Show what two records say differently; the first stays, with the names of both."""
        self._pair = (kept, gone)
        plan, wording = self._desk.plan, self._desk.wording
        one, other = plan.find(self._kind, kept), plan.find(self._kind, gone)
        if one is None or other is None:
            self.left.emit()
            return
        names = (name_in(one) or wording.undecided(), name_in(other) or wording.undecided())
        self._title.setText(wording.text("“{other}” becomes part of “{name}”", name=names[0], other=names[1]))
        users = len(plan.users(self._kind, gone))
        self._sentence.setText(
            wording.plural("{n} place that names it is moved along.", "{n} places that name it are moved along.", users)
        )
        self.swap.setText(wording.text("Keep “{name}” instead", name=names[1]))
        self.merge.setText(wording.text("Merge"))
        self.cancel.setText(wording.text("Leave both"))
        self._fill(names)
        self.merge.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves both as they are."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self, names: tuple[str, str]) -> None:
        clear_layout(self._rows)
        wording, look = self._desk.wording, self._desk.look
        found = disagreements(self._desk.plan, self._kind, *self._pair)
        self.choices = []
        if not found:
            quiet = wording.text("They contradict each other in nothing.")
            self._rows.addWidget(Text(look, quiet, "body", "text2"))
            return
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 96)
        for column, name in enumerate(names, start=1):
            grid.addWidget(Text(look, name, "small-strong", "text2"), 0, column)
            grid.setColumnStretch(column, 1)
        for number, one in enumerate(found):
            label = wording.text(FIELDS[one.field]) if one.field in FIELDS else one.field
            choice = Choice(self._desk, one, label, holder)
            choice.hide()
            self.choices.append(choice)
            row = 2 * number + 1
            grid.addWidget(horizontal_line(), row, 0, 1, 4)
            grid.addWidget(Text(look, label, "small", "text2"), row + 1, 0, Qt.AlignmentFlag.AlignTop)
            for column, line in enumerate(choice.texts.values(), start=1):
                grid.addWidget(line, row + 1, column, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(holder)

    def _swap(self) -> None:
        kept, gone = self._pair
        self.compare(gone, kept)

    def _agree(self) -> None:
        self.agreed.emit(*self._pair, {choice.of.field: choice.chosen() for choice in self.choices})


def value_text(wording: Wording, plan: Plan, shape: Shape, value: Any) -> str:
    """A value of any field in words, as far as a person needs to tell two apart."""
    if value is None or value == "":
        return wording.undecided()
    if shape.item is not None:
        inner = shape.item
        return ", ".join(value_text(wording, plan, inner, entry) for entry in value)
    if shape.kind == "reference":
        record = plan.find(shape.refers_to, value)
        return (str(name_of(record)) if record is not None else "") or wording.undecided()
    if shape.value_type is not None:
        pairs = zip(fields_of(shape.value_type), value, strict=True)
        said = [value_text(wording, plan, field.shape, entry) for field, entry in pairs if entry != field.default]
        return " · ".join(part for part in said if part)
    if isinstance(value, bool):
        return wording.text("yes") if value else wording.text("no")
    if shape.kind == "date":
        return wording.date(value)
    if shape.kind == "minute":
        return wording.clock(value)
    if shape.kind == "integer":
        return wording.number(value)
    return str(value)
