"""The back of a flyer: all dates in columns, and what had no room on the front. There is never a third page."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from director_app.documents.breaking import fit, joined, wrap
from director_app.documents.colours import BLACK, GREY_TEXT, HAIRLINE, Palette
from director_app.documents.content import Fact, Flyer, LanguageLine, Mood, Round
from director_app.documents.flyer_sheets import Sheet, code_block, foot_line
from director_app.documents.fonts import Weight
from director_app.documents.page import MM, Page
from director_app.documents.phrases import styled
from director_app.documents.typography import Line, Style, Typesetter

#: Narrowest column and room between two, pt.
_NARROWEST: Final = 39 * MM
_GUTTER: Final = 5 * MM
_MOST_COLUMNS: Final = 3
_LEADING: Final = 1.42
_STEP: Final = 0.5
#: The most of a column that date and time may take with the place beside them.
_DATES: Final = 0.62


class OnBack(NamedTuple):
    """What stands on the back: the dates, facts by their place in `Flyer.facts`, lines in other languages."""

    rounds: bool = False
    facts: frozenset[int] = frozenset()
    languages: bool = False
    #: The QR code, when the front has no room for anything any more.
    code: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is a back at all."""
        return self.rounds or self.has_more

    @property
    def has_more(self) -> bool:
        """Whether there is more than the dates on it."""
        return bool(self.facts) or self.languages or self.code


class _Row(NamedTuple):
    """A date, set for a column: its lines, and the lines beside them when the column is wide."""

    number: Line
    head: list[Line]
    lines: list[Line]
    #: How far to the right of the date its place stands; 0 is below it.
    beside: float
    height: float
    is_off: bool


class FlyerBack:
    """Fills the back; `left_out` and `facts_left_out` are dates and labels with no room even at the smallest size."""

    def __init__(self, setter: Typesetter, flyer: Flyer, sheet: Sheet, palette: Palette, on_back: OnBack) -> None:
        self._setter, self._flyer, self._sheet, self._palette = setter, flyer, sheet, palette
        self._on_back = on_back
        self.page = Page(*sheet.size)
        self.left = sheet.margin * MM
        self.right = self.page.width - self.left
        self._low = self.page.height - (sheet.foot_y - 6) * MM
        places = {one.place for one in flyer.rounds}
        #: Said once where it is the same for all dates.
        self._place = next(iter(places)) if len(places) == 1 and on_back.rounds else ""
        self.left_out: tuple[Round, ...] = ()
        self.facts_left_out: tuple[str, ...] = ()
        self.size = 0.0
        self._fill()

    def _fill(self) -> None:
        size = self._sheet.text
        while True:
            size = max(self._sheet.smallest, size)
            if self._filled(size) or size <= self._sheet.smallest:
                break
            size -= _STEP
        self.size = size

    def _filled(self, size: float) -> bool:
        """Fill a fresh page with type of a size; tells whether everything stands on it."""
        self.page = Page(*self._sheet.size)
        self.page.number = 2
        self._text = Style(size, leading=size * _LEADING)
        self._strong = replace(self._text, weight=Weight.SEMIBOLD)
        self._accent = replace(self._strong, ink=self._palette.accent_text)
        foot_line(self._setter, self.page, self._flyer, self._sheet)
        y = self._head()
        y = self._facts(y)
        if self._place:
            y = self._fact(Fact(self._flyer.place_label, self._place), y - self._text.leading * 0.35, draw=True)
            y -= self._text.leading * 0.8
            self.page.rule(self.left, self.right, y, 0.5, HAIRLINE)
        self.left_out = ()
        is_whole = not self._on_back.rounds or self._rounds(y)
        return is_whole and not self.facts_left_out

    def _head(self) -> float:
        style = Style(self._sheet.place, Weight.BOLD, leading=self._sheet.place * 1.2, tracking=-10)
        edge = self._sheet.qr * MM + 8 * MM if self._on_back.code else 0.0
        title = fit(self._setter, self._flyer.title, style, self.right - self.left - edge, 2)
        top = self.page.height - self._sheet.margin * MM
        y = self.page.text_lines(self.left, top - 0.8 * title.style.size, title.lines)
        if self._on_back.code:
            y = min(y, code_block(self._setter, self.page, self._flyer, self._sheet, top - self._sheet.smallest))
        y -= 0.3 * title.style.size + 2.4 * MM
        self.page.rule(self.left, self.right, y, 1.5, self._palette.accent)
        return y

    # -- facts ----------------------------------------------------------------------------------------------

    def _facts(self, top: float) -> float:
        """What had no room on the front, a line under it when dates follow; tells the lowest baseline."""
        facts = [fact for place, fact in enumerate(self._flyer.facts) if place in self._on_back.facts]
        told: tuple[LanguageLine, ...] = self._flyer.languages if self._on_back.languages else ()
        facts += [Fact(line.language, line.text, is_chinese=line.is_chinese) for line in told]
        y = top - self._text.leading * 0.35
        self.facts_left_out = ()
        for fact in facts:
            lowest = self._fact(fact, y, draw=False)
            if lowest < self._low:  # whole or not at all
                self.facts_left_out = (*self.facts_left_out, fact.label)
            else:
                y = self._fact(fact, y, draw=True) - self._sheet.row_gap
        if facts and self._on_back.rounds:
            y -= self._text.leading * 0.3
            self.page.rule(self.left, self.right, y, 0.75, BLACK)
        return y

    def _fact(self, fact: Fact, top: float, *, draw: bool) -> float:
        """A fact under `top`; tells its last baseline."""
        page = self.page if draw else Page(*self._sheet.size)
        value, y = self.left + self._sheet.column, top - self._text.leading
        labels = wrap(self._setter, fact.label, styled(fact, self._accent), self._sheet.column - 2 * MM)
        last = page.text_lines(self.left, y, labels)
        return min(last, page.text_lines(value, y, self._lines(fact, self.right - value)))

    def _lines(self, fact: Fact, width: float) -> list[Line]:
        if fact.names:
            return joined(self._setter, fact.names, self._text, width)
        return wrap(self._setter, fact.text, styled(fact, self._text), width)

    # -- dates ----------------------------------------------------------------------------------------------

    def _rounds(self, top: float) -> bool:
        """All dates in as few columns as hold them, side by side of one height; tells whether all are there."""
        room = top - self._low
        width = self.right - self.left
        most = max(1, min(_MOST_COLUMNS, int((width + _GUTTER) / (_NARROWEST + _GUTTER))))
        rows: list[_Row] = []
        ways = [(1, True), *((count, False) for count in range(2, most + 1)), (most, True)]
        for count, is_beside in ways:
            rows = self._rows((width - (count - 1) * _GUTTER) / count, is_beside=is_beside)
            columns = _balanced([row.height for row in rows], count, room)
            if columns is not None:
                self._draw(rows, columns, top)
                return True
        more = wrap(self._setter, self._flyer.more_rounds, self._strong, width)
        columns = _filled([row.height for row in rows], most, room - (len(more) + 0.6) * self._text.leading)
        self._draw(rows, columns, top)
        self.left_out = self._flyer.rounds[columns[-1] :]
        self.page.text_lines(self.left, self._low + (len(more) - 1) * self._text.leading, more)
        return False

    def _rows(self, width: float, *, is_beside: bool) -> list[_Row]:
        """Every date, set for a column; the place beside date and time, or below them."""
        room = width - self._number_width()
        heads = [self._setter.line(_when(one), self._strong).width for one in self._flyer.rounds]
        widest = max((head for head in heads if head <= room * _DATES), default=0.0) + 3 * MM if is_beside else 0.0
        rows = []
        for one, needed in zip(self._flyer.rounds, heads, strict=True):
            is_off = one.mood is Mood.CANCELLED
            head = wrap(
                self._setter, _when(one), replace(self._strong, ink=GREY_TEXT) if is_off else self._strong, room
            )
            said = " · ".join(part for part in (one.mark, "" if self._place else one.place, *one.lines) if part)
            beside = widest if needed + 3 * MM <= widest else 0.0
            lines = wrap(self._setter, said, self._text, room - beside) if said else []
            count = max(len(head), len(lines)) if beside else len(head) + len(lines)
            number = self._setter.line(one.number, self._accent)
            rows.append(_Row(number, head, lines, beside, (count + 0.62) * self._text.leading, is_off))
        return rows

    def _number_width(self) -> float:
        last = self._setter.line(self._flyer.rounds[-1].number, self._accent)
        return last.width + 2.4 * MM

    def _draw(self, rows: list[_Row], ends: list[int], top: float) -> None:
        width = (self.right - self.left - (len(ends) - 1) * _GUTTER) / len(ends)
        start = 0
        for column, end in enumerate(ends):
            left, y = self.left + column * (width + _GUTTER), top
            for place, row in enumerate(rows[start:end]):
                if place:
                    self.page.rule(left, left + width, y, 0.5, HAIRLINE)
                self._row(row, left, y)
                y -= row.height
            start = end

    def _row(self, row: _Row, left: float, top: float) -> None:
        y = top - self._text.leading * 1.06
        value = left + self._number_width()
        self.page.text(left, y, row.number)
        if row.is_off:
            for place, line in enumerate(row.head):
                self.page.strike(value, y - place * self._text.leading, line)
        last = self.page.text_lines(value, y, row.head)
        if row.beside:
            self.page.text_lines(value + row.beside, y, row.lines)
        else:
            self.page.text_lines(value, last - self._text.leading, row.lines)


def _when(one: Round) -> str:
    """Date, weekday and time on one line."""
    day = f"{one.date}{'' if one.date.endswith('.') else ' '}{one.weekday}".strip()
    return f"{day} {one.time}".strip()


def _filled(heights: list[float], count: int, room: float) -> list[int]:
    """Where each column ends when one after the other is filled; what is beyond the last has no room."""
    ends, used, place = [], 0.0, 0
    for _column in range(count):
        used = 0.0
        while place < len(heights) and used + heights[place] <= room:
            used += heights[place]
            place += 1
        ends.append(place)
    return ends


def _balanced(heights: list[float], count: int, room: float) -> list[int] | None:
    """The same with columns as low as they can be; None when the room is not enough."""
    if _filled(heights, count, room)[-1] < len(heights):
        return None
    low, high = sum(heights) / count, room
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if _filled(heights, count, middle)[-1] == len(heights) else (middle, high)
    return _filled(heights, count, high)
