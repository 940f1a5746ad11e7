"""Notices as pictures for messengers and screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from director_app.documents.making import DocumentOptions
from director_app.documents.screen_pictures import ShapeName, make_picture
from director_app.domain.ids import DeliveryId, ProgrammeId
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.test_all_documents import GOLDEN, TOLERANCE
from tests.documents.working_plan import AWKWARD, awkward, working


def picture(plan: Plan, scope: Scope, shape: ShapeName, folder: Path) -> tuple[Image.Image, list[str]]:
    options = DocumentOptions(MADE_AT, scope, edition="2")
    made = make_picture(plan, Wording("ko"), options, shape, folder / "p.png")
    with Image.open(made.path) as drawn:
        return drawn.copy(), [remark.message for remark in made.remarks]


@pytest.mark.parametrize("shape", ["phone", "screen"])
def test_it_looks_as_it_always_looked(shape: ShapeName, tmp_path: Path) -> None:
    drawn, remarks = picture(working(), Scope(programme=ProgrammeId("letsgo")), shape, tmp_path)
    assert remarks == []
    assert drawn.size == {"phone": (1080, 1350), "screen": (1920, 1080)}[shape]
    known = Image.open(GOLDEN / f"picture-{shape}.png")
    small = drawn.convert("L").resize(known.size, Image.Resampling.BOX)
    assert ImageStat.Stat(ImageChops.difference(small, known)).mean[0] < TOLERANCE


@pytest.mark.parametrize("shape", ["phone", "screen"])
@pytest.mark.parametrize("title", [AWKWARD[1], AWKWARD[5]], ids=["long", "one word"])
def test_what_is_too_much_is_told(title: str, shape: ShapeName, tmp_path: Path) -> None:
    _drawn, remarks = picture(awkward(title), Scope(delivery=DeliveryId("o0")), shape, tmp_path)
    assert "The title “{title}” is long; it was set small." in remarks


def test_without_a_wish_it_is_the_next_date(tmp_path: Path) -> None:
    drawn, _remarks = picture(working(), Scope(), "phone", tmp_path)
    assert drawn.size == (1080, 1350)


def test_what_no_font_draws_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput):
        picture(awkward("\U0001f3b7 재즈"), Scope(delivery=DeliveryId("o0")), "phone", tmp_path)
    assert list(tmp_path.iterdir()) == []
