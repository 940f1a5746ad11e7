"""Accepting problems she knows of, saying why, and taking the acceptance back; each is one edit with a step's name."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from director_app.domain.edits import Add, Change, Edit, Remove, Several
from director_app.domain.ids import AcceptedProblemId, new_id
from director_app.domain.papers import AcceptedProblem
from director_app.domain.plan import Plan
from director_app.operations.fix_sentences import folded_sentence
from director_app.operations.sentences import problem_sentence
from director_app.planner.problems import Acceptances, Problem, fingerprint
from director_app.store.undo_journal import StepName
from director_app.wording import Wording, message


def accept(
    wording: Wording, plan: Plan, problems: Sequence[Problem], on: datetime.date, reason: str = ""
) -> tuple[Edit, StepName] | None:
    """Accept problems as they are now; each opens again when either side moves. None when all of them are accepted."""
    known = Acceptances(plan)
    new = [problem for problem in problems if known.of(problem) is None]
    if not new:
        return None
    records = tuple(
        AcceptedProblem(
            AcceptedProblemId(new_id()), str(one.kind), one.subjects, fingerprint(plan, one), reason.strip(), on
        )
        for one in new
    )
    return Add(records), StepName(message("Accepted: {sentence}"), {"sentence": _sentence(wording, plan, new)})


def reopen(wording: Wording, plan: Plan, problems: Sequence[Problem]) -> tuple[Edit, StepName] | None:
    """Take the acceptance of problems back; None when none of them is accepted."""
    known = Acceptances(plan)
    found = [(problem, record) for problem in problems if (record := known.of(problem)) is not None]
    if not found:
        return None
    edit = Several(tuple(Remove("accepted_problems", record.id) for _problem, record in found))
    sentence = _sentence(wording, plan, [problem for problem, _record in found])
    return edit, StepName(message("Opened again: {sentence}"), {"sentence": sentence})


def give_reason(plan: Plan, accepted: Iterable[AcceptedProblem], reason: str) -> tuple[Edit, StepName]:
    """Write down why problems were accepted; those that are gone by now are passed over."""
    named = [one for one in accepted if one.id in plan.accepted_problems]
    edit = Several(tuple(Change("accepted_problems", one.id, {"reason": reason.strip()}) for one in named))
    return edit, StepName(message("Reason for accepting: {reason}"), {"reason": reason.strip()})


def _sentence(wording: Wording, plan: Plan, problems: Sequence[Problem]) -> str:
    return (
        problem_sentence(wording, plan, problems[0]) if len(problems) == 1 else folded_sentence(wording, plan, problems)
    )
