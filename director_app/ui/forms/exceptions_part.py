"""Dates on which the week does not hold: a list, and a line that reads more of them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Add, Remove, Several
from director_app.domain.ids import ArtistId, AvailabilityId, VenueId, new_id
from director_app.domain.people import Availability, AvailabilityValue
from director_app.domain.timeline import DAY, WallMinute
from director_app.operations.sentences import refusal_sentence
from director_app.ui.forms.bound_form import Section
from director_app.ui.forms.busy_calendar import BusyCalendar
from director_app.ui.forms.patterns import VALUE_WORDS, Swatch
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.forms.typed_dates import read_days
from director_app.ui.forms.week_pattern import BEST_TO_WORST
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import ChoiceField, LineField
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import OneLine, Text, horizontal_line
from director_app.wording import message

LABEL = message("dates of availability")


class DatedGroup(NamedTuple):
    """Consecutive dates about which the same was stated."""

    first: datetime.date
    last: datetime.date
    value: AvailabilityValue
    starts: WallMinute | None
    ends: WallMinute | None
    reason: str
    ids: tuple[AvailabilityId, ...]


def dated_groups(statements: Sequence[Availability]) -> list[DatedGroup]:
    """The dated statements in order, neighbours that say the same as one."""
    dated = [(one.date, one) for one in statements if one.date is not None]
    dated.sort(key=lambda entry: (entry[0], entry[1].starts or 0, entry[1].id))
    groups: list[DatedGroup] = []
    for day, one in dated:
        last = groups[-1] if groups else None
        facts = (one.value, one.starts, one.ends, one.reason)
        if last is not None and last.last + datetime.timedelta(days=1) == day and facts == last[2:6]:
            groups[-1] = last._replace(last=day, ids=(*last.ids, one.id))
        else:
            groups.append(DatedGroup(day, day, *facts, (one.id,)))
    return groups


class _GroupLine(QWidget):
    """One line of the list.

    Signals: ``removal(object)`` with the ids.
    """

    removal = Signal(object)

    def __init__(self, editor: RecordEditor, group: DatedGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        look, wording = editor.desk.look, editor.desk.wording
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        days = wording.date_short(group.first)
        if group.last != group.first:
            days = f"{days}~{wording.date_short(group.last)}"
        first = Text(look, days, "body", tabular=True)
        first.setFixedWidth(150)
        row.addWidget(first)
        row.addWidget(Swatch(look, group.value))
        word = Text(look, wording.text(VALUE_WORDS[group.value]), "body")
        word.setFixedWidth(86)
        row.addWidget(word)
        row.addWidget(OneLine(look, _particulars(editor, group), "body", "text2"), 1)
        away = Button(look, "", "glyph", "x", small=True, icon_size=12)
        away.name_only(wording.text("Remove {date}", date=days))
        away.clicked.connect(self._tell)
        row.addWidget(away)

    def _tell(self) -> None:
        self.removal.emit(self._group.ids)


def _particulars(editor: RecordEditor, group: DatedGroup) -> str:
    wording = editor.desk.wording
    parts = []
    ends_with_day = group.ends is not None and group.ends >= DAY
    if group.starts is not None and ends_with_day:
        parts.append(wording.text("from {time}", time=wording.clock(group.starts)))
    elif group.starts is not None and group.ends is not None:
        parts.append(wording.clock_span(group.starts, group.ends))
    elif group.starts is not None:
        parts.append(wording.text("from {time}", time=wording.clock(group.starts)))
    elif group.ends is not None:
        parts.append(wording.text("until {time}", time=wording.clock(group.ends)))
    if group.reason and group.reason not in parts:
        parts.append(group.reason)
    return " · ".join(parts)


class ExceptionsSection(Section):
    """The dated statements about an artist or a venue."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        self._editor = editor
        self._shown: tuple[DatedGroup, ...] | None = None
        super().__init__(editor.desk, message("Exceptions by date"), parent)
        look = editor.desk.look
        self.opener = Button(look, "", "link")
        self.opener.clicked.connect(self._open)
        self.add_action(self.opener)
        self._calendar = BusyCalendar(editor, self)
        self.from_calendar = Button(look, "", "link")
        self.from_calendar.clicked.connect(self._calendar.ask)
        self.add_action(self.from_calendar)
        box = QWidget(self)
        self._lines = QVBoxLayout(box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.add(box)
        self._entry = QWidget(self)
        self.dates = LineField(look, tabular=True)
        self.dates.said_elsewhere()
        self.value = ChoiceField(look)
        self.reason = LineField(look)
        self.adder = Button(look, "", "normal")
        self.adder.clicked.connect(self.add_typed)
        self._sentence = Text(look, "", "small", "block", wraps=True)
        self._lay_out_entry()
        self.dates.returnPressed.connect(self.add_typed)
        self.reason.returnPressed.connect(self.add_typed)
        editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        if not hasattr(self, "_sentence"):
            return
        wording = self._editor.desk.wording
        self.opener.setText(wording.text("Add dates"))
        self.from_calendar.setText(wording.text("From a calendar …"))
        self.adder.setText(wording.text("Add"))
        self.dates.setPlaceholderText(wording.text("10/20~22, 10/24 19:00~23:00"))
        self.dates.setAccessibleName(wording.text("Dates"))
        self.reason.setPlaceholderText(wording.text("Reason"))
        self.reason.setAccessibleName(wording.text("Reason"))
        self.value.setAccessibleName(wording.text("Availability"))
        self.value.set_choices([(str(one), wording.text(VALUE_WORDS[one])) for one in BEST_TO_WORST])
        if not self.value.current():
            self.value.show_value(AvailabilityValue.IMPOSSIBLE)
        self._shown = None
        self._show_record(self._editor.record)

    def statements(self) -> list[Availability]:
        """Everything stated about the record shown."""
        plan = self._editor.desk.plan
        users = plan.users_of_kind(self._editor.kind, self._editor.id, "availabilities")
        return [plan.availabilities[AvailabilityId(one)] for one in sorted(users)]

    def add_typed(self) -> None:
        """Read the typed dates into the plan as one step."""
        desk = self._editor.desk
        days, unread = read_days(self.dates.text(), desk.plan.season.reference_date or desk.today())
        if unread:
            self._say(refusal_sentence(desk.wording, unread[0].refusal))
            return
        if not days:
            return
        value = AvailabilityValue(self.value.current())
        mine = self._editor.kind == "artists"
        fresh = tuple(
            Availability(
                AvailabilityId(new_id()),
                artist=ArtistId(self._editor.id) if mine else None,
                venue=None if mine else VenueId(self._editor.id),
                value=value,
                date=day.date,
                starts=day.start,
                ends=day.end,
                reason=self.reason.text().strip(),
            )
            for day in days
        )
        sentence = self._editor.perform(Add(fresh), self._editor.step(desk.wording.text(LABEL)))
        self._say(sentence)
        if not sentence:
            for field in (self.dates, self.reason):
                field.setModified(False)
                field.show_value("")
            self._entry.hide()
            self.opener.show()

    def _lay_out_entry(self) -> None:
        column = QVBoxLayout(self._entry)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.dates, 3)
        row.addWidget(self.value, 2)
        row.addWidget(self.reason, 2)
        row.addWidget(self.adder)
        column.addLayout(row)
        self._sentence.hide()
        column.addWidget(self._sentence)
        self._entry.hide()
        self.add(self._entry)

    def _open(self) -> None:
        self._entry.show()
        self.opener.hide()
        self.dates.setFocus()

    def _show_record(self, record: object) -> None:
        groups = tuple(dated_groups(self.statements())) if record is not None else ()
        if groups == self._shown:
            return
        self._shown = groups
        clear_layout(self._lines)
        for group in groups:
            line = _GroupLine(self._editor, group)
            line.removal.connect(self._remove)
            self._lines.addWidget(line)
            self._lines.addWidget(horizontal_line())
        self.set_count(len(groups) or None)

    def _remove(self, ids: tuple[str, ...]) -> None:
        edit = Several(tuple(Remove("availabilities", one) for one in ids))
        self._editor.desk.perform(edit, self._editor.step(self._editor.desk.wording.text(LABEL)))

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.dates.show_wrong(sentence)
