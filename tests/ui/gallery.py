"""Every shared part in every state on one sheet, in both themes: ``python -m tests.ui.gallery``.

The words on it are samples, not part of the program, and are therefore not translated.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.programme import Status
from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.theme import load_first_fonts, load_other_fonts
from director_app.ui.widgets import blocks, glyphs
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.fields import ChoiceField, LineField, Tick
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.search_field import SearchField
from director_app.ui.widgets.segments import Segments
from director_app.ui.widgets.tags import CodeTag, StateTag
from director_app.ui.widgets.text import Text, horizontal_line, set_ground
from director_app.wording import Wording

_ROLES = tuple(role for role in tokens.LIGHT_COLOURS if not role.startswith("on-"))[:30]
_STATES = (
    (Status.CONFIRMED, "확정"),
    (Status.PENCILLED, "협의 중"),
    (Status.IDEA, "구상"),
    (Status.DELIVERED, "완료"),
    (Status.POSTPONED, "순연"),
    (Status.CANCELLED, "취소"),
)


class _Swatches(QWidget):
    """All colour roles."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(310, 44 * 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for position, role in enumerate(_ROLES):
            left, top = position % 5 * 61, position // 5 * 44
            painter.setPen(self._look.color("line"))
            painter.setBrush(self._look.color(role))
            painter.drawRect(left, top, 54, 20)
            painter.setPen(self._look.color("text2"))
            painter.setFont(self._look.font("micro"))
            painter.drawText(left, top + 35, role)
        painter.end()


class _Items(QWidget):
    """A month line and a day block in every state, and the eight initiatives."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(680, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        for position, (status, word) in enumerate(_STATES):
            left = position * 113
            self._word(painter, left, 12, word)
            edge = theme.initiative(0)
            for top, height in ((18, 20), (42, 56)):
                rect = QRect(left, top, 105, height)
                blocks.paint_block(painter, theme, rect, status, edge)
                glyphs.paint_state(painter, theme, QRectF(left + 8, top + 5, 10, 10), status, edge.edge)
                painter.setPen(self._look.color("text"))
                painter.setFont(self._look.font("small"))
                painter.drawText(left + 24, top + 15, "12:10 커피차")
            glyphs.paint_confirmations(painter, theme, left + 10, 86, ("agreed", "asked", "open"))
        for position in range(8):
            rect = QRect(position * 85, 130, 78, 44)
            look = theme.initiative(position)
            blocks.paint_block(painter, theme, rect, Status.CONFIRMED, look)
            glyphs.paint_state(painter, theme, QRectF(rect.left() + 9, 138, 10, 10), Status.CONFIRMED, look.edge)
        blocks.paint_selection(painter, theme, QRect(0, 18, 105, 20))
        painter.end()

    def _word(self, painter: QPainter, left: int, base: int, word: str) -> None:
        painter.setPen(self._look.color("text2"))
        painter.setFont(self._look.font("micro"))
        painter.drawText(left, base, word)


class _Signs(QWidget):
    """Problem icons, confirmations and hatches."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(680, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._look.theme
        for position, level in enumerate(("block", "warning", "note", "accepted", "past")):
            glyphs.paint_problem(painter, theme, QRectF(position * 26, 8, 14, 14), level)
        states = (("open",) * 3, ("asked", "asked", "open"), ("agreed", "asked", "open"), ("agreed",) * 3)
        for position, answers in enumerate(states):
            glyphs.paint_confirmations(painter, theme, 150 + position * 40, 12, answers)
        glyphs.paint_undecided_time(painter, QRectF(320, 10, 10, 10), self._look.color("accent"))
        painter.setFont(self._look.font("body"))
        blocks.paint_undecided(painter, theme, 345, 20, "미정")
        painter.fillRect(400, 2, 120, 30, self._look.color("sunken"))
        painter.fillRect(400, 2, 120, 30, QBrush(blocks.closed_brush(theme)))
        painter.end()


def sheet(look: Look) -> QWidget:
    """One sheet with everything in the look's theme."""
    page = QWidget()
    set_ground(page, "canvas")
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(10)
    column.addWidget(_letters(look))
    for title, content in (
        ("단추", _buttons(look)),
        ("입력", _fields(look)),
        ("칩", _chips(look)),
        ("일정의 상태", _Items(look)),
        ("점검 · 확인 · 상태 그림", _Signs(look)),
    ):
        column.addWidget(Text(look, title, "micro-strong", "text2"))
        column.addWidget(horizontal_line())
        column.addWidget(content)
    column.addStretch(1)
    page.setFixedWidth(740)
    return page


def _letters(look: Look) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    grid = QGridLayout()
    row.addLayout(grid)
    row.addStretch(1)
    row.addWidget(_Swatches(look))
    for line, (token, size) in enumerate(tokens.TYPE_SCALE.items()):
        grid.addWidget(Text(look, f"{token} {size.size}/{size.line} {size.weight}", "micro", "text2"), line, 0)
        grid.addWidget(Text(look, "12:10 · 31회차 아트다이닝@산단", token, tabular=True), line, 1)
    return box


def _buttons(look: Look) -> QWidget:
    off = Button(look, "배포용", "normal", "lock")
    off.setEnabled(False)
    return row_of(
        Button(look, "PDF 만들기", "primary"),
        Button(look, "인쇄", "normal", "printer"),
        Button(look, "알고 진행", "quiet"),
        off,
        Button(look, "14:10으로 옮기기", "normal", small=True),
        Button(look, "", "glyph", "undo-2"),
        Button(look, "모두 보기", "link"),
        1,
    )


def _fields(look: Look) -> QWidget:
    plain, wrong, quiet, empty = (LineField(look, quiet=quiet) for quiet in (False, False, True, True))
    plain.show_value("기업 C 식당")
    wrong.show_value("13:70")
    wrong.show_wrong("분은 59까지입니다.")
    quiet.show_value("기업 C 식당")
    choice = ChoiceField(look)
    choice.set_choices([("ko", "한국어"), ("en", "English")])
    choice.show_value("ko")
    search = SearchField(look)
    search.setPlaceholderText("찾기")
    search.set_hint("Ctrl K")
    views = Segments(look, "보기")
    views.set_choices([("month", "월"), ("week", "주"), ("day", "하루")])
    ticked = Tick(look, "재단선")
    ticked.setChecked(True)
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row_of(plain, wrong, quiet, empty))
    column.addWidget(row_of(choice, search, Tick(look, "재단선"), ticked, views, 1))
    return box


def _chips(look: Look) -> QWidget:
    every = Chip(look)
    every.set_text("모두", 13)
    every.setChecked(True)
    received = Chip(look)
    received.set_text("접수", 4)
    code = CodeTag(look)
    code.show_code("온", look.theme.initiative(0).tint)
    return row_of(
        received,
        every,
        StateTag(look, "확보", "ok", "check"),
        StateTag(look, "문의 중", "warn", "hourglass"),
        StateTag(look, "예시", "text2"),
        code,
        1,
    )


def picture() -> QPixmap:
    """Both themes beside each other."""
    halves = []
    for ground in ("light", "dark"):
        look = Look(Wording("ko"), "dark" if ground == "dark" else "light")
        look.apply()
        page = sheet(look)
        page.ensurePolished()
        page.adjustSize()
        halves.append(page.grab())
        page.deleteLater()
    both = QPixmap(sum(half.width() for half in halves), max(half.height() for half in halves))
    both.fill(Qt.GlobalColor.black)
    painter = QPainter(both)
    left = 0
    for half in halves:
        painter.drawPixmap(QPoint(left, 0), half)
        left += half.width()
    painter.end()
    return both


def main(arguments: list[str]) -> int:
    """Write the sheet to the file named first, or ``gallery.png``."""
    application = QApplication(arguments)
    application.setStyle("Fusion")
    load_first_fonts()
    load_other_fonts()
    target = Path(arguments[1]) if len(arguments) > 1 else Path("gallery.png")
    return 0 if picture().save(str(target)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
