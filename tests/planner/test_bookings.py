"""Who and what is occupied when, drawn: one letter a half hour, `=` the public, `-` set-up and strike."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from director_app.domain.facts import Act, DatedHours, WeekHours
from director_app.domain.ids import ArtistId, AvailabilityId, DeliveryId, ProgrammeId, SegmentId, VenueId
from director_app.domain.people import Artist, Availability, AvailabilityValue
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Segment, Status
from director_app.domain.timeline import WallMinute, minute_of, parse_clock
from director_app.planner.bookings import bookings_of, show_spans
from director_app.planner.checks import check_plan

#: Tuesday.
DAY = datetime.date(2025, 10, 14)
SHOW = Programme(
    ProgrammeId("p"), running_minutes=90, setup_minutes=60, strike_minutes=30, lineup=(Act(ArtistId("band")),)
)
PLAN = Plan.of([
    SHOW,
    Programme(ProgrammeId("plain")),
    Programme(ProgrammeId("art"), is_exhibition=True, lineup=(Act(ArtistId("band")),)),
    Artist(ArtistId("kim")),
    Artist(ArtistId("duo"), members=(ArtistId("kim"),)),
    Artist(ArtistId("band"), members=(ArtistId("duo"),)),
    Venue(VenueId("plant")),
    Venue(VenueId("hall"), part_of=VenueId("plant")),
    Venue(VenueId("corner"), part_of=VenueId("hall")),
    Venue(VenueId("yard"), part_of=VenueId("plant")),
])  # fmt: skip


def at(text: str) -> WallMinute:
    return parse_clock(text)


def delivery(identity: str = "d", /, **facts: Any) -> Delivery:
    return Delivery(DeliveryId(identity), date=DAY, status=Status.CONFIRMED)._replace(**facts)


def picture(one: Delivery, first: str = "08:00", last: str = "30:00") -> str:
    """The half hours of the evening of a date."""
    shown, taken = show_spans(PLAN, one), [booking.span for booking in bookings_of(PLAN, one)]
    drawn = ""
    for minute in range(at(first), at(last), 30):
        here = minute_of(DAY, minute)
        inside = any(span.start <= here < span.end for span in shown)
        drawn += "=" if inside else "-" if any(span.start <= here < span.end for span in taken) else "."
    return drawn.rstrip(".")


@pytest.mark.parametrize(
    ("facts", "drawn"),
    [
        ({}, ""),
        ({"start": "10:00", "end": "11:00"}, "....=="),
        ({"start": "10:00", "end": "11:00", "programme": "p"}, "..--==-"),
        ({"start": "10:00", "programme": "p"}, "..--===-"),
        ({"start": "10:00", "programme": "plain"}, "....="),
        ({"start": "10:00", "programme": "p", "setup_minutes": 0, "strike_minutes": 90}, "....===---"),
        ({"end": "10:00", "programme": "p"}, ""),
        ({"start": "22:00", "end": "25:30"}, "............................======="),
        ({"start": "25:00", "end": "26:00"}, "..................................=="),
        ({"start": "10:00", "end": "11:00", "status": Status.CANCELLED}, "....=="),
    ],
)
def test_what_one_delivery_occupies(facts: dict[str, Any], drawn: str) -> None:
    values: dict[str, Any] = {
        name: at(str(value)) if name in ("start", "end") else value for name, value in facts.items()
    }
    assert picture(delivery(**values)) == drawn


def test_what_does_not_take_place_occupies_nobody() -> None:
    for status in (Status.POSTPONED, Status.CANCELLED):
        assert bookings_of(PLAN, delivery(start=at("10:00"), status=status)) == []


def days(one: Delivery) -> list[str]:
    """Date and hours of every stretch."""
    found = []
    for span in show_spans(PLAN, one):
        day = datetime.date.fromordinal(span.start // 1440)
        found.append(f"{day.day}: {span.start % 1440 // 60}-{(span.end - minute_of(day, 0)) // 60}")
    return found


def test_several_days_have_daily_hours() -> None:
    three = delivery(until=datetime.date(2025, 10, 16), start=at("10:00"), end=at("17:00"), programme="p")
    assert days(three) == ["14: 10-17", "15: 10-17", "16: 10-17"]
    taken = [booking.span for booking in bookings_of(PLAN, three)]
    assert taken[0].start == minute_of(DAY, 9 * 60)
    assert taken[-1].end == minute_of(datetime.date(2025, 10, 16), 17 * 60 + 30)
    assert days(three._replace(start=None, end=None)) == []


def test_an_exhibition_has_opening_hours_and_days_off() -> None:
    week = tuple(WeekHours(weekday, at("10:00"), at("18:00")) for weekday in (1, 2, 3, 4, 5))
    off = (DatedHours(datetime.date(2025, 10, 15)), DatedHours(datetime.date(2025, 10, 19), at("11:00"), at("15:00")))
    exhibition = delivery(until=datetime.date(2025, 10, 21), hours=week, exceptions=off, programme="art")
    assert days(exhibition) == ["14: 10-18", "16: 10-18", "17: 10-18", "18: 10-18", "19: 11-15", "21: 10-18"]
    assert not any(booking.binds_artists for booking in bookings_of(PLAN, exhibition))


def kinds(*records: Any) -> list[str]:
    """The kinds of problem a plan has, with whom they are about."""
    plan = Plan.of([*PLAN.records(), *records])
    return sorted(f"{problem.kind} {problem.subjects[-1].id}" for problem in check_plan(plan))


TEN, ELEVEN, NOON = at("10:00"), at("11:00"), at("12:00")


def test_half_open_neighbours_do_not_clash() -> None:
    first = delivery("a", venue="hall", start=TEN, end=ELEVEN)
    assert kinds(first, delivery("b", venue="hall", start=ELEVEN, end=NOON)) == []
    assert kinds(first, delivery("b", venue="hall", start=ELEVEN - 1, end=NOON)) == ["venue_twice hall"]
    assert kinds(first, delivery("b", venue="hall", start=ELEVEN, end=NOON, setup_minutes=1)) == ["venue_twice hall"]


def test_past_midnight_meets_the_early_morning() -> None:
    night = delivery("a", venue="hall", start=at("23:00"), end=at("25:30"))
    morning = delivery("b", venue="hall", date=datetime.date(2025, 10, 15), start=at("01:00"), end=at("02:00"))
    assert kinds(night, morning) == ["venue_twice hall"]
    assert kinds(night, morning._replace(start=at("01:30"))) == []


def test_parts_of_one_whole_are_apart_but_not_from_it() -> None:
    hall, yard = (delivery(name, venue=name, start=TEN, end=ELEVEN) for name in ("hall", "yard"))
    corner, plant = (delivery(name, venue=name, start=TEN, end=ELEVEN) for name in ("corner", "plant"))
    assert kinds(hall, yard) == []
    assert kinds(corner, yard) == []
    assert kinds(corner, hall) == ["venue_twice hall"]
    assert kinds(corner, plant) == ["venue_twice plant"]


def test_a_group_in_a_group_is_its_members() -> None:
    def played_by(name: str, *acts: str) -> Delivery:
        return delivery(name, start=TEN, end=ELEVEN, lineup=tuple(Act(ArtistId(act)) for act in acts))

    assert kinds(played_by("a", "band"), played_by("b", "kim")) == ["member_twice band"]
    assert kinds(played_by("a", "band"), played_by("b", "band", "kim")) == ["artist_twice band"]
    assert kinds(played_by("a", "duo"), played_by("b", "band")) == ["member_twice band"]
    assert kinds(played_by("a", "kim"), played_by("b")) == []
    assert kinds(played_by("a", "kim"), played_by("b", "kim")._replace(start=None, end=None)) == []


def test_the_artist_of_a_part_is_there_for_the_part() -> None:
    evening = delivery("a", start=TEN, end=NOON)
    part = Segment(SegmentId("s"), evening.id, start=TEN, minutes=30, artist=ArtistId("duo"))
    elsewhere = delivery("b", start=ELEVEN, end=NOON, lineup=(Act(ArtistId("kim")),))
    assert kinds(evening, part, elsewhere) == []
    assert kinds(evening, part._replace(minutes=61), elsewhere) == ["member_twice duo"]
    assert kinds(evening, part._replace(minutes=None), elsewhere) == ["member_twice duo"]
    assert kinds(evening, part._replace(start=None), elsewhere) == ["member_twice duo"]
    assert kinds(evening, part._replace(artist=None), elsewhere) == []
    assert kinds(evening._replace(status=Status.CANCELLED), part._replace(minutes=61), elsewhere) == []
    not_then = Availability(AvailabilityId("n"), ArtistId("kim"), date=DAY, starts=TEN, ends=ELEVEN)
    assert kinds(evening, part, not_then) == ["artist_unavailable duo"]
    assert kinds(evening, part._replace(start=ELEVEN), not_then) == []


def test_an_exhibition_is_opened_by_somebody_on_its_first_day() -> None:
    week = delivery("a", until=datetime.date(2025, 10, 20), start=TEN, end=at("18:00"), programme="art")
    opening = Segment(SegmentId("s"), week.id, start=TEN, minutes=30, artist=ArtistId("kim"))
    playing = delivery("b", start=TEN, end=ELEVEN, lineup=(Act(ArtistId("kim")),))
    assert kinds(week, opening, playing) == ["artist_twice kim"]
    assert kinds(week, opening, playing._replace(date=datetime.date(2025, 10, 15))) == []
    assert kinds(
        week._replace(programme=ProgrammeId("p"), lineup=()),
        opening,
        playing._replace(date=datetime.date(2025, 10, 15)),
    ) == ["artist_twice kim"]


def test_a_date_overrules_the_week() -> None:
    tuesdays = Availability(AvailabilityId("w"), ArtistId("kim"), weekday=1, reason="수업")
    playing = delivery(start=TEN, end=ELEVEN, lineup=(Act(ArtistId("band")),))
    undecided = playing._replace(start=None, end=None)
    assert kinds(tuesdays, playing) == ["artist_unavailable band"]
    assert kinds(tuesdays, undecided) == ["artist_unavailable band"]
    free = Availability(
        AvailabilityId("d"), ArtistId("kim"), value=AvailabilityValue.GOOD, date=DAY, starts=TEN, ends=NOON
    )
    assert kinds(tuesdays, free, playing) == []
    assert kinds(tuesdays, free, undecided) == []
    assert kinds(tuesdays, free, playing._replace(end=at("12:01"))) == ["artist_unavailable band"]
    assert kinds(tuesdays, playing._replace(date=datetime.date(2025, 10, 15))) == []


def test_what_holds_for_the_whole_holds_for_its_parts() -> None:
    closed = Availability(AvailabilityId("v"), venue=VenueId("plant"), date=DAY)
    assert kinds(closed, delivery(venue="corner", start=TEN, end=ELEVEN)) == ["venue_unavailable plant"]
