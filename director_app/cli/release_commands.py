"""`releases`, `release`, `compare` and `restore`: editions, what changed between two states, and one date as it was."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import datetime
from typing import Any

from director_app.cli.commands import Report, opened
from director_app.cli.names import AMBIGUOUS, find_named
from director_app.domain.ids import DeliveryId
from director_app.domain.papers import Release
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations import releases as editions
from director_app.operations.change_sentences import ChangeWords
from director_app.operations.field_words import RecordWords
from director_app.operations.open_plan import OpenPlan
from director_app.operations.sentences import step_sentence
from director_app.planner.comparing import Difference, Severity, changed_dates, compare
from director_app.planner.scope import Scope
from director_app.wording import Wording


def releases(arguments: argparse.Namespace, wording: Wording) -> Report:
    """List every edition, the latest first, and how much changed since."""
    with opened(arguments.plan, to_write=False) as open_plan:
        listed = editions.editions(open_plan.plan)
        changed = changed_dates(editions.differences(open_plan, listed[0])) if listed else 0
    lines = [_edition_line(wording, one) for one in listed] or [
        wording.text("Nothing was given out as an edition yet.")
    ]
    if listed:
        lines.append(wording.plural("{n} change since then.", "{n} changes since then.", changed))
    return Report({"releases": [_edition_facts(one) for one in listed], "changes": changed}, tuple(lines))


def release(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Freeze what is published as the next edition; a plan that did not change is still the last one."""
    now = datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the wall clock of her desk
    with opened(arguments.plan, to_write=True) as open_plan:
        last = editions.latest(open_plan.plan)
        changed = changed_dates(editions.differences(open_plan, last)) if last is not None else 0
        frozen = editions.freeze(open_plan, editions.state_now(open_plan.plan), now, arguments.name or "")
    number = frozen.release.number
    if not frozen.is_new:
        line = wording.text("Nothing changed since edition {number}; it still holds.", number=number)
    elif last is None:
        line = wording.text("Published as edition {number}.", number=number)
    else:
        line = wording.text(
            "Published as edition {number}; {changes} changes since the last.", number=number, changes=changed
        )
    return Report({**_edition_facts(frozen.release), "new": frozen.is_new, "changes": changed}, (line,))


def compare_states(arguments: argparse.Namespace, wording: Wording) -> Report:
    """What a reader would notice between two editions, or an edition and the plan as it stands."""
    with opened(arguments.plan, to_write=False) as open_plan:
        first = _from(open_plan, arguments.since, arguments.to)
        last = None if arguments.to is None else editions.edition_numbered(open_plan.plan, arguments.to)
        before = editions.state_of(open_plan, first)
        after = open_plan.plan if last is None else editions.state_of(open_plan, last)
        found = compare(before, after, _scope(open_plan.plan, arguments))
    words = ChangeWords(wording, before, after)
    counts = Counter(one.severity for one in found)
    facts = {
        "from": first.number,
        "to": last.number if last is not None else None,
        "changes": [_change_facts(words, one, before, after) for one in found],
        "counts": {severity.value: counts[severity] for severity in Severity},
    }
    lines = [words.sentence(one) for one in found] or [wording.text("Nothing changed that a reader would notice.")]
    return Report(facts, tuple(lines))


def restore(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Make one date again what an edition says of it, as one step."""
    with opened(arguments.plan, to_write=True) as open_plan:
        edition = editions.edition_numbered(open_plan.plan, arguments.edition)
        state = editions.state_of(open_plan, edition)
        known = open_plan.plan if _knows(open_plan.plan, arguments.delivery) else state
        delivery = DeliveryId(find_named(known, "deliveries", arguments.delivery, "--delivery"))
        outcome = editions.restore_date(open_plan, edition, delivery)
        said = RecordWords(wording, outcome.plan).record("deliveries", delivery)
    facts = {
        "edition": edition.number,
        "delivery": delivery,
        "number": outcome.plan.deliveries[delivery].number,
        "changed": bool(outcome.changes),
        "step": step_sentence(wording, outcome.step) if outcome.step is not None else None,
    }
    if outcome.changes:
        line = wording.text("As in edition {number} again: {what}", number=edition.number, what=said)
    else:
        line = wording.text("It stands as in edition {number} already: {what}", number=edition.number, what=said)
    return Report(facts, (line,))


def _knows(plan: Plan, name: str) -> bool:
    """Whether the plan has what is meant; what was removed since is looked for in the edition."""
    try:
        find_named(plan, "deliveries", name, "--delivery")
    except RefusedInput as refusal:
        return refusal.message == AMBIGUOUS
    return True


def _from(open_plan: OpenPlan, named: str | None, last: int | None) -> Release:
    """The edition to begin at: the one named by number or code, else the one before the last named, else the latest."""
    if named is not None:
        if named.isdecimal():
            return editions.edition_numbered(open_plan.plan, int(named))
        return editions.edition_of_code(open_plan.plan, named)
    earlier = [one for one in editions.editions(open_plan.plan) if last is None or one.number < last]
    return earlier[0] if earlier else editions.edition_numbered(open_plan.plan, last or 1)


def _scope(plan: Plan, arguments: argparse.Namespace) -> Scope:
    named: dict[str, Any] = {
        option: find_named(plan, f"{option}s", name, f"--{option}")
        for option in ("artist", "venue")
        if (name := getattr(arguments, option)) is not None
    }
    return Scope()._replace(**named)


def _edition_facts(one: Release) -> dict[str, Any]:
    return {
        "number": one.number,
        "name": one.name,
        "published_at": one.published_at.isoformat() if one.published_at is not None else None,
        "given": [
            {
                "document": each.document,
                "at": each.at.isoformat() if each.at is not None else None,
                "language": each.language,
                "narrowed": list(each.narrowed),
            }
            for each in one.given
        ],
    }


def _edition_line(wording: Wording, one: Release) -> str:
    day = wording.date(one.published_at.date()) if one.published_at is not None else ""
    names = ", ".join(dict.fromkeys(each.document for each in one.given))
    number = wording.text("Edition {number}", number=one.number)
    return " · ".join(part for part in (number, day, one.name, names) if part)


def _change_facts(words: ChangeWords, one: Difference, before: Plan, after: Plan) -> dict[str, Any]:
    known = after.deliveries.get(one.delivery) or before.deliveries.get(one.delivery) if one.delivery else None
    return {
        "kind": one.kind.value,
        "severity": one.severity.value,
        "delivery": one.delivery,
        "number": known.number if known is not None else None,
        "fields": list(one.fields),
        "sentence": words.sentence(one),
    }
