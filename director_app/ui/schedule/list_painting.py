"""How the rows of the list are drawn: row by row and only those in sight, texts ready-made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from director_app.domain.programme import Status
from director_app.ui.schedule.list_columns import CONFIRMED, PROBLEMS, STATUS, TITLE
from director_app.ui.schedule.painting import ItemPainter
from director_app.ui.widgets.glyphs import GLYPH, PROBLEM_ICON, paint_confirmations, paint_problem, paint_state

if TYPE_CHECKING:
    from director_app.ui.schedule.list_choice import Choice
    from director_app.ui.schedule.list_filling import Filling
    from director_app.ui.schedule.list_ground import ListGround
    from director_app.ui.schedule.list_lines import Line

PAD: Final = 8
_FIRST_PAD: Final = 16


class Span(NamedTuple):
    """A column in sight."""

    column: int
    left: int
    width: int


class RowPainter:
    """Draws what a list shows."""

    def __init__(self, view: ListGround, choice: Choice, filling: Filling) -> None:
        self._view = view
        self._choice = choice
        self._filling = filling
        self._state = view.shared

    def paint(self, painter: QPainter, sight: QRect) -> None:
        """Draw the rows and cells that touch a rectangle of the viewport."""
        view = self._view
        first, last = view.rowAt(max(0, sight.top())), view.rowAt(sight.bottom())
        total = view.table.rows.total
        if first < 0:
            return
        last = total - 1 if last < 0 else last
        pen = self._state.painter_for(painter.device().devicePixelRatioF())
        spans = self._spans(sight)
        ranges = self._choice.ranges()
        for row in range(first, last + 1):
            top, height = view.rowViewportPosition(row), view.rowHeight(row)
            one = view.table.delivery_at(row)
            if one is None:
                self._head(painter, pen, row, QRect(0, top, view.viewport().width(), height))
                continue
            chosen = [(left, right) for above, below, left, right in ranges if above <= row <= below]
            is_chosen = not chosen and self._state.is_selected(one.id)
            self._row(painter, pen, view.table.line_of(one), spans, (top, height), chosen, is_chosen)
        self._current(painter)

    def _spans(self, sight: QRect) -> list[Span]:
        view = self._view
        found = []
        for column in view.shown_columns():
            left, width = view.columnViewportPosition(column), view.columnWidth(column)
            if left <= sight.right() and left + width > sight.left():
                found.append(Span(column, left, width))
        return found

    def _head(self, painter: QPainter, pen: ItemPainter, row: int, rect: QRect) -> None:
        look, model = self._state.desk.look, self._view.table
        painter.fillRect(rect, look.color("canvas"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        name = model.text_at(row, 0)
        width = pen.texts.draw(painter, "strong", look.color("text"), _FIRST_PAD, rect.top() + 4, rect.width(), name)
        left = _FIRST_PAD + width + 10
        pen.texts.draw(painter, "small", look.color("text2"), left, rect.top() + 5, rect.width(), model.text_at(row, 1))

    def _row(
        self, painter: QPainter, pen: ItemPainter, line: Line, spans: Sequence[Span], place: tuple[int, int],
        chosen: Sequence[tuple[int, int]], is_chosen: bool,
    ) -> None:  # fmt: skip
        look = self._state.desk.look
        top, height = place
        left, right = spans[0].left, spans[-1].left + spans[-1].width
        if is_chosen:
            painter.fillRect(left, top, right - left, height, look.color("hover"))
        for span in spans if chosen else ():
            if any(first <= span.column <= last for first, last in chosen):
                painter.fillRect(span.left, top, span.width, height, look.color("select"))
        painter.fillRect(left, top + height - 1, right - left, 1, look.color("grid"))
        scene = self._view.table.scene
        for span in spans:
            if span.column == CONFIRMED:
                paint_confirmations(painter, self._state.desk.theme, span.left + PAD, top + 11, line.confirmations)
                continue
            text, is_open = line.cell(scene, span.column)
            self._cell(painter, pen, span, top, line, text, is_open)

    def _cell(
        self, painter: QPainter, pen: ItemPainter, span: Span, top: int, line: Line, text: str, is_open: bool
    ) -> None:
        column, theme = span.column, self._state.desk.theme
        left = span.left + (_FIRST_PAD if column == 0 else PAD)
        if column == TITLE:
            hue = theme.no_initiative if line.hue < 0 else theme.initiative(line.hue)
            painter.fillRect(span.left + PAD, top + 7, 3, 14, hue.edge)
            left += 9
        elif column == STATUS:
            hue = theme.no_initiative if line.hue < 0 else theme.initiative(line.hue)
            paint_state(painter, theme, QRectF(left, top + 9, GLYPH, GLYPH), line.status, hue.edge)
            left += GLYPH + 6
        elif column == PROBLEMS and line.level:
            paint_problem(painter, theme, QRectF(left, top + 7, PROBLEM_ICON, PROBLEM_ICON), line.level)
            left += PROBLEM_ICON + 6
        if text:
            self._text(painter, pen, span, (left, top), line, text, is_open)

    def _text(
        self, painter: QPainter, pen: ItemPainter, span: Span, at: tuple[int, int], line: Line, text: str, is_open: bool
    ) -> None:
        theme, column = self._state.desk.theme, span.column
        left, row_top = at
        cancelled = line.status is Status.CANCELLED
        role = "text3" if cancelled else "text2" if is_open or column in (0, PROBLEMS) else "text"
        font = "strong" if column == TITLE and line.status is Status.CONFIRMED else "body"
        if column == PROBLEMS:
            font = "small"
        top = row_top + (5 if font == "small" else 4)
        room = span.left + span.width - left - 5
        width = pen.texts.draw(painter, font, theme.color(role), left, top, room, text)
        if is_open:
            base = pen.texts.baseline(font, top)
            dots = QPen(theme.color("control"), 1)
            dots.setDashPattern([1, 2])
            painter.setPen(dots)
            painter.drawLine(QPointF(left, base + 3.5), QPointF(left + width, base + 3.5))
        elif cancelled and column == TITLE:
            base = pen.texts.baseline(font, top)
            painter.setPen(QPen(theme.color(role), 1))
            painter.drawLine(QPointF(left, base - 4.5), QPointF(left + width, base - 4.5))

    def _current(self, painter: QPainter) -> None:
        """The frame of the cell at the keyboard, and the square that fills down."""
        view, look = self._view, self._state.desk.look
        index = view.currentIndex()
        if not index.isValid() or not (view.hasFocus() or not view.is_resting()):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("focus"), 2))
        painter.drawRect(view.visualRect(index).adjusted(1, 1, -1, -1))
        reach = self._filling.reach()
        if reach is not None:
            painter.setPen(QPen(look.color("focus"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(reach.adjusted(0, 0, -1, -1))
        handle = self._filling.handle()
        if handle is not None:
            painter.setPen(QPen(look.color("surface"), 1))
            painter.setBrush(QBrush(look.color("focus")))
            painter.drawRect(handle)
