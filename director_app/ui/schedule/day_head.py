"""The head of a day on paper: hours, dates, the sunset, the corner over the names."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from director_app.ui.schedule.day_marks import DayMarks
from director_app.ui.schedule.day_scene import LEFT, DayScene
from director_app.ui.schedule.geometry import Rect
from director_app.ui.schedule.geometry_day import (
    DATES,
    HOURS,
    NAMES,
    DayLayout,
)
from director_app.ui.schedule.painting import ItemPainter


class DayHead:
    """Draws what stays above the rows."""

    def __init__(self, pen: ItemPainter) -> None:
        self._theme = pen.theme
        self._texts = pen.texts

    def paint(self, painter: QPainter, scene: DayScene) -> None:
        """Hours and dates, then the corner over the names."""
        self._hours(painter, scene)
        self._corner(painter, scene)

    def _hours(self, painter: QPainter, scene: DayScene) -> None:
        theme, axis, texts = self._theme, scene.layout.axis, self._texts
        width = scene.size[0]
        painter.fillRect(QRect(0, 0, width, scene.head), theme.color("surface"))
        painter.save()
        painter.setClipRect(QRect(NAMES, 0, width - NAMES, scene.top))
        painter.translate(NAMES - scene.across, 0)
        hours_top = scene.head - HOURS
        every = 1 if axis.hour >= 44 else 2 if axis.hour >= 30 else 3
        for day in axis.days:
            if hours_top:
                self._date(painter, scene, day)
            for hour in range(axis.first, axis.last + 1):
                x = axis.x_of(day, hour * 60)
                painter.fillRect(QRect(x, scene.head - 7, 1, 6), theme.color("line"))
                if hour % every == 0 and hour < axis.last:
                    text = scene.wording.clock(hour * 60)
                    texts.draw(painter, "micro", theme.color("text2"), x + 5, hours_top + 6, 60, text)
        for day, minute in scene.sunsets:
            self._sunset(painter, scene, day, minute)
        painter.restore()
        painter.fillRect(QRect(0, scene.head - 1, width, 1), theme.color("line"))

    def _sunset(self, painter: QPainter, scene: DayScene, day: datetime.date, minute: int) -> None:
        axis, theme = scene.layout.axis, self._theme
        if day in axis.days and axis.first * 60 <= minute <= axis.last * 60:
            x, colour = axis.x_of(day, minute), theme.color("sunset")
            text = scene.wording.clock(minute)
            ground = QRectF(x - 26, scene.top - 20, 50 + self._texts.width(text, "micro") - 20, 17)
            painter.fillRect(ground, theme.color("surface"))
            painter.drawPixmap(QPointF(x - 22, scene.top - 19), scene.icon("sunset"))
            self._texts.draw(painter, "micro", colour, x - 5, scene.top - 19, 60, text)

    def _date(self, painter: QPainter, scene: DayScene, day: datetime.date) -> None:
        theme, axis, texts, mark = self._theme, scene.layout.axis, self._texts, scene.marks.of(day)
        left = axis.left_of(day)
        seen: float = max(left, min(scene.across, left + axis.pitch - 120)) + 8
        role = "accent" if mark.is_today else "block" if mark.is_holiday else "text"
        seen += texts.draw(painter, "small-strong", theme.color(role), seen, 3, 200, scene.wording.date_short(day)) + 8
        note = mark.holiday or (scene.wording.text("Culture Day") if mark.is_culture_day else "")
        if note:
            role = "block" if mark.holiday else "culture"
            texts.draw(painter, "micro", theme.color(role), seen, 4, left + axis.pitch - seen, note)
        painter.fillRect(QRect(left, 0, 1, DATES), theme.color("line"))

    def _corner(self, painter: QPainter, scene: DayScene) -> None:
        theme = self._theme
        painter.fillRect(QRect(0, 0, NAMES, scene.top - 1), theme.color("surface"))
        painter.fillRect(QRect(0, scene.head - 1, NAMES, 1), theme.color("line"))
        painter.fillRect(QRect(NAMES - 1, 0, 1, scene.top), theme.color("line"))
        label = scene.wording.text("all day · time undecided")
        self._texts.draw(painter, "micro", theme.color("text2"), LEFT, scene.head + 6, NAMES - LEFT - 6, label)


def head_height(days: Sequence[datetime.date], marks: DayMarks) -> int:
    """Hours alone, or dates over them when there are several days or something to say of this one."""
    said = len(days) > 1 or any(marks.of(day).holiday or marks.of(day).is_culture_day for day in days)
    return HOURS + (DATES if said else 0)


def badge_rect(layout: DayLayout, day: datetime.date, start: int, end: int, width: float) -> Rect:
    """Where the hours say from when to when the chosen item lasts, in the row of hours."""
    axis = layout.axis
    middle = (axis.x_of(day, start) + axis.x_of(day, end)) / 2
    return Rect(round(middle - width / 2 - 6), 0, round(width + 12), 20)
