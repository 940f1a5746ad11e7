"""The waiting list moves up: the step that gives a date that came back to whoever is next, and its words."""

from __future__ import annotations

from typing import Final

from director_app.domain.edits import Edit
from director_app.domain.plan import Plan
from director_app.operations.naming import applicant_name, when_text
from director_app.operations.open_plan import StepName
from director_app.planner.waiting_list import MoveUp, moved_up
from director_app.wording import Wording, message

FREED: Final = message("{company} gave back {date}. Next by order of receipt: {next}.")
GIVEN: Final = message("{next} moves up from the waiting list to {date}")
REASON: Final = message("given back by {company}")


def names_of_move(wording: Wording, plan: Plan, move: MoveUp) -> dict[str, str]:
    """Who gave a date back, who is next, and the date."""
    return {
        "company": applicant_name(wording, plan, move.given_back),
        "next": applicant_name(wording, plan, move.next),
        "date": when_text(wording, plan, move.freed.id),
    }


def giving(wording: Wording, plan: Plan, move: MoveUp) -> tuple[Edit, StepName]:
    """The edit that gives the date to the next one and calls off what stood there, and the name of its step."""
    names = names_of_move(wording, plan, move)
    reason = wording.text(REASON, company=names["company"])
    return moved_up(plan, move, reason), StepName(GIVEN, {**names})
