"""What happens with the planner's findings in the window: shown, gone to, accepted, opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.operations.accepting import accept, give_reason, reopen
from director_app.ui.desk import Desk, MessageAction
from director_app.ui.frame.check_bar import CheckBar
from director_app.ui.frame.checker import Checker
from director_app.ui.frame.problem_fixes import FixFinder, add_offers
from director_app.ui.frame.problem_lines import Fold, ProblemLine, Row, sort_out
from director_app.ui.workspaces.page_of import PAGE_OF_KIND

if TYPE_CHECKING:
    from director_app.domain.plan import Plan
    from director_app.planner.problems import Problem

_MANY = 500


class Workspaces(Protocol):
    """Where a finding is gone to: the workspaces of the plan."""

    def page(self, key: str) -> Any:
        """A workspace, made when it is first asked for."""

    def show_page(self, key: str, subject: object = None) -> None:
        """Show a workspace, and something in it."""


class ProblemDesk(QObject):
    """Between the desk, the check bar and the workspaces."""

    def __init__(self, desk: Desk, checker: Checker, bar: CheckBar, finder: FixFinder, workspaces: Workspaces) -> None:
        super().__init__(bar)
        self._desk = desk
        self._checker = checker
        self._bar = bar
        self._finder = finder
        self._workspaces = workspaces
        self._shown_of: Plan | None = None
        self._kept: list[object] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_now)
        bar.wanted.connect(self.go_to)
        bar.link_wanted.connect(self.go_to_subject)
        bar.accept_wanted.connect(self.accept)
        bar.reopen_wanted.connect(self.reopen)
        bar.reason_given.connect(self.give_reason)
        bar.menu_wanted.connect(self._show_menu)

    # -- shown ---------------------------------------------------------------------------------------------

    def show(self, problems: tuple[Problem, ...]) -> None:
        """Show these findings, most urgent first, and what she has accepted.

        Many are sorted out in the next turn of the event loop: the edit itself is shown first.
        """
        if self._desk.live_check is None and not problems:
            return
        self._shown_of = self._desk.plan
        if len(problems) > _MANY:
            self._later.start()
        else:
            self._show_now()

    def _show_now(self) -> None:
        desk = self._desk
        self._later.stop()
        findings = sort_out(desk.wording, desk.plan, desk.problems, self._checker.accepted, desk.today())
        self._bar.show_findings(desk.plan, findings)

    def plan_changed(self) -> None:
        """Show them again where the new plan was not shown already."""
        if self._shown_of is not self._desk.plan:
            self.show(self._desk.problems)

    # -- gone to -------------------------------------------------------------------------------------------

    def step(self, *, forward: bool) -> None:
        """Go to the next finding, and to what it is about."""
        line = self._bar.step(forward)
        if line is None:
            self._desk.say(self._desk.wording.text("Nothing to resolve now."))
        else:
            self.go_to(line)

    def go_to(self, line: ProblemLine) -> None:
        """Show and select the first of what a finding is about."""
        subject = next(iter(line.subjects), None)
        if subject is not None:
            self.go_to_subject(subject)

    def go_to_subject(self, subject: Subject) -> None:
        """Show and select a record, also one that the filter of the schedule hides; then the filter is cleared."""
        desk = self._desk
        record = desk.plan.find(*subject)
        if record is None:
            return
        desk.select((subject,))
        page = PAGE_OF_KIND.get(subject.kind, "schedule")
        if subject.kind == "deliveries":
            self._unhide(DeliveryId(subject.id))
        self._workspaces.show_page(page, subject)
        if subject.kind == "deliveries" and self._bar.is_open():
            self._bar.list.setFocus()

    def _unhide(self, delivery: DeliveryId) -> None:
        schedule = self._workspaces.page("schedule")
        if schedule.state.items.keeps(self._desk.plan.deliveries[delivery]):
            return
        before = schedule.state.items.filter
        schedule.filter_panel.clear()
        again = _FilterAgain(schedule, before)
        self._kept = [again]
        wording = self._desk.wording
        self._desk.say(
            wording.text("The filter hid this date; it has been cleared."),
            (MessageAction(wording.text("Filter again"), again.run),),
        )

    # -- accepted ------------------------------------------------------------------------------------------

    def accept(self, lines: tuple[ProblemLine, ...]) -> None:
        """Accept findings as one step; why may be said afterwards, in place."""
        desk = self._desk
        done = accept(desk.wording, desk.plan, [line.problem for line in lines], desk.today())
        if done is None or desk.perform(*done) is None:
            return
        accepted = self._checker.accepted
        named = [line.problem for line in lines if line.problem in accepted]
        self._bar.show_accepted(
            tuple(ProblemLine(desk.wording, desk.plan, problem, accepted[problem]) for problem in named)
        )

    def reopen(self, lines: tuple[ProblemLine, ...]) -> None:
        """Take acceptances back as one step."""
        desk = self._desk
        done = reopen(desk.wording, desk.plan, [line.problem for line in lines])
        if done is not None:
            desk.perform(*done)

    def give_reason(self, lines: tuple[ProblemLine, ...], reason: str) -> None:
        """Write down why."""
        records = [line.accepted for line in lines if line.accepted is not None]
        self._desk.perform(*give_reason(self._desk.plan, records, reason))
        self.plan_changed()

    # -- all that can be done ------------------------------------------------------------------------------

    def _show_menu(self, row: Row, where: QPoint) -> None:
        desk, wording = self._desk, self._desk.wording
        menu = QMenu(self._bar)
        calls: list[object] = []
        offers = self._finder.look_now(row)
        calls += add_offers(menu, desk, offers)
        if offers:
            menu.addSeparator()
        if not isinstance(row, Fold):
            for subject, name in row.links:
                go = _Go(self, subject)
                menu.addAction(wording.text("Show {name}", name=name)).triggered.connect(go.run)
                calls.append(go)
        lines = row.lines if isinstance(row, Fold) else (row,)
        if not desk.is_read_only:
            settle = _Settle(self, lines)
            words = wording.text("Accept and go on") if lines[0].accepted is None else wording.text("Open again")
            menu.addAction(f"{words}\tA").triggered.connect(settle.run)
            calls.append(settle)
        self._kept = calls  # as long as the menu, whose entries call them
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)


class _Go:
    def __init__(self, desk: ProblemDesk, subject: Subject) -> None:
        self._desk, self._subject = desk, subject

    def run(self) -> None:
        """Go there."""
        self._desk.go_to_subject(self._subject)


class _Settle:
    def __init__(self, desk: ProblemDesk, lines: tuple[ProblemLine, ...]) -> None:
        self._desk, self._lines = desk, lines

    def run(self) -> None:
        """Accept them, or open them again."""
        if self._lines[0].accepted is None:
            self._desk.accept(self._lines)
        else:
            self._desk.reopen(self._lines)


class _FilterAgain:
    def __init__(self, schedule: Any, chosen: object) -> None:
        self._schedule, self._chosen = schedule, chosen

    def run(self) -> None:
        """Hide again what the filter hid."""
        self._schedule.filter_panel.changed.emit(self._chosen)
