"""The season booklet: what it says, where it says it, and what it keeps to itself."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from director_app.documents.booklet import booklet_content
from director_app.documents.booklet_back import index_letter, page_list, sort_key
from director_app.documents.content import Mood
from director_app.documents.facts import NOT_TRANSLATED, Facts
from director_app.documents.making import DocumentOptions, Made, make_document
from director_app.domain.facts import Act
from director_app.domain.ids import AreaId, ArtistId
from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.domain.timeline import WallMinute
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.plans import ARTISTS, gumi
from tests.documents.reading import fonts_not_embedded, outline, page_texts, squeezed, whole_text

GOLDEN = Path(__file__).parent / "golden" / "booklet.txt"


def made(plan: Plan, folder: Path, language: str = "ko", **options: object) -> Made:
    chosen = DocumentOptions(MADE_AT, **options)  # type: ignore[arg-type]
    return make_document(plan, "booklet", folder / "booklet.pdf", Wording(language), chosen)


def test_it_says_what_it_always_said(booklet: Made) -> None:
    """The golden text; write it anew by hand when the change is meant: see `golden_text`."""
    assert golden_text(booklet.path) == GOLDEN.read_text(encoding="utf-8")


def golden_text(path: Path) -> str:
    pages = page_texts(path)
    return "".join(f"--- {number}\n{text.strip()}\n" for number, text in enumerate(pages, 1))


def test_pages_fold_into_sheets_of_four(booklet: Made) -> None:
    assert booklet.pages % 4 == 0
    assert booklet.pages == len(page_texts(booklet.path))


def test_every_font_is_in_the_file(booklet: Made) -> None:
    assert fonts_not_embedded(booklet.path) == []


def test_contents_name_the_pages_things_stand_on(booklet: Made) -> None:
    pages = page_texts(booklet.path)
    contents = next(text for text in pages if text.startswith("차례"))
    for title in ("아트 위크닉 시리즈 1", "가족이 온(溫)다", "2025 GIF 구미산단 페스티벌", "찾아가는 문화산단 음악회"):
        number = int(re.search(rf"{re.escape(title)}\s*(\d+)", contents)[1])  # type: ignore[index]
        assert title in pages[number - 1]
        assert not any(title in text for text in pages[3 : number - 1])
    last = int(re.search(r"함께 만든 곳\s*(\d+)", contents)[1])  # type: ignore[index]
    assert pages[last - 1].startswith("함께 만든 곳")


def test_the_index_names_the_pages_artists_stand_on(booklet: Made) -> None:
    pages = page_texts(booklet.path)
    index = next(text for text in pages if text.startswith("출연"))
    for artist in ARTISTS:
        if artist == "긱블":  # named by no delivery
            continue
        listed = re.search(rf"{re.escape(artist)}[ .]*([\d, –]+)", index)
        assert listed, artist
        for number in re.findall(r"\d+", listed[1]):
            assert artist in pages[int(number) - 1]


def test_bookmarks_lead_to_the_months(booklet: Made) -> None:
    pages = page_texts(booklet.path)
    found = outline(booklet.path)
    assert [title for level, title, _page in found if level == 0][:3] == ["이용 안내", "차례", "7월"]
    october = next(page for _level, title, page in found if title == "10월")
    assert "10\n월" in pages[october - 1] or "10월" in squeezed(pages[october - 1])
    day = next(page for _level, title, page in found if title == "10. 17.(금)")
    assert "10. 17." in pages[day - 1]


def test_every_page_says_its_edition_or_number(booklet: Made) -> None:
    for number, text in enumerate(page_texts(booklet.path)[1:-1], 2):
        assert str(number) in text.split()
        assert (
            ("2판 · 2025. 9. 19. 기준" in text) if number % 2 == 0 else ("구석구석 문화배달 · 구미국가산업단지" in text)
        )


def test_a_draft_says_so(tmp_path: Path) -> None:
    text = whole_text(made(gumi(), tmp_path).path)
    assert "시안 2025. 9. 19. 14:02" in text
    assert "판 · 2025" not in text


def test_the_notice_stands_on_every_page(tmp_path: Path) -> None:
    notice = "예시용으로 지어낸 이름입니다"
    result = made(gumi(notice=notice), tmp_path)
    assert all(squeezed(notice) in squeezed(text) for text in page_texts(result.path))
    korean = made(gumi(notice=notice), tmp_path, language="en")  # better in Korean than not at all
    assert all(squeezed(notice) in squeezed(text) for text in page_texts(korean.path))
    told = [remark for remark in korean.remarks if remark.message == NOT_TRANSLATED and notice in str(remark.values)]
    assert [remark.subject.kind for remark in told if remark.subject] == ["seasons"]
    english = made(gumi(notice=notice, notice_en="Names are invented."), tmp_path, language="en")
    assert all("Names are invented." in " ".join(text.split()) for text in page_texts(english.path))


def test_ideas_and_private_contacts_never_reach_paper(booklet: Made) -> None:
    text = whole_text(booklet.path)
    assert "비밀" not in text
    assert "1234" not in text
    assert "secret" not in text
    assert "11. 5." not in text  # the only idea of the season


def test_undecided_facts_are_announced_later(booklet: Made) -> None:
    text = whole_text(booklet.path)
    assert "시각 추후 안내" in text
    assert "00:00" not in text
    assert "날짜 추후 안내" in text


def test_cancelled_postponed_and_unsettled_dates_are_marked() -> None:
    content = booklet_content(Facts(gumi(), Wording("ko")), DocumentOptions(MADE_AT))
    entries = {entry.number: entry for month in content.months for day in month.days for entry in day.entries}
    assert (entries["GM-006"].mood, entries["GM-006"].mark) == (Mood.CANCELLED, "취소")
    assert (entries["GM-015"].mark, entries["GM-015"].moved) == ("순연", "→ 10. 31.(금)")
    assert entries["GM-003"].mark == "협의 중"
    assert entries["GM-005"].mark == ""


def test_rain_lines_say_what_happens() -> None:
    content = booklet_content(Facts(gumi(), Wording("ko")), DocumentOptions(MADE_AT))
    entries = {entry.number: entry for month in content.months for day in month.days for entry in day.entries}
    assert entries["GM-001"].fallback == "※ 폭염·우천 시 에코홀"
    assert entries["GM-005"].fallback == "※ 우천 시 운영 방법은 추후 안내"
    assert entries["GM-002"].fallback == ""  # indoors


def test_exhibitions_stand_in_the_box_of_their_month(booklet: Made) -> None:
    text = whole_text(booklet.path)
    assert "이달의 전시" in text
    assert "업사이클링 아트워크" in text
    assert "10:00~22:00" in text
    assert "10. 8.(수)~9.(목)" in text


def test_culture_days_and_holidays_are_marked(booklet: Made) -> None:
    text = whole_text(booklet.path)
    assert "문화가 있는 날" in text
    assert "추석 연휴 대체공휴일" in text


def test_an_english_edition(tmp_path: Path) -> None:
    text = whole_text(made(gumi(), tmp_path, "en", edition="2").path)
    for said in ("Contents", "October", "Fri", "3 Oct", "Let’s Go Sandan concert", "to be announced", "Presented by",
                 "Edition 2 · as of 19 Sep 2025", "Culture Delivery to Every Corner"):  # fmt: skip
        assert squeezed(said) in squeezed(text)


def test_a_part_of_the_season(tmp_path: Path) -> None:
    scope = Scope(since=date(2025, 10, 1), until=date(2025, 10, 16))
    text = whole_text(made(gumi(), tmp_path, scope=scope).path)
    assert "구미 거리공연" in text
    assert "아트 위크닉 시리즈 2" not in text
    area = whole_text(made(gumi(), tmp_path, scope=Scope(area=AreaId("옥계동"))).path)
    assert "아트 위크닉 시리즈 2" in area
    assert "구미 거리공연" not in area


def test_an_artist_of_the_season(tmp_path: Path) -> None:
    text = whole_text(made(gumi(), tmp_path, scope=Scope(artist=ArtistId("소향"))).path)
    assert "Let’s Go 산단 콘서트" in text
    assert "구미 거리공연" not in text


def test_an_empty_plan_still_folds(tmp_path: Path) -> None:
    assert made(Plan(), tmp_path).pages % 4 == 0


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    first = made(gumi(), tmp_path).path.read_bytes()
    assert made(gumi(), tmp_path).path.read_bytes() == first


def test_the_time_of_making_is_in_the_file(booklet: Made) -> None:
    assert b"D:20250919140200" in booklet.path.read_bytes()


def test_a_line_up_of_hundreds_goes_on_over_the_page(tmp_path: Path) -> None:
    plan = gumi()
    delivery = plan.deliveries["d7"]  # type: ignore[index]
    crowd = delivery._replace(lineup=tuple(Act(ArtistId(name)) for name in ARTISTS * 14))
    crowded = Plan.of([record for record in plan.records() if record.id != "d7"] + [crowd])
    result = made(crowded, tmp_path)
    assert "(계속)" in whole_text(result.path)
    assert squeezed(whole_text(result.path)).count("롱아일랜드재즈밴드") >= 14


@pytest.mark.parametrize(
    ("pages", "said"),
    [([4], "4"), ([4, 5], "4, 5"), ([4, 5, 6, 7, 8, 12], "4–8, 12"), (list(range(1, 40, 3)), None)],
)
def test_page_lists(pages: list[int], said: str | None) -> None:
    assert page_list(pages) == (said or ", ".join(str(number) for number in pages))


def test_names_sort_as_in_a_korean_dictionary() -> None:
    names = ["DJ KOO", "㈜방림", "뿌레카", "불고기디스코", "(사)가온", "3호선 버터플라이", "‘봄’ 앙상블"]
    assert sorted(names, key=sort_key) == [
        "(사)가온",
        "㈜방림",
        "‘봄’ 앙상블",
        "불고기디스코",
        "뿌레카",
        "DJ KOO",
        "3호선 버터플라이",
    ]
    assert [index_letter(name, "A–Z") for name in ("뿌레카", "DJ KOO", "3호선")] == ["ㅂ", "A–Z", "0–9"]


def test_an_hour_after_midnight_says_next_day() -> None:
    plan = gumi()
    late = plan.deliveries["d5"]._replace(start=WallMinute(1500), end=WallMinute(1560))  # type: ignore[index]
    changed = Plan.of([record for record in plan.records() if record.id != "d5"] + [late])
    content = booklet_content(Facts(changed, Wording("ko")), DocumentOptions(datetime(2025, 9, 19)))
    entry = next(one for month in content.months for day in month.days for one in day.entries if one.key == "d5")
    assert (entry.when.start, entry.when.unknown) == ("01:00", ("다음날",))


def test_titles_longer_than_pages_come_to_an_end(tmp_path: Path) -> None:
    """A title that fills pages by itself, and one word of thousands of letters, are set whole and once."""
    plan = gumi()
    first, second = sorted(plan.programmes)[:2]
    long = {first: "나 " * 8000, second: "가" * 4000}
    programmes = [one._replace(title=long.get(one.id, one.title)) for one in plan.programmes.values()]
    others = [one for one in plan.records() if one.id not in plan.programmes]
    printed = made(Plan.of([*others, *programmes], plan.highest_number), tmp_path)
    assert whole_text(printed.path).count("나") >= 8000


def test_a_quick_look_is_the_beginning_of_the_whole(booklet: Made, tmp_path: Path) -> None:
    options = DocumentOptions(MADE_AT, edition="2", first=3)
    quick = make_document(gumi(), "booklet", tmp_path / "quick.pdf", Wording("ko"), options)
    told = [one for one in gumi().deliveries.values() if one.status is not Status.IDEA]
    assert quick.left_out == len(told) - 3
    assert booklet.left_out == 0
    assert page_texts(quick.path)[0] == page_texts(booklet.path)[0], "the cover says the whole period"
    assert quick.pages < booklet.pages
