"""Settling what is due with a tick: a condition of the council is fulfilled, a duty is done; the rest is accepted."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.domain.council import DecisionState
from director_app.domain.edits import Change, Edit
from director_app.domain.plan import Plan
from director_app.operations.accepting import accept
from director_app.operations.sentences import problem_sentence
from director_app.planner.problems import Problem, ProblemKind
from director_app.store.undo_journal import StepName
from director_app.wording import Wording, message

SETTLED: Final = message("Done: {sentence}")


def settle(wording: Wording, plan: Plan, problem: Problem, on: datetime.date) -> tuple[Edit, StepName] | None:
    """The edit that settles a problem, and its step's name; None when it was settled before."""
    edit = _settling(plan, problem)
    if edit is None:
        return accept(wording, plan, (problem,), on, wording.text("done"))
    return edit, StepName(SETTLED, {"sentence": problem_sentence(wording, plan, problem)})


def _settling(plan: Plan, problem: Problem) -> Edit | None:
    """What the record itself says of being done; None where only an acceptance says so."""
    subject = problem.subjects[0]
    if problem.kind is ProblemKind.CONDITION_DUE:
        return Change("decisions", subject.id, {"state": DecisionState.DONE})
    record = plan.find(subject.kind, subject.id)
    text = problem.value("text")
    if problem.kind is not ProblemKind.DUTY_DUE or not text or record is None:
        return None
    day = problem.value("day")
    duties = tuple(one._replace(is_done=True) if (one.text, one.due) == (text, day) else one for one in record.duties)
    return Change(subject.kind, subject.id, {"duties": duties})
