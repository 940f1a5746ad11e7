"""Strips of formal reports: numbered lines with hanging indents, and bars drawn from the numbers beside them."""

from __future__ import annotations

from typing import Final

from director_app.documents.breaking import wrap
from director_app.documents.colours import BLACK, GREY_TEXT, Palette
from director_app.documents.fonts import Weight
from director_app.documents.page import MM
from director_app.documents.sheet_bits import Bit
from director_app.documents.sheets import Bars, Item
from director_app.documents.typography import Style, Typesetter

_INDENT: Final = 5.0 * MM
_HEADING: Final = Style(13, Weight.BOLD, leading=17)
_SECOND: Final = Style(11, Weight.SEMIBOLD, leading=15)
_TEXT: Final = Style(10, leading=14.5)
_LABEL: Final = Style(9.5, leading=12.5)
_VALUE: Final = Style(9.5, Weight.SEMIBOLD, leading=12.5, tabular=True)
_CAPTION: Final = Style(9, Weight.SEMIBOLD, GREY_TEXT, leading=12)
#: mm: a bar and the room around it; where bars begin, and what is kept for the figures behind them.
_BAR, _STEP, _LEFT, _RIGHT = 3.6, 6.4, 46.0, 30.0


def item_bits(setter: Typesetter, item: Item, width: float) -> list[Bit]:
    """A numbered line; its text hangs behind its number."""
    style = _HEADING if item.level == 0 else _SECOND if item.is_heading else _TEXT
    left = item.level * _INDENT
    mark = setter.line(item.mark, style)
    hang = left + (mark.width + 1.6 * MM if item.mark else 0)
    bit = Bit()
    above = 12.0 if item.level == 0 else 7.0 if item.is_heading else 2.0
    first = above + style.size
    if item.mark:
        bit.text(left, first, mark)
    last = bit.lines(hang, first, wrap(setter, item.text, style, width - hang))
    bit.height = last + (6.0 if item.level == 0 or item.is_heading else 3.5)
    bit.keeps = item.level == 0 or item.is_heading
    return [bit]


def bar_bits(setter: Typesetter, palette: Palette, bars: Bars, width: float) -> list[Bit]:
    """Horizontal bars from one edge, each with its name before and its figure behind it."""
    if not bars.rows:
        return []
    bit = Bit()
    drop = 13.0
    bit.lines(0, drop, wrap(setter, bars.title, _CAPTION, width))
    drop += 3 * MM
    room = width - (_LEFT + _RIGHT) * MM
    most = bars.most or max(row.amount for row in bars.rows) or 1
    for row in bars.rows:
        lines = wrap(setter, row.label, _LABEL, (_LEFT - 4) * MM)[:2]
        step = max(_STEP * MM, len(lines) * _LABEL.leading + 4)
        middle = drop + step / 2
        bit.lines(0, middle + 3.4 - (len(lines) - 1) * _LABEL.leading / 2, lines)
        length = room * min(1.0, max(0.0, row.amount / most))
        ink = palette.accent_text if length else BLACK
        bit.box(_LEFT * MM, middle - _BAR * MM / 2, max(length, 0.5), _BAR * MM, ink)
        bit.text(_LEFT * MM + length + 2 * MM, middle + 3.4, setter.line(row.value, _VALUE))
        drop += step
    bit.height = drop + 5 * MM
    return [bit]
