"""Named steps from the first schema to today's. A step is frozen once released: it never uses today's classes."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

SET_NAME: Final = "director"
#: Every step there is, in order; an unknown name in a file means that a newer program wrote it.
STEP_NAMES: Final = (
    "first_schema",
    "english_notice",
    "given_out",
    "english_texts",
    "whole_season",
    "handovers",
    "problem_levels",
    "templates",
    "council",
    "whole_charge",
    "planning_facts",
)

#: Table: its columns as name[:type][>table it refers to]; the id comes first everywhere.
_FIRST_TABLES: Final = {
    "attachments": "name media_type digest size:integer subject caption credit licence source",
    "complexes": "name name_en address colour logo>attachments contact source",
    "seasons": (
        "title title_en subtitle complex>complexes first_day last_day zone reference_date number_prefix "
        "credits enquiries enquiries_phone web_address booking_note rain_note notice "
        "week_starts_on_sunday:integer is_sample:integer"
    ),
    "areas": "name name_en complex>complexes position:integer stated_heads:integer note source",
    "organisations": "name name_en kind contacts web_address logo>attachments is_invented:integer note source",
    "sites": ("organisation>organisations name area>areas address heads:integer shifts sittings:integer note"),
    "artists": (
        "name kind sort_name romanised genre region is_local:integer members head_count:integer contacts "
        "consent_date keep_until fee:integer needs biography links photo>attachments is_invented:integer note "
        "source"
    ),
    "venues": (
        "name name_en kind part_of>venues host>organisations area>areas address directions setting "
        "opening_hours opening_text closures seats:integer standing:integer floor_area:float power_kw:float "
        "zone quiet_hours fallback>venues fallback_state access contacts latitude:float longitude:float "
        "is_registered_venue:integer photo>attachments sketch>attachments is_invented:integer note source"
    ),
    "travels": "one>areas other>areas walk_minutes:integer van_minutes:integer",
    "special_days": "first last kind name organisation>organisations source",
    "initiatives": "name name_en code hue:integer position:integer note",
    "events": (
        "title title_en initiative>initiatives first_day last_day venue>venues zones credits "
        "expected_heads:integer counted_heads:integer fallback safety status note source"
    ),
    "programmes": (
        "title title_en subtitle short_title initiative>initiatives kind audience running_minutes:integer "
        "setup_minutes:integer strike_minutes:integer needs lineup credits is_free:integer admission "
        "age_rating booking intro texts accessibility photo>attachments photo_focus photo_credit "
        "is_featured:integer is_exhibition:integer is_invented:integer note source"
    ),
    "series": "name programme>programmes rule first_day dates left_out left_out_reason",
    "deliveries": (
        "number programme>programmes title_suffix event>events initiative>initiatives "
        "organisation>organisations area>areas venue>venues month date until start:integer end:integer hours "
        "exceptions setup_minutes:integer strike_minutes:integer status is_locked:integer lineup "
        "expected_heads:integer counted_heads:integer shifts credits accessibility fallback confirmations "
        "responsible series>series booking public_note internal_note postponed_to changed_reason "
        "is_featured:integer source"
    ),
    "segments": (
        "delivery>deliveries position:integer title start:integer is_fixed:integer minutes:integer "
        "artist>artists venue>venues cues note"
    ),
    "availabilities": (
        "artist>artists venue>venues value weekday:integer date starts:integer ends:integer valid_from "
        "valid_until reason"
    ),
    "applications": (
        "number received_at received_order:integer organisation>organisations artist>artists applicant "
        "area>areas contact programme>programmes wishes meal_slot heads space note state delivery>deliveries "
        "decided_on decision_note original source"
    ),
    "releases": "number:integer name published_at content note",
    "tellings": "subject delivery>deliveries release>releases told_at answered_at answer how",
    "notes": "subject text written_on author follow_up is_done:integer is_promise:integer",
    "grants": "name funding organisation>organisations amount:integer match_rate:float note",
    "budget_lines": (
        "grant>grants code subcode title stage amount:integer on programme>programmes delivery>deliveries "
        "payee receipt>attachments note"
    ),
    "accepted_problems": "kind subjects fingerprint reason accepted_on",
}
_ENGLISH_TEXTS: Final = {
    "seasons": "subtitle_en enquiries_en booking_note_en rain_note_en",
    "complexes": "address_en",
    "venues": "address_en opening_text_en",
    "deliveries": "title_suffix_en booking_en public_note_en",
}
#: What came with the whole season: works of light, what came of it, typed parts of reports.
_SEASON_TABLES: Final = {
    "works": (
        "title title_en kind artist>artists venue>venues initiative>initiatives owner>organisations rules "
        "exceptions maintenance first_day last_day power_kw:float curfew:integer neighbours photo>attachments "
        "is_invented:integer note source"
    ),
    "outcomes": (
        "delivery>deliveries event>events programme>programmes initiative>initiatives on heads:integer "
        "held:integer companies:integer groups survey note source"
    ),
    "report_texts": "part text",
}
_HANDOVERS: Final = "name at is_received:integer content narrowed is_without_private:integer"
_TEMPLATES: Final = "name document words left_out size style colour logo>attachments"
_COUNCIL: Final = {
    "council_members": "name body role is_voting:integer since until contact",
    "meetings": (
        "number:integer title date start:integer end:integer venue>venues agenda attended quorum:integer minutes_text"
    ),
    "decisions": "meeting>meetings text condition due state delivery>deliveries programme>programmes",
}
#: What came with the rest of a director's charge: tours, people at events, residencies, support for spaces.
_CHARGE_TABLES: Final = {
    "routes": "title title_en programme>programmes places:integer meeting_point note",
    "stops": (
        "route>routes position:integer title venue>venues organisation>organisations work>works walk_minutes:integer "
        "bus_minutes:integer minutes:integer consent safety_talk is_talk_agreed:integer note"
    ),
    "posts": (
        "title kind event>events delivery>deliveries venue>venues zone date start:integer end:integer wanted:integer "
        "people note"
    ),
    "booths": "name event>events kind zone organisation>organisations run_by power_kw:float state note",
    "guests": "name delivery>deliveries position:integer body role state part seat",
    "calls": "title venue>venues opens closes results_on places:integer text",
    "stays": (
        "name artist>artists call>calls venue>venues first_day last_day state open_days duties programme>programmes "
        "note"
    ),
    "supports": (
        "title kind organisation>organisations venue>venues state decided_on first_day last_day amount:integer "
        "criteria duties note source"
    ),
}
_SQL_TYPES: Final[dict[str, Any]] = {"": str, "integer": int, "float": float}


def applied_steps(connection: sqlite3.Connection) -> list[str]:
    """The names of the steps a file has gone through; none in a fresh one."""
    found = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    if found is None:
        return []
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid", (SET_NAME,))
    return [row[0] for row in rows]


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps a file still lacks, each in one transaction."""
    from sqlite_utils import Database  # heavy: needed only where a schema is made or changed

    _steps().apply(Database(connection, execute_plugins=False))


def _steps() -> Migrations:
    from sqlite_utils import Migrations

    steps = Migrations(SET_NAME)
    steps(name="first_schema")(_first_schema)
    steps(name="english_notice")(_english_notice)
    steps(name="given_out")(_given_out)
    steps(name="english_texts")(_english_texts)
    steps(name="whole_season")(_whole_season)
    steps(name="handovers")(_handovers)
    steps(name="problem_levels")(_problem_levels)
    steps(name="templates")(_templates)
    steps(name="council")(_council)
    steps(name="whole_charge")(_whole_charge)
    steps(name="planning_facts")(_planning_facts)
    return steps


def _first_schema(db: Database) -> None:
    for name, columns in _FIRST_TABLES.items():
        _create(db, name, columns)
    db.table("undo_steps").create(
        {"step": int, "message": str, "fill": str, "made_at": str, "is_undone": int}, pk="step", not_null={"message"}
    )
    db.table("undo_images").create(
        {"image": int, "step": int, "kind": str, "id": str, "before": str, "after": str},
        pk="image",
        foreign_keys=[("step", "undo_steps", "step")],
    )
    db.table("undo_images").create_index(["step"])
    db.table("undo_images").create_index(["kind", "id"])
    db.table("calendar_ledger").create({"delivery": str, "entry": str}, pk="delivery")
    db.table("contents").create({"digest": str, "content": bytes}, pk="digest")
    db.table("file_facts").create({"name": str, "value": str}, pk="name")


def _english_notice(db: Database) -> None:
    db.table("seasons").add_column("notice_en", str, not_null_default="")


def _given_out(db: Database) -> None:
    db.table("releases").add_column("given", str, not_null_default="[]")


def _english_texts(db: Database) -> None:
    for name, columns in _ENGLISH_TEXTS.items():
        for column in columns.split():
            db.table(name).add_column(column, str, not_null_default="")


def _whole_season(db: Database) -> None:
    for name, columns in _SEASON_TABLES.items():
        _create(db, name, columns)
    db.table("grants").add_column("interest", int)
    db.table("budget_lines").add_column("artist", str, fk="artists", fk_col="id")
    db.table("budget_lines").add_column("withheld_percent", float)


def _handovers(db: Database) -> None:
    _create(db, "handovers", _HANDOVERS)


def _problem_levels(db: Database) -> None:
    db.table("seasons").add_column("problem_levels", str, not_null_default="[]")


def _templates(db: Database) -> None:
    _create(db, "templates", _TEMPLATES)


def _council(db: Database) -> None:
    for name, columns in _COUNCIL.items():
        _create(db, name, columns)


def _whole_charge(db: Database) -> None:
    for name, columns in _CHARGE_TABLES.items():
        _create(db, name, columns)
    db.table("events").add_column("setup_from", str)
    db.table("events").add_column("strike_until", str)
    db.table("meetings").add_column("papers", str, not_null_default="[]")
    db.table("decisions").add_column("venue", str, fk="venues", fk_col="id")
    db.table("decisions").add_column("expires", str)
    db.table("decisions").add_column("rule", str, not_null_default="{}")
    db.table("deliveries").add_column("ready", str, not_null_default="[]")


def _planning_facts(db: Database) -> None:
    """What the planner counts with beside the schedule: equipment, filing of local governments, ways on foot."""
    db.table("seasons").add_column("equipment", str, not_null_default="[]")
    db.table("complexes").add_column("filings", str, not_null_default="[]")
    db.table("artists").add_column("travels_by", str)


def _create(db: Database, name: str, columns: str) -> None:
    types: dict[str, Any] = {"id": str}
    foreign_keys: list[Any] = []
    for entry in columns.split():
        column, _, other = entry.partition(">")
        column, _, sql_type = column.partition(":")
        types[column] = _SQL_TYPES[sql_type]
        if other:
            foreign_keys.append((column, other, "id"))
    table = db.table(name)
    table.create(types, pk="id", foreign_keys=foreign_keys)
