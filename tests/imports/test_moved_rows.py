"""A week later a changed copy comes in again: what moved is moved, what is new is new, and nothing doubles."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from director_app.operations.importing import RowOutcome, accept_import, propose_import
from director_app.operations.open_plan import OpenPlan

HEADER = "날짜,시간,프로그램명,장소\n"
ROWS = {
    1: "2025-10-14,12:10~12:50,점심 콘서트,본관 로비\n",
    2: "2025-10-15,12:10~12:50,점심 콘서트,별관 식당\n",
    3: "2025-10-16,18:00~19:00,퇴근길 영화,본관 로비\n",
    4: "2025-10-17,12:10~12:50,점심 콘서트,본관 로비\n",
}
TODAY = datetime.date(2025, 10, 1)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return written(tmp_path / "schedule.csv", ROWS)


@pytest.fixture
def opened(tmp_path: Path, table: Path) -> OpenPlan:
    plan = OpenPlan.create(tmp_path / "season.cdplan")
    accept_import(plan, propose_import(plan.plan, [table], today=TODAY))
    return plan


def written(path: Path, rows: dict[int, str]) -> Path:
    path.write_text(HEADER + "".join(rows.values()), "utf-8")
    return path


def changed_fields(opened: OpenPlan, path: Path) -> list[tuple[RowOutcome, set[str]]]:
    rows = propose_import(opened.plan, [path], today=TODAY).rows
    return [(row.outcome, {one.field for one in row.differences}) for row in rows]


SAME = (RowOutcome.SAME, set[str]())


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ("2025-10-23,12:10~12:50,점심 콘서트,본관 로비\n", {"date"}),
        ("2025-10-17,17:00~18:00,점심 콘서트,본관 로비\n", {"start", "end"}),
        ("2025-10-17,12:10~12:50,점심 콘서트,새 정원\n", {"venue"}),
    ],
)
def test_what_moved_in_a_later_copy_is_moved(opened: OpenPlan, tmp_path: Path, row: str, fields: set[str]) -> None:
    later = written(tmp_path / "schedule final (2).csv", {**ROWS, 4: row})
    assert changed_fields(opened, later) == [SAME, SAME, SAME, (RowOutcome.CHANGED, fields)]
    accept_import(opened, propose_import(opened.plan, [later], today=TODAY))
    assert len(opened.plan.deliveries) == 4
    assert changed_fields(opened, later) == [SAME] * 4
    opened.close()


def test_another_date_is_new_while_the_old_one_is_still_listed(opened: OpenPlan, tmp_path: Path) -> None:
    later = written(tmp_path / "schedule.csv", {**ROWS, 5: "2025-10-24,12:10~12:50,점심 콘서트,본관 로비\n"})
    assert changed_fields(opened, later) == [*[SAME] * 4, (RowOutcome.NEW, set())]
    opened.close()


def test_a_table_of_other_dates_moves_nothing(opened: OpenPlan, tmp_path: Path) -> None:
    november = {
        1: "2025-11-14,12:10~12:50,점심 콘서트,본관 로비\n",
        2: "2025-11-16,18:00~19:00,퇴근길 영화,본관 로비\n",
    }
    for name in ("november.csv", "schedule.csv"):
        rows = changed_fields(opened, written(tmp_path / name, november))
        assert [outcome for outcome, _fields in rows] == [RowOutcome.NEW] * 2
    opened.close()


def test_the_nearest_days_belong_together(opened: OpenPlan, tmp_path: Path) -> None:
    """Two dates of one place moved: each row is the delivery that is nearest to it."""
    moved = {
        **ROWS,
        1: "2025-10-13,12:10~12:50,점심 콘서트,본관 로비\n",
        4: "2025-10-18,12:10~12:50,점심 콘서트,본관 로비\n",
    }
    later = written(tmp_path / "schedule.csv", moved)
    before = {one.date: one.id for one in opened.plan.deliveries.values()}
    accept_import(opened, propose_import(opened.plan, [later], today=TODAY))
    after = {one.id: one.date for one in opened.plan.deliveries.values()}
    assert after[before[datetime.date(2025, 10, 14)]] == datetime.date(2025, 10, 13)
    assert after[before[datetime.date(2025, 10, 17)]] == datetime.date(2025, 10, 18)
    assert len(after) == 4
    opened.close()
