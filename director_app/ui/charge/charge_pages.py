"""The pages of council, tours, event days and spaces: tables, what stands at the head, and the document behind each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QWidget

from director_app.planner.council import open_conditions
from director_app.planner.event_staff import missing
from director_app.planner.spaces import duties_of, points_of
from director_app.planner.tours import minutes_of, tour_dates
from director_app.ui.charge import charge_tables, council_tables
from director_app.ui.charge.charge_lines import ChargeLines, ListTable
from director_app.ui.desk import Desk
from director_app.ui.lines.export_button import ExportButton
from director_app.ui.lines.sections_page import SectionsPage
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.wording import message

Sums = Callable[[Desk], list[str]]
#: What goes into a workbook with a list: what is typed below its lines.
_ALONG: Final = MappingProxyType({"routes": ("stops",)})


@dataclass(frozen=True, slots=True)
class PageTable:
    """One page. `title` is a message; `document` is made from what stands here, `print_as` names it."""

    title: str
    lists: tuple[ListTable, ...]
    sums: Sums
    document: str = ""
    print_as: str = ""


class ChargePage(SectionsPage):
    """The lists of one table."""

    def __init__(self, desk: Desk, table: PageTable, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.table = table
        self.print = Button(desk.look, "", "normal", "printer", small=True)
        self.print.setVisible(bool(table.document))
        self.print.clicked.connect(self._show_document)
        self.export = ExportButton(
            desk, [kind for one in table.lists for kind in (one.kind, *_ALONG.get(one.kind, ()))]
        )
        self.lay_out(*(ChargeLines(desk, one) for one in table.lists), beside=row_of(self.export, self.print))

    def toolbar_title(self) -> str:
        """The name of the page."""
        return self.desk.wording.text(self.table.title)

    def sums_said(self) -> list[str]:
        """What the page says at its head."""
        return self.table.sums(self.desk)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        self.print.setText(self.desk.wording.text(self.table.print_as) if self.table.print_as else "")
        self.export.retranslate()

    def _show_document(self) -> None:
        self.desk.go_to("publish", self.table.document)


def _council_sums(desk: Desk) -> list[str]:
    plan, wording, today = desk.plan, desk.wording, desk.today()
    standing = open_conditions(plan)
    late = [one for one in standing if one.due is not None and one.due < today]
    rules = sum(1 for one in plan.decisions.values() if not one.rule.is_empty)
    said = [
        wording.plural("{n} member of the council", "{n} members of the council", len(plan.council_members)),
        wording.plural("{n} meeting", "{n} meetings", len(plan.meetings)),
        wording.plural("{n} open condition", "{n} open conditions", len(standing)),
    ]
    if late:
        said.append(wording.plural("{n} of them late", "{n} of them late", len(late)))
    if rules:
        said.append(wording.plural("{n} rule is checked", "{n} rules are checked", rules))
    return said


def _tour_sums(desk: Desk) -> list[str]:
    plan, wording = desk.plan, desk.wording
    routes = sorted(plan.routes.values(), key=lambda one: (one.title, one.id))
    return [
        wording.text(
            "{route}: {minutes} min, {dates}",
            route=one.title or wording.undecided(),
            minutes=minutes_of(plan, one),
            dates=wording.plural("{n} dated tour", "{n} dated tours", len(tour_dates(plan, one))),
        )
        for one in routes
    ]


def _event_sums(desk: Desk) -> list[str]:
    plan, wording = desk.plan, desk.wording
    short = sum(missing(one) for one in plan.posts.values())
    said = [
        wording.plural("{n} shift", "{n} shifts", len(plan.posts)),
        wording.plural("{n} booth", "{n} booths", len(plan.booths)),
        wording.plural("{n} guest", "{n} guests", len(plan.guests)),
    ]
    return [*said, wording.plural("{n} person still wanted", "{n} people still wanted", short)] if short else said


def _space_sums(desk: Desk) -> list[str]:
    plan, wording = desk.plan, desk.wording
    said = [
        wording.plural("{n} stay", "{n} stays", len(plan.stays)),
        wording.plural("{n} duty or deadline ahead", "{n} duties and deadlines ahead", len(duties_of(plan))),
    ]
    supports = sorted(plan.supports.values(), key=lambda support: (support.title, support.id))
    words = message("{title}: {points} of 100")
    judged = [(one.title, points) for one in supports if (points := points_of(one)) is not None]
    return [*said, *(wording.text(words, title=title, points=f"{points:.1f}") for title, points in judged)]


_COUNCIL: Final = PageTable(
    message("Council"), (council_tables.DECISIONS, council_tables.MEETINGS, council_tables.MEMBERS), _council_sums,
    "council-minutes", message("Print the minutes"),
)  # fmt: skip
_TOURS: Final = PageTable(
    message("Tours"), (charge_tables.ROUTES,), _tour_sums, "route-leaflet", message("Print the leaflet")
)  # fmt: skip
_EVENT_DAYS: Final = PageTable(
    message("Event days"), (charge_tables.EVENTS, charge_tables.POSTS, charge_tables.BOOTHS, charge_tables.GUESTS),
    _event_sums, "festival-programme", message("Print the programme"),
)  # fmt: skip
_SPACES: Final = PageTable(
    message("Spaces"), (charge_tables.CALLS, charge_tables.STAYS, charge_tables.SUPPORTS), _space_sums
)  # fmt: skip


def council_page(desk: Desk, parent: QWidget | None = None) -> ChargePage:
    """Members, meetings and decisions of the council."""
    return ChargePage(desk, _COUNCIL, parent)


def tours_page(desk: Desk, parent: QWidget | None = None) -> ChargePage:
    """Routes with their stops."""
    return ChargePage(desk, _TOURS, parent)


def event_days_page(desk: Desk, parent: QWidget | None = None) -> ChargePage:
    """Set-up days, shifts, booths and guests of events."""
    return ChargePage(desk, _EVENT_DAYS, parent)


def spaces_page(desk: Desk, parent: QWidget | None = None) -> ChargePage:
    """Open calls, stays, and support for spaces."""
    return ChargePage(desk, _SPACES, parent)
