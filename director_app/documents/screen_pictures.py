"""A notice as a picture: upright for messengers, across for the screens of canteens. Same words as flyer and notice.

Measures are pixels. A pixel is a dot of 300 to the inch, so that photos are judged and cut as for paper.
"""

from __future__ import annotations

import io
import threading
from pathlib import Path
from typing import Final, Literal, NamedTuple

from director_app.atomic_files import write_atomically
from director_app.documents.breaking import fit, joined, wrap
from director_app.documents.colours import BLACK, GREY_TEXT, HAIRLINE, WHITE, Ink, palette
from director_app.documents.content import Fact, Flyer
from director_app.documents.facts import Facts
from director_app.documents.flyers import flyer_content
from director_app.documents.fonts import Weight
from director_app.documents.layout import Job
from director_app.documents.making import refuse_missing
from director_app.documents.notice import the_date
from director_app.documents.options import DocumentOptions, Made, Remark
from director_app.documents.page import MM, Page
from director_app.documents.page_images import drawn_page
from director_app.documents.pdf_writer import Paper, pdf_bytes, stop_if_asked
from director_app.documents.photos import Contents, Pictures
from director_app.documents.pictures import Field, qr_code, qr_quiet_zone
from director_app.documents.typography import Line, Style, Typesetter
from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.planner.scope import Scope
from director_app.wording import Wording, message

ShapeName = Literal["phone", "screen"]

_PX: Final = 72 / 300
_WEEKDAY: Final = 0.5
_QR: Final = 420.0
_MOST_ROUNDS: Final = 6
#: How far sizes and gaps give way before a fact is left out; nothing falls under the least size.
_TIGHTER: Final = (0.94, 0.88, 0.82, 0.76)
_LEAST: Final = 36.0


class Shape(NamedTuple):
    """Measures of a picture in pixels: its sides, the margin, how wide the text may be, and sizes of type."""

    width: float
    height: float
    margin: float
    column: float
    title: float
    date: float
    place: float
    facts: float
    small: float
    #: Height of a photo over the text; 0 where it stands beside it.
    photo: float


SHAPES: Final[dict[ShapeName, Shape]] = {
    "phone": Shape(1080, 1350, 72, 936, 84, 96, 56, 40, 36, 420),
    "screen": Shape(1920, 1080, 96, 1080, 120, 144, 80, 44, 36, 0),
}


def make_picture(
    plan: Plan, wording: Wording, options: DocumentOptions, shape: ShapeName, out: Path,
    contents: Contents | None = None, stop: threading.Event | None = None,
) -> Made:  # fmt: skip
    """Write the picture of what was asked for, of its next date when nothing was named, as PNG.

    Raises:
        RefusedInput: when there is nothing that may be shown, or a character that no font draws.
        CannotUseFile: when `out` cannot be written; the old file stays.
        MakingStopped: when `stop` was set.
    """
    setter, pictures = Typesetter(), Pictures(contents)
    job = Job(plan, "", wording, options, setter, pictures, Facts(plan, wording), stop)
    if options.scope.programme is None and options.scope.delivery is None:
        job = job.narrowed(Scope(delivery=the_date(job).id))
    flyer = flyer_content(job.facts, job.options)
    laid = _laid(setter, pictures, flyer, SHAPES[shape])
    refuse_missing(setter, flyer)
    stop_if_asked(stop)
    data = pdf_bytes(Paper([laid.page], flyer.title, "", "", "", wording.language, options.made_at))
    stop_if_asked(stop)
    write_atomically(out, _png(data))
    return Made(out, 1, (*laid.remarks, *job.facts.untranslated()))


def _laid(setter: Typesetter, pictures: Pictures, flyer: Flyer, shape: Shape) -> _Picture:
    """The first attempt that holds everything, else the tightest."""
    laid = _Picture(setter, pictures, flyer, shape)
    for tight in _TIGHTER:
        if not laid.left_out:
            break
        laid = _Picture(setter, pictures, flyer, shape, tight)
    return laid


def _png(data: bytes) -> bytes:
    import PIL.Image

    scale = 1 / _PX * (1 - 1e-6)  # sides are rounded up
    width, height, rows = drawn_page(data, 0, scale)
    image = PIL.Image.frombuffer("RGB", (width, height), rows, "raw", "BGRX", 0, 1)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


class _Picture:
    """Lays out one picture from the top; what does not fit is left out from the end and told."""

    def __init__(self, setter: Typesetter, pictures: Pictures, flyer: Flyer, shape: Shape, tight: float = 1.0) -> None:
        self.page = Page(shape.width * _PX / MM, shape.height * _PX / MM)
        self.remarks: list[Remark] = []
        self.left_out: list[str] = []
        self._px = _PX * tight
        self._setter, self._pictures, self._flyer, self._shape = setter, pictures, flyer, shape
        self._palette = palette(flyer.colour)
        self._has_code = False
        self._left, self._width = shape.margin * _PX, shape.column * _PX
        y = self._head()
        foot = self._foot()
        y = self._place(self._date(y))
        self._facts(y, foot)

    def _style(self, px: float, weight: str = Weight.REGULAR, ink: Ink = BLACK, leading: float = 1.36) -> Style:
        size = max(px * self._px, _LEAST * _PX)
        return Style(size, weight, ink, leading=size * leading, tracking=-10 if px > 60 else 0)

    # -- from the top ---------------------------------------------------------------------------------------

    def _head(self) -> float:
        """Series and title on the colour, under or beside the photo; tells the lower edge of the colour."""
        shape, page, flyer = self._shape, self.page, self._flyer
        over = self._photo()
        ink = self._palette.on_accent
        series = wrap(self._setter, flyer.series, self._style(40, Weight.SEMIBOLD, ink), self._width)
        title = fit(self._setter, flyer.title, self._style(shape.title, Weight.BOLD, ink, 1.16), self._width, 3)
        mark = self._style(40, Weight.BOLD, ink)
        y = page.height - over - (shape.margin * 0.8 if over else shape.margin) * self._px - 0.8 * 40 * self._px
        placed: list[tuple[float, list[Line]]] = [(y, list(series))]
        y -= max(0, len(series) - 1) * mark.leading + 0.8 * title.style.size + 44 * self._px
        placed.append((y, list(title.lines)))
        y -= (len(title.lines) - 1) * title.style.leading
        if flyer.mark:
            y -= 1.5 * mark.size + 8 * _PX
            placed.append((y, [self._setter.line(flyer.mark, mark)]))
        bottom = y - 56 * self._px
        wide = page.width - (self._beside() if not shape.photo else 0.0)
        page.shapes.append(Field(0, bottom, wide, page.height - over - bottom).box(self._palette.accent))
        for at, lines in placed:
            page.text_lines(self._left, at, lines)
        if title.is_small:
            self._say(message("The title “{title}” is long; it was set small."), title=flyer.title)
        return bottom

    def _beside(self) -> float:
        """Width of the part at the right that is kept for photo or code."""
        return (self._shape.width - self._shape.column - 2 * self._shape.margin) * _PX

    def _photo(self) -> float:
        """The photo where the shape wants it; tells the height it takes over the text."""
        shape, page, photo = self._shape, self.page, self._flyer.photo
        wide = shape.width * _PX if shape.photo else self._beside()
        high = shape.photo * _PX if shape.photo else page.height
        judged = self._pictures.judge(photo, wide / MM, high / MM)
        if judged.said is not None:
            self._say(judged.said.message, **judged.said.values)
        if photo is not None and judged.is_usable:
            box = (page.width - wide, page.height - high, wide, high)
            page.picture(self._pictures.cut(photo, wide / MM, high / MM), box)
            return high if shape.photo else 0.0
        if not shape.photo and self._flyer.qr:
            self._code()
        return 0.0

    def _code(self) -> None:
        page, side, wide = self.page, _QR * _PX, self._beside()
        quiet = qr_quiet_zone(self._flyer.qr, side)
        left = page.width - (wide + side) / 2
        bottom = (page.height - side) / 2
        page.shapes.append(Field(page.width - wide, 0, wide, page.height).box(self._palette.accent))
        page.shapes.append(Field(left - quiet, bottom - quiet, side + 2 * quiet, side + 2 * quiet).box(WHITE))
        page.shapes += qr_code(self._flyer.qr, left, bottom, side)
        style = self._style(40, Weight.SEMIBOLD, self._palette.on_accent)
        room = wide - 64 * _PX
        above = wrap(self._setter, self._flyer.qr_label, style, room)
        y = bottom + side + quiet + 36 * _PX + (len(above) - 1) * style.leading
        for line in above:
            page.text(left + (side - line.width) / 2, y, line)
            y -= style.leading
        y = bottom - quiet - 36 * _PX - 0.8 * style.size
        for line in wrap(self._setter, self._flyer.qr_address, style, room):
            page.text(left + (side - line.width) / 2, y, line)
            y -= style.leading
        self._has_code = True

    def _date(self, top: float) -> float:
        """The date as large as the column is wide, over two lines where that is larger; tells the last baseline."""
        flyer, shape = self._flyer, self._shape
        size = shape.date * self._px
        lines = self._date_lines(size)
        width = sum(gap + line.width - line.left for gap, line in lines)
        if width > self._width:
            size *= self._width / width
            lines = self._date_lines(size)
        y = top - 56 * self._px - 0.707 * size
        x = self._left
        for gap, line in lines:
            x += gap
            self.page.text(x, y, line)
            x += line.width - (0.0 if line.text == "~" else line.left)
        y -= 40 * self._px
        self.page.rule(self._left, self._left + self._width, y, 3 * _PX)
        if flyer.rounds:
            y = self._rounds(y)
        return y

    def _date_lines(self, size: float) -> list[tuple[float, Line]]:
        figure = Style(size, Weight.BOLD, tracking=-20)
        words = Style(size * _WEEKDAY, Weight.SEMIBOLD)
        return [
            (part.gap * size, self._setter.line(part.text, figure if part.is_figure else words))
            for part in self._flyer.date
        ]

    def _rounds(self, y: float) -> float:
        """Every round on a line, as many as a picture holds; the others are counted."""
        style = self._style(self._shape.facts, Weight.SEMIBOLD)
        rounds = self._flyer.rounds
        shown = rounds[:_MOST_ROUNDS]
        for one in shown:
            words = (one.number, f"{one.date}{one.weekday}", one.time, one.place, one.mark)
            for line in wrap(self._setter, " ".join(part for part in words if part), style, self._width):
                y -= style.leading
                self.page.text(self._left, y, line)
        if len(rounds) > len(shown):
            self._say(message("{n} further dates are not in the picture."), n=len(rounds) - len(shown))
        return y - 24 * self._px

    def _place(self, y: float) -> float:
        flyer, shape = self._flyer, self._shape
        place = fit(self._setter, flyer.place, self._style(shape.place, Weight.BOLD, leading=1.2), self._width, 2)
        blocks = [list(place.lines)] if flyer.place and not flyer.rounds else []
        if not flyer.rounds:
            blocks.append(wrap(self._setter, flyer.address, self._style(shape.small, ink=GREY_TEXT), self._width))
        blocks.append(wrap(self._setter, flyer.fallback, self._style(shape.facts, Weight.MEDIUM), self._width))
        gap = 32 * self._px
        for lines in filter(None, blocks):
            y -= gap + 0.8 * lines[0].style.size
            y = self.page.text_lines(self._left, y, lines)
            gap = 18 * self._px
        return y - 30 * self._px

    # -- to the foot ----------------------------------------------------------------------------------------

    def _foot(self) -> float:
        """Address and edition; tells where the room above them ends."""
        shape, page = self._shape, self.page
        width = self._width
        style = self._style(40, Weight.SEMIBOLD, self._palette.accent_text)
        small = self._style(shape.small, ink=GREY_TEXT)
        said = " · ".join(part for part in (self._flyer.foot.series, self._flyer.foot.edition) if part)
        lines = wrap(self._setter, said, small, width)
        y = (shape.margin * 0.8) * _PX + (len(lines) - 1) * small.leading
        page.text_lines(self._left, y, lines)
        y += 1.5 * small.size
        if self._flyer.qr_address and not self._has_code:
            address = wrap(self._setter, self._flyer.qr_address, style, width)
            y += (len(address) - 1) * style.leading + 8 * _PX
            page.text_lines(self._left, y, address)
            y += style.size
        return y + 16 * _PX

    def _facts(self, y: float, foot: float) -> None:
        """Labelled facts while there is room; the labels stand in a column of their own."""
        shape, setter = self._shape, self._setter
        label = self._style(shape.facts, Weight.SEMIBOLD, self._palette.accent_text)
        text = self._style(shape.facts)
        facts = self._flyer.facts
        indent = max((setter.line(fact.label, label).width for fact in facts), default=0.0) + 32 * _PX
        indent = min(indent, self._width * 0.3)
        self.page.rule(self._left, self._left + self._width, y, 1.5 * _PX, HAIRLINE)
        y -= 20 * self._px
        for fact in facts:
            heads = wrap(setter, fact.label, label, indent - 16 * _PX)
            lines = self._fact_lines(fact, text, self._width - indent)
            height = max(len(heads), len(lines)) * text.leading
            if y - height < foot:
                self.left_out.append(fact.label)
                continue
            self.page.text_lines(self._left, y - text.size, heads)
            self.page.text_lines(self._left + indent, y - text.size, lines)
            y -= height + 10 * self._px
        if self.left_out:
            self._say(message("Left out, because the picture is full: {facts}"), facts=", ".join(self.left_out))

    def _fact_lines(self, fact: Fact, style: Style, width: float) -> list[Line]:
        if fact.names:
            return joined(self._setter, fact.names, style, width)
        return wrap(self._setter, fact.text, style, width)

    def _say(self, text: str, **values: object) -> None:
        self.remarks.append(Remark(text, values, self._flyer.title, 1, Subject("programmes", self._flyer.key)))
