"""Rules that repeat, followed day by day, and written back as calendars write them."""

from __future__ import annotations

import datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.ids import DeliveryId, SeriesId
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Series
from director_app.domain.refusals import RefusedInput
from director_app.domain.season import Season
from director_app.planner.recurrence import as_calendars_write, days_of_rule, left_out

FIRST = datetime.date(2025, 9, 3)
LAST = datetime.date(2025, 11, 30)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=WEEKLY;BYDAY=WE;COUNT=3", ["09-03", "09-10", "09-17"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20251003", ["09-05", "09-19", "10-03"]),
        ("FREQ=WEEKLY;BYDAY=WE;UNTIL=20250910T145959Z", ["09-03", "09-10"]),
        ("FREQ=MONTHLY;BYDAY=-1WE", ["09-24", "10-29", "11-26"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", ["10-31"]),
        ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=3", ["11-03"]),
    ],
)
def test_a_rule_falls_on_its_days(rule: str, days: list[str]) -> None:
    assert [f"{day:%m-%d}" for day in days_of_rule(rule, FIRST, LAST)] == days


@pytest.mark.parametrize(
    "rule",
    ["", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=3", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;INTERVAL=0",
     "FREQ=DAILY;UNTIL=soon", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=9", "DTSTART:20250101\nFREQ=DAILY",
     "FREQ=WEEKLY;COUNT=0"],
)  # fmt: skip
def test_what_is_no_rule_on_days_or_falls_on_none_is_refused(rule: str) -> None:
    with pytest.raises(RefusedInput):
        days_of_rule(rule, FIRST, LAST)


def test_a_rule_without_end_in_a_season_of_years_is_refused() -> None:
    with pytest.raises(RefusedInput):
        days_of_rule("FREQ=DAILY", FIRST, datetime.date(2030, 1, 1))


RULES = st.sampled_from(
    ["FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "FREQ=DAILY;INTERVAL=3"]
)


@given(RULES, st.integers(0, 2**32))
def test_a_series_comes_back_from_its_calendar_form_to_the_day(rule: str, seed: int) -> None:
    random = Random(seed)
    first = days_of_rule(rule, FIRST, LAST)[0]
    ruled = days_of_rule(rule, first, LAST)
    skipped = {day for day in ruled if random.random() < 0.2}
    kept = [day for day in ruled if day not in skipped]
    moved = [day + datetime.timedelta(days=random.choice([-1, 1])) if random.random() < 0.2 else day for day in kept]
    days = sorted({*moved, *([datetime.date(2025, 12, 24)] if random.random() < 0.3 else [])})
    series = Series(SeriesId("s"), rule=rule, first_day=first, dates=tuple(ruled), left_out=left_out(skipped))
    plan = Plan.of(
        [
            Season(SEASON, first_day=FIRST, last_day=LAST),
            series,
            *(Delivery(DeliveryId(f"d{n}"), date=day, series=series.id) for n, day in enumerate(days)),
        ]
    )
    written = as_calendars_write(plan, series, LAST)
    assert written is not None
    assert list(written.days(LAST)) == days


def test_pasted_dates_have_no_rule() -> None:
    series = Series(SeriesId("s"), dates=(FIRST,))
    assert as_calendars_write(Plan.of([series]), series, LAST) is None
