"""Photos and logos as bytes -> pictures a page can carry: upright, in sRGB, cut and reduced to what paper shows.

Only the bytes of the kept file are read, never a name or an address in them. Pillow is imported where it is used.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from director_app.domain.refusals import RefusedInput
from director_app.wording import message

if TYPE_CHECKING:
    from PIL.Image import Image

NOT_A_PICTURE: Final = message("This is no picture that can be printed. Choose a JPEG, PNG or WebP file.")
DAMAGED: Final = message("The picture is damaged: it cannot be read to its end. Choose another copy of it.")
TOO_LARGE: Final = message(
    "The picture has {width} × {height} pixels, more than any print needs. Save a smaller one and choose that."
)

JPEG: Final = "image/jpeg"
PNG: Final = "image/png"
WEBP: Final = "image/webp"

_MM_PER_INCH: Final = 25.4
_PHOTO_DPI: Final = 300
_LOGO_DPI: Final = 600
_JPEG_QUALITY: Final = 90
_ORIENTATION: Final = 0x0112
#: EXIF orientations that lay the picture on its side.
_LYING: Final = frozenset({5, 6, 7, 8})
#: From this lightness on a pixel of a logo is paper.
_PAPER: Final = 247
#: What Pillow's readers raise on bytes that are not what they claim to be.
_BROKEN: Final = (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, OverflowError, struct.error,
                  zlib.error)  # fmt: skip


class Raster(NamedTuple):
    """A picture as a PDF carries it. `mask` is compressed opacity, None where all of it is opaque."""

    #: Digest of everything below.
    name: str
    width: int
    height: int
    is_grey: bool
    #: "DCTDecode" (JPEG) or "FlateDecode".
    encoding: str
    data: bytes
    mask: bytes | None = None


class Loaded(NamedTuple):
    """A decoded picture, upright and in grey, RGB or RGBA. `width` and `height` are those of the file, upright."""

    image: Image
    width: int
    height: int


class Logo(NamedTuple):
    """A logo cut to its ink: width over height, and the share of its box that is inked."""

    raster: Raster
    aspect: float
    ink_share: float


def media_type(data: bytes) -> str:
    """The kind of picture by its first bytes; "" for everything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    return WEBP if data.startswith(b"RIFF") and data[8:12] == b"WEBP" else ""


def load_picture(data: bytes, needed: int = 0) -> Loaded:
    """Decode a picture; a JPEG no larger than leaves both edges at least `needed` pixels (0: as it is).

    Raises:
        RefusedInput: when it is no picture, damaged, or larger than Pillow decodes without being warned of a bomb.
    """
    import PIL.Image

    try:
        found = _opened(data)
    except _BROKEN as error:
        raise RefusedInput(DAMAGED) from error
    width, height = found.size
    if width * height > (PIL.Image.MAX_IMAGE_PIXELS or 0):
        raise RefusedInput(TOO_LARGE, width=width, height=height)
    try:
        if needed and media_type(data) == JPEG:
            found.draft(None, (needed, needed))
        found.load()
        lies = found.getexif().get(_ORIENTATION) in _LYING
        upright = _upright(found)
    except _BROKEN as error:
        raise RefusedInput(DAMAGED) from error
    return Loaded(upright, *((height, width) if lies else (width, height)))


def _opened(data: bytes) -> Any:
    """The reader of the bytes, nothing but their head read. `Image.open` would warn of bombs by global state."""
    from PIL.JpegImagePlugin import JpegImageFile
    from PIL.PngImagePlugin import PngImageFile
    from PIL.WebPImagePlugin import WebPImageFile

    readers: dict[str, Any] = {JPEG: JpegImageFile, PNG: PngImageFile, WEBP: WebPImageFile}
    kind = media_type(data)
    if not kind:
        raise RefusedInput(NOT_A_PICTURE)
    return readers[kind](io.BytesIO(data))


def _upright(found: Image) -> Image:
    """Turned as its EXIF says, in grey, RGB or RGBA."""
    from PIL import ImageOps

    return _in_srgb(ImageOps.exif_transpose(found))


def _in_srgb(image: Image) -> Image:
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(lambda value: value / 256).convert("L")
    profile = image.info.get("icc_profile")
    if "A" in image.mode or "a" in image.mode or "transparency" in image.info:
        return image.convert("RGBA")
    if profile and image.mode in ("RGB", "CMYK"):
        return _converted(image, profile)
    return image if image.mode == "L" else image.convert("L" if image.mode in ("1", "F") else "RGB")


def _converted(image: Image, profile: bytes) -> Image:
    """In sRGB by its own colour profile, or as if it had none where that is of no use."""
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (*_BROKEN, ImageCms.PyCMSError):
        made = None
    return made if made is not None else image.convert("RGB")


def _on_white(image: Image) -> Image:
    import PIL.Image

    if image.mode != "RGBA":
        return image
    paper = PIL.Image.new("RGBA", image.size, "white")
    return PIL.Image.alpha_composite(paper, image).convert("RGB")


# -- photos -------------------------------------------------------------------------------------------------


def dots_per_inch(loaded: Loaded, width_mm: float, height_mm: float) -> float:
    """How fine the picture is when it fills a box, cut to the shape of it."""
    return min(loaded.width / width_mm, loaded.height / height_mm) * _MM_PER_INCH


def pixels(mm: float) -> int:
    """Pixels along a length at the resolution photos are printed with."""
    return round(mm / _MM_PER_INCH * _PHOTO_DPI)


def crop_box(
    size: tuple[int, int], width_mm: float, height_mm: float, focus: tuple[float, float]
) -> tuple[float, float, float, float]:
    """The largest part of a picture in the shape of a box, as close around the focus as its edges allow."""
    width, height = size
    scale = min(width / width_mm, height / height_mm)
    part_width, part_height = width_mm * scale, height_mm * scale
    left = min(max(0.0, focus[0] * width - part_width / 2), width - part_width)
    top = min(max(0.0, focus[1] * height - part_height / 2), height - part_height)
    return max(0.0, left), max(0.0, top), min(width, left + part_width), min(height, top + part_height)


def cut_photo(loaded: Loaded, width_mm: float, height_mm: float, focus: tuple[float, float]) -> Raster:
    """The part of a photo that fills a box, at 300 dpi where it has them, as JPEG."""
    import PIL.Image

    box = crop_box(loaded.image.size, width_mm, height_mm, focus)
    size = (
        max(1, min(round(box[2] - box[0]), pixels(width_mm))),
        max(1, min(round(box[3] - box[1]), pixels(height_mm))),
    )
    part = _on_white(loaded.image).resize(size, PIL.Image.Resampling.LANCZOS, box=box)
    out = io.BytesIO()
    part.save(out, "JPEG", quality=_JPEG_QUALITY)
    data = out.getvalue()
    return Raster(_name(data), *size, part.mode == "L", "DCTDecode", data)


# -- logos --------------------------------------------------------------------------------------------------


def logo_of(loaded: Loaded, height_mm: float) -> Logo | None:
    """A logo without the empty paper around it, fine enough to be `height_mm` high; None when it is blank."""
    import PIL.Image

    ink = _on_white(loaded.image).convert("L").point(lambda light: 255 if light < _PAPER else 0)
    box = ink.getbbox()
    if box is None:
        return None
    share = sum(ink.crop(box).histogram()[1:]) / ((box[2] - box[0]) * (box[3] - box[1]))
    part = loaded.image.crop(box)
    aspect = part.width / part.height
    most = round(height_mm / _MM_PER_INCH * _LOGO_DPI)
    if part.height > most:
        part = part.resize((max(1, round(most * aspect)), most), PIL.Image.Resampling.LANCZOS)
    return Logo(_plain_raster(part), aspect, share)


def _plain_raster(image: Image) -> Raster:
    """Every pixel as it is, with its opacity."""
    mask = None
    if image.mode == "RGBA":
        opacity = image.getchannel("A")
        mask = None if opacity.getextrema() == (255, 255) else zlib.compress(opacity.tobytes(), 9)
        image = image.convert("RGB")
    data = zlib.compress(image.tobytes(), 9)
    return Raster(_name(data + (mask or b"")), *image.size, image.mode == "L", "FlateDecode", data, mask)


def _name(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
