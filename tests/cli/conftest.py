"""What tests of commands share: the sample season, a copy for each, and commands that answer or refuse."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from director_app.cli.main import run


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """The sample season of this test's own."""
    return Path(shutil.copy(sample_file, tmp_path / "sample.cdplan"))


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, dict[str, Any]]]:
    """Runs a command with --json: exit code and object."""

    def tell(*words: object) -> tuple[int, dict[str, Any]]:
        capsys.readouterr()
        code = run([*map(str, words), "--json"])
        out, error = capsys.readouterr()
        assert error == ""
        return code, json.loads(out)

    return tell


@pytest.fixture
def refusal(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs a command that has to be refused, in both languages: the English sentence."""

    def tell(*words: object) -> str:
        sentences = []
        for language in ("ko", "en"):
            capsys.readouterr()
            assert run([*map(str, words), "--language", language]) == 2
            out, error = capsys.readouterr()
            assert out == ""
            assert error.count("\n") == 1
            assert "Traceback" not in error
            sentences.append(error.strip())
        assert re.search("[가-힣]", sentences[0])
        return sentences[1]

    return tell
