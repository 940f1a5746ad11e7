"""What was counted, without counting anybody twice, and satisfaction by a named formula."""

from __future__ import annotations

from datetime import date

import pytest

from director_app.domain.ids import DeliveryId, EventId, OutcomeId
from director_app.domain.outcomes import AudienceGroup, GroupShare, Outcome, PointsBy, Survey
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Event, Status
from director_app.planner import indicators

EVENT = Event(EventId("gif"), counted_heads=1000)


def one(name: str, day: int, heads: int | None, *, event: bool = False, month: int = 9) -> Delivery:
    return Delivery(
        DeliveryId(name), date=date(2025, month, day), status=Status.DELIVERED, counted_heads=heads,
        event=EVENT.id if event else None,
    )  # fmt: skip


def test_the_count_of_an_event_stands_once_for_its_dates() -> None:
    dates = [one("a", 30, 300, event=True), one("b", 1, 200, event=True, month=10), one("c", 2, 50, month=10)]
    plan = Plan.of([EVENT, *dates])
    assert indicators.counted(plan, dates).heads == 1050
    assert [(each.month, each.heads) for each in indicators.by_month(plan)] == [("2025-09", 800), ("2025-10", 250)]
    assert sum(each.heads for each in indicators.by_month(plan)) == 1050


def test_what_nobody_counted_is_told() -> None:
    dates = [one("a", 1, None), one("b", 2, None, event=True), one("c", 3, 5)]
    found = indicators.counted(Plan.of([EVENT, *dates]), dates)
    assert (found.held, found.uncounted) == (3, 1)


@pytest.mark.parametrize(
    ("survey", "points"),
    [
        (Survey(240, 4.0), 75.0),
        (Survey(240, 4.0, points_by=PointsBy.TIMES_TWENTY), 80.0),
        (Survey(points=84.7), 84.7),
        (Survey(), None),
    ],
)
def test_points_of_a_hundred_by_the_named_formula(survey: Survey, points: float | None) -> None:
    assert indicators.points(survey) == points


def test_surveys_are_joined_by_their_answers() -> None:
    assert indicators.all_surveys([Survey(300, 4.0), Survey(100, 5.0), Survey(None, 1.0)]) == Survey(400, 4.25)


def test_published_figures_stand_beside_what_was_counted() -> None:
    stated = Outcome(
        OutcomeId("o"), heads=50_664, held=25, survey=Survey(points=84.7),
        groups=(GroupShare(AudienceGroup.FAMILIES, percent=50.0), GroupShare(AudienceGroup.WORKERS, 12)),
    )  # fmt: skip
    season = indicators.of_season(Plan.of([one("a", 1, 40), stated]))
    assert (season.heads, season.held, season.counted.heads) == (50_664, 25, 40)
    assert season.groups == ((AudienceGroup.WORKERS, 12), (AudienceGroup.FAMILIES, 25_332))
    assert season.survey == stated.survey
