"""The sample season on paper: everything public is there, on every page what must be."""

from __future__ import annotations

from pathlib import Path

import pytest

from director_app.documents.making import DocumentOptions, Made, make_document
from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.domain.refusals import RefusedInput
from director_app.operations.sample_season import sample_season
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.reading import fonts_not_embedded, page_texts, squeezed, whole_text


@pytest.fixture(scope="module")
def sample() -> Plan:
    return sample_season()


@pytest.fixture(scope="module", params=["ko", "en"])
def printed(request: pytest.FixtureRequest, sample: Plan, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Made]:
    out = tmp_path_factory.mktemp("sample") / "booklet.pdf"
    options = DocumentOptions(MADE_AT, edition="1")
    return request.param, make_document(sample, "booklet", out, Wording(request.param), options)


def test_every_public_date_is_in_the_booklet(sample: Plan, printed: tuple[str, Made]) -> None:
    language, made = printed
    text = squeezed(whole_text(made.path))
    for delivery in sample.deliveries.values():
        if delivery.status is Status.IDEA or delivery.programme is None:
            continue
        programme = sample.programmes[delivery.programme]
        title = programme.title if language == "ko" else programme.title_en or programme.title
        assert all(word in text for word in title.split())  # a long title stands on two lines beside its dates
        if delivery.venue is not None:
            venue = sample.venues[delivery.venue]
            assert squeezed(venue.name if language == "ko" else venue.name_en or venue.name) in text


def test_notice_fonts_and_folding(sample: Plan, printed: tuple[str, Made]) -> None:
    language, made = printed
    notice = squeezed(sample.season.notice if language == "ko" else sample.season.notice_en)
    assert notice
    assert all(notice in squeezed(text) for text in page_texts(made.path))
    assert fonts_not_embedded(made.path) == []
    assert made.pages % 4 == 0
    assert made.remarks == ()


def test_no_contact_of_anybody_is_printed(sample: Plan, printed: tuple[str, Made]) -> None:
    text = squeezed(whole_text(printed[1].path))
    people = [*sample.artists.values(), *sample.venues.values(), *sample.organisations.values()]
    for contact in (contact for record in people for contact in record.contacts if not contact.public):
        for private in (contact.phone, contact.email):
            assert not private or private == sample.season.enquiries_phone or squeezed(private) not in text


def test_every_programme_gets_its_flyer(sample: Plan, tmp_path: Path) -> None:
    made_any = 0
    for programme in sample.programmes.values():
        options = DocumentOptions(MADE_AT, Scope(programme=programme.id), size="A4" if made_any % 3 == 0 else "A5")
        out = tmp_path / f"{programme.id}.pdf"
        try:
            make_document(sample, "flyer", out, Wording("ko"), options)
        except RefusedInput as refusal:
            assert refusal.values["title"] == programme.title  # noqa: PT017 - only ideas: said in one sentence
            continue
        made_any += 1
        assert squeezed(programme.title) in squeezed(whole_text(out))
    assert made_any > 10
