"""The toolbar: one row, 44 high. A page fills the left, middle and right of its own bar; search and undo are shared."""

from __future__ import annotations

import datetime
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QStackedWidget, QWidget

from director_app.domain.season import Season
from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import OneLine, set_ground
from director_app.ui.workspaces.page import Page

_MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_LEAST_WORDS: Final = 56
_FIND_WIDTHS: Final = (176, 136)
"""How wide the search is where there is room, and where there is less; below that it is its drawing alone."""
_MIDDLE_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class DateChip(QWidget):
    """Says that this is a sample and which day stands for today, with a way to let the clock run again.

    Signals: ``release_wanted()``.
    """

    release_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._says_something, self._gives_way = False, False
        set_ground(self, "strip")
        self.setFixedHeight(22)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(5)
        # In a narrow window the sentence gives way, never the switch of views.
        self._words = OneLine(look, "", "small", tabular=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._release = Button(look, "", "link")
        self._release.clicked.connect(self.release_wanted)
        row.addWidget(self._words)
        row.addWidget(self._release)
        self.hide()

    def show_season(self, season: Season, *, may_change: bool) -> None:
        """Show what the season says of itself."""
        day = season.reference_date
        self._says_something = season.is_sample or day is not None
        self._show_or_not()
        self._words.setText(self._sentence(season, day))
        self._release.setText(self._look.wording.text("Clear"))
        self._release.setToolTip(self._look.wording.text("Let the calendar follow the clock again"))
        self._release.setVisible(day is not None and may_change)

    def give_way(self, gives_way: bool) -> None:
        """Go where there is no room; the overview says the same of the season."""
        self._gives_way = gives_way
        self._show_or_not()

    @property
    def least_width(self) -> int:
        """The room below which nothing of the sentence could be read; none while there is nothing to say."""
        if not self._says_something:
            return 0
        beside = self._release.sizeHint().width() if not self._release.isHidden() else 0
        return _LEAST_WORDS + beside + 21  # margins and spacing

    def _show_or_not(self) -> None:
        self.setVisible(self._says_something and not self._gives_way)

    def _sentence(self, season: Season, day: datetime.date | None) -> str:
        wording = self._look.wording
        if day is None:
            return wording.text("Sample")
        if season.is_sample:
            return wording.text("Sample · as of {date}", date=wording.date(day))
        return wording.text("As of {date}", date=wording.date(day))


class PageBar(QWidget):
    """The part of the toolbar that belongs to one page.

    Signals: ``wishes_changed()`` when it needs more room than before, or less.
    """

    wishes_changed = Signal()

    def __init__(self, look: Look, page: Page, chip: DateChip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.chip = chip
        self._granted: tuple[object, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        self._title = OneLine(look, page.toolbar_title(), "title", tabular=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(self._title)
        for widget in page.toolbar_left():
            row.addWidget(widget)
        row.addSpacing(4)
        row.addWidget(chip)
        row.addStretch(1)
        middle = page.toolbar_middle()
        if middle is not None:
            row.addWidget(middle)
            row.addStretch(1)
        for widget in page.toolbar_right():
            row.addWidget(widget)
        right = [widget for widget in reversed(page.toolbar_right()) if isinstance(widget, Button)]
        self.shortening = right
        self.folding = [*right, *(one for one in page.toolbar_left() if isinstance(one, Button) and one.is_spare)]
        """What goes into the menu where there is no room, the first first."""
        page.toolbar_changed.connect(self.say_title)

    def least_width(self, *, with_chip: bool) -> int:
        """What the parts need, so that none of them is cut."""
        row = self.layout()
        if row is not None:
            row.invalidate()
        need = row.minimumSize().width() if row is not None else 0
        need += self._title.sizeHint().width() - self._title.minimumSizeHint().width()
        there = self.chip.minimumSizeHint().width() + 8 if not self.chip.isHidden() else 0
        return need - there + (self.chip.least_width + 8 if with_chip else 0)

    def event(self, event: QEvent) -> bool:
        """A part that came, went or says something else asks for another width."""
        if event.type() is QEvent.Type.LayoutRequest and self.wishes() != self._granted:
            self.wishes_changed.emit()
        return super().event(event)

    def wishes(self) -> tuple[object, ...]:
        """What each part would like to show, whatever of it is folded at present."""
        row = self.layout()
        parts = [entry.widget() for place in range(row.count()) if (entry := row.itemAt(place))] if row else []
        return tuple(
            one.wish if isinstance(one, Button) else (one.isHidden() and one is not self.chip, one.sizeHint().width())
            for one in parts
            if one is not None
        )

    def show_title_whole(self, *, whole: bool) -> None:
        """The title gives way when all else has; before, the other parts do."""
        self._title.setMinimumWidth(self._title.sizeHint().width() if whole else 0)

    def grant(self) -> None:
        """The present wishes were taken into account."""
        self._granted = self.wishes()

    def say_title(self) -> None:
        """Show the title the page has now."""
        self._title.setText(self._page.toolbar_title())


class Toolbar(QWidget):
    """The row over every workspace.

    Signals: ``find_wanted()``; ``release_wanted()`` when the reference date shall be taken away.
    """

    find_wanted = Signal()
    release_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chips: list[DateChip] = []
        self._bars: dict[Page, PageBar] = {}
        self._season: Season | None = None
        self._may_change = False
        set_ground(self, "canvas")
        self.setFixedHeight(tokens.TOOLBAR_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 1)
        row.setSpacing(6)
        self._stack = QStackedWidget(self)
        # The widest bar is not the one that is shown; each is fitted to the room there is.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._stack, 1)
        self.find_button = FindButton(look, self)
        self.find_button.clicked.connect(self.find_wanted)
        row.addWidget(self.find_button)
        self.undo = Button(look, "", "glyph", "undo-2", icon_size=18)
        self.redo = Button(look, "", "glyph", "redo-2", icon_size=18)
        self.more = Button(look, "", "glyph", "ellipsis", icon_size=18)
        for button in (self.undo, self.redo, self.more):
            row.addWidget(button)
        self.retranslate()
        look.language_changed.connect(self.retranslate)

    def show_page(self, page: Page) -> None:
        """Show the bar of a page."""
        if page not in self._bars:
            chip = DateChip(self._look)
            chip.release_wanted.connect(self.release_wanted)
            self._chips.append(chip)
            self._bars[page] = PageBar(self._look, page, chip)
            self._stack.addWidget(self._bars[page])
            if self._season is not None:
                chip.show_season(self._season, may_change=self._may_change)
            page.toolbar_changed.connect(self.fit)
            self._bars[page].wishes_changed.connect(self.fit)
        self._bars[page].say_title()
        self._stack.setCurrentWidget(self._bars[page])
        self.fit()

    def show_season(self, season: Season, *, may_change: bool) -> None:
        """Show the reference date on every bar."""
        self._season, self._may_change = season, may_change
        for chip in self._chips:
            chip.show_season(season, may_change=may_change)
        self.fit()

    def show_steps(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do; an empty text means nothing."""
        wording = self._look.wording
        for button, name, nothing in (
            (self.undo, undo, wording.text("Nothing to undo")),
            (self.redo, redo, wording.text("Nothing to redo")),
        ):
            button.setEnabled(bool(name))
            button.name_only(name or nothing)

    def fit(self) -> None:
        """Share the row: the search gives way first, then the reference date; never the parts of the page."""
        bar = self._stack.currentWidget()
        if not isinstance(bar, PageBar):
            return
        bar.show_title_whole(whole=False)
        steps = (self.redo, self.undo)
        for button in (*bar.folding, *steps):
            button.fold(False)
            button.shorten(False)
        around = sum(button.minimumWidth() + 6 for button in (*steps, self.more)) + 16
        room = self.width() - around
        least = self.find_button.height() + 4
        bar.chip.give_way(False)
        for part in (bar, *bar.findChildren(QWidget)):
            part.ensurePolished()  # before that it does not know how wide it will be
        fitting = [wide for wide in _FIND_WIDTHS if bar.sizeHint().width() + wide <= room]
        if not fitting and bar.least_width(with_chip=True) + _FIND_WIDTHS[-1] <= room:
            fitting = [_FIND_WIDTHS[-1]]
        self.find_button.setFixedWidth(fitting[0] if fitting else least)
        bar.chip.give_way(not fitting and bar.least_width(with_chip=True) + least > room)
        for button in bar.shortening:
            button.shorten(bar.least_width(with_chip=False) + least > room)
        for button in bar.folding:
            button.fold(bar.least_width(with_chip=False) + least > room)
        for button in steps:
            button.fold(bar.least_width(with_chip=False) + least > room)
            room += (button.minimumWidth() + 6) * button.isHidden()
        bar.show_title_whole(whole=bar.least_width(with_chip=False) + least <= room)
        bar.grant()

    def add_folded(self, menu: QMenu) -> None:
        """Offer in a menu what there is no room for in the row."""
        for button in self.folded():
            name = button.text() or button.accessibleName()
            action = menu.addAction(button.icon(), name.replace("&", "&&"), button.click)
            action.setEnabled(button.isEnabled())
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())
        if not menu.isEmpty():
            menu.addSeparator()

    def folded(self) -> list[Button]:
        """The buttons there is no room for, as they stood from left to right; the menu offers them."""
        bar = self._stack.currentWidget()
        there = [*(bar.folding if isinstance(bar, PageBar) else ()), self.redo, self.undo]
        return [button for button in reversed(there) if button.is_folded]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the other width."""
        super().resizeEvent(event)
        self.fit()

    def retranslate(self) -> None:
        """Say everything again."""
        self.find_button.retranslate()
        self.more.name_only(self._look.wording.text("More"))
        if self._season is not None:
            self.show_season(self._season, may_change=self._may_change)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line towards the work area."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.color("line"))
        painter.end()


class FindButton(Button):
    """Looks like a field and opens the palette."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", "normal", "", parent)
        self.setFixedWidth(_FIND_WIDTHS[0])

    def retranslate(self) -> None:
        """Say its name again."""
        self.setAccessibleName(self._look.wording.text("Find anything"))
        self.setToolTip(self._look.wording.text("Find anything"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, lens, word and shortcut."""
        super().paintEvent(event)
        painter = QPainter(self)
        is_narrow = self.width() < _FIND_WIDTHS[-1]
        left = (self.width() - 16) // 2 if is_narrow else 9
        painter.drawPixmap(left, (self.height() - 16) // 2, self._look.pixmap("search", "text2", 16))
        if is_narrow:
            painter.end()
            return
        painter.setPen(self._look.color("text3"))
        painter.setFont(self._look.font("body"))
        painter.drawText(QRect(31, 0, 90, self.height()), _MIDDLE_LEFT, self._look.wording.text("Find"))
        painter.setPen(self._look.color("text2"))
        painter.setFont(self._look.font("micro"))
        painter.drawText(QRect(0, 0, self.width() - 9, self.height()), _MIDDLE_RIGHT, "Ctrl K")
        painter.end()
