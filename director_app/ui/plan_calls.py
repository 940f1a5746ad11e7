"""Small callables around plans: each does one thing when called, so that a refusal can be heard in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from director_app.operations.open_plan import OpenPlan, Outcome


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
