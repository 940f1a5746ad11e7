"""The rail: the workspaces, one under the other, and the palette at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.schedule.outside_drops import APPLICATION
from director_app.ui.widgets.text import set_ground
from director_app.ui.workspaces.names import workspace_name


@dataclass(frozen=True, slots=True)
class Entry:
    """One workspace on the rail."""

    key: str
    icon: str


ENTRIES: Final = (
    Entry("overview", "layout-dashboard"),
    Entry("schedule", "calendar-days"),
    Entry("programmes", "drama"),
    Entry("artists", "users-round"),
    Entry("venues", "map-pin"),
    Entry("publish", "printer"),
)


class RailButton(QAbstractButton):
    """Icon over a small label; the chosen one carries a bar at its left."""

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self.count = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(tokens.RAIL_ENTRY)
        self.setMouseTracking(True)
        look.theme_changed.connect(self.update)

    def set_count(self, count: int) -> None:
        """How many things here need a decision; 0 shows nothing."""
        self.count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(tokens.RAIL_WIDTH_KOREAN, tokens.RAIL_ENTRY)

    def enterEvent(self, event: QEvent) -> None:
        """Show the ground under the pointer."""
        self.update()
        super().enterEvent(event)  # type: ignore[arg-type]  # the stub wants QEnterEvent, Qt sends it

    def leaveEvent(self, event: QEvent) -> None:
        """Take the ground away."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bar, icon, label and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        if self.underMouse() and not chosen:
            painter.fillRect(self.rect(), self._look.color("hover"))
        role = "accent" if chosen else "text2"
        if chosen:
            painter.fillRect(QRect(0, 8, 3, self.height() - 16), self._look.color("accent"))
        left = (self.width() - 20) // 2
        painter.drawPixmap(left, 9, self._look.pixmap(self._icon, role, 20))
        painter.setFont(self._look.font("micro-strong" if chosen else "micro"))
        painter.setPen(self._look.color(role))
        label = QRect(0, 32, self.width(), self._look.theme.line("micro"))
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.count:
            self._draw_count(painter, left + 14)
        painter.end()

    def _draw_count(self, painter: QPainter, left: int) -> None:
        text = str(self.count) if self.count < 100 else "99+"
        painter.setFont(self._look.font("micro-strong"))
        width = max(16, painter.fontMetrics().horizontalAdvance(text) + 8)
        bubble = QRectF(min(left + 0.5, self.width() - width - 1.5), 3.5, width, 16)
        painter.setPen(QPen(self._look.color("control"), 1))
        painter.setBrush(self._look.color("canvas"))
        painter.drawRoundedRect(bubble, 8, 8)
        painter.setPen(self._look.color("text"))
        painter.drawText(bubble, int(Qt.AlignmentFlag.AlignCenter), text)


class Rail(QWidget):
    """The rail.

    Signals: ``chosen(str)`` with the key of a workspace, ``palette_wanted()``.
    """

    chosen = Signal(str)
    palette_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        set_ground(self, "canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 2)
        column.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, RailButton] = {}
        for number, entry in enumerate(ENTRIES):
            button = RailButton(look, entry.icon, self)
            button.setCheckable(True)
            self._group.addButton(button, number)
            self._buttons[entry.key] = button
            column.addWidget(button)
        column.addStretch(1)
        self._find = RailButton(look, "command", self)
        self._find.clicked.connect(self.palette_wanted)
        column.addWidget(self._find)
        self._group.idClicked.connect(self._tell)
        self.setAcceptDrops(True)
        self.retranslate()
        look.language_changed.connect(self.retranslate)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """An application on its way to the schedule may pass here."""
        if event.mimeData().hasFormat(APPLICATION):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Held over the schedule, it opens the schedule; it is dropped there, not here."""
        button = self._buttons["schedule"]
        if button.geometry().contains(event.position().toPoint()) and not button.isChecked():
            self.chosen.emit("schedule")
        event.ignore()

    def show_chosen(self, key: str) -> None:
        """Mark a workspace as the present one; none for a page that is not on the rail."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            return
        self._group.setExclusive(False)  # else one would always stay marked
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def show_count(self, key: str, count: int) -> None:
        """Show how many things in a workspace need a decision."""
        self._buttons[key].set_count(count)

    def retranslate(self) -> None:
        """Say the names again; English needs a wider rail."""
        for number, entry in enumerate(ENTRIES, start=1):
            button = self._buttons[entry.key]
            button.setText(workspace_name(self._look.wording, entry.key))
            button.setToolTip(f"{button.text()} (Ctrl+{number})")
        self._find.setText("Ctrl K")
        self._find.setToolTip(self._look.wording.text("Find anything"))
        self._find.setAccessibleName(self._look.wording.text("Find anything"))
        korean = self._look.language == "ko"
        self.setFixedWidth(tokens.RAIL_WIDTH_KOREAN if korean else tokens.RAIL_WIDTH_ENGLISH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line towards the work area."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("canvas"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.color("line"))
        painter.end()

    def _tell(self, number: int) -> None:
        self.chosen.emit(ENTRIES[number].key)
