"""Runs one command: prints its report, or one clear sentence why not; never a traceback for what a user did."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TextIO

from director_app.cli import commands
from director_app.cli.arguments import parser
from director_app.cli.commands import REFUSED, Command, Report
from director_app.domain.refusals import Refusal
from director_app.operations.sentences import refusal_sentence
from director_app.operations.whole_plans import short_of
from director_app.wording import LANGUAGES, Wording, message

#: What shells expect of a program that was stopped with Ctrl+C.
INTERRUPTED: Final = 130
NOT_PRINTED: Final = message(
    "The command was carried out, but its output takes no more text; send the output to another place."
)


def _import(arguments: object, wording: Wording) -> Report:
    from director_app.cli.import_command import import_files

    return import_files(arguments, wording)  # type: ignore[arg-type]  # the namespace of argparse


def _export(arguments: object, wording: Wording) -> Report:
    from director_app.cli.export_command import export

    return export(arguments, wording)  # type: ignore[arg-type]  # the namespace of argparse


def _suggest(arguments: object, wording: Wording) -> Report:
    from director_app.cli.suggest_command import suggest

    return suggest(arguments, wording)  # type: ignore[arg-type]  # the namespace of argparse


def _releases(arguments: object, wording: Wording) -> Report:
    from director_app.cli.release_commands import releases

    return releases(arguments, wording)  # type: ignore[arg-type]  # the namespace of argparse


def _release(arguments: object, wording: Wording) -> Report:
    from director_app.cli.release_commands import release

    return release(arguments, wording)  # type: ignore[arg-type]  # the namespace of argparse


def _compare(arguments: object, wording: Wording) -> Report:
    from director_app.cli.release_commands import compare_states

    return compare_states(arguments, wording)  # type: ignore[arg-type]  # the namespace of argparse


def _coverage(arguments: object, wording: Wording) -> Report:
    from director_app.cli.planning_commands import coverage

    return coverage(arguments, wording)  # type: ignore[arg-type]  # the namespace of argparse


def _plan(arguments: object, wording: Wording) -> Report:
    from director_app.cli.planning_commands import plan

    return plan(arguments, wording)  # type: ignore[arg-type]  # the namespace of argparse


def _decide(arguments: object, wording: Wording) -> Report:
    from director_app.cli.decide_command import decide_on

    return decide_on(arguments, wording)  # type: ignore[arg-type]  # the namespace of argparse


def _selftest(arguments: object, wording: Wording) -> Report:
    from director_app.cli.selftest import selftest

    return selftest(wording)


COMMANDS: Final[dict[str, Command | Callable[[object, Wording], Report]]] = {
    "new": commands.new,
    "sample": commands.sample,
    "import": _import,
    "check": commands.check,
    "suggest": _suggest,
    "coverage": _coverage,
    "plan": _plan,
    "decide": _decide,
    "documents": commands.documents,
    "export": _export,
    "releases": _releases,
    "release": _release,
    "compare": _compare,
    "backup": commands.backup,
    "undo": commands.undo,
    "redo": commands.redo,
    "selftest": _selftest,
}


def language_of(words: Sequence[str]) -> str:
    """The language a user reads: as asked for, else English where the system is English, else Korean."""
    for position, word in enumerate(words):
        asked = word.partition("=")[2] if word.startswith("--language=") else ""
        if word == "--language" and position + 1 < len(words):
            asked = words[position + 1]
        if asked in LANGUAGES:
            return asked
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if system.startswith("en") else "ko"


def run(words: Sequence[str]) -> int:
    """Run a command line. Returns the exit code: 0 done, 1 problems found by `check`, 2 a refusal."""
    _in_utf8(sys.stdout)
    wording = Wording(language_of(words))
    try:
        arguments = parser(wording).parse_args(list(words))
        report = COMMANDS[arguments.command](arguments, wording)
    except Refusal as refusal:
        say(refusal_sentence(wording, refusal))
        return REFUSED
    except SystemExit:  # --help and --version have spoken
        return commands.DONE if _printed("", wording) else REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except (OSError, MemoryError) as error:
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            say(refusal_sentence(wording, short_of(Path(os.fsdecode(error.filename or "")).name)))
        else:
            say(wording.text("The computer refused: {reason}. Nothing was changed.", reason=error))
        return REFUSED
    text = (
        json.dumps(report.facts, ensure_ascii=False, indent=1, default=str)
        if arguments.json
        else "\n".join(report.lines)
    )
    return report.code if _printed(f"{text}\n", wording) else REFUSED


#: One sentence is one line, whatever a file is called.
_NO_CONTROL: Final = dict.fromkeys((*range(32), 127), " ")


def _in_utf8(stream: TextIO) -> None:
    """Korean comes out whole wherever the program runs, and what is no text (odd file names) is shown escaped."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _legible(text: str) -> str:
    """Korean file names that came through a system that speaks no Korean (LC_ALL=C) are themselves again."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # other halves of characters
        return text


def say(sentence: str) -> None:
    """Tell the reader on the error output, if there is one that takes it."""
    if sys.stderr is None:  # closed: it must not come out among what the command prints
        return
    _in_utf8(sys.stderr)
    try:
        print(_legible(sentence.translate(_NO_CONTROL)), file=sys.stderr, flush=True)
    except OSError:
        _let_go_of(sys.stderr)


def _let_go_of(stream: TextIO) -> None:
    """Send what waits in the buffer nowhere: it would fail once more at the end and change the exit code."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _printed(text: str, wording: Wording) -> bool:
    """Whether the output took the text; a reader that has seen enough (head, less) counts as one that took it."""
    try:
        print(_legible(text), end="", flush=True)
    except OSError as error:
        _let_go_of(sys.stdout)
        if isinstance(error, BrokenPipeError):
            return True
        say(wording.text(NOT_PRINTED))
        return False
    return True
