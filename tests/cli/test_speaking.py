"""How the command line speaks: help in the reader's language, UTF-8 everywhere, and which names were meant."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from director_app.cli.arguments import CHOICES, EXPORT_FORMATS, SCOPES, parser
from director_app.cli.main import COMMANDS, run
from director_app.cli.names import find_named
from director_app.documents.catalogue import WORKERS_LANGUAGES
from director_app.domain.ids import ArtistId, VenueId
from director_app.domain.people import Artist
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.refusals import RefusedInput
from director_app.domain.season import Season
from director_app.imports.charge_fields import SHEETS
from director_app.operations.whole_plans import start_empty
from director_app.wording import Wording

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan with nothing in it."""
    opened = start_empty(tmp_path_factory.mktemp("plan") / "봄.cdplan")
    opened.close()
    return opened.path


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_help_has_no_word_of_another_language(command: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*([command] if command else []), "--help", "--language=ko"]) == 0
    shown = capsys.readouterr().out
    assert "options:" not in shown
    assert shown.startswith("사용법: director-app")
    assert shown.count("사용법") == 1
    names = {"director", "app", "json", "id", "documents", *re.findall("[a-z]+", " ".join(COMMANDS))}
    words = set(
        re.findall(r"(?<![\w-])[a-z]{2,}(?![\w|])", re.sub(r"--?[a-z-]+|\{.*?\}|[a-z-]+(\s*\|\s*[a-z-]+)+", "", shown))
    )
    named = {*SHEETS, *(one for one, _name in WORKERS_LANGUAGES)}
    choices = {*EXPORT_FORMATS, "all", "cdbundle", *SCOPES, *named, *re.findall("[a-z]+", " ".join(CHOICES))}
    assert words <= names | choices


def test_english_help_is_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["undo", "-h", "--language", "en"]) == 0
    assert not re.search("[가-힣]", capsys.readouterr().out)
    assert isinstance(parser(Wording("en")), argparse.ArgumentParser)


@pytest.mark.parametrize("words", [["check", "--json=yes", "x"], ["import", "--dry-run=", "x", "y"], ["undo", "-hx"]])
def test_what_takes_no_value_says_so(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*words, "--language=en"]) == 2
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)
    assert "takes nothing after it" in error


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "cp949:strict"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_korean_comes_out_whole_wherever_it_runs(variables: dict[str, str], empty: Path) -> None:
    def spoken(*words: object) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "director_app", *map(str, words), "--language=ko"],
            cwd=ROOT, env={**os.environ, **variables}, capture_output=True, check=False,
        )  # fmt: skip
        return done.returncode, (done.stdout + done.stderr).decode("utf-8")

    copy = shutil.copy(empty, empty.with_name("사본.cdplan"))
    assert spoken("undo", copy) == (0, "되돌릴 작업이 없습니다.\n")
    code, refused = spoken("check", empty.with_name("없음.cdplan"))
    assert (code, "없음.cdplan 파일이 없습니다" in refused) == (2, True)


def test_one_sentence_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "zwei\nZeilen\t.cdplan", "--language=en"]) == 2
    assert capsys.readouterr().err.startswith("There is no file zwei Zeilen .cdplan.")


def test_a_refusal_never_comes_out_among_results(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert run(["check", "nothing.cdplan"]) == 2
    assert capsys.readouterr().out == ""


VENUES = ["동락공원", "에코홀", "에코홀 2층", "산단 카페", "봄, 그리고 밤"]
ALL_VENUES = "; ".join(sorted(VENUES))
NAMED = Plan.of(
    [
        Season(SEASON),
        *(Venue(VenueId(f"v{number}"), name=name) for number, name in enumerate(VENUES)),
        *(Artist(ArtistId(f"a{number}"), name="봄밤 앙상블") for number in range(12)),
    ]
)


@pytest.mark.parametrize(("name", "found"), [("v3", "v3"), ("에코홀", "v1"), ("카 페", "v3"), ("봄, 그리고", "v4")])
def test_one_is_meant(name: str, found: str) -> None:
    assert find_named(NAMED, "venues", name, "--venue") == found


@pytest.mark.parametrize(
    ("kind", "name", "told"),
    [
        ("venues", "홀", {"candidates": "에코홀; 에코홀 2층"}),
        ("venues", "동랍공원", {"candidates": "동락공원"}),
        ("venues", "", {"candidates": ALL_VENUES}),
        ("venues", "Zürich", {"candidates": ALL_VENUES}),
        ("artists", "Zürich", {}),
        (
            "artists",
            "봄밤앙상블",
            {"candidates": "; ".join(f"봄밤 앙상블 (a{one})" for one in (0, 1, 10, 11, 2, 3, 4, 5)) + "; …"},
        ),
        ("areas", "공단동", {}),
    ],
)
def test_none_or_several_are_meant(kind: str, name: str, told: dict[str, str]) -> None:
    with pytest.raises(RefusedInput) as refused:
        find_named(NAMED, kind, name, "--x")
    assert {key: value for key, value in refused.value.values.items() if key == "candidates"} == told
