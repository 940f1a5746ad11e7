"""Many seasons in a real PostgreSQL: what is public and nothing else, whole or not at all, twice is once."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from director_app.domain.edits import Change, Put
from director_app.domain.refusals import RefusedInput
from director_app.operations import whole_plans
from director_app.operations.open_plan import OpenPlan
from director_app.operations.regional import publish_seasons, season_of
from director_app.store.regional_server import SCHEMA, RegionalServer
from director_app.wording import Wording
from tests.plan_files import STEP
from tests.regional_database import running_database

TODAY = datetime.date(2025, 10, 14)
KOREAN = Wording("ko")


@pytest.fixture(scope="module")
def running() -> Iterator[str]:
    with running_database() as address:
        yield address


@pytest.fixture
def database(running: str) -> str:
    with psycopg.connect(running, autocommit=True) as connection:
        connection.execute(f"drop schema if exists {SCHEMA} cascade")
    return running


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_file, tmp_path / "구미.cdplan"))


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    path = tmp_path / "연습.cdplan"
    whole_plans.start_practice(path, 300).close()
    return path


def published(database: str, *paths: Path) -> list[bool]:
    done = list(publish_seasons(paths, database, TODAY, KOREAN))
    assert [one.refusal for one in done] == [None] * len(paths)
    return [one.changed for one in done]


def asked(database: str, query: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(database) as connection:
        connection.execute(f"set search_path to {SCHEMA}")
        return connection.execute(query).fetchall()


def test_two_complexes_stand_side_by_side_and_reports_read_them(database: str, sample: Path, practice: Path) -> None:
    assert published(database, sample, practice) == [True, True]
    plans = {}
    for path in (sample, practice):
        opened = OpenPlan.open(path, read_only=True)
        plans[opened.plan.season.title] = opened.plan
        opened.close()
    rows = asked(database, "select title, deliveries, heads_counted from report_seasons order by title")
    assert rows == [
        (title, len(plan.deliveries), sum(one.counted_heads or 0 for one in plan.deliveries.values()))
        for title, plan in sorted(plans.items())
    ]
    assert asked(database, "select count(distinct complex) from report_months") == [(2,)]
    assert asked(database, "select count(*) from schedule where artists is not null") != [(0,)]
    assert asked(database, "select count(*) from report_artists") != [(0,)]


def test_the_same_again_changes_nothing_and_a_change_replaces_the_season(
    database: str, sample: Path, practice: Path
) -> None:
    assert published(database, sample, practice) == [True, True]
    before = asked(database, "select plan, published_at from plans order by plan")
    assert published(database, sample, practice) == [False, False]
    assert asked(database, "select plan, published_at from plans order by plan") == before
    opened = OpenPlan.open(sample)
    opened.perform(Put(opened.plan.season._replace(title="다시")), STEP)
    opened.close()
    assert published(database, sample, practice) == [True, False]
    assert asked(database, "select count(*) from report_seasons where title = '다시'") == [(1,)]
    assert asked(database, "select count(*) from seasons") == [(2,)]


def test_nothing_private_goes_there(database: str, sample: Path) -> None:
    opened = OpenPlan.open(sample)
    artist = min(opened.plan.artists)
    opened.perform(Change("artists", artist, {"note": "비밀 이야기"}), STEP)
    opened.close()
    published(database, sample)
    tables = asked(database, f"select table_name from information_schema.tables where table_schema = '{SCHEMA}'")
    assert tables
    for (table,) in tables:
        assert "비밀 이야기" not in repr(asked(database, f"select * from {table}"))


def test_a_season_that_is_refused_leaves_what_stood_there(database: str, sample: Path) -> None:
    published(database, sample)
    opened = OpenPlan.open(sample, read_only=True)
    season = season_of(opened.plan, sample, TODAY, KOREAN)
    opened.close()
    twice = {**season.rows, "areas": [*season.rows["areas"], season.rows["areas"][0]]}
    before = asked(database, "select count(*) from deliveries")
    with RegionalServer(database) as server, pytest.raises(RefusedInput, match="nothing of it was changed"):
        server.publish(season._replace(digest="other", rows=twice))
    assert asked(database, "select count(*) from deliveries") == before


def test_a_plan_that_cannot_be_read_keeps_no_other_back(database: str, sample: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.cdplan"
    broken.write_text("no plan")
    done = list(publish_seasons([broken, sample], database, TODAY, KOREAN))
    assert [one.changed for one in done] == [False, True]
    assert done[0].refusal is not None


def test_a_database_that_is_not_there_is_one_sentence(sample: Path) -> None:
    with pytest.raises(RefusedInput, match="cannot be reached"):
        list(publish_seasons([sample], "host=127.0.0.1 port=9 dbname=none connect_timeout=2", TODAY, KOREAN))
