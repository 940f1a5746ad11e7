"""The one table model: rows come, go and move by signals; selection, order and the edited cell survive."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from director_app.domain.edits import Add, Change, Remove, Several, resolve
from director_app.domain.ids import ArtistId
from director_app.domain.people import Artist
from director_app.domain.plan import Plan
from director_app.ui.models.columns import Column, Listing, Scene
from director_app.ui.models.record_table import Keep, RecordTable, Role
from director_app.wording import Wording

COLUMNS = (
    Column("name", "Name", lambda artist, _scene: artist.name, edit=lambda _artist, text: "" if text else "empty"),
    Column("fee", "Fee", lambda artist, _scene: str(artist.fee or ""), sort=lambda artist, _scene: artist.fee or 0),
)
LISTING = Listing("artists", COLUMNS)


def artist(name: str, fee: int = 0) -> Artist:
    return Artist(ArtistId(name), name, fee=fee)


@pytest.fixture
def checked(qapp: Any) -> Iterator[Callable[[Plan], RecordTable]]:
    kept = []

    def make(plan: Plan) -> RecordTable:
        model = RecordTable(LISTING, Wording("ko"))
        kept.append((model, QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)))
        model.show_plan(plan)
        return model

    yield make
    for model, tester in kept:
        tester.deleteLater()
        model.deleteLater()


def names(model: RecordTable) -> list[str]:
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def test_rows_stand_in_korean_order_with_latin_last_and_numbers_by_value(checked: Any) -> None:
    model = checked(Plan.of([artist(name) for name in ("하늘", "Band", "10공장", "가을", "2공장", "나비")]))
    assert names(model) == ["2공장", "10공장", "가을", "나비", "하늘", "Band"]


def test_sorting_by_a_number_is_by_value(checked: Any) -> None:
    model = checked(Plan.of([artist("a", 10), artist("b", 9), artist("c", 100)]))
    model.sort(1)
    assert names(model) == ["b", "a", "c"]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["c", "a", "b"]
    assert model.data(model.index(0, 1), Role.SORT) == 100


def test_changes_come_as_row_signals_and_the_selection_stays(checked: Any, qtbot: Any) -> None:
    plan = Plan.of([artist("가"), artist("나"), artist("다")])
    model = checked(plan)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.selectionModel().setCurrentIndex(model.index_of("나"), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    resets: list[bool] = []
    model.modelReset.connect(resets.append)
    after, changes = resolve(plan, Several((Add((artist("가나"),)), Remove("artists", "가"))))
    model.follow(after, changes)
    assert names(model) == ["가나", "나", "다"]
    after, changes = resolve(after, Change("artists", "나", {"name": "하"}))
    model.follow(after)
    assert names(model) == ["가나", "다", "하"]
    assert view.selectionModel().currentIndex().data(Role.ID) == "나"
    assert not resets


def test_the_cell_being_edited_is_left_alone_until_the_editor_closes(checked: Any, qtbot: Any) -> None:
    plan = Plan.of([artist("가", 1), artist("나", 2)])
    model = checked(plan)
    told: list[tuple[int, int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), first.column(), last.column())))
    model.hold(model.index_of("가", 0))
    after, changes = resolve(plan, Change("artists", "가", {"fee": 5}))
    model.follow(after, changes)
    assert told == [(0, 1, 1)]
    model.release()
    assert told == [(0, 1, 1), (0, 0, 0)]


def test_a_filter_keeps_the_selected_row_alive(checked: Any, qtbot: Any) -> None:
    plan = Plan.of([artist(f"{number}", number) for number in range(1000)])
    model = checked(plan)
    pointed = QPersistentModelIndex(model.index_of("500"))
    model.set_keep(lambda one, _scene: one.fee % 50 == 0)
    assert model.rowCount() == 20
    assert pointed.isValid()
    assert pointed.data() == "500"
    model.set_keep(None)
    assert pointed.row() == 500


def test_an_index_of_another_model_row_has_no_children(checked: Any) -> None:
    model = checked(Plan.of([artist("가")]))
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_any_series_of_edits_leaves_the_list_that_a_fresh_model_shows(checked: Any) -> None:
    chance = random.Random(7)
    plan = Plan.of([artist(f"가{number}", number % 7) for number in range(40)])
    model = checked(plan)
    keeps: list[Keep | None] = [None, lambda one, _scene: one.fee % 2 == 0]
    for turn in range(60):
        identity = chance.choice(list(plan.artists))
        edit: Any = chance.choice(
            [
                Add((artist(f"나{turn}", turn % 7),)),
                Remove("artists", identity),
                Change("artists", identity, {"name": f"다{chance.randrange(99)}", "fee": chance.randrange(9)}),
                Several(tuple(Change("artists", one, {"fee": chance.randrange(9)}) for one in list(plan.artists)[:5])),
            ]
        )
        plan, changes = resolve(plan, edit)
        model.follow(plan, changes if turn % 2 else None)
        if turn % 9 == 0:
            model.set_keep(chance.choice(keeps))
        if turn % 13 == 0:
            model.sort(turn % 2, chance.choice([Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder]))
        shown = [model.data(model.index(row, 0), Role.SORT) for row in range(model.rowCount())]
        assert model.rowCount() == len(set(model.ids()))
        assert all(model.row_of(one) == row for row, one in enumerate(model.ids()))
        assert shown in (sorted(shown), sorted(shown, reverse=True)) or turn
    assert set(model.ids()) <= set(plan.artists)


def test_an_import_of_hundreds_exchanges_stretches(checked: Any) -> None:
    plan = Plan.of([artist(f"{number}") for number in range(0, 3000, 3)])
    model = checked(plan)
    pointed = QPersistentModelIndex(model.index_of("1500"))
    after, changes = resolve(plan, Add(tuple(artist(f"{number}") for number in range(1, 3000, 3))))
    model.follow(after, changes)
    assert model.rowCount() == 2000
    assert pointed.data() == "1500"
    assert names(model) == sorted(names(model), key=int)


def test_another_language_sorts_and_speaks_anew(checked: Any) -> None:
    model = checked(Plan.of([artist("Band"), artist("가")]))
    assert names(model) == ["가", "Band"]
    model.set_wording(Wording("en"))
    assert names(model) == ["Band", "가"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"


def test_typing_into_a_cell_asks_the_column(checked: Any) -> None:
    model = checked(Plan.of([artist("가")]))
    index = model.index(0, 0)
    assert model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(index, "나")
    assert not model.setData(index, "")
    assert not model.flags(model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable
    assert isinstance(model.scene, Scene)
