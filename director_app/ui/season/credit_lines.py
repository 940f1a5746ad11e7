"""Who stands behind the season: one line per body in the funders' order, with its role and its logo."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Add, Edit, Several
from director_app.domain.facts import Credit
from director_app.domain.ids import OrganisationId, new_id
from director_app.domain.people import Organisation, OrganisationKind
from director_app.operations.open_plan import StepName
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_form import Section
from director_app.ui.forms.credit_lines import DEFAULT_ROLE, read_credits
from director_app.ui.forms.name_field import NameField
from director_app.ui.forms.record_editor import RecordEditor, perform
from director_app.ui.season.logo_field import LogoField
from director_app.ui.season.own_editors import writing
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField
from director_app.wording import message

LABEL: Final = message("Credits")
USUAL_ROLES: Final = ("주최", "주관", "후원", "협찬", "협력", "운영")
"""Roles as Korean funders write them; any other wording may be typed."""
LOGO_SIZE: Final = (72, 28)


class CreditLine(QWidget):
    """One body: role, name, logo, and its place.

    Signals: ``edited(int, object)`` with the place and the fields that changed; ``moved(int, int)``; ``removed(int)``.
    """

    edited = Signal(int, object)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, desk: Desk, place: int) -> None:
        super().__init__()
        self.place = place
        self._desk = desk
        self._credit = Credit("", "")
        self.editor = RecordEditor(desk, "organisations", self)
        self.role = LineField(desk.look, quiet=True)
        self.role.setCompleter(QCompleter(list(USUAL_ROLES), self.role))
        self.role.setFixedWidth(84)
        self.name = NameField(desk, "organisations")
        self.logo = LogoField(self.editor, self._have_organisation, LOGO_SIZE)
        self.up = Button(desk.look, "", "glyph", "chevron-up", small=True, icon_size=14)
        self.down = Button(desk.look, "", "glyph", "chevron-down", small=True, icon_size=14)
        self.away = Button(desk.look, "", "glyph", "x", small=True, icon_size=12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        for widget in (self.role, self.name, self.logo, self.up, self.down, self.away):
            row.addWidget(widget, 1 if widget is self.name else 0)
        self.role.changed_to.connect(self._tell_role)
        self.role.paused_on.connect(self._tell_role)
        self.name.named.connect(self._tell_name)
        self.up.clicked.connect(self._tell_up)
        self.down.clicked.connect(self._tell_down)
        self.away.clicked.connect(self._tell_removal)

    def show_credit(self, credit: Credit, *, is_last: bool, may_change: bool) -> None:
        """Show one credit."""
        wording = self._desk.wording
        self._credit = credit
        self.role.show_value(credit.role)
        self.name.show_value(credit.name)
        self.editor.show(credit.organisation or "")
        self.role.setAccessibleName(wording.text("Role of {name}", name=credit.name))
        self.name.setAccessibleName(wording.text("Name"))
        self.logo.setAccessibleName(wording.text("Logo of {name}", name=credit.name))
        for button, words in (
            (self.up, wording.text("Move {name} up", name=credit.name)),
            (self.down, wording.text("Move {name} down", name=credit.name)),
            (self.away, wording.text("Remove {name}", name=credit.name)),
        ):
            button.name_only(words)
        self.up.setEnabled(may_change and self.place > 0)
        self.down.setEnabled(may_change and not is_last)
        self.away.setEnabled(may_change)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with the arrows moves the line."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() == Qt.Key.Key_Up and self.up.isEnabled():
            self._tell_up()
        elif alt and event.key() == Qt.Key.Key_Down and self.down.isEnabled():
            self._tell_down()
        else:
            super().keyPressEvent(event)

    def _have_organisation(self) -> bool:
        """A logo belongs to an organisation; a body named in words becomes one with its first logo."""
        if self.editor.record is None:
            added = Organisation(OrganisationId(new_id()), self._credit.name, kind=OrganisationKind.OTHER)
            self.edited.emit(self.place, {"organisation": added})
        return self.editor.record is not None

    def _tell_role(self, text: str) -> None:
        self.edited.emit(self.place, {"role": text.strip()})

    def _tell_name(self, text: str) -> None:
        self.edited.emit(self.place, {"name": text.strip()})

    def _tell_up(self) -> None:
        self.moved.emit(self.place, -1)

    def _tell_down(self) -> None:
        self.moved.emit(self.place, 1)

    def _tell_removal(self) -> None:
        self.removed.emit(self.place)


class CreditLines(Section):
    """The credits of the season."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, message("Hosts, organisers, sponsors"), parent)
        self._lines: list[CreditLine] = []
        holder = QWidget(self)
        self._box = QVBoxLayout(holder)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.add(holder)
        self.adder = NameField(desk, "organisations", quiet=False)
        self.adder.named.connect(self._add_named)
        self.add(self.adder)
        self.retranslate()

    def lines(self) -> list[CreditLine]:
        """The lines in their order."""
        return list(self._lines)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        if hasattr(self, "adder"):
            hint = self._desk.wording.text("Add a body, or “role: name, name”")
            self.adder.setPlaceholderText(hint)
            self.adder.setAccessibleName(hint)

    def refresh(self) -> None:
        """Show the credits as they are now."""
        credits_ = self._desk.plan.season.credits
        may_change = not self._desk.is_read_only
        while len(self._lines) > len(credits_):
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        while len(self._lines) < len(credits_):
            line = CreditLine(self._desk, len(self._lines))
            line.edited.connect(self._edit)
            line.moved.connect(self._move)
            line.removed.connect(self._remove)
            self._lines.append(line)
            self._box.addWidget(line)
        for line, credit in zip(self._lines, credits_, strict=True):
            line.show_credit(credit, is_last=line.place == len(credits_) - 1, may_change=may_change)
        self.adder.setVisible(may_change)
        self.set_count(len(credits_) or None)
        if self._lines:
            QWidget.setTabOrder(self._lines[-1].away, self.adder)

    def _edit(self, place: int, values: dict[str, Any]) -> None:
        credits_ = list(self._desk.plan.season.credits)
        first: tuple[Edit, ...] = ()
        organisation = values.get("organisation")
        if isinstance(organisation, Organisation):
            first = (Add((organisation,)),)
            values = {"organisation": organisation.id}
        elif "name" in values:
            if not values["name"]:
                self._remove(place)
                return
            known = read_credits(self._desk.plan, f"{DEFAULT_ROLE}: {values['name'].replace(',', ' ')}")
            values = {**values, "organisation": known[0].organisation if known else None}
        credits_[place] = credits_[place]._replace(**values)
        self._write(credits_, first)

    def _add_named(self, text: str) -> None:
        """A bare name goes on in the last role; a line with a colon says its own."""
        if not text.strip():
            return
        present = list(self._desk.plan.season.credits)
        role = present[-1].role if present else DEFAULT_ROLE
        typed = text if ":" in text.replace("：", ":") else f"{role}: {text}"
        if self._write([*present, *read_credits(self._desk.plan, typed)]):
            self.adder.setModified(False)
            self.adder.show_value("")

    def _move(self, place: int, by: int) -> None:
        credits_ = list(self._desk.plan.season.credits)
        credits_[place], credits_[place + by] = credits_[place + by], credits_[place]
        if self._write(credits_):
            line = self._lines[place + by]
            wanted = line.up if by < 0 else line.down
            (wanted if wanted.isEnabled() else line.name).setFocus()

    def _remove(self, place: int) -> None:
        credits_ = list(self._desk.plan.season.credits)
        del credits_[place]
        self._write(credits_)

    def _write(self, credits_: list[Credit], first: tuple[Edit, ...] = ()) -> bool:
        """One step; whether it was done."""
        desk = self._desk
        wording = desk.wording
        step: StepName = steps.changed(wording.text("Season"), wording.text(LABEL))
        sentence = perform(desk, Several((*first, writing(desk, {"credits": tuple(credits_)}))), step)
        if sentence:
            desk.say(sentence, level="warning")
            self.refresh()
        return not sentence
