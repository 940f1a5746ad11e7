"""Typed cells of the list as edits: dates, times, titles, places, acts, people, statuses and the rest. Pure.

Nothing is made silently: a name that nobody knows is refused until she says that it is new.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, Literal, TypeAlias

from director_app.domain.edits import Add, Change, Edit, MoveDelivery, SetFallback, SetStatus, Several
from director_app.domain.facts import Act, Fallback, FallbackKind
from director_app.domain.ids import ArtistId, OrganisationId, ProgrammeId, VenueId, new_id
from director_app.domain.kinds import AnyRecord
from director_app.domain.people import Artist, Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.published import initiative_of
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import month_text
from director_app.ui.schedule.filtering import folded
from director_app.ui.schedule.list_confirmed import confirmed_edit
from director_app.ui.schedule.list_names import NameBook, spellings
from director_app.ui.typed_times import UNDECIDED, read_date, read_span
from director_app.ui.words import FALLBACK_WORDS, STATUS_WORDS, word
from director_app.wording import Wording, message

NO_VENUE: Final = message("There is no place called “{name}”.")
NO_ARTIST: Final = message("There is no artist called “{name}”.")
NO_PROGRAMME: Final = message("There is no programme called “{name}”. Choose what it is.")
NO_COMPANY: Final = message("There is no company called “{name}”.")
NO_AREA: Final = message("There is no area called “{name}”.")
NO_INITIATIVE: Final = message("There is no initiative called “{name}”.")
NO_EVENT: Final = message("There is no event called “{name}”.")
NO_STATUS: Final = message("“{name}” is no status. There are: {words}.")
NO_FALLBACK: Final = message("“{name}” is no plan B. Write a place or one of: {words}.")
NOT_A_NUMBER: Final = message("“{text}” is not a number of people.")
TWO_OF_THEM: Final = message("There are several called “{name}”.")
NOT_HERE: Final = message("This cell cannot be typed into.")

UNKNOWN: Final = frozenset({NO_VENUE, NO_ARTIST, NO_PROGRAMME, NO_COMPANY})
"""Reasons that are none any more once she says that the name is new."""

New: TypeAlias = Literal["refuse", "record", "suffix"]
"""What an unknown name is: refused, a new record, or (of a title) an addition to the programme's."""

SEPARATOR: Final = re.compile(r"\s*[,，、/·;]\s*")
_MONTH: Final = re.compile(r"^(?P<year>\d{4})\s*[-./년]\s*(?P<month>\d{1,2})\s*월?$")
_HEADS: Final = re.compile(r"^(\d[\d,]*)\s*(?:명|people)?$")


def edit_of(plan: Plan, one: Delivery, column: str, text: str, *, new: New = "refuse") -> Edit | None:
    """The edit that a typed cell asks for; None when it says what stands there already.

    Raises:
        RefusedInput: when it is not understood, with the reason.
    """
    return CellReader(plan, NameBook(), new).edit(one, column, text)


def is_open(text: str) -> bool:
    """Whether a cell says that the value is undecided."""
    return text.strip().lower() in UNDECIDED


class CellReader:
    """Reads cells of one plan; a name that is new in several of them is one record."""

    def __init__(self, plan: Plan, names: NameBook, new: New = "refuse", language: str = "ko") -> None:
        """``language`` is that of the words a refusal lists."""
        self._plan, self._names, self._new, self._language = plan, names, new, language
        self._made: dict[tuple[str, str], str] = {}

    def edit(self, one: Delivery, column: str, text: str) -> Edit | None:
        """The edit of one cell, None when nothing differs.

        Raises:
            RefusedInput: when it is not understood.
        """
        reader = _READERS.get(column)
        if reader is None:
            raise RefusedInput(NOT_HERE)
        return reader(self, one, " ".join(text.split()) if column not in ("note", "public_note") else text.strip())

    # -- when ------------------------------------------------------------------------------------------------

    def date(self, one: Delivery, text: str) -> Edit | None:
        """A date, "10. 14.~10. 16.", a month alone ("2025년 10월"), or open."""
        first, _tilde, last = (part.strip() for part in text.partition("~"))
        month = _MONTH.match(text)
        if month is not None and 1 <= int(month["month"]) <= 12:
            wanted = f"{month['year']}-{int(month['month']):02d}"
            if one.date is None:
                return _change(one, month=wanted)
            return MoveDelivery(one.id, {"date": None, "until": None, "month": wanted})
        near = one.date or self._plan.season.first_day or datetime.date(2025, 1, 1)
        day = None if is_open(first) else read_date(first, near)
        until = read_date(last, day) if last and day is not None else None
        until = until if until != day else None
        if day == one.date and until == one.until:
            return None
        values: dict[str, Any] = {"date": day, "until": until}
        if day is None:
            values["month"] = month_text(one.date) if one.date is not None else one.month
        return MoveDelivery(one.id, values)

    def time(self, one: Delivery, text: str) -> Edit | None:
        """A start, or start and end; the end goes with the start when it is not typed."""
        span = read_span(text)
        values: dict[str, Any] = {"start": span.start}
        if span.end is not None or span.start is None or "~" in text:
            values["end"] = span.end
        if span.start == one.start and values.get("end", one.end) == one.end:
            return None
        return MoveDelivery(one.id, values)

    # -- names -----------------------------------------------------------------------------------------------

    def title(self, one: Delivery, text: str) -> Edit | None:
        """A programme's name, alone or with an addition; a delivery without a programme may have a title of its own."""
        plan = self._plan
        if is_open(text):
            return _change(one, programme=None, title_suffix="")
        own = plan.programmes.get(one.programme) if one.programme else None
        named = self._names.find(plan, "programmes", text)
        if own is not None and own.id in named:
            return _change(one, title_suffix="")
        if named:
            return _change(one, programme=self._single(named, text), title_suffix="")
        for title in (own.title, own.title_en) if own is not None else ():
            if title and text.startswith(f"{title} "):
                return _change(one, title_suffix=text.removeprefix(title).strip())
        other, rest = self._names.longest_start(plan, "programmes", text)
        if other:
            return _change(one, programme=other, title_suffix=rest)
        if self._new == "suffix" or (own is None and one.title_suffix and self._new == "refuse"):
            return _change(one, title_suffix=text)
        if self._new == "refuse":
            raise RefusedInput(NO_PROGRAMME, name=text)
        made = Programme(ProgrammeId(new_id()), title=text, initiative=initiative_of(plan, one))
        return self._with_new("programmes", text, made, "programme", one, {"title_suffix": ""})

    def place(self, one: Delivery, text: str) -> Edit | None:
        """A venue's name."""
        if is_open(text):
            return None if one.venue is None else MoveDelivery(one.id, {"venue": None})
        found = self._names.find(self._plan, "venues", text) or self._known("venues", text)
        if found:
            venue = self._single(found, text)
            return None if venue == one.venue else MoveDelivery(one.id, {"venue": venue})
        self._may_be_new(NO_VENUE, text)
        made = Venue(VenueId(new_id()), name=text)
        self._made["venues", folded(text)] = made.id
        return Several((Add((made,)), MoveDelivery(one.id, {"venue": made.id})))

    def lineup(self, one: Delivery, text: str) -> Edit | None:
        """Names of acts in billing order; roles known so far are kept."""
        programme = self._plan.programmes.get(one.programme) if one.programme else None
        if is_open(text):
            wanted: tuple[Act, ...] | None = () if programme is not None and programme.lineup else None
            return _change(one, lineup=wanted)
        acts: list[Act] = []
        added: list[Artist] = []
        inherited = programme.lineup if programme is not None else ()
        roles = {act.artist: act.role for act in (inherited if one.lineup is None else one.lineup)}
        for name in filter(None, SEPARATOR.split(text)):
            found = self._names.find(self._plan, "artists", name) or self._known("artists", name)
            if not found:
                self._may_be_new(NO_ARTIST, name)
                artist = Artist(ArtistId(new_id()), name=name)
                self._made["artists", folded(name)] = artist.id
                added.append(artist)
                found = [artist.id]
            identity = ArtistId(self._single(found, name))
            if all(act.artist != identity for act in acts):
                acts.append(Act(identity, roles.get(identity, "")))
        lineup = tuple(acts)
        if one.lineup is None and lineup == inherited:
            return None
        change = _change(one, lineup=lineup)
        return Several((Add(tuple(added)), change)) if added and change is not None else change

    def organisation(self, one: Delivery, text: str) -> Edit | None:
        """A company's name."""
        if is_open(text):
            return _change(one, organisation=None)
        found = self._names.find(self._plan, "organisations", text) or self._known("organisations", text)
        if found:
            return _change(one, organisation=self._single(found, text))
        self._may_be_new(NO_COMPANY, text)
        made = Organisation(OrganisationId(new_id()), name=text)
        return self._with_new("organisations", text, made, "organisation", one, {})

    def named(self, one: Delivery, field: str, kind: str, text: str, reason: str) -> Edit | None:
        """The name of something that is only picked: an area, an initiative, an event."""
        if is_open(text):
            return _change(one, **{field: None})
        found = self._names.find(self._plan, kind, text)
        if not found:
            raise RefusedInput(reason, name=text)
        return _change(one, **{field: self._single(found, text)})

    # -- values ----------------------------------------------------------------------------------------------

    def heads(self, one: Delivery, field: str, text: str) -> Edit | None:
        """How many people, "1,200" or "120명"."""
        if is_open(text):
            return _change(one, **{field: None})
        found = _HEADS.match(text)
        if found is None:
            raise RefusedInput(NOT_A_NUMBER, text=text)
        return _change(one, **{field: int(found.group(1).replace(",", ""))})

    def fallback(self, one: Delivery, text: str) -> Edit | None:
        """Plan B: the place to move to, or a word for what happens."""
        if is_open(text):
            return None if one.fallback is None else SetFallback((one.id,), None)
        present = one.fallback or Fallback()
        kind = fallback_words().get(folded(text))
        if kind is not None:
            wanted = present._replace(kind=kind)
        else:
            found = self._names.find(self._plan, "venues", text)
            if not found:
                words = ", ".join(fallback_names(self._language))
                raise RefusedInput(NO_FALLBACK, name=text, words=words)
            wanted = present._replace(kind=FallbackKind.INDOORS, venue=VenueId(self._single(found, text)))
        return None if wanted == one.fallback else SetFallback((one.id,), wanted)

    def text(self, one: Delivery, field: str, text: str) -> Edit | None:
        """Any text."""
        return _change(one, **{field: text})

    def responsible(self, one: Delivery, text: str) -> Edit | None:
        """Who looks after it."""
        return _change(one, responsible="" if is_open(text) else text)

    def confirmed(self, one: Delivery, text: str) -> Edit | None:
        """How venue, acts and contract stand."""
        return confirmed_edit(self._plan, one, text, self._language)

    def status(self, one: Delivery, text: str) -> Edit | None:
        """A word for a status, in either language."""
        wanted = status_words().get(folded(text))
        if wanted is None:
            raise RefusedInput(NO_STATUS, name=text, words=", ".join(status_names(self._language)))
        return None if wanted is one.status else SetStatus((one.id,), wanted)

    # -- new names ---------------------------------------------------------------------------------------------

    def _known(self, kind: str, name: str) -> list[str]:
        made = self._made.get((kind, folded(name)))
        return [made] if made is not None else []

    def _single(self, found: list[str], name: str) -> str:
        if len(found) > 1:
            raise RefusedInput(TWO_OF_THEM, name=name)
        return found[0]

    def _may_be_new(self, reason: str, name: str) -> None:
        if self._new != "record":
            raise RefusedInput(reason, name=name)

    def _with_new(
        self, kind: str, name: str, made: AnyRecord, field: str, one: Delivery, values: dict[str, Any]
    ) -> Edit | None:
        known = self._known(kind, name)
        if known:
            return _change(one, **{field: known[0]}, **values)
        self._made[kind, folded(name)] = made.id
        return Several((Add((made,)), Change("deliveries", one.id, {field: made.id} | values)))


def _change(one: Delivery, **values: Any) -> Edit | None:
    """A change of a delivery, None when it holds these values already."""
    if all(getattr(one, field) == value for field, value in values.items()):
        return None
    return Change("deliveries", one.id, values)


@cache
def status_words() -> Mapping[str, Status]:
    """Every word for a status in both languages, and its code."""
    return spellings(STATUS_WORDS)


@cache
def fallback_words() -> Mapping[str, FallbackKind]:
    """Every word for a plan B in both languages, and its code."""
    return spellings(FALLBACK_WORDS)


@cache
def status_names(language: str) -> tuple[str, ...]:
    """The words for all statuses in one language."""
    wording = Wording("en" if language == "en" else "ko")
    return tuple(word(wording, STATUS_WORDS, status) for status in Status)


@cache
def fallback_names(language: str) -> tuple[str, ...]:
    """The words for all plans B in one language."""
    wording = Wording("en" if language == "en" else "ko")
    return tuple(word(wording, FALLBACK_WORDS, kind) for kind in FallbackKind)


def _area(reader: CellReader, one: Delivery, text: str) -> Edit | None:
    return reader.named(one, "area", "areas", text, NO_AREA)


def _initiative(reader: CellReader, one: Delivery, text: str) -> Edit | None:
    return reader.named(one, "initiative", "initiatives", text, NO_INITIATIVE)


def _event(reader: CellReader, one: Delivery, text: str) -> Edit | None:
    return reader.named(one, "event", "events", text, NO_EVENT)


def _expected(reader: CellReader, one: Delivery, text: str) -> Edit | None:
    return reader.heads(one, "expected_heads", text)


def _counted(reader: CellReader, one: Delivery, text: str) -> Edit | None:
    return reader.heads(one, "counted_heads", text)


def _public_note(reader: CellReader, one: Delivery, text: str) -> Edit | None:
    return reader.text(one, "public_note", text)


def _note(reader: CellReader, one: Delivery, text: str) -> Edit | None:
    return reader.text(one, "internal_note", text)


_READERS: Final[Mapping[str, Callable[[CellReader, Delivery, str], Edit | None]]] = {
    "date": CellReader.date,
    "time": CellReader.time,
    "title": CellReader.title,
    "initiative": _initiative,
    "event": _event,
    "place": CellReader.place,
    "organisation": CellReader.organisation,
    "area": _area,
    "lineup": CellReader.lineup,
    "responsible": CellReader.responsible,
    "expected_heads": _expected,
    "counted_heads": _counted,
    "fallback": CellReader.fallback,
    "public_note": _public_note,
    "note": _note,
    "confirmed": CellReader.confirmed,
    "status": CellReader.status,
}
