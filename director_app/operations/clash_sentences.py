"""Sentences for clashes: people and places that cannot be had, the season, rain without a plan."""

from __future__ import annotations

from director_app.domain.plan import Plan
from director_app.operations.naming import artist_name, delivery_title, place_name, venue_name, when_text
from director_app.planner.problems import Level, Problem
from director_app.wording import Wording


def sides(wording: Wording, plan: Plan, problem: Problem) -> dict[str, str]:
    """Both deliveries of a problem: time, place and title."""
    one, other = problem.deliveries[:2]
    return {
        "timeA": when_text(wording, plan, one),
        "placeA": place_name(wording, plan, one),
        "titleA": delivery_title(wording, plan, one),
        "timeB": when_text(wording, plan, other),
        "placeB": place_name(wording, plan, other),
        "titleB": delivery_title(wording, plan, other),
    }


def artist_twice(wording: Wording, plan: Plan, problem: Problem) -> str:
    """In two places."""
    artist = artist_name(wording, plan, problem.subjects[2].id)
    both = sides(wording, plan, problem)
    return wording.text("{artist} is at {placeA} {timeA} and at {placeB} {timeB}.", artist=artist, **both)


def member_twice(wording: Wording, plan: Plan, problem: Problem) -> str:
    """A member in two places."""
    member, group = (artist_name(wording, plan, subject.id) for subject in problem.subjects[2:4])
    return wording.text(
        "{member} of {group} is in {titleA} ({timeA}) and in {titleB} ({timeB}) at the same time.",
        member=member,
        group=group,
        **sides(wording, plan, problem),
    )


def venue_twice(wording: Wording, plan: Plan, problem: Problem) -> str:
    """Booked twice."""
    return wording.text(
        "{place} is double-booked for {minutes} min, set-up and strike included: "
        "{titleA} ({timeA}) and {titleB} ({timeB}).",
        place=venue_name(wording, plan, problem.subjects[2].id),
        minutes=problem.value("minutes"),
        **sides(wording, plan, problem),
    )


def because(wording: Wording, sentence: str, reason: str) -> str:
    """A sentence with its reason, where one was given."""
    return wording.text("{sentence} Reason: {reason}.", sentence=sentence, reason=reason) if reason else sentence


def one_side(wording: Wording, plan: Plan, problem: Problem) -> dict[str, str]:
    """The one delivery of a problem: title, time and place."""
    delivery = problem.deliveries[0]
    return {
        "title": delivery_title(wording, plan, delivery),
        "time": when_text(wording, plan, delivery),
        "place": place_name(wording, plan, delivery),
    }


def artist_unavailable(wording: Wording, plan: Plan, problem: Problem) -> str:
    """Cannot, or would rather not."""
    artist = artist_name(wording, plan, problem.subjects[1].id)
    text = (
        wording.text("{artist} cannot come to {title} ({time}).", artist=artist, **one_side(wording, plan, problem))
        if problem.level is not Level.WARNING
        else wording.text(
            "{artist} would rather not come to {title} ({time}).", artist=artist, **one_side(wording, plan, problem)
        )
    )
    return because(wording, text, problem.value("reason"))


def venue_unavailable(wording: Wording, plan: Plan, problem: Problem) -> str:
    """Not to be had."""
    text = wording.text("{place} is not available for {title} ({time}).", **one_side(wording, plan, problem))
    return because(wording, text, problem.value("reason"))


def venue_closed(wording: Wording, plan: Plan, problem: Problem) -> str:
    """Shut."""
    text = (
        wording.text(
            "{place} is closed on {day}, a day of {title}.",
            day=wording.date_short(problem.value("day")),
            **one_side(wording, plan, problem),
        )
        if problem.value("whole_day")
        else wording.text("{place} is not open all the time of {title} ({time}).", **one_side(wording, plan, problem))
    )
    return because(wording, text, problem.value("reason"))


def outside_season(wording: Wording, plan: Plan, problem: Problem) -> str:
    """Before or after the season."""
    day = problem.value("day")
    if day is None:
        return wording.text("{title} ({time}) lies outside the season.", **one_side(wording, plan, problem))
    return wording.text(
        "{title}: {day} lies outside the season.", day=wording.date_short(day), **one_side(wording, plan, problem)
    )


def no_fallback(wording: Wording, plan: Plan, problem: Problem) -> str:
    """No plan B."""
    return wording.text(
        "Outdoor without a rain and heat plan: {title} ({time}, {place}).", **one_side(wording, plan, problem)
    )
