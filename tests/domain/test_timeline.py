"""Minutes, spans and programme days; Culture Days before and after the rule changed."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.culture_calendar import culture_days, culture_week, is_culture_day
from director_app.domain.timeline import (
    LATEST,
    Span,
    clock_text,
    date_of,
    days_between,
    joined,
    minute_of,
    month_text,
    parse_clock,
    programme_day,
    span_on,
    whole_day,
)

DAY = datetime.date(2025, 10, 14)
SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def picture(spans: list[Span]) -> str:
    """Spans as a line: one letter a minute."""
    return "".join("#" if any(span.start <= minute < span.end for span in spans) else "." for minute in range(62))


def test_half_open_spans_do_not_touch() -> None:
    ten, eleven = span_on(DAY, 600, 660), span_on(DAY, 660, 720)
    assert not ten.overlaps(eleven)
    assert ten.shared_minutes(eleven) == 0
    assert ten.overlaps(span_on(DAY, 659, 661))
    assert whole_day(DAY).covers(ten)
    assert not ten.covers(whole_day(DAY))


def test_an_instant_is_one_minute() -> None:
    assert span_on(DAY, 600, 600) == Span(minute_of(DAY, 600), minute_of(DAY, 601))


def test_past_midnight_is_the_next_date_and_the_same_programme_day() -> None:
    night = span_on(DAY, 25 * 60 + 30, 26 * 60)
    assert date_of(night.start) == datetime.date(2025, 10, 15)
    assert programme_day(DAY, 25 * 60 + 30) == DAY
    assert programme_day(DAY, 29 * 60) == datetime.date(2025, 10, 15)
    assert programme_day(DAY, 4 * 60 + 59) == datetime.date(2025, 10, 13)
    assert programme_day(DAY, 5 * 60) == DAY
    assert programme_day(DAY, None) == DAY


@given(one=SPANS, other=SPANS)
def test_spans_are_sets_of_minutes(one: Span, other: Span) -> None:
    ours, theirs = set(range(*one)), set(range(*other))
    assert one.overlaps(other) == bool(ours & theirs)
    assert one.shared_minutes(other) == len(ours & theirs)
    assert one.covers(other) == (theirs <= ours)


@given(spans=st.lists(SPANS, max_size=6))
def test_joined_spans_are_the_same_minutes_apart_and_in_order(spans: list[Span]) -> None:
    apart = joined(spans)
    assert picture(apart) == picture(spans)
    assert apart == sorted(apart)
    assert not any(one.overlaps(other) for one, other in pairwise(apart))


@given(minute=st.integers(0, LATEST))
def test_clocks_are_read_as_they_are_written(minute: int) -> None:
    assert parse_clock(clock_text(minute)) == minute


@pytest.mark.parametrize(
    "text", ["", "9", "9:5", "9:60", "-1:00", "48:01", "1:00:00", "９:00", "ab:cd", " 9:00", ":30"]
)
def test_what_is_no_clock(text: str) -> None:
    with pytest.raises(ValueError, match=r"^" + text.replace("+", "\\+") + "$"):
        parse_clock(text)


def test_days_and_months() -> None:
    assert days_between(DAY, DAY) == [DAY]
    assert len(days_between(datetime.date(2024, 2, 28), datetime.date(2024, 3, 1))) == 3
    assert days_between(DAY, datetime.date(2025, 10, 13)) == []
    assert month_text(datetime.date(987, 1, 1)) == "0987-01"


def test_culture_days_before_and_after_the_rule_changed() -> None:
    assert culture_days(2025, 10) == (datetime.date(2025, 10, 29),)
    assert culture_days(2026, 2) == (datetime.date(2026, 2, 25),)
    assert culture_days(2026, 3) == (datetime.date(2026, 3, 25),)
    assert [day.day for day in culture_days(2026, 4)] == [1, 8, 15, 22, 29]
    assert not is_culture_day(datetime.date(2025, 10, 28))


@given(day=st.dates(datetime.date(2020, 1, 1), datetime.date(2026, 3, 31)))
def test_one_culture_day_a_month_until_the_rule_changed(day: datetime.date) -> None:
    days = culture_days(day.year, day.month)
    assert len(days) == 1
    assert days[0].weekday() == 2
    assert (days[0] + datetime.timedelta(days=7)).month != day.month
    monday, sunday = culture_week(days[0])
    assert (monday.weekday(), sunday.weekday()) == (0, 6)
    assert monday <= days[0] <= sunday
