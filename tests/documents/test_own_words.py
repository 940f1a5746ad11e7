"""A template changes what the page says, shows and looks like, in every document it is for, and nothing in the plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from director_app.documents.catalogue import document_named
from director_app.documents.making import DocumentOptions, make_document
from director_app.documents.own_words import HEADINGS, LEFT_OUT, SEASON_TEXTS, headings_of, usual_heading
from director_app.domain.ids import AttachmentId, TemplateId
from director_app.domain.papers import OwnWord, Template
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations.sample_season import sample_season
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.reading import page_texts, squeezed, whole_text

Print = Callable[..., str]


@pytest.fixture(scope="module")
def sample() -> Plan:
    return sample_season()


@pytest.fixture
def printed(sample: Plan, tmp_path: Path) -> Print:
    def make(document: str, *, language: str = "ko", scope: Scope | None = None, **values: Any) -> str:
        template = Template(TemplateId("own"), "내 서식", values.pop("of", document), **values)
        plan = Plan.of([*sample.records(), template])
        options = DocumentOptions(MADE_AT, scope or Scope(), edition="1", template=template.id)
        made = make_document(plan, document, tmp_path / "own.pdf", Wording(language), options)
        return squeezed(whole_text(made.path))

    return make


def a_programme(plan: Plan) -> Any:
    return next(one for one in plan.programmes.values() if one.intro and one.admission == "")


def test_headings_and_texts_are_hers(printed: Print) -> None:
    words = (
        OwnWord("title", "우리 동네 {문화} 배달"),
        OwnWord("Before you come", "오시기 전에 꼭"),
        OwnWord("rain_note", "비가 오면 실내로 옮깁니다."),
    )
    text = printed("booklet", words=words)
    for said in ("우리 동네 {문화} 배달", "오시기 전에 꼭", "비가 오면 실내로 옮깁니다."):
        assert squeezed(said) in text
    assert "이용안내" not in text
    assert squeezed("오시기 전에 꼭") in printed("booklet-imposed", of="booklet", words=words)


def test_what_is_left_out_is_not_printed_in_either_language(printed: Print, sample: Plan) -> None:
    programme = a_programme(sample)
    scope = Scope(programme=programme.id)
    assert squeezed(programme.intro)[:12] in printed("flyer", scope=scope)
    for language in ("ko", "en"):
        text = printed("flyer", scope=scope, left_out=("intro", "credits", "unknown"), language=language)
        assert squeezed(programme.intro)[:12] not in text
        assert not any(squeezed(credit.name) in text for credit in sample.season.credits if len(credit.name) > 6)


def test_paper_and_colour_are_hers(sample: Plan, tmp_path: Path) -> None:
    template = Template(TemplateId("own"), "큰 달력", "month-calendar", size="A3", colour="#C22A1F")
    plan = Plan.of([*sample.records(), template])
    made = [
        make_document(plan, "month-calendar", tmp_path / f"{name}.pdf", Wording("ko"),
                      DocumentOptions(MADE_AT, edition="1", template=which)).path.read_bytes()
        for name, which in (("own", template.id), ("usual", None))
    ]  # fmt: skip
    assert b"1190.5" in made[0]
    assert b"1190.5" not in made[1]


def test_another_document_and_a_template_that_is_gone_are_refused(printed: Print, sample: Plan, tmp_path: Path) -> None:
    with pytest.raises(RefusedInput):
        printed("poster", of="booklet")
    options = DocumentOptions(MADE_AT, template=TemplateId("gone"))
    with pytest.raises(RefusedInput):
        make_document(sample, "booklet", tmp_path / "no.pdf", Wording("ko"), options)


@pytest.mark.parametrize("document", sorted(HEADINGS))
def test_every_heading_offered_is_said_in_korean(document: str) -> None:
    spec = document_named(document)
    assert spec is not None
    korean = Wording("ko")
    assert [one for one in headings_of(spec) if usual_heading(korean, one) == one] == []
    assert all(korean.text(one) != one for one in (*SEASON_TEXTS.values(), *(label for label, _ in LEFT_OUT.values())))


@pytest.mark.parametrize("document", ["booklet", "leaflet", "poster", "flyer"])
def test_three_styles_print_the_same_facts(document: str, sample: Plan, tmp_path: Path) -> None:
    programme = a_programme(sample)
    photo = AttachmentId("no-such-picture")
    plan = Plan.of([*(one for one in sample.records() if one is not programme), programme._replace(photo=photo)])
    scope = Scope(programme=programme.id) if document == "flyer" else Scope()
    titles = set()
    for style in ("typographic", "photo", "festive"):
        options = DocumentOptions(MADE_AT, scope, style=style, edition="1")
        made = make_document(plan, document, tmp_path / f"{style}.pdf", Wording("ko"), options)
        titles.add(squeezed("".join(sorted(page_texts(made.path)[0].split()))))
    assert len(titles) <= 2
