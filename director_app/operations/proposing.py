"""Asking for a proposal, and the proposal in words: what goes where and why, what found no place, and its step."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from typing import Any, Final, NamedTuple

from director_app.domain.edits import resolve
from director_app.domain.facts import Contact, Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import lineup_of
from director_app.domain.refusals import RefusedEdit
from director_app.operations.fix_sentences import reason_words
from director_app.operations.naming import artist_name, delivery_title, place_text, venue_name, when_text
from director_app.planner.on_site import people_to_tell
from director_app.planner.placing.goals import Goals
from director_app.planner.placing.matching import answers, match_applications
from director_app.planner.placing.options import not_locked, unplaced
from director_app.planner.placing.proposals import Placement, Progress, Proposal, WhyNot, propose
from director_app.planner.placing.repair import Dropout, affected, repair
from director_app.planner.placing.why_not import (
    MOST_DELIVERIES,
    Contradiction,
    WayOut,
    Wish,
    WishKind,
    obstacles,
    ways_met,
    why_not,
    wishes_of,
)
from director_app.planner.problems import Problem
from director_app.store.undo_journal import StepName
from director_app.wording import Wording, message

_WHY_LEFT: Final = {
    WhyNot.NO_OPTION: message("{title}: no free date, time and place was found in the coming weeks."),
    WhyNot.TAKEN: message("{title}: every place it could have goes to something else."),
    WhyNot.NOT_LOOKED_AT: message("{title}: there was no time left to look for a place."),
}


class Aim(StrEnum):
    """What a search places."""

    UNPLACED = "unplaced"
    NOT_LOCKED = "not_locked"
    APPLICATIONS = "applications"
    REPAIR = "repair"


class Request(NamedTuple):
    """What is asked for: what to place, by which goals, how long; for a repair the deliveries, or who dropped out."""

    aim: Aim
    today: datetime.date
    goals: Goals = Goals()
    seconds: float | None = None
    names: tuple[DeliveryId, ...] = ()
    dropout: Dropout | None = None


class Explanation(NamedTuple):
    """Why some deliveries find no place: the wishes that clash, and what comes of giving one up."""

    contradiction: Contradiction
    ways: tuple[WayOut, ...]
    #: Where one delivery finds no place even by itself: what stands in its way, each with the plan it is found in.
    obstacles: tuple[tuple[Plan, Problem], ...] = ()


class CallSheetLine(NamedTuple):
    """One person, place or company to tell, whom to call there, and what is said of each of the dates."""

    subject: Subject
    contacts: tuple[Contact, ...]
    sentences: tuple[str, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """Whom to call there: a name with its number or address each."""
        found = (" ".join(filter(None, (one.name, one.phone or one.email))) for one in self.contacts)
        return tuple(filter(None, found))


def named_by(plan: Plan, request: Request) -> tuple[DeliveryId, ...]:
    """The deliveries a request is about; of applications those that would answer them."""
    if request.aim is Aim.UNPLACED:
        return tuple(unplaced(plan, request.today))
    if request.aim is Aim.APPLICATIONS:
        return answers(plan)
    if request.aim is Aim.NOT_LOCKED:
        return tuple(not_locked(plan, request.today))
    if request.dropout is not None:
        return affected(plan, request.dropout, request.today)
    return tuple(name for name in request.names if name in plan.deliveries)


def search(
    plan: Plan, request: Request, told: Callable[[Progress], object], is_stopped: Callable[[], bool]
) -> Proposal:
    """Carry out a request; runs in a process of its own beside the window.

    Raises:
        RefusedInput: when a dropout is for too long.
    """
    if request.aim is Aim.APPLICATIONS:
        return match_applications(
            plan, request.today, request.goals, seconds=request.seconds, is_stopped=is_stopped, told=told
        )
    names = named_by(plan, request)
    if request.aim is Aim.REPAIR:
        return repair(
            plan, names, request.today, request.dropout,
            seconds=request.seconds, is_stopped=is_stopped, told=told,
        )  # fmt: skip
    return propose(plan, names, request.today, request.goals, seconds=request.seconds, is_stopped=is_stopped, told=told)


def explain(
    plan: Plan,
    asked: tuple[tuple[DeliveryId, ...], datetime.date],
    _told: Callable[[Any], object],
    _is_stopped: Callable[[], bool],
) -> Explanation | None:
    """Why these deliveries do not all find a place, and the ways out; None when what is wished can be had.

    Raises:
        RefusedInput: when too many are named.
    """
    names, today = asked
    wishes = wishes_of(plan, names)
    found = why_not(plan, wishes, today)
    if found is None:
        return None
    alone = found.core[0].delivery if len({wish.delivery for wish in found.core}) == 1 else None
    in_its_way = obstacles(plan, alone, today) if alone is not None else ()
    return Explanation(found, ways_met(plan, wishes, found, today), in_its_way)


def asked_about(plan: Plan, proposal: Proposal) -> tuple[DeliveryId, ...]:
    """The deliveries whose wishes stand against each other: those left without a place, and who shares with them."""
    left = [name for name, why in proposal.left if why is not WhyNot.NOT_LOOKED_AT and name in plan.deliveries]
    left = left[:MOST_DELIVERIES]
    places = {plan.deliveries[name].venue for name in left}
    people = {act.artist for name in left for act in lineup_of(plan, plan.deliveries[name])}
    sharing = [
        one.before.id
        for one in proposal.placements
        if one.before.date is None
        and (one.before.venue in places or people & {act.artist for act in lineup_of(plan, one.before)})
    ]
    return tuple(dict.fromkeys([*left, *sharing]))[:MOST_DELIVERIES]


def proposed_step(proposal: Proposal, accepted: Collection[DeliveryId] | None = None) -> StepName:
    """What accepting it, or some of it, is called in undo and history."""
    count = len(proposal.placements) if accepted is None else len(accepted)
    if proposal.made:
        return StepName(message("Applications answered: {n} dates"), {"n": count})
    if proposal.ahead:
        return StepName(message("Repaired: {n} dates"), {"n": count})
    return StepName(message("Proposal accepted: {n} dates"), {"n": count})


def way_out_step(wording: Wording, plan: Plan, way: WayOut) -> StepName:
    """What giving up a wish is called in undo and history."""
    return StepName(
        message("Given up: {wish}"), {"wish": ", ".join(wish_words(wording, plan, w) for w in way.given_up)}
    )


def title_of_wish(wording: Wording, plan: Plan, wish: Wish) -> str:
    """Number and title of what a wish is about."""
    return _labelled(wording, plan, plan.deliveries[wish.delivery])


def wish_words(wording: Wording, plan: Plan, wish: Wish) -> str:
    """A wish in a few words."""
    title = _labelled(wording, plan, plan.deliveries[wish.delivery])
    match wish.kind:
        case WishKind.ON:
            return wording.text("{title} on {date}", title=title, date=wording.date_short(wish.value))
        case WishKind.AT:
            return wording.text("{title} at {time}", title=title, time=wording.clock(wish.value))
        case WishKind.IN:
            return wording.text("{title} in {place}", title=title, place=venue_name(wording, plan, wish.value))
        case WishKind.PLACED:
            return wording.text("{title} takes place", title=title)


def call_sheet(
    wording: Wording, plan: Plan, proposal: Proposal, accepted: Collection[DeliveryId]
) -> tuple[CallSheetLine, ...]:
    """Whom to tell when so much of a proposal is accepted, each once, with what to say; nobody of what stays open."""
    try:
        after = resolve(plan, proposal.edit(accepted))[0]
    except RefusedEdit:
        return ()
    lines: dict[Subject, CallSheetLine] = {}
    begun = proposal.begun_in(plan)
    said = {
        one.before.id: _told(wording, begun, after, one) for one in proposal.placements if one.before.id in accepted
    }
    for person in people_to_tell(plan, after, _told_of(plan, proposal, accepted)):
        sentence = said[person.delivery]
        line = lines.get(person.subject, CallSheetLine(person.subject, person.contacts, ()))
        lines[person.subject] = line._replace(sentences=(*line.sentences, sentence))
    return tuple(lines.values())


def _told(wording: Wording, plan: Plan, after: Plan, placement: Placement) -> str:
    """What became of a date, as it stood in the plan before and as it stands after."""
    known = plan.deliveries.get(placement.before.id, placement.before)
    acts = acts_words(wording, after, placement)
    if stands(wording, plan, known) == stands(wording, after, placement.after) and acts:
        title = _labelled(wording, plan, known)
        return wording.text("{title}: {to}", title=title, to=f"{when_text(wording, after, known.id)}, {acts}")
    sentence = placement_sentence(wording, plan, after, placement._replace(before=known))
    return f"{sentence}, {acts}" if acts else sentence


def _told_of(plan: Plan, proposal: Proposal, accepted: Collection[DeliveryId]) -> Iterable[DeliveryId]:
    """Dates that somebody counts on already: dated before, and more than an idea."""
    for one in proposal.placements:
        known = plan.deliveries.get(one.before.id)
        is_known = known is not None and known.date is not None and known.status is not Status.IDEA
        if is_known and one.before.id in accepted:
            yield one.before.id


def why_left(wording: Wording, plan: Plan, name: DeliveryId, why: WhyNot) -> str:
    """Why something found no place."""
    return wording.text(_WHY_LEFT[why], title=_labelled(wording, plan, plan.deliveries[name]))


def _labelled(wording: Wording, plan: Plan, delivery: Delivery) -> str:
    return " ".join(part for part in (delivery.number, delivery_title(wording, plan, delivery.id)) if part)


def placement_sentence(wording: Wording, plan: Plan, after: Plan, placement: Placement) -> str:
    """What goes where, from where; `after` is the plan with it accepted."""
    title = _labelled(wording, plan, placement.before)
    to = _stands(wording, after, placement.after)
    if placement.before.date is None:
        return wording.text("{title}: {to}", title=title, to=to)
    return wording.text("{title}: {from_} → {to}", title=title, from_=_stands(wording, plan, placement.before), to=to)


def stands(wording: Wording, plan: Plan, delivery: Delivery) -> tuple[str, str]:
    """When and where a delivery of this plan takes place, each in one line; empty while nothing of it is decided."""
    if delivery.date is None and delivery.start is None and delivery.venue is None:
        return "", ""
    return when_text(wording, plan, delivery.id), place_text(wording, plan, delivery)[0]


def acts_words(wording: Wording, plan: Plan, placement: Placement) -> str:
    """Who comes instead of whom; empty when the acts stay."""
    before, after = ([act.artist for act in lineup_of(plan, one)] for one in (placement.before, placement.after))
    new = [name for name in after if name not in before]
    gone = [name for name in before if name not in after]
    if not new or not gone:
        return ""
    named = {"artist": ", ".join(artist_name(wording, plan, name) for name in new)}
    return wording.text(
        "{artist} instead of {other}", **named, other=", ".join(artist_name(wording, plan, name) for name in gone)
    )


def _stands(wording: Wording, plan: Plan, delivery: Delivery) -> str:
    place = place_text(wording, plan, delivery)[0]
    return wording.text("{time}, {place}", time=when_text(wording, plan, delivery.id), place=place)


def because(wording: Wording, placement: Placement) -> str:
    """What speaks for it, in a few words."""
    return " · ".join(reason_words(wording, placement.reasons))
