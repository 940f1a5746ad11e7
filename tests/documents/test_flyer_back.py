"""Crowded flyers: two pages at the most, nothing smaller than may be printed, and what has no room is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from director_app.documents.making import Made
from director_app.documents.typography import SMALLEST_CREDIT
from director_app.domain.facts import Act
from director_app.domain.ids import ArtistId, DeliveryId, ProgrammeId
from director_app.domain.people import Artist
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.planner.scope import Scope
from tests.documents.plans import gumi
from tests.documents.reading import page_texts, smallest_type, squeezed, whole_text
from tests.documents.test_flyers import many_rounds

MANY = Scope(programme=ProgrammeId("many"))
Maker = Callable[..., Made]


def crowded(people: int) -> Plan:
    """One date of the concert with that many people on the stage, each with a long name."""
    records = [one for one in gumi().records() if one.id != "letsgo" and not isinstance(one, Delivery)]
    cast = [Artist(ArtistId(f"c{number}"), f"구미산단 근로자 합창단원 {number}") for number in range(people)]
    programme = (
        gumi()
        .programmes[ProgrammeId("letsgo")]
        ._replace(lineup=tuple(Act(one.id) for one in cast), intro="소개하는 글입니다. " * 30)
    )
    date = gumi().deliveries[DeliveryId("d7")]._replace(lineup=None)
    return Plan.of([*records, *cast, programme, date])


@pytest.mark.parametrize("size", ["A5", "A4"])
def test_dates_that_the_front_does_not_hold_stand_in_columns_on_the_back(flyer: Maker, size: str) -> None:
    made = flyer(many_rounds(24), MANY, size=size)
    front, back = page_texts(made.path)
    assert "모든 일정은 뒷면에 있습니다." in front
    assert squeezed(back).count("12:10~12:50") == 24
    assert made.remarks == ()


def test_dates_that_not_even_the_back_holds_are_named(flyer: Maker) -> None:
    made = flyer(many_rounds(200), MANY)
    _front, back = page_texts(made.path)
    assert "나머지 일정: gumi.example/gif" in " ".join(back.split())
    (remark,) = made.remarks
    printed = squeezed(back).count("12:10~12:50")
    assert 40 < printed < 200
    assert str(remark.values["dates"]).endswith("3. 19. 12:10~12:50")
    assert remark.place == "여러 번 열리는 음악회"


@pytest.mark.parametrize("people", [0, 20, 60, 150])
@pytest.mark.parametrize("size", ["A5", "A4"])
def test_nothing_is_smaller_than_may_be_printed(flyer: Maker, people: int, size: str) -> None:
    made = flyer(crowded(people), Scope(programme=ProgrammeId("letsgo")), size=size, languages=True)
    assert made.pages <= 2
    assert smallest_type(made.path) >= SMALLEST_CREDIT  # credits and the foot; all else is larger
    text = squeezed(whole_text(made.path))
    assert all(squeezed(f"합창단원 {number}") in text for number in range(people)) or any(
        remark.values.get("label") == "출연" for remark in made.remarks
    )


def test_a_long_cast_goes_to_the_back(flyer: Maker) -> None:
    made = flyer(crowded(60), Scope(programme=ProgrammeId("letsgo")))
    front, back = page_texts(made.path)
    assert "뒷면에 이어집니다." in front
    assert "합창단원 59" in " ".join(back.replace("\u00a0", " ").split())
    assert "054-000-0000" in front
