"""Understands what is typed for a day to move to, minutes to shift by, and dates to add; says what would happen."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from director_app.domain.programme import Delivery
from director_app.domain.refusals import Refusal, RefusedInput
from director_app.operations.sentences import problem_sentence, refusal_sentence
from director_app.planner.problems import in_order
from director_app.ui.desk import Desk
from director_app.ui.forms.typed_dates import TypedDay, read_days
from director_app.ui.schedule import copies, day_shift, moves
from director_app.ui.schedule.ghost import with_delivery
from director_app.ui.schedule.items import delivery_titles
from director_app.ui.spoken_days import read_spoken_day
from director_app.ui.typed_times import read_date
from director_app.ui.words import time_text
from director_app.wording import Wording, message

MOST_LINES: Final = 8
NOT_A_DATE: Final = message("“{text}” is not a date. Write it like 10. 14.")


def clash_of(desk: Desk, as_if: Delivery) -> str:
    """The worst of what would be wrong with an item that stood like this, in words; empty when nothing would."""
    live = desk.live_check
    if live is None:
        return ""
    problems = [problem for problem in live.would_clash(as_if) if str(problem.level) != "note"]
    if not problems:
        return ""
    plan = with_delivery(desk.plan, as_if)
    return problem_sentence(desk.wording, plan, in_order(plan, problems)[0])


class DayReader:
    """Understands a day to which items shall move."""

    def __init__(self, desk: Desk, chosen: Sequence[Delivery], near: datetime.date) -> None:
        self._desk, self._chosen, self._near = desk, tuple(chosen), near

    def read(self, text: str) -> datetime.date:
        """The day.

        Raises:
            RefusedInput: when it is none.
        """
        day = read_spoken_day(text, self._desk.today()) or read_date(text, self._near)
        if day is None:
            raise RefusedInput(NOT_A_DATE, text=text)
        return day

    def sentence(self, text: str) -> str:
        """The day in words, what it has already, and what would clash."""
        wording = self._desk.wording
        if not text.strip():
            return wording.text("Such as 10. 16. or tomorrow.")
        try:
            day = self.read(text)
        except Refusal as refusal:
            return refusal_sentence(wording, refusal)
        there = len(self._desk.plan.on_day(day))
        parts = [wording.date_short(day)]
        if there:
            parts.append(wording.plural("{n} date there already", "{n} dates there already", there))
        lines = [" · ".join(parts)]
        if len(self._chosen) == 1:
            as_if = moves.moved(self._desk.plan, self._chosen[0], moves.Place(day))
            lines.append(clash_of(self._desk, as_if) or wording.text("Nothing clashes here."))
        return "\n".join(lines)


class ShiftReader:
    """Understands the minutes by which the rest of a day shall shift."""

    def __init__(self, desk: Desk, shifted: day_shift.Shifted) -> None:
        self._desk, self._shifted = desk, shifted

    def sentence(self, text: str) -> str:
        """Every item with its old and new time; who stays."""
        wording = self._desk.wording
        if not text.strip():
            return wording.text("Minutes later, or earlier with a minus: 20, -15, 1:30.")
        try:
            minutes = day_shift.read_minutes(text)
        except Refusal as refusal:
            return refusal_sentence(wording, refusal)
        lines = [self._line(one, minutes) for one in self._shifted.moving]
        lines = _at_most(wording, lines)
        if staying := len(self._shifted.staying):
            lines.append(wording.plural("{n} locked or over: stays", "{n} locked or over: stay", staying))
        return "\n".join(lines)

    def _line(self, one: Delivery, minutes: int) -> str:
        wording = self._desk.wording
        return wording.text(
            "{before} → {after} {title}",
            before=wording.clock(one.start or 0),
            after=wording.clock(day_shift.new_start(one, minutes)),
            title=delivery_titles(wording, self._desk.plan, one)[0],
        )


class DatesReader:
    """Understands several dates for one item; says of each what would clash."""

    def __init__(self, desk: Desk, one: Delivery) -> None:
        self._desk, self._one = desk, one

    def read(self, text: str) -> list[TypedDay]:
        """The dates.

        Raises:
            RefusedInput: when a part is none, or there are no new ones.
        """
        season = self._desk.plan.season
        days, unread = read_days(text, self._one.date or self._desk.today(), season.last_day)
        if unread:
            raise unread[0].refusal
        if not days:
            raise RefusedInput(NOT_A_DATE, text=text)
        return days

    def sentence(self, text: str) -> str:
        """One line for each date, with the worst clash."""
        wording, desk = self._desk.wording, self._desk
        if not text.strip():
            return wording.text("Type or paste dates, such as 9/3, 9/10, 9/24 12:00")
        try:
            made = copies.made_on(self._one, self.read(text))
        except Refusal as refusal:
            return refusal_sentence(wording, refusal)
        lines = []
        for copy in made[: MOST_LINES + 1]:
            when = f"{wording.date_short(copy.date)} {time_text(wording, copy)}" if copy.date else ""
            clash = clash_of(desk, copy) or wording.text("nothing clashes")
            lines.append(wording.text("{when} · {what}", when=when, what=clash))
        lines += [""] * max(0, len(made) - len(lines))
        return "\n".join(_at_most(wording, lines)) if lines else wording.text("It stands there already.")


def _at_most(wording: Wording, lines: list[str]) -> list[str]:
    """The first lines, and how many more there are."""
    if len(lines) <= MOST_LINES:
        return lines
    more = len(lines) - MOST_LINES + 1
    said = wording.plural("and {n} more", "and {n} more", more)
    return [*lines[: MOST_LINES - 1], said]
