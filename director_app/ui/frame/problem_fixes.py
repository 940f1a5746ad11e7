"""Ways out of problems beside the window's own work: looked for one at a time, kept while the plan stays, applied."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery
from director_app.operations.accepting import accept
from director_app.operations.fix_sentences import fix_label, fix_reasons, fix_step
from director_app.operations.sentences import step_sentence
from director_app.planner.fixes import Fix
from director_app.planner.problems import Problem
from director_app.planner.suggestions import fixes_for_all, placings, suggestions
from director_app.ui.desk import Desk
from director_app.ui.frame.problem_lines import Fold, Row
from director_app.ui.messages import way_back
from director_app.ui.schedule.answers import wished_hours
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import clear_layout

Offer = tuple[Fix, str]
_MOST_AT_ONCE = 200
"""For more alike findings than that one answer to all is not looked for: it would take longer than a glance."""


class FixFinder(QObject):
    """Looks for ways out, one finding a turn of the event loop, so that no turn is longer than a frame.

    Attributes:
        desk: the plan they are for.

    Signals: ``found()`` when something new is known.
    """

    found = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._known: dict[Hashable, tuple[Offer, ...]] = {}
        self._of: object = None
        self._waiting: deque[Row] = deque()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._look)

    def offers(self, row: Row) -> tuple[Offer, ...]:
        """The ways out that are known of a finding or a fold, the best first; empty while nobody has looked."""
        self._follow()
        return self._known.get(_key(row), ())

    def want(self, rows: Iterable[Row]) -> None:
        """Look for ways out of these next; what was wanted before and is no longer in sight waits no more."""
        self._follow()
        self._waiting = deque(row for row in rows if _key(row) not in self._known)
        if self._waiting and not self._turn.isActive():
            self._turn.start()

    def look_now(self, row: Row) -> tuple[Offer, ...]:
        """The ways out of one finding, looked for at once if need be."""
        self._follow()
        key = _key(row)
        if key not in self._known and self.desk.live_check is not None:
            self._known[key] = offers_of(self.desk, row)
        return self._known.get(key, ())

    def forget(self) -> None:
        """Say everything again: the language is another one."""
        self._of = None

    def _follow(self) -> None:
        """What was known of another plan is known no more."""
        live = self.desk.live_check
        present = (live, live.plan if live is not None else None, self.desk.today())
        if self._of is None or present != self._of:
            self._of = present
            self._known.clear()
            self._waiting.clear()

    def _look(self) -> None:
        if not self._waiting:
            return
        row = self._waiting.popleft()
        if self.look_now(row):
            self.found.emit()
        if self._waiting:
            self._turn.start()


def offers_of(desk: Desk, row: Row) -> tuple[Offer, ...]:
    """Ways out of a finding, or one for all of a fold, each with its words; empty where nothing may be changed."""
    live = desk.live_check
    if live is None or desk.is_read_only:
        return ()
    if isinstance(row, Fold):
        if not row.is_alike or len(row.lines) > _MOST_AT_ONCE or row.lines[0].accepted is not None:
            return ()
        fixes = fixes_for_all(live, [line.problem for line in row.lines], desk.today())
    elif row.accepted is not None:
        return ()
    else:
        wished = wished_hours(desk.plan, row.problem.deliveries)
        fixes = suggestions(live, row.problem, desk.today(), wished=wished)
    return tuple((fix, label_of(desk, fix, row)) for fix in fixes)


def label_of(desk: Desk, fix: Fix, row: Row) -> str:
    """What a way out does; it names the delivery only where the finding speaks of two."""
    of_two = not isinstance(row, Fold) and len(row.problem.deliveries) > 1
    return fix_label(desk.wording, desk.plan, fix, with_title=of_two)


def _key(row: Row) -> Hashable:
    return tuple(line.problem for line in row.lines) if isinstance(row, Fold) else row.problem


def apply_fix(desk: Desk, fix: Fix) -> None:
    """Do it, as one named step, and say so with a way back."""
    step = fix_step(desk.wording, desk.plan, fix)
    if desk.perform(fix.edit, step) is not None:
        undo = way_back(desk.wording, desk.undo)
        desk.say(step_sentence(desk.wording, step), (undo,), level="ok")


class Apply:
    """Applies one fix when called; kept by whoever shows its button or menu entry."""

    def __init__(self, desk: Desk, fix: Fix) -> None:
        self._desk = desk
        self._fix = fix

    def run(self) -> None:
        """Do it."""
        apply_fix(self._desk, self._fix)


def add_offers(menu: QMenu, desk: Desk, offers: Iterable[Offer]) -> list[Apply]:
    """Entries for ways out, what speaks for each behind it; returns what must live as long as the menu."""
    kept = []
    for fix, label in offers:
        why = fix_reasons(desk.wording, fix)
        call = Apply(desk, fix)
        action = menu.addAction(f"{label}   ({why})" if why else label)
        action.triggered.connect(call.run)
        kept.append(call)
    return kept


class ProblemFixes(QWidget):
    """The best way out of one problem as a button, the others in a menu, and acceptance: for a card about a record.

    It looks for them in the next turn of the event loop, so that showing a card never waits for it.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._problem: Problem | None = None
        self._undecided: DeliveryId | None = None
        self._of_card = ""
        self._calls: list[Apply] = []
        self._best: Button | None = None
        self._label = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(3, 1)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._fill)

    def show_problem(self, problem: Problem, of_card: str = "") -> None:
        """Offer what helps against this one; what changes the delivery of the card itself goes without its title."""
        self._problem, self._undecided, self._of_card = problem, None, of_card
        self._turn.start()

    def show_undecided(self, delivery: Delivery) -> None:
        """Offer free dates, times and places for a delivery that has none yet."""
        self._problem, self._undecided = None, delivery.id
        self._turn.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the button's words to the room there is; its tool tip has all of them."""
        super().resizeEvent(event)
        self._fit()

    def _found(self) -> tuple[Fix, ...]:
        desk, problem = self._desk, self._problem
        live, plan = desk.live_check, desk.plan
        if live is None or live.plan is not plan or desk.is_read_only:
            return ()
        if problem is not None:
            if problem not in live.problems:
                return ()
            wished = wished_hours(desk.plan, problem.deliveries)
            return suggestions(live, problem, desk.today(), wished=wished)
        delivery = plan.deliveries.get(self._undecided) if self._undecided is not None else None
        return placings(live, delivery, desk.today()) if delivery is not None else ()

    def _fill(self) -> None:
        desk, problem = self._desk, self._problem
        clear_layout(self._grid)
        self._calls, self._best = [], None
        of_two = problem is not None and len(problem.deliveries) > 1
        offers = [
            (fix, fix_label(desk.wording, desk.plan, fix, with_title=of_two and fix.delivery != self._of_card))
            for fix in self._found()
        ]
        for fix, label in offers[:1]:
            call = Apply(desk, fix)
            self._calls.append(call)
            self._best, self._label = Button(desk.look, label, "normal", small=True), label
            self._best.setAccessibleName(label)
            self._best.setToolTip("\n".join(text for text in (label, fix_reasons(desk.wording, fix)) if text))
            self._best.clicked.connect(call.run)
            self._grid.addWidget(self._best, 0, 0)
        if len(offers) > 1:
            self._grid.addWidget(self._more(offers[1:]), 0, 1)
        if problem is not None and not desk.is_read_only:
            accept_button = Button(desk.look, desk.wording.text("Accept"), "quiet", small=True)
            accept_button.clicked.connect(self._accept)
            taken = sum(entry.sizeHint().width() for entry in (self._best, accept_button) if entry is not None)
            fits = taken + _MORE_ROOM <= self.width()
            self._grid.addWidget(accept_button, 0 if fits else 1, 2 if fits else 0)
        self._fit()

    def _more(self, offers: list[Offer]) -> Button:
        more = Button(self._desk.look, "", "glyph", "chevron-down", small=True)
        more.name_only(self._desk.wording.text("Other ways out"))
        menu = QMenu(more)
        self._calls += add_offers(menu, self._desk, offers)
        more.setMenu(menu)
        return more

    def _fit(self) -> None:
        best = self._best
        if best is None:
            return
        room = self.width() - _MORE_ROOM
        best.setText(best.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideMiddle, max(60, room - _PADDING)))

    def _accept(self) -> None:
        if self._problem is not None:
            done = accept(self._desk.wording, self._desk.plan, [self._problem], self._desk.today())
            if done is not None:
                self._desk.perform(*done)


_MORE_ROOM: Final = 34
_PADDING: Final = 26


__all__ = ["Apply", "FixFinder", "Offer", "ProblemFixes", "add_offers", "apply_fix", "offers_of"]
