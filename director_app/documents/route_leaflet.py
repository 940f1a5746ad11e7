"""The leaflet of a tour: its stops in order with the ways between them, and the dates on which it is walked."""

from __future__ import annotations

from typing import Final

from director_app.documents.layout import Job
from director_app.documents.sheets import (
    Block,
    Box,
    Boxes,
    Column,
    Head,
    Look,
    Note,
    Row,
    Sheet,
    Sheets,
    Table,
    pieces,
)
from director_app.domain.refusals import RefusedInput
from director_app.domain.tours import Route
from director_app.planner.tours import Leg, legs, minutes_of, tour_dates
from director_app.wording import message

NO_ROUTE: Final = message("The plan has no route with stops, so {document} cannot be made.")


def route_leaflet(job: Job) -> Sheets:
    """What the pages say: one for each route with stops, or for that of the wanted programme.

    Raises:
        RefusedInput: when there is none.
    """
    plan, scope = job.plan, job.options.scope
    routes = [
        one
        for one in sorted(plan.routes.values(), key=lambda route: (route.title, route.id))
        if legs(plan, one) and (scope.programme is None or one.programme == scope.programme)
    ]
    if not routes:
        raise RefusedInput(NO_ROUTE, document=job.title)
    colour = plan.complex.colour if plan.complex else ""
    return Sheets(tuple(_sheet(job, one) for one in routes), job.facts.foot(job.options), colour)


def _sheet(job: Job, route: Route) -> Sheet:
    wording, facts, plan = job.wording, job.facts, job.plan
    boxes = [
        Box(wording.text("How long"), wording.text("{minutes} min", minutes=minutes_of(plan, route)), is_main=True)
    ]
    if route.meeting_point:
        boxes.insert(0, Box(wording.text("Meeting point"), route.meeting_point, is_main=True))
    if route.places is not None:
        boxes.append(Box(wording.text("Number of places"), wording.number(route.places)))
    programme = plan.programmes.get(route.programme) if route.programme else None
    intro = facts.programme_text(programme, "intro") if programme is not None else ""
    blocks: list[Block] = [Boxes(tuple(boxes))]
    if intro:
        blocks.append(Note(intro))
    blocks += [_stops(job, route), _dates(job, route)]
    if any(leg.stop.safety_talk for leg in legs(plan, route)):
        blocks.append(Note(wording.text("A safety talk comes first where it is marked; wear closed shoes there.")))
    title = facts.said(route, "title")
    head = Head(job.title, title, under=facts.season_title(), under_right=facts.complex_name())
    return Sheet(head, tuple(blocks))


def _stops(job: Job, route: Route) -> Table:
    wording = job.wording
    columns = (
        Column(wording.text("No."), 12, Look.STRONG),
        Column(wording.text("What is seen"), 84),
        Column(wording.text("From the stop before"), 40, Look.GREY),
        Column(wording.text("Reached after"), 26, Look.TIME),
        Column(wording.text("There for"), 26, Look.TIME),
    )
    found = enumerate(legs(job.plan, route), start=1)
    return Table(wording.text("Stops"), columns, tuple(_stop(job, number, leg) for number, leg in found))


def _stop(job: Job, number: int, leg: Leg) -> Row:
    wording, facts, plan, stop = job.wording, job.facts, job.plan, leg.stop
    venue = plan.venues.get(stop.venue) if stop.venue else None
    company = plan.organisations.get(stop.organisation) if stop.organisation else None
    work = plan.works.get(stop.work) if stop.work else None
    named = [
        facts.venue_name(venue.id) if venue is not None else "",
        facts.said(company, "name") if company is not None else "",
        facts.said(work, "title") if work is not None else "",
        wording.text("with a safety talk") if stop.safety_talk else "",
    ]
    address = facts.said(venue, "address") if venue is not None else ""
    below = " · ".join(dict.fromkeys(part for part in named if part and part != stop.title))
    seen = pieces((stop.title or below, Look.STRONG), (below if stop.title else "", Look.GREY), (address, Look.GREY))
    ways = (
        wording.text("{minutes} min on foot", minutes=stop.walk_minutes) if stop.walk_minutes else "",
        wording.text("{minutes} min by bus", minutes=stop.bus_minutes) if stop.bus_minutes else "",
    )
    way = " · ".join(part for part in ways if part)
    reached = wording.text("{minutes} min", minutes=leg.arrives) if leg.arrives else ""
    return Row(
        (str(number), seen, way, reached, wording.text("{minutes} min", minutes=stop.minutes) if stop.minutes else "")
    )


def _dates(job: Job, route: Route) -> Table:
    wording, facts = job.wording, job.facts
    columns = (
        Column(wording.context("print", "Date"), 60, Look.STRONG),
        Column(wording.context("print", "Booking"), 128, Look.GREY),
    )
    programme = job.plan.programmes.get(route.programme) if route.programme else None
    holds, rows = job.options.scope.holds(job.plan), []
    for one in filter(holds, tour_dates(job.plan, route)):
        when = " ".join(part for part in (facts.dates(one), facts.clock_text(one)) if part)
        rows.append(Row((when, facts.booking(one, programme))))
    return Table(wording.text("Dates"), columns, tuple(rows), none=wording.text("Dates are still to be announced."))
