"""The lists of tours, of people at events, and of spaces, with what one types into each."""

from __future__ import annotations

import datetime
from typing import Any, Final

from director_app.documents.charge_words import (
    ANSWERS,
    BOOTH_KINDS,
    GUEST_STATES,
    POST_KINDS,
    SUPPORT_KINDS,
    SUPPORT_STATES,
)
from director_app.domain.facts import ConfirmationState
from director_app.domain.programme import Event
from director_app.domain.spaces import SupportKind, SupportState
from director_app.domain.staffing import BoothKind, GuestState, PostKind
from director_app.operations.naming import delivery_title
from director_app.ui.charge.charge_lines import ListTable
from director_app.ui.charge.stay_parts import StayParts
from director_app.ui.charge.tour_parts import TourParts
from director_app.ui.charge.typed_lists import CRITERIA, DAYS, DUTIES
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.field_forms import CLOCK, COUNT, DATE, DECIMAL, LISTED, MINUTES
from director_app.ui.forms.name_field import AmbiguousName, named
from director_app.ui.forms.named_choices import REFERENCE, named_choices, word_choices
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.frame.fact_forms import choice_of
from director_app.wording import message

_LAST: Final = datetime.date.max


def _ceremonies(editor: RecordEditor) -> list[tuple[str, str]]:
    """The dates that belong to events: openings and ceremonies are among them."""
    plan, wording = editor.desk.plan, editor.desk.wording
    parts = [one for one in plan.deliveries.values() if one.event is not None]
    parts.sort(key=lambda one: (one.date or _LAST, one.start or 0, one.number))
    return [("", wording.text("Ceremony")), *((str(one.id), delivery_title(wording, plan, one.id)) for one in parts)]


def _next_event(desk: Desk) -> Event | None:
    """The event that is on or comes next, else the last one."""
    dated = sorted((one for one in desk.plan.events.values() if one.first_day), key=lambda one: one.first_day or _LAST)
    ahead = [one for one in dated if (one.last_day or one.first_day or _LAST) >= desk.today()]
    return ahead[0] if ahead else dated[-1] if dated else None


def _of_event(desk: Desk, _text: str) -> dict[str, Any]:
    event = _next_event(desk)
    return {} if event is None else {"event": event.id}


def _shift_of_event(desk: Desk, _text: str) -> dict[str, Any]:
    event = _next_event(desk)
    return {} if event is None else {"event": event.id, "date": event.first_day}


def _of_artist(desk: Desk, text: str) -> dict[str, Any]:
    """Whoever is an artist of the plan stays as that artist."""
    try:
        artist = named(desk.plan, "artists", text)
    except AmbiguousName:
        artist = None
    return {} if artist is None else {"artist": artist}


_ANSWER: Final = word_choices(ANSWERS)
_EVENT: Final = FieldSpec(
    "event", message("Event"), REFERENCE, choices=named_choices("events", message("Event")), width=170
)  # fmt: skip
_COMPANY: Final = named_choices("organisations", message("Company"))
_VENUE: Final = named_choices("venues", message("Venue"))

STOPS: Final = ListTable(
    "stops", message("Stops"), message("New stop: place, work or product"),
    lambda one: (one.position, one.title, one.id),
    (
        (
            FieldSpec("title", message("Stop"), hint=message("what is shown there")),
            FieldSpec("venue", message("Venue"), REFERENCE, choices=_VENUE, width=140),
            FieldSpec("organisation", message("Host company"), REFERENCE, choices=_COMPANY, width=140),
            FieldSpec(
                "work", message("Work of light"), REFERENCE, choices=named_choices("works", message("Work of light")),
                width=120,
            ),
            FieldSpec("walk_minutes", message("Minutes on foot"), MINUTES, width=44, unit=message("on foot")),
            FieldSpec("bus_minutes", message("Minutes by bus"), MINUTES, width=44, unit=message("by bus")),
            FieldSpec("minutes", message("Minutes there"), MINUTES, width=44, unit=message("min there")),
        ),
        (
            FieldSpec("consent", message("Consent"), choice_of(ConfirmationState), choices=_ANSWER, width=104),
            FieldSpec("safety_talk", message("Safety talk"), hint=message("safety talk: who gives it, what to wear")),
            FieldSpec("is_talk_agreed", message("Safety talk agreed"), ticks=True, hint=message("talk agreed")),
        ),
    ),
    by_hand=True,
)  # fmt: skip


def parts_of_route(desk: Desk, route: str) -> TourParts:
    """The stops of one route, in the order in which they are walked, and its dates."""
    return TourParts(desk, STOPS, route)


ROUTES: Final = ListTable(
    "routes", message("Routes"), message("New route: title"), lambda one: (one.title, one.id),
    (
        (
            FieldSpec("title", message("Title"), hint=message("Title")),
            FieldSpec("title_en", message("English title"), hint=message("English title")),
            FieldSpec(
                "programme", message("Programme of the tours"), REFERENCE, width=190,
                choices=named_choices("programmes", message("programme of the tours")),
            ),
            FieldSpec("places", message("Number of places"), COUNT, width=64, hint=message("places")),
            FieldSpec("meeting_point", message("Meeting point"), width=190, hint=message("meeting point")),
        ),
    ),
    below=parts_of_route,
)  # fmt: skip
EVENTS: Final = ListTable(
    "events", message("Events"), message("New event: title"), lambda one: (one.first_day or _LAST, one.title, one.id),
    (
        (
            FieldSpec("title", message("Title"), hint=message("Title")),
            FieldSpec("venue", message("Venue"), REFERENCE, choices=_VENUE, width=150),
            FieldSpec("setup_from", message("Set up from"), DATE, width=132, hint=message("set up from")),
            FieldSpec("first_day", message("First day"), DATE, width=132, hint=message("first day")),
            FieldSpec("last_day", message("Last day"), DATE, width=132, hint=message("last day")),
            FieldSpec("strike_until", message("Taken down by"), DATE, width=132, hint=message("taken down by")),
            FieldSpec("expected_heads", message("Expected"), COUNT, width=84, hint=message("expected")),
        ),
    ),
)  # fmt: skip
POSTS: Final = ListTable(
    "posts", message("Shifts"), message("New shift: task"),
    lambda one: (one.date or _LAST, one.start or 0, one.kind, one.title, one.id),
    (
        (
            FieldSpec("title", message("Task"), hint=message("Task")),
            FieldSpec("kind", message("Kind"), choice_of(PostKind), choices=word_choices(POST_KINDS), width=104),
            FieldSpec("date", message("Date"), DATE, width=132, hint=message("Date")),
            FieldSpec("start", message("Begins"), CLOCK, width=60, hint=message("from")),
            FieldSpec("end", message("Ends"), CLOCK, width=60, hint=message("until")),
            FieldSpec("wanted", message("People wanted"), COUNT, width=44, unit=message("wanted")),
            FieldSpec("people", message("Names"), LISTED, hint=message("names, with commas")),
            _EVENT,
        ),
    ),
    fresh=_shift_of_event,
)  # fmt: skip
BOOTHS: Final = ListTable(
    "booths", message("Booths and market places"), message("New booth: name"),
    lambda one: (one.zone, one.kind, one.name, one.id),
    (
        (
            FieldSpec("name", message("Name"), hint=message("Name")),
            FieldSpec("kind", message("Kind"), choice_of(BoothKind), choices=word_choices(BOOTH_KINDS), width=96),
            FieldSpec("zone", message("Zone"), width=96, hint=message("Zone")),
            FieldSpec("organisation", message("Company"), REFERENCE, choices=_COMPANY, width=140),
            FieldSpec("run_by", message("Run by"), width=120, hint=message("or run by")),
            FieldSpec("power_kw", message("Power"), DECIMAL, width=52, unit=message("kW")),
            FieldSpec("state", message("State"), choice_of(ConfirmationState), choices=_ANSWER, width=96),
            _EVENT,
        ),
    ),
    fresh=_of_event,
)  # fmt: skip
GUESTS: Final = ListTable(
    "guests", message("Guests, in the order they are named"), message("New guest: name"),
    lambda one: (one.position, one.name, one.id),
    (
        (
            FieldSpec("name", message("Name"), width=110, hint=message("Name")),
            FieldSpec("body", message("Body"), hint=message("body or company")),
            FieldSpec("role", message("Post"), width=110, hint=message("Post")),
            FieldSpec("state", message("State"), choice_of(GuestState), choices=word_choices(GUEST_STATES), width=104),
            FieldSpec("part", message("In the ceremony"), hint=message("words of welcome …")),
            FieldSpec("seat", message("Seat"), width=64, hint=message("Seat")),
            FieldSpec("delivery", message("Ceremony"), REFERENCE, choices=_ceremonies, width=180),
        ),
    ),
    by_hand=True,
)  # fmt: skip
CALLS: Final = ListTable(
    "calls", message("Open calls"), message("New open call: title"),
    lambda one: (one.closes or _LAST, one.title, one.id),
    (
        (
            FieldSpec("title", message("Title"), hint=message("Title")),
            FieldSpec("venue", message("Space"), REFERENCE, choices=_VENUE, width=150),
            FieldSpec("opens", message("Opens on"), DATE, width=132, hint=message("opens")),
            FieldSpec("closes", message("Closes on"), DATE, width=132, hint=message("closes")),
            FieldSpec("results_on", message("Results on"), DATE, width=132, hint=message("results")),
            FieldSpec("places", message("Number of places"), COUNT, width=64, hint=message("places")),
        ),
        (FieldSpec("text", message("What is called for"), lines=2, hint=message("what is called for")),),
    ),
)  # fmt: skip
STAYS: Final = ListTable(
    "stays", message("Stays in open workshops"), message("New stay: who"),
    lambda one: (one.first_day or _LAST, one.name, one.id),
    (
        (
            FieldSpec("name", message("Who"), width=120, hint=message("who")),
            FieldSpec(
                "artist", message("Artist"), REFERENCE, choices=named_choices("artists", message("Artist")), width=150
            ),
            FieldSpec("venue", message("Space"), REFERENCE, choices=_VENUE),
            FieldSpec("first_day", message("First day"), DATE, width=132, hint=message("first day")),
            FieldSpec("last_day", message("Last day"), DATE, width=132, hint=message("last day")),
            FieldSpec("state", message("State"), choice_of(ConfirmationState), choices=_ANSWER, width=96),
            FieldSpec(
                "call", message("Open call"), REFERENCE, choices=named_choices("calls", message("Open call")), width=130
            ),
        ),
        (
            FieldSpec("duties", message("Duties"), DUTIES, lines=2, hint=message("duties, a line each: 10/31 report")),
            FieldSpec("open_days", message("Open studio on"), DAYS, hint=message("open studio: dates with commas")),
            FieldSpec(
                "programme", message("What came of it"), REFERENCE, width=190,
                choices=named_choices("programmes", message("programme that came of it")),
            ),
        ),
    ),
    fresh=_of_artist, below=StayParts,
)  # fmt: skip
SUPPORTS: Final = ListTable(
    "supports", message("Evaluations, grants and designations"), message("New: title"),
    lambda one: (one.kind, one.last_day or _LAST, one.title, one.id),
    (
        (
            FieldSpec("title", message("Title"), hint=message("Title")),
            FieldSpec("kind", message("Kind"), choice_of(SupportKind), choices=word_choices(SUPPORT_KINDS), width=108),
            FieldSpec(
                "state", message("State"), choice_of(SupportState), choices=word_choices(SUPPORT_STATES), width=92
            ),
            FieldSpec("organisation", message("Company"), REFERENCE, choices=_COMPANY, width=140),
            FieldSpec("venue", message("Space"), REFERENCE, choices=_VENUE, width=130),
            FieldSpec("first_day", message("First day"), DATE, width=128, hint=message("from")),
            FieldSpec("last_day", message("Last day"), DATE, width=128, hint=message("until")),
            FieldSpec("amount", message("Amount in won"), COUNT, width=104, hint=message("won")),
        ),
        (
            FieldSpec(
                "criteria", message("Criteria"), CRITERIA, lines=2, hint=message("criteria, a line each: Design 45/60")
            ),
            FieldSpec("duties", message("Duties"), DUTIES, lines=2, hint=message("duties, a line each: 10/31 report")),
        ),
    ),
)  # fmt: skip
