"""What the command palette finds: commands, records, dates, documents and problems."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction, QKeySequence

from director_app.documents.catalogue import DOCUMENTS
from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Application
from director_app.domain.rules import name_of
from director_app.operations.searching import initials, is_initials, normalised
from director_app.operations.sentences import delivery_title, problem_sentence, when_text
from director_app.ui.desk import Desk
from director_app.ui.spoken_days import read_spoken_day
from director_app.ui.typed_times import read_date
from director_app.wording import message

MOST: Final = 40
"""Findings shown at once; nobody reads more."""
OTHERS: Final = 12
"""Commands, documents and problems shown beside records."""
_PROBLEMS_READ: Final = 300
"""The most urgent problems are looked through; sentences of thousands would take longer than a keystroke may."""
_SHORTEST_OF_PROBLEMS: Final = 2


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the palette: what it is called, what it is, and what choosing it does."""

    name: str
    kind: str
    icon: str
    act: Callable[[], object]
    keys: str = ""


def find(desk: Desk, actions: Iterable[QAction], query: str) -> list[Found]:
    """What fits a query: dates, records as the search ranks them, commands, documents, problems.

    Without a query the commands that can be given now. Records may fill the list only so far that the rest is seen.
    """
    wanted = normalised(query)
    commands = _commands(actions, wanted, desk)
    if not wanted:
        return commands[:MOST]
    others = [*commands, *_documents(desk, wanted), *_problems(desk, wanted)][:OTHERS]
    days, records = _days(desk, query), _records(desk, query)
    return [*days, *records[: MOST - len(days) - len(others)], *others]


def _commands(actions: Iterable[QAction], wanted: str, desk: Desk) -> list[Found]:
    return [
        Found(
            action.text(),
            desk.wording.text("Action"),
            "command",
            action.trigger,
            action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        )
        for action in actions
        if action.isEnabled() and _fits(wanted, action.text())
    ]


def _fits(wanted: str, text: str) -> bool:
    """Whether a text holds what is wanted, typed in full or as initial consonants."""
    normal = normalised(text)
    return wanted in normal or (is_initials(wanted) and wanted in initials(normal))


def _documents(desk: Desk, wanted: str) -> list[Found]:
    wording = desk.wording
    titled = [(spec.name, wording.text(spec.title)) for spec in DOCUMENTS]
    kind = wording.text("Document")
    return [
        Found(title, kind, "file-text", _Going(desk, "publish", name)) for name, title in titled if _fits(wanted, title)
    ]


def _problems(desk: Desk, wanted: str) -> list[Found]:
    """Findings whose sentence, or whose records, hold what is wanted; the most urgent first."""
    if len(wanted) < _SHORTEST_OF_PROBLEMS:
        return []
    found: list[Found] = []
    for problem in desk.problems[:_PROBLEMS_READ]:
        sentence = problem_sentence(desk.wording, desk.plan, problem)
        place = next((one for one in problem.subjects if one.kind in _PAGES), None)
        if place is not None and _fits(wanted, sentence):
            going = _Going(desk, _PAGES[place.kind][0], place)
            found.append(Found(sentence, desk.wording.text("Problem"), "triangle-alert", going))
        if len(found) >= OTHERS:
            break
    return found


@dataclass(frozen=True, slots=True)
class _Going:
    desk: Desk
    page: str
    subject: object

    def __call__(self) -> None:
        if isinstance(self.subject, Subject):
            self.desk.select((self.subject,))
        self.desk.go_to(self.page, self.subject)


def _days(desk: Desk, query: str) -> list[Found]:
    day = read_spoken_day(query, desk.today()) or _written_day(query, desk.today())
    if day is None:
        return []
    return [Found(desk.wording.date(day), desk.wording.text("Date"), "calendar-days", _Going(desk, "schedule", day))]


def _written_day(query: str, today: datetime.date) -> datetime.date | None:
    if not any(letter.isdigit() for letter in query):
        return None
    try:
        return read_date(query, today)
    except RefusedInput:
        return None


_PAGES: Final = {
    "deliveries": ("schedule", "calendar-clock", message("Delivery")),
    "programmes": ("programmes", "drama", message("Programme")),
    "artists": ("artists", "users-round", message("Artist")),
    "venues": ("venues", "map-pin", message("Venue")),
    "organisations": ("venues", "building-2", message("Organisation")),
    "applications": ("venues", "inbox", message("Application")),
    "works": ("money", "sunset", message("Work of light")),
    "grants": ("money", "file-spreadsheet", message("Funding line")),
    "budget_lines": ("money", "file-spreadsheet", message("Budget line")),
    "council_members": ("council", "contact-round", message("Member of the council")),
    "meetings": ("council", "contact-round", message("Meeting of the council")),
    "decisions": ("council", "contact-round", message("Decision of the council")),
    "routes": ("tours", "route", message("Route")),
    "stops": ("tours", "route", message("Stop")),
    "posts": ("event-days", "users-round", message("Shift")),
    "booths": ("event-days", "users-round", message("Booth")),
    "guests": ("event-days", "users-round", message("Guest")),
    "calls": ("spaces", "building-2", message("Open call")),
    "stays": ("spaces", "building-2", message("Stay")),
    "supports": ("spaces", "building-2", message("Support for a space")),
}


def _records(desk: Desk, query: str) -> list[Found]:
    """Records whose texts fit; a programme brings its next deliveries with it."""
    wording, plan = desk.wording, desk.plan
    if desk.search is None:
        return []
    found: list[Found] = []
    for match in desk.search.find(query, MOST):
        subject = match.subject
        record = plan.find(subject.kind, subject.id)
        if subject.kind not in _PAGES or record is None:
            continue
        page, icon, kind = _PAGES[subject.kind]
        name = _name(desk, subject)
        if subject.kind not in ("deliveries", "applications") and match.text != name:
            name = f"{name} · {match.text.splitlines()[0]}"
        found.append(Found(name, wording.text(kind), icon, _Going(desk, page, subject)))
        if subject.kind == "programmes":
            found += _deliveries_of(desk, subject.id)
    return found[:MOST]


def _name(desk: Desk, subject: Subject) -> str:
    if subject.kind == "deliveries":
        return _delivery_name(desk, subject)
    record = desk.plan.find(subject.kind, subject.id)
    if isinstance(record, Application):
        company = desk.plan.organisations.get(record.organisation) if record.organisation else None
        return f"{record.number}  {company.name if company else record.applicant}"
    return name_of(record) if record is not None else ""


def _deliveries_of(desk: Desk, programme: str) -> list[Found]:
    users = sorted(identity for kind, identity in desk.plan.users("programmes", programme) if kind == "deliveries")
    page, icon, kind = _PAGES["deliveries"]
    deliveries = [one for one in (desk.plan.deliveries.get(DeliveryId(user)) for user in users) if one is not None]
    today = desk.today()
    coming = sorted((one for one in deliveries if one.date is not None and one.date >= today), key=_by_date)
    subjects = [Subject("deliveries", one.id) for one in coming[:3]]
    word = desk.wording.text(kind)
    return [Found(_delivery_name(desk, one), word, icon, _Going(desk, page, one)) for one in subjects]


def _by_date(delivery: Delivery) -> tuple[datetime.date, str]:
    return (delivery.date or datetime.date.max, delivery.number)


def _delivery_name(desk: Desk, subject: Subject) -> str:
    delivery = desk.plan.deliveries[DeliveryId(subject.id)]
    title = delivery_title(desk.wording, desk.plan, delivery.id)
    return f"{delivery.number}  {title} · {when_text(desk.wording, desk.plan, delivery.id)}"
