"""What a grid asks inside itself: a day, minutes, dates; a better place after a drop; whether to take away for good."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from director_app.domain.edits import Put, Several
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedInput
from director_app.ui.desk import Desk
from director_app.ui.schedule import day_shift, nearest
from director_app.ui.schedule.line_readers import MOST_LINES, DatesReader, DayReader, ShiftReader
from director_app.ui.schedule.moves import Asked
from director_app.ui.schedule.question_card import Answer, QuestionCard
from director_app.ui.schedule.series_changes import Reach
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.typing_line import TypingLine
from director_app.ui.schedule.verbs import Verbs

_FIRM = (Status.CONFIRMED, Status.DELIVERED)


class GridAsking:
    """The questions of one grid, opened over a place of it."""

    def __init__(self, state: ScheduleState, verbs: Verbs, line: TypingLine, parent: QWidget) -> None:
        self._state = state
        self._desk = state.desk
        self._verbs = verbs
        self._line = line
        self.card = QuestionCard(state.desk.look, parent)

    # -- typed answers -----------------------------------------------------------------------------------------

    def day(self, area: QRect) -> None:
        """To which day the selection shall go."""
        chosen = self._state.chosen()
        if not chosen or self._desk.is_read_only:
            return
        wording = self._desk.wording
        reader = DayReader(self._desk, chosen, chosen[0].date or self._state.cursor)
        title = (
            wording.text("Move {title} to another day", title=self._verbs.title(chosen[0]))
            if len(chosen) == 1
            else wording.text("Move {n} dates to another day", n=len(chosen))
        )
        accept = _Taken(partial(self._take_day, reader))
        self._line.open_at(area, title, "", "10. 16.", reader.sentence, accept)

    def _take_day(self, reader: DayReader, text: str) -> bool:
        return self._verbs.move_to_day(reader.read(text))

    def shift(self, area: QRect) -> None:
        """By how many minutes the selected item and all later ones of its day shall shift."""
        one = self._only_one()
        shifted = day_shift.from_here_on(self._desk.plan, one) if one is not None else None
        wording = self._desk.wording
        if one is None or shifted is None or not shifted.moving:
            self._desk.say(wording.text("Select one date with a time; it and all later ones of its day can shift."))
            return
        reader = ShiftReader(self._desk, shifted)
        title = wording.text("Shift this and all later of the day, in minutes")
        accept = _Taken(partial(self._take_shift, shifted))
        self._line.open_at(area, title, "", "20", reader.sentence, accept)

    def _take_shift(self, shifted: day_shift.Shifted, text: str) -> bool:
        return self._verbs.shift_later(shifted, day_shift.read_minutes(text))

    def dates(self, area: QRect, text: str = "") -> None:
        """On which dates the selected item shall stand too."""
        one = self._only_one()
        wording = self._desk.wording
        if one is None:
            self._desk.say(wording.text("Select one date to put it on more dates."))
            return
        reader = DatesReader(self._desk, one)
        title = wording.text("{title} on more dates", title=self._verbs.title(one))
        accept = _Taken(partial(self._take_dates, reader, one))
        self._line.open_at(area, title, text, "9/3, 9/10, 9/24 12:00", reader.sentence, accept)

    def _take_dates(self, reader: DatesReader, one: Delivery, text: str) -> bool:
        return self._verbs.copies.on_more_dates(one, reader.read(text))

    def _only_one(self) -> Delivery | None:
        chosen = self._state.chosen()
        return chosen[0] if len(chosen) == 1 and not self._desk.is_read_only else None

    # -- answers to choose from --------------------------------------------------------------------------------

    def better_place(self, area: QRect, identity: str, outcome: Any) -> None:
        """After a drop on a bad place: the nearest good ones, or here; Escape gives the drop back."""
        blocks = nearest.blocking(self._desk, identity)
        ways = nearest.ways_out(self._desk, identity) if blocks else []
        if not ways:
            return
        wording = self._desk.wording
        answers = [Answer(way.label, _Instead(self._verbs, self._desk, outcome, way)) for way in ways]
        answers.append(Answer(wording.text("Leave it here"), _nothing))
        sentence = wording.text("It clashes here.")
        back = partial(self._verbs.take_back, outcome)
        lines = (nearest.sentence_of(self._desk, blocks[0]),)
        self.card.ask(area, sentence, answers, back, lines=lines, clashes=True)

    def nearest_place(self) -> None:
        """Put the selected item into the nearest good place at once."""
        one = self._only_one()
        if one is None:
            return
        ways = nearest.ways_out(self._desk, one.id)
        if ways:
            asked = nearest.asked_for(self._desk, ways[0])
            moved = self._verbs.delivery(one.id) if self._verbs.perform(asked) is not None else None
            if moved is not None:
                self._verbs.look_at(moved)
            return
        blocked = bool(nearest.blocking(self._desk, one.id))
        wording = self._desk.wording
        self._desk.say(
            wording.text("No good place is known nearby.") if blocked else wording.text("Nothing clashes here.")
        )

    def series(self, area: QRect, reach: Reach | None = None) -> None:
        """How far the last change of the selected date shall reach in its series, or whether to take it out."""
        series, wording = self._verbs.series, self._desk.wording
        answers = []
        names: tuple[tuple[Reach, str], ...] = (
            ("later", wording.text("This and later")),
            ("all", wording.text("All of the series")),
        )
        for one, name in names:
            lines = series.lines(one)
            if lines and reach in (None, one):
                answers.append(Answer(name, partial(series.follow, one), _cut(lines)))
        if reach is not None and answers:
            answers.append(Answer(wording.text("Only this one"), _nothing))
        elif series.member() is not None:
            answers.append(Answer(wording.text("Take out of the series"), series.take_out))
            if lines := series.missing():
                answers.append(Answer(wording.text("Bring back what was left out"), series.bring_back, _cut(lines)))
        if not answers:
            self._desk.say(wording.text("Select a date of a series; change it first to let the others follow."))
            return
        sentence = wording.text("How far shall the change reach?")
        if len(answers) == 1:
            sentence = wording.text("This date belongs to a series.")
        self.card.ask(area, sentence, answers, _nothing)

    def remove(self, area: QRect) -> None:
        """Take the selection away; what is confirmed only after a question."""
        chosen = self._state.chosen()
        firm = [one for one in chosen if one.status in _FIRM]
        if not firm or self._desk.is_read_only:
            self._verbs.remove()
            return
        wording = self._desk.wording
        sentence = wording.plural(
            "{n} of them is confirmed. Move to the trash?", "{n} of them are confirmed. Move to the trash?", len(firm)
        )
        if len(chosen) == 1:
            sentence = wording.text("“{title}” is confirmed. Move it to the trash?", title=self._verbs.title(chosen[0]))
        answers = (
            Answer(wording.text("Move to the trash"), self._verbs.remove),
            Answer(wording.text("Keep"), _nothing),
        )
        self.card.ask(area, sentence, answers, _nothing)


class _Taken:
    """Takes a typed line when it can be read."""

    def __init__(self, take: Callable[[str], bool]) -> None:
        self._take = take

    def __call__(self, text: str) -> bool:
        try:
            return self._take(text)
        except RefusedInput:
            return False


class _Instead:
    """Puts an item elsewhere instead of where it was dropped: the drop is given back, so that one step remains.

    What else the drop did is done again with it: an application stays answered by what was put elsewhere.
    """

    def __init__(self, verbs: Verbs, desk: Desk, outcome: Any, way: nearest.Way) -> None:
        self._verbs, self._desk, self._outcome, self._way = verbs, desk, outcome, way

    def __call__(self) -> None:
        asked = nearest.asked_for(self._desk, self._way)
        if self._desk.plan is self._outcome.plan:
            changes = (*self._outcome.changes, *asked.edit.changes(self._desk.plan))
            whole = {(one.kind, one.id): one.after for one in changes if one.after is not None}
            self._desk.undo()
            asked = Asked(Several(tuple(Put(one) for one in whole.values())), asked.step)
        outcome = self._verbs.perform(asked)
        changes = outcome.changes if outcome is not None else ()
        moved = next((one.after for one in changes if one.kind == "deliveries"), None)
        if isinstance(moved, Delivery) and moved.date is not None:
            self._verbs.look_at(moved)


def _nothing() -> None:
    """All stays as it is."""


def _cut(lines: list[str]) -> tuple[str, ...]:
    return tuple(lines) if len(lines) <= MOST_LINES else (*lines[: MOST_LINES - 1], "…")
