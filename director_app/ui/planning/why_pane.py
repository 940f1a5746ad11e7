"""Beside the list: before and after on the timeline, why here, why not and the ways out, and whom to tell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from director_app.operations.fix_sentences import subject_name
from director_app.operations.proposing import CallSheetLine, Explanation, title_of_wish, wish_words
from director_app.operations.sentences import problem_sentence
from director_app.planner.placing.why_not import WayOut
from director_app.ui.desk import Desk
from director_app.ui.planning.day_strip import DayStrip, Lane
from director_app.ui.planning.proposal_rows import NO_PLACE, Row
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import Text

WIDTH = 340
_MOST_TOLD = 40


class _WayButton(Button):
    """One way out as a button.

    Signals: ``wanted(WayOut)``.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, way: WayOut, words: str) -> None:
        super().__init__(desk.look, words, "normal", small=True)
        self._way = way
        self.setToolTip(words)
        self.clicked.connect(self._want)

    def _want(self) -> None:
        self.wanted.emit(self._way)


class WhyPane(QScrollArea):
    """What is to be known about one line of a proposal.

    Signals: ``why_not_wanted()``; ``way_wanted(WayOut)`` for a way out she chose; ``copy_wanted()`` for the list of
    people.
    """

    why_not_wanted = Signal()
    way_wanted = Signal(object)
    copy_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        look = desk.look
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setProperty("kind", "scrolled")
        self.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        self.title = Text(look, "", "heading", wraps=True)
        self.strip = DayStrip(look)
        self._why_head = Text(look, "", "small-strong", "text2")
        self.reasons = Text(look, "", "body", wraps=True)
        self.ask = Button(look, "", "normal", small=True)
        self.ask.clicked.connect(self.why_not_wanted)
        self.core = Text(look, "", "body", wraps=True)
        self._ways = QWidget()
        self._way_lines = QVBoxLayout(self._ways)
        self._way_lines.setContentsMargins(0, 0, 0, 0)
        self._way_lines.setSpacing(6)
        self._tell_head = Text(look, "", "small-strong", "text2")
        self.tell = Text(look, "", "small", wraps=True)
        self.copy = Button(look, "", "link", "copy")
        self.copy.clicked.connect(self.copy_wanted)
        for widget in (
            self.title, self.strip, self._why_head, self.reasons, self.ask, self.core, self._ways, self._tell_head,
            self.tell, self.copy,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        self.show_row(None, (), ())
        self.show_people(())
        self.show_explanation(None)

    def ways(self) -> list[_WayButton]:
        """The ways out that are offered."""
        return [one for one in self._ways.findChildren(_WayButton) if not one.isHidden()]

    def show_row(self, row: Row | None, reasons: Sequence[str], lanes: tuple[Lane, ...]) -> None:
        """Show one line of the proposal, or nothing."""
        wording = self._desk.wording
        is_left = row is not None and row.level == NO_PLACE
        self.title.show_if_said(row.name if row is not None else "")
        self.strip.show_lanes(lanes)
        self._why_head.show_if_said(
            "" if row is None else wording.text("Why no place?") if is_left else wording.text("Why here?")
        )
        self.reasons.show_if_said("\n".join(f"· {one}" for one in reasons))
        self.ask.setText(wording.text("Which wishes clash?"))
        self.ask.setVisible(is_left)
        if not is_left:
            self.show_explanation(None)

    def show_explanation(self, explanation: Explanation | None, otherwise: str = "") -> None:
        """Show the wishes that clash and a button for each way out, or a sentence instead."""
        wording, plan = self._desk.wording, self._desk.plan
        clear_layout(self._way_lines)
        self._ways.setVisible(explanation is not None)
        if explanation is None:
            self.core.show_if_said(otherwise)
            return
        core = [f"· {wish_words(wording, plan, wish)}" for wish in explanation.contradiction.core]
        head = wording.text("These wishes cannot all be met, though any one fewer could:")
        if explanation.obstacles:
            wishes = explanation.contradiction.core
            head = wording.text(
                "{title} finds no place even by itself. In its way stand:",
                title=title_of_wish(wording, plan, wishes[0]),
            )
            met = [f"· {problem_sentence(wording, there, problem)}" for there, problem in explanation.obstacles]
            core = [*met, *(core if len(wishes) > 1 else [])]
        ways = (
            wording.text("Each of these makes room for the rest:")
            if any(one.placements for one in explanation.ways)
            else ""
        )
        self.core.show_if_said("\n".join(part for part in (head, *core, ways) if part))
        for way in (one for one in explanation.ways if one.placements):
            given = ", ".join(wish_words(wording, plan, wish) for wish in way.given_up)
            button = _WayButton(self._desk, way, wording.text("Give up: {wish}", wish=given))
            button.setEnabled(not self._desk.is_read_only)
            button.wanted.connect(self.way_wanted)
            self._way_lines.addWidget(button)

    def show_people(self, people: Sequence[CallSheetLine]) -> None:
        """Whom to tell of what is ticked."""
        wording = self._desk.wording
        self._tell_head.show_if_said(
            wording.plural("{n} person to tell", "{n} people to tell", len(people)) if people else ""
        )
        self.tell.show_if_said("\n".join(self.lines(people[:_MOST_TOLD])))
        self.copy.setText(wording.text("Copy the list"))
        self.copy.setVisible(bool(people))

    def lines(self, people: Sequence[CallSheetLine]) -> list[str]:
        """The list as text: what became of each date, and under it who must hear of it and where to call."""
        wording, plan = self._desk.wording, self._desk.plan
        by_sentence: dict[str, list[str]] = {}
        for one in people:
            who = " ".join((subject_name(wording, plan, *one.subject), *one.numbers))
            for sentence in one.sentences:
                by_sentence.setdefault(sentence, []).append(who)
        return [line for sentence, who in by_sentence.items() for line in (f"· {sentence}", f"   → {', '.join(who)}")]
