"""The menus of the grids, of items and of empty time: what the keys do, with the keys beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from director_app.domain.facts import Subject
from director_app.domain.programme import Delivery, Status
from director_app.planner.problems import Level
from director_app.ui.schedule.grid_view import GridView
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.widgets.glyphs import GLYPH, paint_state
from director_app.ui.words import STATUS_WORDS, word

STATUSES = tuple(Status)
_LOST = (Status.CANCELLED, Status.POSTPONED)
Call = Callable[[], object]


class ItemMenu:
    """Builds and shows the menus; kept by the page so that its callbacks live."""

    def __init__(self, state: ScheduleState, verbs: Verbs) -> None:
        self._state = state
        self._verbs = verbs

    def popup(self, view: GridView, place: Place | None, where: QPoint) -> None:
        """Show the menu of the selected items, or of an empty time, at a global point."""
        menu = self.make_for(view) if place is None else self.make_empty(view, place)
        menu.popup(where)

    def make_empty(self, view: GridView, place: Place) -> QMenu:
        """What can be done on an empty time."""
        wording = self._state.desk.wording
        menu = self._menu(view)
        may = not self._state.desk.is_read_only
        new = partial(view.type_new, place, view.area_of_day(place.day))
        self._add(menu, "square-plus", wording.text("New date here"), "Enter", new, may)
        can_paste = may and self._verbs.copies.clip() is not None
        self._add(menu, "clipboard-paste", wording.text("Paste"), "Ctrl+V", partial(view.paste, place), can_paste)
        menu.addSeparator()
        self._add(menu, "", wording.text("Select everything shown"), "Ctrl+A", view.select_all, bool(view.order()))
        return menu

    def make_for(self, view: GridView) -> QMenu:
        """What can be done with the selected items of a grid."""
        wording, copies = self._state.desk.wording, self._verbs.copies
        menu = self.make(view, view.type_when)
        chosen = self._state.chosen()
        may, one = bool(chosen) and not self._state.desk.is_read_only, len(chosen) == 1
        first = menu.actions()[1] if len(menu.actions()) > 1 else None
        timed = one and chosen[0].start is not None and chosen[0].date is not None
        for icon, name, key, act, enabled in (
            ("calendar-days", wording.text("Move to another day …"), "Ctrl+M", view.ask_day, may),
            ("", wording.text("Move to the nearest good place"), "Ctrl+Enter", view.put_nearest, may and one),
            ("", wording.text("Shift this and all later of the day …"), "Ctrl+T", view.ask_shift, may and timed),
        ):
            action = self._add(menu, icon, name, key, act, enabled)
            if first is not None:
                menu.insertAction(first, action)
        last = menu.actions()[-2]  # before the line over the trash
        for icon, name, key, act, enabled in (
            ("", wording.text("Put it on more dates …"), "Ctrl+R", view.ask_dates, may and one),
            ("", wording.text("Series …"), "Ctrl+E", view.ask_series, may and self._verbs.series.member() is not None),
            ("", wording.text("Cut"), "Ctrl+X", copies.cut, may),
            ("copy", wording.text("Copy"), "Ctrl+C", copies.copy, bool(chosen)),
            ("clipboard-paste", wording.text("Paste"), "Ctrl+V", view.paste, may and copies.clip() is not None),
        ):
            menu.insertAction(last, self._add(menu, icon, name, key, act, enabled))
        trash = menu.actions()[-1]
        trash.triggered.disconnect()
        trash.triggered.connect(_Run(menu, view.remove).run)
        return menu

    def make(self, parent: QWidget, type_when: Call) -> QMenu:
        """What can be done with the selected items anywhere; it deletes itself when it closes."""
        look, wording = self._state.desk.look, self._state.desk.wording
        menu = self._menu(parent)
        chosen = self._state.chosen()
        may = bool(chosen) and not self._state.desk.is_read_only
        one = len(chosen) == 1
        self._add(menu, "clock", wording.text("Type date and time"), "T", type_when, may and one)
        details = partial(self._state.desk.command, "inspector")
        self._add(menu, "panel-right-open", wording.text("Show or hide details"), "Ctrl+I", details, bool(chosen))
        self._add_statuses(menu, may=may)
        self._add(menu, "copy", wording.text("Repeat a week later"), "Ctrl+D", self._verbs.copies.repeat, may)
        locked = bool(chosen) and all(delivery.is_locked for delivery in chosen)
        name = wording.text("Unlock") if locked else wording.text("Lock")
        icon = "lock-open" if locked else "lock"
        self._add(menu, icon, name, "Ctrl+L", self._verbs.toggle_lock, may)
        self._add(menu, "inbox", wording.text("Open the date again"), "", self._to_tray, may)
        if may and any(one.status in _LOST or self._clashes(one) for one in chosen):
            self._add(menu, "life-buoy", wording.text("Mend after a dropout or cancellation"), "", self._mend, may)
        menu.addSeparator()
        trash = self._add(menu, "trash-2", wording.text("Move to the trash"), "Del", self._verbs.remove, may)
        trash.setIcon(look.icons.icon("trash-2", "block"))
        return menu

    def _add_statuses(self, menu: QMenu, *, may: bool) -> None:
        wording, chosen = self._state.desk.wording, self._state.chosen()
        states = menu.addMenu(self._glyph(chosen[0].status if chosen else Status.IDEA), wording.text("Status"))
        states.setEnabled(may)
        for number, status in enumerate(STATUSES, start=1):
            name = word(wording, STATUS_WORDS, status)
            action = self._add(states, "", name, f"Alt+{number}", partial(self._verbs.set_status, status), may)
            action.setIcon(self._glyph(status))
            action.setCheckable(True)
            action.setChecked(bool(chosen) and all(delivery.status is status for delivery in chosen))

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _clashes(self, one: Delivery) -> bool:
        found = self._state.desk.problems_of(("deliveries", one.id))
        return any(problem.level is Level.BLOCK for problem in found)

    def _mend(self) -> None:
        chosen = frozenset(Subject("deliveries", one.id) for one in self._state.chosen())
        self._state.desk.go_to("proposal", chosen)

    def _to_tray(self) -> None:
        self._verbs.to_tray(self._state.chosen())

    def _add(self, menu: QMenu, icon: str, name: str, key: str, act: Call, enabled: object) -> QAction:
        # The key is shown, not bound: the grid reads its keys itself.
        action = QAction(f"{name}\t{key}" if key else name, menu)
        if icon:
            action.setIcon(self._state.desk.look.icons.icon(icon))
        action.setEnabled(bool(enabled))
        action.triggered.connect(_Run(menu, act).run)
        menu.addAction(action)
        return action

    def _glyph(self, status: Status) -> QIcon:
        theme = self._state.desk.theme
        picture = QPixmap(32, 32)
        picture.setDevicePixelRatio(2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_state(painter, theme, QRectF(3, 3, GLYPH, GLYPH), status, theme.color("text"))
        painter.end()
        return QIcon(picture)


class _Run(QObject):
    """Calls something without the tick of its entry; lives as long as the menu."""

    def __init__(self, menu: QMenu, act: Call) -> None:
        super().__init__(menu)
        self._act = act

    def run(self) -> None:
        """Call it."""
        self._act()
