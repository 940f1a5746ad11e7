"""The first pages of the booklet: cover, guide, contents."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from director_app.documents.booklet_days import Found, week_key
from director_app.documents.booklet_photos import COVER_SIZE
from director_app.documents.booklet_styles import (
    BOTTOM,
    CONTENT,
    CONTENT_WIDTH,
    RULE,
    WIDTH,
    BookletStyles,
    blank_page,
    from_top,
    left_edge,
)
from director_app.documents.breaking import Fitted, fit, wrap
from director_app.documents.colours import BLACK, WHITE, Ink
from director_app.documents.content import Booklet, Entry, Exhibition, Month
from director_app.documents.credits import Logos, complex_logo, credit_band
from director_app.documents.fonts import Weight
from director_app.documents.options import Remark
from director_app.documents.page import MM, Link, Page, rectangle
from director_app.documents.pictures import Field, tiles
from director_app.documents.rasters import Raster
from director_app.documents.typography import Style, Typesetter
from director_app.wording import Wording, message

_COVER_EDGE: Final = 14 * MM
#: Lowest baseline of the cover, and the room over the notice, in points.
_LOWEST_ON_COVER: Final = 14.0
_OVER_NOTICE: Final = 9.0
_LARGEST_FIGURES: Final = 165.0
#: Height of the complex's logo in those of a credit line.
_COMPLEX_LOGO: Final = 1.8
_BAR: Final = 0.587
_BAR_GAP: Final = 0.083
_BAR_THICKNESS: Final = 0.105
_BAR_MIDDLE: Final = 0.352
#: A month with more chapters than this is told by weeks.
_MOST_CHAPTERS: Final = 9
_MOST_PLACES: Final = 3
#: More rows than this never stand on one page of contents.
_MOST_ROWS: Final = 18
#: Where the first month of the contents may start, mm; higher up when that saves a page.
_CONTENTS_TOPS: Final = (49.2, 36.0, 28.0)


# -- cover --------------------------------------------------------------------------------------------------


def cover(
    setter: Typesetter,
    booklet: Booklet,
    styles: BookletStyles,
    bleed: float,
    logos: Logos,
    said: list[Remark],
    *,
    has_pattern: bool,
    photo: Raster | None = None,
) -> Page:
    """The front: the months as large as the page is wide on the complex's colour, a photo, or the drawn pattern."""
    page = blank_page(1)
    is_plain = photo is None and not has_pattern and bool(booklet.cover.figures)
    lift = _lift(setter, booklet, None if is_plain else logos)
    if not is_plain:
        foot = from_top(page, COVER_SIZE[1]) + lift
        if photo is not None:
            page.picture(photo, (-bleed, foot, page.width + 2 * bleed, page.height - foot + bleed))
        else:
            picture = Field(0, foot, page.width, page.height - foot, bleed)
            page.shapes += tiles(picture, 5, booklet.seed, WHITE, styles.palette.accent)
        return _picture_cover(setter, page, booklet, styles, logos, said, lift)
    ink = styles.palette.on_accent
    ground = Field(0, -bleed, page.width, page.height + bleed, bleed)
    page.shapes.append(ground.box(styles.palette.accent))
    _months(setter, page, booklet, ink)
    year = setter.line(booklet.cover.year, Style(20.5, Weight.SEMIBOLD, ink))
    page.text(_COVER_EDGE, from_top(page, 62.3), year)
    title = fit(setter, booklet.cover.title, Style(36, Weight.BOLD, ink, leading=40), WIDTH, 4)
    _remark_title(title, booklet, said)
    lines = list(title.lines)
    y = from_top(page, 164.3) + lift + (len(lines) - 1) * title.style.leading
    page.text_lines(_COVER_EDGE, y, lines)
    corner = (_COVER_EDGE + WIDTH, from_top(page, 185.9) + lift + 3.4 * MM)
    room = WIDTH - _beside(complex_logo(page, _larger(logos), booklet.complex_logo, corner, styles.palette.accent))
    subtitle = wrap(setter, booklet.cover.subtitle, Style(12.5, Weight.MEDIUM, ink, leading=16), room)
    page.text_lines(_COVER_EDGE, from_top(page, 177.3 if len(subtitle) < 2 else 174.3) + lift, subtitle)
    page.rule(_COVER_EDGE, _COVER_EDGE + WIDTH, from_top(page, 185.9) + lift, 0.75, ink)
    _cover_foot(setter, page, booklet, ink, None, lift)
    return page


def _larger(logos: Logos) -> Logos:
    """The complex's own logo stands a good deal higher than those of a credit line."""
    return logos._replace(base_mm=logos.base_mm * _COMPLEX_LOGO)


def _beside(width: float) -> float:
    return width + 5 * MM if width else 0.0


def _remark_title(title: Fitted, booklet: Booklet, said: list[Remark]) -> None:
    if title.is_small:
        name = booklet.cover.title.replace("\n", " ")
        said.append(Remark(message("The title “{title}” is long; it was set small."), {"title": name}, page=1))


def _months(setter: Typesetter, page: Page, booklet: Booklet, ink: Ink) -> None:
    """First and last month with a bar between them, filling the measure; the unit hung at cap height."""
    figures = booklet.cover.figures
    unit = setter.line(booklet.cover.unit, Style(29, Weight.SEMIBOLD, ink)) if booklet.cover.unit else None
    room = WIDTH - (unit.width + 8 * MM if unit else 0.0)
    bar = (_BAR + 2 * _BAR_GAP) if len(figures) > 1 else 0.0
    tried = Style(100, Weight.BOLD, ink, tracking=-20)
    ems = bar + sum((line.width - line.left - line.right) / 100 for line in (setter.line(f, tried) for f in figures))
    size = min(room / ems, _LARGEST_FIGURES)
    style = Style(size, Weight.BOLD, ink, tracking=-20)
    top = from_top(page, 13.9)
    y = top - 0.707 * size
    x = _COVER_EDGE
    for index, figure in enumerate(figures):
        line = setter.line(figure, style)
        if index:
            x += _BAR_GAP * size
            page.shapes.append(
                rectangle(x, y + (_BAR_MIDDLE - _BAR_THICKNESS / 2) * size, _BAR * size, _BAR_THICKNESS * size, ink)
            )
            x += (_BAR + _BAR_GAP) * size
        page.text(x, y, line)
        x += line.width - line.left - line.right
    if unit is not None:
        page.text_right(_COVER_EDGE + WIDTH, top - 0.8 * 29, unit)


def _picture_cover(
    setter: Typesetter,
    page: Page,
    booklet: Booklet,
    styles: BookletStyles,
    logos: Logos,
    said: list[Remark],
    lift: float,
) -> Page:
    """Title and period under a picture."""
    title = fit(setter, booklet.cover.title, Style(33, Weight.BOLD, leading=36.5), WIDTH, 3)
    _remark_title(title, booklet, said)
    y = page.text_lines(_COVER_EDGE, from_top(page, 138.5) + lift, title.lines)
    y -= 8.5 * MM
    corner = (_COVER_EDGE + WIDTH, from_top(page, 173.9) + lift + 3.4 * MM)
    room = WIDTH - _beside(complex_logo(page, _larger(logos), booklet.complex_logo, corner, WHITE))
    subtitle = Style(11, Weight.MEDIUM, leading=14)
    y = page.text_lines(_COVER_EDGE, y, wrap(setter, booklet.cover.subtitle, subtitle, room))
    page.rule(_COVER_EDGE, _COVER_EDGE + WIDTH, from_top(page, 173.9) + lift, 1.5, styles.palette.accent)
    period = ". ".join(part for part in (booklet.cover.year, "—".join(booklet.cover.figures)) if part)
    period = f"{period}{booklet.cover.unit and '.'}"
    page.text(_COVER_EDGE, from_top(page, 182.4) + lift, setter.line(period, Style(20.5, Weight.BOLD, tracking=-20)))
    _cover_foot(setter, page, booklet, BLACK, logos, lift)
    return page


def _cover_foot(setter: Typesetter, page: Page, booklet: Booklet, ink: Ink, logos: Logos | None, lift: float) -> float:
    """Who made it, with logos on white; the season's notice under it. Tells how far the two are apart."""
    y = from_top(page, 190.4) + lift
    lowest = credit_band(setter, page, booklet.credits[:3], (_COVER_EDGE, y, WIDTH), (6.5, 8.5), ink, logos)
    if not booklet.foot.notice:
        return lowest - _LOWEST_ON_COVER
    notice = wrap(setter, booklet.foot.notice, Style(6.5, Weight.MEDIUM, ink, leading=8), WIDTH)
    highest = _LOWEST_ON_COVER + 8 * (len(notice) - 1)
    page.text_lines(_COVER_EDGE, highest, notice)
    return lowest - highest - _OVER_NOTICE


def _lift(setter: Typesetter, booklet: Booklet, logos: Logos | None) -> float:
    """How far the lower half of the cover must rise so that long credits do not run into the notice."""
    return max(0.0, -_cover_foot(setter, blank_page(1), booklet, BLACK, logos, 0.0))


# -- guide --------------------------------------------------------------------------------------------------


def guide(setter: Typesetter, booklet: Booklet, styles: BookletStyles) -> list[Page]:
    """How to come, what happens in rain, whom to ask: page 2, and more only where the texts are long."""
    pages = [blank_page(2)]
    page = pages[0]
    left = left_edge(page)
    page.text(left, from_top(page, 21.3), setter.line(booklet.guide_title, styles.heading))
    page.anchors.append(("guide", page.height))
    y = from_top(page, 49.2)
    text_style = Style(8.5, leading=12.75)
    label_style = Style(8.5, Weight.SEMIBOLD, styles.palette.accent_text, leading=12.75)
    for paragraph in booklet.guide:
        lines = [line for part in paragraph.lines for line in wrap(setter, part, text_style, CONTENT_WIDTH)]
        labels = wrap(setter, paragraph.label, label_style, CONTENT - 2 * MM)
        page.rule(left, left + WIDTH, y, RULE)
        page.text_lines(left, y - 6.7 * MM, labels)
        y -= 6.7 * MM
        for line in lines:
            if y < BOTTOM:
                page = blank_page(2 + len(pages))
                pages.append(page)
                left, y = left_edge(page), from_top(page, 18)
            page.text(left + CONTENT, y, line)
            y -= text_style.leading
        y -= 4 * MM
    return pages


# -- contents -----------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Row:
    """A line of the contents: a chapter of a month, or a week of one."""

    key: str
    title: str
    count: int = 0
    places: dict[str, None] = field(default_factory=dict)


class Contents:
    """Rows by month; how many pages they take is known before any page number is."""

    def __init__(self, setter: Typesetter, booklet: Booklet, styles: BookletStyles, wording: Wording) -> None:
        self._setter = setter
        self._booklet = booklet
        self._styles = styles
        self._wording = wording
        self._rows = [_rows(month, wording) for month in booklet.months]
        #: Where the first month starts and whether rows are on one line: found once, so that the count stays true.
        self._form: tuple[float, bool] | None = None

    def page_count(self, first_number: int, more: int) -> int:
        """How many pages the contents take with `more` rows after the months."""
        return len(self.pages(first_number, {}, (("", Found(0, "guide")),) * more))

    def pages(
        self, first_number: int, found: dict[tuple[int, str], Found], more: tuple[tuple[str, Found], ...]
    ) -> list[Page]:
        """The contents with the pages that were found; `more` names what follows the months."""
        if self._form is not None:
            return self._filled(first_number, found, more, self._form)
        fits = sum(len(rows) for rows in self._rows) <= _MOST_ROWS
        for top in _CONTENTS_TOPS if fits else ():
            self._form = (top, False)
            pages = self._filled(first_number, found, more, self._form)
            if len(pages) == 1:
                return pages
        self._form = (_CONTENTS_TOPS[-1], True)
        return self._filled(first_number, found, more, self._form)

    def _filled(
        self,
        first_number: int,
        found: dict[tuple[int, str], Found],
        more: tuple[tuple[str, Found], ...],
        form: tuple[float, bool],
    ) -> list[Page]:
        top, is_compact = form
        sheet = _ContentsSheet(self._setter, self._booklet, self._styles, first_number, top, is_compact=is_compact)
        for index, (month, rows) in enumerate(zip(self._booklet.months, self._rows, strict=True)):
            nowhere = Found(first_number, f"month-{index}")
            told = [(row.title, self._detail(row), found.get((index, row.key), nowhere)) for row in rows]
            sheet.month(month, nowhere.anchor, told)
        sheet.more(more)
        return sheet.pages

    def _detail(self, row: _Row) -> str:
        names = list(row.places)
        if len(names) > _MOST_PLACES:
            shown = " · ".join(names[: _MOST_PLACES - 1])
            return self._wording.text("{places} and {n} more", places=shown, n=len(names) - _MOST_PLACES + 1)
        return " · ".join(names) or self._wording.plural("{n} event", "{n} events", row.count)


def _rows(month: Month, wording: Wording) -> list[_Row]:
    rows: dict[str, _Row] = {}
    told: list[Entry | Exhibition] = [entry for day in month.days for entry in day.entries]
    for one in [*month.exhibitions, *told]:  # as they stand on the pages
        key, title = one.chapter
        row = rows.get(key)
        if row is None:
            row = rows[key] = _Row(key, title)
        row.count += 1
        row.places[one.venue or one.area] = None
    for row in rows.values():
        row.places.pop("", None)
    if len(rows) <= _MOST_CHAPTERS:
        return list(rows.values())
    return _weeks(month, wording)


def _weeks(month: Month, wording: Wording) -> list[_Row]:
    """A busy month's contents: its weeks with their numbers of dates."""
    weeks: dict[str, _Row] = {}
    for day in month.days:
        if day.date is None:
            continue
        row = weeks.setdefault(week_key(day), _Row(week_key(day), wording.date_short(day.date)))
        row.count += len(day.entries)
        first = row.title.split("~", 1)[0]
        last = wording.date_short(day.date)
        row.title = first if first == last else f"{first}~{last}"
    return list(weeks.values())


class _ContentsSheet:
    """Pages of contents being filled."""

    def __init__(
        self,
        setter: Typesetter,
        booklet: Booklet,
        styles: BookletStyles,
        first_number: int,
        top: float,
        *,
        is_compact: bool,
    ) -> None:
        self._is_compact = is_compact
        self._setter = setter
        self._styles = styles
        self.pages: list[Page] = []
        self._first = first_number
        page = self._new()
        page.anchors.append(("contents", page.height))
        page.text(self._left, from_top(page, 21.3), setter.line(booklet.contents_title, styles.heading))
        period = setter.line(booklet.period, Style(9, Weight.MEDIUM, styles.meta.ink))
        page.text_right(self._left + WIDTH, from_top(page, 21.3), period)
        self._y = from_top(page, top)

    def _new(self) -> Page:
        self._page = blank_page(self._first + len(self.pages))
        self.pages.append(self._page)
        self._left = left_edge(self._page)
        self._y = from_top(self._page, 18.0)
        return self._page

    def month(self, month: Month, anchor: str, rows: list[tuple[str, str, Found]]) -> None:
        """A month with its rows; a month longer than the page goes on over it."""
        styles, setter = self._styles, self._setter
        if self._y - 17 * MM < BOTTOM:
            self._new()
        page = self._page
        page.rule(self._left, self._left + WIDTH, self._y, RULE)
        top = self._y
        y = top - 7.4 * MM
        if month.figure:
            is_word = not month.figure.isdigit()
            figure_style = Style(13, Weight.BOLD, styles.contents_month.ink) if is_word else styles.contents_month
            figure = setter.line(month.figure, figure_style)
            page.text(self._left, y, figure)
            page.text(self._left + figure.width - figure.left + 2, y, setter.line(month.unit, styles.contents_unit))
        else:
            page.text_lines(self._left, y, wrap(setter, month.unit, styles.contents_count, CONTENT - 6))
        count = setter.line(month.total, styles.contents_count)
        if month.figure:
            page.text(self._left, y - 4.5 * MM, count)
        page.links.append(Link(self._left, y - 5 * MM, self._left + CONTENT, top, anchor))
        self._y = top - 6.8 * MM
        for index, (title, detail, found) in enumerate(rows):
            self._row(title, detail, found, is_first=index == 0)
        self._y = min(self._y - 6 * MM, top - 17.2 * MM) if self._page is page else self._y - 6 * MM

    def _row(self, title: str, detail: str, found: Found, *, is_first: bool) -> None:
        styles, setter = self._styles, self._setter
        titles = wrap(setter, title, styles.contents_title, CONTENT_WIDTH - 14 * MM)
        details = wrap(setter, detail, styles.contents_row, CONTENT_WIDTH - 14 * MM)
        beside = setter.line(detail, styles.contents_row) if self._is_compact else None
        if beside is not None and titles[-1].width + 3 * MM + beside.width <= CONTENT_WIDTH - 12 * MM:
            details = []
        else:
            beside = None
        y = self._y if is_first else self._y - (5.5 if self._is_compact else 6.0) * MM
        height = styles.contents_title.leading * (len(titles) - 1) + styles.contents_row.leading * len(details)
        if y - height < BOTTOM and not is_first:
            self._new()
            y = self._y
        page = self._page
        left = self._left + CONTENT
        if found.page:
            page.text_right(self._left + WIDTH, y, setter.line(str(found.page), styles.contents_page))
        last = page.text_lines(left, y, titles)
        if beside is not None:
            page.text(left + titles[-1].width + 3 * MM, last, beside)
        if details:
            last = page.text_lines(left, last - styles.contents_row.leading, details)
        page.links.append(Link(left, last - 3, self._left + WIDTH, y + 10, found.anchor))
        self._y = last

    def more(self, rows: tuple[tuple[str, Found], ...]) -> None:
        """What comes after the months."""
        styles, setter = self._styles, self._setter
        if not rows:
            return
        if self._y - len(rows) * 5.5 * MM - 4 * MM < BOTTOM:
            self._new()
        page = self._page
        page.rule(self._left, self._left + WIDTH, self._y, RULE)
        y = self._y - 6.2 * MM
        for title, found in rows:
            page.text(self._left + CONTENT, y, setter.line(title, styles.contents_row))
            number = setter.line(str(found.page) if found.page else "", styles.index_page)
            page.text_right(self._left + WIDTH, y, number)
            page.links.append(Link(self._left + CONTENT, y - 3, self._left + WIDTH, y + 8, found.anchor))
            y -= 5.5 * MM
