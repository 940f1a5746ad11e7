"""The inside of the folded leaflet: the days in three panels, in type as large as they hold."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import Final, NamedTuple, Protocol

from director_app.documents.breaking import joined, wrap
from director_app.documents.colours import GREY_TEXT, HAIRLINE, HOLIDAY, Palette
from director_app.documents.content import Mood
from director_app.documents.fonts import Weight
from director_app.documents.page import MM, Page
from director_app.documents.typography import Line, Style, Typesetter

#: Left edge and width of the inner panels in mm; the third is folded in.
_PANELS: Final = ((0.0, 100.0), (100.0, 100.0), (200.0, 97.0))
PAD: Final = 10.0
TOP: Final = 13.5
BOTTOM: Final = 12.0
#: Sizes tried one after the other; the smallest is the smallest of public text.
SIZES: Final = (15.0, 13.5, 12.0, 11.0, 10.0, 9.0, 8.25, 7.5)
SMALLEST: Final = 7.5


class Way(Enum):
    """How the days are put into the panels."""

    #: Few days: a panel each.
    EACH = auto()
    #: All single days in the first panel, what lasts several days shared out over the other two.
    SHARED = auto()
    #: One after the other, each item in few words.
    SHORT = auto()


#: In the order in which they are tried at a size.
WAYS: Final = (Way.SHARED, Way.EACH)


class LeafletItem(NamedTuple):
    """One delivery of the inside."""

    number: str
    time: str
    title: str
    place: str
    artists: tuple[str, ...]
    fallback: str
    mood: Mood
    mark: str
    moved: str


class LeafletDay(NamedTuple):
    """One day of the inside, or what lasts through all of them."""

    figures: str
    weekday: str
    holiday: str
    items: tuple[LeafletItem, ...]


#: Lines with their places, the height, and whether it is struck.
_Block = tuple[list[tuple[float, float, Line]], float, bool]


class Content(Protocol):
    """What the inside says."""

    @property
    def days(self) -> tuple[LeafletDay, ...]:
        """Days with what happens on them alone."""

    @property
    def throughout(self) -> str:
        """The heading over what lasts several days."""

    @property
    def lasting(self) -> tuple[LeafletItem, ...]:
        """What lasts several days."""


class Inside:
    """One attempt at the inside, in type of a size; `fits` says whether it held."""

    def __init__(
        self, setter: Typesetter, colours: Palette, content: Content, page: Page, size: float, way: Way
    ) -> None:
        self._setter = setter
        self._accent = colours
        self._page = page
        self._is_short = way is Way.SHORT
        self._size = size
        self._panel = 0
        #: Under the heading of the panel that was begun last.
        self._first = self._y = page.height - TOP * MM
        self.fits = True
        self._time = Style(size, Weight.BOLD, leading=size * 1.35, tabular=True)
        self._later = Style(max(SMALLEST, size * 0.82), ink=GREY_TEXT, leading=size * 1.2)
        self._title = Style(size * 1.08, Weight.BOLD, leading=size * 1.4)
        self._text = Style(max(SMALLEST, size * 0.86), leading=max(SMALLEST, size * 0.86) * 1.4)
        lasting = [LeafletDay(content.throughout, "", "", content.lasting)] if content.lasting else []
        if way is Way.SHARED:
            self._shared(content.days, lasting)
            return
        parts = [*content.days, *lasting]
        for number, part in enumerate(parts):
            if number and len(parts) <= len(_PANELS) and self._panel < number:
                self._next()  # few days: a panel each
            self._day(part)

    def _shared(self, days: tuple[LeafletDay, ...], lasting: list[LeafletDay]) -> None:
        """Days in the first panel; what lasts in the second and, on the same height, its other half in the third."""
        for day in days:
            self._day(day)
        is_worth = len(days) > 1 and bool(lasting)
        self.fits = is_worth and self._panel == 0
        if not self.fits:
            return
        self._next()
        items = lasting[0].items
        half = (len(items) + 1) // 2
        self._day(lasting[0]._replace(items=items[:half]))
        if self._panel > 1:
            self.fits = False
        elif items[half:]:
            under = self._first
            self._next()
            self._y = under
            left, right = self._edges()
            self._page.rule(left, right, under, 1.5, self._accent.accent)
            self._items([self._item(item) for item in items[half:]])

    def _edges(self) -> tuple[float, float]:
        left, width = _PANELS[min(self._panel, 2)]
        return (left + PAD) * MM, (left + width - PAD) * MM

    def _next(self) -> None:
        self._panel += 1
        self.fits = self.fits and self._panel < len(_PANELS)
        self._y = self._page.height - TOP * MM

    def _day(self, day: LeafletDay) -> None:
        head = self._size * 2.4
        blocks = [self._item(item) for item in day.items]
        needed = head + 9 * MM + (blocks[0][1] if blocks else 0)
        if self._y - needed < BOTTOM * MM:
            self._next()
        left, right = self._edges()
        is_words = not day.figures[:1].isdigit()
        figure = Style(head * (0.6 if is_words else 1), Weight.BOLD, tracking=-20)
        date = self._setter.line(day.figures, figure)
        y = self._y - 0.72 * head
        self._page.text(left, y, date)
        self._page.text(
            left + date.width - date.left + 2, y, self._setter.line(day.weekday, Style(head * 0.5, Weight.SEMIBOLD))
        )
        if day.holiday:
            self._page.text_right(
                right, y, self._setter.line(day.holiday, Style(max(SMALLEST, 8), Weight.SEMIBOLD, HOLIDAY))
            )
        rule = y - self._size * 0.75
        self._page.rule(left, right, rule, 1.5, self._accent.accent)
        self._first = self._y = rule
        self._items(blocks)
        self._y -= self._size * 1.5

    def _items(self, blocks: list[_Block]) -> None:
        left, right = self._edges()
        for lines, height, struck in blocks:
            if self._y - height < BOTTOM * MM:
                self._next()
                left, right = self._edges()
            for x, drop, line in lines:
                self._page.text(left + x, self._y - drop, line)
                if struck:
                    self._page.strike(left + x, self._y - drop, line)
            self._y -= height
            self._page.rule(left, right, self._y, 0.5, HAIRLINE)

    def _item(self, item: LeafletItem) -> _Block:
        """Lines of an item, its height, and whether it is struck."""
        room = 77 * MM
        setter, size = self._setter, self._size
        is_clock = item.time[:1].isdigit() and len(item.time) <= 5
        value = max(size * 3.6, 15 * MM) if is_clock or len(item.time) <= 6 else 0.0
        lines: list[tuple[float, float, Line]] = []
        drop = size * 1.45
        if value:
            lines.append((0.0, drop, setter.line(item.time, self._time if is_clock else self._later)))
        title = f"[{item.mark}] {item.title}" if item.mark else item.title
        details: list[tuple[list[Line], Style]] = [(wrap(setter, title, self._title, room - value), self._title)]
        told = [item.moved, item.place] if value else [item.time, item.moved, item.place]
        is_off = item.mood is Mood.CANCELLED
        if self._is_short:
            told = [" · ".join(part for part in told if part)]
        details += [(wrap(setter, text, self._text, room - value), self._text) for text in told if text]
        if item.artists and not self._is_short and not is_off:
            details.append((joined(setter, item.artists, self._text, room - value), self._text))
        if item.fallback and not self._is_short and not is_off:
            details.append(
                (wrap(setter, item.fallback, replace(self._text, weight=Weight.MEDIUM), room - value), self._text)
            )
        is_first = True
        for found, style in details:
            for line in found:
                drop += 0 if is_first else style.leading
                is_first = False
                lines.append((value, drop, line))
        return lines, drop + size * 0.85, is_off
