"""Two desks and the command line between them: out as a bundle, back again, merged; a calendar as busy times."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from director_app.cli.main import run
from director_app.domain.edits import Change, Remove
from director_app.operations.open_plan import OpenPlan
from tests.cli.test_commands import keys_of
from tests.plan_files import STEP

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:a@example.org
DTSTART:20251015T190000
DTEND:20251015T210000
SUMMARY:Private
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    path = tmp_path / "여기.cdplan"
    run(["sample", str(path)])
    return path


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command: exit code, output (with --json as an object), error output."""

    def telling(*words: object) -> tuple[int, Any, str]:
        capsys.readouterr()
        code = run([*map(str, words), "--language", "en"])
        out, error = capsys.readouterr()
        return code, json.loads(out) if "--json" in words and out else out, error

    return telling


def _changed(path: Path, *edits: Any) -> None:
    opened = OpenPlan.open(path)
    for edit in edits:
        opened.perform(edit, STEP)
    opened.close()


def _dated(path: Path) -> list[Any]:
    opened = OpenPlan.open(path, read_only=True)
    found = sorted((one for one in opened.plan.deliveries.values() if one.date and one.start), key=lambda one: one.id)
    opened.close()
    return found


@pytest.fixture
def there(here: Path, tmp_path: Path, tell: Any) -> Path:
    """The plan of the other desk, begun from a bundle of this one."""
    code, facts, _error = tell("export", "bundle", here, "-o", tmp_path / "1.cdbundle", "--to", "조감독", "--json")
    assert (code, facts["to"], facts["encrypted"], facts["without_private"]) == (0, "조감독", False, False)
    path = tmp_path / "저기.cdplan"
    code, facts, _error = tell("merge", path, tmp_path / "1.cdbundle", "--json")
    assert (code, facts["begun"], facts["clashes"]) == (0, True, [])
    assert set(facts) == keys_of("merge")
    return path


def test_what_does_not_clash_comes_in_and_every_clash_is_numbered_with_both_sides(
    here: Path, there: Path, tmp_path: Path, tell: Any
) -> None:
    first, second = _dated(here)[:2]
    _changed(here, Change("deliveries", first.id, {"expected_heads": 70}))
    _changed(
        there,
        Change("deliveries", first.id, {"expected_heads": 90, "public_note": "비옷"}),
        Change("deliveries", second.id, {"expected_heads": 55}),
    )
    back = tmp_path / "2.cdbundle"
    assert tell("export", "bundle", there, "-o", back)[0] == 0
    code, out, _error = tell("merge", here, back, "--dry-run")
    assert code == 0
    assert "  1. " in out
    assert "     here: 70 (this holds)" in out
    assert "     there: 90" in out
    assert _dated(here)[1].expected_heads == second.expected_heads
    code, facts, _error = tell("merge", here, back, "--theirs", 1, "--json")
    assert [(one["field"], one["here"], one["there"], one["taken"]) for one in facts["clashes"]] == [
        ("expected_heads", "70", "90", "there")
    ]
    merged = _dated(here)
    assert [merged[0].expected_heads, merged[0].public_note, merged[1].expected_heads] == [90, "비옷", 55]
    assert tell("merge", here, back, "--json")[1]["changes"] == 0
    assert tell("undo", here)[0] == 0
    assert _dated(here)[0].expected_heads == 70


def test_what_one_side_removed_and_the_other_changed_is_a_clash_in_words(
    here: Path, there: Path, tmp_path: Path, tell: Any
) -> None:
    first = _dated(here)[0]
    _changed(here, Change("deliveries", first.id, {"expected_heads": 70}))
    _changed(there, Remove("deliveries", first.id))
    back = tmp_path / "2.cdbundle"
    tell("export", "bundle", there, "-o", back)
    clash = tell("merge", here, back, "--dry-run", "--json")[1]["clashes"][0]
    assert (clash["field"], clash["here"], clash["there"]) == (None, "kept, and changed", "removed")
    assert tell("merge", here, back, "--theirs", "all")[0] == 0
    assert first.id not in [one.id for one in _dated(here)]


def test_a_clash_that_is_not_there_and_a_bundle_of_another_plan_are_refused(
    here: Path, there: Path, tmp_path: Path, tell: Any
) -> None:
    before = _dated(here)
    code, out, error = tell("merge", here, tmp_path / "1.cdbundle", "--theirs", 7)
    assert (code, out, error.strip()) == (2, "", "There is no clash 7; there are 0.")
    other = tmp_path / "other.cdplan"
    tell("new", other)
    code, _out, error = tell("merge", other, tmp_path / "1.cdbundle")
    assert code == 2
    assert "does not come from a copy of this plan" in error
    assert _dated(here) == before


def test_a_bundle_with_a_passphrase_opens_only_with_it(here: Path, tmp_path: Path, tell: Any) -> None:
    secret, wrong, empty = tmp_path / "secret", tmp_path / "wrong", tmp_path / "empty"
    secret.write_text("봄밤의 공연\n둘째 줄", encoding="utf-8")
    wrong.write_text("another", encoding="utf-8")
    empty.touch()
    out, new = tmp_path / "1.cdbundle", tmp_path / "new.cdplan"
    assert tell("export", "bundle", here, "-o", out, "--passphrase-file", secret, "--json")[1]["encrypted"]
    assert "give the passphrase" in tell("merge", new, out)[2]
    assert "not the passphrase" in tell("merge", new, out, "--passphrase-file", wrong)[2]
    assert "nothing in its first line" in tell("merge", new, out, "--passphrase-file", empty)[2]
    assert not new.exists()
    assert tell("merge", new, out, "--passphrase-file", secret)[0] == 0
    assert len(_dated(new)) == len(_dated(here))


def test_a_bundle_may_hold_only_a_part_and_nothing_private(here: Path, tmp_path: Path, tell: Any) -> None:
    day, out, new = _dated(here)[0].date, tmp_path / "1.cdbundle", tmp_path / "new.cdplan"
    narrowed = ("--from", day, "--until", day, "--without-private")
    assert tell("export", "bundle", here, "-o", out, *narrowed, "--json")[1]["without_private"]
    tell("merge", new, out)
    assert {one.date for one in _dated(new)} == {day}
    opened = OpenPlan.open(new, read_only=True)
    assert all(contact.public for artist in opened.plan.artists.values() for contact in artist.contacts)
    opened.close()


def test_options_of_a_bundle_are_refused_elsewhere(here: Path, tmp_path: Path, tell: Any) -> None:
    for words in (("csv", "--to", "x"), ("pdf", "--without-private"), ("bundle", "--internal"), ("bundle", "--tasks")):
        code, _out, _error = tell("export", words[0], here, "-o", tmp_path / "o", *words[1:])
        assert (code, (tmp_path / "o").exists()) == (2, False)


def test_a_calendar_says_when_somebody_cannot(here: Path, tmp_path: Path, tell: Any) -> None:
    file = tmp_path / "busy.ics"
    file.write_text(CALENDAR, encoding="utf-8")
    opened = OpenPlan.open(here, read_only=True)
    artist = min(opened.plan.artists.values(), key=lambda one: one.name)
    venue = next(iter(opened.plan.venues.values()))
    opened.close()
    code, facts, _error = tell("import", here, file, "--busy", artist.name, "--dry-run", "--json")
    assert (code, facts["kind"], facts["new"], facts["events"]) == (0, "artists", 1, 1)
    assert tell("import", here, file, "--busy", artist.id)[0] == 0
    assert tell("import", here, file, "--busy", artist.id, "--json")[1]["same"] == 1
    assert tell("import", here, file, "--busy", venue.id, "--json")[1]["kind"] == "venues"
    assert tell("import", here, file, "--busy", "없는 사람 이름")[0] == 2
    assert tell("import", here, file, file, "--busy", artist.id)[0] == 2
