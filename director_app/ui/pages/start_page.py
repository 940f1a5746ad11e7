"""The start page: drop a spreadsheet, open the sample, an empty plan, a file, or a plan that was open before."""

from __future__ import annotations

import datetime
import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

import director_app
from director_app.ui.look import Look
from director_app.ui.messages import Message
from director_app.ui.pages.start_rows import DropField, RecentRow, StartRow
from director_app.ui.settings import Settings
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.text import Text, horizontal_line, restyle, vertical_line

if TYPE_CHECKING:
    from director_app.ui.pages.start_questions import StartQuestions
    from director_app.ui.widgets.strip import MessageArea

MOST_RECENT = 8


class StartPage(QWidget):
    """What the window shows without a plan.

    Signals: ``table_wanted()``, ``sample_wanted()``, ``new_wanted(str, object, object)`` with complex, first and last
    day of an empty plan, ``open_wanted()``, ``path_wanted(Path)``, ``recovery_wanted()``, ``text_pasted(str)``,
    ``language_wanted(str)``, ``theme_wanted(str)``.
    """

    table_wanted = Signal()
    sample_wanted = Signal()
    new_wanted = Signal(str, object, object)
    open_wanted = Signal()
    path_wanted = Signal(object)
    recovery_wanted = Signal()
    text_pasted = Signal(str)
    language_wanted = Signal(str)
    theme_wanted = Signal(str)

    def __init__(self, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._settings = settings
        self._messages: MessageArea | None = None
        self._rows: list[RecentRow] = []
        self._recovery: tuple[str, str] = ("", "")
        self._recovery_row: StartRow | None = None
        self.questions: StartQuestions | None = None
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

    def ask_for_new(self) -> None:
        """Ask complex and period of an empty plan under its row."""
        if self.questions is None:
            from director_app.ui.pages.start_questions import StartQuestions

            self.questions = StartQuestions(self._look, _today(), self)
            self.questions.answered.connect(self._answer)
            self.questions.given_up.connect(self.put_away_questions)
            self._column.insertWidget(self._column.indexOf(self._new) + 1, self.questions)
        self.questions.setFocus()

    def put_away_questions(self) -> None:
        """No empty plan after all."""
        if self.questions is not None:
            self.questions.hide()
            self.questions.deleteLater()
            self.questions = None
            self._new.setFocus()

    def offer_recovery(self, name: str, when: str) -> None:
        """Offer a copy of a plan that could not be opened, before the recent plans; empty texts take that away."""
        self._recovery = (name, when)
        self.refresh()
        self.focus_first()

    def refresh(self) -> None:
        """Show the recent plans as they are now."""
        was_on_row = any(row.hasFocus() for row in self._rows)
        clear_layout(self._recent_rows)
        recent = self._settings.present.recent[:MOST_RECENT]
        self._recent_part.setVisible(bool(recent) or bool(self._recovery[0]))
        self._show_recovery()
        today = _today()
        self._rows = [RecentRow(self._look, plan, today) for plan in recent]
        for row in self._rows:
            self._recent_rows.addWidget(row)
            row.show()  # now, not with the next layout: only what is shown can have the focus
            row.wanted.connect(self.path_wanted)
            row.forgotten.connect(self._forget)
            row.search_wanted.connect(self.open_wanted)
        self._order_tabs()
        if was_on_row and self.questions is None:
            self.focus_first()

    def focus_first(self) -> None:
        """The keyboard begins at the copy to recover, else at the plan opened last, else at the spreadsheet.

        A row shows that only once a key is pressed: most often it was a click that led here.
        """
        (self._recovery_row or (self._rows[0] if self._rows else self._drop.button)).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

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
        self._new.say(wording.text("New empty plan"), wording.text("Asks for complex and period; both may be skipped."))
        if self.questions is not None:
            self.questions.retranslate()
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

    def _order_tabs(self) -> None:
        """Tab goes down the page and ends at languages and colours; rows made later would come after them."""
        rows = [row for row in (self._recovery_row, *self._rows) if row is not None]
        order = [self._drop.button, self._sample, self._new, self._open]
        for row in rows:
            order += [row, *row.findChildren(Button)]
        order += [*self._languages.values(), *self._themes.values()]
        for before, after in itertools.pairwise(order):
            self.setTabOrder(before, after)

    def _show_recovery(self) -> None:
        self._recovery_row = None
        name, when = self._recovery
        if name:
            wording = self._look.wording
            row = self._recovery_row = StartRow(self._look, "life-buoy", 40)
            row.setProperty("ring", "none")
            row.say(wording.text("See what was recovered"), name, wording.text("copy of {when}", when=when))
            row.clicked.connect(self.recovery_wanted)
            self._recent_rows.addWidget(row)
            row.show()

    def _answer(self, complex_name: str, first: object, last: object) -> None:
        self.put_away_questions()
        self.new_wanted.emit(complex_name, first, last)

    def _build(self) -> None:
        look = self._look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._outer = outer
        whole = self._scrolled(outer)
        self._space = QWidget()
        whole.addWidget(self._space)
        column = self._column = QVBoxLayout()
        column.setSpacing(0)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(column)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(1)
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
        self._new.clicked.connect(self.ask_for_new)
        self._open.clicked.connect(self.open_wanted)

    def _scrolled(self, outer: QVBoxLayout) -> QVBoxLayout:
        """A column that scrolls in a window too low for it."""
        holder = QWidget()
        holder.setProperty("kind", "scrolled")
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        outer.addWidget(area, 1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        return column

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

    def showEvent(self, event: QShowEvent) -> None:
        """Whenever the page comes up the keyboard is where she most likely goes on."""
        super().showEvent(event)
        if self.questions is None:
            self.focus_first()

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


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _mark(look: Look, button: Button, *, chosen: bool) -> None:
    button.setProperty("tone", "text" if chosen else "text2")
    button.setFont(look.font("small-strong" if chosen else "small"))
    restyle(button)
