"""Which paper prints what is seen: Ctrl+P leads from any workspace and view to the document that shows the same."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from director_app.domain.ids import ArtistId, VenueId
from director_app.planner.scope import Scope
from director_app.ui.schedule.geometry import week_of

_PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "overview": "problem-list", "season": "booklet", "money": "settlement", "council": "council-minutes",
        "tours": "route-leaflet", "event-days": "operation-plan", "spaces": "result-report", "proposal": "schedule",
        "editions": "changes", "exchange": "schedule", "copies": "changes",
    }
)  # fmt: skip
"""The document of a workspace that shows no days and no record; the others lead to the one chosen last."""


def paper_of(frame: Any) -> object:
    """What the workspace of documents shall show, as its ``show_subject`` takes it; None: what it showed last."""
    key, page = frame.present_page, frame.page(frame.present_page)
    if key == "schedule":
        return _of_view(page)
    # By its id: its form may still be being made, and shows nothing until then.
    record = frame.desk.plan.find(key, page.editor.id) if key in ("programmes", "artists", "venues") else None
    if key == "programmes" and record is not None:
        return "programmes", record.id
    if key == "artists":
        return "call-sheet", Scope(artist=ArtistId(record.id)) if record is not None else Scope()
    if key == "venues":
        return "venue-sheet", Scope(venue=VenueId(record.id)) if record is not None else Scope()
    return _PAGES.get(key)


def _of_view(page: Any) -> tuple[str, Scope]:
    """The days of the view shown, in the form that is nearest to it."""
    day: datetime.date = page.state.day
    season = page.desk.plan.season
    if page.view == "day":
        days = page.day.days if not page.site.is_on else (day,)
        return "day-sheet", Scope(since=days[0], until=days[-1])
    if page.view == "week":
        days = week_of(day, sunday_first=season.week_starts_on_sunday)
        return "week-timetable", Scope(since=days[0], until=days[-1])
    if page.view == "month":
        last = calendar.monthrange(day.year, day.month)[1]
        return "month-calendar", Scope(since=day.replace(day=1), until=day.replace(day=last))
    return "schedule", Scope()
