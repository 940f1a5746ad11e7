"""The check bar at the foot: counts, the sentence that matters now, the saved mark; it opens into the list."""

from __future__ import annotations

import datetime
from collections.abc import Hashable

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.ui import tokens
from director_app.ui.frame.problem_fixes import FixFinder, apply_fix
from director_app.ui.frame.problem_head import ProblemHead
from director_app.ui.frame.problem_lines import NO_FINDINGS, Findings, Fold, ProblemLine, Row, about, counts, rows_of
from director_app.ui.frame.problem_list import ProblemList
from director_app.ui.frame.problem_painting import Texts
from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.glyphs import ProblemIcon
from director_app.ui.widgets.text import OneLine, Text, horizontal_line, set_ground, vertical_line
from director_app.wording import Wording

_LEAST, _MOST_OF_WINDOW = 84, 0.6
_LEAST_SENTENCE, _LEAST_FIX = 260, 80
_ANY_WIDTH = 16_777_215
_AROUND_FIX = 260
"""Counts, icons, gaps and margins of the bar."""


class _Grip(QWidget):
    """The upper edge of the open list: drawn higher or lower with the mouse, or by Up and Down.

    Signals: ``dragged(int)`` with the pixels it went up; ``let_go()``.
    """

    dragged = Signal(int)
    let_go = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(5)
        self.setCursor(Qt.CursorShape.SplitVCursor)
        self._from: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it."""
        self._from = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw it."""
        if self._from is not None:
            here = event.globalPosition().toPoint()
            self.dragged.emit(self._from.y() - here.y())
            self._from = here

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Leave it there."""
        self._from = None
        self.let_go.emit()


class CheckBar(QWidget):
    """Counts, sentence, saved mark; below it, when open, the list.

    Signals: ``wanted(ProblemLine)``; ``link_wanted(Subject)``; ``accept_wanted(tuple[ProblemLine, ...])``;
    ``reopen_wanted(...)``; ``reason_given(tuple[ProblemLine, ...], str)``; ``menu_wanted(Row, QPoint)``;
    ``opened(bool)``; ``height_chosen(int)`` when the list was made higher or lower.
    """

    wanted = Signal(object)
    link_wanted = Signal(object)
    accept_wanted = Signal(object)
    reopen_wanted = Signal(object)
    reason_given = Signal(object, str)
    menu_wanted = Signal(object, object)
    opened = Signal(bool)
    height_chosen = Signal(int)

    def __init__(self, look: Look, finder: FixFinder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._finder = finder
        self._plan: Plan | None = None
        self._findings: Findings = NO_FINDINGS
        self._turned: frozenset[Hashable] = frozenset()
        self._selection: frozenset[Subject] = frozenset()
        self._saved_at: datetime.datetime | None = None
        self._read_only = False
        self._is_typing = False
        self._said: ProblemLine | None = None
        self._checked = False
        self._since_done = QElapsedTimer()
        self._texts = Texts(look, finder.offers)
        set_ground(self, "canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._grip = _Grip(self)
        self._grip.hide()
        column.addWidget(self._grip)
        column.addWidget(horizontal_line(self))
        self._bar = QWidget(self)
        self._bar.setMinimumHeight(tokens.CHECK_BAR_HEIGHT - 1)
        column.addWidget(self._bar)
        self.head = ProblemHead(look, self)
        self.list = ProblemList(look, self._texts, self)
        self.list.hide()
        self.list.setFixedHeight(tokens.PROBLEM_LIST_HEIGHT)
        self._fill_bar()
        column.addWidget(self.list)
        self._connect()
        self.retranslate()

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
        self._fix = Button(self._look, "", "link")
        self._accept = Button(self._look, "", "link", tone="text2")
        self._hint = Text(self._look, "", "micro", "text3")
        self._rest = Button(self._look, "", "link", tone="text2")
        for widget in (self._icon, self._sentence, self._go, self._fix, self._accept, self._hint, self._rest):
            row.addWidget(widget)
            row.addSpacing(2)
        row.addWidget(self.head, 1)
        row.addStretch(0)
        self._saved = Text(self._look, "", "small", "text3", tabular=True)
        row.addWidget(self._saved)
        self._toggle = Button(self._look, "", "glyph", "chevron-up", small=True)
        row.addWidget(self._toggle)

    def _connect(self) -> None:
        self._go.clicked.connect(self._want_said)
        self._fix.clicked.connect(self._fix_said)
        self._accept.clicked.connect(self._accept_said)
        self._rest.clicked.connect(self.show_rest)
        self._toggle.clicked.connect(self.toggle)
        self._grip.dragged.connect(self._drag)
        self._grip.let_go.connect(self._keep_height)
        self.head.changed.connect(self._list_again)
        self.head.reason_given.connect(self.reason_given)
        self.list.wanted.connect(self.wanted)
        self.list.link_wanted.connect(self.link_wanted)
        self.list.accept_wanted.connect(self.accept_wanted)
        self.list.reopen_wanted.connect(self.reopen_wanted)
        self.list.menu_wanted.connect(self.menu_wanted)
        self.list.fix_wanted.connect(self._fix_row)
        self.list.turned.connect(self._turn)
        self.list.seen.connect(self._want_fixes)
        self.list.present_changed.connect(self._offer_reason)
        self._finder.found.connect(self._show_fixes)
        self._look.language_changed.connect(self.retranslate)
        self._look.theme_changed.connect(self._show_chevron)

    # -- what is shown -------------------------------------------------------------------------------------

    def show_findings(self, plan: Plan, findings: Findings) -> None:
        """Show the planner's findings, sorted out."""
        self._checked = True
        self._plan, self._findings = plan, findings
        self._list_again()

    def show_selection(self, selection: frozenset[Subject]) -> None:
        """Speak of what is selected."""
        self._selection = selection
        self._say()

    def show_saved(self, moment: datetime.datetime | None, *, read_only: bool = False) -> None:
        """Show when something was last written."""
        self._saved_at, self._read_only = moment, read_only
        self._texts.may_change = not read_only
        self._say_saved()

    def show_typing(self, *, is_open: bool) -> None:
        """Say that something typed is not in the file yet, or that it is."""
        self._is_typing = is_open
        self._say_saved()

    def show_accepted(self, lines: tuple[ProblemLine, ...]) -> None:
        """Offer to write down why these were accepted just now."""
        self._since_done.restart()
        self.head.ask_reason(lines, just_done=True)

    def said(self) -> str:
        """The sentence shown now."""
        return self._sentence.text() or self._sentence.accessibleName()

    def lines(self) -> tuple[ProblemLine, ...]:
        """The findings of the chosen kind, day and so on, folded ones too."""
        return self.head.kept(self._findings)

    def is_open(self) -> bool:
        """Whether the list is open."""
        return not self.list.isHidden()

    def toggle(self) -> None:
        """Open or close the list."""
        self.open(wanted=not self.is_open())

    def open(self, *, wanted: bool) -> None:
        """Open or close the list."""
        self.list.setVisible(wanted)
        self._grip.setVisible(wanted)
        if wanted and self._said is not None:
            self.list.show_present(self._said)
        if not wanted:
            self.head.show_scope("near")
            self._list_again()
        self._show_chevron()
        self._say()
        self._want_fixes()
        self.opened.emit(wanted)

    def show_open(self) -> None:
        """Open the list with everything the season still has to resolve, near or far."""
        self.head.show_scope("open")
        self._list_again()
        self.open(wanted=True)

    def show_rest(self) -> None:
        """Open the list with everything that is still open, near or far."""
        self.head.show_scope("open" if len(self._findings.open) > len(self._findings.near) else "past")
        self._list_again()
        self.open(wanted=True)

    def set_list_height(self, height: int) -> None:
        """Make the list so high, as far as the window has room."""
        window = self.window().height() or 2 * height
        self.list.setFixedHeight(max(_LEAST, min(height, int(window * _MOST_OF_WINDOW))))

    def step(self, forward: bool) -> ProblemLine | None:
        """The next or previous finding, folds opened on the way; goes round."""
        lines = self._in_row_order()
        if not lines:
            return None
        present = self.list.present()
        first = present.lines[0] if isinstance(present, Fold) else present
        at = lines.index(first) if first in lines else (-1 if forward else 0)
        if isinstance(present, Fold) and forward:
            at -= 1
        line = lines[(at + (1 if forward else -1)) % len(lines)]
        closed = [row for row in self.list.rows() if isinstance(row, Fold) and not row.is_open and line in row.lines]
        if closed:
            self._turn(closed[0])
        self.list.show_present(line)
        return line

    def retranslate(self) -> None:
        """Say everything again."""
        wording = self._look.wording
        self._finder.forget()
        self.head.retranslate()
        self._go.setText(wording.text("Show"))
        self._accept.setText(wording.text("Accept and go on"))
        self._hint.setText(wording.text("F8 next"))
        self.list.setAccessibleName(wording.text("List of problems"))
        self._list_again()
        self._say_saved()
        self._show_chevron()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with Up and Down makes the open list higher and lower."""
        step = {Qt.Key.Key_Up: 28, Qt.Key.Key_Down: -28}.get(Qt.Key(event.key()), 0)
        if step and self.is_open() and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self._drag(step)
            self._keep_height()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as bar and list are."""
        return super().sizeHint()

    def showEvent(self, event: QEvent) -> None:
        """Look for ways out of what is in sight."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self._want_fixes()

    # -- inside --------------------------------------------------------------------------------------------

    def _in_row_order(self) -> list[ProblemLine]:
        """Every finding in the order of the rows, those inside closed folds where they would stand."""
        lines: dict[ProblemLine, None] = {}
        for row in self.list.rows():
            lines.update(dict.fromkeys(row.lines if isinstance(row, Fold) else (row,)))
        return list(lines)

    def _list_again(self) -> None:
        if self._plan is not None:
            self.head.show_findings(self._plan, self._findings)
            kept = self.head.kept(self._findings)
            self.list.show_rows(rows_of(self._look.wording, self._plan, kept, self.head.grouping, self._turned))
        self._say()

    def _turn(self, fold: Fold) -> None:
        self._turned = self._turned ^ {fold.key}
        self._list_again()

    def _say(self) -> None:
        near = self._findings.near
        for level, number in counts(near).items():
            icon, words = self._numbers[level]
            words.setText(str(number))
            words.setAccessibleName(_count_words(self._look.wording, level, number))
            icon.setToolTip(words.accessibleName())
            words.setToolTip(words.accessibleName())
        self._said = about(near, self._selection) or (near[0] if near else None)
        if self._said is None:
            wording = self._look.wording
            self._sentence.setText(
                wording.text("Nothing to resolve now.") if self._checked else wording.text("Looking for problems …")
            )
            self._sentence.set_tone("text2")
        else:
            self._icon.show_level(self._said.level)
            self._sentence.setText(self._said.sentence)
            self._sentence.set_tone("text")
            self._finder.want([*self._wanted_rows(), self._said])
        rest = self._findings.rest
        self._rest.setText(self._look.wording.plural("and {n} more", "and {n} more", rest))
        self._show_parts()
        self._show_fixes()

    def _show_parts(self) -> None:
        """A closed bar speaks of one finding; an open list has the whole row for its own choices."""
        is_open, speaks = self.is_open(), self._said is not None
        self.head.setVisible(is_open)
        self._sentence.setVisible(not is_open)
        for widget in (self._icon, self._go, self._hint):
            widget.setVisible(speaks and not is_open)
        self._accept.setVisible(speaks and not is_open and self._texts.may_change)
        self._rest.setVisible(not is_open and self._findings.rest > 0)

    def _show_fixes(self) -> None:
        offer = self._finder.offers(self._said) if self._said is not None and not self.is_open() else ()
        self._fix.setVisible(bool(offer))
        if offer:
            self._fix.name_only(offer[0][1])
            self._fit_fix()
        self.list.viewport().update()

    def _fit_fix(self) -> None:
        """The way out says as much as has room beside a readable part of the sentence; its tool tip says all."""
        beside = [self._go, self._accept, self._hint, self._rest, self._saved]
        taken = sum(widget.sizeHint().width() for widget in beside if not widget.isHidden()) + _AROUND_FIX
        left = self.width() - taken - min(_LEAST_SENTENCE, self._sentence.sizeHint().width())
        # The key goes first where there is no room, then what the list offers for each finding too.
        hint = self._hint.sizeHint().width() * (not self._hint.isHidden())
        is_narrow = left < _LEAST_FIX
        self._hint.setMaximumWidth(0 if is_narrow else _ANY_WIDTH)
        left += hint * is_narrow
        self._fix.fold(left < _LEAST_FIX)
        room = max(_LEAST_FIX, left)
        words = self._fix.toolTip()
        self._fix.setText(self._fix.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the other width."""
        super().resizeEvent(event)
        self._fit_fix()

    def _wanted_rows(self) -> tuple[Row, ...]:
        return self.list.rows_in_sight() if self.is_open() else ()

    def _want_fixes(self) -> None:
        if self.isVisible():
            said = (self._said,) if self._said is not None and not self.is_open() else ()
            self._finder.want([*said, *self._wanted_rows()])

    def _offer_reason(self) -> None:
        row = self.list.present()
        lines = row.lines if isinstance(row, Fold) else (row,) if row is not None else ()
        self.head.ask_reason(tuple(line for line in lines if line.accepted is not None))

    def _say_saved(self) -> None:
        wording = self._look.wording
        if self._read_only:
            self._saved.setText(wording.text("Read only"))
        elif self._is_typing:
            self._saved.setText(wording.text("Not saved yet"))
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

    def _drag(self, pixels: int) -> None:
        self.set_list_height(self.list.height() + pixels)

    def _keep_height(self) -> None:
        self.height_chosen.emit(self.list.height())
        self._want_fixes()

    def _want_said(self) -> None:
        if self._said is not None:
            self.wanted.emit(self._said)

    def _fix_said(self) -> None:
        if self._said is not None and not self._is_second_click():
            self._fix_row(self._said)

    def _fix_row(self, row: Row) -> None:
        offers = self._finder.offers(row)
        if offers:
            self._since_done.restart()
            apply_fix(self._finder.desk, offers[0][0])

    def _accept_said(self) -> None:
        if self._said is not None and not self._is_second_click():
            self.accept_wanted.emit((self._said,))

    def _is_second_click(self) -> bool:
        """Whether this is the second click of a double click: the sentence is about something else by then."""
        since = self._since_done
        return since.isValid() and since.elapsed() < QApplication.doubleClickInterval()


def _count_words(wording: Wording, level: str, number: int) -> str:
    if level == "block":
        return wording.plural("{n} to resolve", "{n} to resolve", number)
    if level == "warning":
        return wording.plural("{n} warning", "{n} warnings", number)
    return wording.plural("{n} note", "{n} notes", number)
