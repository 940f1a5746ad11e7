"""What a settlement says, as tables of plain cells: paper and spreadsheet are made of the same ones."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from director_app.documents.facts import Facts
from director_app.domain.papers import BudgetLine, Funding
from director_app.domain.plan import Plan
from director_app.planner import money
from director_app.wording import Wording, message

FUNDINGS: Final = {
    Funding.NATIONAL: message("national"),
    Funding.PROVINCE: message("province"),
    Funding.CITY: message("city"),
    Funding.OWN: message("own money"),
    Funding.PRIVATE: message("private"),
}
ESTIMATE: Final = message(
    "Withheld tax is an estimate at the rate typed with each payment, cut to ten won; "
    "the finance office reckons the real one."
)

#: Whole numbers are amounts of won or counts, dates are dates.
MoneyCell = str | int | datetime.date | None


class MoneyColumn(NamedTuple):
    """A column: header, share of the width of a page, and whether its cells are amounts."""

    header: str
    share: int
    is_amount: bool = False


class MoneyTable(NamedTuple):
    """One table with its last line, the sum; `none` is said where it has no rows."""

    title: str
    columns: tuple[MoneyColumn, ...]
    rows: tuple[tuple[MoneyCell, ...], ...]
    total: tuple[MoneyCell, ...] | None
    none: str = ""


class Settlement(NamedTuple):
    """All tables, and the four amounts everybody looks for."""

    granted: int
    spent: int
    left: int
    interest: int
    tables: tuple[MoneyTable, ...]


def settlement(facts: Facts) -> Settlement:
    """The settlement of a plan as it stands."""
    plan = facts.plan
    sums = money.sums_of(plan.budget_lines.values())
    granted = money.granted(plan)
    tables = (_funding(facts), _codes(facts), _payments(facts), _programmes(facts))
    return Settlement(granted, sums.spent, granted - sums.spent, money.interest(plan), tables)


def amount_column(wording: Wording, header: str, share: int = 28) -> MoneyColumn:
    """A column of amounts."""
    return MoneyColumn(wording.text(header), share, is_amount=True)


def _funding(facts: Facts) -> MoneyTable:
    wording, plan = facts.wording, facts.plan
    columns = (
        MoneyColumn(wording.text("Funding line"), 62),
        MoneyColumn(wording.text("Source of money"), 28),
        MoneyColumn(wording.text("From"), 40),
        amount_column(wording, message("Amount"), 30),
        amount_column(wording, message("Interest"), 20),
    )
    order = list(Funding)
    grants = sorted(plan.grants.values(), key=lambda one: (order.index(one.funding), one.name, one.id))
    rows = tuple(
        (one.name, wording.text(FUNDINGS[one.funding]), _organisation(plan, one.organisation), one.amount, one.interest)
        for one in grants
    )
    total = (wording.text("Sum"), "", "", money.granted(plan), money.interest(plan))
    return MoneyTable(wording.text("Funding"), columns, rows, total, wording.text("No funding line is known."))


def _organisation(plan: Plan, identity: str | None) -> str:
    record = plan.find("organisations", identity) if identity else None
    return record.name if record is not None else ""


def _codes(facts: Facts) -> MoneyTable:
    wording, plan = facts.wording, facts.plan
    columns = (
        MoneyColumn(wording.text("Budget code"), 22),
        MoneyColumn(wording.text("What for"), 58),
        amount_column(wording, message("Planned"), 26),
        amount_column(wording, message("Committed"), 26),
        amount_column(wording, message("Spent"), 26),
        amount_column(wording, message("Left"), 26),
    )
    rows = tuple(
        (
            "-".join(part for part in (one.code, one.subcode) if part) or wording.text("no code"),
            ", ".join(one.titles), one.sums.budget, one.sums.committed, one.sums.spent, one.sums.left,
        )
        for one in money.by_code(plan)
    )  # fmt: skip
    sums = money.sums_of(plan.budget_lines.values())
    total = (wording.text("Sum"), "", *sums, sums.left)
    return MoneyTable(wording.text("Budget by code"), columns, rows, total, wording.text("No budget line is known."))


def _payments(facts: Facts) -> MoneyTable:
    wording, plan = facts.wording, facts.plan
    columns = (
        MoneyColumn(wording.context("print", "Date"), 22),
        MoneyColumn(wording.text("What for"), 50),
        MoneyColumn(wording.text("Payee"), 36),
        amount_column(wording, message("Amount"), 26),
        amount_column(wording, message("Withheld (estimate)"), 24),
        amount_column(wording, message("Paid out"), 26),
        MoneyColumn(wording.text("Receipt"), 18),
    )
    paid = money.payments(plan)
    rows = tuple(_payment(facts, line) for line in paid)
    taxes = [money.withheld(line) for line in paid]
    total = (
        wording.text("Sum"), "", "", sum(one.gross for one in taxes), sum(one.tax for one in taxes),
        sum(one.net for one in taxes), "",
    )  # fmt: skip
    return MoneyTable(wording.text("Payments"), columns, rows, total, wording.text("Nothing was spent yet."))


def _payment(facts: Facts, line: BudgetLine) -> tuple[MoneyCell, ...]:
    tax = money.withheld(line)
    delivery = facts.plan.deliveries.get(line.delivery) if line.delivery else None
    what = " ".join(part for part in (delivery.number if delivery else "", line.title) if part)
    payee = line.payee or (facts.artist_name(line.artist) if line.artist else "")
    receipt = facts.wording.text("kept") if line.receipt else facts.wording.text("missing")
    return line.on, what, payee, tax.gross, tax.tax, tax.net, receipt


def _programmes(facts: Facts) -> MoneyTable:
    wording, plan = facts.wording, facts.plan
    columns = (
        MoneyColumn(wording.text("Programme"), 62),
        amount_column(wording, message("Dates held"), 18),
        amount_column(wording, message("People"), 20),
        amount_column(wording, message("Cost"), 28),
        amount_column(wording, message("Per date"), 26),
        amount_column(wording, message("Per head"), 24),
    )
    costs = money.by_programme(plan)
    rows = tuple(
        (_programme(facts, one.programme), one.dates, one.heads, one.cost, one.per_date, one.per_head) for one in costs
    )
    total = (
        wording.text("Sum"), sum(one.dates for one in costs), sum(one.heads for one in costs),
        sum(one.cost for one in costs), None, None,
    )  # fmt: skip
    title = wording.text("Cost (spent and committed) by programme")
    return MoneyTable(title, columns, rows, total, wording.text("Nothing was spent yet."))


def _programme(facts: Facts, identity: str | None) -> str:
    record = facts.plan.find("programmes", identity) if identity else None
    return facts.programme_title(record) if record is not None else facts.wording.text("the season as a whole")
