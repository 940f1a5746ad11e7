"""What is drawn of a plan."""

from datetime import date

from director_app.domain.edits import Change, resolve
from director_app.domain.ids import EventId
from director_app.domain.plan import Plan
from director_app.domain.programme import Event, Status
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.items import EVENT, Items
from director_app.wording import Wording
from tests.ui.schedule.seasons import LUNCH, around, day, delivery, season


def items(*records: object, language: str = "ko") -> Items:
    shown = Items(Wording(language))
    shown.show_plan(Plan.of(list(records)))
    return shown


def keys(shown: Items, first: date, last: date) -> list[str]:
    return [entry.key for entry in shown.entries(first, last)]


def test_a_day_is_ordered_by_time_undecided_last() -> None:
    shown = items(*around(), delivery("c", day(1), None), delivery("b", day(1), 900), delivery("a", day(1), 1000))
    assert keys(shown, day(1), day(1)) == ["b", "a", "c"]


def test_what_began_before_and_goes_on_is_there() -> None:
    shown = items(*around(), delivery("long", day(1), None, until=day(30)), delivery("b", day(15)))
    assert keys(shown, day(14), day(20)) == ["long", "b"]
    assert keys(shown, day(1, 11), day(5, 11)) == []


def test_following_an_edit_equals_showing_the_new_plan() -> None:
    shown = items(*season())
    for values in ({"until": day(18)}, {"date": day(2)}, {"until": None}, {"date": None}):
        plan, changes = resolve(shown.plan, Change("deliveries", "001", values))
        shown.follow(plan, changes)
        fresh = Items(Wording("ko"))
        fresh.show_plan(plan)
        assert shown.entries(day(1), day(31)) == fresh.entries(day(1), day(31))


def test_texts_follow_what_a_delivery_names() -> None:
    shown = items(*season())
    before = shown.item("001")
    assert before is not None
    assert (before.title, before.time, before.place) == ("점심 음악회", "12:10", "2공장 식당")
    plan, changes = resolve(shown.plan, Change("programmes", LUNCH, {"title": "새 이름"}))
    shown.follow(plan, changes)
    after = shown.item("001")
    assert after is not None
    assert after.title == "새 이름"


def test_undecided_facts_are_said_and_marked() -> None:
    one = items(*around(), delivery("x", day(1), None, programme=None, venue=None)).item("x")
    assert one is not None
    assert (one.time_undecided, one.title_undecided, one.place_undecided) == (True, True, True)
    assert one.time
    assert one.title
    assert one.place


def test_the_other_language_uses_other_titles() -> None:
    one = items(*season(), language="en").item("001")
    assert one is not None
    assert one.title == "Lunch concert"


def test_a_postponed_one_points_to_its_new_day() -> None:
    one = items(*around(), delivery("x", day(1), status=Status.POSTPONED, postponed_to=day(4, 11))).item("x")
    assert one is not None
    assert one.title == "→ 11. 4."


def test_events_of_several_days_are_bars() -> None:
    event = Event(EventId("gif"), title="축제", first_day=day(8), last_day=day(9))
    shown = items(*season(), event)
    assert EVENT + "gif" in keys(shown, day(1), day(31))
    item = shown.item(EVENT + "gif")
    assert item is not None
    assert item.is_event


def test_a_filter_keeps_what_it_asks_for() -> None:
    shown = items(*season())
    everything = set(keys(shown, day(1), day(31)))
    for chosen, expected in (
        (Filter(text="동락 공원"), {"002"}),
        (Filter(text="하루"), {"002"}),
        (Filter(statuses=frozenset({Status.PENCILLED})), {"003"}),
        (Filter(initiatives=frozenset({"lunch"})), {"001", "002", "003"}),
        (Filter(only_undecided=True), {"003", "005"}),
        (Filter(), everything),
    ):
        shown.set_filter(chosen)
        assert set(keys(shown, day(1), day(31))) == expected
    shown.set_levels({"001": "block"})
    shown.set_filter(Filter(only_problems=True))
    assert keys(shown, day(1), day(31)) == ["001"]
