"""Photos of the booklet's featured entries: cut before the pages are filled, so that every height is known."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Final, NamedTuple

from director_app.documents.content import Booklet, Entry
from director_app.documents.options import Remark
from director_app.documents.pdf_writer import stop_if_asked
from director_app.documents.photos import STANDS_SMALL, Pictures, Said
from director_app.documents.rasters import Raster
from director_app.domain.facts import Subject

#: mm, over the title and as wide as the content.
PHOTO_SIZE: Final = (94.0, 53.0)
#: mm, the upper part of the cover, without bleed.
COVER_SIZE: Final = (148.0, 118.4)
#: mm, at the right of the content.
SMALL_SIZE: Final = (24.0, 24.0)


class EntryPhotos(NamedTuple):
    """By the key of the entry: its photo, and what is to be told of it; then the lines that credit them."""

    rasters: Mapping[str, Raster]
    said: Mapping[str, tuple[Entry, Said]]
    credits: tuple[str, ...]
    #: Keys of entries whose photo is small.
    small: frozenset[str]


def entry_photos(booklet: Booklet, pictures: Pictures, stop: threading.Event | None = None) -> EntryPhotos:
    """Every photo of the booklet that is fine enough, cut."""
    rasters: dict[str, Raster] = {}
    said: dict[str, tuple[Entry, Said]] = {}
    lines: dict[str, None] = {}
    small: set[str] = set()
    for entry in (entry for month in booklet.months for day in month.days for entry in day.entries):
        size = PHOTO_SIZE if entry.is_photo_large else SMALL_SIZE
        judged = pictures.judge(entry.photo, *size)
        if judged.said is not None:
            said[entry.key] = entry, judged.said
        if entry.is_photo_large and not judged.is_usable:  # too coarse for the width, but perhaps not beside the text
            size = SMALL_SIZE
            judged = pictures.judge(entry.photo, *size)
            if judged.is_usable:
                said[entry.key] = entry, Said(STANDS_SMALL, {})
        if entry.photo is None or not judged.is_usable:
            continue
        if size == SMALL_SIZE:
            small.add(entry.key)
        stop_if_asked(stop)
        rasters[entry.key] = pictures.cut(entry.photo, *size)
        if entry.photo.credit:
            lines[f"{entry.title} · {entry.photo.credit}"] = None
    return EntryPhotos(rasters, said, tuple(lines), frozenset(small))


def cover_photo(booklet: Booklet, pictures: Pictures, bleed_mm: float) -> Raster | None:
    """The photo for the cover: the first one that stands large in the booklet and is fine enough; None without one."""
    width, height = COVER_SIZE[0] + 2 * bleed_mm, COVER_SIZE[1] + bleed_mm
    for entry in (entry for month in booklet.months for day in month.days for entry in day.entries):
        photo = entry.photo
        if photo is not None and entry.is_photo_large and pictures.judge(photo, width, height).is_usable:
            return pictures.cut(photo, width, height)
    return None


def photo_remarks(photos: EntryPhotos, pages: Mapping[str, int]) -> tuple[Remark, ...]:
    """What is to be told of photos, with the pages their entries stand on."""
    return tuple(
        Remark(
            told.message, told.values, f"{entry.number} {entry.title}".strip(), pages.get(key),
            Subject("deliveries", key),
        )
        for key, (entry, told) in photos.said.items()
    )  # fmt: skip
