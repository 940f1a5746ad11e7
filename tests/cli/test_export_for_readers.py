"""`export html` and `export public`: the programme for readers on the web."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import icalendar
import pytest
import sqlite_utils

from director_app.domain.edits import Change
from director_app.operations.open_plan import OpenPlan, StepName
from tests.cli.command_line import facts, said

PRIVATE = (
    ("artists", "note"),
    ("artists", "needs"),
    ("venues", "note"),
    ("programmes", "note"),
    ("deliveries", "internal_note"),
    ("deliveries", "responsible"),
)


def test_the_programme_is_a_folder_of_web_pages(sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "web"
    found = facts("export", "html", sample, "-o", folder, "--from", "2025-10-01", "--until", "2025-10-31")
    assert found["format"] == "html"
    assert found["dates"] > 20
    assert '<html lang="en">' in (folder / "index.html").read_text("utf-8")


def test_options_of_other_formats_are_refused(sample: Path, tmp_path: Path) -> None:
    for option in (("--internal",), ("--columns", "A"), ("--document", "flyer"), ("--edition",)):
        code, out, err = said("export", "html", sample, "-o", tmp_path / "web", *option)
        assert (code, out) == (2, "")
        assert option[0] in err
    assert not (tmp_path / "web").exists()


def test_the_public_copy_holds_what_is_public_and_nothing_else(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "programme.db"
    found = facts("export", "public", sample, "-o", out)
    first = out.read_bytes()
    with closing(sqlite3.connect(f"file:{out}?mode=ro&immutable=1", uri=True)) as database:
        (dates,) = database.execute("select count(*) from deliveries").fetchone()
        assert dates == found["dates"] == database.execute("select count(*) from schedule").fetchone()[0] > 60
        assert database.execute("pragma foreign_key_check").fetchall() == []
        names = {name for (name,) in database.execute("select name from sqlite_master")}
        assert all(name.isascii() for name in names)
        assert database.execute("select count(*) from deliveries where status = 'idea'").fetchone() == (0,)
        assert database.execute("select artists from schedule where artists like '%,%'").fetchone()
        unused = "select count(*) from artists where id not in (select artist from performances)"
        assert database.execute(unused).fetchone() == (0,)
    assert b"010-" not in first
    facts("export", "public", sample, "-o", out)
    assert out.read_bytes() == first
    assert not out.with_name(out.name + "-wal").exists()


def test_private_facts_and_ids_never_reach_the_public_copy(sample: Path, tmp_path: Path) -> None:
    marks = {}
    with closing(OpenPlan.open(sample)) as opened:
        for kind, field in PRIVATE:
            for identity in opened.plan.table(kind):
                marks[identity] = kind
                opened.perform(Change(kind, identity, {field: "SECRET-MARK"}), StepName("x"))
    facts("export", "public", sample, "-o", tmp_path / "programme.db")
    written = (tmp_path / "programme.db").read_bytes()
    assert b"SECRET-MARK" not in written
    assert not [identity for identity in marks if identity.encode() in written]


def test_the_public_copy_is_narrowed_and_never_takes_the_place_of_the_plan(sample: Path, tmp_path: Path) -> None:
    whole = facts("export", "public", sample, "-o", tmp_path / "a.db")["dates"]
    part = facts("export", "public", sample, "-o", tmp_path / "b.db", "--from", "2025-10-01")["dates"]
    assert 0 < part < whole
    before = sample.read_bytes()
    code, _out, _err = said("export", "public", sample, "-o", sample)
    assert code == 2
    assert sample.read_bytes() == before


def test_a_full_disk_is_a_sentence_and_the_old_public_copy_stays(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_self: sqlite_utils.Database) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    out = tmp_path / "programme.db"
    facts("export", "public", sample, "-o", out)
    before = out.read_bytes()
    monkeypatch.setattr(sqlite_utils.Database, "vacuum", no_room)
    code, said_out, err = said("export", "public", sample, "-o", out)
    assert (code, said_out, err.count("\n")) == (2, "", 1)
    assert "There is no room left on the disk of" in err
    assert out.read_bytes() == before
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix == ".part") == []


def test_a_calendar_is_given_out_as_an_edition_and_names_it(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.ics"
    found = facts("export", "ics", sample, "-o", out, "--edition")
    assert found["edition"] == 1
    calendar = icalendar.Calendar.from_ical(out.read_bytes())
    assert (str(calendar["X-WR-CALDESC"]), str(calendar["DESCRIPTION"])) == ("Edition 1", "Edition 1")
    (listed,) = facts("releases", sample)["releases"]
    assert [(one["document"], one["narrowed"]) for one in listed["given"]] == [("calendar", [])]
    first = out.read_bytes()
    assert facts("export", "ics", sample, "-o", out, "--edition")["edition"] == 1
    assert out.read_bytes() == first
    assert "edition" not in facts("export", "ics", sample, "-o", out)
    assert b"CALDESC" not in out.read_bytes()


def test_an_edition_is_for_readers(sample: Path, tmp_path: Path) -> None:
    for words in (("ics", "--internal"), ("csv",), ("public",)):
        code, _out, err = said("export", words[0], sample, "-o", tmp_path / "a", "--edition", *words[1:])
        assert code == 2
        assert "--edition" in err
    assert facts("releases", sample)["releases"] == []


def test_the_rest_of_the_charge_goes_out_and_in_again(
    sample: Path, tmp_path: Path, told: Callable[..., Any], refusal: Callable[..., str]
) -> None:
    out = tmp_path / "charge.xlsx"
    code, facts = told("export", "xlsx", sample, "-o", out, "--records", "all")
    assert code == 0
    assert facts["rows"] > 20
    _code, counted = told("import", sample, out, "--dry-run")
    assert (counted["same"], counted["new"], counted["changed"]) == (facts["rows"], 0, 0)
    assert "--records" in refusal("export", "pdf", sample, "-o", out, "--records", "all")
    assert "friends" in refusal("export", "csv", sample, "-o", out, "--records", "friends")
    assert "--from" in refusal("export", "xlsx", sample, "-o", out, "--records", "all", "--from", "2025-10-01")
