"""Which deliveries an edit can have touched: only those are looked at again."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final

from director_app.domain.council import Decision, DecisionState
from director_app.domain.culture_calendar import SpecialDay
from director_app.domain.ids import DeliveryId, SegmentId
from director_app.domain.people import Site
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Segment
from director_app.domain.tours import Route, Stop

#: A crew's turn of one date reaches into the next, and a delivery past midnight into the one after.
_AROUND: Final = datetime.timedelta(days=3)


def touched_deliveries(before: Plan, after: Plan, changes: Iterable[RecordChange]) -> set[DeliveryId]:
    """The deliveries whose problems changes can have touched."""
    touched: set[DeliveryId] = set()
    for change in changes:
        if change.kind == "deliveries":
            touched.add(DeliveryId(change.id))
        elif change.kind in ("seasons", "travels", "complexes") or (change.kind == "decisions" and _binds_anew(change)):
            touched.update(after.deliveries)
            touched.update(before.deliveries)
        elif change.kind == "availabilities":
            for stated in (change.before, change.after):
                if stated is not None:
                    _collect_users(before, after, _stated_for(stated), touched)
        elif change.kind == "special_days":
            days = [one for one in (change.before, change.after) if isinstance(one, SpecialDay)]
            touched.update(name for one in days for name in _around(after, one.first, one.last))
        elif change.kind == "sites":
            sites = [one for one in (change.before, change.after) if isinstance(one, Site)]
            named = [("organisations", str(one.organisation)) for one in sites]
            named += [("areas", str(one.area)) for one in sites if one.area is not None]
            _collect_users(before, after, named, touched)
        elif change.kind == "segments":
            touched.update(part.delivery for part in (change.before, change.after) if isinstance(part, Segment))
        elif change.kind in ("programmes", "artists", "venues", "events", "routes", "stops", "works"):
            _collect_users(before, after, [(change.kind, change.id), *_tours(before, after, change)], touched)
            if _moved_the_sun(change):
                touched.update(_needing_darkness(after))
    return touched


def _moved_the_sun(change: RecordChange) -> bool:
    """Whether the place that the sun is reckoned for, where a venue has none of its own, may be another now."""
    if change.kind != "venues":
        return False
    places = [(one.latitude, one.longitude) if one is not None else None for one in (change.before, change.after)]
    return places[0] != places[1]


def _needing_darkness(plan: Plan) -> set[DeliveryId]:
    dark = {name for name, programme in plan.programmes.items() if programme.needs.darkness}
    dark |= {route.programme for route in plan.routes.values() if route.programme}  # they may stop at works of light
    return {DeliveryId(user) for name in dark for user in plan.users_of_kind("programmes", name, "deliveries")}


def _stated_for(stated: object) -> list[tuple[str, str]]:
    named = (("artists", getattr(stated, "artist", None)), ("venues", getattr(stated, "venue", None)))
    return [(kind, identity) for kind, identity in named if identity]


def _collect_users(before: Plan, after: Plan, named: list[tuple[str, str]], touched: set[DeliveryId]) -> None:
    seen = set(named)
    waiting = list(named)
    while waiting:
        kind, identity = waiting.pop()
        for user in before.users(kind, identity) | after.users(kind, identity):
            if user[0] == "deliveries":
                touched.add(DeliveryId(user[1]))
            elif user[0] == "segments":
                found = (plan.segments.get(SegmentId(user[1])) for plan in (before, after))
                touched.update(part.delivery for part in found if part is not None)
            elif user[0] in ("programmes", "artists", "venues", "events", "works") and user not in seen:
                seen.add(user)
                waiting.append(user)
            elif user[0] == "stops":
                further = {led for plan in (before, after) for led in _led_to(plan, plan.find(*user))} - seen
                seen |= further
                waiting.extend(further)


def _binds_anew(change: RecordChange) -> bool:
    """Whether a decision of the council binds other dates now, or in another way."""
    before, after = (_binding(one) for one in (change.before, change.after))
    return before != after


def _binding(decision: Decision | None) -> tuple[object, ...]:
    if decision is None or decision.rule.is_empty or decision.state is DecisionState.VOID:
        return ()
    return decision.rule, decision.delivery, decision.programme, decision.venue, decision.expires


def _tours(before: Plan, after: Plan, change: RecordChange) -> list[tuple[str, str]]:
    return [*_led_to(before, change.before), *_led_to(after, change.after)]


def _led_to(plan: Plan, way: object) -> list[tuple[str, str]]:
    """The programme of the tours along a route, or along that of a stop: nothing names it from there."""
    route = plan.routes.get(way.route) if isinstance(way, Stop) and way.route else way
    return [("programmes", route.programme)] if isinstance(route, Route) and route.programme else []


def _around(plan: Plan, first: datetime.date, last: datetime.date) -> set[DeliveryId]:
    """The deliveries of these dates and the nights beside them."""
    first, last = first - _AROUND, last + _AROUND
    return {name for day in plan.days() if first <= day <= last for name in plan.on_day(day)}
