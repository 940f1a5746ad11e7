"""Credit lines: role over the bodies' names, or over their logos at heights at which they look equally large."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from director_app.documents.breaking import wrap
from director_app.documents.colours import WHITE, Ink
from director_app.documents.content import CreditGroup
from director_app.documents.fonts import Weight
from director_app.documents.options import Remark
from director_app.documents.page import MM, Page, rectangle
from director_app.documents.photos import LOGO_UNREADABLE, Pictures, optical_height
from director_app.documents.rasters import Raster
from director_app.documents.typography import Line, Style, Typesetter

_COLUMNS: Final = 6
#: Room between two groups of names, in shares of the width.
_NAME_GAP: Final = 0.2 / 6
#: Hangul's middle over the baseline, in shares of the size.
_MIDDLE: Final = 0.356
#: From the label's baseline to the middle of the logos, and from row to row, in heights of an ordinary logo.
_LOGO_DROP: Final = 0.95
_LOGO_ROW: Final = 1.6
_TALLEST: Final = 0.65
_CLEAR: Final = 0.5


class Logos(NamedTuple):
    """Where logos come from, and the height of an ordinary one in mm."""

    pictures: Pictures
    base_mm: float


class _Item(NamedTuple):
    """A logo, or the name of a body without one."""

    width: float
    height: float
    drawn: Raster | Line


def credit_band(
    setter: Typesetter,
    page: Page,
    groups: tuple[CreditGroup, ...],
    where: tuple[float, float, float],
    sizes: tuple[float, float],
    ink: Ink,
    logos: Logos | None = None,
) -> float:
    """Credit groups side by side, label over names; where = left, first baseline, width. Tells the lowest edge."""
    if logos is not None and any(logos.pictures.logo(one, logos.base_mm) for group in groups for one in group.logos):
        return _LogoBand(setter, page, where, sizes, ink, logos).draw(groups)
    left, y, width = where
    label_style = Style(sizes[0], Weight.REGULAR, ink)
    name_style = Style(sizes[1], Weight.SEMIBOLD, ink, leading=sizes[1] * 1.35)
    x, lowest = left, y
    drop = sizes[1] * 1.65
    texts = ["\u00a0\u00a0 ".join(name.replace(" ", "\u00a0") for name in group.names) for group in groups]
    needed = [
        max(setter.line(text, name_style).width, setter.line(group.role, label_style).width)
        for text, group in zip(texts, groups, strict=True)
    ]
    rooms = _rooms([one + width * _NAME_GAP for one in needed], width, width * _NAME_GAP)
    for group, text, room in zip(groups, texts, rooms, strict=True):
        if x > left and x + room > left + width + 1:
            x, y = left, lowest - sizes[1] * 2
        page.text(x, y, setter.line(group.role, label_style))
        names = wrap(setter, text, name_style, min(room, left + width - x))
        lowest = min(lowest, page.text_lines(x, y - drop, names))
        x += room
    return lowest


def _rooms(needed: list[float], width: float, gap: float) -> list[float]:
    """Widths of groups that need so much with the gap behind them: whole columns, or closer where that saves a row."""
    step = width / _COLUMNS
    least = 2 if len(needed) > 1 else 1
    columns = [min(_COLUMNS, max(least, -int(-one // step))) for one in needed]
    spare = width + gap - sum(needed)
    if sum(columns) > _COLUMNS and spare >= 0:
        more = min(2 * gap, spare / max(1, len(needed) - 1))
        return [*(one + more for one in needed[:-1]), needed[-1] - gap]
    return [count * step for count in columns]


class _LogoBand:
    """Credit groups with logos: all of a row on one middle line, half an ordinary height between them."""

    def __init__(
        self,
        setter: Typesetter,
        page: Page,
        where: tuple[float, float, float],
        sizes: tuple[float, float],
        ink: Ink,
        logos: Logos,
    ) -> None:
        self._setter, self._page, self._logos = setter, page, logos
        self._left, self._y, self._width = where
        self._label = Style(sizes[0], Weight.REGULAR, ink)
        self._name = Style(sizes[1], Weight.SEMIBOLD, ink)
        self._base = logos.base_mm * MM

    def draw(self, groups: tuple[CreditGroup, ...]) -> float:
        """Draw them; tells the lower edge of the last row."""
        rows = [[item for index in range(len(group.names)) for item in self._items(group, index)] for group in groups]
        x, y = self._left, self._y
        lowest = y
        gap = self._base * _CLEAR
        rooms = _rooms([sum(item.width + gap for item in items) for items in rows], self._width, gap)
        for group, items, room in zip(groups, rows, rooms, strict=True):
            if x > self._left and x + room > self._left + self._width + 1:
                x, y = self._left, lowest - self._base * _CLEAR - self._label.size
            self._page.text(x, y, self._setter.line(group.role, self._label))
            lowest = min(lowest, self._row(items, x, y - self._base * _LOGO_DROP, room))
            x += room
        return lowest

    def _items(self, group: CreditGroup, index: int) -> list[_Item]:
        digest = group.logos[index] if index < len(group.logos) else ""
        logo = self._logos.pictures.logo(digest, self._logos.base_mm)
        if logo is None:
            lines = wrap(self._setter, group.names[index], self._name, self._width)
            return [_Item(line.width, self._name.size, line) for line in lines]
        height = optical_height(logo, self._base)
        width = min(height * logo.aspect, self._width)
        return [_Item(width, width / logo.aspect, logo.raster)]

    def _row(self, items: list[_Item], left: float, middle: float, room: float) -> float:
        x = left
        for item in items:
            if x > left and x + item.width > left + room + 0.5:
                x, middle = left, middle - self._base * _LOGO_ROW
            if isinstance(item.drawn, Line):
                self._page.text(x, middle - _MIDDLE * item.height, item.drawn)
            else:
                self._page.picture(item.drawn, (x, middle - item.height / 2, item.width, item.height))
            x += item.width + self._base * _CLEAR
        return middle - self._base * _TALLEST


def logo_remarks(named: Iterable[tuple[str, str]], pictures: Pictures) -> list[Remark]:
    """Whose logos could not be printed, of these names and digests of logos."""
    told = dict.fromkeys(name for name, digest in named if digest in pictures.broken_logos)
    return [Remark(LOGO_UNREADABLE, place=name) for name in told]


def logos_of(groups: Iterable[CreditGroup]) -> list[tuple[str, str]]:
    """Names with the digests of their logos."""
    return [pair for group in groups for pair in zip(group.names, group.logos, strict=False)]


def complex_logo(page: Page, logos: Logos | None, digest: str, corner: tuple[float, float], ground: Ink) -> float:
    """The complex's logo with its lower right edge at a corner; on a colour it stands on white. Tells its width."""
    logo = logos.pictures.logo(digest, logos.base_mm) if logos is not None else None
    if logo is None or logos is None:
        return 0.0
    height = optical_height(logo, logos.base_mm * MM)
    width = min(height * logo.aspect, 60 * MM)
    height = width / logo.aspect
    right, bottom = corner
    pad = 0.0
    if ground != WHITE:
        pad = logos.base_mm * MM * _CLEAR / 2
        page.shapes.append(rectangle(right - width - 2 * pad, bottom, width + 2 * pad, height + 2 * pad, WHITE))
    page.picture(logo.raster, (right - width - pad, bottom + pad, width, height))
    return width + 2 * pad
