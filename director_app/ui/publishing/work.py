"""What runs beside the window while something is published: making the PDF, drawing its pages."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from director_app.calendars.options import CalendarOptions
from director_app.documents.options import DocumentOptions, Form
from director_app.domain.papers import Release
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.operations.kept_contents import KeptContents, contents_beside
from director_app.ui.background import tell
from director_app.ui.desk import Desk
from director_app.ui.publishing.choice import Choice
from director_app.wording import Wording

#: A document to edit has no pages of its own.
_NO_SIZE = (0.0, 0.0)


class Order(NamedTuple):
    """What a print is made of: the plan, what was chosen, and what answers the bytes of photos, logos and editions."""

    plan: Plan
    choice: Choice
    contents: KeptContents
    #: For a quick look: only so many first deliveries of a long document.
    first: int | None = None
    #: The edition it is given out as; without it a choice of an edition shows the mark that it would get.
    release: Release | None = None


def order(desk: Desk, choice: Choice, first: int | None = None) -> Order:
    """Everything a maker beside the window needs."""
    return Order(desk.plan, choice, contents_beside(desk.open_plan), first)


class MadePaper(NamedTuple):
    """A finished PDF, or a document to edit, and what it was made of."""

    choice: Choice
    plan: Plan
    path: Path
    #: 0 for a document to edit.
    pages: int
    remarks: tuple[Any, ...]
    #: Width and height of the first page in pt, and of what is left of it when it is cut.
    size: tuple[float, float]
    trim: tuple[float, float]
    #: How many deliveries a quick look left out; 0 when it is the whole document.
    left_out: int = 0


class NotMade(NamedTuple):
    """Why there is no PDF."""

    choice: Choice
    refusal: Refusal | None


class MadeCalendar(NamedTuple):
    """A calendar that is made but not yet written."""

    choice: Choice
    plan: Plan
    path: Path
    work: Any


class PageImage(NamedTuple):
    """One drawn page: rows of 4 bytes B, G, R, unused."""

    path: Path
    page: int
    scale: float
    width: int
    height: int
    data: bytes


def make_paper(ordered: Order, out: Path, made_at: datetime.datetime, stop: threading.Event) -> MadePaper | NotMade:
    """Make the file of a choice at a place of its own: pages, or a document to edit when its name ends so."""
    from director_app.documents.making import MakingStopped
    from director_app.documents.page_images import page_size, page_trim
    from director_app.operations.printing import print_document

    plan, choice, contents, first, _release = ordered
    form: Form = "docx" if out.suffix == ".docx" else "pdf"
    progress = partial(tell, stop) if choice.parts else None
    try:
        with contents:
            options = replace(marked_options(ordered, made_at), first=first, form=form)
            made = print_document(
                plan, choice.document, out, Wording(choice.language), options, progress, stop, contents
            )
    except MakingStopped:
        return NotMade(choice, None)
    except Refusal as refusal:
        return NotMade(choice, refusal)
    if form == "docx":
        return MadePaper(choice, plan, made.path, 0, made.remarks, _NO_SIZE, _NO_SIZE)
    return MadePaper(
        choice, plan, made.path, made.pages, made.remarks, page_size(made.path, 0), page_trim(made.path, 0),
        made.left_out,
    )  # fmt: skip


def marked_options(ordered: Order, made_at: datetime.datetime) -> DocumentOptions:
    """The options with the mark of a draft, of the edition it is, or of the one it would be."""
    from director_app.operations.releases import as_edition, still_edition

    options = ordered.choice.options(made_at)
    if not ordered.choice.is_given_out:
        return options
    release = ordered.release or still_edition(ordered.plan, ordered.contents)
    if release is None:
        return replace(options, edition=str(ordered.plan.highest_edition + 1))
    return as_edition(options, release)


def make_papers(
    orders: tuple[tuple[Order, Path], ...], made_at: datetime.datetime, stop: threading.Event
) -> list[MadePaper | NotMade]:
    """Make several files, each whole or not at all; what was made before a stop stays."""
    made = []
    for number, (ordered, path) in enumerate(orders):
        if stop.is_set():
            break
        tell(stop, number, len(orders))
        made.append(make_paper(ordered, path, made_at, stop))
    return made


def make_calendar_file(
    plan: Plan,
    known: Mapping[Any, Any],
    choice: Choice,
    path: Path,
    made_at: datetime.datetime,
    edition: int | None,
    stop: threading.Event,
) -> MadeCalendar | NotMade:
    """Make the calendar of a choice, as an edition or as none; the window keeps its numbers and writes the file."""
    from director_app.operations.publishing import make_calendar

    options = CalendarOptions(
        internal=choice.is_internal, scope=choice.scope, edition=edition, repeating=choice.repeating
    )
    try:
        work = make_calendar(plan, known, Wording(choice.language), options, made_at)
    except Refusal as refusal:
        return NotMade(choice, refusal)
    return NotMade(choice, None) if stop.is_set() else MadeCalendar(choice, plan, path, work)


def draw_page(path: Path, page: int, scale: float, stop: threading.Event) -> PageImage | None:
    """Draw one page at `scale` pixels per pt; None when it was not wanted any more or the file is gone."""
    from director_app.documents.page_images import page_image

    if stop.is_set():
        return None
    try:
        width, height, data = page_image(path, page, scale)
    except (OSError, IndexError, ValueError):
        return None
    return PageImage(path, page, scale, width, height, data)
