"""Where an artist appears this season, with what was acknowledged for each date and the ways between them."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from director_app.domain.edits import Edit, Several
from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import delivery_title, place_name
from director_app.ui import words
from director_app.ui.desk import Desk
from director_app.ui.forms.acknowledging import (
    ACKNOWLEDGED,
    KINDS,
    TAKEN_BACK,
    acknowledging,
    wall_clock,
)
from director_app.ui.forms.appearances import (
    Acknowledgements,
    Way,
    acknowledgements,
    appearances_of,
    ways_between,
)
from director_app.ui.forms.bound_form import Section
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.forms.short_dates import day_and_month
from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import paint_tick
from director_app.ui.widgets.focus_ring import shows_focus
from director_app.ui.widgets.glyphs import ProblemIcon
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import OneLine, Text, horizontal_line
from director_app.wording import message

_COLUMN = 62
UNKNOWN_DAY: Final = datetime.date.min


class AcknowledgedCell(QAbstractButton):
    """A check with its day, or an empty box; a click sets it with today's date."""

    def __init__(self, desk: Desk, day: datetime.date | None, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look = desk.look
        self._day = day
        self.setFixedSize(_COLUMN, 28)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setText(_short(desk, day))
        self.setAccessibleDescription(self.text())

    def sizeHint(self) -> QSize:
        """Fixed."""
        return QSize(_COLUMN, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._day is None:
            paint_tick(painter, self._look, QRectF(2, 6, 15.5, 15.5), ticked=False)
        else:
            painter.drawPixmap(1, 6, self._look.pixmap("check", "ok", 16))
            painter.setFont(self._look.font("small", tabular=True))
            painter.setPen(self._look.color("ok"))
            painter.drawText(self.rect().adjusted(20, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()


def _short(desk: Desk, day: datetime.date | None) -> str:
    return "" if day is None or day == UNKNOWN_DAY else day_and_month(desk.wording, day)


class TitleLink(QAbstractButton):
    """A title that opens what it names; cut with an ellipsis where there is no room, underlined under the pointer."""

    def __init__(self, desk: Desk, text: str, tone: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look = desk.look
        self._tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(desk.wording.text("{title} · click to show it in the schedule", title=text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(60, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as fits."""
        painter = QPainter(self)
        font = QFont(self._look.font("body"))
        font.setUnderline(self.underMouse() or shows_focus(self))
        painter.setFont(font)
        painter.setPen(self._look.color("accent" if self.underMouse() or shows_focus(self) else self._tone))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()


class _Shown(NamedTuple):
    """What one line shows; lines are made anew only when this changes."""

    delivery: Delivery
    done: Acknowledgements
    level: str
    title: str


class AppearanceRow(QWidget):
    """One date of an artist.

    Signals: ``acknowledged(str, str)`` with the delivery and which of the three was clicked.
    """

    acknowledged = Signal(str, str)

    def __init__(self, desk: Desk, shown: _Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown = shown
        look, wording, delivery = desk.look, desk.wording, shown.delivery
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(6)
        tone = "text" if delivery.status.takes_place else "text3"
        day = Text(look, words.day_text(wording, delivery), "body", tone, tabular=True)
        day.setFixedWidth(78)
        time = Text(look, wording.clock(delivery.start) if delivery.start is not None else wording.undecided())
        time.setFont(look.font("body", tabular=True))
        time.set_tone(tone if delivery.start is not None else "text2")
        time.setFixedWidth(42)
        row.addWidget(day)
        row.addWidget(time)
        title = TitleLink(desk, shown.title, tone)
        title.clicked.connect(self._open)
        row.addWidget(title, 1)
        if shown.level:
            row.addWidget(ProblemIcon(look, shown.level))
        for kind, done in zip(KINDS, shown.done, strict=True):
            cell = AcknowledgedCell(desk, done, wording.text(kind))
            cell.setProperty("which", kind)
            cell.clicked.connect(self._tell)
            row.addWidget(cell)

    def _tell(self) -> None:
        cell = self.sender()
        if isinstance(cell, AcknowledgedCell):
            self.acknowledged.emit(self._shown.delivery.id, str(cell.property("which")))

    def _open(self) -> None:
        self._desk.go_to("schedule", Subject("deliveries", self._shown.delivery.id))


class AppearancesSection(Section):
    """All dates of the artist shown: those to come, and those past behind a link."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        self._editor = editor
        self._seen: tuple[object, ...] = ()
        self._shows_past = False
        super().__init__(editor.desk, message("Dates this season"), parent, lined=False)
        look = editor.desk.look
        self._heads = [OneLine(look, "", "micro", "text2") for _ in KINDS]
        for head in self._heads:
            head.setFixedWidth(_COLUMN)
            self.add_action(head)
        self._head.setSpacing(6)
        self.add(horizontal_line())
        box = QWidget(self)
        self._lines = QVBoxLayout(box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.add(box)
        ways = QWidget(self)
        self._ways = QGridLayout(ways)
        self._ways.setContentsMargins(0, 2, 0, 0)
        self._ways.setHorizontalSpacing(8)
        self._ways.setVerticalSpacing(2)
        self._ways.setColumnStretch(3, 1)
        self.add(ways)
        self.past = Button(look, "", "link")
        self.past.clicked.connect(self._toggle_past)
        self.add(self.past)
        editor.shown.connect(self._show_record)
        editor.desk.problems_changed.connect(self._problems_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        if not hasattr(self, "past"):
            return
        for head, kind in zip(self._heads, KINDS, strict=True):
            head.setText(self._editor.desk.wording.text(kind))
        self._seen = ()
        self._show_record(self._editor.record)

    def acknowledge(self, delivery: str, kind: str) -> None:
        """Set one of the three with today's date, or take it back."""
        desk = self._editor.desk
        record = desk.plan.deliveries[DeliveryId(delivery)]
        done = acknowledgements(desk.plan, self._editor.id, record)
        present = dict(zip(KINDS, done, strict=True))[kind]
        edits = self._edits(record, kind, is_set=present is None)
        name = StepName(
            ACKNOWLEDGED if present is None else TAKEN_BACK,
            {"name": self._editor.record.name, "what": desk.wording.text(kind)},
        )
        desk.perform(Several(tuple(edits)), name)

    def _edits(self, delivery: Delivery, kind: str, *, is_set: bool) -> list[Edit]:
        desk = self._editor.desk
        subject = Subject("artists", self._editor.id)
        return acknowledging(desk.plan, subject, delivery, kind, is_set=is_set, now=wall_clock(desk.today()))

    # -- inner life -----------------------------------------------------------------------------------------

    def _problems_changed(self, _problems: object) -> None:
        if self._editor.kind == "artists":
            self._show_record(self._editor.record)

    def _show_record(self, record: object) -> None:
        if record is None:
            return
        desk = self._editor.desk
        deliveries = appearances_of(desk.plan, self._editor.id)
        today = desk.today()
        past = [one for one in deliveries if one.date is not None and (one.until or one.date) < today]
        coming = [one for one in deliveries if one not in past]
        shown = [self._line_of(one) for one in ((past + coming) if self._shows_past else coming)]
        ways = ways_between(desk.plan, coming)
        seen = (self._editor.id, self._shows_past, len(past), tuple(shown), tuple(ways))
        if seen == self._seen:
            return
        self._seen = seen
        self.set_count(len(coming) or None)
        clear_layout(self._lines)
        for line in shown:
            row = AppearanceRow(desk, line)
            row.acknowledged.connect(self.acknowledge)
            self._lines.addWidget(row)
            self._lines.addWidget(horizontal_line())
        if not shown:
            self._lines.addWidget(Text(desk.look, desk.wording.text("No dates to come."), "small", "text3"))
        self._show_ways(ways)
        self.past.setVisible(bool(past))
        hide, show = desk.wording.text("Hide past dates"), desk.wording.text("Show {n} past dates", n=len(past))
        self.past.setText(hide if self._shows_past else show)

    def _line_of(self, delivery: Delivery) -> _Shown:
        desk = self._editor.desk
        level = ""
        for problem in desk.problems_of(("deliveries", delivery.id)):
            if any(subject == ("artists", self._editor.id) for subject in problem.subjects):
                level = str(problem.level)
                break
        title = delivery_title(desk.wording, desk.plan, delivery.id)
        place = place_name(desk.wording, desk.plan, delivery.id) if delivery.venue or delivery.organisation else ""
        company = desk.plan.organisations.get(delivery.organisation) if delivery.organisation else None
        where = company.name if company is not None and company.name else place
        done = acknowledgements(desk.plan, self._editor.id, delivery)
        return _Shown(delivery, done, level, f"{title} · {where}" if where and where != title else title)

    def _show_ways(self, ways: list[Way]) -> None:
        clear_layout(self._ways)
        desk = self._editor.desk
        look, wording = desk.look, desk.wording
        for row, way in enumerate(ways):
            day = wording.date_short(way.one.date) if way.one.date else ""
            names = [place_name(wording, desk.plan, one.id) for one in (way.one, way.other)]
            icon = Text(look)
            icon.setPixmap(look.pixmap("route", "text2", 14))
            self._ways.addWidget(icon, row, 0)
            self._ways.addWidget(Text(look, f"{day} {names[0]} → {names[1]}", "small", "text2"), row, 1)
            said = (
                wording.text("Travel {need} min, gap {have}", need=way.needed, have=way.left)
                if way.needed is not None
                else wording.text("gap {have} min, travel not known", have=way.left)
            )
            self._ways.addWidget(Text(look, said, "small", "block" if way.is_tight else "text2"), row, 2)

    def _toggle_past(self) -> None:
        self._shows_past = not self._shows_past
        self._show_record(self._editor.record)
