"""The notice for a company's board: one date, read from three metres; black on white for the office printer."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from director_app.documents.breaking import fit, wrap
from director_app.documents.choosing import chosen_by_day
from director_app.documents.colours import BLACK, GREY_TEXT, WHITE
from director_app.documents.content import DatePart, Flyer
from director_app.documents.credits import Logos, credit_band, logo_remarks, logos_of
from director_app.documents.flyers import flyer_content
from director_app.documents.fonts import Weight
from director_app.documents.layout import Job, Laid
from director_app.documents.marks import people_mark, ticket_mark, umbrella_mark
from director_app.documents.options import Remark
from director_app.documents.page import A4, MM, Page, rectangle
from director_app.documents.phrases import reader_remarks, styled
from director_app.documents.pictures import qr_code, qr_quiet_zone
from director_app.documents.typography import Line, Style, Typesetter
from director_app.domain.facts import Subject
from director_app.domain.programme import Delivery
from director_app.planner.scope import Scope
from director_app.wording import message

_SIDE: Final = 15 * MM
_FOOT_RULE: Final = 44 * MM
_FOOT: Final = Style(6.5, ink=GREY_TEXT, leading=8.5)
#: The date's figures shrink from here to there before anything else gives way.
_DATE_SIZES: Final = (150.0, 132.0, 116.0, 104.0, 96.0, 84.0, 72.0, 60.0)
_QR: Final = 22 * MM
_ADDRESS: Final = Style(7, leading=8.5)
#: Top of the highest letters over the baseline, in sizes.
_HANGUL_TOP: Final = 0.8
#: Lines in further languages that a board sheet holds at a size read from afar.
_MOST_LANGUAGES: Final = 6
_GAPS: Final = 9
_MOST_AIR: Final = 7 * MM
#: With less than this between its parts a sheet is crowded: its type is set smaller, down to `_LAST_FOR_AIR`.
_LEAST_AIR: Final = 1.5 * MM
_LAST_FOR_AIR: Final = 96.0


class Notice(NamedTuple):
    """What a notice says; most of it is what the flyer of the date says."""

    flyer: Flyer
    readers: str
    who: str
    terms: str
    rain: str
    time: str
    enquiries: str


def lay_out(job: Job) -> Laid:
    """One page for one date: the one asked for, else the next one.

    Raises:
        RefusedInput: when there is no date to print.
    """
    content = notice_content(job)
    page = _NoticePage(job, content)
    title = content.flyer.title.replace("\\n", " ")
    return Laid([page.page], content, title, subject=content.flyer.series, remarks=tuple(page.remarks))


def notice_content(job: Job) -> Notice:
    """What the notice says.

    Raises:
        RefusedInput: when there is no date to print.
    """
    one = the_date(job)
    flyer = flyer_content(job.facts, replace(job.options, scope=Scope(delivery=one.id)), _MOST_LANGUAGES)
    wording, facts = job.wording, job.facts
    organisation = job.plan.organisations.get(one.organisation) if one.organisation else None
    name = facts.said(organisation, "name") if organisation else ""
    everybody = wording.text("To everybody who works here")
    readers = wording.text("To everybody at {company}", company=name) if name else everybody
    programme = job.plan.programmes.get(one.programme) if one.programme else None
    shifts = " · ".join(facts.shift(name) for name in one.shifts)
    audience = facts.said(programme, "audience") if programme else ""
    terms = [facts.admission(programme), facts.booking(one, programme)]
    rain = facts.fallback(one).removeprefix("※").strip()
    time = facts.clock_text(one) or f"{wording.context('print', 'Time')} {facts.later}"
    enquiries = wording.text("Enquiries: {name}", name=facts.enquiries() or facts.later)
    return Notice(
        flyer, readers, " · ".join(part for part in (shifts, audience) if part),
        " · ".join(part for part in terms if part), rain, time, enquiries,
    )  # fmt: skip


def the_date(job: Job) -> Delivery:
    """The date a print of one date speaks of: the first that takes place of what was asked for, else the next one.

    Raises:
        RefusedInput: when there is none.
    """
    scope = job.options.scope
    if scope.delivery is not None and scope.delivery in job.plan.deliveries:
        return job.plan.deliveries[scope.delivery]
    days = chosen_by_day(job, lambda one: one.status.takes_place)
    today = job.plan.today(job.options.made_at.date())
    ordered = [*(day for day in days if day >= today), *(day for day in days if day < today)]
    found = [one for day in ordered for one in days[day]]
    return next((one for one in found if one.status.takes_place and not one.hours), found[0])


class _NoticePage:
    """The page; type shrinks until everything stands over the foot."""

    def __init__(self, job: Job, notice: Notice) -> None:
        self._setter: Typesetter = job.setter
        self._notice = notice
        self._flyer = notice.flyer
        self._logos = Logos(job.pictures, 9.0)
        self.remarks: list[Remark] = []
        self.page = Page(*A4)
        self._left, self._right = _SIDE, self.page.width - _SIDE
        self._width = self._right - self._left
        #: Room added to every gap, when the page has some to spare.
        self._air = 0.0
        for size in _DATE_SIZES:
            self.page = Page(*A4)
            self.page.number = 1
            spare = self._fill(size) - _FOOT_RULE - 3 * MM
            if spare >= (_LEAST_AIR * _GAPS if size > _LAST_FOR_AIR else 0):
                self._air = min(_MOST_AIR, spare / _GAPS)
                self.page = Page(*A4)
                self.page.number = 1
                self._fill(size)
                break
        else:
            self._say(message("There is too much text for this size; it runs over its field. Choose A4 or shorten it."))
        self._foot()
        self.remarks += logo_remarks(logos_of(self._flyer.credits), job.pictures)
        told = Subject("deliveries", self._flyer.key)
        self.remarks += reader_remarks(self._flyer, told)

    def _say(self, text: str) -> None:
        self.remarks.append(Remark(text, {}, self._flyer.title, 1, Subject("deliveries", self._flyer.key)))

    def _fill(self, size: float) -> float:
        """Everything over the foot; tells the lowest point."""
        scale = 0.55 + 0.45 * size / _DATE_SIZES[0]
        y = self._head()
        nominal = 62.0 * scale
        title = fit(
            self._setter, self._flyer.title, Style(nominal, Weight.BOLD, leading=nominal * 1.15), self._width, 2
        )
        y -= 0.86 * title.style.size + self._air * 0.5
        y = self.page.text_lines(self._left, y, title.lines)
        y = self._mark(y, scale)
        y = self._date(y - 8 * MM * scale - self._air, size)
        y = self._line(self._notice.time, 76 * scale, y - 8 * MM * scale - self._air)
        y = self._line(self._flyer.place, 42 * scale, y - 6 * MM * scale - self._air, lines=2)
        y -= 6.5 * MM * scale + self._air
        self.page.rule(self._left, self._right, y, 2.0)
        under = self._facts(y, scale)
        return self._languages(under, scale, y) if self._flyer.languages else under

    def _head(self) -> float:
        style = Style(18, Weight.SEMIBOLD, leading=22)
        top = self.page.height - _SIDE - 0.8 * 18
        right = wrap(self._setter, self._notice.readers, style, self._width * 0.5)
        left = wrap(self._setter, self._flyer.series, style, self._width * 0.48)
        for index, line in enumerate(right):
            self.page.text_right(self._right, top - index * style.leading, line)
        y = min(self.page.text_lines(self._left, top, left), top - (max(1, len(right)) - 1) * style.leading) - 5 * MM
        self.page.rule(self._left, self._right, y, 2.0)
        return y - 6 * MM

    def _mark(self, y: float, scale: float) -> float:
        """Cancelled, postponed, not settled: white on black, as it is the news."""
        if not self._flyer.mark:
            return y
        line = self._setter.line(self._flyer.mark, Style(26 * scale, Weight.BOLD, WHITE))
        height = 38 * scale
        bottom = y - 5 * MM - height
        self.page.shapes.append(rectangle(self._left, bottom, line.width + 24 * scale, height, BLACK))
        self.page.text(self._left + 12 * scale, bottom + height / 2 - 0.356 * line.style.size, line)
        return bottom

    def _date(self, top: float, size: float) -> float:
        while size > 30 and self._date_width(size) > self._width:
            size -= 1
        y = top - 0.707 * size
        x = self._left
        for part, line in self._date_lines(size):
            x += part.gap * size
            if x > self._left and x + line.width > self._right + 1:
                x, y = self._left, y - size * 1.1
            self.page.text(x, y, line)
            x += line.width - line.left
        return y

    def _date_lines(self, size: float) -> list[tuple[DatePart, Line]]:
        figure = Style(size, Weight.BOLD, tracking=-20)
        small = Style(size * 0.5, Weight.SEMIBOLD)
        return [
            (part, self._setter.line(part.text, figure if part.is_figure else small))
            for part in self._flyer.date
            if not (part.is_figure and ":" in part.text) and self._is_day(part)
        ]

    def _is_day(self, part: DatePart) -> bool:
        """The time has a line of its own."""
        return part.is_figure or part.text.startswith("(") or len(self._flyer.date) == 1

    def _date_width(self, size: float) -> float:
        return sum(part.gap * size + line.width for part, line in self._date_lines(size))

    def _line(self, text: str, size: float, top: float, lines: int = 1) -> float:
        style = Style(size, Weight.BOLD, leading=size * 1.18, tracking=-10)
        fitted = fit(self._setter, text, style, self._width, lines)
        return self.page.text_lines(self._left, top - 0.74 * fitted.style.size, fitted.lines)

    def _facts(self, y: float, scale: float) -> float:
        """Who, on which terms, and what happens in rain; each with its picture."""
        style = Style(max(18.0, 25 * scale), Weight.SEMIBOLD, leading=max(18.0, 25 * scale) * 1.28)
        side = 12 * MM * scale
        value = self._left + side + 8 * MM
        said = (
            (people_mark, self._notice.who),
            (ticket_mark, self._notice.terms),
            (umbrella_mark, self._notice.rain),
        )
        if not any(text for _mark, text in said):
            return y
        y -= 5 * MM * scale + self._air
        for mark, text in said:
            lines = wrap(self._setter, text, style, self._right - value)
            if not lines:
                continue
            height = max(side, len(lines) * style.leading)
            self.page.shapes += mark(self._left, y - height / 2 - side / 2, side)
            first = y - height / 2 + (len(lines) - 1) * style.leading / 2 - 0.356 * style.size
            self.page.text_lines(value, first, lines)
            y -= height + 3.2 * MM * scale + self._air
        return y

    def _languages(self, y: float, scale: float, top: float) -> float:
        """A line in each language, under a rule where facts stand over them."""
        name = Style(18 * min(1, scale + 0.1), Weight.SEMIBOLD, leading=25 * scale)
        text = replace(name, weight=Weight.REGULAR)
        if y < top:
            self.page.rule(self._left, self._right, y, 0.75)
        side = (self._width - 8 * MM) / 2
        y -= 4 * MM + self._air
        for start in range(0, len(self._flyer.languages), 2):
            low = y
            for column, line in enumerate(self._flyer.languages[start : start + 2]):
                x = self._left + column * (side + 8 * MM)
                self.page.text(x, y - name.size, self._setter.line(line.language, styled(line, name)))
                lines = wrap(self._setter, line.text, styled(line, text), side)
                low = min(low, self.page.text_lines(x, y - name.size - name.leading, lines) if lines else low)
            y = low - 5 * MM
        return y

    def _foot(self) -> None:
        page, setter = self.page, self._setter
        page.rule(self._left, self._right, _FOOT_RULE, 2.0)
        flyer = self._flyer
        room = self._width
        if flyer.qr:
            left, bottom = self._right - _QR, _FOOT_RULE - 5 * MM - _QR
            page.shapes += qr_code(flyer.qr, left, bottom, _QR)
            address = wrap(setter, flyer.qr_address, _ADDRESS, _QR + 14 * MM)
            under = bottom - qr_quiet_zone(flyer.qr, _QR) - _ADDRESS.size * _HANGUL_TOP
            for index, line in enumerate(address):
                page.text_right(self._right, under - index * _ADDRESS.leading, line)
            room -= _QR + 8 * MM
        lines = fit(setter, self._notice.enquiries, Style(18, Weight.SEMIBOLD, leading=22), room, 1)
        y = page.text_lines(self._left, _FOOT_RULE - 9 * MM, lines.lines)
        credit_band(setter, page, flyer.credits, (self._left, y - 5.5 * MM, room), (6.5, 8.5), BLACK, self._logos)
        said = " · ".join(part for part in (flyer.foot.series, flyer.foot.edition, flyer.foot.notice) if part)
        small = wrap(setter, said, _FOOT, room)
        page.text_lines(self._left, 7 * MM + (len(small) - 1) * _FOOT.leading, small)
