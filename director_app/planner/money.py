"""Money of a season: what was given, planned, committed and spent, what is left, and what a date and a head cost.

Whole won throughout; nothing is rounded before it is shown, so that every export adds up to the won.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from director_app.domain.ids import DeliveryId, ProgrammeId
from director_app.domain.papers import BudgetLine, MoneyStage
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.planner.indicators import heads_of

#: Usual rates of tax withheld from fees in percent, local income tax included: income from business (소득세법 art. 129
#: ①3, 3 %, and 지방세법 art. 103-13, a tenth of it), and other income (소득세법 art. 129 ①6, 20 % of what remains after
#: 60 % of flat expenses, and its tenth). Rates and the share of expenses change: the director types her own.
USUAL_RATES: Final = (3.3, 8.8)


class Sums(NamedTuple):
    """Planned, committed and spent, whole won."""

    budget: int = 0
    committed: int = 0
    spent: int = 0

    @property
    def used(self) -> int:
        """What is spent or promised."""
        return self.committed + self.spent

    @property
    def left(self) -> int:
        """What of the plan is neither spent nor promised; below zero when more was."""
        return self.budget - self.used


class CodeSums(NamedTuple):
    """One line of the grant's own codes."""

    code: str
    subcode: str
    #: Titles of its planned lines, in order.
    titles: tuple[str, ...]
    sums: Sums


class Withheld(NamedTuple):
    """A payment before and after tax, whole won; the tax is an estimate."""

    gross: int
    tax: int

    @property
    def net(self) -> int:
        """What is paid out."""
        return self.gross - self.tax


class ProgrammeCost(NamedTuple):
    """What a programme cost: spent and committed, its dates that took place, and the people counted there."""

    programme: ProgrammeId | None
    dates: int
    heads: int
    cost: int

    @property
    def per_date(self) -> int | None:
        """Whole won for each date, rounded to the nearest; None without a date."""
        return None if not self.dates else _nearest(self.cost, self.dates)

    @property
    def per_head(self) -> int | None:
        """Whole won for each of those counted; None without any."""
        return None if not self.heads else _nearest(self.cost, self.heads)


def sums_of(lines: Iterable[BudgetLine]) -> Sums:
    """The sums of budget lines; a line without an amount counts nothing."""
    found = dict.fromkeys(MoneyStage, 0)
    for line in lines:
        found[line.stage] += line.amount or 0
    return Sums(found[MoneyStage.BUDGET], found[MoneyStage.COMMITTED], found[MoneyStage.ACTUAL])


def granted(plan: Plan) -> int:
    """What all funding lines give together, whole won."""
    return sum(grant.amount or 0 for grant in plan.grants.values())


def interest(plan: Plan) -> int:
    """What the money bore, whole won."""
    return sum(grant.interest or 0 for grant in plan.grants.values())


def to_pay_back(plan: Plan) -> int:
    """What goes back to the funders: what was given and not spent, and the interest."""
    return granted(plan) - sums_of(plan.budget_lines.values()).spent + interest(plan)


def by_code(plan: Plan) -> tuple[CodeSums, ...]:
    """Budget lines by code and sub-code, in their order; those without a code last."""
    groups: dict[tuple[str, str], list[BudgetLine]] = {}
    for line in plan.budget_lines.values():
        groups.setdefault((line.code.strip(), line.subcode.strip()), []).append(line)
    found = []
    for code, subcode in sorted(groups, key=lambda key: (not key[0], key)):
        lines = groups[code, subcode]
        planned = [line for line in lines if line.stage is MoneyStage.BUDGET] or lines
        titles = dict.fromkeys(line.title for line in sorted(planned, key=_by_title) if line.title)
        found.append(CodeSums(code, subcode, tuple(titles), sums_of(lines)))
    return tuple(found)


def payments(plan: Plan) -> tuple[BudgetLine, ...]:
    """What was spent, by date; what has none last."""
    spent = [line for line in plan.budget_lines.values() if line.stage is MoneyStage.ACTUAL]
    return tuple(sorted(spent, key=lambda line: (line.on is None, line.on.toordinal() if line.on else 0, line.id)))


def withheld(line: BudgetLine) -> Withheld:
    """What is withheld of a payment at the rate typed with it: an estimate, cut to ten won as tax offices do.

    The finance office of the foundation reckons the real tax, of which small amounts are free.
    """
    gross = line.amount or 0
    if line.withheld_percent is None or gross <= 0:
        return Withheld(gross, 0)
    tax = int(Decimal(gross) * Decimal(str(line.withheld_percent)) / 100)
    return Withheld(gross, tax - tax % 10)


def lines_of(plan: Plan, delivery: DeliveryId) -> tuple[BudgetLine, ...]:
    """The money that names a date."""
    named = plan.users_of_kind("deliveries", delivery, "budget_lines")
    return tuple(sorted((line for line in plan.budget_lines.values() if line.id in named), key=_by_title))


def cost_of(plan: Plan, delivery: Delivery) -> ProgrammeCost:
    """What one date cost by the lines that name it."""
    return ProgrammeCost(delivery.programme, 1, heads_of(delivery), sums_of(lines_of(plan, delivery.id)).used)


def by_programme(plan: Plan) -> tuple[ProgrammeCost, ...]:
    """What each programme cost that money names, by itself or by one of its dates; None is what names none."""
    costs: dict[ProgrammeId | None, int] = {}
    for line in plan.budget_lines.values():
        if line.stage is not MoneyStage.BUDGET:
            delivery = plan.deliveries.get(line.delivery) if line.delivery else None
            programme = line.programme or (delivery.programme if delivery else None)
            costs[programme] = costs.get(programme, 0) + (line.amount or 0)
    found = []
    for programme, cost in costs.items():
        held = [
            one
            for one in plan.deliveries.values()
            if programme is not None and one.programme == programme and one.status is Status.DELIVERED
        ]
        found.append(ProgrammeCost(programme, len(held), sum(map(heads_of, held)), cost))
    titles = {name: one.title for name, one in plan.programmes.items()}
    last = "\uffff"  # what names no programme stands last
    return tuple(sorted(found, key=lambda one: titles.get(one.programme, "") if one.programme else last))


def _by_title(line: BudgetLine) -> tuple[str, str]:
    return line.title, line.id


def _nearest(amount: int, parts: int) -> int:
    return (2 * amount + parts) // (2 * parts)
