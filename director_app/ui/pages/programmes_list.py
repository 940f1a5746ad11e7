"""The list of programmes: what its rows say, and the chips that filter them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Programme, Status
from director_app.ui.forms.list_pane import ListChip
from director_app.ui.models.columns import Column, Listing, Piece, RowText, Scene
from director_app.ui.models.figures import Figures
from director_app.wording import message

FIRM: Final = (Status.CONFIRMED, Status.DELIVERED)


class ProgrammeFigures(NamedTuple):
    """How many rounds a programme has, how many of them are confirmed, and how many still being arranged."""

    rounds: int
    confirmed: int
    pencilled: int


def figures_of(plan: Plan, programme: str) -> ProgrammeFigures:
    """Count the rounds of a programme; cancelled ones do not count."""
    found = (plan.find("deliveries", one) for one in plan.users_of_kind("programmes", programme, "deliveries"))
    statuses = [one.status for one in found if one is not None and one.status is not Status.CANCELLED]
    return ProgrammeFigures(
        len(statuses),
        sum(1 for status in statuses if status in FIRM),
        sum(1 for status in statuses if status in (Status.IDEA, Status.PENCILLED)),
    )


def affected(plan: Plan, change: RecordChange) -> list[str]:
    """The programmes whose rows a change of another record touches."""
    if change.kind == "deliveries":
        return [side.programme for side in (change.before, change.after) if side is not None and side.programme]
    if change.kind == "initiatives":
        return list(plan.users_of_kind("initiatives", change.id, "programmes"))
    return []


class ProgrammeList:
    """Rows and chips of the list; `level_of` answers the worst problem of a programme."""

    def __init__(self, level_of: Callable[[str], str]) -> None:
        self.figures = Figures(figures_of, affected)
        self._level_of = level_of

    def listing(self) -> Listing:
        """One column of two-line rows, by title."""
        return Listing("programmes", (Column("title", "", self._title, line=self._line),), affected)

    def chips(self) -> tuple[ListChip, ...]:
        """All, being arranged, no rounds, no photo."""
        return (
            ListChip("all", message("All")),
            ListChip("arranging", message("Being arranged"), self._is_arranging),
            ListChip("no-rounds", message("No dates"), self._has_no_rounds),
            ListChip("no-photo", message("No photo"), _has_no_photo),
        )

    def searched(self, programme: Programme, scene: Scene) -> tuple[str, ...]:
        """What the filter looks at."""
        acts = (scene.plan.artists.get(act.artist) for act in programme.lineup)
        names = " ".join(artist.name for artist in acts if artist is not None)
        return (programme.title, programme.subtitle, programme.kind, programme.title_en, programme.short_title, names)

    def _title(self, programme: Programme, scene: Scene) -> str:
        return (programme.title_en if scene.wording.language == "en" else "") or programme.title

    def _line(self, programme: Programme, scene: Scene) -> RowText:
        wording = scene.wording
        figures = self.figures.of(programme.id)
        parts = [programme.kind] if programme.kind else []
        if programme.running_minutes:
            parts.append(wording.text("{n} min", n=programme.running_minutes))
        if figures.rounds:
            parts.append(wording.text("{m} of {n} rounds confirmed", n=figures.rounds, m=figures.confirmed))
        else:
            parts.append(wording.text("no dates yet"))
        initiative = scene.plan.initiatives.get(programme.initiative) if programme.initiative else None
        return RowText(
            self._title(programme, scene) or wording.text("Title undecided"),
            (Piece(" · ".join(parts)),),
            badge=initiative.code if initiative else "",
            hue=initiative.hue if initiative else -1,
            level=self._level_of(programme.id),
            first_undecided=not self._title(programme, scene),
        )

    def _is_arranging(self, programme: Programme, _scene: Scene) -> bool:
        return self.figures.of(programme.id).pencilled > 0

    def _has_no_rounds(self, programme: Programme, _scene: Scene) -> bool:
        return self.figures.of(programme.id).rounds == 0


def _has_no_photo(programme: Programme, _scene: Scene) -> bool:
    return programme.photo is None
