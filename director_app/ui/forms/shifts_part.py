"""The shift patterns of a site: which weekdays, how crews take turns, and each crew's hours and meal break."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.people import Crew, ShiftPattern, Site
from director_app.domain.timeline import WallMinute
from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.field_forms import CLOCK, COUNT, DATE
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.text import Text, horizontal_line
from director_app.wording import message

MOST_CREWS: Final = 12
CREW_WIDTH: Final = 200
DAY_SHIFT: Final = ShiftPattern(
    crews=(Crew("", None, WallMinute(8 * 60 + 30), WallMinute(17 * 60 + 30), WallMinute(12 * 60), WallMinute(13 * 60)),)
)
"""What a pattern begins as: one crew in the daytime, Monday to Friday."""
_HEADS: Final = (message("Crew"), message("Heads"), message("Works"), message("Meal break"))
_TIMES: Final = (
    ("starts", message("Work begins")),
    ("ends", message("Work ends")),
    ("meal_starts", message("Meal begins")),
    ("meal_ends", message("Meal ends")),
)


class WeekdayChips(QWidget):
    """The seven days of the week; those on which a pattern runs are marked.

    Signals: ``changed(tuple[int, ...])``, 0 for Monday.
    """

    changed = Signal(object)

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.chips = [Chip(editor.desk.look, "", self) for _day in range(7)]
        for chip in self.chips:
            chip.clicked.connect(self._tell)
            row.addWidget(chip)
        row.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the days."""
        wording = self._editor.desk.wording
        for day, chip in enumerate(self.chips):
            chip.set_text(wording.weekday(day))
            chip.setAccessibleName(wording.weekday(day, short=False))

    def show_days(self, days: tuple[int, ...]) -> None:
        """Mark these days."""
        for day, chip in enumerate(self.chips):
            chip.setChecked(day in days)

    def _tell(self) -> None:
        self.changed.emit(tuple(day for day, chip in enumerate(self.chips) if chip.isChecked()))


class CrewLine:
    """The fields of one crew, laid into a row of a grid."""

    def __init__(self, editor: RecordEditor, path: str, grid: QGridLayout, row: int) -> None:
        self.fields: dict[str, BoundField] = {
            "name": BoundField(editor, FieldSpec(f"{path}.name", message("Crew"), hint=message("add a crew"))),
            "heads": BoundField(editor, FieldSpec(f"{path}.heads", message("Heads"), COUNT, width=62)),
        }
        for name, label in _TIMES:
            self.fields[name] = BoundField(editor, FieldSpec(f"{path}.{name}", label, CLOCK, width=64))
        self._dashes = [Text(editor.desk.look, "~", "small", "text3") for _ in range(2)]
        parts: tuple[QWidget, ...] = (
            self.fields["name"], self.fields["heads"], self.fields["starts"], self._dashes[0], self.fields["ends"],
            self.fields["meal_starts"], self._dashes[1], self.fields["meal_ends"],
        )  # fmt: skip
        for dash in self._dashes:
            dash.setFixedHeight(self.fields["starts"].input.height())
        for column, part in enumerate(parts):
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def retranslate(self) -> None:
        """Say names and hints in the present language."""
        for field in self.fields.values():
            field.input.setAccessibleName(field.label)
            field.retranslate()

    def show_crew(self, shown: bool, *, is_new: bool) -> None:
        """Show or hide the row; the one that adds a crew has only a name."""
        for name, field in self.fields.items():
            field.setVisible(shown and (name == "name" or not is_new))
        for dash in self._dashes:
            dash.setVisible(shown and not is_new)


class PatternPart(QWidget):
    """One shift pattern of the site shown."""

    def __init__(self, editor: RecordEditor, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._path = editor, f"shifts[{place}]"
        self._place = place
        look = editor.desk.look
        name = FieldSpec(f"{self._path}.name", message("Shifts"), hint=message("two shifts …"))
        swap = FieldSpec(f"{self._path}.rotation_days", message("Crews swap every"), COUNT, message("days"), width=58)
        since = FieldSpec(f"{self._path}.rotation_from", message("counted from"), DATE, width=132)
        self.name, self.rotation, self.since = (BoundField(editor, spec) for spec in (name, swap, since))
        self.days = WeekdayChips(editor)
        self.days.changed.connect(self._write_days)
        self._words = [Text(look, "", "small", "text2") for _ in range(2)]
        self._heads = [Text(look, "", "micro", "text2") for _ in _HEADS]
        self.away = Button(look, "", "glyph", "x", small=True, icon_size=12)
        self.away.clicked.connect(self._remove)
        self.crews: list[CrewLine] = []
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        for field, word in zip((self.rotation, self.since), self._words, strict=True):
            word.setText(wording.text(field.spec.label))
        for head, text in zip(self._heads, _HEADS, strict=True):
            head.setText(wording.text(text))
        for field in (self.name, self.rotation, self.since):
            field.input.setAccessibleName(field.label)
            field.retranslate()
        self.away.name_only(wording.text("Remove this shift pattern"))
        self.days.retranslate()
        for crew in self.crews:
            crew.retranslate()

    def show_pattern(self, pattern: ShiftPattern) -> None:
        """Show a pattern: its crews and a line for one more."""
        self.days.show_days(pattern.weekdays)
        wanted = min(MOST_CREWS, len(pattern.crews) + 1)
        while len(self.crews) < wanted:
            path = f"{self._path}.crews[{len(self.crews)}]"
            self.crews.append(CrewLine(self._editor, path, self._grid, len(self.crews) + 1))
        for place, crew in enumerate(self.crews):
            crew.show_crew(place < wanted, is_new=place == len(pattern.crews))
        turns = len(pattern.crews) > 1
        for part in (self.rotation, self.since, *self._words):
            part.setVisible(turns)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.name, 1)
        top.addWidget(self.days)
        top.addWidget(self.away)
        turns = QHBoxLayout()
        turns.setSpacing(6)
        for field, word in zip((self.rotation, self.since), self._words, strict=True):
            turns.addWidget(word)
            turns.addWidget(field)
        turns.addStretch(1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, CREW_WIDTH)
        self._grid.setColumnStretch(8, 1)
        for column, head in zip((0, 1, 2, 5), self._heads, strict=True):
            head.setContentsMargins(6, 0, 0, 0)
            self._grid.addWidget(head, 0, column, 1, 3 if column > 1 else 1)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 4, 0, 8)
        column_layout.setSpacing(4)
        column_layout.addLayout(top)
        column_layout.addLayout(self._grid)
        column_layout.addLayout(turns)
        column_layout.addWidget(horizontal_line())

    def _write_days(self, days: tuple[int, ...]) -> None:
        sentence = self._editor.change(f"{self._path}.weekdays", days, self._editor.desk.wording.text("Shifts"))
        if sentence:
            self._editor.desk.say(sentence, level="warning")
        self._editor.refresh()

    def _remove(self) -> None:
        site: Site = self._editor.record
        left = (*site.shifts[: self._place], *site.shifts[self._place + 1 :])
        self._editor.change("shifts", left, self._editor.desk.wording.text("Shifts"))


class ShiftsPart(QWidget):
    """All shift patterns of the site shown, and a way to add one."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.patterns: list[PatternPart] = []
        self._holder = QVBoxLayout()
        self._column.addLayout(self._holder)
        self.more = Button(editor.desk.look, "", "link")
        self.more.clicked.connect(self.add)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.more.setText(self._editor.desk.wording.text("Add shifts"))
        for pattern in self.patterns:
            pattern.retranslate()
        self._show_record(self._editor.record)

    def add(self) -> None:
        """Add a pattern with one day crew; its name is the next thing to type."""
        site: Site = self._editor.record
        name = self._editor.desk.wording.text("Day shift")
        fresh = DAY_SHIFT._replace(name=name, crews=(DAY_SHIFT.crews[0]._replace(name=name),))
        if not self._editor.change("shifts", (*site.shifts, fresh), self._editor.desk.wording.text("Shifts")):
            self.patterns[len(site.shifts)].name.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_record(self, site: Site | None) -> None:
        if site is None:
            return
        while len(self.patterns) < len(site.shifts):
            self.patterns.append(PatternPart(self._editor, len(self.patterns), self))
            self._holder.addWidget(self.patterns[-1])
        for place, part in enumerate(self.patterns):
            part.setVisible(place < len(site.shifts))
            if place < len(site.shifts):
                part.show_pattern(site.shifts[place])
