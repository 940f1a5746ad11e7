"""A plan file of every schema there ever was opens, with everything in it and every step to take back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from director_app.operations import whole_plans
from director_app.operations.interchange import from_json
from director_app.operations.open_plan import OpenPlan
from director_app.store.migrations import STEP_NAMES

HERE = Path(__file__).resolve().parent


@pytest.mark.parametrize("step", STEP_NAMES)
@pytest.mark.parametrize("read_only", [False, True])
def test_old_files_open(step: str, tmp_path: Path, *, read_only: bool) -> None:
    """When the file is missing: `python -m tests.old_files.make`, and commit what it wrote."""
    path = tmp_path / "old.cdplan"
    shutil.copy(HERE / f"{step}.cdplan", path)
    expected = from_json((HERE / f"{step}.json").read_bytes(), step)
    opened = OpenPlan.open(path, read_only=read_only)
    assert whole_plans.whole_of(opened) == expected
    steps = json.loads((HERE / f"{step}.steps.json").read_text(encoding="utf-8"))
    assert [one.name.message for one in opened.steps(100)] == steps
    if not read_only:
        while opened.undo() is not None:
            pass
        assert not list(opened.plan.records())
        while opened.redo() is not None:
            pass
        assert len(list(opened.plan.records())) == len(list(expected.plan.records()))
    opened.close()
