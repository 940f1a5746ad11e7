"""Flyers: the facts in their order, fitted to the sheet, with the code that leads to the latest dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from director_app.documents import pictures
from director_app.documents.making import DocumentOptions, Made, make_document
from director_app.documents.phrases import (
    NEEDS_READER,
    NO_ROOM,
    NO_TITLE,
    all_phrases,
    date_said,
    phrases_of,
)
from director_app.documents.typography import Style, Typesetter
from director_app.domain.facts import Act, LocalText
from director_app.domain.ids import ArtistId, DeliveryId, ProgrammeId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.refusals import RefusedInput
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.plans import ARTISTS, gumi, minute
from tests.documents.reading import fonts_not_embedded, page_texts, squeezed, whole_text

LETSGO = Scope(programme=ProgrammeId("letsgo"))
Maker = Callable[..., Made]


def with_programme(programme: Programme, *deliveries: Delivery) -> Plan:
    return Plan.of([*gumi().records(), programme, *deliveries])


def many_rounds(count: int) -> Plan:
    programme = Programme(ProgrammeId("many"), "여러 번 열리는 음악회", is_free=True)
    return with_programme(
        programme,
        *(
            Delivery(DeliveryId(f"m{index}"), f"GM-{500 + index}", programme.id, status=Status.CONFIRMED,
                     date=date(2025, 9, 1) + timedelta(days=index), start=minute("12:10"), end=minute("12:50"))
            for index in range(count)
        ),
    )  # fmt: skip


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_one_date_says_everything_in_its_order(flyer: Maker, size: str) -> None:
    made = flyer(gumi(), LETSGO, size=size)
    text = squeezed(whole_text(made.path))
    told = "구석구석문화배달 Let’sGo 산단콘서트 무료 10.8. (수) 18:30 ㈜방림구미공장 ※ 출연 자이언티 문의 054-000-0000"
    order = told.split()
    places = [text.index(part) for part in order]
    assert sorted(places[4:8]) == places[4:8]
    assert all(place >= 0 for place in places)
    assert (made.pages, made.remarks) == (1, ())
    assert fonts_not_embedded(made.path) == []


def test_it_carries_credits_edition_and_that_dates_may_change(flyer: Maker) -> None:
    text = whole_text(flyer(gumi(), LETSGO).path)
    for said in (
        "주최",
        "문화체육관광부",
        "주관",
        "구미문화재단",
        "협력",
        "일정은 사정에 따라 바뀔 수 있습니다 · 2판 · 2025. 9. 19. 기준",
    ):
        assert said in text


def test_rounds_are_a_timetable(flyer: Maker) -> None:
    text = whole_text(flyer(gumi(), Scope(programme=ProgrammeId("street")), size="A4").path)
    for said in (
        "진평음식문화거리",
        "금오산 배꼽마당 야외공연장",
        "고막홀릭",
        "송미해 밴드",
        "19:00~20:30",
        "취소",
        "세 번",
    ):
        assert said in text


@pytest.mark.parametrize(("count", "pages"), [(2, 1), (8, 1), (16, 1), (17, 2), (60, None)])
def test_every_round_is_printed_whatever_their_number(flyer: Maker, count: int, pages: int | None) -> None:
    made = flyer(many_rounds(count), Scope(programme=ProgrammeId("many")))
    text = squeezed(whole_text(made.path))
    first = date(2025, 9, 1)
    for index in range(count):
        day = first + timedelta(days=index)
        assert f"{day.month}.{day.day}.(" in text
    assert pages is None or made.pages == pages
    assert made.remarks == ()


def test_undecided_facts_are_announced_later(flyer: Maker) -> None:
    text = whole_text(flyer(gumi(), Scope(programme=ProgrammeId("visit"))).path)
    assert "시각 추후 안내" in text
    text = whole_text(flyer(gumi(), Scope(programme=ProgrammeId("weeknic3"))).path)
    assert "2025년 11월, 날짜 추후 안내" in text


def test_one_delivery_can_be_chosen(flyer: Maker) -> None:
    text = whole_text(flyer(gumi(), Scope(delivery=DeliveryId("d14"))).path)
    assert "롱아일랜드재즈밴드" in text
    assert "고막홀릭" not in text


def test_ideas_get_no_flyer(flyer: Maker) -> None:
    with pytest.raises(RefusedInput):
        flyer(gumi(), Scope(delivery=DeliveryId("d20")))
    with pytest.raises(RefusedInput):
        flyer(gumi(), Scope())


def test_a_long_title_is_reported_and_whole(flyer: Maker) -> None:
    title = "산업단지 근로자와 가족, 이웃 주민이 모두 함께 만드는 가을밤의 열린 음악회와 우리 동네의 오래된 노래 " * 2
    plan = with_programme(
        Programme(
            ProgrammeId("long"), title, intro="소개 글. " * 60, lineup=tuple(Act(ArtistId(one)) for one in ARTISTS)
        ),
        Delivery(DeliveryId("l1"), "GM-700", ProgrammeId("long"), date=date(2025, 10, 11), status=Status.CONFIRMED),
    )  # fmt: skip
    made = flyer(plan, Scope(programme=ProgrammeId("long")))
    assert squeezed(title) in squeezed(whole_text(made.path))
    assert any("title" in remark.values for remark in made.remarks)
    assert all(remark.place == title for remark in made.remarks)


def test_languages_stand_above_the_credits(flyer: Maker) -> None:
    text = whole_text(flyer(gumi(), LETSGO, size="A4", languages=True).path)
    for said in ("한국어", "English", "Wed 8 Oct 18:30", "Tiếng Việt", "Buổi hòa nhạc"):
        assert said in text


def test_a_line_of_our_phrases_says_day_and_price_and_asks_for_a_reader(flyer: Maker) -> None:
    made = flyer(gumi(), LETSGO, size="A4", languages=True)
    text = whole_text(made.path)
    assert "Thứ Tư 8/10" in text
    assert "miễn phí" in text
    assert [one.values["language"] for one in made.remarks if one.message == NEEDS_READER] == ["Tiếng Việt"]


@pytest.mark.parametrize("language", all_phrases())
def test_a_language_says_rightly_whether_our_fonts_draw_it(language: str) -> None:
    setter, phrases = Typesetter(), all_phrases()[language]
    days = [date_said(phrases, date(2025, 12, day)) for day in range(1, 8)]
    setter.line(" ".join((*days, phrases.name, phrases.free, phrases.register)), Style(10))
    assert len(set(days)) == 7
    assert phrases.is_drawn == (not setter.missing)


def test_a_language_is_known_by_its_tag() -> None:
    assert phrases_of("tl") is phrases_of("fil-PH")
    assert phrases_of("uz-Cyrl") is None
    assert phrases_of("kk") is None


def test_languages_without_a_line_are_told(flyer: Maker) -> None:
    texts = (LocalText("vi", "Tên"), LocalText("th", "คอนเสิร์ต"), LocalText("ru", intro="Концерт"),
             LocalText("id", "Konser"), LocalText("zh", "音乐会"), LocalText("km", "ការប្រគុំតន្ត្រី"))  # fmt: skip
    programme = Programme(ProgrammeId("many-tongues"), "음악회", texts=texts, booking="사전신청")
    day = Delivery(DeliveryId("v1"), "GM-800", programme.id, date=date(2025, 10, 12), status=Status.CONFIRMED)
    made = flyer(with_programme(programme, day), Scope(programme=programme.id), size="A4", languages=True)
    told = {str(one.values["language"]): one.message for one in made.remarks if "language" in one.values}
    assert told == {
        "Tiếng Việt": NEEDS_READER, "Bahasa Indonesia": NEEDS_READER, "ไทย": NEEDS_READER, "Русский": NO_TITLE,
        "中文": NEEDS_READER, "ខ្មែរ": NEEDS_READER,
    }  # fmt: skip
    text = whole_text(made.path)
    for said in ("cần đăng ký trước", "คอนเสิร์ต", "音乐会", "ការប្រគុំតន្ត្រី", "음악회 (Eumakhoe)"):
        assert said in text
    assert made.pages == 2
    notice = make_document(with_programme(programme, day), "notice", made.path, Wording("ko"),
                           DocumentOptions(MADE_AT, Scope(delivery=day.id), languages=True))  # fmt: skip
    assert [one.values["language"] for one in notice.remarks if one.message == NO_ROOM] == ["中文", "ខ្មែរ"]


def test_an_english_flyer(flyer: Maker) -> None:
    text = whole_text(flyer(gumi(), LETSGO, language="en").path)
    for said in ("Let’s Go Sandan", "8 Oct", "(Wed)", "Free", "Artists", "Enquiries", "Presented by"):
        assert said in text


def test_a_missing_desk_is_remarked(flyer: Maker) -> None:
    made = flyer(gumi(enquiries="", enquiries_phone=""), LETSGO)
    assert [remark.subject for remark in made.remarks] != []


def test_bleed_and_marks_leave_the_trim_where_it_is(tmp_path: Path) -> None:
    options = DocumentOptions(MADE_AT, LETSGO, bleed_mm=3, marks=True)
    made = make_document(gumi(), "flyer", tmp_path / "print.pdf", Wording("ko"), options)
    document = pypdfium2.PdfDocument(made.path.read_bytes())
    page = document[0]
    trim, bleed, media = page.get_trimbox(), page.get_bleedbox(), page.get_mediabox()
    document.close()
    assert [round((trim[2] - trim[0]) / 72 * 25.4), round((trim[3] - trim[1]) / 72 * 25.4)] == [148, 210]
    assert round((trim[0] - bleed[0]) / 72 * 25.4, 1) == 3.0
    assert media[2] > bleed[2] > trim[2]


@pytest.mark.parametrize("bleed", [-1, 6])
def test_an_impossible_bleed_is_refused(tmp_path: Path, bleed: float) -> None:
    with pytest.raises(RefusedInput):
        make_document(
            gumi(), "flyer", tmp_path / "x.pdf", Wording("ko"), DocumentOptions(MADE_AT, LETSGO, bleed_mm=bleed)
        )


def test_the_code_on_the_page_is_the_public_address(flyer: Maker) -> None:
    """Every module is looked at where it stands on the page."""
    made = flyer(gumi(), LETSGO, size="A4")
    document = pypdfium2.PdfDocument(made.path.read_bytes())
    picture = document[0].render(scale=4).to_pil().convert("L")
    label = next(line for line in page_texts(made.path) if "gumi.example" in line)
    document.close()
    assert "gumi.example/gif" in label
    modules = pictures.qr_modules("https://gumi.example/gif")
    side = 26.2 / 25.4 * 72 * 4
    right = picture.width - 14 / 25.4 * 72 * 4
    column = [
        y for y in range(picture.height) if picture.getpixel((int(right - side + side / len(modules) / 2), y)) < 60
    ]
    top = next(y for y in column if all(y + step in column for step in range(int(side / len(modules) * 6))))
    module = side / len(modules)
    for row, bits in enumerate(modules):
        for place, bit in enumerate(bits):
            found = picture.getpixel((int(right - side + (place + 0.5) * module), int(top + (row + 0.5) * module)))
            assert (found < 128) == bool(bit)


def test_the_pattern_belongs_to_its_programme() -> None:
    field = pictures.Field(0, 0, 400, 200)
    from director_app.documents.colours import BLACK, WHITE

    one = pictures.tiles(field, 5, "one", WHITE, BLACK)
    assert one == pictures.tiles(field, 5, "one", WHITE, BLACK)
    assert one != pictures.tiles(field, 5, "two", WHITE, BLACK)


def test_words_in_another_language_do_not_replace_the_title(flyer: Maker) -> None:
    programme = Programme(ProgrammeId("vi"), "우리말 제목", texts=(LocalText("vi", "Tên khác"),))
    delivery = Delivery(DeliveryId("v1"), "GM-800", programme.id, date=date(2025, 10, 12), status=Status.CONFIRMED)
    assert "우리말 제목" in whole_text(flyer(with_programme(programme, delivery), Scope(programme=programme.id)).path)


_TITLES = {
    "vi": "Buổi hòa nhạc giờ trưa", "id": "Konser siang", "fil": "Konsiyerto sa tanghali", "uz": "Tushki konsert",
    "mn": "Үдийн тоглолт", "ru": "Дневной концерт", "zh": "午间音乐会", "th": "คอนเสิร์ตกลางวัน",
    "km": "ការប្រគុំតន្ត្រីពេលថ្ងៃ", "ne": "दिउँसोको सङ्गीत कार्यक्रम", "my": "နေ့လယ်ဂီတပွဲ", "si": "දහවල් ප්‍රසංගය",
}  # fmt: skip


@pytest.mark.parametrize("document", ["flyer", "notice"])
@pytest.mark.parametrize("language", all_phrases())
def test_every_language_of_the_workers_reaches_paper_whole(language: str, document: str, tmp_path: Path) -> None:
    phrases, title = all_phrases()[language], _TITLES[language]
    programme = Programme(
        ProgrammeId("noon"), "음악회", texts=(LocalText(language, title),), is_free=True, booking="예약"
    )
    day = Delivery(DeliveryId("n1"), "GM-801", programme.id, date=date(2025, 10, 15), status=Status.CONFIRMED)
    options = DocumentOptions(MADE_AT, Scope(delivery=day.id), languages=True)
    made = make_document(with_programme(programme, day), document, tmp_path / "x.pdf", Wording("ko"), options)
    read = squeezed(whole_text(made.path))
    for said in (phrases.name, title, date_said(phrases, date(2025, 10, 15)), phrases.free, phrases.register):
        assert squeezed(said).replace("\u200b", "") in read
    assert fonts_not_embedded(made.path) == []
