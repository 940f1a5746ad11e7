"""Deciding on what stands outdoors: as is, indoors, another day, not at all, later; one step, with its record."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from director_app.documents.catalogue import document_named
from director_app.domain.edits import GONE, Add, Change, Edit, Several
from director_app.domain.facts import Confirmation, ConfirmationOf, ConfirmationState, Fallback, FallbackState, Subject
from director_app.domain.ids import DeliveryId, NoteId, new_id
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedEdit
from director_app.domain.requests import Note
from director_app.domain.timeline import LATEST, WallMinute
from director_app.operations.naming import delivery_title, place_name, venue_name, when_text
from director_app.operations.open_plan import OpenPlan, Outcome
from director_app.planner.on_site import outdoor_item, rain_plan
from director_app.store.undo_journal import StepName
from director_app.wording import Wording, message

#: What a change on the day is told with and worked by: the notice for boards and doors, the sheets of the day.
OF_THE_DAY: Final = ("notice", "door-sheet", "day-sheet", "call-sheet")
#: The calendars that a change goes out with.
CALENDARS: Final = ("public", "internal")
#: How long "hold" puts a decision off, in minutes.
HELD: Final = 30

NO_PLACE: Final = message("“{name}” has no place for plan B yet. Name one first.")
SEVERAL_DAYS: Final = message("“{name}” lasts several days; change the one day by hand.")
NO_TIME: Final = message("Nobody said by when “{name}” is decided, so the decision cannot be put off.")
NOT_LATER: Final = message("“{name}” can only be postponed to a later date than {date}.")
NOT_PUT_OFF: Final = message("“{name}” does not take place at present; let it go on again first.")
NOTHING_CHOSEN: Final = message("No date was chosen to decide on.")


class Choice(StrEnum):
    """What can become of something outdoors."""

    AS_IS = "as-is"
    INDOORS = "indoors"
    POSTPONE = "postpone"
    CANCEL = "cancel"
    HOLD = "hold"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, by whom, why and when; a postponement without a date is to one that is undecided."""

    choice: Choice
    when: datetime.datetime
    who: str = ""
    why: str = ""
    postponed_to: datetime.date | None = None


CHOICE_WORDS: Final = {
    Choice.AS_IS: message("goes on as planned"),
    Choice.INDOORS: message("goes indoors"),
    Choice.POSTPONE: message("is postponed"),
    Choice.CANCEL: message("is cancelled"),
    Choice.HOLD: message("is decided 30 minutes later"),
    Choice.RESUME: message("goes on again"),
}
_ONE_STEP: Final = {
    Choice.AS_IS: message("{title}: goes on as planned"),
    Choice.INDOORS: message("{title}: goes indoors"),
    Choice.POSTPONE: message("{title}: postponed"),
    Choice.CANCEL: message("{title}: cancelled"),
    Choice.HOLD: message("{title}: decided 30 minutes later"),
    Choice.RESUME: message("{title}: goes on again"),
}
_STEP: Final = {
    Choice.AS_IS: message("{n} dates go on as planned"),
    Choice.INDOORS: message("{n} dates go indoors"),
    Choice.POSTPONE: message("{n} dates postponed"),
    Choice.CANCEL: message("{n} dates cancelled"),
    Choice.HOLD: message("{n} dates decided 30 minutes later"),
    Choice.RESUME: message("{n} dates go on again"),
}


def choice_of(step: StepName) -> Choice | None:
    """Which choice a step carried out; None for any other step."""
    return next((one for one in Choice if step.message in (_ONE_STEP[one], _STEP[one])), None)


def decide(wording: Wording, open_plan: OpenPlan, deliveries: Iterable[DeliveryId], decision: Decision) -> Outcome:
    """Carry out a decision on one or several deliveries as one named step.

    Raises:
        RefusedEdit: when it cannot be done for one of them; nothing has happened then.
        CannotUseFile: when it cannot be saved.
    """
    edit, step = decided(wording, open_plan.plan, tuple(dict.fromkeys(deliveries)), decision)
    return open_plan.perform(edit, step)


def decided(
    wording: Wording, plan: Plan, deliveries: Sequence[DeliveryId], decision: Decision
) -> tuple[Edit, StepName]:
    """The edit of a decision, records included, and what its step is called.

    Raises:
        RefusedEdit: when it cannot be done for one of them.
    """
    if not deliveries:
        raise RefusedEdit(NOTHING_CHOSEN)
    edits: list[Edit] = []
    for name in deliveries:
        delivery = plan.deliveries.get(name)
        if delivery is None:
            raise RefusedEdit(GONE)
        values = _values(wording, plan, delivery, decision)
        if decision.why.strip():
            values["changed_reason"] = decision.why.strip()
        edits += [Change("deliveries", name, values), Add((_record(wording, plan, delivery, values, decision),))]
    if len(deliveries) == 1:
        title = delivery_title(wording, plan, deliveries[0])
        return Several(tuple(edits)), StepName(_ONE_STEP[decision.choice], {"title": title})
    return Several(tuple(edits)), StepName(_STEP[decision.choice], {"n": len(deliveries)})


def _values(wording: Wording, plan: Plan, delivery: Delivery, decision: Decision) -> dict[str, Any]:
    """The fields that a decision changes. No lock stands in its way: that is against moves by mistake."""
    title = delivery_title(wording, plan, delivery.id)
    choice, is_off = decision.choice, not delivery.status.takes_place
    if choice is Choice.RESUME:
        # Why it was called off is no reason for what takes place again.
        return {"status": Status.CONFIRMED, "postponed_to": None, "changed_reason": ""} if is_off else {}
    if choice in (Choice.POSTPONE, Choice.CANCEL, Choice.INDOORS) and delivery.until not in (None, delivery.date):
        raise RefusedEdit(SEVERAL_DAYS, name=title)
    if choice is Choice.CANCEL:
        return {"status": Status.CANCELLED, "postponed_to": None}
    if choice is Choice.POSTPONE:
        to, day = decision.postponed_to, delivery.date
        if to is not None and day is not None and to <= day:
            raise RefusedEdit(NOT_LATER, name=title, date=wording.date_short(day))
        return {"status": Status.POSTPONED, "postponed_to": to}
    if is_off:
        raise RefusedEdit(NOT_PUT_OFF, name=title)
    if choice is Choice.INDOORS:
        return _indoors(plan, delivery, title, decision)
    return _held(plan, delivery, title, decision) if choice is Choice.HOLD else {}


def _indoors(plan: Plan, delivery: Delivery, title: str, decision: Decision) -> dict[str, Any]:
    """At the place of plan B, which the delivery then names itself: its new place may have a plan B of its own.

    A secured place has agreed; of any other the question is open again.
    """
    item, plan_b = outdoor_item(plan, delivery), rain_plan(plan, delivery)
    place = item.place_b if item is not None else None
    if plan_b is None or place is None or place not in plan.venues:
        raise RefusedEdit(NO_PLACE, name=title)
    is_ours = plan_b.state is FallbackState.SECURED
    agreed = ConfirmationState.AGREED if is_ours else ConfirmationState.OPEN
    asked: list[Confirmation] = [
        one._replace(state=agreed, on=decision.when.date() if is_ours else None)
        if one.of is ConfirmationOf.VENUE
        else one
        for one in delivery.confirmations
    ]
    kept = tuple(asked) if delivery.venue != place else delivery.confirmations
    return {"venue": place, "fallback": plan_b, "confirmations": kept}


def _held(plan: Plan, delivery: Delivery, title: str, decision: Decision) -> dict[str, Any]:
    """Decided half an hour later than it was to be; on the day itself at the earliest half an hour from now."""
    plan_b = rain_plan(plan, delivery) or Fallback()
    known = [] if plan_b.decision_time is None else [int(plan_b.decision_time)]
    if decision.when.date() == delivery.date:
        known.append(decision.when.hour * 60 + decision.when.minute)
    if not known:
        raise RefusedEdit(NO_TIME, name=title)
    minute = max(known)
    return {"fallback": plan_b._replace(decision_time=WallMinute(min(minute + HELD, LATEST)))}


def _record(wording: Wording, plan: Plan, delivery: Delivery, values: dict[str, Any], decision: Decision) -> Note:
    """The record of a decision: when, what, where to, why; its author is who decided. It feeds the report."""
    clock = wording.clock(decision.when.hour * 60 + decision.when.minute)
    said = wording.text(
        "{date} {time}: {what}", date=wording.date_short(decision.when.date()), time=clock,
        what=wording.text(CHOICE_WORDS[decision.choice]),
    )  # fmt: skip
    further = []
    if decision.choice is Choice.INDOORS:
        further.append(venue_name(wording, plan, values["venue"]))
    elif decision.choice is Choice.POSTPONE:
        to = decision.postponed_to
        further.append(wording.undecided() if to is None else wording.date_short(to))
    elif decision.choice is Choice.HOLD:
        further.append(wording.clock_long(values["fallback"].decision_time))
    further.append(decision.why.strip())
    text = " · ".join((said, *(part for part in further if part)))
    return Note(NoteId(new_id()), Subject("deliveries", delivery.id), text, decision.when.date(), decision.who.strip())


def what_to_say(wording: Wording, before: Plan, after: Plan, name: DeliveryId) -> str:
    """The sentence that everybody concerned is told: what became of a delivery, and why where that was said."""
    was, now = before.deliveries.get(name), after.deliveries.get(name)
    if now is None:
        if was is None:
            return ""
        title, when = delivery_title(wording, before, name), when_text(wording, before, name)
        return wording.text("“{title}” on {when} is cancelled.", title=title, when=when)
    sentence = _became(wording, was, now, before, after)
    if now.changed_reason and (was is None or was != now):
        return wording.text("{sentence} Reason: {reason}.", sentence=sentence, reason=now.changed_reason.rstrip(". "))
    return sentence


def _became(wording: Wording, was: Delivery | None, now: Delivery, before: Plan, after: Plan) -> str:
    title, when = delivery_title(wording, after, now.id), when_text(wording, after, now.id)
    if now.status is Status.CANCELLED:
        return wording.text("“{title}” on {when} is cancelled.", title=title, when=when)
    if now.status is Status.POSTPONED:
        if now.postponed_to is None:
            return wording.text(
                "“{title}” on {when} is postponed; we will tell you the new date.", title=title, when=when
            )
        to = wording.date_short(now.postponed_to)
        return wording.text("“{title}” on {when} is postponed to {to}.", title=title, when=when, to=to)
    place = _place_with_address(wording, after, now)
    if was is None or (was.status.takes_place and was.venue == now.venue):
        minutes = [
            plan_b.decision_time if (plan_b := rain_plan(plan, one)) is not None else None
            for plan, one in ((before, was), (after, now))
            if one is not None
        ]
        if len(minutes) == 2 and minutes[0] != minutes[1] and minutes[1] is not None:
            by = wording.clock_long(minutes[1])
            return wording.text("“{title}” on {when}: we decide by {time}.", title=title, when=when, time=by)
    elif was.status.takes_place:
        return wording.text("“{title}” on {when} takes place at {place} instead.", title=title, when=when, place=place)
    return wording.text("“{title}” takes place: {when}, {place}.", title=title, when=when, place=place)


def papers_to_put_up(plan: Plan) -> tuple[str, ...]:
    """The documents a change touches, by their catalogue names: those of the day, then what was given out before."""
    given = (one.document for release in plan.releases.values() for one in release.given)
    return tuple(dict.fromkeys((*OF_THE_DAY, *(name for name in given if document_named(name) is not None))))


def _place_with_address(wording: Wording, plan: Plan, delivery: Delivery) -> str:
    venue = plan.venues.get(delivery.venue) if delivery.venue else None
    place = place_name(wording, plan, delivery.id)
    return f"{place} ({venue.address})" if venue is not None and venue.address else place
