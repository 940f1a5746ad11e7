"""What the records of a plan and their fields are called, and what a field says, in the reader's words."""

from __future__ import annotations

import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from director_app.documents import charge_words
from director_app.domain.facts import Act, Contact, Credit, Fallback, FallbackKind, Setting
from director_app.domain.people import ArtistKind
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.requests import Application, ApplicationState
from director_app.imports.field_names import label_of
from director_app.operations.between_sentences import TRAVEL_WORDS
from director_app.operations.change_sentences import FIELD_WORDS
from director_app.operations.naming import delivery_title, name_of, place_text
from director_app.wording import Wording, message

_ENUM_WORDS: Final = MappingProxyType(
    {
        Status.IDEA: message("Idea"),
        Status.PENCILLED: message("Pencilled"),
        Status.CONFIRMED: message("Confirmed"),
        Status.DELIVERED: message("Delivered"),
        Status.POSTPONED: message("Postponed"),
        Status.CANCELLED: message("Cancelled"),
        Setting.INDOOR: message("indoors"),
        Setting.OUTDOOR: message("outdoors"),
        Setting.BOTH: message("indoors and outdoors"),
        ArtistKind.PERSON: message("person"),
        ArtistKind.GROUP: message("group"),
        FallbackKind.AS_IS: message("as planned"),
        FallbackKind.INDOORS: message("move indoors"),
        FallbackKind.POSTPONE: message("postpone"),
        FallbackKind.CANCEL: message("cancel"),
        ApplicationState.RECEIVED: message("Received"),
        ApplicationState.IN_REVIEW: message("In review"),
        ApplicationState.PLACED: message("Placed"),
        ApplicationState.TOLD: message("Told"),
        ApplicationState.CONFIRMED: message("Confirmed"),
        ApplicationState.WAITING: message("Waiting"),
        ApplicationState.WITHDRAWN: message("Withdrawn"),
        ApplicationState.DECLINED: message("Declined"),
        **TRAVEL_WORDS,
        **charge_words.DECISION_STATES,
        **charge_words.POST_KINDS,
        **charge_words.BOOTH_KINDS,
        **charge_words.GUEST_STATES,
        **charge_words.SUPPORT_KINDS,
        **charge_words.SUPPORT_STATES,
        **charge_words.READY_ITEMS,
        **charge_words.ANSWERS,
    }
)
#: Fields that no table of others has a column for.
_MORE_LABELS: Final = MappingProxyType(
    {
        "accepted_on": message("Accepted on"), "address": message("Address"),
        "address_en": message("Address in English"), "organisation": message("Organisation"),
        "programme": message("Programme"), "start": message("Begins"), "end": message("End"), "venue": message("Place"),
        "amount": message("Amount"), "answer": message("Answer"), "answered_at": message("Answered at"),
        "applicant": message("Applicant"), "artist": message("Artist"), "author": message("Author"),
        "booking_en": message("Booking in English"), "caption": message("Caption"),
        "changed_reason": message("Reason of the change"), "closures": message("Closed"), "code": message("Code"),
        "colour": message("Colour"), "companies": message("Companies"), "confirmations": message("Confirmations"),
        "counted_heads": message("Counted"), "credit": message("Photographer"), "cues": message("Cues"),
        "curfew": message("Switched off at"), "date": message("Date"), "dates": message("Dates"),
        "decided_on": message("Decided on"), "decision_note": message("Note on the decision"),
        "delivery": message("Delivery"), "digest": message("Content"),
        "document": message("Document"), "ends": message("Ends"),
        "exceptions": message("Exceptions"), "expected_heads": message("Expected"),
        "fallback_state": message("State of the fallback place"), "fingerprint": message("Content"),
        "first": message("First day"), "follow_up": message("Follow up on"), "funding": message("Funding"),
        "grant": message("Grant"), "groups": message("Audience groups"), "heads": message("People"),
        "held": message("Held"), "hours": message("Opening hours"), "how": message("How"), "hue": message("Hue"),
        "interest": message("Interest"), "is_done": message("Done"), "is_featured": message("Featured"),
        "is_fixed": message("Fixed"), "is_invented": message("Invented"), "is_locked": message("Locked"),
        "is_promise": message("Promise"), "is_registered_venue": message("Registered venue"),
        "is_sample": message("Sample"), "keep_until": message("Keep until"), "last": message("Last day"),
        "left_out": message("Left out"), "left_out_reason": message("Reason it is left out"),
        "licence": message("Licence"), "logo": message("Logo"), "maintenance": message("Maintenance"),
        "match_rate": message("Match rate"), "media_type": message("File type"), "minutes": message("Minutes"),
        "name": message("Name"), "name_en": message("English name"), "neighbours": message("Neighbours"),
        "note": message("Remark"), "number_prefix": message("Letters before the number"), "on": message("Date"),
        "one": message("Way from"), "opening_text_en": message("Opening hours in English"),
        "original": message("As it was received"), "other": message("Way to"), "owner": message("Owner"),
        "part": message("Section of the report"), "part_of": message("Part of"), "payee": message("Payee"),
        "position": message("Order"), "postponed_to": message("Postponed to"), "power_kw": message("Power"),
        "problem_levels": message("Levels of problems"), "public_note_en": message("Public note in English"),
        "quiet_hours": message("Quiet hours"), "receipt": message("Receipt"),
        "received_order": message("Order of receipt"), "reference_date": message("Reference date"),
        "rule": message("Rule"), "rules": message("Hours of light"), "safety": message("Safety"),
        "series": message("Series"), "setup_minutes": message("Set-up"), "sittings": message("Sittings"),
        "size": message("Size"), "sketch": message("Sketch"), "sort_name": message("Sort name"),
        "stage": message("Stage"), "starts": message("Begins"), "stated_heads": message("People, as stated"),
        "strike_minutes": message("Strike"), "style": message("Style"), "subcode": message("Subcode"),
        "subject": message("What it is about"),
        "subjects": message("What it is about"), "survey": message("Survey"), "text": message("Text"),
        "title_suffix_en": message("Suffix in English"), "told_at": message("Told at"),
        "valid_from": message("Valid from"), "valid_until": message("Valid until"), "value": message("Availability"),
        "equipment": message("Equipment"), "filings": message("Disaster plan"), "travels_by": message("Gets around"),
        "van_minutes": message("Minutes by van"), "walk_minutes": message("Minutes on foot"),
        "week_starts_on_sunday": message("Weeks begin on Sunday"), "weekday": message("Weekday"),
        "words": message("Own words"),
        "withheld_percent": message("Withheld (%)"), "written_on": message("Written on"), "zone": message("Zone"),
        "kind": message("Kind"), "web_address": message("Web address"), "zones": message("Zones"),
        "release": message("Edition"), "body": message("Sent by"), "role": message("Role"),
        "is_voting": message("Has a vote"), "since": message("Since"), "until": message("Until"),
        "number": message("Number"), "agenda": message("Agenda"), "attended": message("Attended"),
        "quorum": message("Quorum"), "minutes_text": message("Minutes of the meeting"),
        "meeting": message("Meeting"), "condition": message("Condition"), "due": message("Due"),
        "state": message("State"), "papers": message("Papers"), "expires": message("Binds until"),
        "setup_from": message("Set up from"), "strike_until": message("Taken down by"), "route": message("Route"),
        "places": message("Number of places"), "meeting_point": message("Meeting point"),
        "work": message("Work of light"), "bus_minutes": message("Minutes by bus"), "consent": message("Consent"),
        "safety_talk": message("Safety talk"), "is_talk_agreed": message("Safety talk agreed"),
        "wanted": message("People wanted"), "people": message("Names"), "run_by": message("Run by"),
        "seat": message("Seat"), "opens": message("Opens on"), "closes": message("Closes on"),
        "results_on": message("Results on"), "call": message("Open call"), "first_day": message("First day"),
        "last_day": message("Last day"), "open_days": message("Open studio on"), "duties": message("Duties"),
        "criteria": message("Criteria"), "ready": message("Ready outdoors"),
    }
)  # fmt: skip
#: What a field of a record is called among the columns of tables, where the names part.
_COLUMNS: Final = MappingProxyType(
    {
        ("deliveries", "title_suffix"): "suffix",
        ("deliveries", "expected_heads"): "heads",
        ("deliveries", "counted_heads"): "counted",
        ("deliveries", "lineup"): "artists",
        ("deliveries", "internal_note"): "note",
        ("deliveries", "month"): "start_month",
        ("deliveries", "programme"): "title",
        ("programmes", "lineup"): "artists",
        ("programmes", "running_minutes"): "minutes",
        ("programmes", "setup_minutes"): "setup",
        ("programmes", "strike_minutes"): "strike",
        ("artists", "kind"): "group_or_person",
        ("artists", "romanised"): "name_en",
        ("artists", "links"): "web",
        ("artists", "consent_date"): "consent",
        ("venues", "power_kw"): "power",
        ("venues", "opening_text"): "hours",
        ("venues", "opening_hours"): "hours",
        ("applications", "received_at"): "received",
        ("applications", "organisation"): "organisation",
    }
)
_LABELS: Final = MappingProxyType(
    {
        "contacts": message("Contact"),
        "contact": message("Contact"),
        "credits": message("Hosts and supporters"),
        "source": message("Source"),
        "shifts": message("Shifts"),
        "area": message("Area"),
        "access": message("How to get in"),
        "wishes": message("Wishes"),
        "is_exhibition": message("Exhibition"),
        **_MORE_LABELS,
    }
)
_REFERENCES: Final = MappingProxyType(
    {
        "venue": "venues", "programme": "programmes", "organisation": "organisations", "area": "areas",
        "initiative": "initiatives", "artist": "artists", "host": "organisations", "fallback": "venues",
        "delivery": "deliveries", "part_of": "venues", "series": "series", "grant": "grants", "one": "venues",
        "other": "venues", "event": "events", "meeting": "meetings", "route": "routes", "work": "works",
        "call": "calls",
    }
)  # fmt: skip
_LISTED: Final = MappingProxyType({"members": "artists", "attended": "council_members"})
_CLOCKS: Final = frozenset(
    {"start", "end", "starts", "ends", "opens", "closes", "curfew", "latest", "decision_time", "not_before", "ends_by"}
)
_LONGEST: Final = 120


class RecordWords:
    """Speaks of the records of one plan in one language."""

    def __init__(self, wording: Wording, plan: Plan) -> None:
        self._wording = wording
        self._plan = plan

    def record(self, kind: str, identity: str, title: str = "") -> str:
        """A record in a line: a delivery with its date, time and place; `title` for one that has no name."""
        plan = self._plan
        record = plan.find(kind, identity)
        if isinstance(record, Delivery):
            place, is_known = place_text(self._wording, plan, record)
            named = " ".join(part for part in (record.number, delivery_title(self._wording, plan, record.id)) if part)
            return " · ".join([named, self._when(record), *([place] if is_known else [])])
        if isinstance(record, Application):
            return " · ".join(part for part in (record.number, title or record.applicant) if part)
        return name_of(self._wording, plan, kind, identity) or title

    def _when(self, one: Delivery) -> str:
        wording = self._wording
        if one.date is None:
            return self._month(one.month) if one.month else wording.text("date undecided")
        day = wording.date_span(one.date, one.until) if one.until else wording.date(one.date)
        if one.start is None:
            return day
        return f"{day} {wording.clock(one.start) if one.end is None else wording.clock_span(one.start, one.end)}"

    def _month(self, month: str) -> str:
        year, number = month.split("-")
        return self._wording.month(int(year), int(number))

    def name(self, kind: str, identity: str) -> str:
        """What a record is called, in short."""
        record = self._plan.find(kind, identity)
        if isinstance(record, Delivery):
            return delivery_title(self._wording, self._plan, record.id)
        return name_of(self._wording, self._plan, kind, identity)

    def label(self, kind: str, field: str) -> str:
        """What a field of a kind is called."""
        return self._wording.text(field_label(kind, field))

    def value(self, field: str, value: Any) -> str:
        """What a field says, in a line."""
        text = " ".join(self._words(field, value).split()) or self._wording.undecided()
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

    def _words(self, field: str, value: Any) -> str:
        wording = self._wording
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return wording.text("yes") if value else wording.text("no")
        if isinstance(value, StrEnum):
            return wording.text(_ENUM_WORDS[value]) if value in _ENUM_WORDS else str(value)
        if isinstance(value, datetime.datetime):
            return f"{wording.date(value.date())} {value:%H:%M}"
        if isinstance(value, datetime.date):
            return wording.date(value)
        if field in _CLOCKS and isinstance(value, int):
            return wording.clock(value)
        if field == "month":
            return self._month(value)
        if isinstance(value, str) and field in _REFERENCES:
            return self.name(_REFERENCES[field], value) or value
        return self._joined(field, value) if isinstance(value, tuple) else str(value)

    def _joined(self, field: str, value: tuple[Any, ...]) -> str:
        if isinstance(value, Act):
            return self.name("artists", value.artist)
        if isinstance(value, Credit):
            return f"{value.role} {value.name}"
        if isinstance(value, Contact):
            return " ".join(part for part in (value.name, value.role, value.phone, value.email) if part)
        if isinstance(value, Fallback):
            place = self.name("venues", value.venue) if value.venue else ""
            return value.note or " · ".join(part for part in (self._words("kind", value.kind), place) if part)
        if field in _LISTED:
            return ", ".join(self.name(_LISTED[field], one) for one in value)
        named = zip(value._fields, value, strict=True) if hasattr(value, "_fields") else ((field, one) for one in value)
        return ", ".join(text for name, one in named if (text := self._words(name, one)))


def field_label(kind: str, field: str) -> str:
    """What a field of a kind is called (a message)."""
    column = _COLUMNS.get((kind, field), field)
    label = label_of(kind, column)
    return _LABELS.get(field, FIELD_WORDS.get(field, field)) if label == column else label
