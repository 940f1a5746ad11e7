"""A field that picks a record by its name, offering what fits while typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QCompleter, QWidget

from director_app.operations.searching import normalised
from director_app.ui.look import Look
from director_app.ui.widgets.fields import LineField


class PickField(LineField):
    """Shows a record's name and lets her type another.

    Signals: ``picked(str)`` with the id of a known record, empty for undecided; ``unknown(str)`` with a name that
    belongs to nothing yet; ``ambiguous(str)`` with a name that several records have.
    """

    picked = Signal(str)
    unknown = Signal(str)
    ambiguous = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(look, "body", parent, quiet=quiet)
        self._candidates: tuple[tuple[str, str], ...] = ()
        self._names = QStringListModel(self)
        self._offers = QCompleter(self._names, self)
        self._offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self._offers.setMaxVisibleItems(9)
        self.setCompleter(self._offers)
        self.changed_to.connect(self._resolve)

    def set_candidates(self, candidates: Sequence[tuple[str, str]]) -> None:
        """The (id, name) pairs to choose from; cheap to call again with the same ones."""
        wanted = tuple(candidates)
        if wanted != self._candidates:
            self._candidates = wanted
            self._names.setStringList([name for _identity, name in wanted])

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Offer names for the syllable being composed, too."""
        super().inputMethodEvent(event)
        typed = self.text() + event.preeditString()
        if event.preeditString() and typed:
            self._offers.setCompletionPrefix(typed)
            self._offers.complete()

    def _resolve(self, name: str) -> None:
        wanted = normalised(name)
        if not wanted or wanted == normalised(self._look.wording.undecided()):
            self.picked.emit("")
            return
        found = [identity for identity, known in self._candidates if normalised(known) == wanted]
        if len(found) == 1:
            self.picked.emit(found[0])
        elif found:
            self.ambiguous.emit(name.strip())
        else:
            self.unknown.emit(name.strip())
