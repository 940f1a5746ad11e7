"""Measures of the flyer's sizes, and what every part of a flyer page is drawn with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from director_app.documents.breaking import wrap
from director_app.documents.colours import GREY_TEXT, Palette
from director_app.documents.content import Flyer
from director_app.documents.fonts import Weight
from director_app.documents.page import A4, A5, A6, MM, Page
from director_app.documents.pictures import qr_code
from director_app.documents.typography import SMALLEST_TEXT, Line, Style, Typesetter


@dataclass(frozen=True, slots=True)
class Sheet:
    """Measures of one size: mm for distances, pt for type."""

    size: tuple[float, float]
    margin: float
    columns: int
    gutter: float
    series: float
    series_y: float
    title: float
    title_pattern: float
    subtitle: float
    fields: tuple[float, ...]
    title_foot: float
    pattern: float
    photo: float
    band: float
    across: int
    date: float
    period: float
    date_gap: float
    rule_gap: float
    place: float
    place_gap: float
    text: float
    leading: float
    row_gap: float
    round_date: float
    round_place: float
    rounds_single: int
    qr: float
    credit_rule: float
    credit_label: float
    credit_name: float
    #: Height of a logo of ordinary shape.
    logo: float
    foot_y: float
    free: float
    smallest: float

    @property
    def column(self) -> float:
        """Width of a grid column and its gutter, pt."""
        width = (self.size[0] - 2 * self.margin - (self.columns - 1) * self.gutter) / self.columns
        return (width + self.gutter) * MM


A4_SHEET: Final = Sheet(
    size=A4, margin=14, columns=6, gutter=5, series=12, series_y=16.6, title=54, title_pattern=49,
    subtitle=15,
    fields=(118.8, 112, 105, 97.9, 91, 84, 76, 68, 60), title_foot=14.2, pattern=90, photo=96, band=8.2, across=7,
    date=70, period=52, date_gap=12.2, rule_gap=9, place=28, place_gap=12.7, text=12.5, leading=18.5, row_gap=5.3,
    round_date=21, round_place=15, rounds_single=8, qr=26.2, credit_rule=261.8, credit_label=7, credit_name=10, logo=9,
    foot_y=288.6, free=15.5, smallest=SMALLEST_TEXT,
)  # fmt: skip
A5_SHEET: Final = Sheet(
    size=A5, margin=10, columns=4, gutter=4, series=9, series_y=11.9, title=36, title_pattern=35,
    subtitle=11,
    fields=(83.9, 79, 74, 69, 64, 58, 52, 46), title_foot=10.2, pattern=59, photo=59, band=6.2, across=5, date=46,
    period=35, date_gap=8.8, rule_gap=6.4, place=19, place_gap=8.6, text=9.5, leading=14, row_gap=4.2, round_date=15,
    round_place=11, rounds_single=6, qr=20, credit_rule=183.9, credit_label=6.5, credit_name=8.5, logo=7, foot_y=203.3,
    free=12.5, smallest=SMALLEST_TEXT,
)  # fmt: skip

#: Four on A4: the A5 layout at about 70 %, its type held where it can still be read.
A6_SHEET: Final = Sheet(
    size=A6, margin=7, columns=4, gutter=3, series=7.5, series_y=8.6, title=25.5, title_pattern=25,
    subtitle=8.5,
    fields=(59, 55.5, 52, 48, 44, 40, 36, 31, 26), title_foot=7.2, pattern=42, photo=42, band=4.6, across=5, date=32,
    period=25, date_gap=6.2, rule_gap=4.4, place=14, place_gap=6.2, text=7.5, leading=10.6, row_gap=2.4, round_date=11,
    round_place=8.5, rounds_single=6, qr=20, credit_rule=126, credit_label=6.5, credit_name=7, logo=5, foot_y=138.5,
    free=9.5, smallest=7.0,
)  # fmt: skip
SHEETS: Final = {"A6": A6_SHEET, "A5": A5_SHEET, "A4": A4_SHEET}


class Ground:
    """A page being filled, with its measures; `scale` is that of the facts."""

    def __init__(self, setter: Typesetter, sheet: Sheet, palette: Palette, scale: float, bleed: float) -> None:
        self.setter = setter
        self.sheet = sheet
        self.palette = palette
        self.scale = scale
        self.bleed = bleed
        self.page = Page(*sheet.size)
        self.page.number = 1
        self.left = sheet.margin * MM
        self.right = self.page.width - self.left
        self.width = self.right - self.left
        self.text = Style(sheet.text * scale, leading=sheet.leading * scale)
        self.strong = replace(self.text, weight=Weight.MEDIUM)
        self.label = replace(self.text, weight=Weight.SEMIBOLD, ink=palette.accent_text)
        #: Gaps follow the scale of the facts, more slowly.
        self.tight = 0.4 + 0.6 * scale

    def readable(self, size: float) -> float:
        """A size of type, or the smallest that may be printed."""
        return max(size, self.sheet.smallest)

    def top(self, mm: float) -> float:
        """A distance from the upper edge as a height."""
        return self.page.height - mm * MM


def code_block(setter: Typesetter, page: Page, flyer: Flyer, sheet: Sheet, y: float) -> float:
    """The QR code at the right edge, what it is for on the baseline y above it; tells the lowest baseline."""
    right, side = page.width - sheet.margin * MM, sheet.qr * MM
    left = right - side
    small = Style(max(sheet.smallest, sheet.text * 0.72), Weight.SEMIBOLD, leading=sheet.text)
    bottom = page.text_lines(left, y, wrap(setter, flyer.qr_label, small, side)) - side - 4.8 * MM
    page.shapes += qr_code(flyer.qr, left, bottom, side)
    address = Style(7.5 if sheet.qr > 24 else 7, ink=GREY_TEXT, leading=9.5)
    lines = wrap(setter, flyer.qr_address, address, side + 6 * MM)
    if len(lines) == 1 and lines[0].width <= side:
        return page.text_lines(left, bottom - 5.6 * MM, lines)
    for index, line in enumerate(lines):
        page.text_right(right, bottom - 5.6 * MM - index * address.leading, line)
    return bottom - 5.6 * MM - (len(lines) - 1) * address.leading


#: Photo credits and all that stands at the foot.
_FOOT: Final = Style(6.5, ink=GREY_TEXT, leading=8.5)


#: The lowest baseline of a flyer, over the edge that is cut.
_LOWEST: Final = 4.5 * MM


class _Foot(NamedTuple):
    """The lines at the foot: series and edition side by side, the notice under them."""

    series: list[Line]
    edition: list[Line]
    notice: list[Line]

    @property
    def beside(self) -> int:
        """Lines that series and edition take."""
        return max(len(self.series), len(self.edition))


def _foot_of(setter: Typesetter, width: float, flyer: Flyer, sheet: Sheet) -> _Foot:
    room = width - 2 * sheet.margin * MM
    return _Foot(
        wrap(setter, flyer.foot.series, _FOOT, room * 0.4),
        wrap(setter, f"{flyer.caution} · {flyer.foot.edition}", _FOOT, room * 0.58),
        wrap(setter, flyer.foot.notice, _FOOT, room) if flyer.foot.notice else [],
    )


def foot_rise(setter: Typesetter, size: tuple[float, float], flyer: Flyer, sheet: Sheet) -> float:
    """How much higher than usual the foot begins, so that all its lines stand on the page."""
    foot = _foot_of(setter, size[0], flyer, sheet)
    lines = foot.beside + len(foot.notice)
    return max(0.0, _LOWEST + (lines - 1) * _FOOT.leading - (size[1] - sheet.foot_y * MM))


def photo_credit(setter: Typesetter, page: Page, flyer: Flyer, sheet: Sheet) -> float:
    """Who made the photo, on its own lines over the foot; tells their height."""
    left = sheet.margin * MM
    lines = wrap(setter, flyer.photo.credit, _FOOT, page.width - 2 * left) if flyer.photo else []
    rise = foot_rise(setter, (page.width, page.height), flyer, sheet)
    y = page.height - sheet.foot_y * MM + rise + (len(lines) + 0.25) * _FOOT.leading
    page.text_lines(left, y - _FOOT.leading * 0.25, lines)
    return len(lines) * _FOOT.leading


def foot_line(setter: Typesetter, page: Page, flyer: Flyer, sheet: Sheet) -> None:
    """Series at the left, edition at the right, the season's notice below."""
    left, right = sheet.margin * MM, page.width - sheet.margin * MM
    foot = _foot_of(setter, page.width, flyer, sheet)
    y = page.height - sheet.foot_y * MM + foot_rise(setter, (page.width, page.height), flyer, sheet)
    page.text_lines(left, y, foot.series)
    for index, line in enumerate(foot.edition):
        page.text_right(right, y - index * _FOOT.leading, line)
    page.text_lines(left, y - _FOOT.leading * foot.beside, foot.notice)
