"""Lines of type from the user's text: the only module that turns text into something a page can carry.

Text is never markup. It is cleaned, measured and broken into lines here, and every character of it ends up on paper as
that character or is reported as missing. No path or address in a text is ever opened.

Breaking: whole words; a line may end at a space, after "·", "~" and ")" and before "("; a weekday stays with its date.
Widths are remembered per word, lines per text and style, so a text that comes again costs a look-up.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, NamedTuple

from director_app.documents.colours import BLACK, Ink
from director_app.documents.fonts import Weight, chinese, face, face_for
from director_app.documents.scripts import JOINERS, MAY_END, is_han, shaped_stem

#: Smallest sizes in pt: public text, and credit and licence lines.
SMALLEST_TEXT: Final = 7.5
SMALLEST_CREDIT: Final = 6.5
#: From this size on the first letter's own room is taken off, so that title, rule and label share one edge.
OPTICAL_FROM: Final = 14.0

_TABULAR_CELL: Final = 0.97
_DATE_SPACE: Final = 75.0
_DATE_SPACE_FROM: Final = 16.0
_RISE: Final = {"~": 70, "—": 70, "–": 70, "(": 55, ")": 55, "[": 55, "]": 55}
_COLON_RISE: Final = 85
_ONLY_EVEN_ADVANCES: Final = re.compile(r"[가-힣]+\Z")
_SPACES: Final = re.compile(r"[ \n]+")
_BETWEEN_LETTERS: Final = JOINERS | {MAY_END}
_LINE_ENDS: Final = re.compile(r"\r\n?|[\n\v\f\u0085\u2028\u2029]")


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """How a line looks. Sizes and leading in pt, tracking in thousandths of the size."""

    size: float
    weight: str = Weight.REGULAR
    ink: Ink = BLACK
    leading: float = 0.0
    tracking: float = 0.0
    tabular: bool = False


class Piece(NamedTuple):
    """Letters of one face at one height. `moves[i]` (thousandths, positive to the left) come before letter i."""

    face: str
    rise: int
    text: str
    moves: tuple[float, ...] | None


class Word(NamedTuple):
    """A measured word; width in thousandths of the size."""

    width: float
    pieces: tuple[Piece, ...]
    #: Whether letters of it are joined, so that its glyphs no longer tell its text.
    is_joined: bool = False


class Line:
    """One line of type, ready to be placed; shared wherever the same text stands in the same style."""

    __slots__ = ("left", "right", "style", "text", "width", "words")

    def __init__(self, text: str, style: Style, width: float, words: tuple[Word, ...]) -> None:
        self.text = text
        self.style = style
        #: pt
        self.width = width
        self.words = words
        #: Room of the first and last letter, pt; only told from OPTICAL_FROM on.
        self.left = self.right = 0.0
        if style.size >= OPTICAL_FROM and text:
            self.left = _bearing(style, text[0], 0)
            self.right = _bearing(style, text[-1], 1)


def _bearing(style: Style, char: str, side: int) -> float:
    drawn = face_for(style.weight, char)
    return drawn.bearings(char)[side] * style.size / 1000 if drawn else 0.0


def _belongs(char: str, category: str) -> bool:
    return category not in ("Cc", "Cf", "Cs") and not "\ufe00" <= char <= "\ufe0f"


def clean(text: str) -> str:
    """NFC, without control, format and surrogate characters; line ends are "\\n", other white space is a space.

    Among letters that are joined, what joins or parts them stays, and where a line may end between them.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    kept = []
    for char in unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text)):
        category = unicodedata.category(char)
        if char == "\n":
            kept.append(char)
        elif char == "\t" or (category == "Zs" and char != "\u00a0"):
            kept.append(" ")
        elif _belongs(char, category) or (char in _BETWEEN_LETTERS and kept and shaped_stem(kept[-1])):
            kept.append(char)
    return "".join(kept)


def one_line(text: str) -> str:
    """The cleaned text without line ends and without doubled spaces."""
    cleaned = clean(text).replace(MAY_END, "")
    if "  " not in cleaned and "\n" not in cleaned:
        return cleaned.strip(" ")
    return _SPACES.sub(" ", cleaned).strip(" ")


class Typesetter:
    """Sets the lines of one document and remembers what it has set.

    `missing` collects every character that no font draws; a document is written only while it is empty.
    """

    def __init__(self, *, is_chinese: bool = False) -> None:
        self.missing: dict[str, str] = {}
        #: Whether Han stands in Chinese shapes throughout, and may end a line after any character.
        self.is_chinese = is_chinese
        self._lines: dict[Style, dict[str, Line]] = {}
        self._words: dict[tuple[str, bool], dict[str, Word]] = {}

    # -- measuring ------------------------------------------------------------------------------------------

    def line(self, text: str, style: Style) -> Line:
        """The text on one line, however long."""
        lines = self._lines.get(style)
        if lines is None:
            lines = self._lines[style] = {}
        line = lines.get(text)
        if line is None:
            line = lines[text] = self._set(one_line(text), style)
        return line

    def _set(self, text: str, style: Style) -> Line:
        known = self._words_of(style)
        words = tuple([known.get(word) or self.word(word, style) for word in text.split(" ")])
        total = sum([word.width for word in words])
        spaces = len(words) - 1
        if spaces:
            total += spaces * self.word(" ", style).width
            if style.size >= _DATE_SPACE_FROM:
                total -= _DATE_SPACE * len(date_spaces(text))
        return Line(text, style, (total + style.tracking * len(text)) * style.size / 1000, words)

    def word(self, text: str, style: Style) -> Word:
        """The measured word (no space in it, or nothing but one)."""
        words = self._words_of(style)
        word = words.get(text)
        if word is None:
            word = words[text] = self._measured(text, style.weight, style.tabular)
        return word

    def _words_of(self, style: Style) -> dict[str, Word]:
        key = (style.weight, style.tabular)
        words = self._words.get(key)
        if words is None:
            words = self._words[key] = {}
        return words

    def _measured(self, text: str, weight: str, tabular: bool) -> Word:
        pieces: list[Piece] = []
        width = 0.0
        is_joined = False
        for name, run in self._runs(text, weight):
            joins = bool(shaped_stem(run[0]))
            advance, run_pieces = _joined_pieces(name, run) if joins else _run_pieces(name, run, tabular)
            is_joined = is_joined or joins
            width += advance
            pieces.extend(run_pieces)
        return Word(width, tuple(pieces), is_joined)

    def _runs(self, text: str, weight: str) -> list[tuple[str, str]]:
        """The word cut where the face changes; characters without a face are noted and left out."""
        first = face(weight)
        if text and first.known.issuperset(text):
            return [(first.name, text)]
        runs: list[tuple[str, str]] = []
        for char in text:
            if char in JOINERS and runs:
                runs[-1] = (runs[-1][0], runs[-1][1] + char)
                continue
            drawn = face_for(chinese(weight) if self.is_chinese and is_han(char) else weight, char)
            if drawn is None:
                self.missing.setdefault(char, text)
            elif runs and runs[-1][0] == drawn.name:
                runs[-1] = (drawn.name, runs[-1][1] + char)
            else:
                runs.append((drawn.name, char))
        return runs


def date_spaces(text: str) -> list[int]:
    """Where the spaces inside dates ("10. 8.") stand; large type narrows them."""
    if ". " not in text:
        return []
    return [match.start() + 2 for match in re.finditer(r"\d\. (?=\d)", text)]


def _run_pieces(name: str, text: str, tabular: bool) -> tuple[float, list[Piece]]:
    """Width and pieces of letters of one face: kerned, digits in cells, low marks raised."""
    font = face(name)
    widths = list(map(font.advance, text))
    if _ONLY_EVEN_ADVANCES.match(text) or (len(text) == 1 and text not in _RISE and not tabular):
        return sum(widths), [Piece(name, 0, text, None)]
    after = font.kerning(text)
    moves = [0.0] + [-extra for extra in after]
    if tabular:
        cell = font.advance("0") * _TABULAR_CELL
        for index, char in enumerate(text):
            if char.isdigit() and char.isascii():
                room = (cell - widths[index]) / 2
                moves[index] -= room
                moves[index + 1] = moves[index + 1] + after[index] - room
    total = sum(widths) - sum(moves)
    return total, _raised_pieces(name, text, moves)


def _joined_pieces(name: str, text: str) -> tuple[float, list[Piece]]:
    """Width and pieces of letters that are joined: every glyph where the shaper wants it."""
    pieces: list[Piece] = []
    letters, rise = "", 0
    moves: list[float] = []
    width = owed = 0.0
    for glyph in face(name).shaped(text):
        if letters and round(glyph.y) != rise:
            pieces.append(Piece(name, rise, letters, tuple(moves)))
            letters, moves = "", []
        rise = round(glyph.y)
        letters += glyph.char
        moves.append(round(owed - glyph.x, 1))
        owed = glyph.x + face(name).advance(glyph.char) - glyph.advance
        width += glyph.advance
    pieces.append(Piece(name, rise, letters, (*moves, round(owed, 1))))
    return width, pieces


def _raised_pieces(name: str, text: str, moves: list[float]) -> list[Piece]:
    rises = [_RISE.get(char, 0) for char in text]
    for match in re.finditer(r"(?<=\d):(?=\d)", text):
        rises[match.start()] = _COLON_RISE
    pieces = []
    start = 0
    for index in range(1, len(text) + 1):
        if index < len(text) and rises[index] == rises[start]:
            continue
        part = moves[start:index]
        if index == len(text):
            part.append(moves[index])  # room after the last letter
        rounded = tuple(round(move) for move in part)
        pieces.append(Piece(name, rises[start], text[start:index], rounded if any(rounded) else None))
        start = index
    return pieces
