"""Making a document from a plan: content, pages, checks, file."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from director_app.documents import (
    booklet_pages,
    call_sheet,
    catalogue,
    changes_sheet,
    contact_list,
    council_minutes,
    cue_sheet,
    day_sheet,
    door_sheet,
    festival_programme,
    flyer_pages,
    imposing,
    leaflet,
    letters,
    light_calendar,
    month_pages,
    notice,
    operation_plan,
    poster,
    problem_list,
    rain_sheet,
    result_report,
    settlement,
    venue_sheet,
    week_timetable,
)
from director_app.documents.content import texts
from director_app.documents.facts import Facts
from director_app.documents.layout import Job, LayOut, ProblemLine
from director_app.documents.options import Changes, DocumentOptions, Made, Remark, Size
from director_app.documents.own_words import prepared
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


#: Who lays out which document of the catalogue.
MAKERS: Final[Mapping[str, LayOut]] = {
    "booklet": booklet_pages.lay_out,
    "flyer": flyer_pages.lay_out,
    "booklet-imposed": imposing.booklet_imposed,
    "flyer-4up": imposing.four_flyers,
    "leaflet": leaflet.lay_out,
    "poster": poster.lay_out,
    "notice": notice.lay_out,
    "month-calendar": month_pages.lay_out,
    "week-timetable": week_timetable.lay_out,
    "door-sheet": door_sheet.lay_out,
    "festival-programme": festival_programme.lay_out,
    "light-calendar": light_calendar.lay_out,
    "day-sheet": day_sheet.lay_out,
    "rain-sheet": rain_sheet.lay_out,
    "call-sheet": call_sheet.lay_out,
    "venue-sheet": venue_sheet.lay_out,
    "cue-sheet": cue_sheet.lay_out,
    "contact-list": contact_list.lay_out,
    "problem-list": problem_list.lay_out,
    "changes": changes_sheet.lay_out,
    "offer-letter": letters.offers,
    "refusal-letter": letters.refusals,
    "operation-plan": operation_plan.lay_out,
    "result-report": result_report.lay_out,
    "settlement": settlement.lay_out,
    "council-minutes": council_minutes.lay_out,
}


def make_document(
    plan: Plan,
    name: str,
    out: Path,
    wording: Wording,
    options: DocumentOptions,
    progress: Progress | None = None,
    stop: threading.Event | None = None,
    contents: Contents | None = None,
    problems: Callable[[], Sequence[ProblemLine]] | None = None,
    changes: Callable[[], Changes] | None = None,
) -> Made:
    """Make the document `name` of `documents.catalogue` and put it in the place of `out`, whole or not at all.

    `contents` gives the bytes of photos and logos by their digests; without it the print has none. `problems` gives
    the problems of the plan in words, for the document that lists them; `changes` what changed since an edition.

    Raises:
        RefusedInput: for a document that cannot be made so, naming characters that no font draws among other reasons.
        CannotUseFile: when `out` cannot be written.
        MakingStopped: when `stop` was set before the end.
    """
    spec = catalogue.document_named(name)
    if spec is None:
        raise RefusedInput(message("There is no document named {name}."), name=name)
    if not 0 <= options.bleed_mm <= _MOST_BLEED:
        raise RefusedInput(message("The bleed must be between 0 and {most} mm."), most=_MOST_BLEED)
    plan, wording, options = prepared(plan, wording, options, spec)
    title = wording.text(spec.title)
    if options.size is None:
        options = replace(options, size=spec.sizes[0])
    elif options.size not in spec.sizes:
        sizes = ", ".join(spec.sizes)
        raise RefusedInput(message("{document} is printed in {sizes}, not in {size}."), document=title,
                           sizes=sizes, size=options.size)  # fmt: skip
    stop_if_asked(stop)
    with without_collecting():
        setter = Typesetter()
        facts = Facts(plan, wording)
        job = Job(plan, title, wording, options, setter, Pictures(contents), facts, stop, problems, changes)
        laid = MAKERS[name](job)
        refuse_missing(setter, laid.content)
        paper = Paper(
            pages=laid.pages, title=laid.title, author=laid.author, subject=laid.subject, keywords="",
            language=_language(wording), made_at=options.made_at, bookmarks=laid.bookmarks,
            bleed_mm=options.bleed_mm if spec.is_public else 0.0, marks=options.marks and spec.is_public,
        )  # fmt: skip
        write_pdf(paper, out, progress, stop)
    return Made(out, len(paper.pages), (*laid.remarks, *facts.untranslated()), laid.left_out)


def _language(wording: Wording) -> str:
    return "ko-KR" if wording.language == "ko" else "en-GB"


def refuse_missing(setter: Typesetter, content: object) -> None:
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
