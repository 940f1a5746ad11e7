"""The festival view of a day: zones of an event as rows, in the event's order."""

from __future__ import annotations

import datetime
from typing import Any

from director_app.domain.edits import Change, resolve
from director_app.domain.ids import EventId, VenueId
from director_app.domain.programme import EventZone
from director_app.operations.sample_season import sample_season
from director_app.ui.main_window import MainWindow
from director_app.ui.schedule import zones
from director_app.wording import Wording

DAY = datetime.date(2025, 10, 8)
EVENT = EventId("event-gif")
HALL = VenueId("venue-bangrim-67")


def used(plan: Any) -> set[str]:
    return {row for name in plan.on_day(DAY) for row in zones.rows_of(plan, plan.deliveries[name])}


def test_zones_come_first_in_the_order_of_the_event() -> None:
    plan = sample_season()
    (group,) = zones.groups(plan, used(plan))
    assert group.key == EVENT
    assert group.rows[0] == f"{EVENT}/{HALL}"
    zone, place = zones.words(Wording("ko"), plan, group.rows[0])
    assert zone == "제6·7창고 체험존"
    assert place == plan.venues[HALL].name
    assert zones.words(Wording("ko"), plan, f"{EVENT}/venue-bangrim") == (
        plan.venues[VenueId("venue-bangrim")].name,
        "",
    )


def test_what_belongs_to_no_event_has_no_row_and_no_place_is_said() -> None:
    plan = sample_season()
    one = next(each for each in plan.deliveries.values() if each.event == EVENT)
    assert zones.rows_of(plan, one._replace(event=None)) == []
    nowhere = zones.rows_of(plan, one._replace(venue=None))
    assert nowhere == [f"{EVENT}/"]
    assert zones.words(Wording("en"), plan, nowhere[0]) == ("Place undecided", "")
    two = (EventZone("나중", VenueId("venue-bangrim")), EventZone("먼저", HALL))
    plan, _changes = resolve(plan, Change("events", EVENT, {"zones": two}))
    (group,) = zones.groups(plan, used(plan) | set(nowhere))
    assert group.rows[:2] == (f"{EVENT}/venue-bangrim", f"{EVENT}/{HALL}")
    assert group.rows[-1] == f"{EVENT}/"


def test_a_day_of_the_festival_by_its_zones(sample_window: MainWindow, qtbot: Any) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("schedule")
    page: Any = frame.page("schedule")
    page.show_view("day")
    page.state.turn_to(DAY)
    page.day.options.choose(by="zones")
    sample_window.grab()
    rows = [row.key for row in page.day.layout_now.rows if row.key]
    assert f"{EVENT}/{HALL}" in rows
