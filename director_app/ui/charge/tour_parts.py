"""What stands below a route: its stops in order, and the dated tours with how many come, each a way to its date."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.ids import RouteId
from director_app.domain.programme import Delivery
from director_app.domain.tours import Route
from director_app.operations.naming import when_text
from director_app.planner.tours import tour_dates
from director_app.ui.charge.charge_lines import ChargeLines, ListTable
from director_app.ui.desk import Desk
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.record_form import clear_layout
from director_app.wording import message

#: As far in as the stops above.
_INDENT: Final = 24


class DateLink(Button):
    """One dated tour; a click shows it in the schedule."""

    def __init__(self, desk: Desk, delivery: Delivery, text: str) -> None:
        super().__init__(desk.look, text, "link")
        self._desk = desk
        self.subject = Subject("deliveries", delivery.id)
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self._desk.select((self.subject,))
        self._desk.go_to("schedule", self.subject)


class TourParts(QWidget):
    """Stops and dates of one route."""

    def __init__(self, desk: Desk, stops: ListTable, route: str) -> None:
        super().__init__()
        self._desk = desk
        self._id = RouteId(route)
        self.stops = ChargeLines(desk, stops, ("route", route))
        self.more = Button(desk.look, "", "link", "calendar-plus")
        self.more.clicked.connect(self._show_programme)
        self._box = QWidget()
        self._flow = FlowLayout(self._box, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.stops)
        dates = QVBoxLayout()
        dates.setContentsMargins(_INDENT, 0, 0, 0)
        dates.addWidget(self._box)
        column.addLayout(dates)

    def refresh(self) -> None:
        """Show stops and dates as they are now."""
        self.stops.refresh()
        self.more.setText(self._desk.wording.text("More dates of this tour"))
        route = self._desk.plan.routes.get(self._id)
        if route is None:
            return
        self._flow.removeWidget(self.more)
        clear_layout(self._flow)
        for delivery in tour_dates(self._desk.plan, route):
            self._flow.addWidget(DateLink(self._desk, delivery, self._said(route, delivery)))
        self.more.setVisible(route.programme is not None)
        self._flow.addWidget(self.more)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.stops.retranslate()
        self.refresh()

    def _said(self, route: Route, delivery: Delivery) -> str:
        wording, plan = self._desk.wording, self._desk.plan
        when, heads = when_text(wording, plan, delivery.id), delivery.expected_heads or 0
        if route.places is None:
            return wording.text("{when}, {n} people", when=when, n=wording.number(heads)) if heads else when
        words = message("{when}, {n} of {places} places")
        return wording.text(words, when=when, n=wording.number(heads), places=wording.number(route.places))

    def _show_programme(self) -> None:
        route = self._desk.plan.routes.get(self._id)
        if route is not None and route.programme is not None:
            self._desk.go_to("programmes", Subject("programmes", route.programme))
