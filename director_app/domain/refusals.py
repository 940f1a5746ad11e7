"""Why something cannot be done, as a message key and values; sentences are made by `wording` further up."""

from __future__ import annotations

from collections.abc import Mapping


def message(text: str) -> str:
    """Mark a sentence for the catalogues of translations; it stays as it is."""
    return text


class Refusal(Exception):
    """Something the user asked for cannot be done, and nothing was changed.

    `message` is an English message with named placeholders (a gettext key), `values` fill it in.
    """

    def __init__(self, message: str, /, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values: Mapping[str, object] = values

    def __str__(self) -> str:
        try:
            return self.message.format(**self.values)
        except (KeyError, IndexError, ValueError):
            return self.message


class RefusedEdit(Refusal):
    """An edit that would leave the plan in a state that makes no sense."""


class CannotUseFile(Refusal):
    """A file that is locked, newer, damaged, read-only or not what it should be."""


class RefusedInput(Refusal):
    """Text or a file from outside that cannot be understood."""
