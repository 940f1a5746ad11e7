"""`waiting`: dates that were given back and who is next for them; `--move-up` gives them, each as one step."""

from __future__ import annotations

import argparse
from typing import Any

from director_app.cli.commands import Report, opened, today
from director_app.domain.requests import order_of_receipt
from director_app.operations.moving_up import FREED, giving, names_of_move
from director_app.operations.naming import applicant_name
from director_app.operations.open_plan import OpenPlan
from director_app.operations.sentences import step_sentence
from director_app.planner.waiting_list import MoveUp, moves_up
from director_app.wording import Wording


def waiting(arguments: argparse.Namespace, wording: Wording) -> Report:
    """List every application in the order of receipt with what it waits for, or let the waiting list move up."""
    with opened(arguments.plan, to_write=arguments.move_up) as open_plan:
        moves = moves_up(open_plan.plan, today(open_plan.plan))
        named = [names_of_move(wording, open_plan.plan, move) for move in moves]
        lines = [wording.text(FREED, **names) for names in named]
        facts: dict[str, Any] = {"moves": named, "applications": _order(open_plan, wording), "moved": 0}
        if arguments.move_up:
            lines = _move_up(open_plan, moves, wording)
            facts["moved"] = len(lines)
    return Report(facts, tuple(lines or [wording.text("No date was given back that somebody waits for.")]))


def _move_up(open_plan: OpenPlan, moves: tuple[MoveUp, ...], wording: Wording) -> list[str]:
    said = []
    for move in moves:
        edit, step = giving(wording, open_plan.plan, move)
        open_plan.perform(edit, step)
        said.append(step_sentence(wording, step))
    return said


def _order(open_plan: OpenPlan, wording: Wording) -> list[dict[str, Any]]:
    """Every application by order of receipt, so that anybody can see that nobody was passed over."""
    plan = open_plan.plan
    return [
        {
            "number": one.number,
            "applicant": applicant_name(wording, plan, one),
            "received": one.received_at.isoformat() if one.received_at is not None else None,
            "order": one.received_order,
            "state": one.state.value,
            "delivery": plan.deliveries[one.delivery].number if one.delivery else None,
        }
        for one in sorted(plan.applications.values(), key=order_of_receipt)
    ]
