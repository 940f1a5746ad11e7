"""A flyer's content -> its pages. Everything hangs on one grid; what does not fit gets smaller, never shorter.

From the top: colour field with the title (or the drawn pattern and the title under it), the date as the second largest
thing, place or rounds, facts beside the QR code, languages, credits, foot.
"""

from __future__ import annotations

from typing import Final

from director_app.documents.booklet_front import credit_band
from director_app.documents.breaking import fit, joined, wrap
from director_app.documents.colours import BLACK, GREY_TEXT, HAIRLINE, Palette, palette
from director_app.documents.content import DatePart, Flyer
from director_app.documents.flyer_heads import PATTERN_SHARES, Head, Titles
from director_app.documents.flyer_rounds import RoundList, RoundTable
from director_app.documents.flyer_sheets import A4_SHEET, A5_SHEET, Ground, foot_line
from director_app.documents.flyers import MOST_ON_FRONT
from director_app.documents.fonts import Weight
from director_app.documents.options import DocumentOptions, Remark
from director_app.documents.page import MM, Page
from director_app.documents.pictures import qr_code
from director_app.documents.typography import Line, Style, Typesetter
from director_app.domain.facts import Subject
from director_app.wording import message

_SCALES: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.34, 0.28)
#: Down to this scale facts make room for a title that is too small; after that the title stays small.
_LAST_FOR_TITLE: Final = 0.82
#: pt by which a title must be larger to be worth what else is given up for it.
_MUCH_LARGER: Final = 2.0
_WEEKDAY: Final = 0.5
_WORDS: Final = 0.42


class FlyerPages:
    """Lays out one flyer; `remarks` says afterwards what became smaller than it should be."""

    def __init__(self, setter: Typesetter, flyer: Flyer, options: DocumentOptions) -> None:
        self.setter = setter
        self.flyer = flyer
        self.sheet = A4_SHEET if options.size == "A4" else A5_SHEET
        self.palette: Palette = palette(flyer.colour)
        self.bleed = options.bleed_mm * MM
        self.remarks: list[Remark] = []
        self.titles: Titles = {}
        self.subject = Subject("programmes", flyer.key)

    def pages(self) -> list[Page]:
        """The front, and a back where there are more rounds than the front holds."""
        front = self._front()
        self._remark(front)
        pages = [front.page]
        if len(self.flyer.rounds) > MOST_ON_FRONT:
            pages += RoundTable(self.setter, self.flyer, self.sheet, self.palette).pages
        return pages

    def _front(self) -> _Front:
        """The first attempt that fits: lower fields first, then without the introduction, then smaller type."""
        fields = range(len(PATTERN_SHARES) if self.flyer.has_pattern else len(self.sheet.fields))
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
        self.flyer = made.flyer
        self.ground = Ground(made.setter, made.sheet, made.palette, scale, made.bleed)
        self.page = self.ground.page
        self.text_size = self.ground.text.size
        self.has_intro = has_intro and bool(made.flyer.intro.text)
        head = Head(self.ground, self.flyer, field, made.titles)
        self.title_is_small, self.title_size = head.title_is_small, head.title_size
        y = self._date(head.bottom)
        y = RoundList(self.ground, self.flyer).draw(y) if self.flyer.rounds else self._place(y)
        foot = self._credits()
        if self.flyer.languages:
            foot = self._languages(foot)
        self.fits = self._facts(y) >= foot + 3 * MM
        foot_line(made.setter, self.page, self.flyer, made.sheet)

    # -- when and where -------------------------------------------------------------------------------------

    def _date(self, top: float) -> float:
        """The date with its cap height under `top`; tells where the rule below it stands."""
        sheet = self.ground.sheet
        width = self.ground.right - self.ground.left
        is_long = sum(part.is_figure for part in self.flyer.date) > 2 or len(self.flyer.rounds) > 0
        size = sheet.period if is_long or self.flyer.has_pattern else sheet.date
        if not any(part.is_figure for part in self.flyer.date):
            size = sheet.period
        while size > 16 and self._date_width(size) > width:
            size -= 0.5
        y = top - 0.707 * size
        x = self.ground.left
        for part, line in self._date_lines(size):
            x += part.gap * size
            if x > self.ground.left and x + line.width - line.left > self.ground.right + 1:
                x, y = self.ground.left, y - size * 1.1
            if part.text == "~":
                self.page.text(x, y, line)
                x += line.width
                continue
            self.page.text(x, y, line)
            x += line.width - line.left
        rule = y - sheet.rule_gap * MM * self.ground.tight
        self.page.rule(self.ground.left, self.ground.right, rule, 0.75)
        return rule

    def _date_lines(self, size: float) -> list[tuple[DatePart, Line]]:
        figure = Style(size, Weight.BOLD, tracking=-20)
        weekday = Style(size * _WEEKDAY, Weight.SEMIBOLD)
        words = Style(size * _WORDS, Weight.SEMIBOLD)
        lines = []
        for part in self.flyer.date:
            style = figure if part.is_figure else weekday if part.text.startswith("(") else words
            lines.append((part, self.ground.setter.line(part.text, style)))
        return lines

    def _date_width(self, size: float) -> float:
        return sum(part.gap * size + line.width - line.left for part, line in self._date_lines(size))

    def _place(self, rule: float) -> float:
        sheet, page, setter = self.ground.sheet, self.page, self.ground.setter
        value = self.ground.left + sheet.column
        width = self.ground.right - value
        tight = self.ground.tight
        place = Style(sheet.place * tight, Weight.BOLD, leading=sheet.place * tight * 1.2, tracking=-10)
        fitted = fit(setter, self.flyer.place, place, width, 2)
        y = rule - sheet.place_gap * MM * tight
        page.text(self.ground.left, y, setter.line(self.flyer.place_label, self.ground.label))
        y = page.text_lines(value, y, fitted.lines)
        gap = self.ground.text.leading * 1.12
        for text, style in ((self.flyer.address, self.ground.text), (self.flyer.fallback, self.ground.strong)):
            lines = wrap(setter, text, style, width) if text else []
            if lines:
                y = page.text_lines(value, y - gap, lines)
                gap = self.ground.text.leading
        rule = y - 0.97 * self.ground.text.leading
        page.rule(self.ground.left, self.ground.right, rule, 0.5, HAIRLINE)
        return rule

    # -- facts ----------------------------------------------------------------------------------------------

    def _facts(self, rule: float) -> float:
        """Labelled facts, the QR code at their right; tells the lowest point of both."""
        sheet, page, setter = self.ground.sheet, self.page, self.ground.setter
        value = self.ground.left + sheet.column
        qr_side = sheet.qr * MM
        has_qr = bool(self.flyer.qr)
        width = self.ground.right - value - (qr_side + 8 * MM if has_qr else 0)
        y = rule - self.ground.text.leading * 1.26
        low = self._qr(y, qr_side) if has_qr else y
        gap = 0.0
        label_room = sheet.column - 2 * MM
        for fact in self.flyer.facts + ((self.flyer.intro,) if self.has_intro else ()):
            y -= gap
            gap = self.ground.text.leading + sheet.row_gap * self.ground.scale
            label_end = page.text_lines(self.ground.left, y, wrap(setter, fact.label, self.ground.label, label_room))
            lines = (
                joined(setter, fact.names, self.ground.text, width)
                if fact.names
                else wrap(setter, fact.text, self.ground.text, width)
            )
            y = min(page.text_lines(value, y, lines), label_end)
        return min(y, low)

    def _qr(self, y: float, side: float) -> float:
        sheet, page = self.ground.sheet, self.page
        left = self.ground.right - side
        small = Style(sheet.text * 0.72, Weight.SEMIBOLD, leading=sheet.text)
        label = wrap(self.ground.setter, self.flyer.qr_label, small, side)
        last = page.text_lines(left, y, label)
        bottom = last - side - 4.8 * MM
        page.shapes += qr_code(self.flyer.qr, left, bottom, side)
        address = Style(7.5 if sheet.qr > 24 else 7, ink=GREY_TEXT, leading=9.5)
        lines = wrap(self.ground.setter, self.flyer.qr_address, address, side + 6 * MM)
        if len(lines) == 1 and lines[0].width <= side:
            return page.text_lines(left, bottom - 5.6 * MM, lines)
        for index, line in enumerate(lines):
            page.text_right(self.ground.right, bottom - 5.6 * MM - index * address.leading, line)
        return bottom - 5.6 * MM - (len(lines) - 1) * address.leading

    # -- foot -----------------------------------------------------------------------------------------------

    def _languages(self, foot: float) -> float:
        """A strip of one line per language above the credits; tells its upper edge."""
        value = self.ground.left + self.ground.sheet.column
        blocks = [
            (line.language, wrap(self.ground.setter, line.text, self.ground.text, self.ground.right - value))
            for line in self.flyer.languages
        ]
        height = sum(max(1, len(lines)) for _name, lines in blocks) * self.ground.text.leading
        top = foot + height + self.ground.text.leading * 0.6
        self.page.rule(self.ground.left, self.ground.right, top, 0.5, HAIRLINE)
        y = top - self.ground.text.leading * 1.1
        for name, lines in blocks:
            self.page.text(self.ground.left, y, self.ground.setter.line(name, self.ground.label))
            y = self.page.text_lines(value, y, lines) - self.ground.text.leading
        return top

    def _credits(self) -> float:
        sheet = self.ground.sheet
        if not self.flyer.credits:
            return self.ground.top(sheet.foot_y - 8)
        sizes = (sheet.credit_label, sheet.credit_name)
        width = self.ground.right - self.ground.left
        rule = self.ground.top(sheet.credit_rule)
        lowest = self.ground.top(sheet.foot_y - 5.5)
        trial = Page(*sheet.size)
        last = credit_band(
            self.ground.setter, trial, self.flyer.credits, (self.ground.left, rule - 4.3 * MM, width), sizes, BLACK
        )
        rule += max(0.0, lowest - last)
        self.page.rule(self.ground.left, self.ground.right, rule, 0.75)
        credit_band(
            self.ground.setter, self.page, self.flyer.credits, (self.ground.left, rule - 4.3 * MM, width), sizes, BLACK
        )
        return rule
