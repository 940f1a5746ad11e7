"""`coverage` and `plan` on the command line: one object, sentences, and the plan changed only when asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command_line import facts, said


def test_coverage_tells_forgotten_areas_first(sample: Path) -> None:
    found = facts("coverage", sample)
    forgotten = [area["forgotten"] for area in found["areas"]]
    assert forgotten == sorted(forgotten, reverse=True)
    assert any(forgotten)
    assert all(len(area["weeks"]) == len(found["weeks"]) for area in found["areas"])
    assert 0 < found["fairness"] <= 1
    assert "Forgotten." in said("coverage", sample)[1]


def test_coverage_of_an_empty_plan_is_a_sentence(tmp_path: Path) -> None:
    said("new", tmp_path / "new.cdplan")
    assert said("coverage", tmp_path / "new.cdplan")[:2] == (0, "The plan has no areas yet.\n")


def test_a_proposal_changes_nothing_until_it_is_accepted(sample: Path) -> None:
    before = sample.read_bytes()
    found = facts("plan", sample)
    assert sample.read_bytes() == before
    assert found["placed"]
    assert not found["accepted"]
    assert facts("plan", sample) == found
    accepted = facts("plan", sample, "--accept")
    assert accepted == {**found, "accepted": True}
    assert not facts("plan", sample)["placed"]
    assert f"Proposal accepted: {len(found['placed'])} dates" in said("undo", sample)[1]
    assert facts("plan", sample) == found


def test_what_cannot_be_asked_is_one_sentence(sample: Path) -> None:
    for words in (["--seconds", "0"], ["--seconds", "-3"], ["--seconds", "nan"], ["--seconds", "soon"]):
        code, out, err = said("plan", sample, *words)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
    assert said("plan", sample, "--all", "--unplaced")[0] == 2


def test_stopped_early_it_says_what_it_has(sample: Path) -> None:
    found = facts("plan", sample, "--all", "--seconds", "0.2")
    assert len(found["placed"]) + len(found["left"]) + found["unchanged"] > 20
    assert found["bound"] <= found["cost"]


def test_a_dropout_is_mended_with_the_list_of_whom_to_tell(sample: Path) -> None:
    found = facts("plan", sample, "--dropout", "밴드 B", "--from", "2025-10-14", "--until", "2025-10-30", "--accept")
    assert {one["number"] for one in found["placed"]} >= {"GM-031", "GM-046"}
    names = {one["name"]: one for one in found["tell"]}
    assert names["Band B"]["contacts"][0]["phone"]
    assert len(names["Band B"]["say"]) >= 2
    problems = json.loads(said("check", sample, "--json")[1])["problems"]
    hers = [one for one in problems if one["kind"] == "artist_unavailable" and "Band B" in one["sentence"]]
    assert not [one for one in hers if one["level"] == "block"]
    assert said("undo", sample)[0] == 0


def test_one_date_is_mended_by_its_number(sample: Path) -> None:
    found = facts("plan", sample, "--repair", "GM-046")
    assert [one["number"] for one in found["placed"]] in ([], ["GM-046"])
    assert not found["accepted"]


@pytest.mark.parametrize(
    "words",
    [
        ("--dropout", "밴드 B"),
        ("--from", "2025-10-14"),
        ("--until", "2025-10-14"),
        ("--dropout", "아무도", "--from", "2025-10-14"),
        ("--dropout", "밴드 B", "--from", "2025-10-14", "--until", "2029-10-14"),
        ("--repair", "아무것도"),
        ("--repair", "GM-046", "--all"),
    ],
)
def test_what_cannot_be_mended_is_one_sentence(sample: Path, words: tuple[str, ...]) -> None:
    assert said("plan", sample, *words)[0] == 2
