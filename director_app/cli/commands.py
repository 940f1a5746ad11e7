"""Every command: what it does, and the one object it reports."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from director_app.cli.names import names_of
from director_app.domain.plan import Plan
from director_app.domain.refusals import CannotUseFile
from director_app.operations import whole_plans
from director_app.operations.open_plan import OpenPlan, Outcome
from director_app.operations.sentences import LEVEL_WORDS, problem_sentence, refusal_sentence, step_sentence
from director_app.planner.problems import Level, Problem, accepted_keys, fingerprint, in_order, is_past
from director_app.store import database
from director_app.wording import Wording, message

DONE: Final = 0
PROBLEMS_FOUND: Final = 1
REFUSED: Final = 2


OPEN_ELSEWHERE: Final = message("{name} has {file} open; nothing was changed. Close it there first.")
ONLY_READ: Final = message("{file} may only be read by you; nothing was changed. Work on a copy in a folder of yours.")
MADE_BY_NEWER: Final = message(
    "{file} was made by a newer version of the program; nothing was changed. Use that version to change it."
)
_WHY_NOT: Final = {
    database.IN_USE: OPEN_ELSEWHERE,
    database.FILE_READ_ONLY: ONLY_READ,
    database.OPENED_FULL: database.DISK_FULL,
    database.NEWER_FILE: MADE_BY_NEWER,
}


class Report(NamedTuple):
    """What a command did: one object for `--json`, lines for a reader, and the exit code."""

    facts: Mapping[str, Any]
    lines: tuple[str, ...]
    code: int = DONE


Command = Callable[[argparse.Namespace, Wording], Report]


@contextmanager
def opened(path: str, *, to_write: bool, or_read: bool = False) -> Iterator[OpenPlan]:
    """An open plan, closed at the end; what would write refuses a plan that can only be read, unless it `or_read`.

    What only reads leaves the file untouched.

    Raises:
        CannotUseFile: when it cannot be opened, or not as asked.
    """
    whole_plans.refuse_long_name(Path(path), to_write=to_write and not or_read)
    plan = OpenPlan.open(Path(path), read_only=not to_write)
    try:
        if to_write and not or_read and (reason := plan.read_only) is not None:
            raise CannotUseFile(_WHY_NOT.get(reason.message, ONLY_READ), **{**reason.values, "file": path})
        yield plan
    finally:
        plan.close()


def today(plan: Plan) -> Any:
    """The plan's reference date, else the day of the clock."""
    return plan.today(datetime.now().date())  # noqa: DTZ005 - the wall clock of her desk


def _counts(plan: Plan) -> dict[str, int]:
    return {
        "programmes": len(plan.programmes),
        "deliveries": len(plan.deliveries),
        "artists": len(plan.artists),
        "venues": len(plan.venues),
        "applications": len(plan.applications),
    }


def _made(plan: OpenPlan, wording: Wording) -> Report:
    counts = _counts(plan.plan)
    facts = {"plan": str(plan.path), **counts}
    plan.close()
    line = wording.text("{file}: {n} deliveries", file=facts["plan"], n=counts["deliveries"])
    return Report(facts, (line,))


def new(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Make a new, empty plan."""
    return _made(whole_plans.start_empty(Path(arguments.plan)), wording)


def sample(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Make a new plan with the sample or a practice season."""
    path = Path(arguments.plan)
    if arguments.practice is None:
        return _made(whole_plans.start_sample(path), wording)
    return _made(whole_plans.start_practice(path, arguments.practice), wording)


def check(arguments: argparse.Namespace, wording: Wording) -> Report:
    """List every problem; exit code 1 when one of level block is not accepted."""
    from director_app.planner.checks import check_plan

    with opened(arguments.plan, to_write=False) as open_plan:
        plan = open_plan.plan
        accepted = accepted_keys(plan)
        found = [
            _problem_facts(plan, problem, accepted, wording)
            for problem in in_order(plan, check_plan(plan, today(plan)))
        ]
    open_problems = [facts for facts in found if not facts["accepted"]]
    counts = {level.value: sum(facts["level"] == level for facts in open_problems) for level in Level}
    lines = [f"{wording.text(LEVEL_WORDS[Level(facts['level'])])}: {facts['sentence']}" for facts in open_problems]
    lines.append(
        wording.text(
            "{block} to resolve, {warning} warnings, {note} notes; {accepted} accepted.",
            accepted=len(found) - len(open_problems),
            **counts,
        )
    )
    return Report({"problems": found, "counts": counts}, tuple(lines), PROBLEMS_FOUND if counts["block"] else DONE)


def _problem_facts(plan: Plan, problem: Problem, accepted: frozenset[Any], wording: Wording) -> dict[str, Any]:
    return {
        "kind": problem.kind.value,
        "level": problem.level.value,
        "subjects": [
            {"kind": subject.kind, "id": subject.id, "name": _subject_name(plan, subject.kind, subject.id)}
            for subject in problem.subjects
        ],
        "sentence": problem_sentence(wording, plan, problem),
        "accepted": bool(accepted) and (str(problem.kind), problem.subjects, fingerprint(plan, problem)) in accepted,
        "past": is_past(plan, problem, today(plan)),
    }


def _subject_name(plan: Plan, kind: str, identity: str) -> str:
    record = plan.find(kind, identity)
    return next(iter(names_of(plan, kind, record)), identity) if record is not None else identity


def documents(arguments: argparse.Namespace, wording: Wording) -> Report:
    """List the documents that can be made of a plan."""
    from director_app.documents.catalogue import DOCUMENTS

    with opened(arguments.plan, to_write=False):
        listed = [{"name": spec.name, "title": wording.text(spec.title)} for spec in DOCUMENTS]
    return Report({"documents": listed}, tuple(f"{entry['name']}: {entry['title']}" for entry in listed))


def backup(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Write a consistent copy of the plan."""
    from director_app.operations import publishing

    target = Path(arguments.output)
    publishing.refuse_over_plan(Path(arguments.plan), target)
    with opened(arguments.plan, to_write=False) as open_plan:
        open_plan.copy_to(target)
    return Report({"file": str(target)}, (wording.text("Backup written: {file}", file=target),))


def undo(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Take the last step back."""
    with opened(arguments.plan, to_write=True) as open_plan:
        if arguments.imported is not None:
            return _without_import(open_plan, arguments.imported, wording)
        return _stepped(open_plan.undo(), wording, wording.text("There is nothing to undo."))


def _without_import(open_plan: OpenPlan, file: str, wording: Wording) -> Report:
    from director_app.operations.taking_out import take_out_import

    taken = take_out_import(open_plan, file)
    count = len(taken.outcome.changes)
    lines = [wording.text("The import of {file} was taken back; records changed: {n}.", file=file, n=count)]
    if taken.kept:
        lines.append(
            wording.plural(
                "{n} record stays because something was typed into it since, or names it.",
                "{n} records stay because something was typed into them since, or names them.",
                taken.kept,
            )
        )
    return Report({"file": file, "records": count, "kept": taken.kept}, tuple(lines))


def redo(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Make the step that was taken back again."""
    with opened(arguments.plan, to_write=True) as open_plan:
        return _stepped(open_plan.redo(), wording, wording.text("There is nothing to do again."))


def _stepped(outcome: Outcome | None, wording: Wording, nothing: str) -> Report:
    if outcome is None or outcome.step is None or outcome.made_at is None:
        return Report({"step": None, "made_at": None, "records": 0}, (nothing,))
    name = step_sentence(wording, outcome.step)
    facts = {"step": name, "made_at": outcome.made_at.isoformat(), "records": len(outcome.changes)}
    if outcome.direction == "redo":
        return Report(facts, (wording.text("Done again: {name}", name=name),))
    if outcome.made_at.date() < datetime.now().date():  # noqa: DTZ005 - the wall clock of her desk
        when = wording.date_short(outcome.made_at.date())
        return Report(facts, (wording.text("Undone, from {when}: {name}", when=when, name=name),))
    return Report(facts, (wording.text("Undone: {name}", name=name),))


__all__ = ["Command", "Report", "opened", "refusal_sentence"]
