"""The start page: drop a spreadsheet, open the sample, an empty plan, a file, or a plan that was open before."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

import director_app
from director_app.preferences import RecentPlan
from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.messages import Message
from director_app.ui.settings import Settings
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.text import Text, horizontal_line, restyle, vertical_line

if TYPE_CHECKING:
    from director_app.ui.widgets.strip import MessageArea

WIDTH = 640
MOST_RECENT = 8
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
        self.note = ""
        self.right = ""
        self.is_struck = False
        self.name_width = 128
        self.setFixedHeight(height)
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.theme_changed.connect(self.update)

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
        focused = self.hasFocus()
        if focused:
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


class StartPage(QWidget):
    """What the window shows without a plan.

    Signals: ``table_wanted()``, ``sample_wanted()``, ``new_wanted()``, ``open_wanted()``, ``path_wanted(Path)``,
    ``text_pasted(str)``, ``language_wanted(str)``, ``theme_wanted(str)``.
    """

    table_wanted = Signal()
    sample_wanted = Signal()
    new_wanted = Signal()
    open_wanted = Signal()
    path_wanted = Signal(object)
    text_pasted = Signal(str)
    language_wanted = Signal(str)
    theme_wanted = Signal(str)

    def __init__(self, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._settings = settings
        self._messages: MessageArea | None = None
        self._rows: list[RecentRow] = []
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._build()
        self.retranslate()
        look.language_changed.connect(self.retranslate)
        look.theme_changed.connect(self._mark_choices)
        settings.changed.connect(self._mark_choices)

    # -- what the window asks ------------------------------------------------------------------------------

    def say(self, message: Message) -> None:
        """Show a message."""
        if self._messages is None:
            from director_app.ui.widgets.strip import MessageArea

            self._messages = MessageArea(self._look, self)
            self._outer.insertWidget(0, self._messages)
        self._messages.show_message(message)

    def messages(self) -> list[str]:
        """What is said at the moment, newest first."""
        return self._messages.messages() if self._messages is not None else []

    def show_drop(self, *, over: bool) -> None:
        """Show that a file is held over the window."""
        self._drop.show_over(over=over)

    def refresh(self) -> None:
        """Show the recent plans as they are now."""
        clear_layout(self._recent_rows)
        recent = self._settings.present.recent[:MOST_RECENT]
        self._recent_part.setVisible(bool(recent))
        today = datetime.datetime.now().astimezone().date()
        self._rows = [RecentRow(self._look, plan, today) for plan in recent]
        for row in self._rows:
            self._recent_rows.addWidget(row)
            row.wanted.connect(self.path_wanted)
            row.forgotten.connect(self._forget)
            row.search_wanted.connect(self.open_wanted)
        if self._rows:
            self._rows[0].setFocus()

    def recent_names(self) -> list[str]:
        """Names of the recent plans shown."""
        return [row.text() for row in self._rows]

    def retranslate(self) -> None:
        """Say everything again."""
        wording = self._look.wording
        self._name.setText(wording.text("Culture Delivery Director"))
        self.setAccessibleName(self._name.text())
        self._sentence.setText(wording.text("Drop a spreadsheet here to make a season plan."))
        self._drop.button.setText(wording.text("Start from a spreadsheet"))
        self._drop.hint.setText(wording.text("or copy a table and paste it (Ctrl+V)"))
        self._sample.say(
            wording.text("Open the sample season"),
            wording.text("A copy opens. Change anything; the original stays as it is."),
        )
        self._new.say(
            wording.text("New empty plan"), wording.text("Nothing needs to be known in advance; name it later.")
        )
        self._open.say(
            wording.text("Open a plan file"), wording.text("Opens a .cdplan file on this computer or a stick.")
        )
        self._recent_heading.setText(wording.text("Recent plans"))
        version = getattr(director_app, "__version__", "")
        self._version.setText(wording.text("Version {version} · works without a network", version=version))
        for choice, name in (
            ("system", wording.text("System")),
            ("light", wording.text("Light")),
            ("dark", wording.text("Dark")),
        ):
            self._themes[choice].setText(name)
        self._mark_choices()
        self.refresh()

    # -- inside --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self._look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._outer = outer
        self._space = QWidget(self)
        outer.addWidget(self._space)
        column = QVBoxLayout()
        column.setSpacing(0)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        outer.addWidget(self._footer())
        self._name = Text(look, "", "figure")
        self._sentence = Text(look, "", "body", "text2")
        self._drop = DropField(look, self)
        self._sample = StartRow(look, "book-open")
        self._new = StartRow(look, "square-plus")
        self._open = StartRow(look, "folder-open")
        for row in (self._sample, self._new, self._open):
            row.name_width = 160
            row.setProperty("ring", "none")
        column.addWidget(self._name)
        column.addSpacing(4)
        column.addWidget(self._sentence)
        column.addSpacing(24)
        column.addWidget(self._drop)
        column.addSpacing(16)
        for row in (self._sample, self._new, self._open):
            column.addWidget(row)
        column.addSpacing(12)
        column.addWidget(self._recent_area())
        self._drop.button.clicked.connect(self.table_wanted)
        self._sample.clicked.connect(self.sample_wanted)
        self._new.clicked.connect(self.new_wanted)
        self._open.clicked.connect(self.open_wanted)

    def _recent_area(self) -> QWidget:
        self._recent_part = QWidget(self)
        column = QVBoxLayout(self._recent_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(horizontal_line())
        self._recent_heading = Text(self._look, "", "small-strong", "text2")
        self._recent_heading.setContentsMargins(12, 16, 0, 6)
        column.addWidget(self._recent_heading)
        self._recent_rows = QVBoxLayout()
        self._recent_rows.setSpacing(0)
        column.addLayout(self._recent_rows)
        return self._recent_part

    def _footer(self) -> QWidget:
        look = self._look
        self._version = Text(look, "", "small", "text2")
        self._languages = {"ko": Button(look, "한국어", "link"), "en": Button(look, "English", "link")}
        self._themes = {key: Button(look, "", "link") for key in ("system", "light", "dark")}
        self._languages["ko"].clicked.connect(self._speak_korean)
        self._languages["en"].clicked.connect(self._speak_english)
        self._themes["system"].clicked.connect(self._follow_system)
        self._themes["light"].clicked.connect(self._be_light)
        self._themes["dark"].clicked.connect(self._be_dark)
        return row_of(
            self._version,
            1,
            *self._languages.values(),
            vertical_line(12),
            *self._themes.values(),
            spacing=12,
            margins=(24, 8, 24, 16),
        )

    def _mark_choices(self) -> None:
        for key, button in self._languages.items():
            _mark(self._look, button, chosen=key == self._look.language)
        for key, button in self._themes.items():
            _mark(self._look, button, chosen=key == self._look.choice)

    def _forget(self, path: str) -> None:
        self._settings.forget(path)
        self.refresh()

    def _speak_korean(self) -> None:
        self.language_wanted.emit("ko")

    def _speak_english(self) -> None:
        self.language_wanted.emit("en")

    def _follow_system(self) -> None:
        self.theme_wanted.emit("system")

    def _be_light(self) -> None:
        self.theme_wanted.emit("light")

    def _be_dark(self) -> None:
        self.theme_wanted.emit("dark")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column begins at 18 % of the height, less where it would not fit."""
        super().resizeEvent(event)
        self._space.setFixedHeight(max(16, min(round(self.height() * 0.18) - 12, self.height() - 660)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes a copied table."""
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if text.strip():
                self.text_pasted.emit(text)
                return
        super().keyPressEvent(event)


def _mark(look: Look, button: Button, *, chosen: bool) -> None:
    button.setProperty("tone", "text" if chosen else "text2")
    button.setFont(look.font("small-strong" if chosen else "small"))
    restyle(button)


def _when(look: Look, opened: str, today: datetime.date) -> str:
    try:
        moment = datetime.datetime.fromisoformat(opened).astimezone()
    except ValueError:
        return ""
    if moment.date() == today:
        return look.wording.text("Today {time}", time=f"{moment:%H:%M}")
    return look.wording.date_short(moment.date())
