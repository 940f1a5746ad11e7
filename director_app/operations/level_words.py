"""How much each kind of problem matters, in words: what it is called, where the rule comes from, its usual level."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from director_app.domain.season import ChosenLevel, LevelChoice
from director_app.planner.problems import DEFAULT_LEVELS, ProblemKind
from director_app.wording import message

_TWICE: Final = message("Nobody and no place can be had twice at once.")
_STATED: Final = message("What the artist or the place stated.")
_WAYS: Final = message("The times of the ways between areas.")
_PRACTICE: Final = message("Practice of festivals.")
_WEATHER: Final = message("Practice: what stands outdoors needs a plan for rain and heat.")
_COMPANY: Final = message("Shifts, gates and shutdowns as the companies stated them.")
_COUNCIL: Final = message("Decisions of the council and their conditions.")

#: Where each rule comes from, as it is shown beside it.
SOURCES: Final = {
    ProblemKind.ARTIST_TWICE: _TWICE,
    ProblemKind.MEMBER_TWICE: _TWICE,
    ProblemKind.VENUE_TWICE: _TWICE,
    ProblemKind.ARTIST_UNAVAILABLE: _STATED,
    ProblemKind.VENUE_UNAVAILABLE: _STATED,
    ProblemKind.VENUE_CLOSED: _STATED,
    ProblemKind.OUTSIDE_SEASON: message("The period of the season."),
    ProblemKind.NO_FALLBACK: _WEATHER,
    ProblemKind.TRAVEL_IMPOSSIBLE: _WAYS,
    ProblemKind.TRAVEL_TIGHT: _WAYS,
    ProblemKind.SHORT_REST: _PRACTICE,
    ProblemKind.FALLBACK_TAKEN: _WEATHER,
    ProblemKind.FALLBACK_CLOSED: _WEATHER,
    ProblemKind.FALLBACK_OPEN: _WEATHER,
    ProblemKind.FALLBACK_UNFIT: _WEATHER,
    ProblemKind.OVER_CAPACITY: message("The capacity the place stated."),
    ProblemKind.NEEDS_NOT_MET: message("What the programme needs and the place has."),
    ProblemKind.NOISE_PAIR: _PRACTICE,
    ProblemKind.QUIET_HOURS: message("Quiet hours of the place; Noise and Vibration Control Act."),
    ProblemKind.AUDIENCE_CANNOT: _COMPANY,
    ProblemKind.PUBLIC_HOLIDAY: message("Act on Public Holidays."),
    ProblemKind.SHUTDOWN: _COMPANY,
    ProblemKind.UNDECIDED_LATE: _PRACTICE,
    ProblemKind.CONFIRMATION_OPEN: _PRACTICE,
    ProblemKind.PASSES_DUE: _COMPANY,
    ProblemKind.FILING_DUE: message(
        "Performance Act art. 11: filed 14 days before, from 1,000 people outside a venue; else the local rule."
    ),
    ProblemKind.TOO_SHORT: message("The running time of the programme."),
    ProblemKind.WRONG_WEEKDAY: message("The calendar."),
    ProblemKind.AREA_FORGOTTEN: message("The aim that every corner is reached."),
    ProblemKind.OUT_OF_ORDER: message("Fairness: the order of receipt."),
    ProblemKind.COUNCIL_RULE: _COUNCIL,
    ProblemKind.CONDITION_DUE: _COUNCIL,
    ProblemKind.TOUR_STOP_CLOSED: _STATED,
    ProblemKind.TOUR_NOT_AGREED: message("Hosts let nobody in without consent and safety talk."),
    ProblemKind.TOUR_OVER_PLACES: message("The places of the route."),
    ProblemKind.POST_TWICE: _TWICE,
    ProblemKind.STAY_CLASH: _TWICE,
    ProblemKind.DUTY_DUE: message("Duties and terms as they were taken on."),
    ProblemKind.EQUIPMENT_SHORT: message("What the season owns and what the programmes need of it."),
}
CHOICE_WORDS: Final = {
    LevelChoice.BLOCK: message("To resolve"),
    LevelChoice.WARNING: message("Warning"),
    LevelChoice.NOTE: message("Note"),
    LevelChoice.OFF: message("Do not look"),
}


def source_of(kind: ProblemKind) -> str:
    """Where the rule of a kind comes from, as a message."""
    return SOURCES.get(kind, _PRACTICE)


def usual_choice(kind: ProblemKind) -> LevelChoice:
    """The level a kind has while nothing else was chosen."""
    return LevelChoice(DEFAULT_LEVELS[kind])


def with_choice(chosen: Iterable[ChosenLevel], kind: ProblemKind, choice: LevelChoice) -> tuple[ChosenLevel, ...]:
    """The chosen levels with another one for a kind; the usual one is not kept, so that it may change later."""
    others = [one for one in chosen if one.kind != kind]
    return tuple(others if choice is usual_choice(kind) else [*others, ChosenLevel(str(kind), choice)])
