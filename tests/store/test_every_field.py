"""Every field of every word can be changed, taken back, made again, and is still there after a restart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from director_app.domain.edits import Add, Change
from director_app.domain.fields import fields_of
from director_app.domain.kinds import KINDS, TYPE_OF, AnyRecord
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedEdit
from director_app.operations.open_plan import OpenPlan
from tests.domain.any_records import blank, ground, ids_of, other_values
from tests.plan_files import STEP, assert_look_ups_hold


def opened_with(path: Path, *records: AnyRecord) -> OpenPlan:
    opened = OpenPlan.open(path)
    opened.perform(Add((*ground(), *records)), STEP)
    return opened


@pytest.mark.parametrize("kind", [kind for kind in TYPE_OF if kind != "releases"])  # what is on paper never changes
def test_every_field_is_changed_undone_and_redone(kind: str, plan_file: Path) -> None:
    opened = opened_with(plan_file, blank(kind, "x"))
    known = ids_of(Plan.of(ground()))
    changed = 0
    for field in fields_of(TYPE_OF[kind])[1:]:
        for value in other_values(field, known):
            before = opened.plan
            if getattr(before.find(kind, "x"), field.name) == value:
                continue
            after = opened.perform(Change(kind, "x", {field.name: value}), STEP).plan
            assert getattr(after.find(kind, "x"), field.name) == value, field.name
            undone = opened.undo()
            assert undone is not None
            assert undone.plan == before
            redone = opened.redo()
            assert redone is not None
            assert redone.plan == after
            changed += 1
    assert changed >= len(fields_of(TYPE_OF[kind])) - 1
    assert_look_ups_hold(opened.plan)
    last = opened.plan
    opened.close()

    again = OpenPlan.open(plan_file)
    assert again.plan == last
    for _ in range(changed):
        assert again.undo() is not None
    assert again.plan.find(kind, "x") == blank(kind, "x")
    again.close()


def test_whole_records_come_back_with_everything_they_had(plan_file: Path) -> None:
    """Removing a record and taking that back restores every field, and so does adding it again."""
    known = ids_of(Plan.of(ground()))
    rich = []
    for kind in KINDS:
        record = blank(kind.name, f"{kind.name}-x")
        values: dict[str, Any] = {field.name: other_values(field, known)[0] for field in fields_of(type(record))[1:]}
        rich.append(record._replace(**values))
    opened = opened_with(plan_file, *rich)
    full = opened.plan
    for record in rich:
        assert full.find(next(kind.name for kind in KINDS if kind.record_type is type(record)), record.id) == record
    opened.undo()
    assert not list(opened.plan.records())
    opened.close()
    again = OpenPlan.open(plan_file)
    again.redo()
    assert again.plan == full
    again.close()


@pytest.mark.parametrize("kind", TYPE_OF)
def test_the_identity_is_no_field_to_change(kind: str, plan_file: Path) -> None:
    opened = opened_with(plan_file, blank(kind, "x"))
    with pytest.raises(RefusedEdit, match="id"):
        opened.perform(Change(kind, "x", {"id": "y"}), STEP)
    opened.close()
