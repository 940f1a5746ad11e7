"""A whole flyer or notice in a worker's language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from director_app.documents.catalogue import WORKERS_LANGUAGES
from director_app.documents.making import DocumentOptions, Made, make_document
from director_app.documents.phrases import all_phrases
from director_app.domain.ids import DeliveryId, ProgrammeId
from director_app.domain.refusals import RefusedInput
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.plans import gumi
from tests.documents.reading import fonts_not_embedded, squeezed, whole_text

TAGS = tuple(tag for tag, _name in WORKERS_LANGUAGES)
#: Words of an English flyer that must have become others; names and the foot stay.
_ENGLISH = ("Place", "Artists", "Enquiries", "Free", "Dates may change", "to be announced", "Wednesday", "Wed ")


def made(tmp_path: Path, tag: str, document: str = "flyer", scope: Scope | None = None) -> Made:
    asked = scope or Scope(programme=ProgrammeId("letsgo"))
    options = DocumentOptions(MADE_AT, asked, in_language=tag)
    return make_document(gumi(), document, tmp_path / f"{document}-{tag}.pdf", Wording("ko"), options)


def test_the_languages_are_those_of_the_phrases() -> None:
    assert tuple((tag, one.name) for tag, one in all_phrases().items() if one.is_drawn) == WORKERS_LANGUAGES


@pytest.mark.parametrize("document", ["flyer", "notice"])
@pytest.mark.parametrize("tag", TAGS)
def test_labels_dates_and_terms_are_in_the_language(tag: str, document: str, tmp_path: Path) -> None:
    scope = Scope(delivery=DeliveryId("d7")) if document == "notice" else None
    found = made(tmp_path, tag, document, scope)
    text = whole_text(found.path)
    assert not [word for word in _ENGLISH if word in text]
    assert not re.search("출연|문의|무료", text)
    assert fonts_not_embedded(found.path) == []
    assert any("read" in remark.message and remark.values for remark in found.remarks)


def test_a_title_without_a_translation_stands_in_korean_and_latin_letters(tmp_path: Path) -> None:
    found = made(tmp_path, "th")
    assert squeezed("산단 콘서트") in squeezed(whole_text(found.path))
    assert "Sandan" in whole_text(found.path)
    assert any("no title" in remark.message for remark in found.remarks)


def test_only_what_hangs_where_they_work(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput, match="further languages"):
        made(tmp_path, "vi", "booklet", Scope())
    with pytest.raises(RefusedInput, match="no words"):
        made(tmp_path, "xx")
    assert list(tmp_path.iterdir()) == []


def test_the_same_flyer_is_the_same_bytes(tmp_path: Path) -> None:
    first = made(tmp_path, "my").path.read_bytes()
    assert made(tmp_path, "my").path.read_bytes() == first
