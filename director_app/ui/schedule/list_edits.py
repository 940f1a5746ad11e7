"""Typed cells of the list as edits: dates, times, titles, places, acts, people, statuses. Pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from director_app.domain.edits import Add, Change, Edit, MoveDelivery, Several
from director_app.domain.facts import Act
from director_app.domain.ids import ArtistId, VenueId, new_id
from director_app.domain.people import Artist
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import month_text
from director_app.ui.schedule.filtering import folded
from director_app.ui.typed_times import UNDECIDED, read_date, read_span
from director_app.ui.words import STATUS_WORDS, word
from director_app.wording import LANGUAGES, Wording, message

NO_VENUE: Final = message("There is no place called “{name}”.")
NO_ARTIST: Final = message("There is no artist called “{name}”.")
NO_STATUS: Final = message("“{name}” is no status. There are: {words}.")
TWO_OF_THEM: Final = message("There are several called “{name}”.")
NOT_HERE: Final = message("This cell cannot be typed into.")

EDITABLE: Final = ("date", "time", "title", "place", "lineup", "responsible", "status")

_SEPARATOR: Final = re.compile(r"\s*[,，、/·]\s*")


def edit_of(plan: Plan, one: Delivery, column: str, text: str, *, make_new: bool = False) -> Edit | None:
    """The edit that a typed cell asks for; None when it says what stands there already.

    ``make_new`` adds a place or artist nobody knows yet.

    Raises:
        RefusedInput: when it is not understood, with the reason.
    """
    reader = _READERS.get(column)
    if reader is None:
        raise RefusedInput(NOT_HERE)
    return reader(plan, one, text.strip(), make_new)


def is_open(text: str) -> bool:
    """Whether a cell says that the value is undecided."""
    return text.strip().lower() in UNDECIDED


def _date(plan: Plan, one: Delivery, text: str, _new: bool) -> Edit | None:
    first, _tilde, last = (part.strip() for part in text.partition("~"))
    near = one.date or plan.season.first_day or datetime.date(2025, 1, 1)
    day = None if is_open(first) else read_date(first, near)
    until = read_date(last, day) if last and day is not None else None
    if day == one.date and until == one.until:
        return None
    values: dict[str, Any] = {"date": day, "until": until if until != day else None}
    if day is None:
        values["month"] = month_text(one.date) if one.date is not None else one.month
    return MoveDelivery(one.id, values)


def _time(_plan: Plan, one: Delivery, text: str, _new: bool) -> Edit | None:
    span = read_span(text)
    values: dict[str, Any] = {"start": span.start}
    if span.end is not None or span.start is None or "~" in text:
        values["end"] = span.end
    if span.start == one.start and values.get("end", one.end) == one.end:
        return None
    return MoveDelivery(one.id, values)


def _title(plan: Plan, one: Delivery, text: str, _new: bool) -> Edit | None:
    programme = plan.programmes.get(one.programme) if one.programme else None
    suffix = "" if is_open(text) else text
    for title in (programme.title, programme.title_en) if programme is not None else ():
        if title and suffix.startswith(title):
            suffix = suffix.removeprefix(title).strip()
            break
    else:
        known = [other for other in plan.programmes.values() if folded(other.title) == folded(suffix)] if suffix else []
        if len(known) == 1 and known[0].id != one.programme:
            return Change("deliveries", one.id, {"programme": known[0].id, "title_suffix": ""})
    return None if suffix == one.title_suffix else Change("deliveries", one.id, {"title_suffix": suffix})


def _place(plan: Plan, one: Delivery, text: str, make_new: bool) -> Edit | None:
    if is_open(text):
        return None if one.venue is None else MoveDelivery(one.id, {"venue": None})
    found = [venue for venue in plan.venues.values() if folded(text) in (folded(venue.name), folded(venue.name_en))]
    if len(found) > 1:
        raise RefusedInput(TWO_OF_THEM, name=text)
    if found:
        return None if found[0].id == one.venue else MoveDelivery(one.id, {"venue": found[0].id})
    if not make_new:
        raise RefusedInput(NO_VENUE, name=text)
    venue = Venue(VenueId(new_id()), name=text)
    return Several((Add((venue,)), MoveDelivery(one.id, {"venue": venue.id})))


def _lineup(plan: Plan, one: Delivery, text: str, make_new: bool) -> Edit | None:
    if is_open(text):
        programme = plan.programmes.get(one.programme) if one.programme else None
        wanted: tuple[Act, ...] | None = () if programme is not None and programme.lineup else None
        return None if one.lineup == wanted else Change("deliveries", one.id, {"lineup": wanted})
    acts, added = [], []
    roles = {act.artist: act.role for act in one.lineup or ()}
    for name in _SEPARATOR.split(text):
        found = [
            artist
            for artist in plan.artists.values()
            if folded(name) in (folded(artist.name), folded(artist.romanised))
        ]
        if len(found) > 1:
            raise RefusedInput(TWO_OF_THEM, name=name)
        if not found:
            if not make_new:
                raise RefusedInput(NO_ARTIST, name=name)
            artist = Artist(ArtistId(new_id()), name=name)
            added.append(artist)
            found = [artist]
        acts.append(Act(found[0].id, roles.get(found[0].id, "")))
    lineup = tuple(acts)
    programme = plan.programmes.get(one.programme) if one.programme else None
    if one.lineup is None and programme is not None and lineup == programme.lineup:
        return None
    if lineup == one.lineup:
        return None
    change = Change("deliveries", one.id, {"lineup": lineup})
    return Several((Add(tuple(added)), change)) if added else change


def _responsible(_plan: Plan, one: Delivery, text: str, _new: bool) -> Edit | None:
    name = "" if is_open(text) else text
    return None if name == one.responsible else Change("deliveries", one.id, {"responsible": name})


def _status(_plan: Plan, one: Delivery, text: str, _new: bool) -> Edit | None:
    known = status_words()
    wanted = known.get(folded(text))
    if wanted is None:
        raise RefusedInput(NO_STATUS, name=text, words=", ".join(status_names("ko")))
    return None if wanted is one.status else Change("deliveries", one.id, {"status": wanted})


@cache
def status_words() -> Mapping[str, Status]:
    """Every word for a status in both languages, and its code."""
    found = {folded(status.value): status for status in Status}
    for language in LANGUAGES:
        wording = Wording(language)
        found.update({folded(word(wording, STATUS_WORDS, status)): status for status in Status})
    return found


@cache
def status_names(language: str) -> tuple[str, ...]:
    """The words for all statuses in one language."""
    wording = Wording(language)
    return tuple(word(wording, STATUS_WORDS, status) for status in Status)


_READERS: Final[Mapping[str, Callable[[Plan, Delivery, str, bool], Edit | None]]] = {
    "date": _date,
    "time": _time,
    "title": _title,
    "place": _place,
    "lineup": _lineup,
    "responsible": _responsible,
    "status": _status,
}
