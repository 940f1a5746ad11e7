"""Sentences for findings about the council, tours, shifts of events, stays and duties."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from director_app.documents.charge_words import rule_said
from director_app.domain.plan import Plan
from director_app.operations.clash_sentences import because, one_side
from director_app.operations.naming import artist_name, name_of, venue_name
from director_app.planner.problems import Problem, ProblemKind
from director_app.wording import Wording, message


def _council_rule(wording: Wording, plan: Plan, problem: Problem) -> str:
    said = ", ".join(rule_said(wording, part, value) for part, value in problem.value("broken"))
    words = (
        message("In rain {title} ({time}) does not keep a decision of the council at its plan B, “{decision}”: {rule}.")
        if problem.value("in_rain")
        else message("{title} ({time}) does not keep a decision of the council, “{decision}”: {rule}.")
    )
    return wording.text(
        words, decision=_decision(wording, plan, problem), rule=said, **one_side(wording, plan, problem)
    )


def _decision(wording: Wording, plan: Plan, problem: Problem) -> str:
    """The decision with the meeting it was taken in."""
    one = plan.find("decisions", problem.subject("decisions") or "")
    if one is None:
        return wording.undecided()
    meeting = plan.meetings.get(one.meeting) if one.meeting else None
    text = (one.text or one.condition).splitlines()[0] if one.text or one.condition else wording.undecided()
    if meeting is None or meeting.number is None:
        return text
    return wording.text("{text} (meeting {n})", text=text, n=meeting.number)


def _condition_due(wording: Wording, plan: Plan, problem: Problem) -> str:
    one = plan.find("decisions", problem.subject("decisions") or "")
    words = (
        message("A condition of the council is late since {day}: {text}.")
        if problem.value("days") < 0
        else message("A condition of the council is due on {day}: {text}.")
    )
    text = str(one.condition).rstrip(".") if one is not None else ""
    return wording.text(words, day=wording.date_short(problem.value("day")), text=text)


def _stop_closed(wording: Wording, plan: Plan, problem: Problem) -> str:
    arrives = problem.value("arrives")
    if (work := problem.subject("works")) is not None:
        return _stop_dark(wording, plan, problem, work)
    venue = venue_name(wording, plan, problem.subject("venues") or "")
    values = {**one_side(wording, plan, problem), "stop": venue}
    text = (
        wording.text("The tour {title} ({time}) comes to {stop}, which is closed that day.", **values)
        if arrives is None
        else wording.text(
            "The tour {title} ({time}) comes to {stop} at {at}, when it is not open.",
            at=wording.clock(arrives),
            **values,
        )
    )
    return because(wording, text, problem.value("reason"))


def _stop_dark(wording: Wording, plan: Plan, problem: Problem, work: str) -> str:
    """A stop at a work of light that is not lit then, with its hours of that night where they are known."""
    arrives, on, off = (problem.value(name) for name in ("arrives", "on", "off"))
    values = {**one_side(wording, plan, problem), "stop": name_of(wording, plan, "works", work)}
    if arrives is None or on is None:
        return wording.text("The tour {title} ({time}) comes to {stop}, which is not lit that night.", **values)
    hours = wording.clock(on) if off is None else wording.clock_span(on, off)
    words = message("The tour {title} ({time}) comes to {stop} at {at}; it is lit {hours}.")
    return wording.text(words, at=wording.clock(arrives), hours=hours, **values)


def _not_agreed(wording: Wording, plan: Plan, problem: Problem) -> str:
    said = []
    for stop, what in problem.value("open"):
        record = plan.find("stops", stop)
        host = name_of(wording, plan, "organisations", record.organisation) if record is not None else ""
        words = message("consent of {host}") if what == "consent" else message("safety talk of {host}")
        said.append(wording.text(words, host=host))
    return wording.text(
        "The tour {title} ({time}) still waits for: {list}.", list=", ".join(said), **one_side(wording, plan, problem)
    )


def _over_places(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "{title} ({time}): {heads} people expected; the route takes {places}.",
        heads=wording.number(problem.value("heads")),
        places=wording.number(problem.value("places")),
        **one_side(wording, plan, problem),
    )


def _staff_short(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "{day} {shift}: {have} of {need} people are found.",
        day=wording.date_short(problem.value("day")),
        shift=_shift(wording, plan, problem.subjects[0].id),
        have=problem.value("have"),
        need=problem.value("need"),
    )


def _post_twice(wording: Wording, plan: Plan, problem: Problem) -> str:
    one, other = (_shift(wording, plan, subject.id) for subject in problem.subjects)
    return wording.text(
        "{name} stands in two shifts at once on {day}: {one} and {other}.",
        name=problem.value("name"),
        day=wording.date_short(problem.value("day")),
        one=one,
        other=other,
    )


def _shift(wording: Wording, plan: Plan, identity: str) -> str:
    post = plan.find("posts", identity)
    title = (post.title if post is not None else "") or wording.undecided()
    if post is None or post.start is None:
        return str(title)
    clock = wording.clock(post.start) if post.end is None else wording.clock_span(post.start, post.end)
    return f"{title} {clock}"


def _setup_taken(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "{title} ({time}) stands on the ground of {event} while that is set up or taken down.",
        event=name_of(wording, plan, "events", problem.subject("events") or ""),
        **one_side(wording, plan, problem),
    )


def stay_name(wording: Wording, plan: Plan, identity: str) -> str:
    """Who stays."""
    stay = plan.find("stays", identity)
    if stay is None:
        return wording.undecided()
    return (artist_name(wording, plan, stay.artist) if stay.artist else stay.name) or wording.undecided()


def _stay_clash(wording: Wording, plan: Plan, problem: Problem) -> str:
    one, other = (stay_name(wording, plan, subject.id) for subject in problem.subjects)
    day = wording.date_short(problem.value("day"))
    if problem.value("by") == "artist":
        return wording.text("{one} stays in two places at once from {day}.", one=one, day=day)
    stay = plan.find("stays", problem.subjects[0].id)
    place = name_of(wording, plan, "venues", stay.venue) if stay is not None else ""
    return wording.text(
        "{place} is given to {one} and to {other} from {day}.", place=place, one=one, other=other, day=day
    )


def _duty_due(wording: Wording, plan: Plan, problem: Problem) -> str:
    subject = problem.subjects[0]
    is_stay = subject.kind == "stays"
    name = stay_name(wording, plan, subject.id) if is_stay else name_of(wording, plan, subject.kind, subject.id)
    values = {"name": name or wording.undecided(), "day": wording.date_short(problem.value("day"))}
    if text := str(problem.value("text")).rstrip("."):
        words = message("{name}, late since {day}: {text}.") if problem.value("days") < 0 else message(
            "{name}, due on {day}: {text}."
        )  # fmt: skip
        return wording.text(words, text=text, **values)
    if subject.kind == "calls":
        return wording.text("The open call {name} closes on {day}.", **values)
    return wording.text("{name} ends on {day}.", **values)


def task_words(wording: Wording, plan: Plan, problem: Problem) -> str:
    """The same as something to be done, in few words; empty for other kinds."""
    subject = problem.subjects[0]
    record = plan.find(subject.kind, subject.id)
    if record is None:
        return ""
    if problem.kind is ProblemKind.CONDITION_DUE:
        return wording.text("Council: {text}", text=record.condition)
    if problem.kind is ProblemKind.STAFF_SHORT:
        missing = problem.value("need") - problem.value("have")
        return wording.text("Find people: {shift}, {n} missing", shift=_shift(wording, plan, subject.id), n=missing)
    if problem.kind is ProblemKind.DUTY_DUE:
        name = stay_name(wording, plan, subject.id) if subject.kind == "stays" else record.title
        if text := problem.value("text"):
            return f"{text} · {name}"
        if subject.kind == "calls":
            return wording.text("Call closes: {name}", name=name)
        return wording.text("Ends: {name}", name=name)
    return ""


Sentence = Callable[[Wording, Plan, Problem], str]
CHARGE_SENTENCES: Final[MappingProxyType[ProblemKind, Sentence]] = MappingProxyType(
    {
        ProblemKind.COUNCIL_RULE: _council_rule,
        ProblemKind.CONDITION_DUE: _condition_due,
        ProblemKind.TOUR_STOP_CLOSED: _stop_closed,
        ProblemKind.TOUR_NOT_AGREED: _not_agreed,
        ProblemKind.TOUR_OVER_PLACES: _over_places,
        ProblemKind.STAFF_SHORT: _staff_short,
        ProblemKind.POST_TWICE: _post_twice,
        ProblemKind.SETUP_TAKEN: _setup_taken,
        ProblemKind.STAY_CLASH: _stay_clash,
        ProblemKind.DUTY_DUE: _duty_due,
    }
)
