"""What kinds and states of tours, people at events, residencies and support are called, on paper and on screen."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

from director_app.domain.council import DecisionState
from director_app.domain.facts import ConfirmationState, ReadyItem
from director_app.domain.spaces import SupportKind, SupportState
from director_app.domain.staffing import BoothKind, GuestState, PostKind
from director_app.wording import Wording, message

DECISION_STATES: Final = MappingProxyType(
    {
        DecisionState.OPEN: message("Not fulfilled yet"),
        DecisionState.DONE: message("Fulfilled"),
        DecisionState.VOID: message("Void"),
    }
)
ANSWERS: Final = MappingProxyType(
    {
        ConfirmationState.OPEN: message("not asked"),
        ConfirmationState.ASKED: message("asked"),
        ConfirmationState.AGREED: message("agreed"),
    }
)
POST_KINDS: Final = MappingProxyType(
    {
        PostKind.SAFETY: message("Safety staff"),
        PostKind.VOLUNTEER: message("Volunteers"),
        PostKind.GUARD: message("Guards"),
        PostKind.GUIDE: message("Guides"),
        PostKind.CREW: message("Stage crew"),
    }
)
BOOTH_KINDS: Final = MappingProxyType(
    {
        BoothKind.EXPERIENCE: message("Hands-on"),
        BoothKind.MARKET: message("Market"),
        BoothKind.FOOD: message("Food"),
        BoothKind.INFORMATION: message("Information"),
    }
)
GUEST_STATES: Final = MappingProxyType(
    {
        GuestState.TO_INVITE: message("to be invited"),
        GuestState.INVITED: message("invited"),
        GuestState.COMING: message("coming"),
        GuestState.NOT_COMING: message("not coming"),
    }
)
SUPPORT_KINDS: Final = MappingProxyType(
    {
        SupportKind.EVALUATION: message("Evaluation"),
        SupportKind.GRANT: message("Grant"),
        SupportKind.DESIGNATION: message("Designation"),
    }
)
SUPPORT_STATES: Final = MappingProxyType(
    {
        SupportState.PLANNED: message("planned"),
        SupportState.APPLIED: message("applied for"),
        SupportState.GIVEN: message("given"),
        SupportState.CLOSED: message("finished"),
        SupportState.REFUSED: message("refused"),
    }
)
READY_ITEMS: Final = MappingProxyType(
    {
        ReadyItem.STAFF: message("Staff by expected crowd"),
        ReadyItem.CONTACTS: message("Contact tree"),
        ReadyItem.EVACUATION: message("Evacuation notice"),
        ReadyItem.NOISE: message("Noise zone"),
        ReadyItem.INSURANCE: message("Insurance"),
        ReadyItem.FIRST_AID: message("First-aid box"),
        ReadyItem.POWER: message("Power"),
        ReadyItem.TOILETS: message("Toilets"),
    }
)
#: What stands behind each, with its source: reminders, no verdicts.
READY_SOURCES: Final = MappingProxyType(
    {
        ReadyItem.STAFF: message("From 1,000 people on, the disaster plan names them (Performance Act art. 11)."),
        ReadyItem.CONTACTS: message("Practice: who calls whom, also in rain and heat."),
        ReadyItem.EVACUATION: message("Performance Act art. 11: announced before every performance."),
        ReadyItem.NOISE: message("Noise and Vibration Control Act, annex 8; near homes and shops only."),
        ReadyItem.INSURANCE: message("Ask the place and the city which one they want."),
        ReadyItem.FIRST_AID: message("Practice of festivals."),
        ReadyItem.POWER: message("What the acts need and the place has."),
        ReadyItem.TOILETS: message("Practice of festivals."),
    }
)
_RULES: Final = MappingProxyType(
    {
        "not_before": message("not before {said}"),
        "ends_by": message("over by {said}"),
        "most_heads": message("at most {said} people"),
        "weekdays": message("only on {said}"),
    }
)


def rule_said(wording: Wording, part: str, value: Any) -> str:
    """One part of a rule of the council in words, by its name in `CouncilRule`."""
    if part == "weekdays":
        said = ", ".join(wording.weekday(day) for day in value)
    else:
        said = wording.number(value) if part == "most_heads" else wording.clock(value)
    return wording.text(_RULES[part], said=said)
