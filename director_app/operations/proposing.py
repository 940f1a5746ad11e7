"""A proposal in words: what goes where and why, what found no place, and its step."""

from __future__ import annotations

from typing import Final

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.operations.fix_sentences import reason_words
from director_app.operations.naming import delivery_title, place_text, when_text
from director_app.planner.placing.proposals import Placement, Proposal, WhyNot
from director_app.store.undo_journal import StepName
from director_app.wording import Wording, message

_WHY_LEFT: Final = {
    WhyNot.NO_OPTION: message("{title}: no free date, time and place was found in the coming weeks."),
    WhyNot.TAKEN: message("{title}: every place it could have goes to something else."),
    WhyNot.NOT_LOOKED_AT: message("{title}: there was no time left to look for a place."),
}


def proposed_step(proposal: Proposal) -> StepName:
    """What accepting it is called in undo and history."""
    return StepName(message("Proposal accepted: {n} dates"), {"n": len(proposal.placements)})


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


def _stands(wording: Wording, plan: Plan, delivery: Delivery) -> str:
    place = place_text(wording, plan, delivery)[0]
    return wording.text("{time}, {place}", time=when_text(wording, plan, delivery.id), place=place)


def because(wording: Wording, placement: Placement) -> str:
    """What speaks for it, in a few words."""
    return " · ".join(reason_words(wording, placement.reasons))
