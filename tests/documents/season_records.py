"""Works of light, money and results for the plan that documents are printed of."""

from __future__ import annotations

from datetime import date
from typing import Any

from director_app.domain.facts import Closure, DatedHours
from director_app.domain.ids import ArtistId, VenueId, WorkId
from director_app.domain.lights import LightFrom, LightRule, Work, WorkKind
from tests.documents.plans import minute


def works() -> list[Any]:
    """A projection by dusk and weekday, a sculpture by sunset with a neighbours' limit, a lighting by the clock."""
    winter = date(2025, 10, 20)
    return [
        Work(
            WorkId("w1"), "빛의 굴뚝", "Chimney of light", WorkKind.PROJECTION,
            ArtistId("고래밴드"), VenueId("bangrim"),
            rules=(
                LightRule(LightFrom.DUSK, 20, minute("20:30"), minute("24:30"), (4, 5)),
                LightRule(LightFrom.DUSK, 20, minute("20:30"), minute("23:00")),
            ),
            maintenance=(Closure(date(2025, 10, 14), date(2025, 10, 15), "램프 교체"),),
            exceptions=(DatedHours(date(2025, 10, 8), minute("19:00"), minute("24:00")),),
        ),
        Work(
            WorkId("w2"), "수출의 탑", "Tower of exports", WorkKind.SCULPTURE, venue=VenueId("jinpyeong"),
            rules=(LightRule(LightFrom.SUNSET, -10, None, minute("23:30")),), curfew=minute("22:00"),
        ),
        Work(
            WorkId("w3"), "", "", WorkKind.LIGHTING,
            rules=(LightRule(LightFrom.CLOCK, 0, minute("18:30"), None, valid_until=winter),),
        ),
    ]  # fmt: skip
