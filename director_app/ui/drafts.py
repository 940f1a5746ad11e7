"""What is begun in a field that adds something: no record has it yet, so it lies beside the plan until it is added.

One small file for each plan in the user's data folder; it is never part of the plan, of a copy or of an export, and it
is gone as soon as nothing waits in it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit

from director_app import paths
from director_app.atomic_files import write_atomically
from director_app.domain.refusals import CannotUseFile
from director_app.ui.held_typing import Typing
from director_app.ui.widgets.fields import LineField

MOST: Final = 200
"""So many drafts of one plan are kept; the oldest go first."""
LONGEST: Final = 20_000
"""Characters of one draft."""


class DraftPlace(NamedTuple):
    """Where a draft stands: the field, and kind and id of the record it would be added to."""

    field: str
    kind: str
    identity: str


class Drafts:
    """The drafts of one plan. A draft that cannot be written is still in its field, and typing goes on."""

    def __init__(self, plan: Path) -> None:
        name = hashlib.sha256(str(plan.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
        self.file = paths.data_folder() / "drafts" / f"{name}.json"
        self._kept: dict[DraftPlace, str] | None = None

    def text(self, place: DraftPlace) -> str:
        """What waits at a place; empty when nothing does."""
        return self._all().get(place, "")

    def keep(self, place: DraftPlace, text: str) -> None:
        """From now on this waits there; an empty text removes what did."""
        kept = self._all()
        if kept.get(place, "") == text[:LONGEST]:
            return
        kept.pop(place, None)
        if text.strip():
            kept[place] = text[:LONGEST]
        for oldest in list(kept)[:-MOST]:
            del kept[oldest]
        self._write(kept)

    def _all(self) -> dict[DraftPlace, str]:
        if self._kept is None:
            self._kept = _read(self.file)
        return self._kept

    def _write(self, kept: dict[DraftPlace, str]) -> None:
        with contextlib.suppress(OSError, CannotUseFile):  # her typing is not interrupted; the text is in its field
            if not kept:
                self.file.unlink(missing_ok=True)
                return
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)  # it may be about people
            rows = [[*place, text] for place, text in kept.items()]
            write_atomically(self.file, json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _read(file: Path) -> dict[DraftPlace, str]:
    try:
        rows: Any = json.loads(file.read_bytes().decode("utf-8", "surrogatepass"))
    except (OSError, ValueError):
        return {}
    if not isinstance(rows, list):
        return {}
    whole = (
        row for row in rows if isinstance(row, list) and len(row) == 4 and all(isinstance(one, str) for one in row)
    )
    return {DraftPlace(*place): text[:LONGEST] for *place, text in list(whole)[-MOST:]}


class DraftKeeper(QObject):
    """Keeps what is typed into one field while it waits to be added, and has it stand there again."""

    def __init__(self, drafts: Drafts, typing: Typing, field: QLineEdit, name: str) -> None:
        super().__init__(field)
        self._drafts, self._typing, self._field, self._name = drafts, typing, field, name
        self._place: DraftPlace | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._keep)
        field.textChanged.connect(self._changed)

    def stand_at(self, kind: str, identity: str | None) -> None:
        """The field is now that of another record; what waits there stands in it again."""
        place = DraftPlace(self._name, kind, identity) if identity else None
        if place == self._place:
            return
        if self._timer.isActive():
            self._keep()
        waited = self._place is not None and bool(self._drafts.text(self._place))
        self._place = None  # what is put into the field now is nobody's typing
        text = self._drafts.text(place) if place is not None else ""
        if text:
            self._put(text)
        elif waited:
            self._clear()
        self._place = place

    def leave(self, *, settled: bool) -> None:
        """The field closes; what stood in it was settled, or it waits until the field is opened here again."""
        if settled:
            self.forget()
        elif self._timer.isActive():
            self._keep()
        self._place = None

    def forget(self) -> None:
        """What stood in the field is added, or was given up."""
        self._timer.stop()
        if self._place is not None:
            self._drafts.keep(self._place, "")

    def _changed(self, text: str) -> None:
        if self._place is None:
            return
        if text.strip():
            self._timer.start(self._typing.pause_ms)
        else:
            self.forget()

    def _keep(self) -> None:
        self._timer.stop()
        if self._place is not None and (self._field.isModified() or not self._field.text()):
            self._drafts.keep(self._place, self._field.text())

    def _put(self, text: str) -> None:
        if isinstance(self._field, LineField):
            self._field.show_other("")
            self._field.put_text(text)
        else:
            self._field.setText(text)
        self._field.setModified(True)
        if isinstance(self._field, LineField):
            self._field.touch()  # it is not in the plan, and the window says so

    def _clear(self) -> None:
        if isinstance(self._field, LineField):
            self._field.show_other("")
        else:
            self._field.clear()
