"""The cue sheet of a date: its parts down, departments across; fixed times stay, all later ones follow."""

from __future__ import annotations

from director_app.documents.calling import calls_for_act
from director_app.documents.choosing import chosen_by_day
from director_app.documents.content import Fact
from director_app.documents.day_sheet import not_for_posting
from director_app.documents.layout import Job
from director_app.documents.running_order import Part, running_order
from director_app.documents.sheets import Column, Facts, Head, Look, Note, Row, Sheet, Sheets, Table
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.wording import message

_FIXED = "■"


def cue_sheets(job: Job) -> Sheets:
    """What the sheets say.

    Raises:
        RefusedInput: when no date has parts.
    """
    plan = job.plan
    with_parts = {segment.delivery for segment in plan.segments.values()}
    days = chosen_by_day(job, lambda one: one.id in with_parts)
    found = [(one, running_order(plan, one)) for on_day in days.values() for one in on_day]
    sheets = tuple(_sheet(job, one, parts) for one, parts in found if parts)
    if not sheets:
        raise RefusedInput(message("None of these dates is divided into parts, so there is no cue sheet to print."))
    complex_ = plan.complex
    colour = complex_.colour if complex_ else ""
    return Sheets(sheets, job.facts.foot(job.options), colour, not_for_posting(job.wording), is_landscape=True)


def _sheet(job: Job, one: Delivery, parts: tuple[Part, ...]) -> Sheet:
    wording, facts = job.wording, job.facts
    departments = tuple(dict.fromkeys(cue.department for part in parts for cue in part.segment.cues if cue.text))
    has_artist = any(part.segment.artist for part in parts)
    has_note = any(part.segment.note for part in parts)
    columns = [
        Column(wording.context("cue sheet", "No."), 9, Look.GREY),
        Column(wording.context("cue sheet", "Start"), 19, Look.TIME),
        Column(wording.context("cue sheet", "Min."), 11, Look.NUMBER),
        Column(wording.context("cue sheet", "End"), 15, Look.GREY),
        Column(wording.context("print", "What"), 46, Look.STRONG),
    ]
    columns += [Column(wording.context("cue sheet", "Performers"), 34)] if has_artist else []
    columns += [Column(department, 30, Look.GREY) for department in departments]
    columns += [Column(wording.context("print", "Note"), 34, Look.GREY)] if has_note else []
    rows = tuple(_row(job, number, part, departments, has_artist, has_note) for number, part in enumerate(parts, 1))
    minutes = sum(part.segment.minutes or 0 for part in parts)
    time = facts.clock_text(one) or facts.later
    said = [time, wording.text("{n} min.", n=minutes) if minutes else ""]
    day = facts.split_day(one.date) if one.date is not None else ("", "")
    head = Head(job.title, facts.title(one), day, facts.place(one)[0], " · ".join(part for part in said if part))
    calls = tuple(Fact(who, number) for who, number in calls_for_act(job.plan, one))
    fixed = wording.text("{mark} fixed time: stays even when something before it is late", mark=_FIXED)
    is_any_fixed = any(part.segment.is_fixed for part in parts)
    contacts = Facts(wording.text("Contacts"), "", calls) if calls else Note("")
    return Sheet(head, (Table("", tuple(columns), rows, size=9.0), Note(fixed if is_any_fixed else ""), contacts))


def _row(job: Job, number: int, part: Part, departments: tuple[str, ...], has_artist: bool, has_note: bool) -> Row:
    wording, segment = job.wording, part.segment
    start = "–" if part.start is None else wording.clock(part.start)
    cells = [
        str(number),
        f"{start} {_FIXED}" if segment.is_fixed else start,
        "" if segment.minutes is None else str(segment.minutes),
        "" if part.end is None else wording.clock(part.end),
        segment.title,
    ]
    if has_artist:
        cells.append(job.facts.artist_name(segment.artist) if segment.artist else "")
    cells += ["\n".join(cue.text for cue in segment.cues if cue.department == name) for name in departments]
    if has_note:
        cells.append(segment.note)
    is_part = not segment.cues and not segment.artist and segment.minutes is None
    return Row(tuple(cells), is_strong=is_part)
