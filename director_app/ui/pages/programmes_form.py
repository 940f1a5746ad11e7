"""The form of a programme: what it is, its rounds, who plays, what it needs, its credits and texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Change, Edit
from director_app.domain.facts import Act, Setting
from director_app.domain.ids import ArtistId
from director_app.domain.programme import Programme
from director_app.ui import words
from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.bound_form import BoundForm, Section
from director_app.ui.forms.credits_field import CreditsField
from director_app.ui.forms.dates_panel import DatesPanel
from director_app.ui.forms.field_forms import DECIMAL, FieldForm
from director_app.ui.forms.form_parts import PicturedForm, Retranslated
from director_app.ui.forms.free_strip import FreeSection
from director_app.ui.forms.name_field import joined
from director_app.ui.forms.notes import NotesSection
from director_app.ui.forms.people_chips import PeopleChips, person_of
from director_app.ui.forms.photo_field import PhotoField
from director_app.ui.forms.planning_lists import EQUIPMENT
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.forms.rounds_table import RoundsTable
from director_app.ui.pages.programmes_parts import DurationLine, ShortTitleLine
from director_app.ui.pages.programmes_texts import TextsPart
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import Text
from director_app.wording import message


def _initiative_choices(editor: RecordEditor) -> list[tuple[str, str]]:
    found = sorted(editor.desk.plan.initiatives.values(), key=lambda one: (one.position, one.name))
    english = editor.desk.wording.language == "en"
    named = [(str(one.id), (one.name_en if english else "") or one.name) for one in found]
    return [("", editor.desk.wording.undecided()), *named]


def _setting_choices(editor: RecordEditor) -> list[tuple[str, str]]:
    wording = editor.desk.wording
    return [("", wording.undecided()), *((str(one), wording.text(words.SETTING_WORDS[one])) for one in Setting)]


def _yes_no_choices(editor: RecordEditor) -> list[tuple[str, str]]:
    wording = editor.desk.wording
    return [("None", wording.undecided()), ("True", wording.text("free")), ("False", wording.text("paid"))]


REFERENCE = FieldForm(lambda value, _wording: str(value or ""), lambda text, _reading: text or None)
SETTING = FieldForm(lambda value, _wording: str(value or ""), lambda text, _reading: Setting(text) if text else None)
IS_FREE = FieldForm(lambda value, _wording: str(value), lambda text, _reading: {"True": True, "False": False}.get(text))

_FACTS = (
    FieldSpec("kind", message("Kind"), hint=message("concert, exhibition, workshop …")),
    FieldSpec("initiative", message("Initiative"), REFERENCE, choices=_initiative_choices, width=260),
    FieldSpec("audience", message("For whom"), hint=message("everybody")),
    FieldSpec("is_free", message("Admission"), IS_FREE, choices=_yes_no_choices, width=120),
    FieldSpec("admission", message("Price"), hint=message("3,000 won, half price for workers")),
    FieldSpec("booking", message("Booking"), hint=message("how and until when")),
)
_MARKS = (
    FieldSpec("is_featured", message("In print"), hint=message("featured with its photo"), ticks=True),
    FieldSpec("is_exhibition", message("Exhibition"), hint=message("an exhibition"), ticks=True),
)
_NEEDS = (
    FieldSpec("needs.power_kw", message("Power"), DECIMAL, message("kW"), width=78),
    FieldSpec("needs.setting", message("Setting"), SETTING, choices=_setting_choices, width=150),
    FieldSpec("needs.floor_area", message("Floor"), DECIMAL, message("m²"), width=78),
    FieldSpec("needs.darkness", message("Darkness"), hint=message("only seen after dusk"), ticks=True),
    FieldSpec("needs.loud", message("Loud"), hint=message("heard in the places around"), ticks=True),
    FieldSpec("needs.quiet", message("Needs quiet"), hint=message("spoilt by what is heard"), ticks=True),
    FieldSpec(
        "needs.items",
        message("Of our own"),
        EQUIPMENT,
        lines=2,
        hint=message("counted against what is there: Microphone 4"),
    ),
    FieldSpec("needs.equipment", message("Equipment"), lines=2, hint=message("sound, lights, tables …")),
)


AT_ONCE: Final = 4
"""So many fields are made in a turn."""


class ProgrammeForm(PicturedForm):
    """Everything about one programme, without a click."""

    def __init__(self, editor: RecordEditor, more: Button, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._more = more
        self.top = QHBoxLayout()
        self.top.setSpacing(16)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 18, 24, 32)
        self._column.setSpacing(6)
        self._column.addLayout(self.top)
        self._column.addSpacing(12)

    @property
    def first(self) -> BoundField:
        """The title."""
        return self.title

    def making(self) -> Iterator[None]:
        """Names and facts beside the photo, then a section for each of the other things."""
        editor, desk = self._editor, self._editor.desk
        self._rest = QVBoxLayout()
        self._rest.setContentsMargins(6, 0, 0, 0)
        self._rest.setSpacing(18)
        self._column.addLayout(self._rest)
        self._column.addStretch(1)
        self._sections: dict[str, Section] = {}
        self.title = BoundField(editor, FieldSpec("title", message("Title"), size="title", hint=message("Title")))
        self.subtitle = BoundField(editor, FieldSpec("subtitle", message("Subtitle"), hint=message("Subtitle")))
        self.photo = PhotoField(editor)
        self.facts = BoundForm(editor, ())
        self._lay_out_top()
        yield
        self.short_title = ShortTitleLine(editor)
        self.duration = DurationLine(editor)
        yield from self._fill_facts()
        self._make_rounds()
        yield
        self.lineup = PeopleChips(desk, self._write_lineup)
        self._add_section("lineup", message("Line-up in billing order"), self.lineup)
        self.free = FreeSection(editor)
        self._rest.addWidget(self.free)
        yield
        self.needs = BoundForm(editor, ())
        self._add_section("needs", message("What it needs"), self.needs)
        for place, spec in enumerate(_NEEDS):
            self.needs.add_field(spec)
            if place % AT_ONCE == AT_ONCE - 1:
                yield
        self.credits = CreditsField(editor)
        self._add_section("credits", message("Credits"), self.credits)
        yield
        self.texts = TextsPart(editor)
        self._add_section("texts", message("Texts for print"), self.texts)
        self.notes = NotesSection(editor)
        self._rest.addWidget(self.notes)
        yield

    def made(self) -> None:
        """Follow the record shown from now on."""
        self.rounds.rounds.show_plan(self._editor.desk.plan)
        self._editor.shown.connect(self._show_record)
        self.retranslate()

    def _make_rounds(self) -> None:
        desk = self._editor.desk
        self.rounds = RoundsTable(desk)
        self.refusal = Text(desk.look, "", "small", "block", wraps=True)
        self.refusal.hide()
        self.rounds.delegate.refused.connect(self._say_refusal)
        self.many = Button(desk.look, "", "link")
        self.many.clicked.connect(self._open_dates)
        self._add_section("rounds", message("Rounds"), self.rounds, self.refusal, self.many, lined=False)
        self.dates = DatesPanel(desk)
        self.dates.hide()
        self.dates.closed.connect(self._close_dates)
        self._sections["rounds"].add(self.dates)

    def _add_section(self, key: str, title: str, *widgets: QWidget, lined: bool = True) -> None:
        self._sections[key] = section = Section(self._editor.desk, title, lined=lined)
        for widget in widgets:
            section.add(widget)
        self._rest.addWidget(section)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self.many.setText(wording.text("Add many dates…"))
        for field in (self.title, self.subtitle):
            field.input.setAccessibleName(field.label)
            field.retranslate()
        self.facts.set_label("short_title", wording.text("Short title"))
        self.facts.set_label("duration", wording.text("Duration"))
        for part in self._parts():
            part.retranslate()
        self._show_record(self._editor.record)

    def picture(self) -> PhotoField:
        """A photo may be dropped anywhere on the form."""
        return self.photo

    def _parts(self) -> tuple[Retranslated, ...]:
        return (
            self.short_title,
            self.duration,
            self.facts,
            self.photo,
            self.rounds,
            self.dates,
            self.lineup,
            self.free,
            self.needs,
            self.credits,
            self.texts,
            self.notes,
            *self._sections.values(),
        )

    def _fill_facts(self) -> Iterator[None]:
        wording = self._editor.desk.wording
        self.facts.add_row(wording.text("Short title"), self.short_title, key="short_title")
        self.facts.add_row(wording.text("Duration"), self.duration, key="duration")
        yield
        for spec in _FACTS:
            self.facts.add_field(spec)
        self.facts.add_pair("marks", _MARKS)
        yield

    def _lay_out_top(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._more)
        left.addLayout(head)
        left.addWidget(self.subtitle)
        left.addSpacing(10)
        inner = QHBoxLayout()
        inner.setContentsMargins(6, 0, 0, 0)
        inner.addWidget(self.facts)
        left.addLayout(inner)
        left.addStretch(1)
        self.top.addLayout(left, 1)
        self.top.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)

    def _show_record(self, record: Programme | None) -> None:
        if record is None:
            return
        self.rounds.show_programme(record.id)
        self._sections["rounds"].set_count(self.rounds.rounds.rowCount() or None)
        self.lineup.show_people([person_of(self._editor.desk, act.artist) for act in record.lineup])
        self._sections["lineup"].set_count(len(record.lineup) or None)

    def _write_lineup(self, ids: tuple[str, ...], first: Edit | None) -> str:
        record = self._editor.record
        roles = {act.artist: act for act in record.lineup}
        lineup = tuple(roles.get(ArtistId(one), Act(ArtistId(one))) for one in ids)
        edit: Any = Change("programmes", self._editor.id, {"lineup": lineup})
        return self._editor.perform(joined(first, edit), self._editor.step(self._editor.desk.wording.text("line-up")))

    def _open_dates(self) -> None:
        self.dates.show()
        self.dates.open_for(self._editor.id)
        self.many.hide()

    def _close_dates(self) -> None:
        self.dates.hide()
        self.many.show()

    def _say_refusal(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
