"""A painted week: what is read from statements, what painting changes, and what is written back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from director_app.domain.edits import resolve
from director_app.domain.ids import ArtistId, AvailabilityId
from director_app.domain.people import Artist, Availability, AvailabilityValue
from director_app.domain.plan import Plan
from director_app.domain.timeline import WallMinute
from director_app.ui.forms.week_pattern import Owner, Stretch, edit_to, painted, value_at, week_of

GOOD, POSSIBLE, RATHER_NOT, IMPOSSIBLE = AvailabilityValue
OWNER = Owner("artists", "a")


def stated(
    identity: str, weekday: int | None, start: int, end: int, value: AvailabilityValue = IMPOSSIBLE
) -> Availability:
    return Availability(
        AvailabilityId(identity), artist=ArtistId("a"), value=value, weekday=weekday,
        starts=WallMinute(start), ends=WallMinute(end), reason="why",
    )  # fmt: skip


def test_where_statements_overlap_the_worst_holds() -> None:
    week = week_of([stated("1", 0, 600, 720, POSSIBLE), stated("2", 0, 660, 780)])
    assert week == (Stretch(0, 600, 660, POSSIBLE), Stretch(0, 660, 780, IMPOSSIBLE))


def test_a_statement_without_a_weekday_speaks_of_every_day() -> None:
    assert {stretch.weekday for stretch in week_of([stated("1", None, 600, 660)])} == set(range(7))


def test_painting_cuts_and_joins() -> None:
    week = painted((Stretch(1, 600, 900, IMPOSSIBLE),), [1, 2], 660, 720, GOOD)
    assert week == (Stretch(1, 600, 660, IMPOSSIBLE), Stretch(1, 720, 900, IMPOSSIBLE))
    assert painted(week, [1], 660, 720, IMPOSSIBLE) == (Stretch(1, 600, 900, IMPOSSIBLE),)


stretches = some.tuples(
    some.integers(0, 6), some.integers(0, 23), some.integers(1, 24), some.sampled_from(list(AvailabilityValue))
)


@given(some.lists(stretches, max_size=12))
def test_the_week_written_back_is_the_week_that_was_painted(
    strokes: list[tuple[int, int, int, AvailabilityValue]],
) -> None:
    plan = Plan.of([Artist(ArtistId("a"), "A"), stated("kept", 3, 540, 600)])
    for weekday, first, hours, value in strokes:
        start, end = first * 60, min(1440, (first + hours) * 60)
        statements = list(plan.availabilities.values())
        before = week_of(statements)
        week = painted(before, [weekday], start, end, value)
        assert value_at(week, weekday, start) is value
        edit = edit_to(OWNER, statements, week)
        if edit is None:
            assert week == before
            continue
        plan, _changes = resolve(plan, edit)
        assert week_of(plan.availabilities.values()) == week


def test_statements_that_still_hold_keep_their_reason() -> None:
    statements = [stated("1", 0, 600, 720), stated("2", 1, 600, 720)]
    week = painted(week_of(statements), [1], 600, 660, GOOD)
    edit = edit_to(OWNER, statements, week)
    assert edit is not None
    plan, _changes = resolve(Plan.of([Artist(ArtistId("a"), "A"), *statements]), edit)
    assert plan.availabilities[AvailabilityId("1")].reason == "why"
    assert AvailabilityId("2") not in plan.availabilities
