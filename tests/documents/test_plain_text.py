"""The notice as plain text: one fact a line, nothing private."""

from __future__ import annotations

import pytest

from director_app.documents.options import DocumentOptions
from director_app.documents.plain_text import notice_text
from director_app.domain.ids import DeliveryId, ProgrammeId
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.plans import gumi


def test_one_date() -> None:
    said = notice_text(gumi(), Wording("ko"), DocumentOptions(MADE_AT, Scope(delivery=DeliveryId("d7"))))
    assert said.splitlines()[:3] == ["Let’s Go 산단 콘서트", "일시 10. 8.(수) 18:30", "장소 ㈜방림 구미공장 (공단동)"]
    assert "문의 구미문화재단 054-000-0000" in said
    assert "010-" not in said


def test_every_round_of_a_programme() -> None:
    said = notice_text(gumi(), Wording("en"), DocumentOptions(MADE_AT, Scope(programme=ProgrammeId("street"))))
    assert said.count("When: ") == 4
    assert "[Cancelled]" in said


def test_nothing_to_say_is_a_sentence() -> None:
    with pytest.raises(RefusedInput):
        notice_text(Plan.of([gumi().season]), Wording("ko"), DocumentOptions(MADE_AT))
