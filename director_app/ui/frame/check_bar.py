"""The check bar at the foot: counts, the sentence that matters now, the saved mark; it opens into the list."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from director_app.domain.facts import Subject
from director_app.ui import tokens
from director_app.ui.frame.problem_lines import ProblemLine, about, counts
from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.glyphs import ProblemIcon, paint_problem
from director_app.ui.widgets.text import OneLine, Text, horizontal_line, set_ground, vertical_line
from director_app.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole)


class _Lines(QAbstractListModel):
    """The findings as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[ProblemLine, ...] = ()

    def replace(self, lines: tuple[ProblemLine, ...]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row per finding."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The sentence, and the line itself for the painter."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.sentence
        return line if role == LINE_ROLE else None


class _LinePainter(QStyledItemDelegate):
    """Draws a finding: icon, sentence, reference, date."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """One list row."""
        return QSize(200, tokens.ROW_LIST)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._look.color("select"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._look.color("hover"))
        icon = QRectF(rect.left() + 34, rect.top() + 7, 14, 14)
        paint_problem(painter, self._look.theme, icon, line.level)
        right = rect.right() - 16
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self._look.font("small", tabular=True))
        painter.setPen(self._look.color("text2"))
        day = QRect(right - 92, rect.top(), 92, rect.height())
        painter.drawText(day, middle, self._look.wording.date_short(line.day) if line.day else "")
        reference = QRect(day.left() - 128, rect.top(), 120, rect.height())
        painter.drawText(reference, middle, line.reference)
        words = QRect(rect.left() + 56, rect.top(), reference.left() - rect.left() - 72, rect.height())
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.color("text"))
        shown = painter.fontMetrics().elidedText(line.sentence, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle, shown)


class ProblemList(QListView):
    """The open list.

    Signals: ``wanted(ProblemLine)`` when the user wants to go where a finding is.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self.setItemDelegate(_LinePainter(look, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(tokens.PROBLEM_LIST_HEIGHT)
        self.clicked.connect(self._tell)

    def show_lines(self, lines: tuple[ProblemLine, ...]) -> None:
        """Show these findings, keeping the present one."""
        kept = self.current_line()
        self._lines.replace(lines)
        if kept is not None:
            self.show_current(kept)

    def lines(self) -> tuple[ProblemLine, ...]:
        """What is listed."""
        return self._lines.lines

    def current_line(self) -> ProblemLine | None:
        """The row the user is at."""
        index = self.currentIndex()
        return self._lines.lines[index.row()] if index.isValid() else None

    def show_current(self, line: ProblemLine) -> None:
        """Mark a finding."""
        for row, known in enumerate(self._lines.lines):
            if known.problem == line.problem:
                self.setCurrentIndex(self._lines.index(row))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._tell(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        self.wanted.emit(self._lines.lines[index.row()])


class CheckBar(QWidget):
    """Counts, sentence, saved mark; above it, when open, the list.

    Signals: ``wanted(ProblemLine)``; ``accept_wanted(ProblemLine)``; ``opened(bool)``; ``all_wanted(bool)`` when every
    finding of the season shall be listed, or only what is near.
    """

    wanted = Signal(object)
    accept_wanted = Signal(object)
    opened = Signal(bool)
    all_wanted = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._selection: frozenset[Subject] = frozenset()
        self._saved_at: datetime.datetime | None = None
        self._read_only = False
        self._said: ProblemLine | None = None
        self._checked = False
        self._total = 0
        self._shows_all = False
        set_ground(self, "canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(horizontal_line(self))
        self._bar = QWidget(self)
        self._bar.setFixedHeight(tokens.CHECK_BAR_HEIGHT - 1)
        column.addWidget(self._bar)
        self.list = ProblemList(look, self)
        self.list.hide()
        self.list.wanted.connect(self.wanted)
        column.addWidget(self.list)
        self._fill_bar()
        self.retranslate()
        look.language_changed.connect(self.retranslate)
        look.theme_changed.connect(self._show_chevron)

    def _fill_bar(self) -> None:
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(6)
        self._numbers: dict[str, tuple[ProblemIcon, Text]] = {}
        for level in ("block", "warning", "note"):
            icon, number = ProblemIcon(self._look, level), Text(self._look, "0", "small-strong", tabular=True)
            self._numbers[level] = (icon, number)
            row.addWidget(icon)
            row.addWidget(number)
            row.addSpacing(6)
        row.addWidget(vertical_line(16))
        row.addSpacing(6)
        self._icon = ProblemIcon(self._look, "note")
        self._sentence = OneLine(self._look, "", "small")
        self._sentence.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._go = Button(self._look, "", "link")
        self._accept = Button(self._look, "", "link", tone="text2")
        self._hint = Text(self._look, "", "micro", "text3")
        for widget in (self._icon, self._sentence, self._go, self._accept, self._hint):
            row.addWidget(widget)
            row.addSpacing(2)
        self._scope = Text(self._look, "", "small", "text2")
        self._all = Button(self._look, "", "link")
        self._all.clicked.connect(self._switch_scope)
        row.addWidget(self._scope)
        row.addSpacing(4)
        row.addWidget(self._all)
        row.addStretch(1)
        self._saved = Text(self._look, "", "small", "text3", tabular=True)
        row.addWidget(self._saved)
        self._toggle = Button(self._look, "", "glyph", "chevron-up", small=True)
        row.addWidget(self._toggle)
        self._go.clicked.connect(self._want_said)
        self._accept.clicked.connect(self._accept_said)
        self._toggle.clicked.connect(self.toggle)

    # -- what is shown -------------------------------------------------------------------------------------

    def show_lines(self, lines: tuple[ProblemLine, ...], total: int, *, shows_all: bool = False) -> None:
        """Show the planner's findings, in order; ``total`` counts those beyond the next weeks, too."""
        self._checked = True
        self._total, self._shows_all = total, shows_all
        self.list.show_lines(lines)
        self._say()

    def show_selection(self, selection: frozenset[Subject]) -> None:
        """Speak of what is selected."""
        self._selection = selection
        self._say()

    def show_saved(self, moment: datetime.datetime | None, *, read_only: bool = False) -> None:
        """Show when something was last written."""
        self._saved_at, self._read_only = moment, read_only
        self._say_saved()

    def said(self) -> str:
        """The sentence shown now."""
        return self._sentence.text() or self._sentence.accessibleName()

    def is_open(self) -> bool:
        """Whether the list is open."""
        return not self.list.isHidden()

    def toggle(self) -> None:
        """Open or close the list."""
        self.open(wanted=not self.is_open())

    def open(self, *, wanted: bool) -> None:
        """Open or close the list."""
        self.list.setVisible(wanted)
        if wanted and self._said is not None:
            self.list.show_current(self._said)
        self._show_chevron()
        self._say()
        self.opened.emit(wanted)

    def step(self, forward: bool) -> ProblemLine | None:
        """The next or previous finding; goes round."""
        lines = self.list.lines()
        if not lines:
            return None
        present = self.list.currentIndex()
        at = present.row() if present.isValid() else (-1 if forward else 0)
        line = lines[(at + (1 if forward else -1)) % len(lines)]
        self.list.show_current(line)
        return line

    def retranslate(self) -> None:
        """Say everything again."""
        wording = self._look.wording
        self._go.setText(wording.text("Show"))
        self._accept.setText(wording.text("Accept and go on"))
        self._hint.setText(wording.text("F8 next"))
        self._say()
        self._say_saved()
        self._show_chevron()

    # -- inside --------------------------------------------------------------------------------------------

    def _say(self) -> None:
        lines = self.list.lines()
        for level, number in counts(lines).items():
            icon, words = self._numbers[level]
            words.setText(str(number))
            words.setAccessibleName(_count_words(self._look.wording, level, number))
            icon.setToolTip(words.accessibleName())
            words.setToolTip(words.accessibleName())
        self._said = about(lines, self._selection) or (lines[0] if lines else None)
        for widget in (self._go, self._accept, self._hint):
            widget.setVisible(self._said is not None)
        self._icon.setVisible(self._said is not None)
        if self._said is None:
            clean = self._look.wording.text("Nothing to resolve now.") if self._checked else ""
            self._sentence.setText(clean)
            self._sentence.set_tone("text2")
        else:
            self._icon.show_level(self._said.level)
            self._sentence.setText(self._said.sentence)
            self._sentence.set_tone("text")
        self._sentence.show()
        self._say_scope()

    def _say_scope(self) -> None:
        """An open list says which findings it holds; a closed bar has no room for it."""
        wording, is_open = self._look.wording, self.is_open()
        every, near = (
            wording.text("all findings of the season"),
            wording.text("pencilled and above, within three weeks"),
        )
        self._scope.setText(every if self._shows_all else near)
        fewer, more = wording.text("Show what is near"), wording.text("Show all {n}", n=wording.number(self._total))
        self._all.setText(fewer if self._shows_all else more)
        self._scope.setVisible(is_open)
        self._all.setVisible(is_open and (self._shows_all or self._total > len(self.list.lines())))
        if is_open:
            for widget in (self._icon, self._sentence, self._go, self._accept, self._hint):
                widget.hide()

    def _switch_scope(self) -> None:
        self.all_wanted.emit(not self._shows_all)

    def _say_saved(self) -> None:
        wording = self._look.wording
        if self._read_only:
            self._saved.setText(wording.text("Read only"))
        elif self._saved_at is None:
            self._saved.setText(wording.text("Everything is saved"))
        else:
            clock = wording.clock(self._saved_at.hour * 60 + self._saved_at.minute)
            self._saved.setText(wording.text("Saved {time}", time=clock))

    def _show_chevron(self) -> None:
        self._toggle.set_icon("chevron-down" if self.is_open() else "chevron-up")
        wording = self._look.wording
        shut, open_ = wording.text("Show the list of problems"), wording.text("Hide the list of problems")
        self._toggle.name_only(open_ if self.is_open() else shut)

    def _want_said(self) -> None:
        if self._said is not None:
            self.wanted.emit(self._said)

    def _accept_said(self) -> None:
        if self._said is not None:
            self.accept_wanted.emit(self._said)


def _count_words(wording: Wording, level: str, number: int) -> str:
    if level == "block":
        return wording.plural("{n} to resolve", "{n} to resolve", number)
    if level == "warning":
        return wording.plural("{n} warning", "{n} warnings", number)
    return wording.plural("{n} note", "{n} notes", number)
