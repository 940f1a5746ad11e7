"""What to look at before something is given out, as a list with links, and the enquiries typed right there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from director_app.domain.edits import Put
from director_app.operations.open_plan import StepName
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.publishing.check_line import ENQUIRIES, CheckLine
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField
from director_app.ui.widgets.glyphs import ProblemIcon
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import Text

MOST_HEIGHT = 216


class EnquiriesRow(QWidget):
    """The desk that public print names, typed right where it is missed; saved at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.name, self.phone = LineField(desk.look), LineField(desk.look, tabular=True)
        for field in (self.name, self.phone):
            field.changed_to.connect(self._save)
            field.paused_on.connect(self._keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(4)
        row.addWidget(self.name, 1)
        row.addWidget(self.phone, 1)
        self.hide()

    def retranslate(self) -> None:
        """Say hints in the present language."""
        wording = self._desk.wording
        for field, text in ((self.name, wording.text("Desk for enquiries")), (self.phone, wording.text("Phone"))):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)

    def open(self) -> None:
        """Show the fields with what is there."""
        season = self._desk.plan.season
        self.name.show_value(season.enquiries)
        self.phone.show_value(season.enquiries_phone)
        self.show()
        (self.phone if season.enquiries else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, text: str) -> None:
        self._keep(text)
        if self.name.text().strip() and self.phone.text().strip():
            self.hide()

    def _keep(self, _text: str) -> None:
        season = self._desk.plan.season
        fresh = season._replace(enquiries=self.name.text().strip(), enquiries_phone=self.phone.text().strip())
        title = season.title or self._desk.wording.text("season")
        label = self._desk.wording.text("enquiries")
        self._desk.perform(Put(fresh), StepName(steps.CHANGED, {"title": title, "field": label}))


class CheckList(QWidget):
    """확인할 것: one line each, with a link to where it is mended.

    Signals: ``wanted(object)`` with the CheckLine whose link was used; ``shown()`` when there are other lines.
    """

    wanted = Signal(object)
    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: tuple[CheckLine, ...] = ()
        self.links: list[Button] = []
        look = desk.look
        head = QHBoxLayout()
        self._title = Text(look, "", "small-strong", "text2")
        self._count = Text(look, "", "micro", "text3", tabular=True)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        box = QWidget()
        box.setProperty("kind", "scrolled")
        self._rows = QVBoxLayout(box)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(4)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(box)
        self.enquiries = EnquiriesRow(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._area)
        column.addWidget(self.enquiries)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the heading in the present language."""
        self._title.setText(self._desk.wording.text("To look at"))
        self.enquiries.retranslate()

    def lines(self) -> tuple[CheckLine, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[CheckLine]) -> None:
        """Show these lines."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        open_ones = sum(1 for line in lines if line.level != "ok")
        self._count.setText(str(open_ones) if open_ones else "")
        clear_layout(self._rows)
        self.links = []
        for place, line in enumerate(lines):
            self._rows.addWidget(self._row(place, line))
        self._rows.addStretch(1)
        self.shown.emit()
        self._fit()
        QTimer.singleShot(0, self, self._fit)  # once more when the sentences know how wide they are

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the sentences need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._rows.invalidate()
        width = self._area.viewport().width()
        wanted = self._rows.totalHeightForWidth(width) if self._rows.hasHeightForWidth() else 0
        self._area.setFixedHeight(min(MOST_HEIGHT, max(24, wanted, self._rows.sizeHint().height())))

    def _row(self, place: int, line: CheckLine) -> QWidget:
        look = self._desk.look
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        if line.level == "ok":
            mark: QWidget = Text(look)
            if isinstance(mark, Text):
                mark.setPixmap(look.pixmap("check", "ok", 14))
        else:
            mark = ProblemIcon(look, line.level)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 2, 0, 0)
        beside.addWidget(mark)
        beside.addStretch(1)
        row.addLayout(beside)
        tone = "text2" if line.level == "ok" else "text"
        row.addWidget(Text(look, line.sentence, "small", tone, wraps=True), 1)
        if line.link:
            link = Button(look, line.link, "link")
            link.setProperty("place", place)
            link.clicked.connect(self._use)
            self.links.append(link)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _use(self) -> None:
        line = self._lines[int(self.sender().property("place"))]
        if line.subject == ENQUIRIES:
            self.enquiries.open()
        else:
            self.wanted.emit(line)
