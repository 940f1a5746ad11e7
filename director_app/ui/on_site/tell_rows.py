"""One person to tell: a large tick, the name, what they are and their number, and the sentence to copy."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.facts import Contact
from director_app.domain.plan import Plan
from director_app.operations.telling import person_name
from director_app.planner.on_site import PersonToTell
from director_app.ui.look import Look
from director_app.ui.on_site.result_row import LargeTick
from director_app.ui.on_site.words import PARTS
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import Text
from director_app.wording import Wording


class ToldLine(NamedTuple):
    """A person, the plan as they know it, and whether they still must be told."""

    person: PersonToTell
    before: Plan
    is_open: bool

    @property
    def is_told(self) -> bool:
        """Whether they know it as it stands."""
        return not self.is_open and self.person.told_at is not None


def number_of(contact: Contact) -> str:
    """Name, role and number, as far as the plan has them."""
    return " ".join(part for part in (contact.name, contact.role, contact.phone or contact.email) if part)


class PersonRow(QWidget):
    """A person of the list.

    Signals: ``told(ToldLine, bool)``; ``copy_wanted(ToldLine)``.
    """

    told = Signal(object, bool)
    copy_wanted = Signal(object)

    def __init__(self, look: Look, line: ToldLine, plan: Plan, *, may: bool) -> None:
        super().__init__()
        wording = look.wording
        self.line = line
        name = person_name(wording, plan, line.person.subject)
        self.tick = LargeTick(look)
        self.tick.setAccessibleName(wording.text("{name}: told", name=name))
        self.tick.setAccessibleDescription(self._below(wording, line))
        self.tick.show_ticked(line.is_told)
        self.tick.setEnabled(may)
        self.tick.clicked.connect(self._tell)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(look, name, "heading", "text2" if line.is_told else "text", wraps=True))
        below = Text(look, self._below(wording, line), "body", "text2", tabular=True, wraps=True)
        below.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(8)
        row.addWidget(self.tick)
        row.addLayout(words, 1)
        self.copy: Button | None = None
        if line.is_told:
            row.addWidget(Text(look, told_at_words(wording, line.person.told_at), "small", "ok", tabular=True))
            return
        self.copy = Button(look, wording.text("Copy"), "normal", "copy")
        self.copy.setFixedHeight(40)
        self.copy.setAccessibleName(wording.text("Copy the sentence for {name}", name=name))
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.copy)

    @staticmethod
    def _below(wording: Wording, line: ToldLine) -> str:
        numbers = [number_of(one) for one in line.person.contacts]
        known = " / ".join(one for one in numbers if one) or wording.text("no number in the plan")
        return f"{wording.text(PARTS[line.person.part])} · {known}"

    def _tell(self, is_told: bool) -> None:
        self.told.emit(self.line, is_told)

    def _copy(self) -> None:
        self.copy_wanted.emit(self.line)


def told_at_words(wording: Wording, moment: datetime.datetime | None) -> str:
    """When somebody was told; empty without a moment."""
    if moment is None:
        return ""
    return wording.text("told {when}", when=f"{wording.date_short(moment.date())} {moment:%H:%M}")
