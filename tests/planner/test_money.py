"""Money adds up to the won, whatever is typed; withheld tax is an estimate by the typed rate."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.documents.facts import Facts
from director_app.documents.money_words import in_korean, won_in_full
from director_app.documents.settlement_content import settlement
from director_app.documents.settlement_table import settlement_workbook
from director_app.domain.ids import BudgetLineId, DeliveryId, GrantId, ProgrammeId
from director_app.domain.papers import BudgetLine, Grant, MoneyStage
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.planner import money
from director_app.wording import Wording

AMOUNTS = st.none() | st.integers(0, 10**12)
PROGRAMMES = [Programme(ProgrammeId(name), name) for name in ("가", "나")]
DATES = [
    Delivery(DeliveryId(f"d{at}"), programme=one.id, date=date(2025, 10, at + 1), status=Status.DELIVERED,
             counted_heads=at * 7)
    for at, one in enumerate(PROGRAMMES)
]  # fmt: skip


@st.composite
def plans(draw: Any) -> Plan:
    lines = [
        BudgetLine(
            BudgetLineId(f"b{at}"), None, draw(st.sampled_from(["", "110", "210"])),
            draw(st.sampled_from(["", "01", "05"])), draw(st.sampled_from(["출연료", "인쇄", ""])),
            draw(st.sampled_from([*MoneyStage])), draw(AMOUNTS), draw(st.none() | st.just(date(2025, 10, 1))),
            draw(st.sampled_from([None, *(one.id for one in PROGRAMMES)])),
            draw(st.sampled_from([None, *(one.id for one in DATES)])),
            withheld_percent=draw(st.sampled_from([None, 3.3, 8.8])),
        )
        for at in range(draw(st.integers(0, 8)))
    ]  # fmt: skip
    grants = [Grant(GrantId(f"g{at}"), amount=draw(AMOUNTS), interest=draw(AMOUNTS)) for at in range(2)]
    return Plan.of([*PROGRAMMES, *DATES, *lines, *grants])


@given(plans())
@settings(deadline=None, max_examples=40)
def test_every_table_of_a_settlement_adds_up_to_the_won(plan: Plan) -> None:
    told = settlement(Facts(plan, Wording("ko")))
    stages = dict.fromkeys(MoneyStage, 0)
    for line in plan.budget_lines.values():
        stages[line.stage] += line.amount or 0
    for table in told.tables:
        assert table.total is not None
        for at, column in enumerate(table.columns):
            if column.is_amount and isinstance(table.total[at], int):
                assert sum(row[at] or 0 for row in table.rows if not isinstance(row[at], str)) == table.total[at]  # type: ignore[misc]  # amounts are whole numbers
    budget, committed, spent = (stages[stage] for stage in MoneyStage)
    assert told.tables[1].total is not None
    assert told.tables[1].total[2:] == (budget, committed, spent, budget - committed - spent)
    assert told.tables[2].total is not None
    assert told.tables[2].total[3] == told.spent == spent
    assert told.tables[3].total is not None
    assert told.tables[3].total[3] == committed + spent
    assert told.granted - told.spent == told.left


@given(plans())
@settings(deadline=None, max_examples=10)
def test_the_spreadsheet_says_the_same_amounts(plan: Plan) -> None:
    from python_calamine import CalamineWorkbook

    told = settlement(Facts(plan, Wording("ko")))
    book = CalamineWorkbook.from_filelike(io.BytesIO(settlement_workbook(plan, Wording("ko")).data))
    for table, name in zip(told.tables, book.sheet_names, strict=True):
        rows = book.get_sheet_by_name(name).to_python()
        lines = [*table.rows, *([table.total] if table.rows and table.total else [])]
        for cells, row in zip(lines, rows[1:], strict=False):
            numbers = [cell for cell in cells if isinstance(cell, int)]
            assert [int(cell) for cell in row if isinstance(cell, int | float)] == numbers


@pytest.mark.parametrize(
    ("gross", "percent", "tax"),
    [(100_000, 8.8, 8_800), (1_000_000, 3.3, 33_000), (1_234_567, 3.3, 40_740), (500, None, 0), (None, 3.3, 0)],
)
def test_withheld_tax_is_cut_to_ten_won(gross: int | None, percent: float | None, tax: int) -> None:
    line = BudgetLine(BudgetLineId("b"), amount=gross, withheld_percent=percent)
    assert money.withheld(line) == (gross or 0, tax)


def test_cost_of_a_date_and_of_a_head() -> None:
    lines = [
        BudgetLine(BudgetLineId("b1"), stage=MoneyStage.ACTUAL, amount=700_001, delivery=DATES[1].id),
        BudgetLine(BudgetLineId("b2"), stage=MoneyStage.COMMITTED, amount=299_999, delivery=DATES[1].id),
        BudgetLine(BudgetLineId("b3"), stage=MoneyStage.BUDGET, amount=9, delivery=DATES[1].id),
    ]
    plan = Plan.of([*PROGRAMMES, *DATES, *lines])
    cost = money.cost_of(plan, DATES[1])
    assert (cost.cost, cost.heads, cost.per_head) == (1_000_000, 7, 142_857)
    assert money.by_programme(plan) == (cost,)


@pytest.mark.parametrize(
    ("amount", "said"),
    [(0, "영"), (10, "일십"), (113_560, "일십일만삼천오백육십"), (470_000_001, "사억칠천만일"), (10_001, "일만일")],
)
def test_amounts_in_words(amount: int, said: str) -> None:
    assert in_korean(amount) == said
    assert won_in_full(113_560) == "금113,560원(금일십일만삼천오백육십원)"


def test_no_words_for_what_is_no_amount() -> None:
    with pytest.raises(ValueError, match="-1"):
        in_korean(-1)
