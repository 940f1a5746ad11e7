"""What the user chose the columns of a table to mean, remembered for the next table of the same shape.

Kept beside the preferences, by the fingerprint of the header (`ColumnMapping.fingerprint`): headers and meanings, and
nothing that stands below them. A file that cannot be read is as good as none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from director_app import paths
from director_app.atomic_files import write_atomically
from director_app.domain.refusals import CannotUseFile
from director_app.imports.columns import ColumnMapping

#: Shapes that are remembered; the oldest go first.
MOST: Final = 200
_NAME: Final = "columns.json"
_LARGEST: Final = 4_000_000


def remembered_columns() -> dict[str, Mapping[str, Any]]:
    """The choices of earlier imports by fingerprint, the latest last."""
    file = paths.config_folder() / _NAME
    try:
        known = json.loads(file.read_bytes()) if file.stat().st_size <= _LARGEST else {}
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {str(key): choice for key, choice in known.items() if isinstance(choice, dict)}


def remember_columns(chosen: Mapping[str, ColumnMapping]) -> bool:
    """Keep these choices for the next time; whether the folder of the preferences could be written."""
    if not chosen:
        return True
    known = {key: choice for key, choice in remembered_columns().items() if key not in chosen}
    known |= {key: mapping.as_plain() for key, mapping in chosen.items()}
    kept = dict(list(known.items())[-MOST:])
    folder = paths.config_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / _NAME, json.dumps(kept, ensure_ascii=False, indent=1).encode())
    except (OSError, CannotUseFile):  # the import is what counts; next time she chooses again
        return False
    return True
