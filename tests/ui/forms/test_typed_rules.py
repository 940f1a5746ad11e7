"""Rules that repeat as a director types them."""

from __future__ import annotations

import datetime

import pytest

from director_app.domain.refusals import RefusedInput
from director_app.ui.forms.typed_rules import is_rule, read_rule

NEAR = datetime.date(2025, 9, 1)
LAST = datetime.date(2025, 11, 30)


@pytest.mark.parametrize(
    ("text", "rule", "first", "dates", "start"),
    [
        ("매주 수 9/3~11/26 12:10", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20251126", "09-03", 13, 730),
        ("매주 화·목 10/1~10/31 12:10~12:50", "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20251031", "10-02", 9, 730),
        ("매주 화목 ~10/31", "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20251031", "09-02", 18, None),
        ("격주 금 6회", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=6", "09-05", 6, None),
        ("3주마다 토요일 10/4부터 11/30", "FREQ=WEEKLY;INTERVAL=3;BYDAY=SA;UNTIL=20251130", "10-04", 3, None),
        ("매월 마지막 수 오후 7시", "FREQ=MONTHLY;BYDAY=-1WE;UNTIL=20251130", "09-24", 3, 1140),
        ("매월 둘째 주 토요일", "FREQ=MONTHLY;BYDAY=2SA;UNTIL=20251130", "09-13", 3, None),
        ("매월 15일 11/30까지", "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20251130", "09-15", 3, None),
        ("매일 10/8~10/9", "FREQ=DAILY;UNTIL=20251009", "10-08", 2, None),
        ("every Wed 3 Sep to 26 Nov 12:10", "FREQ=WEEKLY;BYDAY=WE;UNTIL=20251126", "09-03", 13, 730),
        ("every other Fri 6 times", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=6", "09-05", 6, None),
        ("every last Wednesday", "FREQ=MONTHLY;BYDAY=-1WE;UNTIL=20251130", "09-24", 3, None),
    ],
)
def test_a_rule_is_read(text: str, rule: str, first: str, dates: int, start: int | None) -> None:
    assert is_rule(text)
    found = read_rule(text, NEAR, LAST)
    assert (found.rule, f"{found.first:%m-%d}", len(found.days), found.start) == (rule, first, dates, start)


@pytest.mark.parametrize("text", ["9/3, 9/10", "수요일", "매주", "every", "12:10", "매주 밥"])
def test_what_repeats_nothing_is_no_rule(text: str) -> None:
    assert not is_rule(text)


@pytest.mark.parametrize("text", ["매주 수 11/26~9/3", "매월 31일 9/1~9/30", "매주 수 내일쯤", "매주 수 99:99"])
def test_what_cannot_be_followed_is_refused(text: str) -> None:
    with pytest.raises(RefusedInput):
        read_rule(text, NEAR, LAST)


def test_without_any_end_one_is_asked_for() -> None:
    with pytest.raises(RefusedInput):
        read_rule("매주 수", NEAR, None)
