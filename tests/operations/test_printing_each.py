"""One file for each artist, area or date: the right ones, under clean names, each whole."""

from __future__ import annotations

import dataclasses
import datetime
import re
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from director_app.documents.catalogue import document_named
from director_app.documents.making import MakingStopped
from director_app.documents.options import DocumentOptions, Form, Part
from director_app.domain.ids import AreaId
from director_app.domain.programme import Status
from director_app.domain.refusals import RefusedInput
from director_app.operations.open_plan import OpenPlan
from director_app.operations.printing import NO_DATE, print_document
from director_app.operations.printing_each import file_names, in_one_file, parts_of, print_each
from director_app.operations.releases import narrowed_by
from director_app.operations.whole_plans import start_sample
from director_app.planner.scope import EVERYTHING, Scope
from director_app.wording import Wording
from tests.documents.reading import outline, page_texts, squeezed, whole_text

KOREAN = Wording("ko")
NOW = datetime.datetime(2025, 9, 19, 14, 2)
WEEK = Scope(since=datetime.date(2025, 10, 6), until=datetime.date(2025, 10, 12))


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[OpenPlan]:
    opened = start_sample(tmp_path / "s.cdplan")
    yield opened
    opened.close()


def test_everybody_who_is_wanted_that_week_and_nobody_else(sample: OpenPlan) -> None:
    names = [part.name for part in parts_of(sample.plan, "call-sheet", WEEK, "artist", KOREAN)]
    wanted = {
        sample.plan.artists[act.artist].name
        for one in sample.plan.deliveries.values()
        if one.date is not None and WEEK.holds(sample.plan)(one)
        for act in (one.lineup or (sample.plan.programmes[one.programme].lineup if one.programme else ()))
        if act.artist
    }
    assert set(names) == wanted
    assert names == sorted(names, key=str.casefold)


def test_dates_come_in_their_order_with_the_day_in_the_name(sample: OpenPlan) -> None:
    names = [part.name for part in parts_of(sample.plan, "notice", WEEK, "delivery", KOREAN)]
    assert names == sorted(names)
    assert all(re.match(r"2025-\d\d-\d\d GM-", name) for name in names), "what lasts longer may begin before"


def test_the_same_name_twice_gets_a_number(sample: OpenPlan) -> None:
    spec = document_named("notice")
    assert spec is not None
    part = parts_of(sample.plan, "notice", EVERYTHING, "area", KOREAN)[0]._replace(name="a/b:c")
    assert file_names(spec, [part, part], KOREAN) == ["a b c 사내 게시문.pdf", "a b c 사내 게시문 2.pdf"]


def test_a_stop_leaves_whole_files_only(sample: OpenPlan, tmp_path: Path) -> None:
    stop = threading.Event()
    folder = tmp_path / "out"
    made = print_each(sample, "notice", folder, KOREAN, DocumentOptions(NOW), "area", None, stop)
    assert next(made).made is not None
    stop.set()
    with pytest.raises(MakingStopped):
        next(made)
    files = list(folder.iterdir())
    assert len(files) == 1
    assert files[0].read_bytes().rstrip().endswith(b"%%EOF")


def test_what_cannot_be_split_so_is_refused_before_a_folder_is_made(sample: OpenPlan, tmp_path: Path) -> None:
    with pytest.raises(RefusedInput):
        next(print_each(sample, "poster", tmp_path / "out", KOREAN, DocumentOptions(NOW), "area"))
    assert not (tmp_path / "out").exists()


def test_all_of_them_are_one_edition_and_remembered(sample: OpenPlan, tmp_path: Path) -> None:
    options = DocumentOptions(NOW, WEEK)
    made = list(print_each(sample, "notice", tmp_path / "out", KOREAN, options, "area", is_edition=True))
    assert {one.edition for one in made} == {1}
    files = [one.made.path for one in made if one.made is not None]
    assert all("1판" in whole_text(path) for path in files)
    (release,) = sample.plan.releases.values()
    assert {one.narrowed for one in release.given} == {narrowed_by(one.part.scope) for one in made}
    again = list(print_each(sample, "notice", tmp_path / "out", KOREAN, options, "area", is_edition=True))
    assert {one.edition for one in again} == {1}, "nothing changed, so it is still that edition"


def test_what_was_written_before_a_stop_was_given_out(sample: OpenPlan, tmp_path: Path) -> None:
    stop = threading.Event()
    options = DocumentOptions(NOW)
    made = print_each(sample, "notice", tmp_path / "out", KOREAN, options, "area", None, stop, is_edition=True)
    first = next(made)
    stop.set()
    with pytest.raises(MakingStopped):
        next(made)
    (release,) = sample.plan.releases.values()
    assert [one.narrowed for one in release.given] == [narrowed_by(first.part.scope)]


def test_files_to_edit_have_their_own_ending(sample: OpenPlan, tmp_path: Path) -> None:
    options = DocumentOptions(NOW, form="docx")
    made = list(print_each(sample, "offer-letter", tmp_path / "out", KOREAN, options, "application"))
    assert len(made) > 2
    assert all(path.suffix == ".docx" and zipfile.is_zipfile(path) for path in (tmp_path / "out").iterdir())


def test_one_flyer_for_each_area_tells_all_that_comes_there(sample: OpenPlan, tmp_path: Path) -> None:
    made = list(print_each(sample, "flyer", tmp_path / "out", KOREAN, DocumentOptions(NOW), "area"))
    assert [one.part.name for one in made] == sorted(one.name for one in sample.plan.areas.values())
    for one in made:
        assert one.made is not None
        text = squeezed(whole_text(one.made.path))
        holds = one.part.scope.holds(sample.plan)
        found = [each for each in sample.plan.deliveries.values() if holds(each) and each.status is not Status.IDEA]
        titles = {sample.plan.programmes[each.programme].title for each in found if each.programme}
        assert found
        assert [title for title in titles if squeezed(title) not in text] == []


def test_all_in_one_file_is_what_each_says_in_its_order(sample: OpenPlan, tmp_path: Path) -> None:
    each = list(print_each(sample, "call-sheet", tmp_path / "out", KOREAN, DocumentOptions(NOW, WEEK), "artist"))
    options = in_one_file(sample.plan, "call-sheet", DocumentOptions(NOW, WEEK), "artist", KOREAN)
    whole = tmp_path / "all.pdf"
    made = print_document(sample.plan, "call-sheet", whole, KOREAN, options)
    single = [one.made for one in each if one.made is not None]
    assert made.pages == sum(one.pages for one in single)
    assert page_texts(whole) == [text for one in single for text in page_texts(one.path)]
    top = [(title, page) for level, title, page in outline(whole) if level == 0]
    starts, page = [], 1
    for one in each:
        if one.made is not None:
            starts.append((one.part.name, page))
            page += one.made.pages
    assert top == starts


def test_links_lead_to_their_own_part(sample: OpenPlan, tmp_path: Path) -> None:
    options = in_one_file(sample.plan, "booklet", DocumentOptions(NOW), "area", KOREAN)
    options = dataclasses.replace(options, parts=options.parts[:2])
    made = print_document(sample.plan, "booklet", tmp_path / "all.pdf", KOREAN, options)
    pages = [page for _level, _title, page in outline(made.path)]
    assert pages == sorted(pages)
    assert -1 not in pages


def test_a_part_that_cannot_be_made_is_told_and_the_others_are_made(sample: OpenPlan, tmp_path: Path) -> None:
    nobody = Part("아무도 없는 곳", Scope(area=AreaId("nowhere")))
    there = parts_of(sample.plan, "notice", EVERYTHING, "area", KOREAN)[0]
    for form in ("pdf", "docx"):
        options = DocumentOptions(NOW, parts=(nobody, there), form=form)
        made = print_document(sample.plan, "notice", tmp_path / f"all.{form}", KOREAN, options)
        assert [remark.place for remark in made.remarks if remark.message == NO_DATE] == ["아무도 없는 곳"]
    with pytest.raises(RefusedInput):
        print_document(sample.plan, "notice", tmp_path / "no.pdf", KOREAN, DocumentOptions(NOW, parts=(nobody,)))
    assert not (tmp_path / "no.pdf").exists()


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_stop_in_the_middle_of_one_file_leaves_the_old_one(form: Form, sample: OpenPlan, tmp_path: Path) -> None:
    stop, seen = threading.Event(), []

    def after_some(done: int, of: int) -> None:
        seen.append((done, of))
        if done == 2:
            stop.set()

    out = tmp_path / f"all.{form}"
    out.write_bytes(b"the old one")
    options = DocumentOptions(NOW, WEEK, form=form)
    options = in_one_file(sample.plan, "call-sheet", options, "artist", KOREAN)
    with pytest.raises(MakingStopped):
        print_document(sample.plan, "call-sheet", out, KOREAN, options, after_some, stop)
    assert seen[0][0] == 0
    assert out.read_bytes() == b"the old one"
    assert [path for path in tmp_path.iterdir() if path.suffix == ".part"] == []
