"""`publish` against a real calendar server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from director_app.cli.main import run
from tests.calendar_server import Phone, running_server
from tests.cli.test_commands import keys_of


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
        assert set(dry) == keys_of("publish")
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
