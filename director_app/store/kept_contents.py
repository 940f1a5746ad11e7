"""The bytes kept in a plan file, read beside the window: photos and logos for who prints, editions for who compares."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType

from director_app.store import database


class KeptContents:
    """Answers bytes by their digest through a connection of its own, opened at the first question.

    Made on any thread, then used by one at a time. The plan may be open and written to meanwhile.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def __call__(self, digest: str) -> bytes | None:
        """The bytes, None when they are not kept there.

        Raises:
            CannotUseFile: when the file is damaged or went away.
        """
        with database.reading(self._path):
            if self._connection is None:
                self._connection = database.connect(self._path, read_only=True)
            row = self._connection.execute("SELECT content FROM contents WHERE digest = ?", (digest,)).fetchone()
            return None if row is None else bytes(row[0])

    def __enter__(self) -> KeptContents:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
