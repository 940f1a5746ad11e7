"""What the window says in its strips: one sentence, at most two actions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from director_app.wording import Wording

Level = Literal["note", "ok", "warning", "block"]


class MessageAction(NamedTuple):
    """Something a message offers to do."""

    text: str
    act: Callable[[], object]
    #: Whether it takes back what the message tells; it goes once that was taken back in another way.
    is_way_back: bool = False


def way_back(wording: Wording, act: Callable[[], object]) -> MessageAction:
    """The offer to take back what was just done."""
    return MessageAction(wording.text("Undo"), act, is_way_back=True)


class Message(NamedTuple):
    """One sentence with at most two actions; it stays when it asks for something."""

    text: str
    actions: tuple[MessageAction, ...] = ()
    is_lasting: bool = False
    level: Level = "note"
