"""The ledger: whatever happens to a plan, a calendar program that is sent its files ends with the plan as it is."""

from __future__ import annotations

import datetime
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st

from director_app.calendars.options import CalendarOptions
from director_app.domain.facts import Fallback
from director_app.domain.fields import to_plain
from director_app.domain.ids import DeliveryId, EventId, OrganisationId, ProgrammeId
from director_app.domain.ledger import (
    entries_after_export,
    entry_from_plain,
    entry_of_text,
    entry_text,
    further,
    uid_of,
)
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedInput
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.planner.scope import EVERYTHING
from tests.calendars.histories import HOUR, ONE, SCHEDULE, History, Ledger, calendar, every_change, season, shown
from tests.calendars.seasons import (
    AREAS,
    ARTISTS,
    DAY,
    DELIVERIES,
    NOW,
    PROGRAMMES,
    STRAND,
    VENUES,
    ZONES,
    any_scope,
    deliveries,
    plans,
    surroundings,
)

EMPTY = Plan.of([Season(SEASON)])


@pytest.fixture
def told() -> Ledger:
    """The ledger after the first export."""
    return entries_after_export(season(), {}, NOW)


# -- single steps ---------------------------------------------------------------------------------------------------


def test_an_export_without_a_change_changes_nothing(told: Ledger) -> None:
    again = entries_after_export(season(), told, NOW + HOUR)
    assert again == told
    assert again[ONE] is told[ONE]


@pytest.mark.parametrize(
    "facts", [{"start": WallMinute(731)}, {"date": DAY + datetime.timedelta(days=1)}, {"status": Status.CANCELLED}]
)
def test_sequence_rises_with_time_and_status(told: Ledger, facts: dict[str, Any]) -> None:
    entry = entries_after_export(season(**facts), told, NOW + HOUR)[ONE]
    assert (entry.sequence, entry.last_modified) == (1, "20251001T100000Z")


def test_other_words_only_make_it_modified(told: Ledger) -> None:
    entry = entries_after_export(season(public_note="신발을 챙기세요."), told, NOW + HOUR)[ONE]
    assert (entry.sequence, entry.last_modified) == (0, "20251001T100000Z")


def test_taking_a_step_back_never_lowers_a_number(told: Ledger) -> None:
    moved = entries_after_export(season(start=WallMinute(800), end=WallMinute(840)), told, NOW + HOUR)
    back = entries_after_export(season(), moved, NOW + 2 * HOUR)
    assert back[ONE].sequence == 2
    assert back[ONE].schedule == told[ONE].schedule


def test_what_is_gone_is_cancelled_once_and_comes_back_above_that(told: Ledger) -> None:
    gone = entries_after_export(EMPTY, told, NOW + HOUR)
    still = entries_after_export(EMPTY, gone, NOW + 2 * HOUR)
    back = entries_after_export(season(), still, NOW + 3 * HOUR)
    assert (gone[ONE].is_gone, gone[ONE].sequence) == (True, 1)
    assert still == gone
    assert (back[ONE].is_gone, back[ONE].sequence, back[ONE].uid) == (False, 2, told[ONE].uid)


def test_a_clock_set_back_does_not_turn_time_back(told: Ledger) -> None:
    entry = entries_after_export(season(date=DAY + datetime.timedelta(days=1)), told, NOW - 24 * HOUR)[ONE]
    assert entry.last_modified == "20251001T090001Z"


def test_what_was_never_exported_leaves_nothing_behind() -> None:
    ledger = entries_after_export(season(), {}, NOW, exported=())
    assert ledger == {}
    assert entries_after_export(season(status=Status.IDEA), {}, NOW) == {}
    assert entries_after_export(season(date=None, month="2025-11", start=None, end=None), {}, NOW) == {}


def test_an_idea_told_to_the_team_alone_never_reaches_the_public() -> None:
    ledger = entries_after_export(season(status=Status.IDEA), {}, NOW, internal=True)
    gone = entries_after_export(EMPTY, ledger, NOW + HOUR)
    assert calendar(EMPTY, gone) == []
    assert [event.values["STATUS"] for event in calendar(EMPTY, gone, internal=True)] == ["CANCELLED"]


def test_what_becomes_an_idea_again_is_cancelled_for_the_public_with_what_it_knew(told: Ledger) -> None:
    idea = season(status=Status.IDEA, start=WallMinute(900), end=WallMinute(930))
    ledger = entries_after_export(idea, told, NOW + HOUR)
    (event,) = calendar(idea, ledger)
    assert (event.values["STATUS"], event.values["SEQUENCE"]) == ("CANCELLED", "1")
    assert event.values["DTSTART"] == "20251014T121000"


def test_a_date_that_is_open_again_cancels_what_was_told(told: Ledger) -> None:
    open_again = season(date=None, month="2025-11", start=None, end=None)
    (event,) = calendar(open_again, entries_after_export(open_again, told, NOW + HOUR))
    assert (event.values["STATUS"], event.values["DTSTART"]) == ("CANCELLED", "20251014T121000")


def test_identities_from_elsewhere_get_a_uid_that_no_other_season_has() -> None:
    one, other = (Plan.of([Season(SEASON, title=title)]) for title in ("2025", "2026"))
    assert uid_of(one, DeliveryId("d1")) != uid_of(other, DeliveryId("d1"))
    assert uid_of(one, ONE) == ONE


# -- histories --------------------------------------------------------------------------------------------------------


@st.composite
def other_plan(draw: st.DrawFn, history: list[Plan]) -> Plan:
    """What an edit, an undo or a redo makes of a plan."""
    plan = history[-1]
    kind = draw(st.sampled_from(["put", "put", "put", "remove", "back", "surroundings", "surroundings"]))
    if kind == "back":
        return draw(st.sampled_from(history))
    records = {(type(record), record.id): record for record in plan.records()}
    identity = draw(st.sampled_from(DELIVERIES))
    if kind == "put":
        records[(Delivery, identity)] = draw(deliveries(identity))
    elif kind == "remove":
        records.pop((Delivery, identity), None)
    else:
        changed: Any = draw(
            st.sampled_from(
                [
                    plan.venues[VENUES[0]]._replace(name="새 이름"),
                    plan.venues[VENUES[1]]._replace(part_of=draw(st.sampled_from([None, VENUES[0], VENUES[2]]))),
                    plan.venues[VENUES[2]]._replace(area=draw(st.sampled_from([None, *AREAS]))),
                    plan.artists[ARTISTS[0]]._replace(name="새 가수"),
                    plan.artists[ARTISTS[1]]._replace(members=draw(st.sampled_from([(), ARTISTS[:1], ARTISTS[2:]]))),
                    plan.programmes[PROGRAMMES[0]]._replace(initiative=draw(st.sampled_from([None, STRAND]))),
                    plan.season._replace(zone=draw(ZONES)),
                ]
            )
        )
        records[(type(changed), changed.id)] = changed
    return Plan.of(records.values())


@hypothesis.settings(max_examples=40)
@hypothesis.given(data=st.data())
def test_any_history_ends_with_the_plan_in_every_calendar_program(data: st.DataObject) -> None:
    plans_so_far = [data.draw(plans())]
    history = History(plans_so_far[0])
    scopes = [EVERYTHING, *data.draw(st.lists(any_scope(), min_size=1, max_size=2))]
    calendars = [CalendarOptions(internal, scope) for scope in scopes for internal in (False, True)]
    for _step in range(data.draw(st.integers(1, 8))):
        history.plan = data.draw(other_plan(plans_so_far))
        plans_so_far.append(history.plan)
        history.now += data.draw(st.sampled_from([HOUR, 0 * HOUR, -5 * HOUR]))
        for options in data.draw(st.lists(st.sampled_from(calendars), max_size=3, unique=True)):
            history.export(options)
    exported = {options: len(files) for options, files in history.sent.items()}
    history.finish(lambda files: data.draw(st.permutations(files)))  # compares what programs show with the plan
    assert {options: len(files) for options, files in history.sent.items()} == {
        options: count + 1 for options, count in exported.items()
    }


@pytest.mark.parametrize(
    ("language", "internal", "status"),
    [
        ("ko", True, Status.CONFIRMED),
        ("en", True, Status.CONFIRMED),
        ("ko", False, Status.CONFIRMED),
        ("ko", True, Status.POSTPONED),
    ],
)
def test_whatever_is_shown_otherwise_is_also_modified(language: str, internal: bool, status: Status) -> None:
    """Every field of every record is changed in turn: if a calendar reads otherwise, its numbers say so."""
    facts: dict[str, Any] = {"status": status, "date": DAY, "start": WallMinute(730), "programme": "concert"}
    plan = Plan.of(
        [
            *surroundings(),
            Delivery(ONE, **facts, venue=VENUES[1], fallback=Fallback(venue=VENUES[2]), number="GM-1"),
            Delivery(DELIVERIES[1], **facts, organisation=OrganisationId("firm"), event=EventId("fest")),
            Delivery(DELIVERIES[2], month="2025-11", programme=ProgrammeId("show")),
            Delivery(DELIVERIES[3], date=DAY, until=DAY + datetime.timedelta(days=9), area=AREAS[0], venue=VENUES[2]),
        ]
    )
    ledger = entries_after_export(plan, {}, NOW, internal=internal)
    before = {one.values["UID"]: one for one in calendar(plan, ledger, internal=internal, language=language)}
    seen = 0
    for record, name, changed in every_change(plan):
        after = entries_after_export(changed, ledger, NOW + HOUR, internal=internal)
        for event in calendar(changed, after, internal=internal, language=language):
            old = before.get(event.values["UID"])
            if old is None or shown(old) == shown(event):
                continue
            seen += 1
            assert event.values["LAST-MODIFIED"] > old.values["LAST-MODIFIED"], (type(record), name)
            if any(event.values.get(one) != old.values.get(one) for one in SCHEDULE):
                assert int(event.values["SEQUENCE"]) > int(old.values["SEQUENCE"]), (type(record), name)
    assert seen > 40


# -- plain forms ------------------------------------------------------------------------------------------------------


def test_an_entry_survives_json_in_both_forms(told: Ledger) -> None:
    entry = told[ONE]._replace(is_gone=True, parts=("*", "20251014"), location='구미코, "2층"')
    assert entry_of_text(entry_text(entry)) == entry
    assert entry_from_plain(to_plain(entry), "ledger[0]") == entry


@hypothesis.settings(max_examples=30)
@hypothesis.given(data=st.data())
def test_two_copies_of_a_plan_together_remember_what_each_told(data: st.DataObject) -> None:
    """A plan goes on in two places; what comes back is merged, and a file from it satisfies the phones of both."""
    first = data.draw(plans())
    calendars = [CalendarOptions(scope=scope) for scope in (EVERYTHING, data.draw(any_scope()))]
    here, there = History(first), History(first)
    for history in (here, there):
        for plan in [first, *data.draw(st.lists(plans(), max_size=2))]:
            history.plan, history.now = plan, history.now + HOUR
            for options in calendars:
                history.export(options)
    known = here.ledger
    merged = {one: further(known[one], entry) if one in known else entry for one, entry in there.ledger.items()}
    here.ledger = known | merged
    again = {one: further(here.ledger[one], entry) for one, entry in there.ledger.items()}
    assert all(again[one] is here.ledger[one] for one in again)
    here.now += HOUR * data.draw(st.integers(-5, 5))
    for options, files in there.sent.items():
        here.sent[options] = here.sent[options] + files
    here.last.clear()
    here.finish(list, by_letter=False)


@pytest.mark.parametrize(
    "broken",
    [
        {"sequence": -1},
        {"last_modified": "gestern"},
        {"parts": "x"},
        {"uid": None},
        {"starts": "heute"},
        {"ends": "2025"},
        {"parts": ["all"]},
        {"internal_parts": ["20251014-x"]},
        {"zone": "Mars/Olympus"},
    ],
)
def test_a_broken_entry_is_refused(told: Ledger, broken: dict[str, Any]) -> None:
    with pytest.raises(RefusedInput, match="ledger"):
        entry_from_plain({**to_plain(told[ONE]), **broken}, "ledger[0]")
