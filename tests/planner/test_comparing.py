"""Comparing two states of a season: nothing that a reader would notice is missed, nothing else is told."""

from __future__ import annotations

import datetime
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.edits import Change, Remove, resolve
from director_app.domain.facts import Act, Contact, Credit, DatedHours, Fallback, WeekHours
from director_app.domain.ids import ArtistId, DeliveryId, OrganisationId, ProgrammeId, VenueId
from director_app.domain.people import Artist, Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.planner.comparing import ChangeKind, Severity, changed_dates, compare, worst
from director_app.planner.published_part import published_part
from director_app.planner.scope import Scope
from tests.plan_files import fresh

DAY = datetime.date(2025, 10, 14)
BAND, DUO = ArtistId("band"), ArtistId("duo")
HALL, PARK = VenueId("hall"), VenueId("park")


def season(**values: Any) -> Plan:
    """A date at noon in the hall, played by the band; another one without a time."""
    one = Delivery(
        DeliveryId("one"), "GM-001", ProgrammeId("song"), venue=HALL, date=DAY,
        start=WallMinute(730), end=WallMinute(770),
        status=Status.CONFIRMED, organisation=OrganisationId("firm"),
    )._replace(**values)  # fmt: skip
    return Plan.of(
        [
            Season(SEASON, "봄밤", enquiries_phone="054-000-0000"),
            Artist(BAND, "밴드", contacts=(Contact("김", phone="010-0000-0000"),), fee=3),
            Artist(DUO, "듀오"),
            Organisation(OrganisationId("firm"), "회사"),
            Venue(HALL, "홀", address="공단로 1"),
            Venue(PARK, "공원"),
            Programme(ProgrammeId("song"), "노래", lineup=(Act(BAND),), running_minutes=40),
            one,
            Delivery(DeliveryId("two"), "GM-002", ProgrammeId("song"), month="2025-11"),
        ]
    )


@pytest.mark.parametrize(
    ("values", "kind", "severity"),
    [
        ({"date": DAY + datetime.timedelta(1)}, ChangeKind.MOVED, Severity.MAJOR),
        ({"start": 800, "end": 840}, ChangeKind.MOVED, Severity.MAJOR),
        ({"end": 800}, ChangeKind.LONGER, Severity.NOTABLE),
        ({"end": 740}, ChangeKind.SHORTER, Severity.NOTABLE),
        ({"until": DAY + datetime.timedelta(3)}, ChangeKind.LONGER, Severity.NOTABLE),
        ({"hours": (WeekHours(1, WallMinute(600), WallMinute(700)),)}, ChangeKind.MOVED, Severity.MAJOR),
        ({"exceptions": (DatedHours(DAY),)}, ChangeKind.MOVED, Severity.MAJOR),
        ({"start": None, "end": None}, ChangeKind.MOVED, Severity.MAJOR),
        ({"venue": PARK}, ChangeKind.PLACE, Severity.MAJOR),
        ({"venue": None, "organisation": None}, ChangeKind.PLACE, Severity.MAJOR),
        ({"lineup": (Act(DUO),)}, ChangeKind.RECAST, Severity.NOTABLE),
        ({"lineup": (Act(BAND, "노래"),)}, ChangeKind.RECAST, Severity.NOTABLE),
        ({"status": Status.CANCELLED}, ChangeKind.CANCELLED, Severity.MAJOR),
        ({"status": Status.IDEA}, ChangeKind.CANCELLED, Severity.MAJOR),
        ({"status": Status.POSTPONED}, ChangeKind.POSTPONED, Severity.MAJOR),
        ({"status": Status.PENCILLED}, ChangeKind.REWORDED, Severity.MINOR),
        ({"title_suffix": "앙코르"}, ChangeKind.REWORDED, Severity.MINOR),
        ({"public_note": "우산"}, ChangeKind.REWORDED, Severity.MINOR),
        ({"booking": "전화"}, ChangeKind.REWORDED, Severity.MINOR),
        ({"credits": (Credit("주최", "시"),)}, ChangeKind.REWORDED, Severity.MINOR),
        ({"fallback": Fallback(venue=HALL)}, ChangeKind.REWORDED, Severity.MINOR),
        ({"shifts": ("A",)}, ChangeKind.REWORDED, Severity.MINOR),
    ],
)
def test_what_a_reader_notices_of_a_date(values: dict[str, Any], kind: ChangeKind, severity: Severity) -> None:
    found = compare(season(), season(**values))
    assert [(one.kind, one.severity, one.delivery) for one in found] == [(kind, severity, "one")]
    back = compare(season(**values), season())
    assert len(back) == 1
    assert {one.delivery for one in back} == {"one"}


@pytest.mark.parametrize(
    ("values", "severity"),
    [
        ({"start": None, "end": None}, Severity.NOTABLE),
        ({"date": None, "month": "2025-10", "start": None, "end": None}, Severity.NOTABLE),
        ({"date": None, "month": "2025-09"}, Severity.MAJOR),
    ],
)
def test_what_is_decided_at_last_contradicts_nobody(values: dict[str, Any], severity: Severity) -> None:
    found = compare(season(**values), season())
    assert [(one.kind, one.severity) for one in found] == [(ChangeKind.MOVED, severity)]


@pytest.mark.parametrize(
    "values",
    [
        {"internal_note": "조심"},
        {"is_locked": True},
        {"expected_heads": 40},
        {"responsible": "이"},
        {"setup_minutes": 90},
        {"status": Status.DELIVERED},
        {"lineup": (Act(BAND),)},
        {"source": "표"},
    ],
)
def test_what_no_reader_sees_is_no_difference(values: dict[str, Any]) -> None:
    assert compare(season(), season(**values)) == ()


@pytest.mark.parametrize(
    ("kind", "identity", "values", "dates", "change"),
    [
        ("programmes", "song", {"title": "합창"}, {"one", "two"}, ChangeKind.REWORDED),
        ("programmes", "song", {"lineup": (Act(DUO),)}, {"one", "two"}, ChangeKind.RECAST),
        ("programmes", "song", {"admission": "5,000원"}, {"one", "two"}, ChangeKind.REWORDED),
        ("artists", "band", {"name": "새 밴드"}, {"one", "two"}, ChangeKind.RECAST),
        ("venues", "hall", {"name": "새 홀"}, {"one"}, ChangeKind.PLACE),
        ("venues", "hall", {"address": "공단로 2"}, {"one"}, ChangeKind.REWORDED),
        ("seasons", SEASON, {"enquiries_phone": "054-111-1111"}, {None}, ChangeKind.REWORDED),
    ],
)
def test_what_changes_around_a_date_is_noticed_at_it(
    kind: str, identity: str, values: dict[str, Any], dates: set[str | None], change: ChangeKind
) -> None:
    after, _changes = resolve(season(), Change(kind, identity, values))
    found = compare(season(), after)
    assert {one.delivery for one in found} == dates
    assert {one.kind for one in found} == {change}


def test_new_and_gone_and_again() -> None:
    plan = season()
    without, _changes = resolve(plan, Remove("deliveries", "two"))
    assert [one.kind for one in compare(without, plan)] == [ChangeKind.NEW]
    assert [one.kind for one in compare(plan, without)] == [ChangeKind.CANCELLED]
    off = season(status=Status.CANCELLED)
    assert [one.kind for one in compare(off, plan)] == [ChangeKind.AGAIN]
    assert compare(off, season(status=Status.CANCELLED, start=600)) == ()
    idea = season(status=Status.IDEA)
    assert [one.kind for one in compare(idea, plan)] == [ChangeKind.NEW]
    assert compare(idea, off) == ()
    put_off = season(status=Status.POSTPONED)
    known = season(status=Status.POSTPONED, postponed_to=DAY + datetime.timedelta(7))
    assert [one.kind for one in compare(put_off, known)] == [ChangeKind.MOVED]


def test_who_lost_a_date_hears_of_it_too() -> None:
    before, after = season(), season(lineup=(Act(DUO),), venue=PARK)
    for scope in (Scope(artist=BAND), Scope(artist=DUO), Scope(venue=HALL), Scope(venue=PARK)):
        assert {one.delivery for one in compare(before, after, scope)} == {"one"}, scope
    assert compare(before, after, Scope(delivery=DeliveryId("two"))) == ()


def test_counting_and_the_gravest() -> None:
    found = compare(season(), season(start=600, end=640, venue=PARK, public_note="우산"))
    assert [one.kind for one in found] == [ChangeKind.MOVED, ChangeKind.PLACE, ChangeKind.REWORDED]
    assert changed_dates(found) == 1
    assert worst(found) is Severity.MAJOR
    assert worst(()) is None


_FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "date": st.sampled_from((DAY, DAY + datetime.timedelta(2))),
        "start": st.sampled_from((None, 600, 730)),
        "end": st.sampled_from((None, 740, 770)),
        "venue": st.sampled_from((None, HALL, PARK)),
        "status": st.sampled_from(list(Status)),
        "lineup": st.sampled_from((None, (), (Act(DUO),), (Act(BAND),), (Act(BAND), Act(DUO)))),
        "title_suffix": st.sampled_from(("", "앙코르")),
        "public_note": st.sampled_from(("", "우산")),
        "internal_note": st.sampled_from(("", "조심")),
    },
)


@given(_FIELDS, _FIELDS, st.randoms(use_true_random=False))
def test_any_two_states(one: dict[str, Any], other: dict[str, Any], order: random.Random) -> None:
    before, after = season(**one), season(**other)
    assert compare(before, fresh(before)) == ()
    assert compare(before, published_part(before)) == ()
    assert compare(published_part(before), before) == ()
    found = compare(before, after)
    assert compare(published_part(before), published_part(after)) == found
    records = list(after.records())
    order.shuffle(records)
    assert compare(before, Plan.of(records)) == found
    assert bool(found) == bool(compare(after, before))


def test_an_edition_holds_nothing_private() -> None:
    plan = season(internal_note="비밀", responsible="이씨")
    kept = published_part(plan)
    assert kept.artists[BAND].contacts == ()
    assert kept.artists[BAND].fee is None
    said = repr(list(kept.records()))
    assert "비밀" not in said
    assert "이씨" not in said
    assert "010-0000-0000" not in said
