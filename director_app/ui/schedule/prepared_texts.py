"""Texts as the painted grids draw them: prepared once per text, font and width, cut or broken where they do not fit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTextLayout, QTextOption

from director_app.ui.theme import Theme

_MOST_TEXTS = 6000
_CUT: Final = "\N{HORIZONTAL ELLIPSIS}"


class Texts:
    """Texts ready to be drawn, cut with an ellipsis where they do not fit."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._metrics: dict[str, QFontMetricsF] = {}
        self._fonts: dict[str, QFont] = {}
        self._leads: dict[str, float] = {}
        self._ready: dict[tuple[str, str, int], tuple[QStaticText | str, float]] = {}
        self._widths: dict[tuple[str, str], float] = {}
        self._broken: dict[tuple[str, str, int, int], tuple[str, ...]] = {}

    def width(self, text: str, token: str) -> float:
        """How wide a text is."""
        key = (text, token)
        if key not in self._widths:
            if len(self._widths) > _MOST_TEXTS:
                self._widths.clear()
            self._widths[key] = self._metric(token).horizontalAdvance(text)
        return self._widths[key]

    def lines(self, text: str, token: str, room: float, most: int) -> tuple[str, ...]:
        """The text in at most so many lines, broken between words where it can; the last one carries all the rest."""
        key = (text, token, int(room), most)
        if key not in self._broken:
            if len(self._broken) > _MOST_TEXTS:
                self._broken.clear()
            layout = QTextLayout(text, self._font(token))
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            starts = _line_starts(layout, room, most)
            ends = [*starts[1:], len(text)]
            self._broken[key] = tuple(text[start:end].strip() for start, end in zip(starts, ends, strict=True))
        return self._broken[key]

    def draw(
        self, painter: QPainter, token: str, colour: QColor, left: float, top: float, room: float, text: str
    ) -> float:
        """Draw one line of text, its line box starting at ``top``; returns the width it took."""
        if room < 14 or not text:
            return 0
        ready, width = self._prepared(text, token, int(room))
        painter.setPen(colour)
        painter.setFont(self._font(token))
        if isinstance(ready, str):
            painter.drawText(QPointF(left, self.baseline(token, top)), ready)
        else:
            painter.drawStaticText(QPointF(left, top + self._lead(token)), ready)
        return width

    def baseline(self, token: str, top: float) -> float:
        """Where the baseline of a line box lies that starts at ``top``."""
        return round(top + self._lead(token) + self._metric(token).ascent())

    def _lead(self, token: str) -> float:
        if token not in self._leads:
            self._leads[token] = round((self._theme.line(token) - self._metric(token).height()) / 2)
        return self._leads[token]

    def _font(self, token: str) -> QFont:
        font = self._fonts.get(token)
        if font is None:
            font = self._fonts[token] = self._theme.font(token, tabular=True)
        return font

    def _prepared(self, text: str, token: str, room: int) -> tuple[QStaticText | str, float]:
        full = self.width(text, token)
        key = (text, token, room if full > room else -1)
        if key not in self._ready:
            if len(self._ready) > _MOST_TEXTS:
                self._ready.clear()
            metrics = self._metric(token)
            shown = text if full <= room else metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            shown = "" if shown == _CUT else shown  # three dots alone say nothing
            ready = QStaticText(shown)
            ready.setTextFormat(Qt.TextFormat.PlainText)
            ready.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            ready.prepare(font=self._font(token))
            # A letter from another font makes the layout higher: such a text is drawn from its baseline instead.
            borrowed = ready.size().height() > metrics.height() + 1
            width = full if shown is text else min(full, metrics.horizontalAdvance(shown))
            self._ready[key] = (shown if borrowed else ready, width)
        return self._ready[key]

    def _metric(self, token: str) -> QFontMetricsF:
        if token not in self._metrics:
            self._metrics[token] = QFontMetricsF(self._font(token))
        return self._metrics[token]


def _line_starts(layout: QTextLayout, room: float, most: int) -> list[int]:
    """Where each line begins; a character outside the basic plane counts once in the text, twice in Qt."""
    starts: list[int] = []
    text = layout.text().encode("utf-16-le")
    layout.beginLayout()
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        starts.append(len(text[: 2 * line.textStart()].decode("utf-16-le", "ignore")))
    layout.endLayout()
    return starts
