"""Options before and after a command, options that belong to something else, and what opens the window instead."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from director_app.__main__ import _is_for_window
from director_app.cli.arguments import EXPORT_FORMATS
from director_app.cli.main import COMMANDS, command_named, run
from director_app.startup import _wanted


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("season") / "sample.cdplan"
    assert run(["sample", str(path)]) == 0
    return path


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """The one sentence of a refusal."""

    def refuse(*words: object) -> str:
        capsys.readouterr()
        assert run(["--language=en", *map(str, words)]) == 2
        out, error = capsys.readouterr()
        assert (out, error.count("\n")) == ("", 1)
        return error

    return refuse


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_where_the_table_says(command: str) -> None:
    assert callable(command_named(command))


def test_language_and_json_stand_before_or_after_the_command(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for words in (
        ["--language", "en", "--json", "coverage", str(sample)],
        ["coverage", str(sample), "--json", "--language=en"],
        ["--json", "coverage", "--language=en", str(sample)],
        ["--language=ko", "coverage", str(sample), "--json", "--language=en"],
    ):
        capsys.readouterr()
        assert run(words) == 0
        said.append(json.loads(capsys.readouterr().out))
    assert said[1:] == said[:-1]


def test_options_alone_miss_a_command(refused: Callable[..., str]) -> None:
    assert "Something is missing: COMMAND" in refused()
    assert "Something is missing: COMMAND" in refused("--json")
    assert "--colour" in refused("--colour", "check", "x.cdplan")


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ([], True),
        (["봄.cdplan"], True),
        (["--demo"], True),
        (["-platform", "offscreen"], True),
        (["--language", "en", "check", "x.cdplan"], False),
        (["--json", "check", "x.cdplan"], False),
        (["--colour"], False),
        (["-h"], False),
        (["--version"], False),
        (["check", "x.cdplan"], False),
    ],
)
def test_what_opens_the_window(words: list[str], opens: bool) -> None:
    assert _is_for_window(words) is opens


def test_what_belongs_to_an_option_is_no_plan() -> None:
    assert _wanted(["-platform", "offscreen"]) is None
    assert _wanted(["-platform", "offscreen", "봄.cdplan"]) == Path("봄.cdplan")


@pytest.mark.parametrize("form", [form for form in EXPORT_FORMATS if form not in ("pdf", "docx")])
@pytest.mark.parametrize(
    "option",
    [["--document", "poster"], ["--size", "A4"], ["--since-edition", "1"], ["--each", "area"]],
)
def test_what_only_paper_knows_is_refused_elsewhere(
    form: str, option: list[str], sample: Path, tmp_path: Path, refused: Callable[..., str]
) -> None:
    out = tmp_path / "out"
    assert f"{option[0]} is only for pdf" in refused("export", form, sample, "-o", out, *option)
    assert not out.exists()


@pytest.mark.parametrize("form", [form for form in EXPORT_FORMATS if form not in ("pdf", "ics")])
def test_editions_are_of_paper_and_calendars(
    form: str, sample: Path, tmp_path: Path, refused: Callable[..., str]
) -> None:
    out = tmp_path / "out"
    assert "use --edition with pdf, or with ics" in refused("export", form, sample, "-o", out, "--edition")
    assert not out.exists()


def test_since_an_edition_is_only_for_the_sheet_of_changes(
    sample: Path, tmp_path: Path, refused: Callable[..., str]
) -> None:
    words = ("export", "pdf", sample, "-o", tmp_path / "out.pdf", "--since-edition", "1")
    assert "--document changes" in refused(*words)
    assert "--document changes" in refused(*words, "--document", "poster")


@pytest.mark.parametrize("document", ["booklet", "booklet-imposed", "poster", "contact-list"])
def test_paper_that_speaks_of_no_date_is_not_made(document: str, tmp_path: Path, refused: Callable[..., str]) -> None:
    empty, out = tmp_path / "empty.cdplan", tmp_path / "out.pdf"
    assert run(["new", str(empty)]) == 0
    assert "There is no date to print" in refused("export", "pdf", empty, "-o", out, "--document", document)
    assert not out.exists()


@pytest.mark.parametrize("option", ["--programme", "--delivery", "--artist", "--venue", "--area", "--initiative"])
def test_a_name_that_nothing_has_is_refused(
    option: str, sample: Path, tmp_path: Path, refused: Callable[..., str]
) -> None:
    sentence = refused("export", "csv", sample, "-o", tmp_path / "out.csv", option, "xyzzyx")
    assert sentence.startswith(f"There is nothing named “xyzzyx” for {option}")


def test_a_name_misspelled_is_refused_with_the_nearest(
    sample: Path, tmp_path: Path, refused: Callable[..., str]
) -> None:
    sentence = refused("export", "csv", sample, "-o", tmp_path / "out.csv", "--venue", "에코올")
    assert "nearest to it: 에코홀" in sentence
