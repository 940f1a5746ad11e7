"""How the command line is understood: help in the reader's language, and one sentence for what is not understood."""

from __future__ import annotations

import argparse
import datetime
import re
from functools import partial
from typing import Any, Final, NoReturn

from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import WallMinute, parse_clock
from director_app.wording import Wording, message

WRONG_USE: Final = message("The command line was not understood. See `{program} --help`.")
MISSING: Final = message("Something is missing: {names}. See `{program} --help`.")
UNKNOWN_COMMAND: Final = message("There is no command “{value}”; there are these: {choices}.")
NOT_A_CHOICE: Final = message("“{value}” cannot be used for {option}; there are these: {choices}.")
NO_VALUE: Final = message("{option} needs something after it. See `{program} --help`.")
NOT_A_NUMBER: Final = message("“{value}” is no number; {option} needs one.")
TAKES_NOTHING: Final = message("{option} takes nothing after it; leave “{value}” out.")
TOO_MUCH: Final = message("This was not understood: {words}. See `{program} --help`.")
NOT_A_DATE: Final = message("“{value}” is not a date such as 2025-10-14.")
NOT_A_TIME: Final = message("“{value}” is not a time such as 12:10.")


#: How argparse begins to say which arguments are missing; it tells in no other way.
_MISSING_BEGINS: Final = "the following arguments are required: "
#: And which option was given a value that takes none.
_VALUE_IGNORED: Final = re.compile(r"argument (?P<option>\S+): ignored explicit argument '(?P<value>.*)'", re.DOTALL)
_SHOWN: Final = 40


class _Help(argparse.HelpFormatter):
    """Help whose first word is the reader's too."""

    def __init__(self, prog: str, *, usage_word: str) -> None:
        super().__init__(prog)
        self._usage_word = usage_word

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line that shows how a command is typed."""
        super().add_usage(usage, actions, groups, f"{self._usage_word}: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Speaks the reader's language in its help, and refuses with one sentence instead of printing its usage."""

    def __init__(self, wording: Wording, **options: Any) -> None:
        text = wording.text
        formatter = partial(_Help, usage_word=text("Usage"))
        super().__init__(allow_abbrev=False, add_help=False, formatter_class=formatter, **options)
        self._positionals.title, self._optionals.title = text("In this order"), text("Options")
        self.add_argument("-h", "--help", action="help", help=text("show this help"))

    def error(self, message: str) -> NoReturn:
        """Refuse."""
        if message.startswith(_MISSING_BEGINS):
            raise RefusedInput(MISSING, names=message.removeprefix(_MISSING_BEGINS), program=self.prog)
        if found := _VALUE_IGNORED.fullmatch(message):
            raise RefusedInput(TAKES_NOTHING, option=found["option"], value=found["value"][:_SHOWN])
        raise RefusedInput(WRONG_USE, program=self.prog)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """What was typed; words that belong to nothing are refused."""
        known, unknown = self.parse_known_args(args, namespace)
        if unknown:
            raise RefusedInput(TOO_MUCH, words=" ".join(unknown)[:_SHOWN], program=self.prog)
        return known

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        choices, shown = ", ".join(action.choices), str(value)[:_SHOWN]
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - it has no public name
            raise RefusedInput(UNKNOWN_COMMAND, value=shown, choices=choices)
        raise RefusedInput(NOT_A_CHOICE, value=shown, option=_name_of(action), choices=choices)

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError:
            raise RefusedInput(NOT_A_NUMBER, value=arg_string[:_SHOWN], option=_name_of(action)) from None

    def _match_argument(self, action: argparse.Action, arg_strings_pattern: str) -> int:
        try:
            return int(super()._match_argument(action, arg_strings_pattern))
        except argparse.ArgumentError:
            raise RefusedInput(NO_VALUE, option=_name_of(action), program=self.prog) from None


def _name_of(action: argparse.Action) -> str:
    return "/".join(action.option_strings) or str(action.metavar or action.dest)


def date_of(text: str) -> datetime.date:
    """A date as typed.

    Raises:
        RefusedInput: when it is none.
    """
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise RefusedInput(NOT_A_DATE, value=text[:40]) from None


def clock_of(text: str) -> WallMinute:
    """A time of day as typed.

    Raises:
        RefusedInput: when it is none.
    """
    try:
        return parse_clock(text)
    except ValueError:
        raise RefusedInput(NOT_A_TIME, value=text[:40]) from None
