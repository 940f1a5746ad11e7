"""Words of the screen for the values of the domain: one word per thing, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from director_app.domain.facts import ConfirmationOf, ConfirmationState, FallbackKind, FallbackState, Setting
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.wording import Wording, message

STATUS_WORDS: Final = MappingProxyType(
    {
        Status.IDEA: message("Idea"),
        Status.PENCILLED: message("Pencilled"),
        Status.CONFIRMED: message("Confirmed"),
        Status.DELIVERED: message("Delivered"),
        Status.POSTPONED: message("Postponed"),
        Status.CANCELLED: message("Cancelled"),
    }
)
SETTING_WORDS: Final = MappingProxyType(
    {Setting.INDOOR: message("indoors"), Setting.OUTDOOR: message("outdoors"), Setting.BOTH: message("in or outdoors")}
)
CONFIRMATION_WORDS: Final = MappingProxyType(
    {
        ConfirmationState.OPEN: message("open"),
        ConfirmationState.ASKED: message("asked"),
        ConfirmationState.AGREED: message("agreed"),
    }
)
CONFIRMATION_OF_WORDS: Final = MappingProxyType(
    {
        ConfirmationOf.VENUE: message("Venue"),
        ConfirmationOf.ACT: message("Line-up"),
        ConfirmationOf.CONTRACT: message("Contract"),
    }
)
FALLBACK_WORDS: Final = MappingProxyType(
    {
        FallbackKind.AS_IS: message("as planned"),
        FallbackKind.INDOORS: message("move indoors"),
        FallbackKind.POSTPONE: message("postpone"),
        FallbackKind.CANCEL: message("cancel"),
    }
)
FALLBACK_STATE_WORDS: Final = MappingProxyType(
    {
        FallbackState.NONE: message("not secured"),
        FallbackState.ASKED: message("asking"),
        FallbackState.SECURED: message("secured"),
    }
)


def word(wording: Wording, table: Mapping[Any, str], value: Any) -> str:
    """The word of one value of a table above."""
    return wording.text(table[value])


def venue_name(wording: Wording, plan: Plan, delivery: Delivery) -> str:
    """The place of a delivery, or undecided."""
    venue = plan.venues.get(delivery.venue) if delivery.venue else None
    return venue.name if venue and venue.name else wording.undecided()


def time_text(wording: Wording, delivery: Delivery) -> str:
    """Start and end of a delivery, or undecided."""
    if delivery.start is None:
        return wording.undecided()
    if delivery.end is None:
        return wording.clock(delivery.start)
    return wording.clock_span(delivery.start, delivery.end)


def day_text(wording: Wording, delivery: Delivery) -> str:
    """The date of a delivery, both dates when it lasts, its month when only that is known, or undecided."""
    if delivery.date is None:
        if delivery.month:
            year, month = delivery.month.split("-")
            return wording.month(int(year), int(month))
        return wording.undecided()
    if delivery.until is not None and delivery.until != delivery.date:
        return f"{wording.date_short(delivery.date)}~{wording.date_short(delivery.until)}"
    return wording.date_short(delivery.date)


def lineup_names(plan: Plan, delivery: Delivery) -> list[str]:
    """Names of the acts in billing order, the delivery's own or else its programme's."""
    programme = plan.programmes.get(delivery.programme) if delivery.programme else None
    acts = delivery.lineup if delivery.lineup is not None else (programme.lineup if programme else ())
    found = (plan.artists.get(act.artist) for act in acts)
    return [artist.name for artist in found if artist is not None]
