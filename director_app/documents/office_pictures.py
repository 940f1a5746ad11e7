"""Pictures of a document to edit: charts as paper has them, kept photos in a size that can be mailed."""

from __future__ import annotations

import datetime
import io
from typing import Final, NamedTuple

from director_app.documents.colours import palette
from director_app.documents.page import MM, Page
from director_app.documents.page_images import drawn_page
from director_app.documents.pdf_writer import Paper, pdf_bytes
from director_app.documents.photos import Pictures
from director_app.documents.report_bits import bar_bits
from director_app.documents.sheets import Bars
from director_app.documents.typography import Typesetter

_DPI: Final = 220
_QUALITY: Final = 88
_ANY_DAY: Final = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)


class OfficePicture(NamedTuple):
    """A picture's file, and its width on paper in mm."""

    data: bytes
    width: float


def chart(bars: Bars, colour: str, width: float) -> OfficePicture | None:
    """A chart as wide as the text (mm); None when it has no bars or holds a character that no font draws."""
    import PIL.Image

    setter = Typesetter()
    bits = bar_bits(setter, palette(colour), bars, width * MM)
    if not bits or setter.missing:
        return None
    page = Page(width, bits[0].height / MM)
    page.number = 1
    bits[0].draw(page, 0, page.height)
    pages = pdf_bytes(Paper([page], "", "", "", "", "", _ANY_DAY))
    across, down, rows = drawn_page(pages, 0, _DPI / 72)
    image = PIL.Image.frombytes("RGB", (across, down), rows, "raw", "BGRX").quantize(64)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return OfficePicture(file.getvalue(), width)


def kept_picture(pictures: Pictures, digest: str, side: float, height: float) -> OfficePicture | None:
    """A kept picture within a box (mm); None when it is not there or cannot be read."""
    loaded = pictures.whole(digest, max(side, height))
    if loaded is None:
        return None
    image = loaded.image
    image.thumbnail((round(side / 25.4 * _DPI), round(height / 25.4 * _DPI)))
    file = io.BytesIO()
    if image.mode == "RGBA":
        image.save(file, "PNG", optimize=True)
    else:
        image.save(file, "JPEG", quality=_QUALITY)
    return OfficePicture(file.getvalue(), min(side, height * image.width / image.height))
