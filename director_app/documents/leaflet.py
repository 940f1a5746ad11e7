"""The folded leaflet: A4 in three panels. Outside flap, back and cover; inside the days, one after the other.

The panel that is folded in is 3 mm narrower, so that it lies flat.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final, NamedTuple

from director_app.documents.booklet import guide_paragraphs
from director_app.documents.breaking import fit, wrap
from director_app.documents.choosing import chosen
from director_app.documents.colours import BLACK, GREY_TEXT, HAIRLINE, WHITE, Ink, palette
from director_app.documents.content import CreditGroup, DatePart, Foot, Paragraph, Photo
from director_app.documents.credits import Logos, credit_band, logo_remarks, logos_of
from director_app.documents.festival_programme import largest_event
from director_app.documents.flyers import address_of
from director_app.documents.fonts import Weight
from director_app.documents.layout import Job, Laid
from director_app.documents.leaflet_inside import (
    BOTTOM,
    PAD,
    SIZES,
    SMALLEST,
    TOP,
    WAYS,
    Inside,
    LeafletDay,
    LeafletItem,
    Way,
)
from director_app.documents.options import Remark
from director_app.documents.page import A4, MM, Page, rectangle
from director_app.documents.pictures import Field, qr_code, tiles
from director_app.documents.typography import Line, Style
from director_app.domain.programme import Delivery, Programme
from director_app.domain.published import date_order
from director_app.domain.refusals import RefusedInput
from director_app.planner.calendar_knowledge import named_holidays
from director_app.wording import message

#: Left edge and width of the outer panels in mm: flap, back, cover.
_OUTSIDE: Final = ((0.0, 97.0), (97.0, 100.0), (197.0, 100.0))


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
        left, room = PAD * MM, width - 2 * PAD * MM
        title = fit(
            self._setter, self._content.guide_title, Style(25, Weight.BOLD, ink, leading=31, tracking=-10), room, 2
        )
        y = page.height - TOP * MM - 0.8 * title.style.size
        y = page.text_lines(left, y, title.lines) - 15 * MM
        head = Style(11.5, Weight.SEMIBOLD, ink, leading=15)
        text = Style(9, Weight.REGULAR, ink, leading=13.5)
        for paragraph in self._content.guide:
            page.rule(left, left + room, y, 0.75, ink)
            y = page.text_lines(left, y - 5.4 * MM, wrap(self._setter, paragraph.label, head, room))
            for told in paragraph.lines:
                y = page.text_lines(left, y - 15, wrap(self._setter, told, text, room))
            y -= 5.6 * MM
        if y < BOTTOM * MM - 5.6 * MM:
            self.remarks.append(
                Remark(message("The guide on the flap is too long for it."), {}, self._content.title, 1)
            )

    def _back(self, page: Page) -> None:
        content, setter = self._content, self._setter
        left, room = (_OUTSIDE[1][0] + PAD) * MM, (_OUTSIDE[1][1] - 2 * PAD) * MM
        right = left + room
        y = page.height - TOP * MM - 8
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
            self._cover_below(page, left, room, self._title_in_field(page, edge, left, room))
            return
        band = bottom - 7 * MM
        page.shapes.append(rectangle(edge, band, width + bleed, 7 * MM, accent))
        self._series(page, left, room, band + 3.5 * MM)
        title = fit(setter, content.title, Style(31, Weight.BOLD, leading=36, tracking=-10), room, 3)
        y = page.text_lines(left, band - 8 * MM - 0.8 * title.style.size, title.lines)
        y = self._free(page, left + room, y, BLACK)
        rule = y - 6 * MM
        page.rule(left, left + room, rule, 1.5, accent)
        self._cover_below(page, left, room, rule)

    def _title_in_field(self, page: Page, edge: float, left: float, room: float) -> float:
        """A cover of type alone: the title as large as the coloured field holds it; tells the field's lower edge."""
        ink, bleed, bottom = self._palette.on_accent, self._bleed, page.height - 128 * MM
        height = page.height - bottom + bleed
        page.shapes.append(rectangle(edge, bottom, page.width - edge + bleed, height, self._palette.accent))
        self._series(page, left, room, page.height - TOP * MM - 3)
        style = Style(44, Weight.BOLD, ink, leading=50, tracking=-10)
        title = fit(self._setter, self._content.title, style, room, 4)
        y = bottom + 11 * MM + (len(title.lines) - 1) * title.style.leading
        if self._content.free:
            self._free(page, left + room, page.height - TOP * MM - 10 * MM, ink)
        page.text_lines(left, y, title.lines)
        return bottom - 2 * MM

    def _series(self, page: Page, left: float, room: float, middle: float) -> None:
        style = Style(9, Weight.SEMIBOLD, self._palette.on_accent, leading=11)
        series = fit(self._setter, self._content.series, style, room, 1)
        if series.lines:  # a season begun from a table has no title yet
            page.text(left, middle - 0.356 * series.style.size, series.lines[0])

    def _free(self, page: Page, right: float, y: float, ink: Ink) -> float:
        """The box that says that it is free, under `y`; tells where what follows begins."""
        if not self._content.free:
            return y
        line = self._setter.line(self._content.free, Style(12, Weight.BOLD, ink))
        page.frame(right - line.width - 10, y - 18 - 4, line.width + 10, 18, 1.0, ink)
        page.text(right - line.width - 5, y - 18 + 5 - 4 + 0.5, line)
        return y - 16

    def _cover_below(self, page: Page, left: float, room: float, rule: float) -> None:
        """Date and place under the rule or field."""
        y = self._date(page, left, room, rule - 5 * MM)
        place = fit(self._setter, self._content.place, Style(15, Weight.BOLD, leading=18.5), room, 2)
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
        for size in SIZES:
            for way in WAYS if size > SMALLEST else (*WAYS, Way.SHORT):
                page = self._page(2)
                if Inside(self._setter, self._palette, self._content, page, size, way).fits:
                    return page
        raise RefusedInput(
            message("There is more than a folded leaflet holds. Choose fewer days or one area, or print the booklet.")
        )
