"""Making a document from a plan: content, pages, checks, file."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
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
    large_print,
    leaflet,
    letters,
    light_calendar,
    month_pages,
    notice,
    notice_sheet,
    operation_plan,
    poster,
    problem_list,
    rain_sheet,
    result_report,
    route_leaflet,
    schedule_sheet,
    settlement,
    venue_sheet,
    week_timetable,
)
from director_app.documents.catalogue import DocumentSpec
from director_app.documents.content import texts
from director_app.documents.facts import Facts
from director_app.documents.joining import each_made, pages_joined, sheets_joined
from director_app.documents.layout import Job, Laid, LayOut, ProblemLine, language_tag
from director_app.documents.options import Changes, DocumentOptions, Made, Remark, Size
from director_app.documents.own_words import prepared
from director_app.documents.pdf_writer import MakingStopped, Paper, Progress, stop_if_asked, write_pdf
from director_app.documents.photos import Contents, Pictures
from director_app.documents.sheet_pages import sheets_laid
from director_app.documents.sheets import Sheets
from director_app.documents.typography import Typesetter, clean
from director_app.documents.whole_language import NOT_IN_LANGUAGES, WorkersFacts, WorkersWording
from director_app.domain.collecting import without_collecting
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.wording import Wording, message

__all__ = ["DocumentOptions", "Made", "MakingStopped", "Remark", "Size", "make_document"]

_MOST_BLEED: Final = 5.0
_MOST_PLACES: Final = 5
NOT_EDITABLE: Final = message(
    "{document} is drawn for print and cannot be made as a document to edit. These can: {documents}."
)


#: What a document of sheets says; it is drawn on pages, or written as a document that an office can edit.
SHEETS: Final[Mapping[str, Callable[[Job], Sheets]]] = {
    "schedule": schedule_sheet.schedule_sheets,
    "week-timetable": week_timetable.week_timetables,
    "large-print": large_print.large_print,
    "door-sheet": door_sheet.door_sheets,
    "festival-programme": festival_programme.festival_programme,
    "light-calendar": light_calendar.light_calendar,
    "route-leaflet": route_leaflet.route_leaflet,
    "day-sheet": day_sheet.day_sheets,
    "rain-sheet": rain_sheet.rain_sheets,
    "call-sheet": call_sheet.call_sheets,
    "venue-sheet": venue_sheet.venue_sheets,
    "cue-sheet": cue_sheet.cue_sheets,
    "contact-list": contact_list.contact_list,
    "problem-list": problem_list.problem_list,
    "changes": changes_sheet.changes_sheet,
    "offer-letter": letters.offers,
    "refusal-letter": letters.refusals,
    "operation-plan": operation_plan.operation_plan,
    "result-report": result_report.result_report,
    "settlement": settlement.settlement_sheets,
    "council-minutes": council_minutes.council_minutes,
}
#: Who lays out the documents that are drawn in a way of their own.
MAKERS: Final[Mapping[str, LayOut]] = {
    "booklet": booklet_pages.lay_out,
    "flyer": flyer_pages.lay_out,
    "booklet-imposed": imposing.booklet_imposed,
    "flyer-4up": imposing.four_flyers,
    "leaflet": leaflet.lay_out,
    "poster": poster.lay_out,
    "notice": notice.lay_out,
    "month-calendar": month_pages.lay_out,
}
#: What those of them say that an office can edit nevertheless.
EDITABLE: Final[Mapping[str, Callable[[Job], Sheets]]] = {**SHEETS, "notice": notice_sheet.notice_sheets}


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
    plan, wording, options, spec = _asked(plan, name, wording, options)
    stop_if_asked(stop)
    with without_collecting():
        wording, facts = _spoken(plan, wording, options, spec)
        setter = Typesetter(is_chinese=options.in_language == "zh")
        title = wording.text(spec.title)
        job = Job(plan, title, wording, options, setter, Pictures(contents), facts, stop, problems, changes)
        if options.form == "docx":
            from director_app.documents.office_writer import write_office

            sheets, remarks = _said(job, name)
            write_office(job, sheets, out, progress)
            return Made(out, 0, (*remarks, *facts.untranslated()))
        laid = _laid_out(job, name, progress)
        refuse_missing(job.setter, laid.content)
        write_pdf(_paper(job, spec, laid), out, progress, stop)
    return Made(out, len(laid.pages), (*laid.remarks, *facts.untranslated()), laid.left_out)


def _said(job: Job, name: str) -> tuple[Sheets, tuple[Remark, ...]]:
    """What a document to edit says, and what is to be said of it."""
    if not job.options.parts:
        return EDITABLE[name](job), ()
    made, remarks = each_made(job, EDITABLE[name], None)
    return sheets_joined(made), remarks


def _laid_out(job: Job, name: str, progress: Progress | None) -> Laid:
    """A document on pages."""
    if not job.options.parts:
        return _lay_out(name)(job)
    made, remarks = each_made(job, _lay_out(name), progress)
    laid = pages_joined(made, job.title)
    return laid._replace(remarks=(*remarks, *laid.remarks))


def _lay_out(name: str) -> LayOut:
    """Who puts a document on pages."""
    if name in MAKERS:
        return MAKERS[name]
    return _Drawn(SHEETS[name])


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Sheets on pages."""

    sheets: Callable[[Job], Sheets]

    def __call__(self, job: Job) -> Laid:
        return sheets_laid(job, self.sheets(job))


def sheets_said(
    plan: Plan,
    name: str,
    wording: Wording,
    options: DocumentOptions,
    problems: Callable[[], Sequence[ProblemLine]] | None = None,
    changes: Callable[[], Changes] | None = None,
) -> Sheets:
    """What a document that can be edited says, without a file.

    Raises:
        RefusedInput: for a document that cannot be made so.
    """
    plan, wording, options, spec = _asked(plan, name, wording, replace(options, form="docx"))
    wording, facts = _spoken(plan, wording, options, spec)
    title = wording.text(spec.title)
    job = Job(plan, title, wording, options, Typesetter(), Pictures(), facts, problems=problems, changes=changes)
    return _said(job, name)[0]


def _asked(
    plan: Plan, name: str, wording: Wording, options: DocumentOptions
) -> tuple[Plan, Wording, DocumentOptions, DocumentSpec]:
    """Plan, words and options as the document is made from them, and what it is.

    Raises:
        RefusedInput: when it cannot be made so.
    """
    spec = catalogue.document_named(name)
    if spec is None:
        raise RefusedInput(message("There is no document named {name}."), name=name)
    if not 0 <= options.bleed_mm <= _MOST_BLEED:
        raise RefusedInput(message("The bleed must be between 0 and {most} mm."), most=_MOST_BLEED)
    plan, wording, options = prepared(plan, wording, options, spec)
    title = wording.text(spec.title)
    if options.form == "docx" and not spec.is_editable:
        names = ", ".join(wording.text(one.title) for one in catalogue.DOCUMENTS if one.is_editable)
        raise RefusedInput(NOT_EDITABLE, document=title, documents=names)
    if options.size is None:
        options = replace(options, size=spec.sizes[0])
    elif options.size not in spec.sizes:
        sizes = ", ".join(spec.sizes)
        raise RefusedInput(message("{document} is printed in {sizes}, not in {size}."), document=title,
                           sizes=sizes, size=options.size)  # fmt: skip
    return plan, wording, options, spec


def _spoken(plan: Plan, wording: Wording, options: DocumentOptions, spec: DocumentSpec) -> tuple[Wording, Facts]:
    """Words and facts in the language of the edition, or in the worker's language that was asked for.

    Raises:
        RefusedInput: when the document is not made in it.
    """
    if not options.in_language:
        return wording, Facts(plan, wording)
    if not spec.has_languages:
        raise RefusedInput(NOT_IN_LANGUAGES, document=wording.text(spec.title))
    spoken = WorkersWording(options.in_language)
    return spoken, WorkersFacts(plan, spoken)


def _paper(job: Job, spec: DocumentSpec, laid: Laid) -> Paper:
    options = job.options
    return Paper(
        pages=laid.pages, title=laid.title, author=laid.author, subject=laid.subject, keywords="",
        language=language_tag(job.wording), made_at=options.made_at, bookmarks=laid.bookmarks,
        bleed_mm=options.bleed_mm if spec.is_public else 0.0, marks=options.marks and spec.is_public,
    )  # fmt: skip


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
