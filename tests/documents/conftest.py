"""Prints that several tests look at are made once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from director_app.documents.making import DocumentOptions, Made, make_document
from director_app.domain.plan import Plan
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.plans import gumi

MADE_AT = datetime(2025, 9, 19, 14, 2)


@pytest.fixture(scope="session")
def booklet(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The booklet of the small season, second edition, Korean."""
    out = tmp_path_factory.mktemp("booklet") / "booklet.pdf"
    return make_document(gumi(), "booklet", out, Wording("ko"), DocumentOptions(MADE_AT, edition="2"))


@pytest.fixture
def flyer(tmp_path: Path) -> Callable[..., Made]:
    """Makes a flyer of a plan."""

    def make(plan: Plan, scope: Scope, **options: object) -> Made:
        size = options.pop("size", "A5")
        language = str(options.pop("language", "ko"))
        chosen = DocumentOptions(MADE_AT, scope, size=size, edition="2", **options)  # type: ignore[arg-type]
        return make_document(plan, "flyer", tmp_path / "flyer.pdf", Wording(language), chosen)

    return make
