"""Money, reports and the next season from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from director_app.cli.arguments import SEASON_PARTS
from director_app.cli.main import run
from director_app.operations.next_season import Part
from tests.cli.test_commands import keys_of
from tests.documents.reading import whole_text


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any]]:
    """Runs a command: its exit code, and its object or its sentence."""

    def tell(*words: object) -> tuple[int, Any]:
        capsys.readouterr()
        code = run([*map(str, words), "--json", "--language", "en"])
        out, error = capsys.readouterr()
        return code, json.loads(out) if out else error

    return tell


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("settlement", "Funding Budget by code Payments"),
        ("operation-plan", "Grounds Publicity Rain and heat Timetable"),
        ("result-report", "50,664 84.7 21,000 14,664 78.3 3,500 610"),
        ("light-calendar", "Sample work “Chimney of light”"),
    ],
)
def test_reports_of_the_sample(document: str, words: str, sample: Path, told: Callable[..., Any]) -> None:
    out = sample.with_name(f"{document}.pdf")
    code, facts = told("export", "pdf", sample, "-o", out, "--document", document)
    assert (code, facts["format"]) == (0, "pdf")
    text = " ".join(whole_text(out).split())
    assert all(word in text for word in words.split(" "))


def test_a_settlement_is_a_workbook_too(sample: Path, told: Callable[..., Any]) -> None:
    from python_calamine import CalamineWorkbook

    out = sample.with_name("settlement.xlsx")
    code, facts = told("export", "xlsx", sample, "-o", out, "--document", "settlement")
    assert code == 0
    book = CalamineWorkbook.from_path(out)
    assert len(book.sheet_names) == 4
    assert facts["rows"] == sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names) - 10
    code, sentence = told("export", "xlsx", sample, "-o", out, "--document", "settlement", "--area", "x")
    assert (code, "--area" in str(sentence)) == (2, True)
    assert told("export", "xlsx", sample, "-o", out, "--document", "booklet")[0] == 2


def test_the_next_season_is_a_plan_of_its_own(sample: Path, told: Callable[..., Any]) -> None:
    out = sample.with_name("2026.cdplan")
    code, facts = told("copy-season", sample, "-o", out, "--year", 2026, "--without", "budget", "--without", "texts")
    assert (code, facts["left_out"]) == (0, ["budget", "texts"])
    assert set(facts) == keys_of("copy-season")
    assert told("check", out)[0] in (0, 1)
    assert told("copy-season", sample, "-o", out, "--year", 2026)[0] == 2  # the file exists
    assert told("copy-season", sample, "-o", sample.with_name("x.cdplan"), "--year", 2025)[0] == 2
    assert not sample.with_name("x.cdplan").exists()


def test_the_parts_are_those_there_are() -> None:
    assert set(SEASON_PARTS) == set(Part)
