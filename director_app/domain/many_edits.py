"""One edit of many records at once, each as the plan stood before: for whole seasons, where order does not matter."""

from __future__ import annotations

from dataclasses import dataclass

from director_app.domain.edits import Edit
from director_app.domain.plan import Plan, RecordChange


@dataclass(frozen=True, slots=True)
class Alongside:
    """Edits of different records, none of which needs to see what another did.

    `Several` gives each edit the plan that those before it left; with 52,000 of them that plan would be made 52,000
    times. No two edits may change the same record.
    """

    edits: tuple[Edit, ...]

    def changes(self, plan: Plan) -> list[RecordChange]:
        """All changes, in the order of the edits."""
        return [change for edit in self.edits for change in edit.changes(plan)]
