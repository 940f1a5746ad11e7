"""`why-not`: whether dates, times and places can all be had together, and what would have to give way if not."""

from __future__ import annotations

import argparse
from typing import Any

from director_app.cli.commands import Report, opened, today
from director_app.cli.names import find_named
from director_app.domain.ids import DeliveryId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.timeline import clock_text
from director_app.operations.proposing import wish_words
from director_app.operations.wishing import Asked, in_doubt, wishes_of
from director_app.planner.placing.why_not import Wish, WishKind, why_not
from director_app.wording import Wording


def ask_why_not(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Say which wishes clash and the cheapest ways out; nothing is changed."""
    with opened(arguments.plan, to_write=False) as open_plan:
        plan = open_plan.plan
        day = today(plan)
        named = [DeliveryId(find_named(plan, "deliveries", name, "--delivery")) for name in arguments.delivery]
        venue = VenueId(find_named(plan, "venues", arguments.venue, "--in")) if arguments.venue is not None else None
        asked = Asked(arguments.on, arguments.at, venue)
        names = list(dict.fromkeys(named)) or in_doubt(plan, day)
        found = why_not(plan, wishes_of(plan, names, asked), day)
    clashing = [_told(wording, plan, wish) for wish in found.core] if found is not None else []
    ways_out = [[_told(wording, plan, wish) for wish in way] for way in (found.ways_out if found is not None else ())]
    facts = {"asked": names, "possible": found is None, "clashing": clashing, "ways_out": ways_out}
    return Report(facts, tuple(_lines(wording, names, clashing, ways_out)))


def _told(wording: Wording, plan: Plan, wish: Wish) -> dict[str, Any]:
    value = clock_text(wish.value) if wish.kind is WishKind.AT else wish.value
    sentence = wish_words(wording, plan, wish)
    return {"delivery": wish.delivery, "wish": wish.kind.value, "value": value, "sentence": sentence}


def _lines(
    wording: Wording, names: list[DeliveryId], clashing: list[dict[str, Any]], ways_out: list[list[dict[str, Any]]]
) -> list[str]:
    if not names:
        return [wording.text("Nothing clashes and everything has a date.")]
    if not clashing:
        return [wording.text("All of this can be had together.")]
    lines = [wording.text("These cannot all be had together:")]
    lines += [f"  - {one['sentence']}" for one in clashing]
    if not ways_out:
        return [*lines, wording.text("No way out was found in the time there was.")]
    lines.append(wording.text("It becomes possible when one of these gives way, the easiest first:"))
    lines += [f"  - {' + '.join(one['sentence'] for one in way)}" for way in ways_out]
    return lines
