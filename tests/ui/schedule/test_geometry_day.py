"""A day laid out, as text pictures."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from director_app.ui.schedule.geometry_band import layout_band
from director_app.ui.schedule.geometry_day import (
    HOUR,
    DayAxis,
    DayEntry,
    DayLayout,
    Group,
    day_axis,
    layout_day,
)
from tests.ui.schedule.text_pictures import day_rows

DAY = date(2025, 10, 15)
ROWS = (Group("north", ("hall", "park")), Group("south", ("court",)))


def item(name: str, row: str, start: int, end: int | None = None, before: int = 0, after: int = 0) -> DayEntry:
    return DayEntry(name, row, DAY, start, end, before, after)


def laid(*entries: DayEntry, width: int = 760) -> DayLayout:
    return layout_day(day_axis((DAY,), entries, width), ROWS, entries)


def picture(*entries: DayEntry) -> str:
    return "\n" + "\n".join(day_rows(laid(*entries))) + "\n"


def test_rows_stand_under_their_areas_and_tails_beside_items() -> None:
    assert (
        picture(
            item("a", "hall", 12 * 60 + 10, 12 * 60 + 50, 30, 20),
            item("b", "court", 14 * 60, 16 * 60, 0, 30),
            DayEntry("x", "park", DAY, 10 * 60, 17 * 60, is_thin=True),
        )
        == """
-north
                       ...[a-]..
                          |  |
                          |  |
             [x=======================================]


-south
                                     [b---------]...
                                     |          |
                                     |          |
"""
    )


def test_items_at_once_stand_above_one_another_and_get_lower() -> None:
    layout = laid(item("a", "hall", 720, 780), item("b", "hall", 750, 840), item("c", "hall", 900, 960))
    heights = {block.key: (block.rect.y, block.rect.h) for block in layout.blocks}
    assert heights["a"][0] < heights["b"][0]
    assert heights["a"][1] == heights["b"][1] == 44
    assert heights["c"][0] == heights["a"][0]


def test_words_stand_beside_short_items_where_there_is_room() -> None:
    layout = laid(item("a", "hall", 720, 760), item("b", "hall", 770, 800), item("c", "park", 600, 900))
    by_key = {block.key: block for block in layout.blocks}
    assert by_key["b"].has_words_beside
    assert not by_key["c"].has_words_beside
    a, b = by_key["a"], by_key["b"]
    assert a.rect.y != b.rect.y or a.rect.right + a.free <= b.rect.x


def test_hours_grow_into_the_room_there_is() -> None:
    entries = (item("a", "hall", 720, 760),)
    wide = day_axis((DAY,), entries, 1180)
    assert wide.first <= 8
    assert HOUR <= wide.hour < 80
    assert wide.width <= 1180
    assert day_axis((DAY,), entries, 300).hour == HOUR


def test_past_midnight_stays_in_its_evening() -> None:
    axis = day_axis((DAY,), (item("n", "hall", 23 * 60, 26 * 60),), 600)
    assert axis.last >= 27
    assert axis.at(axis.x_of(DAY, 25 * 60)) == (DAY, 25 * 60)


def test_the_band_flows_into_lines_and_counts_the_rest() -> None:
    axis = DayAxis((DAY,), 9, 19, 72)
    band = layout_band(axis, {DAY: [f"n{number}" for number in range(20)]})
    assert len(band.chips) + band.more[0].hidden == 20
    assert max(chip.rect.bottom for chip in band.chips) <= band.height


@given(
    st.lists(
        st.tuples(st.integers(300, 1700), st.integers(0, 240), st.integers(0, 60), st.integers(0, 60)), max_size=40
    )
)
def test_items_with_their_tails_stay_apart(spans: list[tuple[int, int, int, int]]) -> None:
    entries = [
        item(str(n), "hall", max(start, 300 + before), start + length, before, after)
        for n, (start, length, before, after) in enumerate(spans)
    ]
    layout = laid(*entries)
    assert len(layout.blocks) == len(entries)
    for number, one in enumerate(layout.blocks):
        assert layout.rows[1].y <= one.rect.y
        assert one.rect.bottom <= layout.rows[1].bottom
        for other in layout.blocks[number + 1 :]:
            if one.rect.y == other.rect.y:
                first, second = sorted((one, other), key=lambda block: block.rect.x)
                assert first.rect.right + first.after <= second.rect.x - second.before + 6


@given(st.integers(5, 20), st.integers(2, 9), st.integers(24, 240), st.integers(0, 540))
def test_the_axis_reads_back_what_it_shows(first: int, hours: int, hour: int, offset: int) -> None:
    axis = DayAxis((DAY, date(2025, 10, 16)), first, min(29, first + hours), hour)
    minute = min(first * 60 + offset, axis.last * 60 - 1)
    for day in axis.days:
        found, read = axis.at(axis.x_of(day, minute))
        assert found == day
        assert abs(read - minute) <= 60 / hour + 1
