"""Sentences for the planner's findings: one for each kind, in the reader's language."""

from __future__ import annotations

from typing import Any, Final

from director_app.domain.facts import ConfirmationOf, Setting
from director_app.domain.plan import Plan
from director_app.operations.between_sentences import equipment_short, noise_pair, short_rest, way
from director_app.operations.charge_sentences import CHARGE_SENTENCES
from director_app.operations.clash_sentences import (
    artist_twice,
    artist_unavailable,
    because,
    member_twice,
    no_fallback,
    one_side,
    outside_season,
    sides,
    venue_closed,
    venue_twice,
    venue_unavailable,
)
from director_app.operations.naming import artist_name, delivery_title, name_of, venue_name
from director_app.planner.problems import Problem, ProblemKind
from director_app.wording import Wording, message


def problem_sentence(wording: Wording, plan: Plan, problem: Problem) -> str:
    """One sentence: who or what, when, and what is wrong."""
    return SENTENCES[problem.kind](wording, plan, problem)


def _fallback_taken(wording: Wording, plan: Plan, problem: Problem) -> str:
    words = (
        message("{titleA} ({timeA}) and {titleB} ({timeB}) have the same fallback: {place}.")
        if problem.value("both")
        else message("The fallback of {titleA} ({timeA}), {place}, is taken then: {titleB} ({timeB}).")
    )
    place = venue_name(wording, plan, problem.subjects[2].id)
    return wording.text(words, place=place, **sides(wording, plan, problem))


def _at(wording: Wording, plan: Plan, problem: Problem) -> dict[str, str]:
    """Title and time, and the place that the problem names."""
    return {**one_side(wording, plan, problem), "place": venue_name(wording, plan, problem.subjects[1].id)}


def _fallback_closed(wording: Wording, plan: Plan, problem: Problem) -> str:
    text = wording.text(
        "The fallback of {title} ({time}), {place}, cannot be used then.", **_at(wording, plan, problem)
    )
    return because(wording, text, problem.value("reason"))


def _fallback_open(wording: Wording, plan: Plan, problem: Problem) -> str:
    words = (
        message("{title} ({time}): the fallback {place} is asked for, but not secured yet.")
        if problem.value("asked")
        else message("{title} ({time}): the fallback {place} is not secured yet.")
    )
    return wording.text(words, **_at(wording, plan, problem))


def _over_capacity(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "{title} ({time}): {heads} people expected; {place} holds {capacity}.",
        heads=wording.number(problem.value("heads")),
        capacity=wording.number(problem.value("capacity")),
        **_at(wording, plan, problem),
    )


def _needs_not_met(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "{title} ({time}): {place} does not offer what is needed: {list}.",
        list=", ".join(_lacking(wording, problem)),
        **_at(wording, plan, problem),
    )


def _lacking(wording: Wording, problem: Problem) -> list[str]:
    words = []
    for name, asked, given in problem.value("missing"):
        if name == "setting":
            words.append(wording.text(_ROOF if asked is Setting.INDOOR else _SKY))
        else:
            words.append(wording.text(_AMOUNTS[name], asked=f"{asked:g}", given=f"{given:g}"))
    return words


def _fallback_unfit(wording: Wording, plan: Plan, problem: Problem) -> str:
    words, heads = _lacking(wording, problem), problem.value("heads")
    if heads is not None:
        room = wording.number(problem.value("capacity"))
        words.insert(0, wording.text("room for {heads} (there: {capacity})", heads=heads, capacity=room))
    if problem.value("quiet"):
        words.append(wording.text("an hour that is not quiet (set-up to strike meets its quiet hours)"))
    return wording.text(
        "{title} ({time}): the fallback {place} does not offer what is needed: {list}.",
        list=", ".join(words),
        **_at(wording, plan, problem),
    )


_ROOF: Final = message("a roof (the place is outdoors)")
_SKY: Final = message("open air (the place is indoors)")
_AMOUNTS: Final = {
    "power": message("power {asked} kW (there: {given} kW)"),
    "floor": message("floor {asked} m² (there: {given} m²)"),
}


def _quiet_hours(wording: Wording, plan: Plan, problem: Problem) -> str:
    words = (
        message("{title} ({time}): {place} lies near homes; noise rules are stricter outdoors from 22:00 to 05:00.")
        if problem.value("by_law")
        else message("{title} ({time}): set-up to strike meets the quiet hours of {place}.")
    )
    return wording.text(words, **_at(wording, plan, problem))


def _company(wording: Wording, plan: Plan, problem: Problem) -> str:
    return name_of(wording, plan, "organisations", problem.subject("organisations") or "")


def _audience_cannot(wording: Wording, plan: Plan, problem: Problem) -> str:
    shifts = problem.value("shifts")
    one = one_side(wording, plan, problem)
    if shifts:
        return wording.text("{title} ({time}): the {shift} shift cannot come.", shift=", ".join(shifts), **one)
    company = _company(wording, plan, problem)
    return wording.text("{title} ({time}): the workers of {company} cannot come then.", company=company, **one)


def _public_holiday(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "{title}: {company} does not work on {day}, a public holiday.",
        company=_company(wording, plan, problem),
        day=wording.date_short(problem.value("day")),
        **one_side(wording, plan, problem),
    )


def _shutdown(wording: Wording, plan: Plan, problem: Problem) -> str:
    text = wording.text(
        "{title}: {company} is shut down on {day}.",
        company=_company(wording, plan, problem),
        day=wording.date_short(problem.value("day")),
        **one_side(wording, plan, problem),
    )
    return because(wording, text, problem.value("reason"))


_FACTS: Final = {
    "date": message("date"),
    "time": message("time"),
    "place": message("place"),
    "programme": message("programme"),
    "lineup": message("line-up"),
}


def _undecided_late(wording: Wording, plan: Plan, problem: Problem) -> str:
    facts = ", ".join(wording.text(_FACTS[fact]) for fact in problem.value("open"))
    values = {**one_side(wording, plan, problem), "list": facts}
    days = problem.value("days")
    if days <= 0 or "date" in problem.value("open"):
        return wording.text("{title} ({time}): still undecided: {list}.", **values)
    return wording.plural(
        "{title} ({time}): one day left, and undecided: {list}.",
        "{title} ({time}): {n} days left, and undecided: {list}.",
        days,
        **values,
    )


def _confirmation_open(wording: Wording, plan: Plan, problem: Problem) -> str:
    words = []
    for of, artist in problem.value("open"):
        if of is ConfirmationOf.ACT and artist is not None:
            words.append(artist_name(wording, plan, artist))
        else:
            words.append(wording.text(_ANSWERS[of]))
    return wording.text(
        "{title} ({time}) is confirmed, but not yet agreed: {list}.",
        list=", ".join(words),
        **one_side(wording, plan, problem),
    )


_ANSWERS: Final = {
    ConfirmationOf.VENUE: message("place"),
    ConfirmationOf.ACT: message("act"),
    ConfirmationOf.CONTRACT: message("contract"),
}


def _passes_due(wording: Wording, plan: Plan, problem: Problem) -> str:
    days, values = problem.value("days"), _at(wording, plan, problem)
    if days > 0:
        return wording.plural(
            "{title} ({time}): one day left to request gate passes for {place}.",
            "{title} ({time}): {n} days left to request gate passes for {place}.",
            days,
            **values,
        )
    if days == 0:
        return wording.text("{title} ({time}): today is the last day to request gate passes for {place}.", **values)
    return wording.text("{title} ({time}): the last day to request gate passes for {place} is over.", **values)


def _filing_due(wording: Wording, plan: Plan, problem: Problem) -> str:
    event = problem.subject("events")
    title = (
        name_of(wording, plan, "events", event)
        if event is not None
        else delivery_title(wording, plan, problem.deliveries[0])
    )
    words = (
        message("{title}: disaster plan due {date}; {n} people expected.")
        if problem.value("days") >= 0
        else message("{title}: the disaster plan was due {date}; {n} people expected.")
    )
    date, heads = wording.date_short(problem.value("day")), wording.number(problem.value("heads"))
    sentence = wording.text(words, title=title, date=date, n=heads)
    source = problem.value("source")
    return wording.text("{sentence} Rule: {source}.", sentence=sentence, source=source) if source else sentence


def _too_short(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "{title} ({time}) has {have} min; the programme runs {need} min.",
        have=problem.value("have"),
        need=problem.value("need"),
        **one_side(wording, plan, problem),
    )


def _application(wording: Wording, plan: Plan, identity: str) -> str:
    """An application as it is filed: its number and whose it is."""
    record: Any = plan.find("applications", identity)
    company = name_of(wording, plan, "organisations", record.organisation) if record.organisation else ""
    return " ".join(part for part in (record.number, company or record.applicant) if part)


def _wrong_weekday(wording: Wording, plan: Plan, problem: Problem) -> str:
    values = {"written": problem.value("written"), "date": wording.date_short(problem.value("day"))}
    application = problem.subject("applications")
    if application is not None:
        return wording.text(
            "Application {name}: it says “{written}”, but that day is {date}.",
            name=_application(wording, plan, application),
            **values,
        )
    one = one_side(wording, plan, problem)
    return wording.text("{title} ({time}): the text says “{written}”, but that day is {date}.", **one, **values)


def _area_forgotten(wording: Wording, plan: Plan, problem: Problem) -> str:
    area = name_of(wording, plan, "areas", problem.subjects[0].id)
    days = wording.number(problem.value("days"))
    coming = problem.value("next")
    if coming is None:
        return wording.text("{area}: nothing for {days} days, and nothing planned.", area=area, days=days)
    next_day = wording.date_short(coming)
    return wording.text("{area}: nothing for {days} days; next on {date}.", area=area, days=days, date=next_day)


def _out_of_order(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "Application {name} still waits; {first} came in later and has a place.",
        name=_application(wording, plan, problem.subjects[0].id),
        first=_application(wording, plan, problem.value("first")),
    )


def _not_dark(wording: Wording, plan: Plan, problem: Problem) -> str:
    return wording.text(
        "{title} ({time}): needs darkness, but it is light outdoors until about {dusk}.",
        dusk=wording.clock(problem.value("dusk")),
        **one_side(wording, plan, problem),
    )


SENTENCES: Final = {
    ProblemKind.ARTIST_TWICE: artist_twice,
    ProblemKind.MEMBER_TWICE: member_twice,
    ProblemKind.VENUE_TWICE: venue_twice,
    ProblemKind.ARTIST_UNAVAILABLE: artist_unavailable,
    ProblemKind.VENUE_UNAVAILABLE: venue_unavailable,
    ProblemKind.VENUE_CLOSED: venue_closed,
    ProblemKind.OUTSIDE_SEASON: outside_season,
    ProblemKind.NO_FALLBACK: no_fallback,
    ProblemKind.TRAVEL_IMPOSSIBLE: way,
    ProblemKind.TRAVEL_TIGHT: way,
    ProblemKind.SHORT_REST: short_rest,
    ProblemKind.FALLBACK_TAKEN: _fallback_taken,
    ProblemKind.FALLBACK_CLOSED: _fallback_closed,
    ProblemKind.FALLBACK_OPEN: _fallback_open,
    ProblemKind.FALLBACK_UNFIT: _fallback_unfit,
    ProblemKind.OVER_CAPACITY: _over_capacity,
    ProblemKind.NEEDS_NOT_MET: _needs_not_met,
    ProblemKind.QUIET_HOURS: _quiet_hours,
    ProblemKind.NOISE_PAIR: noise_pair,
    ProblemKind.EQUIPMENT_SHORT: equipment_short,
    ProblemKind.AUDIENCE_CANNOT: _audience_cannot,
    ProblemKind.PUBLIC_HOLIDAY: _public_holiday,
    ProblemKind.SHUTDOWN: _shutdown,
    ProblemKind.UNDECIDED_LATE: _undecided_late,
    ProblemKind.CONFIRMATION_OPEN: _confirmation_open,
    ProblemKind.PASSES_DUE: _passes_due,
    ProblemKind.FILING_DUE: _filing_due,
    ProblemKind.TOO_SHORT: _too_short,
    ProblemKind.WRONG_WEEKDAY: _wrong_weekday,
    ProblemKind.NOT_DARK: _not_dark,
    ProblemKind.AREA_FORGOTTEN: _area_forgotten,
    ProblemKind.OUT_OF_ORDER: _out_of_order,
    **CHARGE_SENTENCES,
}
