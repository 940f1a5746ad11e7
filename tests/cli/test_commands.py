"""The command line: what it reports is what docs/cli.md says, and what it refuses it refuses in one sentence."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from director_app import __version__
from director_app.cli.arguments import EXPORT_FORMATS, SCOPES, parser
from director_app.cli.main import COMMANDS, language_of, run
from director_app.domain.ids import DeliveryId
from director_app.operations.open_plan import OpenPlan
from director_app.planner.fixes import FixKind, Reason
from director_app.planner.problems import ProblemKind
from director_app.store import migrations
from director_app.wording import Wording

ROOT = Path(__file__).resolve().parent.parent.parent
TRACE = "Traceback"


def documented() -> dict[str, str]:
    """The sections of docs/cli.md by command."""
    text = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    sections = re.split(r"^## ([\w-]+)\n", text, flags=re.MULTILINE)
    return dict(zip(sections[1::2], sections[2::2], strict=True))


def keys_of(command: str) -> set[str]:
    """The keys of the object that a command prints."""
    return set(re.findall(r"^\| `(\w+)` \|", documented()[command], flags=re.MULTILINE))


def command_parsers() -> dict[str, argparse.ArgumentParser]:
    top = parser(Wording("en"))
    actions = [action for action in top._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(actions[0].choices)


def test_every_command_and_option_is_documented() -> None:
    sections = documented()
    assert list(sections) == list(COMMANDS) or set(sections) == set(COMMANDS)
    assert set(command_parsers()) == set(COMMANDS)
    general = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8").split("## new")[0]
    for command, options in command_parsers().items():
        assert f"`{command}" in sections[command]
        for action in options._actions:
            for name in action.option_strings:
                if name.startswith("--") and name not in ("--help", "--output"):
                    assert name in sections[command] or name in general, f"{command} {name}"
    assert set(re.findall(r"`(\w+)`", sections["check"].split("Kinds:")[1])) == {kind.value for kind in ProblemKind}


def test_new_and_sample(tmp_path: Path, told: Callable[..., Any], refusal: Callable[..., str]) -> None:
    path = tmp_path / "새 계획.cdplan"
    code, facts = told("new", path)
    assert (code, set(facts)) == (0, keys_of("new"))
    assert facts["deliveries"] == 0
    before = path.read_bytes()
    for command in (["new", path], ["sample", path], ["sample", path, "--practice", "300"]):
        assert "exists already" in refusal(*command)
    assert path.read_bytes() == before
    code, facts = told("sample", tmp_path / "sample.cdplan")
    assert (code, set(facts)) == (0, keys_of("sample"))
    assert facts["deliveries"] > 0


def test_practice_seasons(tmp_path: Path, told: Callable[..., Any], refusal: Callable[..., str]) -> None:
    assert told("sample", tmp_path / "practice.cdplan", "--practice", "300")[1]["deliveries"] == 300
    assert "52000" in refusal("sample", tmp_path / "x.cdplan", "--practice", "301")
    assert not (tmp_path / "x.cdplan").exists()


def test_check(sample: Path, tmp_path: Path, told: Callable[..., Any]) -> None:
    before = sample.read_bytes()
    code, facts = told("check", sample)
    assert (code, set(facts)) == (1, keys_of("check"))
    assert set(facts["problems"][0]) == {"kind", "level", "subjects", "sentence", "accepted", "past"}
    assert set(facts["problems"][0]["subjects"][0]) == {"kind", "id", "name"}
    assert [entry["level"] for entry in facts["problems"]] == sorted(
        (entry["level"] for entry in facts["problems"]), key=["block", "warning", "note"].index
    )
    assert sample.read_bytes() == before
    empty = tmp_path / "empty.cdplan"
    run(["new", str(empty)])
    assert told("check", empty) == (0, {"problems": [], "counts": {"block": 0, "warning": 0, "note": 0}})


def test_documents(sample: Path, told: Callable[..., Any]) -> None:
    code, facts = told("documents", sample)
    assert (code, set(facts)) == (0, keys_of("documents"))
    assert {entry["name"] for entry in facts["documents"]} >= {"booklet", "flyer"}
    assert all(set(entry) == {"name", "title"} for entry in facts["documents"])


@pytest.mark.parametrize(
    ("kind", "amount"), [("ics", "events"), ("json", "records"), ("csv", "rows"), ("xlsx", "rows")]
)
def test_export(kind: str, amount: str, sample: Path, tmp_path: Path, told: Callable[..., Any]) -> None:
    out = tmp_path / f"out.{kind}"
    out.write_text("older")
    code, facts = told("export", kind, sample, "-o", out)
    assert code == 0
    assert set(facts) == {"file", "format", "remarks", amount}
    assert set(facts) <= keys_of("export")
    assert facts[amount] > 0
    assert out.stat().st_size > 100
    assert not list(tmp_path.glob(".*part"))


def test_export_of_some(sample: Path, tmp_path: Path, told: Callable[..., Any], refusal: Callable[..., str]) -> None:
    out = tmp_path / "some.csv"
    everything = told("export", "csv", sample, "-o", out)[1]["rows"]
    one = told("export", "csv", sample, "-o", out, "--delivery", "GM-031")[1]["rows"]
    october = told("export", "csv", sample, "-o", out, "--from", "2025-10-01", "--until", "2025-10-31")[1]["rows"]
    assert 1 == one < october < everything
    out.unlink()
    assert "nothing named" in refusal("export", "csv", sample, "-o", out, "--venue", "nowhere at all")
    assert "may be any of these" in refusal("export", "csv", sample, "-o", out, "--programme", "아트")
    assert "not a date" in refusal("export", "csv", sample, "-o", out, "--from", "yesterday")
    assert not out.exists()


def test_call_sheets_of_a_week_for_each_artist(
    sample: Path, tmp_path: Path, told: Callable[..., Any], refusal: Callable[..., str]
) -> None:
    folder = tmp_path / "sheets"
    week = ("--document", "call-sheet", "--each", "artist", "--from", "2025-10-06", "--until", "2025-10-12")
    code, facts = told("export", "pdf", sample, "-o", folder, *week)
    assert code == 0
    assert set(facts) <= keys_of("export")
    assert sorted(facts["files"]) == sorted(path.name for path in folder.iterdir())
    assert len(facts["files"]) > 2
    assert "cannot be made for each area" in refusal(
        "export", "pdf", sample, "-o", folder, "--document", "poster", "--each", "area"
    )
    assert "no folder" in refusal("export", "pdf", sample, "-o", sample, *week)


def test_a_letter_needs_somebody_who_gets_it(sample: Path, tmp_path: Path, refusal: Callable[..., str]) -> None:
    letters = ("export", "pdf", sample, "-o", tmp_path / "letters.pdf", "--document", "refusal-letter")
    assert "No application is declined" in refusal(*letters)
    assert "nobody" in refusal(*letters, "--application", "nobody")


@pytest.mark.parametrize("kind", EXPORT_FORMATS)
def test_export_never_hits_the_plan(kind: str, sample: Path, refusal: Callable[..., str]) -> None:
    before = sample.read_bytes()
    assert "plan itself" in refusal("export", kind, sample, "-o", sample)
    link = sample.with_name("link.cdplan")
    link.symlink_to(sample)
    assert "plan itself" in refusal("export", kind, sample, "-o", link)
    assert sample.read_bytes() == before


def test_import_undo_and_redo(sample: Path, tmp_path: Path, told: Callable[..., Any]) -> None:
    out, plan = tmp_path / "whole.json", tmp_path / "other.cdplan"
    assert told("export", "json", sample, "-o", out)[0] == 0
    run(["new", str(plan)])
    before = plan.read_bytes()
    code, facts = told("import", plan, out, "--dry-run")
    assert (code, set(facts)) == (0, keys_of("import"))
    assert facts["dry_run"] is True
    assert facts["new"] > 300
    assert plan.read_bytes() == before
    assert told("import", plan, out)[1] == {**facts, "dry_run": False}
    again = told("import", plan, out)[1]
    assert (again["new"], again["changed"], again["same"]) == (0, 0, facts["new"] + facts["changed"])

    code, undone = told("undo", plan)
    assert (code, set(undone)) == (0, keys_of("undo"))
    assert undone["records"] == facts["new"] + facts["changed"]
    code, redone = told("redo", plan)
    assert (code, set(redone)) == (0, keys_of("redo"))
    assert redone == undone
    code, none = told("redo", plan)
    assert (code, none) == (0, {"step": None, "made_at": None, "records": 0})
    one, other = OpenPlan.open(sample, read_only=True), OpenPlan.open(plan, read_only=True)
    assert one.plan.deliveries == other.plan.deliveries
    assert one.ledger_rows() == other.ledger_rows()
    one.close()
    other.close()


def test_import_of_what_makes_no_sense(sample: Path, tmp_path: Path, refusal: Callable[..., str]) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"format": "culture-delivery-plan", "version": 1, "venues": [{"id": "v", "roof": 1}]}')
    assert "venues[0]" in refusal("import", sample, wrong)
    refusal("import", sample, tmp_path / "nothing.csv")


def test_backup(sample: Path, tmp_path: Path, told: Callable[..., Any], refusal: Callable[..., str]) -> None:
    out = tmp_path / "backup.cdplan"
    opened = OpenPlan.open(sample)
    code, facts = told("backup", sample, "-o", out)
    assert (code, set(facts)) == (0, keys_of("backup"))
    copy = OpenPlan.open(out)
    assert copy.plan == opened.plan
    assert copy.read_only is None
    copy.close()
    opened.close()
    assert "plan itself" in refusal("backup", sample, "-o", sample)
    refusal("backup", sample, "-o", tmp_path / "no folder" / "backup.cdplan")
    refusal("backup", sample, "-o", tmp_path)


def test_what_writes_refuses_a_plan_in_use(sample: Path, tmp_path: Path, refusal: Callable[..., str]) -> None:
    table = tmp_path / "whole.json"
    run(["export", "json", str(sample), "-o", str(table)])
    opened = OpenPlan.open(sample)
    for words in (["undo"], ["redo"]):
        sentence = refusal(*words, sample)
        assert sample.name in sentence
        assert "nothing was changed" in sentence
        assert "Close it there" in sentence
    assert "Close it there" in refusal("import", sample, table)
    assert run(["check", str(sample)]) == 1
    assert run(["export", "ics", str(sample), "-o", str(tmp_path / "out.ics")]) == 0
    opened.close()


def test_selftest_reports_what_is_documented(monkeypatch: pytest.MonkeyPatch, told: Callable[..., Any]) -> None:
    from director_app.cli import selftest

    monkeypatch.setattr(selftest, "_ATTEMPTS", {"open": lambda *_: True, "print": lambda *_: False})
    code, facts = told("selftest")
    assert (code, set(facts)) == (2, keys_of("selftest"))
    assert facts == {"ok": False, "done": ["open"], "failed": ["print"]}


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["dance"],
        ["check"],
        ["check", "--colour", "x.cdplan"],
        ["export", "docx", "x.cdplan", "-o", "y"],
        ["export", "pdf", "x.cdplan"],
        ["sample", "x.cdplan", "--practice", "many"],
        ["import", "x.cdplan"],
        ["check", "nothing.cdplan"],
        ["backup", "nothing.cdplan", "-o", "x"],
        ["undo", "."],
    ],
)
def test_wrong_use_is_one_sentence(
    words: list[str], refusal: Callable[..., str], monkeypatch: Any, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refusal(*words)
    assert not list(tmp_path.glob("*.cdplan*"))


@pytest.mark.parametrize("content", [b"", b"x" * 5000, b"SQLite format 3\x00" + bytes(5000)])
@pytest.mark.parametrize("command", ["check", "documents", "undo", "redo"])
def test_other_files_are_refused(command: str, content: bytes, tmp_path: Path, refusal: Callable[..., str]) -> None:
    path = tmp_path / "other.cdplan"
    path.write_bytes(content)
    assert "other.cdplan" in refusal(command, path)
    assert path.read_bytes() == content


def test_the_language_is_asked_for_or_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert language_of(["check", "x"]) == "ko"
    assert language_of(["check", "x", "--language", "en"]) == "en"
    assert language_of(["check", "x", "--language=en"]) == "en"
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert language_of(["check", "--language"]) == "en"
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert language_of([]) == "ko"


def program(*words: object, **variables: str) -> subprocess.CompletedProcess[str]:
    """The program as a user starts it."""
    return subprocess.run(
        [sys.executable, "-m", "director_app", *map(str, words)],
        cwd=ROOT, env={**os.environ, **variables}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_program_itself(sample: Path) -> None:
    done = program("check", sample, "--json", "--language", "en", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert json.loads(done.stdout)["counts"]["block"] > 0
    assert done.stderr == ""
    refused = program("undo", sample.with_name("nothing.cdplan"))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.count("\n") == 1
    assert program("--version").stdout.split()[-1] == __version__


def test_no_window_library_is_loaded_for_a_command(sample: Path) -> None:
    code = (
        "import sys; from director_app.cli.main import run; run(['check', sys.argv[1]]); "
        "print(sorted(m for m in sys.modules if m in ('PySide6', 'reportlab', 'icalendar', 'sqlite_utils')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(sample)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_names_that_only_one_has(sample: Path) -> None:
    from director_app.cli.names import find_named

    opened = OpenPlan.open(sample, read_only=True)
    plan = opened.plan
    delivery = plan.deliveries[DeliveryId("delivery-031")]
    assert find_named(plan, "deliveries", delivery.id, "--delivery") == delivery.id
    assert find_named(plan, "deliveries", delivery.number.lower(), "--delivery") == delivery.id
    assert find_named(plan, "deliveries", f" {delivery.number} ", "--delivery") == delivery.id
    opened.close()


def test_no_display_is_one_sentence_before_qt() -> None:
    without = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    refused = program(**without, LANG="en_GB.UTF-8", LC_ALL="")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "no display" in refused.stderr
    assert "--help" in refused.stderr
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "variables", "platform", "shown"),
    [
        ([], {}, "linux", False),
        ([], {"DISPLAY": ""}, "linux", False),
        ([], {"DISPLAY": ":0"}, "linux", True),
        ([], {"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ([], {"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        (["-platform", "offscreen"], {}, "linux", True),
        ([], {}, "win32", True),
        ([], {}, "darwin", True),
    ],
)
def test_where_there_is_a_display(words: list[str], variables: dict[str, str], platform: str, shown: bool) -> None:
    from director_app.startup import has_display

    assert has_display(words, variables, platform) is shown


@pytest.mark.skipif(sys.platform != "linux", reason="only here are names bytes")
def test_a_name_that_is_not_text(tmp_path: Path, told: Callable[..., Any]) -> None:
    path = tmp_path / os.fsdecode(b"\xff\xfe2.cdplan")
    assert told("new", path)[0] == 0
    assert told("check", path)[0] == 0
    opened = OpenPlan.open(path, read_only=True)
    assert opened.plan.season.title == "2"
    opened.close()
    nameless = tmp_path / os.fsdecode(b"\xff.cdplan")
    for words in (
        ["new", nameless],
        ["export", "json", nameless, "-o", tmp_path / os.fsdecode(b"\xfe.json"), "--json"],
    ):
        done = program(*words)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("words", [["check"], ["check", "--json"], ["--help"]])
def test_output_that_takes_nothing(words: list[str], sample: Path) -> None:
    command = [sys.executable, "-m", "director_app", *words, *([str(sample)] if words[0] == "check" else [])]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False
        )
        assert subprocess.run(command, cwd=ROOT, stdout=full, stderr=full, check=False).returncode == 2
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert TRACE not in done.stderr


def test_what_may_only_be_read_or_is_newer(
    sample: Path, refusal: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda *_args, **_named: False)
        assert "may only be read" in refusal("undo", sample)
    monkeypatch.setattr(migrations, "STEP_NAMES", ())
    assert "newer version" in refusal("undo", sample)


@pytest.mark.parametrize(
    "options",
    [
        ["--internal"], ["--from", "2025-10-01"], ["--until", "2025-10-01"],
        *([f"--{scope}", "x"] for scope in SCOPES),
    ],
)  # fmt: skip
def test_json_is_whole(options: list[str], sample: Path, tmp_path: Path, refusal: Callable[..., str]) -> None:
    out = tmp_path / "out.json"
    sentence = refusal("export", "json", sample, "-o", out, *options)
    assert "whole plan" in sentence
    assert options[0] in sentence
    assert not out.exists()


def test_paper_never_holds_contacts(sample: Path, tmp_path: Path, refusal: Callable[..., str]) -> None:
    assert "--internal" in refusal("export", "pdf", sample, "-o", tmp_path / "out.pdf", "--internal")


@pytest.mark.parametrize("kind", ["ics", "pdf", "csv"])
def test_dates_the_wrong_way_round(kind: str, sample: Path, tmp_path: Path, refusal: Callable[..., str]) -> None:
    out = tmp_path / "out"
    words = ["export", kind, sample, "-o", out, "--from", "2025-10-02", "--until", "2025-10-01"]
    assert "2025-10-02" in refusal(*words)
    assert not out.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count otherwise")
def test_names_that_are_too_long(sample: Path, tmp_path: Path, refusal: Callable[..., str]) -> None:
    def named(length: int, suffix: str = ".cdplan") -> Path:
        return tmp_path / ("n" * (length - len(suffix)) + suffix)

    assert run(["new", str(named(247))]) == 0
    assert run(["undo", str(named(247))]) == 0
    for length in (248, 255, 256, 300):
        for command in ("new", "sample", "undo", "redo"):
            assert "too long" in refusal(command, named(length))
    for words in (["check", named(300)], ["backup", sample, "-o", named(300)], ["import", sample, named(300, ".csv")]):
        assert "too long" in refusal(*words)
    assert "too long" in refusal("export", "csv", sample, "-o", named(300, ".csv"))
    assert "too long" in refusal("check", "/".join(["n" * 200] * 30))
    shutil.copy(sample, named(250))
    assert run(["check", str(named(250))]) == 1
    assert run(["export", "ics", str(named(250)), "-o", str(tmp_path / "out.ics")]) == 0


@pytest.mark.parametrize(
    ("words", "said", "korean"),
    [
        (["dance"], "no command “dance”", "‘dance’ 명령은 없습니다"),
        (["check"], "missing: PLAN", "빠진 것이 있습니다: PLAN"),
        (["export", "pdf", "x"], "missing: -o/--output", "빠진 것이 있습니다: -o/--output"),
        (["export", "odt", "x", "-o", "y"], "“odt” cannot be used for FORMAT", "쓸 수 있는 값: ics, pdf"),
        (["export", "pdf", "x", "-o"], "-o/--output needs something", "-o/--output 뒤에"),
        (["sample", "x", "--practice", "many"], "“many” is no number", "‘many’ 값은 숫자가 아닙니다"),
        (["check", "--colour", "x"], "not understood: --colour", "알아들을 수 없는 부분이 있습니다: --colour"),
        (["check", "--json=yes", "x"], "--json takes nothing after it", "‘yes’ 부분을 빼 주세요"),
    ],
)
def test_wrong_use_says_what(
    words: list[str], said: str, korean: str, refusal: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in refusal(*words)
    run([*words, "--language=ko"] if words[-1:] != ["-o"] else ["--language=ko", *words])
    sentence = capsys.readouterr().err
    if words[-1:] != ["-o"]:
        assert korean in sentence
    assert not re.search("argument|invalid|required|expected", sentence)


def test_no_command_at_all(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert run([]) == 2
    assert capsys.readouterr().err == "빠진 것이 있습니다: COMMAND. `director-app --help`를 보세요.\n"


def test_suggest_offers_ways_out_and_free_places(sample: Path, told: Callable[..., tuple[int, dict[str, Any]]]) -> None:
    code, found = told("suggest", sample, "--delivery", "GM-031")
    assert (code, found["number"]) == (0, "GM-031")
    assert set(found["about"][0]) == {"sentence", "suggestions"}
    suggested = found["about"][0]["suggestions"]
    assert suggested
    assert {"kind", "delivery", "sentence", "reasons", "because"} == set(suggested[0])
    opened = OpenPlan.open(sample)
    everything = opened.plan.deliveries.values()
    opened.close()
    undecided = next(one for one in everything if one.date is None and one.status == "pencilled")
    code, found = told("suggest", sample, "--delivery", undecided.number)
    assert {one["kind"] for one in found["about"][-1]["suggestions"]} == {"place"}


def test_every_kind_and_reason_of_a_suggestion_is_described() -> None:
    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for word in (*FixKind, *Reason):
        assert f"`{word}`" in text
