"""Calendars of one place, artist, strand or stretch of days: what leaves them is taken off the phones."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from director_app.calendars.ical_export import export_calendar, exported_deliveries
from director_app.calendars.options import CalendarOptions
from director_app.domain.facts import Act, WeekHours
from director_app.domain.ledger import (
    entries_after_export,
)
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.timeline import WallMinute
from director_app.planner.scope import EVERYTHING, Scope
from tests.calendars.calendar_reader import Client, read_calendar
from tests.calendars.histories import HOUR, ONE, WORDINGS, History, Ledger, every_change, season
from tests.calendars.seasons import (
    AREAS,
    ARTISTS,
    DAY,
    DELIVERIES,
    NOW,
    PROGRAMMES,
    STRAND,
    VENUES,
    surroundings,
)

#: Every single condition, and two at once.
FILTERS = (
    *(Scope(area=one) for one in AREAS),
    *(Scope(venue=one) for one in VENUES),
    *(Scope(artist=one) for one in ARTISTS),
    *(Scope(programme=one) for one in PROGRAMMES),
    Scope(initiative=STRAND),
    Scope(delivery=ONE),
    Scope(since=DAY + datetime.timedelta(days=1)),
    Scope(until=DAY),
    Scope(venue=VENUES[0], until=DAY),
)


@pytest.mark.parametrize("internal", [False, True])
def test_what_leaves_a_filter_is_taken_away_and_what_comes_back_is_shown(internal: bool) -> None:
    """Every field of every record is changed in turn and changed back, for every filter that this concerns."""
    plan = Plan.of(
        [
            *surroundings(),
            Delivery(ONE, date=DAY, start=WallMinute(730), programme=PROGRAMMES[0], venue=VENUES[1]),
            Delivery(DELIVERIES[1], date=DAY, lineup=(Act(ARTISTS[1]),), area=AREAS[0], status=Status.CONFIRMED),
            Delivery(DELIVERIES[2], date=DAY, until=DAY + datetime.timedelta(days=2), venue=VENUES[2]),
            Delivery(DELIVERIES[3], date=DAY, hours=(WeekHours(1, WallMinute(600), WallMinute(660)),), area=AREAS[0]),
        ]
    )
    concerned = 0
    for record, name, changed in every_change(plan):
        for scope in FILTERS:
            options = CalendarOptions(internal, scope)
            if exported_deliveries(plan, options) == exported_deliveries(changed, options):
                continue
            concerned += 1
            history = History(plan)
            history.export(options)
            for now in (changed, plan, changed):
                history.plan, history.now = now, history.now + HOUR
                history.finish(lambda files: files[::-1])
            assert history.sent, (type(record), name)
    assert concerned > 50


@pytest.mark.parametrize(
    "facts", [{"lineup": (Act(ARTISTS[2]),)}, {"venue": VENUES[2]}, {"date": DAY + datetime.timedelta(days=9)}]
)
def test_an_idea_that_was_public_once_moves_between_the_calendars_of_the_team(facts: dict[str, Any]) -> None:
    begun: dict[str, Any] = {"date": DAY, "venue": VENUES[0], "lineup": (Act(ARTISTS[0]),)}
    statuses = (Status.CONFIRMED, Status.IDEA, Status.IDEA, Status.CONFIRMED, Status.IDEA)
    for scope in FILTERS:
        history = History(Plan.of(surroundings()))
        history.export(CalendarOptions(internal=False))
        history.export(CalendarOptions(internal=False, scope=scope))
        history.export(CalendarOptions(internal=True, scope=scope))
        for number, status in enumerate(statuses):
            changes = begun | (facts if number % 2 == 0 else {})
            history.plan = Plan.of([*surroundings(), Delivery(ONE, status=status, **changes)])
            history.now += HOUR
            history.finish(lambda files: files[::-1])  # compares what programs show with the plan
        assert {options.scope for options in history.sent} == {EVERYTHING, scope}
        assert all(len(files) == len(statuses) + 1 for files in history.sent.values())


def test_a_calendar_of_days_that_wander_takes_away_what_an_earlier_one_showed() -> None:
    """Sent on the 10th from the 10th on; on the 14th from the 14th on, when one of the 20th was put on the 12th."""
    phone = Client()
    ledger: Ledger = {}
    for since, day in ((10, 20), (14, 12)):
        plan = season(date=DAY.replace(day=day))
        options = CalendarOptions(scope=Scope(since=DAY.replace(day=since)))
        ledger = entries_after_export(plan, ledger, NOW + HOUR * since, exported_deliveries(plan, options))
        phone.take(export_calendar(plan, ledger, WORDINGS["ko"], options).data)
    assert phone.shown() == {}


def test_what_only_the_team_was_told_leaves_no_trace_in_public_calendars() -> None:
    idea = season(status=Status.IDEA, area=None)
    ledger = entries_after_export(idea, {}, NOW, internal=True)
    moved = season(date=DAY + datetime.timedelta(days=9))
    ledger = entries_after_export(moved, ledger, NOW + HOUR)
    narrow = Scope(until=DAY)
    assert read_calendar(export_calendar(moved, ledger, WORDINGS["ko"], CalendarOptions(scope=narrow)).data)[1] == []
    team = export_calendar(moved, ledger, WORDINGS["en"], CalendarOptions(internal=True, scope=narrow))
    assert (team.events, team.cancelled) == (1, 1)
    (remark,) = team.remarks
    assert remark.startswith("1 delivery no longer belongs to this calendar and is cancelled in it.")
