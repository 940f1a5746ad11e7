"""What the inspector asks for when a field of a delivery was changed: edits with the names of their steps."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from director_app.domain.edits import Change, MoveDelivery, Remove, SetFallback, SetStatus
from director_app.domain.facts import Act, Confirmation, ConfirmationOf, ConfirmationState, Fallback, FallbackKind
from director_app.domain.ids import ArtistId, VenueId
from director_app.domain.programme import Delivery, Status
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import delivery_title
from director_app.ui import steps
from director_app.ui.desk import Desk, MessageAction
from director_app.ui.typed_times import TypedSpan
from director_app.ui.words import STATUS_WORDS


class DeliveryEdits:
    """One method per thing the inspector lets her change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def set_date(self, delivery: Delivery, day: datetime.date | None) -> None:
        """Move to another day, or leave the day open."""
        self._desk.perform(MoveDelivery(delivery.id, {"date": day}), steps.moved(self._title(delivery), day))

    def set_span(self, delivery: Delivery, span: TypedSpan) -> None:
        """Move to another time of the day; an end is only touched when one was typed."""
        values: dict[str, Any] = {"start": span.start}
        if span.end is not None or span.start is None:
            values["end"] = span.end
        time = "–" if span.start is None else self._desk.wording.clock(span.start)
        step = StepName(steps.TIME_CHANGED, {"title": self._title(delivery), "time": time})
        self._desk.perform(MoveDelivery(delivery.id, values), step)

    def set_venue(self, delivery: Delivery, venue: str) -> None:
        """Move to another place, or leave the place open."""
        found = self._desk.plan.venues.get(VenueId(venue)) if venue else None
        place = found.name if found else self._desk.wording.undecided()
        step = StepName(steps.PLACE_CHANGED, {"title": self._title(delivery), "place": place})
        self._desk.perform(MoveDelivery(delivery.id, {"venue": VenueId(venue) if venue else None}), step)

    def set_lineup(self, delivery: Delivery, artists: list[str] | None) -> None:
        """Give it a line-up of its own, or the programme's again with None; roles known so far are kept."""
        roles = {act.artist: act.role for act in delivery.lineup or ()}
        acts = None
        if artists is not None:
            acts = tuple(Act(ArtistId(one), roles.get(ArtistId(one), "")) for one in artists)
        self._change(delivery, {"lineup": acts}, self._desk.wording.text("Line-up"))

    def set_heads(self, delivery: Delivery, heads: int | None) -> None:
        """How many are expected."""
        self._change(delivery, {"expected_heads": heads}, self._desk.wording.text("Expected"))

    def set_text(self, delivery: Delivery, field: str, value: str, name: str) -> None:
        """Set a text field."""
        self._change(delivery, {field: value.strip()}, name)

    def set_status(self, delivery: Delivery, status: Status) -> None:
        """Set how firm it is."""
        word = self._desk.wording.text(STATUS_WORDS[status])
        step = StepName(steps.STATUS_SET, {"title": self._title(delivery), "status": word})
        self._desk.perform(SetStatus((delivery.id,), status), step)

    def set_confirmation(
        self, delivery: Delivery, of: ConfirmationOf, artist: ArtistId | None, state: ConfirmationState
    ) -> None:
        """Record an answer with today's date."""
        day = None if state is ConfirmationState.OPEN else self._desk.today()
        kept = tuple(one for one in delivery.confirmations if (one.of, one.artist) != (of, artist))
        added = (*kept, Confirmation(of, state, artist, day))
        self._change(delivery, {"confirmations": added}, self._desk.wording.text("Confirmations"))

    def set_fallback(self, delivery: Delivery, kind: str, venue: str | None = None) -> None:
        """Set what happens in rain or heat; an empty kind takes the plan B away."""
        fallback = None
        if kind:
            present = delivery.fallback or Fallback()
            fallback = present._replace(kind=FallbackKind(kind))
            if venue is not None:
                fallback = fallback._replace(venue=VenueId(venue) if venue else None)
        step = steps.changed(self._title(delivery), self._desk.wording.text("Rain and heat plan"))
        self._desk.perform(SetFallback((delivery.id,), fallback), step)

    def set_locked(self, delivery: Delivery, locked: bool) -> None:
        """Lock against moving, or unlock."""
        step = StepName(steps.LOCKED if locked else steps.UNLOCKED, {"title": self._title(delivery)})
        self._desk.perform(Change("deliveries", delivery.id, {"is_locked": locked}), step)

    def remove(self, delivery: Delivery) -> None:
        """Remove it; the message offers to take that back."""
        title = self._title(delivery)
        step = StepName(steps.REMOVED, {"title": title})
        if self._desk.perform(Remove("deliveries", delivery.id), step) is not None:
            wording = self._desk.wording
            undo = MessageAction(wording.text("Undo"), self._desk.undo)
            self._desk.say(wording.text("“{title}” was removed.", title=title), (undo,))

    def _change(self, delivery: Delivery, values: Mapping[str, Any], field: str) -> None:
        self._desk.perform(Change("deliveries", delivery.id, values), steps.changed(self._title(delivery), field))

    def _title(self, delivery: Delivery) -> str:
        return delivery_title(self._desk.wording, self._desk.plan, delivery.id)
