"""The schedule workspace: month, week and list of one plan, the tray, filter, dragging between them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from director_app.domain.facts import Subject
from director_app.domain.programme import Delivery
from director_app.ui.desk import Desk
from director_app.ui.on_site.names import ON_SITE, ON_SITE_KEY, TO_TELL
from director_app.ui.on_site.switch import OnSiteSwitch
from director_app.ui.opening import opening_day
from director_app.ui.schedule.drops import Drops
from director_app.ui.schedule.empty_card import EmptyCard
from director_app.ui.schedule.filter_strip import Filtered
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.gestures import Drag, letter_of
from director_app.ui.schedule.ghost import Ghost
from director_app.ui.schedule.grid_keys import COMMANDS
from director_app.ui.schedule.grid_view import GridView
from director_app.ui.schedule.hour_grid import HourGrid
from director_app.ui.schedule.left_as import LeftAs
from director_app.ui.schedule.month_view import MonthView
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.outside_drops import OutsideDrops
from director_app.ui.schedule.public_days import public_days
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.toolbar_parts import ToolbarParts
from director_app.ui.schedule.tray import Tray
from director_app.ui.schedule.tray_rows import waiting_applications
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.schedule.views import KEYS, VIEWS, WIDE, View, names_of, title_of, turned
from director_app.ui.workspaces.page import Page

if TYPE_CHECKING:
    from director_app.ui.schedule.day_view import DayView
    from director_app.ui.schedule.filter_panel import FilterPanel
    from director_app.ui.schedule.list_part import ListPart
    from director_app.ui.schedule.list_view import ListView
    from director_app.ui.schedule.menu import ItemMenu
    from director_app.ui.schedule.season_view import SeasonView
    from director_app.ui.schedule.week_view import WeekView

LATER_MS: Final = 200
TRAY_FOLDS_BELOW: Final = 1000
"""Width of the workspace under which the tray is folded at first."""


class SchedulePage(Page):
    """The workspace 일정."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("schedule-page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to the tray, not through here to the view
        self.state = ScheduleState(desk, self)
        self.verbs = Verbs(self.state, self)
        self._left_as = LeftAs(self.state, self)
        self.drag = Drag(self)
        self.tray = Tray(self.state, self.verbs, self.drag, self)
        self.month = MonthView(self.state, self.verbs, self.drag, self)
        self._stack = QStackedWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tray)
        self.filtered = Filtered(self.state, self._stack, self)
        row.addWidget(self.filtered, 1)
        self._stack.addWidget(self.month)
        self.view: View = "month"
        self._opened = self._closed = self._folded_for_list = False
        self.site = OnSiteSwitch(self.state, self._stack, self)
        self.ghost = Ghost(self.state, self)
        self.card = EmptyCard(desk.look, self._stack)
        self.parts = ToolbarParts(desk.look, self)
        self.drops = Drops(self.drag, self.verbs, self._shown, self._turn_page, self)
        self.drops.turn_over(self.parts.back, self.parts.forth)
        self._from_outside = OutsideDrops(desk, self.drag, self)
        self._connect()
        self.retranslate()

    # -- parts made when they are first wanted ------------------------------------------------------------------

    @cached_property
    def week(self) -> WeekView:
        """The week."""
        from director_app.ui.schedule.week_view import WeekView

        made = WeekView(self.state, self.verbs, self.drag, self)
        made.menu_wanted.connect(self._show_menu)
        made.page_wanted.connect(self._turn_page)
        made.setAccessibleName(self.desk.wording.text("Week"))
        self._stack.addWidget(made)
        return made

    @cached_property
    def day(self) -> DayView:
        """The day."""
        from director_app.ui.schedule.day_view import DayView

        made = DayView(self.state, self.verbs, self.drag, self)
        made.menu_wanted.connect(self._show_menu)
        made.page_wanted.connect(self._turn_page)
        made.list_wanted.connect(self._list_of_day)
        made.options.changed.connect(self.toolbar_changed)
        made.setAccessibleName(self.desk.wording.text("Day"))
        self._stack.addWidget(made)
        return made

    @cached_property
    def season(self) -> SeasonView:
        """The season."""
        from director_app.ui.schedule.season_view import SeasonView

        made = SeasonView(self.state, self.verbs, self.drag, self)
        made.menu_wanted.connect(self._show_menu)
        made.page_wanted.connect(self._turn_page)
        made.setAccessibleName(self.desk.wording.text("Season"))
        self._stack.addWidget(made)
        return made

    @cached_property
    def list(self) -> ListPart:
        """The list."""
        from director_app.ui.schedule.list_part import ListPart

        made = ListPart(self.state, self.verbs, self)
        made.retranslate()
        self.parts.copy.clicked.connect(made.table.copy_table)
        self._stack.addWidget(made)
        return made

    @cached_property
    def filter_panel(self) -> FilterPanel:
        """The filter."""
        from director_app.ui.schedule.filter_panel import FilterPanel

        made = FilterPanel(self.state, self)
        made.changed.connect(self._filter_changed)
        return made

    @cached_property
    def _menu(self) -> ItemMenu:
        from director_app.ui.schedule.menu import ItemMenu

        return ItemMenu(self.state, self.verbs)

    def _shown(self) -> QWidget:
        return self._widget_of(self.view)

    def _widget_of(self, view: View) -> QWidget:
        if view == "week":
            return self.week
        if view == "day":
            return self.site.view if self.site.is_on else self.day
        if view == "season":
            return self.season
        return self.list if view == "list" else self.month

    def _table(self) -> ListView | None:
        """The list's table, when the list was ever shown."""
        return self.list.table if "list" in self.__dict__ else None

    def language_changed(self) -> None:
        """Say everything again, the names of days too."""
        super().language_changed()
        self._look_up_days()

    def _connect(self) -> None:
        parts = self.parts
        parts.back.clicked.connect(self.page_back)
        parts.forth.clicked.connect(self.page_forth)
        parts.today.clicked.connect(self.go_today)
        parts.switch.chosen.connect(self.choose_view)
        parts.on_site.clicked.connect(self._switch_on_site)
        self.site.left_for.connect(self._leave_site_for)
        parts.smaller.clicked.connect(self.zoom_out)
        parts.larger.clicked.connect(self.zoom_in)
        parts.filter.clicked.connect(self.focus_filter)
        self.filtered.cleared.connect(self._filter_changed)
        self.month.menu_wanted.connect(self._show_menu)
        self.month.page_wanted.connect(self._turn_page)
        self.state.strolled.connect(self.toolbar_changed)
        self.month.list_wanted.connect(self._list_of_day)
        self.drag.began.connect(self.ghost.begin)
        self.drag.moved.connect(self.ghost.move_to)
        self.drag.ended.connect(self.ghost.end)
        self.state.turned.connect(self.toolbar_changed)
        self.state.refreshed.connect(self._show_card)
        self.card.import_wanted.connect(self._import)
        self.card.propose_wanted.connect(self.tray.propose.click)
        self.drag.began.connect(self.card.hide)
        self.drag.ended.connect(self._show_card)
        self.card.new_wanted.connect(self._new_here)
        self.tray.left_open.connect(self._left_as.keep_tray)

    # -- the toolbar -------------------------------------------------------------------------------------------

    def toolbar_title(self) -> str:
        """The month, the day, or the first and last day shown."""
        return title_of(self.desk.wording, self.desk.plan, self.view, self.state.day, self._days_shown())

    def _days_shown(self) -> int:
        return len(self.day.days) if self.view == "day" and not self.site.is_on else 1

    @property
    def has_room_for_inspector(self) -> bool:
        """On site the people to tell stand there."""
        return not self.site.is_on

    def toolbar_left(self) -> Sequence[QWidget]:
        """Arrows around today."""
        return self.parts.left

    def toolbar_middle(self) -> QWidget | None:
        """The view switch."""
        return self.parts.switch

    def toolbar_right(self) -> Sequence[QWidget]:
        """Zoom, copying the list, and the filter."""
        return self.parts.right

    # -- what it follows ---------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self.desk.wording
        self.setAccessibleName(wording.text("Schedule"))
        self.parts.retranslate(wording, self.view)
        names = names_of(wording)
        self.month.setAccessibleName(names["month"])
        for view, name in names.items():
            if view in self.__dict__ and view != "list":
                self._widget_of(view).setAccessibleName(name)
        self.parts.name_filter(wording, self.state.items.filter)
        if "list" in self.__dict__:
            self.list.retranslate()
        self.state.retranslate()
        self.tray.retranslate()
        self.card.retranslate()

    def plan_replaced(self) -> None:
        """Show the plan from scratch, opened where something lies."""
        if not self._opened:
            self._opened = True
            self.state.day = self.state.cursor = opening_day(self.desk.plan, self.desk.today())
            if (left := self._left_as.restore()) is not None:
                view, is_tray_open = left
                if not is_tray_open:
                    self.tray.fold()
                self.show_view(view)
        self.state.show_plan()
        if (table := self._table()) is not None:
            table.show_plan()
        self._show_card()
        # Names of holidays come later: their library is heavy and the first paint shall not wait.
        QTimer.singleShot(LATER_MS, self, self._look_up_days)

    def plan_closed(self) -> None:
        """Begin nothing any more."""
        self._closed = True
        self.drag.cancel()

    def _look_up_days(self) -> None:
        if self._closed:
            return
        years = {day.year for day in self.desk.plan.days()} | {self.state.day.year}
        near = tuple(sorted(year for year in years if abs(year - self.state.day.year) <= 2))
        self.desk.background.run(public_days, near, self.desk.wording.language, then=self.state.name_public_days)

    def plan_changed(self, outcome: Any) -> None:
        """Show what an operation changed."""
        self.state.follow(outcome)
        if (table := self._table()) is not None:
            table.follow(outcome)

    def problems_changed(self, problems: Any) -> None:
        """Show what the planner found."""
        self.state.show_problems(problems)
        if (table := self._table()) is not None:
            if self.state.items.filter.only_problems:
                table.show_plan()
            else:
                table.look_again()

    def selection_changed(self, selection: Any) -> None:
        """Show what is selected elsewhere."""
        self.state.follow_selection(selection)

    def theme_changed(self, theme: Any) -> None:
        """Draw in the new colours."""
        super().theme_changed(theme)
        if (table := self._table()) is not None:
            table.look_again()
        self.state.refreshed.emit()

    def show_subject(self, subject: object) -> None:
        """Show a day or an item; a name of a view shows that view, a filter shows the list of what it keeps."""
        if isinstance(subject, Filter):
            self.show_view("list")
            self.filter_panel.take(subject)
        elif isinstance(subject, datetime.date):
            self.state.turn_to(subject)
        elif isinstance(subject, Subject):
            self._show_record(subject)
        elif subject in (*VIEWS, ON_SITE):
            self.show_view(subject)
        elif subject == TO_TELL:
            self.show_view(ON_SITE)
            self.site.view.show_box()

    def _show_record(self, subject: Subject) -> None:
        record = self.desk.plan.find(*subject)
        if subject.kind == "applications":
            self.tray.show_tab("applications")
            self.tray.unfold()
        if subject.kind != "deliveries" or record is None:
            return
        if record.date is None:
            self.tray.show_tab("undecided")
            self.tray.unfold()
        else:
            self.state.turn_to(record.date)
            self._take_filter_away_for(record)
        self.state.select(record.id, day=record.date)
        if self.site.is_on:
            self.site.view.show_item(record.id)
        shown = self._widget_of(self.view)
        if record.date is not None and isinstance(shown, GridView):
            shown.bring_out(record.id)

    def _take_filter_away_for(self, record: Delivery) -> None:
        """What is to be shown is shown, also when a filter hides it; that is said."""
        if self.state.items.keeps(record):
            return
        self.filter_panel.clear()
        self.desk.say(self.desk.wording.text("The filter hid this date and was taken away."))

    def state_for_pictures(self) -> Sequence[str]:
        """The other views."""
        return (*(view for view in VIEWS if view != "month"), ON_SITE)

    def focus_filter(self) -> None:
        """Open the filter and put the cursor into its field."""
        self.filter_panel.open_under(self.parts.filter)

    # -- views and days ----------------------------------------------------------------------------------------

    def choose_view(self, view: object) -> None:
        """Show a view and open with it the next time."""
        self.show_view(view)
        self._left_as.keep_view(self.view)

    def show_view(self, view: object) -> None:
        """Show month, week, day (also on site), season or list."""
        if view in VIEWS:
            self.state.turn_to_cursor(turns=view != self.view)
            self.view = view
        elif view == ON_SITE:
            self.view = "day"
        else:
            return
        self.site.is_on = view == ON_SITE
        self.parts.switch.choose(self.view)
        widget = self._widget_of(self.view)
        self._stack.setCurrentWidget(widget)
        self.card.raise_()
        self.parts.show_for(self.view, is_on_site=self.site.is_on)
        self.site.turn()
        self._fold_for(self.view)
        self.toolbar_changed.emit()
        widget.setFocus()

    def _switch_on_site(self, is_wanted: bool) -> None:
        self.show_view(ON_SITE if is_wanted else "day")

    def _leave_site_for(self, subject: Subject) -> None:
        """What is not decided on site is changed in the details beside the timeline."""
        self.show_view("day")
        self._show_record(subject)

    def _fold_for(self, view: View) -> None:
        """List and day want the width: the tray makes room and comes back with the other grids."""
        if view in WIDE and not self.tray.is_folded:
            self.tray.fold()
            self._folded_for_list = True
        elif view not in WIDE and self._folded_for_list:
            self._folded_for_list = False
            self.tray.unfold()

    def zoom_in(self) -> None:
        """Make the hours larger."""
        self._zoom(1)

    def zoom_out(self) -> None:
        """Make the hours smaller."""
        self._zoom(-1)

    def _zoom(self, step: int) -> None:
        shown = self._shown()
        if isinstance(shown, HourGrid):
            shown.zoom(step)

    def command(self, key: str) -> None:
        """Do what one of the schedule's commands in the table of actions names: a view, or what a grid does."""
        name = key.partition("-")[2]
        if key.startswith("view-"):
            self.choose_view(name)
            return
        shown = self._shown()
        shown.setFocus()
        call = COMMANDS.get(key)
        if isinstance(shown, GridView) and call is not None:
            call(shown)

    def go_today(self) -> None:
        """Show today."""
        self.state.turn_to(self.desk.today())

    def page_back(self) -> None:
        """The month, week or day before."""
        self._turn_page(-1)

    def page_forth(self) -> None:
        """The next month, week or day."""
        self._turn_page(1)

    def _turn_page(self, step: int) -> None:
        state = self.state
        state.turn_to(turned(self.view, state.day, state.cursor, step, self._days_shown()))

    def _list_of_day(self, day: datetime.date) -> None:
        self.state.turn_to(day)
        self.show_view("list")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """M, W, D, S and L change the view, with a Korean layout too."""
        view = ON_SITE if letter_of(event) == ON_SITE_KEY else KEYS.get(letter_of(event))
        if view is not None:
            self.choose_view(view)
        elif event.key() == Qt.Key.Key_Escape and self.drag.cargo is not None:
            self.drag.cancel()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, _event: object) -> None:
        """The keyboard belongs to the view."""
        self._widget_of(self.view).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the tray is folded at first."""
        super().resizeEvent(event)
        was_narrow = 0 < event.oldSize().width() < TRAY_FOLDS_BELOW
        if self.width() < TRAY_FOLDS_BELOW and not was_narrow and not self.tray.is_folded:
            self.tray.fold()

    # -- acting ------------------------------------------------------------------------------------------------

    def _show_menu(self, where: QPoint, place: Place | None) -> None:
        shown = self._widget_of(self.view)
        if isinstance(shown, GridView):
            self._menu.popup(shown, place, where)

    def _filter_changed(self, chosen: Filter) -> None:
        self.state.set_filter(chosen)
        if (table := self._table()) is not None:
            table.show_plan()
        self.parts.name_filter(self.desk.wording, self.state.items.filter)

    def _show_card(self) -> None:
        plan = self.desk.plan
        if not plan.deliveries:
            self.card.teach(waits=bool(waiting_applications(plan)))
        self.card.setVisible(not plan.deliveries and self.drag.cargo is None)
        self.card.raise_()

    def _import(self) -> None:
        action = self.window().findChild(QAction, "import-table")
        if action is not None:
            action.trigger()

    def _new_here(self) -> None:
        self.show_view("month")
        self.month.type_new(Place(self.state.cursor), self.month.area_of_day(self.state.cursor))
