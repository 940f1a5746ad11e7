"""The window: the start page until a plan is open, then the plan in its frame; files may be dropped anywhere.

What a plan needs is imported with the first plan, so that the first paint does not pay for it.
"""

from __future__ import annotations

import datetime
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QVBoxLayout, QWidget

from director_app import paths
from director_app.preferences import TEXT_SIZES, TextSize
from director_app.ui import window_place
from director_app.ui.files import is_bundle, is_plan, local_files
from director_app.ui.look import Look
from director_app.ui.messages import Message, MessageAction
from director_app.ui.pages.start_page import StartPage
from director_app.ui.settings import Settings
from director_app.ui.widgets.text import set_ground
from director_app.wording import Wording

if TYPE_CHECKING:
    from director_app.ui.actions import Actions
    from director_app.ui.frame.plan_frame import PlanFrame
    from director_app.ui.pages.waiting_page import WaitingPage
    from director_app.ui.plans import Plans
from director_app.ui.questions import Questions

SCHEDULE_KEYS: Final = (
    "view-month", "view-week", "view-day", "view-on-site", "view-season", "view-list",
    "schedule-new", "schedule-move-day",
    "schedule-nearest", "schedule-shift", "schedule-dates", "schedule-series", "schedule-repeat", "schedule-lock",
    "schedule-trash",
)  # fmt: skip
"""Commands that the schedule carries out."""

_FRAME_CALLS: Final = (
    ("go-overview", "show_page", "overview"),
    ("go-schedule", "show_page", "schedule"),
    ("go-programmes", "show_page", "programmes"),
    ("go-artists", "show_page", "artists"),
    ("go-venues", "show_page", "venues"),
    ("go-publish", "show_page", "publish"),
    ("propose", "show_page", "proposal"),
    ("repair", "repair"),
    ("go-season", "show_page", "season"),
    ("go-money", "show_page", "money"),
    ("go-council", "show_page", "council"),
    ("go-tours", "show_page", "tours"),
    ("go-event-days", "show_page", "event-days"),
    ("go-spaces", "show_page", "spaces"),
    ("go-next-season", "show_page", "next-season"),
    ("go-copies", "show_page", "copies"),
    ("go-editions", "show_page", "editions"),
    ("go-portfolio", "show_page", "portfolio"),
    ("exchange", "show_page", "exchange"),
    ("undo", "undo"),
    ("redo", "redo"),
    ("find", "open_palette"),
    ("filter", "focus_filter"),
    ("inspector", "toggle_inspector"),
    ("check-list", "toggle_list"),
    ("next-problem", "next_problem"),
    ("previous-problem", "previous_problem"),
    ("saved", "say_saved"),
    *((key, "schedule_command", key) for key in SCHEDULE_KEYS),
)
"""Commands that the frame of the open plan carries out: action, method, values."""

_BEFORE_TEXT_SIZE: Final = ("theme-system", "theme-light", "theme-dark")
_MENU: Final = (
    ("go-season", "go-money", "go-council", "go-tours", "go-event-days", "go-spaces"),
    ("import-table", "exchange", "go-portfolio", "go-editions", "back-up", "go-copies"),
    ("go-next-season", "new-plan", "open-plan", "open-sample", "close-plan"),
    ("language-ko", "language-en"),
    _BEFORE_TEXT_SIZE,
    ("keys", "about", "quit"),
)
"""The "…" menu, group by group."""


class MainWindow(QWidget):
    """One window; one plan at a time."""

    def __init__(self, look: Look, settings: Settings, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.settings = settings
        self.questions = questions
        self._plans_made: Plans | None = None
        self._calls: list[_InFrame | _TextSize] = []
        self.reopens: str | None = None
        """Set when the program shall start again after closing: the plan to open, empty for none."""
        self.setObjectName("main-window")
        self.setAcceptDrops(True)
        self.setMinimumSize(window_place.LEAST)
        set_ground(self, "canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget(self)
        column.addWidget(self._stack)
        self._actions: Actions | None = None
        self.start_page = StartPage(look, settings, self)
        self._stack.addWidget(self.start_page)
        self._connect_start_page()
        look.language_changed.connect(self.say_title)
        self.say_title()

    @property
    def actions_table(self) -> Actions:
        """The commands of this window; made when first asked for, which is right after the first paint."""
        if self._actions is None:
            from director_app.ui.actions import Actions
            from director_app.ui.qt_texts import QtTexts

            self._qt_texts = QtTexts(self.look, self)
            self._actions = Actions(self.look, self)
            self._connect_actions(self._actions)
            self._actions.let(frozenset())
            self._hold_choices()
        return self._actions

    # -- plans ---------------------------------------------------------------------------------------------

    @property
    def plans(self) -> Plans:
        """What opens and closes plans here."""
        if self._plans_made is None:
            from director_app.ui.plans import Plans

            self._plans_made = Plans(self, self._stack, self)
        return self._plans_made

    @property
    def frame(self) -> PlanFrame | None:
        """The frame of the open plan."""
        return self._plans_made.frame if self._plans_made is not None else None

    def open_path(self, path: Path) -> bool:
        """Open a plan file; what prevents it is said on the page shown. Returns whether it is open or about to be."""
        return self.plans.open_path(path)

    def open_sample(self) -> bool:
        """Open a copy of the sample season."""
        return self.plans.open_sample()

    def ask_for_new_plan(self) -> None:
        """Show the two questions of an empty plan on the start page; the plan that was open is closed, all is saved."""
        self.close_plan()
        self.show_start()
        self.start_page.ask_for_new()

    def new_plan(self, complex_name: str = "", first: object = None, last: object = None) -> bool:
        """Make an empty plan in the data folder; what is not said stays undecided."""
        from director_app.operations.begun_seasons import season_of_answers

        season, complex_ = season_of_answers(complex_name, as_date(first), as_date(last))
        year = f" {season.first_day.year}" if season.first_day is not None else ""
        name = complex_.name if complex_ is not None else self.look.wording.text("New season")
        return self.plans.begin_empty(f"{name}{year}", season, complex_)

    def recover_plan(self) -> None:
        """Open the copy that is offered of a plan that could not be opened."""
        self.plans.copies.recover()

    def close_plan(self) -> None:
        """Close the plan and show the start page."""
        if self._plans_made is not None:
            self._plans_made.close()

    def save_copy(self) -> None:
        """Ask where, and write a copy of the plan."""
        self.plans.save_copy()

    def ask_for_plan(self) -> None:
        """Ask which plan file to open."""
        kinds = self.look.wording.text("Season plans (*.cdplan)")
        title = self.look.wording.text("Open a plan file")
        path = self.questions.file_to_open(self, title, kinds, paths.data_folder())
        if path is not None:
            self.open_path(path)

    def ask_for_table(self) -> None:
        """Ask which spreadsheet to import."""
        kinds = self.look.wording.text(
            "Tables and calendars (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt *.json *.ics *.xml)"
        )
        title = self.look.wording.text("Import a table")
        path = self.questions.file_to_open(self, title, kinds, Path.home())
        if path is not None:
            self.plans.import_file(path)

    def take_file(self, path: Path) -> None:
        """Open a plan file, look at what another desk sent, or import a table, by what it is called."""
        if is_plan(path):
            self.open_path(path)
        elif is_bundle(path):
            self.plans.take_bundle(path)
        else:
            self.plans.import_file(path)

    def take_text(self, text: str) -> None:
        """Import a table copied from a spreadsheet."""
        self.plans.import_text(text)

    # -- what is shown -------------------------------------------------------------------------------------

    def show_start(self) -> None:
        """Show the start page."""
        self._stack.setCurrentWidget(self.start_page)
        self.actions_table.let(frozenset())
        self.start_page.refresh()
        self.start_page.focus_first()
        self.say_title()

    def show_waiting(self, file: str = "") -> WaitingPage:
        """Show an empty desk while a plan is being opened, instead of a start page that goes away again."""
        from director_app.ui.pages.waiting_page import WaitingPage

        waiting = WaitingPage(self.look, file, self._stack)
        self._stack.addWidget(waiting)
        self._stack.setCurrentWidget(waiting)
        self._stack.currentChanged.connect(waiting.deleteLater)
        return waiting

    def say(self, message: Message) -> None:
        """Say something on the page shown."""
        if self.frame is not None:
            self.frame.desk.said.emit(message)
        else:
            self.start_page.say(message)

    def say_title(self) -> None:
        """Name the window after the plan."""
        program = self.look.wording.text("Culture Delivery Director")
        name = self._plans_made.name() if self._plans_made is not None else ""
        self.setWindowTitle(f"{name} – {program}" if name else program)

    def show_mistake(self, report: str) -> None:
        """Something in the program went wrong: say so, keep working, and let her copy the report."""
        copy = MessageAction(self.look.wording.text("Copy the report"), _ToClipboard(report))
        sentence = self.look.wording.text("Something went wrong in the program. What was saved is safe.")
        self.say(Message(sentence, (copy,), is_lasting=True, level="block"))

    def show_menu(self) -> None:
        """Open the menu of everything that has no place in the toolbar."""
        menu = self.make_menu()
        button = self.frame.toolbar.more if self.frame is not None else self
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 2)))

    def make_menu(self) -> QMenu:
        """The "…" menu: files, language, colours, about."""
        self.actions_table.draw_icons()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.frame is not None:
            self.frame.toolbar.add_folded(menu)
        for position, group in enumerate(_MENU):
            if position:
                menu.addSeparator()
            menu.addActions([self.actions_table[key] for key in group])
            if group == _BEFORE_TEXT_SIZE:
                sizes = menu.addMenu(self.look.wording.text("Text size"))
                sizes.addActions([self.actions_table[f"text-{size}"] for size in TEXT_SIZES])
        return menu

    def print_shown(self) -> None:
        """Print what is seen: the paper on the publish page; from anywhere else its paper is shown there first."""
        frame = self.frame
        if frame is None:
            return
        if frame.present_page == "publish":
            page: Any = frame.page("publish")
            page.print_paper()
        else:
            from director_app.ui.print_shown import paper_of

            frame.desk.finish_typing()
            frame.show_page("publish", paper_of(frame))

    def show_keys(self) -> None:
        """Show every key on one sheet."""
        from director_app.ui.dialogs.keys_sheet import KeysSheet

        sheet = KeysSheet(self.look, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def show_about(self) -> None:
        """Say what this is, its version, and whose work it stands on."""
        from director_app.ui.dialogs.about import AboutDialog

        dialog = AboutDialog(self.look, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""
        if language != self.look.language:
            self.settings.set(language=language)
            self.look.choose_language(Wording(language))
        self._hold_choices()

    def choose_theme(self, choice: str) -> None:
        """Follow the system, or be light or dark."""
        if choice in ("system", "light", "dark"):
            self.settings.set(theme=choice)
            self.look.choose_theme(choice)  # type: ignore[arg-type]  # one of the three
        self._hold_choices()

    def choose_text_size(self, percent: TextSize) -> None:
        """Have text, and everything around it, drawn larger or smaller from the next opening of the window on."""
        if percent != self.settings.present.text_size:
            self.settings.set(text_size=percent)
            wording = self.look.wording
            now = MessageAction(wording.text("Open again now"), self.reopen)
            text = wording.text("Text of {size} % is shown when the window opens again.", size=percent)
            self.say(Message(text, (now,), is_lasting=True))
        self._hold_choices()

    def reopen(self) -> None:
        """Close the window, to open again with the same plan; nothing needs saving."""
        self.reopens = str(self.frame.desk.open_plan.path.absolute()) if self.frame is not None else ""
        self.close()

    # -- commands ------------------------------------------------------------------------------------------

    def _connect_actions(self, table: Actions) -> None:
        for key, slot in (
            ("open-plan", self.ask_for_plan),
            ("new-plan", self.ask_for_new_plan),
            ("open-sample", self.open_sample),
            ("import-table", self.ask_for_table),
            ("close-plan", self.close_plan),
            ("back-up", self.save_copy),
            ("print", self.print_shown),
            ("keys", self.show_keys),
            ("about", self.show_about),
            ("quit", self.close),
            ("language-ko", self._speak_korean),
            ("language-en", self._speak_english),
            ("theme-system", self._follow_system),
            ("theme-light", self._be_light),
            ("theme-dark", self._be_dark),
        ):
            table.on(key, slot)
        for size in TEXT_SIZES:
            choice = _TextSize(self, size)
            self._calls.append(choice)
            table.on(f"text-{size}", choice.call)
        for key, method, *values in _FRAME_CALLS:
            call = _InFrame(self, method, *values)
            self._calls.append(call)
            table.on(key, call.call)

    def _connect_start_page(self) -> None:
        page = self.start_page
        page.table_wanted.connect(self.ask_for_table)
        page.sample_wanted.connect(self.open_sample)
        page.new_wanted.connect(self.new_plan)
        page.open_wanted.connect(self.ask_for_plan)
        page.path_wanted.connect(self.open_path)
        page.recovery_wanted.connect(self.recover_plan)
        page.text_pasted.connect(self.take_text)
        page.language_wanted.connect(self.choose_language)
        page.theme_wanted.connect(self.choose_theme)

    def _speak_korean(self) -> None:
        self.choose_language("ko")

    def _speak_english(self) -> None:
        self.choose_language("en")

    def _follow_system(self) -> None:
        self.choose_theme("system")

    def _be_light(self) -> None:
        self.choose_theme("light")

    def _be_dark(self) -> None:
        self.choose_theme("dark")

    def _hold_choices(self) -> None:
        if self._actions is not None:
            self._actions.hold("language", f"language-{self.look.language}")
            self._actions.hold("theme", f"theme-{self.look.choice}")
            self._actions.hold("text-size", f"text-{self.settings.present.text_size}")

    # -- the window ----------------------------------------------------------------------------------------

    def restore_place(self) -> None:
        """Stand where the window stood, on a screen that is there."""
        window_place.restore(self)

    def finish_typing(self, _session: object = None) -> None:
        """Write what stands in a field and is not in the file yet: the session or the program is about to end."""
        if self.frame is not None:
            self.frame.desk.finish_typing()

    def end(self) -> None:
        """The system wants the program to end: write everything and go, without a question."""
        self.close()
        QApplication.quit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped on any place of the window."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self.start_page.show_drop(over=True)

    def dragLeaveEvent(self, _event: object) -> None:
        """The file went away again."""
        self.start_page.show_drop(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """A plan is opened, a table is imported."""
        self.start_page.show_drop(over=False)
        files = local_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.take_file(files[0])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and let go of the plan; what is being typed is written first."""
        self.finish_typing()
        window_place.keep(self)
        if self._plans_made is not None:
            self._plans_made.shut_down()
        super().closeEvent(event)


def as_date(value: object) -> datetime.date | None:
    """The date that came through a signal, or None."""
    return value if isinstance(value, datetime.date) else None


class _TextSize:
    """Chooses one size of the text."""

    def __init__(self, window: MainWindow, percent: TextSize) -> None:
        self._window = weakref.ref(window)
        self._percent: TextSize = percent

    def call(self) -> None:
        window = self._window()
        if window is not None:
            window.choose_text_size(self._percent)


class _InFrame:
    """Calls a method of the open plan's frame, when there is one."""

    def __init__(self, window: MainWindow, method: str, *values: object) -> None:
        self._window = weakref.ref(window)
        self._method = method
        self._values = values

    def call(self) -> None:
        window = self._window()
        if window is not None and window.frame is not None:
            getattr(window.frame, self._method)(*self._values)


class _ToClipboard:
    """Copies a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
