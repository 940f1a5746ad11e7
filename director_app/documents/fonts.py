"""The font files: which characters each of them really draws, how wide they are, and how letters are kerned.

A character map that lists a character proves nothing: several Korean fonts map thousands of syllables to empty
glyphs. What counts here is the outline. Pretendard draws the text; Hanja and other characters it lacks come from Noto
Sans KR at the nearest weight, Chinese and the scripts that need shaping from a font of their own (`scripts`). All
measures are in thousandths of the font size.
"""

from __future__ import annotations

import array
import functools
import mmap
import unicodedata
from pathlib import Path
from typing import Any, Final, NamedTuple

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from director_app import paths
from director_app.documents.scripts import JOINERS, MAY_END, is_han, is_mark, shaped_stem


class Weight:
    """Weights of the text font, by the names of their files."""

    REGULAR: Final = "Pretendard-Regular"
    MEDIUM: Final = "Pretendard-Medium"
    SEMIBOLD: Final = "Pretendard-SemiBold"
    BOLD: Final = "Pretendard-Bold"
    #: For lines in Chinese, whose characters look otherwise than Hanja.
    CHINESE: Final = "NotoSansSC-GB2312-Regular"
    CHINESE_BOLD: Final = "NotoSansSC-GB2312-Bold"


_FALLBACK: Final = {
    Weight.REGULAR: "NotoSansKR-Regular",
    Weight.MEDIUM: "NotoSansKR-Regular",
    Weight.SEMIBOLD: "NotoSansKR-Bold",
    Weight.BOLD: "NotoSansKR-Bold",
    Weight.CHINESE: "NotoSansKR-Regular",
    Weight.CHINESE_BOLD: "NotoSansKR-Bold",
}
_BOLD: Final = (Weight.SEMIBOLD, Weight.BOLD, Weight.CHINESE_BOLD)
#: Where the places of a font's glyphs begin among private characters, for glyphs that no single character has.
_GLYPHS_FROM: Final = 0xE000
#: One glyph per character: whatever would merge or exchange letters stays off, so that text copies out as it went in.
_FEATURES: Final = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "locl": False}


class Glyph(NamedTuple):
    """A shaped glyph: the character that stands for it in the PDF, its place beside the pen, how far the pen moves."""

    char: str
    x: float
    y: float
    advance: float


class Face:
    """One font file; read once per process (`face`), remembered per character."""

    def __init__(self, name: str, file: Path) -> None:
        self.name = name
        hb_face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)))
        self._font = uharfbuzz.Font(hb_face)
        self._scale = 1000.0 / hb_face.upem
        self._drawn: dict[str, bool] = {}
        self._advances: dict[str, float] = {}
        #: Characters known to be drawn.
        self.known: set[str] = set()
        self.pdf_font: Any = TTFont(name, str(file), asciiReadable=False, shapable=False)
        _slimmed(self.pdf_font.face, file)
        pdfmetrics.registerFont(self.pdf_font)

    def draws(self, char: str) -> bool:
        """Whether the font has an outline for the character (a space needs none)."""
        known = self._drawn.get(char)
        if known is None:
            known = self._drawn[char] = self._has_outline(char)
            if known:
                self.known.add(char)
        return known

    def _has_outline(self, char: str) -> bool:
        glyph = self._font.get_nominal_glyph(ord(char))
        category = unicodedata.category(char)
        if not glyph or category == "Co":  # what a private character means only its author knows
            return False
        if category == "Zs" or (is_mark(char) and shaped_stem(char)):  # some signs only change how others are drawn
            return True
        extents = self._font.get_glyph_extents(glyph)
        return extents is not None and bool(extents.width) and bool(extents.height)

    def advance(self, char: str) -> float:
        """The width that the PDF viewer will use for the character."""
        width = self._advances.get(char)
        if width is None:
            width = self._advances[char] = float(self.pdf_font.face.getCharWidth(ord(char)))
        return width

    def bearings(self, char: str) -> tuple[float, float]:
        """Empty room left and right of the outline within the advance."""
        glyph = self._font.get_nominal_glyph(ord(char))
        extents = self._font.get_glyph_extents(glyph) if glyph else None
        if extents is None:
            return 0.0, 0.0
        left = extents.x_bearing
        right = self._font.get_glyph_h_advance(glyph) - left - extents.width
        return left * self._scale, right * self._scale

    def kerning(self, text: str) -> list[float]:
        """What is added to each character's advance before the next one comes."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer, _FEATURES)
        if len(buffer.glyph_infos) != len(text):  # letters were merged after all: leave them unkerned
            return [0.0] * len(text)
        plain = self._font.get_glyph_h_advance
        return [
            (position.x_advance - plain(info.codepoint)) * self._scale
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def shaped(self, text: str) -> list[Glyph]:
        """The glyphs of letters that are joined, in the order in which they are drawn."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._font, buffer)
        scale = self._scale
        return [
            Glyph(self._char_of(info.codepoint, text), at.x_offset * scale, at.y_offset * scale, at.x_advance * scale)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    def _char_of(self, glyph: int, text: str) -> str:
        """The letter of the text that the glyph draws by itself, else a private character that is given to it."""
        found = next((char for char in text if self._font.get_nominal_glyph(ord(char)) == glyph), "")
        if not found:
            found = chr(_GLYPHS_FROM + glyph)
            self.pdf_font.face.charToGlyph[ord(found)] = glyph
            self.pdf_font.face.charWidths[ord(found)] = self._font.get_glyph_h_advance(glyph) * self._scale
        return found


def _slimmed(parsed: Any, file: Path) -> None:
    """Hold what ReportLab has parsed of a font file in a third of the memory: equal values once, the file mapped."""
    parsed.glyphToChar = {}  # only a shaped font would ask
    with file.open("rb") as opened:
        data = parsed._ttf_data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)  # noqa: SLF001 - no other way
    kept: dict[Any, Any] = {}
    parsed.hmetrics = [kept.setdefault(pair, pair) for pair in parsed.hmetrics]
    parsed.charWidths = {char: kept.setdefault(width, width) for char, width in parsed.charWidths.items()}
    parsed.glyphPos = array.array("L", parsed.glyphPos)
    whole_table = parsed.get_table
    outlines = _Outlines(data, parsed.get_table_pos("glyf")[0])
    parsed.get_table = lambda tag: outlines if tag == "glyf" else whole_table(tag)


class _Outlines:
    """The outlines in a font file, each read when it is asked for: they are most of the file."""

    def __init__(self, data: mmap.mmap, start: int) -> None:
        self._data = data
        self._start = start

    def __getitem__(self, part: slice) -> bytes:
        return self._data[self._start + part.start : self._start + part.stop]


@functools.cache
def face(name: str) -> Face:
    """The face of a font file in `resources/fonts`, parsed at its first use in this process."""
    return Face(name, paths.resources_folder() / "fonts" / f"{name}.ttf")


def face_for(weight: str, char: str) -> Face | None:
    """The face that draws a character at a weight, or None when no font we have draws it."""
    first = face(weight)
    if first.draws(char):
        return first
    stem = shaped_stem(char)
    if stem:
        others = [f"{stem}-{'Bold' if weight in _BOLD else 'Regular'}"]
    else:
        others = [_FALLBACK[weight], *([chinese(weight)] if is_han(char) else [])]
    return next((found for found in map(face, others) if found.draws(char)), None)


def chinese(weight: str) -> str:
    """The weight for Chinese that goes with one for the other languages."""
    return Weight.CHINESE_BOLD if weight in _BOLD else Weight.CHINESE


def is_chinese(weight: str) -> bool:
    """Whether a weight is one for lines in Chinese."""
    return weight in (Weight.CHINESE, Weight.CHINESE_BOLD)


def undrawable(text: str) -> tuple[str, ...]:
    """The characters of a cleaned text that no font can draw, each once, in their order."""
    seen = dict.fromkeys(char for char in text if char != "\n" and char not in JOINERS and char != MAY_END)
    return tuple(char for char in seen if face_for(Weight.REGULAR, char) is None)
