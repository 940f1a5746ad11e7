"""A flyer's content -> its pages. Everything hangs on one grid; what does not fit gets smaller, never shorter.

From the top: colour field with the title (or photo or drawn pattern and the title under it), the date as the second
largest thing, place or rounds, facts beside the QR code, languages, credits, foot.
"""

from __future__ import annotations

import re
from typing import Final

from director_app.documents.breaking import fit, joined, wrap
from director_app.documents.colours import BLACK, HAIRLINE, Palette, palette
from director_app.documents.content import DatePart, Fact, Flyer
from director_app.documents.credits import Logos, credit_band, logo_remarks, logos_of
from director_app.documents.flyer_back import FlyerBack, OnBack
from director_app.documents.flyer_heads import PHOTO_SHARES, PICTURE_SHARES, Head, Titles
from director_app.documents.flyer_rounds import RoundList
from director_app.documents.flyer_sheets import A5_SHEET, SHEETS, Ground, code_block, foot_line, foot_rise, photo_credit
from director_app.documents.flyers import MOST_ON_FRONT, flyer_content
from director_app.documents.fonts import Weight
from director_app.documents.layout import Job, Laid
from director_app.documents.options import DocumentOptions, Remark
from director_app.documents.page import MM, Page
from director_app.documents.photos import Pictures
from director_app.documents.phrases import reader_remarks, styled
from director_app.documents.pictures import Field
from director_app.documents.typography import Line, Style, Typesetter
from director_app.domain.facts import Subject
from director_app.wording import message

_SCALES: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.6)
#: Down to this scale facts make room for a title that is too small; after that the title stays small.
_LAST_FOR_TITLE: Final = 0.82
#: pt by which a title must be larger to be worth what else is given up for it.
_MUCH_LARGER: Final = 2.0
#: Facts are not set smaller than this for the sake of a photo.
_LAST_FOR_PHOTO: Final = 0.82
#: Characters from which a fact may go to the back, and dates named in a remark.
_LONG_FACT: Final = 40
_MOST_TOLD: Final = 4
#: Lines in further languages that may stand on the front; more of them stand on the back.
_MOST_LANGUAGES: Final = 4
_WEEKDAY: Final = 0.5
_WORDS: Final = 0.42
#: How much of the introduction is said: nothing, the sentences that fill two lines, everything.
_NO_INTRO, _SHORT_INTRO, _WHOLE_INTRO = 0, 1, 2
_SHORT_LINES: Final = 2
_SENTENCE_END: Final = re.compile(r"(?<=[^\d\s][.!?…])\s+")


def lay_out(job: Job) -> Laid:
    """The flyer of a programme or a date.

    Raises:
        RefusedInput: when there is nothing that may be printed.
    """
    content = flyer_content(job.facts, job.options)
    made = FlyerPages(job.setter, content, job.options, job.pictures)
    author = " · ".join(name for group in content.credits for name in group.names)
    return Laid(made.pages(), content, content.title.replace("\n", " "), author, content.series,
                remarks=tuple(made.remarks))  # fmt: skip


class FlyerPages:
    """Lays out one flyer; `remarks` says afterwards what became smaller than it should be."""

    def __init__(
        self, setter: Typesetter, flyer: Flyer, options: DocumentOptions, pictures: Pictures | None = None
    ) -> None:
        self.setter = setter
        self.pictures = pictures or Pictures()
        self.flyer = flyer
        self.sheet = SHEETS.get(options.size or "A5", A5_SHEET)
        self.palette: Palette = palette(flyer.colour)
        self.bleed = options.bleed_mm * MM
        self.remarks: list[Remark] = []
        self.titles: Titles = {}
        self.subject = Subject("programmes", flyer.key)
        self.logos = Logos(self.pictures, self.sheet.logo)
        judged = self.pictures.judge(flyer.photo, *self._photo_size(self.sheet.photo))
        self.has_photo = judged.is_usable
        if judged.said is not None and not judged.is_usable:
            self._say(judged.said.message, **judged.said.values)

    def pages(self) -> list[Page]:
        """The front, and a back where there are more rounds than the front holds."""
        front = self._front()
        self._place_photo(front)
        self._remark(front)
        if not front.on_back.anything:
            return [front.page]
        back = FlyerBack(self.setter, self.flyer, self.sheet, self.palette, front.on_back)
        self._remark_back(front.on_back, back)
        return [front.page, back.page]

    def _photo_size(self, height_mm: float) -> tuple[float, float]:
        """Width and height in mm of a photo so high under the trim's upper edge, bleed included."""
        bleed = self.bleed / MM
        return round(self.sheet.size[0] + 2 * bleed, 2), round(height_mm + bleed, 2)

    def _place_photo(self, front: _Front) -> None:
        """Cut the photo to the field it got in the end, under everything else of the page."""
        photo, field = self.flyer.photo, front.photo
        if photo is None or field is None:
            return
        size = self._photo_size(field.height / MM)
        box = (field.left - field.bleed, field.bottom, field.width + 2 * field.bleed, field.height + field.bleed)
        front.page.picture(self.pictures.cut(photo, *size), box, below=True)
        judged = self.pictures.judge(photo, *size)
        if judged.said is not None:
            self._say(judged.said.message, **judged.said.values)

    def _front(self) -> _Front:
        """With the photo where it leaves room for readable facts, else without; what is too much goes to the back."""
        least = self.sheet.smallest / self.sheet.text
        ways = self._ways()
        if self.has_photo:
            front = self._fitting(max(least, _LAST_FOR_PHOTO), ways[0])
            if front.fits and not front.title_is_small:
                return front
            self.has_photo = False
            self._say(message("There was no room for the photo. Choose A4 or shorten the texts."))
        front = self._fitting(least, ways[0])
        for on_back in ways[1:]:
            if front.fits:
                break
            front = self._fitting(least, on_back)
        return front

    def _ways(self) -> list[OnBack]:
        """What may go to the back, in the order in which it is given up: dates, long facts, languages, all else."""
        way = OnBack(
            rounds=len(self.flyer.rounds) > MOST_ON_FRONT, languages=len(self.flyer.languages) > _MOST_LANGUAGES
        )
        ways = [way]
        if self.flyer.rounds and not way.rounds:
            ways.append(way := way._replace(rounds=True))
        lengths = [(len(fact.text) + sum(map(len, fact.names)), place) for place, fact in enumerate(self.flyer.facts)]
        by_length = [place for _length, place in sorted(lengths, reverse=True)]
        long = sum(length > _LONG_FACT for length, _place in lengths)
        ways += [way := way._replace(facts=frozenset(by_length[: count + 1])) for count in range(long)]
        if self.flyer.languages and not way.languages:
            ways.append(way := way._replace(languages=True))
        ways.append(way._replace(facts=frozenset(by_length), code=bool(self.flyer.qr)))
        return ways

    def _fitting(self, last: float, on_back: OnBack) -> _Front:
        """The first attempt that fits, type down to the scale `last`."""
        shares = PHOTO_SHARES if self.has_photo else PICTURE_SHARES if self.flyer.has_pattern else self.sheet.fields
        fields = range(len(shares))
        spare: _Front | None = None
        for scale in (*(scale for scale in _SCALES if scale > last), last):
            for field, intro in self._attempts(fields, is_first=scale == _SCALES[0]):
                front = _Front(self, scale, field, intro, on_back)
                if front.fits and not front.title_is_small:
                    return front
                if front.fits and (spare is None or front.title_size > spare.title_size + _MUCH_LARGER):
                    spare = front
            if spare is not None and scale <= _LAST_FOR_TITLE:
                return spare
        return spare or _Front(self, last, fields[-1], _NO_INTRO, on_back)

    def _attempts(self, fields: range, *, is_first: bool) -> list[tuple[int, int]]:
        """Fields and introductions in the order in which room is given up: a photo outlives the third line of text."""
        if not self.flyer.intro.text or not is_first:
            return [(field, _NO_INTRO) for field in fields]
        nothing = [(field, _NO_INTRO) for field in fields]
        short = [(field, _SHORT_INTRO) for field in fields]
        if self.has_photo:
            return [(fields[0], _WHOLE_INTRO), *short, *nothing]
        return [*((field, _WHOLE_INTRO) for field in fields), *short, *nothing]

    def _remark(self, front: _Front) -> None:
        title = self.flyer.title
        if not front.fits:
            self._say(message("There is too much text for this size; it runs over its field. Choose A4 or shorten it."))
        if front.title_is_small:
            self._say(message("The title “{title}” is long; it was set small."), title=title)
        if self.flyer.intro.text and not front.intro:
            self._say(message("The introduction did not fit and was left out."))
        elif front.intro != self.flyer.intro.text:
            self._say(message("The introduction did not fit; only its beginning was printed."))
        self.remarks += reader_remarks(self.flyer, self.subject)
        self.remarks += logo_remarks(logos_of(self.flyer.credits), self.pictures)
        if not self.flyer.has_enquiries:
            self._say(message("No desk for enquiries is named; a print for the public needs one."))

    def _remark_back(self, on_back: OnBack, back: FlyerBack) -> None:
        for label in (self.flyer.facts[place].label for place in sorted(on_back.facts)):
            if label not in back.facts_left_out:
                self._say(message("“{label}” is long; it was printed on the back."), label=label)
        if back.left_out:
            told = [" ".join(part for part in (one.date, one.time) if part) for one in back.left_out]
            text = message("The back is full at {size} pt; these dates are not printed: {dates}. Make two flyers.")
            dates = ", ".join(told if len(told) <= _MOST_TOLD else (*told[:_MOST_TOLD], "…", told[-1]))
            self._say(text, size=self.sheet.smallest, dates=dates)
        for label in back.facts_left_out:
            text = message(
                "“{label}” has no room even on the back at {size} pt; it is not printed. Choose A4 or shorten it."
            )
            self._say(text, label=label, size=self.sheet.smallest)

    def _say(self, text: str, **values: object) -> None:
        self.remarks.append(Remark(text, values, self.flyer.title, 1, self.subject))


class _Front:
    """One attempt at the front page: facts at a scale, under a field of a height."""

    def __init__(self, made: FlyerPages, scale: float, field: int, intro: int, on_back: OnBack) -> None:
        self.on_back = on_back
        self.flyer = made.flyer
        self.logos = made.logos
        self._has_photo = made.has_photo
        self.ground = Ground(made.setter, made.sheet, made.palette, scale, made.bleed)
        self.page = self.ground.page
        self.text_size = self.ground.text.size
        self._intro_wanted = intro
        #: What is said of the introduction.
        self.intro = ""
        head = Head(self.ground, self.flyer, field, made.titles, has_photo=made.has_photo)
        self.photo: Field | None = head.photo
        self.title_is_small, self.title_size = head.title_is_small, head.title_size
        y = self._date(head.bottom)
        y = RoundList(self.ground, self.flyer, on_back=on_back.rounds).draw(y) if self.flyer.rounds else self._place(y)
        foot = self._credits()
        if self.flyer.languages and not on_back.languages:
            foot = self._languages(foot)
        self.fits = self._facts(y) >= foot + 3 * MM
        foot_line(made.setter, self.page, self.flyer, made.sheet)

    # -- when and where -------------------------------------------------------------------------------------

    def _date(self, top: float) -> float:
        """The date with its cap height under `top`; tells where the rule below it stands."""
        sheet = self.ground.sheet
        width = self.ground.right - self.ground.left
        is_long = sum(part.is_figure for part in self.flyer.date) > 2 or len(self.flyer.rounds) > 0
        size = sheet.period if is_long or self.flyer.has_pattern or self._has_photo else sheet.date
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
        has_qr = bool(self.flyer.qr) and not self.on_back.code
        width = self.ground.right - value - (qr_side + 8 * MM if has_qr else 0)
        y = rule - self.ground.text.leading * 1.26
        low = code_block(setter, page, self.flyer, sheet, y) if has_qr else y
        gap = 0.0
        label_room = sheet.column - 2 * MM
        self.intro = self._said_intro(width)
        intro = (self.flyer.intro._replace(text=self.intro),) if self.intro else ()
        for fact in (*self._facts_here(), *intro):
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

    def _facts_here(self) -> list[Fact]:
        """The facts of the front, and that there are more on the back."""
        told = [fact for place, fact in enumerate(self.flyer.facts) if place not in self.on_back.facts]
        return [*told, Fact("", self.flyer.more_on_back)] if self.on_back.has_more else told

    def _said_intro(self, width: float) -> str:
        """The introduction, or as many whole sentences of it as two lines hold."""
        text = self.flyer.intro.text
        if self._intro_wanted != _SHORT_INTRO:
            return text if self._intro_wanted else ""
        said = ""
        for sentence in _SENTENCE_END.split(text.strip()):
            longer = f"{said} {sentence}".strip()
            if len(wrap(self.ground.setter, longer, self.ground.text, width)) > _SHORT_LINES:
                break
            said = longer
        return said

    # -- foot -----------------------------------------------------------------------------------------------

    def _languages(self, foot: float) -> float:
        """A strip of one line per language above the credits; tells its upper edge."""
        value = self.ground.left + self.ground.sheet.column
        blocks = [
            (line, wrap(self.ground.setter, line.text, styled(line, self.ground.text), self.ground.right - value))
            for line in self.flyer.languages
        ]
        height = sum(max(1, len(lines)) for _line, lines in blocks) * self.ground.text.leading
        top = foot + height + self.ground.text.leading * 0.6
        self.page.rule(self.ground.left, self.ground.right, top, 0.5, HAIRLINE)
        y = top - self.ground.text.leading * 1.1
        for line, lines in blocks:
            name = self.ground.setter.line(line.language, styled(line, self.ground.label))
            self.page.text(self.ground.left, y, name)
            y = self.page.text_lines(value, y, lines) - self.ground.text.leading
        return top

    def _credits(self) -> float:
        sheet = self.ground.sheet
        above = photo_credit(self.ground.setter, self.page, self.flyer, sheet) if self._has_photo else 0.0
        rise = foot_rise(self.ground.setter, (self.page.width, self.page.height), self.flyer, sheet)
        if not self.flyer.credits:
            return self.ground.top(sheet.foot_y - 8) + above + rise
        rule = self.ground.top(sheet.credit_rule)
        lowest = self.ground.top(sheet.foot_y - 5.5) + above + rise
        last = self._credit_band(Page(*sheet.size), rule)
        rule += max(0.0, lowest - last)
        self.page.rule(self.ground.left, self.ground.right, rule, 0.75)
        self._credit_band(self.page, rule)
        return rule

    def _credit_band(self, page: Page, rule: float) -> float:
        sheet, ground = self.ground.sheet, self.ground
        where = (ground.left, rule - 4.3 * MM, ground.right - ground.left)
        sizes = (sheet.credit_label, sheet.credit_name)
        return credit_band(ground.setter, page, self.flyer.credits, where, sizes, BLACK, self.logos)
