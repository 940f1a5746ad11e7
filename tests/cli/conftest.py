"""The sample season for commands: made once, a copy for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """The sample season of this test's own."""
    return Path(shutil.copy(sample_file, tmp_path / "sample.cdplan"))
