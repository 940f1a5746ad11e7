"""Every document of the catalogue: what it says, how it looks, that it stays inside its page and keeps its secrets."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from director_app.documents.catalogue import DOCUMENTS, REPORT, DocumentSpec, document_named
from director_app.documents.layout import ProblemLine
from director_app.documents.making import EDITABLE, MAKERS, SHEETS, DocumentOptions, Made, make_document
from director_app.documents.options import ChangeLine, Changes
from director_app.documents.page import MM
from director_app.domain.facts import Credit
from director_app.domain.ids import ArtistId, DeliveryId, ProgrammeId
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.plans import gumi
from tests.documents.reading import fonts_not_embedded, page_texts, squeezed, whole_text
from tests.documents.working_plan import AWKWARD, DAY, awkward, working

GOLDEN = Path(__file__).parent / "golden"
NAMES = tuple(document.name for document in DOCUMENTS)
#: The booklet and the flyer have tests of their own.
NEW = tuple(name for name in NAMES if name not in ("booklet", "flyer", "booklet-imposed"))
#: Pixels of a golden picture may differ by so much of full scale, on the average of the page.
TOLERANCE = 1.5
_DPI = 30
_WHOLE = ("contact-list", "problem-list", "booklet", "large-print", "leaflet", "changes")
_PRIVATE = "010-1234-5678"
_SCOPES = {
    "flyer": Scope(programme=ProgrammeId("letsgo")),
    "poster": Scope(programme=ProgrammeId("letsgo")),
    "flyer-4up": Scope(programme=ProgrammeId("letsgo")),
    "notice": Scope(delivery=DeliveryId("d7")),
    "month-calendar": Scope(since=DAY, until=DAY),
}


def problems() -> list[ProblemLine]:
    return [
        ProblemLine("block", "10. 8.(수)", "자이언티가 두 곳에 있습니다."),
        ProblemLine("note", "", "시즌 밖입니다."),
    ]


def changes() -> Changes:
    lines = (
        ChangeLine("major", "moved", "10. 8.(수)", "GM-007 레츠고", "일시 변경", ("10. 8.(수) 19:00~20:30",),
                   ("10. 9.(목) 19:00~20:30",)),
        ChangeLine("major", "cancelled", "10. 8.(수)", "GM-030 거리공연", "취소",
                   ("10. 8.(수) 19:00~20:00", "진평동"), ()),
        ChangeLine("minor", "reworded", "", "시즌 전체", "문구 변경", (), ("문의처",)),
    )  # fmt: skip
    return Changes("1", DAY, lines)


def made(plan: Plan, name: str, folder: Path, language: str = "ko", **options: Any) -> Made:
    day = Scope(since=DAY, until=DAY) if name not in _WHOLE else Scope()
    chosen = DocumentOptions(MADE_AT, options.pop("scope", _SCOPES.get(name, day)), edition="2", **options)
    return make_document(
        plan, name, folder / f"{name}.pdf", Wording(language), chosen, problems=problems, changes=changes
    )


@pytest.fixture(scope="module")
def prints(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Each document of the working season, made once."""
    folder, plan = tmp_path_factory.mktemp("prints"), working()

    @cache
    def get(name: str, language: str = "ko") -> Made:
        (folder / language).mkdir(exist_ok=True)
        return made(plan, name, folder / language, language)

    return get


def golden_text(path: Path) -> str:
    return "".join(f"--- {number}\n{text.strip()}\n" for number, text in enumerate(page_texts(path), 1))


def picture(path: Path) -> Image.Image:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        image: Image.Image = document[0].render(scale=_DPI / 72).to_pil().convert("L")
        return image
    finally:
        document.close()


def test_every_document_of_the_catalogue_has_its_maker() -> None:
    assert {*MAKERS, *SHEETS} == set(NAMES)
    assert not set(MAKERS) & set(SHEETS)
    assert set(EDITABLE) == {document.name for document in DOCUMENTS if document.is_editable}


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", NEW)
def test_it_says_what_it_always_said(name: str, language: str, prints: Any) -> None:
    """Golden texts: `python -m tests.documents.renew` writes them anew when a change is meant."""
    assert golden_text(prints(name, language).path) == (GOLDEN / f"{name}-{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NEW)
def test_it_looks_as_it_always_looked(name: str, prints: Any) -> None:
    drawn, known = picture(prints(name).path), Image.open(GOLDEN / f"{name}.png")
    assert drawn.size == known.size
    assert ImageStat.Stat(ImageChops.difference(drawn, known)).mean[0] < TOLERANCE


@pytest.mark.parametrize("name", NAMES)
def test_fonts_are_in_the_file_and_every_page_says_its_edition(name: str, prints: Any) -> None:
    path = prints(name).path
    assert fonts_not_embedded(path) == []
    if name not in ("booklet", "booklet-imposed"):
        assert all("2판 · 2025. 9. 19. 기준" in " ".join(text.split()) for text in page_texts(path)[:1])


@pytest.mark.parametrize("spec", DOCUMENTS, ids=NAMES)
def test_private_numbers_stand_on_working_sheets_only(spec: DocumentSpec, prints: Any) -> None:
    text = whole_text(prints(spec.name).path)
    if spec.is_public:
        assert _PRIVATE not in text
        assert "비밀" not in text
    elif spec.group == REPORT:
        assert _PRIVATE not in text
    else:
        assert "업무용 · 게시 금지" in text


def test_numbers_are_there_where_they_are_needed(prints: Any) -> None:
    for name in ("day-sheet", "call-sheet", "contact-list", "venue-sheet", "rain-sheet"):
        assert _PRIVATE in whole_text(prints(name).path), name


@pytest.mark.parametrize("title", AWKWARD, ids=range(len(AWKWARD)))
@pytest.mark.parametrize("name", ["day-sheet", "call-sheet", "door-sheet", "venue-sheet", "cue-sheet", "poster",
                                  "notice", "week-timetable", "festival-programme", "month-calendar", "leaflet",
                                  "flyer-4up"])  # fmt: skip
def test_text_comes_out_as_it_went_in_and_inside_the_page(name: str, title: str, tmp_path: Path) -> None:
    is_of_one = name in ("poster", "notice", "flyer-4up")
    scope = Scope(delivery=DeliveryId("o0")) if is_of_one else Scope(since=DAY, until=DAY)
    scope = Scope(artist=ArtistId("a7"), delivery=DeliveryId("o0")) if name == "call-sheet" else scope
    made_now = made(awkward(title), name, tmp_path, scope=scope)
    wanted = squeezed(unicodedata.normalize("NFC", title))
    found = squeezed(whole_text(made_now.path)).replace("￾", "")
    assert wanted in found or _in_pieces(wanted, found)
    assert outside_and_overlapping(made_now.path) == []


def _in_pieces(wanted: str, found: str) -> bool:
    """Whether all of a text is there, though columns beside it stand between its lines."""
    start = 0
    while start < len(wanted):
        end = len(wanted)
        while end > start and wanted[start:end] not in found:
            end = start + (end - start) * 2 // 3 if end - start > 4 else end - 1
        if end == start:
            return False
        start = end
    return True


@pytest.mark.parametrize("name", [*NEW, "booklet"])
def test_nothing_leaves_the_page_and_nothing_lies_on_something_else(name: str, prints: Any) -> None:
    assert outside_and_overlapping(prints(name).path) == []


@pytest.mark.parametrize("style", ["typographic", "festive"])
@pytest.mark.parametrize("name", ["booklet", "flyer", "poster", "leaflet"])
def test_long_names_of_hosts_and_long_notes_find_room(name: str, style: str, tmp_path: Path) -> None:
    long = "구미국가산업단지 문화예술 협력 추진 위원회와 함께하는 시민 모임 사무국"
    hosts = tuple(Credit(role, f"{long} {number}") for number, role in enumerate(("주최", "주관", "주관", "후원")))
    plan = gumi(credits=hosts, notice=f"{long} {long}", subtitle=long, enquiries=long)
    scope = Scope(programme=min(plan.programmes)) if name == "flyer" else Scope()
    made_now = made(plan, name, tmp_path, scope=scope, style=style)
    assert outside_and_overlapping(made_now.path) == []


def outside_and_overlapping(path: Path) -> list[str]:
    """By PDFium: letters that leave their page, and letters that lie on other letters."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    wrong: list[str] = []
    try:
        for number, page in enumerate(document, 1):
            width, height = page.get_size()
            text = page.get_textpage()
            boxes = [(*text.get_charbox(at), at) for at in range(text.count_chars())]
            inked = [box for box in boxes if box[2] - box[0] > 0.2 and box[3] - box[1] > 0.2]
            out = [box for box in inked if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height]
            wrong += [f"{number}: outside {text.get_text_range(box[4], 1)}" for box in out]
            wrong += [f"{number}: {text.get_text_range(one, 1)} on {text.get_text_range(other, 1)}"
                      for one, other in _collisions(inked)]  # fmt: skip
    finally:
        document.close()
    return wrong


def _collisions(boxes: list[tuple[float, float, float, float, int]]) -> list[tuple[int, int]]:
    """Pairs of letters of which one covers a good part of the other."""
    found = []
    cells: dict[tuple[int, int], list[tuple[float, float, float, float, int]]] = {}
    for box in boxes:
        left, bottom, right, top, at = box
        for x in range(int(left // 20), int(right // 20) + 1):
            for y in range(int(bottom // 20), int(top // 20) + 1):
                for other in cells.setdefault((x, y), []):
                    across = min(right, other[2]) - max(left, other[0])
                    along = min(top, other[3]) - max(bottom, other[1])
                    smaller = min((right - left) * (top - bottom), (other[2] - other[0]) * (other[3] - other[1]))
                    if across > 0 and along > 0 and across * along > 0.35 * smaller:
                        found.append((other[4], at))
                cells[(x, y)].append(box)
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_plan_is_refused_in_one_sentence_or_printed(name: str, tmp_path: Path) -> None:
    nothing = Plan.of([record for record in gumi().records() if type(record).__name__ in ("Season", "Complex")])
    try:
        printed = make_document(nothing, name, tmp_path / "x.pdf", Wording("ko"), DocumentOptions(MADE_AT))
    except RefusedInput as refusal:
        sentence = Wording("ko").text(refusal.message, **refusal.values)
        assert sentence.endswith(("다.", "요."))
        assert list(tmp_path.iterdir()) == []
    else:
        assert printed.pages > 0


def test_what_has_no_date_says_what_cannot_be_made(tmp_path: Path) -> None:
    nothing = Plan.of([record for record in gumi().records() if type(record).__name__ in ("Season", "Complex")])
    with pytest.raises(RefusedInput) as refusal:
        make_document(nothing, "poster", tmp_path / "x.pdf", Wording("ko"), DocumentOptions(MADE_AT))
    sentence = Wording("ko").text(refusal.value.message, **refusal.value.values)
    assert sentence == "공연 날짜가 없어 포스터를 만들 수 없습니다."


def test_a_size_it_has_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedInput):
        made(gumi(), "poster", tmp_path, size="A5")


@pytest.mark.parametrize(("name", "size", "millimetres"), [
    ("poster", "A2", (420, 594)), ("poster", "A3", (297, 420)), ("month-calendar", "A3", (420, 297)),
    ("leaflet", None, (297, 210)), ("booklet-imposed", None, (297, 210)),
])  # fmt: skip
def test_boxes_for_the_print_shop(name: str, size: Any, millimetres: tuple[int, int], tmp_path: Path) -> None:
    path = made(working(), name, tmp_path, size=size, bleed_mm=3.0, marks=True).path
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        trim, bleed = document[0].get_trimbox(), document[0].get_bleedbox()
    finally:
        document.close()
    sides = (trim[2] - trim[0], trim[3] - trim[1])
    assert sides == pytest.approx(tuple(side * MM for side in millimetres), abs=0.1)
    assert bleed[0] == pytest.approx(trim[0] - 3 * MM, abs=0.1)


def test_working_sheets_have_no_bleed(tmp_path: Path) -> None:
    path = made(working(), "day-sheet", tmp_path, bleed_mm=3.0, marks=True).path
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        assert document[0].get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.1)
    finally:
        document.close()


def test_the_imposed_booklet_folds_into_the_order_of_its_pages(tmp_path: Path) -> None:
    plain = page_texts(made(gumi(), "booklet", tmp_path, scope=Scope()).path)
    sheets = page_texts(made(gumi(), "booklet-imposed", tmp_path, scope=Scope()).path)
    assert len(sheets) * 2 == len(plain)
    last = len(plain) - 1
    for number, sheet in enumerate(sheets):
        both = (plain[last - number], plain[number])
        assert all(squeezed(line) in squeezed(sheet) for page in both for line in page.split("\n")[:3])


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("month-calendar", "call-sheet", "poster", "leaflet"):
        first = made(working(), name, tmp_path).path.read_bytes()
        assert made(working(), name, tmp_path).path.read_bytes() == first


def test_fixed_times_stay_and_later_ones_follow(prints: Any) -> None:
    text = " ".join(page_texts(prints("cue-sheet").path)[0].split())
    for said in ("16:00 ■", "17:30", "18:30 ■", "18:50", "19:00", "20:00"):
        assert said in text


def test_a_day_too_full_for_its_field_is_told_on_the_next_page(tmp_path: Path) -> None:
    many = awkward("아주 긴 제목을 가진 열린 음악회")
    one = many.deliveries[DeliveryId("o0")]
    more = [one._replace(id=DeliveryId(f"m{number}"), number=f"MM-{number}") for number in range(60)]
    printed = made(Plan.of([*many.records(), *more]), "month-calendar", tmp_path)
    assert printed.pages > 1
    assert printed.remarks
    assert squeezed(whole_text(printed.path)).count(squeezed("아주 긴 제목을 가진 열린 음악회")) >= 63


def test_the_catalogue_names_groups_and_sizes() -> None:
    calendar = document_named("month-calendar")
    assert calendar is not None
    assert calendar.sizes == ("A4", "A3")
