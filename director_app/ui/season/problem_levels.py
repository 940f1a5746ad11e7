"""How much each kind of problem matters: a line for each, at first only those that were changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.domain.season import LevelChoice
from director_app.operations.fix_sentences import KIND_WORDS
from director_app.operations.level_words import CHOICE_WORDS, source_of, usual_choice, with_choice
from director_app.operations.open_plan import StepName
from director_app.planner.problems import ProblemKind
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_form import Section
from director_app.ui.season.own_editors import writing
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import ChoiceField
from director_app.ui.widgets.record_form import column_of, row_of
from director_app.ui.widgets.text import OneLine
from director_app.wording import message

LEVEL_CHANGED: Final = message("{kind}: {level}")
_CHOICE_WIDTH: Final = 128
#: Lines made in one go: some ten milliseconds.
_AT_ONCE: Final = 4


class LevelLine(QWidget):
    """One kind: what it is called, where its rule comes from, and how much it matters.

    Signals: ``chosen(ProblemKind, str)``.
    """

    chosen = Signal(object, str)

    def __init__(self, desk: Desk, kind: ProblemKind) -> None:
        super().__init__()
        self.kind = kind
        self._desk = desk
        self._name = OneLine(desk.look, "", "strong")
        self._source = OneLine(desk.look, "", "small", "text2")
        self.choice = ChoiceField(desk.look, self, small=True)
        self.choice.setFixedWidth(_CHOICE_WIDTH)
        self.choice.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 3, 0, 3)
        line = row_of(column_of(self._name, self._source, spacing=0), self.choice)
        inner = line.layout()
        if inner is not None and hasattr(inner, "setStretch"):
            inner.setStretch(0, 1)
        column.addWidget(line)

    def show_choice(self, choice: LevelChoice, *, may_change: bool) -> None:
        """Show the level that holds; the usual one says so."""
        wording = self._desk.wording
        self._name.setText(wording.text(KIND_WORDS[self.kind]))
        self._source.setText(wording.text(source_of(self.kind)))
        names = []
        for each, text in CHOICE_WORDS.items():
            word = wording.text(text)
            is_usual = each is usual_choice(self.kind)
            names.append((str(each), wording.text("{level} (usual)", level=word) if is_usual else word))
        self.choice.set_choices(names)
        self.choice.show_value(str(choice))
        self.choice.setEnabled(may_change)
        self.choice.setAccessibleName(wording.text(KIND_WORDS[self.kind]))

    def _choose(self, key: str) -> None:
        self.chosen.emit(self.kind, key)


class ProblemLevels(Section):
    """The section of the season's page. Each change is one step; the check follows at once."""

    def __init__(self, desk: Desk) -> None:
        self._is_open = False
        #: Made when they are first shown: few kinds are changed, and there are many.
        self._made: dict[ProblemKind, LevelLine] = {}
        self._none = OneLine(desk.look, "", "small", "text2")
        self.more = Button(desk.look, "", "link")
        super().__init__(desk, message("How much problems matter"))
        self.add_action(self.more)
        self.add(self._none)
        box = QWidget()
        self._column_of_lines = QVBoxLayout(box)
        self._column_of_lines.setContentsMargins(0, 0, 0, 0)
        self.add(box)
        self._making = QTimer(self)
        self._making.timeout.connect(self._make_some)
        self.more.clicked.connect(self._turn)
        self.refresh()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Show the levels as they are now."""
        wording, season = self._desk.wording, self._desk.plan.season
        chosen = {one.kind: one.level for one in season.problem_levels}
        self.more.setText(wording.text("Only what was changed") if self._is_open else wording.text("Show all kinds"))
        self._none.setText(wording.text("Every kind has its usual level."))
        for kind in ProblemKind:
            self._show_line(kind, chosen.get(str(kind), usual_choice(kind)))
        self._none.setVisible(not self._is_open and not chosen)

    @property
    def lines(self) -> list[LevelLine]:
        """The lines made so far, in the order of the kinds."""
        return [self._made[kind] for kind in ProblemKind if kind in self._made]

    def _show_line(self, kind: ProblemKind, choice: LevelChoice) -> None:
        is_changed = choice is not usual_choice(kind)
        line = self._made.get(kind)
        if line is None and is_changed:
            line = self._make(kind)
        if line is not None:
            line.setVisible(self._is_open or is_changed)
            if line.isVisibleTo(self):
                line.show_choice(choice, may_change=not self._desk.is_read_only)

    def _make(self, kind: ProblemKind) -> LevelLine:
        line = LevelLine(self._desk, kind)
        line.chosen.connect(self._choose)
        self._made[kind] = line
        self._column_of_lines.insertWidget(self.lines.index(line), line)
        return line

    def _make_some(self) -> None:
        """A few lines at a time, so that the window never stands still."""
        missing = [kind for kind in ProblemKind if kind not in self._made]
        for kind in missing[:_AT_ONCE]:
            self._make(kind)
        if len(missing) <= _AT_ONCE:
            self._making.stop()
        self.refresh()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        if self._is_open and len(self._made) < len(ProblemKind):
            self._making.start()
        self.refresh()

    def _choose(self, kind: ProblemKind, key: str) -> None:
        desk, choice = self._desk, LevelChoice(key)
        wording = desk.wording
        levels = with_choice(desk.plan.season.problem_levels, kind, choice)
        values = {"kind": wording.text(KIND_WORDS[kind]), "level": wording.text(CHOICE_WORDS[choice])}
        desk.perform(writing(desk, {"problem_levels": levels}), StepName(LEVEL_CHANGED, values))
        self.refresh()
