"""When an artist or a venue can: brushes, the week to paint on, and the dates that differ."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.people import AvailabilityValue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import end_minute, strand_of
from director_app.ui.forms.appearances import appearances_of
from director_app.ui.forms.availability_grid import AvailabilityGrid, BookedBlock, PaintedArea
from director_app.ui.forms.bound_form import Section
from director_app.ui.forms.exceptions_part import ExceptionsSection
from director_app.ui.forms.patterns import BrushButton
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.forms.week_pattern import BEST_TO_WORST, Owner, edit_to, painted, week_of
from director_app.ui.widgets.text import Text
from director_app.wording import message

LABEL = message("weekly availability")


class AvailabilityPart(QWidget):
    """The whole right column of an artist's form."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        look = editor.desk.look
        self._head = Section(editor.desk, message("Availability"), lined=False)
        self._every = Text(look, "", "small", "text2")
        self._head.add_action(self._every)
        self.brushes = [BrushButton(look, value, str(key)) for key, value in enumerate(BEST_TO_WORST, 1)]
        for button in self.brushes:
            button.clicked.connect(self._brush_clicked)
        self.grid = AvailabilityGrid(look)
        self.grid.painted.connect(self._paint)
        self.grid.brush_chosen.connect(self._show_brush)
        self.exceptions = ExceptionsSection(editor)
        self._show_brush(AvailabilityValue.IMPOSSIBLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._head)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.brushes:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.grid)
        column.addSpacing(8)
        column.addWidget(self.exceptions)
        column.addStretch(1)
        editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self._head.retranslate()
        self._every.setText(wording.text("every week"))
        for button in self.brushes:
            button.retranslate()
        self.grid.setAccessibleName(wording.text("Weekly availability, arrows and Shift to select, 1 to 4 to paint"))
        self.exceptions.retranslate()
        self.grid.update()

    def _brush_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, BrushButton):
            self.grid.choose_brush(button.value)

    def _show_brush(self, value: AvailabilityValue) -> None:
        self.grid.choose_brush(value)
        for button in self.brushes:
            button.setChecked(button.value is value)

    def _show_record(self, record: object) -> None:
        if record is None:
            return
        week = week_of(self.exceptions.statements())
        self.grid.show_week(week, self._booked())

    def _booked(self) -> list[BookedBlock]:
        """What the artist does in the week of today."""
        desk = self._editor.desk
        if self._editor.kind != "artists":
            return []
        monday = desk.today() - datetime.timedelta(days=desk.today().weekday())
        sunday = monday + datetime.timedelta(days=6)
        found = []
        for delivery in appearances_of(desk.plan, self._editor.id):
            if delivery.date is None or not monday <= delivery.date <= sunday or delivery.start is None:
                continue
            if delivery.status.takes_place:
                found.append(_block(desk.plan, delivery))
        return found

    def _paint(self, area: PaintedArea) -> None:
        statements = self.exceptions.statements()
        week = painted(week_of(statements), range(area.first, area.last + 1), area.start, area.end, area.value)
        edit = edit_to(Owner(self._editor.kind, self._editor.id), statements, week)
        if edit is not None:
            self._editor.desk.perform(edit, self._editor.step(self._editor.desk.wording.text(LABEL)))


def _block(plan: Plan, delivery: Delivery) -> BookedBlock:
    end, _assumed = end_minute(plan, delivery)
    start = delivery.start or 0
    programme = plan.programmes.get(delivery.programme) if delivery.programme else None
    company = plan.organisations.get(delivery.organisation) if delivery.organisation else None
    venue = plan.venues.get(delivery.venue) if delivery.venue else None
    text = (company.name if company else "") or (venue.name if venue else "") or (programme.title if programme else "")
    strand = strand_of(plan, delivery)
    weekday = delivery.date.weekday() if delivery.date else 0
    return BookedBlock(weekday, start, end if end is not None else start, text, strand.hue if strand else -1)
