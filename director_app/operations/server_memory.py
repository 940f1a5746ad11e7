"""What each calendar server was last told, one small file for each calendar in the user's data folder.

It is no part of a plan: when it is lost, the next publication finds its own objects again by what they say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from director_app import paths
from director_app.atomic_files import write_atomically
from director_app.calendars.sync_decisions import Known

_FACTS: Final = 3


class ServerMemory:
    """What one calendar on one server was told of one season."""

    def __init__(self, season: str, address: str) -> None:
        name = hashlib.sha256(f"{season}\n{address}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        self.file: Path = paths.data_folder() / "servers" / f"{name}.json"

    def read(self) -> dict[str, Known]:
        """By UID; nothing when nothing was told yet or the file makes no sense."""
        try:
            rows: Any = json.loads(self.file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(rows, dict):
            return {}
        return {uid: Known(*row) for uid, row in rows.items() if _is_row(row)}

    def write(self, known: Mapping[str, Known]) -> None:
        """Keep it, all at once.

        Raises:
            CannotUseFile: when the folder cannot be written.
        """
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_atomically(self.file, json.dumps(known, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _is_row(row: object) -> bool:
    return isinstance(row, list) and len(row) == _FACTS and all(isinstance(one, str) for one in row)
