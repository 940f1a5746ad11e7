"""Making a document of a plan, with the sentences that only operations know: the words of problems."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from director_app.documents.layout import ProblemLine
from director_app.documents.making import make_document
from director_app.documents.options import DocumentOptions, Made
from director_app.domain.plan import Plan
from director_app.operations.sentences import problem_sentence
from director_app.planner.checks import check_plan
from director_app.planner.problems import first_day, in_order, is_accepted
from director_app.wording import Wording


def print_document(
    plan: Plan,
    name: str,
    out: Path,
    wording: Wording,
    options: DocumentOptions,
    progress: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
    contents: Callable[[str], bytes | None] | None = None,
) -> Made:
    """Make the document `name` of `documents.catalogue`; changes nothing of the plan, so that a worker may do it.

    Raises:
        RefusedInput: for a document that cannot be made so.
        CannotUseFile: when the file cannot be written.
        MakingStopped: when `stop` was set.
    """
    problems = _Problems(plan, wording)
    return make_document(plan, name, out, wording, options, progress, stop, contents, problems)


@dataclass(frozen=True, slots=True)
class _Problems:
    """The problems of a plan that nobody accepted, in words and in order; found when asked."""

    plan: Plan
    wording: Wording

    def __call__(self) -> Sequence[ProblemLine]:
        found = [one for one in check_plan(self.plan) if not is_accepted(self.plan, one)]
        lines = []
        for problem in in_order(self.plan, found):
            day = first_day(self.plan, problem)
            said = self.wording.date_short(day) if day is not None else ""
            lines.append(ProblemLine(problem.level.value, said, problem_sentence(self.wording, self.plan, problem)))
        return lines
