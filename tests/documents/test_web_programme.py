"""The programme as web pages: read by another parser, everything once in each view, nothing private, no scripts."""

from __future__ import annotations

import posixpath
import re
from typing import Any

import pytest
from lxml import html

from director_app.documents.colours import contrast
from director_app.documents.web_pages import style_sheet
from director_app.documents.web_programme import WebProgramme, calendar_parts, page_name
from director_app.domain.edits import Change, resolve
from director_app.domain.ids import AreaId, ProgrammeId
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Status
from director_app.domain.published import area_of
from director_app.domain.refusals import RefusedInput
from director_app.planner.scope import EVERYTHING, Scope
from director_app.wording import Wording
from tests.documents.plans import gumi

HOSTILE = "<img src=/etc/hostname>\"'><script>alert(1)</script>&amp;"


def made(plan: Plan, language: str = "ko", scope: Scope = EVERYTHING) -> dict[str, bytes]:
    programme = WebProgramme(plan, Wording(language), scope)
    return programme.files(dict.fromkeys(calendar_parts(programme, scope), b"BEGIN:VCALENDAR"))


def pages(files: dict[str, bytes]) -> dict[str, Any]:
    return {
        name: html.fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
        for name, data in files.items()
        if name.endswith(".html")
    }


def rows_in(found: dict[str, Any], folder: str) -> list[str]:
    return [str(row) for name, page in found.items() if name.startswith(folder) for row in page.xpath("//tbody/tr/@id")]


@pytest.mark.parametrize("scope", [EVERYTHING, Scope(area=AreaId("공단동")), Scope(programme=ProgrammeId("street"))])
def test_every_date_is_found_once_by_date_by_area_and_by_programme(scope: Scope) -> None:
    plan = gumi()
    found = pages(made(plan, scope=scope))
    told = [
        one for one in plan.deliveries.values() if one.status is not Status.IDEA and scope.holds(plan)(one)
    ]  # fmt: skip
    wanted = sorted(f"d-{page_name(one.id)}" for one in told)
    assert wanted
    assert sorted(rows_in(found, "dates/")) == wanted
    assert sorted(rows_in(found, "areas/")) == wanted
    assert sorted(rows_in(found, "programmes/")) == sorted(f"d-{page_name(one.id)}" for one in told if one.programme)
    for one in told:
        area = area_of(plan, one)
        page = found[f"areas/{page_name(area) if area else 'none'}.html"]
        assert page.xpath(f'//tr[@id="d-{page_name(one.id)}"]')


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_link_leads_somewhere(language: str) -> None:
    files = made(gumi(), language)
    for name, page in pages(files).items():
        for address in page.xpath("//@href"):
            if address.startswith(("http://", "https://")):
                continue
            path, _, anchor = address.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            assert target in files, address
            if anchor:
                assert pages({target: files[target]})[target].xpath(f'//*[@id="{anchor}"]'), address


@pytest.mark.parametrize("language", ["ko", "en"])
def test_pages_can_be_read_aloud(language: str) -> None:
    for page in pages(made(gumi(), language)).values():
        assert page.get("lang") == language
        assert len(page.xpath("//h1")) == 1
        assert page.xpath("//title")[0].text
        assert page.xpath('//body/*[1][@class="skip"]/@href') == ["#content"]
        assert page.xpath('//main[@id="content"]')
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        for table in page.xpath("//table"):
            assert table.get("aria-label")
            assert {cell.get("scope") for cell in table.xpath("./thead//th")} == {"col"}
            assert all(len(row.xpath('./th[@scope="row"]')) == 1 for row in table.xpath("./tbody/tr"))
            assert {len(row) for row in table.xpath(".//tr")} == {len(table.xpath("./thead//th"))}
        if language == "en":
            for text in page.xpath("//main//text()[not(ancestor::*[@lang='ko'])]"):
                assert not re.search("[가-힣]", text), text


def test_no_script_and_nothing_private() -> None:
    for name, data in made(gumi()).items():
        assert b"<script" not in data, name
        assert b"010-" not in data, name


def test_hostile_texts_stay_characters() -> None:
    plan = gumi()
    for kind, field in (("programmes", "title"), ("venues", "name"), ("areas", "name"), ("artists", "name")):
        for identity in plan.table(kind):
            plan, _changes = resolve(plan, Change(kind, identity, {field: HOSTILE}))
    plan, _changes = resolve(plan, Change("seasons", SEASON, {"title": HOSTILE, "web_address": "javascript:alert(1)"}))
    found = pages(made(plan))
    assert all(page.xpath("//h1")[0].text == HOSTILE for name, page in found.items() if name.startswith("programmes"))
    for page in found.values():
        assert not page.xpath("//img | //script")
        assert not [address for address in page.xpath("//@href") if address.startswith("javascript")]
        assert HOSTILE in page.xpath("//header/p")[0].text_content()


def test_the_same_plan_gives_the_same_bytes_and_pages_keep_their_address() -> None:
    plan = gumi()
    assert made(plan) == made(gumi())
    renamed, _changes = resolve(plan, Change("programmes", "street", {"title": "가장 먼저"}))
    assert sorted(made(renamed)) == sorted(made(plan))


@pytest.mark.parametrize("colour", ["", "#ffffff", "#000000", "#777777", "#8a8a8a", "#ffe000", "#e60012", "#00a0e9"])
def test_colours_can_be_read(colour: str) -> None:
    sheet = style_sheet(colour).decode()
    found = {
        name: tuple(int(value[at : at + 2], 16) / 255 for at in (0, 2, 4))
        for name, value in re.findall(r"--([a-z-]+): #([0-9a-f]{6});", sheet)
    }
    assert sorted(found) == ["accent", "accent-text", "on-accent"]
    assert contrast(found["accent"], found["on-accent"]) >= 4.5  # type: ignore[arg-type]
    assert contrast(found["accent-text"], (1.0, 1.0, 1.0)) >= 4.5  # type: ignore[arg-type]


def test_a_plan_without_dates_is_a_sentence() -> None:
    with pytest.raises(RefusedInput):
        WebProgramme(Plan.of([gumi().season]), Wording("ko"), EVERYTHING)
