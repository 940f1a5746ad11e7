"""The next season from this one: dates, statuses, numbers, chosen parts, and a plan that stands by itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.culture_calendar import is_culture_day
from director_app.domain.edits import Add, resolve
from director_app.domain.papers import MoneyStage
from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.domain.refusals import RefusedInput
from director_app.operations.next_season import Part, copy_season, moved_day, next_season
from director_app.operations.open_plan import OpenPlan
from director_app.operations.sample_season import sample_season
from director_app.operations.whole_plans import start_sample


@pytest.mark.parametrize(
    ("day", "years", "moved"),
    [
        (date(2025, 10, 14), 1, date(2026, 10, 13)),  # a Tuesday
        (date(2025, 5, 28), 1, date(2026, 5, 27)),  # the last Wednesday; every Wednesday counts by then
        (date(2024, 1, 31), 1, date(2025, 1, 29)),  # Culture Day on Culture Day, though two Wednesdays are as near
        (date(2024, 2, 29), 1, date(2025, 2, 27)),
        (date(2025, 12, 31), 1, date(2026, 12, 30)),
    ],
)
def test_a_date_keeps_its_weekday_or_stays_culture_day(day: date, years: int, moved: date) -> None:
    assert moved_day(day, years) == moved


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(1, 5))
def test_any_date_moves_to_its_weekday_near_the_same_date(day: date, years: int) -> None:
    moved = moved_day(day, years)
    assert moved.weekday() == day.weekday()
    assert abs((moved - date(day.year + years, day.month, min(day.day, 28))).days) <= 9
    if is_culture_day(day):
        assert is_culture_day(moved)


def test_the_sample_goes_on_into_the_next_year() -> None:
    before = sample_season()
    after = next_season(before, 2026)
    resolve(Plan(), Add(tuple(after.records())))  # every rule accepts it
    assert after.season.first_day == date(2026, 7, 1)
    assert after.season.reference_date is None
    assert not set(after.deliveries) & set(before.deliveries)
    assert {one.status for one in after.deliveries.values()} == {Status.IDEA, Status.PENCILLED}
    assert all(one.counted_heads is None and not one.source for one in after.deliveries.values())
    numbers = sorted(one.number for one in after.deliveries.values())
    assert numbers == [f"GM-{at:03d}" for at in range(1, len(numbers) + 1)]
    assert not after.outcomes
    assert not after.applications
    assert not after.tellings
    assert {line.stage for line in after.budget_lines.values()} == {MoneyStage.BUDGET}
    assert set(after.venues) == set(before.venues)


@pytest.mark.parametrize("part", Part)
def test_any_choice_of_parts_stands_by_itself(part: Part) -> None:
    for parts in ({part}, set(Part) - {part}):
        after = next_season(sample_season(), 2027, parts)
        resolve(Plan(), Add(tuple(after.records())))
        assert bool(after.deliveries) is (Part.DATES in parts)
        assert bool(after.venues) is (Part.PLACES in parts)


def test_an_earlier_year_and_a_season_without_dates_are_refused() -> None:
    with pytest.raises(RefusedInput):
        next_season(sample_season(), 2025)
    with pytest.raises(RefusedInput):
        next_season(Plan(), 2026)


def test_a_new_file_is_made_and_the_old_one_left_alone(tmp_path: Path) -> None:
    source = start_sample(tmp_path / "a.cdplan")
    before = source.plan
    made = copy_season(source, tmp_path / "b.cdplan", 2026)
    assert made.plan == next_season(before, 2026)
    assert source.plan == before
    made.close()
    source.close()
    again = OpenPlan.open(tmp_path / "b.cdplan")
    assert len(again.plan.deliveries) == len(before.deliveries)
    again.close()
