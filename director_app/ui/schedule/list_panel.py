"""The panel under a cell being typed: why the text was not taken, the names that fit, and adding a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from director_app.ui.look import Look
from director_app.ui.schedule.list_choices import Offer
from director_app.ui.widgets.glyphs import PROBLEM_ICON, paint_problem
from director_app.ui.widgets.text import Text

_Index = QModelIndex | QPersistentModelIndex
_OFFER: Final = int(Qt.ItemDataRole.UserRole)
_LEAST, _MOST = 232, 460
_ROW: Final = 28


class OfferPanel(QFrame):
    """Floats at a cell; the keys stay in the cell.

    Signals: ``picked(Offer)`` when a line is clicked.
    """

    picked = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._over = parent
        self.setProperty("kind", "floating")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(5, 5, 5, 5)
        column.setSpacing(4)
        self._why = Text(look, "", "small", "block", wraps=True)
        self._why.setContentsMargins(6, 2, 6, 2)
        self._lines = QListWidget(self)
        self._lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines.setFrameShape(QFrame.Shape.NoFrame)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines.setItemDelegate(_OfferPainter(look, self))
        self._lines.setUniformItemSizes(True)
        self._lines.setAccessibleName(look.wording.text("Suggestions"))
        self._lines.itemClicked.connect(self._pick)
        column.addWidget(self._why)
        column.addWidget(self._lines)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], best: int, why: str, cell: QRect) -> None:
        """Show lines, the one Enter takes and a sentence, at a cell given in the parent's coordinates."""
        self._lines.clear()
        for offer in offers:
            item = QListWidgetItem(offer.says)
            item.setData(_OFFER, offer)
            item.setToolTip(f"{offer.says} {offer.remark}".strip())
            self._lines.addItem(item)
        self._lines.setCurrentRow(best)
        self._lines.setVisible(bool(offers))
        self._lines.setFixedHeight(_ROW * len(offers))
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if not offers and not why:
            self.hide()
            return
        self._put(cell, self._wanted_width(offers, why))

    def chosen(self) -> Offer | None:
        """The line that Enter takes."""
        item = self._lines.currentItem() if self.isVisible() else None
        return item.data(_OFFER) if item is not None else None

    def step(self, way: int) -> None:
        """Go to the line below or above."""
        count = self._lines.count()
        if count:
            row = self._lines.currentRow()
            self._lines.setCurrentRow((row + way) % count if row >= 0 else (0 if way > 0 else count - 1))

    def has_offers(self) -> bool:
        """Whether lines are shown."""
        return self.isVisible() and self._lines.count() > 0

    def _wanted_width(self, offers: Sequence[Offer], why: str) -> int:
        metrics = QFontMetrics(self._look.font("body"))
        small = QFontMetrics(self._look.font("small"))
        widths = [
            metrics.horizontalAdvance(offer.says) + small.horizontalAdvance(offer.remark) + 64 for offer in offers
        ]
        widths.append(min(small.horizontalAdvance(why) + 40, 360) if why else 0)
        return max(_LEAST, min(_MOST, max(widths)))

    def _put(self, cell: QRect, width: int) -> None:
        """Under the cell, or above it where there is no room below."""
        room = self._over.rect()
        self.setFixedWidth(min(width, room.width()))
        self._column.activate()
        height = self._column.totalHeightForWidth(self.width()) if self._column.hasHeightForWidth() else 0
        self.resize(self.width(), max(height, self._column.totalMinimumSize().height()))
        left = max(0, min(cell.left(), room.width() - self.width()))
        below = cell.bottom() + 4
        top = below if below + self.height() <= room.height() else max(0, cell.top() - 4 - self.height())
        self.move(left, top)
        self.show()
        self.raise_()

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(_OFFER))


class _OfferPainter(QStyledItemDelegate):
    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All lines are equally high."""
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The name at the left, the remark with its sign at the right."""
        look, offer = self._look, index.data(_OFFER)
        rect: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        if flags & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(flags & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("select" if chosen else "hover"))
            painter.drawRoundedRect(rect, 4, 4)
        inner = rect.adjusted(8, 0, -8, 0)
        name = QFontMetrics(look.font("body"))
        taken = min(name.horizontalAdvance(offer.says), inner.width())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("body"))
        painter.setPen(look.color("text" if offer.new == "refuse" else "accent"))
        painter.drawText(inner, left, name.elidedText(offer.says, Qt.TextElideMode.ElideRight, inner.width()))
        if not offer.remark:
            return
        grave = offer.level in ("block", "warning")
        small = QFontMetrics(look.font("small"))
        room = inner.width() - taken - 12 - (PROBLEM_ICON + 6 if grave else 0)
        remark = small.elidedText(offer.remark, Qt.TextElideMode.ElideRight, max(0, room))
        painter.setFont(look.font("small"))
        painter.setPen(look.color("text2" if grave else "ok"))
        right = inner.adjusted(0, 0, -(PROBLEM_ICON + 6) if grave else 0, 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, remark)
        if grave:
            top = rect.top() + (rect.height() - PROBLEM_ICON) / 2
            sign = QRectF(inner.right() - PROBLEM_ICON, top, PROBLEM_ICON, PROBLEM_ICON)
            paint_problem(painter, look.theme, sign, offer.level)
