"""The sample season for commands: made once, a copy for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from director_app.operations import whole_plans


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample season; never to be written."""
    path = tmp_path_factory.mktemp("sample") / "sample.cdplan"
    whole_plans.start_sample(path).close()
    return path


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Path:
    """The sample season of this test's own."""
    return Path(shutil.copy(sample_file, tmp_path / "sample.cdplan"))
