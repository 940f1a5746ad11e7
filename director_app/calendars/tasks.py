"""What is due before something outdoors or large, as tasks with a reminder (RFC 5545, sections 3.6.2 and 3.6.6).

They are for the director's own calendar and hold no contacts. A task moves with its date: its UID stays, its SEQUENCE
is that of the date. The alarm rings at nine in the morning of the day before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from director_app.calendars.ical_writer import text_line
from director_app.calendars.options import CalendarOptions
from director_app.domain.edits import title_of
from director_app.domain.facts import ReadyItem
from director_app.domain.ids import DeliveryId, derived_id
from director_app.domain.ledger import LedgerEntry
from director_app.domain.local_texts import said
from director_app.domain.plan import Plan
from director_app.domain.rules import name_of
from director_app.domain.season import FilingRule
from director_app.planner.filing_rules import LAW
from director_app.planner.filings import Due, DueKind, due_dates
from director_app.wording import Wording, message

_SUMMARIES: Final = {
    DueKind.FILE_PLAN: message("File the disaster plan: {title}"),
    DueKind.FILE_CHANGES: message("Last day for changes of the disaster plan: {title}"),
    DueKind.SECURE_FALLBACK: message("Secure the place for rain: {title}"),
    DueKind.GATE_PASSES: message("Ask for gate passes: {title}"),
    DueKind.READINESS: message("Ready outdoors? {title}"),
    DueKind.CONDITION: message("Condition of the council: {title}"),
    DueKind.SHIFT: message("Find people for the shift: {title}"),
    DueKind.DUTY: message("Duty: {title}"),
    DueKind.ENDS: message("Last day: {title}"),
}
#: What stands behind each task, with its source; reminders, no verdicts.
_REASONS: Final = {
    DueKind.FILE_PLAN: message(
        "Performance Act (공연법) art. 11: 1,000 or more expected outside a registered venue, 14 days before."
    ),
    DueKind.FILE_CHANGES: message("Performance Act (공연법) art. 11: changes 7 days before."),
    DueKind.SECURE_FALLBACK: message("Notices name the place of plan B; it has not agreed yet."),
    DueKind.GATE_PASSES: message("The host asks for names and vehicle numbers so many days before."),
    DueKind.READINESS: message("Not ticked yet: {list}."),
    DueKind.CONDITION: message("A decision of the council stands on it."),
    DueKind.SHIFT: message("Fewer people are found than are wanted."),
    DueKind.DUTY: message("Taken on with a stay or with support for a space."),
    DueKind.ENDS: message("A call closes, or what was given ends."),
}
_READY: Final = {
    ReadyItem.STAFF: message("Staff by expected crowd"),
    ReadyItem.CONTACTS: message("Contact tree"),
    ReadyItem.EVACUATION: message("Evacuation notice"),
    ReadyItem.NOISE: message("Noise zone"),
    ReadyItem.INSURANCE: message("Insurance"),
    ReadyItem.FIRST_AID: message("First-aid box"),
    ReadyItem.POWER: message("Power"),
    ReadyItem.TOILETS: message("Toilets"),
}


def filing_reason(wording: Wording, rule: FilingRule, days: int) -> str:
    """What a local government asks for, in words: its ordinance, from how many people on, and how long before."""
    return wording.text(
        "{who}: {heads} or more expected outside a registered venue, {days} days before.",
        who=rule.source or rule.government or wording.text("Rule of the local government"),
        heads=wording.number(rule.from_heads),
        days=days,
    )


_ALARM: Final = "-PT15H"


def task_components(
    plan: Plan, ledger: Mapping[DeliveryId, LedgerEntry], wording: Wording, options: CalendarOptions
) -> list[str]:
    """A VTODO for everything that falls due for the dates of this calendar, in order of the days."""
    holds = options.scope.holds(plan)
    found = []
    for due in due_dates(plan):
        if due.subject.kind == "deliveries":
            name = DeliveryId(due.subject.id)
            if holds(plan.deliveries[name]):
                found.append(_component(plan, due, [name], ledger, wording))
        elif options.scope.is_everything and due.subject.kind == "events":
            names = sorted(plan.users_of_kind("events", due.subject.id, "deliveries"))
            found.append(_component(plan, due, [DeliveryId(name) for name in names], ledger, wording))
        elif options.scope.is_everything:
            found.append(_component(plan, due, [], ledger, wording))
    return found


def _component(
    plan: Plan, due: Due, names: list[DeliveryId], ledger: Mapping[DeliveryId, LedgerEntry], wording: Wording
) -> str:
    entries = [ledger[name] for name in names if name in ledger]
    stamp = max((entry.last_modified for entry in entries), default=f"{due.by:%Y%m%d}T000000Z")
    summary = wording.text(_SUMMARIES[due.kind], title=_title(plan, due, wording))
    waiting = ", ".join(wording.text(_READY[item]) for item in due.open)
    reason = wording.text(_REASONS[due.kind], list=waiting)
    if due.rule is not None and due.rule != LAW:
        reason = filing_reason(wording, due.rule, (due.first_day - due.by).days)
    lines = (
        "BEGIN:VTODO",
        text_line("SUMMARY", summary),
        f"DUE;VALUE=DATE:{due.by:%Y%m%d}",
        f"DTSTAMP:{stamp}",
        f"UID:{derived_id('due', due.kind, due.subject.kind, due.subject.id, *filter(None, (due.text,)))}",
        f"SEQUENCE:{max((entry.sequence for entry in entries), default=0)}",
        "CLASS:PRIVATE",
        text_line("DESCRIPTION", reason),
        f"LAST-MODIFIED:{stamp}",
        "STATUS:NEEDS-ACTION",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        text_line("DESCRIPTION", summary),
        f"TRIGGER;RELATED=END:{_ALARM}",
        "END:VALARM",
        "END:VTODO",
    )
    return "".join(f"{line}\r\n" for line in lines)


def _title(plan: Plan, due: Due, wording: Wording) -> str:
    """Number, title and day of what it is due for."""
    english = wording.language == "en"
    record = plan.find(due.subject.kind, due.subject.id)
    if due.subject.kind != "deliveries":
        about = said(record, "title", english=english) if hasattr(record, "title") else name_of(record)
        if due.kind is DueKind.CONDITION and record is not None:
            about = record.condition
        name = " · ".join(part for part in (due.text, about) if part)
    else:
        programme = plan.programmes.get(record.programme) if record is not None and record.programme else None
        title = said(programme, "title", english=english) if programme else title_of(plan, record) if record else ""
        name = " ".join(part for part in (record.number if record else "", title) if part)
    return " ".join(part for part in (name, wording.date_short(due.first_day)) if part)
