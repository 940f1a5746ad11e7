"""A field for several names in order, separated by commas: the line-up of a delivery or the members of a group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from director_app.operations.searching import normalised
from director_app.ui.look import Look
from director_app.ui.widgets.fields import LineField


class NamesField(LineField):
    """Names of known records, in the order typed.

    Signals: ``picked(object)`` with the list of ids, ``unknown(str)`` with the first name that belongs to nothing.
    """

    picked = Signal(object)
    unknown = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(look, "body", parent, quiet=quiet)
        self._ids: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._offered = QStringListModel(self)
        self._offers = QCompleter(self._offered, self)
        self._offers.setWidget(self)
        self._offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self._offers.activated.connect(self._complete)
        self.textEdited.connect(self._offer)
        self.changed_to.connect(self._resolve)

    def set_candidates(self, candidates: Sequence[tuple[str, str]]) -> None:
        """The (id, name) pairs to choose from."""
        names = dict(candidates)
        if names != self._names:
            self._names = names
            self._ids = {normalised(name): identity for identity, name in candidates}
            self._offered.setStringList(list(names.values()))

    def show_names(self, identities: Sequence[str]) -> None:
        """Show the names of these records."""
        self.show_value(", ".join(self._names.get(identity, "") for identity in identities))

    def _offer(self, _text: str) -> None:
        part = self.text()[: self.cursorPosition()].rpartition(",")[2].strip()
        self._offers.setCompletionPrefix(part)
        if part and self._offers.completionCount():
            self._offers.complete()
        elif (popup := self._offers.popup()) is not None:
            popup.hide()

    def _complete(self, name: str) -> None:
        before = self.text()[: self.cursorPosition()].rpartition(",")[0]
        after = self.text()[self.cursorPosition() :]
        self.setText(f"{before}, {name}{after}" if before else name + after)
        self.setModified(True)

    def _resolve(self, text: str) -> None:
        found = []
        for name in (part.strip() for part in text.replace("，", ",").split(",")):
            if not name or name == self._look.wording.undecided():
                continue
            identity = self._ids.get(normalised(name))
            if identity is None:
                self.unknown.emit(name)
                return
            found.append(identity)
        self.picked.emit(found)
