"""How an item is drawn: block, glyph, time, title, place, problem icon. Nothing here decides where it stands.

Texts are prepared once per (text, font, width), brushes and pens once per theme and pixel ratio; a new theme gets a new
painter, so nothing of the old colours stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
)

from director_app.domain.programme import Status
from director_app.ui import tokens
from director_app.ui.schedule.geometry import LINE, Rect
from director_app.ui.schedule.items import NO_HUE, Item
from director_app.ui.schedule.prepared_texts import Texts
from director_app.ui.schedule.stamps import Stamps
from director_app.ui.theme import InitiativeLook, Theme
from director_app.ui.widgets.blocks import EDGE, stripes
from director_app.ui.widgets.glyphs import GLYPH, paint_undecided_time
from director_app.wording import Wording

ICON = 13
"""Side of the problem icon inside an item."""
TEXT_LEFT = EDGE + 5 + GLYPH + 4
"""From the left of an item to its time: edge, 5, glyph, 4."""
CROWD = 400
"""From so many blocks on, corners are square and equal colours are drawn in one go."""
LOWEST_TEXT = 20
"""A narrower block shows its colours alone."""
LOWEST_TITLE = 28
"""Less room for a title would show one letter and three dots."""
LOWEST_OF_TWO = 34
"""A lower block has one line."""
TITLE_ROW = 17
"""From a line of the title to the next line."""
FACT_ROW = 16
"""The same below it, for time and place."""
MOST_TITLE_LINES = 3
"""A title takes no more lines of a block, however high it is."""


class Crowd:
    """Many plain rectangles, gathered by colour so that each colour is one call."""

    def __init__(self, batches: Sequence[tuple[QColor, list[QRect]]]) -> None:
        self._batches = [(colour, rects) for colour, rects in batches if rects]

    def draw(self, painter: QPainter) -> None:
        """Draw them, grounds before edges."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, rects in self._batches:
            painter.setBrush(colour)
            painter.drawRects(rects)
        painter.restore()


class ItemPainter:
    """Draws items of one theme at one pixel ratio."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self.theme = theme
        self.ratio = ratio
        self.texts = Texts(theme)
        self.stamps = Stamps(theme, ratio)
        self._colours: dict[str, QColor] = {}
        self._hatches: dict[int, QBrush] = {}
        self._blocks: dict[tuple[object, ...], QPixmap] = {}

    def colour(self, role: str) -> QColor:
        """The colour of a role, shared: never change it."""
        found = self._colours.get(role)
        if found is None:
            found = self._colours[role] = self.theme.color(role)
        return found

    def look(self, item: Item) -> InitiativeLook:
        """The colours of an item's initiative."""
        return self.theme.no_initiative if item.hue == NO_HUE else self.theme.initiative(item.hue)

    # -- blocks ------------------------------------------------------------------------------------------------

    def blocks(self, painter: QPainter, pieces: Sequence[tuple[Item, Rect]], *, cut: Sequence[str] = ()) -> None:
        """Draw the grounds of many items; ``cut`` says for each where it goes on ("<", ">", "<>" or "")."""
        if len(pieces) > CROWD:
            self.crowd(pieces).draw(painter)
            return
        for position, (item, rect) in enumerate(pieces):
            self._block(painter, item, rect, cut[position] if cut else "")

    def crowd(self, pieces: Sequence[tuple[Item, Rect]]) -> Crowd:
        """Plain rectangles with plain edges: nobody sees round corners and hatches among hundreds."""
        control = self.theme.color("control")
        colours: dict[tuple[Status, int], tuple[QColor | None, QColor]] = {}
        grounds: dict[tuple[Status, int], list[QRect]] = {}
        edges: dict[tuple[Status, int], list[QRect]] = {}
        for item, (x, y, width, height) in pieces:
            key = (item.status, item.hue)
            if key not in colours:
                colours[key] = self._plain_colours(item, control)
                grounds[key], edges[key] = [], []
            if colours[key][0] is None:
                edges[key].append(QRect(x, y, 1, height))
            elif width <= EDGE:
                edges[key].append(QRect(x, y, width, height))
            else:
                grounds[key].append(QRect(x, y, width, height))
                edges[key].append(QRect(x, y, EDGE, height))
        batches = [(ground, grounds[key]) for key, (ground, _edge) in colours.items() if ground is not None]
        return Crowd((*batches, *((edge, edges[key]) for key, (_ground, edge) in colours.items())))

    def _plain_colours(self, item: Item, control: QColor) -> tuple[QColor | None, QColor]:
        look = self.look(item)
        if item.status is Status.CONFIRMED:
            return look.tint, look.edge
        if item.status is Status.DELIVERED:
            return look.done_fill, look.edge
        return (look.stripe, look.edge) if item.status is Status.PENCILLED else (None, control)

    def _block(self, painter: QPainter, item: Item, rect: Rect, cut: str) -> None:
        if item.status is not Status.PENCILLED:
            # Blocks of one size look the same, so they are drawn once and copied.
            key = (item.status, item.hue, rect.w, rect.h, cut)
            if key not in self._blocks:
                if len(self._blocks) > 500:
                    self._blocks.clear()
                self._blocks[key] = self._tile(item, rect, cut)
            painter.drawPixmap(rect.x, rect.y, self._blocks[key])
        else:
            self._draw_block(painter, item, QRectF(rect.x, rect.y, rect.w, rect.h), cut)

    def _tile(self, item: Item, rect: Rect, cut: str) -> QPixmap:
        pixmap = QPixmap(max(1, round(rect.w * self.ratio)), max(1, round(rect.h * self.ratio)))
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self._draw_block(painter, item, QRectF(0, 0, rect.w, rect.h), cut)
        painter.end()
        return pixmap

    def _draw_block(self, painter: QPainter, item: Item, rect: QRectF, cut: str) -> None:
        look, theme, status = self.look(item), self.theme, item.status
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = _shape(rect, cut)
        if status in (Status.CONFIRMED, Status.DELIVERED):
            painter.fillPath(shape, look.tint if status is Status.CONFIRMED else look.done_fill)
        elif status is Status.PENCILLED:
            painter.fillPath(shape, theme.color("surface"))
            painter.setBrushOrigin(0, 0)
            painter.fillPath(shape, self._hatch(item.hue, look))
            painter.strokePath(_shape(_inner(rect), cut), QPen(look.pencilled_border, 1))
        else:
            painter.strokePath(_shape(_inner(rect), cut), _outline(theme, status, look))
        if status in (Status.CONFIRMED, Status.DELIVERED, Status.PENCILLED) and "<" not in cut:
            _draw_edge(painter, theme, rect, shape, look)
        painter.restore()

    def _hatch(self, hue: int, look: InitiativeLook) -> QBrush:
        if hue not in self._hatches:
            self._hatches[hue] = QBrush(stripes(look.stripe, 6, 3, self.ratio))
        return self._hatches[hue]

    # -- what is written on them -------------------------------------------------------------------------------

    def month_texts(self, painter: QPainter, item: Item, rect: Rect, lines: int, level: str, *, bar: bool) -> None:
        """Write an item of a month: glyph, time and title; the place below; the problem icon at the end."""
        look = self.look(item)
        right = rect.right - 5
        if item.is_locked:
            right -= 13
            self.lock(painter, right + 1, rect.y + 4)
        last_top = rect.y + (LINE - ICON) / 2 if lines == 1 else rect.bottom - ICON - 4
        if level:
            self.stamps.problem(painter, rect.right - ICON - 4, last_top, level)
        room_first = right - (ICON + 2 if level and lines == 1 else 0)
        self.stamps.state(painter, rect.x + EDGE + 5, rect.y + 5, item.status, look.edge)
        top = rect.y + 1
        left: float = rect.x + TEXT_LEFT
        colour = self._time_colour(item)
        if item.time and not bar:
            left += self._time(painter, item, colour, left, top, room_first - left) + 4
        self._title(painter, item, left, top, room_first - left)
        if lines == 2:
            self._place(painter, item, rect.x + TEXT_LEFT, rect.y + 18, right - (ICON + 2 if level else 0))

    def dated(self, item: Item, wording: Wording) -> Item:
        """The item with its day before its time, for where no column says the day."""
        return replace(item, time=f"{wording.date_short(item.first)} {item.time}")

    def block_texts(self, painter: QPainter, item: Item, rect: Rect, level: str) -> None:
        """Write an item of hours: title, time and place as far as they fit; a low one keeps its glyph alone."""
        if rect.w < LOWEST_TEXT or rect.h < 14:
            return
        look = self.look(item)
        self.stamps.state(painter, rect.x + EDGE + 4, rect.y + 4, item.status, look.edge)
        right = rect.right - 4
        left, top = rect.x + EDGE + 4 + GLYPH + 4, rect.y + (0 if rect.h < 22 else 1)
        low = rect.h < LOWEST_OF_TWO
        narrow = not low and right - left < LOWEST_TITLE
        if level and rect.w >= 36:
            icon_top = rect.y + 3 if low or narrow else rect.bottom - ICON - 4
            self.stamps.problem(painter, right - ICON + 1, icon_top, level)
        if low:
            self._one_line(painter, item, left, top, right - left - (ICON + 2 if level else 0))
        elif narrow:
            # Beside the glyph no word has room: the title goes below it, as wide as the block.
            self._several_lines(painter, item, _between(rect.x + EDGE + 4, top + TITLE_ROW, right, rect.bottom), "")
        else:
            self._several_lines(painter, item, _between(left, top, right, rect.bottom), level)

    def _several_lines(self, painter: QPainter, item: Item, room: Rect, level: str) -> None:
        """The title in as many lines as the height gives beside time and place, then these two."""
        top = room.y
        for title in self._title_lines(item, room):
            self._title_line(painter, item, room.x, top, room.w, title)
            top += TITLE_ROW
        for write in (self._span, self._place):
            if room.bottom - top < FACT_ROW:
                return
            # The problem icon stands in the lower right corner: the lowest line gives way to it.
            beside_icon = bool(level) and room.bottom - top < 2 * FACT_ROW
            write(painter, item, room.x, top, room.right - (ICON + 2 if beside_icon else 0))
            top += FACT_ROW

    def _title_lines(self, item: Item, room: Rect) -> tuple[str, ...]:
        most = min(MOST_TITLE_LINES, (room.h - 2 * FACT_ROW) // TITLE_ROW)
        if most <= 1 or self.texts.width(item.title, _title_token(item)) <= room.w:
            return (self._title_text(item, room.w),)
        return self.texts.lines(item.title, _title_token(item), room.w, most)

    def _span(self, painter: QPainter, item: Item, left: float, top: float, right: float) -> None:
        """From when to when; when it begins where both do not fit; nothing rather than a cut time."""
        span = item.time
        if item.start is not None and item.end is not None and item.end > item.start:
            span = f"{item.time}~{(item.end // 60) % 24:02d}:{item.end % 60:02d}"
        if self.texts.width(span, "micro") > right - left:
            span = item.time
        if self.texts.width(span, "micro") <= right - left:
            self.texts.draw(painter, "micro", self._second_colour(item), left, top, right - left, span)

    def _one_line(self, painter: QPainter, item: Item, left: float, top: float, room: float) -> None:
        """Time and title; the title alone where both would only be cut."""
        taken = 0.0
        if room > self.texts.width(item.time, "small") + 60:
            taken = self._time(painter, item, self._time_colour(item), left, top, room) + 4
        if room - taken >= LOWEST_TITLE:
            self._title(painter, item, left + taken, top, room - taken)

    def _time(self, painter: QPainter, item: Item, colour: QColor, left: float, top: float, room: float) -> float:
        if not item.time_undecided:
            return self.texts.draw(painter, "small", colour, left, top, room, item.time)
        width = self.texts.draw(painter, "small", self.colour("text2"), left, top, room, item.time)
        self._dotted(painter, left, self.texts.baseline("small", top), width)
        return width

    def _title(self, painter: QPainter, item: Item, left: float, top: float, room: float) -> None:
        self._title_line(painter, item, left, top, room, self._title_text(item, room))

    def _title_text(self, item: Item, room: float) -> str:
        if item.short_title and self.texts.width(item.title, _title_token(item)) > room:
            return item.short_title
        return item.title

    def _title_line(self, painter: QPainter, item: Item, left: float, top: float, room: float, text: str) -> None:
        token = _title_token(item)
        colour = self._title_colour(item)
        width = self.texts.draw(painter, token, colour, left, top, room, text)
        base = self.texts.baseline(token, top)
        if item.status is Status.CANCELLED:
            painter.setPen(QPen(colour, 1))
            painter.drawLine(QPointF(left, round(base) - 3.5), QPointF(left + width, round(base) - 3.5))
        elif item.title_undecided:
            self._dotted(painter, left, base, width)

    def _place(self, painter: QPainter, item: Item, left: float, top: float, right: float) -> None:
        colour = self.colour("text3" if item.status is Status.CANCELLED else "text2")
        width = self.texts.draw(painter, "micro", colour, left, top, right - left, item.place)
        if item.place_undecided:
            self._dotted(painter, left, self.texts.baseline("micro", top), width)

    def _dotted(self, painter: QPainter, left: float, base: float, width: float) -> None:
        pen = QPen(self.colour("control"), 1)
        pen.setDashPattern([1, 2])
        painter.setPen(pen)
        under = round(base) + 2.5
        painter.drawLine(QPointF(left, under), QPointF(left + width, under))

    def lock(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the padlock of an item that stays where it is."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.colour("text2")
        painter.setPen(QPen(colour, 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left + 0.8, top + 5.2, 8.4, 6), 1.4, 1.4)
        arch = QPainterPath(QPointF(left + 2.6, top + 5))
        arch.lineTo(left + 2.6, top + 3.4)
        arch.arcTo(QRectF(left + 2.6, top + 0.9, 4.8, 4.8), 180, -180)
        arch.lineTo(left + 7.4, top + 5)
        painter.drawPath(arch)
        painter.restore()

    def _time_colour(self, item: Item) -> QColor:
        if item.status is Status.CANCELLED:
            return self.colour("text3")
        faint = item.status in (Status.IDEA, Status.DELIVERED, Status.POSTPONED)
        return self.colour("text2" if faint else "text")

    def _title_colour(self, item: Item) -> QColor:
        return self._time_colour(item)

    def _second_colour(self, item: Item) -> QColor:
        return self.colour("text3" if item.status is Status.CANCELLED else "text2")

    def wave(self, painter: QPainter, item: Item, left: float, top: float) -> None:
        """Draw the wave of an undecided time in place of the state."""
        paint_undecided_time(painter, QRectF(left, top, GLYPH, GLYPH), self.look(item).edge)


def _between(left: float, top: float, right: float, bottom: float) -> Rect:
    return Rect(round(left), round(top), round(right - left), round(bottom - top))


def _title_token(item: Item) -> str:
    return "small-strong" if item.status is Status.CONFIRMED else "small"


def _shape(rect: QRectF, cut: str) -> QPainterPath:
    """A rounded block; square where it goes on in the week before or after."""
    radius = tokens.RADIUS_ITEM
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    if "<" in cut:
        path.addRect(QRectF(rect.left(), rect.top(), radius, rect.height()))
    if ">" in cut:
        path.addRect(QRectF(rect.right() - radius, rect.top(), radius, rect.height()))
    return path.simplified() if cut else path


def _inner(rect: QRectF) -> QRectF:
    return rect.adjusted(0.5, 0.5, -0.5, -0.5)


def _outline(theme: Theme, status: Status, look: InitiativeLook) -> QPen:
    if status is Status.IDEA:
        pen = QPen(theme.color("control"), 1)
        pen.setDashPattern([3, 2])
        return pen
    if status is Status.POSTPONED:
        pen = QPen(look.edge, 1)
        pen.setDashPattern([1.5, 1.5])
        return pen
    return QPen(theme.color("control"), 1)


def _draw_edge(painter: QPainter, theme: Theme, rect: QRectF, shape: QPainterPath, look: InitiativeLook) -> None:
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    if look.double_edge:
        painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), look.edge)
        painter.fillRect(QRectF(rect.left() + 1, rect.top(), 1, rect.height()), theme.color("surface"))
        painter.fillRect(QRectF(rect.left() + 2, rect.top(), 1, rect.height()), look.edge)
    else:
        painter.fillRect(QRectF(rect.left(), rect.top(), EDGE, rect.height()), look.edge)
