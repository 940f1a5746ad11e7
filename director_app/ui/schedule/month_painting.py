"""A month on paper: weekday names, cells with their numbers and marks, items, what did not fit, the opened day."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from director_app.ui import tokens
from director_app.ui.schedule.day_marks import DayMark, DayMarks
from director_app.ui.schedule.geometry import Rect
from director_app.ui.schedule.geometry_month import HEAD, Cell, MonthLayout, Panel, Placed
from director_app.ui.schedule.items import Item, Items, without_weekday
from director_app.ui.schedule.painting import ItemPainter
from director_app.wording import Wording


@dataclass(frozen=True, slots=True)
class MonthScene:
    """Everything a month is drawn from."""

    layout: MonthLayout
    items: Items
    marks: DayMarks
    wording: Wording
    month: int


class MonthPainter:
    """Draws a month with the item painter of the present theme."""

    def __init__(self, pen: ItemPainter) -> None:
        self._pen = pen
        self._theme = pen.theme
        self._texts = pen.texts

    def head(self, painter: QPainter, scene: MonthScene, height: int = HEAD) -> None:
        """The row of weekday names, drawn from y 0."""
        theme, layout = self._theme, scene.layout
        painter.fillRect(QRectF(0, 0, layout.width, height), theme.color("surface"))
        for cell in layout.cells[:7]:
            free = cell.day.weekday() == 6
            name = scene.wording.weekday(cell.day.weekday())
            colour = theme.color("block" if free else "text2")
            self._texts.draw(painter, "micro", colour, cell.rect.x + 10, 6, cell.rect.w - 12, name)
            if cell.column:
                painter.fillRect(QRectF(cell.rect.x, 0, 1, height), theme.color("line"))
        painter.fillRect(QRectF(0, height - 1, layout.width, 1), theme.color("line"))

    def grid(self, painter: QPainter, scene: MonthScene) -> None:
        """Cells, items and the opened day; y 0 is below the weekday names."""
        self._cells(painter, scene)
        resting = [piece for piece in scene.layout.placed if not piece.in_panel]
        self._items(painter, scene, resting)
        self._overflows(painter, scene, in_panel=False)
        if scene.layout.panel is not None:
            self._panel(painter, scene, scene.layout.panel)
            self._items(painter, scene, [piece for piece in scene.layout.placed if piece.in_panel])
            self._overflows(painter, scene, in_panel=True)

    # -- cells -----------------------------------------------------------------------------------------------

    def _cells(self, painter: QPainter, scene: MonthScene) -> None:
        theme, layout = self._theme, scene.layout
        painter.fillRect(QRectF(0, 0, layout.width, layout.height), theme.color("surface"))
        for cell in layout.cells:
            if cell.day.month != scene.month:
                painter.fillRect(_box(cell.rect), theme.color("canvas"))
        for x in layout.columns[1:-1]:
            painter.fillRect(QRectF(x, 0, 1, layout.height), theme.color("grid"))
        for y in layout.rows[1:-1]:
            painter.fillRect(QRectF(0, y, layout.width, 1), theme.color("line"))
        for cell in layout.cells:
            self._number(painter, scene, cell)

    def _number(self, painter: QPainter, scene: MonthScene, cell: Cell) -> None:
        theme, mark = self._theme, scene.marks.of(cell.day)
        own = cell.day.month == scene.month
        text = self._day_text(scene, cell)
        left, top = cell.rect.x + 10, cell.rect.y + 4
        if mark.is_today:
            width = self._texts.width(text, "strong") + 12
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(cell.rect.x + 5, top, width + 4, 20), 4, 4)
            painter.restore()
            self._texts.draw(painter, "strong", theme.color("on-accent"), left + 3, top, width, text)
            left += int(width) + 4
        else:
            role = "block" if mark.is_holiday else "text" if own else "text3"
            left += int(self._texts.draw(painter, "strong", theme.color(role), left, top, 80, text)) + 5
        self._beside(painter, scene, mark, left, top + 2, cell.rect.right - left - 4)

    def _beside(
        self, painter: QPainter, scene: MonthScene, mark: DayMark, left: float, top: float, room: float
    ) -> None:
        theme, right = self._theme, left + room
        if mark.is_today:
            word = scene.wording.text("Today")
            left += self._texts.draw(painter, "micro", theme.color("accent"), left, top, room, word) + 6
            room = right - left
        if mark.holiday:
            self._texts.draw(painter, "micro", theme.color("block"), left, top, room, mark.holiday)
        elif mark.is_culture_day:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("culture"))
            painter.drawEllipse(QRectF(left, top + 5, 6, 6))
            painter.restore()
            name = scene.wording.text("Culture Day")
            if self._texts.width(name, "micro") > room - 10:
                return  # the dot says it; the words stand in the tooltip
            self._texts.draw(painter, "micro", theme.color("culture"), left + 10, top, room - 10, name)

    def _day_text(self, scene: MonthScene, cell: Cell) -> str:
        first_cell = cell.row == 0 and cell.column == 0
        if cell.day.day != 1 and not first_cell:
            return str(cell.day.day)
        return without_weekday(scene.wording, cell.day)

    # -- items -----------------------------------------------------------------------------------------------

    def _items(self, painter: QPainter, scene: MonthScene, pieces: list[Placed]) -> None:
        found: list[tuple[Placed, Item]] = []
        for piece in pieces:
            item = scene.items.item(piece.key)
            if item is not None:
                found.append((piece, item))
        cuts = ["<" * piece.comes_from_before + ">" * piece.goes_on for piece, _item in found]
        self._pen.blocks(painter, [(item, piece.rect) for piece, item in found], cut=cuts)
        for piece, item in found:
            level = scene.items.level_of(piece.key)
            is_bar = piece.is_bar or item.last > item.first
            self._pen.month_texts(painter, item, piece.rect, piece.lines, level, bar=is_bar)

    def _overflows(self, painter: QPainter, scene: MonthScene, *, in_panel: bool) -> None:
        for more in scene.layout.overflows:
            if more.in_panel == in_panel:
                text = more_text(scene.wording, more.hidden)
                if in_panel:
                    text = scene.wording.text("{n} more in the list", n=more.hidden)
                colour = self._theme.color("accent" if in_panel else "text")
                self._texts.draw(painter, "micro", colour, more.rect.x + 5, more.rect.y + 2, more.rect.w - 8, text)

    def _panel(self, painter: QPainter, scene: MonthScene, panel: Panel) -> None:
        theme = self._theme
        raised(painter, theme.color("raised"), theme.color("line"), _box(panel.rect), dark=theme.is_dark)
        title = scene.wording.date_short(panel.day)
        left, top = panel.rect.x + 12, panel.rect.y + 6
        width = self._texts.draw(painter, "strong", theme.color("text"), left, top, panel.rect.w - 60, title)
        mark = scene.marks.of(panel.day)
        self._beside(painter, scene, mark, left + width + 6, top + 2, panel.rect.w - width - 50)
        cross = close_box(panel)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("text2"), 1.5))
        x, y = cross.x + 8, cross.y + 8
        painter.drawLine(QPointF(x, y), QPointF(x + 8, y + 8))
        painter.drawLine(QPointF(x + 8, y), QPointF(x, y + 8))
        painter.restore()


def close_box(panel: Panel) -> Rect:
    """Where the opened day is closed again."""
    return Rect(panel.rect.right - 28, panel.rect.y + 3, 24, 24)


def more_text(wording: Wording, hidden: int) -> str:
    """What says that items have no room."""
    return wording.plural("+{n} more", "+{n} more", hidden)


def raised(painter: QPainter, ground: QColor, line: QColor, box: QRectF, *, dark: bool) -> None:
    """Something that lies over the grid: a soft shadow, a ground and a line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 0.05 if not dark else 0.14
    for spread in (7, 5, 3, 2, 1):
        shadow = QColor("black")
        shadow.setAlphaF(strength)
        painter.setBrush(shadow)
        painter.drawRoundedRect(box.adjusted(-spread, -spread + 3, spread, spread + 3), 8 + spread, 8 + spread)
    painter.setBrush(ground)
    painter.setPen(QPen(line, 1))
    radius = tokens.RADIUS_CONTROL
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def _box(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)
