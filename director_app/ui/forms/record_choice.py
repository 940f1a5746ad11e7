"""Choosing one record of a kind: from a list while there are few, by typing its name when there are many."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from director_app.domain.plan import Plan
from director_app.ui.desk import Desk
from director_app.ui.forms.name_field import SEVERAL_FIT, AmbiguousName, NameField, name_in, named
from director_app.ui.models.collation import collation_key
from director_app.ui.widgets.fields import ChoiceField
from director_app.wording import message

MOST_LISTED = 120
UNKNOWN = message("“{name}” is not in the plan.")


class RecordChoice(QStackedWidget):
    """One record, or all of them.

    Signals: ``chosen(str)`` with the id, empty for all.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kind = kind
        self._filled_for: tuple[object, ...] = ()
        self._present = ""
        self.list = ChoiceField(desk.look)
        self.list.chosen.connect(self.chosen)
        self.typed = NameField(desk, kind, quiet=False)
        self.typed.named.connect(self._typed)
        self.addWidget(self.list)
        self.addWidget(self.typed)
        self.setFixedHeight(self.list.height())
        self.setFocusProxy(self.list)

    def name_both(self, name: str) -> None:
        """What a screen reader calls it."""
        self.list.setAccessibleName(name)
        self.typed.setAccessibleName(name)

    def show_record(self, plan: Plan, identity: str, everything: str) -> None:
        """Show a record of the plan; `everything` is the word for none in particular, empty when one must be named."""
        self._present = identity
        few = len(plan.table(self._kind)) <= MOST_LISTED
        self.setCurrentWidget(self.list if few else self.typed)
        self.setFocusProxy(self.list if few else self.typed)
        if few:
            self._fill(plan, everything)
            self.list.show_value(identity)
        else:
            record = plan.find(self._kind, identity) if identity else None
            self.typed.setPlaceholderText(everything)
            self.typed.show_value(name_in(record) if record is not None else "")

    def _fill(self, plan: Plan, everything: str) -> None:
        """Fill the list, unless it holds just this already."""
        language = self._desk.wording.language
        wanted = (plan.table(self._kind), language, everything)
        if self._filled_for and self._filled_for[0] is wanted[0] and self._filled_for[1:] == wanted[1:]:
            return
        self._filled_for = wanted
        found = []
        for record in plan.table(self._kind).values():
            other = getattr(record, "name_en", "") or getattr(record, "title_en", "") if language == "en" else ""
            name = other or name_in(record)
            if name:
                found.append((str(record.id), str(name)))
        found.sort(key=lambda entry: collation_key(entry[1], language))
        self.list.set_choices([*([("", everything)] if everything else []), *found])

    def _typed(self, name: str) -> None:
        wording = self._desk.wording
        try:
            identity = named(self._desk.plan, self._kind, name) if name.strip() else ""
        except AmbiguousName as several:
            self.typed.show_wrong(wording.text(SEVERAL_FIT, name=name, n=several.count))
            return
        if identity is None:
            self.typed.show_wrong(wording.text(UNKNOWN, name=name.strip()))
            return
        self.typed.show_wrong("")
        self.typed.setModified(False)
        if identity != self._present:
            self.chosen.emit(identity)
