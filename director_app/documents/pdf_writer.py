"""Placed pages -> one PDF file, written beside the target and put in its place only when it is whole.

ReportLab keeps the objects, subsets and embeds the fonts. The operators of the type are made here, because text drawn
letter by letter needs kerning; each distinct line is encoded once per document.
"""

from __future__ import annotations

import datetime
import threading
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import reportlab.rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from director_app.atomic_files import write_atomically
from director_app.documents.colours import BLACK, Ink
from director_app.documents.fonts import Weight, face
from director_app.documents.page import MM, Bookmark, Page, fill, rectangle
from director_app.documents.rasters import Raster
from director_app.documents.typography import Line, Word, date_spaces, one_line
from director_app.domain.refusals import Refusal
from director_app.wording import message

_MARK_LENGTH: Final = 5 * MM
_MARK_GAP: Final = 4 * MM
_MARK_WIDTH: Final = 0.25
_SPACE: Final = 32
_DATE_SPACE: Final = 75
_DATE_SPACE_FROM: Final = 16.0
#: Pages between two looks at the stop flag.
_LOOK_EVERY: Final = 8

Progress = Callable[[int, int], None]


class Paper(NamedTuple):
    """A document ready to be written."""

    pages: Sequence[Page]
    title: str
    author: str
    subject: str
    keywords: str
    #: BCP 47
    language: str
    made_at: datetime.datetime
    bookmarks: Sequence[Bookmark] = ()
    bleed_mm: float = 0.0
    marks: bool = False


class MakingStopped(Refusal):
    """The user stopped the making; nothing was written."""


def stop_if_asked(stop: threading.Event | None) -> None:
    """Leave the work when the flag is set.

    Raises:
        MakingStopped: when it is.
    """
    if stop is not None and stop.is_set():
        raise MakingStopped(message("Stopped; nothing was written."))


def harden() -> None:
    """Fix every setting of ReportLab that environment variables or a file in the home folder could have changed."""
    settings: Any = reportlab.rl_config
    settings.invariant = 1
    settings.useA85 = 0
    settings.pageCompression = 1
    settings.pdfComments = 0
    settings.trustedHosts = None
    settings.trustedSchemes = ["data"]
    settings.toColorCanUse = "rl_extended_literal_eval"
    settings.canvas_basefontname = Weight.REGULAR


def write_pdf(paper: Paper, out: Path, progress: Progress | None = None, stop: threading.Event | None = None) -> None:
    """Write the pages to `out`; the old file stays until the new one is complete and on the disk.

    Raises:
        CannotUseFile: when the folder or file cannot be written.
        MakingStopped: when `stop` was set before the end.
    """
    data = pdf_bytes(paper, progress, stop)
    stop_if_asked(stop)
    write_atomically(out, data)


def pdf_bytes(paper: Paper, progress: Progress | None = None, stop: threading.Event | None = None) -> bytes:
    """The file's content; equal for equal papers."""
    harden()
    face(Weight.REGULAR)
    first = paper.pages[0]
    edge = _edge(paper)
    make: Any = Canvas
    canvas = make(
        "", pagesize=(first.width + 2 * edge, first.height + 2 * edge), invariant=1, pageCompression=1,
        initialFontName=Weight.REGULAR, lang=paper.language, pdfVersion=(1, 5),
    )  # fmt: skip
    _describe(canvas, paper)
    encoder = _Encoder(canvas)
    for number, page in enumerate(paper.pages):
        if number % _LOOK_EVERY == 0:
            stop_if_asked(stop)
            if progress is not None:
                progress(number, len(paper.pages))
        _draw(canvas, encoder, page, paper, edge)
    for title, anchor, level in paper.bookmarks:
        canvas.addOutlineEntry(one_line(title), anchor, level, closed=level > 0)
    if paper.bookmarks:
        canvas.showOutline()
    if progress is not None:
        progress(len(paper.pages), len(paper.pages))
    encoder.finish()
    data: bytes = canvas.getpdfdata()
    return data


def _edge(paper: Paper) -> float:
    """Room around the trim: the bleed, or the marks where they are wanted."""
    bleed = paper.bleed_mm * MM
    return max(_MARK_GAP, bleed) + _MARK_LENGTH + MM if paper.marks else bleed


def _describe(canvas: Any, paper: Paper) -> None:
    canvas.setTitle(one_line(paper.title))
    canvas.setAuthor(one_line(paper.author))
    canvas.setSubject(one_line(paper.subject))
    canvas.setKeywords(one_line(paper.keywords))
    canvas.setCreator("Culture Delivery Director")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    stamp = paper.made_at.strftime("D:%Y%m%d%H%M%S") + (
        paper.made_at.strftime("%z")[:3] + "'00'" if paper.made_at.tzinfo else ""
    )
    canvas.setDateFormatter(lambda *_parts: stamp)


def _draw(canvas: Any, encoder: _Encoder, page: Page, paper: Paper, edge: float) -> None:
    code = [f"1 0 0 1 {edge:.3f} {edge:.3f} cm"] if edge else []
    for part, x, y, scale in page.parts:
        code.append(f"q {scale:.6g} 0 0 {scale:.6g} {x:.3f} {y:.3f} cm 0 0 {part.width:.2f} {part.height:.2f} re W n")
        code += _operators(part, encoder)
        code.append("Q")
    code += _operators(page, encoder)
    bleed = paper.bleed_mm * MM
    if paper.marks:
        code += _crop_marks(page, bleed)
    canvas.setPageSize((page.width + 2 * edge, page.height + 2 * edge))
    trim = (edge, edge, edge + page.width, edge + page.height)
    canvas.setTrimBox(trim)
    canvas.setBleedBox((trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed))
    canvas.addLiteral("\n".join(code))
    for raster in page.rasters:
        _carry(canvas, raster)
    for anchor, top in page.anchors:
        canvas.bookmarkPage(anchor, fit="XYZ", left=edge, top=edge + top, zoom=0)
    for link in page.links:
        where = (link.left + edge, link.bottom + edge, link.right + edge, link.top + edge)
        canvas.linkRect("", link.anchor, where, relative=0, thickness=0)
    canvas.showPage()
    _press(canvas._doc.Pages.pages[-1])  # noqa: SLF001 - ReportLab keeps the pages as they are up to the end


def _press(page: Any) -> None:
    """Compress what a finished page draws, as it will be in the file: a sixth of the memory of a long document."""
    drawn = zlib.compress(page.stream.encode())
    page.Contents = PDFStream(PDFDictionary({"Filter": PDFArray([PDFName("FlateDecode")])}), drawn)
    page.stream = None


def _operators(page: Page, encoder: _Encoder) -> list[str]:
    """Shapes, the type over them, and what strikes it through."""
    code = [*page.shapes, "BT"]
    ink: Ink | None = None
    chunk = encoder.chunk
    for x, y, line in page.texts:
        if line.style.ink is not ink:
            ink = line.style.ink
            code.append(fill(ink))
        code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm {chunk(line)}")
    code.append("ET")
    return code + page.strikes


def _carry(canvas: Any, raster: Raster) -> None:
    """Give the page at hand a picture; the file holds it once."""
    if not canvas.hasForm(raster.name):
        document = canvas._doc  # noqa: SLF001 - ReportLab's own way in would encode the picture again
        image = _image(raster, raster.data, raster.encoding, is_grey=raster.is_grey)
        if raster.mask is not None:
            mask = _image(raster, raster.mask, "FlateDecode", is_grey=True)
            image.dictionary["SMask"] = document.Reference(mask, f"{raster.name}.mask")
        document.addForm(raster.name, image)
    canvas._formsinuse.append(raster.name)  # noqa: SLF001 - the same


def _image(raster: Raster, data: bytes, encoding: str, *, is_grey: bool) -> Any:
    """An image XObject (ISO 32000-1 section 8.9.5) of bytes that are encoded already."""
    facts = {
        "Type": PDFName("XObject"), "Subtype": PDFName("Image"), "Width": raster.width, "Height": raster.height,
        "ColorSpace": PDFName("DeviceGray" if is_grey else "DeviceRGB"), "BitsPerComponent": 8,
        "Filter": PDFArray([PDFName(encoding)]),
    }  # fmt: skip
    return PDFStream(PDFDictionary(facts), data)


def _crop_marks(page: Page, bleed: float) -> list[str]:
    near = max(_MARK_GAP, bleed)
    rows, columns = (0.0, page.height), (0.0, page.width)
    across = (-near - _MARK_LENGTH, page.width + near)
    along = (-near - _MARK_LENGTH, page.height + near)
    half = _MARK_WIDTH / 2
    marks = [rectangle(x, y - half, _MARK_LENGTH, _MARK_WIDTH, BLACK) for y in rows for x in across]
    return marks + [rectangle(x - half, y, _MARK_WIDTH, _MARK_LENGTH, BLACK) for x in columns for y in along]


#: Letters of one embedded subset: font name in the page, rise, and what stands inside the brackets of a TJ operator.
_Run = tuple[str, int, str]


class _FontCodes:
    """Codes of one font in one document: character -> (font name of its subset, two hex digits)."""

    def __init__(self, name: str, document: Any) -> None:
        self._font: Any = face(name).pdf_font
        self._document = document
        self._names: dict[int, str] = {}
        self._codes: dict[str, tuple[str, str]] = {}
        self._font.splitString(" ", document)
        self._assigned: dict[int, int] = self._font.state[document].assignments
        self.first = self._name(0)
        #: What the names of all its subsets start with.
        self.stem = self.first[:-1]

    def code(self, char: str) -> tuple[str, str]:
        found = self._codes.get(char)
        if found is None:
            number = _SPACE if char == "\u00a0" else ord(char)
            if number not in self._assigned:
                self._font.splitString(char, self._document)  # gives the character its place in a subset
            code = self._assigned[number]
            found = self._codes[char] = self._name(code >> 8), f"{code & 0xFF:02X}"
        return found

    def complete(self) -> None:
        """Code 32 is a space in every subset we write, also where ReportLab has not come to it yet."""
        for subset in self._font.state[self._document].subsets:
            if len(subset) <= _SPACE:
                subset.extend([0] * (_SPACE - len(subset)))
                subset.append(_SPACE)

    def _name(self, subset: int) -> str:
        name = self._names.get(subset)
        if name is None:
            name = self._names[subset] = self._font.getSubsetInternalName(subset, self._document)
        return name


class _Encoder:
    """Type operators of the lines of one document; each distinct line is made once, each distinct word too."""

    def __init__(self, canvas: Any) -> None:
        self._document: Any = canvas._doc  # noqa: SLF001 - ReportLab has no public way to its font subsets
        self._fonts: dict[str, _FontCodes] = {}
        self._chunks: dict[Line, str] = {}
        self._words: dict[int, tuple[Word, list[_Run]]] = {}

    def finish(self) -> None:
        """Give the space its place in subsets that never grew so far as to get one."""
        for codes in self._fonts.values():
            codes.complete()

    def chunk(self, line: Line) -> str:
        """The operators that show the line from the current point on."""
        chunk = self._chunks.get(line)
        if chunk is None:
            chunk = self._chunks[line] = self._encoded(line)
        return chunk

    def _encoded(self, line: Line) -> str:
        style = line.style
        if not line.words:
            return ""
        runs = list(self._word(line.words[0]))
        if len(line.words) > 1:
            self._add_words(runs, line)
        shown = _shown(runs, style.size)
        if style.tracking:
            shown = f"{style.tracking * style.size / 1000:.3f} Tc {shown} 0 Tc"
        if (style.tabular and "11" in line.text) or any(word.is_joined for word in line.words):
            return _said(line.text, shown)
        return shown

    def _add_words(self, runs: list[_Run], line: Line) -> None:
        """Words after the first, each behind a space in the subset at hand (32 is a space in every subset)."""
        style = line.style
        own = self._codes(style.weight)
        narrow = date_spaces(line.text) if style.size >= _DATE_SPACE_FROM else []
        position = len(line.text.split(" ", 1)[0])
        for word in line.words[1:]:
            space = f"<20>{_DATE_SPACE}" if position in narrow else "<20>"
            if runs and runs[-1][0].startswith(own.stem):
                runs.append((runs[-1][0], runs[-1][1], space))
            else:
                runs.append((own.first, 0, space))
            runs += self._word(word)
            if narrow:
                position += 1 + sum(len(piece.text) for piece in word.pieces)

    def _codes(self, name: str) -> _FontCodes:
        codes = self._fonts.get(name)
        if codes is None:
            codes = self._fonts[name] = _FontCodes(name, self._document)
        return codes

    def _word(self, word: Word) -> list[_Run]:
        known = self._words.get(id(word))
        if known is None:
            runs = [run for piece in word.pieces for run in self._piece(*piece)]
            known = self._words[id(word)] = word, runs
        return known[1]

    def _piece(self, name: str, rise: int, text: str, moves: tuple[float, ...] | None) -> list[_Run]:
        code_of = self._codes(name).code
        runs: list[_Run] = []
        font, body = "", ""
        for index, char in enumerate(text):
            own, code = code_of(char)
            move = f"{moves[index]:.0f}" if moves and moves[index] else ""
            if own != font:
                if font:
                    runs.append((font, rise, f"{body}>"))
                font, body = own, f"{move}<{code}"
            else:
                body = f"{body}>{move}<{code}" if move else body + code
        end = f">{moves[-1]:.0f}" if moves and len(moves) > len(text) and moves[-1] else ">"
        runs.append((font, rise, body + end))
        return runs


def _shown(runs: list[_Run], size: float) -> str:
    """Runs as operators; neighbours in one subset at one height share theirs."""
    parts: list[str] = []
    font, rise, body = "", 0, ""
    for own, height, letters in runs:
        if own == font and height == rise:
            body += letters
            continue
        if body:
            parts.append(_array(body))
        body = letters
        if own != font:
            font = own
            parts.append(f"{font} {size:g} Tf")
        if height != rise:
            rise = height
            parts.append(f"{rise * size / 1000:.3g} Ts")
    parts.append(_array(body))
    if rise:
        parts.append("0 Ts")
    return " ".join(parts)


def _said(text: str, shown: str) -> str:
    """Type with its text beside it: readers would take the room between two tabular ones for a space.

    Nor could they tell letters from glyphs that join them.
    """
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC {shown} EMC"


def _array(body: str) -> str:
    joined = body.replace("><", "")
    return f"{joined} Tj" if joined.find("<", 1) < 0 and joined.endswith(">") else f"[{joined}] TJ"
