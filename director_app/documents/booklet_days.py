"""The months of the booklet: entries under their days, boxes of exhibitions, pages filled in one pass.

An entry is measured as a list of lines before it is placed. A day's head stays with its first entry; what does not fit
goes to the next page whole and the page ends ragged. Only an entry higher than half a page is continued over a page.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from director_app.documents.booklet_photos import PHOTO_SIZE, SMALL_SIZE, EntryPhotos
from director_app.documents.booklet_styles import (
    BOTTOM,
    CONTENT,
    CONTENT_WIDTH,
    RULE,
    TOP,
    UNIT,
    WIDTH,
    BookletStyles,
    blank_page,
    from_top,
    left_edge,
)
from director_app.documents.breaking import joined, wrap
from director_app.documents.colours import BLACK
from director_app.documents.content import BookletWords, Day, Entry, Exhibition, Month, Mood
from director_app.documents.page import MM, Bookmark, Page, rectangle
from director_app.documents.rasters import Raster
from director_app.documents.typography import Line, Style, Typesetter

_HEAD: Final = 2.8 * UNIT
_DATE_DROP: Final = 6.7 * MM
_DAY_GAP: Final = 6.7 * MM
_ENTRY_GAP: Final = 13.5 + 0.6 * UNIT
_FIRST_DROP: Final = 12.75
_HALF_PAGE: Final = 90 * MM
#: Lines of a title that are said again where its entry goes on.
_REPEATED: Final = 4
_BADGE_PAD: Final = 3.4
_BADGE_HEIGHT: Final = 11.6
_BADGE_GAP: Final = 6.0
_MANY_ARTISTS: Final = 6
_MONTH_DROP: Final = 13.3 * MM
_MONTH_HEAD: Final = 20.7 * MM
_MONTH_GAP: Final = 16 * MM
#: A month with no more items than this may stand under another on one page.
_SMALL_MONTH: Final = 8
_BOX_PAD: Final = 4 * MM
_BOX_GAP: Final = 4.9 * MM
_BOX_ROW_GAP: Final = 6.2
#: mm between a small photo and the text at its left.
_SMALL_GAP: Final = 4.0
#: The photo's upper edge over where the first baseline would be, and its room down to the title's baseline, pt.
_PHOTO_RISE: Final = 8.4
_PHOTO_ROOM: Final = PHOTO_SIZE[1] * MM + 3.6 * MM


class _Block(NamedTuple):
    """An entry set: (x from the left, drop from the first baseline, line), and how far the last baseline drops."""

    lines: list[tuple[float, float, Line]]
    height: float
    badge: Line | None
    is_black: bool
    struck: int
    #: Stands over the lines; `lead` is how far it moves them down.
    photo: Raster | None = None
    lead: float = 0.0
    #: mm of the photo.
    size: tuple[float, float] = PHOTO_SIZE


#: A row of a box of exhibitions: its lines and its height.
_BoxRow = tuple[list[tuple[float, float, Line]], float]


class Found(NamedTuple):
    """Where something stands first."""

    page: int
    anchor: str


class DayPager:
    """Fills pages with months; afterwards tells on which page everything stands."""

    def __init__(
        self,
        setter: Typesetter,
        styles: BookletStyles,
        words: BookletWords,
        first_number: int,
        photos: EntryPhotos,
    ) -> None:
        self._setter = setter
        self._photos = photos.rasters
        self._small = photos.small
        self._room = CONTENT_WIDTH
        #: Key of an entry with a photo -> its page
        self.photo_pages: dict[str, int] = {}
        self._styles = styles
        self._words = words
        self._next_number = first_number
        self.pages: list[Page] = []
        self.bookmarks: list[Bookmark] = []
        #: (month index, chapter or week key) -> first place
        self.chapters: dict[tuple[int, str], Found] = {}
        self.artists: dict[str, list[int]] = {}
        self.venues: dict[str, list[int]] = {}
        self.areas: dict[str, list[int]] = {}
        self._month: Month | None = None
        self._page: Page = None  # type: ignore[assignment]  # the first month opens the first page
        self._left = 0.0
        self._y = 0.0
        self._is_fresh = True

    # -- pages ----------------------------------------------------------------------------------------------

    def _new_page(self, *, opening: bool = False) -> None:
        page = blank_page(self._next_number)
        self._next_number += 1
        self.pages.append(page)
        self._page = page
        self._left = left_edge(page)
        self._y = page.height - TOP
        self._is_fresh = True
        if not opening and self._month is not None:
            head = self._setter.line(self._month.running_head, self._styles.running)
            y = from_top(page, 11.8)
            if page.number % 2:
                page.text_right(self._left + WIDTH, y, head)
            else:
                page.text(self._left, y, head)

    def add_month(self, index: int, month: Month) -> None:
        """Open a page for the month and fill pages with its days."""
        self._month = month
        rows = [self._box_row(one) for one in month.exhibitions]
        if self.pages and self._fits_here(month, rows):
            self._y -= _MONTH_GAP
            self._is_fresh = True
        else:
            self._new_page(opening=True)
        anchor = f"month-{index}"
        self._page.anchors.append((anchor, self._y + TOP))
        self.bookmarks.append(Bookmark(month.running_head, anchor, 0))
        self._open(month)
        if month.exhibitions:
            self._boxes(index, month.exhibitions, rows)
        for day in month.days:
            self._add_day(index, day)

    def _fits_here(self, month: Month, rows: list[_BoxRow]) -> bool:
        """Whether a whole small month has room under the one before it."""
        if sum(len(day.entries) for day in month.days) + len(rows) > _SMALL_MONTH:
            return False
        needed = _MONTH_GAP + _MONTH_HEAD
        if rows:
            needed += 2 * _BOX_PAD + _BOX_GAP + sum(height + _BOX_ROW_GAP for _lines, height in rows)
        for day in month.days:
            needed += _DAY_GAP + _HEAD
            needed += sum(self._set(entry).height + _ENTRY_GAP for entry in day.entries) - _ENTRY_GAP
        return self._y - needed >= BOTTOM

    def _open(self, month: Month) -> None:
        styles, page = self._styles, self._page
        y = self._y - _MONTH_DROP
        if month.figure:
            is_word = not month.figure.isdigit()
            figure = self._setter.line(month.figure, styles.month_word if is_word else styles.month)
            page.text(self._left, y, figure)
            unit = self._setter.line(month.unit, styles.month_unit)
            page.text(self._left + figure.width - figure.left + 1.6 * MM, y, unit)
        else:
            for number, line in enumerate(wrap(self._setter, month.unit, styles.month_unit, 85 * MM)):
                page.text(self._left, y - number * styles.month_unit.leading, line)
        page.text_right(self._left + WIDTH, y, self._setter.line(month.counts, styles.counts))
        self._y -= _MONTH_HEAD

    # -- exhibitions ----------------------------------------------------------------------------------------

    def _boxes(self, month: int, exhibitions: tuple[Exhibition, ...], rows: list[_BoxRow]) -> None:
        """Tinted boxes, as many as the pages need."""
        start = 0
        while start < len(rows):
            if not self._is_fresh or start:
                self._new_page()
            top = self._y
            used = 2 * _BOX_PAD
            end = start
            while end < len(rows) and (end == start or top - used - rows[end][1] >= BOTTOM):
                used += rows[end][1] + (_BOX_ROW_GAP if end > start else 0)
                end += 1
            self._box(month, rows[start:end], exhibitions[start:end], used)
            start = end

    def _box_row(self, one: Exhibition) -> _BoxRow:
        styles = self._styles
        room = CONTENT_WIDTH - _BOX_PAD
        dates = self._setter.line(one.dates, styles.box_dates)
        lines: list[tuple[float, float, Line]] = [(WIDTH - _BOX_PAD - dates.width, 0.0, dates)]
        drop = 0.0
        for number, line in enumerate(wrap(self._setter, one.title, styles.box_title, room - dates.width - 4 * MM)):
            drop += styles.box_title.leading if number else 0
            lines.append((CONTENT, drop, line))
        for line in wrap(self._setter, one.detail, styles.box_text, room):
            drop += styles.box_text.leading
            lines.append((CONTENT, drop, line))
        return lines, drop + styles.box_title.size

    def _box(
        self,
        month: int,
        rows: list[_BoxRow],
        shown: tuple[Exhibition, ...],
        height: float,
    ) -> None:
        page, styles = self._page, self._styles
        top = self._y
        page.shapes.append(rectangle(self._left, top - height, WIDTH, height, styles.palette.accent.tint(0.09)))
        y = top - _BOX_PAD - styles.box_title.size * 0.8
        for line in wrap(self._setter, self._words.exhibitions, styles.box_label, CONTENT - _BOX_PAD - 2):
            page.text(self._left + _BOX_PAD, y, line)
            y -= styles.box_label.leading
        y = top - _BOX_PAD - styles.box_title.size * 0.8
        for (lines, row_height), one in zip(rows, shown, strict=True):
            for x, drop, line in lines:
                page.texts.append((self._left + x, y - drop, line))
            y -= row_height + _BOX_ROW_GAP
            self._note(month, one.chapter[0], f"month-{month}", one.artists, one.venue, one.area)
        self._y = top - height - _BOX_GAP + _DAY_GAP
        self._is_fresh = False

    # -- days -----------------------------------------------------------------------------------------------

    def _add_day(self, month: int, day: Day) -> None:
        anchor = f"day-{month}-{day.date}"
        for index, entry in enumerate(day.entries):
            block = self._set(entry)
            gap = (0.0 if self._is_fresh else _DAY_GAP) + _HEAD if index == 0 else _ENTRY_GAP
            room = self._y - gap - BOTTOM
            splits = block.photo is None and block.height > _HALF_PAGE and room > 6 * UNIT
            if room < block.height and not splits:
                self._new_page()
                self._day_head(day, None if index else anchor, is_continued=index > 0)
            elif index == 0:
                self._day_head(day, anchor, is_continued=False)
            else:
                self._y -= gap
            if index == 0 and day.date is not None:
                self._first(month, week_key(day), anchor)
            self._note(month, entry.chapter[0], anchor, entry.artists, entry.venue, entry.area)
            if entry.photo is not None:
                self.photo_pages[entry.key] = self._page.number
            if self._y - block.height < BOTTOM:
                self._place_long(day, entry, block)
            else:
                self._place(block)
                self._y -= block.height

    def _day_head(self, day: Day, anchor: str | None, *, is_continued: bool) -> None:
        page, styles, setter = self._page, self._styles, self._setter
        rule = self._y if self._is_fresh else self._y - _DAY_GAP
        page.rule(self._left, self._left + WIDTH, rule, RULE)
        y = rule - _DATE_DROP
        if day.date is None:
            page.text_lines(self._left, y, [setter.line(day.title, styles.weekday)] if day.title else [])
        else:
            date = setter.line(day.title, styles.holiday_date if day.is_holiday else styles.date)
            page.text(self._left, y, date)
            weekday = setter.line(day.weekday, styles.holiday_weekday if day.is_holiday else styles.weekday)
            gap = 1.0 if day.title.endswith(".") else 3.5
            page.text(self._left + date.width - date.left + gap, y, weekday)
        mark = self._words.continued if is_continued else day.mark
        mark_style = styles.holiday_mark if day.is_holiday else styles.mark
        if mark:
            page.text_right(self._left + WIDTH, y, setter.line(mark, styles.plain_mark if is_continued else mark_style))
        if anchor is not None:
            page.anchors.append((anchor, rule + 2 * MM))
            if day.title:
                self.bookmarks.append(Bookmark(f"{day.title}{day.weekday}", anchor, 1))
        self._y = rule - (_HEAD if day.title else _DATE_DROP)
        self._is_fresh = False

    def _note(self, month: int, chapter: str, anchor: str, artists: tuple[str, ...], venue: str, area: str) -> None:
        """Remember where things stand, for contents and indexes."""
        number = self._page.number
        self._first(month, chapter, anchor)
        for name in artists:
            _add_page(self.artists, name, number)
        if venue:
            _add_page(self.venues, venue, number)
        if area:
            _add_page(self.areas, area, number)

    def _first(self, month: int, key: str, anchor: str) -> None:
        if (month, key) not in self.chapters:
            self.chapters[(month, key)] = Found(self._page.number, anchor)

    # -- entries --------------------------------------------------------------------------------------------

    def _set(self, entry: Entry) -> _Block:
        styles, setter = self._styles, self._setter
        is_off = entry.mood is Mood.CANCELLED
        is_small = entry.key in self._small
        self._room = CONTENT_WIDTH - (SMALL_SIZE[0] + _SMALL_GAP) * MM if is_small else CONTENT_WIDTH
        when = entry.when
        lines: list[tuple[float, float, Line]] = []
        time_drop = 0.0
        if when.start:
            lines.append((0.0, 0.0, setter.line(when.start, styles.faded_time if is_off else styles.time)))
            if when.end and not is_off:
                time_drop += 12
                lines.append((0.0, time_drop, setter.line(when.end, styles.time_end)))
        for number, word in enumerate(when.unknown):
            if when.start or number:
                time_drop += 10.5
            lines.append((0.0, time_drop, setter.line(word, styles.time_end)))
        indent = 0.0
        badge = None
        if entry.mark:
            badge = setter.line(entry.mark, styles.badge_black if is_off else styles.badge)
            indent = badge.width + 2 * _BADGE_PAD + _BADGE_GAP
        drop = self._set_title(entry, lines, indent, styles.faded_title if is_off else styles.title)
        struck = len(lines) if is_off else 0
        drop = self._set_facts(entry, lines, drop, is_off=is_off)
        height = max(drop, time_drop)
        photo = self._photos.get(entry.key)
        if photo is None:
            return _Block(lines, height, badge, is_off, struck)
        if is_small:
            height = max(height, SMALL_SIZE[1] * MM - _PHOTO_RISE)
            return _Block(lines, height, badge, is_off, struck, photo, 0.0, SMALL_SIZE)
        lines = [(x, drop + _PHOTO_ROOM, line) for x, drop, line in lines]
        return _Block(lines, height + _PHOTO_ROOM, badge, is_off, struck, photo, _PHOTO_ROOM)

    def _set_title(self, entry: Entry, lines: list[tuple[float, float, Line]], indent: float, style: Style) -> float:
        drop = 0.0
        for number, line in enumerate(wrap(self._setter, entry.title, style, self._room - indent)):
            drop += style.leading if number else 0.0
            lines.append((CONTENT + indent, drop, line))
        return drop

    def _set_facts(self, entry: Entry, lines: list[tuple[float, float, Line]], drop: float, *, is_off: bool) -> float:
        """Everything under the title, in the order of importance; a cancelled entry says only what it was."""
        styles = self._styles
        plain = styles.faded if is_off else styles.artists
        many = styles.many_artists if len(entry.artists) > _MANY_ARTISTS else plain
        facts: list[tuple[str, Style]] = [(entry.moved, styles.strong)]
        if is_off:
            facts.append((entry.place, plain))
        else:
            facts += [(entry.subtitle, plain), (entry.place, styles.place)]
        after = [(entry.note, styles.meta)]
        if not is_off:
            after = [(entry.meta, styles.meta), (entry.fallback, styles.fallback), *after]
        step = _FIRST_DROP
        for text, style in facts:
            if text:
                drop, step = self._set_lines(wrap(self._setter, text, style, self._room), lines, drop, step)
        if entry.artists:
            drop, step = self._set_lines(joined(self._setter, entry.artists, many, self._room), lines, drop, step)
        for text, style in after:
            if text:
                drop, step = self._set_lines(wrap(self._setter, text, style, self._room), lines, drop, step)
        return drop

    def _set_lines(
        self, found: list[Line], lines: list[tuple[float, float, Line]], drop: float, step: float
    ) -> tuple[float, float]:
        for line in found:
            drop += step or line.style.leading
            step = 0.0
            lines.append((CONTENT, drop, line))
        return drop, 0.0

    def _place(self, block: _Block) -> None:
        left, y, page = self._left, self._y, self._page
        if block.photo is not None:
            width, height = (side * MM for side in block.size)
            page.picture(block.photo, (left + WIDTH - width, y + _PHOTO_RISE - height, width, height))
        page.texts += [(left + x, y - drop, line) for x, drop, line in block.lines]
        if block.badge is not None:
            self._badge(block, y - block.lead)
        for x, drop, line in block.lines[: block.struck]:
            page.strike(left + x, y - drop, line)

    def _badge(self, block: _Block, y: float) -> None:
        page, badge = self._page, block.badge
        if badge is None:
            return
        width = badge.width + 2 * _BADGE_PAD
        bottom = y - 2.4
        left = self._left + CONTENT
        if block.is_black:
            page.shapes.append(rectangle(left, bottom, width, _BADGE_HEIGHT, BLACK))
        else:
            page.frame(left, bottom, width, _BADGE_HEIGHT, 0.75, BLACK)
        page.text(left + _BADGE_PAD, bottom + _BADGE_HEIGHT / 2 - 0.356 * badge.style.size, badge)

    def _place_long(self, day: Day, entry: Entry, block: _Block) -> None:
        """An entry higher than half a page: what does not fit goes on under its repeated title."""
        rest = sorted(block.lines, key=lambda one: one[1])
        first = True
        while rest:
            fitting = [one for one in rest if self._y - one[1] >= BOTTOM] or rest[:1]
            height = fitting[-1][1]
            part = block._replace(lines=fitting, struck=0)
            self._place(part if first else part._replace(badge=None, photo=None))
            first = False
            self._y -= height
            rest = rest[len(fitting) :]
            if not rest:
                break
            self._new_page()
            self._day_head(day, None, is_continued=True)
            title = wrap(self._setter, f"{entry.title} {self._words.continued}", self._styles.title, CONTENT_WIDTH)
            if len(title) > _REPEATED:  # a title that fills pages by itself would never come to its end
                title = wrap(self._setter, self._words.continued, self._styles.title, CONTENT_WIDTH)
            skip = title[0].style.leading * len(title)
            rest = [(x, drop - rest[0][1] + skip, line) for x, drop, line in rest]
            rest = [(CONTENT, index * title[0].style.leading, line) for index, line in enumerate(title)] + rest


def week_key(day: Day) -> str:
    """The week of a dated day, Monday first."""
    if day.date is None:
        return ""
    year, week, _weekday = day.date.isocalendar()
    return f"week-{year}-{week}"


def _add_page(index: dict[str, list[int]], name: str, number: int) -> None:
    pages = index.get(name)
    if pages is None:
        index[name] = [number]
    elif pages[-1] != number:
        pages.append(number)
