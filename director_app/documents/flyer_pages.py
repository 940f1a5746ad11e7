"""A flyer's content -> its pages. Everything hangs on one grid; what does not fit gets smaller, never shorter.

From the top: colour field with the title (or the drawn pattern and the title under it), the date as the second largest
thing, place or rounds, facts beside the QR code, languages, credits, foot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from director_app.documents.booklet_front import credit_band
from director_app.documents.breaking import Fitted, fit, joined, wrap
from director_app.documents.colours import BLACK, GREY_TEXT, HAIRLINE, WHITE, Ink, Palette, palette
from director_app.documents.content import DatePart, Flyer, Mood, Round
from director_app.documents.flyers import MOST_ON_FRONT
from director_app.documents.fonts import Weight
from director_app.documents.options import DocumentOptions, Remark
from director_app.documents.page import A4, A5, MM, Page, rectangle, ring
from director_app.documents.pictures import Field, qr_code, tiles
from director_app.documents.typography import SMALLEST_TEXT, Line, Style, Typesetter
from director_app.domain.facts import Subject
from director_app.wording import message

_SCALES: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.34, 0.28)
#: Down to this scale facts make room for a title that is too small; after that the title stays small.
_LAST_FOR_TITLE: Final = 0.82
#: pt by which a title must be larger to be worth what else is given up for it.
_MUCH_LARGER: Final = 2.0
_WEEKDAY: Final = 0.5
_WORDS: Final = 0.42


@dataclass(frozen=True, slots=True)
class Sheet:
    """Measures of one size: mm for distances, pt for type."""

    size: tuple[float, float]
    margin: float
    columns: int
    gutter: float
    series: float
    series_y: float
    title: float
    title_pattern: float
    subtitle: float
    fields: tuple[float, ...]
    title_foot: float
    pattern: float
    band: float
    across: int
    date: float
    period: float
    date_gap: float
    rule_gap: float
    place: float
    place_gap: float
    text: float
    leading: float
    row_gap: float
    round_date: float
    round_place: float
    rounds_single: int
    qr: float
    credit_rule: float
    credit_label: float
    credit_name: float
    foot_y: float
    free: float
    smallest: float

    @property
    def column(self) -> float:
        """Width of a grid column and its gutter, pt."""
        width = (self.size[0] - 2 * self.margin - (self.columns - 1) * self.gutter) / self.columns
        return (width + self.gutter) * MM


_A4: Final = Sheet(
    size=A4, margin=14, columns=6, gutter=5, series=12, series_y=16.6, title=54, title_pattern=49,
    subtitle=15,
    fields=(118.8, 112, 105, 97.9, 91, 84, 76, 68, 60), title_foot=14.2, pattern=90, band=8.2, across=7,
    date=70, period=52, date_gap=12.2, rule_gap=9, place=28, place_gap=12.7, text=12.5, leading=18.5, row_gap=5.3,
    round_date=21, round_place=15, rounds_single=8, qr=26.2, credit_rule=261.8, credit_label=7, credit_name=10,
    foot_y=288.6, free=15.5, smallest=SMALLEST_TEXT,
)  # fmt: skip
_A5: Final = Sheet(
    size=A5, margin=10, columns=4, gutter=4, series=9, series_y=11.9, title=36, title_pattern=35,
    subtitle=11,
    fields=(83.9, 79, 74, 69, 64, 58, 52, 46), title_foot=10.2, pattern=59, band=6.2, across=5, date=46, period=35,
    date_gap=8.8, rule_gap=6.4, place=19, place_gap=8.6, text=9.5, leading=14, row_gap=4.2, round_date=15,
    round_place=11, rounds_single=6, qr=20, credit_rule=183.9, credit_label=6.5, credit_name=8.5, foot_y=203.3,
    free=12.5, smallest=SMALLEST_TEXT,
)  # fmt: skip


class FlyerPages:
    """Lays out one flyer; `remarks` says afterwards what became smaller than it should be."""

    def __init__(self, setter: Typesetter, flyer: Flyer, options: DocumentOptions) -> None:
        self.setter = setter
        self.flyer = flyer
        self.sheet = _A4 if options.size == "A4" else _A5
        self.palette: Palette = palette(flyer.colour)
        self.bleed = options.bleed_mm * MM
        self.remarks: list[Remark] = []
        self.subject = Subject("programmes", flyer.key)

    def pages(self) -> list[Page]:
        """The front, and a back where there are more rounds than the front holds."""
        front = self._front()
        self._remark(front)
        pages = [front.page]
        if len(self.flyer.rounds) > MOST_ON_FRONT:
            pages += _Back(self).pages
        return pages

    def _front(self) -> _Front:
        """The first attempt that fits: lower fields first, then without the introduction, then smaller type."""
        fields = (0, 1) if self.flyer.has_pattern else tuple(range(len(self.sheet.fields)))
        spare: _Front | None = None
        for scale in _SCALES:
            for has_intro in (True, False) if self.flyer.intro.text and scale == _SCALES[0] else (False,):
                for field in fields:
                    front = _Front(self, scale, field, has_intro=has_intro or not self.flyer.intro.text)
                    if front.fits and not front.title_is_small:
                        return front
                    if front.fits and (spare is None or front.title_size > spare.title_size + _MUCH_LARGER):
                        spare = front
            if spare is not None and scale <= _LAST_FOR_TITLE:
                return spare
        return spare or _Front(self, _SCALES[-1], fields[-1], has_intro=False)

    def _remark(self, front: _Front) -> None:
        title = self.flyer.title
        if not front.fits:
            self._say(message("There is too much text for this size; it runs over its field. Choose A4 or shorten it."))
        elif front.text_size < self.sheet.smallest - 0.01:
            text = message("The facts are set at {size} pt; public text should have {least} pt.")
            self._say(text, size=round(front.text_size, 1), least=self.sheet.smallest)
        if front.title_is_small:
            self._say(message("The title “{title}” is long; it was set small."), title=title)
        if self.flyer.intro.text and not front.has_intro:
            self._say(message("The introduction did not fit and was left out."))
        if not self.flyer.has_enquiries:
            self._say(message("No desk for enquiries is named; a print for the public needs one."))

    def _say(self, text: str, **values: object) -> None:
        self.remarks.append(Remark(text, values, self.flyer.title, 1, self.subject))


class _Front:
    """One attempt at the front page: facts at a scale, under a field of a height."""

    def __init__(self, made: FlyerPages, scale: float, field: int, *, has_intro: bool) -> None:
        self.setter, self.flyer, self.sheet = made.setter, made.flyer, made.sheet
        self.palette, self.bleed, self.scale = made.palette, made.bleed, scale
        self.text_size = self.sheet.text * scale
        self.title_is_small = False
        self.title_size = 0.0
        self.has_intro = has_intro and bool(made.flyer.intro.text)
        self.page = Page(*self.sheet.size)
        self.page.number = 1
        self.left = self.sheet.margin * MM
        self.right = self.page.width - self.left
        self.text = Style(self.text_size, leading=self.sheet.leading * scale)
        self.strong = replace(self.text, weight=Weight.MEDIUM)
        self.label = replace(self.text, weight=Weight.SEMIBOLD, ink=self.palette.accent_text)
        self._compose(field)

    def _compose(self, field: int) -> None:
        y = self._pattern_head(field) if self.flyer.has_pattern else self._field_head(field)
        y = self._date(y)
        y = self._rounds(y) if self.flyer.rounds else self._place(y)
        foot = self._credits()
        if self.flyer.languages:
            foot = self._languages(foot)
        y = self._facts(y)
        self.fits = y >= foot + 3 * MM
        self._foot()

    def _top(self, mm: float) -> float:
        return self.page.height - mm * MM

    # -- head -----------------------------------------------------------------------------------------------

    def _field_head(self, field: int) -> float:
        sheet, page = self.sheet, self.page
        ink = self.palette.on_accent
        bottom = self._top(sheet.fields[field])
        page.shapes.append(Field(0, bottom, page.width, page.height - bottom, self.bleed).box(self.palette.accent))
        series_drop = self._series(self._top(sheet.series_y), ink)
        baseline = bottom + sheet.title_foot * MM
        subtitle = self._subtitle(ink)
        for number, line in enumerate(reversed(subtitle)):
            page.text(self.left, baseline - 2 * MM + number * line.style.leading, line)
        if subtitle:
            baseline += (len(subtitle) - 1) * subtitle[0].style.leading + subtitle[0].style.size * 1.45
        room = series_drop - baseline - 5 * MM
        title = self._fit_title(sheet.title, room, 1.5, ink)
        y = baseline + (len(title.lines) - 1) * title.style.leading
        page.text_lines(self.left, y, title.lines)
        self._free(baseline, ink)
        return bottom - sheet.date_gap * MM * self._tight()

    def _subtitle(self, ink: Ink) -> list[Line]:
        style = Style(self.sheet.subtitle, Weight.MEDIUM, ink, leading=self.sheet.subtitle * 1.3)
        return wrap(self.setter, self.flyer.subtitle, style, self.right - self.left) if self.flyer.subtitle else []

    def _tight(self) -> float:
        """Gaps follow the scale of the facts, more slowly."""
        return 0.4 + 0.6 * self.scale

    def _fit_title(self, nominal: float, room: float, growth: float, ink: Ink) -> Fitted:
        """The title as large as width and height allow."""
        width = self.right - self.left
        style = Style(nominal, Weight.BOLD, ink, leading=nominal * 1.14)
        reserve = self._free_width() + 4 * MM if self.flyer.free else 0.0
        fitted = fit(self.setter, self.flyer.title, style, width, 3, growth=growth, reserve=reserve)
        while self._title_height(fitted) > room and fitted.style.size > SMALLEST_TEXT:
            size = max(SMALLEST_TEXT, fitted.style.size - 0.5)
            smaller = replace(style, size=size, leading=size * 1.14)
            again = fit(self.setter, self.flyer.title, smaller, width, 9, reserve=reserve)
            if again.style.size >= fitted.style.size:
                break
            fitted = again
        if reserve and len(fitted.lines) > 1 and fitted.style.leading < 2 * self.sheet.free:
            small = replace(style, size=fitted.style.size, leading=fitted.style.leading)
            fitted = fit(self.setter, self.flyer.title, small, width - reserve, len(fitted.lines) + 1)
        self.title_size = fitted.style.size
        self.title_is_small = fitted.is_small or fitted.style.size < nominal * 0.7
        return fitted

    @staticmethod
    def _title_height(fitted: Fitted) -> float:
        return (len(fitted.lines) - 1) * fitted.style.leading + 0.8 * fitted.style.size

    def _series(self, y: float, ink: Ink) -> float:
        """Series left, event or complex right; below each other where both are long. Tells the last baseline."""
        style = Style(self.sheet.series, Weight.SEMIBOLD, ink, leading=self.sheet.series * 1.4)
        width = self.right - self.left
        series, context = self.flyer.series, self.flyer.context
        context = "" if context == series else context
        one = self.setter.line(series, style)
        other = self.setter.line(context, style)
        if one.width + other.width + 6 * MM <= width:
            self.page.text(self.left, y, one)
            self.page.text_right(self.right, y, other)
            return y
        lines = [*wrap(self.setter, series, style, width), *wrap(self.setter, context, style, width)]
        return self.page.text_lines(self.left, y, lines)

    def _free_width(self) -> float:
        style = Style(self.sheet.free, Weight.SEMIBOLD)
        return self.setter.line(self.flyer.free, style).width + 2 * self.sheet.free * 0.62

    def _free(self, baseline: float, ink: Ink) -> None:
        if not self.flyer.free:
            return
        size = self.sheet.free
        line = self.setter.line(self.flyer.free, Style(size, Weight.SEMIBOLD, ink))
        width, height = self._free_width(), size * 1.66
        self.page.frame(self.right - width, baseline - 0.09 * size, width, height, 1.0, ink)
        middle = baseline - 0.09 * size + height / 2
        self.page.texts.append((self.right - width + size * 0.62, middle - 0.356 * size, line))

    def _pattern_head(self, field: int) -> float:
        sheet, page = self.sheet, self.page
        height = sheet.pattern * (1.0 if self.scale > 0.9 else 0.72 if self.scale > 0.6 else 0.45)
        bottom = self._top(height)
        picture = Field(0, bottom, page.width, page.height - bottom, self.bleed)
        page.shapes += tiles(picture, sheet.across, self.flyer.key, WHITE, self.palette.accent)
        band = bottom - sheet.band * MM
        page.shapes.append(
            rectangle(-self.bleed, band, page.width + 2 * self.bleed, sheet.band * MM, self.palette.accent)
        )
        self._series(band + sheet.band * MM / 2 - 0.356 * sheet.series, self.palette.on_accent)
        nominal = sheet.title_pattern * (1.0 if field == 0 else 0.6)
        title = self._fit_title(nominal, 62 * MM, 1.1, BLACK)
        y = band - (0.8 * title.style.size + 10.5 * MM * self._tight())
        y = page.text_lines(self.left, y, title.lines)
        self._free(y, BLACK)
        for line in self._subtitle(BLACK):
            y -= line.style.leading * 1.25
            page.text(self.left, y, line)
        rule = y - sheet.rule_gap * MM * 0.72
        page.rule(self.left, self.right, rule, 1.5, self.palette.accent)
        return rule - sheet.date_gap * MM * 0.72 * self._tight()

    # -- when and where -------------------------------------------------------------------------------------

    def _date(self, top: float) -> float:
        """The date with its cap height under `top`; tells where the rule below it stands."""
        sheet = self.sheet
        width = self.right - self.left
        is_long = sum(part.is_figure for part in self.flyer.date) > 2 or len(self.flyer.rounds) > 0
        size = sheet.period if is_long or self.flyer.has_pattern else sheet.date
        if not any(part.is_figure for part in self.flyer.date):
            size = sheet.period
        while size > 16 and self._date_width(size) > width:
            size -= 0.5
        y = top - 0.707 * size
        x = self.left
        for part, line in self._date_lines(size):
            x += part.gap * size
            if x > self.left and x + line.width > self.right + 1:
                x, y = self.left, y - size * 1.1
            if part.text == "~":
                self.page.text(x, y, line)
                x += line.width
                continue
            self.page.text(x, y, line)
            x += line.width - line.left
        rule = y - sheet.rule_gap * MM * self._tight()
        self.page.rule(self.left, self.right, rule, 0.75)
        return rule

    def _date_lines(self, size: float) -> list[tuple[DatePart, Line]]:
        figure = Style(size, Weight.BOLD, tracking=-20)
        weekday = Style(size * _WEEKDAY, Weight.SEMIBOLD)
        words = Style(size * _WORDS, Weight.SEMIBOLD)
        lines = []
        for part in self.flyer.date:
            style = figure if part.is_figure else weekday if part.text.startswith("(") else words
            lines.append((part, self.setter.line(part.text, style)))
        return lines

    def _date_width(self, size: float) -> float:
        return sum(part.gap * size + line.width - line.left for part, line in self._date_lines(size))

    def _place(self, rule: float) -> float:
        sheet, page, setter = self.sheet, self.page, self.setter
        value = self.left + sheet.column
        width = self.right - value
        tight = self._tight()
        place = Style(sheet.place * tight, Weight.BOLD, leading=sheet.place * tight * 1.2, tracking=-10)
        fitted = fit(setter, self.flyer.place, place, width, 2)
        y = rule - sheet.place_gap * MM * tight
        page.text(self.left, y, setter.line(self.flyer.place_label, self.label))
        y = page.text_lines(value, y, fitted.lines)
        gap = self.text.leading * 1.12
        for text, style in ((self.flyer.address, self.text), (self.flyer.fallback, self.strong)):
            lines = wrap(setter, text, style, width) if text else []
            if lines:
                y = page.text_lines(value, y - gap, lines)
                gap = self.text.leading
        rule = y - 0.97 * self.text.leading
        page.rule(self.left, self.right, rule, 0.5, HAIRLINE)
        return rule

    # -- rounds ---------------------------------------------------------------------------------------------

    def _rounds(self, rule: float) -> float:
        rounds = self.flyer.rounds
        if len(rounds) > MOST_ON_FRONT:
            line = self.setter.line(self.flyer.rounds_on_back, self.strong)
            self.page.text(self.left, rule - 2 * self.text.leading, line)
            rule -= 3 * self.text.leading
            self.page.rule(self.left, self.right, rule, 0.75)
            return rule
        if len(rounds) <= self.sheet.rounds_single:
            y = rule
            for index, one in enumerate(rounds):
                y = self._round(one, y)
                is_last = index == len(rounds) - 1
                self.page.rule(self.left, self.right, y, 0.75 if is_last else 0.5, BLACK if is_last else HAIRLINE)
            return y
        half = (len(rounds) + 1) // 2
        middle = (self.right - self.left - 6 * MM) / 2
        first = self._column(rounds[:half], self.left, middle, rule)
        second = self._column(rounds[half:], self.left + middle + 6 * MM, middle, rule)
        y = min(first, second)
        self.page.rule(self.left, self.right, y, 0.75)
        return y

    def _round(self, one: Round, top: float) -> float:
        """One round: number, date and time at the left, place and acts at the right."""
        sheet, page, setter, scale = self.sheet, self.page, self.setter, self.scale
        y = top - sheet.round_date * scale * 1.36
        self._number(one.number, y, scale)
        is_off = one.mood is Mood.CANCELLED
        ink = GREY_TEXT if is_off else BLACK
        x = self.left + sheet.round_date * scale * 1.2
        date = setter.line(one.date, Style(sheet.round_date * scale, Weight.BOLD, ink, tracking=-20))
        weekday = setter.line(one.weekday, Style(sheet.round_date * scale * 0.62, Weight.SEMIBOLD, ink))
        time = setter.line(one.time, Style(sheet.round_place * scale * 0.86, Weight.SEMIBOLD, ink, tabular=True))
        page.text(x, y, date)
        page.text(x + date.width - date.left + 1.5, y, weekday)
        if is_off:
            page.strike(x, y, date)
        place_x = self.left + 2 * sheet.column if sheet.columns == 6 else self.left + sheet.column * 1.35
        after = x + date.width + weekday.width + sheet.round_place * scale * 0.6
        drop = y
        if one.time:
            if after + time.width > place_x - 2 * MM:
                drop = y - sheet.round_date * scale
                after = x
            page.text(after, drop, time)
        width = self.right - place_x
        place = Style(sheet.round_place * scale, Weight.BOLD, ink, leading=sheet.round_place * scale * 1.25)
        indent = self._badge(one, place_x, y, place.size)
        last = page.text_lines(place_x + indent, y, wrap(setter, one.place, place, width - indent))
        for text in one.lines:
            last = page.text_lines(place_x, last - self.text.leading, wrap(setter, text, self.text, width))
        return min(last, drop) - self.text.leading * 0.78

    def _badge(self, one: Round, left: float, y: float, size: float) -> float:
        """The mark of a round that does not stand as it was; tells how far the place moves to the right."""
        if not one.mark:
            return 0.0
        is_off = one.mood is Mood.CANCELLED
        line = self.setter.line(one.mark, Style(size * 0.72, Weight.BOLD, WHITE if is_off else BLACK))
        width, height = line.width + size * 0.62, size * 1.12
        bottom = y + 0.356 * size - height / 2
        if is_off:
            self.page.shapes.append(rectangle(left, bottom, width, height, BLACK))
        else:
            self.page.frame(left, bottom, width, height, 0.75, BLACK)
        self.page.texts.append((left + size * 0.31, bottom + height / 2 - 0.356 * line.style.size, line))
        return width + size * 0.5

    def _number(self, number: str, y: float, scale: float) -> None:
        """The number of a round in a ring."""
        radius = self.sheet.round_date * scale * 0.31
        centre_y = y + 0.36 * self.sheet.round_date * scale
        self.page.shapes.append(ring(self.left + radius, centre_y, radius, 1.1, self.palette.accent_text))
        style = Style(radius * 1.35, Weight.BOLD, self.palette.accent_text)
        line = self.setter.line(number, style)
        self.page.texts.append((self.left + radius - line.width / 2, centre_y - 0.354 * style.size, line))

    def _column(self, rounds: tuple[Round, ...], left: float, width: float, top: float) -> float:
        """Many rounds: a line with date and time over a line with the place."""
        strong = Style(self.text_size * 1.06, Weight.BOLD, leading=self.text.leading)
        y = top - self.text.leading * 0.3
        for one in rounds:
            head = " ".join(part for part in (f"{one.date}{one.weekday}", one.time, one.mark) if part)
            y = self.page.text_lines(left, y - self.text.leading, wrap(self.setter, head, strong, width))
            for text in (one.place, *one.lines):
                y = self.page.text_lines(left, y - self.text.leading, wrap(self.setter, text, self.text, width))
            y -= self.text.leading * 0.35
        return y - self.text.leading * 0.3

    # -- facts ----------------------------------------------------------------------------------------------

    def _facts(self, rule: float) -> float:
        """Labelled facts, the QR code at their right; tells the lowest point of both."""
        sheet, page, setter = self.sheet, self.page, self.setter
        value = self.left + sheet.column
        qr_side = sheet.qr * MM
        has_qr = bool(self.flyer.qr)
        width = self.right - value - (qr_side + 8 * MM if has_qr else 0)
        y = rule - self.text.leading * 1.26
        low = self._qr(y, qr_side) if has_qr else y
        gap = 0.0
        label_room = sheet.column - 2 * MM
        for fact in self.flyer.facts + ((self.flyer.intro,) if self.has_intro else ()):
            y -= gap
            gap = self.text.leading + sheet.row_gap * self.scale
            label_end = page.text_lines(self.left, y, wrap(setter, fact.label, self.label, label_room))
            lines = (
                joined(setter, fact.names, self.text, width)
                if fact.names
                else wrap(setter, fact.text, self.text, width)
            )
            y = min(page.text_lines(value, y, lines), label_end)
        return min(y, low)

    def _qr(self, y: float, side: float) -> float:
        sheet, page = self.sheet, self.page
        left = self.right - side
        small = Style(sheet.text * 0.72, Weight.SEMIBOLD, leading=sheet.text)
        label = wrap(self.setter, self.flyer.qr_label, small, side)
        last = page.text_lines(left, y, label)
        bottom = last - side - 4.8 * MM
        page.shapes += qr_code(self.flyer.qr, left, bottom, side)
        address = Style(7.5 if sheet.qr > 24 else 7, ink=GREY_TEXT, leading=9.5)
        lines = wrap(self.setter, self.flyer.qr_address, address, side + 6 * MM)
        if len(lines) == 1 and lines[0].width <= side:
            return page.text_lines(left, bottom - 5.6 * MM, lines)
        for index, line in enumerate(lines):
            page.text_right(self.right, bottom - 5.6 * MM - index * address.leading, line)
        return bottom - 5.6 * MM - (len(lines) - 1) * address.leading

    # -- foot -----------------------------------------------------------------------------------------------

    def _languages(self, foot: float) -> float:
        """A strip of one line per language above the credits; tells its upper edge."""
        value = self.left + self.sheet.column
        blocks = [
            (line.language, wrap(self.setter, line.text, self.text, self.right - value))
            for line in self.flyer.languages
        ]
        height = sum(max(1, len(lines)) for _name, lines in blocks) * self.text.leading
        top = foot + height + self.text.leading * 0.6
        self.page.rule(self.left, self.right, top, 0.5, HAIRLINE)
        y = top - self.text.leading * 1.1
        for name, lines in blocks:
            self.page.text(self.left, y, self.setter.line(name, self.label))
            y = self.page.text_lines(value, y, lines) - self.text.leading
        return top

    def _credits(self) -> float:
        sheet = self.sheet
        if not self.flyer.credits:
            return self._top(sheet.foot_y - 8)
        sizes = (sheet.credit_label, sheet.credit_name)
        width = self.right - self.left
        rule = self._top(sheet.credit_rule)
        lowest = self._top(sheet.foot_y - 5.5)
        trial = Page(*sheet.size)
        last = credit_band(self.setter, trial, self.flyer.credits, (self.left, rule - 4.3 * MM, width), sizes, BLACK)
        rule += max(0.0, lowest - last)
        self.page.rule(self.left, self.right, rule, 0.75)
        credit_band(self.setter, self.page, self.flyer.credits, (self.left, rule - 4.3 * MM, width), sizes, BLACK)
        return rule

    def _foot(self) -> None:
        foot_line(self.setter, self.page, self.flyer, self.sheet)


def foot_line(setter: Typesetter, page: Page, flyer: Flyer, sheet: Sheet) -> None:
    """Series at the left, edition at the right, the season's notice below."""
    style = Style(6.5, ink=GREY_TEXT, leading=8.5)
    left, right = sheet.margin * MM, page.width - sheet.margin * MM
    y = page.height - sheet.foot_y * MM
    edition = wrap(setter, f"{flyer.caution} · {flyer.foot.edition}", style, (right - left) * 0.58)
    series = wrap(setter, flyer.foot.series, style, (right - left) * 0.4)
    page.text_lines(left, y, series)
    for index, line in enumerate(edition):
        page.text_right(right, y - index * style.leading, line)
    if flyer.foot.notice:
        drop = style.leading * max(len(series), len(edition))
        page.text_lines(left, y - drop, wrap(setter, flyer.foot.notice, style, right - left))


class _Back:
    """The back: a table of all rounds, over as many pages as it takes."""

    def __init__(self, made: FlyerPages) -> None:
        self.setter, self.flyer, self.sheet = made.setter, made.flyer, made.sheet
        self.palette = made.palette
        self.pages: list[Page] = []
        self.text = Style(max(SMALLEST_TEXT, self.sheet.text * 0.84), leading=self.sheet.leading * 0.84)
        self.strong = replace(self.text, weight=Weight.SEMIBOLD)
        self._fill()

    def _fill(self) -> None:
        y = self._new()
        for one in self.flyer.rounds:
            needed = self._row(one, 0.0, draw=False)
            if y - needed < (self.pages[-1].height - (self.sheet.foot_y - 8) * MM):
                y = self._new()
            y -= self._row(one, y, draw=True)

    def _new(self) -> float:
        page = Page(*self.sheet.size)
        page.number = len(self.pages) + 2
        self.pages.append(page)
        foot_line(self.setter, page, self.flyer, self.sheet)
        left = self.sheet.margin * MM
        style = Style(self.sheet.place, Weight.BOLD, leading=self.sheet.place * 1.2, tracking=-10)
        title = fit(self.setter, self.flyer.title, style, page.width - 2 * left, 2)
        y = page.height - self.sheet.margin * MM - 0.8 * title.style.size
        y = page.text_lines(left, y, title.lines) - 7 * MM
        page.rule(left, page.width - left, y, 1.5, self.palette.accent)
        return y

    def _row(self, one: Round, top: float, *, draw: bool) -> float:
        """Set a row under `top`; tells its height."""
        page = self.pages[-1]
        left, right = self.sheet.margin * MM, page.width - self.sheet.margin * MM
        place_x = left + (right - left) * 0.42
        mark = f"{one.mark} · " if one.mark else ""
        head = wrap(self.setter, " ".join((f"{one.date}{one.weekday}", one.time)).strip(), self.strong,
                    place_x - left - 12 * MM)  # fmt: skip
        lines = wrap(self.setter, mark + one.place, self.strong, right - place_x)
        for text in one.lines:
            lines += wrap(self.setter, text, self.text, right - place_x)
        height = max(len(head), len(lines)) * self.text.leading + self.text.leading * 0.55
        if draw:
            y = top - self.text.leading * 1.05
            page.text(left, y, self.setter.line(one.number, replace(self.strong, ink=self.palette.accent_text)))
            page.text_lines(left + 9 * MM, y, head)
            page.text_lines(place_x, y, lines)
            page.rule(left, right, top - height, 0.5, HAIRLINE)
        return height
