"""The day: rows of places (artists, initiatives), columns of hours; an item is moved in time and to another place."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QDateTime, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from director_app.domain.ids import VenueId
from director_app.domain.timeline import DAY, DAY_ENDS
from director_app.planner.sun import sunset
from director_app.ui.schedule.day_bands import RowBand, bands_of
from director_app.ui.schedule.day_head import badge_rect, head_height
from director_app.ui.schedule.day_options import DayOptions
from director_app.ui.schedule.day_painting import DayPainter
from director_app.ui.schedule.day_rows import (
    DayContent,
    RowFacts,
    group_facts,
    last_visits,
    read_days,
    row_facts,
)
from director_app.ui.schedule.day_scene import DayScene
from director_app.ui.schedule.day_walk import BAND, DayWalk, Standing
from director_app.ui.schedule.geometry_band import Band, layout_band
from director_app.ui.schedule.geometry_day import (
    FOOT,
    HOUR,
    HOUR_LEAST,
    HOUR_MOST,
    NAMES,
    DayLayout,
    Row,
    day_axis,
    layout_day,
)
from director_app.ui.schedule.gestures import Cargo, Drag, Target
from director_app.ui.schedule.grid_view import qrect
from director_app.ui.schedule.hour_grid import EDGE_REACH, HourGrid
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.overlay import paint_badge, paint_cursor
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs

NARROWEST_PULLED = 20
"""A narrower item can only be moved."""


class DayView(HourGrid):
    """One day, or several beside each other.

    Signals: ``list_wanted(date)`` when a day has more undecided times than the band holds.
    """

    list_wanted = Signal(object)

    def __init__(self, state: ScheduleState, verbs: Verbs, drag: Drag, parent: QWidget | None = None) -> None:
        super().__init__(state, verbs, drag, parent)
        self.setObjectName("schedule-day")
        self.options = DayOptions(state.desk.look, state, self.viewport())
        self.options.changed.connect(self._options_changed)
        self._unfolded = False
        self._content = DayContent((), (), {}, {})
        self._content_key: tuple[Any, ...] = ()
        self._bands: dict[tuple[str, datetime.date], list[RowBand]] = {}
        self._visits: dict[str, int] = {}
        self._suns: tuple[tuple[datetime.date, int], ...] = ()
        self.layout_now: DayLayout = layout_day(day_axis((state.day,), (), 600), (), ())
        self.band_now: Band = layout_band(self.layout_now.axis, {})
        self._walk = DayWalk(state)

    # -- where things stand --------------------------------------------------------------------------------------

    @property
    def days(self) -> tuple[datetime.date, ...]:
        """The days shown."""
        return tuple(self.state.day + datetime.timedelta(days=step) for step in range(self.options.days))

    def relayout(self) -> None:
        """Lay the days out for the present size."""
        self._read()
        width = max(1, self.viewport().width() - NAMES)
        zoom = self.state.zoom
        hour = None if zoom is None else min(max(round(HOUR * zoom), HOUR_LEAST), HOUR_MOST)
        axis = day_axis(self.days, self._content.entries, width, hour, unfolded=self._unfolded)
        self.layout_now = layout_day(axis, self._content.groups, self._content.entries)
        self.band_now = layout_band(axis, self._content.untimed)
        self._walk.look_at(self.layout_now, self.band_now)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        room = max(1, self.viewport().height() - self._top())
        down.setRange(0, max(0, self.layout_now.height + (FOOT if self._foot() else 0) - room))
        down.setPageStep(room)
        down.setSingleStep(40)
        across.setRange(0, max(0, axis.width - width))
        across.setPageStep(width)
        across.setSingleStep(axis.hour)
        self.options.place(NAMES, self._head())

    def _read(self) -> None:
        key = (self.state.items.revision, self.days, self.options.by, self.options.shows_all)
        if key == self._content_key:
            return
        if self._content_key[1:2] != (self.days,):
            self._unfolded = False
        self._content_key = key
        self._bands.clear()
        self._content = read_days(self.state.items, self.days, self.options.by, shows_all=self.options.shows_all)
        suns = ((day, sunset(self.state.items.plan, day)) for day in self.days)
        self._suns = tuple((day, minute) for day, minute in suns if minute is not None)
        areas = [group.key for group in self._content.groups if group.has_head]
        self._visits = last_visits(self.state.items.plan, areas, self.days[0]) if areas else {}

    def base_key(self) -> tuple[Any, ...]:
        """Days, zoom, rows and marks."""
        return (id(self.layout_now), self.state.marks, self._minute_now())

    def _options_changed(self) -> None:
        self.refresh()
        self.setFocus()

    def _head(self) -> int:
        return head_height(self.days, self.state.marks)

    def _top(self) -> int:
        return self._head() + self.band_now.height

    def _across(self) -> int:
        return NAMES - self.horizontalScrollBar().value()

    def _down(self) -> int:
        return self._top() - self.verticalScrollBar().value()

    def _foot(self) -> str:
        wording, count = self.state.desk.wording, self._content.left_out
        if self.options.by != "venues" or count <= 0:
            return ""
        if self.options.shows_all:
            return wording.plural("Hide the empty place", "Hide {n} empty places", count)
        return wording.plural("Show the empty place", "Show {n} empty places", count)

    def key_at(self, where: QPoint) -> str | None:
        """The item under a point, in the band or in the rows."""
        if where.x() < NAMES or where.y() < self._head():
            return None
        x = where.x() - self._across()
        if where.y() < self._top():
            chip = self.band_now.chip_at(x, where.y() - self._head())
            return chip.key if chip else None
        block = self.layout_now.block_at(x, where.y() - self._down())
        return block.key if block else None

    def drawn_keys(self) -> Iterable[str]:
        """The items laid out, in the band and over the hours."""
        return [*(chip.key for chip in self.band_now.chips), *(block.key for block in self.layout_now.blocks)]

    def rects_of(self, key: str) -> list[QRect]:
        """Where an item stands."""
        chips = [chip.rect for chip in self.band_now.chips if chip.key == key]
        return [qrect(rect, self._across(), self._head()) for rect in chips] + [
            qrect(block.rect, self._across(), self._down()) for block in self.layout_now.pieces_of(key)
        ]

    def place_at(self, where: QPoint, *, grip: int = 0, snaps: bool = True) -> tuple[Place, QRect] | None:
        """Day, time and place under a point; in the band the time is open, over the hours it stays."""
        axis = self.layout_now.axis
        day, minute = axis.at(where.x() - self._across())
        left, wide = axis.left_of(day) + self._across(), axis.pitch
        if where.y() < self._head():
            return Place(day), QRect(left, 0, wide, self._top())
        if where.y() < self._top():
            return Place(day, None, keeps_time=False), QRect(left, self._head(), wide, self.band_now.height)
        step = self.state.snap if snaps else 1
        start = max(DAY_ENDS, round((minute - grip) / step) * step)
        row = self.layout_now.row_at(where.y() - self._down())
        x = axis.x_of(day, start) + self._across()
        if row is None:
            return Place(day, start, keeps_time=False), QRect(x, where.y() - 20, axis.hour, 40)
        place = Place(day, start, keeps_time=False)
        if self.options.by == "venues":
            place = place._replace(venue=VenueId(row.key) if row.key else None, keeps_venue=False)
        return place, QRect(x, row.y + self._down() + 2, axis.hour, row.h - 5)

    def target_at(self, where: QPoint, cargo: Cargo, *, snaps: bool) -> Target | None:
        """The mark is as long as what is dragged."""
        target = super().target_at(where, cargo, snaps=snaps)
        place = target.place if target is not None else None
        if target is None or place is None or place.start is None or place.keeps_time or cargo.edge:
            return target
        item = self.state.items.item(cargo.grabbed.id) if cargo.grabbed is not None else None
        minutes = 60
        if item is not None and item.start is not None and item.end is not None:
            minutes = max(15, item.end - item.start)
        area = QRect(target.area)
        area.setWidth(max(8, round(minutes * self.layout_now.axis.hour / 60)))
        return Target(place, area)

    def grip_of(self, key: str, origin: QPoint) -> int:
        """Minutes from the start of the item to the pointer; none on the words beside it."""
        block = next((one for one in self.layout_now.pieces_of(key)), None)
        item = self.state.items.item(key)
        if block is None or item is None or item.start is None or origin.y() < self._top():
            return 0
        inside = min(origin.x() - self._across() - block.rect.x, block.rect.w)
        return max(0, round(inside * 60 / self.layout_now.axis.hour))

    def area_of_day(self, day: datetime.date) -> QRect:
        """Where the keyboard stands on a day."""
        del day
        return self._cursor_area().translated(0, 20)

    def order(self) -> list[str]:
        """All items, row by row."""
        keys = [chip.key for chip in self.band_now.chips]
        return list(dict.fromkeys([*keys, *(block.key for block in self.layout_now.blocks)]))

    # -- edges and zoom ------------------------------------------------------------------------------------------

    def minute_under(self, where: QPoint, day: datetime.date) -> int:
        """The minute at a place; over the next day the hours go on."""
        under, minute = self.layout_now.axis.at(where.x() - self._across())
        return minute + (under - day).days * DAY

    def edge_under(self, where: QPoint, rect: QRect) -> str:
        """The left edge is the start, the right one the end."""
        if rect.width() < NARROWEST_PULLED or where.y() < self._top() or not rect.contains(where):
            return ""
        if where.x() >= rect.right() - EDGE_REACH + 1:
            return "end"
        return "start" if where.x() < rect.left() + EDGE_REACH else ""

    def area_of_span(self, rect: QRect, start: int, end: int) -> QRect:
        """The same row, from one minute to another."""
        axis = self.layout_now.axis
        day = axis.at(rect.left() - self._across() + 1)[0]
        night = DAY if start < DAY_ENDS else 0
        left, right = (axis.x_of(day, minute + night) + self._across() for minute in (start, end))
        return QRect(left, rect.top(), max(8, right - left), rect.height())

    def hover(self, where: QPoint) -> None:
        """Edges show that they can be pulled, links that they can be clicked."""
        if self.edge_at(where):
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        elif self._foot_rect().contains(where):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            super().hover(where)

    def zoom_now(self) -> float:
        """Beside 72 pixels an hour."""
        return self.layout_now.axis.hour / HOUR

    def zoom(self, step: int) -> None:
        """The minute in the middle stays in the middle."""
        middle = (self.viewport().width() - NAMES) // 2
        day, minute = self.layout_now.axis.at(self.horizontalScrollBar().value() + middle)
        super().zoom(step)
        self.horizontalScrollBar().setValue(self.layout_now.axis.x_of(day, minute) - middle)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Shift and the wheel go along the hours."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y() * bar.singleStep() // 120)
            event.accept()
            return
        super().wheelEvent(event)

    # -- keys ----------------------------------------------------------------------------------------------------

    def step_of(self, dx: int, dy: int) -> tuple[int, int]:
        """Sideways a step of minutes; up and down changes no end."""
        del dy
        return 0, dx * self.state.snap

    def move_by(self, dx: int, dy: int) -> None:
        """Ctrl with an arrow: along the hours, or to the place above or below."""
        chosen = self.state.chosen()
        if dx or not chosen or chosen[0].date is None:
            super().move_by(dx, 0)
            return
        row = self._walk.next_row(chosen[0].venue or "", dy)
        if self.options.by != "venues" or row is None:
            self.state.desk.say(self.state.desk.wording.text("Rows of places let you move it to another place."))
            return
        place = Place(chosen[0].date, chosen[0].start, venue=VenueId(row) if row else None, keeps_venue=False)
        self.verbs.move(chosen, chosen[0], place)

    def neighbour(self, dx: int, dy: int) -> tuple[str | None, datetime.date]:
        """To the next item of the row, or of the next row the one nearest in time; else to empty time."""
        standing = self._walk.step(dx, dy)
        return standing.key, standing.day

    def place_now(self) -> Place:
        """Day, time and row where the keyboard stands; the day alone on an item or in the band."""
        standing = self._walk.standing()
        if standing.key is not None or standing.row == BAND:
            return Place(standing.day)
        place = Place(standing.day, standing.minute, keeps_time=False)
        if self.options.by == "venues":
            place = place._replace(venue=VenueId(standing.row) if standing.row else None, keeps_venue=False)
        return place

    def enter(self) -> None:
        """Type: date and time of the item, or a new item where the keyboard stands."""
        if self.state.current is not None and self.state.is_selected(self.state.current):
            self.type_when()
            return
        self.type_new(self.place_now(), self._cursor_area())

    def _cursor_area(self) -> QRect:
        standing = self._walk.standing()
        axis = self.layout_now.axis
        day = standing.day if standing.day in axis.days else axis.days[0]
        row = self.layout_now.row(standing.row)
        x = axis.x_of(day, standing.minute) + self._across()
        if row is None:
            return QRect(axis.left_of(day) + self._across(), self._head(), axis.hour, self.band_now.height)
        return QRect(x, row.y + self._down(), max(12, axis.hour // 2), row.h - 1)

    def reveal(self) -> None:
        """Scroll to where the keyboard is."""
        block = next(iter(self.layout_now.pieces_of(self.state.current)), None) if self.state.current else None
        if block is not None:
            left, right, top, bottom = block.rect.x, block.rect.right, block.rect.y, block.rect.bottom
        elif self.shows_cursor() and self.state.current is None:
            area = self._cursor_area().translated(-self._across(), -self._down())
            left, right, top, bottom = area.left(), area.right(), area.top(), area.bottom()
        else:
            return
        _into_view(self.horizontalScrollBar(), left, right, self.viewport().width() - NAMES)
        _into_view(self.verticalScrollBar(), top, bottom, self.viewport().height() - self._top())

    def cursor_text(self) -> str:
        """Row and time."""
        standing, wording = self._walk.standing(), self.state.desk.wording
        row = self.layout_now.row(standing.row)
        if row is None:
            return super().cursor_text()
        place, day = self._facts(row).title, wording.date_short(standing.day)
        return wording.text("{place} · {when}", place=place, when=f"{day} {wording.clock(standing.minute)}")

    # -- the mouse -----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Where she clicks, the keyboard goes on."""
        where = event.position().toPoint()
        row = self.layout_now.row_at(where.y() - self._down()) if where.y() >= self._top() else None
        day, minute = self.layout_now.axis.at(where.x() - self._across())
        step = 30
        self._walk.stand(Standing(None, row.key if row is not None else BAND, day, minute // step * step))
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the name of a place go to its form, else type."""
        where = event.position().toPoint()
        row = self.layout_now.row_at(where.y() - self._down()) if where.y() >= self._top() else None
        if where.x() < NAMES and row is not None and row.key and self.options.by in ("venues", "artists"):
            self.state.desk.go_to(self.options.by, (self.options.by, row.key))
            return
        super().mouseDoubleClickEvent(event)

    def click_elsewhere(self, where: QPoint) -> bool:
        """Links and folds; names and the hours mean nothing."""
        if self._foot_rect().contains(where):
            self.options.toggle_all()
            return True
        if where.y() >= self._head() and where.y() < self._top() and where.x() >= NAMES:
            x, y = where.x() - self._across(), where.y() - self._head()
            if any(more.rect.contains(x, y) for more in self.band_now.more):
                self.list_wanted.emit(self.layout_now.axis.at(x)[0])
                return True
        axis = self.layout_now.axis
        inside = (where.x() - self._across()) % max(1, axis.pitch)
        after = axis.lead + (axis.last - axis.first) * axis.hour
        if where.x() >= NAMES and where.y() >= self._top() and (inside < axis.lead or inside > after):
            self._unfolded = True
            self.refresh()
            return True
        return where.x() < NAMES or where.y() < self._head()

    def _foot_rect(self) -> QRect:
        if not self._foot():
            return QRect()
        top = self.layout_now.height + self._down()
        return QRect(0, max(top, self._top()), 320, FOOT) if top + FOOT > self._top() else QRect()

    # -- painting ------------------------------------------------------------------------------------------------

    def paint_base(self, painter: QPainter) -> None:
        """Rows, band and hours."""
        DayPainter(self.state.painter_for(self.devicePixelRatioF())).paint(painter, self._scene())

    def _scene(self) -> DayScene:
        state, size = self.state, self.viewport().size()
        return DayScene(
            self.layout_now, self.band_now, self._content, state.items, state.marks, state.desk.wording,
            (size.width(), size.height()), self._head(), self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(), self._facts, self._bands_of, self._icon, self._foot(),
            self.options.by != "venues", self._suns, self._minute_now(),
        )  # fmt: skip

    def _facts(self, row: Row) -> RowFacts:
        wording, plan = self.state.desk.wording, self.state.items.plan
        if not row.is_head:
            return row_facts(wording, plan, self.options.by, row.key)
        facts = group_facts(wording, plan, row.key)
        back = self._visits.get(row.key)
        if back is None:
            return facts
        since = wording.plural("{n} day ago", "{n} days ago", back)
        return facts._replace(second=" · ".join(part for part in (facts.second, since) if part))

    def _bands_of(self, row: str, day: datetime.date) -> Sequence[RowBand]:
        key = (row, day)
        if key not in self._bands:
            self._bands[key] = bands_of(self.state.desk.wording, self.state.items.plan, self.options.by, row, day)
        return self._bands[key]

    def _icon(self, name: str) -> QPixmap:
        return self.state.desk.look.pixmap(name, "sunset" if name == "sunset" else "text2", 14)

    def _minute_now(self) -> tuple[datetime.date, int] | None:
        """The minute of the clock, when its day is shown and stands for today."""
        now = QDateTime.currentDateTime()
        day: Any = now.date().toPython()
        minute = now.time().hour() * 60 + now.time().minute()
        if minute < DAY_ENDS:
            day, minute = day - datetime.timedelta(days=1), minute + DAY
        return (day, minute) if day in self.days and self.state.desk.plan.season.reference_date is None else None

    def paint_overlay(self, painter: QPainter) -> None:
        """Rings, the keyboard's place, and the chosen time among the hours."""
        size = self.viewport().size()
        painter.save()
        painter.setClipRect(QRect(NAMES, self._head(), size.width() - NAMES, size.height() - self._head()))
        self.paint_rings(painter)
        if self.state.current is None and self.shows_cursor() and self.state.cursor in self.days:
            paint_cursor(painter, self.state.desk.theme, self._cursor_area())
        painter.restore()
        self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        item = self.state.items.item(self.state.current) if self.state.current else None
        span = self._dragged_span() if self.drag.cargo is not None else None
        block = next(iter(self.layout_now.pieces_of(item.key)), None) if item is not None else None
        if span is None and item is not None and block is not None and item.start is not None and not block.is_thin:
            end = item.end if item.end is not None and item.end > item.start else item.start
            night = DAY if item.start < DAY_ENDS else 0
            span = (block.day, item.start + night, end + night)
        if span is None:
            return
        wording = self.state.desk.wording
        day, start, end = span
        text = wording.clock_span(start % DAY, end % DAY) if end > start else wording.clock(start)
        pen = self.state.painter_for(self.devicePixelRatioF())
        rect = badge_rect(self.layout_now, day, start, end, pen.texts.width(text, "micro-strong"))
        painter.save()
        painter.setClipRect(QRect(NAMES, 0, self.viewport().width() - NAMES, self._top()))
        paint_badge(painter, pen, qrect(rect, self._across(), self._head() - 24), text)
        painter.restore()

    def _dragged_span(self) -> tuple[datetime.date, int, int] | None:
        target, cargo = self._target, self.drag.cargo
        if target is None or cargo is None or target.place is None or target.place.day not in self.days:
            return None
        left = target.area.left() - self.viewport().mapToGlobal(QPoint(0, 0)).x() - self._across()
        day, start = self.layout_now.axis.at(left)
        end = self.layout_now.axis.at(left + target.area.width())[1]
        if target.place.start is not None and not cargo.edge:
            start, end = target.place.start, target.place.start + end - start
        return None if target.place.start is None and not cargo.edge else (day, start, end)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing floats over another view."""
        self.options.close_menu()
        super().hideEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the names and some hours."""
        return QSize(NAMES + 8 * HOUR, 400)


def _into_view(bar: Any, begins: int, ends: int, room: int) -> None:
    if begins < bar.value():
        bar.setValue(begins - 12)
    elif ends > bar.value() + room:
        bar.setValue(min(ends - room + 12, begins - 12))
