"""The photos and logos of one document: which there are, whether they are fine enough, and each cut only once.

A photo that is missing, broken or too coarse never stops a print: the page is made without it and a remark says so.
Bytes come from a reader of kept contents; no path and no address is followed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from director_app.documents.content import Photo
from director_app.documents.rasters import (
    Loaded,
    Logo,
    Raster,
    cut_photo,
    dots_per_inch,
    load_picture,
    logo_of,
    pixels,
)
from director_app.domain.ids import AttachmentId
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.wording import message

#: Gives the bytes that a digest names, None when they are not there.
Contents = Callable[[str], bytes | None]

#: Under this a photo is reported, under the other it is not printed (dots per inch at its size).
SHARP: Final = 200
LEAST: Final = 120

STANDS_SMALL: Final = message("The photo is too coarse for the width of the page; it stands small beside the text.")
MISSING: Final = message("The file of the photo is missing; it was printed without it.")
UNREADABLE: Final = message("The photo cannot be read; it was printed without it. Choose the picture again.")
TOO_COARSE: Final = message(
    "The photo has only {dpi} dpi at its size; under {least} dpi it is left out. Choose a larger picture."
)
COARSE: Final = message("The photo has only {dpi} dpi at its size; from {sharp} dpi it prints sharply.")
LOGO_UNREADABLE: Final = message("The logo cannot be read; the name was printed instead. Choose the picture again.")

#: Height and width shape how large a logo looks: (ordinary aspect / its own) and (ordinary ink share / its own).
_ASPECT: Final = (1.8, 0.28)
_INK: Final = (0.6, 0.15)
_SMALLEST_SHARE: Final = 0.7
_LARGEST_SHARE: Final = 1.3


class Said(NamedTuple):
    """Something to be told of a picture: an English message and its values."""

    message: str
    values: dict[str, Any]


class Judged(NamedTuple):
    """Whether a photo is printed in a box, and what is to be said of that."""

    is_usable: bool
    said: Said | None = None


class Pictures:
    """Reads, judges and cuts the pictures of one document."""

    def __init__(self, contents: Contents | None = None) -> None:
        self._contents = contents
        self._loaded: tuple[str, int, Loaded] | None = None
        self._judged: dict[tuple[str, float, float], Judged] = {}
        self._cut: dict[tuple[Photo, float, float], Raster] = {}
        self._logos: dict[tuple[str, float], Logo | None] = {}
        #: Digests of logos that cannot be printed.
        self.broken_logos: dict[str, None] = {}

    # -- photos ---------------------------------------------------------------------------------------------

    def judge(self, photo: Photo | None, width_mm: float, height_mm: float) -> Judged:
        """Whether the photo can fill a box of this size. Without a reader of bytes there are no photos."""
        if photo is None or self._contents is None:
            return Judged(is_usable=False)
        key = (photo.digest, width_mm, height_mm)
        judged = self._judged.get(key)
        if judged is None:
            judged = self._judged[key] = self._judge(photo, width_mm, height_mm)
        return judged

    def _judge(self, photo: Photo, width_mm: float, height_mm: float) -> Judged:
        try:
            loaded = self._load(photo.digest, pixels(max(width_mm, height_mm)))
        except RefusedInput:
            return Judged(False, Said(UNREADABLE, {}))
        if loaded is None:
            return Judged(False, Said(MISSING, {}))
        dpi = dots_per_inch(loaded, width_mm, height_mm)
        if dpi < LEAST:
            return Judged(False, Said(TOO_COARSE, {"dpi": int(dpi), "least": LEAST}))
        return Judged(True, Said(COARSE, {"dpi": int(dpi), "sharp": SHARP}) if dpi < SHARP else None)

    def cut(self, photo: Photo, width_mm: float, height_mm: float) -> Raster:
        """The part of a photo, judged usable before, that fills the box around its focus."""
        key = (photo, width_mm, height_mm)
        raster = self._cut.get(key)
        if raster is None:
            loaded = self._load(photo.digest, pixels(max(width_mm, height_mm)))
            if loaded is None:
                raise RefusedInput(MISSING)
            raster = self._cut[key] = cut_photo(loaded, width_mm, height_mm, photo.focus)
        return raster

    def _load(self, digest: str, needed: int) -> Loaded | None:
        """The decoded picture; only the last one is kept, as large ones take much room."""
        if self._loaded is not None and self._loaded[0] == digest and self._loaded[1] >= needed:
            return self._loaded[2]
        data = self._contents(digest) if self._contents is not None else None
        if not data:
            return None
        loaded = load_picture(data, needed)
        self._loaded = (digest, needed, loaded)
        return loaded

    def whole(self, digest: str, side_mm: float) -> Loaded | None:
        """The whole picture, fine enough for a side of that length; None when it is not there or cannot be read."""
        try:
            return self._load(digest, pixels(side_mm))
        except RefusedInput:
            return None

    # -- logos ----------------------------------------------------------------------------------------------

    def logo(self, digest: str, base_mm: float) -> Logo | None:
        """The logo, None when there is none or it cannot be printed."""
        if not digest or self._contents is None:
            return None
        key = (digest, base_mm)
        if key not in self._logos:
            self._logos[key] = self._logo(digest, base_mm)
        return self._logos[key]

    def _logo(self, digest: str, base_mm: float) -> Logo | None:
        data = self._contents(digest) if self._contents is not None else None
        try:
            found = logo_of(load_picture(data), base_mm * _LARGEST_SHARE) if data else None
        except RefusedInput:
            found = None
        if found is None:
            self.broken_logos[digest] = None
        return found


def optical_height(logo: Logo, base: float) -> float:
    """The height at which logos of all shapes look equally large: wide and dark ones lower, 70 to 130 % of `base`."""
    share = (_ASPECT[0] / logo.aspect) ** _ASPECT[1] * (_INK[0] / max(0.01, logo.ink_share)) ** _INK[1]
    return base * min(_LARGEST_SHARE, max(_SMALLEST_SHARE, float(share)))


# -- what a document needs ----------------------------------------------------------------------------------


def digest_of(plan: Plan, attachment: AttachmentId | None) -> str:
    """The digest of a picture's bytes; "" without one."""
    record = plan.attachments.get(attachment) if attachment else None
    return record.digest if record else ""
