"""The folded leaflet: A4 in three panels. Outside flap, back and cover; inside the days, one after the other.

The panel that is folded in is 3 mm narrower, so that it lies flat.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from director_app.documents.booklet import guide_paragraphs
from director_app.documents.breaking import fit, joined, wrap
from director_app.documents.choosing import chosen
from director_app.documents.colours import BLACK, GREY_TEXT, HAIRLINE, HOLIDAY, WHITE, palette
from director_app.documents.content import CreditGroup, DatePart, Foot, Mood, Paragraph, Photo
from director_app.documents.credits import Logos, credit_band, logo_remarks, logos_of
from director_app.documents.festival_programme import largest_event
from director_app.documents.flyers import address_of
from director_app.documents.fonts import Weight
from director_app.documents.layout import Job, Laid
from director_app.documents.options import Remark
from director_app.documents.page import A4, MM, Page, rectangle
from director_app.documents.pictures import Field, qr_code, tiles
from director_app.documents.typography import Line, Style
from director_app.domain.programme import Delivery, Programme
from director_app.domain.published import date_order
from director_app.domain.refusals import RefusedInput
from director_app.planner.calendar_knowledge import named_holidays
from director_app.wording import message

#: Left edge and width of the panels in mm: outside flap, back, cover; inside first, second and folded-in one.
_OUTSIDE: Final = ((0.0, 97.0), (97.0, 100.0), (197.0, 100.0))
_INSIDE: Final = ((0.0, 100.0), (100.0, 100.0), (200.0, 97.0))
_PAD: Final = 10.0
_TOP: Final = 13.5
_BOTTOM: Final = 12.0
#: Sizes of the inside tried one after the other; the smallest is the smallest of public text.
_SIZES: Final = (15.0, 13.5, 12.0, 11.0, 10.0, 9.0, 8.25, 7.5)
_SMALLEST: Final = 7.5


class LeafletItem(NamedTuple):
    """One delivery of the inside."""

    number: str
    time: str
    title: str
    place: str
    artists: tuple[str, ...]
    fallback: str
    mood: Mood
    mark: str
    moved: str


class LeafletDay(NamedTuple):
    """One day of the inside, or what lasts through all of them."""

    figures: str
    weekday: str
    holiday: str
    items: tuple[LeafletItem, ...]


class Leaflet(NamedTuple):
    """Everything a leaflet says."""

    colour: str
    seed: str
    has_pattern: bool
    photo: Photo | None
    series: str
    title: str
    date: tuple[DatePart, ...]
    place: str
    free: str
    guide_title: str
    guide: tuple[Paragraph, ...]
    address: str
    qr: str
    qr_address: str
    qr_label: str
    enquiries: str
    credits: tuple[CreditGroup, ...]
    days: tuple[LeafletDay, ...]
    throughout: str
    lasting: tuple[LeafletItem, ...]
    caution: str
    foot: Foot


def lay_out(job: Job) -> Laid:
    """Two pages.

    Raises:
        RefusedInput: when there is nothing to print, or more than three panels hold.
    """
    content = leaflet_content(job)
    maker = _LeafletPages(job, content)
    author = " · ".join(name for group in content.credits for name in group.names)
    return Laid([maker.outside(), maker.inside()], content, content.title, author, content.series,
                remarks=tuple(maker.remarks))  # fmt: skip


def leaflet_content(job: Job) -> Leaflet:
    """What the leaflet says: of what was asked for, else of the largest event, else of the season.

    Raises:
        RefusedInput: when there is no date to print.
    """
    facts, wording, season, complex_ = job.facts, job.wording, job.plan.season, job.plan.complex
    event, found = largest_event(job.plan) if job.options.scope.is_everything else (None, [])
    if event is None:
        found = chosen(job)
        events = {one.event for one in found}
        event = job.plan.events.get(only) if len(events) == 1 and (only := next(iter(events))) else None
    dated = sorted((one for one in found if one.date is not None), key=date_order)
    if not dated:
        raise job.nothing()
    lasting = [one for one in dated if one.until is not None and one.date is not None and one.until > one.date]
    days: dict[datetime.date, list[Delivery]] = {}
    for one in dated:
        if one.date is not None and one not in lasting:
            days.setdefault(one.date, []).append(one)
    holidays = named_holidays(job.plan, days, wording.language)
    last = max(one.until or one.date for one in dated if one.date is not None)
    programmes = [job.plan.programmes.get(one.programme) if one.programme else None for one in dated]
    is_free = all(programme is not None and programme.is_free and not programme.admission for programme in programmes)
    places = dict.fromkeys(facts.place(one)[1] for one in dated if facts.place(one)[1])
    venue = job.plan.venues.get(event.venue) if event is not None and event.venue else None
    place = facts.said(venue, "name") if venue else next(iter(places), "") if len(places) == 1 else ""
    return Leaflet(
        complex_.colour if complex_ else "", event.id if event else season.title or "season",
        job.options.style in (None, "festive"), _photo(job, programmes), facts.season_title(),
        facts.event_title(event) or facts.season_title(),
        _span(job, dated[0].date or last, last), place or facts.complex_name(),
        wording.context("print", "Free") if is_free else "", wording.text("Before you come"),
        guide_paragraphs(facts), facts.said(venue or complex_, "address") if venue or complex_ else "",
        season.web_address, address_of(season),
        wording.context("print", "Latest dates"), facts.enquiries() or facts.later,
        facts.credit_groups((event.credits if event else None) or season.credits),
        tuple(
            LeafletDay(*facts.split_day(day), holidays.get(day, ""), tuple(_item(job, one) for one in on_day))
            for day, on_day in days.items()
        ),
        wording.text("On several days"), tuple(_item(job, one, is_long=True) for one in lasting),
        wording.text("Dates may change."), facts.foot(job.options),
    )  # fmt: skip


def _photo(job: Job, programmes: Sequence[Programme | None]) -> Photo | None:
    """For the cover, where photos are wanted: that of a ticked programme, else the first there is."""
    if job.options.style != "photo":
        return None
    known = [programme for programme in programmes if programme is not None and programme.photo]
    return job.facts.photo(min(known, key=lambda one: not one.is_featured, default=None))


def _span(job: Job, first: datetime.date, last: datetime.date) -> tuple[DatePart, ...]:
    figures, weekday = job.facts.split_day(first)
    parts = [DatePart(figures, True, 0.0), DatePart(weekday, False, 0.06)]
    if first != last:
        figures, weekday = job.facts.split_day(last)
        if job.facts.is_korean and (first.year, first.month) == (last.year, last.month):
            figures = f"{last.day}."
        parts += [DatePart("~", True, 0.2), DatePart(figures, True, 0.06), DatePart(weekday, False, 0.06)]
    return tuple(parts)


def _item(job: Job, one: Delivery, *, is_long: bool = False) -> LeafletItem:
    facts = job.facts
    mood, mark = facts.mood(one)
    place = facts.place(one)
    time = "" if one.start is None else job.wording.clock(one.start)
    if is_long:
        time = " · ".join(part for part in (facts.dates(one), facts.clock_text(one)) if part)
    return LeafletItem(
        one.number, time or facts.later, facts.title(one), place[1] or place[0], facts.acts(one), facts.fallback(one),
        mood, mark, facts.moved(one),
    )  # fmt: skip


class _LeafletPages:
    """Draws both sides."""

    def __init__(self, job: Job, content: Leaflet) -> None:
        self._setter = job.setter
        self._content = content
        self._palette = palette(content.colour)
        self._pictures = job.pictures
        self._bleed = job.options.bleed_mm * MM
        self._logos = Logos(job.pictures, 5.0)
        self.remarks: list[Remark] = logo_remarks(logos_of(content.credits), job.pictures)

    @staticmethod
    def _page(number: int) -> Page:
        page = Page(A4[1], A4[0])
        page.number = number
        return page

    # -- outside --------------------------------------------------------------------------------------------

    def outside(self) -> Page:
        """Flap, back and cover."""
        page = self._page(1)
        self._flap(page)
        self._back(page)
        self._cover(page)
        return page

    def _flap(self, page: Page) -> None:
        width = _OUTSIDE[0][1] * MM
        ink = self._palette.on_accent
        bleed = self._bleed
        page.shapes.append(rectangle(-bleed, -bleed, width + bleed, page.height + 2 * bleed, self._palette.accent))
        left, room = _PAD * MM, width - 2 * _PAD * MM
        title = fit(
            self._setter, self._content.guide_title, Style(25, Weight.BOLD, ink, leading=31, tracking=-10), room, 2
        )
        y = page.height - _TOP * MM - 0.8 * title.style.size
        y = page.text_lines(left, y, title.lines) - 15 * MM
        head = Style(11.5, Weight.SEMIBOLD, ink, leading=15)
        text = Style(9, Weight.REGULAR, ink, leading=13.5)
        for paragraph in self._content.guide:
            page.rule(left, left + room, y, 0.75, ink)
            y = page.text_lines(left, y - 5.4 * MM, wrap(self._setter, paragraph.label, head, room))
            for told in paragraph.lines:
                y = page.text_lines(left, y - 15, wrap(self._setter, told, text, room))
            y -= 5.6 * MM
        if y < _BOTTOM * MM - 5.6 * MM:
            self.remarks.append(
                Remark(message("The guide on the flap is too long for it."), {}, self._content.title, 1)
            )

    def _back(self, page: Page) -> None:
        content, setter = self._content, self._setter
        left, room = (_OUTSIDE[1][0] + _PAD) * MM, (_OUTSIDE[1][1] - 2 * _PAD) * MM
        right = left + room
        y = page.height - _TOP * MM - 8
        y = (
            page.text_lines(left, y, wrap(setter, content.series, Style(9, Weight.SEMIBOLD, leading=12), room))
            - 14 * MM
        )
        page.rule(left, right, y, 0.75)
        place = fit(setter, content.place, Style(19, Weight.BOLD, leading=23), room, 2)
        y = page.text_lines(left, y - 4 * MM - 0.8 * place.style.size, place.lines)
        address = wrap(setter, content.address, Style(9, leading=13), room)
        if address:
            page.text_lines(left, y - 16, address)
        rule = self._imprint(page, left, room)
        if content.qr:
            side = 30 * MM
            bottom = rule + 10 * MM
            page.shapes += qr_code(content.qr, left, bottom, side)
            label = Style(10, Weight.SEMIBOLD, leading=14)
            x = left + side + 7 * MM
            page.text_lines(x, bottom + side - 9, wrap(setter, content.qr_label, label, right - x))
            lines = wrap(setter, content.qr_address, Style(8, ink=GREY_TEXT, leading=10.5), right - x)
            page.text_lines(x, bottom + (len(lines) - 1) * 10.5, lines)

    def _imprint(self, page: Page, left: float, room: float) -> float:
        """Enquiries, credits and foot from below; tells the upper rule."""
        content, setter = self._content, self._setter
        small = Style(6.5, ink=GREY_TEXT, leading=8.5)
        photo = content.photo.credit if content.photo is not None else ""
        parts = (content.caution, photo, content.foot.edition, content.foot.notice)
        said = " · ".join(part for part in parts if part)
        lines = wrap(setter, said, small, room)
        y = 9 * MM
        page.text_lines(left, y + (len(lines) - 1) * small.leading, lines)
        y += len(lines) * small.leading + 5 * MM
        probe = Page(A4[1], A4[0])
        start = 400.0
        low = credit_band(setter, probe, content.credits, (left, start, room), (6.5, 8.5), BLACK, self._logos)
        y += start - low
        if content.credits:
            credit_band(setter, page, content.credits, (left, y, room), (6.5, 8.5), BLACK, self._logos)
        y += 5.6 * MM
        page.rule(left, left + room, y, 0.5, HAIRLINE)
        lines = wrap(setter, content.enquiries, Style(10, Weight.MEDIUM, leading=14), room)
        y += 4 * MM + (len(lines) - 1) * 14
        page.text_lines(left, y, lines)
        y += 6.5 * MM
        page.rule(left, left + room, y, 0.75)
        return y

    def _cover(self, page: Page) -> None:
        content, setter, bleed = self._content, self._setter, self._bleed
        edge, width = _OUTSIDE[2][0] * MM, _OUTSIDE[2][1] * MM
        left, room = edge + 9 * MM, width - 18 * MM
        bottom = page.height - 100 * MM
        accent = self._palette.accent
        height = page.height - bottom + bleed
        size = ((width + bleed) / MM, height / MM)
        if content.photo is not None and self._pictures.judge(content.photo, *size).is_usable:
            box = (edge, bottom, width + bleed, height)
            page.picture(self._pictures.cut(content.photo, *size), box)
        elif content.has_pattern:
            field = Field(edge, bottom, width, page.height - bottom)
            page.shapes += tiles(field, 4, content.seed, WHITE, accent)
            if bleed:
                page.shapes.append(rectangle(edge, page.height, width + bleed, bleed, accent))
                page.shapes.append(rectangle(edge + width, bottom, bleed, page.height - bottom, accent))
        else:
            page.shapes.append(rectangle(edge, bottom, width + bleed, page.height - bottom + bleed, accent))
        band = bottom - 7 * MM
        page.shapes.append(rectangle(edge, band, width + bleed, 7 * MM, accent))
        series = fit(setter, content.series, Style(9, Weight.SEMIBOLD, self._palette.on_accent, leading=11), room, 1)
        if series.lines:  # a season begun from a table has no title yet
            page.text(left, band + 3.5 * MM - 0.356 * series.style.size, series.lines[0])
        title = fit(setter, content.title, Style(31, Weight.BOLD, leading=36, tracking=-10), room, 3)
        y = page.text_lines(left, band - 8 * MM - 0.8 * title.style.size, title.lines)
        if content.free:
            line = setter.line(content.free, Style(12, Weight.BOLD))
            page.frame(left + room - line.width - 10, y - 18 - 4, line.width + 10, 18, 1.0, BLACK)
            page.text(left + room - line.width - 5, y - 18 + 5 - 4 + 0.5, line)
            y -= 16
        rule = y - 6 * MM
        page.rule(left, left + room, rule, 1.5, self._palette.accent)
        y = self._date(page, left, room, rule - 5 * MM)
        place = fit(setter, content.place, Style(15, Weight.BOLD, leading=18.5), room, 2)
        page.text_lines(left, y - 9 * MM, place.lines)

    def _date(self, page: Page, left: float, room: float, top: float) -> float:
        size = 28.0
        while size > 12 and sum(part.gap * size + line.width for part, line in self._date_lines(size)) > room:
            size -= 0.5
        y, x = top - 0.707 * size, left
        for part, line in self._date_lines(size):
            x += part.gap * size
            page.text(x, y, line)
            x += line.width - line.left
        return y

    def _date_lines(self, size: float) -> list[tuple[DatePart, Line]]:
        figure = Style(size, Weight.BOLD, tracking=-20)
        small = Style(size * 0.5, Weight.SEMIBOLD)
        return [
            (part, self._setter.line(part.text, figure if part.is_figure else small)) for part in self._content.date
        ]

    # -- inside ---------------------------------------------------------------------------------------------

    def inside(self) -> Page:
        """The days in three panels, in type as large as they hold.

        Raises:
            RefusedInput: when the smallest is still too large.
        """
        for size in _SIZES:
            for is_short in (False, True):
                if is_short and size > _SMALLEST:
                    continue
                page = self._page(2)
                if _Inside(self, page, size, is_short=is_short).fits:
                    return page
        raise RefusedInput(
            message("There is more than a folded leaflet holds. Choose fewer days or one area, or print the booklet.")
        )

    @property
    def content(self) -> Leaflet:
        """What is said."""
        return self._content


class _Inside:
    """One attempt at the inside, in type of a size."""

    def __init__(self, made: _LeafletPages, page: Page, size: float, *, is_short: bool) -> None:
        self._setter = made._setter  # noqa: SLF001 - its own helper
        self._accent = made._palette  # noqa: SLF001
        self._page = page
        self._is_short = is_short
        self._size = size
        self._panel = 0
        self._y = page.height - _TOP * MM
        self.fits = True
        self._time = Style(size, Weight.BOLD, leading=size * 1.35, tabular=True)
        self._later = Style(max(_SMALLEST, size * 0.82), ink=GREY_TEXT, leading=size * 1.2)
        self._title = Style(size * 1.08, Weight.BOLD, leading=size * 1.4)
        self._text = Style(max(_SMALLEST, size * 0.86), leading=max(_SMALLEST, size * 0.86) * 1.4)
        content = made.content
        parts = [*content.days, *([LeafletDay(content.throughout, "", "", content.lasting)] if content.lasting else [])]
        for number, part in enumerate(parts):
            if number and len(parts) <= len(_INSIDE) and self._panel < number:
                self._next()  # few days: a panel each
            self._day(part)

    def _edges(self) -> tuple[float, float]:
        left, width = _INSIDE[min(self._panel, 2)]
        return (left + _PAD) * MM, (left + width - _PAD) * MM

    def _next(self) -> None:
        self._panel += 1
        self.fits = self.fits and self._panel < len(_INSIDE)
        self._y = self._page.height - _TOP * MM

    def _day(self, day: LeafletDay) -> None:
        head = self._size * 2.4
        blocks = [self._item(item) for item in day.items]
        needed = head + 9 * MM + (blocks[0][1] if blocks else 0)
        if self._y - needed < _BOTTOM * MM:
            self._next()
        left, right = self._edges()
        is_words = not day.figures[:1].isdigit()
        figure = Style(head * (0.6 if is_words else 1), Weight.BOLD, tracking=-20)
        date = self._setter.line(day.figures, figure)
        y = self._y - 0.72 * head
        self._page.text(left, y, date)
        self._page.text(
            left + date.width - date.left + 2, y, self._setter.line(day.weekday, Style(head * 0.5, Weight.SEMIBOLD))
        )
        if day.holiday:
            self._page.text_right(
                right, y, self._setter.line(day.holiday, Style(max(_SMALLEST, 8), Weight.SEMIBOLD, HOLIDAY))
            )
        rule = y - self._size * 0.75
        self._page.rule(left, right, rule, 1.5, self._accent.accent)
        self._y = rule
        for lines, height, struck in blocks:
            if self._y - height < _BOTTOM * MM:
                self._next()
                left, right = self._edges()
            for x, drop, line in lines:
                self._page.text(left + x, self._y - drop, line)
                if struck:
                    self._page.strike(left + x, self._y - drop, line)
            self._y -= height
            self._page.rule(left, right, self._y, 0.5, HAIRLINE)
        self._y -= self._size * 1.5

    def _item(self, item: LeafletItem) -> tuple[list[tuple[float, float, Line]], float, bool]:
        """Lines of an item, its height, and whether it is struck."""
        room = 77 * MM
        setter, size = self._setter, self._size
        is_clock = item.time[:1].isdigit() and len(item.time) <= 5
        value = max(size * 3.6, 15 * MM) if is_clock or len(item.time) <= 6 else 0.0
        lines: list[tuple[float, float, Line]] = []
        drop = size * 1.45
        if value:
            lines.append((0.0, drop, setter.line(item.time, self._time if is_clock else self._later)))
        title = f"[{item.mark}] {item.title}" if item.mark else item.title
        details: list[tuple[list[Line], Style]] = [(wrap(setter, title, self._title, room - value), self._title)]
        told = [item.moved, item.place] if value else [item.time, item.moved, item.place]
        is_off = item.mood is Mood.CANCELLED
        if self._is_short:
            told = [" · ".join(part for part in told if part)]
        details += [(wrap(setter, text, self._text, room - value), self._text) for text in told if text]
        if item.artists and not self._is_short and not is_off:
            details.append((joined(setter, item.artists, self._text, room - value), self._text))
        if item.fallback and not self._is_short and not is_off:
            details.append(
                (wrap(setter, item.fallback, replace(self._text, weight=Weight.MEDIUM), room - value), self._text)
            )
        is_first = True
        for found, style in details:
            for line in found:
                drop += 0 if is_first else style.leading
                is_first = False
                lines.append((value, drop, line))
        return lines, drop + size * 0.85, is_off
