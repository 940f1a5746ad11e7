"""A copy of what is public, as plain tables for programs that show SQLite files on the web; never a plan itself."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from director_app.atomic_files import replacing
from director_app.store.database import speaking_of

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

_NAMED: Final = MappingProxyType({"id": str, "name": str, "name_en": str})
#: Columns by table, in the order in which they can be written: what is linked to comes first.
TABLES: Final[Mapping[str, Mapping[str, type]]] = MappingProxyType(
    {
        "seasons": {
            "id": str, "title": str, "title_en": str, "complex": str, "complex_en": str, "enquiries": str,
            "web_address": str,
        },
        "areas": _NAMED,
        "initiatives": _NAMED,
        "artists": {"id": str, "name": str, "romanised": str, "genre": str},
        "venues": {
            **_NAMED, "area": str, "address": str, "address_en": str, "setting": str, "latitude": float,
            "longitude": float,
        },
        "programmes": {
            "id": str, "title": str, "title_en": str, "subtitle": str, "initiative": str, "audience": str,
            "is_free": int, "admission": str, "age_rating": str, "booking": str, "intro": str,
        },
        "deliveries": {
            "id": str, "number": str, "date": str, "until": str, "month": str, "starts": str, "ends": str,
            "title": str, "status": str, "programme": str, "venue": str, "place": str, "area": str, "initiative": str,
            "postponed_to": str, "in_rain": str, "booking": str, "note": str,
        },
        "performances": {"delivery": str, "position": int, "artist": str},
    }
)  # fmt: skip
_LINKS: Final = MappingProxyType(
    {
        "venues": (("area", "areas"),),
        "programmes": (("initiative", "initiatives"),),
        "deliveries": (
            ("programme", "programmes"), ("venue", "venues"), ("area", "areas"), ("initiative", "initiatives"),
        ),
        "performances": (("delivery", "deliveries"), ("artist", "artists")),
    }
)  # fmt: skip
KEYS: Final = MappingProxyType({"performances": ("delivery", "position")})
#: What most readers look for, with names in place of keys.
_SCHEDULE: Final = """\
select d.number, d.date, d.until, d.starts, d.ends, d.title, d.status, d.place, a.name as area,
  (select group_concat(name, ', ') from (select r.name from performances p join artists r on r.id = p.artist
    where p.delivery = d.id order by p.position)) as artists
from deliveries d left join areas a on a.id = d.area
order by d.date is null, d.date, d.starts is null, d.starts, d.number"""


def write_public_copy(path: Path, rows: Rows) -> None:
    """Write the tables with these rows into a new file that takes the place of `path`; the same rows, the same bytes.

    Raises:
        CannotUseFile: when the file cannot be written; a file that was there is as it was.
    """
    from sqlite_utils import Database  # heavy: needed only here

    with replacing(path) as neighbour, speaking_of(path):
        database = Database(str(neighbour))
        with contextlib.closing(database.conn):
            for name, columns in TABLES.items():
                table: Any = database[name]
                key = KEYS.get(name, "id")
                table.create(dict(columns), pk=key, foreign_keys=_LINKS.get(name, ()))
                table.insert_all(rows.get(name, ()))
            for column in ("date", "area", "venue", "programme"):
                database["deliveries"].create_index([column])  # type: ignore[union-attr]
            database.create_view("schedule", _SCHEDULE)
            database.vacuum()
