"""Date and time typed over a delivery of several days."""

import datetime

import pytest

from director_app.domain.edits import resolve
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.ui.schedule import moves
from director_app.ui.schedule.typed_item import read_when
from tests.ui.schedule.seasons import day, season

PLAN = Plan.of(season())
LASTING = next(one for one in PLAN.deliveries.values() if one.until is not None)


def typed(text: str, one: Delivery = LASTING) -> Delivery:
    """The delivery after this was typed into its line."""
    asked = moves.retime(one, read_when(text, day(15)), "")
    return resolve(PLAN, asked.edit)[0].deliveries[one.id]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("10/27~10/30", (day(27), day(30))),
        ("10/28", (day(28), day(30))),
        ("10/22", (day(22), None)),
        ("10/22~10/22", (day(22), None)),
    ],
)
def test_days_are_typed(text: str, days: tuple[datetime.date, datetime.date | None]) -> None:
    assert (LASTING.date, LASTING.until) == (day(22), day(24))
    after = typed(text)
    assert (after.date, after.until) == days


def test_days_and_daily_hours_are_typed_together() -> None:
    after = typed("10/24~10/26 10:00~17:00")
    assert (after.date, after.until, after.start, after.end) == (day(24), day(26), 600, 1020)
