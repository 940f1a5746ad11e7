"""Beginnings: an empty plan, the sample, a practice season."""

from __future__ import annotations

from pathlib import Path

import pytest

from director_app.domain.plan import SEASON
from director_app.domain.refusals import CannotUseFile, RefusedInput
from director_app.domain.season import Season
from director_app.operations import whole_plans
from director_app.operations.open_plan import OpenPlan
from director_app.operations.sample_season import sample_season


def test_an_empty_plan_knows_its_season(tmp_path: Path) -> None:
    opened = whole_plans.start_empty(tmp_path / "구미 2026.cdplan")
    assert opened.plan.season.title == "구미 2026"
    assert opened.undo_name is None
    opened.close()
    named = whole_plans.start_empty(tmp_path / "b.cdplan", Season(SEASON, "봄", number_prefix="GM"))
    assert named.plan.season.number_prefix == "GM"
    named.close()


def test_the_sample_is_a_beginning_and_no_step(tmp_path: Path) -> None:
    path = tmp_path / "sample.cdplan"
    opened = whole_plans.start_sample(path)
    assert opened.plan == sample_season()
    assert opened.undo() is None
    opened.close()
    with pytest.raises(CannotUseFile):
        whole_plans.start_sample(path)
    again = OpenPlan.open(path)
    assert again.plan == sample_season()
    again.close()


def test_practice_seasons_come_in_three_sizes(tmp_path: Path) -> None:
    path = tmp_path / "practice.cdplan"
    with pytest.raises(RefusedInput, match="300, 5000, 52000"):
        whole_plans.start_practice(path, 7)
    assert not path.exists()
    opened = whole_plans.start_practice(path, 300)
    assert len(opened.plan.deliveries) == 300
    assert opened.plan.highest_number >= 300
    opened.close()


def test_moments_have_a_zone() -> None:
    assert whole_plans.clock_now().tzinfo is not None
