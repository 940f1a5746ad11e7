"""A month laid out, as text pictures."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from director_app.ui.schedule.geometry import LINE, TWO_LINES, weeks_of_month
from director_app.ui.schedule.geometry_month import CELL_HEAD, LOWEST_CELL, Entry, item_heights, layout_month
from tests.ui.schedule.text_pictures import month_week

OCTOBER = weeks_of_month(2025, 10)


def on(day: int, name: str, last: int | None = None, *, place: bool = True, urgent: bool = False) -> Entry:
    return Entry(name, date(2025, 10, day), date(2025, 10, last or day), place, urgent)


def drawn(row: int, *entries: Entry, height: int = 800) -> str:
    return "\n" + "\n".join(month_week(layout_month(OCTOBER, entries, 980, height), row)) + "\n"


def test_all_items_take_two_lines_when_all_fit() -> None:
    picture = drawn(2, on(13, "a"), on(14, "b"), on(14, "c"), on(16, "d", place=False))
    assert (
        picture
        == """
13            14            15            16            17            18            19

[a-----------][b-----------]              [d-----------]
|            ||            |
|            ||            |

              [c-----------]
              |            |
              |            |
"""
    )


def test_a_full_day_goes_to_one_line_and_gives_what_is_left_to_problems_first() -> None:
    picture = drawn(2, on(15, "d"), on(15, "e"), on(15, "f"), on(15, "g", urgent=True), on(15, "h"))
    assert (
        picture
        == """
13            14            15            16            17            18            19

                            [d-----------]

                            [e-----------]

                            [f-----------]

                            [g-----------]
                            |            |
                            |            |

                            [h-----------]
"""
    )


def test_bars_come_first_and_what_does_not_fit_becomes_a_number() -> None:
    entries = [on(14, "fest", 16), on(15, "x", 22), on(15, "b"), on(16, "c"), *(on(17, f"n{i}") for i in range(9))]
    assert (
        drawn(2, *entries)
        == """
13            14            15            16            17            18            19

              [fest====================================]

                            [x===================================================================>

                            [b-----------][c-----------][n0----------]
                            |            ||            |
                            |            ||            |[n1----------]

                                                        [n2----------]

                                                        +6
"""
    )
    assert (
        drawn(3, *entries)
        == """
20            21            22            23            24            25            26

<x=======================================]
"""
    )


def test_too_many_bars_are_counted_on_each_of_their_days() -> None:
    bars = [on(13, f"b{number}", 15) for number in range(8)]
    layout = layout_month(OCTOBER, bars, 980, 5 * LOWEST_CELL)
    hidden = {more.day.day: more.hidden for more in layout.overflows}
    shown = len([piece for piece in layout.placed if piece.is_bar])
    assert hidden == dict.fromkeys((13, 14, 15), 8 - shown)
    assert shown >= 2


def test_cells_are_never_too_low_the_month_becomes_taller_than_the_window() -> None:
    layout = layout_month(weeks_of_month(2025, 3), [], 980, 300)
    assert len(layout.rows) == 7
    assert layout.height == 6 * LOWEST_CELL


def test_an_opened_day_shows_every_item_inside_the_grid() -> None:
    entries = [on(31, f"n{number}") for number in range(12)]
    layout = layout_month(OCTOBER, entries, 980, 800, opened=date(2025, 10, 31))
    assert layout.panel is not None
    panel = layout.panel.rect
    shown = [piece for piece in layout.placed if piece.in_panel]
    assert len(shown) == 12
    assert panel.bottom <= layout.height
    assert panel.right <= layout.width
    assert all(panel.x <= piece.rect.x and piece.rect.bottom <= panel.bottom for piece in shown)
    first = shown[0]
    assert layout.placed_at(first.rect.x + 3, first.rect.y + 3) == first


def test_an_opened_day_with_more_than_the_window_holds_says_so() -> None:
    entries = [on(15, f"n{number}") for number in range(300)]
    layout = layout_month(OCTOBER, entries, 980, 800, opened=date(2025, 10, 15))
    more = [one for one in layout.overflows if one.in_panel]
    shown = [piece for piece in layout.placed if piece.in_panel]
    assert len(shown) + more[0].hidden == 300
    assert layout.panel is not None
    assert layout.panel.rect.bottom <= 800


def test_the_sides_of_a_cell_and_the_gap_belong_to_the_item() -> None:
    layout = layout_month(OCTOBER, [on(15, "a"), on(15, "b")], 980, 800)
    first, second = layout.placed
    assert layout.placed_at(first.rect.x - 4, first.rect.y) == first
    assert layout.placed_at(first.rect.x, first.rect.bottom + 1) == first
    assert layout.placed_at(second.rect.x, second.rect.y) == second
    assert layout.placed_at(first.rect.x, first.rect.y - 10) is None


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30), st.integers(60, 400), st.booleans())
def test_heights_fill_but_never_pass_the_room(kinds: list[tuple[bool, bool]], room: int, must_say: bool) -> None:
    items = [Entry(str(n), date(2025, 10, 1), date(2025, 10, 1), *kind) for n, kind in enumerate(kinds)]
    heights, left_out = item_heights(items, room, must_say=must_say)
    assert len(heights) + left_out == len(items)
    assert set(heights) <= {LINE, TWO_LINES}
    used = sum(heights) + 2 * max(0, len(heights) - 1) + (22 if left_out or must_say else 0)
    assert used <= room


@given(
    st.lists(st.tuples(st.integers(1, 31), st.integers(0, 12)), max_size=40),
    st.integers(560, 1400),
    st.integers(560, 1200),
)
def test_nothing_vanishes_and_nothing_overlaps(days: list[tuple[int, int]], width: int, height: int) -> None:
    entries = [on(first, str(number), min(31, first + more)) for number, (first, more) in enumerate(days)]
    layout = layout_month(OCTOBER, entries, width, height)
    pieces = layout.placed
    for number, one in enumerate(pieces):
        cell = layout.cell_of(one.day)
        assert cell is not None
        assert one.rect.y >= cell.rect.y + CELL_HEAD
        assert one.rect.bottom <= cell.rect.bottom
        for other in pieces[number + 1 :]:
            apart_x = one.rect.right <= other.rect.x or other.rect.right <= one.rect.x
            assert apart_x or one.rect.bottom <= other.rect.y or other.rect.bottom <= one.rect.y
    for cell in layout.cells:
        here = [entry for entry in entries if entry.first <= cell.day <= entry.last]
        drawn_here = [one for one in pieces if one.rect.x < cell.rect.right and one.rect.right > cell.rect.x
                      and cell.rect.y <= one.rect.y < cell.rect.bottom]  # fmt: skip
        said = sum(more.hidden for more in layout.overflows if more.day == cell.day)
        assert len(drawn_here) + said == len(here)
