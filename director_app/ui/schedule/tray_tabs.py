"""The heads of the tray: three tabs with counts, and the narrow tab it folds to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, get_args

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.widgets.focus_ring import shows_focus

TrayTab = Literal["applications", "undecided", "postponed"]
TRAY_TABS: Final[tuple[TrayTab, ...]] = get_args(TrayTab)
HEIGHT = 32


class TrayTabs(QWidget):
    """Three words with counts, one of them underlined.

    Signals: ``chosen(TrayTab)``.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tabs: tuple[tuple[TrayTab, str, int], ...] = ()
        self._current: TrayTab = "applications"
        self.setFixedHeight(HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.theme_changed.connect(self.update)

    def show_counts(self, tabs: Sequence[tuple[TrayTab, str, int]]) -> None:
        """Show these tabs."""
        self._tabs = tuple(tabs)
        self._tell()
        self.update()

    def choose(self, tab: TrayTab) -> None:
        """Show which one is open, telling nobody."""
        self._current = tab
        self._tell()
        self.update()

    def _tell(self) -> None:
        words = [f"{word} {number}" for _key, word, number in self._tabs]
        self.setAccessibleName(", ".join(words))
        present = [f"{word} {number}" for key, word, number in self._tabs if key == self._current]
        self.setAccessibleDescription(present[0] if present else "")

    def _areas(self) -> list[QRect]:
        metrics = QFontMetrics(self._look.font("small-strong", tabular=True))
        areas, left = [], 12
        for _key, word, number in self._tabs:
            width = metrics.horizontalAdvance(f"{word} {number}")
            areas.append(QRect(left, 0, width, HEIGHT))
            left += width + 14
        return areas

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the tab under the pointer."""
        for (key, _word, _number), area in zip(self._tabs, self._areas(), strict=True):
            if area.adjusted(-7, 0, 7, 0).contains(event.position().toPoint()):
                self.chosen.emit(key)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right change the tab."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        keys = [key for key, _word, _number in self._tabs]
        at = keys.index(self._current) + step
        if 0 <= at < len(keys):
            self.chosen.emit(keys[at])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words and the line under the open one."""
        painter = QPainter(self)
        for (key, word, number), area in zip(self._tabs, self._areas(), strict=True):
            is_open = key == self._current
            painter.setFont(self._look.font("small-strong" if is_open else "small", tabular=True))
            painter.setPen(self._look.color("text" if is_open else "text2"))
            flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(area.adjusted(0, 0, 8, 0), flags, f"{word} {number}")
            if is_open:
                painter.fillRect(area.left(), HEIGHT - 2, area.width(), 2, self._look.color("accent"))
        if shows_focus(self):
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(5, 4, -5, -4), 4, 4)
        painter.end()


class ClosedTab(QWidget):
    """The folded tray: icon, count and name from top to bottom.

    Signals: ``clicked()``.
    """

    clicked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._number = 0
        self.setFixedWidth(tokens.TRAY_TAB_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_count(self, number: int) -> None:
        """How many things wait."""
        self._number = number
        self.update()

    def retranslate(self) -> None:
        """Say its name again."""
        name = self._look.wording.text("Open the tray")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Open."""
        self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space open."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, count and the name letter under letter (turned in English)."""
        look = self._look
        painter = QPainter(self)
        painter.drawPixmap(6, 9, look.pixmap("panel-left-open", "text", 16))
        painter.setPen(look.color("text"))
        painter.setFont(look.font("small-strong", tabular=True))
        painter.drawText(QRect(0, 34, self.width(), 18), int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        painter.setFont(look.font("micro"))
        painter.setPen(look.color("text2"))
        name = look.wording.text("To place")
        if look.language == "ko":
            for offset, letter in enumerate(name.replace(" ", "")):
                area = QRect(0, 60 + offset * 17, self.width(), 17)
                painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), letter)
        else:
            painter.translate(18, 62)
            painter.rotate(90)
            painter.drawText(QPointF(0, 0), name)
            painter.resetTransform()
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.color("line"))
        if shows_focus(self):
            painter.setPen(QPen(look.color("focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()
