"""A week on paper: dates, the band above, hours with folded ends, items side by side, now."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from director_app.ui.schedule.day_marks import DayMarks
from director_app.ui.schedule.geometry import Rect
from director_app.ui.schedule.geometry_week import GUTTER, HEAD, Block, WeekLayout
from director_app.ui.schedule.items import Item, Items
from director_app.ui.schedule.month_painting import more_text
from director_app.ui.schedule.painting import CROWD, LOWEST_TEXT, Crowd, ItemPainter
from director_app.wording import Wording


@dataclass(frozen=True, slots=True)
class WeekScene:
    """Everything a week is drawn from."""

    layout: WeekLayout
    items: Items
    marks: DayMarks
    wording: Wording
    crowd: Crowd | None = None


class WeekPainter:
    """Draws a week with the item painter of the present theme."""

    def __init__(self, pen: ItemPainter) -> None:
        self._pen = pen
        self._theme = pen.theme
        self._texts = pen.texts

    def head(self, painter: QPainter, scene: WeekScene) -> None:
        """Dates and the band, drawn from y 0; they stay while the hours scroll."""
        theme, layout = self._theme, scene.layout
        height = HEAD + layout.band_height
        painter.fillRect(QRectF(0, 0, layout.width, height), theme.color("surface"))
        painter.fillRect(QRectF(0, HEAD, GUTTER, layout.band_height), theme.color("surface"))
        for column, day in enumerate(layout.days):
            self._day_head(painter, scene, column, day)
        label = scene.wording.text("no time")
        self._texts.draw(painter, "micro", theme.color("text3"), 8, HEAD + 5, GUTTER - 10, label)
        painter.fillRect(QRectF(0, HEAD, layout.width, 1), theme.color("line"))
        self._items(painter, scene, [block for block in layout.blocks if block.in_band], HEAD, in_band=True)
        for more in layout.more:
            text = more_text(scene.wording, more.hidden)
            top = more.rect.y + HEAD + 2
            self._texts.draw(painter, "micro", theme.color("text"), more.rect.x + 5, top, more.rect.w - 8, text)
        painter.fillRect(QRectF(0, height - 1, layout.width, 1), theme.color("line"))

    def hours(self, painter: QPainter, scene: WeekScene) -> None:
        """The hours and what stands in them; y 0 is the top of the axis."""
        theme, layout, axis = self._theme, scene.layout, scene.layout.axis
        painter.fillRect(QRectF(0, 0, layout.width, max(axis.height, 4000)), theme.color("surface"))
        self._folds(painter, scene)
        lines = [QRect(GUTTER, axis.y_of(hour * 60), layout.width, 1) for hour in range(axis.first, axis.last)]
        lines.append(QRect(GUTTER, axis.bottom, layout.width, 1))
        bottom = max(axis.height, 4000)
        lines += [QRect(x, 0, 1, bottom) for x in layout.columns[1:-1]]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("grid"))
        painter.drawRects(lines)
        painter.fillRect(QRect(GUTTER, 0, 1, bottom), theme.color("line"))
        colour = theme.color("text3")
        for hour in range(axis.first, axis.last):
            text = scene.wording.clock(hour * 60)
            left = GUTTER - 8 - self._texts.width(text, "micro")
            self._texts.draw(painter, "micro", colour, left, axis.y_of(hour * 60) - 1, 60, text)
        self._items(painter, scene, [block for block in layout.blocks if not block.in_band], 0, in_band=False)

    def _day_head(self, painter: QPainter, scene: WeekScene, column: int, day: datetime.date) -> None:
        theme, layout, mark = self._theme, scene.layout, scene.marks.of(day)
        left, right = layout.columns[column], layout.columns[column + 1]
        if column:
            painter.fillRect(QRectF(left, 0, 1, HEAD + layout.band_height), theme.color("grid"))
        else:
            painter.fillRect(QRectF(left, 0, 1, HEAD + layout.band_height), theme.color("line"))
        name = scene.wording.weekday(day.weekday())
        colour = theme.color("block" if mark.is_holiday else "text2")
        x: float = left + 8
        x += self._texts.draw(painter, "micro", colour, x, 4, 40, name) + 5
        if mark.is_today:
            text = _number(scene, day)
            width = self._texts.width(text, "strong") + 10
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(left + 6, 20, width, 20), 4, 4)
            painter.restore()
            self._texts.draw(painter, "strong", theme.color("on-accent"), left + 11, 20, width, text)
        else:
            role = "block" if mark.is_holiday else "text"
            self._texts.draw(painter, "strong", theme.color(role), left + 8, 20, right - left - 12, _number(scene, day))
        note = mark.holiday or (scene.wording.text("Culture Day") if mark.is_culture_day else "")
        if note:
            role = "block" if mark.holiday else "culture"
            self._texts.draw(painter, "micro", theme.color(role), x, 4, right - x - 4, note)

    def _folds(self, painter: QPainter, scene: WeekScene) -> None:
        theme, axis, width = self._theme, scene.layout.axis, scene.layout.width
        words = scene.wording
        if axis.has_fold_above:
            painter.fillRect(QRectF(GUTTER, 0, width - GUTTER, axis.top), theme.color("sunken"))
            text = words.text("before {time}", time=words.clock(axis.first * 60))
            self._texts.draw(painter, "micro", theme.color("text3"), GUTTER + 8, 0, 200, text)
        if axis.has_fold_below:
            painter.fillRect(
                QRectF(GUTTER, axis.bottom + 1, width - GUTTER, axis.height - axis.bottom), theme.color("sunken")
            )
            text = words.text("after {time}", time=words.clock(axis.last * 60))
            self._texts.draw(painter, "micro", theme.color("text3"), GUTTER + 8, axis.bottom, 200, text)

    def _items(self, painter: QPainter, scene: WeekScene, blocks: list[Block], top: int, *, in_band: bool) -> None:
        item_of, level_of = scene.items.item, scene.items.level_of
        found: list[tuple[Item, Rect]] = []
        cuts: list[str] = []
        crowded = len(blocks) > CROWD and scene.crowd is not None
        for block in blocks if not crowded else [block for block in blocks if block.rect.w >= LOWEST_TEXT]:
            item = item_of(block.key)
            if item is not None:
                found.append((item, block.rect.moved(0, top) if top else block.rect))
                cuts.append("<" * block.comes_from_before + ">" * block.goes_on)
        if crowded and scene.crowd is not None:
            scene.crowd.draw(painter)
        else:
            self._pen.blocks(painter, found, cut=cuts)
        for item, rect in found:
            if rect.w < LOWEST_TEXT:
                continue
            if in_band:
                self._pen.month_texts(painter, item, rect, 1, level_of(item.key), bar=item.last > item.first)
            else:
                self._pen.block_texts(painter, item, rect, level_of(item.key))


def crowd_of(pen: ItemPainter, layout: WeekLayout, items: Items) -> Crowd | None:
    """The hours' items as plain rectangles, when there are too many to draw each with care."""
    blocks = [block for block in layout.blocks if not block.in_band]
    if len(blocks) <= CROWD:
        return None
    found = [(items.item(block.key), block.rect) for block in blocks]
    return pen.crowd([(item, rect) for item, rect in found if item is not None])


def _number(scene: WeekScene, day: datetime.date) -> str:
    full = scene.wording.date_short(day)
    return full.partition("(")[0] if scene.wording.language == "ko" else full.partition(" ")[2]
