"""Weeks, lanes and columns, as numbers."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from director_app.ui.schedule.geometry import (
    Interval,
    edges,
    lanes,
    month_after,
    side_by_side,
    week_start,
    weeks_of_month,
)

intervals = st.lists(
    st.tuples(st.integers(0, 200), st.integers(1, 60)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=40
).map(lambda spans: [Interval(number, *span) for number, span in enumerate(sorted(spans))])


def test_a_month_shows_whole_weeks() -> None:
    weeks = weeks_of_month(2025, 10)
    assert weeks[0][0] == date(2025, 9, 29)
    assert weeks[-1][-1] == date(2025, 11, 2)
    assert len(weeks) == 5


def test_weeks_may_start_on_sunday() -> None:
    assert weeks_of_month(2025, 10, sunday_first=True)[0][0] == date(2025, 9, 28)
    assert week_start(date(2025, 10, 5), sunday_first=True) == date(2025, 10, 5)
    assert week_start(date(2025, 10, 5)) == date(2025, 9, 29)


def test_february_2027_takes_four_weeks() -> None:
    assert len(weeks_of_month(2027, 2)) == 4


def test_a_month_later_keeps_within_the_month() -> None:
    assert month_after(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert month_after(date(2025, 1, 31), -2) == date(2024, 11, 30)


@given(st.integers(0, 50), st.integers(0, 3000), st.integers(1, 9))
def test_edges_leave_no_gap(start: int, length: int, count: int) -> None:
    found = edges(start, length, count)
    assert found[0] == start
    assert found[-1] == start + length
    assert list(found) == sorted(found)


@given(intervals)
def test_nothing_in_one_lane_overlaps(spans: list[Interval]) -> None:
    placed = lanes(spans)
    for one in spans:
        for other in spans:
            if one.key != other.key and placed[one.key] == placed[other.key]:
                assert one.end <= other.start or other.end <= one.start


@given(intervals)
def test_lanes_are_as_few_as_can_be(spans: list[Interval]) -> None:
    placed = lanes(spans)
    deepest = max((sum(o.start <= s.start < o.end for o in spans) for s in spans), default=0)
    assert len(set(placed.values())) == deepest


@given(intervals)
def test_side_by_side_never_covers_a_neighbour(spans: list[Interval]) -> None:
    beside = side_by_side(spans)
    for one in spans:
        assert 0 <= beside[one.key].first < beside[one.key].last <= beside[one.key].of
        for other in spans:
            if one.key != other.key and one.start < other.end and other.start < one.end:
                a, b = beside[one.key], beside[other.key]
                assert a.of == b.of
                assert a.last <= b.first or b.last <= a.first
