"""`export html`: the programme for readers on the web."""

from __future__ import annotations

from pathlib import Path

from tests.cli.command_line import facts, said


def test_the_programme_is_a_folder_of_web_pages(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "web"
    found = facts("export", "html", sample, "-o", folder, "--from", "2025-10-01", "--until", "2025-10-31")
    assert found["format"] == "html"
    assert found["dates"] > 20
    assert '<html lang="en">' in (folder / "index.html").read_text("utf-8")


def test_options_of_other_formats_are_refused(sample: Path, tmp_path: Path) -> None:
    for option in (("--internal",), ("--columns", "A"), ("--document", "flyer"), ("--edition",)):
        code, out, err = said("export", "html", sample, "-o", tmp_path / "web", *option)
        assert (code, out) == (2, "")
        assert option[0] in err
    assert not (tmp_path / "web").exists()
