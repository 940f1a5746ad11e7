"""Publishing from an open plan: files whole, numbers kept, secrets kept."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from director_app.calendars.options import CalendarOptions
from director_app.documents.booklet import booklet_content
from director_app.documents.facts import Facts
from director_app.documents.options import DocumentOptions
from director_app.documents.tables import TableOptions, schedule_table
from director_app.domain.edits import AddDelivery, MoveDelivery, Remove, SetStatus
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import dates_of
from director_app.domain.refusals import CannotUseFile
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.operations import publishing
from director_app.operations.interchange import from_json
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.operations.whole_plans import ledger_of, start_sample
from director_app.planner.scope import Scope
from director_app.store import database
from director_app.wording import Wording
from tests.calendars.calendar_reader import Client, read_calendar
from tests.calendars.seasons import DAY, DELIVERIES, NOW, any_scope, plans

ONE = DELIVERIES[0]
HOUR = datetime.timedelta(hours=1)
STEP = StepName("a step", {})


@pytest.fixture
def season(tmp_path: Path) -> Iterator[OpenPlan]:
    """An open plan with one delivery."""
    delivery = Delivery(ONE, "CD-001", date=DAY, start=WallMinute(730), end=WallMinute(770), status=Status.CONFIRMED)
    opened = OpenPlan.create_with(tmp_path / "봄.cdplan", Plan.of([Season(SEASON, title="봄/밤"), delivery]))
    yield opened
    opened.close()


def ics(opened: OpenPlan, out: Path, now: datetime.datetime, *, internal: bool = False) -> bytes:
    publishing.export_ics(opened, out, Wording("ko"), CalendarOptions(internal=internal), now)
    return out.read_bytes()


def test_two_calendars_of_one_plan_are_the_same_bytes_also_after_it_was_closed(
    season: OpenPlan, tmp_path: Path
) -> None:
    first = ics(season, tmp_path / "a.ics", NOW)
    assert ics(season, tmp_path / "b.ics", NOW + HOUR) == first
    season.close()
    again = OpenPlan.open(season.path)
    assert ics(again, tmp_path / "c.ics", NOW + 2 * HOUR) == first
    again.close()


def test_every_undo_and_redo_reaches_the_phone(season: OpenPlan, tmp_path: Path) -> None:
    phone, now = Client(), NOW
    out = tmp_path / "a.ics"

    def send() -> dict[str, str]:
        nonlocal now
        now += HOUR
        phone.take(ics(season, out, now))
        return {uid: event.values["DTSTART"] for uid, event in phone.shown().items()}

    there = {ONE: "20251014T121000"}
    assert send() == there
    season.perform(MoveDelivery(ONE, {"start": WallMinute(800)}), STEP)
    assert send() == {ONE: "20251014T132000"}
    season.undo()
    assert send() == there
    season.perform(Remove("deliveries", ONE), STEP)
    assert send() == {}
    season.undo()
    assert send() == there
    season.redo()
    assert send() == {}
    season.undo()
    season.perform(SetStatus((ONE,), Status.CANCELLED), STEP)
    assert send() == {}
    added = Delivery(DELIVERIES[1], date=DAY)
    season.perform(AddDelivery(added), STEP)
    assert set(send()) == {DELIVERIES[1]}
    season.undo()
    assert send() == {}
    assert {event.values["UID"] for event in read_calendar(out.read_bytes())[1]} == {ONE, DELIVERIES[1]}


def test_the_ledger_is_kept_before_the_file_is_written(season: OpenPlan, tmp_path: Path) -> None:
    with pytest.raises(CannotUseFile):
        ics(season, tmp_path / "none" / "a.ics", NOW)
    assert ledger_of(season)[ONE].last_modified == "20251001T090000Z"


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm", "-journal"])
def test_nothing_is_written_over_the_plan_or_what_belongs_to_it(season: OpenPlan, tmp_path: Path, suffix: str) -> None:
    out = season.path.with_name(f"{season.path.name}{suffix}")
    korean = Wording("ko")
    for attempt in (
        lambda: publishing.export_ics(season, out, korean, CalendarOptions(), NOW),
        lambda: publishing.export_json(season, out),
        lambda: publishing.export_table(season, "csv", out, korean, TableOptions()),
        lambda: publishing.export_pdf(season, "booklet", out, korean, DocumentOptions(datetime.datetime(2025, 10, 14))),
    ):
        with pytest.raises(CannotUseFile, match="plan itself"):
            attempt()
    assert ledger_of(season) == {}


def test_a_read_only_plan_is_exported_and_says_that_nothing_is_kept(season: OpenPlan, tmp_path: Path) -> None:
    reader = OpenPlan.open(season.path, read_only=True)
    made = publishing.export_ics(reader, tmp_path / "a.ics", Wording("en"), CalendarOptions(), NOW)
    reader.close()
    assert made.amount == 1
    assert "read-only" in made.remarks[-1]
    assert ledger_of(season) == {}


def test_a_full_disk_under_the_plan_is_said_to_be_full(
    season: OpenPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = season.path
    season.close()
    monkeypatch.setattr(database, "has_room", lambda *_: False)
    full = OpenPlan.open(path)
    made = publishing.export_ics(full, tmp_path / "season.ics", Wording("en"), CalendarOptions(), NOW)
    full.close()
    assert made.remarks[-1].startswith("There is no room left on the disk of the plan")


def test_the_whole_plan_goes_out_with_its_ledger(season: OpenPlan, tmp_path: Path) -> None:
    ics(season, tmp_path / "a.ics", NOW)
    publishing.export_json(season, tmp_path / "a.json")
    whole = from_json((tmp_path / "a.json").read_bytes(), "a.json")
    assert whole.plan == season.plan
    assert whole.ledger == ledger_of(season)


def test_tables_say_how_many_rows_they_have(season: OpenPlan, tmp_path: Path) -> None:
    for kind in ("csv", "xlsx"):
        made = publishing.export_table(season, kind, tmp_path / f"a.{kind}", Wording("ko"), TableOptions())
        assert (made.amount, made.path.exists()) == (1, True)


def spoken_of_by_every_format(plan: Plan, scope: Scope) -> tuple[set[str], set[str], set[str]]:
    """What paper, table and calendar list of the dated deliveries that the public may know."""
    wording = Wording("ko")
    months = booklet_content(Facts(plan, wording), DocumentOptions(datetime.datetime(2025, 10, 14), scope)).months
    paper = {entry.key for month in months for day in month.days for entry in day.entries}
    paper |= {one.key for month in months for one in month.exhibitions}
    table = schedule_table(plan, "csv", wording, TableOptions(scope)).data.decode("utf-8-sig")
    numbers = {row[0] for row in csv.reader(io.StringIO(table))}
    calendar = publishing.make_calendar(plan, {}, wording, CalendarOptions(scope=scope), NOW).file.data
    uids = {event.values["UID"].partition("-")[0] for event in read_calendar(calendar)[1]}
    dated = {one.id: one.number for one in plan.deliveries.values() if dates_of(one)[0] is not None}
    return paper & dated.keys(), {one for one, number in dated.items() if number in numbers}, uids


@hypothesis.settings(max_examples=40)
@hypothesis.given(plan=plans(), scope=any_scope())
def test_paper_table_and_calendar_speak_of_the_same_deliveries(plan: Plan, scope: Scope) -> None:
    paper, table, calendar = spoken_of_by_every_format(plan, scope)
    assert paper == table == calendar


def test_names_of_files_are_safe(season: OpenPlan) -> None:
    assert publishing.proposed_name(season, "ics", Wording("ko")) == "봄 밤.ics"
    assert publishing.proposed_name(season, "csv", Wording("ko"), internal=True) == "봄 밤 (내부용).csv"


def test_the_sample_in_every_form(tmp_path: Path) -> None:
    opened = start_sample(tmp_path / "s.cdplan")
    korean = Wording("ko")
    calendar = publishing.export_ics(opened, tmp_path / "s.ics", korean, CalendarOptions(), NOW)
    table = publishing.export_table(opened, "csv", tmp_path / "s.csv", korean, TableOptions(internal=True))
    paper = publishing.export_pdf(
        opened, "booklet", tmp_path / "s.pdf", korean, DocumentOptions(datetime.datetime(2025, 10, 14))
    )
    opened.close()
    assert calendar.amount >= 60
    assert table.amount == len(opened.plan.deliveries)
    assert paper.pages > 4
