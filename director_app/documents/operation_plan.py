"""The operation plan before the season: fourteen parts as Korean offices write them, most of them reckoned."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.documents.layout import Job
from director_app.documents.report_outline import LATER, Outline
from director_app.documents.report_parts import add_money, add_overview, programme_table, report
from director_app.documents.report_people import add_booths, add_guests, add_staff
from director_app.documents.sheets import Bar, Bars, Column, Look, Note, Row, Sheets, Table
from director_app.domain.outcomes import ReportPart
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import date_order
from director_app.planner.filings import Due, DueKind, due_dates
from director_app.planner.rain import is_outdoor
from director_app.wording import message

#: Words that the kinds of hands-on programmes hold; kinds are typed by people.
_HANDS_ON: Final = ("체험", "워크숍", "전시", "workshop", "exhibition", "hands-on")


def operation_plan(job: Job) -> Sheets:
    """What it says.

    Raises:
        RefusedInput: when nothing is planned.
    """
    if not job.plan.deliveries:
        raise job.nothing()
    outline = Outline(job)
    outline.typed_part(message("Grounds"), ReportPart.BASIS)
    add_overview(outline)
    _add_programmes(outline)
    outline.typed_part(message("Publicity"), ReportPart.PUBLICITY)
    add_guests(outline)
    add_staff(outline)
    outline.typed_part(message("Traffic and parking"), ReportPart.TRAFFIC)
    outline.typed_part(message("Environment and hygiene"), ReportPart.HYGIENE)
    _add_safety(outline)
    _add_weather(outline)
    outline.part(message("Budget"))
    add_money(outline, planned_only=True)
    _add_timetable(outline)
    return report(job, outline)


def _is_planned(one: Delivery) -> bool:
    return one.status is not Status.IDEA and one.status is not Status.CANCELLED


def _is_hands_on(job: Job, one: Delivery) -> bool:
    programme = job.plan.programmes.get(one.programme) if one.programme else None
    kind = programme.kind.lower() if programme else ""
    return programme is not None and (programme.is_exhibition or any(word in kind for word in _HANDS_ON))


def _add_programmes(outline: Outline) -> None:
    job = outline.job
    outline.part(message("Main contents and layout"))
    if not outline.typed(ReportPart.LAYOUT):
        outline.text(outline.wording.text(LATER), 1)
    outline.part(message("All programmes"))
    table = programme_table(job, lambda one: _is_planned(one) and not _is_hands_on(job, one), with_people=False)
    outline.add(table)
    outline.part(message("Hands-on programmes and exhibitions"))
    outline.add(programme_table(job, lambda one: _is_planned(one) and _is_hands_on(job, one), with_people=False))
    add_booths(outline)


def _add_safety(outline: Outline) -> None:
    job, wording = outline.job, outline.wording
    outline.part(message("Safety"))
    filings = [due for due in due_dates(job.plan) if due.kind is DueKind.FILE_PLAN]
    events = sorted(job.plan.events.values(), key=lambda one: (one.first_day or datetime.date.max, one.id))
    said = [(one, line.strip()) for one in events for line in one.safety.splitlines() if line.strip()]
    if not outline.typed(ReportPart.SAFETY) and not filings and not said:
        outline.text(wording.text(LATER), 1)
    for event, line in said:
        outline.text(wording.text("{label}: {text}", label=job.facts.event_title(event), text=line), 1)
    for due in filings:
        text = wording.text(
                "{title}: {heads} people expected; disaster plan (Performance Act art. 11) due by {date}",
                title=_called(job, due), heads=wording.number(due.heads or 0), date=wording.date(due.by),
            )  # fmt: skip
        outline.text(text, 1)


def _called(job: Job, due: Due) -> str:
    record = job.plan.find(due.subject.kind, due.subject.id)
    if record is None:
        return due.subject.id
    return job.facts.title(record) if due.subject.kind == "deliveries" else job.facts.event_title(record)


def _add_weather(outline: Outline) -> None:
    job, wording, facts = outline.job, outline.wording, outline.job.facts
    outline.part(message("Rain and heat"))
    outline.typed(ReportPart.WEATHER)
    found = sorted(
        (one for one in job.plan.deliveries.values() if _is_planned(one) and is_outdoor(job.plan, one)), key=date_order
    )
    outline.text(wording.plural("{n} outdoor date", "{n} outdoor dates", len(found)), 1)
    columns = (
        Column(wording.context("print", "Date"), 34, Look.STRONG),
        Column(wording.text("Programme"), 66),
        Column(wording.context("print", "Place"), 40),
        Column(wording.text("In rain or heat"), 50, Look.GREY),
    )
    rows = tuple(Row((facts.dates(one), facts.title(one), facts.place(one)[0], facts.fallback(one))) for one in found)
    if rows:
        outline.add(Table("", columns, rows, size=8.5))


def _add_timetable(outline: Outline) -> None:
    job, wording = outline.job, outline.wording
    outline.part(message("Timetable"))
    outline.typed(ReportPart.TIMETABLE)
    months: dict[str, int] = {}
    for one in job.plan.deliveries.values():
        month = f"{one.date:%Y-%m}" if one.date else one.month
        if _is_planned(one) and month:
            months[month] = months.get(month, 0) + 1
    rows = []
    for text, count in sorted(months.items()):
        year, _, month = text.partition("-")
        rows.append(Bar(wording.month(int(year), int(month)), count, wording.plural("{n} date", "{n} dates", count)))
    outline.add(Bars(wording.text("Dates by month"), tuple(rows)))
    outline.add(Note(wording.text("End.")))
