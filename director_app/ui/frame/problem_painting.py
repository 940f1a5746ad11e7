"""How a row of the list of problems is drawn, and where its parts are: icon, sentence, links, date, way out, accept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from director_app.operations.fix_sentences import fix_reasons
from director_app.planner.fixes import Fix
from director_app.ui import tokens
from director_app.ui.frame.problem_lines import Fold, ProblemLine, Row
from director_app.ui.look import Look
from director_app.ui.widgets.focus_ring import is_ringed
from director_app.ui.widgets.glyphs import paint_problem

Part = Literal["fold", "words", "link", "other link", "fix", "more", "accept"]
"""What of a row is pointed at."""

_Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_MARGIN, _GAP = 12, 8
_CHEVRON, _ICON = 14, 14
_LINKS, _DAY, _FIX, _MORE, _ACCEPT = 176, 84, 148, 20, 72
_WIDE: Final = 1180
_FIX_WIDE: Final = 232
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_DOT: Final = " · "


class Texts:
    """What the rows say beside their sentence; asked while painting, so everything must be at hand.

    ``offers`` gives the ways out of a row that are known by now, each with its words.
    """

    def __init__(self, look: Look, offers: Callable[[Row], tuple[tuple[Fix, str], ...]]) -> None:
        self._look = look
        self._offers = offers
        self.may_change = True

    def fix_text(self, row: Row) -> str:
        """The offered way out; for an accepted one what she noted."""
        offers = self._offers(row) if self.may_change else ()
        return offers[0][1] if offers else ""

    def has_more(self, row: Row) -> bool:
        """Whether there are other ways out."""
        return self.may_change and len(self._offers(row)) > 1

    def reason(self, row: Row) -> str:
        """Why she accepted it, as far as she said."""
        return row.accepted.reason if isinstance(row, ProblemLine) and row.accepted is not None else ""

    def accept_text(self, row: Row) -> str:
        """What the last column does; empty where there is nothing to accept."""
        wording = self._look.wording
        if isinstance(row, Fold):
            if row.lines[0].accepted is not None:
                return wording.text("Open all again") if row.is_alike else ""
            return wording.text("Accept all") if row.is_alike else ""
        return wording.text("Accept") if row.accepted is None else wording.text("Open again")

    def links_text(self, row: Row) -> tuple[str, ...]:
        """The names of the links."""
        return () if isinstance(row, Fold) else tuple(name for _subject, name in row.links)

    def tip(self, row: Row, part: Part) -> str:
        """What the tool tip of a part says."""
        if part == "fix" and (offers := self._offers(row)):
            return "\n".join(words for words in (offers[0][1], fix_reasons(self._look.wording, offers[0][0])) if words)
        if part == "more":
            return self._look.wording.text("Other ways out")
        if part in ("link", "other link") and (names := self.links_text(row)):
            return names[-1 if part == "other link" else 0]
        return row.text if isinstance(row, Fold) else row.sentence

    def spoken(self, row: Row) -> str:
        """Everything a row says, for a screen reader."""
        wording = self._look.wording
        if isinstance(row, Fold):
            state = wording.text("unfolded") if row.is_open else wording.text("folded")
            return f"{row.text} {state}"
        words = [row.sentence, _DOT.join(self.links_text(row))]
        if fix := self.fix_text(row):
            words.append(wording.text("Way out with F: {fix}", fix=fix))
        if reason := self.reason(row):
            words.append(reason)
        return " ".join(word for word in words if word)


class Columns:
    """Where the parts of one row are."""

    def __init__(self, rect: QRect, row: Row, texts: Texts, metrics: QFontMetrics) -> None:
        is_wide = rect.width() >= _WIDE
        left = rect.left() + _MARGIN
        self.fold = QRect(left, rect.top(), _CHEVRON, rect.height())
        self.icon = QRect(left + _CHEVRON + _GAP, rect.top(), _ICON, rect.height())
        right = rect.right() - _MARGIN
        self.accept = self._to_the_left(rect, right, _ACCEPT)
        fix = _FIX_WIDE if is_wide else _FIX
        self.fix_room = self._to_the_left(rect, self.accept.left() - _GAP, fix)
        words = metrics.horizontalAdvance(texts.fix_text(row)) + 2
        more = _MORE if texts.has_more(row) else 0
        self.fix = QRect(self.fix_room)
        self.fix.setWidth(min(words, fix - more) if words > 2 else 0)
        self.more = QRect(self.fix.right() + 1, rect.top(), more, rect.height())
        self.day = self._to_the_left(rect, self.fix_room.left() - _GAP, _DAY)
        self.links_room = self._to_the_left(rect, self.day.left() - _GAP, _LINKS)
        self.links = self._place_links(texts.links_text(row), metrics)
        self.words = QRect(self.icon.right() + 1 + _GAP, rect.top(), 0, rect.height())
        self.words.setRight((self.links_room if not isinstance(row, Fold) else self.fix_room).left() - _GAP)

    @staticmethod
    def _to_the_left(rect: QRect, right: int, width: int) -> QRect:
        return QRect(right - width, rect.top(), width, rect.height())

    def _place_links(self, names: tuple[str, ...], metrics: QFontMetrics) -> list[QRect]:
        """Side by side; when both are long, each gets half."""
        if not names:
            return []
        dot = metrics.horizontalAdvance(_DOT)
        widths = [metrics.horizontalAdvance(name) for name in names]
        room = self.links_room.width() - dot * (len(names) - 1)
        if sum(widths) > room and len(names) == 2:
            half = room // 2
            first = min(widths[0], max(half, room - widths[1]))
            widths = [first, min(widths[1], room - first)]
        placed, left = [], self.links_room.left()
        for width in widths:
            placed.append(QRect(left, self.links_room.top(), min(width, room), self.links_room.height()))
            left += width + dot
        return placed

    def part_at(self, where: QPoint) -> Part:
        """What is at a point of the row."""
        named: tuple[Part, ...] = ("accept", "fix", "more", "fold", "link", "other link")
        return next((part for part in named if self.rect(part).contains(where)), "words")

    def rect(self, part: Part) -> QRect:
        """Where a part is."""
        if part in ("link", "other link"):
            index = 1 if part == "other link" else 0
            return self.links[index] if index < len(self.links) else QRect()
        found: QRect = getattr(self, part)
        return found


class RowPainter(QStyledItemDelegate):
    """Draws findings and folds."""

    def __init__(self, look: Look, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._texts = texts
        self.hovered: tuple[int, Part] | None = None

    def metrics(self) -> QFontMetrics:
        """Measures of the small words."""
        return QFontMetrics(self._look.font("small", tabular=True))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """One list row."""
        return QSize(200, max(tokens.ROW_LIST, self._look.theme.line("body") + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row: Row = index.data(ROW_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.color("select"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._look.color("hover"))
        small = self.metrics()
        columns = Columns(rect, row, self._texts, small)
        hot = self.hovered[1] if self.hovered is not None and self.hovered[0] == index.row() else None
        if isinstance(row, Fold):
            pixmap = self._look.pixmap("chevron-down" if row.is_open else "chevron-right", "text2", _CHEVRON)
            painter.drawPixmap(columns.fold.left(), rect.center().y() - _CHEVRON // 2, pixmap)
        self._paint_icon(painter, columns.icon, row)
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.color("text"))
        words = row.text if isinstance(row, Fold) else row.sentence
        self._text(painter, columns.words, words)
        painter.setFont(self._look.font("small", tabular=True))
        if isinstance(row, ProblemLine):
            self._paint_links(painter, columns, row, hot)
            painter.setPen(self._look.color("text2"))
            self._text(painter, columns.day, self._look.wording.date_short(row.day) if row.day else "")
        self._paint_ends(painter, columns, row, hot)
        if is_ringed(option):
            painter.setPen(self._look.color("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_icon(self, painter: QPainter, where: QRect, row: Row) -> None:
        icon = row.level if isinstance(row, Fold) else row.icon
        box = QRectF(where.left(), where.center().y() - _ICON / 2 + 0.5, _ICON, _ICON)
        paint_problem(painter, self._look.theme, box, icon)

    def _paint_links(self, painter: QPainter, columns: Columns, row: ProblemLine, hot: Part | None) -> None:
        for number, (name, place) in enumerate(zip(self._texts.links_text(row), columns.links, strict=False)):
            self._link(painter, place, name, is_hot=hot == ("other link" if number else "link"))
            if number == 0 and len(columns.links) > 1:
                painter.setPen(self._look.color("text3"))
                painter.drawText(QRect(place.right() + 1, place.top(), 20, place.height()), _MIDDLE, _DOT)

    def _paint_ends(self, painter: QPainter, columns: Columns, row: Row, hot: Part | None) -> None:
        fix = self._texts.fix_text(row)
        if fix:
            self._link(painter, columns.fix, fix, is_hot=hot == "fix")
            if self._texts.has_more(row):
                tone = "accent" if hot == "more" else "text2"
                pixmap = self._look.pixmap("chevron-down", tone, 12)
                painter.drawPixmap(columns.more.left() + 4, columns.more.center().y() - 6, pixmap)
        elif reason := self._texts.reason(row):
            painter.setPen(self._look.color("text2"))
            self._text(painter, columns.fix_room, reason)
        if self._texts.may_change:
            self._link(painter, columns.accept, self._texts.accept_text(row), is_hot=hot == "accept", tone="text2")

    def _link(self, painter: QPainter, place: QRect, words: str, *, is_hot: bool, tone: str = "accent") -> None:
        font = self._look.font("small", tabular=True)
        font.setUnderline(is_hot)
        painter.setFont(font)
        painter.setPen(self._look.color("accent" if is_hot else tone))
        self._text(painter, place, words)
        font.setUnderline(False)
        painter.setFont(font)

    @staticmethod
    def _text(painter: QPainter, place: QRect, words: str) -> None:
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.drawText(place, _MIDDLE | int(Qt.TextFlag.TextSingleLine), shown)
