"""`decide`: what stands outdoors on a date with its plan B, and the decision on it as one step."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from director_app.cli.commands import Report, opened, today
from director_app.cli.names import find_named
from director_app.documents.catalogue import document_named
from director_app.domain.facts import FallbackKind, FallbackState
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.operations.deciding import (
    CALENDARS,
    CHOICE_WORDS,
    Choice,
    Decision,
    decide,
    papers_to_put_up,
    what_to_say,
)
from director_app.operations.naming import artist_name, delivery_title, name_of, place_name, venue_name, when_text
from director_app.operations.sentences import step_sentence
from director_app.planner.on_site import OutdoorItem, PersonToTell, outdoor_items, people_to_tell, rain_plan
from director_app.wording import Wording, message

NOT_THAT_DAY: Final = message("“{name}” is not on {date}.")
NOTHING_OUTDOORS: Final = message("Nothing takes place outdoors on {date}.")
ONLY_POSTPONED: Final = message("--to goes with --as postpone only.")
ONLY_DECIDED: Final = message("--why, --who and --to go with --as only.")

_STATES: Final = {
    FallbackState.NONE: message("not asked yet"),
    FallbackState.ASKED: message("asked"),
    FallbackState.SECURED: message("secured"),
}
_OTHERWISE: Final = {
    FallbackKind.AS_IS: message("Plan B: it goes on as it is"),
    FallbackKind.POSTPONE: message("Plan B: another date"),
    FallbackKind.CANCEL: message("Plan B: it is cancelled"),
}


def decide_on(arguments: argparse.Namespace, wording: Wording) -> Report:
    """The list for the evening before; with `--as` the decision on all that is outdoors, or on those named."""
    choice = Choice(arguments.choice) if arguments.choice else None
    if choice is None and (arguments.to or arguments.why or arguments.who):
        raise RefusedInput(ONLY_DECIDED)
    if arguments.to is not None and choice is not Choice.POSTPONE:
        raise RefusedInput(ONLY_POSTPONED)
    with opened(arguments.plan, to_write=choice is not None) as open_plan:
        before = after = open_plan.plan
        items = _chosen(wording, before, arguments.date, arguments.delivery, choice)
        names = [item.delivery for item in items]
        step = None
        if choice is not None:
            now = datetime.combine(today(before), datetime.now().time())  # noqa: DTZ005 - the wall clock of her desk
            decision = Decision(choice, now, arguments.who, arguments.why, arguments.to)
            outcome = decide(wording, open_plan, names, decision)
            after = outcome.plan
            step = step_sentence(wording, outcome.step) if outcome.step is not None else None
    is_changed = any(_as_told(before, name) != _as_told(after, name) for name in names)
    facts = {
        "date": arguments.date,
        "decision": choice.value if choice is not None else None,
        "step": step,
        "items": [_told(wording, before, after, item, choice) for item in items],
        "papers": list(papers_to_put_up(after)) if is_changed else [],
        "calendars": list(CALENDARS) if is_changed else [],
    }
    return Report(facts, tuple(_lines(wording, facts)))


def _as_told(plan: Plan, name: DeliveryId) -> Delivery:
    """A delivery as papers and calendars tell it: why it goes on as planned stands in neither."""
    one = plan.deliveries[name]
    return one._replace(changed_reason="") if one.status.takes_place else one


def _chosen(
    wording: Wording, plan: Plan, day: date, named: Sequence[str], choice: Choice | None
) -> tuple[OutdoorItem, ...]:
    """Those named, also such as stand indoors; else all outdoors, of which a decision passes over what is called off.

    Raises:
        RefusedInput: when there is nothing to decide on.
    """
    items = outdoor_items(plan, day)
    if not named:
        # What was called off before stays so, unless it is what shall go on again.
        off = choice not in (None, Choice.RESUME)
        found = tuple(one for one in items if not off or plan.deliveries[one.delivery].status.takes_place)
        if choice is not None and not found:
            raise RefusedInput(NOTHING_OUTDOORS, date=wording.date_short(day))
        return found
    known = {item.delivery: item for item in items}
    chosen: dict[DeliveryId, OutdoorItem] = {}
    for word in named:
        name = DeliveryId(find_named(plan, "deliveries", word, "--delivery"))
        if name not in plan.on_day(day):
            raise RefusedInput(NOT_THAT_DAY, name=word, date=wording.date_short(day))
        chosen[name] = known.get(name) or OutdoorItem(name, rain_plan(plan, plan.deliveries[name]))
    return tuple(chosen.values())


def _told(wording: Wording, before: Plan, after: Plan, item: OutdoorItem, choice: Choice | None) -> dict[str, Any]:
    one, plan_b, place = after.deliveries[item.delivery], item.plan_b, item.place_b
    decided_at = rain_plan(after, one)
    people = people_to_tell(before, after, (item.delivery,))
    return {
        "delivery": item.delivery,
        "number": one.number,
        "title": delivery_title(wording, after, item.delivery),
        "status": one.status.value,
        "when": when_text(wording, after, item.delivery),
        "place": place_name(wording, after, item.delivery),
        "plan_b": plan_b.kind.value if plan_b is not None else None,
        "plan_b_place": venue_name(wording, after, place) if place is not None and place in after.venues else None,
        "plan_b_state": plan_b.state.value if plan_b is not None and place is not None else None,
        "decided_until": _clock(wording, decided_at.decision_time if decided_at is not None else None),
        "decided_by": plan_b.decided_by if plan_b is not None else "",
        "say": _said(before, after, item.delivery) if choice is not None else None,
        "people": [_person(wording, after, person) for person in people],
    }


def _clock(wording: Wording, minute: int | None) -> str | None:
    return None if minute is None else wording.clock_long(minute)


def _said(before: Plan, after: Plan, name: DeliveryId) -> dict[str, str]:
    return {language: what_to_say(Wording(language), before, after, name) for language in ("ko", "en")}


def _person(wording: Wording, plan: Plan, person: PersonToTell) -> dict[str, Any]:
    kind, identity = person.subject
    name = artist_name(wording, plan, identity) if kind == "artists" else name_of(wording, plan, kind, identity)
    return {
        "kind": kind,
        "id": identity,
        "name": name,
        "part": person.part.value,
        "contacts": [
            {"name": one.name, "role": one.role, "phone": one.phone, "email": one.email} for one in person.contacts
        ],
        "told_at": person.told_at,
    }


def _lines(wording: Wording, facts: dict[str, Any]) -> list[str]:
    if not facts["items"]:
        return [wording.text(NOTHING_OUTDOORS, date=wording.date_short(facts["date"]))]
    lines: list[str] = []
    for item in facts["items"]:
        label = " ".join(part for part in (item["number"], item["title"]) if part)
        if item["say"] is None:
            lines.append(f"{label} · {item['when']} · {item['place']}")
            lines.append(f"  {_plan_b_line(wording, item)} · {_decision_line(wording, item)}")
        else:
            what = wording.text(CHOICE_WORDS[Choice(facts["decision"])])
            lines.append(wording.text("{title}: {what}", title=label, what=what))
            lines.append(f"  {item['say'][wording.language]}")
        lines += [f"  - {line}" for line in map(_person_line, item["people"])]
    if facts["papers"]:
        papers = [spec.title for name in facts["papers"] if (spec := document_named(name)) is not None]
        lines.append(wording.text("Print anew: {names}", names=", ".join(map(wording.text, papers))))
        lines.append(wording.text("Send the public and the internal calendar again."))
    return lines


def _plan_b_line(wording: Wording, item: dict[str, Any]) -> str:
    if item["plan_b"] is None:
        return wording.text("No plan B")
    kind = FallbackKind(item["plan_b"])
    if kind is not FallbackKind.INDOORS:
        return wording.text(_OTHERWISE[kind])
    if item["plan_b_place"] is None:
        return wording.text("Plan B: indoors, place undecided")
    state = wording.text(_STATES[FallbackState(item["plan_b_state"])])
    return wording.text("Plan B: {place} ({state})", place=item["plan_b_place"], state=state)


def _decision_line(wording: Wording, item: dict[str, Any]) -> str:
    if item["decided_until"] is None:
        return wording.text("nobody said by when it is decided")
    if item["decided_by"]:
        return wording.text(
            "decided by {name}, {time} at the latest", name=item["decided_by"], time=item["decided_until"]
        )
    return wording.text("decided at {time} at the latest", time=item["decided_until"])


def _person_line(person: dict[str, Any]) -> str:
    """Name and number of whom to call: "구미문화재단 · 담당 010-0000-0001"."""
    numbers = [
        " ".join(part for part in (one["name"], one["role"], one["phone"] or one["email"]) if part)
        for one in person["contacts"]
    ]
    return " · ".join((person["name"], *(one for one in numbers if one)))
