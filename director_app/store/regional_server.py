"""Many seasons in one PostgreSQL database, for a region or the nation: one schema for all, views for reports.

What is public goes there and the numbers of each season, nothing else. A season is replaced whole, in one transaction,
and only when it changed; rows travel by COPY. Programs that read need to know nothing of this one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Self

from director_app.domain.refusals import RefusedInput
from director_app.store.public_copy import KEYS, TABLES, Rows
from director_app.wording import message

if TYPE_CHECKING:
    from psycopg import Connection, Cursor
    from psycopg.sql import Composed

NOT_INSTALLED: Final = message("Publishing to a database needs the package psycopg. Install the extra “server”.")
NO_DATABASE: Final = message("The database cannot be reached. Check its address, and that it lets you in: {reason}")
BROKEN_OFF: Final = message("The database refused {plan}; nothing of it was changed there: {reason}")

SCHEMA: Final = "culture_delivery"
_LONGEST_REASON: Final = 200
#: Two desks that prepare the schema at once wait for one another; any number of one's own will do.
_PREPARING: Final = 20_251_014
_TYPES: Final = MappingProxyType({str: "text", int: "integer", float: "double precision"})
NUMBERS: Final[Mapping[str, type]] = MappingProxyType(
    {
        "deliveries": int, "confirmed": int, "delivered": int, "cancelled": int, "undated": int, "artists": int,
        "venues": int, "areas": int, "areas_reached": int, "areas_forgotten": int, "fairness": float,
        "heads_counted": int,
    }
)  # fmt: skip
_VIEWS: Final = MappingProxyType(
    {
        "schedule": """
select s.complex, d.plan, d.number, d.date, d.until, d.starts, d.ends, d.title, d.status, d.place, a.name as area,
  (select string_agg(r.name, ', ' order by p.position) from {schema}.performances p
    join {schema}.artists r on r.plan = p.plan and r.id = p.artist
    where p.plan = d.plan and p.delivery = d.id) as artists
from {schema}.deliveries d
join {schema}.seasons s on s.plan = d.plan
left join {schema}.areas a on a.plan = d.plan and a.id = d.area""",
        "report_seasons": """
select s.complex, s.title, p.published_at, n.*
from {schema}.plans p join {schema}.seasons s on s.plan = p.plan join {schema}.numbers n on n.plan = p.plan""",
        "report_months": """
select s.complex, d.month, count(*) as deliveries, count(distinct d.area) as areas
from {schema}.deliveries d join {schema}.seasons s on s.plan = d.plan
where d.status <> 'cancelled' group by s.complex, d.month""",
        "report_artists": """
select r.name, count(distinct p.plan) as complexes, count(*) as deliveries
from {schema}.performances p join {schema}.artists r on r.plan = p.plan and r.id = p.artist group by r.name""",
    }
)


class Season(NamedTuple):
    """One season as it is published: its key and title, what its content is known by, and its rows."""

    plan: str
    title: str
    digest: str
    rows: Rows


class RegionalServer:
    """A connection to the database; `address` is a connection URI or text of libpq, without a password if it can be.

    A password comes from PGPASSWORD or the password file, as libpq looks for it.
    """

    def __init__(self, address: str) -> None:
        """Connect and make what is missing of the schema.

        Raises:
            RefusedInput: when psycopg is not installed, or the database cannot be reached or does not let us.
        """
        try:
            import psycopg
        except ImportError:
            raise RefusedInput(NOT_INSTALLED) from None
        self._errors = psycopg.Error
        with self._refusing(NO_DATABASE):
            self._connection: Connection[Any] = psycopg.connect(address, connect_timeout=10)
            with self._connection.transaction(), self._connection.cursor() as cursor:
                _prepare(cursor)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    def publish(self, season: Season) -> bool:
        """Replace a season there, whole or not at all; whether anything had changed.

        Raises:
            RefusedInput: when the database does not take it; what stood there stands.
        """
        with (
            self._refusing(BROKEN_OFF, plan=season.title),
            self._connection.transaction(),
            self._connection.cursor() as cursor,
        ):
            cursor.execute(_sql("select digest from {schema}.plans where plan = %s for update"), [season.plan])
            told = cursor.fetchone()
            if told is not None and told[0] == season.digest:
                return False
            cursor.execute(_sql("delete from {schema}.plans where plan = %s"), [season.plan])
            key = [season.plan, season.digest]
            cursor.execute(_sql("insert into {schema}.plans (plan, digest) values (%s, %s)"), key)
            for table, columns in _tables().items():
                _copy(cursor, table, columns, season)
            return True

    @contextlib.contextmanager
    def _refusing(self, why: str, **values: object) -> Iterator[None]:
        try:
            yield
        except self._errors as error:
            reason = " ".join(str(error).split())[:_LONGEST_REASON]
            raise RefusedInput(why, reason=reason, **values) from None


def _tables() -> Mapping[str, Mapping[str, type]]:
    return {**TABLES, "numbers": NUMBERS}


def _sql(text: str, **names: str) -> Composed:
    from psycopg import sql

    filled = {name: sql.Identifier(value) for name, value in names.items()}
    return sql.SQL(text).format(schema=sql.Identifier(SCHEMA), **filled)


def _prepare(cursor: Cursor[Any]) -> None:
    """Make what is not there yet. Everything of a season hangs on its row in `plans` and goes with it."""
    from psycopg import sql

    cursor.execute("select pg_advisory_xact_lock(%s)", [_PREPARING])
    cursor.execute(_sql("create schema if not exists {schema}"))
    cursor.execute(
        _sql(
            "create table if not exists {schema}.plans (plan text primary key, digest text not null, "
            "published_at timestamptz not null default now())"
        )
    )
    for table, columns in _tables().items():
        fields = [sql.SQL("plan text not null references {}.plans on delete cascade").format(sql.Identifier(SCHEMA))]
        fields += [
            sql.SQL("{} {}").format(sql.Identifier(name), sql.SQL(_TYPES[kind])) for name, kind in columns.items()
        ]
        key = ["plan", *_key_of(table)]
        fields.append(sql.SQL("primary key ({})").format(sql.SQL(", ").join(map(sql.Identifier, key))))
        cursor.execute(
            sql.SQL("create table if not exists {}.{} ({})").format(
                sql.Identifier(SCHEMA), sql.Identifier(table), sql.SQL(", ").join(fields)
            )
        )
    cursor.execute(_sql("create index if not exists deliveries_by_date on {schema}.deliveries (date)"))
    for view, query in _VIEWS.items():
        cursor.execute(_sql("create or replace view {schema}.{view} as " + query, view=view))


def _key_of(table: str) -> tuple[str, ...]:
    if table == "numbers":
        return ()
    key = KEYS.get(table, "id")
    return (key,) if isinstance(key, str) else key


def _copy(cursor: Cursor[Any], table: str, columns: Mapping[str, type], season: Season) -> None:
    from psycopg import sql

    names = sql.SQL(", ").join(map(sql.Identifier, ("plan", *columns)))
    statement = sql.SQL("copy {}.{} ({}) from stdin").format(sql.Identifier(SCHEMA), sql.Identifier(table), names)
    with cursor.copy(statement) as copy:
        for row in season.rows.get(table, ()):
            copy.write_row((season.plan, *(_value(row.get(name), kind) for name, kind in columns.items())))


def _value(value: Any, kind: type) -> Any:
    """A value as PostgreSQL takes it: it knows no NUL in a text, and no truth value among whole numbers."""
    if isinstance(value, str):
        return value.replace("\x00", "")
    return int(value) if kind is int and value is not None else value
