"""The schedule as a table: what other programs see in it, and what our own import reads from it."""

from __future__ import annotations

import csv
import datetime
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.documents.tables import TableKind, TableOptions, harmless, schedule_table
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.calendars.seasons import DAY, DELIVERIES, PROGRAMMES, SECRET, VENUES, deliveries, surroundings

KINDS: tuple[TableKind, ...] = ("csv", "xlsx")


def cells(plan: Plan, kind: TableKind, wording: Wording, **options: Any) -> list[list[Any]]:
    """The cells of a table as another program reads them."""
    data = schedule_table(plan, kind, wording, TableOptions(**options)).data
    if kind == "csv":
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]


@pytest.fixture
def plan() -> Plan:
    return Plan.of(
        [
            *surroundings("=1+1"),
            Delivery(DELIVERIES[0], number="GM-017", programme=PROGRAMMES[0], venue=VENUES[0], date=DAY,
                     start=WallMinute(1410), end=WallMinute(1530), status=Status.CONFIRMED, internal_note=SECRET),
            Delivery(DELIVERIES[1], number="GM-018", date=None, month="2025-11", programme=PROGRAMMES[0]),
        ]
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_per_delivery_in_order(plan: Plan, kind: TableKind, korean: Wording) -> None:
    header, first, second = cells(plan, kind, korean)
    row = dict(zip(header, first, strict=True))
    assert row["일정번호"] == "GM-017"
    assert str(row["날짜"])[:10] == "2025-10-14"
    assert (row["시작 시간"], row["종료 시간"], row["상태"]) == ("23:30", "25:30", "확정")
    assert dict(zip(header, second, strict=True))["날짜"] == "2025-11"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_private_without_the_word(plan: Plan, kind: TableKind, wording: Wording) -> None:
    assert SECRET not in str(cells(plan, kind, wording))
    assert SECRET in str(cells(plan, kind, wording, internal=True))


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_becomes_a_formula(plan: Plan, kind: TableKind, korean: Wording) -> None:
    written = [str(cell) for row in cells(plan, kind, korean) for cell in row if "1+1" in str(cell)]
    assert written
    assert all(cell.startswith("'=1+1" if kind == "csv" else "=1+1") for cell in written)
    if kind == "xlsx":
        data = schedule_table(plan, kind, korean, TableOptions()).data
        sheet = openpyxl.load_workbook(io.BytesIO(data)).active
        assert sheet is not None
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(
    ("text", "written"),
    [("=1", "'=1"), ("'=1", "''=1"), ("-5", "'-5"), ("@a", "'@a"), ("'quoted", "'quoted"), ("a=1", "a=1"), ("", "")],
)
def test_harmless(text: str, written: str) -> None:
    assert harmless(text) == written


@pytest.mark.parametrize("kind", KINDS)
def test_two_runs_give_the_same_bytes(plan: Plan, kind: TableKind, korean: Wording) -> None:
    assert schedule_table(plan, kind, korean, TableOptions()) == schedule_table(plan, kind, korean, TableOptions())


def test_a_scope_narrows_it(plan: Plan, korean: Wording) -> None:
    assert len(cells(plan, "csv", korean, scope=Scope(venue=VENUES[0]))) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_chosen_rows_stand_in_the_order_chosen(plan: Plan, kind: TableKind, korean: Wording) -> None:
    names = [one.id for one in sorted(plan.deliveries.values(), key=lambda one: one.id, reverse=True)][:3]
    numbers = [row[0] for row in cells(plan, kind, korean, internal=True, only=tuple(names))[1:]]
    assert numbers == [plan.deliveries[name].number for name in names]


def test_dates_that_a_workbook_cannot_hold_are_texts(korean: Wording) -> None:
    old = Plan.of([Season(SEASON), Delivery(DELIVERIES[0], date=datetime.date(1899, 5, 1))])
    assert cells(old, "xlsx", korean)[1][1] == "1899-05-01"


# -- and back again ---------------------------------------------------------------------------------------------------


def read_back(plan: Plan, kind: TableKind, wording: Wording, folder: Path, into: Plan) -> Any:
    from director_app.operations.importing import propose_import

    file = folder / f"table.{kind}"
    file.write_bytes(schedule_table(plan, kind, wording, TableOptions(internal=True)).data)
    return propose_import(into, [file], today=DAY)


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_import_finds_nothing_new_in_it(kind: TableKind, wording: Wording, tmp_path: Path) -> None:
    from director_app.operations.sample_season import sample_season

    sample = sample_season()
    proposal = read_back(sample, kind, wording, tmp_path, sample)
    assert [row.outcome.value for row in proposal.rows] == ["same"] * len(sample.deliveries)


@settings(max_examples=15)
@given(drawn=st.data(), kind=st.sampled_from(KINDS), language=st.sampled_from(["ko", "en"]))
def test_a_schedule_goes_out_and_comes_back_into_an_empty_season(
    drawn: st.DataObject, kind: TableKind, language: str, tmp_path: Path
) -> None:
    rows = [
        drawn.draw(deliveries(one))._replace(number=f"GM-{place:03d}", programme=PROGRAMMES[0], hours=(), exceptions=())
        for place, one in enumerate(DELIVERIES[:3], 1)
    ]
    plan = Plan.of([*surroundings("봄밤 음악회"), Programme(PROGRAMMES[0], title="=봄, 밤"), *rows])
    proposal = read_back(plan, kind, Wording(language), tmp_path, Plan.of([Season(SEASON)]))
    found = {
        change.after.number: change.after
        for row in proposal.rows
        for change in row.changes
        if change.kind == "deliveries"
    }
    titles = {change.after.title for row in proposal.rows for change in row.changes if change.kind == "programmes"}
    assert titles == {"=봄, 밤"}
    for one in rows:
        there = found[one.number]
        assert (there.date, there.month, there.status) == (one.date, one.month, one.status)
        assert (there.start, there.end) == (one.start, None if one.end == one.start else one.end)  # an instant
