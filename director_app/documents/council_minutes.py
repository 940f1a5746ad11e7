"""The minutes of the council: each meeting with agenda, attendance against quorum and decisions; then what is open."""

from __future__ import annotations

from typing import Final

from director_app.documents.charge_words import DECISION_STATES, rule_said
from director_app.documents.layout import Job
from director_app.documents.report_outline import LATER, Outline
from director_app.documents.report_parts import report
from director_app.documents.sheets import Column, Look, Note, Row, Sheets, Table
from director_app.domain.council import Decision, Meeting
from director_app.domain.facts import Subject
from director_app.domain.refusals import RefusedInput
from director_app.planner.council import (
    decisions_of,
    meetings_in_order,
    open_conditions,
    quorum_of,
    sitting,
    votes_present,
)
from director_app.wording import message

NO_MEETING: Final = message("The plan has no meeting of the council there, so {document} cannot be made.")


def council_minutes(job: Job) -> Sheets:
    """What it says: the meetings of the wanted days, and every condition that is open today, whenever it was made."""
    scope, plan = job.options.scope, job.plan
    meetings = [
        one
        for one in meetings_in_order(plan)
        if (scope.since is None or (one.date is not None and one.date >= scope.since))
        and (scope.until is None or (one.date is not None and one.date <= scope.until))
    ]
    if not meetings:
        raise RefusedInput(NO_MEETING, document=job.title)
    outline = Outline(job)
    for meeting in meetings:
        _add_meeting(outline, meeting)
    _add_open(outline)
    return report(job, outline)


def meeting_title(job: Job, meeting: Meeting) -> str:
    """How a meeting is called: its number and its title."""
    title = meeting.title or job.wording.text("Meeting")
    return title if meeting.number is None else job.wording.text("Meeting {n}: {title}", n=meeting.number, title=title)


def _add_meeting(outline: Outline, meeting: Meeting) -> None:
    job, wording = outline.job, outline.wording
    outline.part(meeting_title(job, meeting))
    outline.fact(message("Date and time"), _when(job, meeting))
    outline.fact(message("Venue"), job.facts.venue_name(meeting.venue) if meeting.venue else "")
    _add_attendance(outline, meeting)
    _add_lines(outline, message("Agenda"), meeting.agenda)
    if papers := (*meeting.papers, *_files(job, meeting)):
        _add_lines(outline, message("Papers"), papers)
    _add_lines(outline, message("What was said"), meeting.minutes_text.splitlines())
    outline.heading(message("Decisions"))
    decisions = decisions_of(job.plan, meeting)
    for one in decisions:
        outline.text(one.text or wording.undecided())
        for line in _terms(job, one):
            outline.text(line, 3)
    if not decisions:
        outline.text(wording.text("none"))


def _files(job: Job, meeting: Meeting) -> list[str]:
    """The papers that lie with the meeting as files: what they are called and, where that is said, what they are."""
    about = Subject("meetings", meeting.id)
    found = sorted((one for one in job.plan.attachments.values() if one.subject == about), key=lambda one: one.name)
    return [" · ".join(part for part in (one.name, one.caption) if part) for one in found]


def _add_lines(outline: Outline, title: str, lines: list[str] | tuple[str, ...]) -> None:
    outline.heading(title)
    said = [line.strip() for line in lines if line.strip()]
    for line in said or [outline.wording.text(LATER)]:
        outline.text(line)


def _add_attendance(outline: Outline, meeting: Meeting) -> None:
    plan, wording = outline.job.plan, outline.wording
    outline.heading(message("Attendance"))
    members = sitting(plan, meeting.date)
    present, quorum = votes_present(plan, meeting), quorum_of(plan, meeting)
    voting = sum(1 for one in members if one.is_voting)
    reached = message("{present} of {voting} with a vote present, quorum {quorum}: reached")
    missed = message("{present} of {voting} with a vote present, quorum {quorum}: not reached")
    counts = {"present": present, "voting": voting, "quorum": quorum}
    outline.text(wording.text(reached if present >= quorum else missed, **counts))
    columns = (
        Column(wording.text("Name"), 40, Look.STRONG),
        Column(wording.text("Sent by"), 66),
        Column(wording.text("Post"), 40),
        Column(wording.text("Attendance"), 44),
    )
    rows = []
    for one in members:
        there = wording.text("present") if one.id in meeting.attended else wording.text("absent")
        vote = "" if one.is_voting else wording.text("without a vote")
        rows.append(Row((one.name, one.body, one.role, " · ".join(part for part in (there, vote) if part))))
    if rows:
        outline.add(Table("", columns, tuple(rows), size=8.5))


def _when(job: Job, meeting: Meeting) -> str:
    wording = job.wording
    if meeting.date is None:
        return ""
    if meeting.start is None:
        return wording.date(meeting.date)
    clock = wording.clock(meeting.start) if meeting.end is None else wording.clock_span(meeting.start, meeting.end)
    return f"{wording.date(meeting.date)} {clock}"


def _terms(job: Job, one: Decision) -> list[str]:
    """Condition, day and state, and what is bound; a line each."""
    wording = job.wording
    said = [
        (message("Condition"), one.condition),
        (message("Due"), wording.date(one.due) if one.due else ""),
        (message("Rule"), ", ".join(rule_said(wording, *part) for part in one.rule._asdict().items() if part[1])),
        (message("Binds"), _bound(job, one)),
        (message("Binds until"), wording.date(one.expires) if one.expires else ""),
        (message("State"), wording.text(DECISION_STATES[one.state]) if one.condition or one.due else ""),
    ]
    return [wording.text("{label}: {text}", label=wording.text(label), text=text) for label, text in said if text]


def _bound(job: Job, one: Decision) -> str:
    delivery = job.plan.deliveries.get(one.delivery) if one.delivery else None
    if delivery is not None:
        return f"{job.facts.dates(delivery)} {job.facts.title(delivery)}"
    programme = job.plan.programmes.get(one.programme) if one.programme else None
    named = [
        job.facts.programme_title(programme) if programme is not None else "",
        job.facts.venue_name(one.venue) if one.venue else "",
    ]
    return " · ".join(name for name in named if name)


def _add_open(outline: Outline) -> None:
    job, wording = outline.job, outline.wording
    outline.part(message("Open conditions"))
    found = open_conditions(job.plan)
    outline.text(wording.plural("{n} open condition", "{n} open conditions", len(found)), 1)
    columns = (
        Column(wording.text("Due"), 34, Look.STRONG),
        Column(wording.text("Condition"), 70),
        Column(wording.text("Resolution"), 56),
        Column(wording.text("Meeting"), 30, Look.GREY),
    )
    rows = []
    for one in found:
        meeting = job.plan.meetings.get(one.meeting) if one.meeting else None
        called = meeting_title(job, meeting) if meeting is not None else ""
        due = wording.date(one.due) if one.due else wording.undecided()
        rows.append(Row((due, one.condition, one.text, called)))
    if rows:
        outline.add(Table("", columns, tuple(rows), size=8.5))
    outline.add(Note(wording.text("End.")))
