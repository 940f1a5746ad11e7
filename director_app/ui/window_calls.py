"""Small callables the window hands out; each does one thing when called and keeps no widget of its own."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from director_app.operations.open_plan import OpenPlan, Outcome

if TYPE_CHECKING:
    from director_app.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Opening:
    """Opens a plan file."""

    path: Path

    def __call__(self) -> OpenPlan:
        """The open plan."""
        return OpenPlan.open(self.path)


@dataclass(frozen=True, slots=True)
class Starting:
    """Begins a new plan."""

    path: Path
    begin: Callable[[Path], OpenPlan]

    def __call__(self) -> OpenPlan:
        """The open plan."""
        return self.begin(self.path)


@dataclass(frozen=True, slots=True)
class Copying:
    """Writes a copy of a plan."""

    open_plan: OpenPlan
    target: Path

    def __call__(self) -> bool:
        """True when it is written."""
        self.open_plan.copy_to(self.target)
        return True


@dataclass(frozen=True, slots=True)
class Accepting:
    """Takes in an import proposal."""

    accept: Callable[..., Outcome]
    open_plan: OpenPlan
    proposal: object
    unclear: str

    def __call__(self) -> Outcome:
        """What the import did."""
        return self.accept(self.open_plan, self.proposal, self.unclear)


class InFrame:
    """Calls a method of the open plan's frame, when there is one."""

    def __init__(self, window: MainWindow, method: str, *values: object) -> None:
        self._window = weakref.ref(window)
        self._method = method
        self._values = values

    def call(self) -> None:
        """Do it."""
        window = self._window()
        if window is not None and window.frame is not None:
            getattr(window.frame, self._method)(*self._values)
