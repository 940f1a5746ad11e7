"""Preferences come back as they were written, whatever else is in the file."""

import datetime
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app import paths, preferences
from director_app.preferences import Preferences, RecentPlan, WindowPreferences

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(
    st.builds(
        Preferences,
        language=st.sampled_from(["ko", "en"]),
        theme=st.sampled_from(["system", "light", "dark"]),
        week_start=st.sampled_from(["monday", "sunday"]),
        window=st.builds(WindowPreferences, schedule_view=st.sampled_from(["month", "list"])),
        recent=st.lists(st.builds(RecentPlan, path=WORDS, name=WORDS, opened=WORDS), max_size=4).map(tuple),
    )
)
def test_round_trip(tmp_path: Path, chosen: Preferences) -> None:
    file = tmp_path / "preferences.toml"
    preferences.save(chosen, file)
    assert preferences.load(file) == chosen


def test_without_a_file_the_defaults() -> None:
    assert preferences.load() == Preferences()
    assert not paths.preferences_file().exists()


def test_folders_are_made_when_something_is_saved() -> None:
    preferences.save(Preferences(language="en"))
    assert preferences.load().language == "en"
    assert [file.name for file in paths.config_folder().iterdir()] == ["preferences.toml"]


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe\x00", b"[[[["])
def test_a_broken_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "preferences.toml"
    file.write_bytes(content)
    assert preferences.load(file) == Preferences()
    assert (tmp_path / "preferences.toml.broken").read_bytes() == content


@pytest.mark.parametrize(
    "content",
    [
        'language = "fr"',
        "language = 3",
        'theme = ["dark"]',
        'window = "small"',
        'window = { tray_open = "yes", schedule_view = 4 }',
        'recent = "none"',
        "recent = [1, { path = 3 }]",
    ],
)
def test_values_that_make_no_sense_are_the_defaults(tmp_path: Path, content: str) -> None:
    file = tmp_path / "preferences.toml"
    file.write_text(content, encoding="utf-8")
    assert preferences.load(file) == Preferences()


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "preferences.toml"
    file.write_text('font = "large"\n[window]\nzoom = 3\n', encoding="utf-8")
    preferences.save(Preferences(theme="dark"), file)
    written = tomllib.loads(file.read_text(encoding="utf-8"))
    assert (written["font"], written["window"]["zoom"], written["theme"]) == ("large", 3, "dark")


def test_recent_plans_are_ordered_and_few(tmp_path: Path) -> None:
    chosen = Preferences()
    for number in range(15):
        chosen = chosen.with_recent(tmp_path / f"{number}.cdplan", f"{number}")
    chosen = chosen.with_recent(tmp_path / "9.cdplan", "nine again")
    assert [plan.name for plan in chosen.recent][:3] == ["nine again", "14", "13"]
    assert len(chosen.recent) == preferences.RECENT_LIMIT
    assert len({plan.path for plan in chosen.recent}) == preferences.RECENT_LIMIT
    assert chosen.without_recent(chosen.recent[0].path).recent == chosen.recent[1:]


def test_when_a_plan_was_opened_is_written_in_utc(tmp_path: Path) -> None:
    seoul = datetime.timezone(datetime.timedelta(hours=9))
    now = datetime.datetime(2025, 10, 14, 8, 30, tzinfo=seoul)
    assert Preferences().with_recent(tmp_path, "x", now).recent[0].opened == "2025-10-13T23:30:00+00:00"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "preferences.toml"
    preferences.save(Preferences(theme="dark"), file)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        preferences.save(Preferences(theme="light"), file)
    assert preferences.load(file).theme == "dark"
    assert [each.name for each in tmp_path.iterdir()] == ["preferences.toml"]
