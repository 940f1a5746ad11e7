"""Typed cells as edits, and tables on the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.edits import resolve
from director_app.domain.facts import Act
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedInput
from director_app.ui.clipboard_tables import as_html, as_tabs, from_tabs
from director_app.ui.schedule.list_edits import New, edit_of
from tests.ui.schedule.seasons import DAON, HARU, PARK, day, season

PLAN = Plan.of(season(), highest_number=6)


def typed(name: str, column: str, text: str, *, new: New = "refuse") -> Delivery:
    one = PLAN.deliveries[name]  # type: ignore[index]  # ids are texts
    edit = edit_of(PLAN, one, column, text, new=new)
    assert edit is not None
    return resolve(PLAN, edit)[0].deliveries[one.id]


def test_cells_are_understood() -> None:
    assert typed("001", "date", "10. 20.").date == day(20)
    assert typed("001", "date", "10. 20.~10. 22.").until == day(22)
    assert typed("001", "date", "").month == "2025-10"
    assert (typed("001", "date", "2025년 11월").date, typed("001", "date", "2025-11").month) == (None, "2025-11")
    timed = typed("001", "time", "13:00~14:00")
    assert (timed.start, timed.end) == (780, 840)
    assert typed("001", "time", "미정").start is None
    assert typed("001", "title", "점심 음악회 앙코르").title_suffix == "앙코르"
    assert typed("001", "title", "밤 산책").programme == "night"
    assert typed("001", "place", "동락 공원").venue == PARK
    assert typed("001", "lineup", "하루 듀오, 다온밴드").lineup == (Act(HARU), Act(DAON))
    assert typed("001", "responsible", "김").responsible == "김"
    assert typed("001", "status", "취소").status is Status.CANCELLED
    assert typed("001", "status", "pencilled").status is Status.PENCILLED


def test_the_same_again_is_no_edit() -> None:
    one = PLAN.deliveries["001"]  # type: ignore[index]
    for column, text in (
        ("date", "10. 15."), ("time", "12:10~12:50"), ("title", "점심 음악회"), ("place", "2공장 식당"),
        ("lineup", "다온밴드"), ("responsible", ""), ("status", "확정"),
    ):  # fmt: skip
        assert edit_of(PLAN, one, column, text) is None, column


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("place", "없는 곳"),
        ("lineup", "없는 밴드"),
        ("status", "글쎄"),
        ("number", "GM-1"),
        ("date", "곧"),
        ("time", "12:99"),
    ],
)
def test_what_is_not_understood_is_refused(column: str, text: str) -> None:
    with pytest.raises(RefusedInput):
        edit_of(PLAN, PLAN.deliveries["001"], column, text)  # type: ignore[index]


def test_an_unknown_name_can_be_added_in_the_same_step() -> None:
    assert typed("001", "place", "새 공원", new="record").venue is not None
    assert len(typed("001", "lineup", "다온밴드, 새 밴드", new="record").lineup or ()) == 2


cells = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\x00\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), max_size=8
)


@given(st.lists(st.lists(cells, min_size=2, max_size=2), max_size=6).filter(lambda rows: not rows or any(rows[-1])))
def test_a_copied_block_pastes_as_it_was(table: list[list[str]]) -> None:
    assert from_tabs(as_tabs(table)) == table


def test_html_keeps_signs_as_signs() -> None:
    assert "&lt;img" in as_html([["<img src=x>"]], head=["제목"])
    assert "제목" in as_html([["a"]], head=["제목"])
