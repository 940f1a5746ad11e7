"""A field for the name of another record: completes while typing, finds by initials, and may add a new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QCompleter, QWidget

from director_app.domain.edits import Add, Edit, Several
from director_app.domain.ids import new_id
from director_app.domain.kinds import TYPE_OF
from director_app.domain.plan import Plan
from director_app.ui.desk import Desk
from director_app.ui.models.collation import collation_key
from director_app.ui.models.matching import matches, normalised
from director_app.ui.widgets.fields import LineField
from director_app.wording import message

MOST_OFFERED = 30
_NAMED_BY = ("name", "title", "text")
SEVERAL_FIT = message("“{name}” is the name of {n} records. Choose one from the list.")


class AmbiguousName(Exception):
    """Several records have the typed name."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


def named(plan: Plan, kind: str, name: str) -> str | None:
    """The id of the record with this name, None when there is none.

    Raises:
        AmbiguousName: when several have it.
    """
    wanted = normalised(name)
    found = [one.id for one in plan.table(kind).values() if normalised(name_in(one)) == wanted]
    if len(found) > 1:
        raise AmbiguousName(len(found))
    return found[0] if found else None


def name_in(record: Any) -> str:
    """What a record is called: its name, its title or its text; empty when it has none yet."""
    return next((str(said) for field in _NAMED_BY if (said := getattr(record, field, ""))), "")


class NameField(LineField):
    """Type a name; records of one kind are offered.

    Signals: ``named(str)`` with the typed name, told by Enter, by leaving the field, or by picking an offer.
    """

    named = Signal(str)

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None, *, quiet: bool = True) -> None:
        super().__init__(desk.look, "body", parent, quiet=quiet)
        self._desk = desk
        self._kind = kind
        self._offers = QStringListModel(self)
        self._names: list[str] | None = None
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        completer.activated.connect(self._picked)
        popup = completer.popup()
        if popup is not None:
            popup.setFont(desk.look.font("body"))
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)
        self.changed_to.connect(self.named)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Read the names anew."""
        self._names = None
        super().focusInEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Offer while a syllable is still being composed."""
        super().inputMethodEvent(event)
        if event.preeditString():
            at = self.cursorPosition()
            self._offer(self.text()[:at] + event.preeditString() + self.text()[at:])
            if self._offers.rowCount():
                self.completer().complete()

    def _offer(self, text: str) -> None:
        if self._names is None:
            language = self._desk.wording.language
            names = {name_in(one) for one in self._desk.plan.table(self._kind).values()}
            self._names = sorted(names - {""}, key=lambda name: collation_key(name, language))
        found = [name for name in self._names if matches(text, name)] if text.strip() else []
        self._offers.setStringList(found[:MOST_OFFERED])

    def _picked(self, name: str) -> None:
        self.setText(name)
        self.setModified(True)
        self.editingFinished.emit()


class ReferenceField(NameField):
    """Shows the name of a referenced record and lets another one be typed; an unknown name adds a record.

    `write` is called with the id (None for an empty field) and the edit that must come first, or None; it returns the
    sentence of a refusal or "".
    """

    def __init__(
        self, desk: Desk, kind: str, write: Callable[[str | None, Edit | None], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, kind, parent)
        self._write = write
        self._present = ""
        self.named.connect(self._typed)
        self.paused_on.connect(self._rested)

    def show_reference(self, identity: str | None) -> None:
        """Show the record with this id."""
        record = self._desk.plan.find(self._kind, identity) if identity else None
        self._present = identity or ""
        if not self.property("wrong"):
            self.show_value(name_in(record) if record is not None else "")

    def _typed(self, name: str) -> None:
        sentence = self._resolved(name.strip())
        self.show_wrong(sentence)
        if not sentence:
            self.setModified(False)

    def _rested(self, name: str) -> None:
        """She rests: a record that has this name already is taken; a new one waits until the field is left."""
        try:
            identity = named(self._desk.plan, self._kind, name.strip()) if name.strip() else None
        except AmbiguousName:
            return
        if identity is not None and identity != self._present:
            self._write(identity, None)

    def _resolved(self, name: str) -> str:
        plan = self._desk.plan
        if not name:
            return self._write(None, None)
        present = plan.find(self._kind, self._present) if self._present else None
        if present is not None and normalised(name_in(present)) == normalised(name):
            return ""
        try:
            identity = named(plan, self._kind, name)
        except AmbiguousName as several:
            return self._desk.wording.text(SEVERAL_FIT, name=name, n=several.count)
        if identity is not None:
            return self._write(identity, None)
        record = new_record(self._kind, name)
        return self._write(record.id, Add((record,)))


def new_record(kind: str, name: str, **values: Any) -> Any:
    """A new record of a kind that has nothing but a name."""
    record_type: Any = TYPE_OF[kind]
    field = next(field for field in _NAMED_BY if field in record_type._fields)
    return record_type(id=new_id(), **{field: name}, **values)


def joined(first: Edit | None, second: Edit) -> Edit:
    """Both edits as one, or the second alone."""
    return Several((first, second)) if first is not None else second
