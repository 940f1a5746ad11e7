"""How one gets into a place and what it has, in words: for sheets of the office and for artists."""

from __future__ import annotations

from director_app.documents.content import Fact
from director_app.domain.facts import Setting
from director_app.domain.places import Venue
from director_app.wording import Wording, message

_SETTINGS = {
    Setting.INDOOR: message("indoors"),
    Setting.OUTDOOR: message("outdoors"),
    Setting.BOTH: message("indoors and outdoors"),
}


def access_facts(wording: Wording, venue: Venue) -> tuple[Fact, ...]:
    """Address, gate, pass, safety, parking and way; only what is known."""
    access = venue.access
    days = access.pass_days
    gate = [access.gate, wording.text("Tell the number of the car beforehand.") if access.vehicle_number else ""]
    rows = (
        Fact(wording.text("Address"), venue.address),
        Fact(wording.text("Gate"), " · ".join(part for part in gate if part)),
        Fact(wording.text("Pass"), "" if days is None else wording.plural("{n} day before", "{n} days before", days)),
        Fact(wording.context("place", "Safety"), wording.text("Safety shoes needed") if access.safety_shoes else ""),
        Fact(wording.text("Photography"), access.photography),
        Fact(wording.text("Parking"), access.parking),
        Fact(wording.text("Meeting point"), access.meeting_point),
        Fact(wording.text("Way there"), venue.directions),
    )
    return tuple(row for row in rows if row.text)


def room_facts(wording: Wording, venue: Venue) -> tuple[Fact, ...]:
    """What the place is and has; only what is known."""
    room = [
        wording.text("{n} seats", n=venue.seats) if venue.seats is not None else "",
        wording.text("{n} standing", n=venue.standing) if venue.standing is not None else "",
        f"{venue.floor_area:g} m²" if venue.floor_area is not None else "",
    ]
    setting = wording.text(_SETTINGS[venue.setting]) if venue.setting is not None else ""
    rows = (
        Fact(wording.text("Kind"), " · ".join(part for part in (venue.kind, setting) if part)),
        Fact(wording.text("Room"), " · ".join(part for part in room if part)),
        Fact(wording.text("Power"), f"{venue.power_kw:g} kW" if venue.power_kw is not None else ""),
        Fact(wording.text("Opening hours"), venue.opening_text),
        Fact(wording.text("Noise zone"), venue.zone),
        Fact(wording.context("print", "Note"), venue.note),
    )
    return tuple(row for row in rows if row.text)
