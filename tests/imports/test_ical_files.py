"""Calendars as phones, mail programs and universities write them, read as the days and wall times they mean here."""

from __future__ import annotations

import datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.refusals import CannotUseFile
from director_app.imports.ical_files import BAD_RULE, NO_EVENTS, ReadCalendar, is_calendar, read_calendar
from director_app.imports.written_dates import DaySpan

SEOUL = ZoneInfo("Asia/Seoul")
SEASON = DaySpan(datetime.date(2025, 7, 1), datetime.date(2025, 11, 30))

OUTLOOK_ZONE = """BEGIN:VTIMEZONE
TZID:Korea Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
"""


def calendar(*events: str, head: str = "") -> bytes:
    inside = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{inside}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def read(data: bytes) -> ReadCalendar:
    return read_calendar("a.ics", data, SEOUL, SEASON)


def whens(data: bytes) -> list[str]:
    """Each date as "10-20 19:00~20:30"; an open end as "~"; days alone as "10-20..10-21"."""
    found = []
    for one in read(data).found:
        first, last = one.days
        if one.times.start is None:
            found.append(f"{first:%m-%d}..{last:%m-%d}")
            continue
        ends = "" if one.times.end is None else f"{one.times.end // 60:02d}:{one.times.end % 60:02d}"
        found.append(f"{first:%m-%d} {one.times.start // 60:02d}:{one.times.start % 60:02d}~{ends}")
    return found


@pytest.mark.parametrize(
    ("event", "head", "expected"),
    [
        pytest.param("DTSTART:20251020T100000Z\nDTEND:20251020T113000Z", "", "10-20 19:00~20:30", id="utc"),
        pytest.param("DTSTART:20251020T190000\nDURATION:PT90M", "", "10-20 19:00~20:30", id="floating"),
        pytest.param("DTSTART;TZID=America/New_York:20251019T230000", "", "10-20 12:00~", id="far zone"),
        pytest.param(
            "DTSTART;TZID=Korea Standard Time:20251020T190000", OUTLOOK_ZONE, "10-20 19:00~", id="outlook zone"
        ),
        pytest.param("DTSTART:20251020T120000", "X-WR-TIMEZONE:Europe/London\n", "10-20 20:00~", id="zone of calendar"),
        pytest.param("DTSTART:20251020T120000", "X-WR-TIMEZONE:No/Where\n", "10-20 12:00~", id="no such zone"),
        pytest.param("DTSTART;VALUE=DATE:20251020", "", "10-20..10-20", id="a day"),
        pytest.param(
            "DTSTART;VALUE=DATE:20251020\nDTEND;VALUE=DATE:20251023", "", "10-20..10-22", id="days, the end not counted"
        ),
        pytest.param("DTSTART:20251020T220000\nDTEND:20251021T013000", "", "10-20 22:00~25:30", id="past midnight"),
        pytest.param("DTSTART:20251020T100000\nDTEND:20251022T180000", "", "10-20..10-22", id="several days"),
        pytest.param("DTSTART:20251020T100000\nDTEND:20251019T180000", "", "10-20 10:00~", id="end before start"),
    ],
)
def test_when_an_event_takes_place(event: str, head: str, expected: str) -> None:
    assert whens(calendar(f"UID:1\nSUMMARY:리허설\n{event}", head=head)) == [expected]


def test_a_series_with_dates_left_out_added_and_moved() -> None:
    series = (
        "UID:1\nSUMMARY:연습\nDTSTART;TZID=Asia/Seoul:20251006T190000\nDTEND;TZID=Asia/Seoul:20251006T200000\n"
        "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Asia/Seoul:20251013T190000\nRDATE;TZID=Asia/Seoul:20251108T150000"
    )
    moved = (
        "UID:1\nSUMMARY:연습(이동)\nRECURRENCE-ID;TZID=Asia/Seoul:20251020T190000\n"
        "DTSTART;TZID=Asia/Seoul:20251021T100000\nDTEND;TZID=Asia/Seoul:20251021T110000"
    )
    data = calendar(series, moved)
    assert whens(data) == ["10-06 19:00~20:00", "10-21 10:00~11:00", "10-27 19:00~20:00", "11-08 15:00~16:00"]
    assert read(data).events == 2
    identities = {(one.uid, one.recurrence) for one in read(data).found}
    assert ("1", "2025-10-20") in identities
    assert len(identities) == 4


def test_a_rule_without_end_is_followed_inside_the_season() -> None:
    found = whens(calendar("UID:1\nSUMMARY:점심\nDTSTART:20200101T120000\nRRULE:FREQ=DAILY"))
    assert (found[0], found[-1], len(found)) == ("07-01 12:00~", "11-30 12:00~", 153)


def test_a_rule_by_the_second_is_not_followed() -> None:
    found = read(calendar("UID:1\nSUMMARY:점심\nDTSTART:20251001T120000\nRRULE:FREQ=SECONDLY"))
    assert len(found.found) == 1
    assert [one.text for one in found.remarks] == [BAD_RULE]


def test_the_highest_sequence_counts() -> None:
    older = "UID:1\nSUMMARY:옛 이름\nSEQUENCE:1\nDTSTART:20251020T100000"
    newer = "UID:1\nSUMMARY:새 이름\nSEQUENCE:2\nDTSTART:20251021T100000"
    for order in ((older, newer), (newer, older)):
        assert [one.title for one in read(calendar(*order)).found] == ["새 이름"]


def test_an_event_alone_is_a_calendar_and_one_without_events_says_so() -> None:
    alone = b"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:a\r\nDTSTART:20251020T100000\r\nEND:VEVENT\r\n"
    assert is_calendar(alone)
    assert len(read(alone).found) == 1
    assert [one.text for one in read(calendar()).remarks] == [NO_EVENTS]


def test_cancelled_and_free_events_say_so_and_resident_numbers_are_left_out() -> None:
    event = "UID:1\nSUMMARY:상담 900101-1234567\nSTATUS:CANCELLED\nTRANSP:TRANSPARENT\nDTSTART:20251020T100000"
    found = read(calendar(event)).found[0]
    assert (found.is_cancelled, found.is_busy) == (True, False)
    assert "1234567" not in found.title


@pytest.mark.parametrize("data", [b"", b"hello", b"BEGIN:VCALENDAR\r\nU\\D:1\r\nEND:VCALENDAR", b"\x00\xff" * 50])
def test_what_is_no_calendar_is_refused(data: bytes) -> None:
    with pytest.raises(CannotUseFile):
        read(data)


def test_characters_that_cannot_be_read_are_told_with_what_to_do_about_a_calendar() -> None:
    data = calendar("UID:1\nSUMMARY:연습 연습 연습 연습 연습 연습 연습 연습 연습\nDTSTART:20251020T100000")
    some = data.replace("습".encode(), b"\xff\xfe\xfd", 1)
    (told, *_more) = read(some).remarks
    assert "Export the calendar again" in told.text
    with pytest.raises(CannotUseFile, match="Export the calendar again"):
        read(data.replace("연".encode(), b"\xff\xfe\xfd"))


@given(st.integers(0, 2**32))
def test_damaged_bytes_are_read_or_refused(seed: int) -> None:
    random = Random(seed)
    data = bytearray(
        calendar("UID:1\nSUMMARY:연습\nDTSTART:20251006T190000Z\nRRULE:FREQ=WEEKLY\nEXDATE:20251013T190000Z")
    )
    for _ in range(random.randint(1, 6)):
        data[random.randrange(len(data))] = random.randrange(256)
    try:
        found = read(bytes(data[: random.randrange(len(data))] if random.random() < 0.3 else data))
    except CannotUseFile:
        return
    assert all(one.days.first <= one.days.last for one in found.found)
