"""Sentences for what several dates do to each other: ways, nights, noise, and things that are needed twice."""

from __future__ import annotations

from typing import Any, Final

from director_app.domain.facts import TravelMode
from director_app.domain.plan import Plan
from director_app.operations.clash_sentences import because, sides
from director_app.operations.naming import artist_name, delivery_title, venue_name, when_text
from director_app.planner.problems import Problem, ProblemKind
from director_app.wording import Wording, message

_WET: Final = message("in rain both go to their plan B")
#: How people get from area to area.
TRAVEL_WORDS: Final = {TravelMode.WALK: message("walking"), TravelMode.VAN: message("in the van")}
_WAYS: Final = {
    ProblemKind.TRAVEL_IMPOSSIBLE: message(
        "{artist} needs {need} min from {placeA} ({timeA}) to {placeB} ({timeB}) and has {have} "
        "after strike and before set-up."
    ),
    ProblemKind.TRAVEL_TIGHT: message(
        "{artist} has {have} min from {placeA} ({timeA}) to {placeB} ({timeB}); the way takes {need}."
    ),
}
_WAYS_BY: Final = {
    ProblemKind.TRAVEL_IMPOSSIBLE: message(
        "{artist} needs {need} min {how} from {placeA} ({timeA}) to {placeB} ({timeB}) and has {have} "
        "after strike and before set-up."
    ),
    ProblemKind.TRAVEL_TIGHT: message(
        "{artist} has {have} min from {placeA} ({timeA}) to {placeB} ({timeB}); the way takes {need} {how}."
    ),
}
_WAY_IN_RAIN: Final = message(
    "In rain {artist} has {have} min from {titleA} ({timeA}) to {titleB} ({timeB}); the way to plan B takes {need}."
)


def way(wording: Wording, plan: Plan, problem: Problem) -> str:
    """Too little time from place to place, or hardly enough."""
    values: dict[str, Any] = {
        **sides(wording, plan, problem),
        "artist": artist_name(wording, plan, problem.subjects[2].id),
        "need": problem.value("need"),
        "have": problem.value("have"),
    }
    if problem.value("in_rain"):
        return wording.text(_WAY_IN_RAIN, **values)
    mode = problem.value("mode")
    if mode is None:
        return wording.text(_WAYS[problem.kind], **values)
    return wording.text(_WAYS_BY[problem.kind], how=wording.text(TRAVEL_WORDS[mode]), **values)


def short_rest(wording: Wording, plan: Plan, problem: Problem) -> str:
    """A short night."""
    return wording.text(
        "{artist} has {hours} h of rest between {titleA} ({timeA}) and {titleB} ({timeB}).",
        artist=artist_name(wording, plan, problem.subjects[2].id),
        hours=f"{problem.value('have') / 60:.1f}".removesuffix(".0"),
        **sides(wording, plan, problem),
    )


def noise_pair(wording: Wording, plan: Plan, problem: Problem) -> str:
    """Something loud beside something that needs quiet."""
    sentence = wording.text(
        "{titleA} ({timeA}) is loud and {titleB} ({timeB}) needs quiet: both in {place}.",
        place=venue_name(wording, plan, problem.subjects[2].id),
        **sides(wording, plan, problem),
    )
    return because(wording, sentence, wording.text(_WET) if problem.value("in_rain") else "")


def equipment_short(wording: Wording, plan: Plan, problem: Problem) -> str:
    """More of a thing needed at once than there is."""
    dates = ", ".join(
        f"{delivery_title(wording, plan, one)} ({when_text(wording, plan, one)})" for one in problem.deliveries[:_NAMED]
    )
    more = len(problem.deliveries) - _NAMED
    if more > 0:
        dates = wording.text("{list}, {n} more", list=dates, n=more)
    return wording.text(
        "{item}: {need} needed at once, set-up and strike included, {have} there: {list}.",
        item=problem.value("item"),
        need=problem.value("need"),
        have=problem.value("have"),
        list=dates,
    )


_NAMED: Final = 4
