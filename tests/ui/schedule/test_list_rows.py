"""The rows of the list, found by counting."""

from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.plan import Plan
from director_app.ui.schedule.list_rows import DayRows, Row
from tests.ui.schedule.seasons import around, day, delivery, season

days = st.lists(st.one_of(st.none(), st.integers(1, 12)), max_size=40)


def plainly(plan: Plan) -> list[Row]:
    """The same rows, made one after the other."""
    rows: list[Row] = []
    dates = sorted({one.date for one in plan.deliveries.values() if one.date is not None})
    for date in [*dates, None]:
        here = [one for one in plan.deliveries.values() if one.date == date]
        here.sort(key=lambda one: (one.start if one.start is not None else 9999, one.number))
        if here:
            rows += [Row(date), *(Row(date, one.id) for one in here)]
    return rows


@given(days)
def test_rows_equal_the_plain_way(numbers: list[int | None]) -> None:
    records = [delivery(f"{n:03d}", day(d) if d else None, 600 + n % 3 * 60) for n, d in enumerate(numbers)]
    plan = Plan.of([*around(), *records])
    rows = DayRows(plan)
    expected = plainly(plan)
    assert [rows.row(position) for position in range(len(rows))] == expected
    for position, row in enumerate(expected):
        if row.delivery is not None:
            assert rows.position_of(row.delivery) == position
        else:
            assert rows.start_of(row.day) == position


def test_a_day_without_rows_leads_to_the_next_one() -> None:
    rows = DayRows(Plan.of(season()))
    assert rows.row(rows.start_of(day(17))) == Row(day(20))
    assert rows.row(rows.start_of(day(1, 12))) == Row(None)
    assert rows.start_of(day(1)) == 0


def test_a_filter_leaves_no_empty_days() -> None:
    rows = DayRows(Plan.of(season()), lambda one: one.number == "GM-002")
    assert [rows.row(position) for position in range(len(rows))] == [Row(day(15)), Row(day(15), "002")]  # type: ignore[arg-type]
