"""What the practice season offers: kinds of programme with their hours, places, lengths and names."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from director_app.domain.ids import InitiativeId
from director_app.domain.programme import Initiative
from director_app.operations.practice_people import AFTERNOON, DINNER, EVENING, LUNCH, MORNING, NIGHT
from director_app.operations.practice_texts import Identities, Pair

Pool = Literal["company", "public"]

#: Starts in wall minutes by slot; set-up, show and strike of every kind below stay between slot and slot.
STARTS: Final = (
    (600,),  # morning, 9:15-11:30
    (720, 730, 740),  # lunch, 11:30-13:30
    (870, 885, 900),  # afternoon, 13:30-17:00
    (1050, 1060),  # dinner, 17:00-18:40
    (1170, 1180),  # evening, 18:40-22:10
    (1380, 1395, 1410),  # night, 22:10-26:30
)


class ProgrammeKind(NamedTuple):
    """One kind of programme; `share` is its part of a hundred."""

    name: str
    share: int
    initiative: int
    pool: Pool
    slots: tuple[int, ...]
    minutes: tuple[int, ...]
    setup: int
    strike: int
    audience: str
    booking: str
    forms: tuple[Pair, ...]


_INITIATIVES: Final = (
    ("찾아가는 문화배달", "Culture Delivery", "배", 0), ("무대", "Stages", "무대", 3),
    ("거리공연", "Street Concerts", "길", 4),
    ("주말 가족", "Family Weekends", "주말", 2), ("밤빛", "Night Lights", "밤", 6), ("배움터", "Workshops", "움", 5),
    ("전시", "Exhibitions", "전", 7), ("산단 투어", "Complex Tours", "투어", 1),
)  # fmt: skip

_KINDS: Final = (
    ProgrammeKind("점심 공연", 22, 0, "company", (LUNCH,), (30, 40), 30, 20, "해당 기업 근로자", "선착순 기업 신청", (
        ("점심 음악회", "Lunch Concert"), ("커피차 공연", "Coffee-Truck Show"), ("아트다이닝", "Art Dining"),
        ("한낮 콘서트", "Midday Concert"), ("식탁 공연", "Table Concert"))),
    ProgrammeKind("저녁 공연", 10, 0, "company", (DINNER,), (30, 40), 30, 20, "저녁조 근로자", "선착순 기업 신청", (
        ("저녁 음악회", "Dinner Concert"), ("석식 콘서트", "Supper Concert"), ("퇴근길 공연", "Way-Home Show"))),
    ProgrammeKind("기업 방문 체험", 8, 5, "company", (AFTERNOON,), (60, 90), 45, 30, "근로자와 가족", "기업별 협의", (
        ("공방", "Workshop"), ("가족 초대", "Family Visit"), ("만들기 교실", "Making Class"),
        ("동호회 교실", "Club Class"))),
    ProgrammeKind("콘서트", 13, 1, "public", (EVENING,), (70, 90, 100), 50, 30, "누구나", "사전 예매, 현장 접수", (
        ("콘서트", "Concert"), ("음악회", "Recital"), ("라이브", "Live"), ("별밤 무대", "Starry-Night Stage"),
        ("한마당", "Revue"))),
    ProgrammeKind("거리공연", 14, 2, "public", (AFTERNOON, EVENING), (40, 50), 30, 20, "누구나", "신청 없이 바로", (
        ("거리공연", "Street Concert"), ("버스킹", "Busking"), ("길놀이", "Street Play"),
        ("골목 무대", "Alley Stage"))),
    ProgrammeKind("연극·뮤지컬", 7, 1, "public", (AFTERNOON, EVENING), (70, 90), 50, 30, "7세 이상", "사전 예매", (
        ("연극", "Play"), ("인형극", "Puppet Play"), ("낭독극", "Reading"), ("뮤지컬", "Musical"),
        ("그림자극", "Shadow Play"))),
    ProgrammeKind("주말 가족 프로그램", 9, 3, "public", (MORNING, AFTERNOON), (60,), 45, 30, "가족", "사전 접수", (
        ("놀이터", "Playground"), ("소풍", "Picnic"), ("가족 교실", "Family Class"), ("탐험대", "Explorers"))),
    ProgrammeKind("체험·강좌", 6, 5, "public", (MORNING, AFTERNOON), (60,), 30, 30, "성인", "사전 접수, 20명", (
        ("워크숍", "Workshop"), ("교실", "Class"), ("공작소", "Makers’ Hour"), ("글쓰기 모임", "Writing Circle"))),
    ProgrammeKind("밤 프로그램", 6, 4, "public", (EVENING, NIGHT), (90,), 45, 30, "누구나", "신청 없이 바로", (
        ("빛의 밤", "Night of Light"), ("미디어아트", "Media Art"), ("심야 상영", "Midnight Film"),
        ("밤 산책", "Night Walk"))),
    ProgrammeKind("탐방·견학", 5, 7, "public", (MORNING, AFTERNOON), (60,), 15, 10, "시민", "사전 접수, 30명", (
        ("산단 여행", "Complex Tour"), ("골목 여행", "Alley Tour"), ("공장 견학", "Factory Visit"),
        ("이야기 산책", "Story Walk"))),
)  # fmt: skip
#: One entry for each part of a hundred, to pick from.
KIND_OF_HUNDRED: Final = tuple(kind for kind in _KINDS for _ in range(kind.share))

EXHIBITION: Final = ProgrammeKind("전시", 0, 6, "public", (), (), 0, 0, "누구나", "신청 없이 바로", (
    ("전", "Exhibition"), ("사진전", "Photographs"), ("기획전", "Show"), ("아카이브", "Archive"), ("공예전", "Crafts"),
))  # fmt: skip


def make_initiatives(ids: Identities) -> list[Initiative]:
    """The strands of the practice season."""
    return [
        Initiative(InitiativeId(ids.of("initiatives", position)), korean, english, code, hue, position)
        for position, (korean, english, code, hue) in enumerate(_INITIATIVES)
    ]
