"""The small season with what the sheets of the office speak of: gates, parts, initiatives, problems, awkward texts."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from director_app.domain.facts import Access, Act, Contact, Fallback, FallbackKind, FallbackState
from director_app.domain.ids import ArtistId, DeliveryId, InitiativeId, ProgrammeId, SegmentId, VenueId
from director_app.domain.people import Artist
from director_app.domain.plan import Plan
from director_app.domain.programme import Cue, Delivery, Initiative, Programme, Segment, Status
from tests.documents.plans import gumi, minute
from tests.documents.season_records import council, money, people, requests, results, spaces, tour, works

DAY = date(2025, 10, 8)
_HANGUL = "구미국가산업단지에서일하는모든사람과그이웃이함께만드는"
#: Titles that layouts get wrong: one letter, two hundred, Hanja, decomposed, mixed scripts, no space, brackets.
AWKWARD = (
    "봄",
    (_HANGUL + " ") * 8,
    "온(溫)다 · 文化의 날 ~ 밤(夜)",
    unicodedata.normalize("NFD", "찾아가는 음악회 각"),
    "K-POP × 국악 Øresund Đêm nhạc Концерт",
    "가" * 90,
    "「낭독」 <b>굵게</b> & {이름} %s \\ 100%",
)


def working() -> Plan:
    """One full day on 8 October: a concert with parts and a street concert with a way out of the rain."""
    plan = gumi()
    changed: list[Any] = []
    strands = [Initiative(InitiativeId(f"i{number}"), name, hue=number, position=number)
               for number, name in enumerate(("구미산단 페스티벌", "거리공연", "아트 위크닉"))]  # fmt: skip
    for record in plan.records():
        if record.id == "bangrim":
            access = Access("정문. 안내실에서 받습니다", 2, vehicle_number=True, safety_shoes=True,
                            photography="창고동 안은 촬영할 수 없습니다", parking="정문 안 오른쪽")  # fmt: skip
            contacts = (Contact("김하나", "시설 담당", "010-1234-5678", on_call_sheets=True),)
            changed.append(record._replace(access=access, contacts=contacts, seats=300, power_kw=40.0,
                                           latitude=36.107, longitude=128.386))  # fmt: skip
        elif record.id == "letsgo":
            changed.append(record._replace(initiative=strands[0].id, setup_minutes=120, strike_minutes=60))
        elif record.id == "street":
            changed.append(record._replace(initiative=strands[1].id, is_featured=True, subtitle="골목에서 만나는 노래"))
        elif record.id == "d7":
            changed.append(record._replace(end=minute("20:30"), responsible="박두리"))
        else:
            changed.append(record)
    fallback = Fallback(FallbackKind.INDOORS, VenueId("echo"), FallbackState.ASKED, "우천", minute("15:00"), "총감독")
    rainy = Delivery(
        DeliveryId("d30"), "GM-030", ProgrammeId("street"), date=DAY, start=minute("19:00"), end=minute("20:00"),
        venue=VenueId("jinpyeong"), status=Status.CONFIRMED, lineup=(Act(ArtistId("고래밴드")),), fallback=fallback,
    )  # fmt: skip
    season = (*works(), *money(), *results(), *requests(), *council(), *tour(), *people(), *spaces())
    return Plan.of([*changed, *strands, rainy, *_parts(), *season])


def _parts() -> list[Segment]:
    one = DeliveryId("d7")
    sound = Cue("음향", "무선 1·2")
    return [
        Segment(SegmentId("s0"), one, 0, "리허설", minute("16:00"), is_fixed=True, minutes=90),
        Segment(SegmentId("s1"), one, 1, "여는 무대", minute("18:30"), is_fixed=True, minutes=20,
                artist=ArtistId("크라잉넛"), cues=(sound, Cue("조명", "앞조명"))),
        Segment(SegmentId("s2"), one, 2, "무대 바꿈", minutes=10),
        Segment(SegmentId("s3"), one, 3, "본 무대", minutes=60, artist=ArtistId("자이언티"), cues=(sound,),
                note="앙코르 하나"),
    ]  # fmt: skip


def awkward(title: str) -> Plan:
    """One day on which everything is called so, with forty performers."""
    names = [f"{title[:20].strip()} {number}호" for number in range(40)]
    artists = [Artist(ArtistId(f"a{number}"), name) for number, name in enumerate(names)]
    lineup = tuple(Act(one.id) for one in artists)
    programme = Programme(ProgrammeId("odd"), title, subtitle=title, audience=title[:40], lineup=lineup, is_free=True)
    deliveries = [
        Delivery(DeliveryId(f"o{number}"), f"OD-{number:03d}", programme.id, date=DAY, start=minute("10:00"),
                 end=minute("11:00"), venue=VenueId("odd"), status=Status.CONFIRMED, internal_note=title)
        for number in range(3)
    ]  # fmt: skip
    venue = gumi().venues[VenueId("bangrim")]._replace(id=VenueId("odd"), name=title[:60], directions=title)
    segment = Segment(SegmentId("o"), DeliveryId("o0"), 0, title, minutes=30, cues=(Cue("음향", title),))
    return Plan.of([*gumi().records(), *artists, programme, *deliveries, venue, segment])
