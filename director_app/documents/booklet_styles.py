"""Measures and styles of the booklet, A5."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from director_app.documents.colours import GREY_TEXT, HOLIDAY, WHITE, Ink, Palette
from director_app.documents.fonts import Weight
from director_app.documents.page import A5, MM, Page
from director_app.documents.typography import Style

TOP: Final = 14 * MM
BOTTOM: Final = 16 * MM
INNER: Final = 16 * MM
OUTER: Final = 12 * MM
WIDTH: Final = 120 * MM
#: From the left edge of the text block to the content: the time field and its gap.
CONTENT: Final = 26 * MM
CONTENT_WIDTH: Final = WIDTH - CONTENT
UNIT: Final = 4.4 * MM
FOOT: Final = 9.7 * MM
RULE: Final = 0.75


@dataclass(frozen=True, slots=True)
class BookletStyles:
    """Every style of one booklet; the accent is the complex's."""

    palette: Palette
    time: Style
    time_end: Style
    title: Style
    strong: Style
    place: Style
    artists: Style
    many_artists: Style
    meta: Style
    fallback: Style
    badge: Style
    badge_black: Style
    date: Style
    weekday: Style
    mark: Style
    holiday_date: Style
    holiday_weekday: Style
    holiday_mark: Style
    plain_mark: Style
    running: Style
    number: Style
    foot: Style
    month: Style
    month_word: Style
    month_unit: Style
    counts: Style
    box_label: Style
    box_title: Style
    box_text: Style
    box_dates: Style
    heading: Style
    small_heading: Style
    index: Style
    index_page: Style
    letter: Style
    faded_time: Style
    faded_title: Style
    faded: Style
    contents_month: Style
    contents_unit: Style
    contents_count: Style
    contents_title: Style
    contents_page: Style
    contents_row: Style
    small_print: Style


def booklet_styles(palette: Palette) -> BookletStyles:
    """The styles in a complex's colour."""
    semi, bold, medium = Weight.SEMIBOLD, Weight.BOLD, Weight.MEDIUM
    accent: Ink = palette.accent_text
    date = Style(16, bold, leading=20, tracking=-20)
    weekday = Style(10.5, semi)
    mark = Style(8, semi, accent)
    return BookletStyles(
        palette=palette,
        time=Style(10.5, semi, leading=12, tabular=True),
        time_end=Style(8, ink=GREY_TEXT, leading=10.5, tabular=True),
        title=Style(10.5, bold, leading=13.5),
        strong=Style(8.5, bold, leading=12),
        place=Style(8.5, medium, leading=12),
        artists=Style(8.5, leading=12),
        many_artists=Style(7.5, leading=11),
        meta=Style(7.5, ink=GREY_TEXT, leading=11),
        fallback=Style(7.5, medium, leading=11),
        badge=Style(7.5, bold),
        badge_black=Style(7.5, bold, WHITE),
        date=date,
        weekday=weekday,
        mark=mark,
        holiday_date=replace(date, ink=HOLIDAY),
        holiday_weekday=replace(weekday, ink=HOLIDAY),
        holiday_mark=replace(mark, ink=HOLIDAY),
        plain_mark=Style(8, ink=GREY_TEXT),
        running=Style(8, semi, accent),
        number=Style(8, semi),
        foot=Style(6.5, ink=GREY_TEXT, leading=8.5),
        month=Style(54, bold, accent, leading=60, tracking=-20),
        month_word=Style(30, bold, accent, leading=36, tracking=-10),
        month_unit=Style(21, semi, accent, leading=26),
        counts=Style(8.5, medium, leading=12),
        box_label=Style(8.5, semi, accent, leading=12),
        box_title=Style(9, bold, leading=12),
        box_text=Style(7.5, leading=11),
        box_dates=Style(8.5, medium, leading=12),
        heading=Style(27, bold, leading=32, tracking=-10),
        small_heading=Style(20.5, bold, leading=25, tracking=-10),
        index=Style(7.5, leading=11.05),
        index_page=Style(7.5, semi, leading=11.05),
        letter=Style(7.5, semi, accent),
        faded_time=Style(10.5, semi, GREY_TEXT, leading=12, tabular=True),
        faded_title=Style(10.5, bold, GREY_TEXT, leading=13.5),
        faded=Style(8.5, ink=GREY_TEXT, leading=12),
        contents_month=Style(21, bold, accent, leading=26, tracking=-20),
        contents_unit=Style(12, semi, accent, leading=15),
        contents_count=Style(7.5, ink=GREY_TEXT, leading=11),
        contents_title=Style(10.5, bold, leading=13.5),
        contents_page=Style(10.5, semi, leading=13.5),
        contents_row=Style(8.5, medium, leading=12),
        small_print=Style(6.5, ink=GREY_TEXT, leading=9.5),
    )


def blank_page(number: int) -> Page:
    """An empty A5 page with its number."""
    page = Page(*A5)
    page.number = number
    return page


def left_edge(page: Page) -> float:
    """Where the text block starts: the inner margin of a right-hand page, the outer one of a left-hand page."""
    return INNER if page.number % 2 else OUTER


def from_top(page: Page, mm: float) -> float:
    """A distance from the upper edge as a height."""
    return page.height - mm * MM
