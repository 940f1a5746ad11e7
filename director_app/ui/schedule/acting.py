"""What every group of verbs does its steps with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from director_app.domain.programme import Delivery
    from director_app.ui.schedule.moves import Asked, Place


class Acting(Protocol):
    """Does a step with items and says it; ``done(Outcome)`` follows every step."""

    @property
    def done(self) -> SignalInstance:
        """Told after every step, with its Outcome."""

    def perform(self, asked: Asked, staying: int = 0) -> Any:
        """Do it as one step; the Outcome, or None when it was refused."""

    def move(self, deliveries: Sequence[Delivery], grabbed: Delivery, place: Place) -> Any:
        """Put what was dragged into a place; the Outcome, or None."""

    def title(self, one: Delivery) -> str:
        """What an item is called in messages and steps."""

    def titles(self, deliveries: Sequence[Delivery]) -> list[str]:
        """What items are called."""
