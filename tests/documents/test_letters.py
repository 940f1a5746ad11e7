"""Letters of offer and refusal: to whom, in which order, and what they keep to themselves."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from director_app.documents.options import DocumentOptions
from director_app.domain.edits import Change, SetStatus, resolve
from director_app.domain.ids import ApplicationId, ArtistId, DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import ApplicationState
from director_app.operations.printing import print_document
from director_app.operations.printing_each import parts_of
from director_app.planner.applicants import Letter, applications_for, places_of_receipt
from director_app.planner.scope import EVERYTHING, Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.reading import page_texts
from tests.documents.working_plan import working

KOREAN = Wording("ko")


def pages(plan: Plan, name: str, folder: Path, scope: Scope = EVERYTHING) -> list[str]:
    path = folder / "letters.pdf"
    print_document(plan, name, path, KOREAN, DocumentOptions(MADE_AT, scope))
    return [" ".join(text.split()) for text in page_texts(path)]


def changed(plan: Plan, identity: str, **values: object) -> Plan:
    return resolve(plan, Change("applications", identity, values))[0]


def test_an_offer_names_the_date_and_proves_the_order_of_receipt(tmp_path: Path) -> None:
    (page,) = pages(working(), "offer-letter", tmp_path)
    for said in ("신청 기업 귀중", "신청-1", "2025. 8. 4.(월) 09:30", "1번째", "2025. 10. 8.(수) 18:30~20:30", "끝."):
        assert said in page
    assert "속사정" not in page
    assert "010-" not in page


def test_a_refusal_goes_to_whoever_is_known_by_name_only_and_repeats_the_wishes(tmp_path: Path) -> None:
    (page,) = pages(working(), "refusal-letter", tmp_path)
    assert "두리정밀" in page
    assert "10월 둘째 주 점심, 10/22" in page
    assert "속사정" not in page


def test_an_artist_that_applied_gets_a_letter_likewise(tmp_path: Path) -> None:
    plan = changed(working(), "q3", state=ApplicationState.CONFIRMED, delivery=DeliveryId("d30"))
    both = pages(plan, "offer-letter", tmp_path)
    assert len(both) == 2
    assert "고래밴드 귀하" in both[0]  # received first
    assert "1번째" in both[0]
    assert "1번째" in both[1]
    scope = Scope(application=ApplicationId("q1"))
    assert len(pages(plan, "offer-letter", tmp_path, scope)) == 1


def test_a_date_that_is_off_is_not_offered(tmp_path: Path) -> None:
    plan, _changes = resolve(working(), SetStatus((DeliveryId("d7"),), Status.CANCELLED))
    with pytest.raises(RefusedInput, match="no letter of offer"):
        pages(plan, "offer-letter", tmp_path)


def test_each_application_has_a_file_of_its_own() -> None:
    plan = changed(working(), "q3", state=ApplicationState.DECLINED)
    names = [part.name for part in parts_of(plan, "refusal-letter", EVERYTHING, "application", KOREAN)]
    assert names == ["신청-3 고래밴드", "신청-2 두리정밀"]


def test_companies_and_artists_are_counted_apart_and_the_unsaid_comes_last() -> None:
    plan = changed(working(), "q1", received_at=None)
    assert places_of_receipt(plan) == {"q2": 1, "q1": 2, "q3": 1}
    assert [one.id for one in applications_for(plan, Letter.OFFER)] == ["q1"]
    zoned = changed(plan, "q1", received_at=datetime.datetime(2025, 8, 4, 9, tzinfo=datetime.UTC))
    assert places_of_receipt(zoned)[ApplicationId("q1")] == 1
    assert ArtistId("고래밴드") in plan.artists
