"""Templates from the command line: written, taken in by another plan, printed by name."""

from __future__ import annotations

from pathlib import Path

from director_app.cli.main import run
from director_app.operations import templates
from director_app.operations.open_plan import OpenPlan
from tests.cli.command_line import facts
from tests.cli.test_commands import keys_of
from tests.documents.reading import squeezed, whole_text


def test_a_template_is_passed_on_and_printed(sample: Path, tmp_path: Path) -> None:
    opened = OpenPlan.open(sample)
    template, edit, step = templates.beginning(opened.plan, "booklet", "내 책자")
    opened.perform(edit, step)
    opened.perform(*templates.wording(template, "Contents", "이 책의 순서"))
    opened.close()
    file, out = tmp_path / "mine.cdtemplate", tmp_path / "booklet.pdf"
    told = facts("templates", sample, "--write", "내 책자", "-o", file)
    assert set(told) == keys_of("templates")
    assert [one["name"] for one in facts("templates", sample, "--add", file)["templates"]] == ["내 책자", "내 책자 2"]
    facts("export", "pdf", sample, "-o", out, "--template", "내 책자 2", "--style", "festive", "--language", "ko")
    assert squeezed("이 책의 순서") in squeezed(whole_text(out))


def test_what_makes_no_sense_is_refused(sample: Path, tmp_path: Path) -> None:
    assert run(["templates", str(sample), "--write", "내 책자"]) == 2
    assert run(["templates", str(sample), "--write", "없음", "-o", str(tmp_path / "x")]) == 2
    assert run(["templates", str(sample), "--add", str(tmp_path / "none")]) == 2
    assert run(["export", "csv", str(sample), "-o", str(tmp_path / "x.csv"), "--template", "없음"]) == 2
