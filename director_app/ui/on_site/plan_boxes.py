"""Plan A and plan B of one item side by side: place, time, and whether the place of plan B is ours."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout

from director_app.domain.facts import FallbackKind, FallbackState
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.operations.naming import place_name, venue_name
from director_app.planner.on_site import OutdoorItem
from director_app.ui.look import Look
from director_app.ui.on_site.day_reading import OnSiteItem
from director_app.ui.on_site.equal_row import EqualRow
from director_app.ui.on_site.ground import Ground
from director_app.ui.on_site.words import when_on
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.tags import StateTag
from director_app.ui.widgets.text import Text
from director_app.ui.words import FALLBACK_STATE_WORDS, FALLBACK_WORDS, word
from director_app.wording import Wording

STATE_ICONS = {FallbackState.NONE: "minus", FallbackState.ASKED: "hourglass", FallbackState.SECURED: "check"}
STATE_TONES = {FallbackState.NONE: "block", FallbackState.ASKED: "warn", FallbackState.SECURED: "ok"}


class Lines(NamedTuple):
    """What one box says, and whether it is what holds now or what was left."""

    head: str
    place: str
    below: str
    state: FallbackState | None = None
    holds: bool = False
    is_left: bool = False


class PlanBox(Ground):
    """One of the two plans."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, radius=6)
        self.head = Text(look, "", "small", "text2")
        self.state = StateTag(look)
        self.place = Text(look, "", "heading", wraps=True)
        self.below = Text(look, "", "body", "text2", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 12)
        column.setSpacing(3)
        column.addWidget(row_of(self.head, 1, self.state))
        column.addWidget(self.place)
        column.addWidget(self.below)
        column.addStretch(1)

    def show_lines(self, lines: Lines, wording: Wording) -> None:
        """Show a plan."""
        self.head.setText(lines.head)
        self.place.setText(lines.place)
        self.below.show_if_said(lines.below)
        self.place.set_tone("text3" if lines.is_left else "text")
        font = QFont(self.look.font("heading"))
        font.setStrikeOut(lines.is_left)
        self.place.setFont(font)
        self.state.setVisible(lines.state is not None)
        if lines.state is not None:
            said = word(wording, FALLBACK_STATE_WORDS, lines.state)
            self.state.show_state(said, STATE_TONES[lines.state], STATE_ICONS[lines.state])
        self.show_ground(*(("select", "accent", 2.0) if lines.holds else ("surface", "line", 1.0)))


class PlanBoxes(EqualRow):
    """Both plans, equally wide."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.first, self.second = PlanBox(look), PlanBox(look)
        super().__init__((self.first, self.second))

    def show_item(self, plan: Plan, item: OnSiteItem, day: datetime.date, place_left: str) -> None:
        """Show both plans; ``place_left`` is where it would have been, as far as that is known."""
        wording = self._look.wording
        if item.outdoor is None:
            return
        for box, lines in zip((self.first, self.second), _both(wording, plan, item, day, place_left), strict=True):
            box.show_lines(lines, wording)


def _both(wording: Wording, plan: Plan, item: OnSiteItem, day: datetime.date, place_left: str) -> Iterable[Lines]:
    outdoor, one = item.outdoor, item.delivery
    if outdoor is None:
        return ()
    is_off = not one.status.takes_place
    when, place = when_on(wording, plan, one, day), place_name(wording, plan, one.id)
    holds_first = item.is_settled and not is_off and not outdoor.is_indoors
    first = Lines(
        wording.text("Plan A · outdoors"),
        (place_left or wording.text("the place before")) if outdoor.is_indoors else place,
        when,
        None,
        holds_first,
        is_off or outdoor.is_indoors,
    )
    if is_off:
        return first, _off(wording, plan, one.id)
    return first, _second(wording, plan, outdoor, when)


def _off(wording: Wording, plan: Plan, name: DeliveryId) -> Lines:
    one = plan.deliveries[name]
    if one.status is Status.CANCELLED:
        return Lines(wording.text("Called off"), wording.text("Does not take place"), one.changed_reason, holds=True)
    to = wording.date_short(one.postponed_to) if one.postponed_to is not None else wording.text("Date undecided")
    return Lines(wording.text("Postponed"), to, place_name(wording, plan, name), holds=True)


def _second(wording: Wording, plan: Plan, outdoor: OutdoorItem, when: str) -> Lines:
    plan_b, place = outdoor.plan_b, outdoor.place_b
    if plan_b is None:
        return Lines(
            wording.text("Plan B"), wording.text("Nothing planned"), wording.text("Name a place in the details."),
            FallbackState.NONE,
        )  # fmt: skip
    if plan_b.kind is not FallbackKind.INDOORS:
        return Lines(wording.text("Plan B"), word(wording, FALLBACK_WORDS, plan_b.kind), plan_b.note)
    head = wording.text("Plan B · indoors")
    if place is None or place not in plan.venues:
        below = wording.text("Name a place in the details.")
        return Lines(head, wording.text("Place undecided"), below, FallbackState.NONE)
    parts = (when, plan_b.note.strip())
    below = " · ".join(part for part in parts if part)
    return Lines(head, venue_name(wording, plan, place), below, plan_b.state, holds=outdoor.is_indoors)
