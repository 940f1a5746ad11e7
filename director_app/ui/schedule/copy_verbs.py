"""Copying: cut, copy and paste of items, copies by hand, the same a week later, the same on several dates."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery
from director_app.ui.clipboard_tables import as_tabs
from director_app.ui.forms.typed_dates import TypedDay
from director_app.ui.schedule import copies
from director_app.ui.schedule.acting import Acting
from director_app.ui.schedule.moves import Asked, Place
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.words import day_text, time_text, venue_name

MIME: Final = "application/x-director-deliveries"
"""JSON: the plan's file, the ids of the items, and whether they were cut."""


class Clip(NamedTuple):
    """Items of this plan that wait in the clipboard."""

    ids: tuple[str, ...]
    is_cut: bool


class CopyVerbs(QObject):
    """Copies what is selected."""

    def __init__(self, state: ScheduleState, verbs: Acting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._desk = state.desk
        self._verbs = verbs

    # -- the clipboard -----------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected items into the clipboard, for other programs as a table."""
        self._take(is_cut=False)

    def cut(self) -> None:
        """Take the selected items along; they stay until they are pasted."""
        if not self._desk.is_read_only:
            self._take(is_cut=True)

    def _take(self, *, is_cut: bool) -> None:
        chosen = self._state.chosen()
        if not chosen:
            return
        wording, plan = self._desk.wording, self._desk.plan
        content = {"plan": self._plan_name(), "ids": [one.id for one in chosen], "cut": is_cut}
        data = QMimeData()
        data.setData(MIME, json.dumps(content).encode())
        rows = [
            [day_text(wording, one), time_text(wording, one), self._verbs.title(one), venue_name(wording, plan, one)]
            for one in chosen
        ]
        data.setText(as_tabs(rows))
        QGuiApplication.clipboard().setMimeData(data)
        self._state.set_cut([one.id for one in chosen] if is_cut else [])
        n = len(chosen)
        if is_cut:
            self._state.announce(wording.plural("{n} date cut", "{n} dates cut", n))
        else:
            self._state.announce(wording.plural("{n} date copied", "{n} dates copied", n))

    def clip(self) -> Clip | None:
        """What waits in the clipboard, None when it is not from this plan."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is None or not data.hasFormat(MIME):
            return None
        content = _read(data.data(MIME).data())
        if content is None or content.get("plan") != self._plan_name():
            return None
        ids = tuple(name for name in map(str, content.get("ids", ())) if DeliveryId(name) in self._desk.plan.deliveries)
        return Clip(ids, bool(content.get("cut"))) if ids else None

    def paste(self, place: Place) -> bool:
        """Put what waits into a place: copies, or what was cut itself; whether there was anything."""
        clip = self.clip()
        if clip is None:
            return False
        waiting = [self._desk.plan.deliveries[DeliveryId(name)] for name in clip.ids]
        if not clip.is_cut:
            self.copy_to(waiting, waiting[0], place)
        elif self._verbs.move(waiting, waiting[0], place) is not None:
            QGuiApplication.clipboard().clear()
            self._state.set_cut([])
        return True

    def give_up_cut(self) -> bool:
        """Leave what was cut where it is; whether anything was."""
        if not self._state.cut:
            return False
        self._state.set_cut([])
        clip = self.clip()
        if clip is not None and clip.is_cut:
            QGuiApplication.clipboard().clear()
        return True

    def _plan_name(self) -> str:
        return str(self._desk.open_plan.path)

    # -- copies ------------------------------------------------------------------------------------------------

    def copy_to(self, deliveries: Sequence[Delivery], grabbed: Delivery, place: Place) -> Any:
        """Copies in a place, which are then selected. Returns the Outcome, or None."""
        ordered = [grabbed, *(one for one in deliveries if one.id != grabbed.id)]
        return self._made(copies.copy_to(ordered, grabbed, place, self._verbs.titles(ordered)))

    def repeat(self) -> None:
        """The selected items once more, a week later; that week is shown, or nobody sees that something was made."""
        chosen = self._state.chosen()
        asked = copies.repeat(chosen, 7, self._verbs.titles(chosen)) if chosen else None
        if asked is not None and self._made(asked) is not None:
            self._state.turn_to(self._state.cursor)

    def on_more_dates(self, one: Delivery, days: Sequence[TypedDay]) -> bool:
        """One item on several dates more, as one series; whether it was done."""
        made = copies.made_on(one, days)
        if not made:
            return False
        asked = copies.on_more_dates(self._desk.plan, one, made, self._verbs.title(one))
        return self._verbs.perform(asked) is not None

    def _made(self, asked: Asked) -> Any:
        outcome = self._verbs.perform(asked)
        if outcome is not None:
            new = [one.after for one in outcome.changes if one.kind == "deliveries" and one.before is None]
            if new:
                self._state.select(new[0].id, day=new[0].date)
                self._state.choose(one.id for one in new)
        return outcome


def _read(content: object) -> dict[str, Any] | None:
    try:
        found = json.loads(bytes(content))  # type: ignore[call-overload]  # Qt gives bytes
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
