"""Typed lines and what is understood of them."""

from datetime import date

import pytest

from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.ui.schedule.typed_item import Names, TypedItem, When, read_item, read_when
from tests.ui.schedule.seasons import CANTEEN, COMPANY, DAON, HARU, LUNCH, day, season

NAMES = Names(Plan.of(season()))
NEAR = date(2025, 10, 15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12:10 50분 다온밴드", TypedItem(start=730, end=780, artists=(DAON,))),
        ("12:10~12:50 점심 음악회", TypedItem(start=730, end=770, programme=LUNCH)),
        ("점심음악회 2공장 식당 12:10", TypedItem(start=730, programme=LUNCH, venue=CANTEEN)),
        ("10. 16. 오후 7시 하루 듀오", TypedItem(day(16), 1140, None, artists=(HARU,))),
        ("10/16 다온 봄밤", TypedItem(day(16), artists=(DAON,), rest="봄밤")),
        ("기업 가 12:10 50 min", TypedItem(start=730, end=780, organisation=COMPANY)),
        ("미정 새 음악회", TypedItem(rest="새 음악회")),
        ("1210 다온밴드", TypedItem(start=730, artists=(DAON,))),
        ("다온밴드 하루 듀오", TypedItem(artists=(DAON, HARU))),
        ("제3회 음악회", TypedItem(rest="제3회 음악회")),
    ],
)
def test_a_line_is_understood_as_far_as_it_says(text: str, expected: TypedItem) -> None:
    assert read_item(NAMES, text, NEAR) == expected


def test_a_time_that_cannot_be_is_refused() -> None:
    with pytest.raises(RefusedInput):
        read_item(NAMES, "12:70 다온밴드", NEAR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10. 16. 12:10", When(True, day(16), True, 730)),
        ("12:10~12:50", When(False, None, True, 730, 770)),
        ("10.16", When(True, day(16))),
        ("미정", When(False, None, True)),
        ("10. 16.(목) 미정", When(True, day(16), True)),
        ("날짜 미정", When(True, None)),
        ("12:10 50분", When(False, None, True, 730, 780)),
        ("10/24~10/26 10:00~17:00", When(True, day(24), True, 600, 1020, day(26))),
        ("10. 24.~10. 26.", When(True, day(24), until=day(26))),
        ("10/24~26 미정", When(True, day(24), True, until=day(26))),
        ("10. 24. 10:00~17:00", When(True, day(24), True, 600, 1020)),
    ],
)
def test_date_and_time_are_understood(text: str, expected: When) -> None:
    assert read_when(text, NEAR) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("내일", When(True, day(16))),
        ("다음 주 수", When(True, day(22))),
        ("다음 주 수 12:10~12:50", When(True, day(22), True, 730, 770)),
        ("next friday 2 pm", When(True, day(24), True, 840)),
        ("fri 14:00", When(True, day(17), True, 840)),
        ("12:10", When(False, None, True, 730)),
    ],
)
def test_a_day_may_be_said(text: str, expected: When) -> None:
    assert read_when(text, NEAR, today=day(15)) == expected


def test_a_line_may_begin_with_a_said_day_but_not_a_title_with_one() -> None:
    assert read_item(NAMES, "내일 12:10 다온밴드", NEAR, day(15)) == TypedItem(day(16), 730, artists=(DAON,))
    assert read_item(NAMES, "오늘도 구미로 출근합니다", NEAR, day(15)).day is None
    assert read_item(NAMES, "Sun Festival", NEAR, day(15)).rest == "Sun Festival"


@pytest.mark.parametrize("text", ["내일쯤", "10. 42.", "12:99"])
def test_what_is_no_date_or_time_is_refused(text: str) -> None:
    with pytest.raises(RefusedInput):
        read_when(text, NEAR)
