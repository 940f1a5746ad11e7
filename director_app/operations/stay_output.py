"""What comes of a stay: a programme, and a pencilled date at its space for every day of an open studio."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.domain.edits import Add, AddDelivery, Change, Edit, Several
from director_app.domain.facts import Act
from director_app.domain.ids import DeliveryId, ProgrammeId, new_id
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme
from director_app.domain.spaces import Stay
from director_app.operations.charge_sentences import stay_name
from director_app.store.undo_journal import StepName
from director_app.wording import Wording, message

BECAME: Final = message("{title} came of a stay")


def becomes_programme(wording: Wording, plan: Plan, stay: Stay, today: datetime.date) -> tuple[Edit, StepName] | None:
    """The edit and its step's name; None when the stay has a programme and every open day ahead its date."""
    edits: list[Edit] = []
    programme = plan.programmes.get(stay.programme) if stay.programme else None
    if programme is None:
        title = wording.text("Open studio: {name}", name=stay_name(wording, plan, stay.id))
        lineup = (Act(stay.artist),) if stay.artist is not None else ()
        programme = Programme(ProgrammeId(new_id()), title, lineup=lineup)
        edits += [Add((programme,)), Change("stays", stay.id, {"programme": programme.id})]
    dated = {one.date for one in plan.deliveries.values() if one.programme == programme.id}
    edits += [
        AddDelivery(Delivery(DeliveryId(new_id()), programme=programme.id, date=day, venue=stay.venue))
        for day in stay.open_days
        if day >= today and day not in dated
    ]
    return (Several(tuple(edits)), StepName(BECAME, {"title": programme.title})) if edits else None
