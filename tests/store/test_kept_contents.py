"""Bytes of the open plan, read on another thread."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from director_app.domain.refusals import CannotUseFile
from director_app.operations.kept_contents import contents_beside
from director_app.operations.open_plan import OpenPlan
from director_app.store.kept_contents import KeptContents
from director_app.store.plan_store import PlanStore


def test_another_thread_reads_what_the_window_keeps(tmp_path: Path) -> None:
    store = PlanStore.create(tmp_path / "a.cdplan")
    store.write_contents({"d1": b"photo"})
    store.close()
    with_pictures = OpenPlan.open(tmp_path / "a.cdplan")
    contents = contents_beside(with_pictures)
    answers: list[bytes | None] = []

    def work() -> None:
        with contents:
            answers.extend([contents("d1"), contents("nothing")])

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    with_pictures.close()
    assert answers == [b"photo", None]
    assert not (tmp_path / "a.cdplan-wal").exists()


def test_a_file_that_went_away_is_named(tmp_path: Path) -> None:
    with KeptContents(tmp_path / "gone.cdplan") as contents, pytest.raises(CannotUseFile):
        contents("d1")
