"""Plan -> what the season booklet says: months of days of entries, exhibitions, guide, credits and indexes."""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Iterable, Sequence
from typing import Final

from director_app.documents.content import (
    Booklet,
    BookletWords,
    Cover,
    CreditGroup,
    Day,
    Entry,
    Exhibition,
    Month,
    Mood,
    Paragraph,
    Photo,
)
from director_app.documents.facts import Facts
from director_app.documents.options import DocumentOptions
from director_app.documents.photos import digest_of
from director_app.domain.culture_calendar import is_culture_day
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.published import date_order
from director_app.planner.calendar_knowledge import named_holidays
from director_app.wording import Wording, message

_LAST: Final = 10**6
#: Sorts after every month of a season.
_NO_MONTH: Final = (9999, 12)


def booklet_content(facts: Facts, options: DocumentOptions) -> Booklet:
    """Everything the booklet says; ideas never reach public paper."""
    plan, wording = facts.plan, facts.wording
    holds = options.scope.holds(plan)
    public = [one for one in plan.deliveries.values() if one.status is not Status.IDEA and holds(one)]
    told = public if options.first is None else heapq.nsmallest(options.first, public, date_order)
    months = _Months(facts).months(told)
    span = months if told is public else _Months(facts).heads(public)
    season = plan.season
    complex_ = plan.complex
    return Booklet(
        seed=season.title or (complex_.name if complex_ else "season"),
        colour=complex_.colour if complex_ else "",
        cover=_cover(facts, span),
        credits=facts.credit_groups(season.credits),
        more_credits=_more_credits(facts, told),
        guide_title=wording.text("Before you come"),
        guide=guide_paragraphs(facts, months),
        contents_title=wording.context("print", "Contents"),
        period=_period(facts, span),
        months=months,
        words=_words(wording),
        enquiries=tuple(part for part in (facts.said(season, "enquiries"), season.enquiries_phone) if part),
        address=season.web_address,
        foot=facts.foot(options),
        complex_name=facts.complex_name(),
        complex_logo=digest_of(plan, complex_.logo) if complex_ else "",
        left_out=len(public) - len(told),
    )


class _Months:
    """Deliveries sorted into months, days and boxes of exhibitions."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.plan = facts.plan
        self.wording = facts.wording
        self._holidays: dict[datetime.date, str] = {}
        #: Programmes whose photo stands over an earlier entry.
        self._shown: set[str] = set()

    def months(self, deliveries: Sequence[Delivery]) -> tuple[Month, ...]:
        dated = (delivery.date for delivery in deliveries if delivery.date is not None)
        self._holidays = named_holidays(self.plan, dated, self.wording.language)
        days: dict[tuple[int, int], dict[datetime.date | None, list[Delivery]]] = {}
        shows: dict[tuple[int, int], list[Delivery]] = {}
        programmes = self.plan.programmes
        for delivery in deliveries:
            programme = programmes.get(delivery.programme) if delivery.programme else None
            month = _month_of(delivery)
            if delivery.hours or (programme is not None and programme.is_exhibition):
                for shown in _months_shown(delivery, month):
                    shows.setdefault(shown, []).append(delivery)
            else:
                days.setdefault(month, {}).setdefault(delivery.date, []).append(delivery)
        return tuple(self._month(key, days.get(key, {}), shows.get(key, [])) for key in sorted(days.keys() | shows))

    def heads(self, deliveries: Iterable[Delivery]) -> tuple[Month, ...]:
        """The months in which something begins, without what happens in them."""
        return tuple(self._month(key, {}, []) for key in sorted(set(map(_month_of, deliveries))))

    def _month(
        self, key: tuple[int, int], days: dict[datetime.date | None, list[Delivery]], shows: list[Delivery]
    ) -> Month:
        year, month = key
        figure, unit, head = self._names(year, month)
        ordered = sorted(days, key=lambda day: day or datetime.date.max)
        told = tuple(self._day(day, days[day]) for day in ordered)
        shows.sort(key=lambda one: (one.date or datetime.date.max, self.facts.title(one), one.id))
        boxes = tuple(self._exhibition(delivery) for delivery in shows)
        count = sum(len(day.entries) for day in told)
        total = self.wording.plural("{n} item", "{n} items", count + len(boxes))
        counts = [self.wording.plural("{n} event", "{n} events", count)] if count else []
        if boxes:
            counts.append(self.wording.plural("{n} exhibition", "{n} exhibitions", len(boxes)))
        return Month(
            0 if key == _NO_MONTH else year, month, figure, unit, head, " \u00a0 ".join(counts), total, boxes, told
        )

    def _names(self, year: int, month: int) -> tuple[str, str, str]:
        if (year, month) == _NO_MONTH:
            return "", self.wording.text("Dates to be announced"), self.wording.text("Dates to be announced")
        said = self.wording.month(year, month)
        if self.facts.is_korean:
            return str(month), said[-1], said.rsplit(" ", 1)[-1]
        return said.rsplit(" ", 1)[0], "", said.rsplit(" ", 1)[0]

    def _day(self, day: datetime.date | None, deliveries: list[Delivery]) -> Day:
        entries = sorted((self._entry(delivery) for delivery in deliveries), key=lambda pair: pair[0])
        told = _events_said_once(entry for _order, entry in entries)
        if day is None:
            has_month = any(delivery.month for delivery in deliveries)
            title = self.wording.text("Date to be announced") if has_month else ""  # else the month's head says so
            return Day(None, title, "", "", is_holiday=False, entries=told)
        figures, weekday = self.facts.split_day(day)
        holiday = self._holidays.get(day, "")
        culture = self.wording.context("print", "Culture Day") if is_culture_day(day) else ""
        mark = " · ".join(part for part in (holiday, culture) if part)
        return Day(day, figures, weekday, mark, is_holiday=bool(holiday), entries=told)

    def _entry(self, delivery: Delivery) -> tuple[tuple[int, str, str], Entry]:
        facts = self.facts
        programme = self.plan.programmes.get(delivery.programme) if delivery.programme else None
        mood, mark = facts.mood(delivery)
        place, venue, area = facts.place(delivery)
        title = facts.title(delivery)
        event = facts.event_title(facts.event_of(delivery))
        subtitle = facts.programme_text(programme, "subtitle") if programme else ""
        photo, is_large = self._photo(delivery, programme)
        entry = Entry(
            key=delivery.id, number=delivery.number, mood=mood, mark=mark, when=facts.when(delivery), title=title,
            subtitle=subtitle or (event if event != title else ""), moved=facts.moved(delivery), place=place,
            artists=facts.acts(delivery), meta=facts.meta(delivery, programme),
            fallback=facts.fallback(delivery), note=facts.public_note(delivery),
            chapter=self._chapter(delivery, programme, title), event=event, venue=venue, area=area,
            photo=photo, is_photo_large=is_large,
        )  # fmt: skip
        return (_LAST if delivery.start is None else delivery.start, title, delivery.id), entry

    def _photo(self, delivery: Delivery, programme: Programme | None) -> tuple[Photo | None, bool]:
        """Large over ticked entries and the first of a ticked programme; small beside the first of any other."""
        if programme is None or not programme.photo or delivery.status in (Status.CANCELLED, Status.POSTPONED):
            return None, False
        if not delivery.is_featured and programme.id in self._shown:
            return None, False
        self._shown.add(programme.id)
        return self.facts.photo(programme), delivery.is_featured or programme.is_featured

    def _chapter(self, delivery: Delivery, programme: Programme | None, title: str) -> tuple[str, str]:
        """What the contents call it: its event, else its programme."""
        event = self.facts.event_of(delivery)
        if event is not None:
            return event.id, self.facts.event_title(event) or title
        return (programme.id, self.facts.programme_title(programme)) if programme else (title, title)

    def _exhibition(self, delivery: Delivery) -> Exhibition:
        facts = self.facts
        programme = self.plan.programmes.get(delivery.programme) if delivery.programme else None
        place, venue, area = facts.place(delivery)
        title = facts.title(delivery)
        detail = [facts.clock_text(delivery) or self.wording.text("Hours to be announced"), place]
        mood_mark = facts.mood(delivery)[1]
        return Exhibition(
            delivery.id, f"{title} ({mood_mark})" if mood_mark else title, self._dates(delivery),
            " · ".join(part for part in detail if part), self._chapter(delivery, programme, title),
            facts.acts(delivery), venue, area,
        )  # fmt: skip

    def _dates(self, delivery: Delivery) -> str:
        if delivery.date is None:
            return self.facts.later
        first = self.wording.date_short(delivery.date)
        last = delivery.until
        if last is None or last == delivery.date:
            return first
        if self.facts.is_korean and last.month == delivery.date.month and last.year == delivery.date.year:
            return f"{first}~{last.day}.({self.wording.weekday(last.weekday())})"
        return f"{first}~{self.wording.date_short(last)}"


def _events_said_once(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries of one day: which event they belong to stands under the first of them only."""
    told: list[Entry] = []
    said: set[str] = set()
    for entry in entries:
        event = entry.event
        if event and entry.subtitle == event and event in said:
            told.append(entry._replace(subtitle=""))
        else:
            told.append(entry)
            said.add(event)
    return tuple(told)


def _month_of(delivery: Delivery) -> tuple[int, int]:
    if delivery.date is not None:
        return delivery.date.year, delivery.date.month
    year, _, month = delivery.month.partition("-")
    return (int(year), int(month)) if year.isdigit() and month.isdigit() else _NO_MONTH


def _months_shown(delivery: Delivery, first: tuple[int, int]) -> list[tuple[int, int]]:
    """Every month an exhibition is open in."""
    if delivery.date is None or delivery.until is None:
        return [first]
    shown = []
    year, month = first
    while (year, month) <= (delivery.until.year, delivery.until.month):
        shown.append((year, month))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return shown


def _cover(facts: Facts, months: tuple[Month, ...]) -> Cover:
    wording, season = facts.wording, facts.plan.season
    dated = [month for month in months if month.year]
    figures = tuple(dict.fromkeys(month.figure if facts.is_korean else month.figure[:3] for month in dated))
    years = dict.fromkeys(str(month.year) for month in dated)
    if not dated and season.first_day:
        years = {str(season.first_day.year): None}
    title = "\n".join((facts.season_title(), wording.text("Programme book"))).strip()
    subtitle = facts.said(season, "subtitle")
    if not subtitle and facts.complex_name():
        subtitle = wording.text("Performances · exhibitions · workshops at {place}", place=facts.complex_name())
    unit = dated[0].unit if dated else ""
    return Cover(figures[:1] + figures[1:][-1:], unit, "—".join((*years,)[:1] + (*years,)[1:][-1:]), title, subtitle)


def _period(facts: Facts, months: tuple[Month, ...]) -> str:
    dated = [(month.year, month.month) for month in months if month.year]
    if not dated:
        return ""
    first, last = facts.wording.month(*dated[0]), facts.wording.month(*dated[-1])
    if first == last:
        return first
    if facts.is_korean and dated[0][0] == dated[-1][0]:
        return f"{first}~{last.rsplit(' ', 1)[-1]}"
    return f"{first} ~ {last}"


def guide_paragraphs(facts: Facts, months: tuple[Month, ...] = ()) -> tuple[Paragraph, ...]:
    """What one should know before coming: booking, rain, changes and the marks that are used, enquiries."""
    wording, season = facts.wording, facts.plan.season
    rain = facts.said(season, "rain_note") or wording.text(
        "Outdoor dates may move indoors, be postponed or cancelled in rain or heat. The line starting with ※ says how."
    )
    changes = wording.text(
        "Dates may change for reasons of the season. The edition is printed at the foot of each page."
    )
    enquiries = tuple(part for part in (facts.enquiries(), season.web_address) if part)
    moods = {(entry.mood, entry.mark) for month in months for day in month.days for entry in day.entries if entry.mark}
    explained = {
        Mood.PENCILLED: message("{mark}: not confirmed yet; please ask before you come."),
        Mood.POSTPONED: message("{mark}: takes place on another date, named after the arrow."),
        Mood.CANCELLED: message("{mark}: does not take place."),
    }
    marks = [wording.text(explained[mood], mark=mark) for mood, mark in sorted(moods, key=lambda one: one[0].value)]
    booking = facts.said(season, "booking_note")
    paragraphs = [
        Paragraph(wording.context("print", "Booking"), (booking,) if booking else ()),
        Paragraph(wording.context("print", "Rain and heat"), (rain,)),
        Paragraph(wording.context("print", "Changes"), (changes, *marks)),
        Paragraph(wording.context("print", "Enquiries"), enquiries),
    ]
    return tuple(paragraph for paragraph in paragraphs if paragraph.lines)


def _more_credits(facts: Facts, deliveries: list[Delivery]) -> tuple[tuple[str, tuple[CreditGroup, ...]], ...]:
    """Credits of events and programmes that differ from the season's, each with what they belong to."""
    told: dict[str, tuple[CreditGroup, ...]] = {}
    usual = facts.plan.season.credits
    for delivery in deliveries:
        event = facts.event_of(delivery)
        programme = facts.plan.programmes.get(delivery.programme) if delivery.programme else None
        if delivery.credits is not None and delivery.credits != usual:
            told.setdefault(facts.title(delivery), facts.credit_groups(delivery.credits))
        elif programme is not None and programme.credits is not None and programme.credits != usual:
            told.setdefault(facts.programme_title(programme), facts.credit_groups(programme.credits))
        elif event is not None and event.credits is not None and event.credits != usual:
            told.setdefault(facts.event_title(event), facts.credit_groups(event.credits))
    return tuple((title, groups) for title, groups in told.items() if groups)


def _words(wording: Wording) -> BookletWords:
    return BookletWords(
        artists=wording.context("print", "Artists"),
        venues=wording.context("print", "Venues"),
        areas=wording.context("print", "Areas"),
        find_artists=wording.text("Index of artists"),
        find_venues=wording.text("Index of venues"),
        find_areas=wording.text("Index of areas"),
        credits=wording.text("Made together by"),
        exhibitions=wording.text("Exhibitions this month"),
        memo=wording.context("print", "Notes"),
        continued=wording.context("print", "(continued)"),
        qr=wording.context("print", "Latest dates"),
        latin="A–Z" if wording.language == "ko" else "",
    )
