"""A season on paper: how many visits each area has in each week, who is forgotten, and the week looked at."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from director_app.domain.ids import AreaId
from director_app.planner.coverage import AreaRow, Cell
from director_app.ui.schedule.geometry import WEEK
from director_app.ui.schedule.geometry_season import (
    HEAD,
    NAMES,
    PANEL_PAD,
    ROW,
    TOTAL,
    SeasonCell,
    SeasonLayout,
)
from director_app.ui.schedule.items import Items
from director_app.ui.schedule.painting import ItemPainter
from director_app.ui.schedule.season_reach import CrewRow
from director_app.ui.widgets.glyphs import paint_problem
from director_app.wording import Wording

LEFT = 16
PEOPLE = 52
SINCE = 74
INDENT = 14
WIDE_CELL = 44
"""From this width on a cell says pencilled visits as a number of their own."""


@dataclass(frozen=True, slots=True)
class SeasonScene:
    """Everything a season is drawn from."""

    layout: SeasonLayout
    rows: tuple[AreaRow, ...]
    items: Items
    wording: Wording
    today: datetime.date
    size: tuple[int, int]
    across: int
    down: int
    title: str
    for_whom: str
    hint: str
    #: Areas whose shifts are known, and those that show them.
    foldable: frozenset[AreaId] = frozenset()
    unfolded: frozenset[AreaId] = frozenset()


class SeasonPainter:
    """Draws a season with the item painter of the present theme."""

    def __init__(self, pen: ItemPainter) -> None:
        self._pen = pen
        self._theme = pen.theme
        self._texts = pen.texts

    def paint(self, painter: QPainter, scene: SeasonScene) -> None:
        """The whole view."""
        width, height = scene.size
        painter.save()
        painter.setClipRect(QRect(0, HEAD, width, height - HEAD))
        painter.translate(0, HEAD - scene.down)
        painter.save()
        painter.setClipRect(QRect(NAMES, 0, width - NAMES, scene.layout.panel))
        painter.translate(NAMES - scene.across, 0)
        for position, row in enumerate(scene.rows):
            self._cells(painter, scene, position, row)
        painter.restore()
        for position, row in enumerate(scene.rows):
            self._name(painter, scene, position, row)
        self._panel(painter, scene)
        painter.restore()
        self._head(painter, scene)

    # -- cells -------------------------------------------------------------------------------------------------

    def _cells(self, painter: QPainter, scene: SeasonScene, position: int, row: AreaRow) -> None:
        layout, texts, theme = scene.layout, self._texts, self._theme
        painter.fillRect(QRect(0, (position + 1) * ROW - 1, layout.width, 1), theme.color("line"))
        for week, cell in enumerate(row.cells):
            ground = layout.rect_of(SeasonCell(position, week))
            self._cell(painter, QRectF(ground.x + 2, ground.y + 5, ground.w - 4, ROW - 11), cell)
        sums = f"{row.confirmed}"
        width = texts.width(sums, "small-strong")
        right = len(layout.weeks) * layout.pitch + TOTAL - 16
        texts.draw(painter, "small-strong", theme.color("text"), right - width, position * ROW + 11, 50, sums)

    def _cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        theme = self._theme
        step = f"cov{min(3, cell.confirmed)}" if cell.confirmed else ""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(step or "sunken"))
        if cell.pencilled:
            painter.setPen(QPen(theme.color("accent"), 1.5))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
            if step:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(step))
                painter.drawRoundedRect(rect.adjusted(3.5, 3.5, -3.5, -3.5), 2, 2)
        else:
            painter.drawRoundedRect(rect, 4, 4)
        text = str(cell.confirmed or cell.pencilled or "")
        if cell.confirmed and cell.pencilled and rect.width() >= WIDE_CELL - 4:
            text = f"{cell.confirmed}+{cell.pencilled}"
        if text:
            width = self._texts.width(text, "small-strong")
            colour = theme.color(f"on-{step}" if step else "text")
            left = rect.center().x() - width / 2
            self._texts.draw(painter, "small-strong", colour, left, rect.center().y() - 9, width + 16, text)

    # -- what stays --------------------------------------------------------------------------------------------

    def _name(self, painter: QPainter, scene: SeasonScene, position: int, row: AreaRow) -> None:
        theme, texts, wording = self._theme, self._texts, scene.wording
        top = position * ROW
        painter.fillRect(QRect(0, top, NAMES, ROW), theme.color("surface"))
        name = (row.name if wording.language == "ko" else row.name_en) or wording.text("Without an area")
        is_crew = isinstance(row, CrewRow)
        left = LEFT + (INDENT if is_crew else 0)
        token, colour = ("small", "text2") if is_crew else ("small-strong", "text")
        room = NAMES - PEOPLE - SINCE - left - (18 if row.is_forgotten else 0)
        taken = texts.draw(painter, token, theme.color(colour), left, top + 11, room, name)
        if row.id in scene.foldable and not is_crew:
            self._fold_mark(painter, top, is_open=row.id in scene.unfolded)
        if row.is_forgotten:
            paint_problem(painter, theme, QRectF(left + taken + 5, top + 14, 12, 12), "warning")
        if row.heads is not None:
            heads = wording.number(row.heads)
            right = NAMES - SINCE - texts.width(heads, "micro") - 6
            texts.draw(painter, "micro", theme.color("text2"), right, top + 12, PEOPLE, heads)
        since = "–" if row.days_since is None else wording.text("{n} d", n=row.days_since)
        token = "micro-strong" if row.is_forgotten else "micro"
        ink = theme.color("warn" if row.is_forgotten else "text2")
        texts.draw(painter, token, ink, NAMES - 14 - texts.width(since, token), top + 12, SINCE, since)
        painter.fillRect(QRect(0, top + ROW - 1, NAMES, 1), theme.color("line"))
        painter.fillRect(QRect(NAMES - 1, top, 1, ROW), theme.color("line"))

    def _fold_mark(self, painter: QPainter, top: int, *, is_open: bool) -> None:
        """A small arrow: to the right while the shifts of an area are hidden, down while they are shown."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("text2"), 1.5))
        x, y = LEFT - 10.0, top + ROW / 2
        down, aside = ((0, -1.5), (3, 1.5), (6, -1.5)), ((1, -3), (4, 0), (1, 3))
        painter.drawPolyline([QPointF(x + right, y + below) for right, below in (down if is_open else aside)])

    def _head(self, painter: QPainter, scene: SeasonScene) -> None:
        theme, layout, texts, wording = self._theme, scene.layout, self._texts, scene.wording
        width = scene.size[0]
        painter.fillRect(QRect(0, 0, width, HEAD), theme.color("surface"))
        painter.save()
        painter.setClipRect(QRect(NAMES, 0, width - NAMES, scene.size[1]))
        painter.translate(NAMES - scene.across, 0)
        month = 0
        for position, week in enumerate(layout.weeks):
            x = position * layout.pitch
            named = (week + datetime.timedelta(days=3)).month
            if named != month:
                month = named
                text = wording.month(week.year, named)
                short = text.split(" ")[-1] if wording.language == "ko" else text.split(" ")[0]
                texts.draw(painter, "small-strong", theme.color("text"), x + 4, 6, 120, short)
                painter.fillRect(QRect(x, 6, 1, HEAD - 6), theme.color("grid"))
            present = week <= scene.today < week + datetime.timedelta(days=WEEK)
            text = str(week.day)
            token = "micro-strong" if present else "micro"
            left = x + (layout.pitch - texts.width(text, token)) / 2
            if present:
                ground = QRectF(x + 2, 27, layout.pitch - 4, 18)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("accent"))
                painter.drawRoundedRect(ground, 4, 4)
            texts.draw(painter, token, theme.color("on-accent" if present else "text2"), left, 28, 30, text)
        total = wording.text("confirmed")
        right = layout.width - 16 - texts.width(total, "micro")
        texts.draw(painter, "micro", theme.color("text2"), right, 28, TOTAL, total)
        painter.restore()
        painter.fillRect(QRect(0, 0, NAMES - 1, HEAD), theme.color("surface"))
        for label, right in ((wording.text("people"), NAMES - SINCE - 6), (wording.text("days since"), NAMES - 14)):
            texts.draw(painter, "micro", theme.color("text2"), right - texts.width(label, "micro"), 28, 90, label)
        painter.fillRect(QRect(0, HEAD - 1, width, 1), theme.color("line"))

    # -- the week looked at ------------------------------------------------------------------------------------

    def _panel(self, painter: QPainter, scene: SeasonScene) -> None:
        theme, layout, texts = self._theme, scene.layout, self._texts
        top = layout.panel
        painter.fillRect(QRect(0, top, scene.size[0], max(layout.height - top, scene.size[1])), theme.color("canvas"))
        painter.fillRect(QRect(0, top, scene.size[0], 1), theme.color("line"))
        taken = texts.draw(painter, "strong", theme.color("text"), PANEL_PAD, top + 13, 600, scene.title)
        left = PANEL_PAD + taken + 12
        room = scene.size[0] - left - PANEL_PAD
        texts.draw(painter, "small", theme.color("text2"), left, top + 14, room, scene.for_whom)
        if not layout.items:
            texts.draw(painter, "small", theme.color("text3"), PANEL_PAD, top + 44, 700, scene.hint)
            return
        found = [(scene.items.item(one.key), one.rect) for one in layout.items]
        shown = [(item, rect) for item, rect in found if item is not None]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        painter.drawRects([QRect(rect.x, rect.y, rect.w, rect.h) for _item, rect in shown])
        self._pen.blocks(painter, shown)
        for item, rect in shown:
            dated = self._pen.dated(item, scene.wording)
            self._pen.month_texts(painter, dated, rect, 2, scene.items.level_of(item.key), bar=False)
