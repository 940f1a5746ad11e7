"""One file for each artist, area or date: the right ones, under clean names, each whole."""

from __future__ import annotations

import datetime
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from director_app.documents.catalogue import document_named
from director_app.documents.making import MakingStopped
from director_app.documents.options import DocumentOptions
from director_app.domain.refusals import RefusedInput
from director_app.operations.open_plan import OpenPlan
from director_app.operations.printing_each import file_names, parts_of, print_each
from director_app.operations.whole_plans import start_sample
from director_app.planner.scope import EVERYTHING, Scope
from director_app.wording import Wording

KOREAN = Wording("ko")
NOW = datetime.datetime(2025, 9, 19, 14, 2)
WEEK = Scope(since=datetime.date(2025, 10, 6), until=datetime.date(2025, 10, 12))


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[OpenPlan]:
    opened = start_sample(tmp_path / "s.cdplan")
    yield opened
    opened.close()


def test_everybody_who_is_wanted_that_week_and_nobody_else(sample: OpenPlan) -> None:
    names = [part.name for part in parts_of(sample.plan, "call-sheet", WEEK, "artist", KOREAN)]
    wanted = {
        sample.plan.artists[act.artist].name
        for one in sample.plan.deliveries.values()
        if one.date is not None and WEEK.holds(sample.plan)(one)
        for act in (one.lineup or (sample.plan.programmes[one.programme].lineup if one.programme else ()))
        if act.artist
    }
    assert set(names) == wanted
    assert names == sorted(names, key=str.casefold)


def test_dates_come_in_their_order_with_the_day_in_the_name(sample: OpenPlan) -> None:
    names = [part.name for part in parts_of(sample.plan, "notice", WEEK, "delivery", KOREAN)]
    assert names == sorted(names)
    assert all(re.match(r"2025-\d\d-\d\d GM-", name) for name in names), "what lasts longer may begin before"


def test_the_same_name_twice_gets_a_number(sample: OpenPlan) -> None:
    spec = document_named("notice")
    assert spec is not None
    part = parts_of(sample.plan, "notice", EVERYTHING, "area", KOREAN)[0]._replace(name="a/b:c")
    assert file_names(spec, [part, part], KOREAN) == ["a b c 사내 게시문.pdf", "a b c 사내 게시문 2.pdf"]


def test_a_stop_leaves_whole_files_only(sample: OpenPlan, tmp_path: Path) -> None:
    stop = threading.Event()
    folder = tmp_path / "out"
    made = print_each(sample, "notice", folder, KOREAN, DocumentOptions(NOW), "area", None, stop)
    assert next(made).made is not None
    stop.set()
    with pytest.raises(MakingStopped):
        next(made)
    files = list(folder.iterdir())
    assert len(files) == 1
    assert files[0].read_bytes().rstrip().endswith(b"%%EOF")


def test_what_cannot_be_split_so_is_refused_before_a_folder_is_made(sample: OpenPlan, tmp_path: Path) -> None:
    with pytest.raises(RefusedInput):
        next(print_each(sample, "flyer", tmp_path / "out", KOREAN, DocumentOptions(NOW), "area"))
    assert not (tmp_path / "out").exists()
