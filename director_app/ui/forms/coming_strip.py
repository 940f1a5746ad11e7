"""Who of a site could come at which time of a day: a quiet line of estimates under its shifts."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from PySide6.QtWidgets import QGridLayout, QWidget

from director_app.domain.people import Site
from director_app.domain.plan import Plan
from director_app.domain.timeline import Span, minute_of
from director_app.planner.reach import Coming, CrewAnswer, crews_at
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.widgets.text import Text
from director_app.wording import Wording

TIMES: Final = (*(hour * 60 + 10 for hour in (7, 10, 12, 15, 18, 20)), 24 * 60 + 30)
MINUTES: Final = 40
_WEDNESDAY: Final = 2


class ComingAt(NamedTuple):
    """One time of the day and what each crew says to it."""

    minute: int
    answers: tuple[CrewAnswer, ...]

    @property
    def up_to(self) -> int | None:
        """Heads that can come; None when no head-count is known."""
        known = [one.heads for one in self.answers if one.heads is not None]
        return sum(one.heads or 0 for one in self.answers if one.coming is Coming.CAN) if known else None


def next_wednesday(today: datetime.date) -> datetime.date:
    """The Wednesday of which the strip speaks: today's or the next."""
    return today + datetime.timedelta(days=(_WEDNESDAY - today.weekday()) % 7)


def coming_on(plan: Plan, site: Site, day: datetime.date) -> tuple[ComingAt, ...]:
    """Who of a site can come at the times of a day."""
    if not site.shifts:
        return ()
    spans = ((minute, Span(minute_of(day, minute), minute_of(day, minute + MINUTES))) for minute in TIMES)
    return tuple(ComingAt(minute, tuple(crews_at(plan, site, span))) for minute, span in spans)


class ComingStrip(QWidget):
    """Times over how many could come; the tool tip names the crews."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._words = Text(editor.desk.look, "", "small", "text2")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(6, 0, 0, 4)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(0)
        self._grid.addWidget(self._words, 0, 0, 1, len(TIMES) + 1)
        self._times = [Text(editor.desk.look, "", "micro", "text2", tabular=True) for _ in TIMES]
        self._heads = [Text(editor.desk.look, "", "small", tabular=True) for _ in TIMES]
        for column, (time, heads) in enumerate(zip(self._times, self._heads, strict=True)):
            self._grid.addWidget(time, 1, column)
            self._grid.addWidget(heads, 2, column)
        self._grid.setColumnStretch(len(TIMES), 1)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._show_record(self._editor.record)

    def _show_record(self, site: Site | None) -> None:
        if site is None:
            return
        desk = self._editor.desk
        wording = desk.wording
        day = next_wednesday(desk.today())
        found = coming_on(desk.plan, site, day)
        self.setVisible(bool(found))
        self._words.setText(wording.text("Who could come on {date} (estimate)", date=wording.date_short(day)))
        for one, time, heads in zip(found, self._times, self._heads, strict=False):
            time.setText(wording.clock(one.minute))
            heads.setText(said(wording, one))
            heads.set_tone("text" if one.up_to else "text3")
            heads.setToolTip(_crews(wording, one))
            heads.setAccessibleName(f"{wording.clock(one.minute)} {heads.text()}")


def said(wording: Wording, one: ComingAt) -> str:
    """How many could come, never as an exact figure."""
    if one.up_to is None:
        coming = sum(answer.coming is Coming.CAN for answer in one.answers)
        return wording.plural("{n} crew", "{n} crews", coming) if coming else "–"
    return wording.text("up to {n}", n=wording.number(one.up_to)) if one.up_to else "–"


def _crews(wording: Wording, one: ComingAt) -> str:
    lines = []
    for answer in one.answers:
        name = answer.crew or wording.undecided()
        if answer.coming is Coming.CAN:
            lines.append(wording.text("{crew}: can come", crew=name))
        elif answer.coming is Coming.SOME:
            lines.append(wording.text("{crew}: some can", crew=name))
        else:
            lines.append(wording.text("{crew}: cannot come", crew=name))
    return "\n".join(dict.fromkeys(lines))
