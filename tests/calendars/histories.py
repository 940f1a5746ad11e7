"""Plans that are edited and exported, and the calendar programs that are sent the files."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from director_app.calendars.ical_export import export_calendar, exported_deliveries
from director_app.calendars.options import CalendarOptions
from director_app.domain.fields import Shape, fields_of
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import (
    LedgerEntry,
    entries_after_export,
    entry_of_text,
    entry_text,
)
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.wording import Wording
from tests.calendars.calendar_reader import Client, Read, StrictClient, read_calendar
from tests.calendars.seasons import (
    DAY,
    DELIVERIES,
    NOW,
)

ONE = DELIVERIES[0]
WORDINGS = {language: Wording(language) for language in ("ko", "en")}
HOUR = datetime.timedelta(hours=1)
#: What a change of makes SEQUENCE rise, and what everything else is judged by.
SCHEDULE = ("DTSTART", "DTEND", "RRULE", "EXDATE", "LOCATION", "STATUS")
STAMPS = ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED")
Ledger = dict[DeliveryId, LedgerEntry]


def season(**facts: Any) -> Plan:
    values = {"date": DAY, "start": WallMinute(730), "end": WallMinute(770), "status": Status.CONFIRMED, **facts}
    return Plan.of([Season(SEASON), Delivery(ONE, **values)])


def calendar(plan: Plan, ledger: Ledger, *, internal: bool = False, language: str = "ko") -> list[Read]:
    made = export_calendar(plan, ledger, WORDINGS[language], CalendarOptions(internal=internal))
    return read_calendar(made.data)[1]


@dataclass
class History:
    """A plan that is edited and exported, and the calendar programs that are sent the files."""

    plan: Plan
    now: datetime.datetime = NOW
    ledger: Ledger = field(default_factory=dict)
    #: What each calendar was sent, in order: a phone subscribes to one flavour with one filter.
    sent: dict[CalendarOptions, list[bytes]] = field(default_factory=dict)
    last: dict[tuple[CalendarOptions, str], Read] = field(default_factory=dict)

    def export(self, options: CalendarOptions) -> None:
        exported = exported_deliveries(self.plan, options)
        ledger = entries_after_export(self.plan, self.ledger, self.now, exported, internal=options.internal)
        self.ledger = {name: entry_of_text(entry_text(entry)) for name, entry in ledger.items()}
        assert self.ledger == ledger
        data = export_calendar(self.plan, ledger, WORDINGS["ko"], options).data
        assert export_calendar(self.plan, self.ledger, WORDINGS["ko"], options).data == data
        for event in read_calendar(data)[1]:
            self.check(event, options)
        self.sent.setdefault(options, []).append(data)

    def check(self, event: Read, options: CalendarOptions) -> None:
        before = self.last.get((options, event.values["UID"]))
        self.last[(options, event.values["UID"])] = event
        if before is None:
            return
        assert int(event.values["SEQUENCE"]) >= int(before.values["SEQUENCE"])
        assert event.values["LAST-MODIFIED"] >= before.values["LAST-MODIFIED"]
        if any(event.values.get(name) != before.values.get(name) for name in SCHEDULE):
            assert int(event.values["SEQUENCE"]) > int(before.values["SEQUENCE"])
        if shown(event) != shown(before):
            assert event.values["LAST-MODIFIED"] > before.values["LAST-MODIFIED"]

    def finish(self, shuffled: Callable[[list[bytes]], list[bytes]], *, by_letter: bool = True) -> None:
        """The programs show what a calendar of the plan says that was never exported before.

        One of them gets its files in any order, as mail does.
        """
        for options in list(self.sent):
            self.export(options)
            files = self.sent[options]
            client, late, strict = Client(), Client(), StrictClient()
            for file, other in zip(files, shuffled(files), strict=True):
                client.take(file)
                strict.take(file)
                late.take(other)
            fresh = entries_after_export(self.plan, {}, NOW, internal=options.internal)
            current = read_calendar(export_calendar(self.plan, fresh, WORDINGS["ko"], options).data)[1]
            expected = {one.values["UID"]: shown(one) for one in current if one.values["STATUS"] != "CANCELLED"}
            assert {uid: shown(one) for uid, one in client.shown().items()} == expected
            assert {uid: shown(one) for uid, one in late.shown().items()} == expected
            titles = {(one.values["UID"], one.text("SUMMARY")) for one in current if one.values["UID"] in expected}
            assert not by_letter or strict.shown() == titles


def shown(event: Read) -> dict[str, str]:
    return {name: value for name, value in event.values.items() if name not in STAMPS}


def otherwise(shape: Shape, value: Any, plan: Plan) -> Any:
    """Another value of the same kind."""
    if shape.item is not None:
        return () if value else (otherwise(shape.item, None, plan),)
    if shape.kind == "reference":
        return next((one for one in plan.table(shape.refers_to) if one != value), None)
    if shape.kind == "choice":
        return next(one for one in shape.decode(shape.choices[0], "").__class__ if one != value)
    if shape.value_type is not None:
        filled = [
            otherwise(one.shape, None if value is None else value[n], plan)
            for n, one in enumerate(fields_of(shape.value_type))
        ]
        return shape.value_type(*filled)
    later = {"date": DAY + datetime.timedelta(days=3), "moment": datetime.datetime(2025, 1, 1), "flag": not value}
    if shape.kind in later:
        return later[shape.kind]
    if shape.kind == "text":
        return {"2025-11": "2025-12", "Asia/Seoul": "Europe/Berlin"}.get(value, f"{value or ''}달라")
    return (value or 0) + 1


def every_change(plan: Plan) -> Iterator[tuple[Any, str, Plan]]:
    """The plan with each field of each record changed in turn."""
    for record in plan.records():
        for field_of, value in zip(fields_of(type(record)), record, strict=True):
            other = otherwise(field_of.shape, value, plan)
            if field_of.name != "id" and other != value and (field_of.name, other) != ("part_of", record.id):
                changed = record._replace(**{field_of.name: other})
                yield record, field_of.name, Plan.of([changed if one is record else one for one in plan.records()])
