"""The last pages of the booklet: indexes, credits, lined pages for notes, and the back cover."""

from __future__ import annotations

import re
from typing import Final

from director_app.documents.booklet_styles import (
    BOTTOM,
    RULE,
    WIDTH,
    BookletStyles,
    blank_page,
    from_top,
    left_edge,
)
from director_app.documents.breaking import wrap
from director_app.documents.colours import BLACK, HAIRLINE, WHITE
from director_app.documents.content import Booklet
from director_app.documents.credits import Logos, complex_logo, credit_band
from director_app.documents.fonts import Weight
from director_app.documents.page import MM, Page, rectangle
from director_app.documents.pictures import Field, qr_code, qr_quiet_zone
from director_app.documents.typography import Line, Style, Typesetter

_COLUMN: Final = 57 * MM
#: Height of the complex's logo in those of a credit line.
_COMPLEX_LOGO: Final = 1.8
_COLUMN_GAP: Final = 6 * MM
_NAME_INDENT: Final = 6.4 * MM
_LETTER_GAP: Final = 5.7
_LETTERS_FROM: Final = 13
_DOT_STEP: Final = 4.6
#: Lines of page numbers that stay with their name; a longer list goes on in the next column.
_KEPT_LINES: Final = 4
#: Pages in a row that are said as from-to: five of a few, three of many.
_RANGE_FROM: Final = 5
_SHORTEST_RANGE: Final = 3
_MANY_PAGES: Final = 12
#: Initial consonants in the order of the syllable blocks; doubled ones stand with the single ones.
_INITIALS: Final = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
#: From this share of its height on a page whose index ends there has room for what comes next.
_EMPTY_FROM: Final = 0.6
_LEGAL_FORM: Final = re.compile(r"^(?:㈜|\((?:주|유|사|재|합)\)|[‘“「『《〈'\"(\[])\s*")


def sort_key(name: str) -> tuple[int, str]:
    """Korean order: syllables first, Latin after, then figures; legal forms and quotes do not count."""
    plain = _LEGAL_FORM.sub("", name).casefold()
    group = 0 if plain[:1] and "가" <= plain[0] <= "힣" else 1 if plain[:1].isalpha() else 2
    return group, plain


def index_letter(name: str, latin: str) -> str:
    """The heading a name stands under: its initial consonant, `latin` (or its letter when that is empty), or "0–9"."""
    group, plain = sort_key(name)
    if group == 0:
        return _INITIALS[(ord(plain[0]) - 0xAC00) // 588]
    return (latin or plain[0].upper()) if group == 1 else "0–9"


def page_list(pages: list[int]) -> str:
    """Page numbers, long runs as from-to: "4, 5, 12–17"."""
    parts = []
    start = 0
    while start < len(pages):
        end = start
        while end + 1 < len(pages) and pages[end + 1] == pages[end] + 1:
            end += 1
        if end - start + 1 >= (_RANGE_FROM if len(pages) <= _MANY_PAGES else _SHORTEST_RANGE):
            parts.append(f"{pages[start]}–{pages[end]}")
        else:
            parts += [str(number) for number in pages[start : end + 1]]
        start = end + 1
    return ", ".join(parts)


class IndexPages:
    """Two columns of names with their pages, column after column."""

    def __init__(self, setter: Typesetter, styles: BookletStyles, first_number: int, latin: str) -> None:
        self._setter = setter
        self._styles = styles
        self._latin = latin
        self._next = first_number
        self.pages: list[Page] = []
        self._column = 1
        self._y = 0.0
        self._lowest = 0.0
        self._leaders: dict[int, Line] = {}

    def add(self, title: str, entries: dict[str, list[int]], sort_names: dict[str, str], anchor: str) -> int:
        """An index under its title; tells the number of the page it starts on."""
        needed = 34 * MM + len(entries) * self._styles.index.leading
        if self._column == 0 or not self.pages or self._y - needed < BOTTOM:
            self._next_column()
        start_y = self._y
        page = self._page()
        page.anchors.append((anchor, self._y if self._y < page.height - 30 * MM else page.height))
        self._heading(title, start_y)
        sorting = {name: sort_names.get(name) or name for name in entries}
        names = sorted(entries, key=lambda name: (sort_key(sorting[name]), name))
        has_letters = len(names) >= _LETTERS_FROM
        number = page.number
        letter = ""
        for name in names:
            own = index_letter(sorting[name], self._latin) if has_letters else ""
            self._entry(name, page_list(entries[name]), own if own != letter else "", has_letters=has_letters)
            letter = own
        self._lowest = min(self._lowest, self._y)
        self._y -= 20 * MM
        return number

    def room_below(self) -> tuple[Page, float] | None:
        """The last page and the height under its columns, when most of it is empty."""
        if not self.pages or self._lowest < self._page().height * _EMPTY_FROM:
            return None
        return self._page(), self._lowest - 16 * MM

    def _page(self) -> Page:
        return self.pages[-1]

    def _left(self) -> float:
        return left_edge(self._page()) + self._column * (_COLUMN + _COLUMN_GAP)

    def _next_column(self) -> None:
        if self.pages and self._column == 0:
            self._column = 1
        else:
            self._column = 0
            self.pages.append(blank_page(self._next))
            self._next += 1
            self._lowest = self._page().height
        self._y = from_top(self._page(), 19.4)

    def _heading(self, title: str, y: float) -> None:
        styles = self._styles
        lines = wrap(self._setter, title, styles.small_heading, _COLUMN)
        y = self._page().text_lines(self._left(), y, lines)
        rule = y - 12.6 * MM
        self._page().rule(self._left(), self._left() + _COLUMN, rule, RULE)
        self._y = rule - 6.5 * MM

    def _entry(self, name: str, pages: str, letter: str, *, has_letters: bool) -> None:
        styles, setter = self._styles, self._setter
        indent = _NAME_INDENT if has_letters else 0.0
        room = _COLUMN - indent
        numbers = self._number_lines(pages, room * 0.62)
        names = wrap(setter, name, styles.index, room - numbers[0].width - 3 * MM if numbers else room)
        leading = styles.index.leading
        if letter and self._y < from_top(self._page(), 45):
            self._y -= _LETTER_GAP
        together = len(names) + min(len(numbers), _KEPT_LINES) - 2
        if self._y - together * leading < BOTTOM:
            self._next_column()
        page, left = self._page(), self._left()
        if letter:
            page.text(left, self._y, setter.line(letter, styles.letter))
        for index, line in enumerate(names):
            self._y -= leading if index else 0.0
            page.texts.append((left + indent, self._y, line))
        end = left + indent + (names[-1].width if names else 0.0)
        for index, line in enumerate(numbers):
            if index:
                self._y -= leading
                if self._y < BOTTOM:
                    self._next_column()
            right = self._left() + _COLUMN
            self._page().texts.append((right - line.width, self._y, line))
            if index == 0:
                self._leader(end + 6, right - line.width - 6, right, self._y)
        self._y -= leading

    def _number_lines(self, pages: str, room: float) -> list[Line]:
        """Page numbers filled into lines, as many on each as it holds: such lists need no balance, only room."""
        setter, style = self._setter, self._styles.index_page
        space = setter.word(" ", style).width
        limit = room / style.size * 1000
        lines: list[str] = []
        used = limit
        for word in pages.split(" "):
            width = setter.word(word, style).width
            if used + space + width > limit:
                lines.append(word)
                used = width
            else:
                lines[-1] += f" {word}"
                used += space + width
        return [setter.line(line, style) for line in lines]

    def _leader(self, start: float, end: float, right: float, y: float) -> None:
        """Dots on one grid for the whole column."""
        first = int((right - end) / _DOT_STEP) + 1
        count = int((right - start) / _DOT_STEP) - first
        if count < 1:
            return
        line = self._leaders.get(count)
        if line is None:
            style = Style(7.5, ink=HAIRLINE, tracking=_DOT_STEP / 7.5 * 1000 - _dot_width(self._setter))
            line = self._leaders[count] = self._setter.line("." * count, style)
        self._page().texts.append((right - (first + count) * _DOT_STEP, y, line))


def _dot_width(setter: Typesetter) -> float:
    return setter.word(".", Style(7.5)).width


def credit_pages(
    setter: Typesetter,
    booklet: Booklet,
    styles: BookletStyles,
    number: int,
    logos: Logos,
    under: tuple[Page, float] | None = None,
) -> list[Page]:
    """Who made the season, in the funders' order; then events and programmes with credits of their own.

    It begins `under` what stands on a page that is mostly empty (which is not told again), else on its own.
    """
    pages = [] if under else [blank_page(number)]
    page, top = under or (pages[0], from_top(pages[0], 19.4))
    left = left_edge(page)
    page.anchors.append(("credits", top + 8 * MM if under else page.height))
    page.text(left, top, setter.line(booklet.words.credits, styles.small_heading))
    y = top - 12.6 * MM
    sections = [("", booklet.credits), *booklet.more_credits]
    for title, groups in sections:
        if not groups:
            continue
        if y - 26 * MM < BOTTOM:
            page = blank_page(number + len(pages))
            pages.append(page)
            left, y = left_edge(page), from_top(page, 18)
        page.rule(left, left + WIDTH, y, RULE)
        y -= 6.2 * MM
        if title:
            y = page.text_lines(left, y, wrap(setter, title, styles.place, WIDTH)) - 6 * MM
        y = credit_band(setter, page, groups, (left, y, WIDTH), (6.5, 9), BLACK, logos) - 7 * MM
    for text in booklet.small_print:
        for line in wrap(setter, text, styles.small_print, WIDTH):
            if y < BOTTOM:
                page = blank_page(number + len(pages))
                pages.append(page)
                left, y = left_edge(page), from_top(page, 18)
            page.text(left, y, line)
            y -= styles.small_print.leading
    return pages


def memo_page(setter: Typesetter, booklet: Booklet, styles: BookletStyles, number: int) -> Page:
    """A lined page for notes."""
    page = blank_page(number)
    left = left_edge(page)
    page.text(left, from_top(page, 19.4), setter.line(booklet.words.memo, styles.small_heading))
    y = from_top(page, 32.0)
    while y > BOTTOM:
        page.rule(left, left + WIDTH, y, 0.5, HAIRLINE)
        y -= 2 * 4.4 * MM
    return page


def back_cover(
    setter: Typesetter, booklet: Booklet, styles: BookletStyles, number: int, bleed: float, logos: Logos
) -> Page:
    """The QR code to the latest dates, enquiries, and who made it, on the complex's colour."""
    page = blank_page(number)
    palette = styles.palette
    page.shapes.append(Field(0, -bleed, page.width, page.height + bleed, bleed).box(palette.accent))
    ink = palette.on_accent
    edge = 14 * MM
    y = from_top(page, 150)
    if booklet.address:
        side = 26 * MM
        quiet = qr_quiet_zone(booklet.address, side)
        bottom = from_top(page, 14) - side - 2 * quiet
        page.shapes.append(rectangle(edge, bottom, side + 2 * quiet, side + 2 * quiet, WHITE))
        page.shapes += qr_code(booklet.address, edge + quiet, bottom + quiet, side)
        label = wrap(setter, booklet.words.qr, Style(9, Weight.SEMIBOLD, ink, leading=12), 60 * MM)
        page.text_lines(edge, bottom - 6 * MM, label)
        address = Style(7.5, Weight.MEDIUM, ink, leading=10.5)
        page.text_lines(edge, bottom - 6 * MM - 12 * len(label), wrap(setter, booklet.address, address, WIDTH))
    corner = (edge + WIDTH, from_top(page, 185.9) + 3.4 * MM)
    larger = logos._replace(base_mm=logos.base_mm * _COMPLEX_LOGO)
    beside = complex_logo(page, larger, booklet.complex_logo, corner, palette.accent)
    room = WIDTH - beside - (5 * MM if beside else 0)
    enquiries = Style(10, Weight.SEMIBOLD, ink, leading=14.5)
    lines = [line for text in booklet.enquiries for line in wrap(setter, text, enquiries, room)]
    page.text_lines(edge, from_top(page, 177.3) + (len(lines) - 1) * enquiries.leading, lines)
    y = from_top(page, 185.9)
    page.rule(edge, edge + WIDTH, y, 0.75, ink)
    series = Style(8.5, Weight.MEDIUM, ink, leading=12)
    page.text_lines(edge, from_top(page, 190.9), wrap(setter, booklet.foot.series, series, WIDTH))
    small = Style(6.5, Weight.REGULAR, ink, leading=8.5)
    last = " · ".join(part for part in (booklet.foot.edition, booklet.foot.notice) if part)
    lines = wrap(setter, last, small, WIDTH)
    page.text_lines(edge, from_top(page, 200.3) + (len(lines) - 1) * small.leading, lines)
    return page
