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
from director_app.ui.opening import opening_day
from director_app.ui.pages.page import Page
from director_app.ui.schedule.empty_card import EmptyCard
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.gestures import Cargo, Drag, Target, letter_of
from director_app.ui.schedule.ghost import Ghost
from director_app.ui.schedule.grid_view import GridView
from director_app.ui.schedule.month_view import MonthView
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.public_days import public_days
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.tray import Tray
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.schedule.views import KEYS, VIEWS, WIDE, View, names_of, title_of, turned
from director_app.ui.settings import Settings
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from director_app.ui.schedule.day_view import DayView
    from director_app.ui.schedule.filter_panel import FilterPanel
    from director_app.ui.schedule.list_part import ListPart
    from director_app.ui.schedule.list_view import ListView
    from director_app.ui.schedule.menu import ItemMenu
    from director_app.ui.schedule.season_view import SeasonView
    from director_app.ui.schedule.week_view import WeekView

LATER_MS: Final = 200
TURN_MS: Final = 700
"""Held over an arrow of the toolbar for so long, a drag turns the month or week."""
TRAY_FOLDS_BELOW: Final = 1000
"""Width of the workspace under which the tray is folded at first."""


class SchedulePage(Page):
    """The workspace 일정."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("schedule-page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.state = ScheduleState(desk, self)
        self.verbs = Verbs(self.state, self)
        self.drag = Drag(self)
        self.tray = Tray(self.state, self.verbs, self.drag, self)
        self.month = MonthView(self.state, self.verbs, self.drag, self)
        self._stack = QStackedWidget(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tray)
        row.addWidget(self._stack, 1)
        self._stack.addWidget(self.month)
        self.view: View = "month"
        self._opened = self._closed = self._folded_for_list = False
        self.ghost = Ghost(self.state, self)
        self._edge_timer = QTimer(self)
        self._edge_timer.setInterval(TURN_MS)
        self._edge_step = 0
        self.card = EmptyCard(desk.look, self._stack)
        self._make_toolbar()
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
        self.copy_button.clicked.connect(made.table.copy_table)
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

    def _widget_of(self, view: View) -> QWidget:
        if view == "week":
            return self.week
        if view == "day":
            return self.day
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

    def _make_toolbar(self) -> None:
        look = self.desk.look
        self._back = Button(look, "", "glyph", "chevron-left", icon_size=18)
        self._today = Button(look, "", "quiet")
        self._forth = Button(look, "", "glyph", "chevron-right", icon_size=18)
        self.switch = Segments(look, "")
        self.filter_button = Button(look, "", "glyph", "list-filter", icon_size=18)
        self.copy_button = Button(look, "", "normal", "copy", self)
        self.copy_button.hide()

    def _connect(self) -> None:
        self._back.clicked.connect(self.page_back)
        self._forth.clicked.connect(self.page_forth)
        self._today.clicked.connect(self.go_today)
        self.switch.chosen.connect(self.choose_view)
        self._edge_timer.timeout.connect(self._turn_while_dragging)
        self.drag.moved.connect(self._near_arrow)
        self.drag.ended.connect(self._edge_timer.stop)
        self.filter_button.clicked.connect(self.focus_filter)
        self.month.menu_wanted.connect(self._show_menu)
        self.month.page_wanted.connect(self._turn_page)
        self.state.strolled.connect(self.toolbar_changed)
        self.month.list_wanted.connect(self._list_of_day)
        self.drag.began.connect(self.ghost.begin)
        self.drag.moved.connect(self.ghost.move_to)
        self.drag.ended.connect(self.ghost.end)
        self.drag.dropped.connect(self._dropped)
        self.verbs.series.asked.connect(self._ask_series)
        self.state.turned.connect(self.toolbar_changed)
        self.state.refreshed.connect(self._show_card)
        self.card.import_wanted.connect(self._import)
        self.card.new_wanted.connect(self._new_here)

    # -- the toolbar -------------------------------------------------------------------------------------------

    def toolbar_title(self) -> str:
        """The month, the day, or the first and last day shown."""
        return title_of(self.desk.wording, self.desk.plan, self.view, self.state.day, self._days_shown())

    def _days_shown(self) -> int:
        return len(self.day.days) if self.view == "day" else 1

    def toolbar_left(self) -> Sequence[QWidget]:
        """Arrows around today."""
        return (self._back, self._today, self._forth)

    def toolbar_middle(self) -> QWidget | None:
        """The view switch."""
        return self.switch

    def toolbar_right(self) -> Sequence[QWidget]:
        """Copying the list, and the filter."""
        return (self.copy_button, self.filter_button)

    # -- what it follows ---------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self.desk.wording
        self._back.name_only(wording.text("Earlier (Page Up)"))
        self._forth.name_only(wording.text("Later (Page Down)"))
        self._today.setText(wording.text("Today"))
        self.switch.setAccessibleName(wording.text("View"))
        names = names_of(wording)
        self.switch.set_choices([(view, names[view]) for view in VIEWS])
        self.switch.choose(self.view)
        self.month.setAccessibleName(names["month"])
        for view, name in names.items():
            if view in self.__dict__ and view != "list":
                self._widget_of(view).setAccessibleName(name)
        self.copy_button.setText(wording.text("Copy as a table"))
        self._name_filter()
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
            settings = self._settings()
            if settings is not None:
                self.show_view(settings.present.window.schedule_view)
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
        elif subject in VIEWS:
            self.show_view(subject)

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
        return tuple(view for view in VIEWS if view != "month")

    def focus_filter(self) -> None:
        """Open the filter and put the cursor into its field."""
        self.filter_panel.open_under(self.filter_button)

    def _settings(self) -> Settings | None:
        """The preferences of the window this page is in."""
        settings = getattr(self.window(), "settings", None)
        return settings if isinstance(settings, Settings) else None

    # -- views and days ----------------------------------------------------------------------------------------

    def choose_view(self, view: object) -> None:
        """Show a view and open with it the next time."""
        self.show_view(view)
        settings = self._settings()
        if settings is not None:
            settings.set_window(schedule_view=self.view)

    def show_view(self, view: object) -> None:
        """Show month, week, day, season or list."""
        if view not in VIEWS:
            return
        self.view = view
        self.switch.choose(self.view)
        widget = self._widget_of(self.view)
        self._stack.setCurrentWidget(widget)
        self.card.raise_()
        self.copy_button.setVisible(self.view == "list")
        self._fold_for(self.view)
        self.toolbar_changed.emit()
        widget.setFocus()

    def _fold_for(self, view: View) -> None:
        """List and day want the width: the tray makes room and comes back with the other grids."""
        if view in WIDE and not self.tray.is_folded:
            self.tray.fold()
            self._folded_for_list = True
        elif view not in WIDE and self._folded_for_list:
            self._folded_for_list = False
            self.tray.unfold()

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
        view = KEYS.get(letter_of(event))
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
        narrow = self.width() < TRAY_FOLDS_BELOW
        was_narrow = 0 < event.oldSize().width() < TRAY_FOLDS_BELOW
        if narrow and not was_narrow and not self.tray.is_folded:
            self.tray.fold()

    # -- dragging ----------------------------------------------------------------------------------------------

    def _near_arrow(self, where: QPoint, _target: object) -> None:
        """A drag held over an arrow of the toolbar turns the page, so that far days can be reached."""
        step = 0
        for button, way in ((self._back, -1), (self._forth, 1)):
            if button.isVisible() and button.rect().contains(button.mapFromGlobal(where)):
                step = way
        if step != self._edge_step:
            self._edge_step = step
            self._edge_timer.stop()
            if step:
                self._edge_timer.start()

    def _turn_while_dragging(self) -> None:
        if self.drag.cargo is not None and self._edge_step:
            self._turn_page(self._edge_step)

    # -- acting ------------------------------------------------------------------------------------------------

    def _dropped(self, cargo: Cargo, target: Target) -> None:
        outcome = None
        if target.place is None:
            self.verbs.to_tray(cargo.deliveries)
        elif cargo.application is not None:
            self.verbs.answer(cargo.application.id, target.place)
        elif cargo.edge and cargo.grabbed is not None:
            if target.minute is not None:
                self.verbs.pull(cargo.grabbed, cargo.edge, target.minute)
        elif cargo.grabbed is not None and target.copies:
            outcome = self.verbs.copies.copy_to(cargo.deliveries, cargo.grabbed, target.place)
        elif cargo.grabbed is not None:
            outcome = self.verbs.move(cargo.deliveries, cargo.grabbed, target.place)
        self._offer_better(outcome)

    def _offer_better(self, outcome: Any) -> None:
        """One item that was dropped on a bad place is offered the nearest good ones."""
        shown = self._widget_of(self.view)
        changed = [one for one in outcome.changes if one.kind == "deliveries"] if outcome is not None else []
        if len(changed) == 1 and isinstance(shown, GridView):
            rects = shown.rects_of(changed[0].id)
            shown.asking.better_place(rects[0] if rects else shown.area_now(), changed[0].id, outcome)

    def _ask_series(self, reach: Any) -> None:
        """Which dates of the series would follow; without a grid to ask in, they follow."""
        shown = self._widget_of(self.view)
        if isinstance(shown, GridView):
            shown.asking.series(shown.area_now(), reach)
        else:
            self.verbs.series.follow(reach)

    def _show_menu(self, where: QPoint, place: Place | None) -> None:
        shown = self._widget_of(self.view)
        if isinstance(shown, GridView):
            self._menu.popup(shown, place, where)

    def _filter_changed(self, chosen: Filter) -> None:
        self.state.set_filter(chosen)
        if (table := self._table()) is not None:
            table.show_plan()
        self._name_filter()

    def _name_filter(self) -> None:
        wording, chosen = self.desk.wording, self.state.items.filter
        name = wording.text("Filter")
        if not chosen.is_empty:
            name = wording.plural("Filter: {n} condition", "Filter: {n} conditions", chosen.choices)
        self.filter_button.name_only(name)
        self.filter_button.setCheckable(not chosen.is_empty)
        self.filter_button.setChecked(not chosen.is_empty)

    def _show_card(self) -> None:
        self.card.setVisible(not self.desk.plan.deliveries)
        self.card.raise_()

    def _import(self) -> None:
        action = self.window().findChild(QAction, "import-table")
        if action is not None:
            action.trigger()

    def _new_here(self) -> None:
        self.show_view("month")
        day = self.state.cursor
        self.month.type_new(Place(day), self.month.area_of_day(day))
