"""What follows from the council's records: quorum, votes, and conditions that stand."""

from __future__ import annotations

from datetime import date, timedelta

from director_app.domain.council import CouncilMember, Decision, DecisionState, Meeting
from director_app.domain.ids import CouncilMemberId, DecisionId, MeetingId
from director_app.domain.plan import Plan
from director_app.planner.council import NEAR, conditions_due, open_conditions, quorum_of, votes_present

DAY = date(2025, 10, 14)
ALL = tuple(CouncilMemberId(name) for name in "abcd")


def plan(*decisions: Decision, quorum: int | None = None) -> Plan:
    members = [CouncilMember(one) for one in ALL[:2]]
    guest = CouncilMember(ALL[2], is_voting=False)
    left = CouncilMember(ALL[3], until=DAY - timedelta(days=1))
    return Plan.of([*members, guest, left, Meeting(MeetingId("m"), date=DAY, attended=ALL, quorum=quorum), *decisions])


def test_only_votes_of_those_who_sit_that_day_count() -> None:
    found = plan()
    meeting = found.meetings[MeetingId("m")]
    assert (votes_present(found, meeting), quorum_of(found, meeting)) == (2, 2)
    assert quorum_of(plan(quorum=5), meeting._replace(quorum=5)) == 5


def test_conditions_stand_until_they_are_settled_and_are_due_by_day() -> None:
    def one(
        name: str, condition: str = "x", due: date | None = None, state: DecisionState = DecisionState.OPEN
    ) -> Decision:
        return Decision(DecisionId(name), condition=condition, due=due, state=state)

    found = plan(
        one("never"), one("far", due=DAY + NEAR + timedelta(days=1)), one("near", due=DAY + NEAR), one("late", due=DAY),
        one("done", due=DAY, state=DecisionState.DONE), one("bare", "", DAY),
    )  # fmt: skip
    assert [each.id for each in open_conditions(found)] == ["late", "near", "far", "never"]
    assert [each.id for each in conditions_due(found, DAY)] == ["late", "near"]
