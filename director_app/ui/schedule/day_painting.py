"""A day on paper: rows with quiet bands, items with set-up and strike, names that stay, hours, undecided times."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from director_app.ui.schedule.day_bands import BREAK, CLOSED, IMPOSSIBLE, RowBand
from director_app.ui.schedule.day_head import DayHead
from director_app.ui.schedule.day_rows import RowFacts
from director_app.ui.schedule.day_scene import LEFT, DayScene
from director_app.ui.schedule.day_words import DayWords
from director_app.ui.schedule.geometry_day import (
    FOOT,
    NAMES,
    TAIL_SHARE,
    DayBlock,
    Row,
)
from director_app.ui.schedule.items import Item
from director_app.ui.schedule.month_painting import more_text
from director_app.ui.schedule.painting import CROWD, ItemPainter
from director_app.ui.widgets.blocks import closed_brush


class DayPainter:
    """Draws a day with the item painter of the present theme."""

    def __init__(self, pen: ItemPainter) -> None:
        self._pen = pen
        self._theme = pen.theme
        self._texts = pen.texts
        self._words = DayWords(pen)
        self._head = DayHead(pen)

    def paint(self, painter: QPainter, scene: DayScene) -> None:
        """The whole view; rows first, then what stays while they scroll."""
        rows = [row for row in scene.layout.rows if row.bottom > scene.down and row.y < scene.down + scene.size[1]]
        self._time_area(painter, scene, rows)
        self._names(painter, scene, rows)
        self._band(painter, scene)
        self._head.paint(painter, scene)

    # -- rows --------------------------------------------------------------------------------------------------

    def _time_area(self, painter: QPainter, scene: DayScene, rows: Sequence[Row]) -> None:
        width, height = scene.size
        painter.save()
        painter.setClipRect(QRect(NAMES, scene.top, width - NAMES, height - scene.top))
        painter.translate(NAMES - scene.across, scene.top - scene.down)
        self._grounds(painter, scene, rows)
        self._items(painter, scene, rows)
        self._lines_of_time(painter, scene)
        painter.restore()

    def _grounds(self, painter: QPainter, scene: DayScene, rows: Sequence[Row]) -> None:
        theme, axis = self._theme, scene.layout.axis
        plain = [row for row in rows if not row.is_head]
        for row in plain:
            for day in axis.days:
                for band in scene.bands(row.key, day):
                    self._ground(painter, scene, row, day, band)
        top, bottom = scene.down, min(scene.down + scene.size[1], scene.layout.height)
        self._hour_lines(painter, scene, top, bottom)
        painter.setBrush(theme.color("line"))
        painter.drawRects([QRect(0, row.bottom - 1, axis.width, 1) for row in plain])
        painter.drawRects([QRect(axis.left_of(day), top, 1, bottom - top) for day in axis.days[1:]])
        for row in rows:
            if row.is_head:
                painter.fillRect(QRect(0, row.y, axis.width, row.h - 1), theme.color("canvas"))
                painter.fillRect(QRect(0, row.bottom - 1, axis.width, 1), theme.color("line"))
                continue
            for day in axis.days:
                for band in scene.bands(row.key, day):
                    self._band_words(painter, scene, row, day, band)

    def _hour_lines(self, painter: QPainter, scene: DayScene, top: int, bottom: int) -> None:
        theme, axis = self._theme, scene.layout.axis
        lines = []
        for day in axis.days:
            left = axis.left_of(day)
            if axis.has_fold_before:
                painter.fillRect(QRect(left, top, axis.lead, bottom - top), theme.color("sunken"))
            if axis.has_fold_after:
                end = axis.x_of(day, axis.last * 60)
                painter.fillRect(QRect(end, top, left + axis.pitch - end, bottom - top), theme.color("sunken"))
            lines += [
                QRect(axis.x_of(day, hour * 60), top, 1, bottom - top) for hour in range(axis.first, axis.last + 1)
            ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("grid"))
        painter.drawRects(lines)

    def _ground(self, painter: QPainter, scene: DayScene, row: Row, day: datetime.date, band: RowBand) -> None:
        theme = self._theme
        box = _box_of(scene, row, day, band)
        if band.kind == BREAK:
            painter.fillRect(box, theme.color("break"))
        elif band.kind in (CLOSED, IMPOSSIBLE):
            painter.fillRect(box, theme.color("canvas"))
            painter.fillRect(box, closed_brush(theme, self._pen.ratio))
        else:
            painter.fillRect(box, theme.color("warnbg"))

    def _band_words(self, painter: QPainter, scene: DayScene, row: Row, day: datetime.date, band: RowBand) -> None:
        wording, box = scene.wording, _box_of(scene, row, day, band)
        if band.kind == BREAK:
            width = self._texts.width(band.label, "micro")
            taken = any(
                block.rect.x - 2 < box.left() + 5 + width and block.rect.right > box.left() + 5
                for block in scene.layout.blocks_of_row(row.key)
            )
            if not taken and width + 6 <= box.width():
                colour = self._theme.color("text2")
                self._texts.draw(painter, "micro", colour, box.left() + 5, row.y + 1, box.width() - 6, band.label)
            return
        top = box.bottom() - 19
        if box.width() <= 0:
            return
        if band.opens is not None and scene.layout.axis.first * 60 < band.opens <= scene.layout.axis.last * 60:
            self._edge(painter, box.right(), box)
            text = wording.text("opens {time}", time=wording.clock(band.opens))
            self._label(painter, text, box.right() - 8 - self._texts.width(text, "micro"), top, box)
        if band.closes is not None and band.closes >= scene.layout.axis.first * 60:
            self._edge(painter, box.left(), box)
            text = wording.text("closes {time}", time=wording.clock(band.closes))
            self._label(painter, text, box.left() + 9, top, box)
        if band.label:
            seen = max(box.left(), scene.across)
            self._label(painter, band.label, seen + 9, top, box)

    def _edge(self, painter: QPainter, x: int, box: QRect) -> None:
        painter.fillRect(QRect(x, box.top(), 1, box.height()), self._theme.color("control"))

    def _label(self, painter: QPainter, text: str, left: float, top: float, box: QRect) -> None:
        """Words on hatch lie on a ground of their own, else nobody reads them."""
        width = self._texts.width(text, "micro")
        if width + 12 > box.width() or left < box.left():
            return
        painter.fillRect(QRectF(left - 3, top, width + 6, 16), self._theme.color("canvas"))
        self._texts.draw(painter, "micro", self._theme.color("text2"), left, top, width + 2, text)

    def _items(self, painter: QPainter, scene: DayScene, rows: Sequence[Row]) -> None:
        left, right = scene.across - 240, scene.across + scene.size[0] - NAMES
        found: list[tuple[Item, DayBlock]] = []
        for row in rows:
            for block in scene.layout.blocks_of_row(row.key) if not row.is_head else ():
                if block.rect.x < right and block.rect.right > left:
                    item = scene.items.item(block.key)
                    if item is not None:
                        found.append((item, block))
        self._tails(painter, found)
        self._pen.blocks(painter, [(item, block.rect) for item, block in found])
        crowded = len(found) > 2 * CROWD
        for item, block in found:
            level = scene.items.level_of(item.key)
            if block.is_thin:
                self._pen.month_texts(painter, item, block.rect, 1, level, bar=True)
            elif not crowded or block.rect.w >= 40:
                self._words.of_block(painter, scene.wording, item, block, level, says_place=scene.says_places)
        for row in rows:
            waiting = scene.content.waiting.get(row.key, 0)
            if waiting and not row.is_head and not scene.layout.blocks_of_row(row.key):
                text = scene.wording.plural(
                    "{n} time undecided: drag it here from above.",
                    "{n} times undecided: drag them here from above.",
                    waiting,
                )
                self._texts.draw(painter, "micro", self._theme.color("text3"), scene.across + 16, row.y + 14, 600, text)

    def _tails(self, painter: QPainter, found: Sequence[tuple[Item, DayBlock]]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for item, block in found:
            if not block.before and not block.after:
                continue
            look, rect = self._pen.look(item), block.rect
            tall = max(4, round(rect.h * TAIL_SHARE))
            painter.setPen(look.tail_border)
            painter.setBrush(look.tail_fill)
            top = rect.bottom - tall - 1
            painter.drawRect(QRect(rect.x - block.before, top, block.before + rect.w + block.after, tall))

    def _lines_of_time(self, painter: QPainter, scene: DayScene) -> None:
        axis = scene.layout.axis
        bottom = min(scene.down + scene.size[1], scene.layout.height)
        for day, minute in scene.sunsets:
            if day in axis.days and axis.first * 60 <= minute <= axis.last * 60:
                x = axis.x_of(day, minute)
                painter.fillRect(QRect(x, scene.down, 1, bottom - scene.down), self._theme.color("sunset"))
        if scene.now is not None and scene.now[0] in axis.days:
            x = axis.x_of(*scene.now)
            painter.fillRect(QRect(x - 1, scene.down, 2, bottom - scene.down), self._theme.color("now"))

    # -- what stays ---------------------------------------------------------------------------------------------

    def _names(self, painter: QPainter, scene: DayScene, rows: Sequence[Row]) -> None:
        theme, texts = self._theme, self._texts
        width, height = scene.size
        painter.save()
        painter.setClipRect(QRect(0, scene.top, width, height - scene.top))
        painter.translate(0, scene.top - scene.down)
        painter.fillRect(QRect(0, scene.down, NAMES, height), theme.color("surface"))
        for row in rows:
            facts = scene.facts(row)
            if row.is_head:
                painter.fillRect(QRect(0, row.y, NAMES, row.h - 1), theme.color("canvas"))
                taken = texts.draw(painter, "small-strong", theme.color("text"), LEFT, row.y + 3, 300, facts.title)
                left = LEFT + taken + 8
                texts.draw(painter, "micro", theme.color("text2"), left, row.y + 4, width - left, facts.second)
            else:
                self._name(painter, scene, row, facts)
                painter.fillRect(QRect(NAMES - 1, row.y, 1, row.h), theme.color("line"))
            painter.fillRect(QRect(0, row.bottom - 1, NAMES, 1), theme.color("line"))
        if scene.foot:
            self._foot(painter, scene)
        painter.restore()

    def _name(self, painter: QPainter, scene: DayScene, row: Row, facts: RowFacts) -> None:
        theme, texts = self._theme, self._texts
        room = NAMES - LEFT - 6
        top = row.y + max(3, min(9, (row.h - 38) // 2))
        texts.draw(painter, "small-strong", theme.color("text"), LEFT, top, room, facts.title)
        left: float = LEFT
        if facts.icon:
            painter.drawPixmap(QPointF(left, top + 20), scene.icon(facts.icon))
            left += 17
        taken = texts.draw(painter, "micro", theme.color("text2"), left, top + 19, NAMES - 6 - left, facts.second)
        if facts.undecided:
            self._words.undecided(painter, facts.undecided, left + taken + 4, top + 19)

    def _foot(self, painter: QPainter, scene: DayScene) -> None:
        theme = self._theme
        top = scene.layout.height
        painter.fillRect(QRect(0, top, scene.size[0], FOOT), theme.color("surface"))
        painter.setPen(QPen(theme.color("accent"), 1.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolyline([QPointF(15, top + 11), QPointF(19, top + 15), QPointF(15, top + 19)])
        self._texts.draw(painter, "small", theme.color("accent"), 28, top + 6, 400, scene.foot)

    def _band(self, painter: QPainter, scene: DayScene) -> None:
        theme = self._theme
        width = scene.size[0]
        painter.fillRect(QRect(0, scene.head, width, scene.band.height), theme.color("surface"))
        painter.save()
        painter.setClipRect(QRect(NAMES, scene.head, width - NAMES, scene.band.height))
        painter.translate(NAMES - scene.across, scene.head)
        found = [(scene.items.item(chip.key), chip.rect) for chip in scene.band.chips]
        chips = [(item, rect) for item, rect in found if item is not None]
        self._pen.blocks(painter, chips)
        for item, rect in chips:
            self._words.of_chip(painter, item, rect, scene.items.level_of(item.key))
        for more in scene.band.more:
            text = more_text(scene.wording, more.hidden)
            self._texts.draw(painter, "micro", theme.color("text"), more.rect.x + 5, more.rect.y + 3, 80, text)
        painter.restore()
        painter.fillRect(QRect(0, scene.top - 1, width, 1), theme.color("line"))


def _box_of(scene: DayScene, row: Row, day: datetime.date, band: RowBand) -> QRect:
    """Where a band lies in a row; over the folds too, when it goes on there."""
    axis = scene.layout.axis
    if band.end <= axis.first * 60 or band.start >= axis.last * 60:
        return QRect(0, row.y, 0, 0)
    left = axis.left_of(day) if band.start <= axis.first * 60 else axis.x_of(day, band.start)
    right = axis.left_of(day) + axis.pitch if band.end >= axis.last * 60 else axis.x_of(day, band.end)
    return QRect(left, row.y, right - left, row.h - 1)
