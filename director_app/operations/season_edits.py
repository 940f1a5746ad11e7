"""Edits of the season's own lists: put in order, and taken out only when nobody uses them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from director_app.domain.edits import Change, Remove, Several, title_of
from director_app.domain.facts import Subject
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedEdit
from director_app.domain.requests import Application
from director_app.domain.rules import name_of
from director_app.wording import message

STILL_USED: Final = message("“{name}” is still used by {users}. Change that first.")
STILL_USED_BY_MORE: Final = message("“{name}” is still used by {users} and {more} more. Change that first.")

#: How many users a refusal names.
NAMED: Final = 3
#: What goes with a record without being missed: travel times between areas, and problems accepted before.
_GO_ALONG: Final = frozenset({"travels", "accepted_problems", "attachments"})

_TOLD_FIRST: Final = ("venues", "organisations", "sites", "programmes", "events", "deliveries")


@dataclass(frozen=True, slots=True)
class RemoveUnused:
    """Remove a record that no other record names.

    What only describes it (travel times, accepted problems, its own picture) goes with it.
    """

    kind: str
    id: str

    def changes(self, plan: Plan) -> list[RecordChange]:
        """The removal.

        Raises:
            RefusedEdit: when others use it, naming them.
        """
        found = [user for user in plan.users(self.kind, self.id) if user[0] not in _GO_ALONG]
        users = [name for _first, name in sorted((_place(kind), _called(plan, kind, one)) for kind, one in found)]
        if users:
            record = plan.find(self.kind, self.id)
            named = {"name": name_of(record), "users": users[:NAMED]}
            if len(users) > NAMED:
                raise RefusedEdit(STILL_USED_BY_MORE, **named, more=len(users) - NAMED)
            raise RefusedEdit(STILL_USED, **named)
        mine = Subject(self.kind, self.id)
        pictures = [one.id for one in plan.attachments.values() if one.subject == mine]
        removals = (Remove(self.kind, self.id), *(Remove("attachments", one) for one in pictures))
        return Several(removals).changes(plan)


@dataclass(frozen=True, slots=True)
class PutInOrder:
    """Give records of a kind that has a `position` the places in which they are listed here."""

    kind: str
    ids: Sequence[str]

    def changes(self, plan: Plan) -> list[RecordChange]:
        """One change per record that changes its place."""
        edits = (Change(self.kind, one, {"position": place}) for place, one in enumerate(self.ids))
        return Several(tuple(edits)).changes(plan)


def _place(kind: str) -> int:
    """Places and companies are named first; they say most."""
    return _TOLD_FIRST.index(kind) if kind in _TOLD_FIRST else len(_TOLD_FIRST)


def _called(plan: Plan, kind: str, identity: str) -> str:
    """What a user is called in the refusal: deliveries by number and title, applications by who applied."""
    record = plan.find(kind, identity)
    if isinstance(record, Application):
        company = plan.organisations.get(record.organisation) if record.organisation else None
        return " ".join(part for part in (record.applicant or (company.name if company else ""), record.number) if part)
    if isinstance(record, Delivery):
        return " ".join(part for part in (record.number, title_of(plan, record)) if part) or record.id
    name = " ".join(name_of(record).split())
    return f"{name[:40]}…" if len(name) > 40 else name
