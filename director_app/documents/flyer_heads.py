"""The head of a flyer: a colour field with the title in it, or photo or drawn pattern with the title under it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from director_app.documents.breaking import Fitted, fit, wrap
from director_app.documents.colours import BLACK, WHITE, Ink
from director_app.documents.content import Flyer
from director_app.documents.flyer_sheets import Ground
from director_app.documents.fonts import Weight
from director_app.documents.page import MM, rectangle
from director_app.documents.pictures import Field, tiles
from director_app.documents.typography import SMALLEST_TEXT, Line, Style

#: Fitted titles by nominal size, room and growth: the same at every scale of the facts.
Titles = dict[tuple[float, int, float], Fitted]


#: A picture gives up height before the introduction goes; the lowest comes with a smaller title.
PICTURE_SHARES: Final = (1.0, 0.85, 0.7, 0.55)
PHOTO_SHARES: Final = (1.0, 0.93, 0.86, 0.79, 0.72, 0.65, 0.58, 0.58)


class Head:
    """Draws the head; `bottom` is where the date's capitals may start. `photo` is the room left for the photo."""

    def __init__(self, ground: Ground, flyer: Flyer, field: int, titles: Titles, *, has_photo: bool) -> None:
        self.ground = ground
        self.flyer = flyer
        self._titles = titles
        self.title_size = 0.0
        self.title_is_small = False
        self.photo: Field | None = None
        is_picture = has_photo or flyer.has_pattern
        self.bottom = self._picture_head(field, has_photo=has_photo) if is_picture else self._field_head(field)

    def _field_head(self, field: int) -> float:
        sheet, page = self.ground.sheet, self.ground.page
        ink = self.ground.palette.on_accent
        bottom = self.ground.top(sheet.fields[field])
        series_drop = self._series(self.ground.top(sheet.series_y), ink)
        subtitle = self._subtitle(ink)
        below = (len(subtitle) - 1) * subtitle[0].style.leading + subtitle[0].style.size * 1.45 if subtitle else 0.0
        rise = sheet.title_foot * MM + below
        room = series_drop - 5 * MM - bottom - rise
        title = self._fit_title(sheet.title, room, 1.5, ink)
        bottom -= max(0.0, self._title_height(title) - room)  # what is too long even when small takes a higher field
        lowest = bottom + sheet.title_foot * MM - 2 * MM
        for number, line in enumerate(reversed(subtitle)):
            page.text(self.ground.left, lowest + number * line.style.leading, line)
        field_of_colour = Field(0, bottom, page.width, page.height - bottom, self.ground.bleed)
        page.shapes.append(field_of_colour.box(self.ground.palette.accent))
        baseline = bottom + rise
        y = baseline + (len(title.lines) - 1) * title.style.leading
        page.text_lines(self.ground.left, y, title.lines)
        self._free(baseline, ink)
        return bottom - sheet.date_gap * MM * self.ground.tight

    def _subtitle(self, ink: Ink) -> list[Line]:
        style = Style(self.ground.sheet.subtitle, Weight.MEDIUM, ink, leading=self.ground.sheet.subtitle * 1.3)
        return (
            wrap(self.ground.setter, self.flyer.subtitle, style, self.ground.right - self.ground.left)
            if self.flyer.subtitle
            else []
        )

    def _fit_title(self, nominal: float, room: float, growth: float, ink: Ink) -> Fitted:
        """The title as large as width and height allow; the same at every scale of the facts."""
        key = (nominal, round(room), growth)
        fitted = self._titles.get(key)
        if fitted is None:
            fitted = self._titles[key] = self._title_for(nominal, room, growth, ink)
        self.title_size = fitted.style.size
        self.title_is_small = fitted.is_small or fitted.style.size < nominal * 0.7
        return fitted

    def _title_for(self, nominal: float, room: float, growth: float, ink: Ink) -> Fitted:
        width = self.ground.right - self.ground.left
        style = Style(nominal, Weight.BOLD, ink, leading=nominal * 1.14)
        reserve = self._free_width() + 4 * MM if self.flyer.free else 0.0
        fitted = fit(self.ground.setter, self.flyer.title, style, width, 3, growth=growth, reserve=reserve)
        while self._title_height(fitted) > room and fitted.style.size > SMALLEST_TEXT:
            size = max(SMALLEST_TEXT, fitted.style.size - 0.5)
            smaller = replace(style, size=size, leading=size * 1.14)
            again = fit(self.ground.setter, self.flyer.title, smaller, width, 9, reserve=reserve)
            if again.style.size >= fitted.style.size:
                break
            fitted = again
        if reserve and len(fitted.lines) > 1 and fitted.style.leading < 2 * self.ground.sheet.free:
            small = replace(style, size=fitted.style.size, leading=fitted.style.leading)
            fitted = fit(self.ground.setter, self.flyer.title, small, width - reserve, len(fitted.lines) + 1)
        return fitted

    @staticmethod
    def _title_height(fitted: Fitted) -> float:
        return (len(fitted.lines) - 1) * fitted.style.leading + 0.8 * fitted.style.size

    def _series(self, y: float, ink: Ink) -> float:
        """Series left, event or complex right; below each other where both are long. Tells the last baseline."""
        style = Style(self.ground.sheet.series, Weight.SEMIBOLD, ink, leading=self.ground.sheet.series * 1.4)
        width = self.ground.right - self.ground.left
        series, context = self.flyer.series, self.flyer.context
        context = "" if context == series else context
        one = self.ground.setter.line(series, style)
        other = self.ground.setter.line(context, style)
        if one.width + other.width + 6 * MM <= width:
            self.ground.page.text(self.ground.left, y, one)
            self.ground.page.text_right(self.ground.right, y, other)
            return y
        lines = [*wrap(self.ground.setter, series, style, width), *wrap(self.ground.setter, context, style, width)]
        return self.ground.page.text_lines(self.ground.left, y, lines)

    def _free_width(self) -> float:
        style = Style(self.ground.sheet.free, Weight.SEMIBOLD)
        return self.ground.setter.line(self.flyer.free, style).width + 2 * self.ground.sheet.free * 0.62

    def _free(self, baseline: float, ink: Ink) -> None:
        if not self.flyer.free:
            return
        size = self.ground.sheet.free
        line = self.ground.setter.line(self.flyer.free, Style(size, Weight.SEMIBOLD, ink))
        width, height = self._free_width(), size * 1.66
        self.ground.page.frame(self.ground.right - width, baseline - 0.09 * size, width, height, 1.0, ink)
        middle = baseline - 0.09 * size + height / 2
        self.ground.page.texts.append((self.ground.right - width + size * 0.62, middle - 0.356 * size, line))

    def _picture_head(self, field: int, *, has_photo: bool) -> float:
        sheet, page = self.ground.sheet, self.ground.page
        bottom = self.ground.top(
            sheet.photo * PHOTO_SHARES[field] if has_photo else sheet.pattern * PICTURE_SHARES[field]
        )
        picture = Field(0, bottom, page.width, page.height - bottom, self.ground.bleed)
        if has_photo:
            self.photo = picture  # cut when it is known how high the field stays
        else:
            page.shapes += tiles(picture, sheet.across, self.flyer.key, WHITE, self.ground.palette.accent)
        band = bottom - sheet.band * MM
        page.shapes.append(
            rectangle(
                -self.ground.bleed,
                band,
                page.width + 2 * self.ground.bleed,
                sheet.band * MM,
                self.ground.palette.accent,
            )
        )
        self._series(band + sheet.band * MM / 2 - 0.356 * sheet.series, self.ground.palette.on_accent)
        is_last = field == len(PHOTO_SHARES if has_photo else PICTURE_SHARES) - 1
        nominal = sheet.title_pattern * (0.6 if is_last else 1.0)
        title = self._fit_title(nominal, 62 * MM, 1.1, BLACK)
        y = band - (0.8 * title.style.size + 10.5 * MM * self.ground.tight)
        y = page.text_lines(self.ground.left, y, title.lines)
        self._free(y, BLACK)
        for line in self._subtitle(BLACK):
            y -= line.style.leading * 1.25
            page.text(self.ground.left, y, line)
        rule = y - sheet.rule_gap * MM * 0.72
        page.rule(self.ground.left, self.ground.right, rule, 1.5, self.ground.palette.accent)
        return rule - sheet.date_gap * MM * 0.72 * self.ground.tight
