"""A season laid out, as a text picture."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from director_app.ui.schedule.geometry_season import (
    HEAD,
    NAMES,
    ROW,
    SeasonCell,
    SeasonLayout,
    day_in_week,
    layout_season,
)
from tests.ui.schedule.text_pictures import Sheet

WEEKS = [date(2025, 10, 6) + timedelta(days=7 * step) for step in range(4)]


def picture(layout: SeasonLayout) -> str:
    sheet = Sheet(700, layout.height, 8, 20)
    for row in range(layout.rows):
        for week in range(len(layout.weeks)):
            sheet.box(layout.rect_of(SeasonCell(row, week))._replace(h=20), f"{row}{week}")
    for item in layout.items:
        sheet.box(item.rect, item.key)
    return "\n" + "\n".join(line for line in sheet.lines()).rstrip() + "\n"


def test_areas_by_weeks_with_the_items_of_one_cell_below() -> None:
    assert (
        picture(layout_season(WEEKS, 2, 700, ["a", "b", "c"]))
        == """
[00----][01----][02----][03----]

[10----][11----][12----][13----]



  [a-----------------------------] [b------------------------------]

  [c-----------------------------]
"""
    )


@given(st.integers(1, 60), st.integers(1, 12), st.integers(400, 2000))
def test_every_cell_is_found_again(weeks: int, rows: int, width: int) -> None:
    layout = layout_season([WEEKS[0] + timedelta(days=7 * step) for step in range(weeks)], rows, width, ())
    for cell in (SeasonCell(0, 0), SeasonCell(rows - 1, weeks - 1)):
        rect = layout.rect_of(cell)
        assert layout.cell_at(rect.x, rect.y) == layout.cell_at(rect.right - 1, rect.bottom - 1) == cell
    assert layout.cell_at(layout.pitch * weeks, 0) is None
    assert (NAMES, HEAD, ROW) > (0, 0, 0)


def test_a_day_keeps_its_weekday_and_what_has_none_takes_the_first_working_day() -> None:
    week = date(2025, 10, 6)
    assert day_in_week(week, date(2025, 9, 4)) == date(2025, 10, 9)
    assert day_in_week(week, None) == week
    assert day_in_week(week, None, [date(2025, 10, 6), date(2025, 10, 7)]) == date(2025, 10, 8)
