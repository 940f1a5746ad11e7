"""What the window says in its strips: one sentence, at most two actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Level = Literal["note", "ok", "warning", "block"]


@dataclass(frozen=True, slots=True)
class MessageAction:
    """Something a message offers to do."""

    text: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence with at most two actions; it stays when it asks for something."""

    text: str
    actions: tuple[MessageAction, ...] = ()
    is_lasting: bool = False
    level: Level = "note"
