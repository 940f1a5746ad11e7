"""Plain events are read beside the library exactly as the library reads them."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.refusals import CannotUseFile
from director_app.imports import plain_events
from director_app.imports.ical_files import ReadCalendar, read_calendar
from director_app.imports.written_dates import DaySpan

SEOUL = ZoneInfo("Asia/Seoul")
SEASON = DaySpan(datetime.date(2025, 3, 1), datetime.date(2025, 11, 30))
ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Asia/Seoul\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
    "TZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)
LINES = (
    "SUMMARY:퇴근길 음악회", "SUMMARY:A\\, b\\; c\\\\n \\N\\n\"q\" %2C \\:", "SUMMARY;LANGUAGE=ko:한글", "SUMMARY:",
    "LOCATION:중앙 광장\\, 1단지", "DESCRIPTION:첫 줄\\n둘째", "DESCRIPTION:긴 \r\n 줄\r\n\t끝",
    "STATUS:CANCELLED", "TRANSP:TRANSPARENT",
    "SEQUENCE:3", "SEQUENCE:12", "SEQUENCE:x", "UID:a", "UID:b", "UID:a\\,b", "uid:c", "UID;X=1:a",
    "DTSTART:20250714T100000", "DTSTART:20250714T100000Z", "DTSTART;TZID=Asia/Seoul:20250714T190000",
    "DTSTART;TZID=America/New_York:20250714T190000", "DTSTART;TZID=No/Where:20250714T190000",
    "DTSTART;VALUE=DATE:20250714", "DTSTART:20250714", "DTSTART:20251314T100000",
    "DTSTART;TZID=\"Asia/Seoul\":20250714T190000",
    "DTEND:20250714T120000", "DTEND;TZID=Asia/Seoul:20250714T203000", "DTEND;VALUE=DATE:20250716", "DURATION:PT1H",
    "RRULE:FREQ=DAILY;COUNT=3", "RECURRENCE-ID:20250715T100000", "EXDATE:20250715T100000", "DTSTAMP:nonsense",
    "CATEGORIES:a,b", "ORGANIZER;CN=\"x:y\":mailto:a@b.example", "X-MINE;A=1:z", "ODD-ONE:1", "no colon at all", "",
    "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15M\r\nDESCRIPTION:bell\r\nEND:VALARM",
)  # fmt: skip


def read(text: str) -> ReadCalendar | str:
    try:
        return read_calendar("a.ics", text.encode(), SEOUL, SEASON)
    except CannotUseFile as refusal:
        return refusal.message


def of_library(text: str) -> ReadCalendar | str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_events, "cut", lambda _text: None)
        return read(text)


@st.composite
def calendars(draw: st.DrawFn) -> str:
    usual = ("UID:p{n}", "DTSTART;TZID=Asia/Seoul:20250714T190000", "SUMMARY:p")
    events = []
    for number in range(draw(st.integers(0, 5))):
        lines = [line.format(n=number) for line in usual if draw(st.integers(0, 5))]
        lines += draw(st.lists(st.sampled_from(LINES), max_size=4))
        body = "".join(f"{line}\r\n" for line in lines)
        events.append(f"BEGIN:VEVENT\r\n{body}END:VEVENT\r\n")
        if not draw(st.integers(0, 4)):
            events.append(ZONE)
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n"
    return text.replace("\r\n", "\n") if not draw(st.integers(0, 4)) else text


@given(calendars())
def test_reading_beside_the_library_finds_what_the_library_finds(text: str) -> None:
    assert read(text) == of_library(text)


def test_plain_events_are_read_beside_the_library_and_others_are_left_to_it() -> None:
    plain = "BEGIN:VEVENT\r\nUID:p\r\nDTSTART:20250714T100000\r\nEND:VEVENT\r\n"
    ruled = plain.replace("UID:p", "UID:r\r\nRRULE:FREQ=DAILY")
    part = plain_events.cut(f"BEGIN:VCALENDAR\r\n{plain}{ruled}{ZONE}{plain.replace(':p', ':q')}END:VCALENDAR\r\n")
    assert part is not None
    assert [event and event["UID"] for event in part.events] == ["p", None, "q"]
    assert part.rest == f"BEGIN:VCALENDAR\r\n{ruled}{ZONE}END:VCALENDAR\r\n"
