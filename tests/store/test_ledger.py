"""What calendars were told is kept beside a window that has the plan open, and never falls whoever writes it."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from director_app.calendars.options import CalendarOptions
from director_app.domain.edits import MoveDelivery
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry, entry_text
from director_app.operations import publishing
from director_app.operations.open_plan import OpenPlan
from director_app.operations.whole_plans import ledger_of, start_sample
from director_app.store import database
from director_app.wording import Wording
from tests.plan_files import STEP

ROOT = Path(__file__).resolve().parent.parent.parent
NOW = datetime.datetime(2025, 10, 1, 9, 0, tzinfo=datetime.UTC)
ENTRY = LedgerEntry(DeliveryId("d"), "d@x", 3, "20251001T000000Z", "when", "what", parts=("*",))


@pytest.fixture
def window(tmp_path: Path) -> Iterator[OpenPlan]:
    """A plan that a window has open."""
    opened = start_sample(tmp_path / "season.cdplan")
    yield opened
    opened.close()


def exported(path: Path, out: Path) -> str:
    """What the command says, from another program."""
    done = subprocess.run(
        [sys.executable, "-m", "director_app", "export", "ics", str(path), "-o", str(out), "--language=en"],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return done.stdout


def test_a_calendar_exported_beside_the_window_is_remembered(window: OpenPlan, tmp_path: Path) -> None:
    said = exported(window.path, tmp_path / "out.ics")
    assert "read-only" not in said
    first = ledger_of(window)
    assert first
    one = next(each for each in window.plan.deliveries.values() if each.start is not None and each.id in first)
    window.perform(MoveDelivery(one.id, {"start": one.start + 5}), STEP)  # type: ignore[operator]  # it has a time
    publishing.export_ics(window, tmp_path / "in.ics", Wording("en"), CalendarOptions(), NOW)
    assert ledger_of(window)[one.id].sequence == first[one.id].sequence + 1
    assert exported(window.path, tmp_path / "again.ics")
    assert ledger_of(window)[one.id].sequence == first[one.id].sequence + 1


def test_what_was_told_meanwhile_is_never_taken_back(window: OpenPlan) -> None:
    known = window.ledger_rows()
    assert not known
    beside = OpenPlan.open(window.path)
    assert beside.read_only is not None
    assert beside.keeps_ledger
    beside.write_ledger({"d": entry_text(ENTRY)})
    window.write_ledger({"d": entry_text(ENTRY._replace(sequence=1, last_modified="20250901T000000Z", parts=()))})
    assert ledger_of(window) == {ENTRY.delivery: ENTRY}
    beside.write_ledger({"d": entry_text(ENTRY._replace(sequence=4))})
    beside.close()
    assert ledger_of(window)[ENTRY.delivery].sequence == 4


def test_a_plan_in_use_on_another_computer_is_left_alone(window: OpenPlan, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's log is shared within one computer only."""
    monkeypatch.setattr(database.WriterLock, "holder", lambda _self: "지휘 @ elsewhere")
    beside = OpenPlan.open(window.path)
    assert not beside.keeps_ledger
    beside.close()
