"""The practice season: a large invented plan, the same on every machine, to rehearse and to measure with.

People, companies, places and programmes are put together from words and marked as invented, which the season's notice
says on every printed page; telephone numbers and mail addresses are blank.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from director_app.domain.culture_calendar import SpecialDay, SpecialDayKind
from director_app.domain.edits import highest_in
from director_app.domain.facts import Credit
from director_app.domain.ids import ComplexId, OrganisationId, SpecialDayId
from director_app.domain.kinds import AnyRecord
from director_app.domain.people import Organisation, OrganisationKind
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery
from director_app.domain.season import Complex, Season
from director_app.domain.timeline import days_between
from director_app.operations.practice_deliveries import PREFIX, Maker
from director_app.operations.practice_kinds import make_initiatives
from director_app.operations.practice_people import make_artists, make_companies, make_times
from director_app.operations.practice_places import make_areas, make_travels, make_venues
from director_app.operations.practice_requests import make_applications, make_notes, make_tellings
from director_app.operations.practice_schedule import FIRST_DAY, LAST_DAY, TODAY, Cast, make_events
from director_app.operations.practice_texts import Dice, Identities, Writer

NOTICE: Final = "연습용 계획입니다. 사람·단체·기업·장소와 일정은 모두 지어낸 것입니다."
NOTICE_EN: Final = "A practice plan: its people, groups, companies, places and dates are all invented."


class _Size(NamedTuple):
    deliveries: int
    artists: int
    venues: int
    companies: int
    areas: int


_SIZES: Final = (_Size(300, 60, 25, 30, 7), _Size(5_000, 600, 100, 200, 12), _Size(52_000, 4_000, 300, 1_500, 20))


def practice_season(deliveries: int, seed: int = 2026) -> Plan:
    """An invented season of so many deliveries, equal for equal arguments.

    300, 5,000 and 52,000 deliveries come with 60, 600 and 4,000 artists and 25, 100 and 300 venues; what lies between
    is scaled. The season runs from March to November 2026, with 15 July as its reference date.

    Raises:
        ValueError: for a number of deliveries below 1.
    """
    if deliveries < 1:
        raise ValueError(deliveries)
    records = _records(_size_of(deliveries), Dice(seed), Identities(seed))
    return Plan.of(records, highest_in(one for one in records if isinstance(one, Delivery)))


def _size_of(deliveries: int) -> _Size:
    smaller = max((size for size in _SIZES if size.deliveries <= deliveries), default=_SIZES[0])
    larger = min((size for size in _SIZES if size.deliveries >= deliveries), default=_SIZES[-1])
    if smaller.deliveries >= larger.deliveries:
        return smaller._replace(deliveries=deliveries)
    share = (deliveries - smaller.deliveries) / (larger.deliveries - smaller.deliveries)
    return _Size(*(round(low + (high - low) * share) for low, high in zip(smaller, larger, strict=True)))


def _records(size: _Size, dice: Dice, ids: Identities) -> list[AnyRecord]:
    writer = Writer(dice)
    complex_id = ComplexId(ids.of("complexes", 0))
    areas = make_areas(size.areas, complex_id, writer, ids)
    area_ids = [area.id for area in areas]
    companies = make_companies(size.companies, area_ids, dice, writer, ids)
    troupe = make_artists(size.artists, dice, writer, ids)
    times = make_times(troupe, days_between(FIRST_DAY, LAST_DAY), dice, ids)
    grounds = make_venues(size.venues, area_ids, companies, dice, writer, ids)
    initiatives = make_initiatives(ids)
    initiative_ids = [one.id for one in initiatives]
    events = make_events(max(2, size.deliveries // 400), grounds, initiative_ids, dice, writer, ids)
    maker = Maker(Cast(companies, troupe, times, grounds, initiative_ids, events), dice, writer, ids)
    maker.make(size.deliveries)
    hosts = _hosts(ids)
    applications = make_applications(size.deliveries // 10, companies, maker.deliveries, dice, writer, ids)
    return [
        _complex(complex_id), _season(complex_id, hosts), *_special_days(ids), *areas, *hosts, *companies.organisations,
        *companies.sites, *troupe.artists, *times.statements, *grounds.venues(), *make_travels(areas, dice, ids),
        *initiatives, *events, *maker.programmes, *maker.series(), *maker.deliveries, *maker.segments, *applications,
        *make_notes(maker.deliveries, dice, writer, ids), *make_tellings(maker.deliveries, dice, ids),
    ]  # fmt: skip


def _complex(identity: ComplexId) -> Complex:
    return Complex(
        identity,
        "연습산업단지",
        "Practice Industrial Complex",
        address="연습시",
        address_en="Practice City",
        colour="#0F5C7A",
    )


def _hosts(ids: Identities) -> list[Organisation]:
    named = (
        ("연습부", "Ministry of Practice", OrganisationKind.AGENCY),
        ("연습시", "Practice City", OrganisationKind.LOCAL_GOVERNMENT),
        ("연습문화재단", "Practice Cultural Foundation", OrganisationKind.FOUNDATION),
    )
    return [
        Organisation(OrganisationId(ids.of("hosts", position)), korean, english, kind, is_invented=True)
        for position, (korean, english, kind) in enumerate(named)
    ]


def _season(complex_id: ComplexId, hosts: list[Organisation]) -> Season:
    roles = ("주최", "주관", "주관")
    return Season(
        SEASON,
        title="연습 시즌",
        title_en="Practice Season",
        subtitle="연습산업단지의 공연·전시·체험",
        subtitle_en="Concerts, exhibitions and workshops at the practice complex",
        complex=complex_id,
        first_day=FIRST_DAY,
        last_day=LAST_DAY,
        reference_date=TODAY,
        number_prefix=PREFIX,
        credits=tuple(Credit(role, host.name, host.id) for role, host in zip(roles, hosts, strict=True)),
        enquiries=hosts[2].name,
        notice=NOTICE,
        notice_en=NOTICE_EN,
        is_sample=True,
    )


def _special_days(ids: Identities) -> list[SpecialDay]:
    first = FIRST_DAY.replace(month=9, day=7)
    week = SpecialDayId(ids.of("special_days", 0))
    return [SpecialDay(week, first, first.replace(day=13), SpecialDayKind.CULTURE_WEEK, "산업단지 문화주간(연습)")]
