"""From place to place: the minutes people need between two deliveries, and the rest they get over night."""

from __future__ import annotations

from typing import Final

from director_app.domain.facts import TravelMode
from director_app.domain.ids import AreaId, ArtistId, TravelId
from director_app.domain.places import Travel
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_at
from director_app.domain.timeline import DAY, DAY_ENDS, Span
from director_app.planner.rain import shelter_of

#: Less to spare than this on a way is tight: a gate, a lift, a parking place.
SPARE: Final = 10
#: Rest between two days' work, as the Labour Standards Act (근로기준법) article 59(2) asks where hours may be long;
#: artists are rarely employed, so that it is a measure and not their right.
REST: Final = 11 * 60


def where(plan: Plan, delivery: Delivery) -> AreaId | None:
    """The area people have to be in: that of the place, else the one that is planned."""
    found = area_at(plan, delivery.venue)
    return found if found is not None else delivery.area


def minutes_between(plan: Plan, one: AreaId | None, other: AreaId | None, mode: TravelMode | None = None) -> int | None:
    """The minutes of the way between two areas; None within one area or where nobody said.

    `mode` is how they get there: with None, or where nobody said how long that takes, the quickest way counts.
    """
    if one is None or other is None or one == other or not plan.travels:
        return None
    ways = plan.users_of_kind("areas", one, "travels") & plan.users_of_kind("areas", other, "travels")
    known = (minutes_of(plan.travels[TravelId(name)], mode) for name in ways)
    return min((minutes for minutes in known if minutes is not None), default=None)


def minutes_from(plan: Plan, area: AreaId, mode: TravelMode | None = None) -> dict[AreaId, int]:
    """The minutes of the way from an area to each other one where somebody said them."""
    found: dict[AreaId, int] = {}
    for name in plan.users_of_kind("areas", area, "travels"):
        way = plan.travels[TravelId(name)]
        minutes, other = minutes_of(way, mode), way.other if way.one == area else way.one
        if minutes is not None and other != area:
            found[other] = min(found.get(other, minutes), minutes)
    return found


def longest_way(plan: Plan) -> int:
    """The longest way of a plan, by whatever means."""
    return max(
        (minutes or 0 for way in plan.travels.values() for minutes in (way.walk_minutes, way.van_minutes)), default=0
    )


def minutes_of(way: Travel, mode: TravelMode | None = None) -> int | None:
    """How long a way takes by a means; the quickest where none is named or nobody said how long that takes."""
    stated = {TravelMode.WALK: way.walk_minutes, TravelMode.VAN: way.van_minutes}
    if mode is not None and stated[mode] is not None:
        return stated[mode]
    return min((minutes for minutes in stated.values() if minutes is not None), default=None)


def mode_of(plan: Plan, person: ArtistId) -> TravelMode | None:
    """How somebody gets from area to area; None where it was not said."""
    known = plan.artists.get(person)
    return known.travels_by if known is not None else None


def where_in_rain(plan: Plan, delivery: Delivery) -> AreaId | None:
    """The area people have to be in once everything has gone to its place for rain."""
    shelter = shelter_of(plan, delivery)
    found = area_at(plan, shelter) if shelter is not None else None
    return found if found is not None else where(plan, delivery)


def is_next_day(earlier: Span, later: Span) -> bool:
    """Whether a night lies between two spans: the programme day turns at 05:00."""
    return (later.start - DAY_ENDS) // DAY > (earlier.end - 1 - DAY_ENDS) // DAY


def is_near(one: Span, other: Span, way: int | None) -> bool:
    """Whether somebody who is needed for both is short of time between them; not when both overlap."""
    earlier, later = (one, other) if one.start <= other.start else (other, one)
    gap = later.start - earlier.end
    if gap < 0:
        return False
    return (way is not None and gap < way + SPARE) or (gap < REST and is_next_day(earlier, later))
