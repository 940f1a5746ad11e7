"""The sample season: the Gumi complex's 2025 season, from published facts and a few invented rows.

The records lie in `resources/sample_season/`, one JSON list per kind, in the plain form of the plan interchange; its
README says where each fact comes from and what is invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from director_app.domain.edits import Add, resolve
from director_app.domain.fields import from_plain
from director_app.domain.kinds import KINDS, AnyRecord
from director_app.domain.plan import Plan
from director_app.paths import resources_folder

if TYPE_CHECKING:
    from pathlib import Path


def sample_season() -> Plan:
    """The sample as a plan, every record checked as an edit would be.

    Raises:
        RefusedInput, RefusedEdit: when the files were changed into something that makes no sense.
    """
    plan, _ = resolve(Plan(), Add(tuple(sample_records())))
    return plan


def sample_records() -> Iterator[AnyRecord]:
    """Every record of the sample, kind by kind, in the order of its file."""
    for kind in KINDS:
        file = _folder() / f"{kind.name}.json"
        if file.exists():
            for position, plain in enumerate(json.loads(file.read_text(encoding="utf-8"))):
                yield from_plain(kind.record_type, plain, f"{kind.name}[{position}]")


def _folder() -> Path:
    return resources_folder() / "sample_season"
