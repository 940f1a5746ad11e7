"""A small season made by hand, from the published programmes of Gumi 2025; what the sources leave open stays open."""

from __future__ import annotations

from datetime import date
from typing import Any

from director_app.domain.culture_calendar import SpecialDay
from director_app.domain.facts import Act, Contact, Credit, Fallback, FallbackKind, LocalText, Setting, WeekHours
from director_app.domain.ids import (
    AreaId,
    ArtistId,
    ComplexId,
    DeliveryId,
    EventId,
    OrganisationId,
    ProgrammeId,
    SpecialDayId,
    VenueId,
)
from director_app.domain.people import Artist, Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Event, Programme, Status
from director_app.domain.season import Area, Complex, Season
from director_app.domain.timeline import WallMinute

AREAS = ("공단동", "남통동", "상모사곡동", "옥계동", "인동동", "진평동")
VENUES = {
    "saemaeul": ("새마을운동테마공원", "상모사곡동", Setting.OUTDOOR),
    "echo": ("에코홀", "상모사곡동", Setting.INDOOR),
    "bangrim": ("㈜방림 구미공장", "공단동", Setting.INDOOR),
    "jinpyeong": ("진평음식문화거리", "진평동", Setting.OUTDOOR),
    "baekkop": ("금오산 배꼽마당 야외공연장", "남통동", Setting.OUTDOOR),
    "dodam": ("옥계 도담공원", "옥계동", Setting.OUTDOOR),
    "parking": ("공단공원 주차장", "공단동", Setting.OUTDOOR),
    "indong": ("인동시장", "인동동", Setting.OUTDOOR),
    "fluor": ("㈜플루오르테크", "공단동", Setting.INDOOR),
}
ARTISTS = (
    "자이언티", "크라잉넛", "소향", "앰비규어스댄스컴퍼니", "더킹덤", "긱블", "고막홀릭", "고래밴드",
    "정효민 재즈앙상블", "조이앤빅타이거", "뮤직어서", "커피밴드",
    "동서고금", "이하실 밴드", "롱아일랜드재즈밴드", "송미해 밴드", "DJ KOO",
)  # fmt: skip
_CREDITS = (
    Credit("주최", "문화체육관광부"),
    Credit("주관", "구미시"),
    Credit("주관", "구미문화재단"),
    Credit("협력", "한국산업단지공단"),
)


def _acts(*names: str) -> tuple[Act, ...]:
    return tuple(Act(ArtistId(name)) for name in names)


def minute(text: str) -> WallMinute:
    hours, minutes = text.split(":")
    return WallMinute(int(hours) * 60 + int(minutes))


def season(**changes: Any) -> Season:
    return Season(
        SEASON, "구석구석 문화배달", "Culture Delivery to Every Corner", complex=ComplexId("gumi"),
        first_day=date(2025, 7, 1), last_day=date(2025, 11, 30), number_prefix="GM", credits=_CREDITS,
        enquiries="구미문화재단", enquiries_phone="054-000-0000", web_address="https://gumi.example/gif",
    )._replace(**changes)  # fmt: skip


def _programme(key: str, title: str, **facts: Any) -> Programme:
    return Programme(ProgrammeId(key), title, audience="누구나", is_free=True)._replace(**facts)


def _programmes() -> list[Programme]:
    return [
        _programme("weeknic1", "아트 위크닉 시리즈 1", subtitle="음악·연극", title_en="Art Weeknic, series 1",
                   audience="산단 근로자와 가족, 시민", is_featured=True,
                   booking="사전접수 7. 24.까지, 현장접수도 됩니다"),
        _programme("weeknic2", "아트 위크닉 시리즈 2", subtitle="미술·문학", title_en="Art Weeknic, series 2"),
        _programme("weeknic3", "아트 위크닉 시즌 3", subtitle="댄스·전통", title_en="Art Weeknic, season 3"),
        _programme("dining", "아트다이닝@산단", title_en="Art Dining at the complex", audience="해당 기업 근로자",
                   intro="커피차와 소규모 공연·체험", running_minutes=40),
        _programme("family", "가족이 온(溫)다", title_en="Families come to the company"),
        _programme("letsgo", "Let’s Go 산단 콘서트", title_en="Let’s Go Sandan concert",
                   audience="산단 근로자와 가족, 시민 누구나",
                   lineup=_acts("자이언티", "크라잉넛", "소향", "앰비규어스댄스컴퍼니", "더킹덤"),
                   texts=(LocalText("vi", "Buổi hòa nhạc Let’s Go Sandan"),)),
        _programme("circuit", "미디어아트쇼 ‘Circuit Playground’"),
        _programme("scream", "K-POP Scream DJ", lineup=_acts("DJ KOO")),
        _programme("fringe", "프린지 무대 · 직장생활 토크쇼 · 직장인밴드", audience="산단 근로자와 시민"),
        _programme("archive", "오늘도 구미로 출근합니다", is_exhibition=True),
        _programme("upcycling", "업사이클링 아트워크", is_exhibition=True),
        _programme("street", "구미 거리공연", booking="신청 없이 바로", title_en="Gumi street concert"),
        _programme("visit", "찾아가는 문화산단 음악회", title_en="Visiting culture-complex concert"),
    ]  # fmt: skip


def _delivery(number: int, programme: str, day: date | None, venue: str | None = None, **facts: Any) -> Delivery:
    return Delivery(
        DeliveryId(f"d{number}"), f"GM-{number:03d}", ProgrammeId(programme), date=day,
        venue=VenueId(venue) if venue else None, status=Status.CONFIRMED,
    )._replace(**facts)  # fmt: skip


def _deliveries() -> list[Delivery]:
    october = [date(2025, 10, day) for day in range(1, 32)]

    def on(day: int) -> date:
        return october[day - 1]

    gif = EventId("gif")
    echo = Fallback(FallbackKind.INDOORS, VenueId("echo"), trigger="폭염·우천")
    return [
        _delivery(1, "weeknic1", date(2025, 7, 25), "saemaeul", until=date(2025, 7, 26), fallback=echo),
        _delivery(2, "dining", date(2025, 8, 19), "fluor"),
        _delivery(3, "dining", date(2025, 9, 17), status=Status.PENCILLED, organisation=OrganisationId("applying")),
        _delivery(4, "family", None, month="2025-09", organisation=OrganisationId("applying")),
        _delivery(5, "street", on(3), "jinpyeong", start=minute("19:00"), end=minute("20:30"),
                  lineup=_acts("고막홀릭", "고래밴드", "정효민 재즈앙상블")),
        _delivery(6, "street", on(4), "jinpyeong", start=minute("19:00"), status=Status.CANCELLED,
                  lineup=_acts("조이앤빅타이거", "뮤직어서", "커피밴드")),
        _delivery(7, "letsgo", on(8), "bangrim", start=minute("18:30"), event=gif),
        _delivery(8, "circuit", on(8), "bangrim", until=on(9), event=gif),
        _delivery(9, "archive", on(8), "bangrim", until=on(9), event=gif),
        _delivery(10, "upcycling", on(8), "bangrim", until=on(9), event=gif,
                  hours=tuple(WeekHours(day, minute("10:00"), minute("22:00")) for day in (2, 3))),
        _delivery(11, "scream", on(9), "bangrim", event=gif),
        _delivery(12, "fringe", on(9), "bangrim", event=gif),
        _delivery(13, "street", on(15), "baekkop", lineup=_acts("동서고금", "이하실 밴드")),
        _delivery(14, "street", on(16), "baekkop", start=minute("19:00"), end=minute("20:30"),
                  lineup=_acts("롱아일랜드재즈밴드", "송미해 밴드")),
        _delivery(15, "dining", on(17), "fluor", start=minute("12:10"), end=minute("12:50"), status=Status.POSTPONED,
                  postponed_to=on(31)),
        _delivery(16, "weeknic2", on(24), "dodam", until=on(25)),
        _delivery(17, "visit", on(25), "parking"),
        _delivery(18, "dining", on(29), start=minute("11:50"), end=minute("13:10"),
                  organisation=OrganisationId("applying")),
        _delivery(19, "weeknic3", None, "indong", month="2025-11"),
        _delivery(20, "visit", date(2025, 11, 5), "indong", status=Status.IDEA),
    ]  # fmt: skip


def gumi(**season_changes: Any) -> Plan:
    """The season; every private contact in it must stay out of print."""
    private = (Contact("비밀 연락처", phone="010-1234-5678", email="secret@example.org"),)
    venues = [
        Venue(VenueId(key), name, area=AreaId(area), setting=setting, contacts=private, address="경북 구미시 " + area)
        for key, (name, area, setting) in VENUES.items()
    ]
    return Plan.of(
        [
            season(**season_changes),
            Complex(ComplexId("gumi"), "구미국가산업단지", "Gumi National Industrial Complex", colour="#117C5E"),
            *(Area(AreaId(name), name, position=place) for place, name in enumerate(AREAS)),
            *venues,
            *(Artist(ArtistId(name), name, contacts=private) for name in ARTISTS),
            Organisation(OrganisationId("applying"), "신청 기업", contacts=private),
            Event(EventId("gif"), "2025 GIF 구미산단 페스티벌", "2025 GIF", first_day=date(2025, 10, 8),
                  last_day=date(2025, 10, 9), venue=VenueId("bangrim"),
                  fallback=Fallback(FallbackKind.INDOORS, note="운영 방법은 추후 안내")),
            *_programmes(),
            *_deliveries(),
            SpecialDay(SpecialDayId("h1"), date(2025, 10, 3), date(2025, 10, 3), name="개천절"),
            SpecialDay(SpecialDayId("h2"), date(2025, 10, 8), date(2025, 10, 8), name="추석 연휴 대체공휴일"),
            SpecialDay(SpecialDayId("h3"), date(2025, 10, 9), date(2025, 10, 9), name="한글날"),
        ]
    )  # fmt: skip
