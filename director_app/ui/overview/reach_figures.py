"""The figures beside the weeks of the strip: people, days since the last visit, confirmed dates; each leads on."""

from __future__ import annotations

import datetime
from typing import Final

from PySide6.QtCore import QRectF

from director_app.planner.coverage import FIRM, AreaRow
from director_app.ui.desk import Desk
from director_app.ui.schedule.filtering import Filter
from director_app.wording import Wording

PEOPLE: Final = -2
SINCE: Final = -1
"""Columns before the first week; the one behind the last week is what is confirmed."""
SINCE_WIDTH: Final = 64
_PEOPLE_WIDTH: Final = 56


def column_left_of_weeks(x: float, names_width: int) -> int:
    """People where their number stands, else the days since: the name leads to the dates of the area as they do."""
    from_people = names_width - SINCE_WIDTH - _PEOPLE_WIDTH
    return PEOPLE if from_people <= x < names_width - SINCE_WIDTH else SINCE


def place_left_of_weeks(column: int, names_width: int, top: float, height: float) -> QRectF:
    """Where the figure of such a column stands."""
    width = _PEOPLE_WIDTH if column == PEOPLE else SINCE_WIDTH
    left = names_width - SINCE_WIDTH - (_PEOPLE_WIDTH if column == PEOPLE else 0)
    return QRectF(left + 2, top + 3, width - 6, height - 6)


def figure_words(wording: Wording, row: AreaRow, column: int) -> str:
    """The figure in words: area, what is counted, how many."""
    if column == PEOPLE:
        what, number = wording.text("people"), row.heads
    elif column == SINCE:
        what, number = wording.text("days since"), row.days_since
    else:
        what, number = wording.text("confirmed"), row.confirmed
    name = row.name if wording.language == "ko" else row.name_en
    said = "–" if number is None else wording.number(number)
    return wording.text("{area} · {what}: {number}", area=name, what=what, number=said)


def go_to_figure(desk: Desk, row: AreaRow, column: int, today: datetime.date) -> None:
    """People are written down with the areas of the season; the others are dates of the area."""
    if column == PEOPLE:
        desk.go_to("season")
        return
    firm = frozenset(FIRM) if column != SINCE else frozenset()
    desk.go_to("schedule", Filter(areas=frozenset((row.id,)), statuses=firm))
    if column == SINCE and row.days_since is not None:
        desk.go_to("schedule", today - datetime.timedelta(days=row.days_since))
