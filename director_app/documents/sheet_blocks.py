"""Blocks of a sheet -> strips of type, in one set of styles for everything the office prints."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from director_app.documents.breaking import fit, joined, wrap
from director_app.documents.colours import BLACK, GREY_TEXT, HAIRLINE, WHITE, Palette
from director_app.documents.content import Fact
from director_app.documents.fonts import Weight
from director_app.documents.page import MM
from director_app.documents.photos import Pictures as Kept
from director_app.documents.report_bits import bar_bits, item_bits
from director_app.documents.sheet_bits import Bit, stacked
from director_app.documents.sheets import (
    Bars,
    Beside,
    Block,
    Box,
    Boxes,
    Facts,
    Head,
    Item,
    Lines,
    Look,
    Note,
    Pictures,
    Piece,
    Row,
    Table,
    Ticks,
)
from director_app.documents.typography import Style, Typesetter

_TINT: Final = BLACK.tint(0.08)
_GAP: Final = 6 * MM
_CELL_GAP: Final = 3 * MM
_LABEL_SHARE: Final = 0.26
_HEAD_STYLE: Final = Style(8.5, ink=GREY_TEXT, leading=11)
#: Text of an ordinary table, and from which scale on a table is read from afar.
_SIZE: Final = 10.0
_LARGE: Final = 1.5
#: pt: a figure that is no longer read, but still whole; sums of real seasons are far larger set.
_LEAST_FIGURE: Final = 5.0
_MOST_GROWTH: Final = 1.2
_OPENING: Final = 4.0


class Blocks:
    """Sets the blocks of one document in a text block of a width."""

    def __init__(self, setter: Typesetter, palette: Palette, width: float, pictures: Kept) -> None:
        self._setter = setter
        self.width = width
        self._pictures = pictures
        self._palette = palette
        self._label = Style(9.5, Weight.SEMIBOLD, palette.accent_text, leading=12.5)
        self._text = Style(10, leading=14)
        self._strong = Style(10, Weight.SEMIBOLD, leading=14)
        #: How much larger than usual tables are set: a sheet that fits on one page fills it better.
        self.growth = 1.0
        self._sizes: dict[tuple[Style, float], Style] = {}
        self._looks = {
            Look.PLAIN: self._text,
            Look.STRONG: self._strong,
            Look.GREY: Style(9, ink=GREY_TEXT, leading=12.5),
            Look.TIME: Style(10, Weight.SEMIBOLD, leading=14, tabular=True),
            Look.NUMBER: Style(10, leading=14, tabular=True),
        }

    def bits(self, block: Block) -> list[Bit]:
        """The strips of a block, in order; empty for a block that says nothing."""
        if isinstance(block, Item):
            return item_bits(self._setter, block, self.width)
        if isinstance(block, Bars):
            return bar_bits(self._setter, self._palette, block, self.width)
        if isinstance(block, Boxes):
            return [self._boxes(block)]
        if isinstance(block, Table):
            return self._table(block, self.width)
        if isinstance(block, Facts):
            return self._facts(block, self.width)
        if isinstance(block, Ticks):
            return self._ticks(block)
        if isinstance(block, Beside):
            return self._beside(block)
        if isinstance(block, Lines):
            return [self._handwriting(block)]
        if isinstance(block, Pictures):
            return self._kept(block)
        return self._note(block)

    # -- head -----------------------------------------------------------------------------------------------

    def head(self, head: Head, edition: str) -> Bit:
        """What the sheet is, its title, its day and its edition, over a rule or on a black band."""
        return self._band(head, edition) if head.is_band else self._plain_head(head, edition)

    def _plain_head(self, head: Head, edition: str) -> Bit:
        bit, setter = Bit(), self._setter
        said = setter.line(edition, Style(8, leading=10))
        bit.lines(0, 8, wrap(setter, head.kind, self._label, self.width - said.width - _GAP))
        bit.text(self.width, 8, said, right=True)
        size = 44.0 if head.is_large else 26.0
        room = self.width
        drop = 11 + size * 1.05
        figures, weekday = head.day
        if figures:
            day_size = 40.0 if head.is_large else 26.0
            date = setter.line(figures, Style(day_size, Weight.BOLD, tracking=-20))
            tail = setter.line(weekday, Style(day_size * 0.5, Weight.SEMIBOLD))
            bit.text(self.width, drop, tail, right=True)
            bit.text(self.width - tail.width - 1.5, drop, date, right=True)
            room -= date.width + tail.width + _GAP
        title = fit(setter, head.title, Style(size, Weight.BOLD, leading=size * 1.15, tracking=-10), room, 2)
        drop = bit.lines(0, drop, title.lines)
        drop = self._under(bit, head, drop)
        drop += 4.2 * MM
        bit.rule(0, self.width, drop, 2.0, BLACK)
        bit.height = drop + 5 * MM
        return bit

    def _under(self, bit: Bit, head: Head, drop: float) -> float:
        if not head.under and not head.under_right:
            return drop
        size = 18.0 if head.is_large else 10.5
        style = Style(size, Weight.MEDIUM, leading=size * 1.32)
        right = wrap(self._setter, head.under_right, style, self.width * 0.4)
        room = self.width - max((line.width for line in right), default=0) - (_GAP if right else 0)
        left = wrap(self._setter, head.under, style, room)
        start = drop + size * 1.6
        return max(bit.lines(0, start, left), bit.lines(self.width, start, right, right=True))

    def _band(self, head: Head, edition: str) -> Bit:
        bit, setter, pad = Bit(), self._setter, 6 * MM
        small = Style(10, Weight.SEMIBOLD, WHITE, leading=13)
        big = Style(30, Weight.BOLD, WHITE, leading=34, tracking=-20)
        bit.box(0, 0, self.width, 31 * MM, BLACK)
        bit.text(pad, 9 * MM, setter.line(head.kind, small))
        bit.text(self.width - pad, 9 * MM, setter.line(head.under_right, small), right=True)
        date = setter.line(head.day[0], big)
        bit.text(pad, 25 * MM, date)
        bit.text(pad + date.width - date.left + 2, 25 * MM, setter.line(head.day[1], Style(15, Weight.SEMIBOLD, WHITE)))
        room = self.width - 2 * pad - date.width - 20 * MM
        title = fit(setter, head.title, Style(20, Weight.BOLD, WHITE, leading=23), room, 2)
        drop = 25 * MM - (len(title.lines) - 1) * title.style.leading
        bit.lines(self.width - pad, drop, title.lines, right=True)
        drop = 31 * MM + 6.2 * MM
        room = self.width * 0.7
        last = bit.lines(0, drop, wrap(setter, head.under, self._strong, room))
        bit.text(self.width, drop, setter.line(edition, Style(8)), right=True)
        bit.height = (last if head.under else drop - 3 * MM) + 4 * MM
        return bit

    # -- boxes ----------------------------------------------------------------------------------------------

    def _boxes(self, block: Boxes) -> Bit:
        gap, height = 3 * MM, 23 * MM
        side = (self.width - gap * (len(block.items) - 1)) / max(1, len(block.items))
        bit = Bit(height + 7 * MM)
        for index, item in enumerate(block.items):
            self._box(bit, item, index * (side + gap), side, height)
        return bit

    def _box(self, bit: Bit, item: Box, left: float, side: float, height: float) -> None:
        ink = WHITE if item.is_main else BLACK
        pad = 3.4 * MM
        bit.box(left, 0, side, height, BLACK if item.is_main else _TINT)
        bit.text(left + pad, 5.6 * MM, self._setter.line(item.label, Style(9.5, Weight.SEMIBOLD, ink)))
        size = 14.0 if item.is_open else 22.0
        style = Style(size, Weight.BOLD if not item.is_open else Weight.SEMIBOLD, ink, tabular=not item.is_open)
        line = self._setter.line(item.value, style)
        while line.width > side - 2 * pad and style.size > 8:
            style = replace(style, size=style.size - 0.5)
            line = self._setter.line(item.value, style)
        bit.text(left + pad, height - 4.6 * MM, line)

    # -- facts ----------------------------------------------------------------------------------------------

    def _titled(self, title: str, width: float, thickness: float = 0.9) -> Bit:
        bit = Bit()
        bit.rule(0, width, 0, thickness, BLACK)
        drop = 0.0
        if title:
            drop = bit.lines(0, 5.4 * MM, wrap(self._setter, title, self._label, width))
        bit.height = drop + 2.2 * MM
        bit.keeps = True
        return bit

    def _facts(self, block: Facts, width: float) -> list[Bit]:
        bits = [self._titled(block.title, width)]
        if block.lead:
            lead = Bit()
            style = Style(13, Weight.SEMIBOLD, leading=17)
            drop = lead.lines(0, 13, wrap(self._setter, block.lead, style, width))
            lead.height, lead.keeps = drop + 2 * MM, True
            bits.append(lead)
        bits += [self._fact(row, width) for row in block.rows]
        bits.append(Bit(_GAP))
        return bits

    def _fact(self, row: Fact, width: float) -> Bit:
        bit = Bit()
        label_room = max(width * _LABEL_SHARE, 22 * MM) if width < self.width else 32 * MM
        value = label_room + 2 * MM
        last = bit.lines(0, 10.5, wrap(self._setter, row.label, self._strong, label_room))
        lines = (
            joined(self._setter, row.names, self._text, width - value)
            if row.names
            else wrap(self._setter, row.text, self._text, width - value)
        )
        bit.height = max(last, bit.lines(value, 10.5, lines) if lines else 0) + 4.6
        return bit

    def _beside(self, block: Beside) -> list[Bit]:
        side = (self.width - _GAP) / 2
        left, right = (self._half(part, side) for part in (block.left, block.right))
        whole = stacked(left)
        whole.add(stacked(right), side + _GAP, 0)
        return [whole]

    def _half(self, part: Facts | Table, width: float) -> list[Bit]:
        return self._facts(part, width) if isinstance(part, Facts) else self._table(part, width)

    # -- tables ---------------------------------------------------------------------------------------------

    def _table(self, table: Table, width: float) -> list[Bit]:
        title = self._titled(table.title, width)
        if not table.rows:
            none = Bit()
            none.height = none.lines(0, 10.5, wrap(self._setter, table.none, self._looks[Look.GREY], width)) + _GAP
            return [title, none]
        edges = self._edges(table, width)
        header = self._header(table, edges, width)
        bits = [title] if table.title else []
        if header is not None:
            bits.append(header)
        for row in table.rows:
            bit = self._row(table, row, edges, width)
            bit.repeats = header
            bit.keeps = row.is_part
            bits.append(bit)
        bits.append(Bit(_GAP))
        return bits

    def _edges(self, table: Table, width: float) -> list[tuple[float, float]]:
        """Left edge and room of every column."""
        total = sum(column.share for column in table.columns)
        edges, left = [], 0.0
        for column in table.columns:
            room = width * column.share / total
            edges.append((left, room - _CELL_GAP))
            left += room
        last = edges[-1]
        edges[-1] = (last[0], width - last[0])
        return edges

    def _header(self, table: Table, edges: list[tuple[float, float]], width: float) -> Bit | None:
        if not any(column.header for column in table.columns):
            return None
        bit = Bit()
        deep = 0.0
        for column, (left, room) in zip(table.columns, edges, strict=True):
            lines = wrap(self._setter, column.header, _HEAD_STYLE, room)
            is_number = column.look is Look.NUMBER
            deep = max(deep, bit.lines(left + room if is_number else left, 9, lines, right=is_number))
        bit.rule(0, width, deep + 4.5, 0.75, GREY_TEXT)
        bit.height = deep + 4.5
        bit.keeps = True
        return bit

    def _row(self, table: Table, row: Row, edges: list[tuple[float, float]], width: float) -> Bit:
        scale = table.size * self.growth / _SIZE
        first = 13.1 * scale
        bit, deep = Bit(), first
        for column, cell, (left, room) in zip(table.columns, row.cells, edges, strict=True):
            drop = first
            is_number = column.look is Look.NUMBER
            for piece in cell if isinstance(cell, tuple) else (Piece(cell, column.look),):
                style = self._cell_style(piece.look, row, scale)
                if is_number:
                    style = self._whole(piece.text, style, room)
                lines = wrap(self._setter, piece.text, style, width - left if row.is_part else room)
                if not lines:
                    continue
                drop += _OPENING * scale if piece.opens and drop > first else 0
                bit.lines(left + room if is_number else left, drop, lines, right=is_number)
                if row.is_off and not is_number:
                    bit.strikes += [(left, drop + at * style.leading, line) for at, line in enumerate(lines)]
                drop += len(lines) * style.leading
                deep = max(deep, drop - style.leading)
        if row.below:
            deep = self._below(bit, row.below, table.size * self.growth, deep, edges[-1])
        bit.height = deep + 6.2 * scale
        if row.is_strong or row.is_part:
            bit.box(-2 * MM, 0, width + 4 * MM, bit.height, _TINT)
        is_large = table.size >= _LARGE * _SIZE
        bit.rule(0, width, bit.height, 0.75 if is_large else 0.4, BLACK if is_large else HAIRLINE)
        return bit

    def _below(self, bit: Bit, text: str, size: float, deep: float, edge: tuple[float, float]) -> float:
        style = Style(max(9.0, size * 0.62), leading=max(12.5, size * 0.88))
        return bit.lines(edge[0], deep + style.leading * 1.15, wrap(self._setter, text, style, edge[1]))

    def _cell_style(self, look: Look, row: Row, scale: float) -> Style:
        style = self._looks[look]
        if row.is_off:
            style = replace(style, ink=GREY_TEXT)
        elif row.is_strong or row.is_part or scale >= _LARGE * _MOST_GROWTH:
            style = replace(self._strong, tabular=style.tabular)
        return style if scale == 1 else self._scaled(style, scale)

    def _whole(self, figure: str, style: Style, room: float) -> Style:
        """A figure is never broken: a long one is set smaller."""
        width = self._setter.line(figure, style).width
        if width <= room or " " in figure:
            return style
        return replace(style, size=max(_LEAST_FIGURE, math.floor(style.size * room / width * 10) / 10))

    def _scaled(self, style: Style, scale: float) -> Style:
        key = (style, scale)
        found = self._sizes.get(key)
        if found is None:
            size = style.size * scale
            found = self._sizes[key] = replace(style, size=size, leading=style.leading * scale)
        return found

    # -- boxes to tick --------------------------------------------------------------------------------------

    def _ticks(self, block: Ticks) -> list[Bit]:
        head, setter = Bit(), self._setter
        head.rule(0, self.width, 0, 2.0, BLACK)
        right = wrap(setter, block.right, Style(10.5, Weight.MEDIUM, leading=14), self.width * 0.42)
        room = self.width - max((line.width for line in right), default=0) - _GAP
        title = fit(setter, block.title, Style(17, Weight.BOLD, leading=21), room, 2)
        low = head.lines(0, 9.4 * MM, title.lines)
        low = max(low, head.lines(self.width, 9.4 * MM, right, right=True))
        head.height = low + 4 * MM
        step = self.width / max(1, len(block.ticks))
        deep = head.height
        for index, tick in enumerate(block.ticks):
            left, ink = index * step, BLACK if tick.has_box else GREY_TEXT
            if tick.has_box:
                head.frame(left, head.height, 6 * MM, 6 * MM)
            else:
                head.rule(left, left + 6 * MM, head.height + 3 * MM, 1.0, GREY_TEXT)
            style = Style(11, Weight.SEMIBOLD, ink, leading=14)
            lines = wrap(setter, tick.label, style, step - 11 * MM)
            drop = head.lines(left + 8.6 * MM, head.height + 4.4 * MM, lines)
            more = wrap(setter, tick.text, Style(9, ink=ink, leading=12), step - 11 * MM)
            deep = max(deep, head.lines(left + 8.6 * MM, drop + 13, more) if more else drop)
        head.height = max(head.height + 6 * MM, deep) + 3.6 * MM
        return [head, *self._calls(block), Bit(4 * MM)]

    def _calls(self, block: Ticks) -> list[Bit]:
        bits = []
        side = (self.width - 14 * MM - _GAP) / 2
        for start in range(0, len(block.calls), 2):
            bit = Bit()
            if not start:
                bit.rule(0, self.width, 0, 0.5)
                bit.text(0, 14, self._setter.line(block.calls_label, self._label))
            deep = 14.0
            for index, (who, number) in enumerate(block.calls[start : start + 2]):
                left = 14 * MM + index * (side + _GAP)
                bit.frame(left, 6, 3.4 * MM, 3.4 * MM, 0.8)
                phone = self._setter.line(number, replace(self._strong, tabular=True))
                room = side - phone.width - 9 * MM
                deep = max(deep, bit.lines(left + 5.4 * MM, 14, wrap(self._setter, who, self._text, room)))
                bit.text(left + side, 14, phone, right=True)
            bit.height = deep + 5.5
            bits.append(bit)
        return bits

    # -- the rest -------------------------------------------------------------------------------------------

    def _handwriting(self, block: Lines) -> Bit:
        """A label, then texts with room to write, as many to a line as there is room for."""
        bit, drop = Bit(), 14.0
        bit.rule(0, self.width, 0, 0.5)
        label = self._setter.line(block.label, self._strong)
        bit.text(0, drop, label)
        start = x = max(28 * MM, label.width + 4 * MM)
        for text in block.texts:
            line = self._setter.line(text, self._text)
            room = line.width + (10 * MM if block.ticks else 26 * MM)
            if x > start and x + room > self.width:
                x, drop = start, drop + 18
            if block.ticks:
                bit.frame(x, drop - 8.4, 3.4 * MM, 3.4 * MM, 0.8)
                bit.text(x + 5.2 * MM, drop, line)
            else:
                bit.text(x, drop, line)
                bit.rule(x + line.width + 2 * MM, x + line.width + 22 * MM, drop + 1.5, 0.5, GREY_TEXT)
            x += room
        bit.height = drop + 9
        return bit

    def _note(self, block: Note) -> list[Bit]:
        bit = Bit()
        lines = wrap(self._setter, block.text, self._strong if block.is_strong else self._text, self.width)
        if not lines:
            return []
        bit.height = bit.lines(0, 11, lines) + 8
        return [bit]

    def _kept(self, block: Pictures) -> list[Bit]:
        """Pictures as they are, side by side, each in half the width."""
        side, high = (self.width - _GAP) / 2, 60 * MM
        bit = Bit()
        x = 0.0
        for digest in block.digests:
            logo = self._pictures.logo(digest, high / MM)
            if logo is None or x > self.width - side + 1:
                continue
            width = min(side, high * logo.aspect)
            bit.rasters.append((x, 0, width, width / logo.aspect, logo.raster))
            bit.height = max(bit.height, width / logo.aspect + _GAP)
            x += side + _GAP
        return [bit] if bit.rasters else []
