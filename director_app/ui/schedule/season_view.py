"""The season: areas by weeks, how many and for whom; under them the items of the week looked at."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from director_app.domain.ids import AreaId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.requests import Application
from director_app.domain.timeline import days_between
from director_app.planner.answering import venue_of_company
from director_app.planner.coverage import AreaRow
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.geometry import WEEK
from director_app.ui.schedule.geometry_season import (
    HEAD,
    NAMES,
    ROW,
    SeasonCell,
    SeasonLayout,
    day_in_week,
    layout_season,
)
from director_app.ui.schedule.gestures import Cargo, Drag, Target
from director_app.ui.schedule.grid_view import GridView, qrect
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.overlay import paint_cursor
from director_app.ui.schedule.season_painting import SeasonPainter, SeasonScene
from director_app.ui.schedule.season_reach import NOWHERE, CrewRow, Reach, area_of_row, is_for, reach_of_filter
from director_app.ui.schedule.season_words import cell_sentence, for_whom, one_more
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs

AT_ONCE = 6000
"""So many deliveries are counted within a frame or two; more are counted beside the window."""


class SeasonView(GridView):
    """A season."""

    def __init__(self, state: ScheduleState, verbs: Verbs, drag: Drag, parent: QWidget | None = None) -> None:
        super().__init__(state, verbs, drag, parent)
        self.setObjectName("schedule-season")
        self._read_key: tuple[Any, ...] = ()
        self._read_plan: Plan | None = None
        self._reach = Reach()
        self._row = 0
        #: The areas whose shifts are shown.
        self._unfolded: frozenset[AreaId] = frozenset()
        self.layout_now: SeasonLayout = layout_season((), 0, 600, ())

    # -- where things stand --------------------------------------------------------------------------------------

    def relayout(self) -> None:
        """Count again when something changed, and lay out for the present size."""
        self._read()
        self._row = min(self._row, max(0, len(self._rows) - 1))
        size = self.viewport().size()
        weeks = self._reach.weeks
        self.layout_now = layout_season(weeks, len(self._rows), size.width(), ())
        self.layout_now = layout_season(weeks, len(self._rows), size.width(), self._keys_here())
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.layout_now.height - (size.height() - HEAD)))
        down.setPageStep(max(1, size.height() - HEAD))
        down.setSingleStep(ROW)
        across.setRange(0, max(0, self.layout_now.width - (size.width() - NAMES)))
        across.setPageStep(max(1, size.width() - NAMES))
        across.setSingleStep(self.layout_now.pitch)

    def _read(self) -> None:
        items = self.state.items
        key = (
            id(items.plan),  # compared by what it is: comparing two plans takes long
            items.filter,
            items.index.levels if items.filter.only_problems else None,
            self.state.marks.today,
            self._unfolded,
        )
        if key == self._read_key:
            return
        self._read_key, self._read_plan = key, items.plan
        today, levels = self.state.marks.today, dict(items.index.levels)
        if len(items.plan.deliveries) <= AT_ONCE:
            self._reach = reach_of_filter(items.plan, today, items.filter, levels, self._unfolded)
        else:
            background = self.state.desk.background
            work = (key, items.plan, today, items.filter, levels, self._unfolded)
            background.run(_counted, *work, then=self._arrived)

    def _arrived(self, counted: tuple[tuple[Any, ...], Reach]) -> None:
        """A very large season was counted beside the window; what is older than the plan shown is dropped."""
        if counted[0] == self._read_key:
            self._reach = counted[1]
            self.refresh()

    def base_key(self) -> tuple[Any, ...]:
        """The cell looked at."""
        return (id(self.layout_now), self.cell, self.state.marks)

    @property
    def _rows(self) -> tuple[AreaRow, ...]:
        return self._reach.rows

    @property
    def cell(self) -> SeasonCell | None:
        """The area and week looked at."""
        week = self.layout_now.week_of(self.state.cursor)
        return SeasonCell(self._row, week) if week is not None and self._rows else None

    def _deliveries_of(self, cell: SeasonCell) -> list[Delivery]:
        items, row = self.state.items, self._rows[cell.row]
        first = self.layout_now.weeks[cell.week]
        days = days_between(first, first + datetime.timedelta(days=WEEK - 1))
        found = [one for day in days for one in items.index.on_day(day)]
        found += [one for one in items.index.lasting(days[0], days[-1]) if one.date is not None and one.date >= first]
        return [one for one in found if is_for(items.plan, one, row)]

    def _area_of(self, one: Delivery) -> AreaId:
        return area_of_row(self.state.items.plan, one)

    def _keys_here(self) -> list[str]:
        cell = self.cell
        return [one.id for one in self._deliveries_of(cell)] if cell is not None else []

    def _down(self) -> int:
        return HEAD - self.verticalScrollBar().value()

    def _across(self) -> int:
        return NAMES - self.horizontalScrollBar().value()

    def _cell_at(self, where: QPoint) -> SeasonCell | None:
        if where.y() < HEAD or where.x() < NAMES:
            return None
        return self.layout_now.cell_at(where.x() - self._across(), where.y() - self._down())

    def key_at(self, where: QPoint) -> str | None:
        """The item under a point, among those of the week looked at."""
        found = self.layout_now.item_at(where.x(), where.y() - self._down()) if where.y() >= HEAD else None
        return found.key if found else None

    def drawn_keys(self) -> Iterable[str]:
        """The items laid out."""
        return (one.key for one in self.layout_now.items)

    def rects_of(self, key: str) -> list[QRect]:
        """Where an item stands."""
        return [qrect(one.rect, 0, self._down()) for one in self.layout_now.items if one.key == key]

    def _rect_of(self, cell: SeasonCell) -> QRect:
        return qrect(self.layout_now.rect_of(cell), self._across(), self._down())

    def place_at(self, where: QPoint, *, grip: int = 0, snaps: bool = True) -> tuple[Place, QRect] | None:
        """The week under a point, on the weekday of the keyboard."""
        del grip, snaps
        cell = self._cell_at(where)
        if cell is None:
            return (Place(self.state.cursor), QRect(where.x(), where.y(), 1, 1)) if self.key_at(where) else None
        return Place(self._day_of(cell.week)), self._rect_of(cell)

    def _day_of(self, week: int) -> datetime.date:
        return day_in_week(self.layout_now.weeks[week], self.state.cursor)

    def target_at(self, where: QPoint, cargo: Cargo, *, snaps: bool) -> Target | None:
        """Where it would land: the same weekday, or a day wished for, or the first working day; in the area."""
        del snaps
        cell = self._cell_at(self.viewport().mapFromGlobal(where))
        if cell is None:
            return None
        week = self.layout_now.weeks[cell.week]
        area = self._rows[cell.row].id
        if cargo.application is not None:
            day = self._wished(cargo.application, week) or day_in_week(week, None, self._free(week))
            known = self._area_of_application(cargo.application)
        elif cargo.grabbed is not None:
            day = day_in_week(week, cargo.grabbed.date, self._free(week))
            known = self._area_of(cargo.grabbed)
        else:
            return None
        place = Place(day)
        if area not in (NOWHERE, known):
            place = place._replace(keeps_venue=False, venue=None, area=area)
        return Target(place, self._rect_of(cell).translated(self.viewport().mapToGlobal(QPoint(0, 0))))

    def _free(self, week: datetime.date) -> list[datetime.date]:
        days = [week + datetime.timedelta(days=step) for step in range(WEEK)]
        return [day for day in days if self.state.marks.of(day).is_holiday]

    def _wished(self, application: Application, week: datetime.date) -> datetime.date | None:
        last = week + datetime.timedelta(days=WEEK - 1)
        for wish in application.wishes:
            if wish.first_day is not None and wish.first_day <= last and (wish.last_day or wish.first_day) >= week:
                return max(wish.first_day, week)
        return None

    def _area_of_application(self, application: Application) -> AreaId | None:
        plan = self.state.items.plan
        if application.area is not None or application.organisation is None:
            return application.area
        venue = venue_of_company(plan, application.organisation)
        return plan.venues[venue].area if venue is not None else None

    def order(self) -> list[str]:
        """The items of the week looked at."""
        return [one.key for one in self.layout_now.items]

    # -- keys ----------------------------------------------------------------------------------------------------

    def step_of(self, dx: int, dy: int) -> tuple[int, int]:
        """Sideways a week."""
        del dy
        return dx * WEEK, 0

    def move_by(self, dx: int, dy: int) -> None:
        """Ctrl with an arrow: a week sooner or later, or to the area above or below."""
        chosen = self.state.chosen()
        row = self._row + dy
        while dy and 0 <= row < len(self._rows) and isinstance(self._rows[row], CrewRow):
            row += dy  # from area to area: a shift has no place of its own
        if not dy or not chosen or chosen[0].date is None:
            super().move_by(dx, 0)
        elif 0 <= row < len(self._rows) and self._rows[row].id != NOWHERE:
            day = chosen[0].date
            place = Place(day, keeps_venue=False, venue=None, area=self._rows[row].id)
            self._row = row
            self.verbs.move(chosen, chosen[0], place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space goes on to the items of the cell, plus and minus unfold and fold the shifts of its area."""
        keys = self.order()
        if event.key() == Qt.Key.Key_Space and self.state.current is None and keys and self.drag.cargo is None:
            self.state.select(keys[0])
            return
        cell = self.cell
        if cell is not None and event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.unfold(self._rows[cell.row].id, shown=event.key() == Qt.Key.Key_Plus)
            return
        super().keyPressEvent(event)

    def unfold(self, area: AreaId, *, shown: bool) -> None:
        """Show the shifts of an area under it, or hide them; the cursor stays in its area."""
        if area not in self._reach.foldable or (area in self._unfolded) == shown:
            return
        here = self._rows[self._row].id
        self._unfolded = self._unfolded | {area} if shown else self._unfolded - {area}
        self._read()
        self._row = next((at for at, row in enumerate(self._rows) if row.id == here), 0)
        self.refresh()

    def _named_at(self, where: QPoint) -> AreaRow | None:
        """The row whose name is under a point."""
        row = (where.y() - self._down()) // ROW
        return self._rows[row] if where.x() < NAMES and where.y() >= HEAD and 0 <= row < len(self._rows) else None

    def neighbour(self, dx: int, dy: int) -> tuple[str | None, datetime.date]:
        """From cell to cell; under the last area come the items of the week."""
        keys = self.order()
        cursor = self.state.cursor
        if self.state.current in keys:
            at = keys.index(self.state.current) + (dx or dy)
            if dy < 0 or at < 0:
                return None, cursor
            return keys[min(at, len(keys) - 1)], cursor
        row = self._row + dy
        if row >= len(self._rows) and keys:
            return keys[0], cursor
        self._row = min(max(row, 0), max(0, len(self._rows) - 1))
        day = cursor + datetime.timedelta(days=WEEK * dx)
        weeks = self.layout_now.weeks
        if not weeks or self.layout_now.week_of(day) is not None:
            return None, day
        return None, day_in_week(weeks[0] if day < weeks[0] else weeks[-1], cursor)

    def enter(self) -> None:
        """On an item type its date and time; go to a week with items; start an item where there is none."""
        if self.state.current is not None and self.state.is_selected(self.state.current):
            self.type_when()
            return
        cell, keys = self.cell, self.order()
        if cell is None:
            return
        if keys:
            one = self.verbs.delivery(keys[0])
            self.state.desk.go_to("schedule", "week")
            self.state.turn_to(one.date if one is not None and one.date is not None else self._day_of(cell.week))
            self.state.select(keys[0])
        else:
            self.type_here(cell)

    def type_here(self, cell: SeasonCell) -> None:
        """Type a new item for an area and week."""
        week = self.layout_now.weeks[cell.week]
        area = self._rows[cell.row].id
        place = Place(day_in_week(week, None, self._free(week)), area=area or None)
        rect = self._rect_of(cell)
        self.type_new(place, rect.translated(0, ROW))
        self._row = cell.row

    def area_of_day(self, day: datetime.date) -> QRect:
        """Under the cell of a day."""
        week = self.layout_now.week_of(day)
        if week is None:
            return super().area_of_day(day)
        return self._rect_of(SeasonCell(self._row, week)).translated(0, ROW)

    def reveal(self) -> None:
        """Scroll the cell of the keyboard into view; show the row of the selected item."""
        one = self.verbs.delivery(self.state.current) if self.state.current else None
        if one is not None and self.state.current not in self.order():
            area = self._area_of(one)
            self._row = next((at for at, row in enumerate(self._rows) if row.id == area), self._row)
        if self._keys_here() != self.order():
            self.relayout()
        cell = self.cell
        if cell is None:
            return
        rect, bar = self.layout_now.rect_of(cell), self.horizontalScrollBar()
        room = self.viewport().width() - NAMES
        if rect.x < bar.value():
            bar.setValue(rect.x)
        elif rect.right > bar.value() + room:
            bar.setValue(rect.right - room)

    # -- the mouse -----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at a cell."""
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self._row = cell.row
        elif (named := self._named_at(event.position().toPoint())) is not None and named.id in self._reach.foldable:
            self.unfold(named.id, shown=named.id not in self._unfolded)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Like Enter."""
        cell = self._cell_at(event.position().toPoint())
        if cell is None:
            super().mouseDoubleClickEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.enter()

    def click_elsewhere(self, where: QPoint) -> bool:
        """Names and the head mean nothing."""
        return self._cell_at(where) is None

    def hover(self, where: QPoint) -> None:
        """A hand over cells and items."""
        named = self._named_at(where)
        if self._cell_at(where) is not None or (named is not None and named.id in self._reach.foldable):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            super().hover(where)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A cell says in words what it shows."""
        if watched is self.viewport() and event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(event.pos())
            if cell is not None:
                QToolTip.showText(event.globalPos(), self.in_words(cell), self.viewport())
                return True
        return super().eventFilter(watched, event)

    def in_words(self, cell: SeasonCell) -> str:
        """What a cell shows, as a sentence."""
        return cell_sentence(self.state.desk.wording, self._reach, self._rows[cell.row], cell.week)

    def cursor_text(self) -> str:
        """What the keyboard stands on, for a screen reader."""
        cell = self.cell
        return self.in_words(cell) if cell is not None else super().cursor_text()

    # -- painting ------------------------------------------------------------------------------------------------

    def paint_base(self, painter: QPainter) -> None:
        """Areas, weeks and the week looked at."""
        state, size, cell = self.state, self.viewport().size(), self.cell
        wording = state.desk.wording
        scene = SeasonScene(
            self.layout_now, self._rows, state.items, wording, state.marks.today, (size.width(), size.height()),
            self.horizontalScrollBar().value(), self.verticalScrollBar().value(),
            self.in_words(cell) if cell is not None else "",
            self._about(cell) if cell is not None else "",
            wording.text("Nobody comes here in this week. Enter or a double-click starts a date."),
            self._reach.foldable, self._unfolded,
        )  # fmt: skip
        SeasonPainter(state.painter_for(self.devicePixelRatioF())).paint(painter, scene)

    def _about(self, cell: SeasonCell) -> str:
        """For whom the dates of a cell are, and what one more would change."""
        wording, items = self.state.desk.wording, self.state.items
        more = one_more(wording, self._reach, self._rows[cell.row]) if items.filter.is_empty else ""
        return " · ".join(filter(None, (for_whom(wording, items.plan, self._deliveries_of(cell)), more)))

    def paint_overlay(self, painter: QPainter) -> None:
        """The cell looked at, and the rings of selected items."""
        painter.save()
        painter.setClipRect(QRect(0, HEAD, self.viewport().width(), self.viewport().height() - HEAD))
        self.paint_rings(painter)
        cell = self.cell
        if cell is not None:
            painter.setClipRect(QRect(NAMES, HEAD, self.viewport().width() - NAMES, self.viewport().height() - HEAD))
            paint_cursor(painter, self.state.desk.theme, self._rect_of(cell).adjusted(-2, 1, 2, -2))
        painter.restore()


def _counted(
    key: tuple[Any, ...],
    plan: Plan,
    today: datetime.date,
    chosen: Filter,
    levels: dict[str, str],
    unfolded: frozenset[AreaId],
    _stop: threading.Event,
) -> tuple[tuple[Any, ...], Reach]:
    return key, reach_of_filter(plan, today, chosen, levels, unfolded)
