"""A file becomes a record's photo or logo: upright, bare, no larger than needed; one step, or a sentence why not."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageOps, PngImagePlugin

from director_app.documents import rasters
from director_app.documents.options import DocumentOptions
from director_app.domain.ids import OrganisationId, ProgrammeId
from director_app.domain.people import Organisation
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Programme
from director_app.domain.refusals import CannotUseFile, Refusal, RefusedEdit, RefusedInput
from director_app.domain.season import Season
from director_app.operations import attaching, publishing
from director_app.operations.attaching import attach_photo, detach
from director_app.operations.open_plan import OpenPlan
from director_app.operations.sentences import refusal_sentence, step_sentence
from director_app.planner.scope import Scope
from director_app.wording import LANGUAGES, Wording
from tests.documents.conftest import MADE_AT
from tests.documents.drawn_pictures import encoded, logo, quarters, turned_by_exif
from tests.documents.plans import gumi

ONE = ProgrammeId("one")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenPlan]:
    records = [
        Season(SEASON, title="봄"), Programme(ONE, "마당 음악회", photo_focus=(0.2, 0.3)),
        Organisation(OrganisationId("city"), "구미시"),
    ]  # fmt: skip
    plan = OpenPlan.create_with(tmp_path / "봄.cdplan", Plan.of(records))
    yield plan
    plan.close()


def saved(folder: Path, content: bytes, name: str = "사진 1.jpg") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_picture_is_kept_upright_and_the_record_names_it_in_one_step(opened: OpenPlan, tmp_path: Path) -> None:
    content = turned_by_exif(quarters(300, 200))
    outcome = attach_photo(opened, "programmes", ONE, "photo", saved(tmp_path, content))
    programme = outcome.plan.programmes[ONE]
    assert programme.photo is not None
    attachment = outcome.plan.attachments[programme.photo]
    kept = opened.content(attachment.digest)
    assert kept is not None
    assert (attachment.name, attachment.media_type, attachment.size) == ("사진 1.jpg", "image/jpeg", len(kept))
    assert attachment.digest == hashlib.sha256(kept).hexdigest()
    with Image.open(io.BytesIO(content)) as before, Image.open(io.BytesIO(kept)) as after:
        assert before.getexif()
        assert not after.getexif()
        assert after.size == ImageOps.exif_transpose(before).size
    assert programme.photo_focus == (), "the point belonged to another photo"
    assert outcome.step is not None
    assert step_sentence(Wording("ko"), outcome.step) == "사진 ‘사진 1.jpg’"
    opened.undo()
    assert opened.plan.programmes[ONE] == Programme(ONE, "마당 음악회", photo_focus=(0.2, 0.3))
    assert not opened.plan.attachments
    opened.redo()
    assert opened.plan.programmes[ONE].photo == attachment.id


def _with_words(size: tuple[int, int], form: str) -> bytes:
    """A picture that tells where and by whom it was taken."""
    out, exif, info = io.BytesIO(), Image.Exif(), PngImagePlugin.PngInfo()
    exif[0x013B] = "Photographer Kim"
    info.add_text("Author", "Photographer Kim")
    more: dict[str, Any] = {"pnginfo": info} if form == "PNG" else {"exif": exif, "comment": b"Photographer Kim"}
    Image.new("RGB", size, "teal").save(out, form, **more)
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_large_photo_is_reduced_and_says_nothing_about_who_took_it(
    opened: OpenPlan, tmp_path: Path, form: str
) -> None:
    content = _with_words((4600, 230), form)
    assert b"Photographer Kim" in content
    plan = attach_photo(opened, "programmes", ONE, "photo", saved(tmp_path, content)).plan
    photo = plan.programmes[ONE].photo
    assert photo is not None
    kept = opened.content(plan.attachments[photo].digest)
    assert kept is not None
    assert b"Photographer" not in kept
    with Image.open(io.BytesIO(kept)) as after:
        assert (after.size, after.format) == ((4000, 200), form)
        assert after.info["dpi"] == pytest.approx((300, 300), abs=0.1)


def test_a_hundred_megapixels_are_refused_before_they_are_decoded(opened: OpenPlan, tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("1", (12_000, 8_400)).save(out, "PNG")
    with pytest.raises(RefusedInput) as refused:
        attach_photo(opened, "programmes", ONE, "photo", saved(tmp_path, out.getvalue(), "huge.png"))
    assert refused.value.message == rasters.TOO_LARGE
    assert opened.content_digests() == []


def test_a_logo_and_taking_it_off_again(opened: OpenPlan, tmp_path: Path) -> None:
    city = OrganisationId("city")
    attach_photo(opened, "organisations", city, "logo", saved(tmp_path, logo(), "logo.bin"))
    given = opened.plan.organisations[city].logo
    assert given is not None
    assert opened.plan.attachments[given].media_type == "image/png", "told by its bytes, not by its name"
    detach(opened, "organisations", city, "logo")
    assert opened.plan.organisations[city].logo is None
    opened.undo()
    assert opened.plan.organisations[city].logo == given


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", rasters.NOT_A_PICTURE),
        (b"MZ\x90\x00 not a picture", rasters.NOT_A_PICTURE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", rasters.NOT_A_PICTURE),
        (encoded(quarters(300, 200))[:-900], rasters.DAMAGED),
        (encoded(quarters(300, 200), "PNG")[:-60], rasters.DAMAGED),
    ],
    ids=["empty", "program", "svg", "jpeg cut off", "png cut off"],
)
def test_what_is_no_whole_picture_is_refused_and_nothing_is_kept(
    opened: OpenPlan, tmp_path: Path, content: bytes, said: str
) -> None:
    with pytest.raises(RefusedInput) as refused:
        attach_photo(opened, "programmes", ONE, "photo", saved(tmp_path, content))
    assert refused.value.message == said
    assert (opened.undo_name, opened.content_digests()) == (None, [])


def test_what_is_absurdly_large_is_refused(opened: OpenPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, encoded(quarters(300, 200)))
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 59_999)
    with pytest.raises(RefusedInput) as refused:
        attach_photo(opened, "programmes", ONE, "photo", path)
    assert refused.value.message == rasters.TOO_LARGE
    monkeypatch.setattr(attaching, "MOST_BYTES", 100)
    with pytest.raises(RefusedInput) as refused:
        attach_photo(opened, "programmes", ONE, "photo", path)
    assert refused.value.message == attaching.TOO_MANY_BYTES


@pytest.mark.parametrize(
    ("kind", "identity", "field", "error"),
    [
        ("programmes", "gone", "photo", RefusedEdit),
        ("programmes", ONE, "logo", RefusedEdit),
        ("organisations", "city", "photo", RefusedEdit),
        ("programmes", ONE, "photo", CannotUseFile),
    ],
)
def test_refusals_are_sentences_in_both_languages(
    opened: OpenPlan, tmp_path: Path, kind: str, identity: str, field: Any, error: type[Refusal]
) -> None:
    with pytest.raises(error) as refused:
        attach_photo(opened, kind, identity, field, tmp_path / "없는 사진.jpg")
    for language in LANGUAGES:
        sentence = refusal_sentence(Wording(language), refused.value)
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_an_attached_photo_reaches_paper(tmp_path: Path) -> None:
    opened = OpenPlan.create_with(tmp_path / "구미.cdplan", gumi())
    path = saved(tmp_path, encoded(quarters(2000, 1400)))
    attach_photo(opened, "programmes", "letsgo", "photo", path)
    path.unlink()
    options = DocumentOptions(MADE_AT, Scope(programme=ProgrammeId("letsgo")))
    made = publishing.export_pdf(opened, "flyer", tmp_path / "flyer.pdf", Wording("ko"), options)
    assert made.remarks == ()
    assert made.path.read_bytes().count(b"/DCTDecode") == 1
    opened.close()
