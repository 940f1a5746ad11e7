"""Where Qt's types stop: dates and times pass here as fields, never with zones."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QTime

from director_app.domain.timeline import DAY, WallMinute


def to_qdate(day: datetime.date) -> QDate:
    """The same day for Qt."""
    return QDate(day.year, day.month, day.day)


def from_qdate(day: QDate) -> datetime.date:
    """The same day for us."""
    return datetime.date(day.year(), day.month(), day.day())


def to_qtime(minute: int) -> QTime:
    """The clock time of a wall minute; past midnight it starts again."""
    hours, minutes = divmod(minute % DAY, 60)
    return QTime(hours, minutes)


def from_qtime(time: QTime) -> WallMinute:
    """The wall minute of a clock time."""
    return WallMinute(time.hour() * 60 + time.minute())
