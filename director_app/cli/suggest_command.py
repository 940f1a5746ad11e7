"""`suggest`: ways out of the problems of a delivery, or free places for one whose date or time is undecided."""

from __future__ import annotations

import argparse
from typing import Any

from director_app.cli.commands import Report, opened, today
from director_app.cli.names import find_named
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.operations.fix_sentences import fix_label, fix_reasons
from director_app.operations.sentences import problem_sentence
from director_app.planner.fixes import Fix
from director_app.planner.problems import in_order, is_accepted
from director_app.wording import Wording


def suggest(arguments: argparse.Namespace, wording: Wording) -> Report:
    """List what would help one delivery; nothing is changed."""
    from director_app.planner.checks import LiveCheck
    from director_app.planner.suggestions import placings, suggestions

    with opened(arguments.plan, to_write=False) as open_plan:
        plan = open_plan.plan
        name = DeliveryId(find_named(plan, "deliveries", arguments.delivery, "--delivery"))
        day, one = today(plan), plan.deliveries[name]
        live = LiveCheck(plan, day)
        found: list[dict[str, Any]] = []
        for problem in in_order(plan, live.of(name)):
            if not is_accepted(plan, problem):
                fixes = suggestions(live, problem, day)
                found.append(_told(wording, plan, problem_sentence(wording, plan, problem), fixes))
        if one.date is None or one.start is None:
            sentence = wording.text("Date or time is undecided.")
            found.append(_told(wording, plan, sentence, placings(live, one, day)))
    lines = [line for entry in found for line in _lines(entry)] or [wording.text("Nothing to resolve now.")]
    return Report({"delivery": name, "number": one.number, "about": found}, tuple(lines))


def _told(wording: Wording, plan: Plan, sentence: str, fixes: tuple[Fix, ...]) -> dict[str, Any]:
    suggested = [
        {
            "kind": fix.kind.value,
            "delivery": fix.delivery,
            "sentence": fix_label(wording, plan, fix),
            "reasons": [reason.value for reason in fix.reasons],
            "because": fix_reasons(wording, fix),
        }
        for fix in fixes
    ]
    return {"sentence": sentence, "suggestions": suggested}


def _lines(entry: dict[str, Any]) -> list[str]:
    offered = [f"{one['sentence']} ({one['because']})".removesuffix(" ()") for one in entry["suggestions"]]
    return [entry["sentence"], *(f"  - {line}" for line in offered)]
