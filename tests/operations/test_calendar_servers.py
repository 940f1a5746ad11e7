"""Publishing to a real calendar server: only what changed is sent, and nothing anybody did over there is lost."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from director_app.calendars.options import CalendarOptions
from director_app.calendars.server_objects import joined_objects
from director_app.calendars.sync_decisions import Deed
from director_app.domain.edits import Change, MoveDelivery
from director_app.domain.ids import DeliveryId, VenueId
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import WallMinute
from director_app.operations.calendar_servers import Answer, Looked, changes_there, look, send
from director_app.operations.importing import RowOutcome, accept_import, propose_import
from director_app.operations.open_plan import OpenPlan
from director_app.operations.publishing import keep_told
from director_app.operations.sentences import refusal_sentence
from director_app.operations.series import begin_series
from director_app.operations.server_words import question_line
from director_app.operations.whole_plans import dates_given, ledger_of
from director_app.planner.recurrence import days_of_rule
from director_app.planner.scope import EVERYTHING
from director_app.wording import Wording
from tests.calendar_server import Phone, RunningServer, running_server
from tests.plan_files import STEP

NOW = datetime.datetime(2025, 8, 14, 0, 30, tzinfo=datetime.UTC)
FIRST, LAST = datetime.date(2025, 10, 13), datetime.date(2025, 10, 19)
OPTIONS = CalendarOptions(scope=EVERYTHING._replace(since=FIRST, until=LAST))
ENGLISH = Wording("en")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path, server: RunningServer) -> Iterator[OpenPlan]:
    opened = OpenPlan.open(Path(shutil.copy(sample_file, tmp_path / "sample.cdplan")))
    yield opened
    Phone(server.login, looked(opened, server).collection).take_away()
    opened.close()


def looked(opened: OpenPlan, server: RunningServer, options: CalendarOptions = OPTIONS) -> Looked:
    return look(opened.plan, ledger_of(opened), server.login, ENGLISH, options, NOW)


def published(
    opened: OpenPlan,
    server: RunningServer,
    answer: Answer = Answer(),  # noqa: B008 - a value
    options: CalendarOptions = OPTIONS,
) -> dict[Deed, int]:
    found = looked(opened, server, options)
    keep_told(opened, found.risen, ENGLISH)
    return dict(send(found, answer).counts)


def phone_of(opened: OpenPlan, server: RunningServer, options: CalendarOptions = OPTIONS) -> Phone:
    return Phone(server.login, looked(opened, server, options).collection)


def timed(opened: OpenPlan) -> list[Delivery]:
    """The deliveries of the days that are one event each."""
    return [
        one
        for one in sorted(opened.plan.deliveries.values())
        if one.date and FIRST <= one.date <= LAST and one.start and one.until is None and one.end
        and one.status is Status.CONFIRMED
    ]  # fmt: skip


def later(one: Delivery) -> MoveDelivery:
    return MoveDelivery(one.id, {"start": WallMinute((one.start or 0) + 10)})


def day_after(one: Delivery) -> datetime.date:
    assert one.date is not None
    return one.date + datetime.timedelta(days=1)


def moved_there(opened: OpenPlan, server: RunningServer, one: Delivery) -> None:
    """Somebody moves it to the next day on a phone."""
    assert one.date is not None
    uid = ledger_of(opened)[one.id].uid
    assert phone_of(opened, server).change(f"UID:{uid}", f":{one.date:%Y%m%d}T", f":{day_after(one):%Y%m%d}T") == 1


def test_only_what_changed_is_sent(sample: OpenPlan, server: RunningServer) -> None:
    first = published(sample, server)
    assert set(first) == {Deed.CREATE}
    assert len(phone_of(sample, server).objects()) == first[Deed.CREATE]
    assert published(sample, server) == {}
    one = timed(sample)[0]
    sample.perform(later(one), STEP)
    assert published(sample, server) == {Deed.UPDATE: 1}
    sample.undo()
    assert published(sample, server) == {Deed.UPDATE: 1}


def test_edited_on_both_sides_both_end_equal(sample: OpenPlan, server: RunningServer, tmp_path: Path) -> None:
    """The phone moves one to another day, the desk another one; what the phone did comes in as a proposal."""
    published(sample, server)
    phone = phone_of(sample, server)
    theirs, ours, *_more = timed(sample)
    moved_there(sample, server, theirs)
    sample.perform(later(ours), STEP)
    found = looked(sample, server)
    assert [one.deed for one in found.questions] == [Deed.CHANGED_THERE]
    assert found.count(Deed.UPDATE) == 1
    assert published(sample, server) == {Deed.UPDATE: 1}
    path = tmp_path / "there.ics"
    path.write_text(changes_there(looked(sample, server)), "utf-8", newline="")
    accept_import(sample, propose_import(sample.plan, [path]))
    assert sample.plan.deliveries[theirs.id].date == day_after(theirs)
    assert published(sample, server) == {Deed.UPDATE: 1}
    last = looked(sample, server)
    assert last.count(Deed.KEEP) == len(last.decisions) == len(phone.objects())


def test_what_was_changed_on_both_sides_waits_for_an_answer(sample: OpenPlan, server: RunningServer) -> None:
    published(sample, server)
    one = timed(sample)[0]
    moved_there(sample, server, one)
    sample.perform(later(one), STEP)
    assert [found.deed for found in looked(sample, server).questions] == [Deed.CHANGED_ON_BOTH]
    assert published(sample, server) == {}
    assert published(sample, server, Answer(ours=True)) == {Deed.CHANGED_ON_BOTH: 1}
    assert looked(sample, server).questions == ()


@pytest.mark.parametrize("options", [OPTIONS, OPTIONS._replace(internal=True)])
def test_words_changed_on_a_phone_are_proposed_as_a_move_is(
    sample: OpenPlan, server: RunningServer, tmp_path: Path, options: CalendarOptions
) -> None:
    """Each is one row of the import; what the plan puts together itself is no change."""
    published(sample, server, options=options)
    one, other, third, *_more = timed(sample)
    phone = phone_of(sample, server, options)
    uid = ledger_of(sample)[one.id].uid
    title = looked(sample, server, options).objects[uid].title
    assert phone.change(f"UID:{uid}", f"SUMMARY:{title}", f"SUMMARY:{title} (open air)") == 1
    uid_of_other = ledger_of(sample)[other.id].uid
    assert phone.change(f"UID:{uid_of_other}", "LOCATION:", "LOCATION:Sundae stage\\, ") == 1
    uid_of_third = ledger_of(sample)[third.id].uid
    assert phone.change(f"UID:{uid_of_third}", "DESCRIPTION:", "DESCRIPTION:Bring a coat\\n") == 1
    found = looked(sample, server, options)
    said = {one.uid: question_line(ENGLISH, found, one) for one in found.questions}
    assert "only words were changed" in said[uid]
    path = tmp_path / "there.ics"
    path.write_text(changes_there(found), "utf-8", newline="")
    proposal = propose_import(sample.plan, [path])
    fields = {change.id: change.field for row in proposal.rows for change in row.differences}
    note = "internal_note" if options.internal else "public_note"
    assert fields == {one.id: "title_suffix", other.id: "venue", third.id: note}
    accept_import(sample, proposal)
    plan = sample.plan
    assert plan.deliveries[one.id].title_suffix == "(open air)"
    assert plan.venues[plan.deliveries[other.id].venue or VenueId("")].name.startswith("Sundae stage")
    assert getattr(plan.deliveries[third.id], note).startswith("Bring a coat")
    published(sample, server, Answer(ours=True), options)
    again = looked(sample, server, options)
    assert again.count(Deed.KEEP) == len(again.decisions)
    sample.undo()
    assert sample.plan.deliveries[one.id] == one
    phone.take_away()


def test_dates_of_a_rule_come_back_from_a_phone_one_by_one(
    sample: OpenPlan, server: RunningServer, tmp_path: Path
) -> None:
    """One date is moved there and one taken out; the file of the whole event changes nothing else."""
    days = days_of_rule("FREQ=DAILY;COUNT=5", FIRST, LAST)
    made = [
        Delivery(DeliveryId(f"{n:032x}"), date=day, start=WallMinute(540), end=WallMinute(570), status=Status.CONFIRMED)
        for n, day in enumerate(days, 1)
    ]
    sample.perform(begin_series("FREQ=DAILY;COUNT=5", FIRST, made, {}), STEP)
    repeating = OPTIONS._replace(repeating=True)
    published(sample, server, options=repeating)
    ledger = ledger_of(sample)
    uid = ledger[made[0].id].uid
    assert {ledger[one.id].uid for one in made} == {uid}
    path = tmp_path / "there.ics"
    path.write_text(joined_objects([looked(sample, server).objects[uid].data]), "utf-8", newline="")
    assert propose_import(sample.plan, [path], dates=dates_given(sample)).counts == {RowOutcome.SAME: 5}
    rule = "RRULE:FREQ=DAILY;COUNT=5"
    moved = (
        f"END:VEVENT\r\nBEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20251001T000000Z\r\nSEQUENCE:1\r\nSUMMARY:x\r\n"
        "RECURRENCE-ID;TZID=Asia/Seoul:20251016T090000\r\nDTSTART;TZID=Asia/Seoul:20251016T110000\r\n"
        "DTEND;TZID=Asia/Seoul:20251016T113000\r\nEND:VEVENT\r\n"
    )
    phone = phone_of(sample, server)
    taken = f"{rule}\r\nEXDATE;TZID=Asia/Seoul:20251014T090000"
    assert phone.change(f"UID:{uid}", rule, taken) == 1
    assert phone.change(f"UID:{uid}", "END:VEVENT\n", moved.replace("\r\n", "\n")) == 1
    path.write_text(changes_there(looked(sample, server)), "utf-8", newline="")
    proposal = propose_import(sample.plan, [path], dates=dates_given(sample))
    told = {(change.id, change.field) for row in proposal.rows for change in row.differences}
    assert {(made[1].id, "status"), (made[3].id, "start"), (made[3].id, "end")} <= told
    assert {one for one, _field in told} == {made[1].id, made[3].id}


def test_an_event_added_on_a_phone_stays_there_and_is_proposed(
    sample: OpenPlan, server: RunningServer, tmp_path: Path
) -> None:
    published(sample, server)
    phone_of(sample, server).add(
        "lunch.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//A phone//EN\r\nBEGIN:VEVENT\r\nUID:lunch@phone\r\n"
        "DTSTAMP:20251001T000000Z\r\nDTSTART;VALUE=DATE:20251014\r\nSUMMARY:Lunch of the council\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n",
    )
    found = looked(sample, server)
    assert [one.deed for one in found.questions] == [Deed.NEW_THERE]
    assert published(sample, server, Answer(ours=True, again=True)) == {}
    path = tmp_path / "there.ics"
    path.write_text(changes_there(found), "utf-8", newline="")
    rows = propose_import(sample.plan, [path]).rows
    assert [row.outcome for row in rows] == ["new"]
    assert any("lunch@phone" in data for _tag, data in phone_of(sample, server).objects().values())


def test_what_was_taken_away_there_is_proposed_as_cancelled_or_put_again(
    sample: OpenPlan, server: RunningServer, tmp_path: Path
) -> None:
    published(sample, server)
    one = timed(sample)[0]
    assert phone_of(sample, server).take_away(ledger_of(sample)[one.id].uid) == 1
    found = looked(sample, server)
    assert [question.deed for question in found.questions] == [Deed.GONE_THERE]
    assert published(sample, server) == {}
    path = tmp_path / "there.ics"
    path.write_text(changes_there(found), "utf-8", newline="")
    assert [row.outcome for row in propose_import(sample.plan, [path]).rows] == ["changed"]
    assert published(sample, server, Answer(again=True)) == {Deed.GONE_THERE: 1}
    assert looked(sample, server).questions == ()


def test_an_emptied_calendar_is_refused_until_said_otherwise(sample: OpenPlan, server: RunningServer) -> None:
    count = published(sample, server)[Deed.CREATE]
    assert phone_of(sample, server).take_away() == count
    before = sample.plan
    with pytest.raises(RefusedInput) as refused:
        published(sample, server)
    assert str(count) in refusal_sentence(ENGLISH, refused.value)
    assert sample.plan is before
    assert published(sample, server, Answer(again=True)) == {Deed.GONE_THERE: count}


def test_a_lost_memory_finds_its_own_objects_again(sample: OpenPlan, server: RunningServer, tmp_path: Path) -> None:
    count = published(sample, server)[Deed.CREATE]
    shutil.rmtree(tmp_path / "user-data" / "servers")
    assert published(sample, server) == {Deed.ADOPT: count}
    assert published(sample, server) == {}


def test_somebody_who_writes_between_looking_and_sending_is_not_overwritten(
    sample: OpenPlan, server: RunningServer
) -> None:
    published(sample, server)
    one = timed(sample)[0]
    sample.perform(Change("deliveries", one.id, {"title_suffix": "2부"}), STEP)
    found = looked(sample, server)
    moved_there(sample, server, one)
    keep_told(sample, found.risen, ENGLISH)
    sent = send(found, Answer())
    assert (sent.counts, sent.overtaken) == ({}, (ledger_of(sample)[one.id].uid,))


def test_a_wrong_password_and_a_wrong_address_are_one_sentence(sample: OpenPlan, server: RunningServer) -> None:
    for login in (
        server.login._replace(password="guess"),
        server.login._replace(address="http://127.0.0.1:9/"),
        server.login._replace(address="http://calendar.example/"),
        server.login._replace(address="ftp://localhost/"),
        server.login._replace(address="https://[broken/"),
        server.login._replace(address=f"{server.login.address}nobody/there/"),
    ):
        with pytest.raises(RefusedInput) as refused:
            look(sample.plan, ledger_of(sample), login, ENGLISH, OPTIONS, NOW)
        sentence = refusal_sentence(ENGLISH, refused.value)
        assert sentence.endswith(".")
        assert login.password not in sentence


def test_a_server_that_goes_away_in_the_middle_goes_on_with_the_rest(sample: OpenPlan, tmp_path: Path) -> None:
    folder = tmp_path / "short-lived"
    with running_server(folder) as short:
        found = looked(sample, short)
        keep_told(sample, found.risen, ENGLISH)
        port = short.login.address

        def dies(done: int, _parts: int) -> None:
            if done == 5:
                short.die()

        with pytest.raises(RefusedInput, match="5 of"):
            send(found, Answer(), dies)
        assert port == short.login.address
    with running_server(folder) as again:
        # The same calendar answers at another port, so this desk must find what it sent by what it says.
        counts = published(sample, again)
        assert counts == {Deed.ADOPT: 5, Deed.CREATE: len(found.decisions) - 5}
