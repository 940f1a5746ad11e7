"""The code on a sheet names one edition of one plan, also when it is typed as people type."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.ids import SeasonId
from director_app.domain.sheet_codes import edition_on_sheet, sheet_code

HERE, ELSEWHERE = SeasonId("here"), SeasonId("elsewhere")


@given(st.text(min_size=1, max_size=40), st.integers(1, 9999))
def test_a_code_names_its_edition(season: str, edition: int) -> None:
    code = sheet_code(SeasonId(season), edition)
    assert edition_on_sheet(SeasonId(season), code) == edition
    assert not set(code.partition("-")[0]) & set("OILU")


@pytest.mark.parametrize(
    "typed_as", [str.lower, lambda code: f" {code.replace('-', ' – ')} ", lambda code: code.replace("0", "O")]
)
def test_it_may_be_typed_carelessly(typed_as: Callable[[str], str]) -> None:
    assert all(edition_on_sheet(HERE, typed_as(sheet_code(HERE, edition))) == edition for edition in range(1, 40))


def test_a_code_of_another_plan_a_misread_number_and_nonsense_are_none() -> None:
    code = sheet_code(HERE, 2)
    assert edition_on_sheet(ELSEWHERE, code) is None
    assert edition_on_sheet(HERE, code[:-1] + "3") is None
    assert [edition_on_sheet(HERE, typed) for typed in ("", "2", "가나다라-2", "ABCD-", "1234567890")] == [None] * 5
