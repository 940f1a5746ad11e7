"""`publish` against a real calendar server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from director_app.cli.main import run
from tests.calendar_server import Phone, running_server
from tests.cli.test_commands import keys_of
from tests.regional_database import running_database

DATABASE_KEYS = {"changed", "same", "refused"}


def test_the_command_sends_what_changed_and_writes_down_what_was_done_there(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running_server(tmp_path / "radicale") as server:
        secret = tmp_path / "password.txt"
        secret.write_text(f"{server.login.password}\n", "utf-8")

        def told(*words: str) -> Any:
            where = ("--server", server.login.address, "--user", server.login.user, "--password-file", str(secret))
            assert run(["publish", str(sample), *where, "--json", *words]) == 0
            return json.loads(capsys.readouterr().out)

        dry = told("--dry-run")
        assert set(dry) == keys_of("publish") - DATABASE_KEYS
        assert (dry["sent"], dry["questions"]) == ({}, [])
        first = told()
        assert first["sent"] == first["found"] == {"create": dry["found"]["create"]}
        assert told()["sent"] == {}
        phone = Phone(server.login, first["calendar"])
        some = next(iter(phone.objects())).rsplit("/", 1)[1].removesuffix(".ics")
        assert phone.take_away(some) == 1
        out = tmp_path / "there.ics"
        asked = told("--changes", str(out))
        assert [(one["uid"], one["what"]) for one in asked["questions"]] == [(some, "gone-there")]
        assert run(["import", str(sample), str(out), "--dry-run", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["changed"] == 1
        assert told("--again")["sent"] == {"gone-there": 1}


def test_without_a_password_or_a_safe_address_nothing_is_sent(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    assert run(["publish", str(sample), "--server", "https://localhost/", "--user", "me", "--language", "en"]) == 2
    assert "--password-file" in capsys.readouterr().err
    secret = tmp_path / "password.txt"
    secret.write_text("words", "utf-8")
    words = ["--user", "me", "--password-file", str(secret), "--language", "en"]
    assert run(["publish", str(sample), "--server", "http://calendar.example/", *words]) == 2
    assert "https://" in capsys.readouterr().err


def test_many_seasons_go_into_one_database_and_a_broken_plan_keeps_none_back(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.cdplan"
    broken.write_text("no plan")
    with running_database() as address:
        assert run(["publish", str(broken), str(sample), "--database", address, "--json", "--language", "en"]) == 2
        facts = json.loads(capsys.readouterr().out)
        assert set(facts) == DATABASE_KEYS < keys_of("publish")
        assert (facts["changed"], facts["same"]) == ([str(sample)], [])
        assert [one["file"] for one in facts["refused"]] == [str(broken)]
        assert run(["publish", str(sample), "--database", address, "--language", "en"]) == 0
        assert "Published: 0. The same as before: 1." in capsys.readouterr().out


def test_what_belongs_together_is_asked_for(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server = ["--server", "https://localhost/", "--language", "en"]
    assert run(["publish", str(sample), *server]) == 2
    assert "--user" in capsys.readouterr().err
    assert run(["publish", str(sample), str(sample), *server, "--user", "me"]) == 2
    assert "one plan" in capsys.readouterr().err
    assert run(["publish", str(sample)]) == 2
    assert run(["publish", str(sample), *server, "--database", "x"]) == 2
