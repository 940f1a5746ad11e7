"""Files that come into the window, and free names for new ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from director_app import paths


def local_files(data: QMimeData) -> list[Path]:
    """Files of this computer among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def is_plan(path: Path) -> bool:
    """Whether a file calls itself a plan."""
    return path.suffix.lower() == paths.PLAN_SUFFIX


def is_bundle(path: Path) -> bool:
    """Whether a file calls itself what another desk sent."""
    return path.suffix.lower() == paths.BUNDLE_SUFFIX


def free_name(folder: Path, stem: str, suffix: str) -> Path:
    """A name in a folder that no file has: "stem", "stem 2", "stem 3" ..."""
    path = folder / f"{stem}{suffix}"
    number = 2
    while path.exists():
        path = folder / f"{stem} {number}{suffix}"
        number += 1
    return path
