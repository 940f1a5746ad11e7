"""Taking an import back days later: what it brought goes, what was typed since stays. A new step like any other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from director_app.domain.fields import fields_of
from director_app.domain.kinds import TYPE_OF, AnyRecord
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.refusals import RefusedInput
from director_app.operations.history import decoded
from director_app.operations.importing import IMPORT_FILES_STEP
from director_app.operations.open_plan import OpenPlan, Outcome, Step, StepName
from director_app.operations.whole_plans import IMPORT_STEP
from director_app.wording import message

NO_IMPORT: Final = message("{file} was not imported into this plan, or that import was taken back.")
TAKEN_OUT: Final = message("take import {file} back")
_LATEST: Final = 100_000


class TakenOut(NamedTuple):
    """What came of it: the step, and how many records stay because something was typed into them or names them."""

    outcome: Outcome
    kept: int


def take_out_import(open_plan: OpenPlan, file: str) -> TakenOut:
    """Take the latest import of a file back.

    Raises:
        RefusedInput: when there is none.
        RefusedEdit, CannotUseFile: when it cannot be done; nothing has happened then.
    """
    step = next((one for one in open_plan.steps(_LATEST) if _is_import_of(one, file)), None)
    if step is None:
        raise RefusedInput(NO_IMPORT, file=file)
    return take_out_step(open_plan, step)


def take_out_step(open_plan: OpenPlan, step: Step) -> TakenOut:
    """The same for a step that is known."""
    taking = _Taking(open_plan.plan, open_plan.images(step.step))
    changes, kept = taking.changes()
    if not changes:
        return TakenOut(Outcome(open_plan.plan, (), None), kept)
    name = StepName(TAKEN_OUT, {"file": step.name.values.get("file", "")})
    return TakenOut(open_plan.perform(Prepared(tuple(changes)), name), kept)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An edit whose changes are known."""

    known: tuple[RecordChange, ...]

    def changes(self, _plan: Plan) -> list[RecordChange]:
        """The changes, one per record."""
        return list(self.known)


def _is_import_of(step: Step, file: str) -> bool:
    is_import = step.name.message in (IMPORT_STEP, IMPORT_FILES_STEP)
    return is_import and not step.is_undone and step.name.values.get("file") == file


class _Taking:
    """What a step did, against the plan as it is now."""

    def __init__(self, plan: Plan, images: list[tuple[str, str, Any, Any]]) -> None:
        self._plan = plan
        self._images = images

    def changes(self) -> tuple[list[RecordChange], int]:
        going: dict[tuple[str, str], AnyRecord] = {}
        changes: list[RecordChange] = []
        kept = 0
        for kind, identity, before, after in self._images:
            now = self._plan.find(kind, identity)
            if now is None or after is None:
                continue
            if before is not None:
                back = _put_back(now, decoded(kind, before), decoded(kind, after))
                if back != now:
                    changes.append(RecordChange(kind, identity, now, back))
            elif _is_untouched(kind, now, decoded(kind, after)):
                going[kind, identity] = now
            else:
                kept += 1
        named = len(going)
        while stays := [one for one in going if not self._plan.users(*one) <= going.keys()]:
            for one in stays:
                del going[one]
        changes += [RecordChange(*one, record, None) for one, record in going.items()]
        return changes, kept + named - len(going)


def _put_back(now: AnyRecord, before: Mapping[str, Any], after: Mapping[str, Any]) -> AnyRecord:
    back = {name: value for name, value in before.items() if name in after and getattr(now, name) == after[name]}
    return now._replace(**back)


def _is_untouched(kind: str, now: AnyRecord, after: Mapping[str, Any]) -> bool:
    usual: Mapping[str, Any] = getattr(TYPE_OF[kind], "_field_defaults", {})
    return all(
        getattr(now, one.name) == after.get(one.name, usual.get(one.name))
        for one in fields_of(TYPE_OF[kind])
        if one.name != "id"
    )
