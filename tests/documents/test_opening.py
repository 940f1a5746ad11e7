"""Hours of what lasts for days, as print and tables say them."""

from __future__ import annotations

from datetime import date

import pytest

from director_app.documents.opening import hours_on, weekly_hours
from director_app.documents.tables import TableOptions, schedule_table
from director_app.domain.facts import DatedHours, WeekHours
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.wording import Wording
from tests.documents.plans import minute

TEN, SIX = minute("10:00"), minute("18:00")
SHOW = Delivery(
    DeliveryId("show"), "GM-001", date=date(2025, 9, 1), until=date(2025, 9, 30), status=Status.CONFIRMED,
    hours=tuple(WeekHours(day, TEN, SIX) for day in range(1, 7)),
    exceptions=(DatedHours(date(2025, 9, 10), TEN, minute("21:00")), DatedHours(date(2025, 9, 11))),
)  # fmt: skip


@pytest.mark.parametrize(("language", "said"), [("ko", "10:00~18:00 · 월 쉼"), ("en", "10:00~18:00 · closed Mon")])
def test_a_week_is_said_in_one_line(language: str, said: str) -> None:
    assert weekly_hours(Wording(language), SHOW) == said


def test_long_stretches_of_weekdays_are_spans() -> None:
    late = (WeekHours(5, TEN, minute("20:00")), *SHOW.hours[:4], WeekHours(6, TEN, minute("20:00")))
    assert weekly_hours(Wording("ko"), SHOW._replace(hours=late)) == "화~금 10:00~18:00 · 토·일 10:00~20:00 · 월 쉼"


@pytest.mark.parametrize(
    ("day", "said"),
    [(9, "10:00~18:00"), (8, "쉼"), (10, "10:00~21:00"), (11, "쉼")],
    ids=["open", "Mon", "dated", "shut"],
)
def test_a_date_has_its_own_hours(day: int, said: str) -> None:
    assert hours_on(Wording("ko"), SHOW, date(2025, 9, day)) == said


def test_nothing_is_said_of_what_has_no_hours() -> None:
    bare = SHOW._replace(hours=(), exceptions=())
    assert weekly_hours(Wording("ko"), bare) == hours_on(Wording("ko"), bare, date(2025, 9, 9)) == ""


def test_a_table_says_the_hours() -> None:
    table = schedule_table(Plan.of([SHOW]), "csv", Wording("ko"), TableOptions())
    assert "10:00~18:00 · 월 쉼" in table.data.decode("utf-8-sig")
