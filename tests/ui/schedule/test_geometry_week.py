"""A week laid out, as text pictures."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from director_app.ui.schedule.geometry import week_of
from director_app.ui.schedule.geometry_week import FOLD, Axis, TimedEntry, axis_for, column_day, layout_week
from tests.ui.schedule.text_pictures import week_band, week_hours

WEEK = week_of(date(2025, 10, 15))


def at(day: int, name: str, start: int | None = None, end: int | None = None, last: int | None = None) -> TimedEntry:
    return TimedEntry(name, date(2025, 10, day), date(2025, 10, last or day), start, end)


def hours(*entries: TimedEntry) -> str:
    return "\n" + "\n".join(week_hours(layout_week(WEEK, entries, 600, axis_for(entries)))) + "\n"


def test_hours_reach_from_the_first_to_the_last_item_and_one_more() -> None:
    axis = axis_for([at(13, "a", 12 * 60 + 10, 12 * 60 + 50), at(15, "b", 19 * 60, 21 * 60)])
    assert (axis.first, axis.last) == (11, 22)
    assert axis.has_fold_above
    assert axis.has_fold_below


def test_a_night_item_stays_in_its_evening() -> None:
    night = at(15, "n", 23 * 60, 25 * 60 + 30)
    early = at(16, "e", 60, 120)
    assert axis_for([night]).last == 28
    assert column_day(night) == column_day(early) == date(2025, 10, 15)


def test_items_that_overlap_stand_side_by_side() -> None:
    assert (
        hours(
            at(13, "a", 12 * 60, 13 * 60),
            at(13, "b", 12 * 60 + 30, 14 * 60),
            at(13, "c", 13 * 60, 14 * 60),
            at(15, "d", 12 * 60),
            at(16, "z", 15 * 60, 16 * 60),
        )
        == """
11

12       [a---]                    [d---------]
         |    |[b---]
13       [c---]|    |
         |    ||    |
14

15                                              [z---------]
                                                |          |
16
"""
    )


def test_the_band_holds_long_ones_and_undecided_times() -> None:
    entries = [at(10, "show", last=14), at(14, "fest", 600, 1200, last=15), at(15, "u")]
    entries += [at(17, f"n{number}") for number in range(9)]
    picture = week_band(layout_week(WEEK, entries, 600, axis_for(entries)))
    assert picture == [
        "         <show===================] [u=========]              [n0========]",
        "                      [fest===================]              [n1========]",
        "                                                             [n2========]",
        "                                                             [n3========]",
        "                                                             [n4========]",
        "                                                             [n5========]",
        "                                                             +3",
    ]


@given(st.integers(5, 20), st.integers(1, 9), st.integers(24, 120), st.integers(0, 1440))
def test_the_axis_reads_back_what_it_shows(first: int, hours: int, hour: int, offset: int) -> None:
    axis = Axis(first, min(29, first + hours), hour)
    minute = min(first * 60 + offset, axis.last * 60)
    assert abs(axis.minute_at(axis.y_of(minute)) - minute) <= 60 / hour + 1


def test_what_is_folded_away_stands_in_its_fold() -> None:
    axis = Axis(10, 18)
    assert 0 <= axis.y_of(6 * 60) <= FOLD
    assert axis.bottom <= axis.y_of(25 * 60) <= axis.height


@given(st.lists(st.tuples(st.integers(13, 19), st.integers(300, 1300), st.integers(0, 300)), max_size=60))
def test_items_of_a_day_stay_in_its_column_and_apart(spans: list[tuple[int, int, int]]) -> None:
    entries = [at(day, str(n), start, start + length) for n, (day, start, length) in enumerate(spans)]
    layout = layout_week(WEEK, entries, 1000, axis_for(entries))
    assert len(layout.blocks) == len(entries)
    for number, one in enumerate(layout.blocks):
        column = WEEK.index(one.day)
        assert layout.columns[column] <= one.rect.x
        assert one.rect.right <= layout.columns[column + 1]
        for other in layout.blocks[number + 1 :]:
            if other.day == one.day:
                apart = one.rect.right <= other.rect.x or other.rect.right <= one.rect.x
                assert apart or one.rect.bottom <= other.rect.y or other.rect.bottom <= one.rect.y
