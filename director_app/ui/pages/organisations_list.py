"""The list of companies and other bodies: what its rows say, and the chips that filter them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from director_app.domain.ids import DeliveryId
from director_app.domain.people import Organisation, OrganisationKind
from director_app.domain.plan import Plan, RecordChange
from director_app.planner.coverage import FIRM
from director_app.ui.forms.list_pane import ListChip
from director_app.ui.forms.sites_part import sites_of
from director_app.ui.models.collation import collation_key
from director_app.ui.models.columns import Column, Listing, Piece, RowText, Scene
from director_app.ui.models.figures import Figures
from director_app.wording import message

KIND_WORDS: Final = {
    OrganisationKind.COMPANY: message("company"),
    OrganisationKind.LOCAL_GOVERNMENT: message("local government"),
    OrganisationKind.FOUNDATION: message("foundation"),
    OrganisationKind.AGENCY: message("agency"),
    OrganisationKind.SPONSOR: message("sponsor"),
    OrganisationKind.WORKER_CLUB: message("workers' club"),
    OrganisationKind.OTHER: message("other body"),
}
VISITED: Final = "visited"


class OrganisationFigures(NamedTuple):
    """Sites and heads of a body, firm visits to it, its applications."""

    sites: int
    heads: int
    visits: int
    applications: int


def figures_of(plan: Plan, organisation: str) -> OrganisationFigures:
    """Count what names an organisation."""
    sites = sites_of(plan, organisation)
    visits = (
        plan.deliveries[DeliveryId(one)] for one in plan.users_of_kind("organisations", organisation, "deliveries")
    )
    return OrganisationFigures(
        len(sites),
        sum(site.heads or 0 for site in sites),
        sum(1 for one in visits if one.organisation == organisation and one.status in FIRM),
        len(plan.users_of_kind("organisations", organisation, "applications")),
    )


def affected(plan: Plan, change: RecordChange) -> list[str]:
    """The organisations whose rows a change of another record touches."""
    del plan
    if change.kind not in ("deliveries", "sites", "applications"):
        return []
    return [side.organisation for side in (change.before, change.after) if side is not None and side.organisation]


class OrganisationList:
    """Rows and chips of the list."""

    def __init__(self, level_of: Callable[[str], str]) -> None:
        self.figures = Figures(figures_of, affected)
        self._level_of = level_of

    def listing(self) -> Listing:
        """One column of two-line rows, by name."""
        column = Column("name", "", shown_name, sort=_sort_value, line=self._line)
        return Listing("organisations", (column,), affected)

    def chips(self) -> tuple[ListChip, ...]:
        """All, companies, those visited, those not visited yet."""
        return (
            ListChip("all", message("All")),
            ListChip("companies", message("Companies"), _is_company),
            ListChip(VISITED, message("Visited"), self._is_visited),
            ListChip("unvisited", message("Not visited"), self._is_unvisited),
        )

    def searched(self, organisation: Organisation, scene: Scene) -> tuple[str, ...]:
        """What the filter looks at."""
        sites = " ".join(f"{site.name} {site.address}" for site in sites_of(scene.plan, organisation.id))
        people = " ".join(one.name for one in organisation.contacts)
        kind = scene.wording.text(KIND_WORDS[organisation.kind])
        return (organisation.name, organisation.name_en, kind, sites, people)

    def _line(self, organisation: Organisation, scene: Scene) -> RowText:
        wording, figures = scene.wording, self.figures.of(organisation.id)
        parts = [wording.text(KIND_WORDS[organisation.kind])]
        if figures.heads:
            parts.append(wording.text("{n} people", n=wording.number(figures.heads)))
        if figures.applications:
            parts.append(wording.plural("{n} application", "{n} applications", figures.applications))
        name = shown_name(organisation, scene)
        return RowText(
            name or wording.text("Name undecided"),
            (Piece(" · ".join(parts)),),
            right=wording.plural("{n} time", "{n} times", figures.visits) if figures.visits else "",
            level=self._level_of(organisation.id),
            first_undecided=not name,
        )

    def _is_visited(self, organisation: Organisation, _scene: Scene) -> bool:
        return self.figures.of(organisation.id).visits > 0

    def _is_unvisited(self, organisation: Organisation, _scene: Scene) -> bool:
        return _is_company(organisation, _scene) and not self.figures.of(organisation.id).visits


def shown_name(organisation: Organisation, scene: Scene) -> str:
    """The name in the language of the window, where there is one."""
    return (organisation.name_en if scene.wording.language == "en" else "") or organisation.name


def _sort_value(organisation: Organisation, scene: Scene) -> str:
    return collation_key(shown_name(organisation, scene), scene.wording.language)


def _is_company(organisation: Organisation, _scene: Scene) -> bool:
    return organisation.kind is OrganisationKind.COMPANY
