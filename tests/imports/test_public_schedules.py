"""Programmes that others publish as data: the same events from XML, JSON and schema.org, and nothing else with them."""

from __future__ import annotations

import datetime
import json
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.refusals import CannotUseFile
from director_app.imports.ical_files import ReadCalendar
from director_app.imports.public_schedules import is_schedule, is_schedule_xml, read_schedule, read_schedule_xml

SEOUL = ZoneInfo("Asia/Seoul")

TALK = {
    "guid": "g-1", "id": 7, "title": "산단 재즈", "subtitle": "가을", "date": "2025-10-20T19:00:00+09:00",
    "start": "19:00", "duration": "01:30", "room": "보세장치장", "persons": [{"public_name": "재즈 트리오 G"}],
    "abstract": "저녁 공연",
}  # fmt: skip
SCHEDULE = {"schedule": {"conference": {"days": [{"date": "2025-10-20", "rooms": {"보세장치장": [TALK]}}]}}}
XML = """<?xml version="1.0" encoding="utf-8"?>
<schedule><day date="2025-10-20"><room name="보세장치장"><event guid="g-1" id="7"><title>산단 재즈</title>
<subtitle>가을</subtitle><start>19:00</start><duration>01:30</duration>
<persons><person id="1">재즈 트리오 G</person></persons>
<abstract>저녁 공연</abstract></event></room></day></schedule>"""
SCHEMA = {
    "@graph": [
        {
            "@type": "MusicEvent", "@id": "g-1", "name": "산단 재즈 – 가을", "startDate": "2025-10-20T10:00:00Z",
            "endDate": "2025-10-20T11:30:00Z", "location": {"@type": "Place", "name": "보세장치장"},
            "performer": [{"@type": "MusicGroup", "name": "재즈 트리오 G"}], "description": "저녁 공연",
        },
        {"@type": "Organization", "name": "재단"},
    ]
}  # fmt: skip


def of_json(value: object) -> ReadCalendar:
    return read_schedule("a.json", value, SEOUL)


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(lambda: of_json(SCHEDULE), id="schedule JSON"),
        pytest.param(lambda: read_schedule_xml("a.xml", XML.encode(), SEOUL), id="schedule XML"),
        pytest.param(lambda: of_json(SCHEMA), id="schema.org"),
    ],
)
def test_every_form_says_the_same(read: object) -> None:
    found = read()  # type: ignore[operator]  # one of the readings above
    assert found.events == 1
    event = found.found[0]
    assert (event.uid, event.title, event.place) == ("g-1", "산단 재즈 – 가을", "보세장치장")
    assert event.artists == ("재즈 트리오 G",)
    assert (event.days.first, event.times.start, event.times.end) == (datetime.date(2025, 10, 20), 1140, 1230)
    assert event.note == "저녁 공연"


def test_what_is_no_schedule_is_none() -> None:
    for value in ({}, [], {"schedule": 1}, {"programmes": [{"title_ko": "봄"}]}, [{"@type": "Person"}], 3):
        assert not is_schedule(value)
    assert not is_schedule_xml(b"title,date\n")
    assert is_schedule_xml(XML.encode())


def test_a_schedule_without_days_and_xml_that_is_damaged_are_refused() -> None:
    with pytest.raises(CannotUseFile):
        of_json({"schedule": {"conference": {}}})
    for data in (b"<schedule>", b"<other/>", b"", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><x>&b;</x>"):
        with pytest.raises(CannotUseFile):
            read_schedule_xml("a.xml", data, SEOUL)


def with_entities(*entities: str) -> bytes:
    """The schedule with entities declared, the last of them in its title."""
    names = [f"e{number}" for number in range(len(entities))]
    declared = "".join(f"<!ENTITY {name} {value}>" for name, value in zip(names, entities, strict=True))
    body = XML.split("\n", 1)[1].replace("<title>", f"<title>&{names[-1]};")
    return f"<!DOCTYPE schedule [{declared}]>{body}".encode()


def test_an_entity_reads_no_file() -> None:
    data = with_entities('SYSTEM "file:///etc/hostname"')
    assert read_schedule_xml("a.xml", data, SEOUL).found[0].title == "&e0;산단 재즈 – 가을"


def test_entities_that_grow_without_end_are_refused() -> None:
    laughs = ['"하하"', *(f'"{f"&e{number};" * 10}"' for number in range(9))]
    with pytest.raises(CannotUseFile):
        read_schedule_xml("a.xml", with_entities(*laughs), SEOUL)


def test_an_event_that_ends_the_next_night_or_says_no_date() -> None:
    late = dict(TALK, date="2025-10-20T23:00:00+09:00", duration="03:00")
    dateless = {"title": "언젠가", "guid": "g-2"}
    found = of_json({"schedule": {"conference": {"days": [{"rooms": {"a": [late, dateless]}}]}}})
    assert (found.events, found.found[0].times.end, len(found.remarks)) == (2, 26 * 60, 1)


_KEYS = st.sampled_from(["schedule", "conference", "days", "rooms", "@type", "startDate", "date", "title", "Event"])
_LEAVES = st.none() | st.integers() | st.text(max_size=6)


@given(st.recursive(_LEAVES, lambda one: st.lists(one, max_size=3) | st.dictionaries(_KEYS, one, max_size=4)))
def test_any_json_is_read_or_refused(value: object) -> None:
    try:
        found = of_json(json.loads(json.dumps({"schedule": {"conference": {"days": [value]}}})))
    except CannotUseFile:
        return
    assert found.events >= len(found.found)
