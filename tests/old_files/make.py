"""Writes a plan file as this version makes it, to be kept for ever: `python -m tests.old_files.make`.

Run once for each released schema, under the name of its last step; a file that is there already is left alone.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from director_app.domain.edits import Add, AddDelivery, Change
from director_app.domain.fields import fields_of
from director_app.domain.ids import DeliveryId
from director_app.domain.kinds import KINDS
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.operations import whole_plans
from director_app.operations.interchange import to_json
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.store.migrations import STEP_NAMES
from tests.domain.any_records import blank, ground, ids_of, other_values

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Write the file and, beside it, what has to be found in it."""
    path = HERE / f"{STEP_NAMES[-1]}.cdplan"
    if path.exists():
        return
    opened = OpenPlan.create(path, clock=lambda: datetime.datetime(2025, 10, 14, 9, 0))
    known = ids_of(Plan.of(ground()))
    rich = []
    for kind in KINDS:
        record = blank(kind.name, f"{kind.name}-x")
        values: dict[str, Any] = {field.name: other_values(field, known)[0] for field in fields_of(type(record))[1:]}
        rich.append(record._replace(**values))
    opened.perform(Add((*ground(), *rich)), StepName("add everything"))
    opened.perform(AddDelivery(Delivery(DeliveryId("late"), month="2025-11")), StepName("add {n}", {"n": 1}))
    opened.perform(Change("deliveries", "late", {"month": "2025-12"}), StepName("change"))
    opened.undo()
    opened.keep(b"bytes of a logo")
    (HERE / f"{STEP_NAMES[-1]}.json").write_bytes(to_json(whole_plans.whole_of(opened)))
    steps = [step.name.message for step in opened.steps()]
    (HERE / f"{STEP_NAMES[-1]}.steps.json").write_text(json.dumps(steps) + "\n", encoding="utf-8")
    opened.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
    path.with_name(f".{path.name}.lock").unlink()


if __name__ == "__main__":
    main()
