"""JSON files: which kind they are, and lists of published programmes and venues by their keys -> drafts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from director_app.domain.programme import Status
from director_app.domain.refusals import CannotUseFile
from director_app.imports import field_names as names
from director_app.imports.cell_values import read_count, read_is_free, read_names, read_point, read_setting
from director_app.imports.cells import clean_text, without_resident_numbers
from director_app.imports.delivery_drafts import occurrences_of
from director_app.imports.drafts import NO_NAME, RESIDENT_NUMBERS, Draft
from director_app.imports.record_drafts import closed_weekdays, read_week
from director_app.imports.remarks import Remark, remark
from director_app.imports.written_dates import NOT_A_DATE, DateContext, When, ended, read_when
from director_app.imports.written_times import SLOT, paired, read_times
from director_app.wording import message

_NOT_JSON: Final = message("{file} is not valid JSON (line {line}). Export it again and import that.")
_UNKNOWN: Final = message(
    "{file} is a JSON file of an unknown kind. Plans exported by this program, and lists of programmes or venues, "
    "can be read."
)
NOT_AN_ENTRY: Final = message("The entry is not a list of named facts.")

KEPT_WORDS: Final = message("“{text}” names no date that can be read; the words were kept in the note.")

PROGRAMMES: Final = "programmes"
VENUES: Final = "venues"


def load_json(file: str, data: bytes) -> Any:
    """The value a JSON file holds.

    Raises:
        CannotUseFile: when it is not JSON.
    """
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CannotUseFile(_NOT_JSON, file=file, line=data[: error.start].count(b"\n") + 1) from error
    except json.JSONDecodeError as error:
        raise CannotUseFile(_NOT_JSON, file=file, line=error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise CannotUseFile(_NOT_JSON, file=file, line=1) from error


def kind_of_json(file: str, value: Any) -> str:
    """`PROGRAMMES` or `VENUES`.

    Raises:
        CannotUseFile: when the keys are of no kind that is known.
    """
    if isinstance(value, Mapping):
        if _entries(value, PROGRAMMES, "title_ko"):
            return PROGRAMMES
        if _entries(value, VENUES, "name_ko"):
            return VENUES
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return kind_of_json(file, {PROGRAMMES if "title_ko" in value[0] else VENUES: value})
    raise CannotUseFile(_UNKNOWN, file=file)


def _entries(value: Mapping[str, Any], key: str, telling: str) -> bool:
    entries = value.get(key)
    if not isinstance(entries, list):
        return False
    return any(isinstance(entry, Mapping) and telling in entry for entry in entries[:50])


def read_list(file: str, value: Any, kind: str, context: DateContext) -> tuple[list[Draft], int]:
    """The drafts of a list, numbered from 1, and how many texts held a resident registration number."""
    entries = value[kind] if isinstance(value, Mapping) else value
    counted = [0]
    words = value.get("programme_types") if isinstance(value, Mapping) else None
    drafts = list(_drafts(file, entries, kind, context, counted, words if isinstance(words, Mapping) else {}))
    return drafts, counted[0]


def _drafts(
    file: str, entries: list[Any], kind: str, context: DateContext, counted: list[int], words: Mapping[str, Any]
) -> Iterator[Draft]:
    for row, entry in enumerate(entries, 1):
        record_kind = names.DELIVERIES if kind == PROGRAMMES else names.VENUES
        if not isinstance(entry, Mapping):
            refused = remark(NOT_AN_ENTRY).at(file, "", row)
            yield Draft(record_kind, file, "", row, {}, refused=refused)
            continue
        remarks: list[Remark] = []
        before = counted[0]
        reader = _Entry(entry, counted)
        facts = _programme(reader, remarks, context, words) if kind == PROGRAMMES else _venue(reader, remarks)
        named = facts.get("title") if kind == PROGRAMMES else facts.get("name")
        key = "title_ko" if kind == PROGRAMMES else "name_ko"
        identity, source = reader.words("id"), reader.words("source_url") or file
        if counted[0] > before:
            remarks.append(remark(RESIDENT_NUMBERS, n=counted[0] - before))
        yield Draft(
            record_kind, file, "", row, facts, tuple(item.at(file, "", row) for item in remarks),
            refused=None if named else remark(NO_NAME, fields=(key,)).at(file, "", row),
            data_set=file, key=identity, source=source,
        )  # fmt: skip


class _Entry:
    """One entry, its texts cleaned as cells are."""

    def __init__(self, entry: Mapping[str, Any], counted: list[int]) -> None:
        self._entry = entry
        self._counted = counted

    def words(self, key: str) -> str:
        """The text of a key, empty when it is missing or null."""
        value = self._entry.get(key)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return ""
        cleaned, had_one = without_resident_numbers(clean_text(str(value)))
        self._counted[0] += had_one
        return str(cleaned or "")

    def names(self, key: str) -> tuple[str, ...]:
        """The names of a key that holds a list, or a text of several."""
        value = self._entry.get(key)
        if isinstance(value, list):
            return tuple(dict.fromkeys(clean_text(str(one)) for one in value if isinstance(one, str) and one.strip()))
        return read_names(self.words(key)).names

    def number(self, key: str) -> float | None:
        """The number of a key."""
        value = self._entry.get(key)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _programme(entry: _Entry, remarks: list[Remark], context: DateContext, kinds: Mapping[str, Any]) -> dict[str, Any]:
    when, month = _when(entry, remarks, context)
    times = paired(read_times(entry.words("start_time") or None), read_times(entry.words("end_time") or None))
    remarks.extend(times.remarks)
    title, series = entry.words("title_ko"), entry.words("series")
    counted, unread = read_count(entry.words("reported_attendance") or None, "reported_attendance")
    remarks.extend(unread)
    words = [text for key in ("date_text", "time_text") if (text := entry.words(key))]
    if not when.days and not month and words:
        remarks.append(remark(KEPT_WORDS, text=" · ".join(words)))
    slot = SLOT.search(entry.words("time_text"))
    minutes = entry.number("duration_min")
    admission = entry.words("admission")
    return {
        "occurrences": occurrences_of(when.days, times.spans),
        "month": month,
        "when_words": " · ".join(words),
        "slot": slot[0] if slot and not times.spans else "",
        "title": title,
        "title_en": entry.words("title_en"),
        "subtitle": series if series and series not in title else "",
        "kind": clean_text(str(kinds.get(entry.words("programme_type"), entry.words("programme_type")))),
        "venue": entry.words("venue_name"),
        "address": entry.words("venue_address"),
        "artists": entry.names("performers"),
        "hosts": entry.names("host"),
        "organisers": entry.names("organiser"),
        "sponsors": entry.names("sponsor"),
        "audience": entry.words("audience"),
        "admission": admission,
        "is_free": read_is_free(admission) if admission else None,
        "booking": entry.words("booking"),
        "minutes": round(minutes) if minutes is not None and 0 < minutes <= 2880 else None,
        "counted": counted,
        "fallback": entry.words("rain_fallback"),
        "note": "\n".join(
            text for key in ("notes", "complex_or_region", "source_detail") if (text := entry.words(key))
        ),
        "status": Status.DELIVERED if entry.words("source_kind") == "reported" else Status.CONFIRMED,
    }


def _when(entry: _Entry, remarks: list[Remark], context: DateContext) -> tuple[When, str]:
    first, last = entry.words("date_start"), entry.words("date_end")
    if not first:
        said = read_when(entry.words("date_text") or None, context)
        return When(), said.month
    when = ended(read_when(first, context), read_when(last or None, context))
    remarks.extend(when.remarks)
    if not when.days and not when.remarks:
        remarks.append(remark(NOT_A_DATE, text=first))
    return when, when.month


def _venue(entry: _Entry, remarks: list[Remark]) -> dict[str, Any]:
    point = read_point(entry.number("lat"), entry.number("lon"))
    remarks.extend(point.remarks)
    hours, closed = entry.words("opening_hours"), entry.words("closed_days")
    seats, unread = read_count(entry.number("capacity"), "capacity")
    remarks.extend(unread)
    week = read_week(hours, closed) if not closed or closed_weekdays(closed) or "연중무휴" in closed else ()
    return {
        "name": entry.words("name_ko"),
        "name_en": entry.words("name_en"),
        "kind": entry.words("kind"),
        "address": entry.words("address"),
        "region": entry.words("region"),
        "setting": read_setting(entry.words("indoor_outdoor")),
        "seats": seats,
        "latitude": point.latitude,
        "longitude": point.longitude,
        "opening_hours": week,
        "opening_text": " / ".join(part for part in (hours, closed) if part),
        "note": "\n".join(text for key in ("region", "notes", "source_detail") if (text := entry.words(key))),
    }
