"""A date begun from an empty cell of the strip: an area and a week, everything else still open. Pure."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.domain.ids import AreaId, DeliveryId, new_id
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.ui.schedule.moves import Asked, add

WEDNESDAY: Final = 2
_DAY: Final = datetime.timedelta(days=1)


def begun(plan: Plan, area: str, monday: datetime.date, today: datetime.date) -> Asked:
    """The step that adds a pencilled date in an area, on the Wednesday of a week or the next day that is not past."""
    one = Delivery(DeliveryId(new_id()), area=AreaId(area), date=day_in(plan, monday, today), status=Status.PENCILLED)
    record = plan.areas.get(AreaId(area))
    return add(one, record.name if record is not None else "")


def day_in(plan: Plan, monday: datetime.date, today: datetime.date) -> datetime.date:
    """The day of a week that a new date gets: Wednesday, as culture days are; later where that is past or too early.

    A week that is past altogether, or outside the season, keeps its Wednesday: she may be writing down what was.
    """
    days = [monday + _DAY * number for number in range(7)]
    season = plan.season
    fitting = [
        day
        for day in days[WEDNESDAY:] + days[:WEDNESDAY]
        if day >= today
        and (season.first_day is None or day >= season.first_day)
        and (season.last_day is None or day <= season.last_day)
    ]
    return fitting[0] if fitting else days[WEDNESDAY]
