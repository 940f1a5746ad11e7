"""What a column can mean in tables of the rest of the charge: council, light, tours, event days, spaces, money."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from director_app.domain.council import DecisionState
from director_app.domain.facts import ConfirmationState
from director_app.domain.lights import WorkKind
from director_app.domain.papers import Funding, MoneyStage
from director_app.domain.spaces import SupportKind, SupportState
from director_app.domain.staffing import BoothKind, GuestState, PostKind
from director_app.imports.shared_fields import FieldName, meaning
from director_app.wording import message


class ChargeSheet(NamedTuple):
    """One kind of table: its columns by the fields of the record, and those that tell two records apart."""

    columns: tuple[str, ...]
    key: tuple[str, ...]
    #: A table without a telling name says at least one field of each group.
    required: tuple[tuple[str, ...], ...]


def _sheet(columns: str, key: str, *required: str) -> ChargeSheet:
    return ChargeSheet(tuple(columns.split()), tuple(key.split()), tuple(tuple(one.split()) for one in required))


#: Records that others name come before them.
SHEETS: Final = MappingProxyType({
    "council_members": _sheet(
        "name body role is_voting since until contact.phone contact.email", "name body", "name", "body",
        "is_voting role",
    ),
    "meetings": _sheet("number title date start end venue quorum agenda papers minutes_text", "number title", "agenda"),
    "decisions": _sheet(
        "text meeting condition due state delivery programme venue expires", "text meeting", "text", "condition expires"
    ),
    "works": _sheet(
        "title title_en kind artist venue owner first_day last_day power_kw curfew neighbours note", "title", "title",
        "curfew neighbours",
    ),
    "routes": _sheet("title title_en programme places meeting_point note", "title", "title", "meeting_point"),
    "stops": _sheet(
        "route position title venue organisation work walk_minutes bus_minutes minutes consent safety_talk"
        " is_talk_agreed note", "route title", "route", "walk_minutes bus_minutes",
    ),
    "posts": _sheet(
        "title kind event delivery venue zone date start end wanted people note", "title event delivery date start",
        "title", "wanted",
    ),
    "booths": _sheet("name event kind zone organisation run_by power_kw state note", "name event", "name", "run_by"),
    "guests": _sheet("position name body role delivery state part seat", "name body delivery", "name", "seat"),
    "calls": _sheet("title venue opens closes results_on places text", "title", "title", "closes"),
    "stays": _sheet(
        "name artist call venue first_day last_day state open_days programme note", "name artist call first_day",
        "call open_days", "first_day",
    ),
    "supports": _sheet(
        "title kind organisation venue state decided_on first_day last_day amount note source",
        "title kind organisation venue", "title", "decided_on",
    ),
    "grants": _sheet("name funding organisation amount match_rate interest note", "name", "name", "funding match_rate"),
    "budget_lines": _sheet(
        "title stage grant code subcode amount on payee artist withheld_percent programme delivery note",
        "title stage grant code subcode on payee delivery", "amount", "stage subcode payee",
    ),
    "outcomes": _sheet(
        "event programme delivery initiative on heads held companies note source",
        "event programme delivery initiative on", "heads", "companies held",
    ),
})  # fmt: skip

SHEET_NAMES: Final = MappingProxyType({
    "council_members": message("Members of the council"),
    "meetings": message("Meetings of the council"),
    "decisions": message("Decisions of the council"),
    "works": message("Works of light"),
    "routes": message("Tour routes"),
    "stops": message("Stops of tours"),
    "posts": message("Shifts at events"),
    "booths": message("Booths"),
    "guests": message("Guests"),
    "calls": message("Open calls"),
    "stays": message("Stays in workshops"),
    "supports": message("Support for spaces"),
    "grants": message("Funding lines"),
    "budget_lines": message("Costs"),
    "outcomes": message("What came of it"),
})  # fmt: skip
#: The same in the other spellings by which a sheet of a workbook is known.
TITLES: Final = MappingProxyType({
    "council_members": "협의체 위원|협의체위원|위원 명단|위원명단|문화융합협의체 위원|members of the council",
    "meetings": "협의체 회의|회의 목록|meetings of the council",
    "decisions": "협의체 의결|협의체 의결사항|의결사항|decisions of the council",
    "works": "빛 작품|빛 작품과 점등|야간 경관 작품|공공미술|works of light",
    "routes": "투어 코스|관광 코스|tour routes",
    "stops": "투어 경유지|경유지|stops of tours", "posts": "행사 근무|근무조|근무표|shifts at events",
    "booths": "부스|부스 목록|booths", "guests": "내빈|내빈 명단|초청자 명단|guests",
    "calls": "공모|공모 목록|open calls", "stays": "입주|레지던시 입주|stays in workshops",
    "supports": "공간 지원|support for spaces", "grants": "재원|보조금 재원|funding lines",
    "budget_lines": "집행 내역|비용|예산·집행|costs", "outcomes": "성과|성과 집계|what came of it",
})  # fmt: skip

_MEANINGS: Final = MappingProxyType({
    "name": (message("Name"), "이름|성명|명칭|부스명|재원명|name"),
    "title": (message("Title"), "제목|작품명|회의명|코스명|근무명|건명|세부 내역|내역|title"),
    "title_en": (message("In English"), "영문|영문명|영문 제목|in english|english title"),
    "body": (message("Sent by"), "추천 기관|추천기관|위촉기관|소속 기관|소속기관|소속|sent by|body"),
    "role": (message("Post"), "직책|직위|직함|post|role"),
    "is_voting": (message("Has a vote"), "의결권|표결권|의결권 여부|has a vote|voting"),
    "since": (message("Since"), "부터|위촉일|임기 시작|since"),
    "until": (message("Until"), "까지|해촉일|임기 끝|until"),
    "contact.phone": (message("Phone"), "전화|전화번호|연락처|휴대전화|phone"),
    "contact.email": (message("E-mail"), "이메일|전자우편|메일|e-mail|email"),
    "number": (message("Number"), "번호|차수|회차|number|no"),
    "date": (message("Date"), "날짜|일자|개최일|근무일|date"),
    "start": (message("Begins"), "시작|시작 시각|시작시간|begins|start"),
    "end": (message("Ends"), "종료|끝|종료 시각|종료시간|ends|end"),
    "venue": (message("Venue"), "장소|venue|place"),
    "quorum": (message("Quorum"), "정족수|의사정족수|의결정족수|quorum"),
    "agenda": (message("Agenda"), "안건|회의 안건|agenda"),
    "papers": (message("Papers"), "회의 자료|자료|papers"),
    "minutes_text": (message("What was said"), "논의 내용|회의 내용|회의록|what was said"),
    "text": (message("Text"), "내용|의결 내용|의결|결정|본문|text|decision"),
    "meeting": (message("Meeting"), "회의|meeting"), "condition": (message("Condition"), "조건|의결 조건|condition"),
    "due": (message("Due"), "기한|이행 기한|due"), "state": (message("State"), "상태|진행 상태|state"),
    "delivery": (message("Reference number"), "일정 번호|일정번호|번호(일정)|reference number|delivery"),
    "programme": (message("Programme"), "프로그램|programme|program"),
    "expires": (message("Binds until"), "효력 기한|효력 끝|효력 종료|binds until|expires"),
    "kind": (message("Kind"), "종류|구분|유형|kind|type"),
    "artist": (message("Artist"), "예술인|작가|예술인·단체|artist"),
    "owner": (message("Owned by"), "소유|소유 기관|소유자|owned by|owner"),
    "first_day": (message("First day"), "첫날|시작일|first day"),
    "last_day": (message("Last day"), "마지막 날|종료일|last day"),
    "power_kw": (message("Power"), "전력|전기|전력(kw)|power|power (kw)"),
    "curfew": (message("Switched off at"), "소등|소등 시각|소등 제한|switched off at|curfew"),
    "neighbours": (message("Neighbours"), "주변 민원|이웃|주변|neighbours"),
    "note": (message("Remark"), "비고|메모|remark|note"),
    "places": (message("Number of places"), "정원|모집 인원|number of places|places"),
    "meeting_point": (message("Meeting point"), "집결지|만나는 곳|모이는 곳|출발지|meeting point"),
    "route": (message("Route"), "코스|동선|route"), "position": (message("Order"), "순서|차례|서열|order|position"),
    "organisation": (message("Organisation"), "기관|기업|기관·기업|기업명|기관명|organisation|company"),
    "work": (message("Work of light"), "작품|빛 작품|work of light|work"),
    "walk_minutes": (message("Minutes on foot"), "도보|걸어서 걸리는 분|도보(분)|도보 시간|minutes on foot"),
    "bus_minutes": (message("Minutes by bus"), "버스|버스(분)|버스 시간(분)|차량 시간|minutes by bus"),
    "minutes": (message("Minutes"), "분|머무는 시간|소요 시간|소요 시간(분)|minutes"),
    "consent": (message("Consent"), "동의|방문 동의|consent"),
    "safety_talk": (message("Safety talk"), "안전 교육|안전교육|safety talk"),
    "is_talk_agreed": (
        message("Safety talk agreed"), "안전 교육 합의|안전 교육 협의됨|안전교육 합의|safety talk agreed"
    ),
    "event": (message("Event"), "행사|축제|event"), "zone": (message("Zone"), "구역|존|zone"),
    "wanted": (message("People wanted"), "필요 인원|필요인원|people wanted|wanted"),
    "people": (message("Names"), "명단|이름|근무자|names|people"),
    "run_by": (message("Run by"), "운영|운영 주체|운영자|run by"),
    "part": (message("Part in the ceremony"), "역할|식순 역할|part in the ceremony"),
    "seat": (message("Seat"), "좌석|자리|seat"),
    "opens": (message("Opens on"), "접수 시작|시작일|공모 시작|opens on"),
    "closes": (message("Closes on"), "접수 마감|마감일|공모 마감|closes on"),
    "results_on": (message("Results on"), "발표일|결과 발표|results on"),
    "call": (message("Open call"), "공모|open call|call"),
    "open_days": (message("Open studio on"), "오픈스튜디오|작업실 공개일|공개일|open studio on"),
    "decided_on": (message("Decided on"), "결정일|정한 날|선정일|지정일|decided on"),
    "amount": (message("Amount"), "금액|지원금|amount"), "source": (message("Source"), "출처|근거|source"),
    "funding": (message("Source of the money"), "재원 구분|source of the money|재원|국비/지방비|funding"),
    "match_rate": (message("Match rate"), "매칭 비율|부담 비율|매칭률|match rate"),
    "interest": (message("Interest"), "이자|interest"), "stage": (message("Stage"), "단계|예산/집행|stage"),
    "grant": (message("Grant"), "보조금|grant"), "code": (message("Budget code"), "비목|보조비목|budget code|code"),
    "subcode": (message("Budget subcode"), "세목|보조세목|budget subcode|subcode"),
    "on": (message("On"), "일자|집행일|지급일|on"),
    "payee": (message("Payee"), "지급처|거래처|받는 사람|payee"),
    "withheld_percent": (message("Withheld (%)"), "원천징수(%)|원천징수율|원천징수|withheld (%)"),
    "initiative": (message("Initiative"), "세부사업|initiative"),
    "heads": (message("People"), "인원|참여 인원|관람 인원|people"),
    "held": (message("Times held"), "운영 횟수|times held|개최 횟수|held"),
    "companies": (message("Companies"), "기업 수|기업|참여 기업|companies"),
})  # fmt: skip
CHARGE_FIELDS: Final[dict[str, tuple[FieldName, ...]]] = {
    kind: tuple(meaning(column, *_MEANINGS[column]) for column in sheet.columns) for kind, sheet in SHEETS.items()
}

#: How people write the answers of a column, by value; what the program itself writes is among them.
WORDS: Final[MappingProxyType[type[StrEnum], dict[Any, str]]] = MappingProxyType({
    DecisionState: {
        DecisionState.OPEN: "미이행|이행 전|아직 이행 전|not fulfilled yet",
        DecisionState.DONE: "이행|이행 완료|완료|fulfilled",
        DecisionState.VOID: "무효|실효|void",
    },
    ConfirmationState: {
        ConfirmationState.OPEN: "문의 전|미확인|미정|not asked", ConfirmationState.ASKED: "문의 중|협의 중|요청|asked",
        ConfirmationState.AGREED: "동의|확정|승낙|합의|agreed",
    },
    WorkKind: {
        WorkKind.SCULPTURE: "조각|조형물|sculpture", WorkKind.PUBLIC_ART: "공공미술|public art",
        WorkKind.MEDIA_ART: "미디어아트|media art", WorkKind.PROJECTION: "프로젝션|미디어파사드|투사|projection",
        WorkKind.LIGHTING: "조명|경관조명|lighting",
    },
    PostKind: {
        PostKind.SAFETY: "안전요원|안전 요원|안전|safety staff",
        PostKind.VOLUNTEER: "자원봉사자|자원봉사|봉사자|volunteers",
        PostKind.GUARD: "경비|지킴이|전시 지킴이|guards", PostKind.GUIDE: "안내|안내원|해설사|guides",
        PostKind.CREW: "무대|스태프|무대 스태프|stage crew",
    },
    BoothKind: {
        BoothKind.EXPERIENCE: "체험|hands-on",
        BoothKind.MARKET: "판매|장터|마켓|market",
        BoothKind.FOOD: "먹거리|음식|food",
        BoothKind.INFORMATION: "안내|홍보|information",
    },
    GuestState: {
        GuestState.TO_INVITE: "초청 전|초청 예정|to be invited", GuestState.INVITED: "초청|초청함|invited",
        GuestState.COMING: "참석|coming", GuestState.NOT_COMING: "불참|not coming",
    },
    SupportKind: {
        SupportKind.EVALUATION: "평가|evaluation", SupportKind.GRANT: "지원금|보조금|개선 지원|grant",
        SupportKind.DESIGNATION: "지정|designation",
    },
    SupportState: {
        SupportState.PLANNED: "계획|예정|planned", SupportState.APPLIED: "신청|신청함|applied for",
        SupportState.GIVEN: "선정|확정|지급|지정|given", SupportState.CLOSED: "종료|완료|finished",
        SupportState.REFUSED: "탈락|미선정|refused",
    },
    Funding: {
        Funding.NATIONAL: "국비|국고|national", Funding.PROVINCE: "도비|province", Funding.CITY: "시비|군비|구비|city",
        Funding.OWN: "자부담|자체|own", Funding.PRIVATE: "민간|기타(민간)|후원|private",
    },
    MoneyStage: {
        MoneyStage.BUDGET: "예산|편성|planned|budget", MoneyStage.COMMITTED: "원인행위|계약|약정|committed",
        MoneyStage.ACTUAL: "집행|지출|지급|spent|actual",
    },
})  # fmt: skip
