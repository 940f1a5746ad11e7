"""Rows of deliveries -> facts: days and times from whichever columns they stand in, programme, place, people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from director_app.domain.facts import FallbackKind
from director_app.domain.programme import Status
from director_app.imports.cell_values import read_is_free
from director_app.imports.cells import cell_text
from director_app.imports.data_sets import PERFORMANCES
from director_app.imports.remarks import remark
from director_app.imports.row_cells import RowCells
from director_app.imports.written_dates import DaySpan, When, ended, read_when
from director_app.imports.written_times import (
    SEVERAL_TIMES,
    SLOT,
    UNDECIDED,
    TimeSpan,
    WrittenTimes,
    folded,
    is_undecided,
    names_nothing,
    paired,
    read_times,
)
from director_app.wording import message

PLACEHOLDER_TIME: Final = message("00:00-23:59 stands for a time that is not known; it was left undecided.")
SEVERAL_DAYS: Final = message("{n} dates stand in one cell; they became {n} deliveries.")
SEVERAL_PLACES: Final = message("“{text}” looks like several places; it was kept as one.")
NOT_A_STATUS: Final = message("“{text}” is not a status; {column} was left as it is.")

_STATUSES: Final = (
    (Status.CANCELLED, r"취소|폐지|cancel"),
    (Status.POSTPONED, r"순연|연기|보류|postpon|held over"),
    (Status.DELIVERED, r"완료|종료|실시|시행|delivered|done|held|finished"),
    (Status.IDEA, r"구상|아이디어|검토|미정|idea|draft|proposed"),
    (Status.PENCILLED, r"협의|조율|섭외|예정|가안|임시|pencil|tentative|planned|pending"),
    (Status.CONFIRMED, r"확정|승인|계약|confirm|booked|agreed|ok"),
)
#: What beside a month says no more than that only the month is known.
_NO_NEWS: Final = re.compile(r"중(?!순)|예정|일자|날짜|일정|\W")
_REFERENCE: Final = re.compile(r"[A-Za-z가-힣]{1,6}[-_ ]?\d{1,6}(?:-\d{1,4})?")


def delivery_facts(cells: RowCells) -> dict[str, Any]:
    """What a row says of a delivery, its programme, place and people."""
    point = cells.point()
    programme = programme_part(cells)
    if not cells.words("title"):
        programme["note"] = "\n".join(line for line in (programme["note"], *_without_programme(cells)) if line)
    facts: dict[str, Any] = {
        **when_facts(cells),
        "number": _reference(cells.words("number")),
        "title": cells.words("title"),
        "suffix": _suffix(cells.words("suffix")),
        "venue": _venue(cells),
        "address": cells.words("address") or cells.words("lot_address"),
        "latitude": point.latitude,
        "longitude": point.longitude,
        "seats": cells.count("seats"),
        "area": cells.words("area"),
        "organisation": cells.words("organisation"),
        "status": read_status(cells),
        "heads": cells.count("heads"),
        "counted": cells.count("counted"),
        "responsible": cells.words("responsible"),
        "fallback": cells.words("fallback"),
        **programme,
    }
    return facts


def programme_part(cells: RowCells) -> dict[str, Any]:
    """What a row says of the programme."""
    free = read_is_free(cells.cell("is_free"))
    admission = cells.words("admission")
    if free is None:
        free = read_is_free(admission) if admission else None
    notes = [line for line in (cells.prose("note"), *cells.kept_as_note(), *_unplaced(cells)) if line]
    return {
        "kind": cells.words("kind"),
        "intro": cells.prose("intro") if not names_nothing(cells.prose("intro")) else "",
        "audience": cells.words("audience"),
        "admission": admission,
        "is_free": free,
        "age_rating": cells.words("age_rating"),
        "booking": cells.words("booking"),
        "hosts": cells.names("hosts"),
        "organisers": cells.names("organisers"),
        "sponsors": cells.names("sponsors"),
        "artists": cells.names("artists"),
        "minutes": cells.minutes("minutes"),
        "setup": cells.minutes("setup"),
        "strike": cells.minutes("strike"),
        "initiative": cells.words("initiative"),
        "note": "\n".join(notes),
        "provider": " ".join(part for part in (cells.words("provider"), cells.words("data_date")) if part),
    }


def _without_programme(cells: RowCells) -> Iterator[str]:
    """What a row without a title says of its programme: a delivery has no fields for it, so its note keeps it."""
    for field in ("kind", "intro", "audience", "admission", "age_rating", "booking", "minutes"):
        if text := " ".join(cells.prose(field).split()):
            yield f"{cells.header(field)}: {text}"


def _unplaced(cells: RowCells) -> list[str]:
    """Phones and web addresses of a programme, which has no field for them."""
    return [f"{cells.header(field)}: {text}" for field in ("phone", "web") if (text := cells.words(field))]


def _reference(text: str) -> str:
    """A reference number such as GM-017; a plain row number is none."""
    return text if _REFERENCE.fullmatch(text) else ""


def _suffix(text: str) -> str:
    """A part of the title; a bare round number is counted by the program itself."""
    return "" if re.fullmatch(r"(?:제\s*)?\d{1,3}\s*(?:회|회차|차)?", text) else text


def _venue(cells: RowCells) -> str:
    name = cells.words("venue")
    if "+" in name:
        cells.remarks.append(remark(SEVERAL_PLACES, text=name))
    return name


def read_status(cells: RowCells, field: str = "status") -> Status | None:
    """The status a word means, None when it says none."""
    word = cells.prose(field).strip().lower()
    if not word:
        return None
    for status, pattern in _STATUSES:
        if word == status.value or re.search(pattern, word):
            return status
    cells.remarks.append(remark(NOT_A_STATUS, text=word, column=cells.header(field)))
    return None


def fallback_kind(text: str) -> FallbackKind:
    """What a sentence about rain means: cancel, postpone, as is, or another place."""
    if re.search(r"취소|cancel", text, re.IGNORECASE):
        return FallbackKind.CANCEL
    if re.search(r"순연|연기|postpone", text, re.IGNORECASE):
        return FallbackKind.POSTPONE
    return FallbackKind.AS_IS if re.search(r"강행|정상|그대로|as is", text, re.IGNORECASE) else FallbackKind.INDOORS


def when_facts(cells: RowCells) -> dict[str, Any]:
    """Days, month and times of a row, read from all the columns that speak of them."""
    when = _days(cells)
    times = _times(cells, when)
    occurrences = occurrences_of(when.days, times.spans)
    cells.remarks.extend(when.remarks)
    if len(when.days) > 1:
        cells.remarks.append(remark(SEVERAL_DAYS, n=len(occurrences)))
    elif len(times.spans) > 1:
        cells.remarks.append(remark(SEVERAL_TIMES, n=len(occurrences)))
    said = " ".join(cell_text(cells.cell("date")).split())
    slot = SLOT.search(f"{said} {cell_text(cells.cell('start'))}")
    return {
        "month": when.month,
        "occurrences": occurrences,
        "when_words": "" if _is_read(when, said) else said,
        "slot": slot[0] if slot and not times.spans else "",
        "time_minutes": times.minutes,
    }


def _is_read(when: When, said: str) -> bool:
    """Whether nothing is lost when the words of a date are not kept: "mid November" says more than a month does."""
    if when.month:
        return not _NO_NEWS.sub("", UNDECIDED.sub("", when.rest)) and "~" not in folded(said)
    return is_undecided(said) or (bool(when.days) and len(when.rest) < 3)


def occurrences_of(
    days: tuple[DaySpan, ...], spans: tuple[TimeSpan, ...]
) -> tuple[tuple[DaySpan | None, TimeSpan], ...]:
    """Every day with every time; equally many of both belong together one by one."""
    dated: tuple[DaySpan | None, ...] = days or (None,)
    timed = spans or (TimeSpan(),)
    if len(dated) == len(timed):
        return tuple(zip(dated, timed, strict=True))
    return tuple((day, span) for day in dated for span in timed)


def _days(cells: RowCells) -> When:
    if cells.cell("start_month") is not None or cells.cell("start_year") is not None:
        return ended(_three_columns(cells, "start"), _three_columns(cells, "end"))
    first = cells.when("date")
    return ended(first, cells.when("until")) if cells.cell("until") is not None else first


def _three_columns(cells: RowCells, which: str) -> When:
    """A date whose year, month and day stand in columns of their own; the day may be missing."""
    texts = [re.sub(r"\D", "", cell_text(cells.cell(f"{which}_{part}"))) for part in ("year", "month", "day")]
    year, month, day = texts
    if not month:
        return When()
    year = year or str(cells.context.year_for(min(12, max(1, int(month))), 1))
    return read_when(f"{year}-{int(month):02d}-{int(day):02d}" if day else f"{year}-{int(month):02d}", cells.context)


def _times(cells: RowCells, when: When) -> WrittenTimes:
    if cells.data_set == PERFORMANCES and _is_placeholder(cells):
        cells.remarks.append(remark(PLACEHOLDER_TIME))
        return WrittenTimes()
    written = read_times(cells.cell("start"))
    ends = read_times(cells.cell("end"))
    if cells.cell("end") is None and not cells.when("until").days:  # a column "to" that holds times
        ends = read_times(cells.cell("until"))
    if not written.spans and when.times.spans:
        return when.times
    found = paired(written, ends)
    cells.remarks.extend(found.remarks)
    return found


def _is_placeholder(cells: RowCells) -> bool:
    start, end = cell_text(cells.cell("start")), cell_text(cells.cell("end"))
    return bool(re.fullmatch(r"0?0:00(?::00)?", start)) and bool(re.fullmatch(r"23:59(?::\d\d)?|0?0:00|24:00|", end))
