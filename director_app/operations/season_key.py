"""What one season is known by outside its file: the same on every desk that has the plan, another for another year."""

from __future__ import annotations

from director_app.domain.ids import derived_id
from director_app.domain.plan import Plan


def season_key(plan: Plan) -> str:
    """32 hexadecimal digits of the complex, whose id no other has, and the year; of the title while there is none."""
    season, complex_ = plan.season, plan.complex
    year = str(season.first_day.year) if season.first_day is not None else ""
    return derived_id("season", complex_.id if complex_ is not None else f"title {season.title}", year)
