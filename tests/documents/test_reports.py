"""The formal reports: numbering, figures that agree with each other, photographs, and parts still to be written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from director_app.documents.making import DocumentOptions, make_document
from director_app.documents.report_outline import mark
from director_app.domain.facts import Subject
from director_app.domain.plan import Plan, RecordChange
from director_app.operations.sample_season import sample_season
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.drawn_pictures import attached, logo
from tests.documents.reading import whole_text


def text_of(plan: Plan, name: str, folder: Path, language: str = "ko") -> str:
    path = folder / f"{name}.pdf"
    make_document(plan, name, path, Wording(language), DocumentOptions(MADE_AT))
    return " ".join(whole_text(path).split())


@pytest.mark.parametrize(
    ("level", "number", "korean", "english"),
    [
        (0, 3, "3.", "3."),
        (1, 2, "나.", "b."),
        (2, 1, "1)", "1)"),
        (3, 14, "하)", "n)"),
        (1, 15, "거.", "o."),
        (1, 29, "고.", "cc."),
    ],
)
def test_lines_are_numbered_as_offices_do(level: int, number: int, korean: str, english: str) -> None:
    assert mark(Wording("ko"), level, number) == korean
    assert mark(Wording("en"), level, number) == english


def test_parts_stand_in_their_order(tmp_path: Path) -> None:
    result = text_of(sample_season(), "result-report", tmp_path)
    titles = [
        "1. 추진 근거",
        "2. 사업 개요",
        "3. 추진 실적",
        "4. 정산 결과",
        "5. 평가와 개선점",
        "6. 행정 사항",
        "7. 붙임",
    ]
    places = [result.index(title) for title in titles]
    assert places == sorted(places)
    assert result.count("추후 작성") == 2
    before = text_of(sample_season(), "operation-plan", tmp_path)
    assert [int(one) for one in re.findall(r"(?<!\d)(\d{1,2})\. (?=[가-힣])", before)][:14] == list(range(1, 15))


def test_what_an_event_is_bound_to_for_safety_stands_in_the_operation_plan(tmp_path: Path) -> None:
    plan = sample_season()
    event = min(plan.events.values(), key=lambda one: one.id)
    bound = event._replace(safety="의료 부스 1곳\n소방차 통로 확보")
    told = text_of(plan.with_changes([RecordChange("events", event.id, event, bound)]), "operation-plan", tmp_path)
    part = told[told.index("11. 안전 관리") : told.index("12. 우천")]
    assert f"{event.title}: 의료 부스 1곳" in part
    assert "소방차 통로 확보" in part
    assert "추후 작성" not in part


def test_the_sum_of_the_programmes_is_the_number_of_people(tmp_path: Path) -> None:
    text = text_of(sample_season(), "result-report", tmp_path)
    assert text.count("27,909") == 2  # in the summary and under the programmes
    assert "미집계" in text
    assert "50,664" in text


def test_photographs_of_dates_are_enclosed_and_logos_are_not(tmp_path: Path) -> None:
    plan = sample_season()
    date = next(iter(plan.deliveries))
    photo, contents = attached("photo", logo(), subject=Subject("deliveries", date), media_type="image/png")
    other, more = attached(
        "logo", logo(300), subject=Subject("complexes", next(iter(plan.complexes))), media_type="image/png"
    )
    with_pictures = Plan.of([*plan.records(), photo, other])
    for path, known in ((tmp_path / "a.pdf", {}), (tmp_path / "b.pdf", {**contents, **more})):
        make_document(with_pictures, "result-report", path, Wording("ko"), DocumentOptions(MADE_AT), contents=known.get)
        assert "행사 사진 1매" in " ".join(whole_text(path).split())
    assert (tmp_path / "b.pdf").stat().st_size > (tmp_path / "a.pdf").stat().st_size
