"""How a row of two lines is painted: name and particulars, a figure, a code and a problem at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.models.columns import Piece, RowText
from director_app.ui.models.record_table import Role
from director_app.ui.widgets.blocks import paint_undecided
from director_app.ui.widgets.focus_ring import is_ringed
from director_app.ui.widgets.glyphs import paint_problem

HEADING_HEIGHT = 30
_SIDE = 16
_GAP = 8

Index = QModelIndex | QPersistentModelIndex


class TwoLineDelegate(QStyledItemDelegate):
    """Paints `Role.LINE` of a row; above the first row of a group stands the group's name (`Role.GROUP`)."""

    def __init__(self, look: Look, parent: QWidget, *, grouped: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self.is_grouped = grouped

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines, and one more where a group begins."""
        return QSize(100, self.row_height() + (HEADING_HEIGHT if self.begins_group(index) else 0))

    def row_height(self) -> int:
        """The height of a row without a group's name."""
        return round(tokens.ROW_TWO_LINES * self._look.text_scale)

    def begins_group(self, index: Index) -> bool:
        """Whether the group's name stands above this row."""
        if not self.is_grouped:
            return False
        above = index.sibling(index.row() - 1, 0)
        return not above.isValid() or above.data(Role.GROUP) != index.data(Role.GROUP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        line = index.data(Role.LINE)
        if not isinstance(line, RowText):
            return
        painter.save()
        area = QRect(option.rect)
        if self.begins_group(index):
            self._paint_heading(painter, QRect(area.left(), area.top(), area.width(), HEADING_HEIGHT), index)
            area.setTop(area.top() + HEADING_HEIGHT)
        self._paint_ground(painter, area, option)
        right = self._paint_right(painter, area, line)
        self._paint_lines(
            painter, QRect(area.left() + _SIDE, area.top(), right - area.left() - _SIDE, area.height()), line
        )
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, index: Index) -> None:
        painter.fillRect(area, self._look.color("canvas"))  # the view has painted selection over the whole row
        name, _bar, figure = str(index.data(Role.GROUP) or "").partition("\t")
        painter.setFont(self._look.font("micro-strong"))
        painter.setPen(self._look.color("text2"))
        inner = area.adjusted(_SIDE, 8, -_SIDE, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(self._look.font("micro", tabular=True))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), figure)

    def _paint_ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._look.color("select"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, self._look.color("hover"))
        if is_ringed(option):
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _paint_right(self, painter: QPainter, area: QRect, line: RowText) -> int:
        """Draw figure, code and problem from the right; returns where the free space ends."""
        right = area.right() - _SIDE + 4
        if line.right:
            painter.setFont(self._look.font("body", tabular=True))
            width = painter.fontMetrics().horizontalAdvance(line.right)
            painter.setPen(self._look.color("text2"))
            box = QRect(right - width, area.top(), width + 1, area.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), line.right)
            right -= width + _GAP
        if line.badge:
            right = self._paint_badge(painter, area, right, line) - _GAP
        if line.level:
            icon = QRectF(right - 14, area.center().y() - 6, 14, 14)
            paint_problem(painter, self._look.theme, icon, line.level)
            right -= 14 + _GAP
        return right

    def _paint_badge(self, painter: QPainter, area: QRect, right: int, line: RowText) -> int:
        painter.setFont(self._look.font("micro-strong"))
        width = max(18, painter.fontMetrics().horizontalAdvance(line.badge) + 8)
        box = QRect(right - width, area.center().y() - 8, width, 17)
        colours = self._look.theme.initiative(line.hue) if line.hue >= 0 else self._look.theme.no_initiative
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.tint)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(self._look.color("text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), line.badge)
        return box.left()

    def _paint_lines(self, painter: QPainter, area: QRect, line: RowText) -> None:
        upper = QRect(area.left(), area.top() + 4, area.width(), area.height() // 2 - 4)
        lower = QRect(area.left(), upper.bottom() + 1, area.width(), area.height() // 2 - 5)
        left = area.left()
        if line.icon:
            pixmap = self._look.pixmap(line.icon, "text2", 14)
            painter.drawPixmap(left, upper.center().y() - 6, pixmap)
            left += 14 + 5
        painter.setFont(self._look.font("strong"))
        name = painter.fontMetrics().elidedText(line.first, Qt.TextElideMode.ElideRight, area.right() - left)
        painter.setPen(self._look.color("text3" if line.muted else "text"))
        if line.first_undecided:
            baseline = upper.center().y() + painter.fontMetrics().ascent() / 2 - 1
            paint_undecided(painter, self._look.theme, left, baseline, name)
        else:
            painter.drawText(upper.adjusted(left - area.left(), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), name)
        paint_pieces(painter, self._look, lower, line.second)


def paint_pieces(painter: QPainter, look: Look, area: QRect, pieces: tuple[Piece, ...], size: str = "small") -> None:
    """Draw one line of pieces from the left; what does not fit ends in an ellipsis."""
    left = area.left()
    for piece in pieces:
        strong = "strong" if size == "body" else f"{size}-strong"
        font = QFont(look.font(strong if piece.strong else size, tabular=True))
        font.setStrikeOut(piece.struck)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        room = area.right() - left
        if room < 8:
            return
        shown = metrics.elidedText(piece.text, Qt.TextElideMode.ElideRight, room)
        baseline = area.top() + (area.height() + metrics.ascent() - metrics.descent()) / 2
        if piece.undecided:
            left += round(paint_undecided(painter, look.theme, left, baseline, shown))
            continue
        painter.setPen(look.color(piece.tone or "text2"))
        painter.drawText(left, round(baseline), shown)
        left += metrics.horizontalAdvance(shown)
