"""A picture as it is kept with the plan: upright, no larger than print needs, without anything said inside it."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any, Final

from director_app.documents.rasters import JPEG, PNG, load_picture, media_type

#: Pixels of the longer edge: A4 at 300 dpi is 3,508 high, and a little is cut away.
MOST_PIXELS: Final = 4000
_DPI: Final = (300, 300)
_FORMATS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    JPEG: ("JPEG", {"quality": 92, "dpi": _DPI}),
    PNG: ("PNG", {"optimize": False, "dpi": _DPI}),
}
#: What a reader tells of the picture itself, not of who took it and where.
_HARMLESS: Final = frozenset({
    "jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "progressive", "progression", "adobe",
    "adobe_transform", "gamma", "srgb", "transparency", "interlace", "aspect", "loop", "background", "duration",
    "timestamp",
})  # fmt: skip
_TELLING: Final = (b"Exif\0", b"eXIf", b"EXIF", b"ns.adobe.com/xap", b"Photoshop 3.0", b"ICC_PROFILE", b"iCCP")


def copy_to_keep(data: bytes) -> bytes:
    """The same picture in its own format; byte for byte where there is nothing to mend.

    Else it is turned as its EXIF says, at most 4,000 pixels long, in sRGB, for 300 dpi.

    Place, camera, name and every other word inside the file are left out: what is kept may be handed on.

    Raises:
        RefusedInput: when it is no picture, damaged, or has more pixels than any print needs.
    """
    import PIL.Image

    loaded = load_picture(data, MOST_PIXELS)
    image = loaded.image
    if max(loaded.width, loaded.height) <= MOST_PIXELS and _is_bare(data, image.info):
        return data
    image.thumbnail((MOST_PIXELS, MOST_PIXELS), PIL.Image.Resampling.LANCZOS)
    bare = PIL.Image.new(image.mode, image.size)
    bare.paste(image)
    out = io.BytesIO()
    name, options = _FORMATS.get(media_type(data), ("WEBP", {"quality": 95}))
    bare.save(out, name, **options)
    return out.getvalue()


def _is_bare(data: bytes, told: Iterable[object]) -> bool:
    """Whether there is nothing in the file but the picture."""
    return set(told) <= _HARMLESS and not any(mark in data for mark in _TELLING)
