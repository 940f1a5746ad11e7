"""Where a text may end a line, and which of the possible ends look best; and type fitted into the room there is.

The best breaks have the least sum of squared slack, with a price for each line, for breaks inside quotes and brackets,
for a very short last line and for a single syllable at a line's end. Nothing is justified, so nothing gets rivers.
"""

from __future__ import annotations

import dataclasses
import math
import re
from typing import Final, NamedTuple

from director_app.documents.fonts import is_chinese
from director_app.documents.scripts import MAY_END, is_han, may_part
from director_app.documents.typography import SMALLEST_TEXT, Line, Style, Typesetter, clean

_NEVER_FIRST: Final = frozenset("·~–—)]}’”」』》〉.,!?:;…、。，！？：；）")
_NEVER_LAST: Final = frozenset("（「『《〈")
_DATE_GLUE: Final = re.compile(r"\d\.\Z")
#: Letters that are looked at before a figure: enough for "2025. 10.".
_DATE_LENGTH: Final = 4
#: Letters from the colon of a time to the "~" after it, that one included.
_CLOCK_LENGTH: Final = 3
#: No letter is narrower, in em: how much of an endless word is worth measuring for one line.
_NARROWEST: Final = 0.2
_OPENERS: Final = frozenset("‘“「『《〈([")
_CLOSERS: Final = frozenset("’”」』》〉)]")
_EDGE: Final = 0.01
_SIZE_STEP: Final = 0.5
_FLOOR: Final = 0.7
_ONE_WORD_GROWTH: Final = 1.2
#: A size a little smaller is taken when its lines are much better balanced (sum of squared slack).
_WORTH_SHRINKING: Final = 0.93
_BETTER_SHAPE: Final = 0.06
_TRACKINGS: Final = (-10.0, -15.0, -20.0)


class _Atom(NamedTuple):
    """A stretch that is never broken; `gap` is the room to the next one on the same line."""

    text: str
    width: float
    gap: float
    inside: bool
    glued: bool


class Fitted(NamedTuple):
    """Lines set as large as the room allows; `is_small` when they fell below their floor."""

    lines: tuple[Line, ...]
    style: Style
    is_small: bool


def wrap(setter: Typesetter, text: str, style: Style, width: float) -> list[Line]:
    """The text in as few well-shaped lines as fit into `width` pt; a word longer than any line is cut."""
    line = setter.line(text, style) if "\n" not in text else None
    if line is not None and line.width <= width + _EDGE:
        return [line] if line.text else []
    found = _broken(setter, text, style, width, cut_words=True) or []
    return [setter.line(part, style) for part in found]


def joined(setter: Typesetter, parts: tuple[str, ...], style: Style, width: float) -> list[Line]:
    """Names with middle dots between them, each name kept whole where a line can hold it."""
    return wrap(setter, " · ".join(part.replace(" ", "\u00a0") for part in parts), style, width)


def fit(
    setter: Typesetter, text: str, style: Style, width: float, lines: int, *, growth: float = 1.0, reserve: float = 0.0
) -> Fitted:
    """A title as large as it can be: nominal times `growth` down to 70 %, then one more line, then smaller.

    `reserve` pt stay free at the end of the last line.
    """
    if " " not in clean(text).strip():
        growth = min(growth, _ONE_WORD_GROWTH)
    floor = style.size * _FLOOR
    for allowed in (lines, lines + 1):
        found = _largest(setter, text, style, width, allowed, style.size * growth, floor, reserve)
        if found is not None:
            return Fitted(*found, is_small=False)
        growth = 1.0
    found = _largest(setter, text, style, width, lines + 1, floor, SMALLEST_TEXT, reserve)
    if found is None:
        small = dataclasses.replace(style, size=SMALLEST_TEXT, leading=style.leading / style.size * SMALLEST_TEXT)
        found = tuple(wrap(setter, text, small, width - reserve)), small
    return Fitted(*found, is_small=True)


def _largest(
    setter: Typesetter, text: str, style: Style, width: float, lines: int, most: float, least: float, reserve: float
) -> tuple[tuple[Line, ...], Style] | None:
    size = math.floor(most / _SIZE_STEP + _EDGE) * _SIZE_STEP
    best: tuple[float, Style, list[str]] | None = None
    while size >= (least if best is None else max(least, best[1].size * _WORTH_SHRINKING)) - _EDGE:
        grown = size > style.size + _EDGE
        for tracking in _TRACKINGS[:1] if grown else _TRACKINGS:
            tried = dataclasses.replace(style, size=size, tracking=tracking, leading=style.leading / style.size * size)
            parts = _broken(setter, text, tried, width, last_width=width - reserve)
            if parts is not None and len(parts) <= (min(2, lines) if grown else lines):
                slack = sum(((width - setter.line(part, tried).width) / width) ** 2 for part in parts)
                if best is None or (len(parts) == len(best[2]) and slack < best[0] - _BETTER_SHAPE):
                    best = slack, tried, parts
                break
        size -= _SIZE_STEP
    if best is None:
        return None
    return tuple(setter.line(part, best[1]) for part in best[2]), best[1]


def _broken(
    setter: Typesetter,
    text: str,
    style: Style,
    width: float,
    *,
    cut_words: bool = False,
    last_width: float | None = None,
) -> list[str] | None:
    """The texts of the lines, or None when a word is wider than the room."""
    result: list[str] = []
    paragraphs = [part.strip() for part in clean(text).split("\n")]
    for number, paragraph in enumerate(paragraphs):
        if not paragraph:
            continue
        atoms = _atoms(setter, paragraph, style)
        if cut_words:
            atoms = [piece for atom in atoms for piece in _cut(setter, atom, style, width)]
        is_last = number == len(paragraphs) - 1
        ends = _best_ends(atoms, width, last_width if is_last and last_width is not None else width)
        if ends is None:
            return None
        start = 0
        for end in ends:
            result.append(_line_text(atoms[start:end]))
            start = end
    return result


def _line_text(atoms: list[_Atom]) -> str:
    text = "".join(atom.text + ("" if atom.glued else " ") for atom in atoms).rstrip(" ").replace(MAY_END, "")
    return text[:-2] if text.endswith(" ·") else text


def _atoms(setter: Typesetter, text: str, style: Style) -> list[_Atom]:
    scale = style.size / 1000
    space = (setter.word(" ", style).width + style.tracking) * scale
    atoms = []
    depth = 0
    start = 0
    for end in [*_break_places(text, between_han=setter.is_chinese or is_chinese(style.weight)), len(text)]:
        part = text[start:end]
        body = part.rstrip(" ")
        depth += sum(char in _OPENERS for char in body) - sum(char in _CLOSERS for char in body)
        width = setter.line(body, style).width
        glued = body == part
        atoms.append(_Atom(body, width, 0.0 if glued else space, depth > 0, glued))
        start = end
    return atoms


def _break_places(text: str, *, between_han: bool = False) -> list[int]:
    """Positions before which a new line may start; in Chinese also between two characters."""
    places = [index for index in range(1, len(text)) if _may_break(text, index)]
    if not between_han:
        return places
    han = (index for index in range(1, len(text)) if is_han(text[index - 1]) and is_han(text[index]))
    free = (at for at in han if text[at] not in _NEVER_FIRST and text[at - 1] not in _NEVER_LAST)
    return sorted({*places, *free})


def _may_break(text: str, index: int) -> bool:
    before, after = text[index - 1], text[index]
    if after in _NEVER_FIRST or after == " ":
        return False
    if before == " ":
        return not (after.isdigit() and _DATE_GLUE.search(text, max(0, index - _DATE_LENGTH), index - 1))
    if before == "~" and after.isdigit() and index > _CLOCK_LENGTH and text[index - _CLOCK_LENGTH - 1] == ":":
        return False  # 12:10~12:50 is one time
    if before in "·~" or before == MAY_END:
        return True
    if before == ")":
        opened = text.rfind("(", 0, index)
        return index - opened > 3  # a gloss or legal form of one syllable, (주), stays with its name
    if after == "(":
        closed = text.find(")", index)
        return (closed < 0 or closed - index > 2) and before != "."
    return False


def _cut(setter: Typesetter, atom: _Atom, style: Style, width: float) -> list[_Atom]:
    """An atom wider than any line, cut between letters that are not written together; every other atom as it is."""
    if atom.width <= width + _EDGE:
        return [atom]
    pieces = []
    rest = atom.text
    most = int(width / (style.size * _NARROWEST)) + 1
    while rest:
        count = min(len(rest), most)
        while count > 1 and setter.line(rest[:count], style).width > width:
            count = min(count - 1, max(1, int(count * width / setter.line(rest[:count], style).width)))
        if count < len(rest) and "~" in rest[:count]:
            count = rest.index("~") + 1
        while 1 < count < len(rest) and not may_part(rest, count):
            count -= 1
        pieces.append(rest[:count])
        rest = rest[count:]
    return [
        _Atom(piece, setter.line(piece, style).width, 0.0 if more else atom.gap, atom.inside, bool(more) or atom.glued)
        for piece, more in zip(pieces, [*pieces[1:], ""], strict=True)
    ]


def _best_ends(atoms: list[_Atom], width: float, last_width: float) -> list[int] | None:
    """Indexes after the last atom of each line, for the least price."""
    count = len(atoms)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, count + 1):
        room = last_width if end == count else width
        cheapest = (float("inf"), -1)
        used = -atoms[end - 1].gap
        for start in range(end - 1, -1, -1):
            used += atoms[start].width + atoms[start].gap
            if used > room + _EDGE:
                break
            price = best[start][0] + _price(atoms, start, end, used, width)
            cheapest = min(cheapest, (price, start))
        best.append(cheapest)
    if best[count][1] < 0:
        return None
    ends = []
    end = count
    while end > 0:
        ends.append(end)
        end = best[end][1]
    return ends[::-1]


def _price(atoms: list[_Atom], start: int, end: int, used: float, width: float) -> float:
    price = 1.0 + ((width - used) / width) ** 2
    if end < len(atoms):
        if atoms[end - 1].inside:
            price += 0.6
        if len(atoms[end - 1].text) == 1:
            price += 0.03
    elif start and used < 0.28 * width:
        price += 0.25
    return price
