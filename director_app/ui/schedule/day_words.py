"""What is written on the items of a day: lines drop as an item gets lower; beside it where it is too short."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPen

from director_app.domain.programme import Status
from director_app.domain.timeline import DAY
from director_app.ui.schedule.geometry import Rect
from director_app.ui.schedule.geometry_day import DayBlock
from director_app.ui.schedule.items import Item
from director_app.ui.schedule.painting import ICON, ItemPainter
from director_app.ui.widgets.blocks import EDGE
from director_app.ui.widgets.glyphs import GLYPH
from director_app.wording import Wording

LOWEST = 14
"""A lower item says nothing."""
TWO_LINES_FROM = 34
THREE_LINES_FROM = 54
SQUARES = 26
"""Room of the three squares of the confirmations."""


class DayWords:
    """Writes on the items of a day."""

    def __init__(self, pen: ItemPainter) -> None:
        self._pen = pen
        self._stamps = pen.stamps
        self._texts = pen.texts

    def of_block(
        self, painter: QPainter, wording: Wording, item: Item, block: DayBlock, level: str, *, says_place: bool
    ) -> None:
        """Glyph and squares in the item, its words in it or beside it; its place where rows are no places."""
        rect = block.rect
        if rect.h < LOWEST or (rect.w < EDGE + GLYPH + 6 and not block.has_words_beside):
            return
        edge = self._pen.look(item).edge
        if rect.w >= EDGE + GLYPH + 6:
            self._stamps.state(painter, rect.x + EDGE + 5, rect.y + (5 if rect.h >= 22 else 3), item.status, edge)
        if item.is_locked and rect.w >= 44:
            self._pen.lock(painter, rect.right - 14, rect.y + 4)
        if rect.h >= 44 and rect.w >= SQUARES + 8 and item.confirmations and item.status is not Status.CANCELLED:
            left = rect.x + EDGE + 5
            self._stamps.confirmations(painter, left, rect.bottom - 12, item.confirmations)
        third = item.place if says_place and not item.place_undecided else ""
        if block.has_words_beside:
            left = rect.right + 6
            self._lines(painter, wording, item, left, rect, block.free - 4, level, third, squares=0)
        else:
            left = rect.x + EDGE + 5 + GLYPH + 4
            room = rect.right - left - (18 if item.is_locked else 4)
            self._lines(painter, wording, item, left, rect, room, level, third, squares=SQUARES - GLYPH)

    def _lines(
        self,
        painter: QPainter,
        wording: Wording,
        item: Item,
        left: float,
        rect: Rect,
        room: float,
        level: str,
        third: str,
        *,
        squares: float,
    ) -> None:
        icon = ICON + 4 if level else 0
        if room - icon < 20:
            if level and room >= ICON:
                self._stamps.problem(painter, left, rect.y + 4, level)
            return
        top = rect.y + (1 if rect.h >= 22 else 0)
        width = self._title(painter, item, left, top, room - icon)
        if level:
            self._stamps.problem(painter, left + width + 4, top + 3, level)
        if rect.h < TWO_LINES_FROM:
            return
        colour = self._pen.colour("text3" if item.status is Status.CANCELLED else "text2")
        second = " · ".join(part for part in (span_text(wording, item), item.who) if part)
        if self._texts.width(second, "micro") > room and self._texts.width(span_text(wording, item), "micro") <= room:
            second = span_text(wording, item) if room < 130 else second
        self._texts.draw(painter, "micro", colour, left, top + 17, room, second)
        if rect.h >= THREE_LINES_FROM and room >= 60 and third:
            self._texts.draw(painter, "micro", colour, left + squares, top + 33, room - squares, third)

    def _title(self, painter: QPainter, item: Item, left: float, top: float, room: float) -> float:
        token = "small-strong" if item.status is Status.CONFIRMED else "small"
        text = item.title
        if item.short_title and self._texts.width(text, token) > room:
            text = item.short_title
        faint = item.status in (Status.IDEA, Status.DELIVERED, Status.POSTPONED)
        role = "text3" if item.status is Status.CANCELLED else "text2" if faint else "text"
        colour = self._pen.colour(role)
        width = self._texts.draw(painter, token, colour, left, top, room, text)
        base = round(self._texts.baseline(token, top))
        if item.status is Status.CANCELLED:
            painter.setPen(QPen(colour, 1))
            painter.drawLine(QPointF(left, base - 3.5), QPointF(left + width, base - 3.5))
        elif item.title_undecided:
            self._dots(painter, left, base, width)
        return width

    def of_chip(self, painter: QPainter, item: Item, rect: Rect, level: str) -> None:
        """An item of the band: wave, title, then place and who."""
        left: float = rect.x + EDGE + 4
        if item.is_event:
            edge = self._pen.look(item).edge
            self._stamps.state(painter, left, rect.y + 6, item.status, edge)
        else:
            self._pen.wave(painter, item, left, rect.y + 6)
        left += GLYPH + 5
        right = rect.right - 4 - (ICON + 4 if level else 0)
        width = self._title(painter, item, left, rect.y + 2, right - left)
        if not item.is_event:
            self._dots(painter, left, round(self._texts.baseline("small", rect.y + 2)), width)
        rest = " · ".join(part for part in (item.place, item.who) if part)
        shown = 0.0
        room, colour = right - left - width - 8, self._pen.colour("text2")
        if room > 40 and not item.is_event:
            shown = 8 + self._texts.draw(painter, "micro", colour, left + width + 8, rect.y + 3, room, rest)
        if level:
            at = min(left + width + shown + 4, rect.right - ICON - 4)
            self._stamps.problem(painter, at, rect.y + 4, level)

    def undecided(self, painter: QPainter, text: str, left: float, top: float) -> None:
        """An undecided value with its dotted line."""
        width = self._texts.draw(painter, "micro", self._pen.colour("text2"), left, top, 80, text)
        self._dots(painter, left, round(self._texts.baseline("micro", top)), width)

    def _dots(self, painter: QPainter, left: float, base: float, width: float) -> None:
        pen = QPen(self._pen.colour("control"), 1)
        pen.setDashPattern([1, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, base + 2.5), QPointF(left + width, base + 2.5))


def span_text(wording: Wording, item: Item) -> str:
    """From when to when an item lasts; its start alone where the end is not known."""
    if item.start is None:
        return item.time
    if item.end is None or item.end <= item.start:
        return wording.clock(item.start)
    return wording.clock_span(item.start % DAY, item.end % DAY)
