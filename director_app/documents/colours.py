"""Printing inks: black text in K only, the complex's own colour as a mixture that looks like it does on the screen.

Contrast is the ratio of WCAG 2.2 (relative luminance); text needs at least 4.5.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

Rgb = tuple[float, float, float]

#: How the sixteen full mixtures of the four inks look on coated paper, as sRGB; index bits are C8 M4 Y2 K1.
_CORNERS: Final[tuple[Rgb, ...]] = (
    (1.0, 1.0, 1.0), (0.1373, 0.1216, 0.1255), (1.0, 0.9490, 0.0), (0.1098, 0.1020, 0.0),
    (0.9255, 0.0, 0.5490), (0.1412, 0.0, 0.0), (0.9294, 0.1098, 0.1412), (0.1333, 0.0, 0.0),
    (0.0, 0.6784, 0.9373), (0.0, 0.0588, 0.1412), (0.0, 0.6510, 0.3137), (0.0, 0.0745, 0.0),
    (0.1804, 0.1922, 0.5725), (0.0, 0.0, 0.0078), (0.2118, 0.2119, 0.2235), (0.0, 0.0, 0.0),
)  # fmt: skip
_READABLE: Final = 4.5
#: Sum of the four inks that coated paper still dries.
_MOST_INK: Final = 3.0


class Ink(NamedTuple):
    """Shares of the four inks, 0 to 1."""

    c: float
    m: float
    y: float
    k: float

    def tint(self, share: float) -> Ink:
        """The same ink printed lighter."""
        return Ink(*(round(part * share, 3) for part in (self.c, self.m, self.y, self.k)))

    def rgb(self) -> Rgb:
        """How the mixture looks on coated paper."""
        return _mixed(self.c, self.m, self.y, self.k)


BLACK: Final = Ink(0, 0, 0, 1)
WHITE: Final = Ink(0, 0, 0, 0)
GREY_TEXT: Final = Ink(0, 0, 0, 0.72)
HAIRLINE: Final = Ink(0, 0, 0, 0.25)
HOLIDAY: Final = Ink(0.10, 0.95, 0.90, 0.10)
#: Where the complex has named no colour: the calm green of the first season's boards.
DEFAULT_ACCENT: Final = Ink(0.95, 0.18, 0.72, 0.20)


class Palette(NamedTuple):
    """The one colour of a print and what can be read on and beside it."""

    accent: Ink
    #: Black or white, whichever is higher in contrast on the accent.
    on_accent: Ink
    #: The accent for small text on white: darkened until it reads.
    accent_text: Ink


def palette(hex_colour: str) -> Palette:
    """The palette of a complex's "#RRGGBB"; anything else gives the default accent."""
    accent = ink_of(hex_colour)
    text = _darkened(accent)
    on_accent = WHITE if contrast(accent.rgb(), WHITE.rgb()) >= contrast(accent.rgb(), BLACK.rgb()) else BLACK
    if contrast(accent.rgb(), on_accent.rgb()) < _READABLE:  # a middle grey: neither reads on it
        accent, on_accent = text, WHITE
    return Palette(accent, on_accent, text)


def _darkened(ink: Ink) -> Ink:
    """The ink with as much black as it takes to read as small text on white."""
    while contrast(ink.rgb(), WHITE.rgb()) < _READABLE and ink.k < 1:
        ink = ink._replace(k=min(1.0, round(ink.k + 0.02, 3)))
    return ink


def ink_of(hex_colour: str) -> Ink:
    """The ink mixture that looks like a screen colour, the grey part of it given to black as printers do."""
    match = re.fullmatch(r"#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})", hex_colour.strip())
    if match is None:
        return DEFAULT_ACCENT
    wanted = tuple(int(part, 16) / 255 for part in match.groups())
    inks = [1 - part for part in wanted]
    black = max(0.0, min(inks)) ** 1.6 * 0.9
    for _ in range(60):
        looks = _mixed(inks[0], inks[1], inks[2], black)
        inks = [min(1.0, max(0.0, ink + 0.7 * (seen - part)))
                for ink, seen, part in zip(inks, looks, wanted, strict=True)]  # fmt: skip
    spare = (_MOST_INK - black) / max(sum(inks), _MOST_INK - black)
    cyan, magenta, yellow = (round(ink * spare, 2) for ink in inks)
    return Ink(cyan, magenta, yellow, round(black, 2))


def contrast(one: Rgb, other: Rgb) -> float:
    """The WCAG 2.2 contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Rgb) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(c: float, m: float, y: float, k: float) -> Rgb:
    red = green = blue = 0.0
    for index, corner in enumerate(_CORNERS):
        share = (
            (c if index & 8 else 1 - c) * (m if index & 4 else 1 - m)
            * (y if index & 2 else 1 - y) * (k if index & 1 else 1 - k)
        )  # fmt: skip
        red, green, blue = red + share * corner[0], green + share * corner[1], blue + share * corner[2]
    return red, green, blue
