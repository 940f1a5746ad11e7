"""The wall calendar on its pages: cells with their items, bars over the weeks, and a page for what found no room.

Every month is tried with two-line items first, then with shorter ones. No item vanishes: what a cell cannot hold is
told on a page of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from director_app.documents.breaking import wrap
from director_app.documents.colours import BLACK, GREY_TEXT, HAIRLINE, HOLIDAY, WHITE, Palette, palette
from director_app.documents.content import Mood
from director_app.documents.fonts import Weight
from director_app.documents.layout import Job, Laid
from director_app.documents.marks import strand_mark
from director_app.documents.month_calendar import (
    CalendarBar,
    CalendarDay,
    CalendarItem,
    CalendarMonth,
    WallCalendar,
    calendar_content,
)
from director_app.documents.options import Remark
from director_app.documents.page import A3, A4, MM, Bookmark, Page, rectangle
from director_app.documents.pdf_writer import stop_if_asked
from director_app.documents.typography import Line, Style, Typesetter
from director_app.wording import Wording, message

_MOST_LANES: Final = 3
_FULL, _TIGHT, _SHORT = 0, 1, 2
#: mm between items.
_GAPS: Final = (1.6, 0.6, 0.5)
#: pt more where a frame is the last of an item, so that it does not touch the next.
_UNDER_BADGE: Final = 1.4


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Measures of one size: mm for distances, pt for type."""

    size: tuple[float, float]
    margin: float
    head: float
    weekdays: float
    foot: float
    month: float
    unit: float
    year: float
    series: float
    legend: float
    weekday: float
    date: float
    small: float
    item: float
    place: float
    bar: float
    first: float


_A4: Final = _Sheet((A4[1], A4[0]), 10, 20, 7, 12, 58, 30, 13, 12, 9, 9.5, 12, 6.5, 7.5, 7, 3.5, 9.6)
_A3: Final = _Sheet((A3[1], A3[0]), 14, 28, 9, 15, 80, 42, 18, 16, 12, 12.5, 16, 8, 10.5, 9, 5, 13.4)


def lay_out(job: Job) -> Laid:
    """One page a month, and more for what finds no room.

    Raises:
        RefusedInput: when no month has anything.
    """
    content = calendar_content(job)
    sheet = _A3 if job.options.size == "A3" else _A4
    pages: list[Page] = []
    bookmarks = []
    remarks: list[Remark] = []
    for number, month in enumerate(content.months):
        stop_if_asked(job.stop)
        maker = _MonthPage(job, content, month, sheet)
        title = f"{month.figure} {month.year}"
        if month.unit:
            title = job.wording.month(int(month.year), int(month.figure))
        bookmarks.append(Bookmark(title, f"month-{number}", 0))
        maker.page.anchors.append((f"month-{number}", maker.page.height))
        made = maker.pages()
        if len(made) > 1:
            full = [job.wording.date_short(day.date) for day in maker.spilled]
            text = message(
                "There is no room in the fields of these days; they are told in full on the next page: {days}."
            )
            remarks.append(Remark(text, {"days": ", ".join(full)}, title, len(pages) + 1))
        if maker.unnamed:
            text = message("The legend has no room for these names: {names}.")
            remarks.append(Remark(text, {"names": ", ".join(maker.unnamed)}, title, len(pages) + 1))
        pages += made
    for number, page in enumerate(pages, 1):
        page.number = number
        _foot(job.setter, page, content, sheet, len(pages))
    return Laid(pages, content, job.title, subject=content.series, bookmarks=bookmarks, remarks=tuple(remarks))


def _foot(setter: Typesetter, page: Page, content: WallCalendar, sheet: _Sheet, count: int) -> None:
    left, right, y = sheet.margin * MM, page.width - sheet.margin * MM, sheet.margin * MM * 0.62
    grey = Style(sheet.small, ink=GREY_TEXT, leading=sheet.small * 1.3)
    plain = Style(sheet.place, leading=sheet.place * 1.3)
    said = "   ".join(part for part in (content.enquiries, f"※ {content.rain}" if content.rain else "") if part)
    pages = f"{page.number}/{count} · " if count > 1 else ""
    notice = f" · {content.foot.notice}" if content.foot.notice else ""
    edition = wrap(setter, f"{pages}{content.foot.edition}{notice}", grey, (right - left) * 0.36)
    for index, line in enumerate(reversed(edition)):
        page.text_right(right, y + index * grey.leading, line)
    lines = wrap(setter, said, plain, (right - left) * 0.62)
    page.text_lines(left, y + (len(lines) - 1) * plain.leading, lines)


def _rows_between(y: float, highest: float, style: Style) -> int:
    """How many rows of a legend stand between two heights, at least one."""
    return max(int((highest - y) / (style.size * 1.5)) + 1, 1)


class _Set(NamedTuple):
    """An item set: lines (x, drop), what is struck, a badge at a line, and its height."""

    lines: list[tuple[float, float, Line]]
    struck: list[int]
    badge: tuple[float, float, Line, bool] | None
    height: float
    strand: int


class _MonthPage:
    """One month."""

    def __init__(self, job: Job, content: WallCalendar, month: CalendarMonth, sheet: _Sheet) -> None:
        self._setter: Typesetter = job.setter
        self._wording: Wording = job.wording
        self._content, self._month, self._sheet = content, month, sheet
        self._palette: Palette = palette(content.colour)
        self.page = Page(*sheet.size)
        self._left = sheet.margin * MM
        self._right = self.page.width - self._left
        self._column = (self._right - self._left) / 7
        self._room = self._column - 2.6 * MM
        self.spilled: list[CalendarDay] = []
        #: Names that found no room in the legend.
        self.unnamed: list[str] = []
        #: A full month tells at its foot what is open on all of its days, and has the room of those bars for items.
        self._is_bare = False
        self._item = Style(sheet.item, Weight.SEMIBOLD, leading=sheet.item * 1.27)
        self._place = Style(sheet.place, ink=GREY_TEXT, leading=sheet.place * 1.3)
        self._grid_top = self.page.height - (sheet.margin + sheet.head + sheet.weekdays) * MM
        self._grid_bottom = 0.0
        self._notes: list[Line] = []
        self._measure()

    def _measure(self) -> None:
        self._notes = self._notes_lines()
        foot = (self._sheet.margin + self._sheet.foot - 7) * MM
        self._grid_bottom = foot + len(self._notes) * self._place.leading

    def pages(self) -> list[Page]:
        """The month, and the days that found no room."""
        self._head()
        mode, heights = self._fitting()
        y = self._grid_top
        for week, height in zip(self._month.weeks, heights, strict=True):
            self._week(week, y, height, mode)
            y -= height
        self.page.rule(self._left, self._right, y, 0.75)
        foot = self._grid_bottom - 3.4 * MM
        self.page.text_lines(self._left, foot, self._notes)
        return [self.page, *(self._spill_pages() if self.spilled else ())]

    # -- head -----------------------------------------------------------------------------------------------

    def _head(self) -> None:
        page, sheet, setter, month = self.page, self._sheet, self._setter, self._month
        accent = self._palette.accent_text
        y = self._grid_top + (sheet.weekdays + 6.4) * MM
        size = sheet.month if month.unit else sheet.month * 0.72
        figure = setter.line(month.figure, Style(size, Weight.BOLD, accent, tracking=-20))
        page.text(self._left, y, figure)
        x = self._left + figure.width - figure.left + 2 * MM
        unit = setter.line(month.unit, Style(sheet.unit, Weight.SEMIBOLD, accent))
        page.text(x, y, unit)
        page.text(
            x + (unit.width + 3 * MM if month.unit else 0),
            y,
            setter.line(month.year, Style(sheet.year, Weight.SEMIBOLD)),
        )
        series = Style(sheet.series, Weight.SEMIBOLD, leading=sheet.series * 1.25)
        top = page.height - sheet.margin * MM - 0.8 * sheet.series
        lines = wrap(setter, self._content.series, series, (self._right - self._left) * 0.6)[:3]
        for index, line in enumerate(lines):
            page.text_right(self._right, top - index * series.leading, line)
        self._legend(y, top - len(lines) * series.leading)
        self._weekdays()

    def _legend(self, y: float, highest: float) -> None:
        """Right-aligned, the last row on y and none above `highest`: smaller where it must, the rest reported."""
        sizes = (self._sheet.legend * part for part in (1.0, 0.88, 0.76))
        styles = [Style(size, Weight.MEDIUM) for size in sizes]
        tried = [(style, self._legend_rows(style), _rows_between(y, highest, style)) for style in styles]
        style, rows, room = next((one for one in tried if len(one[1]) <= one[2]), tried[-1])
        self.unnamed = [self._content.legend[number] for row in rows[room:] for number, _line in row]
        for index, row in enumerate(reversed(rows[:room])):
            x, base = self._right, y + index * style.size * 1.5
            for number, line in reversed(row):
                self.page.text_right(x, base, line)
                x -= line.width + style.size * 1.05
                self.page.shapes += strand_mark(number, x, base, style.size * 0.72)
                x -= style.size * 1.15

    def _legend_rows(self, style: Style) -> list[list[tuple[int, Line]]]:
        width = (self._right - self._left) * 0.68
        rows: list[list[tuple[int, Line]]] = [[]]
        used = 0.0
        for number, name in enumerate(self._content.legend):
            line = self._setter.line(name, style)
            needed = line.width + style.size * 2.2
            if rows[-1] and used + needed > width:
                rows.append([])
                used = 0.0
            rows[-1].append((number, line))
            used += needed
        return rows

    def _weekdays(self) -> None:
        y = self._grid_top + 2.4 * MM
        for place, name in enumerate(self._content.weekdays):
            ink = HOLIDAY if place == self._content.sunday else BLACK
            line = self._setter.line(name, Style(self._sheet.weekday, Weight.SEMIBOLD, ink))
            self.page.text(self._x(place), y, line)

    def _x(self, place: int) -> float:
        return self._left + place * self._column + (1.5 * MM if place else 0)

    # -- fitting --------------------------------------------------------------------------------------------

    def _fitting(self) -> tuple[int, list[float]]:
        """The form of the items, and the height of every week: equal, or more for a week that needs it."""
        whole = self._grid_top - self._grid_bottom
        weeks = self._month.weeks
        needed: list[float] = []
        for mode in (_FULL, _TIGHT, _SHORT):
            needed = [max(self._needed(day, week, mode) for day in week) for week in weeks]
            equal = whole / len(weeks)
            if max(needed) <= equal:
                return mode, [equal] * len(weeks)
            if sum(needed) <= whole:
                spare = (whole - sum(needed)) / len(weeks)
                return mode, [height + spare for height in needed]
        if not self._is_bare and any(self._is_all_month(bar) for bar in self._month.bars):
            self._is_bare = True
            self._measure()
            return self._fitting()
        least = [min(height, whole / len(weeks)) for height in needed]
        large = [index for index, height in enumerate(needed) if height > whole / len(weeks)]
        spare = (whole - sum(least)) / max(1, len(large))
        return _SHORT, [height + (spare if index in large else 0) for index, height in enumerate(least)]

    def _needed(self, day: CalendarDay, week: tuple[CalendarDay, ...], mode: int) -> float:
        items = [self._set(item, mode) for item in day.items]
        return self._drop(week) + sum(item.height for item in items) + 2 * MM

    def _drop(self, week: tuple[CalendarDay, ...]) -> float:
        """From the upper edge of a week to its first item's upper edge."""
        lanes = len(self._lanes(week)[0])
        return self._sheet.first * MM * 0.62 + lanes * (self._sheet.bar + 0.8) * MM + (1.2 * MM if lanes else 0)

    def _lanes(self, week: tuple[CalendarDay, ...]) -> tuple[list[list[CalendarBar]], list[CalendarBar]]:
        """Bars of a week in lanes, and those that found none."""
        lanes: list[list[CalendarBar]] = []
        rest = []
        for bar in self._month.bars:
            if bar.first > week[-1].date or bar.last < week[0].date:
                continue
            if self._is_bare and self._is_all_month(bar):
                rest.append(bar)
                continue
            lane = next((one for one in lanes if one[-1].last < bar.first), None)
            if lane is not None:
                lane.append(bar)
            elif len(lanes) < _MOST_LANES:
                lanes.append([bar])
            else:
                rest.append(bar)
        return lanes, rest

    def _is_all_month(self, bar: CalendarBar) -> bool:
        days = [day.date for week in self._month.weeks for day in week if day.is_inside]
        return bar.first <= days[0] and bar.last >= days[-1]

    # -- weeks ----------------------------------------------------------------------------------------------

    def _week(self, week: tuple[CalendarDay, ...], top: float, height: float, mode: int) -> None:
        page, sheet = self.page, self._sheet
        for place, day in enumerate(week):
            left = self._left + place * self._column
            if day.culture and day.is_inside:
                tint = self._palette.accent.tint(0.13)
                page.shapes.append(rectangle(left, top - height, self._column, height, tint))
        for place, day in enumerate(week):
            left = self._left + place * self._column
            if place:
                page.shapes.append(rectangle(left - 0.175, top - height, 0.35, height, HAIRLINE))
            self._date(day, self._x(place), top)
            self._items(day, self._x(place), top - self._drop(week), top - height, mode)
        page.rule(self._left, self._right, top, 0.75)
        for number, lane in enumerate(self._lanes(week)[0]):
            y = top - sheet.first * MM * 0.62 - (number + 1) * (sheet.bar + 0.8) * MM + 0.8 * MM
            for bar in lane:
                self._bar(bar, week, y)

    def _date(self, day: CalendarDay, x: float, top: float) -> None:
        sheet, setter = self._sheet, self._setter
        y = top - sheet.first * MM * 0.46
        ink = GREY_TEXT if not day.is_inside else HOLIDAY if day.is_red else BLACK
        style = Style(
            sheet.date if day.is_inside else sheet.date * 0.75,
            Weight.SEMIBOLD if day.is_inside else Weight.REGULAR,
            ink,
        )
        line = setter.line(day.label, style)
        self.page.text(x, y, line)
        if not day.is_inside:
            return
        small = Style(sheet.small, Weight.MEDIUM, HOLIDAY, leading=sheet.small * 1.2)
        right = setter.line(day.culture, Style(sheet.small, Weight.BOLD))
        room = self._room - line.width - 1.5 * MM - (right.width + 1 * MM if day.culture else 0)
        if day.holiday:
            names = wrap(setter, day.holiday, small, max(room, 6 * MM))[:2]
            for index, name in enumerate(names):
                self.page.text(x + line.width + 1.5 * MM, y + (len(names) - 1 - index) * small.leading, name)
        if day.culture:
            self.page.text_right(x + self._room, y, right)

    def _bar(self, bar: CalendarBar, week: tuple[CalendarDay, ...], y: float) -> None:
        sheet = self._sheet
        first = max(0, (bar.first - week[0].date).days)
        last = min(6, (bar.last - week[0].date).days)
        left, right = self._left + first * self._column, self._left + (last + 1) * self._column
        left += 0.8 * MM if bar.first >= week[0].date and first else 0
        right -= 0.8 * MM if bar.last <= week[-1].date else 0
        tint = self._palette.accent.tint(0.22)
        self.page.shapes.append(rectangle(left, y, right - left, sheet.bar * MM, tint))
        style = Style(sheet.place, Weight.SEMIBOLD)
        said = self._bar_text(bar, style, right - left - 2 * MM)
        self.page.text(left + 1 * MM, y + sheet.bar * MM / 2 - 0.356 * style.size, self._setter.line(said, style))

    def _bar_text(self, bar: CalendarBar, style: Style, room: float) -> str:
        """Title and place, the title alone, or the number under which the foot tells it."""
        for said in (f"{bar.title} · {bar.place}", bar.title):
            if self._setter.line(said, style).width <= room:
                return said
        return f"*{self._month.bars.index(bar) + 1}"

    def _notes_lines(self) -> list[Line]:
        """Under the grid: bars that have no room for their names, and what has no date yet."""
        style = Style(self._sheet.place, Weight.SEMIBOLD)
        told: dict[str, None] = {}
        for week in self._month.weeks:
            lanes, rest = self._lanes(week)
            for bar in (bar for lane in lanes for bar in lane):
                first, last = max(bar.first, week[0].date), min(bar.last, week[-1].date)
                room = ((last - first).days + 1) * self._column - 3.6 * MM
                if self._bar_text(bar, style, room).startswith("*"):
                    told[f"*{self._month.bars.index(bar) + 1} {bar.title} · {bar.place}"] = None
            told.update((f"{bar.title} · {bar.place} ({self._span(bar)})", None) for bar in rest)
        parts = []
        if told:
            parts.append(f"{self._content.exhibitions_label}: " + ", ".join(told))
        if self._month.undated:
            parts.append(f"{self._content.undated_label}: " + ", ".join(self._month.undated))
        width = self._right - self._left
        return [line for part in parts for line in wrap(self._setter, part, replace(self._place, ink=BLACK), width)]

    def _span(self, bar: CalendarBar) -> str:
        return f"{self._wording.date_short(bar.first)}~{self._wording.date_short(bar.last)}"

    # -- items ----------------------------------------------------------------------------------------------

    def _items(self, day: CalendarDay, x: float, top: float, bottom: float, mode: int) -> None:
        items = [self._set(item, mode) for item in day.items]
        if sum(item.height for item in items) + 1 * MM <= top - bottom:
            for item in items:
                self._draw(item, x, top)
                top -= item.height
            return
        self.spilled.append(day)
        more_room = self._item.leading + 1.5 * MM
        shown = 0
        for item in items:
            if top - item.height - more_room < bottom:
                break
            self._draw(item, x, top)
            top -= item.height
            shown += 1
        said = self._wording.text("and {n} more: next page", n=len(items) - shown)
        self.page.text(x, top - self._item.size, self._setter.line(said, replace(self._item, weight=Weight.BOLD)))

    def _set(self, item: CalendarItem, mode: int) -> _Set:
        indent = self._sheet.item * 1.25 if item.strand >= 0 else 0.0
        is_off = item.mood is Mood.CANCELLED
        style = replace(self._item, ink=GREY_TEXT) if is_off else self._item
        lines: list[tuple[float, float, Line]] = []
        badge = None
        drop = style.size * 0.95
        found = wrap(self._setter, f"{item.time} {item.title}".strip(), style, self._room - indent)
        for number, line in enumerate(found):
            drop += style.leading if number else 0
            lines.append((indent, drop, line))
        struck = list(range(len(lines))) if is_off else []
        if item.mark:
            word = self._setter.line(item.mark, Style(self._sheet.small, Weight.BOLD, WHITE if is_off else BLACK))
            after = indent + (found[-1].width + 3 if found else 0)
            if after + word.width + 4 > self._room:
                drop += style.leading
                after = indent
            badge = (after, drop, word, is_off)
        if item.moved:
            drop += style.leading
            lines.append((0.0, drop, self._setter.line(item.moved, style)))
        if mode != _SHORT and item.place:
            for line in wrap(self._setter, item.place, self._place, self._room):
                drop += self._place.leading
                lines.append((0.0, drop, line))
        if badge is not None and badge[1] == drop:
            drop += _UNDER_BADGE
        return _Set(lines, struck, badge, drop + _GAPS[mode] * MM, item.strand)

    def _draw(self, item: _Set, x: float, top: float) -> None:
        page = self.page
        if item.strand >= 0:
            page.shapes += strand_mark(item.strand, x, top - self._item.size * 0.95, self._item.size * 0.72)
        for number, (left, drop, line) in enumerate(item.lines):
            page.text(x + left, top - drop, line)
            if number in item.struck:
                page.strike(x + left, top - drop, line)
        if item.badge is not None:
            left, drop, word, is_black = item.badge
            width, height = word.width + 4, word.style.size * 1.35
            bottom = top - drop - word.style.size * 0.32
            if is_black:
                page.shapes.append(rectangle(x + left, bottom, width, height, BLACK))
            else:
                page.frame(x + left, bottom, width, height, 0.6, BLACK)
            page.text(x + left + 2, bottom + height / 2 - 0.356 * word.style.size, word)

    # -- what found no room ---------------------------------------------------------------------------------

    def _spill_pages(self) -> list[Page]:
        """Three columns of days, each told in full."""
        pages: list[Page] = []
        gap = 6 * MM
        width = (self._right - self._left - 2 * gap) / 3
        head = Style(self._sheet.date, Weight.BOLD, leading=self._sheet.date * 1.6)
        page, column, y, bottom = self.page, 3, 0.0, (self._sheet.margin + 6) * MM
        for day in self.spilled:
            rows: list[Line] = []
            for item in day.items:
                mark = f"[{item.mark}] " if item.mark else ""
                said = f"{item.time} {mark}{item.title} {item.moved}".strip()
                rows += wrap(self._setter, said, self._item, width)
                rows += wrap(self._setter, item.place, self._place, width)
            rows.insert(0, self._setter.line(day.name, head))
            for number, line in enumerate(rows):
                needed = line.style.leading + (head.leading if number == 0 else 0)
                if column == 3 or y - needed < bottom:
                    column += 1
                    if column >= 3:
                        page = Page(*self._sheet.size)
                        pages.append(page)
                        column = 0
                    y = page.height - self._sheet.margin * MM
                y -= line.style.leading
                page.text(self._left + column * (width + gap), y, line)
            y -= head.leading * 0.4
        return pages
