"""What every workspace works with: the open plan, the look, the selection, and ways to act and to speak."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from director_app.domain.edits import Edit
from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.operations.open_plan import OpenPlan, Outcome, StepName
from director_app.operations.searching import Search
from director_app.operations.sentences import refusal_sentence
from director_app.planner.checks import LiveCheck
from director_app.planner.problems import Problem
from director_app.ui.background import Background
from director_app.ui.drafts import Drafts
from director_app.ui.look import Look
from director_app.ui.messages import Level, Message, MessageAction
from director_app.ui.plan_signals import PlanSignals
from director_app.ui.questions import Questions
from director_app.ui.steps import joined
from director_app.ui.theme import Theme
from director_app.ui.turns import Turns
from director_app.ui.widgets.kept_typing import commit_composition
from director_app.wording import Wording

__all__ = ["Desk", "Level", "Message", "MessageAction"]


class Desk(QObject):
    """One open plan and everything a workspace needs to show and change it.

    Attributes:
        problems: what the planner found and she has not accepted, most urgent first.
        live_check: answers what would clash while something is dragged; None until the first look is done.
        search: all texts of the plan; None until they are gathered, shortly after opening.
        turns: where work of the window goes that takes longer than a glance.

    Signals:
        ``plan_changed(Outcome)`` after every operation, undo and redo (``outcome.plan``, ``outcome.touched``);
        ``problems_changed(tuple[Problem, ...])``; ``selection_changed(frozenset[Subject])``;
        ``theme_changed(Theme)``; ``language_changed()``;
        ``said(Message)``, ``went(str, object)``, ``commanded(str)`` for the frame;
        ``copy_wanted(BackupFacts)`` for the window: a copy of an earlier state shall be opened;
        ``next_season_wanted(NextSeason)`` for the window: a plan for another year shall begin;
        ``bundle_wanted(Bundle)`` for the window: a plan shall begin from what another desk sent;
        ``import_wanted(Path)`` for the window: a file shall be looked at as an import.
    """

    plan_changed = Signal(object)
    problems_changed = Signal(object)
    selection_changed = Signal(object)
    theme_changed = Signal(object)
    language_changed = Signal()
    said = Signal(object)
    went = Signal(str, object)
    commanded = Signal(str)
    copy_wanted = Signal(object)
    next_season_wanted = Signal(object)
    bundle_wanted = Signal(object)
    import_wanted = Signal(object)

    def __init__(
        self,
        open_plan: OpenPlan,
        look: Look,
        background: Background,
        questions: Questions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.open_plan = open_plan
        self.drafts = Drafts(open_plan.path)
        self.look = look
        self.background = background
        self.turns = Turns(self)
        self.questions = questions
        self.problems: tuple[Problem, ...] = ()
        self.live_check: LiveCheck | None = None
        self.search: Search | None = None
        self._by_subject: dict[Subject, list[Problem]] = {}
        self._selection: frozenset[Subject] = frozenset()
        self.signals = PlanSignals(open_plan, self)
        self.signals.plan_changed.connect(self._pass_on)
        look.theme_changed.connect(self.theme_changed)
        look.language_changed.connect(self.language_changed)

    # -- what there is -------------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan as it stands now; immutable, so it may be kept and compared."""
        return self.open_plan.plan

    @property
    def wording(self) -> Wording:
        """Texts in the language of the window."""
        return self.look.wording

    @property
    def theme(self) -> Theme:
        """Colours and fonts of the present theme."""
        return self.look.theme

    @property
    def is_read_only(self) -> bool:
        """Whether this plan may only be looked at."""
        return self.open_plan.read_only is not None

    def today(self) -> datetime.date:
        """The reference date when the plan fixes one, else the day of the clock."""
        return self.plan.today(datetime.datetime.now().astimezone().date())

    # -- acting --------------------------------------------------------------------------------------------

    def perform(self, edit: Edit, step: StepName) -> Outcome | None:
        """Do one thing to the plan, saved at once; returns the Outcome, or None when it was refused (and said why).

        ``step`` is the StepName of the operation. What is being composed in a field is finished first, because the
        edit may stand on it.
        """
        commit_composition()
        outcome: Outcome | None = self.attempt(_Performing(self, edit, step))
        return outcome

    def carry_out(self, edit: Edit, step: StepName) -> Outcome:
        """Do one thing to the plan; what a field being typed into leads to becomes part of one step.

        Raises:
            Refusal: when it cannot be done or saved; nothing has happened then.
        """
        typed = self.look.typing.step
        if typed is None:
            return self.open_plan.perform(edit, step)
        name = joined(step, typed.title) if typed.number is not None else step
        outcome = self.open_plan.perform(edit, name, joining=typed.number)
        typed.stands(outcome.number, name.values.get("title"), self._take_back)
        return outcome

    def _take_back(self, number: int) -> None:
        self.attempt(partial(self.open_plan.take_back, number))

    def attempt(self, action: Callable[[], Any]) -> Any:
        """Call an operation; a refusal becomes one sentence in the window and None."""
        try:
            return action()
        except Refusal as refusal:
            self.say_refusal(refusal)
            return None

    def undo(self) -> Any:
        """Take back the last step, also one of an earlier day; what is being typed is the last."""
        self.finish_typing()
        return self.attempt(self.open_plan.undo)

    def redo(self) -> Any:
        """Do again what was taken back."""
        self.finish_typing()
        return self.attempt(self.open_plan.redo)

    def finish_typing(self) -> None:
        """Write what stands in a field and is not in the file yet."""
        commit_composition()
        self.look.typing.finish()

    # -- speaking ------------------------------------------------------------------------------------------

    def say(
        self, text: str, actions: Iterable[MessageAction] = (), *, lasting: bool = False, level: Level = "note"
    ) -> None:
        """Show one sentence in a strip; without ``lasting`` it goes by itself after eight seconds."""
        self.said.emit(Message(text, tuple(actions), lasting, level))

    def say_refusal(self, refusal: Refusal) -> None:
        """Show why something was not done; a plan that may only be looked at keeps offering the way out."""
        sentence = refusal_sentence(self.wording, refusal)
        reason = self.open_plan.read_only
        if reason is not None and refusal.message == reason.message:
            copy = MessageAction(self.wording.text("Save a copy"), _Commanding(self, "back-up"))
            self.say(sentence, (copy,), lasting=True, level="warning")
        else:
            self.say(sentence, level="warning")

    # -- where she is --------------------------------------------------------------------------------------

    @property
    def selection(self) -> frozenset[Subject]:
        """What is selected: kind ("deliveries", "artists" ...) and id."""
        return self._selection

    def select(self, subjects: Iterable[Subject | tuple[str, str]]) -> None:
        """Select these records; the inspector follows. A frozenset holds Subjects and is taken as it is."""
        if isinstance(subjects, frozenset):
            selection = cast("frozenset[Subject]", subjects)  # a whole season is not made a second time
        else:
            selection = frozenset(Subject(*subject) for subject in subjects)
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit(selection)

    def go_to(self, page: str, subject: object = None) -> None:
        """Show a workspace ("overview", "schedule", "programmes", "artists", "venues", "publish") and a subject there.

        ``subject`` is a Subject, a date, or None; the page gets it by its ``show_subject``.
        """
        self.went.emit(page, subject)

    def command(self, key: str) -> None:
        """Give a command of the window by its key in ``actions.ACTIONS``, such as "import-table"."""
        self.commanded.emit(key)

    def problems_of(self, subject: Subject | tuple[str, str]) -> tuple[Problem, ...]:
        """What the planner found about one record, most urgent first; accepted findings are left out."""
        return tuple(self._by_subject.get(Subject(*subject), ()))

    def set_problems(self, problems: tuple[Problem, ...]) -> None:
        """Called by the checker when it has looked at the plan; most urgent first."""
        self.problems = problems
        self._by_subject = {}
        for problem in problems:
            for subject in problem.subjects:
                self._by_subject.setdefault(subject, []).append(problem)
        self.problems_changed.emit(problems)

    def close(self) -> None:
        """Stop listening to the plan."""
        self.signals.close()

    def _pass_on(self, outcome: Any) -> None:
        gone = {subject for subject in self._selection if self.plan.find(subject.kind, subject.id) is None}
        self.plan_changed.emit(outcome)
        if gone:
            self.select(self._selection - gone)


@dataclass(frozen=True, slots=True)
class _Commanding:
    desk: Desk
    key: str

    def __call__(self) -> None:
        self.desk.command(self.key)


@dataclass(frozen=True, slots=True)
class _Performing:
    desk: Desk
    edit: Edit
    step: StepName

    def __call__(self) -> Outcome:
        return self.desk.carry_out(self.edit, self.step)
