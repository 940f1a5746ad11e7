"""The week as a timetable: areas down, days across; each with its times, titles and places."""

from __future__ import annotations

import datetime

from director_app.documents.choosing import chosen_by_day
from director_app.documents.layout import Job
from director_app.documents.sheets import Column, Head, Look, Note, Piece, Row, Sheet, Sheets, Table, pieces
from director_app.domain.programme import Delivery
from director_app.domain.published import area_of
from director_app.planner.calendar_knowledge import named_holidays
from director_app.planner.scope import Scope

_WEEK = datetime.timedelta(days=7)
_DAY = datetime.timedelta(days=1)


def week_timetables(job: Job) -> Sheets:
    """What the sheets say."""
    if job.options.scope.is_everything:
        day = next(iter(chosen_by_day(job)))
        first = _week_start(job, day)
        job = job.narrowed(Scope(since=first, until=first + _WEEK - _DAY))
    weeks: dict[datetime.date, dict[datetime.date, list[Delivery]]] = {}
    for day, found in chosen_by_day(job).items():
        weeks.setdefault(_week_start(job, day), {})[day] = found
    complex_ = job.plan.complex
    return Sheets(
        tuple(_sheet(job, first, days) for first, days in weeks.items()),
        job.facts.foot(job.options), complex_.colour if complex_ else "", is_landscape=True,
    )  # fmt: skip


def _week_start(job: Job, day: datetime.date) -> datetime.date:
    weekday = (day.weekday() + 1) % 7 if job.plan.season.week_starts_on_sunday else day.weekday()
    return day - datetime.timedelta(days=weekday)


def _sheet(job: Job, first: datetime.date, days: dict[datetime.date, list[Delivery]]) -> Sheet:
    facts, wording = job.facts, job.wording
    week = [first + number * _DAY for number in range(7)]
    holidays = named_holidays(job.plan, week, wording.language)
    areas: dict[str, dict[datetime.date, list[Piece]]] = {}
    for day, found in days.items():
        for one in found:
            area_id = area_of(job.plan, one)
            area = job.plan.areas.get(area_id) if area_id else None
            name = facts.said(area, "name") if area else ""
            areas.setdefault(name, {}).setdefault(day, []).extend(_cell(job, one))
    order = {facts.said(area, "name"): area.position for area in job.plan.areas.values()}
    columns = [Column(wording.context("print", "Area"), 24, Look.STRONG)]
    for day in week:
        figures, weekday = facts.split_day(day)
        columns.append(Column(" ".join(part for part in (figures + weekday, holidays.get(day, "")) if part), 35))
    rows = [
        Row((name or wording.text("Area open"), *(tuple(areas[name].get(day, ())) for day in week)))
        for name in sorted(areas, key=lambda one: (not one, order.get(one, 0), one))
    ]
    title = wording.date_span(week[0], week[-1])
    head = Head(job.title, title, under=facts.season_title(), under_right=facts.complex_name())
    said = wording.text("Enquiries: {name}", name=facts.enquiries()) if facts.enquiries() else ""
    return Sheet(head, (Table("", tuple(columns), tuple(rows), size=9.0), Note(said)))


def _cell(job: Job, one: Delivery) -> tuple[Piece, ...]:
    facts = job.facts
    _mood, mark = facts.mood(one)
    time = "" if one.start is None else job.wording.clock(one.start)
    title = " ".join(part for part in (time, f"[{mark}]" if mark else "", facts.short_title(one)) if part)
    place = facts.place(one)[1] or facts.place(one)[0]
    return pieces((title, Look.STRONG), (facts.moved(one), Look.PLAIN), (place, Look.GREY), opens=True)
