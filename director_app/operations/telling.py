"""Whom must I call now? Every change of the next days is held against what each person was told last.

The journal is the memory: a person who was told knows the plan as it stood after that step. Somebody nobody told
anything knows what was firm before the first change the journal remembers. So nothing is written down twice, a change
that is taken back needs no call, and the list is the same after a restart.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, Final, NamedTuple

from director_app.domain.edits import Edit, Put, Several
from director_app.domain.facts import ConfirmationState, Subject
from director_app.domain.fields import from_plain
from director_app.domain.ids import DeliveryId, ToldId, new_id
from director_app.domain.kinds import TYPE_OF
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Status
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Told
from director_app.operations.history import decoded
from director_app.operations.naming import artist_name, delivery_title, name_of
from director_app.operations.open_plan import Image, OpenPlan, StepName
from director_app.planner.on_site import PersonToTell, essence, people_to_tell
from director_app.wording import Wording, message

#: Changes of what takes place within so many days are to be told now.
AHEAD: Final = datetime.timedelta(days=7)
#: What is this near is known to those who come, pencilled or not.
NEAR: Final = datetime.timedelta(days=1)
#: So many of the latest changes are looked at.
REMEMBERED: Final = 5000

TOLD_ONE: Final = message("{name} told of {title}")
TOLD_SEVERAL: Final = message("{n} people told")
NOT_TOLD: Final = message("{name} not told of {title} yet")

_Change = tuple[int, Image | None, Image | None]


class Call(NamedTuple):
    """Somebody who must be told now, and the plan as they know it."""

    person: PersonToTell
    before: Plan


class ToTell(NamedTuple):
    """One delivery that is no longer what somebody was told, and all whom to call about it."""

    delivery: DeliveryId
    calls: tuple[Call, ...]


class Past:
    """What the journal remembers: the plan as it stood after any of the latest steps, one delivery at a time."""

    def __init__(self, open_plan: OpenPlan) -> None:
        self.plan = open_plan.plan
        self._open_plan = open_plan

    @cached_property
    def deliveries(self) -> dict[str, list[_Change]]:
        """The changes of each delivery that had been there before, newest first."""
        return self._of("deliveries", with_new=False)

    @cached_property
    def _programmes(self) -> dict[str, list[_Change]]:
        return self._of("programmes", with_new=False)

    @cached_property
    def _tellings(self) -> dict[str, list[_Change]]:
        return self._of("tellings", with_new=True)

    def steps_of(self, name: DeliveryId) -> list[int]:
        """Numbers of the steps that touched a delivery or the line-up it inherits, oldest first."""
        one = self.plan.deliveries.get(name)
        changes = [*self.deliveries.get(name, ())]
        if one is not None and one.programme:
            changes += self._programmes.get(one.programme, ())
        return sorted({step for step, _before, _after in changes})

    def plan_at(self, name: DeliveryId, step: int) -> Plan:
        """The plan with this delivery, and its programme, as they stood after a step."""
        then = _record_at(self.plan, "deliveries", name, self.deliveries.get(name, ()), step)
        found = [RecordChange("deliveries", name, self.plan.deliveries.get(name), then)]
        programme = then.programme if then is not None else None
        if programme and programme in self.plan.programmes:
            earlier = _record_at(self.plan, "programmes", programme, self._programmes.get(programme, ()), step)
            if earlier is not None:
                found.append(RecordChange("programmes", programme, self.plan.programmes[programme], earlier))
        return self.plan.with_changes([one for one in found if one.before != one.after])

    def told_at_step(self, told: Told) -> int | None:
        """The step with which somebody was told last; 0 for long ago, None for never.

        A tick taken back does not count, the one before it does.
        """
        steps = [0] if told.told_at is not None else []
        changes = self._tellings.get(told.id, ())
        if changes:
            oldest = changes[-1][1]
            steps = [0] if oldest is not None and oldest.plain.get("told_at") else []
        for step, _before, after in reversed(changes):
            fields = after.plain if after is not None else {}
            if fields.get("told_at"):
                steps.append(step)
            elif steps and "told_at" in fields:
                steps.pop()
        return steps[-1] if steps else None

    def _of(self, kind: str, *, with_new: bool) -> dict[str, list[_Change]]:
        found: dict[str, list[_Change]] = {}
        for step, identity, before, after in self._open_plan.latest_changes(kind, REMEMBERED, with_new=with_new):
            found.setdefault(identity, []).append((step, before, after))
        return found


def _record_at(plan: Plan, kind: str, identity: str, changes: Iterable[_Change], step: int) -> Any:
    """A record as it stood after a step; None when it was not there or cannot be read any more."""
    record: Any = plan.find(kind, identity)
    for number, before, _after in changes:
        if number <= step:
            break
        if before is None:
            return None
        try:
            if record is None:
                record = from_plain(TYPE_OF[kind], before.plain, f"{kind}.{identity}")
            else:
                record = record._replace(**decoded(kind, before.plain))
        except RefusedInput:
            return None
    return record


def to_tell(past: Past, today: datetime.date, ahead: datetime.timedelta = AHEAD) -> tuple[ToTell, ...]:
    """Whom to call of what was changed within the next days, by delivery, the nearest first.

    What is moved away from these days counts, and what is gone from the plan. What was never more than an idea or a
    pencil mark that nobody was asked about, nobody needs to be told of.
    """
    found = []
    for identity in _candidates(past, today, ahead):
        name = DeliveryId(identity)
        calls = tuple(_calls(past, name, today))
        if calls:
            found.append((_first_day(past.plan, calls[0].before, name) or today, ToTell(name, calls)))
    return tuple(one for _day, one in sorted(found, key=lambda pair: (pair[0], pair[1].delivery)))


def calls_of(past: Past, name: DeliveryId, today: datetime.date) -> tuple[Call, ...]:
    """Whom to call of one delivery."""
    return tuple(_calls(past, name, today))


def _candidates(past: Past, today: datetime.date, ahead: datetime.timedelta) -> list[str]:
    """What changed and stands, or stood, within the next days."""
    days = [today + datetime.timedelta(days=number) for number in range(ahead.days + 1)]
    near = {str(name) for day in days for name in past.plan.on_day(day)}
    written = [day.isoformat() for day in days]
    wanted = set()
    for identity, changes in past.deliveries.items():
        images = [before for _step, before, _after in changes if before is not None]
        if identity in near or any(image.says("date", day) for image in images for day in written):
            wanted.add(identity)
    with_programme = {name for name in near - wanted if past.steps_of(DeliveryId(name))}
    return sorted(wanted | with_programme)


def _first_day(plan: Plan, before: Plan, name: DeliveryId) -> datetime.date | None:
    days = [one.date for one in (plan.deliveries.get(name), before.deliveries.get(name)) if one is not None]
    return min((day for day in days if day is not None), default=None)


def _calls(past: Past, name: DeliveryId, today: datetime.date) -> Iterator[Call]:
    now, plan = essence(past.plan, name), past.plan
    common = known_state(past, name, today)
    settled: set[Subject] = set()
    for told in _tellings_of(past, name):
        step = past.told_at_step(told)
        if step is None or told.subject in settled:
            continue
        settled.add(told.subject)
        before = past.plan_at(name, step)
        if essence(before, name) != now:
            people = people_to_tell(before, plan, [name])
            yield from (Call(one, before) for one in people if one.subject == told.subject)
    if common is not None and essence(common, name) != now:
        for person in people_to_tell(common, plan, [name]):
            if person.subject not in settled:
                yield Call(person, common)


def known_state(past: Past, name: DeliveryId, today: datetime.date) -> Plan | None:
    """The plan as those know it whom nobody told anything: before the first remembered change of what was firm."""
    states = (past.plan_at(name, step - 1) for step in past.steps_of(name))
    return next((state for state in states if _is_known(state, name, today)), None)


def _is_known(plan: Plan, name: DeliveryId, today: datetime.date) -> bool:
    one = plan.deliveries.get(name)
    if one is None or one.status is Status.IDEA:
        return False
    if one.status is not Status.PENCILLED or any(
        each.state is not ConfirmationState.OPEN for each in one.confirmations
    ):
        return True
    return one.date is not None and today <= one.date <= today + NEAR


def _tellings_of(past: Past, name: DeliveryId) -> list[Told]:
    """What was told of a delivery, one of each person; of one that is gone under its number."""
    if name in past.plan.deliveries:
        names = past.plan.users_of_kind("deliveries", name, "tellings")
        return [told for told in (past.plan.tellings[ToldId(one)] for one in sorted(names)) if told.release is None]
    number = _number_of_gone(past, name)
    return [one for one in past.plan.tellings.values() if number and one.delivery is None and one.how == number]


def _number_of_gone(past: Past, name: DeliveryId) -> str:
    one = past.plan_at(name, 0).deliveries.get(name)
    return one.number if one is not None else ""


def telling(
    wording: Wording, plan: Plan, people: Iterable[tuple[PersonToTell, Plan]], now: datetime.datetime, *, is_told: bool
) -> tuple[Edit, StepName] | None:
    """The edit that writes down that people were told at a moment, or takes the mark back; None without anybody.

    Each person comes with a plan that has the delivery, which may be gone from the present one.
    """
    edits: list[Edit] = []
    last: tuple[PersonToTell, Plan] | None = None
    for person, known in people:
        told = _told(plan, known, person)
        edits.append(Put(told._replace(told_at=now if is_told else None)))
        last = person, known
    if last is None:
        return None
    if len(edits) > 1:
        return Several(tuple(edits)), StepName(TOLD_SEVERAL, {"n": len(edits)})
    person, known = last
    shown = plan if person.delivery in plan.deliveries else known
    names = {
        "name": person_name(wording, plan, person.subject),
        "title": delivery_title(wording, shown, person.delivery),
    }
    return edits[0], StepName(TOLD_ONE if is_told else NOT_TOLD, names)


def _told(plan: Plan, known: Plan, person: PersonToTell) -> Told:
    """The record of a person and a delivery, or a new one."""
    if person.delivery not in plan.deliveries:
        one = known.deliveries.get(person.delivery)
        number = one.number if one is not None else ""
        for told in plan.tellings.values():
            if told.subject == person.subject and told.delivery is None and told.how == number:
                return told
        return Told(ToldId(new_id()), person.subject, how=number)
    for identity in sorted(plan.users_of_kind("deliveries", person.delivery, "tellings")):
        told = plan.tellings[ToldId(identity)]
        if told.subject == person.subject and told.release is None:
            return told
    return Told(ToldId(new_id()), person.subject, person.delivery)


def person_name(wording: Wording, plan: Plan, subject: Subject) -> str:
    """What somebody is called in the reader's language."""
    if subject.kind == "artists" and plan.find(*subject) is not None:
        return artist_name(wording, plan, subject.id)
    return name_of(wording, plan, *subject)
