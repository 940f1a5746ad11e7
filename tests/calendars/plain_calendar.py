"""The plain way to write a calendar: whole components of the `icalendar` library, one by one. Slow, and the oracle."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from icalendar import Calendar, vRecur, vText
from icalendar import Event as Component

from director_app.calendars.event import Event


def plain_calendar(events: Iterable[Event], name: str, zones: Iterable[bytes], *, internal: bool) -> bytes:
    """The same calendar as `ical_writer.calendar_bytes`."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Culture Delivery Director//Calendar export//KO")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    for zone in zones:
        calendar.add_component(Calendar.from_ical(zone))
    for event in events:
        calendar.add_component(component_of(event, internal=internal))
    return bytes(calendar.to_ical())


def component_of(event: Event, *, internal: bool) -> Component:
    component = Component()
    component.add("uid", event.uid)
    component.add("dtstamp", utc(event.stamp))
    component.add("last-modified", utc(event.stamp))
    component.add("sequence", event.sequence)
    component.add("status", event.status)
    component.add("summary", event.summary)
    component.add("dtstart", value(event.starts, event.zone))
    if event.ends:
        component.add("dtend", value(event.ends, event.zone))
    if event.rule:
        component.add("rrule", vRecur.from_ical(event.rule))
    if event.recurrence:
        zone, wall = event.recurrence
        component.add("recurrence-id", value(wall, zone))
    if event.left_out:
        component.add("exdate", [value(start, event.zone) for start in event.left_out])
    if event.category:
        component.add("categories", [event.category])
    if event.description:
        component.add("description", event.description)
    if (place := event.place) is not None:
        component.add("location", place.location)
        if place.latitude is not None:
            component.add("geo", (place.latitude, place.longitude))
    if internal:
        component.add("class", "PRIVATE")
    return component


def value(text: str, zone: str) -> datetime.date:
    if not zone:
        return datetime.datetime.strptime(text, "%Y%m%d").date()
    return datetime.datetime.strptime(text, "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo(zone))


def utc(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.UTC)
