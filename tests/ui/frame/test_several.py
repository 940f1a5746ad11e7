"""Many dates in the inspector: what they share, what they do not, and one change for all of them."""

import datetime
import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from director_app.domain.edits import Change, resolve
from director_app.domain.facts import Fallback, FallbackKind, Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.many_edits import Alongside
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.operations.open_plan import OpenPlan
from director_app.ui.desk import Desk
from director_app.ui.frame.inspector import Inspector
from director_app.ui.frame.items_editor import MIXED, share
from director_app.ui.frame.several_card import SeveralCard
from tests.ui.frame.test_inspector import field, type_into

# The offscreen platform has no window manager to tell sizes to, and says so; nor do its popups take the keyboard.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise\\(\\)", "grabbing the keyboard")


def made(number: int, **values: Any) -> Delivery:
    """A date of a plan without a store."""
    day = datetime.date(2025, 10, 1) + datetime.timedelta(number % 28)
    return Delivery(DeliveryId(f"d{number:05d}"), f"GM-{number:03d}", date=day, **values)


def test_what_is_shared_and_what_is_not() -> None:
    rain = Fallback(FallbackKind.POSTPONE, trigger="5 mm")
    plan = Plan.of([made(1, fallback=rain, booking="x"), made(2, fallback=rain._replace(trigger="9 mm"), booking="x")])
    shared = share(plan, "deliveries", ["d00001", "d00002"])
    assert shared.values["booking"] == "x"
    assert shared.values["date"] is MIXED
    assert shared.values["fallback.kind"] is FallbackKind.POSTPONE
    assert shared.values["fallback.trigger"] is MIXED
    assert shared.statuses == {"pencilled": 2}


def test_edits_alongside_are_one_list_of_changes() -> None:
    plan = Plan.of([made(number) for number in range(3)])
    edit = Alongside(tuple(Change("deliveries", one.id, {"booking": "y"}) for one in plan.deliveries.values()))
    after, changes = resolve(plan, edit)
    assert len(changes) == 3
    assert {one.booking for one in after.deliveries.values()} == {"y"}


@pytest.fixture
def several(desk: Desk, qtbot: Any) -> Iterator[SeveralCard]:
    """The card with five dates of the sample, one of them locked."""
    shown = Inspector(desk)
    qtbot.addWidget(shown)
    shown.resize(300, 1200)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    desk.select(_five(desk))
    shown.several.facts.complete()
    yield shown.several
    del shown


def _five(desk: Desk) -> list[Subject]:
    dated = sorted((one for one in desk.plan.deliveries.values() if one.venue and one.date), key=lambda one: one.number)
    return [Subject("deliveries", one.id) for one in dated[:5]]


def _chosen(desk: Desk) -> list[Delivery]:
    return [desk.plan.deliveries[DeliveryId(subject.id)] for subject in _five(desk)]


def test_mixed_values_say_so_and_one_typed_goes_to_all(several: SeveralCard, desk: Desk) -> None:
    heads = field(several, "expected_heads").input
    assert heads.placeholderText() == "여러 값"  # type: ignore[attr-defined]
    before = desk.plan
    type_into(heads, "99")
    assert {one.expected_heads for one in _chosen(desk)} == {99}
    assert heads.text() == "99"  # type: ignore[attr-defined]
    desk.undo()
    assert desk.plan.deliveries == before.deliveries


def test_the_status_of_all_is_one_step(several: SeveralCard, desk: Desk) -> None:
    chosen = next(action for action, status in several.status._choices.items() if status is Status.CANCELLED)
    chosen.trigger()
    assert {one.status for one in _chosen(desk)} == {Status.CANCELLED}
    assert several._statuses.text().startswith("취소 5")
    desk.undo()
    assert {one.status for one in _chosen(desk)} != {Status.CANCELLED}


def test_locked_ones_stay_where_they_are(several: SeveralCard, desk: Desk) -> None:
    first = _chosen(desk)[0]
    desk.perform(Change("deliveries", first.id, {"is_locked": True}), several.editor.step("x"))
    said: list[Any] = []
    desk.said.connect(said.append)
    type_into(field(several, "span").input, "9:00~10:00")
    after = _chosen(desk)
    assert after[0].start == first.start
    assert {one.start for one in after[1:]} == {540}
    assert "1건" in said[0].text


def test_a_name_joins_every_line_up(several: SeveralCard, desk: Desk) -> None:
    type_into(several.facts.lineup.chips.adder, "Guest")
    guest = next(one.id for one in desk.plan.artists.values() if one.name == "Guest")
    assert all(one.lineup is not None and one.lineup[-1].artist == guest for one in _chosen(desk))


def test_answers_of_all_in_one_click(several: SeveralCard, desk: Desk) -> None:
    rows = list(several.facts.confirmations.rows.values())
    QTest.mouseClick(rows[0].next, Qt.MouseButton.LeftButton)
    states = {
        answer.state for one in _chosen(desk) for answer in one.confirmations if answer.of == rows[0]._question.of
    }
    assert len(states) == 1


def test_all_are_locked_and_unlocked(several: SeveralCard, desk: Desk) -> None:
    QTest.mouseClick(several.lock, Qt.MouseButton.LeftButton)
    assert all(one.is_locked for one in _chosen(desk))
    QTest.mouseClick(several.lock, Qt.MouseButton.LeftButton)
    assert not any(one.is_locked for one in _chosen(desk))


def test_a_whole_season_selected_is_counted_at_once(
    empty: OpenPlan, make_desk: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliveries = [made(number) for number in range(20_000)]
    monkeypatch.setattr(empty, "plan", Plan.of([*empty.plan.records(), *deliveries]))
    desk = make_desk(empty)
    shown = Inspector(desk)
    qtbot.addWidget(shown)
    shown.show()
    desk.select([Subject("deliveries", deliveries[0].id), Subject("deliveries", deliveries[1].id)])
    shown.several.facts.complete()
    everything = frozenset(Subject("deliveries", one.id) for one in deliveries)
    begun = time.perf_counter()
    desk.select(everything)
    took = time.perf_counter() - begun
    assert "20000" in shown.several._count.text().replace(",", "")
    assert took < 1.0
    qtbot.waitUntil(lambda: bool(shown.several.editor.shared.statuses))
    assert field(shown.several, "expected_heads").holds_something is False
    assert shown.several.editor.value("number") is MIXED
