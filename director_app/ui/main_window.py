"""The window: the start page until a plan is open, then the plan in its frame; files may be dropped anywhere."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from director_app import paths
from director_app.domain.plan import Plan
from director_app.domain.refusals import CannotUseFile, Refusal
from director_app.operations import whole_plans
from director_app.operations.open_plan import OpenPlan
from director_app.operations.sentences import refusal_sentence
from director_app.ui.actions import Actions
from director_app.ui.background import Background
from director_app.ui.desk import Desk, Message, MessageAction
from director_app.ui.dialogs.about import AboutDialog
from director_app.ui.files import free_name, is_plan, local_files
from director_app.ui.frame.plan_frame import PAGES, PlanFrame
from director_app.ui.look import Look
from director_app.ui.opening import opening_day, plan_name
from director_app.ui.pages.start_page import StartPage
from director_app.ui.questions import Questions
from director_app.ui.settings import Settings
from director_app.ui.widgets.text import set_ground
from director_app.ui.window_calls import Accepting, Copying, InFrame, Opening, Starting
from director_app.wording import Wording

if TYPE_CHECKING:
    from director_app.ui.pages.import_page import ImportPage

_FRAME_CALLS = (
    *((f"go-{key}", "show_page", key) for key in PAGES),
    ("undo", "undo"),
    ("redo", "redo"),
    ("find", "open_palette"),
    ("filter", "focus_filter"),
    ("inspector", "toggle_inspector"),
    ("check-list", "toggle_list"),
    ("next-problem", "next_problem"),
    ("previous-problem", "previous_problem"),
    ("saved", "say_saved"),
)
"""Commands that the frame of the open plan carries out: action, method, values."""


class MainWindow(QWidget):
    """One window; one plan at a time."""

    def __init__(self, look: Look, settings: Settings, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.settings = settings
        self.questions = questions
        self.frame: PlanFrame | None = None
        self._calls: list[InFrame] = []
        self._importing: ImportPage | None = None
        self._import_jobs: Background | None = None
        self.setObjectName("main-window")
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 560)
        set_ground(self, "canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget(self)
        column.addWidget(self._stack)
        self.actions_table = Actions(look, self)
        self.start_page = StartPage(look, settings, self)
        self._stack.addWidget(self.start_page)
        self._connect_actions()
        self._connect_start_page()
        self.actions_table.let(frozenset())
        self._hold_choices()
        look.language_changed.connect(self._say_title)
        self._say_title()

    # -- plans ---------------------------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Open a plan file; what prevents it is said on the page shown. Returns whether it is open."""
        return self._opened(Opening(path))

    def open_sample(self) -> bool:
        """Open a copy of the sample: the one in the data folder if there is one, else a new one."""
        path = paths.data_folder() / f"{self.look.wording.text('Sample season')}{paths.PLAN_SUFFIX}"
        if path.exists():
            return self.open_path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        return self._opened(Starting(path, whole_plans.start_sample))

    def new_plan(self) -> bool:
        """Make an empty plan in the data folder; nothing is asked, everything can be named later."""
        folder = paths.data_folder()
        folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder, self.look.wording.text("New season"), paths.PLAN_SUFFIX)
        return self._opened(Starting(path, whole_plans.start_empty))

    def ask_for_plan(self) -> None:
        """Ask which plan file to open."""
        kinds = self.look.wording.text("Season plans (*.cdplan)")
        title = self.look.wording.text("Open a plan file")
        path = self.questions.file_to_open(self, title, kinds, paths.data_folder())
        if path is not None:
            self.open_path(path)

    def ask_for_table(self) -> None:
        """Ask which spreadsheet to import."""
        kinds = self.look.wording.text("Tables (*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt *.json)")
        title = self.look.wording.text("Import a table")
        path = self.questions.file_to_open(self, title, kinds, Path.home())
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Show a table as it would be understood; nothing is changed yet."""
        self.begin_import((path,))

    def import_text(self, text: str) -> None:
        """The same for a table copied from a spreadsheet."""
        from director_app.operations.importing import PastedTable

        self.begin_import((PastedTable(text, self.look.wording.text("pasted table")),))

    def begin_import(self, sources: tuple[Any, ...]) -> None:
        """Show what these files or pasted tables would change."""
        page = self._import_page()
        plan = self.frame.desk.plan if self.frame is not None else Plan()
        self._stack.setCurrentWidget(page)
        page.begin(plan, sources)

    def close_plan(self) -> None:
        """Close the plan and show the start page. Nothing is asked: everything is saved."""
        if self.frame is None:
            return
        frame, self.frame = self.frame, None
        self._stack.setCurrentWidget(self.start_page)
        self._stack.removeWidget(frame)
        frame.close_plan()
        frame.deleteLater()
        self.actions_table.let(frozenset())
        self.start_page.refresh()
        self._say_title()

    def save_copy(self) -> None:
        """Ask where, and write a consistent copy of the whole plan."""
        if self.frame is None:
            return
        desk = self.frame.desk
        suggested = desk.open_plan.path.with_name(
            f"{desk.open_plan.path.stem} {datetime.date.today():%Y-%m-%d}{paths.PLAN_SUFFIX}"  # noqa: DTZ011 - her day
        )
        title = desk.wording.text("Save a copy")
        target = self.questions.file_to_write(self, title, desk.wording.text("Season plans (*.cdplan)"), suggested)
        if target is not None and desk.attempt(Copying(desk.open_plan, target)):
            desk.say(desk.wording.text("The copy is in {file}.", file=target.name), level="ok")

    # -- inside: import ------------------------------------------------------------------------------------

    def _import_page(self) -> ImportPage:
        """The page, made when the first table comes: it needs the readers of spreadsheets."""
        if self._importing is None:
            from director_app.ui.pages.import_page import ImportPage

            self._import_jobs = Background(self)
            self._importing = ImportPage(self.look, self._import_jobs, self)
            self._importing.left.connect(self._leave_import)
            self._importing.accept_wanted.connect(self._accept_import)
            self._importing.undo_wanted.connect(self._undo_import)
            self._importing.month_wanted.connect(self._show_month)
            self._stack.addWidget(self._importing)
        return self._importing

    def _leave_import(self) -> None:
        self._stack.setCurrentWidget(self.frame or self.start_page)

    def _accept_import(self, proposal: Any, unclear: str) -> None:
        from director_app.operations.importing import accept_import

        page = self._import_page()
        if self.frame is None:
            folder = paths.data_folder()
            folder.mkdir(parents=True, exist_ok=True)
            path = free_name(folder, Path(proposal.files[0]).stem, paths.PLAN_SUFFIX)
            if not self._opened(Starting(path, whole_plans.start_empty)):
                return
            self._stack.setCurrentWidget(page)
        if self.frame is None:
            return
        desk = self.frame.desk
        outcome = desk.attempt(Accepting(accept_import, desk.open_plan, proposal, unclear))
        if outcome is None:
            self._leave_import()
            return
        taken = ("new", "changed") if unclear == "skip" else ("new", "changed", "unclear")
        page.show_taken(sum(proposal.count(kind) for kind in taken) if outcome.changes else 0)

    def _undo_import(self) -> None:
        if self.frame is not None:
            self.frame.desk.undo()
        self._leave_import()

    def _show_month(self) -> None:
        self._leave_import()
        if self.frame is not None:
            desk = self.frame.desk
            self.frame.show_page("schedule", opening_day(desk.plan, desk.today()))

    # -- inside: plans -------------------------------------------------------------------------------------

    def _opened(self, opening: Callable[[], OpenPlan]) -> bool:
        try:
            open_plan = opening()
        except Refusal as refusal:
            self._say_refused(refusal)
            return False
        self.close_plan()
        background = Background(self)
        desk = Desk(open_plan, self.look, background, self.questions, self)
        frame = PlanFrame(desk, self.settings, self.actions_table, self)
        frame.import_wanted.connect(self.ask_for_table)
        frame.toolbar.more.clicked.connect(self.show_menu)
        self.frame = frame
        self._stack.addWidget(frame)
        self._stack.setCurrentWidget(frame)
        frame.show_page("schedule", opening_day(desk.plan, desk.today()))
        if open_plan.read_only is not None:
            self._say_read_only(desk, open_plan.read_only)
        else:
            self.settings.opened(open_plan.path, self._plan_name())
        self._say_title()
        return True

    def _say_refused(self, refusal: Refusal) -> None:
        sentence = refusal_sentence(self.look.wording, refusal)
        if self.frame is not None:
            self.frame.desk.say(sentence, lasting=True, level="block")
        else:
            self.start_page.say(Message(sentence, (), is_lasting=True, level="block"))

    def _say_read_only(self, desk: Desk, reason: CannotUseFile) -> None:
        copy = MessageAction(desk.wording.text("Save a copy"), self.save_copy)
        desk.say(refusal_sentence(desk.wording, reason), (copy,), lasting=True, level="warning")

    # -- inside: commands ----------------------------------------------------------------------------------

    def _connect_actions(self) -> None:
        table = self.actions_table
        for key, slot in (
            ("open-plan", self.ask_for_plan),
            ("new-plan", self.new_plan),
            ("open-sample", self.open_sample),
            ("import-table", self.ask_for_table),
            ("close-plan", self.close_plan),
            ("back-up", self.save_copy),
            ("about", self.show_about),
            ("quit", self.close),
            ("language-ko", self._speak_korean),
            ("language-en", self._speak_english),
            ("theme-system", self._follow_system),
            ("theme-light", self._be_light),
            ("theme-dark", self._be_dark),
        ):
            table.on(key, slot)
        for key, method, *values in _FRAME_CALLS:
            call = InFrame(self, method, *values)
            self._calls.append(call)
            table.on(key, call.call)

    def _connect_start_page(self) -> None:
        page = self.start_page
        page.table_wanted.connect(self.ask_for_table)
        page.sample_wanted.connect(self.open_sample)
        page.new_wanted.connect(self.new_plan)
        page.open_wanted.connect(self.ask_for_plan)
        page.path_wanted.connect(self.open_path)
        page.text_pasted.connect(self.import_text)
        page.language_wanted.connect(self.choose_language)
        page.theme_wanted.connect(self.choose_theme)

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

    def show_menu(self) -> None:
        """The menu of everything that has no place in the toolbar."""
        menu = self.make_menu()
        button = self.frame.toolbar.more if self.frame is not None else self
        menu.popup(button.mapToGlobal(QPoint(button.width() - menu.sizeHint().width(), button.height() + 2)))

    def make_menu(self) -> QMenu:
        """The "…" menu: files, language, colours, about."""
        table, wording = self.actions_table, self.look.wording
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key in ("import-table", "back-up"):
            menu.addAction(table[key])
        menu.addSeparator()
        for key in ("new-plan", "open-plan", "open-sample", "close-plan"):
            menu.addAction(table[key])
        menu.addSeparator()
        languages = menu.addMenu(wording.text("Language"))
        languages.addActions([table["language-ko"], table["language-en"]])
        colours = menu.addMenu(wording.text("Colours"))
        colours.addActions([table["theme-system"], table["theme-light"], table["theme-dark"]])
        menu.addSeparator()
        menu.addActions([table["about"], table["quit"]])
        return menu

    def show_about(self) -> None:
        """Say what this is, its version, and whose work it stands on."""
        dialog = AboutDialog(self.look, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_mistake(self, report: str) -> None:
        """Something in the program went wrong: say so, keep working, and let her copy the report."""
        copy = MessageAction(self.look.wording.text("Copy the report"), _ToClipboard(report))
        sentence = self.look.wording.text("Something went wrong in the program. What was saved is safe.")
        message = Message(sentence, (copy,), is_lasting=True, level="block")
        if self.frame is not None:
            self.frame.desk.said.emit(message)
        else:
            self.start_page.say(message)

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
        self.actions_table.hold("language", f"language-{self.look.language}")
        self.actions_table.hold("theme", f"theme-{self.look.choice}")

    def _plan_name(self) -> str:
        if self.frame is None:
            return ""
        desk = self.frame.desk
        return plan_name(desk.plan, desk.open_plan.path.stem)

    def _say_title(self) -> None:
        program = self.look.wording.text("Culture Delivery Director")
        self.setWindowTitle(f"{self._plan_name()} – {program}" if self.frame is not None else program)

    # -- the window ----------------------------------------------------------------------------------------

    def restore_place(self) -> None:
        """Stand where the window stood, on a screen that is there."""
        kept = _geometry_file().value("geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(1440, 900)
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if screens and not any(area.intersects(self.geometry()) for area in screens):
            self.move(screens[0].topLeft())

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

    def take_file(self, path: Path) -> None:
        """Open a plan file or import a table, by what it is called."""
        if is_plan(path):
            self.open_path(path)
        else:
            self.import_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and let go of the plan; nothing needs saving."""
        _geometry_file().setValue("geometry", self.saveGeometry())
        self.close_plan()
        if self._import_jobs is not None:
            self._import_jobs.close()
        super().closeEvent(event)


class _ToClipboard:
    """Copies a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def _geometry_file() -> QSettings:
    """Only the place of the window is kept by Qt; everything else is in the preferences."""
    return QSettings(str(paths.config_folder() / "window.ini"), QSettings.Format.IniFormat)
