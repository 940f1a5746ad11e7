"""Editions in the workspace of publishing: what was given out and is still right, and giving out the next."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from director_app.domain.papers import GivenOut, Release
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.operations.kept_contents import KeptContents, contents_beside
from director_app.ui.background import Job
from director_app.ui.desk import Desk
from director_app.ui.publishing.choice import Choice
from director_app.ui.publishing.gallery import TileState
from director_app.ui.publishing.work import MadePaper, NotMade, Order, make_papers
from director_app.wording import Wording, message

PUBLISHED = message("Published as edition {number}; {changes} changes since the last.")
PUBLISHED_FIRST = message("Published as edition {number}.")
STILL = message("Nothing changed since edition {number}; it still holds.")

#: A document and what it was narrowed to.
Key = tuple[str, tuple[str, ...]]


class GivenState(NamedTuple):
    """The edition as which something was last given out, and how many dates changed for its readers since."""

    number: int
    day: datetime.date | None
    changes: int


class EditionNews(NamedTuple):
    """How the plan stands to its editions: the number it has or would get, and what was given out before."""

    plan: Plan
    number: int
    is_new: bool
    #: Dates that changed since the latest edition; None when there is none.
    changes: int | None
    given: Mapping[Key, GivenState]


def look_back(plan: Plan, contents: KeptContents, stop: threading.Event) -> EditionNews | None:
    """Hold the plan against its editions, beside the window; None when it was not wanted any more."""
    from director_app.operations import releases
    from director_app.planner.comparing import changed_dates, compare

    listed = releases.editions(plan)
    states: dict[str, Plan | None] = {}
    given: dict[Key, GivenState] = {}

    def changes_since(release: Release, narrowed: tuple[str, ...]) -> int:
        if release.id not in states:
            try:
                states[release.id] = releases.unpacked(contents(release.content), release.number)
            except Refusal:
                states[release.id] = None
        before = states[release.id]
        return 1 if before is None else changed_dates(compare(before, plan, releases.scope_of(narrowed)))

    with contents:
        for release in listed:
            for one in release.given:
                key = (one.document, one.narrowed)
                if stop.is_set():
                    return None
                if key not in given:
                    day = release.published_at.date() if release.published_at is not None else None
                    given[key] = GivenState(release.number, day, changes_since(release, one.narrowed))
        same = releases.still_edition(plan, contents) if plan.deliveries else None
        changes = changes_since(listed[0], ()) if listed else None
    number = same.number if same is not None else plan.highest_edition + 1
    return EditionNews(plan, number, same is None, changes, given)


def state_beside(plan: Plan, _stop: threading.Event) -> Any:
    """What the plan publishes, packed beside the window; or why it cannot be."""
    from director_app.operations.releases import state_now

    try:
        return state_now(plan)
    except Refusal as refusal:
        return refusal


class Editions(QObject):
    """Knows how the plan stands to its editions, and gives documents out as the next one.

    Attributes: ``news``, None until it was looked at. Signals: ``changed()`` when there are other news;
    ``made(list[MadePaper | NotMade], str)`` when documents were given out, with what to say of the edition;
    ``calendar_frozen(Choice, Path, int)`` when a calendar can be made with the number of its edition.
    """

    changed = Signal()
    made = Signal(object, str)
    calendar_frozen = Signal(object, object, int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.news: EditionNews | None = None
        self._job: Job | None = None
        self._wanted: list[tuple[Choice, Path]] = []
        self._title = ""
        self._release: Release | None = None
        self._sentence = ""

    # -- what was given out ---------------------------------------------------------------------------------

    def look(self) -> None:
        """Look again when the plan is another one."""
        if self.news is not None and self.news.plan is self.desk.plan:
            return
        if self._job is not None:
            self._job.cancel()
        run = self.desk.background.run
        self._job = run(look_back, self.desk.plan, contents_beside(self.desk.open_plan), then=self._looked)

    def _looked(self, news: EditionNews | None) -> None:
        self._job = None
        if news is not None and news != self.news:
            self.news = news
            self.changed.emit()

    def state_of(self, choice: Choice) -> TileState | None:
        """What stands under a tile: edition and day while it is right, else how much changed; None when never given."""
        given = self._given(choice)
        if given is None:
            return None
        wording = self.desk.wording
        if given.changes:
            return TileState(wording.plural("{n} change", "{n} changes", given.changes), "warn", "clock-alert")
        return TileState(self._mark(given), "ok", "check")

    def _mark(self, given: GivenState) -> str:
        wording = self.desk.wording
        if given.day is None:
            return wording.text("Edition {number}", number=given.number)
        return wording.text("Edition {number} · {day}", number=given.number, day=_short(wording, given.day))

    def is_outdated(self, choice: Choice) -> bool:
        """Whether a document was given out as an edition that is not right any more."""
        given = self._given(choice)
        return given is not None and given.changes > 0

    def _given(self, choice: Choice) -> GivenState | None:
        from director_app.operations.releases import narrowed_by

        known = self.news.given if self.news is not None else {}
        return known.get((choice.document, narrowed_by(choice.scope)))

    def announcement(self) -> str:
        """What giving out would mean now; empty until it is known."""
        news, wording = self.news, self.desk.wording
        if news is None:
            return ""
        if not news.is_new:
            return wording.text(STILL, number=news.number)
        if news.changes is None:
            return wording.text("It will be edition {number}.", number=news.number)
        return wording.plural(
            "It will be edition {number}; {n} change since the last.",
            "It will be edition {number}; {n} changes since the last.",
            news.changes,
            number=news.number,
        )

    # -- giving out -----------------------------------------------------------------------------------------

    def give(self, wanted: Sequence[tuple[Choice, Path]], title: str) -> None:
        """Freeze what is published, then make these documents with its number."""
        self._wanted, self._title = list(wanted), title
        self.desk.background.run(state_beside, self.desk.plan, then=self._packed, title=title)

    def _packed(self, state: Any) -> None:
        if isinstance(state, Refusal):
            self.desk.say_refusal(state)
            return
        last = self.news.changes if self.news is not None else None
        frozen = self.desk.attempt(_Freezing(self.desk, state))
        if frozen is None:
            return
        self._release = frozen.release
        self._sentence = self.desk.wording.text(
            STILL if not frozen.is_new else PUBLISHED_FIRST if last is None else PUBLISHED,
            number=frozen.release.number,
            changes=last or 0,
        )
        if len(self._wanted) == 1 and self._wanted[0][0].is_calendar:
            self.calendar_frozen.emit(*self._wanted[0], frozen.release.number)
            return
        contents = contents_beside(self.desk.open_plan)
        orders = tuple(
            (Order(state.plan, choice, contents, None, frozen.release), path) for choice, path in self._wanted
        )
        self.desk.background.run(make_papers, orders, _now(), then=self._made, title=self._title)

    def _made(self, results: list[MadePaper | NotMade]) -> None:
        self._give_out([one.choice for one in results if isinstance(one, MadePaper) and one.choice.is_given_out])
        self.made.emit(results, self._sentence)

    def give_out_calendar(self, choice: Choice) -> str:
        """Note that a calendar that was written was given out; what to say of its edition."""
        self._give_out([choice])
        return self._sentence

    def _give_out(self, choices: list[Choice]) -> None:
        from director_app.operations.releases import give_out, narrowed_by

        moment = _now().replace(tzinfo=None)
        given = [GivenOut(one.document, moment, one.language, narrowed_by(one.scope)) for one in choices]
        if given and self._release is not None:
            self.desk.attempt(_Giving(give_out, self.desk, self._release, given))
        self.look()


def _short(wording: Wording, day: datetime.date) -> str:
    """Month and day without the weekday, as a tile has room for: "8. 14." / "14 Aug"."""
    said = wording.date_short(day)
    return said.partition("(")[0] if wording.language == "ko" else said.partition(" ")[2]


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone().replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class _Freezing:
    desk: Desk
    state: Any

    def __call__(self) -> Any:
        from director_app.operations.releases import freeze

        return freeze(self.desk.open_plan, self.state, _now())


@dataclass(frozen=True, slots=True)
class _Giving:
    act: Callable[..., Any]
    desk: Desk
    release: Release
    given: Sequence[GivenOut]

    def __call__(self) -> Any:
        return self.act(self.desk.open_plan, self.release, self.given)
