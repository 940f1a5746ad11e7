"""Dates and times as a person types them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.refusals import RefusedInput
from director_app.ui.qt_values import from_qdate, from_qtime, to_qdate, to_qtime
from director_app.ui.typed_times import TypedPeriod, read_date, read_period, read_span, read_time
from director_app.wording import Wording

NEAR = datetime.date(2025, 10, 14)


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("12:10", 730),
        ("1210", 730),
        ("9", 540),
        ("7시", 420),
        ("7시 반", 450),
        ("12시 10분", 730),
        ("오후 7시", 1140),
        ("오전 12:30", 30),
        ("7:30 pm", 1170),
        ("25:30", 1530),
        ("미정", None),
        ("", None),
        ("TBA", None),
        ("?", None),
    ],
)
def test_a_time(text: str, minute: int | None) -> None:
    assert read_time(text) == minute


@pytest.mark.parametrize("text", ["13:70", "48:00", "99:00", "점심", "12:10:30", "1a"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(RefusedInput):
        read_time(text)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("12:10~12:50", (730, 770)),
        ("12:10 - 12:50", (730, 770)),
        ("12:10 50분", (730, 780)),
        ("12:10", (730, None)),
        ("미정", (None, None)),
        ("23:00~01:00", (1380, 1500)),
    ],
)
def test_a_span(text: str, span: tuple[int | None, int | None]) -> None:
    assert tuple(read_span(text)) == span


def test_an_end_far_before_the_start_is_a_slip() -> None:
    with pytest.raises(RefusedInput):
        read_span("14:00~10:00")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10. 15.(수)", datetime.date(2025, 10, 15)),
        ("10/15", datetime.date(2025, 10, 15)),
        ("10월 15일", datetime.date(2025, 10, 15)),
        ("10.15", datetime.date(2025, 10, 15)),
        ("2026-01-03", datetime.date(2026, 1, 3)),
        ("1. 3.", datetime.date(2026, 1, 3)),
        ("2025. 7. 1.(화)", datetime.date(2025, 7, 1)),
        ("미정", None),
    ],
)
def test_a_date(text: str, day: datetime.date | None) -> None:
    assert read_date(text, NEAR) == day


@pytest.mark.parametrize("text", ["10/32", "2025-02-29", "13/1", "내일쯤", "15"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(RefusedInput):
        read_date(text, NEAR)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)))
def test_a_day_survives_qt(day: datetime.date) -> None:
    assert from_qdate(to_qdate(day)) == day


@given(st.integers(0, 1439))
def test_a_time_survives_qt(minute: int) -> None:
    assert from_qtime(to_qtime(minute)) == minute


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_time, read_span):
        try:
            read(text)
        except RefusedInput:
            continue
    try:
        read_date(text, NEAR)
    except RefusedInput:
        return


OCT = datetime.date(2025, 10, 24)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("10. 24.(금)", TypedPeriod(OCT)),
        ("10. 24.(금)~10. 26.(일)", TypedPeriod(OCT, OCT.replace(day=26))),
        ("10/24~26", TypedPeriod(OCT, OCT.replace(day=26))),
        ("10/24 - 11/2", TypedPeriod(OCT, datetime.date(2025, 11, 2))),
        ("12/30~1/2", TypedPeriod(datetime.date(2025, 12, 30), datetime.date(2026, 1, 2))),
        ("Fri 24 Oct~Sun 26 Oct", TypedPeriod(OCT, OCT.replace(day=26))),
        ("24 Oct 2025", TypedPeriod(OCT)),
        ("10/24~10/24", TypedPeriod(OCT)),
        ("2025-11", TypedPeriod(month="2025-11")),
        ("11월", TypedPeriod(month="2025-11")),
        ("2025년 11월", TypedPeriod(month="2025-11")),
        ("November 2025", TypedPeriod(month="2025-11")),
        ("미정", TypedPeriod()),
    ],
)
def test_days(text: str, period: TypedPeriod) -> None:
    assert read_period(text, NEAR) == period


@pytest.mark.parametrize("text", ["10/26~10/24", "11", "soon", "13월", "10/24~99"])
def test_what_are_no_days_is_refused(text: str) -> None:
    with pytest.raises(RefusedInput):
        read_period(text, NEAR)


@given(
    st.dates(datetime.date(2025, 1, 1), datetime.date(2026, 12, 31)), st.integers(0, 60), st.sampled_from(["ko", "en"])
)
def test_days_as_we_write_them_are_read_back(first: datetime.date, more: int, language: str) -> None:
    wording = Wording(language)
    last = first + datetime.timedelta(more)
    written = wording.date_short(first) if more == 0 else f"{wording.date_short(first)}~{wording.date_short(last)}"
    assert read_period(written, first) == TypedPeriod(first, last if more else None)
