"""The festival view of a day: the zones of each event across the hours. No Qt."""

from __future__ import annotations

from director_app.domain.ids import EventId, VenueId
from director_app.domain.local_texts import said
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Event
from director_app.ui.schedule.geometry_day import Group
from director_app.wording import Wording

_BETWEEN = "/"


def rows_of(plan: Plan, one: Delivery) -> list[str]:
    """The row of a delivery: its event and the place it stands at; what belongs to no event has none."""
    if one.event is None or one.event not in plan.events:
        return []
    venue = one.venue if one.venue in plan.venues else None
    return [f"{one.event}{_BETWEEN}{venue or ''}"]


def groups(plan: Plan, used: set[str]) -> tuple[Group, ...]:
    """Each event that has something on these days, over its zones in their order, then over its other places."""
    by_event: dict[str, list[str]] = {}
    for row in used:
        by_event.setdefault(_parts(row)[0], []).append(row)
    events = sorted((plan.events[EventId(one)] for one in by_event), key=lambda one: (one.title, one.id))
    return tuple(
        Group(event.id, tuple(sorted(by_event[event.id], key=lambda row: _place(plan, event, _parts(row)[1]))))
        for event in events
    )


def words(wording: Wording, plan: Plan, row: str) -> tuple[str, str]:
    """What is written beside a row: the zone, and under it the place; the place alone where it is no zone."""
    event_id, venue_id = _parts(row)
    venue = plan.venues.get(VenueId(venue_id))
    if venue is None:
        return wording.text("Place undecided"), ""
    name = said(venue, "name", english=wording.language == "en")
    zone = _zone(plan.events.get(EventId(event_id)), venue_id)
    return (zone, name) if zone else (name, "")


def _parts(row: str) -> tuple[str, str]:
    event, _, venue = row.rpartition(_BETWEEN)
    return event, venue


def _zone(event: Event | None, venue: str) -> str:
    named = event.zones if event is not None else ()
    return " · ".join(zone.name for zone in named if zone.venue == venue and zone.name)


def _place(plan: Plan, event: Event, venue: str) -> tuple[int, str]:
    """Zones in the event's order, then its own place and others by name, the undecided last."""
    order = [zone.venue for zone in event.zones]
    if venue in order:
        return order.index(VenueId(venue)), ""
    known = plan.venues.get(VenueId(venue))
    return (len(order), known.name) if known is not None else (len(order) + 1, "")
