"""An artist whom only a part of a delivery names belongs to it as well: in lists, calls, calendars and prints."""

from __future__ import annotations

import datetime
from typing import Any

from director_app.domain.facts import Act
from director_app.domain.ids import ArtistId, DeliveryId, SegmentId
from director_app.domain.ledger_facts import FactsReader
from director_app.domain.parts import artists_of
from director_app.domain.people import Artist
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Segment
from director_app.domain.timeline import WallMinute
from director_app.planner.on_site import people_to_tell
from director_app.planner.scope import Scope
from director_app.ui.forms.appearances import appearances_of
from director_app.ui.schedule.filtering import Filter, Finder, NameTexts

DAY = datetime.date(2025, 10, 15)
BAND, GUEST, NOBODY = ArtistId("band"), ArtistId("guest"), ArtistId("nobody")
RECORDS: list[Any] = [
    Artist(BAND, "밴드 B"),
    Artist(GUEST, "손님 가"),
    Artist(NOBODY, "빈자리"),
    Delivery(DeliveryId("d"), "GM-001", date=DAY, start=WallMinute(1140), lineup=(Act(BAND),)),
    Segment(SegmentId("s"), DeliveryId("d"), artist=GUEST, start=WallMinute(1150), minutes=10),
]
PLAN = Plan.of(RECORDS)
ONE = PLAN.deliveries[DeliveryId("d")]


def test_a_delivery_names_its_line_up_then_those_of_its_parts() -> None:
    assert artists_of(PLAN, ONE) == (BAND, GUEST)


def test_everything_that_asks_for_her_finds_the_delivery() -> None:
    assert Scope(artist=GUEST).holds(PLAN)(ONE)
    assert not Scope(artist=NOBODY).holds(PLAN)(ONE)
    assert appearances_of(PLAN, GUEST) == [ONE]
    assert Finder(PLAN, Filter(text="손님"), {}, NameTexts()).keeps(ONE)
    assert "artists/guest" in FactsReader(PLAN).names(ONE).subjects


def test_who_plays_only_a_part_is_called_when_it_changes() -> None:
    part = PLAN.segments[SegmentId("s")]
    later = Plan.of([*RECORDS[:-1], part._replace(artist=NOBODY)])
    told = {person.subject.id for person in people_to_tell(PLAN, later)}
    assert {"band", "guest", "nobody"} <= told
