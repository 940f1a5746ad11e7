"""The rows of the inspector, section by section: every field of a date, and every field of an event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from director_app.domain.facts import FallbackKind, FallbackState
from director_app.domain.programme import Delivery, Status
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.field_forms import CLOCK, COUNT, DATE, LISTED
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.forms.week_hours import HOURS
from director_app.ui.frame import fact_sayings as says
from director_app.ui.frame.fact_forms import (
    CHOSEN,
    DATED_HOURS,
    PERIOD,
    SPAN,
    choice_of,
    credits_read,
    credits_written,
    zones_read,
    zones_written,
)
from director_app.ui.frame.item_fields import FactSpec
from director_app.ui.frame.items_editor import MIXED, ItemsEditor
from director_app.ui.words import FALLBACK_STATE_WORDS, FALLBACK_WORDS, STATUS_WORDS
from director_app.wording import message

# -- choices ---------------------------------------------------------------------------------------------------


def _initiatives(editor: RecordEditor) -> list[tuple[str, str]]:
    desk = editor.desk
    english = desk.wording.language == "en"
    found = sorted(desk.plan.initiatives.values(), key=lambda one: (one.position, one.name))
    inherited = says.inherited_initiative(editor) if isinstance(editor, ItemsEditor) and editor.record else ""
    nothing = desk.wording.text("{value} (inherited)", value=inherited) if inherited else desk.wording.undecided()
    if isinstance(editor, ItemsEditor) and editor.is_many:
        nothing = desk.wording.text("inherited")
    return [("", nothing), *((str(one.id), (one.name_en if english else "") or one.name) for one in found)]


def _areas(editor: RecordEditor) -> list[tuple[str, str]]:
    desk = editor.desk
    found = sorted(desk.plan.areas.values(), key=lambda one: (one.position, one.name))
    return [("", desk.wording.text("area of the place")), *((str(one.id), one.name) for one in found)]


def _zones(editor: RecordEditor) -> list[tuple[str, str]]:
    one, plan = editor.record, editor.desk.plan
    event = plan.events.get(one.event) if isinstance(one, Delivery) and one.event else None
    named = [zone.name for zone in event.zones if zone.venue is not None] if event is not None else []
    return [("", editor.desk.wording.undecided()), *((name, name) for name in named)]


def _statuses(editor: RecordEditor) -> list[tuple[str, str]]:
    return [(status.value, editor.desk.wording.text(words)) for status, words in STATUS_WORDS.items()]


def _fallbacks(editor: RecordEditor) -> list[tuple[str, str]]:
    wording = editor.desk.wording
    kinds = [(kind.value, wording.text(words)) for kind, words in FALLBACK_WORDS.items()]
    return [("", wording.text("none")), *kinds]


def _fallback_states(editor: RecordEditor) -> list[tuple[str, str]]:
    return [(state.value, editor.desk.wording.text(words)) for state, words in FALLBACK_STATE_WORDS.items()]


# -- when rows come --------------------------------------------------------------------------------------------


def _has_zones(editor: ItemsEditor) -> bool:
    return not editor.is_many and len(_zones(editor)) > 1


def _has_own_plan_b(editor: ItemsEditor) -> bool:
    return editor.value("fallback.kind") is not None


def _goes_indoors(editor: ItemsEditor) -> bool:
    return editor.value("fallback.kind") in (FallbackKind.INDOORS, MIXED)


def _lasts(editor: ItemsEditor) -> bool:
    """Whether hours by weekday make sense: it lasts several days, or is an exhibition."""
    one = editor.record
    programme = says.own_programme(editor)
    is_long = isinstance(one, Delivery) and one.until is not None and one.until != one.date
    return editor.is_many or is_long or bool(one.hours) or (programme is not None and programme.is_exhibition)


def _is_postponed(editor: ItemsEditor) -> bool:
    return editor.is_many or editor.value("status") is Status.POSTPONED or bool(editor.value("postponed_to"))


def _has(field: str) -> Callable[[ItemsEditor], bool]:
    """Whether there is something of which the row would be the English."""

    def has(editor: ItemsEditor) -> bool:
        return bool(editor.value(field) or editor.value(f"{field}_en"))

    return has


def _has_series(editor: ItemsEditor) -> bool:
    return bool(editor.desk.plan.series)


STATUS: Final = FactSpec("status", message("Status"), choice_of(Status), choices=_statuses)
_MIN: Final = message("min")

# -- a date ----------------------------------------------------------------------------------------------------

DAYS: Final = FactSpec("days", message("When"), PERIOD)
TIME: Final = FactSpec("span", message("Time"), SPAN)
WHEN: Final = (
    FactSpec("setup_minutes", message("Set-up"), COUNT, unit=_MIN, rare=True, inherited=says.inherited_setup),
    FactSpec("strike_minutes", message("Strike"), COUNT, unit=_MIN, rare=True, inherited=says.inherited_strike),
    FactSpec("hours", message("Weekly hours"), HOURS, lines=2, hint=message("Mon~Fri 10:00~17:00"), rare=True,
             wanted=_lasts),
    FactSpec("exceptions", message("Other hours"), DATED_HOURS, lines=2, hint=message("10. 9. closed"), rare=True,
             wanted=_lasts),
    FactSpec("postponed_to", message("Postponed to"), DATE, rare=True, wanted=_is_postponed),
    FactSpec("series", message("Series"), refers_to="series", rare=True, wanted=_has_series),
)  # fmt: skip
VENUE: Final = FactSpec("venue", message("Where"), refers_to="venues")
WHERE: Final = (
    FactSpec("zone", message("Zone"), CHOSEN, choices=_zones, wanted=_has_zones),
    FactSpec("organisation", message("Company"), refers_to="organisations", rare=True),
    FactSpec("area", message("Area"), CHOSEN, choices=_areas, rare=True),
)
WHAT: Final = (
    FactSpec("programme", message("Programme"), refers_to="programmes"),
    FactSpec("title_suffix", message("Addition"), lines=2, hint=message("after the title"), rare=True),
    FactSpec("title_suffix_en", message("Addition in English"), lines=2, rare=True, wanted=_has("title_suffix")),
    FactSpec("initiative", message("Initiative"), CHOSEN, choices=_initiatives),
    FactSpec("event", message("Event"), refers_to="events", rare=True),
)
HEADS: Final = (
    FactSpec("expected_heads", message("Expected"), COUNT),
    FactSpec("counted_heads", message("Counted"), COUNT, rare=True),
    FactSpec("shifts", message("Shifts"), LISTED, hint=message("day shift, night shift"), rare=True),
)
FALLBACK: Final = (
    FactSpec("fallback.kind", message("Rain, heat"), choice_of(FallbackKind), choices=_fallbacks),
    FactSpec("fallback.venue", message("Fallback place"), refers_to="venues", wanted=_goes_indoors),
    FactSpec("fallback.state", message("Secured"), choice_of(FallbackState), choices=_fallback_states,
             wanted=_goes_indoors),
    FactSpec("fallback.trigger", message("Trigger"), hint=message("from 5 mm rain or 33 °C"), wanted=_has_own_plan_b),
    FactSpec("fallback.decision_time", message("Decision time"), CLOCK, wanted=_has_own_plan_b),
    FactSpec("fallback.decided_by", message("Who decides"), wanted=_has_own_plan_b),
    FactSpec("fallback.note", message("Remark"), rare=True, wanted=_has_own_plan_b),
)  # fmt: skip
PRINT: Final = (
    FactSpec("credits", message("Credited"), lines=3, inherited=says.inherited_credits, text=credits_written,
             understood=credits_read),
    FactSpec("booking", message("Booking"), hint=message("as in the programme"), inherited=says.inherited_booking,
             rare=True),
    FactSpec("booking_en", message("Booking in English"), rare=True, wanted=_has("booking")),
    FactSpec("public_note", message("Public note"), lines=2, hint=message("printed with it"), rare=True),
    FactSpec("public_note_en", message("Note in English"), lines=2, rare=True, wanted=_has("public_note")),
    FactSpec("is_featured", message("In print"), hint=message("featured with its photo"), ticks=True, rare=True),
)  # fmt: skip
INSIDE: Final = (
    FactSpec("internal_note", message("Internal note"), lines=2, hint=message("never printed")),
    FactSpec("changed_reason", message("Why changed"), hint=message("for change notices"), rare=True),
    FactSpec("source", message("Source"), lines=2, rare=True),
)
OWNER: Final = FactSpec("responsible", message("Responsible"))

# -- an event --------------------------------------------------------------------------------------------------

EVENT_NAME: Final = (
    FactSpec("title", message("Title"), lines=2),
    FactSpec("title_en", message("In English"), lines=2, hint=message("English name")),
    FactSpec("initiative", message("Initiative"), CHOSEN, choices=_initiatives),
)
EVENT_WHEN: Final = (
    FactSpec("days", message("Days"), PERIOD),
    FactSpec("venue", message("Where"), refers_to="venues"),
    FactSpec("zones", message("Zones"), lines=3, hint=message("main stage: riverside park"), text=zones_written,
             understood=zones_read),
)  # fmt: skip
EVENT_DUTIES: Final = (
    FactSpec("expected_heads", message("Expected"), COUNT),
    FactSpec("counted_heads", message("Counted"), COUNT),
    FactSpec("safety", message("Safety"), lines=4, hint=message("disaster plan, filing, guards, first aid")),
)
EVENT_PRINT: Final = (
    FactSpec("credits", message("Credited"), lines=3, inherited=says.inherited_credits, text=credits_written,
             understood=credits_read),
    FactSpec("note", message("Internal note"), lines=2, hint=message("never printed")),
    FactSpec("source", message("Source"), lines=2, rare=True),
)  # fmt: skip


def labels(kind: str) -> dict[str, str]:
    """The label of every field of a kind, for its history; by the field of the record."""
    specs: tuple[FieldSpec, ...] = (
        (STATUS, TIME, *WHEN, VENUE, *WHERE, *WHAT, *HEADS, *PRINT, *INSIDE, OWNER)
        if kind == "deliveries"
        else (STATUS, *EVENT_NAME, *EVENT_WHEN, *EVENT_DUTIES, *EVENT_PRINT)
    )
    return {spec.path: spec.label for spec in specs} | _MORE_LABELS


_DATE: Final = message("Date")
_MORE_LABELS: Final[dict[str, str]] = {
    "date": _DATE, "until": _DATE, "month": _DATE, "first_day": _DATE, "last_day": _DATE,
    "start": message("Time"), "end": message("Time"), "fallback": message("Rain, heat"),
    "confirmations": message("Confirmations"), "lineup": message("Line-up"), "is_locked": message("Lock"),
    "accessibility": message("Accessibility"), "number": message("Number"),
}  # fmt: skip


def form_of(kind: str, field: str) -> Any:
    """The row that shows a field, None for those with parts of their own."""
    groups = (
        ((STATUS,), WHEN, (VENUE,), WHERE, WHAT, HEADS, PRINT, INSIDE, (OWNER,))
        if kind == "deliveries"
        else ((STATUS,), EVENT_NAME, EVENT_WHEN, EVENT_DUTIES, EVENT_PRINT)
    )
    return next((spec for group in groups for spec in group if spec.path == field), None)
