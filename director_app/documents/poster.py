"""The poster of a date, a programme or the season: few words, a large title, the date as the second largest thing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from director_app.documents.breaking import Fitted, fit, joined, wrap
from director_app.documents.choosing import chosen
from director_app.documents.colours import BLACK, WHITE, Ink, palette
from director_app.documents.content import DatePart, Fact, Flyer
from director_app.documents.credits import Logos, credit_band, logo_remarks, logos_of
from director_app.documents.flyers import address_of, flyer_content
from director_app.documents.fonts import Weight
from director_app.documents.layout import Job, Laid
from director_app.documents.options import Remark
from director_app.documents.page import A2, A3, MM, Page, rectangle
from director_app.documents.pictures import Field, qr_code, qr_quiet_zone, tiles
from director_app.documents.typography import Line, Style
from director_app.domain.facts import Subject
from director_app.planner.scope import EVERYTHING
from director_app.wording import message

#: Measures are those of A2 in mm and pt; A3 is the same at this scale.
_A3_SCALE: Final = 0.70711
_MARGIN: Final = 26.0
_TITLE: Final = 312.0
_TITLE_UNDER: Final = 130.0
_PICTURE: Final = 280.0
_BAND: Final = 15.0
_DATE: Final = 168.0
#: Shares of the picture's height, less where date and artists need the room.
_SHARES: Final = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
_SMALLEST_TITLE: Final = 12.0
_LEAST_QR: Final = 20.0


def lay_out(job: Job) -> Laid:
    """One page.

    Raises:
        RefusedInput: when there is nothing that may be printed.
    """
    content = poster_content(job)
    poster = _Poster(job, content)
    author = " · ".join(name for group in content.credits for name in group.names)
    return Laid([poster.page], content, content.title.replace("\n", " "), author, content.series,
                remarks=tuple(poster.remarks))  # fmt: skip


def poster_content(job: Job) -> Flyer:
    """What the poster says: what the flyer of it does, or of nothing in particular the season and its months.

    Raises:
        RefusedInput: when there is nothing that may be printed.
    """
    scope = job.options.scope
    if scope.programme is not None or scope.delivery is not None:
        return flyer_content(job.facts, job.options)
    found = chosen(job)
    dated = sorted(one.date for one in found if one.date is not None)
    if not dated:
        raise job.nothing()
    facts, wording, season, complex_ = job.facts, job.wording, job.plan.season, job.plan.complex
    first, last = facts.split_day(dated[0]), facts.split_day(max(one.until or one.date for one in found if one.date))
    date = (DatePart(first[0], True, 0.0), DatePart(first[1], False, 0.06), DatePart("~", True, 0.2),
            DatePart(last[0], True, 0.06), DatePart(last[1], False, 0.06))  # fmt: skip
    rain = facts.said(season, "rain_note")
    return Flyer(
        key=season.title or "season", colour=complex_.colour if complex_ else "",
        has_pattern=job.options.style == "festive", series=facts.complex_name(), context=str(dated[0].year),
        title=facts.season_title(), subtitle=facts.said(season, "subtitle"), intro=Fact("", ""), free="",
        mark="", date=date[:2] if first == last else date, rounds=(), rounds_on_back="",
        more_on_back="", more_rounds="", place_label="",
        place=facts.complex_name(), address=facts.said(complex_, "address") if complex_ else "", fallback=rain,
        facts=(), qr=season.web_address, qr_label="",
        qr_address=address_of(season),
        languages=(), caution=wording.text("Dates may change."), has_enquiries=bool(facts.enquiries()),
        credits=facts.credit_groups(season.credits), foot=facts.foot(job.options),
    )  # fmt: skip


class _Poster:
    """One poster on its page."""

    def __init__(self, job: Job, content: Flyer) -> None:
        self._setter = job.setter
        self._job = job
        self._content = content
        self._scale = 1.0 if job.options.size == "A2" else _A3_SCALE
        self.page = Page(*(A2 if job.options.size == "A2" else A3))
        self.page.number = 1
        self.remarks: list[Remark] = []
        self._bleed = job.options.bleed_mm * MM
        self._palette = palette(content.colour)
        self._left = self._mm(_MARGIN)
        self._right = self.page.width - self._left
        self._width = self._right - self._left
        judged = job.pictures.judge(content.photo, self.page.width / MM, _PICTURE * self._scale)
        if judged.said is not None:
            self._say(judged.said.message, **judged.said.values)
        self._has_photo = judged.is_usable
        is_picture = content.has_pattern or judged.is_usable
        self._ink: Ink = BLACK if is_picture else self._palette.on_accent
        said = list(self.remarks)
        for share in _SHARES if is_picture else _SHARES[:1]:
            self._share, self._is_clear, self.remarks = share, True, list(said)
            self.page = Page(self.page.width / MM, self.page.height / MM)
            self.page.number = 1
            foot = self._credits()
            self._middle(self._picture() if is_picture else self._field(foot), foot)
            if self._is_clear:
                break
        if not content.has_enquiries:
            self._say(message("No desk for enquiries is named; a print for the public needs one."))
        self.remarks += logo_remarks(logos_of(content.credits), job.pictures)

    def _mm(self, mm: float) -> float:
        return mm * MM * self._scale

    def _say(self, text: str, **values: object) -> None:
        subject = Subject("programmes", self._content.key) if self._job.options.scope != EVERYTHING else None
        self.remarks.append(Remark(text, values, self._content.title, 1, subject))

    def _style(self, size: float, weight: str = Weight.SEMIBOLD, leading: float = 1.3, tracking: float = 0.0) -> Style:
        size *= self._scale
        return Style(size, weight, self._ink, leading=size * leading, tracking=tracking)

    # -- title ----------------------------------------------------------------------------------------------

    def _field(self, foot: float) -> float:
        """The whole page in the complex's colour, the title as large as it can be; tells the rule under it."""
        page = self.page
        page.shapes.insert(
            0, Field(0, -self._bleed, page.width, page.height + self._bleed, self._bleed).box(self._palette.accent)
        )
        top = page.height - self._mm(26) - 24 * self._scale
        self._sides(top, self._style(26))
        top -= self._mm(44)
        low = foot + self._mm(215)
        title = self._largest(_TITLE, top - low)
        y = top - 0.8 * title.style.size
        last = page.text_lines(self._left, y, title.lines)
        last = self._subtitle(last, title.style.size)
        self._free(self._mm(20) + top, is_top=True)
        rule = min(last - self._mm(20), low + self._mm(18))
        page.rule(self._left, self._right, rule, 4 * self._scale, self._ink)
        return rule

    def _picture(self) -> float:
        """Photo or drawn pattern over the title; tells the rule under the title."""
        page, bleed = self.page, self._bleed
        bottom = page.height - self._mm(_PICTURE * self._share)
        field = Field(0, bottom, page.width, page.height - bottom, bleed)
        photo = self._content.photo
        if self._has_photo and photo is not None:
            size = (round((page.width + 2 * bleed) / MM, 2), round((field.height + bleed) / MM, 2))
            box = (-bleed, bottom, page.width + 2 * bleed, field.height + bleed)
            page.picture(self._job.pictures.cut(photo, *size), box, below=True)
        else:
            page.shapes += tiles(field, 6, self._content.key, WHITE, self._palette.accent)
        band = bottom - self._mm(_BAND)
        page.shapes.append(rectangle(-bleed, band, page.width + 2 * bleed, self._mm(_BAND), self._palette.accent))
        style = replace(self._style(22), ink=self._palette.on_accent)
        self._sides(band + self._mm(_BAND) / 2 - 0.356 * style.size, style)
        title = self._largest(_TITLE_UNDER, self._mm(110))
        y = band - self._mm(20) - 0.8 * title.style.size
        y = self._subtitle(page.text_lines(self._left, y, title.lines), title.style.size)
        self._free(y, is_top=False)
        rule = y - self._mm(15)
        page.rule(self._left, self._right, rule, 4 * self._scale, self._palette.accent)
        return rule

    def _sides(self, y: float, style: Style) -> None:
        """Series left, event or complex right."""
        room = self._width / 2 - self._mm(6)
        context = "" if self._content.context == self._content.series else self._content.context
        self.page.text_lines(self._left, y, fit(self._setter, self._content.series, style, room, 1).lines[:1])
        for line in fit(self._setter, context, style, room, 1).lines[:1]:
            self.page.text_right(self._right, y, line)

    def _largest(self, nominal: float, room: float) -> Fitted:
        """The title on as many lines as make it largest."""
        best: Fitted | None = None
        for lines in range(1, 7):
            size = min(nominal * self._scale, room / (lines * 1.1))
            style = Style(size, Weight.BOLD, self._ink, leading=size * 1.1, tracking=-15)
            found = fit(self._setter, self._content.title, style, self._width, lines)
            height = len(found.lines) * found.style.leading
            if height <= room + 1 and (best is None or found.style.size > best.style.size):
                best = found
        if best is not None and not best.is_small:
            return best
        self._say(message("The title “{title}” is long; it was set small."), title=self._content.title)
        return self._cut_small(room)

    def _cut_small(self, room: float) -> Fitted:
        """A title that no lines of whole words hold: as large as the room allows, long words cut."""
        size = 120 * self._scale
        while True:
            style = Style(size, Weight.BOLD, self._ink, leading=size * 1.15, tracking=-10)
            lines = wrap(self._setter, self._content.title, style, self._width)
            if len(lines) * style.leading <= room or size <= _SMALLEST_TITLE:
                return Fitted(tuple(lines), style, is_small=True)
            size *= 0.93

    def _subtitle(self, y: float, above: float) -> float:
        if not self._content.subtitle:
            return y
        found = fit(self._setter, self._content.subtitle, self._style(40, Weight.MEDIUM), self._width, 2)
        return self.page.text_lines(self._left, y - found.style.size * 0.9 - above * 0.28, found.lines)

    def _free(self, y: float, *, is_top: bool) -> None:
        if not self._content.free:
            return
        size = 48 * self._scale
        line = self._setter.line(self._content.free, Style(size, Weight.BOLD, self._ink))
        width, height = line.width + size * 0.8, size * 1.5
        bottom = y - height / 2 if is_top else y - size * 0.22
        self.page.frame(self._right - width, bottom, width, height, 3 * self._scale, self._ink)
        self.page.text(self._right - width + size * 0.4, bottom + height / 2 - 0.356 * size, line)

    # -- below ----------------------------------------------------------------------------------------------

    def _middle(self, rule: float, foot: float) -> None:
        content = self._content
        y = self._date(rule - self._mm(18))
        taken, code_top = self._qr(foot)
        room = self._width - taken
        self._is_clear = y >= code_top + self._mm(6)
        place = fit(self._setter, content.place or self._shared_place(), self._style(62, Weight.BOLD, 1.15), room, 2)
        names = next((fact.names for fact in content.facts if fact.names), ())
        low = foot + self._mm(5)
        enquiries = self._job.facts.enquiries()
        told = [
            content.fallback or ("" if names else content.address),
            self._job.wording.text("Enquiries: {name}", name=enquiries) if enquiries else "",
        ]
        strong = self._style(22, Weight.MEDIUM, 1.4)
        after = [wrap(self._setter, text, strong, room) for text in told if text]
        taken = sum(strong.size * 1.65 + (len(lines) - 1) * strong.leading for lines in after if lines)
        y -= self._mm(12) + 0.74 * place.style.size
        air = self._air(y - (len(place.lines) - 1) * place.style.leading - low - taken, names, room)
        y = self.page.text_lines(self._left, y - air, place.lines) - air * 0.6
        y = self._names(names, y, low + taken, room)
        for lines in after:
            y = self.page.text_lines(self._left, y - strong.size * 1.65, lines)
        if y < low:
            self._is_clear = False
            self._say(message("There is too much text for this size; it runs over its field. Choose A4 or shorten it."))

    def _air(self, spare: float, names: tuple[str, ...], room: float) -> float:
        """Room to spare over the place, of what is left when everything under it stands."""
        style = self._style(27, Weight.MEDIUM, 1.35)
        spare -= (len(joined(self._setter, names, style, room)) + 0.4) * style.leading if names else 0.0
        return min(self._mm(9), max(0.0, spare) / 4)

    def _names(self, names: tuple[str, ...], y: float, low: float, room: float) -> float:
        """As many names as there is room for, in billing order; tells the last baseline."""
        style = self._style(27, Weight.MEDIUM, 1.35)
        for count in range(len(names), 0, -1):
            lines = joined(self._setter, names[:count], style, room)
            if y - style.size * 1.75 - (len(lines) - 1) * style.leading >= low:
                if count < len(names):
                    self._is_clear = False
                    text = message("Only the first {n} artists have room on the poster.")
                    self._say(text, n=count)
                return self.page.text_lines(self._left, y - style.size * 1.75, lines)
        if names:
            self._is_clear = False
            self._say(message("The artists have no room on the poster."))
        return y

    def _shared_place(self) -> str:
        """Of several rounds their place when it is the same for all."""
        places = dict.fromkeys(one.place for one in self._content.rounds)
        return next(iter(places)) if len(places) == 1 else self._job.facts.complex_name()

    def _date(self, top: float) -> float:
        size = _DATE * self._scale
        while size > 20 and sum(part.gap * size + line.width for part, line in self._date_lines(size)) > self._width:
            size -= 1
        y, x = top - 0.707 * size, self._left
        for part, line in self._date_lines(size):
            x += part.gap * size
            self.page.text(x, y, line)
            x += line.width - line.left
        return y

    def _date_lines(self, size: float) -> list[tuple[DatePart, Line]]:
        figure = Style(size, Weight.BOLD, self._ink, tracking=-20)
        small = Style(size * 0.5, Weight.SEMIBOLD, self._ink)
        return [
            (part, self._setter.line(part.text, figure if part.is_figure else small)) for part in self._content.date
        ]

    def _qr(self, foot: float) -> tuple[float, float]:
        """The code at the right over the credits, on white where the page is coloured; tells its width and its top."""
        content = self._content
        if not content.qr:
            return 0.0, foot
        side = max(_LEAST_QR * MM, self._mm(36))
        quiet = qr_quiet_zone(content.qr, side)
        style = replace(self._style(15), ink=self._ink)
        lines = wrap(self._setter, content.qr_address, style, side + 2 * quiet + self._mm(10))
        bottom = foot + self._mm(14) + len(lines) * style.leading
        left = self._right - side - quiet
        box = (left - quiet, bottom, side + 2 * quiet, side + 2 * quiet)
        self.page.shapes.append(rectangle(*box, WHITE))
        self.page.shapes += qr_code(content.qr, left, bottom + quiet, side)
        for index, line in enumerate(lines):
            self.page.text_right(self._right, bottom - style.size * 1.25 - index * style.leading, line)
        return side + 2 * quiet + self._mm(12), bottom + side + 2 * quiet

    def _credits(self) -> float:
        """Credits and the foot line; tells the rule over them."""
        page, content = self.page, self._content
        small = replace(self._style(10, Weight.REGULAR), size=max(6.5, 10 * self._scale))
        said = " · ".join(part for part in (content.caution, content.foot.edition, content.foot.notice) if part)
        y = self._mm(10)
        right = wrap(self._setter, said, small, self._width * 0.6)
        for index, line in enumerate(reversed(right)):
            page.text_right(self._right, y + index * small.leading, line)
        page.text_lines(self._left, y, wrap(self._setter, content.foot.series, small, self._width * 0.38)[:1])
        rule = self._mm(41)
        logos = Logos(self._job.pictures, 12 * self._scale + 3)
        sizes = (max(6.5, 13 * self._scale), 19 * self._scale)
        ink = self._ink
        lowest = credit_band(
            self._setter,
            Page(420, 594),
            content.credits,
            (self._left, rule - self._mm(8), self._width),
            sizes,
            ink,
            logos,
        )
        rule += max(0.0, y + len(right) * small.leading + self._mm(4) - lowest)
        if content.credits:
            page.rule(self._left, self._right, rule, 1.5 * self._scale, ink)
            credit_band(
                self._setter, page, content.credits, (self._left, rule - self._mm(8), self._width), sizes, ink, logos
            )
        return rule
