"""The lists of the council's page: members, meetings and decisions, with what one types into each."""

from __future__ import annotations

import datetime
from typing import Any, Final

from director_app.documents.charge_words import DECISION_STATES
from director_app.domain.council import Decision, DecisionState, Meeting
from director_app.planner.council import meetings_in_order
from director_app.ui.charge.charge_lines import ListTable
from director_app.ui.charge.meeting_parts import MeetingParts
from director_app.ui.charge.typed_lists import WEEKDAYS
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.field_forms import CLOCK, COUNT, DATE, LINES
from director_app.ui.forms.named_choices import REFERENCE, named_choices, word_choices
from director_app.ui.frame.fact_forms import choice_of
from director_app.wording import message

_LAST: Final = datetime.date.max


def _new_meeting(desk: Desk, _text: str) -> dict[str, Any]:
    numbers = [one.number or 0 for one in desk.plan.meetings.values()]
    return {"number": max(numbers, default=0) + 1}


def _new_decision(desk: Desk, _text: str) -> dict[str, Any]:
    meetings = [one for one in meetings_in_order(desk.plan) if one.date is not None and one.date <= desk.today()]
    return {"meeting": meetings[-1].id} if meetings else {}


def _by_meeting(one: Meeting) -> tuple[Any, ...]:
    return one.date or _LAST, one.number or 0, one.id


def _open_first(one: Decision) -> tuple[Any, ...]:
    return not one.condition or one.state is not DecisionState.OPEN, one.due or _LAST, one.text, one.id


MEMBERS: Final = ListTable(
    "council_members", message("Members"), message("New member: name"), lambda one: (one.body, one.name, one.id),
    (
        (
            FieldSpec("name", message("Name"), width=120, hint=message("Name")),
            FieldSpec("body", message("Sent by"), hint=message("body or company")),
            FieldSpec("role", message("Post"), width=104, hint=message("chair, member …")),
            FieldSpec("is_voting", message("Vote"), ticks=True, hint=message("votes")),
            FieldSpec("since", message("Since"), DATE, width=132, hint=message("since")),
            FieldSpec("until", message("Until"), DATE, width=132, hint=message("until")),
            FieldSpec("contact.phone", message("Phone"), width=120, hint=message("Phone")),
            FieldSpec("contact.email", message("E-mail"), width=140, hint=message("E-mail")),
        ),
    ),
)  # fmt: skip
MEETINGS: Final = ListTable(
    "meetings", message("Meetings"), message("New meeting: title"), _by_meeting,
    (
        (
            FieldSpec("number", message("Number"), COUNT, width=48, hint=message("No.")),
            FieldSpec("title", message("Title"), hint=message("Title")),
            FieldSpec("date", message("Date"), DATE, width=140, hint=message("Date")),
            FieldSpec("start", message("Begins"), CLOCK, width=64, hint=message("from")),
            FieldSpec("end", message("Ends"), CLOCK, width=64, hint=message("until")),
            FieldSpec(
                "venue", message("Venue"), REFERENCE, choices=named_choices("venues", message("Venue")), width=170
            ),
            FieldSpec("quorum", message("Quorum"), COUNT, width=96, hint=message("quorum")),
        ),
        (
            FieldSpec("agenda", message("Agenda"), LINES, lines=2, hint=message("agenda, an item a line")),
            FieldSpec("papers", message("Papers"), LINES, lines=2, hint=message("papers, one a line")),
        ),
        (FieldSpec("minutes_text", message("What was said"), lines=2, hint=message("what was said, for the minutes")),),
    ),
    fresh=_new_meeting, below=MeetingParts,
)  # fmt: skip
DECISIONS: Final = ListTable(
    "decisions", message("Decisions and conditions"), message("New decision"), _open_first,
    (
        (
            FieldSpec("text", message("Decision"), hint=message("Decision")),
            FieldSpec(
                "meeting", message("Meeting"), REFERENCE, width=150,
                choices=named_choices("meetings", message("Meeting"))
            ),
            FieldSpec(
                "state", message("State"), choice_of(DecisionState), choices=word_choices(DECISION_STATES), width=130
            ),
        ),
        (
            FieldSpec("condition", message("Condition"), hint=message("on condition that …")),
            FieldSpec("due", message("Due"), DATE, width=140, hint=message("due")),
        ),
        (
            FieldSpec(
                "programme", message("Programme"), REFERENCE, width=170,
                choices=named_choices("programmes", message("every programme")),
            ),
            FieldSpec(
                "venue", message("Venue"), REFERENCE, width=150, choices=named_choices("venues", message("every place"))
            ),
            FieldSpec("expires", message("Binds until"), DATE, width=140, hint=message("binds until")),
        ),
        (
            FieldSpec(
                "rule.not_before", message("Not before"), CLOCK, width=60, hint=message("none"),
                unit=message("at the earliest"),
            ),
            FieldSpec(
                "rule.ends_by", message("Over by"), CLOCK, width=60, hint=message("none"), unit=message("at the latest")
            ),
            FieldSpec(
                "rule.most_heads", message("At most so many people"), COUNT, width=60,
                unit=message("people at most"), hint=message("none"),
            ),
            FieldSpec("rule.weekdays", message("Only on"), WEEKDAYS, width=104, hint=message("only on Sat Sun")),
        ),
    ),
    fresh=_new_decision,
)  # fmt: skip
