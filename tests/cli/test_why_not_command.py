"""`why-not` on the command line: what clashes, what would have to give way, and how wishes are named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.command_line import facts, said

ROOT = Path(__file__).resolve().parent.parent.parent


TWO = ("--delivery", "GM-012", "--delivery", "GM-013")


def test_two_in_one_place_cannot_both_be_had(sample: Path) -> None:
    wished = (*TWO, "--on", "2025-10-14", "--at", "12:10", "--in", "에코홀")
    before = sample.read_bytes()
    found = facts("why-not", sample, *wished)
    documented = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8").split("\n## why-not\n")[1].split("\n## ")[0]
    assert set(found) == set(re.findall(r"^\| `(\w+)` \|", documented, flags=re.MULTILINE))
    assert len(found["asked"]) == 2
    assert not found["possible"]
    assert {one["wish"] for one in found["clashing"]} == {"placed", "on", "in"}
    assert found["ways_out"]
    assert found["ways_out"][0][0]["wish"] == "in"  # easier to bear than another date
    assert sample.read_bytes() == before
    lines = said("why-not", sample, *wished)[1].splitlines()
    assert lines[0] == "These cannot all be had together:"
    assert any(line.startswith("  - GM-012 ") and line.endswith(" in Eco Hall") for line in lines)


def test_what_can_be_had_is_one_sentence(sample: Path) -> None:
    assert said("why-not", sample, "--delivery", "GM-012")[:2] == (0, "All of this can be had together.\n")
    assert facts("why-not", sample, "--delivery", "GM-012")["ways_out"] == []


def test_without_names_all_that_is_in_doubt_is_asked_about(sample: Path, tmp_path: Path) -> None:
    found = facts("why-not", sample)
    assert len(found["asked"]) > 2
    for way in found["ways_out"]:
        assert all(one["delivery"] in found["asked"] for one in way)
    empty = tmp_path / "empty.cdplan"
    said("new", empty)
    assert said("why-not", empty)[1] == "Nothing clashes and everything has a date.\n"


@pytest.mark.parametrize(
    "words",
    [
        ["--at", "noon"],
        ["--on", "14.10."],
        ["--in", "nowhere at all"],
        ["--delivery", "GM-999"],
        ["--delivery"],
    ],
)
def test_wrong_words_are_one_sentence(words: list[str], sample: Path) -> None:
    code, out, error = said("why-not", sample, *words)
    assert (code, out, error.count("\n")) == (2, "", 1)
