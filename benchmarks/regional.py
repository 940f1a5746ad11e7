"""1,306 complexes of 300 deliveries into a real PostgreSQL, beside a bare COPY of the same rows.

One invented season is made once and stands for every complex, each under a key of its own.
"""

from __future__ import annotations

import datetime
import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.plans import plan_file
from director_app.operations.open_plan import OpenPlan
from director_app.operations.regional import season_of
from director_app.store.public_copy import TABLES
from director_app.store.regional_server import RegionalServer, Season
from director_app.wording import Wording
from tests.regional_database import running_database

COMPLEXES, SIZE = 1306, 300
TODAY = datetime.date(2025, 10, 14)
QUERIES = (
    "select complex, deliveries, fairness from report_seasons order by fairness limit 20",
    "select month, sum(deliveries) from report_months group by month order by month",
    "select name, complexes from report_artists order by complexes desc limit 20",
    "select * from schedule where date = '2025-10-15' order by complex limit 100",
)


def timed(act: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of the wall clock, and what came of it."""
    begun = time.perf_counter()
    result = act()
    return time.perf_counter() - begun, result


def main() -> None:
    """Print how long each way takes, how much room it needs, and how long reports take."""
    path = plan_file(SIZE)
    made, one = timed(lambda: read(path))
    seasons = [
        Season(hashlib.sha256(f"{number}".encode()).hexdigest()[:32], f"{number}", f"{number}", one.rows)
        for number in range(COMPLEXES)
    ]
    with running_database() as address:
        floor, _rows = timed(lambda: bare_copy(address, seasons))
        with RegionalServer(address) as server:
            first, changed = timed(lambda: sum(map(server.publish, seasons)))
            again, same = timed(lambda: sum(map(server.publish, seasons)))
            print(f"one plan opened, rows made      {made * 1000:8.0f} ms")
            print(f"bare COPY of every row          {floor:8.1f} s")
            print(f"published, {changed} seasons        {first:8.1f} s   {first / floor:.2f} x the floor")
            print(f"published again, {same} changed      {again:8.1f} s")
            three = [season._replace(digest="new") for season in seasons[:3]]
            some, _n = timed(lambda: sum(map(server.publish, three)))
            print(f"three that changed              {some * 1000:8.0f} ms")
        with psycopg.connect(address) as connection:
            connection.execute("analyze")
            connection.execute("set search_path to culture_delivery")
            size = connection.execute("select pg_size_pretty(pg_database_size(current_database()))").fetchone()
            print(f"database {size[0] if size else '?'}")
            for query in QUERIES:
                spent, _found = timed(connection.execute(query).fetchall)
                print(f"{spent * 1000:8.0f} ms  {query}")


def read(path: Path) -> Season:
    """A plan opened and made into rows."""
    opened = OpenPlan.open(path, read_only=True)
    try:
        return season_of(opened.plan, path, TODAY, Wording("ko"))
    finally:
        opened.close()


def bare_copy(address: str, seasons: list[Season]) -> int:
    """The floor: ready lines of text into one table without keys, in one transaction."""
    rows = [
        "\t".join(str(row.get(column) or "\\N").replace("\n", " ") for column in columns)
        for table, columns in TABLES.items()
        for row in seasons[0].rows[table]
    ]
    lines = "".join(f"{row}\n".replace("\t", " ") for row in rows)
    with psycopg.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute("create table floor (line text)")
        with cursor.copy("copy floor from stdin") as copy:
            for _season in seasons:
                copy.write(lines.replace("\\N", "-"))
    return len(rows) * len(seasons)


if __name__ == "__main__":
    main()
