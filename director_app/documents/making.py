"""Making a document from a plan: content, pages, checks, file."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

from director_app.documents import catalogue
from director_app.documents.booklet import booklet_content
from director_app.documents.booklet_pages import booklet_pages
from director_app.documents.content import texts
from director_app.documents.flyer_pages import FlyerPages
from director_app.documents.flyers import flyer_content
from director_app.documents.options import DocumentOptions, Made, Remark, Size
from director_app.documents.pdf_writer import MakingStopped, Paper, Progress, stop_if_asked, write_pdf
from director_app.documents.photos import Contents, Pictures
from director_app.documents.typography import Typesetter, clean
from director_app.domain.collecting import without_collecting
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.wording import Wording, message

__all__ = ["DocumentOptions", "Made", "MakingStopped", "Remark", "Size", "make_document"]

_MOST_BLEED: Final = 5.0
_MOST_PLACES: Final = 5


def make_document(
    plan: Plan,
    name: str,
    out: Path,
    wording: Wording,
    options: DocumentOptions,
    progress: Progress | None = None,
    stop: threading.Event | None = None,
    contents: Contents | None = None,
) -> Made:
    """Make the document `name` of `documents.catalogue` and put it in the place of `out`, whole or not at all.

    `contents` gives the bytes of photos and logos by their digests; without it the print has none.

    Raises:
        RefusedInput: for a document that cannot be made so, naming characters that no font draws among other reasons.
        CannotUseFile: when `out` cannot be written.
        MakingStopped: when `stop` was set before the end.
    """
    if catalogue.document_named(name) is None:
        raise RefusedInput(message("There is no document named {name}."), name=name)
    if not 0 <= options.bleed_mm <= _MOST_BLEED:
        raise RefusedInput(message("The bleed must be between 0 and {most} mm."), most=_MOST_BLEED)
    stop_if_asked(stop)
    with without_collecting():
        setter = Typesetter()
        pictures = Pictures(contents)
        if name == "booklet":
            paper, content, remarks = _booklet(plan, wording, options, setter, stop, pictures)
        else:
            paper, content, remarks = _flyer(plan, wording, options, setter, pictures)
        refuse_missing(setter, content)
        write_pdf(paper, out, progress, stop)
    return Made(out, len(paper.pages), remarks)


def _booklet(
    plan: Plan,
    wording: Wording,
    options: DocumentOptions,
    setter: Typesetter,
    stop: threading.Event | None,
    pictures: Pictures,
) -> tuple[Paper, tuple[object, ...], tuple[Remark, ...]]:
    content = booklet_content(plan, wording, options)
    stop_if_asked(stop)
    sort_names = {artist.name: artist.sort_name for artist in plan.artists.values() if artist.sort_name}
    laid = booklet_pages(setter, content, options, wording, sort_names, stop, pictures)
    paper = Paper(
        pages=laid.pages,
        title=content.cover.title.replace("\n", " "),
        author=" · ".join(name for group in content.credits for name in group.names),
        subject=content.cover.subtitle,
        keywords="",
        language=_language(wording),
        made_at=options.made_at,
        bookmarks=laid.bookmarks,
        bleed_mm=options.bleed_mm,
        marks=options.marks,
    )
    return paper, content, laid.remarks


def _flyer(
    plan: Plan, wording: Wording, options: DocumentOptions, setter: Typesetter, pictures: Pictures
) -> tuple[Paper, tuple[object, ...], tuple[Remark, ...]]:
    content = flyer_content(plan, wording, options)
    laid = FlyerPages(setter, content, options, pictures)
    paper = Paper(
        pages=laid.pages(),
        title=content.title.replace("\n", " "),
        author=" · ".join(name for group in content.credits for name in group.names),
        subject=content.series,
        keywords="",
        language=_language(wording),
        made_at=options.made_at,
        bleed_mm=options.bleed_mm,
        marks=options.marks,
    )
    return paper, content, tuple(laid.remarks)


def _language(wording: Wording) -> str:
    return "ko-KR" if wording.language == "ko" else "en-GB"


def refuse_missing(setter: Typesetter, content: tuple[object, ...]) -> None:
    """Refuse to write a document in which a character would be left out.

    Raises:
        RefusedInput: naming the characters and where they stand.
    """
    if not setter.missing:
        return
    places: dict[str, None] = {}
    for place, text in texts(content):
        if len(places) < _MOST_PLACES and any(char in setter.missing for char in clean(text)):
            places[place or text[:40]] = None
    raise RefusedInput(
        message("No font can draw {characters}. Please replace them in: {places}. Nothing was written."),
        characters=" ".join(f"{char} (U+{ord(char):04X})" for char in setter.missing),
        places=", ".join(places),
    )
