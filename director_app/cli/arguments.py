"""What can be typed after the program's name."""

from __future__ import annotations

import argparse
from functools import partial
from typing import Final, cast

from director_app import __version__
from director_app.cli.parsing import Parser, clock_of, date_of
from director_app.wording import LANGUAGES, Wording

CHOICES: Final = ("as-is", "indoors", "postpone", "cancel", "hold", "resume")
#: Looks of a flyer, a poster or a cover.
STYLES: Final = ("typographic", "photo", "festive")
#: What a season may hand on to the next; the parts of operations.next_season.
SEASON_PARTS: Final = ("places", "people", "programmes", "dates", "works", "budget", "texts")
EXPORT_FORMATS: Final = ("ics", "pdf", "docx", "json", "csv", "xlsx", "html", "public", "bundle")
#: Options of `export` that pick records, and the kind each one names.
SCOPES: Final = {
    "programme": "programmes",
    "delivery": "deliveries",
    "artist": "artists",
    "venue": "venues",
    "area": "areas",
    "initiative": "initiatives",
    "application": "applications",
}


def parser(wording: Wording) -> argparse.ArgumentParser:
    """The parser of all commands, with its help in the reader's language."""
    text = wording.text
    top = Parser(wording, prog="director-app", description=text("Plans the culture season of an industrial complex."))
    top.add_argument(
        "--version", action="version", version=f"%(prog)s {__version__}", help=text("show the version of the program")
    )
    _general_options(top, wording)
    commands = top.add_subparsers(
        dest="command",
        metavar="COMMAND",
        required=True,
        title=text("Commands"),
        parser_class=cast("type[Parser]", partial(Parser, wording)),  # it is only called
    )

    _add_commands(commands, wording)
    return top


def _add_commands(commands: argparse._SubParsersAction[Parser], wording: Wording) -> None:
    text = wording.text

    def command(name: str, help_text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help_text, description=help_text)
        _general_options(added, wording, default=argparse.SUPPRESS)  # what stood before the command holds
        return added

    def plan_command(name: str, help_text: str) -> argparse.ArgumentParser:
        added = command(name, help_text)
        added.add_argument("plan", metavar="PLAN", help=text("the plan file"))
        return added

    sample = plan_command("sample", text("make a new plan with the sample season, or an invented one to practise with"))
    sample.add_argument("--practice", type=int, metavar="SIZE", help=text("invented season of 300, 5000 or 52000"))
    plan_command("new", text("make a new, empty plan"))
    _import_options(plan_command("import", text("take in spreadsheets, standard data sets and plans")), wording)
    _merge_options(plan_command("merge", text("bring in what another desk did, or begin a plan from it")), wording)
    plan_command("check", text("list every problem of the plan"))
    _delivery_option(
        plan_command("suggest", text("list ways out of the problems of a date, or free places for an undecided one")),
        wording,
    )
    _why_not_options(plan_command("why-not", text("say which dates, times and places cannot be had together")), wording)
    plan_command("coverage", text("show which areas the season reaches, week by week"))
    _plan_options(plan_command("plan", text("propose dates, times and places for what has none")), wording)
    waiting = plan_command("waiting", text("show who is next for dates that were given back, by order of receipt"))
    waiting.add_argument("--move-up", action="store_true", help=text("give them those dates, each as one step"))
    _decide_options(plan_command("decide", text("decide on what stands outdoors on a date, or list it")), wording)
    plan_command("documents", text("list the documents that can be made"))
    _export_options(command("export", text("write a calendar, a document or a table")), wording)
    _print_set_options(command("print-set", text("make all the paper of a season or a week in one folder")), wording)
    plan_command("releases", text("list the editions that were given out"))
    _release_options(plan_command("release", text("freeze what is published as the next edition")), wording)
    _compare_options(plan_command("compare", text("list what changed since an edition")), wording)
    _restore_options(plan_command("restore", text("make one date again what an edition says of it")), wording)
    _templates_options(
        plan_command("templates", text("list your templates of documents, take one in or write one")), wording
    )
    _output_option(plan_command("backup", text("write a consistent copy of the plan")), wording)
    _output_option(plan_command("salvage", text("read what is left of a damaged plan into a new one")), wording)
    _copy_options(plan_command("copy-season", text("begin the next season with parts of this one")), wording)
    _publish_options(
        command("publish", text("bring a calendar server, or the database of a region, to where the plan is")), wording
    )
    portfolio = command("portfolio", text("read many plans at once: numbers, coverage, artists asked for twice"))
    portfolio.add_argument("plans", metavar="PLAN", nargs="+", help=text("the plan files"))
    added = plan_command("undo", text("take the last step back"))
    added.add_argument(
        "--import", dest="imported", metavar="FILE",
        help=text("the latest import of this file instead; what was typed since stays"),
    )  # fmt: skip
    plan_command("redo", text("make the step that was taken back again"))
    command("selftest", text("open, search, print, export and import once each"))


def _print_set_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument("plan", metavar="PLAN", nargs="?", help=text("the plan file; without one the sample season"))
    added.add_argument("-o", "--output", metavar="OUT", required=True, help=text("the folder to write into"))
    which = text("which set: {names}", names="season | week")
    added.add_argument("--set", metavar="NAME", default="season", help=which)
    added.add_argument("--from", dest="since", type=date_of, metavar="DATE", help=text("first date"))
    added.add_argument("--until", type=date_of, metavar="DATE", help=text("last date"))
    added.add_argument("--edition", action="store_true", help=text("give all of it out as one edition"))
    added.set_defaults(**dict.fromkeys(SCOPES))


def _output_option(added: argparse.ArgumentParser, wording: Wording) -> None:
    added.add_argument("-o", "--output", metavar="OUT", required=True, help=wording.text("the file to write"))


def _general_options(added: argparse.ArgumentParser, wording: Wording, default: object = None) -> None:
    """What every command takes, before or after its name."""
    text = wording.text
    added.add_argument("--json", action="store_true", default=default, help=text("print one JSON object"))
    added.add_argument(
        "--language", choices=LANGUAGES, default=default, help=text("language of sentences and documents")
    )


def _why_not_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument(
        "--delivery", metavar="NAME", action="append", default=[],
        help=text("only this one (may be repeated), by number, id or title"),
    )  # fmt: skip
    added.add_argument("--on", type=date_of, metavar="DATE", help=text("the date wished, or as it stands"))
    added.add_argument("--at", type=clock_of, metavar="TIME", help=text("the time wished, as 12:10, or as it stands"))
    added.add_argument("--in", dest="venue", metavar="NAME", help=text("the place wished, or as it stands"))


def _plan_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    which = added.add_mutually_exclusive_group()
    which.add_argument("--unplaced", action="store_true", help=text("only what has no date yet (usual)"))
    which.add_argument("--all", action="store_true", help=text("everything that is neither locked nor over"))
    which.add_argument("--applications", action="store_true", help=text("applications that wait, in order of receipt"))
    which.add_argument(
        "--repair", metavar="NAME", action="append", default=[],
        help=text("mend this date that clashes or was called off (may be repeated), by number, id or title"),
    )  # fmt: skip
    which.add_argument("--dropout", metavar="NAME", help=text("mend what an artist or a place that drops out leaves"))
    added.add_argument("--from", dest="since", type=date_of, metavar="DATE", help=text("first date of the dropout"))
    added.add_argument("--until", type=date_of, metavar="DATE", help=text("last date of the dropout, else the first"))
    added.add_argument("--seconds", type=float, metavar="N", help=text("stop after so long with the best so far"))
    added.add_argument("--accept", action="store_true", help=text("change the plan accordingly, as one step"))


def _decide_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument("date", type=date_of, metavar="DATE", help=text("the date, as 2025-10-14"))
    added.add_argument(
        "--delivery", metavar="NAME", action="append", default=[],
        help=text("only this one (may be repeated), by number, id or title"),
    )  # fmt: skip
    added.add_argument("--as", dest="choice", choices=CHOICES, help=" | ".join(CHOICES))
    added.add_argument("--to", type=date_of, metavar="DATE", help=text("the date it is postponed to, if it is known"))
    added.add_argument("--why", metavar="TEXT", default="", help=text("the reason, in a few words"))
    added.add_argument("--who", metavar="NAME", default="", help=text("who decided"))


def _import_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument("files", metavar="FILE", nargs="+", help=text("files to take in"))
    added.add_argument("--dry-run", action="store_true", help=text("only say what would happen"))
    added.add_argument(
        "--unclear",
        choices=("skip", "new"),
        default="skip",
        help=text("what to do with rows that may be known already"),
    )
    added.add_argument(
        "--fill-blanks", action="store_true", help=text("change nothing that is known, only fill in what is undecided")
    )
    added.add_argument(
        "--busy", metavar="NAME", help=text("a calendar says when this artist or place cannot, by name, number or id")
    )
    added.add_argument(
        "--refused", metavar="OUT", help=text("write the rows that are left out, with what is wrong (.xlsx, .csv)")
    )


def _merge_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument("bundle", metavar="BUNDLE", help=text("what the other desk sent (.cdbundle)"))
    added.add_argument("--dry-run", action="store_true", help=text("only say what would happen"))
    added.add_argument(
        "--theirs", metavar="NUMBER", nargs="+", default=[],
        help=text("the clashes in which the other desk is right, as the list numbers them, or all"),
    )  # fmt: skip
    _passphrase_option(added, wording)


def _publish_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument("plans", metavar="PLAN", nargs="+", help=text("the plan file, for a database any number"))
    where = added.add_mutually_exclusive_group(required=True)
    where.add_argument("--server", metavar="URL", help=text("address of the calendar server (CalDAV)"))
    where.add_argument("--database", metavar="URL", help=text("address of the database (PostgreSQL)"))
    added.add_argument("--user", metavar="NAME", help=text("your name on the calendar server"))
    added.add_argument(
        "--password-file",
        metavar="FILE",
        help=text("a text file with the password in its first line, else the keyring"),
    )
    added.add_argument("--internal", action="store_true", help=text("with contacts and internal notes"))
    added.add_argument("--dry-run", action="store_true", help=text("only say what would happen"))
    added.add_argument("--changes", metavar="OUT", help=text("write what was done there as a calendar to import"))
    added.add_argument("--ours", action="store_true", help=text("put ours over what was changed or taken away there"))
    added.add_argument("--again", action="store_true", help=text("put again what was taken away there"))
    _repeating_option(added, wording)


def _repeating_option(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text("dates of a rule as one event that repeats, where nobody has them yet")
    added.add_argument("--repeating", action="store_true", help=text)


def _passphrase_option(added: argparse.ArgumentParser, wording: Wording) -> None:
    added.add_argument(
        "--passphrase-file", metavar="FILE", help=wording.text("a text file with the passphrase in its first line")
    )


def _restore_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument("--edition", type=int, metavar="N", required=True, help=text("the edition"))
    _delivery_option(added, wording)


def _release_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    added.add_argument("--name", metavar="TEXT", help=wording.text("a name for the edition"))


def _delivery_option(added: argparse.ArgumentParser, wording: Wording) -> None:
    name = wording.text("its number, id or title")
    added.add_argument("--delivery", metavar="NAME", required=True, help=name)


def _copy_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument("-o", "--output", metavar="OUT", required=True, help=text("the new plan file"))
    added.add_argument("--year", type=int, metavar="YEAR", required=True, help=text("the year it takes place in"))
    added.add_argument(
        "--without", choices=SEASON_PARTS, metavar="PART", action="append", default=[],
        help=text("leave this out (may be repeated): {parts}", parts=" | ".join(SEASON_PARTS)),
    )  # fmt: skip


def _templates_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument("--add", metavar="FILE", help=text("take in the template in this file"))
    added.add_argument("--write", metavar="NAME", help=text("write the template of this name into OUT"))
    added.add_argument("-o", "--output", metavar="OUT", help=text("the file to write"))


def _compare_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument(
        "--from", dest="since", metavar="N|CODE", help=text("first edition, or the code on a sheet; else the latest")
    )
    added.add_argument("--to", type=int, metavar="N", help=text("second edition, or the plan as it stands"))
    for option in ("artist", "venue"):
        added.add_argument(f"--{option}", metavar="NAME", help=text("only this one, by name, number or id"))


def _export_options(added: argparse.ArgumentParser, wording: Wording) -> None:
    text = wording.text
    added.add_argument("format", choices=EXPORT_FORMATS, metavar="FORMAT", help=" | ".join(EXPORT_FORMATS))
    added.add_argument("plan", metavar="PLAN", help=text("the plan file"))
    added.add_argument("-o", "--output", metavar="OUT", required=True, help=text("the file to write, html: the folder"))
    added.add_argument("--document", metavar="NAME", help=text("which document, see `documents`"))
    for scope in SCOPES:
        added.add_argument(f"--{scope}", metavar="NAME", help=text("only this one, by name, number or id"))
    added.add_argument("--from", dest="since", type=date_of, metavar="DATE", help=text("first date"))
    added.add_argument("--until", type=date_of, metavar="DATE", help=text("last date"))
    added.add_argument("--size", choices=("A5", "A4", "A3", "A2"), help=text("paper size of a flyer"))
    added.add_argument("--style", choices=STYLES, help=text("look of a flyer, a poster or a cover"))
    added.add_argument(
        "--languages", action="store_true", help=text("a line in each language of the programme: flyer, notice")
    )
    whole = text("all of a flyer or notice in a worker's language: vi, zh, th ...")
    added.add_argument("--in-language", metavar="LANGUAGE", help=whole)
    added.add_argument("--template", metavar="NAME", help=text("your own template for the document, by name"))
    added.add_argument(
        "--since-edition", type=int, metavar="N", help=text("where a sheet of changes begins, the latest otherwise")
    )
    added.add_argument("--edition", action="store_true", help=text("give a document or calendar out as an edition"))
    added.add_argument(
        "--each", choices=tuple(SCOPES), metavar="KIND",
        help=text("a document for each of them, into the folder OUT: {kinds}", kinds=" | ".join(SCOPES)),
    )  # fmt: skip
    added.add_argument(
        "--one-file", action="store_true", help=text("with --each: all of them after each other in the file OUT")
    )
    added.add_argument("--tasks", action="store_true", help=text("with what falls due, as tasks with a reminder"))
    _repeating_option(added, wording)
    added.add_argument("--internal", action="store_true", help=text("with contacts and internal notes"))
    added.add_argument(
        "--columns", metavar="NAMES", help=text("csv, xlsx: only these columns in this order, by their headers: A,B,C")
    )
    added.add_argument(
        "--records", metavar="KINDS",
        help=text("csv, xlsx: these records and not the schedule, such as council_members,grants or all"),
    )  # fmt: skip
    added.add_argument("--to", metavar="NAME", help=text("bundle: the desk it is for"))
    added.add_argument(
        "--without-private", action="store_true",
        help=text("bundle: without contacts that are not public, fees, notes and money"),
    )  # fmt: skip
    _passphrase_option(added, wording)
