"""What is typed and not in the file yet: who holds it, when it is written, and the one step that it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Protocol

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS: Final = 600
"""After so long without a key what stands in a field is written, the cursor still in it."""


class Typed(Protocol):
    """Something that may hold text that is not in the file."""

    def finish_typing(self) -> None:
        """Write what stands there as though it were left; what is refused stays."""


class TypedStep:
    """The undo step of one stay of the cursor in a field: all it writes becomes part of it.

    Attributes:
        number: the step's number once something was written, else None.
        title: what the first name of the step called the record: the title from before.
        is_kept: whether what was told last is in the file.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        self.title: object = None
        self.is_kept = False
        self._take_back: Callable[[int], object] | None = None

    def stands(self, number: int | None, title: object, take_back: Callable[[int], object]) -> None:
        """What was told was written into a step; `take_back` undoes it while it is the last."""
        if self.number is None:
            self.title = title
        self.number = number
        self.is_kept = True
        self._take_back = take_back

    def take_back(self) -> None:
        """Undo what this stay has written, if nothing was done since."""
        if self.number is not None and self._take_back is not None:
            self._take_back(self.number)
        self.number = None


class Typing(QObject):
    """Everything that is being typed into anywhere in the program.

    Attributes:
        step: the step that what a field tells right now belongs to; None while no field is telling.
        pause_ms: after so long without a key what stands in a field is written.

    Signals: ``changed()`` when ``is_open`` may say something else.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.step: TypedStep | None = None
        self.pause_ms = PAUSE_MS
        self._open: list[Typed] = []

    @property
    def is_open(self) -> bool:
        """Whether some field holds text that is not in the file."""
        self._forget_gone()
        return bool(self._open)

    def hold(self, field: Typed) -> None:
        """From now on this field holds such text."""
        if all(one is not field for one in self._open):
            self._open.append(field)
            self.changed.emit()

    def let_go(self, field: Typed) -> None:
        """What stands in this field is in the file, or was given up."""
        if any(one is field for one in self._open):
            self._open = [one for one in self._open if one is not field]
            self.changed.emit()

    def finish(self) -> None:
        """Write all of it now, as though every field were left."""
        if self.step is not None:
            return  # a field is telling already, and what it leads to asks for the same
        self._forget_gone()
        for field in tuple(self._open):
            if shiboken6.isValid(field):
                field.finish_typing()

    @contextmanager
    def telling(self, step: TypedStep) -> Iterator[None]:
        """While a field tells its value, what is done to the plan becomes part of this step."""
        before, self.step = self.step, step
        try:
            yield
        finally:
            self.step = before

    def _forget_gone(self) -> None:
        self._open = [one for one in self._open if shiboken6.isValid(one)]


class Stay:
    """One field's part in it: a timer for the pauses, and the step its pauses are joined in."""

    def __init__(self, typing: Typing, field: Typed, pause: Callable[[], None]) -> None:
        self._typing = typing
        self._field = field
        self.step = TypedStep()
        self.kept: str | None = None
        """The text that a pause has brought into the file; None before the first."""
        self._timer = QTimer(field if isinstance(field, QObject) else None)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(pause)

    def touch(self) -> None:
        """Something was typed."""
        self._typing.hold(self._field)
        self._timer.start(self._typing.pause_ms)

    def tell(self, signal: Callable[[str], object], text: str) -> bool:
        """Tell a text as a part of the step; whether it is in the file now."""
        self.step.is_kept = False
        with self._typing.telling(self.step):
            signal(text)
        return self.step.is_kept

    def keep(self, text: str) -> None:
        """A pause has brought this text into the file."""
        self.kept = text
        self._typing.let_go(self._field)

    def take_back(self) -> None:
        """Undo what the pauses have written."""
        if self.kept is not None:
            self.kept = None
            self.step.take_back()

    def give_up(self) -> None:
        """What stands there is what stood there before: nothing of this stay is left."""
        self.take_back()
        self._typing.let_go(self._field)

    def end(self) -> None:
        """The text is told and was taken, or given up: what comes is another step."""
        self._timer.stop()
        self.kept = None
        self.step = TypedStep()
        self._typing.let_go(self._field)
