"""The light calendar: for every night of a month when each work of art goes on and off, by the clock."""

from __future__ import annotations

import calendar
import datetime

from director_app.documents.layout import Job
from director_app.documents.light_words import KINDS, hours, rule_words, work_title
from director_app.documents.sheets import Block, Column, Head, Look, Note, Row, Sheet, Sheets, Table, pieces
from director_app.domain.lights import Work
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import days_between
from director_app.planner.bookings import with_groups, with_parts
from director_app.planner.calendar_knowledge import named_holidays
from director_app.planner.light import Dark, light_of
from director_app.planner.sun import sunset
from director_app.wording import message

#: Works side by side on one page.
_ACROSS = 4
_NO_LIGHT = message("The plan has no work of light for these dates, so {document} cannot be made.")

Month = tuple[int, int]


def light_calendar(job: Job) -> Sheets:
    """What the pages say."""
    plan = job.plan
    works = sorted((work for work in plan.works.values() if _is_meant(job, work)), key=lambda one: (one.title, one.id))
    sheets = []
    for year, month in _months(job, works):
        days = _days(year, month)
        lit = [work for work in works if any(light_of(plan, work, day).dark is not Dark.NOT_THERE for day in days)]
        sheets += [_sheet(job, (year, month), days, part) for part in _parts(lit)]
    if not sheets:
        raise RefusedInput(_NO_LIGHT, document=job.title)
    colour = plan.complex.colour if plan.complex else ""
    return Sheets(tuple(sheets), job.facts.foot(job.options), colour)


def _parts(works: list[Work]) -> list[tuple[Work, ...]]:
    return [tuple(works[start : start + _ACROSS]) for start in range(0, len(works), _ACROSS)]


def _is_meant(job: Job, work: Work) -> bool:
    plan, scope = job.plan, job.options.scope
    venue = plan.venues.get(work.venue) if work.venue else None
    return (
        (scope.venue is None or work.venue in with_parts(plan, scope.venue))
        and (scope.area is None or (venue is not None and venue.area == scope.area))
        and (scope.initiative is None or work.initiative == scope.initiative)
        and (scope.artist is None or work.artist in with_groups(plan, scope.artist))
        and bool(work.rules or work.exceptions)
    )


def _months(job: Job, works: list[Work]) -> list[Month]:
    """The months asked for, else those of the season, else that of today."""
    scope, season = job.options.scope, job.plan.season
    today = job.plan.today(job.options.made_at.date())
    starts = [work.first_day for work in works if work.first_day is not None]
    ends = [work.last_day for work in works if work.last_day is not None]
    first = scope.since or season.first_day or min(starts, default=None) or scope.until or today
    last = scope.until or season.last_day or max(ends, default=None) or first
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [((first.month - 1 + at) // 12 + first.year, (first.month - 1 + at) % 12 + 1) for at in range(count)]


def _days(year: int, month: int) -> list[datetime.date]:
    last = calendar.monthrange(year, month)[1]
    return days_between(datetime.date(year, month, 1), datetime.date(year, month, last))


def _sheet(job: Job, month: Month, days: list[datetime.date], works: tuple[Work, ...]) -> Sheet:
    wording, facts = job.wording, job.facts
    holidays = named_holidays(job.plan, days, wording.language)
    columns = (
        Column(wording.context("print", "Date"), 34, Look.STRONG),
        Column(wording.text("Sunset"), 18, Look.TIME),
        *(Column(work_title(facts, work), 128 / len(works), Look.TIME) for work in works),
    )
    rows = tuple(_night(job, day, holidays.get(day, ""), works) for day in days)
    head = Head(job.title, wording.month(*month), under=facts.season_title(), under_right=facts.complex_name())
    blocks: list[Block] = [
        Table("", columns, rows, size=8.0),
        Table("", _work_columns(job), tuple(_work(job, work) for work in works), size=8.5),
        Note(wording.text("Times follow the sun, to about a minute; a light that follows a sensor may differ.")),
    ]
    return Sheet(head, tuple(blocks))


def _night(job: Job, day: datetime.date, holiday: str, works: tuple[Work, ...]) -> Row:
    wording = job.wording
    sets = sunset(job.plan, day)
    said = " ".join(part for part in (wording.date_short(day), holiday) if part)
    cells = [hours(wording, light_of(job.plan, work, day)) for work in works]
    return Row((said, wording.clock(sets) if sets is not None else "", *cells))


def _work_columns(job: Job) -> tuple[Column, ...]:
    wording = job.wording
    return (
        Column(wording.text("Work"), 60),
        Column(wording.context("print", "Place"), 50),
        Column(wording.text("Lit"), 70, Look.GREY),
    )


def _work(job: Job, work: Work) -> Row:
    facts, wording = job.facts, job.wording
    artist = facts.artist_name(work.artist) if work.artist else ""
    what = pieces(
        (work_title(facts, work), Look.STRONG),
        (" · ".join(part for part in (wording.text(KINDS[work.kind]), artist) if part), Look.GREY),
    )
    rules = pieces(*((rule_words(wording, rule), Look.GREY) for rule in work.rules))
    place = facts.venue_name(work.venue) if work.venue else ""
    limit = wording.text("dark from {time}", time=wording.clock(work.curfew)) if work.curfew is not None else ""
    return Row((what, place, (*rules, *pieces((limit, Look.GREY)))))
