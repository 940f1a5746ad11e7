"""When the sun sets and dusk ends where a season takes place, in wall-clock minutes of the plan's zone.

The horizon is flat and the air standard, as in an almanac: true to about a minute, never to be printed as exact.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from statistics import fmean
from zoneinfo import ZoneInfo

from director_app.domain.ids import VenueId
from director_app.domain.plan import Plan
from director_app.domain.timeline import WallMinute


def place_of_sun(plan: Plan, venue: VenueId | None = None) -> tuple[float, float] | None:
    """Latitude and longitude (WGS 84 degrees) to reckon with: the venue's own, else the middle of all known venues."""
    one = plan.venues.get(venue) if venue is not None else None
    if one is not None and one.latitude is not None and one.longitude is not None:
        return one.latitude, one.longitude
    known = [
        (each.latitude, each.longitude)
        for each in plan.venues.values()
        if each.latitude is not None and each.longitude is not None
    ]
    if not known:
        return None
    return fmean(latitude for latitude, _ in known), fmean(longitude for _, longitude in known)


def sunset(plan: Plan, day: datetime.date, venue: VenueId | None = None) -> WallMinute | None:
    """The minute of the day at which the sun sets; None where no place is known or the sun does not set that day."""
    place = place_of_sun(plan, venue)
    return None if place is None else _going_down(day, *place, plan.season.zone, is_dusk=False)


def dusk(plan: Plan, day: datetime.date, venue: VenueId | None = None) -> WallMinute | None:
    """The end of civil twilight, the sun 6 degrees below the horizon; None as with `sunset`."""
    place = place_of_sun(plan, venue)
    return None if place is None else _going_down(day, *place, plan.season.zone, is_dusk=True)


@lru_cache(maxsize=4096)
def _going_down(
    day: datetime.date, latitude: float, longitude: float, zone: str, *, is_dusk: bool
) -> WallMinute | None:
    from astral import Observer, sun  # late: a month needs no sun

    reckon = sun.dusk if is_dusk else sun.sunset
    try:
        found = reckon(Observer(latitude, longitude), date=day, tzinfo=ZoneInfo(zone))
    except ValueError:  # astral's word for "never reaches the horizon"
        return None
    seconds = found.hour * 3600 + found.minute * 60 + found.second
    return WallMinute(round(seconds / 60))
