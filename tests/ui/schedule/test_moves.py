"""What hands and keys ask for, as edits of a plan."""

from director_app.domain.edits import resolve
from director_app.domain.ids import ApplicationId
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Status
from director_app.domain.requests import ApplicationState
from director_app.ui.schedule import answers, copies, moves
from director_app.ui.schedule.moves import Asked, Place
from director_app.ui.schedule.typed_item import Names, When, read_item
from tests.ui.schedule.seasons import CANTEEN, COMPANY, day, delivery, season

PLAN = Plan.of(season(), highest_number=6)


def one(name: str, plan: Plan = PLAN) -> Delivery:
    return plan.deliveries[name]  # type: ignore[index]  # ids are texts


def done(asked: Asked | None, plan: Plan = PLAN) -> Plan:
    assert asked is not None
    return resolve(plan, asked.edit)[0]


def test_another_day_keeps_the_time() -> None:
    moved = one("001", done(moves.move([one("001")], one("001"), Place(day(17)), ["점심"])))
    assert (moved.date, moved.start, moved.end) == (day(17), 730, 770)


def test_another_time_takes_the_end_along() -> None:
    moved = one("001", done(moves.move([one("001")], one("001"), Place(day(15), 800, keeps_time=False), ["점심"])))
    assert (moved.start, moved.end) == (800, 840)


def test_others_keep_their_distance() -> None:
    chosen = [one("001"), one("003")]
    plan = done(moves.move(chosen, one("001"), Place(day(18)), ["", ""]))
    assert (one("001", plan).date, one("003", plan).date) == (day(18), day(19))


def test_several_days_move_as_a_whole() -> None:
    moved = one("005", done(moves.shift([one("005")], 2, 0, [""])))
    assert (moved.date, moved.until) == (day(24), day(26))


def test_what_would_be_is_what_becomes() -> None:
    for place in (Place(day(21)), Place(day(15), 1200, keeps_time=False), Place(day(15), None, keeps_time=False)):
        for name in ("001", "003", "005"):
            asked = moves.move([one(name)], one(name), place, [""])
            assert moves.moved(PLAN, one(name), place) == one(name, done(asked))


def test_a_locked_one_would_stay() -> None:
    assert moves.moved(PLAN, one("004"), Place(day(1))) == one("004")


def test_ends_are_pulled_but_never_before_the_start() -> None:
    longer = one("001", done(moves.stretch(PLAN, one("001"), 0, 20, "")))
    assert longer.end == 790
    shortest = one("001", done(moves.stretch(PLAN, one("001"), 0, -500, "")))
    assert shortest.end == 735
    two_days = one("001", done(moves.stretch(PLAN, one("001"), 1, 0, "")))
    assert two_days.until == day(16)
    assert moves.stretch(PLAN, one("001"), -1, 0, "") is None


def test_back_to_the_tray_remembers_the_month() -> None:
    waiting = one("001", done(moves.open_dates([one("001")], [""])))
    assert (waiting.date, waiting.month, waiting.start) == (None, "2025-10", 730)


def test_a_postponed_one_that_gets_a_day_is_pencilled_again() -> None:
    waiting = delivery("x", None, status=Status.POSTPONED)
    plan = PLAN.with_changes([RecordChange("deliveries", "x", None, waiting)])
    assert one("x", done(moves.move([waiting], waiting, Place(day(20)), [""]), plan)).status is Status.PENCILLED


def test_typed_date_and_time() -> None:
    assert one("001", done(moves.retime(one("001"), When(True, day(20)), ""))).date == day(20)
    assert one("001", done(moves.retime(one("001"), When(has_time=True), ""))).start is None
    assert one("001", done(moves.retime(one("001"), When(has_date=True), ""))).date is None
    spanned = one("001", done(moves.retime(one("001"), When(False, None, True, 600, 700), "")))
    assert (spanned.start, spanned.end) == (600, 700)


def test_a_typed_line_becomes_a_pencilled_delivery() -> None:
    typed = read_item(Names(PLAN), "12:10 50분 점심 음악회 기업 가 봄밤", day(15))
    made = moves.made(PLAN, typed, Place(day(16)))
    plan = done(moves.add(made, ""))
    added = one(made.id, plan)
    assert (added.date, added.start, added.end, added.status) == (day(16), 730, 780, Status.PENCILLED)
    assert (added.organisation, added.venue) == (COMPANY, CANTEEN)
    assert added.lineup is None
    assert added.number == "GM-007"


def test_an_application_is_answered_with_what_it_says() -> None:
    wish = PLAN.applications[ApplicationId("wish")]
    plan = done(answers.answer(PLAN, wish, Place(day(15)), "기업 가"))
    answered = plan.applications[wish.id]
    assert answered.state is ApplicationState.PLACED
    made = one(answered.delivery or "", plan)
    assert (made.date, made.start, made.end) == (day(15), 720, 760)
    assert (made.organisation, made.venue, made.expected_heads) == (COMPANY, CANTEEN, 120)
    assert made.shifts == ("주간", "야간")


def test_repeating_starts_afresh() -> None:
    plan = done(copies.repeat([one("001")], 7, [""]))
    copy = next(found for found in plan.deliveries.values() if found.date == day(22) and found.number == "GM-007")
    assert (copy.status, copy.start, copy.venue) == (Status.PENCILLED, 730, CANTEEN)


def test_put_back_restores_what_was_taken_away() -> None:
    after, changes = resolve(PLAN, moves.remove([one("001")], [""]).edit)
    again, _changes = resolve(after, moves.PutBack(tuple(changes)))
    assert again.deliveries == PLAN.deliveries
