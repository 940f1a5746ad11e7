"""Documents that an office edits: the words of the printed ones, real styles, headers that come again, same bytes."""

from __future__ import annotations

import threading
import unicodedata
import zipfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from director_app.documents.content import texts
from director_app.documents.facts import Facts
from director_app.documents.layout import Job
from director_app.documents.making import EDITABLE, DocumentOptions, MakingStopped, make_document
from director_app.documents.photos import Pictures
from director_app.documents.sheets import Bars, Beside, Table
from director_app.documents.typography import Typesetter, clean
from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations.sample_season import sample_season
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.drawn_pictures import attached, logo
from tests.documents.plans import gumi
from tests.documents.reading import squeezed
from tests.documents.test_all_documents import GOLDEN, changes, problems
from tests.documents.working_plan import AWKWARD, awkward, working

#: Read line by line; of the others it is enough that nothing is missing.
IN_LINES = ("schedule", "notice", "result-report", "settlement")


def office(plan: Plan, name: str, folder: Path, language: str = "ko", **options: Any) -> Path:
    path = folder / f"{name}.docx"
    chosen = DocumentOptions(MADE_AT, form="docx", **options)
    make_document(plan, name, path, Wording(language), chosen, problems=problems, changes=changes)
    return path


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Each document of the working season, made once."""
    folder, plan = tmp_path_factory.mktemp("office"), working()
    return cache(lambda name: office(plan, name, folder))


def lines(path: Path) -> list[str]:
    """Paragraphs with their styles, tables row by row, pictures by what is told of them; then the foot of the page."""
    document: Any = docx.Document(str(path))
    found = []
    for part in document.iter_inner_content():
        if isinstance(part, docx.table.Table):
            rows = ([cell.text for cell in row.cells] for row in part.rows)
            found += [f"| {' | '.join(cell.replace(chr(10), ' / ') for cell in row)}" for row in rows]
        else:
            told = [one.get("descr") for one in part._p.iter(qn("wp:docPr"))]
            style = "" if part.style.name == "Normal" else f"[{part.style.name}] "
            found += [f"{style}{text}" for text in (part.text, *told) if text and text.strip()]
    return [*found, *(one.text for one in document.sections[0].footer.paragraphs)]


def whole(path: Path) -> str:
    return squeezed(" ".join(lines(path)).replace(" / ", " "))


@pytest.mark.parametrize("name", EDITABLE)
def test_everything_that_is_printed_stands_in_it(name: str, written: Any) -> None:
    wording, plan = Wording("ko"), working()
    job = Job(plan, "", wording, DocumentOptions(MADE_AT), Typesetter(), Pictures(), Facts(plan, wording),
              problems=problems, changes=changes)  # fmt: skip
    content = EDITABLE[name](job)
    shown = [content.foot, content.warning, *(part for sheet in content.sheets for part in map(_shown, sheet.blocks))]
    there = whole(written(name))
    assert [text for _place, text in texts(tuple(shown)) if squeezed(clean(text)) not in there] == []


def _shown(block: Any) -> Any:
    """What of a block is printed: what is said of an empty table, or the table."""
    if isinstance(block, Beside):
        return (_shown(block.left), _shown(block.right))
    if isinstance(block, Table):
        return block._replace(none="") if block.rows else block._replace(columns=())
    return () if isinstance(block, Bars) and not block.rows else block


@pytest.mark.parametrize("name", IN_LINES)
def test_it_says_what_it_always_said(name: str, written: Any) -> None:
    """Golden texts: `python -m tests.documents.renew` writes them anew when a change is meant."""
    assert golden_lines(written(name)) == (GOLDEN / f"{name}.docx.txt").read_text(encoding="utf-8")


def golden_lines(path: Path) -> str:
    return "".join(f"{line}\n" for line in lines(path))


def test_headings_are_styles_and_lines_are_numbered_as_offices_do(tmp_path: Path) -> None:
    found = lines(office(sample_season(), "result-report", tmp_path))
    assert found[1] == "[Title] 결과보고서"
    numbered = [line for line in found if line.startswith("[Heading 1]")]
    assert numbered[:3] == ["[Heading 1] 1. 추진 근거", "[Heading 1] 2. 사업 개요", "[Heading 1] 3. 추진 실적"]
    at = found.index("[Heading 1] 3. 추진 실적")
    assert found[at + 1] == "[Heading 2] 가. 총괄"
    assert "가) GM-020 9. 13.(토) 골목 버스킹 취소 비" in found
    drawn = [line for line in found if line.startswith("개최한 회차에서 센 인원: ")]
    assert drawn == [
        (
            "개최한 회차에서 센 인원: 2025년 7월 · 3회 4,346명; 2025년 8월 · 9회 708명; "
            "2025년 9월 · 11회 1,232명; 2025년 10월 · 15회 21,623명"
        )
    ]


def test_headers_come_again_rows_stay_whole_and_letters_are_korean(written: Any) -> None:
    document: Any = docx.Document(str(written("schedule")))
    assert document.tables
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in table.rows[1:])
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert [one.get(qn("w:eastAsia")) for one in defaults.iter(qn("w:rFonts"))] == ["맑은 고딕"]
    assert [one.get(qn("w:val")) for one in defaults.iter(qn("w:lang"))] == ["ko-KR"]
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        assert [one.get(qn("w:eastAsia")) for one in document.styles[name].element.iter(qn("w:rFonts"))] == [
            "맑은 고딕"
        ]
    width, height = document.sections[0].page_width, document.sections[0].page_height
    assert width > height


def test_properties_name_the_document_and_nobody_else(written: Any) -> None:
    properties: Any = docx.Document(str(written("settlement"))).core_properties
    assert properties.title == "정산서"
    assert (properties.language, properties.comments, properties.last_modified_by) == ("ko-KR", "", "")
    assert (properties.created, properties.modified) == (datetime(2025, 9, 19, 14, 2, tzinfo=UTC),) * 2
    with zipfile.ZipFile(written("settlement")) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in packed.namelist() if "thumbnail" in name or "customXml" in name]


@pytest.mark.parametrize("name", ["schedule", "result-report"])
def test_two_runs_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    first = office(sample_season(), name, tmp_path).read_bytes()
    assert office(sample_season(), name, tmp_path).read_bytes() == first


@pytest.mark.parametrize(
    "title", [*AWKWARD, "끝\x07에 벨\u202e", "둘째\ufffe줄\nPAGE } =1+1"], ids=range(len(AWKWARD) + 2)
)
def test_names_are_data(title: str, tmp_path: Path) -> None:
    wanted = squeezed(clean(unicodedata.normalize("NFC", title)).replace("\ufffe", ""))
    assert wanted in whole(office(awkward(title), "schedule", tmp_path))
    notice = office(awkward(title), "notice", tmp_path, scope=Scope(delivery=DeliveryId("o0")))
    assert wanted in whole(notice)
    with zipfile.ZipFile(notice) as packed:
        fields = packed.read("word/document.xml").count(b"fldSimple") + packed.read("word/footer1.xml").count(b"instr=")
    assert fields == 2  # page and pages


def test_a_notice_tells_one_date(written: Any, tmp_path: Path) -> None:
    path = office(working(), "notice", tmp_path, scope=Scope(delivery=DeliveryId("d7")))
    told = lines(path)
    assert "| 날짜 | 2025. 10. 8.(수)" in told
    assert "| 시각 | 18:30~20:30" in told


def test_english_speaks_english(tmp_path: Path) -> None:
    path = office(working(), "schedule", tmp_path, "en")
    document: Any = docx.Document(str(path))
    assert [one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))] == ["en-GB"]
    assert any("Schedule table" in line for line in lines(path))


def test_sheets_begin_on_pages_of_their_own(written: Any) -> None:
    document: Any = docx.Document(str(written("call-sheet")))
    titles = [one for one in document.paragraphs if one.style.name == "Heading 1"]
    breaks = len(list(document.element.body.iter(qn("w:pageBreakBefore"))))
    assert len(titles) > 1
    assert breaks == len(titles) - 1


def test_photographs_come_along_and_broken_ones_do_not(tmp_path: Path) -> None:
    plan = sample_season()
    date = next(iter(plan.deliveries))
    photo, contents = attached("photo", logo(), subject=Subject("deliveries", date), media_type="image/png")
    broken = {photo.digest: b"\x89PNG\r\n\x1a\n and nothing more"}
    counts = []
    for number, known in enumerate((contents, broken)):
        path = tmp_path / f"{number}.docx"
        options = DocumentOptions(MADE_AT, form="docx")
        with_photo = Plan.of([*plan.records(), photo])
        make_document(with_photo, "result-report", path, Wording("ko"), options, contents=known.get)
        document: Any = docx.Document(str(path))
        counts.append(len(document.inline_shapes))
    assert counts[0] == counts[1] + 1


def test_what_is_drawn_for_print_is_refused_with_what_can_be_edited(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput) as refusal:
        office(gumi(), "poster", tmp_path)
    sentence = Wording("ko").text(refusal.value.message, **refusal.value.values)
    assert sentence.startswith("포스터는 인쇄용으로 그린 문서라")
    assert "결과보고서" in sentence
    assert list(tmp_path.iterdir()) == []


def test_stopped_leaves_nothing(tmp_path: Path) -> None:
    stop = threading.Event()

    def after_the_first(done: int, _of: int) -> None:
        if done:
            stop.set()

    options = DocumentOptions(MADE_AT, form="docx", scope=Scope(since=made_day(), until=made_day()))
    with pytest.raises(MakingStopped):
        make_document(working(), "call-sheet", tmp_path / "x.docx", Wording("ko"), options, after_the_first, stop)
    assert list(tmp_path.iterdir()) == []


def made_day() -> Any:
    return MADE_AT.date().replace(month=10, day=8)
