"""The rounds of a programme on the front of its flyer."""

from __future__ import annotations

from director_app.documents.breaking import wrap
from director_app.documents.colours import BLACK, GREY_TEXT, HAIRLINE, WHITE, Ink
from director_app.documents.content import Flyer, Mood, Round
from director_app.documents.flyer_sheets import Ground
from director_app.documents.fonts import Weight
from director_app.documents.page import MM, rectangle, ring
from director_app.documents.typography import Style


class RoundList:
    """The rounds on the front, in one column or two."""

    def __init__(self, ground: Ground, flyer: Flyer, *, on_back: bool) -> None:
        self.ground = ground
        self.flyer = flyer
        self.on_back = on_back

    def draw(self, rule: float) -> float:
        """Draw the list under a rule; tells where its last rule stands."""
        rounds = self.flyer.rounds
        if self.on_back:
            line = self.ground.setter.line(self.flyer.rounds_on_back, self.ground.strong)
            self.ground.page.text(self.ground.left, rule - 2 * self.ground.text.leading, line)
            rule -= 3 * self.ground.text.leading
            self.ground.page.rule(self.ground.left, self.ground.right, rule, 0.75)
            return rule
        if len(rounds) <= self.ground.sheet.rounds_single:
            y = rule
            for index, one in enumerate(rounds):
                y = self._round(one, y)
                is_last = index == len(rounds) - 1
                self.ground.page.rule(
                    self.ground.left, self.ground.right, y, 0.75 if is_last else 0.5, BLACK if is_last else HAIRLINE
                )
            return y
        half = (len(rounds) + 1) // 2
        middle = (self.ground.right - self.ground.left - 6 * MM) / 2
        first = self._column(rounds[:half], self.ground.left, middle, rule)
        second = self._column(rounds[half:], self.ground.left + middle + 6 * MM, middle, rule)
        y = min(first, second)
        self.ground.page.rule(self.ground.left, self.ground.right, y, 0.75)
        return y

    def _round(self, one: Round, top: float) -> float:
        """One round: number, date and time at the left, place and acts at the right."""
        sheet, page, setter, scale = self.ground.sheet, self.ground.page, self.ground.setter, self.ground.scale
        y = top - sheet.round_date * scale * 1.36
        self._number(one.number, y, scale)
        is_off = one.mood is Mood.CANCELLED
        ink = GREY_TEXT if is_off else BLACK
        x = self.ground.left + sheet.round_date * scale * 1.2
        date = setter.line(one.date, Style(sheet.round_date * scale, Weight.BOLD, ink, tracking=-20))
        weekday = setter.line(
            one.weekday, Style(self.ground.readable(sheet.round_date * scale * 0.62), Weight.SEMIBOLD, ink)
        )
        time = setter.line(
            one.time, Style(self.ground.readable(sheet.round_place * scale * 0.86), Weight.SEMIBOLD, ink, tabular=True)
        )
        if not one.weekday:
            return self._undated(one, y, x)
        page.text(x, y, date)
        page.text(x + date.width - date.left + 1.5, y, weekday)
        if is_off:
            page.strike(x, y, date)
        place_x = self._place_left()
        after = x + date.width + weekday.width + sheet.round_place * scale * 0.6
        drop = y
        if one.time:
            if after + time.width > place_x - 2 * MM:
                drop = y - sheet.round_date * scale
                after = x
            page.text(after, drop, time)
        return min(self._where(one, y, ink), drop) - self.ground.text.leading * 0.78

    def _where(self, one: Round, y: float, ink: Ink) -> float:
        """Place and acts of a round; tells the last baseline."""
        page, setter, text = self.ground.page, self.ground.setter, self.ground.text
        left = self._place_left()
        width = self.ground.right - left
        size = self.ground.sheet.round_place * self.ground.scale
        place = Style(size, Weight.BOLD, ink, leading=size * 1.25)
        indent = self._badge(one, left, y, size)
        last = page.text_lines(left + indent, y, wrap(setter, one.place, place, width - indent))
        for line in one.lines:
            last = page.text_lines(left, last - text.leading, wrap(setter, line, text, width))
        return last

    def _place_left(self) -> float:
        """Where places start."""
        sheet = self.ground.sheet
        return self.ground.left + (2.0 if sheet.columns == 6 else 1.35) * sheet.column

    def _undated(self, one: Round, y: float, x: float) -> float:
        """A round whose date is not known: words instead of figures."""
        text = self.ground.text
        words = Style(text.size, Weight.SEMIBOLD, leading=text.leading)
        lines = wrap(self.ground.setter, one.date, words, self._place_left() - x - 3 * MM)
        drop = self.ground.page.text_lines(x, y, lines)
        return min(self._where(one, y, BLACK), drop) - text.leading * 0.78

    def _badge(self, one: Round, left: float, y: float, size: float) -> float:
        """The mark of a round that does not stand as it was; tells how far the place moves to the right."""
        if not one.mark:
            return 0.0
        is_off = one.mood is Mood.CANCELLED
        line = self.ground.setter.line(
            one.mark, Style(self.ground.readable(size * 0.72), Weight.BOLD, WHITE if is_off else BLACK)
        )
        width, height = line.width + size * 0.62, size * 1.12
        bottom = y + 0.356 * size - height / 2
        if is_off:
            self.ground.page.shapes.append(rectangle(left, bottom, width, height, BLACK))
        else:
            self.ground.page.frame(left, bottom, width, height, 0.75, BLACK)
        self.ground.page.texts.append((left + size * 0.31, bottom + height / 2 - 0.356 * line.style.size, line))
        return width + size * 0.5

    def _number(self, number: str, y: float, scale: float) -> None:
        """The number of a round in a ring."""
        radius = self.ground.readable(self.ground.sheet.round_date * scale * 0.42) / 1.35
        centre_y = y + 0.36 * self.ground.sheet.round_date * scale
        self.ground.page.shapes.append(
            ring(self.ground.left + radius, centre_y, radius, 1.1, self.ground.palette.accent_text)
        )
        style = Style(radius * 1.35, Weight.BOLD, self.ground.palette.accent_text)
        line = self.ground.setter.line(number, style)
        self.ground.page.texts.append((self.ground.left + radius - line.width / 2, centre_y - 0.354 * style.size, line))

    def _column(self, rounds: tuple[Round, ...], left: float, width: float, top: float) -> float:
        """Many rounds: date, time and place on one line where they fit, else the place below."""
        page, setter, text = self.ground.page, self.ground.setter, self.ground.text
        strong = Style(text.size * 1.04, Weight.BOLD, leading=text.leading)
        y = top - text.leading * 0.3
        for one in rounds:
            day = f"{one.date}{'' if one.date.endswith('.') else ' '}{one.weekday}".strip()
            head = " ".join(part for part in (day, one.time, one.mark) if part)
            heads, place = wrap(setter, head, strong, width), setter.line(one.place, text)
            y = page.text_lines(left, y - text.leading, heads)
            after = left + heads[-1].width + text.size * 0.6
            if after + place.width <= left + width:
                page.text(after, y, place)
            else:
                y = page.text_lines(left, y - text.leading, wrap(setter, one.place, text, width))
            for line in one.lines:
                y = page.text_lines(left, y - text.leading, wrap(setter, line, text, width))
            y -= text.leading * 0.35
        return y - text.leading * 0.3
