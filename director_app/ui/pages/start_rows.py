"""Parts of the start page: the field to drop a file on, and its rows."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from director_app.preferences import RecentPlan
from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.focus_ring import came_by_key
from director_app.ui.widgets.text import Text

WIDTH = 640
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class DropField(QWidget):
    """The biggest thing on the page: a place for her file, with the button that asks for one."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._over = False
        self.setFixedSize(WIDTH, 120)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        self.button = Button(look, "", "primary", "file-spreadsheet", icon_size=18)
        self.button.setFixedHeight(36)
        self.button.setMinimumWidth(178)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hint = Text(look, "", "small", "text2")
        column.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        look.theme_changed.connect(self.update)

    def show_over(self, *, over: bool) -> None:
        """Show that a file is held over the window."""
        self._over = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and dashed border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.color("accent" if self._over else "control"), 2 if self._over else 1.5)
        if not self._over:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(self._look.color("select" if self._over else "surface"))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, tokens.RADIUS_PANEL, tokens.RADIUS_PANEL)
        painter.end()


class StartRow(QAbstractButton):
    """A quiet row: icon, name, one line of explanation."""

    def __init__(self, look: Look, icon: str, height: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self.is_ringed = False
        self.note = ""
        self.right = ""
        self.is_struck = False
        self.name_width = 128
        self.setFixedHeight(height)
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.theme_changed.connect(self.update)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring is for who uses the keys; after a click the keyboard waits here unseen."""
        self.is_ringed = came_by_key(event)
        super().focusInEvent(event)

    def say(self, name: str, note: str, right: str = "") -> None:
        """Name, explanation, and what stands at the right end."""
        self.setText(name)
        self.note, self.right = note, right
        self.setAccessibleName(name)
        self.setAccessibleDescription(note)
        self.update()

    def sizeHint(self) -> QSize:
        """Full width of the column."""
        return QSize(WIDTH, self.height())

    def enterEvent(self, event: QEvent) -> None:
        """Show the ground."""
        self.update()
        super().enterEvent(event)  # type: ignore[arg-type]  # the stub wants QEnterEvent, Qt sends it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter works like space."""
        self.is_ringed = True
        self.update()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        painter.drawPixmap(12, (self.height() - 18) // 2, self._look.pixmap(self._icon, "text2", 18))
        font = self._look.font("strong")
        if self.is_struck:
            font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(self._look.color("text2" if self.is_struck else "text"))
        width = painter.fontMetrics().horizontalAdvance(self.text())
        painter.drawText(QRect(42, 0, width + 4, self.height()), _LEFT, self.text())
        left = 42 + max(width + 12, self.name_width)
        painter.setPen(self._look.color("text2"))
        painter.setFont(self._look.font("small", tabular=True))
        metrics = painter.fontMetrics()
        end = WIDTH - 12 - (metrics.horizontalAdvance(self.right) + 16 if self.right else 0) - self._reserved()
        painter.drawText(QRect(0, 0, WIDTH - 12, self.height()), _RIGHT, self.right)
        shown = metrics.elidedText(self.note, Qt.TextElideMode.ElideMiddle, max(0, end - left))
        painter.drawText(QRect(left, 0, end - left, self.height()), _LEFT, shown)
        painter.end()

    def _reserved(self) -> int:
        return 150 if self.is_struck else 0

    def _paint_ground(self, painter: QPainter) -> None:
        if self.hasFocus() and self.is_ringed:
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.setBrush(self._look.color("select"))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("hover"))
        else:
            return
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)


class RecentRow(StartRow):
    """A plan that was open before.

    Signals: ``wanted(Path)``, ``forgotten(str)``, ``search_wanted()`` for a file that is no longer where it was.
    """

    wanted = Signal(object)
    forgotten = Signal(str)
    search_wanted = Signal()

    def __init__(self, look: Look, recent: RecentPlan, today: datetime.date, parent: QWidget | None = None) -> None:
        path = Path(recent.path)
        there = path.exists()
        super().__init__(look, "file" if there else "file-x", 40, parent)
        self._recent = recent
        self.setProperty("ring", "none")
        self.name_width = 0
        self.is_struck = not there
        self.setToolTip(recent.path)
        self.say(recent.name, str(path.parent), _when(look, recent.opened, today))
        self.clicked.connect(self._want)
        if not there:
            self._offer()

    def _offer(self) -> None:
        wording = self._look.wording
        find = Button(self._look, wording.text("Look for it"), "link", parent=self)
        forget = Button(self._look, wording.text("Remove from list"), "link", parent=self, tone="text2")
        find.clicked.connect(self.search_wanted)
        forget.clicked.connect(self._forget)
        right = WIDTH - 100
        for button in (forget, find):
            width = button.sizeHint().width()
            button.setGeometry(right - width, 10, width, 20)
            right -= width + 12

    def _reserved(self) -> int:
        return 190 if self.is_struck else 0

    def _want(self) -> None:
        if self.is_struck:
            self.search_wanted.emit()
        else:
            self.wanted.emit(Path(self._recent.path))

    def _forget(self) -> None:
        self.forgotten.emit(self._recent.path)


def _when(look: Look, opened: str, today: datetime.date) -> str:
    try:
        moment = datetime.datetime.fromisoformat(opened).astimezone()
    except ValueError:
        return ""
    if moment.date() == today:
        return look.wording.text("Today {time}", time=f"{moment:%H:%M}")
    return look.wording.date_short(moment.date())
