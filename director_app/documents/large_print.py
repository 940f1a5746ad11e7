"""The programme in large print: nothing under 14 pt, one column, one date after the other, for readers who see little.

It says what the booklet says of its dates, without photos and colours that would take room from the letters.
"""

from __future__ import annotations

import datetime
from itertools import groupby
from typing import Final

from director_app.documents.booklet import guide_paragraphs
from director_app.documents.choosing import chosen
from director_app.documents.content import Fact, Mood
from director_app.documents.layout import Job
from director_app.documents.sheets import Column, Facts, Head, Look, Piece, Row, Sheet, Sheets, Table
from director_app.domain.programme import Delivery

#: How much larger than other sheets: their 10 pt become 15, their smallest labels 14.
_SCALE: Final = 1.5
_COLUMNS: Final = (Column("", 31), Column("", 79))
#: pt before that.
_SIZE: Final = 11.0
_Month = tuple[int, int]


def large_print(job: Job) -> Sheets:
    """What it says: a part for each month, and at the end what one should know before coming.

    Raises:
        RefusedInput: when there is no date to print.
    """
    found = chosen(job)
    ordered = sorted(found, key=_month_of)  # stable: within a month as they were
    months = [_month(job, month, list(told)) for month, told in groupby(ordered, key=_month_of)]
    complex_ = job.plan.complex
    colour = complex_.colour if complex_ else ""
    return Sheets((*months, _guide(job)), job.facts.foot(job.options), colour, scale=_SCALE)


def _month_of(one: Delivery) -> _Month:
    """Its year and month; what has none comes last."""
    if one.date is not None:
        return one.date.year, one.date.month
    year, _, month = one.month.partition("-")
    return (int(year), int(month)) if year.isdigit() and month.isdigit() else (datetime.MAXYEAR, 12)


def _month(job: Job, month: _Month, found: list[Delivery]) -> Sheet:
    is_known = month[0] < datetime.MAXYEAR
    title = job.wording.month(*month) if is_known else job.wording.text("Date to be announced")
    table = Table("", _COLUMNS, tuple(_row(job, one) for one in found), size=_SIZE)
    return Sheet(Head(job.facts.season_title(), title), (table,))


def _row(job: Job, one: Delivery) -> Row:
    facts = job.facts
    mood, mark = facts.mood(one)
    programme = job.plan.programmes.get(one.programme) if one.programme else None
    details = (
        facts.moved(one), facts.place(one)[0], " · ".join(facts.acts(one)), facts.meta(one, programme),
        facts.fallback(one), facts.public_note(one),
    )  # fmt: skip
    title = f"[{mark}] {facts.title(one)}" if mark else facts.title(one)
    told = (Piece(title, Look.STRONG), *(Piece(text) for text in details if text))
    clock = facts.clock_text(one)
    if not clock and one.date is not None and one.until in (None, one.date):
        clock = job.wording.text("Time {undecided}", undecided=facts.later)
    when = (Piece(facts.dates(one), Look.STRONG), *([Piece(clock)] if clock else []))
    return Row((when, told), is_off=mood is Mood.CANCELLED)


def _guide(job: Job) -> Sheet:
    facts = job.facts
    rows = [Fact(paragraph.label, "\n".join(paragraph.lines)) for paragraph in guide_paragraphs(facts)]
    rows += [Fact(group.role, "", group.names) for group in facts.credit_groups(job.plan.season.credits)]
    return Sheet(Head(facts.season_title(), job.wording.text("Before you come")), (Facts("", "", tuple(rows)),))
