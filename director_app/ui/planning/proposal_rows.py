"""The rows of a proposal: what goes where, what stays without a place, what no longer holds. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.operations.naming import delivery_title
from director_app.operations.proposal_reasons import Outlook, broken_words
from director_app.operations.proposing import acts_words, because, stands, why_left
from director_app.planner.placing.proposals import Proposal
from director_app.wording import Wording

NO_PLACE: Final = "warning"
BROKEN: Final = "block"


@dataclass(frozen=True, slots=True)
class Row:
    """One line: a delivery, its title and number, when and where it is and would be, why; how wrong it is."""

    delivery: DeliveryId
    title: tuple[str, str]
    now: tuple[str, str]
    proposed: tuple[str, str]
    why: str
    level: str = ""

    @property
    def name(self) -> str:
        """Number and title in one line."""
        return " ".join(filter(None, (self.title[1], self.title[0])))

    @property
    def can_be_ticked(self) -> bool:
        """Whether it may be accepted."""
        return not self.level


def rows_of(wording: Wording, proposal: Proposal, found: Outlook) -> tuple[Row, ...]:
    """Every line of a proposal, by date; what has no place comes last."""
    plan, after, broken = found.begun, found.whole, found.broken
    rows = []
    for one in sorted(proposal.placements, key=lambda one: (one.after.date is None, one.after.date, one.after.start)):
        name = one.before.id
        known = plan.deliveries.get(name, one.before)
        acts = acts_words(wording, after, one)
        gone = broken.get(name)
        words = (
            broken_words(wording, gone) if gone is not None else " · ".join(filter(None, (acts, because(wording, one))))
        )
        rows.append(
            Row(
                name,
                _title(wording, plan, known.number, name),
                _decided(wording, stands(wording, plan, known)),
                stands(wording, after, one.after),
                words or wording.text("free, and suits what counts"),
                BROKEN if gone is not None else "",
            )
        )
    for name, why in proposal.left:
        if name in plan.deliveries:
            one_left = plan.deliveries[name]
            title = _title(wording, plan, one_left.number, name)
            words = why_left(wording, plan, name, why)
            now = _decided(wording, stands(wording, plan, one_left))
            rows.append(Row(name, title, now, (wording.text("no place"), ""), words, NO_PLACE))
    return tuple(rows)


def _decided(wording: Wording, known: tuple[str, str]) -> tuple[str, str]:
    return known if any(known) else (wording.text("undecided"), "")


def _title(wording: Wording, plan: Plan, number: str, name: DeliveryId) -> tuple[str, str]:
    return (delivery_title(wording, plan, name) if name in plan.deliveries else "", number)
