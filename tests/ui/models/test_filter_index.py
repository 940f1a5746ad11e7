"""The texts of a long list in one piece: found as row by row, also after changes."""

from __future__ import annotations

import random
import threading
from typing import Any

import pytest

from director_app.domain.ids import ArtistId
from director_app.domain.people import Artist
from director_app.domain.plan import Plan
from director_app.ui.models.columns import Scene
from director_app.ui.models.filter_index import FilterIndex, make_index
from director_app.ui.models.matching import found_in, searchable
from director_app.wording import Wording

NAMES = ["다온밴드", "듀오 K", "국악앙상블 봄", "Jazz Trio", "달빛 유랑", "다다", "밴드 다", "A.B-C", "ㄷ", ""]


def _searched(artist: Any, _scene: Scene) -> tuple[str, ...]:
    return (artist.name, artist.genre)


def _plan(count: int = 200) -> Plan:
    chance = random.Random(7)
    return Plan.of(
        Artist(ArtistId(f"a{number}"), f"{chance.choice(NAMES)} {number}", genre=chance.choice(["재즈", "팝 밴드", ""]))
        for number in range(count)
    )


def _index(plan: Plan) -> FilterIndex:
    return make_index(Scene(plan, Wording("ko")), "artists", _searched, threading.Event())


@pytest.mark.parametrize(
    "query", ["다", "다오", "다온", "ㄷㅇ", "ㄷ", "밴드 다", "jazz", "팝", "재즈 1", "12", "없음", "", "abc", "밴드팝"]
)
def test_it_finds_what_a_look_at_every_row_finds(query: str) -> None:
    plan = _plan()
    one_by_one = {
        one.id
        for one in plan.artists.values()
        if found_in(query, searchable(_searched(one, Scene(plan, Wording("ko")))))
    }
    assert _index(plan).holding(query) == one_by_one


def test_it_knows_what_changed_since() -> None:
    plan = _plan(5)
    index = _index(plan)
    assert index.changed(plan.table("artists")) == []
    other = plan.artists[ArtistId("a3")]._replace(name="새 이름")
    later = Plan.of(
        [*(one for one in plan.artists.values() if one.id != "a3"), other, Artist(ArtistId("b"), "더 새것")]
    )
    assert {one.id for one in index.changed(later.table("artists"))} == {"a3", "b"}


def test_a_list_that_is_not_read_to_its_end_is_looked_through_itself() -> None:
    stop = threading.Event()
    stop.set()
    plan = _plan(5)
    index = make_index(Scene(plan, Wording("ko")), "artists", _searched, stop)
    assert index.holding("다") == set()
    assert len(index.changed(plan.table("artists"))) == 5
