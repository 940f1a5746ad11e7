"""Works of light, money and results for the plan that documents are printed of."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from director_app.domain.council import CouncilMember, CouncilRule, Decision, DecisionState, Meeting
from director_app.domain.facts import Closure, Contact, DatedHours
from director_app.domain.ids import (
    ApplicationId,
    ArtistId,
    BoothId,
    BudgetLineId,
    CouncilMemberId,
    DecisionId,
    DeliveryId,
    EventId,
    GrantId,
    GuestId,
    MeetingId,
    OrganisationId,
    OutcomeId,
    PostId,
    ProgrammeId,
    ReportTextId,
    RouteId,
    StayId,
    StopId,
    SupportId,
    VenueId,
    WorkId,
)
from director_app.domain.lights import LightFrom, LightRule, Work, WorkKind
from director_app.domain.outcomes import (
    AudienceGroup,
    GroupShare,
    Outcome,
    ReportPart,
    ReportText,
    Survey,
)
from director_app.domain.papers import BudgetLine, Funding, Grant, MoneyStage
from director_app.domain.requests import Application, ApplicationState, Wish
from director_app.domain.spaces import Criterion, Stay, Support, SupportKind, SupportState
from director_app.domain.staffing import Booth, BoothKind, Guest, GuestState, Post, PostKind
from director_app.domain.tours import Route, Stop
from tests.documents.plans import minute


def works() -> list[Any]:
    """A projection by dusk and weekday, a sculpture by sunset with a neighbours' limit, a lighting by the clock."""
    winter = date(2025, 10, 20)
    return [
        Work(
            WorkId("w1"), "빛의 굴뚝", "Chimney of light", WorkKind.PROJECTION,
            ArtistId("고래밴드"), VenueId("bangrim"),
            rules=(
                LightRule(LightFrom.DUSK, 20, minute("20:30"), minute("24:30"), (4, 5)),
                LightRule(LightFrom.DUSK, 20, minute("20:30"), minute("23:00")),
            ),
            maintenance=(Closure(date(2025, 10, 14), date(2025, 10, 15), "램프 교체"),),
            exceptions=(DatedHours(date(2025, 10, 8), minute("19:00"), minute("24:00")),),
        ),
        Work(
            WorkId("w2"), "수출의 탑", "Tower of exports", WorkKind.SCULPTURE, venue=VenueId("jinpyeong"),
            rules=(LightRule(LightFrom.SUNSET, -10, None, minute("23:30")),), curfew=minute("22:00"),
        ),
        Work(
            WorkId("w3"), "", "", WorkKind.LIGHTING,
            rules=(LightRule(LightFrom.CLOCK, 0, minute("18:30"), None, valid_until=winter),),
        ),
    ]  # fmt: skip


def money() -> list[Any]:
    """Three funding lines, and planned, committed and spent amounts by code."""
    national, city, own = (
        Grant(GrantId("g1"), "문화선도산단", Funding.NATIONAL, amount=300_000_000, interest=12_345),
        Grant(GrantId("g2"), "구미시 대응", Funding.CITY, amount=150_000_000),
        Grant(GrantId("g3"), "자부담", Funding.OWN, amount=20_000_001),
    )
    budget, committed, spent = MoneyStage

    def line(name: str, title: str, stage: MoneyStage, amount: int, **more: Any) -> BudgetLine:
        return BudgetLine(BudgetLineId(name), national.id, *_CODES[title], title, stage, amount, **more)

    concert = DeliveryId("d7")
    return [
        national, city, own,
        line("b1", "출연료", budget, 48_000_000),
        line("b2", "인쇄비·현수막", budget, 12_000_000),
        line("b3", "출연료", committed, 5_000_000, payee="자이언티", delivery=concert),
        line("b4", "출연료", spent, 1_234_567, payee="고래밴드", delivery=DeliveryId("d30"), on=date(2025, 10, 9),
             withheld_percent=3.3),
        line("b5", "인쇄비·현수막", spent, 880_000, payee="한글인쇄", on=date(2025, 9, 12)),
        BudgetLine(BudgetLineId("b6"), title="간식", stage=spent, amount=99_990),
    ]  # fmt: skip


def results() -> list[Any]:
    """What came of the festival and of the whole season, and typed parts of reports."""
    return [
        Outcome(
            OutcomeId("o1"), event=EventId("gif"), heads=21_000, groups=(
                GroupShare(AudienceGroup.FAMILIES, percent=78.3), GroupShare(AudienceGroup.WORKERS, 3_100),
            ),
            survey=Survey(240, 4.42),
        ),
        Outcome(OutcomeId("o2"), heads=50_664, held=25, companies=40, survey=Survey(points=84.7)),
        ReportText(ReportTextId("t1"), ReportPart.BASIS, "문화기본법 제12조\n2025년 산업단지 문화주간 업무협약"),
        ReportText(ReportTextId("t2"), ReportPart.PURPOSE, "산업단지 근로자와 주민이 가까이에서 문화를 누리게 한다."),
        ReportText(ReportTextId("t3"), ReportPart.SAFETY, "안전요원은 300명에 4명을 둔다."),
    ]  # fmt: skip


_CODES = {"출연료": ("110", "05"), "인쇄비·현수막": ("210", "01")}


def requests() -> list[Any]:
    """Applications of a company that is offered a date, of one that is not, and of an artist without any answer."""
    return [
        Application(
            ApplicationId("q1"), "신청-1", datetime(2025, 8, 4, 9, 30), organisation=OrganisationId("applying"),
            state=ApplicationState.PLACED, delivery=DeliveryId("d7"), decision_note="속사정",
        ),
        Application(
            ApplicationId("q2"), "신청-2", datetime(2025, 8, 4, 9, 31), applicant="두리정밀",
            wishes=(Wish("10월 둘째 주 점심"), Wish("10/22")), state=ApplicationState.DECLINED, decision_note="속사정",
        ),
        Application(ApplicationId("q3"), "신청-3", datetime(2025, 8, 1, 8), artist=ArtistId("고래밴드")),
    ]  # fmt: skip


def council() -> list[Any]:
    """Four members, one without a vote and one who came later; a meeting and three decisions."""
    chair, company = CouncilMemberId("m1"), CouncilMemberId("m2")
    meeting = MeetingId("c1")
    return [
        CouncilMember(chair, "김위원", "구미시", "위원장", contact=Contact(phone="010-1234-5678")),
        CouncilMember(company, "이기업", "두리정밀", "위원"),
        CouncilMember(CouncilMemberId("m3"), "박자문", "문화재단", "자문", is_voting=False),
        CouncilMember(CouncilMemberId("m4"), "나중에", "한국산업단지공단", since=date(2025, 12, 1)),
        Meeting(
            meeting, 1, "정기회의", date(2025, 10, 8), minute("14:00"), minute("15:30"), VenueId("bangrim"),
            ("거리공연 소음 민원", "방림 광장 사용"), (chair, CouncilMemberId("m3")), None,
            "저녁 공연의 소리를 줄이자고 하였다.", ("소음 민원 목록",),
        ),
        Decision(
            DecisionId("k1"), meeting, "레츠고 공연을 승인한다", "소음 측정 결과를 보고한다", date(2025, 10, 14),
                 delivery=DeliveryId("d7")),
        Decision(DecisionId("k2"), meeting, "광장을 무료로 쓴다", "전기료는 재단이 낸다", state=DecisionState.DONE),
        Decision(DecisionId("k3"), meeting, "광장은 밤 10시까지 쓴다", venue=VenueId("bangrim"),
                 expires=date(2025, 11, 30), rule=CouncilRule(ends_by=minute("22:00"), weekdays=(4, 5))),
    ]  # fmt: skip


def tour() -> list[Any]:
    """A route with three stops along a programme that has dates."""
    route = RouteId("walk")
    return [
        Route(route, "산단 산책", "A walk through the complex", ProgrammeId("letsgo"), 25, "정문 앞"),
        Stop(StopId("s1"), route, 0, "옛 섬유 공장", VenueId("bangrim"), minutes=25, safety_talk="안내원 김안전"),
        Stop(StopId("s2"), route, 1, "", VenueId("bangrim"), walk_minutes=12, minutes=20),
        Stop(StopId("s3"), route, 2, "제품 전시", walk_minutes=3, bus_minutes=10, minutes=30),
    ]


def people() -> list[Any]:
    """Two shifts, one of them short, a booth, and the guests of a concert, one of whom does not come."""
    day = date(2025, 10, 8)
    return [
        Post(
            PostId("p1"), "입구 안전", PostKind.SAFETY, date=day, start=minute("09:00"), end=minute("15:00"), wanted=2
        ),
        Post(PostId("p2"), "안내", venue=VenueId("bangrim"), date=day, people=("봉사자 가",)),
        Booth(BoothId("b1"), "공예 체험", None, BoothKind.EXPERIENCE, "체험존", run_by="작가 가", power_kw=1.5),
        Guest(GuestId("g1"), "김내빈", DeliveryId("d7"), 0, "구미시", "시장", GuestState.COMING, "환영사"),
        Guest(GuestId("g2"), "안내빈", DeliveryId("d7"), 1, "공단", "본부장", GuestState.NOT_COMING),
    ]


def spaces() -> list[Any]:
    """A stay that became a programme, an evaluation with all its points, and a grant."""
    first, last = date(2025, 9, 1), date(2025, 10, 12)
    criteria = (Criterion("겉모습", 40.0, 31.0), Criterion("쓰임", 60.0, 49.0))
    return [
        Stay(StayId("y1"), "장인 가", venue=VenueId("bangrim"), first_day=first, last_day=last, open_days=(last,),
             programme=ProgrammeId("letsgo")),
        Support(SupportId("u1"), "공장 디자인", decided_on=last, state=SupportState.CLOSED, criteria=criteria),
        Support(SupportId("u2"), "작은 공장 쉼터", SupportKind.GRANT, state=SupportState.GIVEN, first_day=first,
                amount=8_000_000),
    ]  # fmt: skip
