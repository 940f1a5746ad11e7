"""Several documents of one kind after each other in one file: all call sheets of a week, a flyer for each area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from director_app.documents.layout import Job, Laid
from director_app.documents.options import Part, Remark
from director_app.documents.page import Bookmark, Page
from director_app.documents.pdf_writer import Progress, stop_if_asked
from director_app.documents.sheets import Sheets
from director_app.domain.refusals import RefusedInput

_Made = TypeVar("_Made")


def each_made(
    job: Job, make: Callable[[Job], _Made], progress: Progress | None
) -> tuple[list[tuple[Part, _Made]], tuple[Remark, ...]]:
    """Every part of the wish that can be made, and what is to be said of the others.

    Raises:
        RefusedInput: the first part's reason, when none can be made.
    """
    made: list[tuple[Part, _Made]] = []
    remarks: list[Remark] = []
    refused: RefusedInput | None = None
    parts = job.options.parts
    for number, part in enumerate(parts):
        stop_if_asked(job.stop)
        if progress is not None:
            progress(number, len(parts))
        try:
            made.append((part, make(job.narrowed(part.scope))))
        except RefusedInput as refusal:
            refused = refused or refusal
            remarks.append(Remark(refusal.message, refusal.values, part.name))
    if refused is not None and not made:
        raise refused
    return made, tuple(remarks)


def sheets_joined(made: Sequence[tuple[Part, Sheets]]) -> Sheets:
    """The sheets of all parts as one document."""
    first = made[0][1]
    return first._replace(sheets=tuple(sheet for _part, sheets in made for sheet in sheets.sheets), title="")


def pages_joined(made: Sequence[tuple[Part, Laid]], title: str) -> Laid:
    """The pages of all parts as one document; its outline names the parts."""
    pages: list[Page] = []
    bookmarks: list[Bookmark] = []
    for number, (part, laid) in enumerate(made):
        before = f"{number}-"
        for page in laid.pages:
            page.anchors = [(f"{before}{anchor}", top) for anchor, top in page.anchors]
            page.links = [link._replace(anchor=f"{before}{link.anchor}") for link in page.links]
            pages.append(page)
        if laid.pages:
            first = laid.pages[0]
            first.anchors.append((before, first.height))
            bookmarks.append(Bookmark(part.name, before, 0))
        bookmarks += [one._replace(anchor=f"{before}{one.anchor}", level=one.level + 1) for one in laid.bookmarks]
    return Laid(
        pages, tuple(laid.content for _part, laid in made), title, made[0][1].author, made[0][1].subject, bookmarks,
        tuple(remark for part, laid in made for remark in _placed(part, laid.remarks)),
        sum(laid.left_out for _part, laid in made),
    )  # fmt: skip


def _placed(part: Part, remarks: Sequence[Remark]) -> list[Remark]:
    """Remarks of a part; its page numbers are not those of the whole."""
    return [remark._replace(place=remark.place or part.name, page=None) for remark in remarks]
