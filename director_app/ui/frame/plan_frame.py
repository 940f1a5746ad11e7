"""One open plan on screen: rail, toolbar, workspaces, inspector, messages and check bar around a Desk."""

from __future__ import annotations

import importlib
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from director_app.domain.edits import Change
from director_app.domain.facts import Subject
from director_app.operations.open_plan import Outcome, StepName
from director_app.operations.sentences import step_sentence
from director_app.ui import steps, tokens
from director_app.ui.actions import Actions
from director_app.ui.background import Job
from director_app.ui.desk import Desk, Message, MessageAction
from director_app.ui.dialogs.palette import Palette
from director_app.ui.frame.check_bar import CheckBar
from director_app.ui.frame.checker import Checker
from director_app.ui.frame.inspector import Inspector
from director_app.ui.frame.problem_desk import ProblemDesk
from director_app.ui.frame.problem_fixes import FixFinder
from director_app.ui.frame.rail import Rail
from director_app.ui.frame.toolbar import Toolbar
from director_app.ui.settings import Settings
from director_app.ui.table_copying import TableCopier
from director_app.ui.widgets.strip import MessageArea, MessageStrip
from director_app.ui.widgets.text import set_ground
from director_app.ui.workspaces.page import Page

PAGES: Final = {
    "overview": ("director_app.ui.pages.overview_page", "OverviewPage"),
    "schedule": ("director_app.ui.pages.schedule_page", "SchedulePage"),
    "programmes": ("director_app.ui.pages.programmes_page", "ProgrammesPage"),
    "artists": ("director_app.ui.pages.artists_page", "ArtistsPage"),
    "venues": ("director_app.ui.pages.venues_page", "VenuesPage"),
    "publish": ("director_app.ui.publishing.publish_page", "PublishPage"),
    "proposal": ("director_app.ui.planning.proposal_page", "ProposalPage"),
    "season": ("director_app.ui.season.season_page", "SeasonPage"),
    "money": ("director_app.ui.money.money_page", "MoneyPage"),
    "council": ("director_app.ui.charge.charge_pages", "council_page"),
    "tours": ("director_app.ui.charge.charge_pages", "tours_page"),
    "event-days": ("director_app.ui.charge.charge_pages", "event_days_page"),
    "spaces": ("director_app.ui.charge.charge_pages", "spaces_page"),
    "next-season": ("director_app.ui.money.next_season_page", "NextSeasonPage"),
    "copies": ("director_app.ui.season.copies_page", "CopiesPage"),
    "editions": ("director_app.ui.editions.editions_page", "EditionsPage"),
    "portfolio": ("director_app.ui.editions.portfolio_page", "PortfolioPage"),
    "exchange": ("director_app.ui.exchange.exchange_page", "ExchangePage"),
}
"""Where each workspace lives; it is imported when it is first shown, so that the start does not pay for all."""

_WITH_INSPECTOR: Final = frozenset({"schedule"})
"""Workspaces that select deliveries without a form of their own."""


class PlanFrame(QWidget):
    """Everything around one open plan."""

    def __init__(self, desk: Desk, settings: Settings, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._settings = settings
        self._actions = actions
        # First of all: what the others show of a changed plan must fit the findings about it.
        self._checker = Checker(desk, self)
        self._pages: dict[str, Page] = {}
        self._present = ""
        self._slid = False
        self._progress: dict[int, MessageStrip] = {}
        self._inspector_wanted = settings.present.window.inspector_open
        look = desk.look
        self.rail = Rail(look, self)
        self.toolbar = Toolbar(look, self)
        self.messages = MessageArea(look, self)
        self._stack = QStackedWidget(self)
        set_ground(self._stack, "surface")
        self.inspector = Inspector(desk, self)
        finder = FixFinder(desk, self)
        self.check_bar = CheckBar(look, finder, self)
        self.problem_copier = TableCopier(self.check_bar.list, desk, self.check_bar.list.as_table)
        self.problems = ProblemDesk(desk, self._checker, self.check_bar, finder, self)
        self._palette: Palette | None = None
        self._arrange()
        self._connect()
        self._show_plan_facts()
        # The list of problems is built after the first paint, when there is time.
        QTimer.singleShot(0, self, self._restore_list)

    # -- workspaces ----------------------------------------------------------------------------------------

    @property
    def present_page(self) -> str:
        """Key of the workspace shown now."""
        return self._present

    def page(self, key: str) -> Page:
        """A workspace, made when it is first asked for."""
        if key not in self._pages:
            module, name = PAGES[key]
            made: Page = getattr(importlib.import_module(module), name)(self.desk, self._stack)
            self._pages[key] = made
            self._stack.addWidget(made)
            made.toolbar_changed.connect(self._place_inspector)
            made.plan_replaced()
            if self.desk.problems:
                made.problems_changed(self.desk.problems)
        return self._pages[key]

    def show_page(self, key: str, subject: object = None) -> None:
        """Show a workspace, and something in it."""
        self.desk.finish_typing()
        page = self.page(key)
        self._present = key
        self._stack.setCurrentWidget(page)
        self.toolbar.show_page(page)
        self.rail.show_chosen(key)
        if subject is not None:
            page.show_subject(subject)
        self._place_inspector()
        page.setFocus()

    # -- commands ------------------------------------------------------------------------------------------

    def schedule_command(self, key: str) -> None:
        """A command of the schedule, given from anywhere."""
        self.show_page("schedule")
        page: Any = self.page("schedule")
        page.command(key)

    def repair(self) -> None:
        """Mend what is selected: dates that were cancelled or clash, or an artist or a venue that dropped out."""
        self.show_page("proposal", self.desk.selection or "repair")

    def open_palette(self) -> None:
        """Ctrl+K."""
        if self._palette is None:
            commands = [self._actions[spec.key] for spec in self._actions.specs if spec.key != "find"]
            self._palette = Palette(self.desk, commands, self)
        self._palette.open_over()

    def toggle_inspector(self) -> None:
        """Ctrl+I."""
        shown = self.inspector.isVisible()
        self._inspector_wanted = not shown
        self._settings.set_window(inspector_open=not shown)
        self._place_inspector(called=True)

    def next_problem(self) -> None:
        """F8: go to the next finding and to the record it is about."""
        self.problems.step(forward=True)

    def previous_problem(self) -> None:
        """Shift+F8."""
        self.problems.step(forward=False)

    def toggle_list(self) -> None:
        """Ctrl+J: open or close the list of problems."""
        self.check_bar.toggle()

    def undo(self) -> None:
        """Ctrl+Z."""
        self.desk.undo()

    def redo(self) -> None:
        """Ctrl+Shift+Z."""
        self.desk.redo()

    def focus_filter(self) -> None:
        """Ctrl+F: the filter of the present page, else the palette."""
        page = self._pages.get(self._present)
        if page is not None:
            page.focus_filter()

    def say_saved(self) -> None:
        """Ctrl+S: what is being typed is written too, unless it is refused; the rest is saved already."""
        self.desk.finish_typing()
        if self.desk.look.typing.is_open:
            sentence = self.desk.wording.text("What stands in a red field was not understood and is not saved yet.")
            self.desk.say(sentence, level="warning")
        else:
            self.desk.say(self.desk.wording.text("Every change is saved the moment it is made."), level="ok")

    def release_date(self) -> None:
        """Let the calendar follow the clock again."""
        season = self.desk.plan.season
        self.desk.perform(Change("seasons", season.id, {"reference_date": None}), StepName(steps.DATE_RELEASED))

    # -- inside --------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        outer.addLayout(right, 1)
        right.addWidget(self.toolbar)
        self._middle = QWidget(self)
        middle = QHBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        work = QVBoxLayout()
        work.setSpacing(0)
        work.addWidget(self.messages)
        work.addWidget(self._stack, 1)
        middle.addLayout(work, 1)
        middle.addWidget(self.inspector)
        right.addWidget(self._middle, 1)
        right.addWidget(self.check_bar)

    def _connect(self) -> None:
        desk = self.desk
        self.rail.chosen.connect(self.show_page)
        self.rail.palette_wanted.connect(self.open_palette)
        self.toolbar.find_wanted.connect(self.open_palette)
        self.toolbar.release_wanted.connect(self.release_date)
        self.toolbar.undo.clicked.connect(desk.undo)
        self.toolbar.redo.clicked.connect(desk.redo)
        self.inspector.close_wanted.connect(self._close_inspector)
        self.check_bar.opened.connect(self._remember_list)
        self.check_bar.height_chosen.connect(self._remember_height)
        desk.said.connect(self._show_message)
        desk.commanded.connect(self._command)
        desk.background.slow.connect(self._show_progress)
        desk.background.ended.connect(self._end_progress)
        desk.went.connect(self.show_page)
        desk.plan_changed.connect(self._plan_changed)
        desk.problems_changed.connect(self.problems.show)
        desk.selection_changed.connect(self._selection_changed)
        desk.language_changed.connect(self._language_changed)
        desk.look.typing.changed.connect(self._show_typing)

    def _plan_changed(self, outcome: Outcome) -> None:
        self._show_plan_facts()
        self.problems.plan_changed()
        if outcome.direction == "undo":
            self.messages.drop_ways_back()
        if outcome.direction == "undo" and outcome.made_at is not None and outcome.step is not None:
            self._say_undone(outcome)

    def _say_undone(self, outcome: Outcome) -> None:
        wording = self.desk.wording
        made = outcome.made_at
        saved = self.desk.open_plan.saved_at
        if made is None or outcome.step is None or (saved is not None and made.date() == saved.date()):
            return
        name = step_sentence(wording, outcome.step, self.desk.plan)
        when = f"{wording.date_short(made.date())} {made:%H:%M}"
        self.desk.say(wording.text("Undone, from {when}: {name}", when=when, name=name))

    def _show_plan_facts(self) -> None:
        plan, wording, open_plan = self.desk.plan, self.desk.wording, self.desk.open_plan
        read_only = self.desk.is_read_only
        self.toolbar.show_season(plan.season, may_change=not read_only)
        undo, redo = open_plan.undo_name, open_plan.redo_name
        undo_text = wording.text("Undo: {name}", name=step_sentence(wording, undo, self.desk.plan)) if undo else ""
        redo_text = wording.text("Redo: {name}", name=step_sentence(wording, redo, self.desk.plan)) if redo else ""
        self.toolbar.show_steps(undo_text, redo_text)
        facts = {"plan"}
        if not read_only:
            facts.add("writable plan")
        if undo and not read_only:
            facts.add("undo step")
        if redo and not read_only:
            facts.add("redo step")
        self._actions.let(frozenset(facts))  # type: ignore[arg-type]  # built from the words of Need
        self.check_bar.show_saved(open_plan.saved_at, read_only=read_only)
        waiting = sum(1 for one in plan.applications.values() if one.state in ("received", "in_review"))
        self.rail.show_count("venues", waiting)

    def _show_typing(self) -> None:
        self.check_bar.show_typing(is_open=self.desk.look.typing.is_open)

    def _selection_changed(self, selection: frozenset[Subject]) -> None:
        self.check_bar.show_selection(selection)
        self._place_inspector()

    def _language_changed(self) -> None:
        self._show_plan_facts()
        self.problems.show(self.desk.problems)
        self._palette = None

    def _command(self, key: str) -> None:
        self._actions[key].trigger()

    def _show_progress(self, job: Job) -> None:
        """A job takes longer than a moment: say so and how far it is, with a way to end it."""
        if job.number not in self._progress and not job.stop.is_set():
            cancel = MessageAction(self.desk.wording.text("Cancel"), job.cancel)
            self._progress[job.number] = self.messages.show_message(Message(job.title, (cancel,), is_lasting=True))
        strip = self._progress.get(job.number)
        done, parts = job.stop.done
        if parts and strip is not None and shiboken6.isValid(strip):
            text = self.desk.wording.text("{work}: {done} of {parts}", work=job.title, done=done, parts=parts)
            strip.say(text)

    def _end_progress(self, job: Job) -> None:
        strip = self._progress.pop(job.number, None)
        if strip is not None and shiboken6.isValid(strip):
            strip.dismiss()

    def _show_message(self, message: Message) -> None:
        self.messages.show_message(message)

    # -- inspector -----------------------------------------------------------------------------------------

    def _close_inspector(self) -> None:
        self._inspector_wanted = False
        self._settings.set_window(inspector_open=False)
        self._place_inspector()

    def _place_inspector(self, *, called: bool = False) -> None:
        """Beside the work in a wide window; over it in a narrow one, and there only when called."""
        fits_page = self._present in _WITH_INSPECTOR and self._pages[self._present].has_room_for_inspector
        wide = self.width() >= tokens.INSPECTOR_DOCKS_FROM
        has_something = Inspector.shows(self.desk.selection)
        layout = self._middle.layout()
        docked = layout is not None and layout.indexOf(self.inspector) >= 0
        if wide and not docked and layout is not None:
            layout.addWidget(self.inspector)
        elif not wide and docked and layout is not None:
            layout.removeWidget(self.inspector)
            self.inspector.setParent(self._middle)
        shown = fits_page and self._inspector_wanted and (wide or (has_something and (called or self._slid)))
        self._slid = shown and not wide
        self.inspector.setVisible(shown)
        if self._slid:
            self._slide()

    def _slide(self) -> None:
        area = self._middle.rect()
        width = tokens.INSPECTOR_WIDTH
        self.inspector.setGeometry(area.right() + 1 - width, 0, width, area.height())
        self.inspector.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Dock or slide the inspector as the width asks."""
        super().resizeEvent(event)
        self._place_inspector()

    def _restore_list(self) -> None:
        self.check_bar.set_list_height(self._settings.present.window.check_list_height)
        if self._settings.present.window.check_list_open:
            self.check_bar.open(wanted=True)

    def _remember_list(self, opened: Any) -> None:
        self._settings.set_window(check_list_open=bool(opened))

    def _remember_height(self, height: int) -> None:
        self._settings.set_window(check_list_height=height)

    def close_plan(self) -> None:
        """Let go of the plan and its file; what is being typed is written before."""
        self.desk.finish_typing()
        for page in self._pages.values():
            page.plan_closed()
        self.desk.close()
        self.desk.background.close()
        self.desk.open_plan.close()
