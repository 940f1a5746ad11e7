"""Parts of the operation plan about people at events: guests and the order of ceremony, staff by shift, booths."""

from __future__ import annotations

from director_app.documents.charge_words import BOOTH_KINDS, GUEST_STATES, POST_KINDS
from director_app.documents.report_outline import LATER, Outline
from director_app.documents.sheets import Column, Look, Row, Table
from director_app.domain.ids import DeliveryId
from director_app.domain.outcomes import ReportPart
from director_app.domain.staffing import Guest, GuestState
from director_app.planner.event_staff import posts_in_order
from director_app.wording import message


def add_guests(outline: Outline) -> None:
    """Who is invited, and for each ceremony its order."""
    plan = outline.job.plan
    guests = [one for one in plan.guests.values() if one.state is not GuestState.NOT_COMING]
    guests.sort(key=lambda one: (one.position, one.name, one.id))
    _begin(outline, message("Guests and protocol"), ReportPart.GUESTS, is_known=bool(guests))
    ceremonies = {one.delivery for one in guests}
    for ceremony in sorted(ceremonies, key=str):
        _add_ceremony(outline, ceremony, [one for one in guests if one.delivery == ceremony])


def _add_ceremony(outline: Outline, ceremony: DeliveryId | None, guests: list[Guest]) -> None:
    job, wording = outline.job, outline.wording
    delivery = job.plan.deliveries.get(ceremony) if ceremony else None
    if delivery is not None:
        called = f"{job.facts.title(delivery)} {job.facts.dates(delivery)}"
        outline.text(called, 1)
        for part in sorted(
            (one for one in job.plan.segments.values() if one.delivery == delivery.id),
            key=lambda one: (one.position, one.id),
        ):
            clock = wording.clock(part.start) if part.start is not None else ""
            line = " ".join(said for said in (clock, part.title) if said)
            outline.text(line)
    columns = (
        Column(wording.text("No."), 12, Look.STRONG),
        Column(wording.text("Name"), 34),
        Column(wording.text("Sent by"), 50),
        Column(wording.text("Post"), 34),
        Column(wording.text("In the ceremony"), 38),
        Column(wording.text("State"), 22, Look.GREY),
    )
    rows = tuple(
        Row((str(number), one.name, one.body, one.role, one.part, wording.text(GUEST_STATES[one.state])))
        for number, one in enumerate(guests, start=1)
    )
    outline.add(Table("", columns, rows, size=8.5))


def add_staff(outline: Outline) -> None:
    """Shifts with how many people each takes and how many are found."""
    job, wording = outline.job, outline.wording
    posts = posts_in_order(job.plan)
    _begin(outline, message("Staff"), ReportPart.STAFF, is_known=bool(posts))
    if not posts:
        return
    columns = (
        Column(wording.context("print", "Date"), 34, Look.STRONG),
        Column(wording.context("print", "Time"), 30, Look.TIME),
        Column(wording.text("Task"), 56),
        Column(wording.text("Kind"), 30),
        Column(wording.context("print", "Place"), 40),
        Column(wording.text("Wanted"), 20, Look.TIME),
        Column(wording.text("Found"), 20, Look.TIME),
    )
    rows = []
    for one in posts:
        day = wording.date_short(one.date) if one.date is not None else wording.undecided()
        ends = one.start is not None and one.end is not None
        clock = wording.clock_span(one.start or 0, one.end or 0) if ends else ""
        place = job.facts.venue_name(one.venue) if one.venue else one.zone
        kind = wording.text(POST_KINDS[one.kind])
        rows.append(Row((day, clock, one.title, kind, place, str(one.wanted), str(len(one.people)))))
    outline.add(Table("", columns, tuple(rows), size=8.5))


def add_booths(outline: Outline) -> None:
    """Booths and market places by zone, under the hands-on programmes."""
    job, wording = outline.job, outline.wording
    booths = sorted(job.plan.booths.values(), key=lambda one: (one.zone, one.kind, one.name, one.id))
    if not booths:
        return
    columns = (
        Column(wording.text("Booth"), 60, Look.STRONG),
        Column(wording.text("Kind"), 28),
        Column(wording.text("Zone"), 44),
        Column(wording.text("Run by"), 44),
        Column(wording.text("Power (kW)"), 24, Look.TIME),
    )
    rows = []
    for one in booths:
        company = job.plan.organisations.get(one.organisation) if one.organisation else None
        by = job.facts.said(company, "name") if company is not None else one.run_by
        power = f"{one.power_kw:g}" if one.power_kw is not None else ""
        rows.append(Row((one.name, wording.text(BOOTH_KINDS[one.kind]), one.zone, by, power)))
    outline.add(Table(wording.text("Booths and market places"), columns, tuple(rows), size=8.5))


def _begin(outline: Outline, title: str, part: ReportPart, *, is_known: bool) -> None:
    """Begin a part with its typed words; that it is to be written is said where nothing else is known."""
    outline.part(title)
    if not outline.typed(part) and not is_known:
        outline.text(outline.wording.text(LATER), 1)
