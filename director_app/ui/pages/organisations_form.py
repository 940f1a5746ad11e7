"""The form of a company or another body: what it is, whom to call, its sites and shifts, and where it appears."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.ids import ApplicationId, DeliveryId, VenueId
from director_app.domain.people import Organisation, OrganisationKind
from director_app.domain.published import date_order
from director_app.operations.sentences import delivery_title
from director_app.ui import words
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.bound_form import BoundForm, Section
from director_app.ui.forms.contacts_part import ContactsPart
from director_app.ui.forms.field_forms import FieldForm
from director_app.ui.forms.form_parts import PicturedForm, Retranslated
from director_app.ui.forms.notes import NotesSection
from director_app.ui.forms.photo_field import PhotoField
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.forms.sites_part import SitesPart
from director_app.ui.pages.applications_words import STATE_WORDS
from director_app.ui.pages.organisations_list import KIND_WORDS
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.tags import StateTag
from director_app.ui.widgets.text import Text
from director_app.wording import message

MOST_LINKS: Final = 12
EMPTY_LOGO: Final = message("Drop a logo here")


def _kind_choices(editor: RecordEditor) -> list[tuple[str, str]]:
    return [(str(kind), editor.desk.wording.text(text)) for kind, text in KIND_WORDS.items()]


KIND: Final = FieldForm(lambda value, _wording: str(value), lambda text, _reading: OrganisationKind(text))
_FACTS: Final = (
    FieldSpec("kind", message("Type"), KIND, choices=_kind_choices, width=170),
    FieldSpec("web_address", message("Web address")),
    FieldSpec("note", message("Remark"), lines=2),
)


class WhereNamed(Section):
    """Places, applications and dates of the organisation shown, each a link."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        self._editor = editor
        super().__init__(editor.desk, message("Places, applications, dates"), parent)
        box = QWidget(self)
        self._rows = QVBoxLayout(box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self.add(box)
        self.links: dict[Button, tuple[str, Subject]] = {}
        self._shown: list[tuple[str, str, Subject]] = []
        editor.shown.connect(self._show_record)

    def _show_record(self, record: Organisation | None) -> None:
        if record is None:
            return
        found = self._found(record)
        if found == self._shown:
            return
        self._shown = found
        clear_layout(self._rows)
        self.links = {}
        for text, page, subject in found[:MOST_LINKS]:
            link = Button(self._editor.desk.look, text, "link")
            link.clicked.connect(self._open)
            self.links[link] = (page, subject)
            self._rows.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        if len(found) > MOST_LINKS:
            more = self._editor.desk.wording.text("and {n} more", n=len(found) - MOST_LINKS)
            self._rows.addWidget(Text(self._editor.desk.look, more, "small", "text2"))
        if not found:
            quiet = self._editor.desk.wording.text("Nothing in the plan names it yet.")
            self._rows.addWidget(Text(self._editor.desk.look, quiet, "small", "text3"))
        self.set_count(len(found) or None)

    def _found(self, record: Organisation) -> list[tuple[str, str, Subject]]:
        desk: Desk = self._editor.desk
        plan, wording = desk.plan, desk.wording
        found: list[tuple[str, str, Subject]] = []
        for one in sorted(plan.users_of_kind("organisations", record.id, "venues")):
            venue = plan.venues[VenueId(one)]
            name = (venue.name_en if wording.language == "en" else "") or venue.name
            found.append((name or wording.undecided(), "venues", Subject("venues", one)))
        for one in sorted(plan.users_of_kind("organisations", record.id, "applications")):
            application = plan.applications[ApplicationId(one)]
            state = wording.text(STATE_WORDS[application.state])
            number = application.number or str(application.received_order or "")
            text = wording.text("Application {number}: {state}", number=number, state=state)
            found.append((text, "venues", Subject("applications", one)))
        names = plan.users_of_kind("organisations", record.id, "deliveries")
        for delivery in sorted((plan.deliveries[DeliveryId(one)] for one in names), key=date_order):
            if delivery.organisation == record.id:
                title = delivery_title(wording, plan, delivery.id)
                text = f"{words.day_text(wording, delivery)} {title}"
                found.append((text, "schedule", Subject("deliveries", delivery.id)))
        return found

    def _open(self) -> None:
        link = self.sender()
        if isinstance(link, Button):
            page, subject = self.links[link]
            self._editor.desk.select((subject,))
            self._editor.desk.go_to(page, subject)


class OrganisationForm(PicturedForm):
    """Everything about one company or body, without a click."""

    def __init__(self, editor: RecordEditor, more: Button, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
        self._more = more
        self.top = QHBoxLayout()
        self.top.setSpacing(16)

    @property
    def first(self) -> BoundField:
        """The name."""
        return self.name

    def making(self) -> Iterator[None]:
        """Names and facts beside the logo, then people, sites and where it is named."""
        editor, desk = self._editor, self._editor.desk
        self.name = BoundField(editor, FieldSpec("name", message("Name"), size="title", hint=message("Name")))
        self.name_en = BoundField(
            editor, FieldSpec("name_en", message("Name in English"), hint=message("English name"))
        )
        self._invented = StateTag(desk.look)
        self.facts = BoundForm(editor, _FACTS)
        self.logo = PhotoField(editor, field="logo", focus_field="", empty=EMPTY_LOGO)
        rest = self._lay_out()
        yield
        self.contacts = ContactsPart(editor)
        self.sites = SitesPart(editor)
        self._sections = (
            Section(desk, message("People to call")),
            Section(desk, message("Sites and shifts")),
        )
        for section, part in zip(self._sections, (self.contacts, self.sites), strict=True):
            section.add(part)
            rest.addWidget(section)
        yield
        self.named = WhereNamed(editor)
        self.notes = NotesSection(editor)
        rest.addWidget(self.named)
        rest.addWidget(self.notes)
        yield

    def made(self) -> None:
        """Follow the record shown from now on."""
        self._editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._invented.show_state(self._editor.desk.wording.text("example"), "text2")
        for field in (self.name, self.name_en):
            field.input.setAccessibleName(field.label)
            field.retranslate()
        parts: tuple[Retranslated, ...] = (
            self.facts, self.logo, self.contacts, self.sites, self.named, self.notes, *self._sections,
        )  # fmt: skip
        for part in parts:
            part.retranslate()
        self._show_record(self._editor.record)

    def picture(self) -> PhotoField:
        """A logo may be dropped anywhere on the form."""
        return self.logo

    def _lay_out(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.name, 1)
        head.addWidget(self._invented)
        head.addWidget(self._more)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self.name_en)
        left.addSpacing(10)
        inner = QHBoxLayout()
        inner.setContentsMargins(6, 0, 0, 0)
        inner.addWidget(self.facts)
        left.addLayout(inner)
        left.addStretch(1)
        top = self.top
        top.addLayout(left, 1)
        top.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignTop)
        rest = QVBoxLayout()
        rest.setContentsMargins(6, 0, 0, 0)
        rest.setSpacing(18)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 24, 32)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(rest)
        column.addStretch(1)
        return rest

    def _show_record(self, record: Organisation | None) -> None:
        if record is not None:
            self._invented.setVisible(record.is_invented)
