"""Sheets -> pages: strips flow down, table headers come again, every page says which of how many it is."""

from __future__ import annotations

from typing import Final

from director_app.documents.breaking import wrap
from director_app.documents.colours import GREY_TEXT, palette
from director_app.documents.fonts import Weight
from director_app.documents.layout import Job, Laid
from director_app.documents.page import A4, MM, Bookmark, Page
from director_app.documents.pdf_writer import stop_if_asked
from director_app.documents.sheet_bits import Bit
from director_app.documents.sheet_blocks import Blocks
from director_app.documents.sheets import Sheet, Sheets
from director_app.documents.typography import Style

_SIDE: Final = 15 * MM
_TOP: Final = 15 * MM
_BOTTOM: Final = 22 * MM
_FOOT: Final = 10 * MM
_GROWTHS: Final = (1.2, 1.1, 1.0)
#: A sheet that is only so much longer than its page is set a little tighter: no page for two lines.
_NEARLY: Final = 1.12
_TIGHTER: Final = (0.95, 0.9)
_SMALL: Final = Style(6.5, ink=GREY_TEXT, leading=8.5)
#: The foot of sheets that are drawn larger: as large as their other small type.
_LARGE_FOOT: Final = Style(9.5, leading=12.5)
_LARGE_FOOT_FROM: Final = 6 * MM
_WARNING: Final = Style(8.5, Weight.SEMIBOLD, leading=10.5)


def sheets_laid(job: Job, content: Sheets) -> Laid:
    """A document of sheets on pages, each sheet on pages of its own."""
    maker = _Maker(job, content)
    for number, sheet in enumerate(content.sheets):
        stop_if_asked(job.stop)
        maker.add(sheet, number)
    maker.add_feet()
    return Laid(
        maker.finished(), content, content.title or job.title, subject=content.foot.series, bookmarks=maker.bookmarks
    )


class _Maker:
    """Fills pages."""

    def __init__(self, job: Job, content: Sheets) -> None:
        self._setter = job.setter
        self._content = content
        paper = (A4[1], A4[0]) if content.is_landscape else A4
        self._scale = content.scale
        self._size = (paper[0] / self._scale, paper[1] / self._scale)
        self.pages: list[Page] = []
        self.bookmarks: list[Bookmark] = []
        width = self._size[0] * MM - 2 * _SIDE
        self._blocks = Blocks(job.setter, palette(content.colour), width, job.pictures)
        self._page = Page(*self._size)
        self._y = 0.0
        self._top = 0.0

    def add(self, sheet: Sheet, number: int) -> None:
        """Lay out one sheet."""
        self._new_page()
        anchor = f"sheet-{number}"
        self._page.anchors.append((anchor, self._page.height))
        head = sheet.head
        self.bookmarks.append(Bookmark(" ".join(part for part in (head.title, *head.day) if part), anchor, 0))
        self._put(self._blocks.head(sheet.head, self._content.foot.edition if self._content.warning else ""))
        self._flow(self._grown(sheet))

    def _grown(self, sheet: Sheet) -> list[Bit]:
        """The strips of a sheet: its tables as large as one page can hold, of the usual size when it needs more."""
        bits: list[Bit] = []
        for self._blocks.growth in (*_GROWTHS, *_TIGHTER, 1.0):
            bits = [bit for block in sheet.blocks for bit in self._blocks.bits(block)]
            height = sum(bit.height for bit in bits)
            if height <= self._room() or (height > self._room() * _NEARLY and self._blocks.growth == 1):
                break
        if bits and bits[0].keeps:  # the head has its rule
            bits[0].rules = [rule for rule in bits[0].rules if rule[2] > 0]
        return bits

    def _flow(self, bits: list[Bit]) -> None:
        for index, bit in enumerate(bits):
            needed = bit.height
            ahead = index
            while bits[ahead].keeps and ahead + 1 < len(bits):
                ahead += 1
                needed += bits[ahead].height
            if not bit.texts and not bit.frames and not bit.rules and not bit.rasters:  # mere room
                self._y = max(self._y - bit.height, _BOTTOM)
                continue
            if needed > self._room() and self._y < self._top - 1:
                self._new_page()
                if bit.repeats is not None:
                    self._put(bit.repeats)
            rest = bit
            while rest.height > self._room() and rest.texts:
                part, rest = rest.cut(self._room())
                self._put(part)
                self._new_page()
            self._put(rest)

    def _room(self) -> float:
        return self._y - _BOTTOM

    def _put(self, bit: Bit) -> None:
        bit.draw(self._page, _SIDE, self._y)
        self._y -= bit.height

    def _new_page(self) -> None:
        self._page = Page(*self._size)
        self.pages.append(self._page)
        self._page.number = len(self.pages)
        self._y = self._top = self._page.height - _TOP

    def finished(self) -> list[Page]:
        """The pages on their paper."""
        if self._scale == 1:
            return self.pages
        papers = []
        for page in self.pages:
            paper = Page(self._size[0] * self._scale, self._size[1] * self._scale)
            paper.number = page.number
            paper.place(page, 0.0, 0.0, self._scale)
            papers.append(paper)
        return papers

    def add_feet(self) -> None:
        """Warning or series, page of pages, edition, and the season's notice."""
        for page in self.pages:
            if self._scale == 1:
                self._add_foot(page)
            else:
                self._add_large_foot(page)

    def _add_large_foot(self, page: Page) -> None:
        """The same in as many lines as it needs."""
        foot = self._content.foot
        said = (f"{page.number}/{len(self.pages)}", foot.series, foot.edition, foot.notice)
        text = " · ".join(part for part in said if part)
        lines = wrap(self._setter, text, _LARGE_FOOT, page.width - 2 * _SIDE)
        page.text_lines(_SIDE, _LARGE_FOOT_FROM + (len(lines) - 1) * _LARGE_FOOT.leading, lines)

    def _add_foot(self, page: Page) -> None:
        foot = self._content.foot
        right = page.width - _SIDE
        third = (right - _SIDE) / 3 - 3 * MM
        style = _WARNING if self._content.warning else _SMALL
        page.text_lines(_SIDE, _FOOT, wrap(self._setter, self._content.warning or foot.series, style, third))
        if len(self.pages) > 1:
            count = self._setter.line(f"{page.number}/{len(self.pages)}", _SMALL)
            page.text(page.width / 2 - count.width / 2, _FOOT, count)
        said = [foot.series, foot.edition] if self._content.warning else [foot.edition]
        lines = wrap(self._setter, " · ".join(part for part in said if part), _SMALL, third)
        for index, line in enumerate(lines):
            page.text_right(right, _FOOT - index * _SMALL.leading, line)
        if foot.notice:
            notice = wrap(self._setter, foot.notice, _SMALL, right - _SIDE)
            page.text_lines(_SIDE, _FOOT + 12 + (len(notice) - 1) * _SMALL.leading, notice)
