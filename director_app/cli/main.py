"""Runs one command: prints its report, or one clear sentence why not; never a traceback for what a user did."""

from __future__ import annotations

import errno
import importlib
import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final, TextIO

from director_app.cli import commands
from director_app.cli.arguments import parser
from director_app.cli.commands import REFUSED, Command
from director_app.domain.refusals import Refusal
from director_app.operations.sentences import refusal_sentence
from director_app.operations.whole_plans import short_of
from director_app.wording import LANGUAGES, Wording, message

#: What shells expect of a program that was stopped with Ctrl+C.
INTERRUPTED: Final = 130
NOT_PRINTED: Final = message(
    "The command was carried out, but its output takes no more text; send the output to another place."
)


#: Where each command stands; a part is imported when it is asked for.
COMMANDS: Final = MappingProxyType(
    {
        "new": "commands:new",
        "sample": "commands:sample",
        "import": "import_command:import_files",
        "merge": "handover_command:merge_bundle",
        "check": "commands:check",
        "suggest": "suggest_command:suggest",
        "why-not": "why_not_command:ask_why_not",
        "coverage": "planning_commands:coverage",
        "plan": "planning_commands:plan",
        "waiting": "waiting_command:waiting",
        "decide": "decide_command:decide_on",
        "documents": "commands:documents",
        "export": "export_command:export",
        "print-set": "print_set_command:print_whole_set",
        "releases": "release_commands:releases",
        "release": "release_commands:release",
        "compare": "release_commands:compare_states",
        "restore": "release_commands:restore",
        "templates": "templates_command:templates",
        "backup": "commands:backup",
        "salvage": "salvage_command:salvage",
        "copy-season": "season_command:copy_to_next_year",
        "publish": "publish_command:publish",
        "portfolio": "portfolio_command:portfolio",
        "undo": "commands:undo",
        "redo": "commands:redo",
        "selftest": "selftest:selftest",
    }
)


def command_named(name: str) -> Command:
    """What carries a command out."""
    module, _colon, function = COMMANDS[name].partition(":")
    found: Command = getattr(importlib.import_module(f"director_app.cli.{module}"), function)
    return found


def language_of(words: Sequence[str]) -> str:
    """The language a user reads: as asked for, else English where the system is English, else Korean."""
    said = [
        after if word == "--language" else word.partition("=")[2]
        for word, after in zip(words, [*words[1:], ""], strict=False)
        if word == "--language" or word.startswith("--language=")
    ]
    if asked := [one for one in said if one in LANGUAGES]:
        return asked[-1]  # as with any option that stands twice
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if system.startswith("en") else "ko"


def run(words: Sequence[str]) -> int:
    """Run a command line. Returns the exit code: 0 done, 1 problems found by `check`, 2 a refusal."""
    _in_utf8(sys.stdout)
    wording = Wording(language_of(words))
    try:
        arguments = parser(wording).parse_args(list(words))
        report = command_named(arguments.command)(arguments, wording)
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
