"""Opening, beginning, importing into and closing plans in the window. Imported with the first plan, not before."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from director_app import paths
from director_app.atomic_files import clean_file_name
from director_app.domain.collecting import search_everything
from director_app.domain.refusals import CannotUseFile, Refusal
from director_app.operations import whole_plans
from director_app.operations.open_plan import OpenPlan
from director_app.operations.sentences import refusal_sentence
from director_app.preferences import Workspace
from director_app.ui.background import Background
from director_app.ui.copy_keeper import CopyKeeper
from director_app.ui.desk import Desk
from director_app.ui.files import free_name
from director_app.ui.frame.plan_frame import PlanFrame
from director_app.ui.importing_ahead import ImportingAhead
from director_app.ui.messages import Message, MessageAction
from director_app.ui.opening import opening_day, plan_name
from director_app.ui.opening_beside import OpeningBeside, is_large
from director_app.ui.plan_calls import Copying, Opening, Starting
from director_app.ui.plan_copies import PlanCopies
from director_app.ui.plan_window import PlanWindow

if TYPE_CHECKING:
    from director_app.domain.season import Complex, Season
    from director_app.operations.bundles import Bundle
    from director_app.operations.next_season import NextSeason
    from director_app.ui.exchange.beginning import BundleBeginning
    from director_app.ui.importing.import_page import ImportPage
    from director_app.ui.importing.table_imports import TableImports

LATER_MS: Final = 2000
"""After a plan was closed, what is left of it is looked for."""


class Plans(QObject):
    """The plan that is open in a window, if any, and the import that is being looked at."""

    def __init__(self, window: PlanWindow, stack: QStackedWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._window = window
        self._stack = stack
        self.frame: PlanFrame | None = None
        self._imports: TableImports | None = None
        self._jobs: Background | None = None
        self._keeper: CopyKeeper | None = None
        self._ahead: ImportingAhead | None = None
        self._bundle: BundleBeginning | None = None
        self.copies = PlanCopies(self.jobs, window, self)
        self.copies.written.connect(self.open_path)
        self.copies.failed.connect(self.say_refusal)
        self._beside = OpeningBeside(self)
        self._beside.opened.connect(self._show_opened)
        self._beside.failed.connect(self._say_failed)

    # -- plans ---------------------------------------------------------------------------------------------

    def open_path(self, path: Path) -> bool:
        """Open a plan file, a large one beside the window; what prevents it is said on the page shown.

        Returns whether it is open or about to be.
        """
        if self.frame is not None and self.frame.desk.open_plan.path.absolute() == path.absolute():
            self._beside.give_up()
            self._stack.setCurrentWidget(self.frame)
            return True
        if is_large(path):
            if self._beside.path != path:
                self._window.show_waiting(path.stem).given_up.connect(self._give_up)
                self._beside.begin(path)
            return True
        return self._opened(Opening(path))

    def open_sample(self) -> bool:
        """Open a copy of the sample: the one in the data folder if there is one, else a new one."""
        name = self._window.look.wording.text("Sample season")
        path = paths.data_folder() / f"{name}{paths.PLAN_SUFFIX}"
        if path.exists():
            return self.open_path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        return self._opened(Starting(path, whole_plans.start_sample))

    def begin_empty(self, stem: str, season: Season, complex_: Complex | None = None) -> bool:
        """Make a plan in the data folder that knows this much; everything else can be named later."""
        folder = paths.data_folder()
        folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder, clean_file_name(stem, otherwise="season"), paths.PLAN_SUFFIX)
        return self._opened(Starting(path, partial(whole_plans.start_empty, season=season, complex_=complex_)))

    def close(self) -> None:
        """Close the plan. Nothing is asked: everything is saved."""
        if self.frame is None:
            return
        frame, self.frame = self.frame, None
        if frame.present_page in get_args(Workspace):
            self._window.settings.set_window(workspace=frame.present_page)
        self._keeper = None
        self._window.show_start()
        self._stack.removeWidget(frame)
        frame.close_plan()
        for part in (frame, frame.desk.background, frame.desk):  # else the whole plan would stay in memory with them
            part.deleteLater()
        QTimer.singleShot(LATER_MS, self, search_everything)

    def name(self) -> str:
        """What the open plan is called; empty without one."""
        if self.frame is None:
            return ""
        desk = self.frame.desk
        return plan_name(desk.plan, desk.open_plan.path.stem)

    def save_copy(self) -> None:
        """Ask where, and write a consistent copy of the whole plan."""
        if self.frame is None:
            return
        desk, window = self.frame.desk, self._window
        desk.finish_typing()
        day = datetime.datetime.now().astimezone().date()
        suggested = desk.open_plan.path.with_name(f"{desk.open_plan.path.stem} {day:%Y-%m-%d}{paths.PLAN_SUFFIX}")
        title, kinds = desk.wording.text("Save a copy"), desk.wording.text("Season plans (*.cdplan)")
        target = window.questions.file_to_write(self._parent, title, kinds, suggested)
        if target is not None and desk.attempt(Copying(desk.open_plan, target)):
            desk.say(desk.wording.text("The copy is in {file}.", file=target.name), level="ok")

    # -- import --------------------------------------------------------------------------------------------

    def take_bundle(self, path: Path) -> None:
        """Look at what another desk sent; without a plan one begins from it."""
        if self.frame is not None:
            self.show_present()
            self.frame.show_page("exchange", path)
        else:
            from director_app.ui.exchange.beginning import BundleBeginning

            self._bundle = BundleBeginning(self._window.look, self.jobs, self._parent)
            self._bundle.read.connect(self.begin_from_bundle)
            self._bundle.failed.connect(self.say_refusal)
            self._bundle.begin(path)

    def begin_from_bundle(self, bundle: Bundle) -> None:
        """Make a plan in the data folder of what another desk sent, and open it."""
        from director_app.operations.handing_over import begin

        folder = paths.data_folder()
        folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder, clean_file_name(Path(bundle.file).stem, otherwise="season"), paths.PLAN_SUFFIX)
        now = datetime.datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the wall clock of her desk
        self._opened(Starting(path, partial(begin, bundle=bundle, now=now)))

    def import_file(self, path: Path) -> None:
        """Show a table as it would be understood; nothing is changed yet."""
        self._begin_import(path)

    def import_text(self, text: str) -> None:
        """The same for a table copied from a spreadsheet."""
        from director_app.operations.importing import PastedTable

        self._begin_import(PastedTable(text, self._window.look.wording.text("pasted table")))

    @property
    def imports(self) -> TableImports:
        """What takes tables in, made when the first one comes: it needs the readers of spreadsheets."""
        if self._imports is None:
            from director_app.ui.importing.import_page import ImportPage
            from director_app.ui.importing.table_imports import TableImports

            page = ImportPage(self._window.look, self.jobs, self._parent)
            self._imports = TableImports(self, self._stack, page, self._window.questions, self)
        return self._imports

    @property
    def import_page(self) -> ImportPage:
        """The page where a table is looked at before it is taken in."""
        return self.imports.page

    def when_kept(self, act: Callable[[], object]) -> None:
        """Do this once the copy of the plan from before is kept; at once where there is none to wait for."""
        if self._keeper is not None:
            self._keeper.when_kept(act)
        else:
            act()

    def shut_down(self) -> None:
        """Let go of everything before the window goes; a plan still being opened is closed when it is there."""
        self._beside.give_up()
        self.close()
        if self._jobs is not None:
            self._jobs.close()

    @property
    def jobs(self) -> Background:
        """Where work goes that belongs to no open plan."""
        if self._jobs is None:
            self._jobs = Background(self)
        return self._jobs

    def _begin_import(self, source: Any) -> None:
        self._beside.give_up()
        if self._keeper is not None:
            self._keeper.keep_before_import()
        self.imports.begin(source)

    # -- inside --------------------------------------------------------------------------------------------

    def _opened(self, opening: Callable[[], OpenPlan]) -> bool:
        self._beside.give_up()
        try:
            open_plan = opening()
        except Refusal as refusal:
            self._say_failed(refusal)
            return False
        self._show_opened(open_plan)
        return True

    def _give_up(self) -> None:
        self._beside.give_up()
        self.show_present()

    def _say_failed(self, error: Exception) -> None:
        """Say why a plan could not be opened, where she was before; a lost one is looked for among the copies."""
        self.show_present()
        if not isinstance(error, Refusal):
            raise error
        if not (isinstance(error, CannotUseFile) and self.copies.look_for(error)):
            self.say_refusal(error)

    def say_refusal(self, refusal: Refusal) -> None:
        """Say on the page shown why something was not done."""
        sentence = refusal_sentence(self._window.look.wording, refusal)
        self._window.say(Message(sentence, (), is_lasting=True, level="block"))

    def show_present(self) -> None:
        """Show the plan that is open, or the start page."""
        if self.frame is None:
            self._window.show_start()
        else:
            self._stack.setCurrentWidget(self.frame)

    def _show_opened(self, open_plan: OpenPlan) -> None:
        window = self._window
        self.close()
        desk = Desk(open_plan, window.look, Background(self), window.questions, self)
        frame = PlanFrame(desk, window.settings, window.actions_table, self._parent)
        frame.toolbar.more.clicked.connect(window.show_menu)
        desk.copy_wanted.connect(self._open_copy)
        desk.next_season_wanted.connect(self._begin_next)
        desk.bundle_wanted.connect(self.begin_from_bundle)
        desk.import_wanted.connect(self.import_file)
        self.frame = frame
        self._stack.addWidget(frame)
        self._stack.setCurrentWidget(frame)
        frame.show_page("schedule", opening_day(desk.plan, desk.today()))
        if (last := window.settings.present.window.workspace) != "schedule" and desk.plan.deliveries:
            frame.show_page(last)
        if open_plan.read_only is not None:
            self._say_read_only(desk, open_plan.read_only)
        else:
            window.settings.opened(open_plan.path, self.name())
            self._keeper = CopyKeeper(desk, desk)
            self._keeper.keep_first_of_day()
        self.copies.say_origin(desk)
        window.say_title()
        if self._ahead is None:
            self._ahead = ImportingAhead(self)

    def _open_copy(self, facts: Any) -> None:
        if self.frame is not None:
            self.copies.open(facts, self.frame.desk.open_plan.path)

    def _begin_next(self, wish: NextSeason) -> None:
        """Make the plan of another year beside this one, and open it."""
        if self.frame is None:
            return
        from director_app.operations.next_season import copy_season

        desk = self.frame.desk
        desk.finish_typing()
        stem = clean_file_name(f"{desk.open_plan.path.stem} {wish.year}")
        folder = desk.open_plan.path.parent
        if not os.access(folder, os.W_OK):
            folder = paths.data_folder()
            folder.mkdir(parents=True, exist_ok=True)
        path = free_name(folder, stem, paths.PLAN_SUFFIX)
        self._opened(Starting(path, partial(copy_season, desk.open_plan, year=wish.year, parts=wish.parts)))

    def _say_read_only(self, desk: Desk, reason: CannotUseFile) -> None:
        copy = MessageAction(desk.wording.text("Save a copy"), self.save_copy)
        desk.say(refusal_sentence(desk.wording, reason), (copy,), lasting=True, level="warning")
