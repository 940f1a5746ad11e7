"""An import is taken back days later: what it brought goes, what was typed since stays."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from director_app.domain.edits import Change
from director_app.domain.refusals import RefusedInput
from director_app.operations.importing import accept_import, propose_import
from director_app.operations.open_plan import OpenPlan
from director_app.operations.taking_out import take_out_import
from tests.plan_files import STEP

TODAY = datetime.date(2025, 10, 1)
FIRST = "날짜,시간,프로그램명,장소\n2025-10-14,12:10~12:50,점심 콘서트,본관 로비\n"
LATER = FIRST + "2025-10-15,12:10~12:50,점심 콘서트,별관 식당\n2025-10-16,18:00~19:00,퇴근길 영화,새 정원\n"


def imported(opened: OpenPlan, path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    accept_import(opened, propose_import(opened.plan, [path], today=TODAY))


@pytest.fixture
def opened(tmp_path: Path) -> OpenPlan:
    plan = OpenPlan.create(tmp_path / "season.cdplan")
    imported(plan, tmp_path / "first.csv", FIRST)
    return plan


def test_what_was_typed_since_stays(opened: OpenPlan, tmp_path: Path) -> None:
    before = opened.plan
    imported(opened, tmp_path / "later.csv", LATER)
    film = next(one for one in opened.plan.deliveries.values() if one.date == datetime.date(2025, 10, 16))
    old = next(iter(before.deliveries))
    opened.perform(Change("deliveries", film.id, {"public_note": "우천 시 취소"}), STEP)
    opened.perform(Change("deliveries", old, {"internal_note": "확인함"}), STEP)
    taken = take_out_import(opened, "later.csv")
    assert set(opened.plan.deliveries) == {old, film.id}
    assert opened.plan.deliveries[old].internal_note == "확인함"
    assert opened.plan.deliveries[film.id].programme in opened.plan.programmes
    assert opened.plan.deliveries[film.id].venue in opened.plan.venues
    assert len(opened.plan.venues) == len(before.venues) + 1  # the canteen of the other new date is gone
    assert taken.kept == 3
    opened.undo()
    assert len(opened.plan.deliveries) == 3
    opened.close()


def test_fields_that_an_import_changed_go_back_but_for_those_typed_since(opened: OpenPlan, tmp_path: Path) -> None:
    changed = FIRST.replace("12:10~12:50", "17:00~18:00").replace("날짜", "번호,날짜").replace("2025", "GM-001,2025", 1)
    (one,) = opened.plan.deliveries.values()
    imported(opened, tmp_path / "mended.csv", changed.replace("GM-001", one.number))
    assert opened.plan.deliveries[one.id].start == 17 * 60
    opened.perform(Change("deliveries", one.id, {"end": 19 * 60}), STEP)
    take_out_import(opened, "mended.csv")
    now = opened.plan.deliveries[one.id]
    assert (now.start, now.end) == (one.start, 19 * 60)
    opened.close()


def test_only_what_was_imported_can_be_taken_back(opened: OpenPlan) -> None:
    take_out_import(opened, "first.csv")
    assert not opened.plan.deliveries
    assert not opened.plan.venues
    with pytest.raises(RefusedInput, match="was not imported"):
        take_out_import(opened, "other.csv")
    opened.close()
