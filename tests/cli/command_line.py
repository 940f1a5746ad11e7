"""A command line as its user meets it: the exit code, what is printed, what is said beside it."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from director_app.cli.main import run


def said(*words: object) -> tuple[int, str, str]:
    """Exit code, output and error output of a command, in English."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run([*map(str, words), "--language", "en"])
    return code, out.getvalue(), err.getvalue()


def facts(*words: object) -> dict[str, Any]:
    """The object that a command prints; nothing went wrong."""
    code, out, err = said(*words, "--json")
    assert (code, err) == (0, "")
    found: dict[str, Any] = json.loads(out)
    return found
