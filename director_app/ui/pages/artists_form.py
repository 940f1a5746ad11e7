"""The form of an artist: who it is, how to reach her, where she appears and when she can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Change, Edit
from director_app.domain.facts import TravelMode
from director_app.domain.ids import ArtistId
from director_app.domain.people import Artist, ArtistKind
from director_app.operations.between_sentences import TRAVEL_WORDS
from director_app.ui.forms.appearances_part import AppearancesSection
from director_app.ui.forms.availability_part import AvailabilityPart
from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.bound_form import BoundForm
from director_app.ui.forms.field_forms import COUNT, DATE, LISTED, FieldForm
from director_app.ui.forms.form_parts import FormInTurns, Retranslated
from director_app.ui.forms.free_strip import FreeSection
from director_app.ui.forms.name_field import joined
from director_app.ui.forms.named_choices import word_choices
from director_app.ui.forms.notes import NotesSection
from director_app.ui.forms.people_chips import PeopleChips, person_of
from director_app.ui.forms.photo_field import PhotoField
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.frame.fact_forms import choice_of
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.tags import StateTag
from director_app.ui.widgets.text import Text
from director_app.wording import message

TWO_COLUMNS_FROM = 900
LEFT_WIDTH = 464
GAP = 40


def _kind_choices(editor: RecordEditor) -> list[tuple[str, str]]:
    wording = editor.desk.wording
    return [(ArtistKind.GROUP.value, wording.text("group")), (ArtistKind.PERSON.value, wording.text("person"))]


def _travel_choices(editor: RecordEditor) -> list[tuple[str, str]]:
    return [("", editor.desk.wording.text("the quickest way")), *word_choices(TRAVEL_WORDS)(editor)]


KIND = FieldForm(lambda value, _wording: str(value), lambda text, _reading: ArtistKind(text))

_ROMANISED = FieldSpec("romanised", message("Romanised"), hint=message("Romanised name"))
_SORT_NAME = FieldSpec("sort_name", message("Sort name"), hint=message("name to sort by"))
_FACTS = (FieldSpec("genre", message("Genre")),)
_REGION = (
    FieldSpec("region", message("Region")),
    FieldSpec("is_local", message("Local"), hint=message("artist of the region"), ticks=True),
)
_TYPE = (
    FieldSpec("kind", message("Type"), KIND, choices=_kind_choices, width=110),
    FieldSpec("head_count", message("People"), COUNT, message("persons"), width=78),
)
_TERMS = (
    FieldSpec("travels_by", message("Gets around"), choice_of(TravelMode), choices=_travel_choices, width=150),
    FieldSpec("biography", message("About"), lines=4, hint=message("a few sentences for print")),
    FieldSpec("fee", message("Usual fee"), COUNT, message("won"), width=110),
    FieldSpec("needs", message("Needs")),
    FieldSpec("links", message("Links"), LISTED, hint=message("addresses, with commas between")),
)
_PRIVATE = (
    FieldSpec("contacts[0].name", message("Contact"), hint=message("name")),
    FieldSpec("contacts[0].phone", message("Phone")),
    FieldSpec("contacts[0].email", message("E-mail")),
    FieldSpec("consent_date", message("Consent on"), DATE),
    FieldSpec("keep_until", message("Keep until"), DATE),
)


class PrivateBlock(QFrame):
    """How to reach the artist, with the lock and the promise that it stays here."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        look = editor.desk.look
        self.setProperty("kind", "locked")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._lock = Text(look)
        self._words = Text(look, "", "small", "text2")
        row.addWidget(self._lock)
        row.addWidget(self._words, 1)
        column.addLayout(row)
        self.fields = BoundForm(editor, _PRIVATE, label_width=78)
        column.addWidget(self.fields)
        editor.desk.theme_changed.connect(self._draw_lock)
        self._draw_lock()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._words.setText(self._editor.desk.wording.text("Not in print, not in public calendars"))
        self.fields.retranslate()

    def _draw_lock(self, _theme: object = None) -> None:
        self._lock.setPixmap(self._editor.desk.look.pixmap("lock", "text2", 14))


class ArtistForm(FormInTurns):
    """Everything about one artist."""

    def __init__(self, editor: RecordEditor, more: Button, merge: Button, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._more, self._merge = more, merge
        self._left = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(18, 18, 24, 32)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self._left, 10)
        self._columns.addStretch(0)
        self._widest = -1

    @property
    def first(self) -> BoundField:
        """The name."""
        return self.name

    def making(self) -> Iterator[None]:
        """The names and facts, how to reach her, what is known of her dates, and when she can."""
        editor, desk = self._editor, self._editor.desk
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(6)
        self.name = BoundField(editor, FieldSpec("name", message("Name"), size="title", hint=message("Name")))
        self._invented = StateTag(desk.look)
        self.romanised = BoundField(
            editor, FieldSpec("romanised", message("Romanised"), hint=message("Romanised name"))
        )
        self.sort_name = BoundField(
            editor, FieldSpec("sort_name", message("Sort name"), hint=message("name to sort by"))
        )
        self._lay_out_names(left)
        inner = QVBoxLayout()
        inner.setContentsMargins(6, 0, 0, 0)
        inner.setSpacing(4)
        left.addLayout(inner)
        self.facts = BoundForm(editor, _FACTS)
        self.region = self.facts.add_pair("region", _REGION)
        self.type = self.facts.add_pair("type", _TYPE)
        self.members = PeopleChips(desk, self._write_members)
        self._add_members()
        inner.addWidget(self.facts)
        yield
        self.terms = BoundForm(editor, _TERMS)
        inner.addWidget(self.terms)
        yield
        self.private = PrivateBlock(editor)
        inner.addSpacing(8)
        inner.addWidget(self.private)
        yield
        self.availability = AvailabilityPart(editor)
        self._columns.insertWidget(1, self.availability, 11)
        self._bound_width()
        yield
        self.appearances = AppearancesSection(editor)
        self.free = FreeSection(editor)
        self.notes = NotesSection(editor)
        self.photo = PhotoField(editor, focus_field="")
        for part in (self.appearances, self.free, self.notes, self.photo):
            inner.addSpacing(16)
            inner.addWidget(part)
        inner.addStretch(1)
        yield

    def made(self) -> None:
        """Follow the record shown from now on."""
        self._editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self._invented.show_state(wording.text("example"), "text2")
        self.facts.set_label("members", wording.text("Members"))
        for field in (self.name, self.romanised, self.sort_name):
            field.input.setAccessibleName(field.label)
            field.retranslate()
        for part in self._parts():
            part.retranslate()
        self._show_record(self._editor.record)

    def fit(self, width: int) -> None:
        """Two columns where there is room for them; `width` is what the form may use."""
        wide = width >= TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
        self._left.setMaximumWidth(LEFT_WIDTH + 24 if wide else 760)
        self._widest = 620 if wide else 760
        self._bound_width()

    def _bound_width(self) -> None:
        part = self.findChild(AvailabilityPart)
        if part is not None and self._widest > 0:
            part.setMaximumWidth(self._widest)

    def _parts(self) -> tuple[Retranslated, ...]:
        return (
            self.photo,
            self.facts,
            self.members,
            self.terms,
            self.private,
            self.appearances,
            self.free,
            self.notes,
            self.availability,
        )

    def _add_members(self) -> None:
        label = self.facts.add_row(self._editor.desk.wording.text("Members"), self.members, key="members")
        label.setContentsMargins(0, 8, 0, 0)
        layout = self.facts.layout()
        if layout is not None:
            layout.setAlignment(label, Qt.AlignmentFlag.AlignTop)

    def _lay_out_names(self, left: QVBoxLayout) -> None:
        left.addLayout(self._head())
        names = QHBoxLayout()
        names.setSpacing(4)
        names.addWidget(self.romanised, 1)
        names.addWidget(self.sort_name, 1)
        left.addLayout(names)
        left.addSpacing(6)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.name, 1)
        for widget in (self._invented, self._merge, self._more):
            head.addWidget(widget)
        return head

    def _show_record(self, record: Artist | None) -> None:
        if record is None:
            return
        desk = self._editor.desk
        self._invented.setVisible(record.is_invented)
        clashing = self._clashing_members(record)
        people = [person_of(desk, one, "block" if one in clashing else "") for one in record.members]
        self.members.show_people(people)
        words = desk.wording
        said = words.text("{m} of {n} members clash", n=len(record.members), m=len(clashing)) if clashing else ""
        self.members.remark(said)
        self.facts.field("head_count").setVisible(record.kind is ArtistKind.GROUP)

    def _clashing_members(self, record: Artist) -> frozenset[str]:
        found: set[str] = set()
        for problem in self._editor.desk.problems:
            named = {subject.id for subject in problem.subjects if subject.kind == "artists"}
            if problem.kind in ("member_twice", "artist_twice") and record.id in named:
                found.update(one for one in record.members if one in named)
        return frozenset(found)

    def _write_members(self, ids: tuple[str, ...], first: Edit | None) -> str:
        values: dict[str, Any] = {"members": tuple(ArtistId(one) for one in ids)}
        edit = joined(first, Change("artists", self._editor.id, values))
        return self._editor.perform(edit, self._editor.step(self._editor.desk.wording.text("members")))
