"""The form of a programme: what it is, its rounds, who plays, what it needs, its credits and texts."""

from __future__ import annotations

from typing import Any

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


class ProgrammeForm(PicturedForm):
    """Everything about one programme, without a click."""

    def __init__(self, editor: RecordEditor, more: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        desk = editor.desk
        self.title = BoundField(editor, FieldSpec("title", message("Title"), size="title", hint=message("Title")))
        self.subtitle = BoundField(editor, FieldSpec("subtitle", message("Subtitle"), hint=message("Subtitle")))
        self._more = more
        self.short_title = ShortTitleLine(editor)
        self.duration = DurationLine(editor)
        self.facts = BoundForm(editor, ())
        self._fill_facts()
        self.photo = PhotoField(editor)
        self.rounds = RoundsTable(desk)
        self.refusal = Text(desk.look, "", "small", "block", wraps=True)
        self.refusal.hide()
        self.rounds.delegate.refused.connect(self._say_refusal)
        self.many = Button(desk.look, "", "link")
        self.many.clicked.connect(self._open_dates)
        self.dates = DatesPanel(desk)
        self.dates.hide()
        self.dates.closed.connect(self._close_dates)
        self.lineup = PeopleChips(desk, self._write_lineup)
        self.needs = BoundForm(editor, _NEEDS)
        self.credits = CreditsField(editor)
        self.texts = TextsPart(editor)
        self.free = FreeSection(editor)
        self.notes = NotesSection(editor)
        self._sections = {
            "rounds": Section(desk, message("Rounds"), lined=False),
            "lineup": Section(desk, message("Line-up in billing order")),
            "needs": Section(desk, message("What it needs")),
            "credits": Section(desk, message("Credits")),
            "texts": Section(desk, message("Texts for print")),
        }
        self._lay_out()
        editor.shown.connect(self._show_record)
        self.retranslate()

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

    def _fill_facts(self) -> None:
        wording = self._editor.desk.wording
        self.facts.add_row(wording.text("Short title"), self.short_title, key="short_title")
        self.facts.add_row(wording.text("Duration"), self.duration, key="duration")
        for spec in _FACTS:
            self.facts.add_field(spec)
        self.facts.add_pair("marks", _MARKS)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 24, 32)
        column.setSpacing(6)
        top = self.top = QHBoxLayout()
        top.setSpacing(16)
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
        top.addLayout(left, 1)
        top.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addSpacing(12)
        parts: dict[str, tuple[QWidget, ...]] = {
            "rounds": (self.rounds, self.refusal, self.many, self.dates),
            "lineup": (self.lineup,),
            "needs": (self.needs,),
            "credits": (self.credits,),
            "texts": (self.texts,),
        }
        rest = QVBoxLayout()
        rest.setContentsMargins(6, 0, 0, 0)
        rest.setSpacing(18)
        for key, widgets in parts.items():
            for widget in widgets:
                self._sections[key].add(widget)
            rest.addWidget(self._sections[key])
            if key == "lineup":
                rest.addWidget(self.free)
        rest.addWidget(self.notes)
        column.addLayout(rest)
        column.addStretch(1)

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
