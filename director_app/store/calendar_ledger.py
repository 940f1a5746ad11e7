"""The table of what calendars were told: rows are written, never removed, and never fall."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from director_app.domain.ledger import entry_of_text, entry_text, further


def write(connection: sqlite3.Connection, entries: Mapping[str, str]) -> None:
    """Write entries (plain text by delivery id) into the open transaction."""
    connection.executemany(
        "INSERT INTO calendar_ledger (delivery, entry) VALUES (?, ?) "
        "ON CONFLICT(delivery) DO UPDATE SET entry = excluded.entry",
        entries.items(),
    )


def write_further(connection: sqlite3.Connection, entries: Mapping[str, str]) -> None:
    """The same where somebody else may have told calendars more since the ledger was read: both are remembered."""
    write(connection, dict(_joined(connection, entries)))


def _joined(connection: sqlite3.Connection, entries: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for delivery, text in entries.items():
        row = connection.execute("SELECT entry FROM calendar_ledger WHERE delivery = ?", (delivery,)).fetchone()
        if row is None or row[0] == text:
            yield delivery, text
        else:
            yield delivery, entry_text(further(entry_of_text(row[0]), entry_of_text(text)))
