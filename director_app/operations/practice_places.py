"""Places of the practice season: areas, and venues in companies, in public and for exhibitions."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from director_app.domain.facts import Access, Closure, FallbackState, Setting, WeekHours
from director_app.domain.ids import AreaId, ComplexId, TravelId, VenueId
from director_app.domain.places import Travel, Venue
from director_app.domain.season import Area
from director_app.domain.timeline import WallMinute, days_between
from director_app.operations.practice_people import Companies
from director_app.operations.practice_texts import Dice, Identities, Writer

_ROOMS: Final = (
    (" 식당", " canteen", Setting.INDOOR), (" 식당", " canteen", Setting.INDOOR), (" 강당", " hall", Setting.INDOOR),
    (" 로비", " lobby", Setting.INDOOR), (" 휴게실", " lounge", Setting.INDOOR), (" 마당", " yard", Setting.OUTDOOR),
)  # fmt: skip
_INDOORS: Final = (
    ("문화회관", " Culture Hall"), (" 도서관", " Library"), (" 소극장", " Studio Theatre"), (" 체육관", " Gymnasium"),
    (" 창작소", " Makers’ House"), (" 주민센터", " Community Centre"), (" 기록관", " Archive"),
    (" 작은극장", " Little Theatre"),
)  # fmt: skip
_OUTDOORS: Final = (
    ("공원", " Park"), (" 광장", " Square"), ("시장", " Market"), (" 골목", " Alley"), (" 둔치", " Riverbank"),
    (" 마당", " Yard"),
)  # fmt: skip
_GALLERIES: Final = (("미술관", " Art Museum"), (" 갤러리", " Gallery"), (" 전시관", " Exhibition Hall"))
_PARTS: Final = (("소극장", "Studio"), ("야외무대", "Open-air stage"), ("다목적실", "Multi-purpose room"))
#: Weekly hours of every gallery: closed on Mondays.
GALLERY_HOURS: Final = tuple(WeekHours(weekday, WallMinute(600), WallMinute(1080)) for weekday in range(1, 7))
_CANTEEN_HOURS: Final = tuple(WeekHours(weekday, WallMinute(8 * 60), WallMinute(21 * 60)) for weekday in range(5))
_STATES: Final = (FallbackState.SECURED, FallbackState.SECURED, FallbackState.ASKED, FallbackState.NONE)


class Ground(NamedTuple):
    """A venue for the scheduler: the place that is really occupied, its company, and the days it is closed."""

    venue: Venue
    root: int
    company: int | None
    closed: frozenset[datetime.date]

    @property
    def pool(self) -> str:
        """Whether companies or the public come here."""
        return "public" if self.company is None else "company"


class Grounds(NamedTuple):
    """Venues by use."""

    company: list[Ground]
    public: list[Ground]
    galleries: list[Ground]

    def venues(self) -> list[Venue]:
        """Every venue record."""
        return [ground.venue for pool in self for ground in pool]


def make_areas(count: int, complex_id: ComplexId, writer: Writer, ids: Identities) -> list[Area]:
    """The parts of the complex, then quarters of the town around it."""
    areas = []
    for position in range(count):
        korean, english = (f"{position + 1}단지", f"Complex {position + 1}") if position < 5 else _quarter(writer)
        areas.append(Area(AreaId(ids.of("areas", position)), korean, english, complex_id, position))
    return areas


def _quarter(writer: Writer) -> tuple[str, str]:
    return writer.name((("동", " Quarter"),), with_adjective=False)


def make_travels(areas: list[Area], dice: Dice, ids: Identities) -> list[Travel]:
    """Minutes between any two areas."""
    travels: list[Travel] = []
    for position, one in enumerate(areas):
        for other in areas[position + 1 :]:
            minutes = dice.between(2, 8) * 5
            walk = minutes * 4 if minutes <= 10 else None
            travels.append(Travel(TravelId(ids.of("travels", len(travels))), one.id, other.id, walk, minutes))
    return travels


def make_venues(
    count: int, areas: list[AreaId], companies: Companies, dice: Dice, writer: Writer, ids: Identities
) -> Grounds:
    """Two fifths in companies, a few galleries, the rest in public; about a third under the sky."""
    inside, galleries = count * 2 // 5, max(1, count * 6 // 100)
    grounds = Grounds([], [], [])
    for position in range(count):
        key = VenueId(ids.of("venues", position))
        if position < inside:
            grounds.company.append(_in_company(key, position, companies, dice))
        elif position < inside + galleries:
            korean, english = writer.name(_GALLERIES, with_adjective=True)
            venue = Venue(key, korean, english, "전시장", area=dice.pick(areas), setting=Setting.INDOOR)
            venue = venue._replace(opening_hours=GALLERY_HOURS, opening_text="월요일 쉼", is_invented=True)
            grounds.galleries.append(Ground(venue, position, None, frozenset()))
        else:
            grounds.public.append(_in_public(key, position, grounds.public, areas, dice, writer))
    return grounds._replace(public=_with_fallbacks(grounds.public, dice))


def _in_company(key: VenueId, position: int, companies: Companies, dice: Dice) -> Ground:
    company = position % len(companies.organisations)
    host = companies.organisations[company]
    room, room_english, setting = dice.pick(_ROOMS)
    if position >= len(companies.organisations):  # a second room of the same company
        room, room_english, setting = " 별관", " annexe", Setting.INDOOR
    days = dice.between(0, 3)
    venue = Venue(
        key,
        host.name.removeprefix("㈜") + room,
        host.name_en.removesuffix(" Co., Ltd.") + room_english,
        "기업(공장)",
        host=host.id,
        area=companies.areas[company],
        setting=setting,
        opening_hours=_CANTEEN_HOURS,
        seats=dice.between(3, 30) * 10,
        power_kw=float(dice.between(2, 10)),
        zone="공업지역",
        access=Access(
            "정문", days or None, days > 1, dice.chance(0.2), "작업장 촬영 금지", "방문객 주차장", "정문 안내실"
        ),
        is_invented=True,
    )
    return Ground(venue, position, company, frozenset())


def _in_public(
    key: VenueId, position: int, others: list[Ground], areas: list[AreaId], dice: Dice, writer: Writer
) -> Ground:
    if others and position % 10 == 0:
        return _part_of(key, others[-1], dice)
    outdoor = dice.chance(0.45)
    korean, english = writer.name(_OUTDOORS if outdoor else _INDOORS, with_adjective=outdoor)
    closed: tuple[Closure, ...] = ()
    if dice.chance(0.3):
        first = datetime.date(2026, 3, 2) + datetime.timedelta(days=dice.below(240))
        closed = (Closure(first, first + datetime.timedelta(days=dice.between(1, 6)), "시설 점검"),)
    venue = Venue(
        key,
        korean,
        english,
        "야외" if outdoor else "실내 공연장",
        area=dice.pick(areas),
        setting=Setting.OUTDOOR if outdoor else Setting.INDOOR,
        closures=closed,
        seats=None if outdoor else dice.between(8, 60) * 10,
        standing=dice.between(10, 200) * 10 if outdoor else None,
        power_kw=float(dice.between(5, 40)) if dice.chance(0.6) else None,
        zone="주거지역" if outdoor and dice.chance(0.4) else "",
        is_registered_venue=not outdoor and dice.chance(0.3),
        is_invented=True,
    )
    days = frozenset(day for closure in closed for day in days_between(closure.first, closure.last))
    return Ground(venue, position, None, days)


def _part_of(key: VenueId, whole: Ground, dice: Dice) -> Ground:
    part, part_english = dice.pick(_PARTS)
    venue = whole.venue._replace(
        id=key,
        name=f"{whole.venue.name} {part}",
        name_en=f"{part_english}, {whole.venue.name_en}",
        part_of=whole.venue.part_of or whole.venue.id,
        setting=Setting.OUTDOOR if part == "야외무대" else Setting.INDOOR,
        seats=None,
        standing=None,
    )
    return whole._replace(venue=venue)


def _with_fallbacks(grounds: list[Ground], dice: Dice) -> list[Ground]:
    """Outdoor places with an indoor one for rain; every fourth has none."""
    roofed = [ground.venue.id for ground in grounds if ground.venue.setting is Setting.INDOOR]
    done: list[Ground] = []
    outdoors = 0
    for ground in grounds:
        venue = ground.venue
        if venue.setting is Setting.OUTDOOR and roofed:
            outdoors += 1
            if outdoors % 4 != 1:
                venue = venue._replace(fallback=dice.pick(roofed), fallback_state=dice.pick(_STATES))
        done.append(ground._replace(venue=venue))
    return done
