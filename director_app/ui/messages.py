"""What the window says in its strips: one sentence, at most two actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

Level = Literal["note", "ok", "warning", "block"]


class MessageAction(NamedTuple):
    """Something a message offers to do."""

    text: str
    act: Callable[[], object]


class Message(NamedTuple):
    """One sentence with at most two actions; it stays when it asks for something."""

    text: str
    actions: tuple[MessageAction, ...] = ()
    is_lasting: bool = False
    level: Level = "note"
