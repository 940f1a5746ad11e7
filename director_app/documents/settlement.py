"""The settlement on paper: funding, budget by the grant's codes, payments, what a date and a head cost."""

from __future__ import annotations

import datetime

from director_app.documents.day_sheet import not_for_posting
from director_app.documents.layout import Job
from director_app.documents.money_words import won_in_full
from director_app.documents.settlement_content import ESTIMATE, MoneyCell, MoneyTable, Settlement, settlement
from director_app.documents.sheets import Block, Box, Boxes, Column, Head, Look, Note, Row, Sheet, Sheets, Table
from director_app.domain.refusals import RefusedInput
from director_app.wording import message

_NO_MONEY = message("The plan has no money, so {document} cannot be made.")


def settlement_sheets(job: Job) -> Sheets:
    """What it says."""
    plan, wording, facts = job.plan, job.wording, job.facts
    if not plan.grants and not plan.budget_lines:
        raise RefusedInput(_NO_MONEY, document=job.title)
    told = settlement(facts)
    blocks: list[Block] = [_boxes(job, told)]
    if facts.is_korean and told.granted > 0:
        blocks.append(Note(f"{wording.text('Total')} {won_in_full(told.granted)}"))
    blocks += [money_table(job, table) for table in told.tables]
    blocks.append(Note(wording.text(ESTIMATE)))
    season = plan.season
    period = wording.date_span(season.first_day, season.last_day) if season.first_day and season.last_day else ""
    head = Head(job.title, facts.season_title(), under=facts.complex_name(), under_right=period)
    colour = plan.complex.colour if plan.complex else ""
    return Sheets((Sheet(head, tuple(blocks)),), facts.foot(job.options), colour, not_for_posting(wording))


def _boxes(job: Job, told: Settlement) -> Boxes:
    wording = job.wording
    named = (
        (message("Total"), told.granted),
        (message("Spent"), told.spent),
        (message("Left over"), told.left),
        (message("Interest"), told.interest),
    )
    return Boxes(tuple(Box(wording.text(label), won(job, amount)) for label, amount in named))


def won(job: Job, amount: int) -> str:
    """An amount with its unit."""
    return job.wording.text("{amount} won", amount=job.wording.number(amount))


def money_table(job: Job, table: MoneyTable) -> Table:
    """A table of amounts as a block of a sheet, its sum in a tinted row."""
    columns = tuple(
        Column(one.header, one.share, Look.NUMBER if one.is_amount else Look.PLAIN) for one in table.columns
    )
    rows = [Row(tuple(_cell(job, cell) for cell in row)) for row in table.rows]
    if rows and table.total is not None:
        rows.append(Row(tuple(_cell(job, cell) for cell in table.total), is_strong=True))
    return Table(table.title, columns, tuple(rows), table.none, size=8.5)


def _cell(job: Job, cell: MoneyCell) -> str:
    if isinstance(cell, datetime.date):
        return job.facts.plain_day(cell)
    if isinstance(cell, int):
        return job.wording.number(cell)
    return cell or ""
