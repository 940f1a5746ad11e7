"""Sunset against figures that the Korea Astronomy and Space Science Institute printed."""

import datetime

import pytest

from director_app.domain.ids import VenueId
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.planner.sun import sunset


def at(latitude: float | None, longitude: float | None) -> Plan:
    return Plan.of([Venue(VenueId("v"), latitude=latitude, longitude=longitude)])


@pytest.mark.parametrize(
    ("latitude", "longitude", "day", "printed"),
    [
        (37.5665, 126.978, datetime.date(2025, 12, 31), 17 * 60 + 23),  # Seoul
        (35.8714, 128.6014, datetime.date(2025, 12, 31), 17 * 60 + 22),  # Daegu
        (36.1195, 128.3446, datetime.date(2026, 5, 7), 19 * 60 + 18),  # Gumi
    ],
)
def test_sunset_is_the_almanacs_within_a_minute(
    latitude: float, longitude: float, day: datetime.date, printed: int
) -> None:
    found = sunset(at(latitude, longitude), day, VenueId("v"))
    assert found is not None
    assert abs(found - printed) <= 1


def test_a_venue_without_coordinates_has_the_sunset_of_the_others() -> None:
    here = Venue(VenueId("v"), latitude=36.1, longitude=128.3)
    plan = Plan.of([here, Venue(VenueId("w"))])
    day = datetime.date(2025, 10, 14)
    assert sunset(plan, day, VenueId("w")) == sunset(plan, day, VenueId("v"))


def test_no_place_no_sunset() -> None:
    assert sunset(at(None, None), datetime.date(2025, 10, 14)) is None


def test_where_the_sun_does_not_set_there_is_none() -> None:
    assert sunset(at(80.0, 20.0), datetime.date(2025, 6, 21)) is None
