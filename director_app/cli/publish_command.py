"""`publish`: the calendar of a plan to a calendar server, or many seasons to the database of a region."""

from __future__ import annotations

import argparse
import datetime
import getpass
import sys
from pathlib import Path
from typing import Any, Final

from director_app.atomic_files import write_atomically
from director_app.calendars.caldav_client import Login, refuse_address
from director_app.calendars.options import CalendarOptions
from director_app.cli.commands import REFUSED, Report, opened
from director_app.cli.secrets import first_line
from director_app.domain.refusals import RefusedInput
from director_app.operations import passwords
from director_app.operations.calendar_servers import Answer, Looked, changes_there, look, send
from director_app.operations.publishing import keep_told, refuse_over_plan
from director_app.operations.regional import publish_seasons
from director_app.operations.sentences import refusal_sentence
from director_app.operations.server_words import counted, counts_of, question_line, sent_lines
from director_app.operations.whole_plans import ledger_of
from director_app.wording import Wording, message

NO_USER: Final = message("A calendar server needs your name there: --user NAME.")
ONE_PLAN: Final = message("A calendar on a server holds one plan; name one.")
NO_PASSWORD: Final = message(
    "{user} needs a password for {server}. Put it into a file and name it with --password-file."
)


def publish(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Publish to whichever of the two was named.

    Raises:
        RefusedInput: when it cannot be used, or something is missing that it needs.
        CannotUseFile: when a file cannot be used.
    """
    if arguments.database is not None:
        return _to_database(arguments, wording)
    if not arguments.user:
        raise RefusedInput(NO_USER)
    if len(arguments.plans) > 1:
        raise RefusedInput(ONE_PLAN)
    arguments.plan = arguments.plans[0]
    return _to_server(arguments, wording)


def _to_database(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Put every season there that changed; one that cannot be read keeps none of the others back."""
    today = datetime.datetime.now().date()  # noqa: DTZ005 - the wall clock of her desk
    done = list(publish_seasons([*map(Path, arguments.plans)], arguments.database, today, wording))
    refused = {str(one.path): refusal_sentence(wording, one.refusal) for one in done if one.refusal is not None}
    changed = [str(one.path) for one in done if one.changed]
    same = [str(one.path) for one in done if not one.changed and one.refusal is None]
    counts = wording.text("Published: {n}. The same as before: {same}.", n=len(changed), same=len(same))
    facts = {"changed": changed, "same": same, "refused": [{"file": f, "sentence": why} for f, why in refused.items()]}
    return Report(facts, (counts, *refused.values()), REFUSED if refused else 0)


def _to_server(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Bring a calendar on a server to where the plan is; what was changed there is listed and waits for an answer.

    Raises:
        RefusedInput: when the server cannot be used, was emptied, or goes away in the middle.
        CannotUseFile: when the plan or a file cannot be used.
    """
    login = _login(arguments)
    now = datetime.datetime.now(datetime.UTC)
    with opened(arguments.plan, to_write=not arguments.dry_run) as open_plan:
        options = CalendarOptions(internal=arguments.internal, repeating=arguments.repeating)
        looked = look(open_plan.plan, ledger_of(open_plan), login, wording, options, now)
        facts: dict[str, Any] = {
            "plan": arguments.plan,
            "server": arguments.server,
            "calendar": looked.collection,
            "dry_run": arguments.dry_run,
            "found": {deed.value: n for deed, n in counts_of(looked).items()},
            "questions": _questions(wording, looked),
            "sent": {},
            "overtaken": [],
        }
        lines = [wording.text("Found: {counts}", counts=counted(wording, counts_of(looked)))]
        lines += [one["sentence"] for one in facts["questions"]]
        if arguments.changes and (changes := changes_there(looked)):
            refuse_over_plan(open_plan.path, Path(arguments.changes))
            write_atomically(Path(arguments.changes), changes.encode())
            lines.append(wording.text("What was done there is in {file}; import it.", file=arguments.changes))
        if not arguments.dry_run:
            lines += keep_told(open_plan, looked.risen, wording)
            sent = send(looked, Answer(ours=arguments.ours, again=arguments.again))
            facts["sent"] = {deed.value: n for deed, n in sent.counts.items()}
            facts["overtaken"] = list(sent.overtaken)
            lines += sent_lines(wording, sent)
    return Report(facts, tuple(lines))


def _questions(wording: Wording, looked: Looked) -> list[dict[str, str]]:
    return [
        {"uid": one.uid, "what": one.deed.value, "sentence": question_line(wording, looked, one)}
        for one in looked.questions
    ]


def _login(arguments: argparse.Namespace) -> Login:
    refuse_address(arguments.server)
    if arguments.password_file is not None:
        password = first_line(arguments.password_file)
    else:
        password = passwords.remembered(arguments.server, arguments.user)
        if not password and sys.stdin is not None and sys.stdin.isatty():
            password = getpass.getpass("")
    if not password:
        raise RefusedInput(NO_PASSWORD, user=arguments.user, server=arguments.server)
    return Login(arguments.server, arguments.user, password)
