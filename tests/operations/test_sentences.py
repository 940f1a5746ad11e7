"""What is said of problems, refusals and steps, in both languages, also when little is known."""

from __future__ import annotations

import datetime
import importlib
import pkgutil
import re
import string

import pytest

import director_app
from director_app.domain.facts import Act
from director_app.domain.ids import ArtistId, DeliveryId, OrganisationId, ProgrammeId, VenueId
from director_app.domain.people import Artist, Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.refusals import Refusal
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.operations.sentences import (
    delivery_title,
    place_name,
    problem_sentence,
    refusal_sentence,
    when_text,
)
from director_app.planner.checks import check_plan
from director_app.wording import Wording
from tests.catalogues import extracted

DAY = datetime.date(2025, 10, 14)
D = DeliveryId("d")
PLAN = Plan.of(
    [
        Season(SEASON, first_day=datetime.date(2025, 10, 15)),
        Artist(ArtistId("kim"), "김하늘", romanised="Kim Haneul"),
        Programme(ProgrammeId("p"), "봄밤", "Spring Night", running_minutes=90),
        Venue(VenueId("hall"), "에코홀", "Echo Hall"),
        Organisation(OrganisationId("o"), "방림", "Bangrim"),
    ]
)


def plan_with(**facts: object) -> Plan:
    one = Delivery(D, month="2025-10")._replace(**facts)  # type: ignore[arg-type]  # any facts
    return Plan.of([*PLAN.records(), one])


@pytest.mark.parametrize(
    ("facts", "korean", "english"),
    [
        ({}, ("제목 미정", "장소 미정", "2025년 10월"), ("Untitled", "place undecided", "October 2025")),
        (
            {"programme": "p", "title_suffix": "2", "venue": "hall", "date": DAY},
            ("봄밤 2", "에코홀", "10. 14.(화)"),
            ("Spring Night 2", "Echo Hall", "Tue 14 Oct"),
        ),
        (
            {"organisation": "o", "date": DAY, "start": WallMinute(730)},
            ("방림", "방림", "10. 14.(화) 12:10"),
            ("방림", "Bangrim", "Tue 14 Oct 12:10"),
        ),
        (
            {"programme": "p", "date": DAY, "start": WallMinute(730)},
            ("봄밤", "장소 미정", "10. 14.(화) 12:10~13:40"),
            ("Spring Night", "place undecided", "Tue 14 Oct 12:10~13:40"),
        ),
        ({"month": "", "organisation": "o"}, ("방림", "방림", "미정"), ("방림", "Bangrim", "undecided")),
    ],
)
def test_what_when_and_where(facts: dict[str, object], korean: tuple[str, ...], english: tuple[str, ...]) -> None:
    plan = plan_with(**facts)
    for wording, expected in ((Wording("ko"), korean), (Wording("en"), english)):
        said = (delivery_title(wording, plan, D), place_name(wording, plan, D), when_text(wording, plan, D))
        assert said == expected


def test_a_double_booking_in_words() -> None:
    both = [
        Delivery(
            DeliveryId(name), programme=ProgrammeId("p"), venue=VenueId("hall"), date=DAY, start=start,
            status=Status.CONFIRMED, lineup=(Act(ArtistId("kim")),),
        )
        for name, start in (("a", WallMinute(600)), ("b", WallMinute(660)))
    ]  # fmt: skip
    plan = Plan.of([*PLAN.records(), *both])
    korean = {problem_sentence(Wording("ko"), plan, problem) for problem in check_plan(plan)}
    english = {problem_sentence(Wording("en"), plan, problem) for problem in check_plan(plan)}
    assert any("김하늘" in sentence and "에코홀" in sentence and "10:00" in sentence for sentence in korean)
    assert any("Kim Haneul is at Echo Hall" in sentence for sentence in english)
    assert any("30 min" in sentence for sentence in english)
    assert all(sentence.endswith(".") for sentence in korean | english)


def refusal_messages() -> list[str]:
    """Every message a module of domain, store and operations keeps as a constant."""
    parts = ("domain", "store", "operations")
    known = {str(entry.id) for part in parts for entry in extracted(part) if entry.id}
    found = set()
    for module in pkgutil.walk_packages(director_app.__path__, "director_app."):
        if module.name.startswith(tuple(f"director_app.{part}." for part in parts)):
            values = vars(importlib.import_module(module.name)).values()
            found |= {value for value in values if isinstance(value, str) and value in known}
    return sorted(found)


def test_every_refusal_is_a_korean_and_an_english_sentence() -> None:
    messages = refusal_messages()
    assert len(messages) > 30
    for message in messages:
        names = {name: "값" for _, name, _, _ in string.Formatter().parse(message) if name}
        refusal = Refusal(message, **names)
        assert str(refusal)
        assert "{" not in refusal_sentence(Wording("en"), refusal)
        korean = refusal_sentence(Wording("ko"), refusal)
        assert "{" not in korean
        assert re.search("[가-힣]", korean), message


def test_a_refusal_with_the_wrong_values_still_speaks() -> None:
    assert str(Refusal("{file} is gone.")) == "{file} is gone."
