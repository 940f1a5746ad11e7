"""The rounds of a programme: its deliveries in the order of their dates, and the columns that show and change them."""

from __future__ import annotations

import datetime
from typing import Any

from director_app.domain.edits import Add, Edit, MoveDelivery, Several
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import date_order, strand_of
from director_app.domain.refusals import RefusedInput
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import delivery_title, refusal_sentence
from director_app.ui import steps, typed_times, words
from director_app.ui.desk import Desk
from director_app.ui.forms.name_field import SEVERAL_FIT, AmbiguousName, named, new_record
from director_app.ui.forms.record_editor import perform
from director_app.ui.models.columns import Cell, Column, Listing, Piece, Scene
from director_app.wording import Wording, message


def deliveries_of(plan: Plan, programme: str) -> list[Delivery]:
    """All deliveries of a programme in the order of their rounds."""
    found = (plan.find("deliveries", one) for one in plan.users_of_kind("programmes", programme, "deliveries"))
    return sorted((one for one in found if one is not None), key=date_order)


def round_of(plan: Plan, delivery: Delivery) -> int | None:
    """Which round of its programme it is; cancelled ones have no number."""
    if not delivery.programme or delivery.status is Status.CANCELLED:
        return None
    counted = [one for one in deliveries_of(plan, delivery.programme) if one.status is not Status.CANCELLED]
    return next((place for place, one in enumerate(counted, 1) if one.id == delivery.id), None)


def round_text(wording: Wording, number: int | None) -> str:
    """The name of a round."""
    return "–" if number is None else wording.text("Round {n}", n=number)


class Rounds:
    """The columns of the table of rounds; what is typed into them is done at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def listing(self) -> Listing:
        """Round, date, time, place, line-up, state."""
        columns = (
            Column("round", message("Round"), _round, 74, in_order_of, cell=_round_cell),
            Column("date", message("Date"), _date, 106, in_order_of, cell=_date_cell, edit=self.move_to_date),
            Column("time", message("Time"), _time, 100, _by_time, cell=_time_cell, edit=self.move_to_time),
            Column("place", message("Venue"), _place, 160, cell=_place_cell, edit=self.move_to_place, stretches=True),
            Column("lineup", message("Line-up"), _lineup, 120, cell=_lineup_cell),
            Column("state", message("State"), _state, 92, _by_state, cell=_state_cell),
        )
        return Listing("deliveries", columns, _affected)

    def move_to_date(self, delivery: Delivery, typed: str) -> str:
        """Read a typed date, with a time if there is one, and move the delivery there."""
        day, _blank, time = typed.strip().partition(" ")
        if not any(sign.isdigit() for sign in day) or not time.strip()[:1].isdigit() or ":" not in time:
            day, time = typed, ""
        try:
            to: dict[str, Any] = {"date": typed_times.read_date(day, delivery.date or self._near())}
            if time:
                span = typed_times.read_span(time)
                to["start"] = span.start
                if span.end is not None:
                    to["end"] = span.end
        except RefusedInput as refusal:
            return refusal_sentence(self._desk.wording, refusal)
        name = steps.moved(self._title(delivery), to["date"])
        return perform(self._desk, MoveDelivery(delivery.id, to), name)

    def move_to_time(self, delivery: Delivery, typed: str) -> str:
        """Read a typed time or span and move the delivery there."""
        try:
            span = typed_times.read_span(typed)
        except RefusedInput as refusal:
            return refusal_sentence(self._desk.wording, refusal)
        to: dict[str, Any] = {"start": span.start}
        if span.end is not None or span.start is None:
            to["end"] = span.end
        name = steps.moved(self._title(delivery), delivery.date, typed.strip())
        return perform(self._desk, MoveDelivery(delivery.id, to), name)

    def move_to_place(self, delivery: Delivery, typed: str) -> str:
        """Find or add the typed place and move the delivery there."""
        name, first = typed.strip(), None
        venue = None
        if name and name.lower() not in typed_times.UNDECIDED:
            try:
                venue = named(self._desk.plan, "venues", name)
            except AmbiguousName as several:
                return self._desk.wording.text(SEVERAL_FIT, name=name, n=several.count)
            if venue is None:
                record = new_record("venues", name)
                venue, first = record.id, Add((record,))
        move: Edit = MoveDelivery(delivery.id, {"venue": venue})
        title = self._title(delivery)
        step = StepName(steps.PLACE_CHANGED, {"title": title, "place": name})
        return perform(self._desk, Several((first, move)) if first else move, step)

    def _near(self) -> datetime.date:
        return self._desk.plan.season.first_day or self._desk.today()

    def _title(self, delivery: Delivery) -> str:
        return delivery_title(self._desk.wording, self._desk.plan, delivery.id)


def in_order_of(delivery: Delivery, _scene: Scene) -> tuple[Any, ...]:
    """Sort value: the order of the rounds."""
    return date_order(delivery)


def _affected(plan: Plan, change: RecordChange) -> list[str]:
    if change.kind == "deliveries":  # one that comes or goes changes the numbers of the others
        programmes = {side.programme for side in (change.before, change.after) if side is not None and side.programme}
        return [one for programme in programmes for one in plan.users_of_kind("programmes", programme, "deliveries")]
    if change.kind in ("programmes", "venues"):
        return list(plan.users_of_kind(change.kind, change.id, "deliveries"))
    return []


def _tone(delivery: Delivery) -> str:
    return "text" if delivery.status.takes_place else "text3"


def _piece(delivery: Delivery, scene: Scene, text: str, *, strong: bool = False) -> Piece:
    undecided = text == scene.wording.undecided()
    struck = delivery.status is Status.CANCELLED
    return Piece(text, _tone(delivery), undecided=undecided, strong=strong, struck=struck)


def _round(delivery: Delivery, scene: Scene) -> str:
    return round_text(scene.wording, round_of(scene.plan, delivery))


def _round_cell(delivery: Delivery, scene: Scene) -> Cell:
    return Cell((Piece(_round(delivery, scene), _tone(delivery), strong=True),))


def _date(delivery: Delivery, scene: Scene) -> str:
    return words.day_text(scene.wording, delivery)


def _date_cell(delivery: Delivery, scene: Scene) -> Cell:
    return Cell((_piece(delivery, scene, _date(delivery, scene)),))


def _time(delivery: Delivery, scene: Scene) -> str:
    return words.time_text(scene.wording, delivery)


def _by_time(delivery: Delivery, _scene: Scene) -> int:
    return delivery.start if delivery.start is not None else 9999


def _time_cell(delivery: Delivery, scene: Scene) -> Cell:
    return Cell((_piece(delivery, scene, _time(delivery, scene)),))


def _place(delivery: Delivery, scene: Scene) -> str:
    return words.venue_name(scene.wording, scene.plan, delivery)


def _place_cell(delivery: Delivery, scene: Scene) -> Cell:
    return Cell((_piece(delivery, scene, _place(delivery, scene)),))


def _lineup(delivery: Delivery, scene: Scene) -> str:
    names = words.lineup_names(scene.plan, delivery)
    return ", ".join(names) if names else scene.wording.undecided()


def _lineup_cell(delivery: Delivery, scene: Scene) -> Cell:
    if delivery.lineup is None and words.lineup_names(scene.plan, delivery):
        return Cell((Piece(scene.wording.text("as the programme"), "text3"),))
    return Cell((_piece(delivery, scene, _lineup(delivery, scene)),))


def _state(delivery: Delivery, scene: Scene) -> str:
    return words.word(scene.wording, words.STATUS_WORDS, delivery.status)


def _by_state(delivery: Delivery, _scene: Scene) -> int:
    return list(Status).index(delivery.status)


def _state_cell(delivery: Delivery, scene: Scene) -> Cell:
    strand = strand_of(scene.plan, delivery)
    hue = strand.hue if strand else -1
    return Cell((Piece(_state(delivery, scene), _tone(delivery)),), status=delivery.status, hue=hue)
