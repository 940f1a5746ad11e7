"""The list of artists: what its rows say, and the chips that filter them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Final, NamedTuple

from director_app.domain.ids import ToldId
from director_app.domain.people import Artist, ArtistKind
from director_app.domain.plan import Plan
from director_app.ui.forms.appearances import appearances_of, artists_affected
from director_app.ui.forms.list_pane import ListChip
from director_app.ui.forms.short_dates import day_and_month
from director_app.ui.models.collation import collation_key
from director_app.ui.models.columns import Column, Listing, Piece, RowText, Scene
from director_app.ui.models.figures import Figures
from director_app.wording import message

CLASHES: Final = ("artist_twice", "member_twice")


class ArtistFigures(NamedTuple):
    """When an artist appears next, and whether an answer is awaited."""

    next_day: datetime.date | None
    awaits_answer: bool


class ArtistList:
    """Rows and chips of the list; `level_of` answers the worst problem of an artist."""

    def __init__(
        self, level_of: Callable[[str], str], clashes: Callable[[str], bool], today: Callable[[], datetime.date]
    ):
        self.figures = Figures(self._figures_of, artists_affected)
        self._level_of = level_of
        self._clashes = clashes
        self._today = today

    def listing(self) -> Listing:
        """One column of two-line rows, by sorting name."""
        column = Column("name", "", lambda artist, _scene: artist.name, sort=_sort_value, line=self._line)
        return Listing("artists", (column,), artists_affected)

    def chips(self) -> tuple[ListChip, ...]:
        """All, local, awaiting an answer, clashing."""
        return (
            ListChip("all", message("All")),
            ListChip("local", message("Local"), _is_local),
            ListChip("waiting", message("No answer yet"), self._waits),
            ListChip("clash", message("Clashing"), self._is_clashing),
        )

    def searched(self, artist: Artist, scene: Scene) -> tuple[str, ...]:
        """What the filter looks at."""
        members = (scene.plan.artists.get(one) for one in artist.members)
        names = " ".join(member.name for member in members if member is not None)
        return (artist.name, artist.romanised, artist.sort_name, artist.genre, artist.region, names)

    def _figures_of(self, plan: Plan, artist: str) -> ArtistFigures:
        today = self._today()
        coming = [
            one
            for one in appearances_of(plan, artist)
            if one.date is not None and (one.until or one.date) >= today and one.status.takes_place
        ]
        waits = False
        for identity in plan.users_of_kind("artists", artist, "tellings"):
            told = plan.tellings[ToldId(identity)]
            if told.told_at is not None and told.answered_at is None and any(one.id == told.delivery for one in coming):
                waits = True
        first = coming[0] if coming else None
        return ArtistFigures(first.date if first else None, waits)

    def _line(self, artist: Artist, scene: Scene) -> RowText:
        wording = scene.wording
        figures = self.figures.of(artist.id)
        pieces = [Piece(artist.genre)] if artist.genre else []
        count = artist.head_count or len(artist.members)
        if artist.kind is ArtistKind.GROUP and count:
            pieces.append(Piece(wording.plural("{n} member", "{n} members", count)))
        if artist.region:
            pieces.append(Piece(artist.region))
        else:
            pieces.append(Piece(wording.text("region") + " "))
            pieces.append(Piece(wording.undecided(), undecided=True))
        right = ""
        if figures.next_day is not None:
            right = day_and_month(wording, max(figures.next_day, self._today()))
        return RowText(
            shown_name(artist, scene) or wording.text("Name undecided"),
            tuple(_joined(pieces)),
            right=right,
            level=self._level_of(artist.id),
            first_undecided=not artist.name,
        )

    def _waits(self, artist: Artist, _scene: Scene) -> bool:
        return self.figures.of(artist.id).awaits_answer

    def _is_clashing(self, artist: Artist, _scene: Scene) -> bool:
        return self._clashes(artist.id)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces with a dot between those that are not one phrase."""
    found: list[Piece] = []
    for piece in pieces:
        if found and not found[-1].text.endswith(" "):
            found.append(Piece(" · "))
        found.append(piece)
    return found


def shown_name(artist: Artist, scene: Scene) -> str:
    """The name as a reader of the language knows it; in English followed by the name as written."""
    if scene.wording.language == "ko" or not artist.romanised or artist.romanised == artist.name:
        return artist.name
    return f"{artist.romanised} ({artist.name})" if artist.name else artist.romanised


def _sort_value(artist: Artist, scene: Scene) -> str:
    english = scene.wording.language == "en"
    name = (artist.romanised if english else artist.sort_name) or artist.name
    return collation_key(name, scene.wording.language)


def _is_local(artist: Artist, _scene: Scene) -> bool:
    return artist.is_local is True
