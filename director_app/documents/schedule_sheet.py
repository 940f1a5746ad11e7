"""The schedule as a table by months: what everybody may know of each date, on paper or as a document to edit."""

from __future__ import annotations

from director_app.documents.choosing import chosen
from director_app.documents.content import Mood
from director_app.documents.layout import Job
from director_app.documents.sheets import Block, Column, Head, Look, Note, Row, Sheet, Sheets, Table, pieces
from director_app.domain.programme import Delivery
from director_app.wording import message


def schedule_sheets(job: Job) -> Sheets:
    """What it says: a table for each month, and one for what has no month yet.

    Raises:
        RefusedInput: when there is no date to print.
    """
    facts, wording = job.facts, job.wording
    found = chosen(job)
    months: dict[str, list[Delivery]] = {}
    for one in found:
        months.setdefault(f"{one.date:%Y-%m}" if one.date else one.month, []).append(one)
    blocks: list[Block] = [
        _table(job, month, of_month) for month, of_month in sorted(months.items(), key=_undated_last)
    ]
    if said := facts.enquiries():
        blocks.append(Note(wording.text("Enquiries: {name}", name=said)))
    count = wording.plural("{n} date", "{n} dates", len(found))
    head = Head(facts.complex_name(), facts.season_title(), under=job.title, under_right=count)
    colour = job.plan.complex.colour if job.plan.complex else ""
    return Sheets((Sheet(head, tuple(blocks)),), facts.foot(job.options), colour, is_landscape=True)


def _undated_last(month: tuple[str, list[Delivery]]) -> tuple[bool, str]:
    return not month[0], month[0]


def _table(job: Job, month: str, found: list[Delivery]) -> Table:
    wording = job.wording
    year, _, number = month.partition("-")
    is_known = year.isdigit() and number.isdigit()
    title = wording.month(int(year), int(number)) if is_known else wording.text("Date to be announced")
    columns = (
        Column(wording.context("print", "Date"), 40, Look.STRONG),
        Column(wording.context("print", "Time"), 34, Look.TIME),
        Column(wording.context("print", "Programme"), 66, Look.STRONG),
        Column(wording.context("print", "Place"), 52),
        Column(wording.context("print", "Artists"), 46),
        Column(wording.text(message("In rain or heat")), 44, Look.GREY),
    )
    return Table(title, columns, tuple(_row(job, one) for one in found), size=9.0)


def _row(job: Job, one: Delivery) -> Row:
    facts = job.facts
    mood, mark = facts.mood(one)
    programme = job.plan.programmes.get(one.programme) if one.programme else None
    title = f"[{mark}] {facts.title(one)}" if mark else facts.title(one)
    what = pieces((title, Look.STRONG), (facts.moved(one), Look.PLAIN), (facts.meta(one, programme), Look.GREY))
    cells = (
        facts.dates(one), facts.clock_text(one) or facts.later, what, facts.place(one)[0], ", ".join(facts.acts(one)),
        facts.fallback(one).removeprefix("※").strip(),
    )  # fmt: skip
    return Row(cells, is_off=mood is Mood.CANCELLED)
