"""Where a plan opens, and where to look after an import."""

import datetime

import pytest

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery
from director_app.domain.season import Season
from director_app.ui.opening import imported_day, opening_day, plan_name

TODAY = datetime.date(2025, 10, 14)


def _plan(*days: str) -> Plan:
    season = Season(SEASON, title="", first_day=datetime.date(2025, 7, 1))
    dates = [datetime.date.fromisoformat(day) for day in days]
    return Plan.of([season, *(Delivery(DeliveryId(str(n)), date=day) for n, day in enumerate(dates))])


@pytest.mark.parametrize(
    ("days", "opens"),
    [
        (("2025-10-09", "2025-12-01"), "2025-10-14"),
        (("2025-08-01", "2025-12-01"), "2025-12-01"),
        (("2025-08-01", "2025-09-01"), "2025-08-01"),
        ((), "2025-07-01"),
    ],
)
def test_a_plan_never_opens_on_nothing(days: tuple[str, ...], opens: str) -> None:
    assert opening_day(_plan(*days), TODAY).isoformat() == opens


@pytest.mark.parametrize(
    ("days", "looks"),
    [
        (("2025-10-01", "2025-11-05", "2025-12-01"), "2025-11-05"),
        (("2017-04-01", "2024-05-03", "2024-05-09"), "2024-05-03"),
        ((), None),
    ],
)
def test_after_an_import_its_own_dates_are_shown(days: tuple[str, ...], looks: str | None) -> None:
    plan = _plan(*days)
    day = imported_day(plan, tuple(plan.deliveries), TODAY)
    assert (day.isoformat() if day else None) == looks


def test_a_plan_is_called_by_its_title_else_by_its_file() -> None:
    assert plan_name(_plan(), "file") == "file"
    assert plan_name(Plan.of([Season(SEASON, title="A season")]), "file") == "A season"
