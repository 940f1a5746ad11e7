"""What all schedule views share: the items, the day shown, the selection, and where the keyboard stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery
from director_app.ui.desk import Desk
from director_app.ui.schedule.day_marks import DayMarks
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.items import Items, key_of, subject_of
from director_app.ui.schedule.painting import ItemPainter
from director_app.ui.schedule.typed_item import Names

_LEVEL_ORDER = ("block", "warning", "note")


class ScheduleState(QObject):
    """Shared by all views and the tray of one window.

    Attributes:
        snap: minutes to which times snap, and by which keys move them.
        zoom: how large hours are beside their usual size; None fits them into the window.
        kept: items that stay selected while the arrows walk on.
        is_by_keyboard: whether the last gesture in a grid was a key, so that all grids ring the keyboard's place.
        cut: items that were cut and go where the next paste is.

    Signals: ``refreshed()`` when something drawn differs; ``selected()`` when selection, keyboard position or cursor
    day differ; ``turned()`` when another day (month, week) is shown; ``strolled()`` when
    the list came to another day by itself; ``announced(str)`` is to be said to who cannot see it.
    """

    refreshed = Signal()
    selected = Signal()
    turned = Signal()
    strolled = Signal()
    scaled = Signal()
    announced = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.items = Items(desk.wording)
        self.day: datetime.date = desk.today()
        self.cursor: datetime.date = self.day
        self.current: str | None = None
        self.marks = DayMarks(desk.plan, self.day)
        self.snap = 10
        self.is_by_keyboard = False
        self.zoom: float | None = None
        self.kept: frozenset[Subject] = frozenset()
        self.cut: frozenset[str] = frozenset()
        self._public: dict[datetime.date, str] = {}
        self._anchor: str | None = None
        self._painters: dict[tuple[str, float, float], ItemPainter] = {}
        self._names: tuple[object, Names] | None = None

    # -- following -------------------------------------------------------------------------------------------

    def show_plan(self) -> None:
        """Show the desk's plan from scratch."""
        self.items.show_plan(self.desk.plan)
        self._mark_days()
        self.refreshed.emit()

    def follow(self, outcome: Any) -> None:
        """Show what an operation changed."""
        self.items.follow(outcome.plan, outcome.changes)
        if {kind for kind, _identity in outcome.touched} & {"special_days", "seasons"}:
            self._mark_days()
        if self.current is not None and self.items.item(self.current) is None:
            self.current = None
        self.refreshed.emit()

    def show_problems(self, problems: Iterable[Any]) -> None:
        """Give items the icon of the most urgent problem that speaks of them."""
        levels: dict[str, str] = {}
        for problem in problems:
            level = str(problem.level)
            for identity in problem.deliveries:
                known = levels.get(identity)
                if known is None or _LEVEL_ORDER.index(level) < _LEVEL_ORDER.index(known):
                    levels[identity] = level
        self.items.set_levels(levels)
        if self.items.plan is self.desk.plan:  # else `follow` is about to come and tells it
            self.refreshed.emit()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.items.set_wording(self.desk.wording)
        self.refreshed.emit()

    def name_public_days(self, public: dict[datetime.date, str]) -> None:
        """The public holidays, once they are known."""
        self._public = public
        self._mark_days()
        self.refreshed.emit()

    def set_zoom(self, zoom: float | None) -> None:
        """Show hours larger or smaller, in all views that have hours."""
        if zoom != self.zoom:
            self.zoom = zoom
            self.scaled.emit()
            self.refreshed.emit()

    def set_snap(self, minutes: int) -> None:
        """Let times snap to other steps."""
        if minutes != self.snap:
            self.snap = minutes
            self.scaled.emit()

    def set_filter(self, chosen: Filter) -> None:
        """Show only what a filter keeps."""
        self.items.set_filter(chosen)
        self.refreshed.emit()

    def _mark_days(self) -> None:
        self.marks = DayMarks(self.desk.plan, self.desk.today(), self._public)

    # -- what painters and readers need -----------------------------------------------------------------------

    def painter_for(self, ratio: float) -> ItemPainter:
        """The item painter of the present theme for a pixel ratio."""
        theme = self.desk.theme
        key = (theme.name, theme.text_scale, ratio)
        if key not in self._painters:
            self._painters.clear()
            self._painters[key] = ItemPainter(theme, ratio)
        return self._painters[key]

    def names(self) -> Names:
        """The names of the plan, ready for typed lines; made again when one of their tables changed."""
        plan = self.desk.plan
        tables = (plan.programmes, plan.artists, plan.venues, plan.organisations)
        if self._names is None or self._names[0] != tuple(map(id, tables)):
            self._names = (tuple(map(id, tables)), Names(plan))
        return self._names[1]

    # -- the day shown ----------------------------------------------------------------------------------------

    def turn_to(self, day: datetime.date) -> None:
        """Show the month or week of a day and put the cursor there."""
        self.day = day
        self.cursor = day
        self.turned.emit()
        self.selected.emit()

    def turn_to_cursor(self, *, turns: bool) -> None:
        """Another view opens on the day she stands on, not on the one that was turned to first."""
        if turns and self.cursor != self.day:
            self.turn_to(self.cursor)

    # -- selection --------------------------------------------------------------------------------------------

    def is_selected(self, key: str) -> bool:
        """Whether an item is selected."""
        return subject_of(key) in self.desk.selection

    def select(self, key: str | None, *, day: datetime.date | None = None) -> None:
        """Select one item alone, or none."""
        self.current = self._anchor = key
        self.kept = frozenset()
        self._put_cursor(key, day)
        self.desk.select([subject_of(key)] if key else [])
        self.selected.emit()

    def walk_to(self, key: str, day: datetime.date) -> None:
        """The arrows come to an item: it is selected together with those that are kept."""
        kept = self.kept
        self.current = self._anchor = key
        self._put_cursor(key, day)
        self.desk.select(kept | {subject_of(key)})
        self.selected.emit()

    def walk_off(self, day: datetime.date) -> None:
        """The arrows come to a day without an item: what is kept stays selected."""
        self.current = self._anchor = None
        self.cursor = day
        self.desk.select(self.kept)
        self.selected.emit()

    def keep(self) -> bool | None:
        """Keep the item at the keyboard selected while the arrows walk on, or keep it no more; whether it is kept now.

        None when there is no item.
        """
        if self.current is None:
            return None
        subject = subject_of(self.current)
        kept = subject not in self.kept
        self.kept = self.kept | {subject} if kept else self.kept - {subject}
        self.desk.select(self.kept | ({subject} if kept else frozenset()))
        self.selected.emit()
        return kept

    def choose(self, keys: Iterable[str], *, kept: frozenset[Subject] = frozenset()) -> None:
        """Select these items and those already kept, without moving the keyboard."""
        self.desk.select(frozenset(map(subject_of, keys)) | kept)
        self.selected.emit()

    def announce(self, text: str) -> None:
        """Say something to who cannot see it."""
        if text:
            self.announced.emit(text)

    def set_cut(self, keys: Iterable[str]) -> None:
        """These were cut; they are drawn as if they had gone."""
        self.cut = frozenset(keys)
        self.selected.emit()

    def toggle(self, key: str) -> None:
        """Take an item into the selection or out of it."""
        subject = subject_of(key)
        chosen = self.desk.selection ^ {subject}
        self.current = self._anchor = key
        self._put_cursor(key, None)
        self.desk.select(chosen)
        self.selected.emit()

    def extend(self, key: str, order: list[str]) -> None:
        """Select everything between the last single choice and this one, in the order given."""
        anchor = self._anchor if self._anchor in order else key
        first, last = sorted((order.index(anchor or key), order.index(key)))
        self.current = key
        self._put_cursor(key, None)
        self.desk.select(subject_of(one) for one in order[first : last + 1])
        self.selected.emit()

    def select_all(self, order: list[str]) -> None:
        """Select everything shown."""
        self.desk.select(subject_of(one) for one in order if subject_of(one).kind == "deliveries")
        self.selected.emit()

    def select_again(self, day: datetime.date) -> None:
        """Follow what was selected to the day it went to."""
        self.cursor = day
        self.selected.emit()

    def moved_in_list(self) -> None:
        """The list came to another day; titles follow, grids turn when they are shown."""
        self.strolled.emit()

    def put_cursor(self, day: datetime.date) -> None:
        """Stand on a day without an item."""
        self.current = self._anchor = None
        self.kept = frozenset()
        self.cursor = day
        self.desk.select([])
        self.selected.emit()

    def follow_selection(self, selection: frozenset[Subject]) -> None:
        """What another part of the window selected."""
        if self.current is None or subject_of(self.current) not in selection:
            key = key_of(next(iter(selection))) if len(selection) == 1 else None
            self.current = self._anchor = key
            if key:
                self._put_cursor(key, None)
        self.selected.emit()

    def chosen(self) -> list[Delivery]:
        """The selected deliveries in drawing order, the one at the keyboard first."""
        plan = self.desk.plan
        found = [
            plan.deliveries[DeliveryId(subject.id)]
            for subject in self.desk.selection
            if subject.kind == "deliveries" and subject.id in plan.deliveries
        ]
        found.sort(key=_by_day)
        found.sort(key=self._is_not_current)
        return found

    def chosen_of_all_kinds(self) -> list[Delivery]:
        """The same, and the selected meetings as the dates they stand for: all of them can be placed and removed."""
        names = [key_of(subject) for subject in self.desk.selection if subject.kind == "meetings"]
        found = [self.items.delivery(name) for name in names if name is not None]
        return [*self.chosen(), *sorted((one for one in found if one is not None), key=_by_day)]

    def _is_not_current(self, one: Delivery) -> bool:
        return one.id != self.current

    def _put_cursor(self, key: str | None, day: datetime.date | None) -> None:
        if day is not None:
            self.cursor = day
        elif key is not None:
            item = self.items.item(key)
            if item is not None and item.first != datetime.date.min and not item.first <= self.cursor <= item.last:
                self.cursor = item.first


def _by_day(one: Delivery) -> tuple[datetime.date, int, str]:
    return one.date or datetime.date.max, one.start if one.start is not None else 9999, one.number
