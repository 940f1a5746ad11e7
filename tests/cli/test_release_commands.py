"""Editions from the command line: made, listed, compared, printed; a refusal is one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from director_app.cli.main import run
from director_app.domain.edits import Change, Remove
from director_app.domain.published import date_order
from director_app.domain.sheet_codes import sheet_code
from director_app.operations.open_plan import OpenPlan
from director_app.planner.comparing import ChangeKind
from tests.cli.command_line import facts
from tests.cli.test_commands import documented, keys_of
from tests.documents.reading import whole_text
from tests.plan_files import STEP


@pytest.fixture
def refusal(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs a command that has to be refused: its sentence."""

    def tell(*words: object) -> str:
        capsys.readouterr()
        assert run([*map(str, words), "--language", "en"]) == 2
        out, error = capsys.readouterr()
        assert (out, error.count("\n")) == ("", 1)
        return error.strip()

    return tell


def change(path: Path, place: int, **values: Any) -> str:
    """Change one date of the season, by its place in the order of time: its number."""
    opened = OpenPlan.open(path)
    one = sorted((each for each in opened.plan.deliveries.values() if each.start), key=date_order)[place]
    opened.perform(Change("deliveries", one.id, values), STEP)
    opened.close()
    return one.number


def test_editions_are_made_listed_and_compared(sample: Path) -> None:
    assert facts("releases", sample) == {"releases": [], "changes": 0}
    made = facts("release", sample, "--name", "여름 배포")
    assert set(made) == keys_of("release")
    assert (made["number"], made["name"], made["new"]) == (1, "여름 배포", True)
    again = facts("release", sample)
    assert (again["number"], again["new"], again["changes"]) == (1, False, 0)
    number = change(sample, 0, start=600, end=650)
    listed = facts("releases", sample)
    assert set(listed) == keys_of("releases")
    assert ([one["number"] for one in listed["releases"]], listed["changes"]) == ([1], 1)
    found = facts("compare", sample)
    assert set(found) == keys_of("compare")
    assert [(one["kind"], one["number"]) for one in found["changes"]] == [("moved", number)]
    assert found["counts"] == {"major": 1, "notable": 0, "minor": 0}
    assert facts("release", sample)["changes"] == 1
    change(sample, 1, public_note="우산")
    assert [one["kind"] for one in facts("compare", sample)["changes"]] == ["reworded"]
    assert [one["kind"] for one in facts("compare", sample, "--from", 1)["changes"]] == ["moved", "reworded"]
    opened = OpenPlan.open(sample)
    code = sheet_code(opened.plan.season.id, 1)
    opened.close()
    assert facts("compare", sample, "--from", code) == facts("compare", sample, "--from", 1)
    assert facts("compare", sample, "--to", 2) == {**found, "to": 2}
    assert set(re.findall(r"`(\w+)`", documented()["compare"].split("Kinds:")[1])) == set(ChangeKind)


def test_only_what_concerns_one_person_or_place(sample: Path) -> None:
    facts("release", sample)
    change(sample, 0, start=600, end=650)
    opened = OpenPlan.open(sample, read_only=True)
    moved = sorted((each for each in opened.plan.deliveries.values() if each.start), key=date_order)[0]
    free = next(one for one in opened.plan.venues if one != moved.venue)
    opened.close()
    assert len(facts("compare", sample, "--venue", moved.venue)["changes"]) == 1
    assert facts("compare", sample, "--venue", free)["changes"] == []


def test_a_document_is_given_out_as_an_edition(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "notice.pdf"
    words = ("export", "pdf", sample, "-o", out, "--document", "contact-list")
    assert facts(*words)["edition"] is None
    made = facts(*words, "--edition")
    assert made["edition"] == 1
    assert set(made) <= keys_of("export")
    assert "Edition 1" in whole_text(out)
    given = facts("releases", sample)["releases"][0]["given"]
    assert [(one["document"], one["language"], one["narrowed"]) for one in given] == [("contact-list", "en", [])]
    number = change(sample, 0, start=600, end=650)
    sheet = ("export", "pdf", sample, "-o", out, "--document", "changes")
    facts(*sheet)
    assert number in whole_text(out)
    assert facts(*sheet, "--edition")["edition"] == 2
    assert "Since edition 1" in whole_text(out)
    assert facts(*sheet, "--since-edition", 2)["pages"] == 1
    assert "Nothing changed since then." in " ".join(whole_text(out).split())


def test_what_cannot_be_is_one_sentence(sample: Path, tmp_path: Path, refusal: Callable[..., str]) -> None:
    out = tmp_path / "x.pdf"
    assert "Nothing was given out" in refusal("compare", sample)
    assert "Nothing was given out" in refusal("export", "pdf", sample, "-o", out, "--document", "changes")
    run(["release", str(sample)])
    assert "no edition 7" in refusal("compare", sample, "--from", 7)
    assert "no edition 0" in refusal("compare", sample, "--to", 1, "--from", 0)
    assert "셋 is no code of a sheet" in refusal("compare", sample, "--from", "셋")
    assert "--edition" in refusal("export", "json", sample, "-o", out, "--edition")
    empty = tmp_path / "empty.cdplan"
    run(["new", str(empty)])
    assert "no date yet" in refusal("release", empty)
    assert not out.exists()


def test_one_date_becomes_again_what_an_edition_said(sample: Path) -> None:
    facts("release", sample)
    number = change(sample, 0, start=600, end=650, internal_note="열쇠는 관리실")
    made = facts("restore", sample, "--edition", 1, "--delivery", number)
    assert set(made) == keys_of("restore")
    assert (made["number"], made["changed"]) == (number, True)
    assert facts("compare", sample)["changes"] == []
    opened = OpenPlan.open(sample)
    one = next(each for each in opened.plan.deliveries.values() if each.number == number)
    assert one.internal_note == "열쇠는 관리실"
    opened.perform(Remove("deliveries", one.id), STEP)
    opened.close()
    assert facts("restore", sample, "--edition", 1, "--delivery", number)["delivery"] == one.id
    again = facts("restore", sample, "--edition", 1, "--delivery", number)
    assert (again["changed"], again["step"]) == (False, None)


def test_what_cannot_be_restored_is_one_sentence(sample: Path, refusal: Callable[..., str]) -> None:
    assert "Nothing was given out" in refusal("restore", sample, "--edition", 1, "--delivery", "GM-001")
    run(["release", str(sample)])
    assert "no edition 3" in refusal("restore", sample, "--edition", 3, "--delivery", "GM-001")
    assert "nothing named" in refusal("restore", sample, "--edition", 1, "--delivery", "없는 일정 이름")
