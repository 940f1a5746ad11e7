"""The sample season: accepted by the rules, true to its sources, undecided where they are silent."""

from __future__ import annotations

import datetime
import json
import re
from functools import cache

import pytest

from director_app.domain.edits import title_of
from director_app.domain.facts import FallbackState, Setting
from director_app.domain.fields import to_plain
from director_app.domain.kinds import KINDS, kind_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.requests import ApplicationState
from director_app.operations.sample_season import sample_records, sample_season
from director_app.paths import resources_folder

FOLDER = resources_folder() / "sample_season"


@cache
def sample() -> Plan:
    return sample_season()


def delivery(number: str) -> Delivery:
    return next(one for one in sample().deliveries.values() if one.number == number)


def acts(number: str) -> list[str]:
    one = delivery(number)
    programme = sample().programmes[one.programme] if one.programme else None
    lineup = one.lineup if one.lineup is not None else programme.lineup if programme else ()
    return [sample().artists[act.artist].name for act in lineup]


def test_rules_accept_every_record_unchanged() -> None:
    records = list(sample_records())
    assert len(records) == len({(kind_of(record), record.id) for record in records})
    assert all(sample().find(kind_of(record), record.id) == record for record in records)


def test_files_hold_plain_records_and_no_defaults() -> None:
    records = list(sample_records())
    for kind in KINDS:
        file = FOLDER / f"{kind.name}.json"
        if file.exists():
            written = json.loads(file.read_text(encoding="utf-8"))
            assert written == [to_plain(record) for record in records if kind_of(record) == kind.name]
    assert {file.stem for file in FOLDER.glob("*.json")} <= {kind.name for kind in KINDS}


def test_season_is_a_sample_with_a_fixed_today() -> None:
    season = sample().season
    assert season.is_sample
    assert season.reference_date == datetime.date(2025, 10, 14)
    assert (season.first_day, season.last_day) == (datetime.date(2025, 7, 1), datetime.date(2025, 11, 30))
    assert season.number_prefix == "GM"
    assert [(credit.role, credit.name) for credit in season.credits] == [
        ("주최", "문화체육관광부"), ("주관", "구미시"), ("주관", "구미문화재단"),
    ]  # fmt: skip
    assert "예시" in season.notice
    complex_ = sample().complex
    assert complex_ is not None
    assert complex_.colour == "#117B5D"


def test_season_looks_alive() -> None:
    deliveries = sample().deliveries.values()
    october = [one for one in deliveries if one.date and one.date.month == 10]
    assert 50 <= len(deliveries) <= 100
    assert 35 <= len(october) <= 60
    assert {one.status for one in deliveries} == set(Status)
    assert len(sample().applications) == 13
    assert {one.state for one in sample().applications.values()} == set(ApplicationState) - {ApplicationState.DECLINED}
    assert {one.hue for one in sample().initiatives.values()} <= set(range(8))


@pytest.mark.parametrize(
    ("number", "title", "day", "start", "place", "performers"),
    [
        ("GM-053", "Let’s Go 산단 콘서트", "2025-10-08", 18 * 60 + 30, "㈜방림 구미공장",
         ["자이언티", "크라잉넛", "소향", "앰비규어스댄스컴퍼니", "더킹덤"]),
        ("GM-055", "K-POP Scream DJ", "2025-10-09", None, "㈜방림 구미공장", []),
        ("GM-038", "구미 거리공연", "2025-10-15", None, "금오산 배꼽마당 야외공연장", ["동서고금", "이하실 밴드"]),
        ("GM-051", "구미 거리공연", "2025-10-03", None, "진평음식문화거리",
         ["고막홀릭", "고래밴드", "정효민 재즈앙상블"]),
        ("GM-041", "아트 위크닉 시리즈 2", "2025-10-24", None, "옥계 도담공원", []),
        ("GM-047", "찾아가는 문화산단 음악회", "2025-10-25", None, "공단공원 주차장", []),
        ("GM-008", "산단에 ON 문화", "2025-08-19", None, "㈜플루오르테크", []),
    ],
)  # fmt: skip
def test_facts_are_those_of_the_sources(
    number: str, title: str, day: str, start: int | None, place: str, performers: list[str]
) -> None:
    one = delivery(number)
    assert title_of(sample(), one) == title
    assert one.date == datetime.date.fromisoformat(day)
    assert one.start == start
    assert one.venue is not None
    assert sample().venues[one.venue].name == place
    assert acts(number) == performers
    assert one.source.startswith("http")


def test_rain_plan_of_the_first_weeknic_is_the_published_one() -> None:
    one = delivery("GM-001")
    assert one.until == datetime.date(2025, 7, 26)
    assert one.counted_heads == 4000
    assert one.fallback is not None
    assert one.fallback.venue is not None
    assert sample().venues[one.fallback.venue].name == "에코홀 (새마을운동테마공원)"
    assert one.fallback.state == FallbackState.SECURED


def test_what_the_sources_leave_open_stays_undecided() -> None:
    weeknic, families = delivery("GM-067"), delivery("GM-078")
    assert (weeknic.month, weeknic.date, weeknic.start) == ("2025-11", None, None)
    assert (families.month, families.date, families.venue) == ("", None, None)
    published = [one for one in sample().deliveries.values() if one.source]
    timed = {one.number for one in published if one.start is not None}
    assert timed == {"GM-053"}
    assert all(one.end is None for one in published)


def test_festival_groups_its_parts() -> None:
    (festival,) = sample().events.values()
    parts = [one for one in sample().deliveries.values() if one.event == festival.id]
    assert len(parts) == 8
    assert festival.counted_heads == 21000
    assert festival.zones[0].venue is not None


def test_every_row_names_its_source_or_says_it_is_invented() -> None:
    plan = sample()
    for one in plan.deliveries.values():
        assert one.source.startswith("http") != one.internal_note.startswith("예시"), one.number
    for programme in plan.programmes.values():
        assert programme.source.startswith("http") != programme.is_invented, programme.title
    for named in (*plan.artists.values(), *plan.organisations.values()):
        assert named.source.startswith("http") != named.is_invented, named.name
    for venue in plan.venues.values():
        assert venue.source.startswith("http") != venue.is_invented, venue.name
        assert venue.is_invented == venue.name.startswith("기업 ")


def test_telephones_are_placeholders_and_mails_blank() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("*.json")))
    phones = re.findall(r"\d{2,3}-\d{3,4}-\d{4}", text)
    assert phones
    assert all(re.fullmatch(r"054-000-0000|010-0000-00\d\d", phone) for phone in phones)
    assert '"email"' not in text


def test_applications_keep_the_row_as_it_came() -> None:
    one = next(one for one in sample().applications.values() if one.number == "05")
    cells = dict(one.original)
    assert cells["업체명"] == "기업 T"
    assert cells["희망일자1"] == "10월 27일(화)"
    assert one.wishes[0].first_day == datetime.date(2025, 10, 27)  # a Monday, whatever the row says
    assert one.delivery is None


def test_outdoor_dates_without_rain_plan_are_left_to_find() -> None:
    plan = sample()
    bare = {
        one.number
        for one in plan.deliveries.values()
        if one.venue
        and plan.venues[one.venue].setting == Setting.OUTDOOR
        and one.fallback is None
        and one.status == Status.CONFIRMED
    }
    assert bare == {"GM-038", "GM-039", "GM-047"}


def test_everything_has_an_english_name() -> None:
    plan = sample()
    for programme in plan.programmes.values():
        assert programme.title_en.isascii() or "“" in programme.title_en or "’" in programme.title_en
    assert all(one.name_en for one in (*plan.venues.values(), *plan.areas.values(), *plan.organisations.values()))
    assert all(one.romanised for one in plan.artists.values())
