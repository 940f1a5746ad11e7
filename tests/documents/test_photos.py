"""Photos and logos on paper: the right part, upright, fine enough, credited; and never a reason for no print at all."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pytest
from PIL import Image

from director_app.documents import photos
from director_app.documents.making import DocumentOptions, Made, make_document
from director_app.documents.photos import Pictures, optical_height
from director_app.documents.rasters import (
    DAMAGED,
    NOT_A_PICTURE,
    TOO_LARGE,
    Logo,
    Raster,
    crop_box,
    cut_photo,
    load_picture,
    logo_of,
)
from director_app.domain.facts import Credit
from director_app.domain.ids import AttachmentId, OrganisationId, ProgrammeId
from director_app.domain.papers import Attachment
from director_app.domain.people import Organisation
from director_app.domain.plan import Plan
from director_app.domain.programme import Programme
from director_app.domain.refusals import RefusedInput
from director_app.domain.season import Season
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.drawn_pictures import attached, encoded, logo, quarters, turned_by_exif
from tests.documents.plans import gumi
from tests.documents.reading import page_texts, whole_text

LETSGO = ProgrammeId("letsgo")
Make = Callable[..., Made]


def shown(raster: Raster) -> Image.Image:
    return Image.open(io.BytesIO(raster.data)).convert("RGB")


def near(pixel: object, colour: tuple[int, int, int]) -> bool:
    found = cast("tuple[int, ...]", pixel)
    return all(abs(part - wanted) < 40 for part, wanted in zip(found, colour, strict=True))


def with_photo(attachment: Attachment, **facts: Any) -> Plan:
    """The small season whose concert has a photo."""
    records = []
    for record in gumi().records():
        if isinstance(record, Programme) and record.id == LETSGO:
            record = record._replace(photo=attachment.id, **facts)
        records.append(record)
    return Plan.of([*records, attachment])


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def make(name: str, plan: Plan, contents: Mapping[str, bytes], **options: Any) -> Made:
        scope = Scope(programme=LETSGO) if name == "flyer" else Scope()
        chosen = DocumentOptions(MADE_AT, scope, edition="2", **options)
        return make_document(plan, name, tmp_path / "p.pdf", Wording("ko"), chosen, contents=contents.get)

    return make


def pictures_on(path: Path, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of every picture of a page, pt."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        kind = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
        return [found.get_bounds() for found in document[page].get_objects(filter=[kind])]
    finally:
        document.close()


# -- reading ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        (encoded(quarters(300, 200)), "RGB"),
        (turned_by_exif(quarters(300, 200)), "RGB"),
        (encoded(quarters(300, 200).convert("CMYK")), "RGB"),
        (encoded(quarters(300, 200).convert("RGBA"), "PNG"), "RGBA"),
        (encoded(quarters(300, 200).convert("P"), "PNG"), "RGB"),
        (encoded(quarters(300, 200), "WEBP"), "RGB"),
        (encoded(quarters(300, 200).convert("L")), "L"),
        (encoded(Image.new("I;16", (300, 200), 40000), "PNG"), "L"),
    ],
    ids=["jpeg", "turned", "cmyk", "alpha", "palette", "webp", "grey", "grey16"],
)
def test_every_ordinary_picture_is_read_upright_and_in_few_colour_models(content: bytes, mode: str) -> None:
    loaded = load_picture(content)
    assert (loaded.width, loaded.height, loaded.image.mode) == (300, 200, mode)
    raster = cut_photo(loaded, 30, 20, (0.5, 0.5))
    assert (raster.width, raster.height, raster.is_grey) == (300, 200, mode == "L")
    if mode != "L":
        assert near(shown(raster).getpixel((20, 20)), (255, 0, 0)), "the upper left quarter is red"


def test_what_is_no_picture_or_broken_is_refused() -> None:
    whole = encoded(quarters(300, 200))
    for content, said in (
        (b"", NOT_A_PICTURE),
        (b"%PDF-1.7 ...", NOT_A_PICTURE),
        (b"<svg><image href='file:///etc/passwd'/></svg>", NOT_A_PICTURE),
        (whole[: len(whole) // 2], DAMAGED),
        (whole[:20], DAMAGED),
        (encoded(quarters(300, 200), "PNG")[:200], DAMAGED),
    ):
        with pytest.raises(RefusedInput) as refused:
            load_picture(content)
        assert refused.value.message == said


def test_a_picture_that_would_fill_all_memory_is_refused_by_its_head(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 50_000)
    with pytest.raises(RefusedInput) as refused:
        load_picture(encoded(Image.new("1", (300, 200)), "PNG"))
    assert (refused.value.message, refused.value.values) == (TOO_LARGE, {"width": 300, "height": 200})


# -- cutting ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("focus", "box"),
    [
        ((0.5, 0.5), (0, 50, 400, 250)),
        ((0.5, 0.0), (0, 0, 400, 200)),
        ((0.5, 1.0), (0, 100, 400, 300)),
        ((0.5, 0.4), (0, 20, 400, 220)),
    ],
)
def test_a_wide_box_shows_the_height_around_the_focus(focus: tuple[float, float], box: tuple[int, ...]) -> None:
    assert crop_box((400, 300), 100, 50, focus) == pytest.approx(box)


def test_what_is_finer_than_paper_shows_is_reduced_to_300_dpi() -> None:
    raster = cut_photo(load_picture(encoded(quarters(3000, 2000))), 50.8, 25.4, (0.0, 0.0))
    assert (raster.width, raster.height) == (600, 300)
    assert near(shown(raster).getpixel((10, 10)), (255, 0, 0))
    assert near(shown(raster).getpixel((590, 150)), (0, 255, 0))
    assert near(shown(raster).getpixel((10, 290)), (0, 0, 255)), "three quarters of the height are shown"


def test_what_can_be_seen_through_is_paper() -> None:
    raster = cut_photo(load_picture(encoded(Image.new("RGBA", (300, 200), (255, 0, 0, 0)), "PNG")), 30, 20, (0.5, 0.5))
    assert near(shown(raster).getpixel((5, 5)), (255, 255, 255))


# -- flyers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_a_flyer_shows_its_photo_from_edge_to_edge_into_the_bleed(make: Make, size: str) -> None:
    attachment, contents = attached(
        "photo", turned_by_exif(quarters(2800, 2000)), credit="홍길동", licence="공공누리 1"
    )
    made = make("flyer", with_photo(attachment), contents, size=size, bleed_mm=3.0)
    (box,) = pictures_on(made.path)
    document = pypdfium2.PdfDocument(made.path.read_bytes())
    width, height = document[0].get_size()
    document.close()
    assert made.remarks == ()
    assert box[0] == pytest.approx(0, abs=0.1)
    assert box[2:] == pytest.approx((width, height), abs=0.1)
    assert "사진: 홍길동 · 공공누리 1" in whole_text(made.path)


def test_a_coarse_photo_is_printed_and_reported(make: Make) -> None:
    attachment, contents = attached("photo", encoded(quarters(900, 600)))
    made = make("flyer", with_photo(attachment), contents)
    assert [(remark.message, remark.values["dpi"]) for remark in made.remarks] == [(photos.COARSE, 154)]
    assert len(pictures_on(made.path)) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (encoded(quarters(600, 400)), photos.TOO_COARSE),
        (encoded(quarters(2000, 1400))[:9000], photos.UNREADABLE),
        (b"no picture", photos.UNREADABLE),
        (b"", photos.MISSING),
    ],
    ids=["coarse", "cut off", "text", "gone"],
)
def test_without_a_usable_photo_the_flyer_is_the_one_it_always_was(
    make: Make, tmp_path: Path, content: bytes, said: str
) -> None:
    attachment, contents = attached("photo", content, credit="홍길동")
    made = make("flyer", with_photo(attachment), contents)
    assert [remark.message for remark in made.remarks] == [said]
    assert all(remark.place == "Let’s Go 산단 콘서트" for remark in made.remarks)
    plain = make_document(
        gumi(), "flyer", tmp_path / "plain.pdf", Wording("ko"),
        DocumentOptions(MADE_AT, Scope(programme=LETSGO), edition="2"),
    )  # fmt: skip
    assert made.path.read_bytes() == plain.path.read_bytes()


def test_without_a_reader_of_bytes_there_is_neither_photo_nor_remark(tmp_path: Path) -> None:
    attachment, _contents = attached("photo", b"any")
    options = DocumentOptions(MADE_AT, Scope(programme=LETSGO), edition="2")
    made = make_document(with_photo(attachment), "flyer", tmp_path / "f.pdf", Wording("ko"), options)
    assert made.remarks == ()


def test_the_drawn_pattern_stands_where_it_was_asked_for(make: Make) -> None:
    attachment, contents = attached("photo", encoded(quarters(2000, 1400)), credit="홍길동")
    made = make("flyer", with_photo(attachment), contents, style="festive")
    assert pictures_on(made.path) == []
    assert "홍길동" not in whole_text(made.path)


def test_an_introduction_becomes_two_lines_before_the_photo_gives_way(make: Make) -> None:
    attachment, contents = attached("photo", encoded(quarters(2000, 1400)))
    sentence = "구미의 공장 마당에서 열리는 무료 공연으로 10. 8. 저녁에 시작합니다."
    made = make(
        "flyer", with_photo(attachment, intro=f"{sentence} {'퇴근길에 누구나 들를 수 있습니다. ' * 12}"), contents
    )
    text = whole_text(made.path)
    assert [remark.message for remark in made.remarks] == [
        "The introduction did not fit; only its beginning was printed."
    ]
    assert sentence in text
    assert text.count("퇴근길에") <= 1
    assert len(pictures_on(made.path)) == 1


# -- booklet ------------------------------------------------------------------------------------------------


def test_a_featured_entry_has_its_photo_over_its_title(make: Make) -> None:
    attachment, contents = attached("photo", encoded(quarters(1600, 1000)), credit="홍길동")
    made = make("booklet", with_photo(attachment, is_featured=True), contents)
    pages = page_texts(made.path)
    boxes = {page: pictures_on(made.path, page) for page in range(made.pages)}
    (page,) = [page for page, found in boxes.items() if found]
    ((left, bottom, right, top),) = boxes[page]
    assert "Let’s Go 산단 콘서트" in pages[page]
    assert (right - left, top - bottom) == pytest.approx((94 * 72 / 25.4, 53 * 72 / 25.4), abs=0.1)
    assert bottom > 16 * 72 / 25.4
    assert made.remarks == ()
    assert any("Let’s Go 산단 콘서트 · 사진: 홍길동" in " ".join(text.split()) for text in pages)


def test_any_other_entry_has_its_photo_small_beside_it(make: Make) -> None:
    attachment, contents = attached("photo", encoded(quarters(1600, 1000)), credit="홍길동")
    made = make("booklet", with_photo(attachment), contents)
    ((left, bottom, right, top),) = [box for page in range(made.pages) for box in pictures_on(made.path, page)]
    assert (right - left, top - bottom) == pytest.approx((24 * 72 / 25.4, 24 * 72 / 25.4), abs=0.1)
    assert "Let’s Go 산단 콘서트 · 사진: 홍길동" in whole_text(made.path)


def test_a_photo_too_coarse_for_the_width_stands_small(make: Make) -> None:
    attachment, contents = attached("photo", encoded(quarters(300, 240)))
    made = make("booklet", with_photo(attachment, is_featured=True), contents)
    ((left, _bottom, right, _top),) = [box for page in range(made.pages) for box in pictures_on(made.path, page)]
    assert right - left == pytest.approx(24 * 72 / 25.4, abs=0.1)
    assert [remark.message for remark in made.remarks] == [photos.STANDS_SMALL]


def test_a_booklet_tells_where_a_photo_is_missing(make: Make) -> None:
    attachment, _contents = attached("photo", b"gone", credit="홍길동")
    made = make("booklet", with_photo(attachment, is_featured=True), {})
    (remark,) = made.remarks
    assert (remark.message, remark.place) == (photos.MISSING, "GM-007 Let’s Go 산단 콘서트")
    assert remark.page is not None
    assert "Let’s Go" in page_texts(made.path)[remark.page - 1]
    assert "홍길동" not in whole_text(made.path)


def test_one_photo_of_a_programme_with_many_rounds_and_one_copy_in_the_file(make: Make) -> None:
    attachment, contents = attached("photo", encoded(quarters(1600, 1000)))
    records = [
        record._replace(photo=attachment.id, is_featured=True) if isinstance(record, Programme) else record
        for record in gumi().records()
    ]
    made = make("booklet", Plan.of([*records, attachment]), contents)
    assert made.path.read_bytes().count(b"/DCTDecode") == 1
    shown_on = [page for page in range(made.pages) for _box in pictures_on(made.path, page)]
    assert len(shown_on) == len({one.programme for one in gumi().deliveries.values()}) - 2, "all but two exhibitions"


def test_a_booklet_tells_of_a_title_it_had_to_set_small(make: Make) -> None:
    plan = Plan.of([*gumi(title="아주긴제목" * 40, title_en="").records()])
    made = make("booklet", plan, {})
    assert [remark.message for remark in made.remarks] == ["The title “{title}” is long; it was set small."]


def test_two_runs_are_the_same_bytes(make: Make) -> None:
    attachment, contents = attached("photo", encoded(quarters(1600, 1000)))
    plan = with_photo(attachment, is_featured=True)
    for name in ("booklet", "flyer"):
        first = make(name, plan, contents).path.read_bytes()
        assert make(name, plan, contents).path.read_bytes() == first


# -- logos --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aspect", "ink_share", "height"), [(4.4, 0.81, 6.7), (1.0, 0.58, 10.7), (0.7, 0.6, 11.7), (20, 1.0, 6.3)]
)
def test_wide_and_dark_logos_stand_lower(aspect: float, ink_share: float, height: float) -> None:
    raster = Raster("", 1, 1, False, "FlateDecode", b"")
    assert optical_height(Logo(raster, aspect, ink_share), 9) == pytest.approx(height, abs=0.1)


def test_a_logo_is_measured_without_the_paper_around_it() -> None:
    found = logo_of(load_picture(logo(400, 200)), 9)
    assert found is not None
    assert (found.aspect, found.ink_share) == (2.0, 1.0)
    assert found.raster.mask is None, "nothing can be seen through any more"
    assert logo_of(load_picture(encoded(Image.new("RGB", (50, 50), "white"))), 9) is None


def with_logos(content: bytes) -> tuple[Plan, dict[str, bytes]]:
    attachment, contents = attached("logo", content)
    season = gumi().season
    bodies = (Credit("주최", "문화체육관광부", OrganisationId("ministry")), Credit("주관", "구미시"))
    changed: Season = season._replace(credits=bodies)
    complex_ = gumi().complex
    assert complex_ is not None
    own = complex_._replace(logo=AttachmentId("logo"))
    ministry = Organisation(OrganisationId("ministry"), "문화체육관광부", logo=AttachmentId("logo"))
    return Plan.of([*gumi().records(), changed, own, ministry, attachment]), contents


def test_logos_stand_in_the_credit_line_and_names_where_there_is_none(make: Make) -> None:
    plan, contents = with_logos(logo())
    made = make("flyer", plan, contents, size="A4")
    (box,) = pictures_on(made.path)
    text = whole_text(made.path)
    assert (box[3] - box[1]) / 72 * 25.4 == pytest.approx(9 * (1.8 / 2) ** 0.28 * 0.6**0.15, abs=0.1)
    assert "구미시" in text
    assert "문화체육관광부" not in text
    assert made.remarks == ()


def test_the_complex_shows_its_logo_on_both_covers(make: Make) -> None:
    plan, contents = with_logos(logo())
    made = make("booklet", plan, contents)
    assert [len(pictures_on(made.path, page)) for page in (0, made.pages - 1)] == [1, 1]


def test_a_logo_that_cannot_be_read_leaves_the_name(make: Make) -> None:
    plan, contents = with_logos(b"no picture")
    made = make("flyer", plan, contents)
    assert [(remark.message, remark.place) for remark in made.remarks] == [(photos.LOGO_UNREADABLE, "문화체육관광부")]
    assert "문화체육관광부" in whole_text(made.path)


# -- what a maker without the plan's file is given ----------------------------------------------------------


def test_a_maker_is_given_all_that_it_asks_for(tmp_path: Path) -> None:
    attachment, photo = attached("photo", encoded(quarters(1600, 1000)))
    plan, logos = with_logos(logo())
    records = [
        record._replace(photo=attachment.id, is_featured=True) if isinstance(record, Programme) else record
        for record in plan.records()
    ]
    plan = Plan.of([*records, attachment])
    for name, scope in (("booklet", Scope()), ("flyer", Scope(programme=LETSGO))):
        asked: dict[str, None] = {}

        def content(digest: str, asked: dict[str, None] = asked) -> bytes | None:
            asked[digest] = None
            return (photo | logos).get(digest)

        options = DocumentOptions(MADE_AT, scope)
        make_document(plan, name, tmp_path / "p.pdf", Wording("ko"), options, contents=content)
        assert set(asked) == set(photo | logos)


def test_without_a_photo_nothing_is_asked_for() -> None:
    assert Pictures(dict[str, bytes]().get).judge(None, 10, 10) == photos.Judged(is_usable=False)
