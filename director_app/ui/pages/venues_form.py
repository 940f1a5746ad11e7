"""The form of a venue: where it is, how one gets in, when it opens, what it holds, and where one goes in rain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Change, Edit, Several
from director_app.domain.facts import FallbackState, Setting
from director_app.domain.ids import VenueId
from director_app.domain.places import Venue
from director_app.operations.open_plan import StepName
from director_app.ui import words
from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.bound_form import BoundForm, Section
from director_app.ui.forms.exceptions_part import ExceptionsSection
from director_app.ui.forms.field_forms import COUNT, DECIMAL, FieldForm
from director_app.ui.forms.form_parts import FormInTurns, Retranslated
from director_app.ui.forms.free_strip import FreeSection
from director_app.ui.forms.name_field import ReferenceField, joined
from director_app.ui.forms.notes import NotesSection
from director_app.ui.forms.photo_field import EMPTY_SKETCH, PhotoField
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.forms.use_strip import UseStrip, use_of
from director_app.ui.forms.week_hours import CLOSURES, HOURS
from director_app.ui.messages import way_back
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.segments import Segments
from director_app.ui.widgets.tags import StateTag
from director_app.ui.widgets.text import Text
from director_app.wording import message


def _setting_choices(editor: RecordEditor) -> list[tuple[str, str]]:
    wording = editor.desk.wording
    return [("", wording.undecided()), *((str(one), wording.text(words.SETTING_WORDS[one])) for one in Setting)]


SETTING = FieldForm(lambda value, _wording: str(value or ""), lambda text, _reading: Setting(text) if text else None)
FALLBACK_ICONS = {FallbackState.NONE: "minus", FallbackState.ASKED: "hourglass", FallbackState.SECURED: "check"}

_NAME = FieldSpec("name", message("Name as printed"), size="title", hint=message("Name"))
_NAME_EN = FieldSpec("name_en", message("Name in English"), hint=message("English name"))
_WHERE = (
    FieldSpec("kind", message("Kind"), hint=message("canteen, park, hall …")),
    FieldSpec("address", message("Address")),
    FieldSpec("address_en", message("Address in English"), hint=message("without it English pages use the Korean")),
    FieldSpec("directions", message("Directions"), hint=message("one line for print")),
    FieldSpec("setting", message("Setting"), SETTING, choices=_setting_choices, width=150),
)
_ACCESS = (
    FieldSpec("access.gate", message("Gate")),
    FieldSpec("access.pass_days", message("Gate pass"), COUNT, message("days before"), width=78),
    FieldSpec("access.vehicle_number", message("Vehicle"), hint=message("number plate must be reported"), ticks=True),
    FieldSpec("access.safety_shoes", message("Shoes"), hint=message("safety shoes needed"), ticks=True),
    FieldSpec("access.photography", message("Photography")),
    FieldSpec("access.parking", message("Parking")),
    FieldSpec("access.meeting_point", message("Meeting point")),
)
_OPEN = (
    FieldSpec("opening_hours", message("Opening week"), HOURS, lines=3, hint=message("Mon~Fri 10:30~19:30")),
    FieldSpec("closures", message("Closed"), CLOSURES, lines=2, hint=message("12/24~12/26 and the reason")),
    FieldSpec("quiet_hours", message("Quiet hours"), HOURS, lines=2, hint=message("every day 22:00~24:00")),
)
_HOURS = ("opening_hours", "opening_text", "opening_text_en", "closures", "quiet_hours")
HOURS_GIVEN = message("Hours of “{name}” given to {n} more places")
_HOLDS = (
    FieldSpec("seats", message("Seats"), COUNT, message("people"), width=78),
    FieldSpec("standing", message("Standing"), COUNT, message("people"), width=78),
    FieldSpec("floor_area", message("Floor"), DECIMAL, message("m²"), width=78),
    FieldSpec("power_kw", message("Power"), DECIMAL, message("kW"), width=78),
    FieldSpec("zone", message("Noise zone"), hint=message("residential, industrial …")),
)
_CONTACT = (
    FieldSpec("contacts[0].name", message("Contact"), hint=message("name")),
    FieldSpec("contacts[0].phone", message("Phone")),
)


class FallbackLine(QWidget):
    """Where one goes in rain or heat, and whether that place is ours."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        look = editor.desk.look
        self.place = ReferenceField(editor.desk, "venues", self._write_place)
        self.state = Segments(look, "")
        self.state.chosen.connect(self._write_state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        row.addWidget(self.state)
        self.setFocusProxy(self.place)
        editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self.place.setAccessibleName(wording.text("Fallback place"))
        self.state.setAccessibleName(wording.text("Is the fallback place secured?"))
        choices = [(str(one), wording.text(words.FALLBACK_STATE_WORDS[one])) for one in FallbackState]
        self.state.set_choices(choices, [FALLBACK_ICONS[one] for one in FallbackState])
        self._show_record(self._editor.record)

    def _show_record(self, record: Venue | None) -> None:
        if record is not None:
            self.place.show_reference(record.fallback)
            self.state.choose(record.fallback_state)
            self.state.setEnabled(record.fallback is not None)

    def _write_place(self, identity: str | None, first: Edit | None) -> str:
        values: dict[str, Any] = {"fallback": VenueId(identity) if identity else None}
        if identity is None:
            values["fallback_state"] = FallbackState.NONE
        edit = joined(first, Change("venues", self._editor.id, values))
        return self._editor.perform(edit, self._editor.step(self._editor.desk.wording.text("fallback place")))

    def _write_state(self, state: str) -> None:
        label = self._editor.desk.wording.text("fallback place")
        sentence = self._editor.change("fallback_state", FallbackState(state), label)
        if sentence:
            self._editor.desk.say(sentence, level="warning")


class VenueForm(FormInTurns):
    """Everything about one venue, without a click."""

    def __init__(self, editor: RecordEditor, more: Button, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._more = more
        self._others: tuple[str, ...] = ()
        self.top = QHBoxLayout()
        self.top.setSpacing(16)

    @property
    def first(self) -> BoundField:
        """The name."""
        return self.name

    def making(self) -> Iterator[None]:
        """Names and address beside the pictures, its use, how to get in, when, and what it holds."""
        editor, desk = self._editor, self._editor.desk
        self._sections: dict[str, Section] = {}
        self.where = BoundForm(editor, ())
        self._rest = self._lay_out()
        yield
        self.host = ReferenceField(desk, "organisations", self._write_host)
        self.area = ReferenceField(desk, "areas", self._write_area)
        self._fill_where()
        yield
        self.use = UseStrip(desk.look)
        self.use.week_wanted.connect(self._open_week)
        self._add_section("use", message("Use over twelve weeks"), self.use, lined=False)
        self.free = FreeSection(editor)
        self._rest.addWidget(self.free)
        yield
        self._access_hint = Text(desk.look, "", "small", "text2", wraps=True)
        self.access = BoundForm(editor, _ACCESS)
        self._add_section("access", message("How to get in"), self._access_hint, self.access)
        yield
        self.hours_to_many = Button(desk.look, "", "link")
        self.hours_to_many.clicked.connect(self._give_hours)
        self.open = BoundForm(editor, _OPEN)
        self._add_section("open", message("When it is open"), self.open)
        self._sections["open"].add_action(self.hours_to_many)
        yield
        self.holds = BoundForm(editor, _HOLDS)
        self._add_section("holds", message("What it holds"), self.holds)
        yield
        self.fallback = FallbackLine(editor)
        self._add_section("fallback", message("In rain or heat"), self.fallback)
        self.contact = BoundForm(editor, _CONTACT)
        self._add_section("contact", message("Contact (not in print)"), self.contact)
        yield
        self.exceptions = ExceptionsSection(editor)
        self.notes = NotesSection(editor)
        self._rest.addWidget(self.exceptions)
        self._rest.addWidget(self.notes)
        yield

    def made(self) -> None:
        """Follow the record shown from now on."""
        self._editor.shown.connect(self._show_record)
        self.retranslate()

    def _add_section(self, key: str, title: str, *widgets: QWidget, lined: bool = True) -> None:
        self._sections[key] = section = Section(self._editor.desk, title, lined=lined)
        for widget in widgets:
            section.add(widget)
        self._rest.addWidget(section)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self._invented.show_state(wording.text("example"), "text2")
        self.where.set_label("host", wording.text("Host company"))
        self.where.set_label("area", wording.text("Area"))
        self._access_hint.setText(wording.text("A missed gate pass cancels a visit."))
        self.use.setAccessibleName(wording.text("Use over twelve weeks"))
        for field in (self.name, self.name_en):
            field.input.setAccessibleName(field.label)
            field.retranslate()
        for part in self._parts():
            part.retranslate()
        self.offer_hours(self._others)
        self._show_record(self._editor.record)

    def offer_hours(self, selected: Sequence[str]) -> None:
        """Offer to give the hours of the venue shown to the others that are selected in the list."""
        self._others = tuple(one for one in selected if one != self._editor.id)
        if not self.is_whole:
            return  # offered when it is
        count = len(self._others)
        self.hours_to_many.setVisible(bool(count) and not self._editor.desk.is_read_only)
        wording = self._editor.desk.wording
        self.hours_to_many.setText(
            wording.plural("Same hours for the other one", "Same hours for the other {n}", max(1, count))
        )

    def _give_hours(self) -> None:
        """Opening week, closures and quiet hours of the venue shown go to the others, as one step."""
        desk, record = self._editor.desk, self._editor.record
        values = {field: getattr(record, field) for field in _HOURS}
        edits = tuple(Change("venues", one, values) for one in self._others)
        names = {"name": record.name, "n": len(edits)}
        if desk.perform(Several(edits), StepName(HOURS_GIVEN, names)) is not None:
            undo = way_back(desk.wording, desk.undo)
            desk.say(desk.wording.text(HOURS_GIVEN, **names), (undo,))

    def _parts(self) -> tuple[Retranslated, ...]:
        forms = (
            self.where,
            self.photo,
            self.sketch,
            self.access,
            self.open,
            self.holds,
            self.contact,
            self.exceptions,
            self.fallback,
            self.free,
            self.notes,
        )
        return (*forms, *self._sections.values())

    def _fill_where(self) -> None:
        wording = self._editor.desk.wording
        self.where.add_row(wording.text("Host company"), self.host, key="host")
        self.where.add_row(wording.text("Area"), self.area, key="area")
        for spec in _WHERE:
            self.where.add_field(spec)

    def _lay_out(self) -> QVBoxLayout:
        """The names and pictures; returns where the sections go."""
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 24, 32)
        column.setSpacing(12)
        column.addLayout(self.top)
        self._fill_top()
        rest = QVBoxLayout()
        rest.setContentsMargins(6, 0, 0, 0)
        rest.setSpacing(18)
        column.addLayout(rest)
        column.addStretch(1)
        return rest

    def _fill_top(self) -> None:
        editor = self._editor
        self.name = BoundField(
            editor, FieldSpec("name", message("Name as printed"), size="title", hint=message("Name"))
        )
        self.name_en = BoundField(
            editor, FieldSpec("name_en", message("Name in English"), hint=message("English name"))
        )
        self._invented = StateTag(editor.desk.look)
        self.photo = PhotoField(editor, focus_field="")
        self.sketch = PhotoField(editor, field="sketch", focus_field="", empty=EMPTY_SKETCH)
        left = QVBoxLayout()
        left.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.name, 1)
        head.addWidget(self._invented)
        head.addWidget(self._more)
        left.addLayout(head)
        left.addWidget(self.name_en)
        left.addSpacing(10)
        inner = QHBoxLayout()
        inner.setContentsMargins(6, 0, 0, 0)
        inner.addWidget(self.where)
        left.addLayout(inner)
        left.addStretch(1)
        self.top.addLayout(left, 1)
        pictures = QVBoxLayout()
        pictures.setSpacing(8)
        pictures.addWidget(self.photo)
        pictures.addWidget(self.sketch)
        pictures.addStretch(1)
        self.top.addLayout(pictures)

    def _show_record(self, record: Venue | None) -> None:
        if record is None:
            return
        desk = self._editor.desk
        self._invented.setVisible(record.is_invented)
        self.host.show_reference(record.host)
        self.area.show_reference(record.area)
        self.use.show_weeks(use_of(desk.plan, record.id, desk.today()))

    def _write_host(self, identity: str | None, first: Edit | None) -> str:
        return self._write_reference("host", identity, first, message("company"))

    def _write_area(self, identity: str | None, first: Edit | None) -> str:
        return self._write_reference("area", identity, first, message("area"))

    def _write_reference(self, field: str, identity: str | None, first: Edit | None, label: str) -> str:
        edit = joined(first, Change("venues", self._editor.id, {field: identity}))
        return self._editor.perform(edit, self._editor.step(self._editor.desk.wording.text(label)))

    def _open_week(self, monday: object) -> None:
        self._editor.desk.go_to("schedule", monday)
