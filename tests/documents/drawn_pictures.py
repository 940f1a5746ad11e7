"""Photos and logos drawn for tests: what cameras, scanners and designers hand over."""

from __future__ import annotations

import hashlib
import io
from typing import Any

from PIL import Image, ImageDraw

from director_app.domain.ids import AttachmentId
from director_app.domain.papers import Attachment

#: Colours of the four quarters: upper left, upper right, lower left, lower right.
QUARTERS = ("red", "lime", "blue", "yellow")
LIES_ON_ITS_RIGHT = 6


def quarters(width: int, height: int) -> Image.Image:
    """A picture by whose colours one sees which part of it is shown, and which way up."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for index, colour in enumerate(QUARTERS):
        left, top = (index % 2) * width // 2, (index // 2) * height // 2
        draw.rectangle((left, top, left + width // 2, top + height // 2), fill=colour)
    return image


def encoded(image: Image.Image, form: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def turned_by_exif(image: Image.Image) -> bytes:
    """As a phone held upright saves it: lying, with a note that it must be turned."""
    exif = Image.Exif()
    exif[0x0112] = LIES_ON_ITS_RIGHT
    return encoded(image.transpose(Image.Transpose.ROTATE_90), exif=exif)


def logo(width: int = 400, height: int = 200) -> bytes:
    """Ink in the middle of a transparent sheet."""
    image = Image.new("RGBA", (width + 100, height + 100), (0, 0, 0, 0))
    ImageDraw.Draw(image).rectangle((50, 50, 49 + width, 49 + height), fill=(20, 60, 140, 255))
    return encoded(image, "PNG")


def attached(name: str, content: bytes, **facts: Any) -> tuple[Attachment, dict[str, bytes]]:
    """The attachment of some bytes, and the bytes by their digest."""
    digest = hashlib.sha256(content).hexdigest()
    return Attachment(AttachmentId(name), name, digest=digest, size=len(content), **facts), {digest: content}
