"""Sentences for ways out of problems: what a fix does, what speaks for it, its step; and problems folded into one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from director_app.domain.plan import Plan
from director_app.operations.charge_sentences import stay_name
from director_app.operations.sentences import artist_name, delivery_title, name_of, venue_name
from director_app.planner.fixes import Fix, FixKind, Reason
from director_app.planner.problems import Level, Problem, ProblemKind
from director_app.store.undo_journal import StepName
from director_app.wording import Wording, message

#: What the kinds of problem are called where they are counted or chosen.
KIND_WORDS: Final = {
    ProblemKind.ARTIST_TWICE: message("Artist in two places"),
    ProblemKind.MEMBER_TWICE: message("Group member in two places"),
    ProblemKind.VENUE_TWICE: message("Venue double-booked"),
    ProblemKind.ARTIST_UNAVAILABLE: message("Artist not available"),
    ProblemKind.VENUE_UNAVAILABLE: message("Venue not available"),
    ProblemKind.VENUE_CLOSED: message("Venue closed"),
    ProblemKind.OUTSIDE_SEASON: message("Outside the season"),
    ProblemKind.NO_FALLBACK: message("No rain and heat plan"),
    ProblemKind.TRAVEL_IMPOSSIBLE: message("Too little time for the way"),
    ProblemKind.TRAVEL_TIGHT: message("Way with little to spare"),
    ProblemKind.SHORT_REST: message("Short night"),
    ProblemKind.FALLBACK_TAKEN: message("Fallback taken"),
    ProblemKind.FALLBACK_CLOSED: message("Fallback cannot be used"),
    ProblemKind.FALLBACK_OPEN: message("Fallback not secured"),
    ProblemKind.FALLBACK_UNFIT: message("Fallback too small or lacking"),
    ProblemKind.OVER_CAPACITY: message("More people than room"),
    ProblemKind.NEEDS_NOT_MET: message("Place lacks what is needed"),
    ProblemKind.QUIET_HOURS: message("Quiet hours"),
    ProblemKind.NOISE_PAIR: message("Loud beside quiet"),
    ProblemKind.AUDIENCE_CANNOT: message("Workers cannot come"),
    ProblemKind.PUBLIC_HOLIDAY: message("Public holiday"),
    ProblemKind.SHUTDOWN: message("Company shut down"),
    ProblemKind.UNDECIDED_LATE: message("Undecided late"),
    ProblemKind.CONFIRMATION_OPEN: message("Answer still open"),
    ProblemKind.PASSES_DUE: message("Gate passes"),
    ProblemKind.FILING_DUE: message("Disaster plan due"),
    ProblemKind.TOO_SHORT: message("Shorter than the programme"),
    ProblemKind.WRONG_WEEKDAY: message("Weekday does not fit"),
    ProblemKind.NOT_DARK: message("Not dark enough"),
    ProblemKind.AREA_FORGOTTEN: message("Forgotten area"),
    ProblemKind.OUT_OF_ORDER: message("Applications out of order"),
    ProblemKind.COUNCIL_RULE: message("Against a decision of the council"),
    ProblemKind.CONDITION_DUE: message("Condition of the council"),
    ProblemKind.TOUR_STOP_CLOSED: message("Stop of a tour closed"),
    ProblemKind.TOUR_NOT_AGREED: message("Tour without consent"),
    ProblemKind.TOUR_OVER_PLACES: message("More people than a tour takes"),
    ProblemKind.STAFF_SHORT: message("Shift not filled"),
    ProblemKind.POST_TWICE: message("Same person in two shifts"),
    ProblemKind.SETUP_TAKEN: message("Set-up day taken"),
    ProblemKind.STAY_CLASH: message("Stays at the same time"),
    ProblemKind.DUTY_DUE: message("Duty or deadline"),
    ProblemKind.EQUIPMENT_SHORT: message("Too little equipment"),
}

_REASONS: Final = {
    Reason.SAME_DAY: message("same day"),
    Reason.SAME_TIME: message("same time"),
    Reason.SAME_PLACE: message("same place"),
    Reason.SAME_AREA: message("same area"),
    Reason.SAME_GENRE: message("same genre"),
    Reason.KNOWS_PROGRAMME: message("has played this programme"),
    Reason.LESS_FIRM: message("less firm than the other"),
    Reason.WISHED: message("as wished in the application"),
    Reason.USUAL_TIME: message("usual time"),
    Reason.HOST: message("the company's own place"),
}


def fix_label(wording: Wording, plan: Plan, fix: Fix, *, with_title: bool = True) -> str:
    """What a fix does, as on a button; without the title where only one delivery is spoken of."""
    if fix.delivery is None:
        return _for_several(wording, fix)
    title = delivery_title(wording, plan, fix.delivery)
    label = _LABELS[fix.kind](wording, plan, fix)
    return wording.text("{title}: {fix}", title=title, fix=label) if with_title else label


def _move_time(wording: Wording, _plan: Plan, fix: Fix) -> str:
    return wording.text("Move to {time}", time=wording.clock(fix.value("start")))


def _move_day(wording: Wording, plan: Plan, fix: Fix) -> str:
    start = fix.value("start")
    if start is not None and fix.delivery is not None and plan.deliveries[fix.delivery].start != start:
        day, time = wording.date_short(fix.value("day")), wording.clock(start)
        return wording.text("Move to another day: {day} {time}", day=day, time=time)
    return wording.text("Move to another day: {day}", day=wording.date_short(fix.value("day")))


def _move_venue(wording: Wording, plan: Plan, fix: Fix) -> str:
    return wording.text("Move to {place}", place=venue_name(wording, plan, fix.value("venue")))


def _other_act(wording: Wording, plan: Plan, fix: Fix) -> str:
    artist, other = (artist_name(wording, plan, fix.value(name)) for name in ("artist", "other"))
    return wording.text("{artist} instead of {other}", artist=artist, other=other)


def _indoors(wording: Wording, plan: Plan, fix: Fix) -> str:
    return wording.text("Plan B: {place}", place=venue_name(wording, plan, fix.value("venue")))


def _postpone(wording: Wording, _plan: Plan, _fix: Fix) -> str:
    return wording.text("Plan B: postpone")


def _place(wording: Wording, plan: Plan, fix: Fix) -> str:
    when = f"{wording.date_short(fix.value('day'))} {wording.clock(fix.value('start'))}"
    venue = fix.value("venue")
    if venue is None:
        return when
    return wording.text("{time}, {place}", time=when, place=venue_name(wording, plan, venue))


_LABELS: Final = {
    FixKind.MOVE_TIME: _move_time,
    FixKind.MOVE_DAY: _move_day,
    FixKind.MOVE_VENUE: _move_venue,
    FixKind.OTHER_ACT: _other_act,
    FixKind.INDOORS: _indoors,
    FixKind.POSTPONE: _postpone,
    FixKind.PLACE: _place,
}


def _for_several(wording: Wording, fix: Fix) -> str:
    if fix.kind is FixKind.SEASON:
        first, last = (wording.date_short(day) if day else "" for day in (fix.value("first"), fix.value("last")))
        return wording.text("Season from {first} to {last}", first=first, last=last)
    count, total = fix.value("count"), fix.value("total")
    if count == total:
        words = (
            message("Plan B for all {n}: a free place indoors")
            if fix.kind is FixKind.INDOORS
            else message("Plan B for all {n}: postpone")
        )
        return wording.text(words, n=count)
    if fix.kind is FixKind.INDOORS:
        return wording.text("Plan B for {count} of {total}: a free place indoors", count=count, total=total)
    return wording.text("Plan B for {count} of {total}: postpone", count=count, total=total)


def fix_reasons(wording: Wording, fix: Fix) -> str:
    """What speaks for a fix, in a few words; empty when nothing does."""
    more = fix.value("more")
    words = [wording.plural("solves {n} more", "solves {n} more", more)] if more else []
    return " · ".join([*reason_words(wording, fix.reasons), *words])


def reason_words(wording: Wording, reasons: Iterable[Reason]) -> list[str]:
    """What speaks for something, in a word or two each."""
    return [wording.text(_REASONS[reason]) for reason in reasons if reason in _REASONS]


def fix_step(wording: Wording, plan: Plan, fix: Fix) -> StepName:
    """What the step of a fix is called in undo and history."""
    if fix.delivery is None:
        if fix.kind is FixKind.SEASON:
            return StepName(message("Season dates changed"))
        return StepName(message("Plan B set for {n} dates"), {"n": fix.value("count")})
    values: dict[str, Any] = {"title": delivery_title(wording, plan, fix.delivery)}
    if fix.kind in (FixKind.MOVE_TIME, FixKind.MOVE_DAY, FixKind.PLACE):
        values["date"] = fix.value("day")
        start = fix.value("start")
        if start is None:
            return StepName(message("{title} moved to {date}"), values)
        return StepName(message("{title} moved to {date} {time}"), {**values, "time": wording.clock(start)})
    if fix.kind is FixKind.MOVE_VENUE:
        place = venue_name(wording, plan, fix.value("venue"))
        return StepName(message("{title}: place changed to {place}"), {**values, "place": place})
    if fix.kind is FixKind.OTHER_ACT:
        acts = {name: artist_name(wording, plan, fix.value(name)) for name in ("artist", "other")}
        return StepName(message("{title}: {artist} instead of {other}"), {**values, **acts})
    return StepName(message("{title}: plan B set"), values)


def folded_sentence(wording: Wording, plan: Plan, problems: Sequence[Problem]) -> str:
    """One sentence for many problems alike: of one kind, about the same person or place where it is about one."""
    first = problems[0]
    sentence = _FOLDED[first.kind]
    if first.kind is ProblemKind.ARTIST_UNAVAILABLE and first.level is Level.WARNING:
        sentence = message("{artist} would rather not come to {n} dates.")
    values: dict[str, Any] = {"n": wording.number(len(problems))}
    artist, venue = first.subject("artists"), first.subject("venues")
    if artist is not None:
        values["artist"] = artist_name(wording, plan, artist)
    if venue is not None:
        values["place"] = venue_name(wording, plan, venue)
    return wording.text(sentence, **values)


#: Kinds whose findings are folded by the person or place they are about; all others are folded together.
ABOUT_ONE: Final = frozenset(
    (
        ProblemKind.ARTIST_TWICE,
        ProblemKind.MEMBER_TWICE,
        ProblemKind.VENUE_TWICE,
        ProblemKind.ARTIST_UNAVAILABLE,
        ProblemKind.VENUE_UNAVAILABLE,
        ProblemKind.VENUE_CLOSED,
    )
)
_FOLDED: Final = {
    ProblemKind.ARTIST_TWICE: message("{artist} is in two places at once, {n} times."),
    ProblemKind.MEMBER_TWICE: message("{artist} is needed in two places at once, {n} times."),
    ProblemKind.VENUE_TWICE: message("{place} is double-booked {n} times."),
    ProblemKind.ARTIST_UNAVAILABLE: message("{artist} cannot come to {n} dates."),
    ProblemKind.VENUE_UNAVAILABLE: message("{place} is not available for {n} dates."),
    ProblemKind.VENUE_CLOSED: message("{place} is closed for {n} dates."),
    ProblemKind.OUTSIDE_SEASON: message("{n} dates lie outside the season."),
    ProblemKind.NO_FALLBACK: message("{n} outdoor dates have no rain and heat plan."),
    ProblemKind.TRAVEL_IMPOSSIBLE: message("{n} ways take longer than there is time."),
    ProblemKind.TRAVEL_TIGHT: message("{n} ways have little time to spare."),
    ProblemKind.SHORT_REST: message("{n} nights between two dates are short."),
    ProblemKind.FALLBACK_TAKEN: message("{n} fallbacks are taken at that time."),
    ProblemKind.FALLBACK_CLOSED: message("{n} fallbacks cannot be used at that time."),
    ProblemKind.FALLBACK_OPEN: message("{n} fallbacks are not secured yet."),
    ProblemKind.FALLBACK_UNFIT: message("{n} fallbacks hold too few or lack something."),
    ProblemKind.OVER_CAPACITY: message("{n} dates expect more people than the place holds."),
    ProblemKind.NEEDS_NOT_MET: message("{n} dates are where something they need is missing."),
    ProblemKind.QUIET_HOURS: message("{n} dates meet quiet hours."),
    ProblemKind.NOISE_PAIR: message("{n} times something loud stands beside something quiet."),
    ProblemKind.AUDIENCE_CANNOT: message("{n} dates are when the workers cannot come."),
    ProblemKind.PUBLIC_HOLIDAY: message("{n} dates at companies fall on a public holiday."),
    ProblemKind.SHUTDOWN: message("{n} dates fall into a shutdown."),
    ProblemKind.UNDECIDED_LATE: message("{n} dates are near and not fully decided."),
    ProblemKind.CONFIRMATION_OPEN: message("{n} confirmed dates still wait for an answer."),
    ProblemKind.PASSES_DUE: message("Gate passes for {n} dates."),
    ProblemKind.FILING_DUE: message("Disaster plans for {n} dates."),
    ProblemKind.TOO_SHORT: message("{n} dates are shorter than their programme."),
    ProblemKind.WRONG_WEEKDAY: message("{n} texts name a weekday that does not fit."),
    ProblemKind.NOT_DARK: message("{n} dates that need darkness begin before dusk."),
    ProblemKind.AREA_FORGOTTEN: message("{n} areas have had nothing for long."),
    ProblemKind.OUT_OF_ORDER: message("{n} applications wait although later ones have a place."),
    ProblemKind.COUNCIL_RULE: message("{n} dates do not keep a decision of the council."),
    ProblemKind.CONDITION_DUE: message("{n} conditions of the council are due."),
    ProblemKind.TOUR_STOP_CLOSED: message("{n} stops of tours are closed then."),
    ProblemKind.TOUR_NOT_AGREED: message("{n} tours wait for a host."),
    ProblemKind.TOUR_OVER_PLACES: message("{n} tours expect more people than the route takes."),
    ProblemKind.STAFF_SHORT: message("{n} shifts are not filled."),
    ProblemKind.POST_TWICE: message("{n} times somebody stands in two shifts."),
    ProblemKind.SETUP_TAKEN: message("{n} dates stand on ground that is being set up."),
    ProblemKind.STAY_CLASH: message("{n} stays meet."),
    ProblemKind.DUTY_DUE: message("{n} duties are due."),
    ProblemKind.EQUIPMENT_SHORT: message("{n} times more equipment is needed at once than there is."),
}


def subject_name(wording: Wording, plan: Plan, kind: str, identity: str) -> str:
    """What a subject of a problem is called in a link: a delivery's number, a person's or a place's name."""
    if kind == "artists":
        return artist_name(wording, plan, identity)
    if kind == "venues":
        return venue_name(wording, plan, identity)
    if kind in ("areas", "events", "organisations", "routes", "posts", "calls", "supports"):
        return name_of(wording, plan, kind, identity)
    if kind == "stays":
        return stay_name(wording, plan, identity)
    if kind == "decisions":
        return wording.text("Decision of the council")
    number = getattr(plan.find(kind, identity), "number", "")
    return str(number)
