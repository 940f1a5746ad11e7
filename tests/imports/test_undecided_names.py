"""Names that look undecided, and rows that add up others wherever the word stands."""

from __future__ import annotations

import pytest

from director_app.domain.plan import Plan
from director_app.imports.written_times import is_undecided, names_nothing
from tests.imports.tables import after, imported, proposed


def test_people_places_and_titles_keep_names_in_which_such_a_word_stands() -> None:
    plan = imported(
        '프로그램명,날짜,장소,출연자,소개\n미정이의 노래,2025-10-20,추후도서관,"김미정, 박철수",곡은 추후 공개\n'
    )
    (delivery,) = plan.deliveries.values()
    assert delivery.programme is not None
    assert delivery.venue is not None
    assert plan.programmes[delivery.programme].title == "미정이의 노래"
    assert plan.programmes[delivery.programme].intro == "곡은 추후 공개"
    assert plan.venues[delivery.venue].name == "추후도서관"
    assert {artist.name for artist in plan.artists.values()} == {"김미정", "박철수"}


def test_of_several_names_only_the_one_that_is_open_is_left_out() -> None:
    plan = imported('프로그램명,날짜,출연자\n런치콘서트,2025-10-20,"듀오 K, 미정"\n')
    assert {artist.name for artist in plan.artists.values()} == {"듀오 K"}


@pytest.mark.parametrize(
    "text",
    [
        "미정",
        "(미정)",
        "장소 미정",
        "출연진미정",
        "추후 공지",
        "장소는 추후 안내 예정",
        "작가 미상",
        "TBA",
        "-",
        "추 후 협의",
    ],
)
def test_a_name_that_only_says_it_is_open_names_nothing(text: str) -> None:
    assert names_nothing(text)
    assert is_undecided(text)


@pytest.mark.parametrize("text", ["김미정", "미정이네", "추후경 밴드", "미상전시관", "추후 만나요", "작자 미상의 노래"])
def test_a_name_stays_a_name(text: str) -> None:
    assert not names_nothing(text)


@pytest.mark.parametrize(
    "line", ["2025-10-20,12:10,밴드,런치콘서트,1\n,,,합계,1건", "2025-10-20,12:10,밴드,런치콘서트,1\n,24,,,총계"]
)
def test_a_row_of_totals_is_left_out_wherever_its_word_stands(line: str) -> None:
    proposal = proposed(Plan(), f"날짜,시작,출연자,프로그램명,회차\n{line}\n")
    assert [row.row for row in proposal.rows] == [2]
    assert len(after(Plan(), proposal).deliveries) == 1
