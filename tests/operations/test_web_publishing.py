"""The folder of web pages: whole, only over its own, with calendars that the plan remembers."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator
from pathlib import Path

import icalendar
import pytest

from director_app.domain.refusals import CannotUseFile
from director_app.operations.open_plan import OpenPlan
from director_app.operations.practice_season import practice_season
from director_app.operations.web_publishing import export_web, make_web
from director_app.operations.whole_plans import start_sample
from director_app.planner.scope import EVERYTHING, Scope
from director_app.wording import Wording

KOREAN = Wording("ko")
NOW = datetime.datetime(2025, 9, 19, 14, 2, tzinfo=datetime.UTC)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[OpenPlan]:
    opened = start_sample(tmp_path / "s.cdplan")
    yield opened
    opened.close()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_twice_is_the_same_to_the_byte_and_replaces_what_was_there(sample: OpenPlan, tmp_path: Path) -> None:
    folder = tmp_path / "web"
    export_web(sample, folder, KOREAN, EVERYTHING, NOW)
    first = contents(folder)
    export_web(sample, folder, KOREAN, EVERYTHING, NOW + datetime.timedelta(days=1))
    assert contents(folder) == first
    assert sorted(first["contents.txt"].decode().splitlines()[1:]) == sorted(set(first) - {"contents.txt"})
    export_web(sample, folder, KOREAN, Scope(until=datetime.date(2025, 9, 30)), NOW)
    assert "dates/2025-10.html" not in contents(folder)
    assert {path.name for path in tmp_path.iterdir()} >= {"web"}
    assert not list(tmp_path.glob(".~*"))


def test_calendars_lie_beside_it_and_the_plan_remembers_them(sample: OpenPlan, tmp_path: Path) -> None:
    export_web(sample, tmp_path / "web", KOREAN, EVERYTHING, NOW)
    files = list((tmp_path / "web" / "calendars").iterdir())
    assert len(files) > 2
    for path in files:
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        assert calendar.walk("VEVENT")
        assert b"010-" not in path.read_bytes()
    assert sample.ledger_rows()


@pytest.mark.parametrize("foreign", ["note.txt", "dates/mine.html"])
def test_a_folder_with_anything_else_in_it_is_left_alone(sample: OpenPlan, tmp_path: Path, foreign: str) -> None:
    folder = tmp_path / "web"
    export_web(sample, folder, KOREAN, EVERYTHING, NOW)
    (folder / foreign).write_text("mine")
    before = contents(folder)
    with pytest.raises(CannotUseFile):
        export_web(sample, folder, KOREAN, EVERYTHING, NOW)
    assert contents(folder) == before


def test_somebody_elses_folder_and_the_plan_are_refused(sample: OpenPlan, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"a")
    for place in (tmp_path / "photos", tmp_path / "s.cdplan", tmp_path / "none" / "web", tmp_path):
        with pytest.raises(CannotUseFile):
            export_web(sample, place, KOREAN, EVERYTHING, NOW)
    assert contents(tmp_path / "photos") == {"a.jpg": b"a"}


def test_a_season_of_five_thousand_takes_seconds() -> None:
    plan = practice_season(5000)
    began = time.process_time()
    work = make_web(plan, {}, KOREAN, EVERYTHING, NOW)
    assert time.process_time() - began < 30
    assert work.dates > 4000
    assert len(work.files) > 1000
