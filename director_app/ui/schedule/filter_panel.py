"""The filter: a small panel under its button with a text and chips; what is chosen holds at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.programme import Status
from director_app.ui.look import Look
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.search_field import SearchField
from director_app.ui.widgets.text import Text, set_ground
from director_app.ui.words import STATUS_WORDS, word

WIDTH = 340
PAUSE_MS = 120
"""A typed letter waits this long for the next one."""


class FilterPanel(QFrame):
    """Shows what is asked for.

    Signals: ``changed(Filter)``.
    """

    changed = Signal(object)

    def __init__(self, state: ScheduleState, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._state = state
        self._chips: list[tuple[str, object, Chip]] = []
        self._filter = Filter()
        self._filling = False
        set_ground(self, "raised")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        look = state.desk.look
        self.field = SearchField(look, self)
        self.field.typed.connect(self._text_typed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        column.addWidget(self.field)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(6)
        column.addLayout(self._groups)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self._clear = Button(look, "", "quiet", small=True)
        self._clear.clicked.connect(self.clear)
        foot.addWidget(self._clear)
        column.addLayout(foot)

    def open_under(self, button: QWidget) -> None:
        """Show it under its button, with the chips of the present plan."""
        self._fill()
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - WIDTH, button.height() + 4))
        room = button.screen().availableGeometry()
        corner.setY(max(room.top(), min(corner.y(), room.bottom() + 1 - self.height())))
        self.move(corner)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def clear(self) -> None:
        """Ask for nothing."""
        self.take(Filter())

    def take(self, chosen: Filter) -> None:
        """Ask for what somebody else chose."""
        self._filter = chosen
        self._show()
        self.changed.emit(self._filter)

    def _fill(self) -> None:
        self._filter = self._state.items.filter
        while self._groups.count():
            entry = self._groups.takeAt(0)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                widget.deleteLater()
        self._chips.clear()
        wording, plan = self._state.desk.wording, self._state.desk.plan
        english = wording.language == "en"
        self.field.setPlaceholderText(wording.text("Title, place, artist, number"))
        self.field.setAccessibleName(wording.text("Filter"))
        self._clear.setText(wording.text("Show everything"))
        attention = [("only_problems", True, wording.text("With problems"))]
        attention.append(("only_undecided", True, wording.text("Something open")))
        self._group(wording.text("Attention"), attention)
        self._group(
            wording.text("Status"), [("statuses", status, word(wording, STATUS_WORDS, status)) for status in Status]
        )
        initiatives = sorted(plan.initiatives.values(), key=lambda one: one.position)
        names = [("initiatives", one.id, (one.name_en if english else "") or one.name) for one in initiatives]
        self._group(wording.text("Initiative"), names[:12])
        areas = sorted(plan.areas.values(), key=lambda one: one.position)
        corners = [("areas", one.id, (one.name_en if english else "") or one.name) for one in areas]
        self._group(wording.text("Area"), corners[:12])
        self._show()

    def _group(self, title: str, choices: Sequence[tuple[str, object, str]]) -> None:
        if not choices:
            return
        look: Look = self._state.desk.look
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(Text(look, title, "micro-strong", "text2"))
        chips = FlowLayout(gap=5)
        column.addLayout(chips)
        for field, value, name in choices:
            chip = Chip(look, name, box)
            chip.clicked.connect(self._chips_changed)
            self._chips.append((field, value, chip))
            chips.addWidget(chip)
        self._groups.addWidget(box)

    def _show(self) -> None:
        self._filling = True
        if self.field.text() != self._filter.text:
            self.field.setText(self._filter.text)
        for field, value, chip in self._chips:
            present = getattr(self._filter, field)
            chip.setChecked(value in present if isinstance(present, frozenset) else bool(present))
        self._filling = False

    def _chips_changed(self) -> None:
        if self._filling:
            return
        chosen: dict[str, set[object]] = {"statuses": set(), "initiatives": set(), "areas": set()}
        flags = {"only_problems": False, "only_undecided": False}
        for field, value, chip in self._chips:
            if chip.isChecked():
                if field in flags:
                    flags[field] = True
                else:
                    chosen[field].add(value)
        sets = {name: frozenset(values) for name, values in chosen.items()}
        self._filter = replace(self._filter, **sets, **flags)  # type: ignore[arg-type]  # names of its own fields
        self.changed.emit(self._filter)

    def _text_typed(self, text: str) -> None:
        if not self._filling and text != self._filter.text:
            self._filter = replace(self._filter, text=text)
            self._pause.start()

    def _tell(self) -> None:
        self.changed.emit(self._filter)

    def sizeHint(self) -> QSize:
        """As wide as fixed, as high as needed."""
        return QSize(WIDTH, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground and a line around it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._state.desk.look.color("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
