"""Search as Korean is typed, beside a naive scan over every text."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.domain.edits import Change, Put, Remove, resolve
from director_app.domain.facts import Contact, Subject
from director_app.domain.fields import to_plain
from director_app.domain.ids import ArtistId, DeliveryId, NoteId, ProgrammeId, VenueId
from director_app.domain.people import Artist
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme
from director_app.domain.requests import Note
from director_app.operations.sample_season import sample_season
from director_app.operations.searching import INITIALS, Search, initials, normalised

BAND = Artist(ArtistId("band"), "다온 밴드", contacts=(Contact("김 하늘", phone="010-1234-5678"),))
PARK = Venue(VenueId("park"), "Riverside Park", "강변 공원", note="다온길 옆")
NIGHT = Programme(ProgrammeId("night"), "봄밤", "Spring Night", intro="강변에서 듣는 다온밴드")
ROUND = Delivery(DeliveryId("round"), "GM-017", NIGHT.id, public_note="우천 시 체육관")
PROMISE = Note(NoteId("promise"), Subject("venues", "park"), "전기 약속")
PLAN = Plan.of([BAND, PARK, NIGHT, ROUND, PROMISE])


def found(query: str, plan: Plan = PLAN) -> list[str]:
    return [match.subject.id for match in Search(plan).find(query)]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("다", ["band", "park", "night"]),
        ("다온밴드", ["band", "night"]),
        ("다온 밴드", ["band", "night"]),
        ("  다 온  밴 드 ", ["band", "night"]),
        (unicodedata.normalize("NFD", "다온밴드"), ["band", "night"]),
        ("ㄷㅇㅂㄷ", ["band", "night"]),
        ("ㅂㅂ", ["night"]),
        ("RIVERSIDE", ["park"]),
        ("riversidepark", ["park"]),
        ("강변", ["park", "night"]),
        ("gm-017", ["round"]),
        ("gm017", ["round"]),
        ("다온-밴드", ["band", "night"]),
        ("01012345678", ["band"]),
        ("017", ["round"]),
        ("체육관", ["round"]),
        ("전기", ["promise"]),
        ("하늘", ["band"]),
        ("1234", ["band"]),
        ("밴다", []),
        ("", []),
        ("   ", []),
        ("\x00", []),
        ("band", []),
    ],
)
def test_what_is_typed_is_found(query: str, ids: list[str]) -> None:
    assert found(query) == ids


def test_names_come_first_and_of_these_the_whole_ones() -> None:
    names = ["봄밤 축제", "한여름 봄", "봄", "봄밤", "입춘 봄맞이 봄"]
    records: list[Any] = [Artist(ArtistId(name), name) for name in names]
    records.append(Note(NoteId("note"), Subject("artists", "봄"), "봄"))
    assert found("봄", Plan.of(records)) == ["봄", "봄밤", "봄밤 축제", "한여름 봄", "입춘 봄맞이 봄", "note"]


def test_the_best_is_found_among_very_many() -> None:
    many = [Artist(ArtistId(f"a{n}"), f"새로운 봄 {n}") for n in range(3000)]
    search = Search(Plan.of([*many, Artist(ArtistId("last"), "봄")]))
    matches = search.find("봄", 10)
    assert len(matches) == 10
    assert matches[0].subject.id == "last"


def test_initials_of_every_syllable() -> None:
    assert initials("가까나힣a1ㄱ") == "ㄱㄲㄴㅎa1ㄱ"
    assert initials("") == ""
    syllables = [chr(0xAC00 + 588 * number) for number in range(19)]
    assert initials("".join(syllables)) == INITIALS


def everything(record: Any) -> list[str]:
    """Every text of a record, from its plain form."""

    def texts(plain: Any, name: str) -> list[str]:
        if isinstance(plain, dict):
            return [text for key, value in plain.items() for text in texts(value, key)]
        if isinstance(plain, list):
            return [text for value in plain for text in texts(value, name)]
        return [plain] if isinstance(plain, str) else []

    return texts({key: value for key, value in to_plain(record).items() if key != "id"}, "")


TEXT_QUERIES = st.sampled_from(
    ["봄", "밴드", "아트", "ㄷㅇㄴ", "문화 재단", "concert", "2025", "음악회", "공연장", "(", "%", "ㅅ"]
)


@given(query=TEXT_QUERIES)
@settings(max_examples=12)
def test_everything_in_the_sample_that_holds_it_is_found(query: str) -> None:
    plan = sample_season()
    search = Search(plan)
    wanted = normalised(query)
    ids = {match.subject.id for match in search.find(query, 10_000)}
    for match in search.find(query, 10_000):
        assert wanted in normalised(match.text) or wanted in initials(normalised(match.text))
        record = plan.find(match.subject.kind, match.subject.id)
        assert match.text in everything(record)
    for one in plan.artists.values():
        if wanted in normalised(one.name) or (wanted[0] in INITIALS and wanted in initials(normalised(one.name))):
            assert one.id in ids


NAMES = st.text("가나다밴드 봄밤aB-1ㄱ\u1100\u1161", min_size=1, max_size=8)


@given(names=st.lists(NAMES, max_size=30), query=NAMES)
def test_search_is_a_naive_scan(names: list[str], query: str) -> None:
    plan = Plan.of(Artist(ArtistId(f"a{n}"), name) for n, name in enumerate(names))
    wanted = normalised(query)
    by_initials = all(letter in INITIALS for letter in wanted)
    scanned = set()
    for n, name in enumerate(names):
        text = "".join(unicodedata.normalize("NFC", name).casefold().replace("-", "").split())
        if by_initials:
            text = "".join(INITIALS[(ord(one) - 0xAC00) // 588] if "가" <= one <= "힣" else one for one in text)
        if wanted and wanted in text:
            scanned.add(f"a{n}")
    assert {match.subject.id for match in Search(plan).find(query, 100)} == scanned


def test_search_follows_edits() -> None:
    search, plan = Search(PLAN), PLAN
    assert [match.subject.id for match in search.find("겨울")] == []
    for edit, query, ids in (
        (Change("programmes", "night", {"title": "겨울밤"}), "겨울", ["night"]),
        (Change("programmes", "night", {"title": "봄밤"}), "겨울", []),
        (Change("programmes", "night", {"title": "겨울밤"}), "겨울", ["night"]),
        (Put(Artist(ArtistId("new"), "겨울새")), "겨울", ["new", "night"]),
        (Remove("artists", "new"), "겨울새", []),
        (Change("artists", "band", {"name": "봄밤"}), "봄밤", ["band"]),
    ):
        plan, changes = resolve(plan, edit)
        search.after(changes)
        assert sorted(match.subject.id for match in search.find(query)) == ids
    for number in range(2100):
        plan, changes = resolve(plan, Put(Artist(ArtistId(f"x{number}"), f"새 이름 {number}")))
        search.after(changes)
    assert [match.subject.id for match in search.find("새 이름 2099")] == ["x2099"]
    assert set(search.find("이름", 5000)) == set(Search(plan).find("이름", 5000))
