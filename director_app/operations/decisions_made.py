"""What was decided on a delivery so far, read from the journal, and the way back from it."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from director_app.domain.edits import GONE, Add, Change, Edit, Several
from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId, NoteId, new_id
from director_app.domain.refusals import RefusedEdit
from director_app.domain.requests import Note
from director_app.operations.deciding import Choice, choice_of
from director_app.operations.history import decoded
from director_app.operations.naming import delivery_title
from director_app.operations.open_plan import OpenPlan, Step, StepName
from director_app.wording import Wording, message

TAKEN_BACK: Final = message("{title}: decision taken back")
NOTHING_TO_TAKE_BACK: Final = message("Nothing was decided on “{name}” that could be taken back.")

#: After these nothing is left to decide; holding and going on again leave the decision open.
SETTLING: Final = frozenset((Choice.AS_IS, Choice.INDOORS, Choice.POSTPONE, Choice.CANCEL))


class DecisionMade(NamedTuple):
    """A decision, the step it was made with, and its record."""

    choice: Choice
    step: Step
    note: Note

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to decide."""
        return self.choice in SETTLING


def decision_made(open_plan: OpenPlan, delivery: DeliveryId) -> DecisionMade | None:
    """The latest decision on a delivery that still holds; None without one, or when the latest was taken back."""
    latest: tuple[Step, Note] | None = None
    for identity in open_plan.plan.users_of_kind("deliveries", delivery, "notes"):
        made = open_plan.history("notes", identity)
        if made and (latest is None or made[-1][0].step > latest[0].step):
            step = made[-1][0]
            if step.name.message == TAKEN_BACK or choice_of(step.name) is not None:
                latest = step, open_plan.plan.notes[NoteId(identity)]
    choice = choice_of(latest[0].name) if latest is not None else None
    return DecisionMade(choice, *latest) if latest is not None and choice is not None else None


def taken_back(
    wording: Wording, open_plan: OpenPlan, delivery: DeliveryId, when: datetime.datetime, who: str = ""
) -> tuple[Edit, StepName]:
    """The edit that takes the latest decision on one delivery back, whatever was done since, with its record.

    Raises:
        RefusedEdit: when nothing was decided.
    """
    plan = open_plan.plan
    if delivery not in plan.deliveries:
        raise RefusedEdit(GONE)
    title = delivery_title(wording, plan, delivery)
    made = decision_made(open_plan, delivery)
    if made is None:
        raise RefusedEdit(NOTHING_TO_TAKE_BACK, name=title)
    clock = wording.clock(when.hour * 60 + when.minute)
    said = wording.text(
        "{date} {time}: {what}",
        date=wording.date_short(when.date()),
        time=clock,
        what=wording.text("decision taken back"),
    )
    note = Note(NoteId(new_id()), Subject("deliveries", delivery), said, when.date(), who.strip())
    edits: list[Edit] = [Add((note,))]
    for step, before, after in open_plan.history("deliveries", delivery):
        if step.step == made.step.step and before is not None and after is not None:
            edits.insert(0, Change("deliveries", delivery, decoded("deliveries", before)))
    return Several(tuple(edits)), StepName(TAKEN_BACK, {"title": title})
