"""What a cell being typed offers: the names that fit, what each would clash with, and adding a name that is new."""

from __future__ import annotations

from typing import Final, NamedTuple

from director_app.domain.facts import Act
from director_app.domain.ids import ArtistId, VenueId
from director_app.domain.programme import Delivery
from director_app.domain.published import lineup_of
from director_app.operations.sentences import problem_sentence
from director_app.planner.checks import LiveCheck
from director_app.planner.problems import Level, Problem
from director_app.ui.schedule.filtering import folded
from director_app.ui.schedule.items import delivery_titles
from director_app.ui.schedule.list_confirmed import confirmation_phrases
from director_app.ui.schedule.list_edits import SEPARATOR, New, fallback_names, is_open, status_names
from director_app.ui.schedule.list_names import NameBook
from director_app.ui.schedule.list_texts import Scene, record_name

MOST: Final = 8
_KINDS: Final = {
    "title": "programmes", "place": "venues", "lineup": "artists", "organisation": "organisations", "area": "areas",
    "initiative": "initiatives", "event": "events", "fallback": "venues",
}  # fmt: skip


class Offer(NamedTuple):
    """One line under a cell: what it says, the text that the cell becomes, a remark at its end and how grave it is."""

    says: str
    text: str
    new: New = "refuse"
    remark: str = ""
    level: str = ""


class Offers:
    """Makes the lines for one cell."""

    def __init__(self, scene: Scene, names: NameBook, live: LiveCheck | None, one: Delivery, column: str) -> None:
        self._scene, self._names, self._live = scene, names, live
        self._one, self._column = one, column

    def of(self, typed: str) -> list[Offer]:
        """What fits a typed text, known names first."""
        column = self._column
        if column not in _KINDS:
            return [Offer(text, text) for text in self._words(typed)]
        before, part = self._parts(typed)
        if is_open(part) and part:
            return []
        found = self._known(before, part)
        if column == "fallback":
            found = [*(Offer(text, text) for text in self._words(typed)), *found][:MOST]
        exact = any(folded(offer.says) == folded(part) for offer in found)
        if part and not exact and not self._names.find(self._scene.plan, _KINDS[column], part):
            found += self._new(before, part)
        return found

    def best(self, typed: str, offers: list[Offer], *, is_understood: bool) -> int:
        """Which line Enter takes: a name that begins as typed; none when the text says something as it stands."""
        part = folded(self._parts(typed)[1])
        if is_understood or not part:
            return -1
        for at, offer in enumerate(offers):
            if offer.new == "refuse" and folded(offer.says).startswith(part):
                return at
        return -1

    def _parts(self, typed: str) -> tuple[str, str]:
        """The acts typed before, and the one being typed."""
        if self._column not in ("lineup", "confirmed"):
            return "", typed.strip()
        cuts = list(SEPARATOR.finditer(typed))
        return (typed[: cuts[-1].end()], typed[cuts[-1].end() :].strip()) if cuts else ("", typed.strip())

    def _words(self, typed: str) -> list[str]:
        language = self._scene.wording.language
        before, part = self._parts(typed)
        words = {
            "status": status_names(language),
            "fallback": fallback_names(language),
            "confirmed": confirmation_phrases(language),
        }.get(self._column, ())
        return [before + word for word in words if folded(part) in folded(word)]

    def _known(self, before: str, part: str) -> list[Offer]:
        scene, kind = self._scene, _KINDS[self._column]
        exact = self._names.find(scene.plan, kind, part) if part else []
        ids = list(dict.fromkeys((*exact, *self._names.holding(scene.plan, kind, part, MOST))))[:MOST]
        offers = []
        for identity in ids:
            name = record_name(scene, kind, identity)
            remark, level = self._remark(identity, before)
            offers.append(Offer(name, before + name, "refuse", remark, level))
        return offers

    def _remark(self, identity: str, before: str) -> tuple[str, str]:
        """What the delivery would clash with if it had this act or this place."""
        one, live = self._one, self._live
        if live is None or one.date is None or self._column not in ("lineup", "place"):
            return "", ""
        if self._column == "place":
            tried = one._replace(venue=VenueId(identity))
        else:
            kept = lineup_of(self._scene.plan, one) if before else ()
            tried = one._replace(lineup=(*kept, Act(ArtistId(identity))))
        found = [problem for problem in live.would_clash(tried) if _speaks_of(problem, identity)]
        if not found:
            return self._scene.wording.text("nothing in the way"), "ok"
        worst = min(found, key=_grave)
        return problem_sentence(self._scene.wording, self._scene.plan, worst), str(worst.level)

    def _new(self, before: str, part: str) -> list[Offer]:
        wording, column = self._scene.wording, self._column
        text = before + part
        if column == "lineup":
            return [Offer(wording.text("Add “{name}” as a new artist", name=part), text, "record")]
        if column == "place":
            return [Offer(wording.text("Add “{name}” as a new place", name=part), text, "record")]
        if column == "organisation":
            return [Offer(wording.text("Add “{name}” as a new company", name=part), text, "record")]
        if column != "title":
            return []
        offers = [Offer(wording.text("Add “{name}” as a new programme", name=part), text, "record")]
        own = self._one._replace(title_suffix="")
        title, _short, is_known = delivery_titles(wording, self._scene.plan, own)
        if is_known and self._one.programme is not None:
            said = wording.text("“{title} {addition}”: only an addition to the title", title=title, addition=part)
        else:
            said = wording.text("“{name}”: only a title, without a programme", name=part)
        return [*offers, Offer(said, text, "suffix")]


def _speaks_of(problem: Problem, identity: str) -> bool:
    return problem.level is not Level.NOTE and any(subject.id == identity for subject in problem.subjects)


def _grave(problem: Problem) -> int:
    return 0 if problem.level is Level.BLOCK else 1
