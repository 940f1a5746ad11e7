"""The list of venues, grouped by area: what its rows say, and the chips that filter them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, NamedTuple

from director_app.domain.facts import Setting
from director_app.domain.places import Venue
from director_app.domain.plan import Plan, RecordChange
from director_app.planner.coverage import heads_of
from director_app.ui.forms.list_pane import ListChip
from director_app.ui.models.collation import collation_key
from director_app.ui.models.columns import Column, Listing, Piece, RowText, Scene
from director_app.ui.models.figures import Figures
from director_app.wording import message

SETTING_ICONS = {Setting.INDOOR: "house", Setting.OUTDOOR: "trees", Setting.BOTH: "sun"}
NEVER = 100_000


class VenueFigures(NamedTuple):
    """How often a venue is used this season, and its last use up to today."""

    uses: int
    last: datetime.date | None


def affected(plan: Plan, change: RecordChange) -> list[str]:
    """The venues whose rows a change of another record touches."""
    if change.kind == "deliveries":
        return [side.venue for side in (change.before, change.after) if side is not None and side.venue]
    if change.kind in ("organisations", "areas"):
        return list(plan.users_of_kind(change.kind, change.id, "venues"))
    if change.kind == "sites":
        areas = {side.area for side in (change.before, change.after) if side is not None and side.area}
        return [one for area in areas for one in plan.users_of_kind("areas", area, "venues")]
    return []


class VenueList:
    """Rows and chips of the list."""

    def __init__(self, level_of: Callable[[str], str], today: Callable[[], datetime.date]) -> None:
        self.figures = Figures(self._figures_of, affected)
        self._level_of = level_of
        self._today = today

    def listing(self) -> Listing:
        """Two orders of the same rows: by area, and areas that waited longest first."""
        by_area = Column("area", "", _name, sort=self._by_area, line=self._line, group=self._group)
        waited = Column("waited", "", _name, sort=self._by_waiting)
        return Listing("venues", (by_area, waited), affected)

    def chips(self) -> tuple[ListChip, ...]:
        """All, indoors, outdoors, not used yet."""
        return (
            ListChip("all", message("All")),
            ListChip("indoor", message("Indoors"), _is_indoor),
            ListChip("outdoor", message("Outdoors"), _is_outdoor),
            ListChip("unused", message("Never used"), self._is_unused),
        )

    def searched(self, venue: Venue, scene: Scene) -> tuple[str, ...]:
        """What the filter looks at."""
        host = scene.plan.organisations.get(venue.host) if venue.host else None
        return (
            venue.name,
            venue.name_en,
            venue.kind,
            venue.address,
            host.name if host else "",
            _area_name(venue, scene),
        )

    def _figures_of(self, plan: Plan, venue: str) -> VenueFigures:
        today = self._today()
        found = (plan.find("deliveries", one) for one in plan.users_of_kind("venues", venue, "deliveries"))
        used = [one for one in found if one is not None and one.venue == venue and one.status.takes_place]
        days = [one.date for one in used if one.date is not None and one.date <= today]
        return VenueFigures(len(used), max(days, default=None))

    def _by_area(self, venue: Venue, scene: Scene) -> Any:
        area = scene.plan.areas.get(venue.area) if venue.area else None
        language = scene.wording.language
        place = (area.position, collation_key(_area_name(venue, scene), language)) if area else (10**6, "")
        return (place, collation_key(venue.name, language))

    def _by_waiting(self, venue: Venue, scene: Scene) -> Any:
        return (-self.days_waited(scene.plan, venue.area) if venue.area else 1, self._by_area(venue, scene))

    def days_waited(self, plan: Plan, area: str | None) -> int:
        """Days since anything took place in an area, up to today; very many when nothing ever did."""
        if not area:
            return 0
        venues = plan.users_of_kind("areas", area, "venues")
        days = [day for one in venues if (day := self.figures.of(one).last) is not None]
        return (self._today() - max(days)).days if days else NEVER

    def _group(self, venue: Venue, scene: Scene) -> str:
        if not venue.area:
            return scene.wording.text("Area undecided")
        heads = heads_of(scene.plan, venue.area)
        said = scene.wording.text("{n} people", n=scene.wording.number(heads)) if heads else ""
        waited = self.days_waited(scene.plan, venue.area)
        if waited >= NEVER:
            said = " · ".join(part for part in (scene.wording.text("not visited yet"), said) if part)
        elif waited >= 28:
            said = " · ".join(part for part in (scene.wording.text("nothing for {n} days", n=waited), said) if part)
        return f"{_area_name(venue, scene)}\t{said}"

    def _line(self, venue: Venue, scene: Scene) -> RowText:
        wording = scene.wording
        host = scene.plan.organisations.get(venue.host) if venue.host else None
        uses = self.figures.of(venue.id).uses
        parts = [host.name if host and host.name else venue.kind]
        if venue.seats or venue.standing:
            parts.append(wording.text("{n} people", n=wording.number(venue.seats or venue.standing or 0)))
        return RowText(
            _name(venue, scene) or wording.text("Name undecided"),
            (Piece(" · ".join(part for part in parts if part)),),
            right=wording.plural("{n} time", "{n} times", uses) if uses else "–",
            level=self._level_of(venue.id),
            icon=SETTING_ICONS.get(venue.setting, "") if venue.setting else "",
            first_undecided=not venue.name,
        )

    def _is_unused(self, venue: Venue, _scene: Scene) -> bool:
        return self.figures.of(venue.id).uses == 0


def _name(venue: Venue, scene: Scene) -> str:
    return (venue.name_en if scene.wording.language == "en" else "") or venue.name


def _area_name(venue: Venue, scene: Scene) -> str:
    area = scene.plan.areas.get(venue.area) if venue.area else None
    if area is None:
        return ""
    return (area.name_en if scene.wording.language == "en" else "") or area.name


def _is_indoor(venue: Venue, _scene: Scene) -> bool:
    return venue.setting in (Setting.INDOOR, Setting.BOTH)


def _is_outdoor(venue: Venue, _scene: Scene) -> bool:
    return venue.setting in (Setting.OUTDOOR, Setting.BOTH)
