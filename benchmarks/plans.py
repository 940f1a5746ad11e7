"""Plan files of the practice season for benchmarks, made once and kept in `build/bench/`.

    python -m benchmarks.plans [300 5000 52000]

A file's name carries a digest of the code it was made by, so that one made by older code is never measured.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import time
from pathlib import Path
from typing import Final

from director_app.operations.open_plan import OpenPlan
from director_app.operations.practice_season import practice_season

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "build" / "bench"
SMALL, MIDDLE, LARGE = 300, 5_000, 52_000
#: What decides the bytes of a plan file: the season, its records, and the store.
_SOURCES: Final = ("director_app/operations/practice_*.py", "director_app/domain/*.py", "director_app/store/*.py")


def plan_file(deliveries: int) -> Path:
    """The kept plan file of a practice season, made now if there is none; open it read-only or copy it."""
    path = FOLDER / f"practice-{deliveries}-{_code_digest()}.cdplan"
    if not path.exists():
        for outdated in FOLDER.glob(f"practice-{deliveries}-*"):
            outdated.unlink()
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".new")
        unfinished.unlink(missing_ok=True)
        OpenPlan.create_with(unfinished, practice_season(deliveries)).close()
        unfinished.replace(path)
    return path


def plan_copy(deliveries: int, folder: Path) -> Path:
    """A copy of the kept file in this folder, to be written to."""
    return Path(shutil.copy(plan_file(deliveries), folder / f"practice-{deliveries}.cdplan"))


def _code_digest() -> str:
    code = hashlib.sha256()
    for pattern in _SOURCES:
        for source in sorted(ROOT.glob(pattern)):
            code.update(source.read_bytes())
    return code.hexdigest()[:12]


def main(arguments: list[str]) -> None:
    """Make the files of these sizes, or of all three."""
    for deliveries in [int(size) for size in arguments] or [SMALL, MIDDLE, LARGE]:
        begun = time.perf_counter()
        path = plan_file(deliveries)
        taken = time.perf_counter() - begun
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size / 2**20:.1f} MiB  {taken:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
