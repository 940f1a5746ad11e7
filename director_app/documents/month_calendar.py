"""The month as a wall calendar: what each month says, before it is known how large anything is."""

from __future__ import annotations

import calendar
import datetime
from typing import NamedTuple

from director_app.documents.choosing import chosen
from director_app.documents.content import Foot, Mood
from director_app.documents.layout import Job
from director_app.domain.culture_calendar import is_culture_day
from director_app.domain.programme import Delivery
from director_app.domain.published import dates_of, strand_of
from director_app.planner.calendar_knowledge import named_holidays

_DAY = datetime.timedelta(days=1)
#: Strands that get a mark of their own.
MARKS = 8


class CalendarItem(NamedTuple):
    """One delivery in its cell; `strand` is its place in the legend, -1 without one."""

    number: str
    strand: int
    time: str
    title: str
    place: str
    mood: Mood
    mark: str
    moved: str


class CalendarDay(NamedTuple):
    """One cell."""

    date: datetime.date
    label: str
    is_inside: bool
    is_red: bool
    holiday: str
    culture: str
    #: What the day is called where its cell is told again.
    name: str
    items: tuple[CalendarItem, ...]


class CalendarBar(NamedTuple):
    """Something that lasts several days."""

    title: str
    first: datetime.date
    last: datetime.date
    place: str


class CalendarMonth(NamedTuple):
    """One month."""

    figure: str
    unit: str
    year: str
    weeks: tuple[tuple[CalendarDay, ...], ...]
    bars: tuple[CalendarBar, ...]
    #: What is only known to be in this month.
    undated: tuple[str, ...]


class WallCalendar(NamedTuple):
    """A calendar of one or several months, and the words on each of its pages."""

    months: tuple[CalendarMonth, ...]
    weekdays: tuple[str, ...]
    #: Places of Saturday and Sunday in a week.
    sunday: int
    legend: tuple[str, ...]
    series: str
    colour: str
    enquiries: str
    rain: str
    undated_label: str
    exhibitions_label: str
    foot: Foot


def calendar_content(job: Job) -> WallCalendar:
    """Every month that was asked for and has something in it.

    Raises:
        RefusedInput: when there is nothing in any month.
    """
    maker = _Months(job)
    months = maker.months()
    if not months:
        raise job.nothing()
    facts, wording, complex_ = job.facts, job.wording, job.plan.complex
    first = 6 if maker.starts_on_sunday else 0
    names = dict.fromkeys((facts.season_title(), facts.complex_name()))
    return WallCalendar(
        months,
        tuple(wording.weekday((first + number) % 7) for number in range(7)),
        0 if maker.starts_on_sunday else 6,
        tuple(facts.said(one, "name") for one in maker.strands),
        " · ".join(name for name in names if name),
        complex_.colour if complex_ else "",
        wording.text("Enquiries: {name}", name=facts.enquiries()) if facts.enquiries() else "",
        facts.said(job.plan.season, "rain_note"),
        wording.text("Date to be announced"),
        wording.text("Also on"),
        facts.foot(job.options),
    )


class _Months:
    """Sorts deliveries into months, weeks and days."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._facts = job.facts
        self.starts_on_sunday = job.plan.season.week_starts_on_sunday
        self._found = chosen(job)
        used = {one.id: one for each in self._found if (one := strand_of(job.plan, each)) is not None}
        self.strands = sorted(used.values(), key=lambda one: (one.position, one.name, one.id))[:MARKS]
        self._place_of = {one.id: place for place, one in enumerate(self.strands)}

    def months(self) -> tuple[CalendarMonth, ...]:
        """In order."""
        by_day: dict[datetime.date, list[Delivery]] = {}
        bars: list[tuple[Delivery, datetime.date, datetime.date]] = []
        undated: dict[tuple[int, int], list[str]] = {}
        for one in self._found:
            first, last = one.date, one.until or one.date
            if first is None:
                year, _, month = one.month.partition("-")
                if year.isdigit() and month.isdigit():
                    undated.setdefault((int(year), int(month)), []).append(self._facts.title(one))
            elif last is not None and last > first:
                bars.append((one, *self._moved(one, first, last)))
            else:
                by_day.setdefault(first, []).append(one)
        keys = {(day.year, day.month) for day in by_day} | set(undated)
        for _one, first, last in bars:
            keys |= {(day.year, day.month) for day in _month_days(first, last)}
        holds = self._job.options.scope.holds_dates
        kept = [key for key in sorted(keys) if holds(datetime.date(*key, 1), _last_day(*key))]
        return tuple(self._month(*key, by_day, bars, undated.get(key, [])) for key in kept)

    @staticmethod
    def _moved(one: Delivery, first: datetime.date, last: datetime.date) -> tuple[datetime.date, datetime.date]:
        moved = dates_of(one)
        return (moved[0] or first, moved[1] or last)

    def _month(
        self,
        year: int,
        month: int,
        by_day: dict[datetime.date, list[Delivery]],
        bars: list[tuple[Delivery, datetime.date, datetime.date]],
        undated: list[str],
    ) -> CalendarMonth:
        wording, facts = self._job.wording, self._facts
        grid = calendar.Calendar(6 if self.starts_on_sunday else 0).monthdatescalendar(year, month)
        holidays = named_holidays(self._job.plan, [day for week in grid for day in week], wording.language)
        weeks = tuple(
            tuple(self._day(day, day.month == month, holidays.get(day, ""), by_day.get(day, [])) for day in week)
            for week in grid
        )
        shown = sorted(
            (first, last, facts.title(one), facts.place(one)[1] or facts.place(one)[0])
            for one, first, last in bars
            if one.status.takes_place and first <= grid[-1][-1] and last >= grid[0][0]
        )
        said = wording.month(year, month)
        figure, unit = (str(month), said[-1]) if facts.is_korean else (said.rsplit(" ", 1)[0], "")
        told = tuple(CalendarBar(title, first, last, place) for first, last, title, place in shown)
        return CalendarMonth(figure, unit, str(year), weeks, told, tuple(dict.fromkeys(undated)))

    def _day(self, day: datetime.date, is_inside: bool, holiday: str, found: list[Delivery]) -> CalendarDay:
        facts, wording = self._facts, self._job.wording
        items = sorted((one.start is None, one.start or 0, one.number, one) for one in found) if found else []
        label = str(day.day) if is_inside else facts.split_day(day)[0]
        culture = wording.context("print", "Culture Day") if is_culture_day(day) else ""
        name = "".join(facts.split_day(day))
        told = tuple(self._item(one) for *_order, one in items)
        return CalendarDay(day, label, is_inside, bool(holiday) or day.weekday() == 6, holiday, culture, name, told)

    def _item(self, one: Delivery) -> CalendarItem:
        facts = self._facts
        mood, mark = facts.mood(one)
        strand = strand_of(self._job.plan, one)
        time = "" if one.start is None else self._job.wording.clock(one.start)
        place = facts.place(one)
        said = [place[1] or place[0], "" if time else f"{self._job.wording.context('print', 'Time')} {facts.later}"]
        return CalendarItem(
            one.number, self._place_of.get(strand.id, -1) if strand else -1, time, facts.short_title(one),
            " · ".join(part for part in said if part), mood, mark, facts.moved(one),
        )  # fmt: skip


def _last_day(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _month_days(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """One day of every month from first to last, at most three years of them."""
    days = [first]
    while (days[-1].year, days[-1].month) < (last.year, last.month) and len(days) < 36:
        days.append(_last_day(days[-1].year, days[-1].month) + _DAY)
    return days
