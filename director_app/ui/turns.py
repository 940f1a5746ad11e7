"""Work that is done a piece in each turn of the event loop, so that the window never stands still for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QObject, QTimer


class _Work(NamedTuple):
    """Whose work it is, and its next piece; a piece says whether more is left."""

    owner: QObject
    piece: Callable[[], bool]


class Turns(QObject):
    """One piece of somebody's work each turn, in the order in which they asked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Work] = deque()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._next)

    def ask(self, owner: QObject, piece: Callable[[], bool]) -> None:
        """Call `piece` once in each of the next turns, until it returns False or its owner is gone."""
        if all(work.owner is not owner for work in self._waiting):
            self._waiting.append(_Work(owner, piece))
        self._turn.start()

    def _next(self) -> None:
        while self._waiting and not shiboken6.isValid(self._waiting[0].owner):
            self._waiting.popleft()
        if self._waiting and not self._waiting[0].piece():
            self._waiting.popleft()
        if self._waiting:
            self._turn.start()
