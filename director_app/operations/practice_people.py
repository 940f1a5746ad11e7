"""People of the practice season: companies with sites and shifts, artists with members, and when they can."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from director_app.domain.facts import Contact
from director_app.domain.ids import AreaId, ArtistId, AvailabilityId, OrganisationId, SiteId
from director_app.domain.people import (
    Artist,
    ArtistKind,
    Availability,
    AvailabilityValue,
    Crew,
    Organisation,
    OrganisationKind,
    ShiftPattern,
    Site,
)
from director_app.domain.timeline import WallMinute
from director_app.operations.practice_texts import Dice, Identities, Writer, romanised

#: Slots of a day in which something can be set up, happen and be taken down without touching the next slot.
MORNING, LUNCH, AFTERNOON, DINNER, EVENING, NIGHT = range(6)
SLOTS: Final = 6

_INDUSTRIES: Final = (
    ("정밀", " Precision"), ("전자", " Electronics"), ("섬유", " Textiles"), ("기계", " Machinery"),
    ("금속", " Metals"),
    ("화학", " Chemicals"), ("소재", " Materials"), ("광학", " Optics"), ("식품", " Foods"), ("모터스", " Motors"),
    ("테크", " Tech"), ("산업", " Industries"), ("반도체", " Semiconductors"), ("에너지", " Energy"),
    ("물류", " Logistics"),
)  # fmt: skip
_GROUPS: Final = (
    (" 밴드", " Band"), (" 앙상블", " Ensemble"), (" 트리오", " Trio"), (" 듀오", " Duo"), (" 사중주단", " Quartet"),
    (" 극단", " Theatre"), (" 무용단", " Dance Company"), (" 국악단", " Gugak Company"),
    (" 유랑단", " Travelling Players"),
    (" 인형극단", " Puppet Theatre"), (" 합창단", " Choir"), (" 서커스", " Circus"), (" 공방", " Workshop"),
)  # fmt: skip
_GENRES: Final = (
    "재즈", "포크", "록", "클래식", "국악", "무용", "연극", "인형극", "서커스", "마술", "미술", "공예", "문학",
    "미디어아트",
)  # fmt: skip
_REGIONS: Final = ("본 지역", "본 지역", "본 지역", "이웃 시", "이웃 군", "다른 도")
_NEEDS: Final = ("", "", "전원 3 kW", "전원 5 kW · 차 1대", "피아노", "암막", "마이크 4개", "대기실 1곳")
_REASONS: Final = ("녹음", "다른 공연", "집안일", "수업", "휴가", "정기 연습")


def _wall(hours: int, minutes: int = 0) -> WallMinute:
    return WallMinute(hours * 60 + minutes)


def day_shift(heads: int) -> ShiftPattern:
    """One crew by day with its lunch."""
    return ShiftPattern(
        "주간 고정", (Crew("주간", heads, _wall(8, 30), _wall(17, 30), _wall(12), _wall(13)),), weekdays=(0, 1, 2, 3, 4)
    )


def two_shifts(heads: int) -> ShiftPattern:
    """Two crews that change over every two weeks."""
    crews = (
        Crew("주간", heads * 3 // 5, _wall(7), _wall(19), _wall(12), _wall(13)),
        Crew("야간", heads - heads * 3 // 5, _wall(19), _wall(31), _wall(24, 30), _wall(25, 30)),
    )
    return ShiftPattern("주야 2교대", crews, 14, datetime.date(2026, 3, 2), (0, 1, 2, 3, 4, 5))


def three_shifts(heads: int) -> ShiftPattern:
    """Three crews around the clock."""
    third = heads // 3
    crews = (
        Crew("A조", third, _wall(6), _wall(14), _wall(10, 30), _wall(11, 10)),
        Crew("B조", third, _wall(14), _wall(22), _wall(17, 30), _wall(18, 10)),
        Crew("C조", heads - 2 * third, _wall(22), _wall(30), _wall(25, 30), _wall(26, 10)),
    )
    return ShiftPattern("3조 3교대", crews, 7, datetime.date(2026, 3, 2), (0, 1, 2, 3, 4, 5, 6))


class Companies(NamedTuple):
    """Companies in order, and the area, head-count and crew names of each one's main site."""

    organisations: list[Organisation]
    sites: list[Site]
    areas: list[AreaId]
    heads: list[int]
    crews: list[tuple[str, ...]]


def make_companies(count: int, areas: list[AreaId], dice: Dice, writer: Writer, ids: Identities) -> Companies:
    """Invented companies, each with a site (some with two) and the shifts people work there."""
    made = Companies([], [], [], [], [])
    for position in range(count):
        korean, english = writer.name(_INDUSTRIES, with_adjective=False)
        identity = OrganisationId(ids.of("organisations", position))
        contacts = (Contact(writer.person(), "문화 담당"),) if dice.chance(0.6) else ()
        company = Organisation(
            identity, f"㈜{korean}", f"{english} Co., Ltd.", OrganisationKind.COMPANY, contacts, is_invented=True
        )
        made.organisations.append(company)
        for site in range(2 if dice.chance(0.1) else 1):
            heads = dice.between(2, 60) * 10
            pattern = dice.pick((day_shift, day_shift, two_shifts, three_shifts))(heads)
            area = dice.pick(areas)
            name = "본공장" if site == 0 else "제2공장"
            key = SiteId(ids.of("sites", position * 2 + site))
            made.sites.append(Site(key, identity, name, area, "", heads, (pattern,), 2 if heads > 300 else 1))
            if site == 0:
                made.areas.append(area)
                made.heads.append(heads)
                made.crews.append(tuple(crew.name for crew in pattern.crews))
    return made


class Troupe(NamedTuple):
    """All artists by position, the first `acts` of them bookable.

    `people` has the positions an artist takes with it, `partners` a group's other group that shares a member.
    """

    artists: list[Artist]
    people: list[tuple[int, ...]]
    acts: int
    partners: dict[int, int]


def make_artists(count: int, dice: Dice, writer: Writer, ids: Identities) -> Troupe:
    """Groups first, then people who perform alone, then people who perform only in groups."""
    groups, soloists = count * 2 // 5, count // 5
    first_member = groups + soloists
    keys = [ArtistId(ids.of("artists", position)) for position in range(count)]
    artists: list[Artist] = []
    people: list[tuple[int, ...]] = []
    group_of: dict[int, int] = {}
    partners: dict[int, int] = {}
    waiting = first_member
    for position in range(count):
        members: list[int] = []
        if position < groups and dice.chance(0.7):
            wanted = dice.between(2, 3)
            members = list(range(waiting, min(count, waiting + wanted)))
            waiting += len(members)
            if members and members[0] > first_member and dice.chance(0.15):  # somebody who plays in two groups
                shared = first_member + dice.below(members[0] - first_member)
                members.append(shared)
                partners[position] = group_of[shared]
                partners[group_of[shared]] = position
            group_of.update((member, position) for member in members)
        artists.append(_artist(keys, position, position < groups, members, dice, writer))
        people.append((position, *members))
    return Troupe(artists, people, first_member, partners)


def _artist(
    keys: list[ArtistId], position: int, is_group: bool, members: list[int], dice: Dice, writer: Writer
) -> Artist:
    if is_group:
        name, latin = writer.name(_GROUPS, with_adjective=True)
    else:
        name = writer.person()
        latin = f"{romanised(name[0])} {romanised(name[1:])}"
    region = dice.pick(_REGIONS)
    contact = (Contact(writer.person(), "대표"),) if is_group and dice.chance(0.5) else ()
    return Artist(
        keys[position],
        name,
        ArtistKind.GROUP if is_group else ArtistKind.PERSON,
        romanised=latin,
        genre=dice.pick(_GENRES),
        region=region,
        is_local=region == "본 지역",
        members=tuple(keys[member] for member in members),
        head_count=max(len(members), dice.between(2, 8)) if is_group else None,
        contacts=contact,
        fee=dice.between(3, 30) * 100_000 if dice.chance(0.4) else None,
        needs=dice.pick(_NEEDS),
        is_invented=True,
    )


class Times:
    """When artists can: the statements, and what they rule out for the scheduler."""

    def __init__(self) -> None:
        self.statements: list[Availability] = []
        self._weekly: set[tuple[int, int, int]] = set()
        self._dated: set[tuple[int, int]] = set()

    def allow(self, people: tuple[int, ...], day: datetime.date, slot: int) -> bool:
        """Whether none of these people has said no to this part of this day."""
        weekday, ordinal = day.weekday(), day.toordinal()
        for person in people:
            if (person, weekday, slot) in self._weekly or (person, ordinal) in self._dated:
                return False
        return True

    def weekly(self, person: int, weekday: int, slots: tuple[int, ...], statement: Availability) -> None:
        """Note a weekly no to some slots."""
        self.statements.append(statement)
        self._weekly.update((person, weekday, slot) for slot in slots)

    def dated(self, person: int, day: datetime.date, statement: Availability) -> None:
        """Note a no to a whole day."""
        self.statements.append(statement)
        self._dated.add((person, day.toordinal()))


_ALL_SLOTS: Final = tuple(range(SLOTS))
_NO: Final = AvailabilityValue.IMPOSSIBLE


def make_times(troupe: Troupe, days: list[datetime.date], dice: Dice, ids: Identities) -> Times:
    """Weekly patterns of a third of the artists and dated exceptions of a quarter; the rest said nothing."""
    times = Times()

    def fresh() -> AvailabilityId:
        return AvailabilityId(ids.of("availabilities", len(times.statements)))

    for person, artist in enumerate(troupe.artists):
        shape = dice.below(12)
        weekday = dice.below(7)
        if shape == 0:
            statement = Availability(fresh(), artist.id, value=_NO, weekday=weekday, reason=dice.pick(_REASONS))
            times.weekly(person, weekday, _ALL_SLOTS, statement)
        elif shape == 1:
            for workday in range(5):
                statement = Availability(
                    fresh(), artist.id, value=_NO, weekday=workday, starts=_wall(9), ends=_wall(11, 30), reason="직장"
                )
                times.weekly(person, workday, (MORNING,), statement)
        elif shape == 2:
            value = AvailabilityValue.RATHER_NOT
            statement = Availability(fresh(), artist.id, value=value, weekday=weekday, starts=_wall(22), ends=_wall(26))
            times.weekly(person, weekday, (NIGHT,), statement)
        elif shape == 3:
            value = dice.pick((AvailabilityValue.GOOD, AvailabilityValue.POSSIBLE))
            times.statements.append(
                Availability(fresh(), artist.id, value=value, weekday=weekday, starts=_wall(11), ends=_wall(19))
            )
        if dice.chance(0.25):
            for _ in range(dice.between(1, 3)):
                day = dice.pick(days)
                reason = dice.pick(_REASONS)
                times.dated(person, day, Availability(fresh(), artist.id, value=_NO, date=day, reason=reason))
    return times
