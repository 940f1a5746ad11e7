"""Publishing a calendar to a server: look and show what would happen, then carry it out; resumes where it stopped.

Nothing is sent unless the director asks for it. The password is given each time or comes from the system's keyring.
"""

from __future__ import annotations

import datetime
import hashlib
import re
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from director_app.atomic_files import write_atomically
from director_app.calendars.caldav_client import CalendarServer, Login
from director_app.calendars.ical_export import calendar_name
from director_app.calendars.options import CalendarOptions
from director_app.calendars.phone_changes import with_what_was
from director_app.calendars.server_objects import (
    FoundObject,
    ServerObject,
    cancelled_object,
    joined_objects,
    objects_of,
    read_object,
)
from director_app.calendars.sync_decisions import Decision, Deed, Here, Known, There, decide, to_be_read
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal, RefusedInput
from director_app.operations.publishing import told_now
from director_app.operations.season_key import season_key
from director_app.operations.server_memory import ServerMemory
from director_app.wording import Wording, message

EMPTIED: Final = message(
    "{server} has lost all {n} events of this calendar that it was given. Nothing was sent. If they shall be put there "
    "again, say so."
)
STOPPED: Final = message("{done} of {n} were sent before it ended: {reason} Publish again to go on with the rest.")

#: So often is written down what was sent; at worst the last of them are recognised by what they say.
_REMEMBER_EACH: Final = 25
_PLAIN: Final = re.compile(r"[A-Za-z0-9@._-]{1,120}", re.ASCII)


class Answer(NamedTuple):
    """What a director says to questions: ours goes over theirs, and what was taken away over there goes there again."""

    ours: bool = False
    #: Put everything there again although the calendar was emptied.
    again: bool = False


class Looked(NamedTuple):
    """What a publication would do; `risen` are ledger entries that must be kept before anything is sent."""

    login: Login
    #: Address of the calendar, and the title it gets when it is made.
    collection: str
    title: str
    season: str
    decisions: tuple[Decision, ...]
    objects: Mapping[str, ServerObject]
    found: Mapping[str, FoundObject]
    known: Mapping[str, Known]
    risen: dict[str, str]
    is_internal: bool
    is_missing: bool
    #: Everything that the server was told has gone from it.
    is_emptied: bool

    def count(self, deed: Deed) -> int:
        """How many objects that happens to."""
        return sum(one.deed is deed for one in self.decisions)

    @property
    def questions(self) -> tuple[Decision, ...]:
        """What somebody did over there, to be decided by a person."""
        return tuple(one for one in self.decisions if one.deed.is_question)


class Sent(NamedTuple):
    """What came of a publication."""

    counts: Mapping[Deed, int]
    #: Changed over there between looking and sending; nothing was written over them.
    overtaken: tuple[str, ...]


def look(
    plan: Plan,
    ledger: Mapping[DeliveryId, LedgerEntry],
    login: Login,
    wording: Wording,
    options: CalendarOptions,
    now: datetime.datetime,
) -> Looked:
    """Ask the server what it has and decide; nothing is changed but that an empty calendar is made there if none is.

    Raises:
        RefusedInput: when the server cannot be used, or the plan's time zone is unknown.
    """
    told, risen = told_now(plan, ledger, options, now)
    objects = objects_of(plan, told, wording, options)
    season = season_key(plan)
    with CalendarServer(login) as server:
        name = f"culture-delivery-{season[:12]}-{'internal' if options.internal else 'public'}"
        collection = server.calendar_address(name)
        known = _memory(season, login, collection).read()
        listed = server.listing(collection)
        listing = listed or {}
        read = [
            (href, tag, read_object(data)) for href, tag, data in server.read(collection, to_be_read(known, listing))
        ]
    found = {item.uid: item for _href, _tag, item in read if item.uid}
    there = {item.uid: There(href, tag, item.is_ours, item.seen) for href, tag, item in read if item.uid}
    here = {uid: Here(one.digest, read_object(one.data).seen if uid in there else None) for uid, one in objects.items()}
    decisions = tuple(decide(known, here, listing, there))
    title = calendar_name(plan, wording, options)
    is_emptied = bool(known) and not listing
    return Looked(
        login, collection, title, season, decisions, objects, found, known, risen, options.internal, listed is None,
        is_emptied,
    )  # fmt: skip


def send(
    looked: Looked,
    answer: Answer,
    progress: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
) -> Sent:
    """Carry out what was decided; keep the ledger first. What is written down after each part is never sent twice.

    Raises:
        RefusedInput: when the server went away in the middle (what was sent is remembered), or had been emptied.
        CannotUseFile: when it cannot be written down.
    """
    if looked.is_emptied and not answer.again:
        raise RefusedInput(EMPTIED, server=looked.login.address, n=len(looked.known))
    return _Sending(looked, answer).all(progress, stop)


class _Sending:
    """One publication under way."""

    def __init__(self, looked: Looked, answer: Answer) -> None:
        self._looked = looked
        self._answer = answer
        self._known = dict(looked.known)
        self._memory = _memory(looked.season, looked.login, looked.collection)
        self._counts: dict[Deed, int] = {}
        self._overtaken: list[str] = []

    def all(self, progress: Callable[[int, int], None] | None, stop: threading.Event | None) -> Sent:
        todo = [one for one in self._looked.decisions if one.deed is not Deed.KEEP]
        done = 0
        try:
            with CalendarServer(self._looked.login) as server:
                if self._looked.is_missing:
                    server.make(self._looked.collection, self._looked.title)
                for done, decision in enumerate(todo):
                    if stop is not None and stop.is_set():
                        break
                    self._one(server, decision)
                    if progress is not None:
                        progress(done + 1, len(todo))
                    if done % _REMEMBER_EACH == _REMEMBER_EACH - 1:
                        self._memory.write(self._known)
        except Refusal as refusal:
            raise RefusedInput(STOPPED, done=done, n=len(todo), reason=refusal) from refusal
        finally:
            self._memory.write(self._known)
        return Sent(self._counts, tuple(self._overtaken))

    def _one(self, server: CalendarServer, decision: Decision) -> None:
        deed = decision.deed
        ours = self._looked.objects.get(decision.uid)
        if deed is Deed.FORGET:
            self._known.pop(decision.uid, None)
        elif deed is Deed.REMOVE:
            if not server.remove(self._looked.collection, decision.href, decision.tag):
                self._overtaken.append(decision.uid)
                return
            self._known.pop(decision.uid, None)
        elif ours is None or not self._is_wanted(deed):
            return
        elif deed is Deed.ADOPT:
            self._known[decision.uid] = Known(decision.href, decision.tag, ours.digest)
        elif not self._put(server, decision, ours):
            return
        self._counts[deed] = self._counts.get(deed, 0) + 1

    def _is_wanted(self, deed: Deed) -> bool:
        return not deed.is_question or self._answer.ours or (self._answer.again and deed is Deed.GONE_THERE)

    def _put(self, server: CalendarServer, decision: Decision, ours: ServerObject) -> bool:
        is_new = decision.deed in (Deed.CREATE, Deed.GONE_THERE)
        href = decision.href or unquote(urlsplit(self._looked.collection).path) + _file_name(ours.uid)
        tag = server.put(self._looked.collection, href, ours.data, None if is_new else decision.tag)
        if tag is None:
            self._overtaken.append(ours.uid)
            return False
        self._known[ours.uid] = Known(href, tag, ours.digest)
        return True


def changes_there(looked: Looked) -> str:
    """What was changed, added or taken away over there, as a calendar file to import as a proposal; "" for nothing."""
    parts = []
    for decision in looked.questions:
        if decision.deed is Deed.GONE_THERE:
            parts.append(cancelled_object(looked.objects[decision.uid].data))
            continue
        theirs, ours = looked.found[decision.uid].data, looked.objects.get(decision.uid)
        parts.append(theirs if ours is None else with_what_was(theirs, ours.data, internal=looked.is_internal))
    return joined_objects(parts) if parts else ""


def write_changes(looked: Looked) -> Path:
    """Put what was done over there into a file in the user's data folder, to be looked at as an import.

    Raises:
        CannotUseFile: when it cannot be written.
    """
    folder = _memory(looked.season, looked.login, looked.collection).file.parent
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{urlsplit(looked.login.address).hostname}.ics"
    write_atomically(path, changes_there(looked).encode())
    return path


def _memory(season: str, login: Login, collection: str) -> ServerMemory:
    return ServerMemory(season, f"{login.user}\n{collection}")


def _file_name(uid: str) -> str:
    plain = uid if _PLAIN.fullmatch(uid) else hashlib.sha256(uid.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{plain}.ics"
