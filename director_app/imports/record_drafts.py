"""Rows of artists, venues, programmes and companies' applications -> facts."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from director_app.domain.facts import WeekHours
from director_app.domain.people import ArtistKind
from director_app.domain.requests import ApplicationState, ShiftHeads, Wish
from director_app.domain.timeline import DAY, WallMinute
from director_app.imports import cell_values
from director_app.imports.cells import cell_text
from director_app.imports.delivery_drafts import programme_part
from director_app.imports.remarks import remark
from director_app.imports.row_cells import RowCells
from director_app.imports.written_dates import NOT_A_DATE, WRONG_WEEKDAY, YEAR_REMARKS, DateContext, read_when
from director_app.imports.written_times import folded, is_undecided, read_times, times_in
from director_app.wording import message

HOURS_KEPT_AS_TEXT: Final = message("The opening hours “{text}” were kept as text.")

_STATES: Final = (
    (ApplicationState.WITHDRAWN, r"철회|취소|withdrawn|cancel"),
    (ApplicationState.DECLINED, r"반려|탈락|미선정|거절|불가|declined|rejected"),
    (ApplicationState.WAITING, r"대기|보류|waiting|wait"),
    (ApplicationState.CONFIRMED, r"확정|confirmed"),
    (ApplicationState.TOLD, r"통보|안내|told|informed"),
    (ApplicationState.PLACED, r"배정|선정|placed|selected"),
    (ApplicationState.IN_REVIEW, r"검토|심사|review"),
    (ApplicationState.RECEIVED, r"접수|신청|received|new"),
)
_WEEKDAY_LETTERS: Final = "월화수목금토일"
_GROUP_WORDS: Final = re.compile(r"단체|팀|그룹|밴드|극단|group|band|ensemble|company", re.IGNORECASE)
_SHIFT_WORDS: Final = re.compile(
    r"주간|야간|석간|[0-9가-힣A-Za-z]\s*조(?:\b|$)|[0-9]교대|\bshift|\bday\b|\bnight\b|\bevening\b", re.IGNORECASE
)
_PERSON_WORDS: Final = re.compile(r"개인|1인|솔로|person|solo|individual", re.IGNORECASE)


def artist_facts(cells: RowCells) -> dict[str, Any]:
    """What a row says of an artist or group."""
    said_kind = cells.words("group_or_person")
    members = cells.names("members")
    heads = cells.count("head_count")
    is_person = bool(_PERSON_WORDS.search(said_kind)) or (heads == 1 and not _GROUP_WORDS.search(said_kind))
    consent = read_when(cells.cell("consent"), cells.context)
    return {
        "name": cells.words("name"),
        "kind": ArtistKind.PERSON if is_person else ArtistKind.GROUP if said_kind or members or heads else None,
        "romanised": cells.words("name_en"),
        "genre": cells.words("genre"),
        "region": cells.words("region"),
        "is_local": cell_values.read_yes_no(cells.cell("is_local")),
        "members": members,
        "head_count": heads,
        "contact": cells.words("contact"),
        "phone": cells.phone(),
        "email": cells.words("email"),
        "links": tuple(re.findall(r"\S+", cells.words("web"))),
        "fee": cell_values.read_amount(cells.cell("fee")),
        "needs": cells.prose("needs"),
        "biography": cells.prose("biography"),
        "consent_date": consent.days[0].first if consent.days else None,
        "note": cells.prose("note"),
    }


def venue_facts(cells: RowCells) -> dict[str, Any]:
    """What a row says of a place."""
    point = cells.point()
    hours, hours_text = _opening(cells)
    notes = [line for line in (cells.prose("note"), *cells.kept_as_note()) if line]
    return {
        "name": cells.words("name"),
        "name_en": cells.words("name_en"),
        "kind": cells.words("kind"),
        "host": cells.words("host"),
        "area": cells.words("area"),
        "address": cells.words("address") or cells.words("lot_address"),
        "setting": cells.setting(),
        "seats": cells.count("seats"),
        "standing": cells.count("standing"),
        "floor_area": cells.measure("floor_area"),
        "power_kw": cells.measure("power"),
        "opening_hours": hours,
        "opening_text": hours_text,
        "latitude": point.latitude,
        "longitude": point.longitude,
        "contact": cells.words("contact"),
        "phone": cells.phone(),
        "email": cells.words("email"),
        "gate": cells.words("gate"),
        "parking": cells.words("parking"),
        "directions": cells.prose("directions"),
        "fallback": cells.words("fallback"),
        "note": "\n".join([*notes, *([cells.words("web")] if cells.words("web") else [])]),
        "provider": " ".join(part for part in (cells.words("provider"), cells.words("data_date")) if part),
    }


def programme_facts(cells: RowCells) -> dict[str, Any]:
    """What a row says of a programme."""
    return {
        "title": cells.words("title"),
        "title_en": cells.words("title_en"),
        "subtitle": cells.words("subtitle"),
        "short_title": cells.words("short_title"),
        "power_kw": cells.measure("power"),
        "setting": cells.setting(),
        "equipment": cells.prose("needs"),
        **programme_part(cells),
    }


def application_facts(cells: RowCells) -> dict[str, Any]:
    """What a row says of a company's application; the row itself is kept word for word beside it."""
    received = _moment(cells)
    asked = cells.context._replace(received=received.date() if received else None, leaves_season=True)
    wishes = tuple(wish for field in ("wish1", "wish2", "wish3") if (wish := _wish(cells, field, asked)) is not None)
    heads = _both_shifts(cells) or tuple(
        ShiftHeads(_shift(field, cells.header(field)), count)
        for field in ("heads", "heads_day", "heads_evening", "heads_night")
        if (count := cells.count(field)) is not None
    )
    return {
        "number": cells.words("number"),
        "received_at": received,
        "organisation": cells.words("organisation"),
        "contact": cells.words("contact"),
        "role": cells.words("role"),
        "phone": cells.phone(),
        "email": cells.words("email"),
        "address": cells.words("address"),
        "area": cells.words("area"),
        "programme": cells.words("programme"),
        "wishes": wishes,
        "meal_slot": cells.words("meal_slot"),
        "heads": heads,
        "space": cells.words("space"),
        "note": cells.prose("note"),
        "state": _state(cells.prose("state")),
    }


def _shift(field: str, header: str) -> str:
    """The shift that a column of heads names; a plain count such as "인원" names none."""
    return header if field != "heads" or _SHIFT_WORDS.search(header) else ""


def _both_shifts(cells: RowCells) -> tuple[ShiftHeads, ...]:
    """Heads of two shifts in one cell, "120/40" under "인원 (주간/야간)"."""
    counts = re.fullmatch(r"(\d+)\D{0,2}/\s*(\d+)\D{0,2}", cells.words("heads"))
    shifts = re.search(r"\(([^()/]+)/([^()/]+)\)", cells.header("heads"))
    if counts is None or shifts is None:
        return ()
    return tuple(
        ShiftHeads(shift.strip(), int(count)) for shift, count in zip(shifts.groups(), counts.groups(), strict=True)
    )


def _moment(cells: RowCells) -> datetime | None:
    """When an application came in, wall clock."""
    cell = cells.cell("received")
    if isinstance(cell, datetime):
        return cell.astimezone(ZoneInfo("Asia/Seoul")).replace(tzinfo=None) if cell.tzinfo else cell
    when = read_when(cell, cells.context)
    if not when.days:
        if cell is not None and not is_undecided(cell_text(cell)):
            cells.remarks.append(remark(NOT_A_DATE, text=cell_text(cell)))
        return None
    minute = when.times.spans[0].start if when.times.spans else None
    seconds = re.search(r"\d{1,2}:\d{2}:(\d{2})", cell_text(cell))
    clock = time(*divmod(min(minute or 0, DAY - 1), 60), int(seconds[1]) if seconds and int(seconds[1]) < 60 else 0)
    return datetime.combine(when.days[0].first, clock)


def _wish(cells: RowCells, field: str, context: DateContext) -> Wish | None:
    """One wish as written and as far as it was understood; only a doubtful year or weekday is worth a remark."""
    text = cell_text(cells.cell(field))
    if not text:
        return None
    when = read_when(cells.cell(field), context)
    doubts = {WRONG_WEEKDAY} if context.received else {WRONG_WEEKDAY, *YEAR_REMARKS}
    cells.remarks.extend(item for item in when.remarks if item.text in doubts)
    day = when.days[0] if when.days else None
    span = when.times.spans[0] if when.times.spans else None
    return Wish(
        text, day.first if day else None, day.last if day and day.last != day.first else None,
        span.start if span else None, span.end if span else None,
    )  # fmt: skip


def _state(text: str) -> ApplicationState | None:
    word = text.strip().lower()
    return next((state for state, pattern in _STATES if word and re.search(pattern, word)), None)


def _opening(cells: RowCells) -> tuple[tuple[WeekHours, ...], str]:
    """Weekly hours where they can be told, and the words they were written in."""
    text = cells.prose("hours")
    closed = cells.words("closed")
    words = " / ".join(part for part in (" ".join(text.split()), closed) if part)
    weekdays = _span(cells, "weekday_opens", "weekday_closes")
    holidays = _span(cells, "holiday_opens", "holiday_closes")
    if weekdays is not None:
        days = [(day, weekdays) for day in range(5)] + [(day, holidays or weekdays) for day in (5, 6)]
        kept = closed_weekdays(closed)
        return tuple(WeekHours(day, *span) for day, span in days if day not in kept), words
    hours = read_week(text, closed)
    if text and not hours and re.search(r"\d", text):
        cells.remarks.append(remark(HOURS_KEPT_AS_TEXT, text=" ".join(text.split())))
    return hours, words


def read_week(text: str, closed: str = "") -> tuple[WeekHours, ...]:
    """Weekly hours of one plain sentence such as "평일 09:00~18:00"; nothing when it says more than that."""
    spans = times_in(folded(text)).spans
    if len(spans) != 1 or spans[0].start is None or spans[0].end is None:
        return ()
    days = range(7)
    if re.search(r"평일|월\s*[~-]\s*금|weekday|mon\s*[~-]\s*fri", text, re.IGNORECASE):
        days = range(5)
    elif re.search(r"주말|토\s*[~,·]\s*일|weekend", text, re.IGNORECASE):
        days = range(5, 7)
    elif re.search(r"[월화수목금토일](?:요일|\s*[~,·])|하절기|동절기|공휴일", text):
        return ()
    skipped = closed_weekdays(closed)
    return tuple(WeekHours(day, spans[0].start, spans[0].end) for day in days if day not in skipped)


def closed_weekdays(text: str) -> frozenset[int]:
    """The weekdays that a sentence about closing days names."""
    found = {
        _WEEKDAY_LETTERS.index(letter)
        for letter in re.findall(r"(?:매\s*주\s*)?([월화수목금토일])(?:요일|(?=\+|$|\s*,))", text)
    }
    if re.search(r"주말", text):
        found |= {5, 6}
    return frozenset(found)


def _span(cells: RowCells, opens: str, closes: str) -> tuple[WallMinute, WallMinute] | None:
    """Opening and closing of a data set; 0:00 to 0:00 is how it says that it does not know."""
    first, last = read_times(cells.cell(opens)).spans, read_times(cells.cell(closes)).spans
    if not first or not last or first[0].start is None or last[0].start is None:
        return None
    return (first[0].start, last[0].start) if last[0].start > first[0].start else None
