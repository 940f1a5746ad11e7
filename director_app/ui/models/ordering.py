"""The order of a long list, made beside the window before the list is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from director_app.ui.models.columns import Column, Scene
from director_app.wording import Wording


class Ordered(NamedTuple):
    """All records of a kind in the order of a column: key and id of each, and the key of each id."""

    by: Column
    wording: Wording
    rows: list[tuple[Any, str]]
    keys: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ordering:
    """Puts all records of a kind in order; touches nothing of Qt, so that it may run beside the window."""

    kind: str
    by: Column
    scene: Scene

    def __call__(self) -> Ordered:
        """The records from top to bottom."""
        keys = {one: self.by.sort_value(record, self.scene) for one, record in self.scene.plan.table(self.kind).items()}
        rows = sorted((key, one) for one, key in keys.items())
        return Ordered(self.by, self.scene.wording, rows, keys)
