"""What a column can mean, and the headers people write for it; the known national data sets by their columns.

Headers are compared after folding: small letters, no spaces, marks or brackets (`fold_header`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

from director_app.wording import message

ARTISTS: Final = "artists"
VENUES: Final = "venues"
PROGRAMMES: Final = "programmes"
DELIVERIES: Final = "deliveries"
APPLICATIONS: Final = "applications"
KINDS: Final = (DELIVERIES, APPLICATIONS, ARTISTS, VENUES, PROGRAMMES)

KIND_LABELS: Final = {
    DELIVERIES: message("Deliveries"),
    APPLICATIONS: message("Applications of companies"),
    VENUES: message("Venues"),
    ARTISTS: message("Artists"),
    PROGRAMMES: message("Programmes"),
}


class FieldName(NamedTuple):
    """One meaning of a column: its name in code, on the screen, and in other people's tables."""

    name: str
    label: str
    headers: tuple[str, ...]


def _field(name: str, label: str, headers: str) -> FieldName:
    return FieldName(name, label, tuple(one.strip() for one in headers.split("|")))


_TITLE: Final = _field(
    "title", message("Title"),
    "프로그램명|프로그램|프로그램 제목|행사명|축제명|공연명|공연 제목|공연/행사명|작품명|제목|콘텐츠명|title|programme|program|programme title"
    "|program name|programme name|event|event name|event title|show|performance",
)  # fmt: skip
_KIND: Final = _field(
    "kind", message("Kind"),
    "구분|분류|종류|유형|장르|프로그램 유형|프로그램 종류|공연 장르|축제 유형|행사 유형|형식|kind|type|category|genre|format",
)  # fmt: skip
_INTRO: Final = _field(
    "intro", message("Introduction"),
    "내용|행사내용|축제내용|공연내용|프로그램 내용|프로그램 소개|주요 내용|소개|설명|description|about|introduction|summary|content",
)  # fmt: skip
_AUDIENCE: Final = _field(
    "audience", message("Audience"), "대상|관람대상|참여대상|참가대상|이용대상|audience|for whom|target"
)
_ADMISSION: Final = _field(
    "admission", message("Admission"), "관람료|관람요금|이용요금|입장료|참가비|요금|가격|admission|price|ticket price|entry"
)
_FREE: Final = _field("is_free", message("Free or paid"), "요금정보|유무료|유료여부|무료여부|유료/무료|free")
_AGE: Final = _field(
    "age_rating", message("Age"), "입장연령|관람연령|관람등급|이용연령|연령|age|age rating|age limit"
)
_BOOKING: Final = _field(
    "booking", message("Booking"), "예매정보|예매|예약|예약방법|신청방법|참여방법|접수방법|booking|how to book|tickets|registration"
)
_HOSTS: Final = (
    _field("hosts", message("Hosted by"), "주최|주최기관|주최기관명|주최/주관|주최·주관|host|hosted by|presented by"),
    _field("organisers", message("Organised by"), "주관|주관기관|주관기관명|수행기관|organiser|organizer|organised by|organized by"),
    _field("sponsors", message("Supported by"), "후원|후원기관|후원기관명|협찬|협력|sponsor|sponsors|supported by|with support of"),
)
_ARTISTS_OF: Final = _field(
    "artists", message("Artists"),
    "출연|출연진|출연자|출연팀|공연팀|공연단체|공연자|연주자|연주단체|예술인|예술인·단체|예술단체|아티스트|단체|단체명|강사|참여작가|작가|팀|팀명"
    "|artist|artists|performer|performers|act|acts|cast|line-up|lineup|band|speaker",
)  # fmt: skip
_MINUTES: Final = _field(
    "minutes", message("Minutes"),
    "소요시간|러닝타임|진행시간|공연시간(분)|소요(분)|분|공연 길이|duration|minutes|min|running time|length",
)  # fmt: skip
_SETUP: Final = _field("setup", message("Set-up minutes"), "준비|준비시간|설치|설치시간|셋업|setup|set-up|set-up minutes|load-in")
_STRIKE: Final = _field("strike", message("Strike minutes"), "철수|철수시간|철거|정리시간|strike|strike minutes|load-out|breakdown")
_INITIATIVE: Final = _field(
    "initiative", message("Initiative"), "세부사업|세부사업명|사업|사업명|단위사업|initiative|strand|project|scheme"
)
_NOTE: Final = _field("note", message("Note"), "비고|메모|기타|기타사항|참고|특이사항|note|notes|remarks|comment|comments")
_NUMBER: Final = _field(
    "number", message("Number"), "일정번호|관리번호|참조번호|고유번호|번호|no|no.|ref|reference|reference number|number|id"
)
_SERIAL: Final = _field("serial", message("Row number"), "연번|순번|순서|일련번호|#|serial|row")
_VENUE_OF: Final = _field(
    "venue", message("Venue"),
    "장소|개최장소|장소명|행사장소|공연장소|공연장|시설명|개최 장소 장소명|venue|place|location|where|hall|stage|room",
)  # fmt: skip
_ADDRESS: Final = _field(
    "address", message("Address"),
    "주소|소재지도로명주소|도로명주소|소재지주소|소재지|장소 주소|공장주소|사업장주소|사업장 소재지|address|street address",
)  # fmt: skip
_ADDRESS2: Final = _field(
    "lot_address", message("Address by lot"), "소재지지번주소|지번주소|lot address"
)
_AREA: Final = _field("area", message("Area"), "권역|권역명|구역|구역명|블록|단지구역|area|zone|district|quarter")
_PHONE: Final = _field(
    "phone", message("Phone"),
    "전화|전화번호|연락처|휴대폰|휴대전화|핸드폰|휴대폰번호|문의|문의처|문의전화|대표전화|운영기관전화번호|담당자 연락처|담당자 전화번호"
    "|phone|phone number|telephone|tel|mobile|contact number",
)  # fmt: skip
_EMAIL: Final = _field("email", message("E-mail"), "이메일|메일|메일주소|전자우편|이메일주소|담당자 이메일|email|e-mail|mail|email address")
_WEB: Final = _field(
    "web", message("Web address"),
    "홈페이지|홈페이지주소|누리집|웹사이트|url|링크|sns|유튜브|운영홈페이지|website|web|homepage|link|links|web address",
)  # fmt: skip
_LATITUDE: Final = _field("latitude", message("Latitude"), "위도|latitude|lat|y좌표")
_LONGITUDE: Final = _field("longitude", message("Longitude"), "경도|longitude|lon|lng|long|x좌표")
_SEATS: Final = _field(
    "seats", message("Seats"), "객석수|좌석수|좌석|객석|수용인원|수용|수용 가능 인원|수용규모|정원|seats|capacity|seating"
)
_COMPANY: Final = _field(
    "organisation", message("Company or organisation"),
    "기업|기업명|업체|업체명|회사|회사명|입주기업|방문기업|방문 기업|대상기업|신청기업|사업장|사업장명|기관|기관명|수요처|방문처"
    "|company|company name|organisation|organization|firm|client|host company",
)  # fmt: skip
_CONTACT: Final = _field(
    "contact", message("Contact person"),
    "담당자|담당자명|담당자 성명|담당자 이름|대표자|대표자명|대표|신청자|신청자명|신청인|연락담당|contact|contact person|contact name|applicant name",
)  # fmt: skip
_STATUS: Final = _field("status", message("Status"), "상태|진행상태|진행 상황|확정여부|확정 여부|처리상태|status|state")

_PROGRAMME_FACTS: Final = (
    _KIND, _INTRO, _AUDIENCE, _ADMISSION, _FREE, _AGE, _BOOKING, *_HOSTS, _ARTISTS_OF, _MINUTES, _SETUP, _STRIKE,
    _INITIATIVE,
)  # fmt: skip

FIELDS: Final[dict[str, tuple[FieldName, ...]]] = {
    DELIVERIES: (
        _NUMBER, _SERIAL, _TITLE,
        _field("suffix", message("Part of the title"), "회차|차수|회|부제|회차명|round|part|edition|subtitle"),
        _field(
            "date", message("Date"),
            "날짜|일자|일시|공연일|공연일자|공연일시|행사일|행사일자|행사일시|개최일|개최일자|일정|시작일|시작일자|시작날짜|행사시작일자|행사시작일"
            "|축제시작일자|축제시작일|개최시작일|개최시작일자|공연시작일|기간|행사기간|축제기간|공연기간|개최기간|배달일|배달일자|진행일"
            "|date|dates|day|when|start date|date and time|date/time|event date|first day|period",
        ),
        _field(
            "until", message("Last date"),
            "종료일|종료일자|종료날짜|행사종료일자|행사종료일|축제종료일자|축제종료일|개최종료일|개최종료일자|공연종료일|마지막날|end date|until|last day|to",
        ),
        _field("start_year", message("Year"), "년|연도|년도|시작일 년|개최기간 시작일 년|year"),
        _field("start_month", message("Month"), "월|시작일 월|개최기간 시작일 월|month"),
        _field("start_day", message("Day of the month"), "일|시작일 일|개최기간 시작일 일|day of month"),
        _field("end_year", message("Year of the last date"), "종료일 년|개최기간 종료일 년"),
        _field("end_month", message("Month of the last date"), "종료일 월|개최기간 종료일 월"),
        _field("end_day", message("Day of the last date"), "종료일 일|개최기간 종료일 일"),
        _field(
            "start", message("Start"),
            "시간|시각|시작|시작시간|시작시각|행사시작시각|행사시작시간|공연시간|공연시작시간|공연시각|진행 시간|행사시간|운영시간|배달시간"
            "|time|times|start|start time|starts|begins|from|curtain",
        ),
        _field("end", message("End"), "종료|종료시간|종료시각|행사종료시각|행사종료시간|공연종료시간|끝|마침|end|end time|ends|finish"),
        _VENUE_OF, _ADDRESS, _ADDRESS2, _AREA, _COMPANY, _STATUS,
        _field(
            "heads", message("Expected heads"),
            "예상인원|예상 관객|예상관객수|예상 참여인원|인원|참여인원|참가인원|모집인원|모집정원|expected|expected heads|expected audience|heads|headcount",
        ),
        _field("counted", message("Counted heads"), "실적|참석인원|참석자수|실 관객|관객수|관람객수|관람인원|참여 실적|attendance|counted|visitors|actual"),
        *_PROGRAMME_FACTS, _PHONE, _WEB, _SEATS, _LATITUDE, _LONGITUDE,
        _field("responsible", message("Responsible"), "담당|담당자|담당자명|담당 pd|매니저|책임자|responsible|person in charge|manager|staff"),
        _field("fallback", message("Rain or heat plan"), "우천|우천시|우천 시|우천대책|우천·폭염 대책|대체장소|우천시 장소|rain|rain plan|fallback|plan b"),
        _NOTE,
    ),
    APPLICATIONS: (
        _field("number", message("Number"), "신청번호|접수번호|번호|no|no.|number|application number|reference|id"),
        _SERIAL,
        _field(
            "received", message("Received"),
            "접수일시|접수일|접수일자|접수시간|신청일시|신청일|신청일자|신청 일시|타임스탬프|제출일시|제출시간|응답일시|등록일시|timestamp|received"
            "|received at|submitted|submitted at|submission date|application date|date received",
        ),
        _COMPANY,
        _field("contact", message("Contact person"), "담당자|담당자명|담당자 성명|담당자 이름|신청자|신청자명|신청인|성명|이름|대표자|contact|contact person|contact name|applicant|name"),
        _field("role", message("Position"), "직위|직책|직급|부서|부서명|소속|position|role|department|job title"),
        _PHONE, _EMAIL, _ADDRESS, _AREA,
        _field(
            "wish1", message("First wish"),
            "1지망|1순위|희망일1|희망일시1|희망일(1순위)|희망일시(1순위)|1순위 희망일|희망1|희망일|희망일시|희망일자|희망날짜|희망 시기|희망시기|희망 일정|방문희망일"
            "|공연희망일|first wish|wish 1|wish|preferred date|preferred date 1|first choice|preferred time|date wanted",
        ),
        _field("wish2", message("Second wish"), "2지망|2순위|희망일2|희망일시2|희망일(2순위)|희망일시(2순위)|2순위 희망일|희망2|second wish|wish 2|preferred date 2|second choice"),
        _field("wish3", message("Third wish"), "3지망|3순위|희망일3|희망일시3|희망일(3순위)|희망일시(3순위)|3순위 희망일|희망3|third wish|wish 3|preferred date 3|third choice"),
        _field(
            "meal_slot", message("Meal slot"),
            "식사시간|시간대|희망시간대|희망 시간대|희망시간|중식/석식|중석식|중·석식|식사 시간대|점심/저녁|슬롯|meal slot|meal|slot|time slot|shift slot",
        ),
        _field("heads", message("Heads"), "인원|예상인원|참여인원|참여 예상인원|예상 참여인원|참가인원|관람인원|근로자수|직원수|임직원수|종업원수|heads|headcount|people|expected heads|employees"),
        _field("heads_day", message("Heads, day shift"), "주간|주간조|주간인원|주간 인원|주간 근무자|1조|a조|day shift|day heads|heads day"),
        _field("heads_evening", message("Heads, evening shift"), "오후조|석간|중간조|2조|b조|evening shift|evening heads|heads evening|swing shift"),
        _field("heads_night", message("Heads, night shift"), "야간|야간조|야간인원|야간 인원|야간 근무자|3조|c조|night shift|night heads|heads night"),
        _field("space", message("Space"), "공간|장소|희망장소|희망 장소|공연장소|공연 공간|제공 공간|가능 공간|가능장소|space|venue|place|location|room"),
        _field("programme", message("Programme wished"), "희망 프로그램|희망프로그램|신청 프로그램|프로그램|프로그램명|희망 공연|희망공연|희망 장르|선호 장르|programme|program|programme wanted|show wanted"),
        _field("note", message("Note"), "요청사항|요청 사항|비고|건의|건의사항|기타|기타사항|메모|문의사항|특이사항|note|notes|requests|remarks|comments|message"),
        _field("state", message("State"), "처리상태|진행상태|상태|결과|선정여부|status|state|decision"),
    ),
    VENUES: (
        _field("name", message("Name"), "장소명|장소|시설명|공연장명|공연장|개최장소|시설|이름|명칭|venue|venue name|name|place|place name|hall|facility"),
        _field("name_en", message("English name"), "영문명|영문 이름|영문|영어명|english name|name in english|name (english)|name en"),
        _field("kind", message("Kind"), "구분|분류|종류|유형|시설구분|시설유형|박물관미술관구분|장소 유형|kind|type|category"),
        _field("host", message("Host organisation"), "관리기관|관리기관명|운영기관|운영기관명|소유|소유기관|보유기관|소속|소속기업|기업명|기업|회사|제공기업|host|host organisation|owner|operator|company"),
        _AREA, _ADDRESS, _ADDRESS2,
        _field("setting", message("Indoors or outdoors"), "실내외|실내·외|실내/실외|실내/야외|실내야외|실내외구분|실내외 구분|실내외여부|indoor/outdoor|indoor outdoor|setting|indoors|indoor or outdoor"),
        _SEATS,
        _field("standing", message("Standing"), "입석|입석수|스탠딩|입석 인원|standing|standing capacity"),
        _field("floor_area", message("Floor area"), "면적|넓이|면적(㎡)|전용면적|규모|area (m2)|area (sqm)|floor area|size"),
        _field("power", message("Power"), "전기|전력|전기용량|전력(kw)|전기(kw)|전원|power|power (kw)|electricity"),
        _field("hours", message("Opening hours"), "운영시간|개방시간|이용시간|이용 가능 시간|사용가능시간|개관시간|opening hours|hours|open|opening times"),
        _field("weekday_opens", message("Opens on weekdays"), "평일관람시작시각|평일 시작|weekday opens"),
        _field("weekday_closes", message("Closes on weekdays"), "평일관람종료시각|평일 종료|weekday closes"),
        _field("holiday_opens", message("Opens on holidays"), "공휴일관람시작시각|휴일 시작|holiday opens"),
        _field("holiday_closes", message("Closes on holidays"), "공휴일관람종료시각|휴일 종료|holiday closes"),
        _field("closed", message("Closed days"), "휴관일|휴무|휴무일|휴관|휴관정보|정기휴무|closed|closed days|closing days"),
        _LATITUDE, _LONGITUDE, _CONTACT, _PHONE, _EMAIL, _WEB,
        _field("gate", message("Gate"), "출입|출입구|출입방법|출입 방법|출입절차|정문|게이트|gate|access|entrance"),
        _field("parking", message("Parking"), "주차|주차장|주차장보유여부|주차 가능|주차대수|parking"),
        _field("directions", message("Directions"), "오시는길|오시는 길|찾아오는 길|교통|교통안내|교통안내정보|directions|how to get there"),
        _field("fallback", message("Fallback place"), "대체장소|우천시 장소|우천 시 대체장소|우천대체장소|fallback|fallback place|rain venue"),
        _NOTE, _SERIAL,
    ),
    ARTISTS: (
        _field("name", message("Name"), "예술인명|예술인·단체명|예술인(단체)명|예술인/단체명|단체명|예술단체명|팀명|팀이름|공연팀명|공연팀|밴드명|아티스트명|활동명|예명|성명|이름|예술인|예술인·단체|단체|아티스트|출연자|출연진|artist|artist name|name|group|group name|band|act|performer"),
        _field("name_en", message("Romanised name"), "영문명|영문 이름|영문|영문 활동명|로마자|romanised|romanized|english name|name in english|name en"),
        _field("group_or_person", message("Person or group"), "개인/단체|개인·단체|단체구분|개인단체|구분|person or group|kind|type"),
        _field("genre", message("Genre"), "장르|분야|활동분야|예술분야|활동 장르|전문분야|공연 장르|분야(장르)|genre|field|discipline|style"),
        _field("region", message("Region"), "지역|활동지역|소재지|거주지|거주지역|활동 지역|주소|region|city|based in|location"),
        _field("is_local", message("Local artist"), "지역예술인|지역 예술인|지역예술인여부|관내|관내여부|local|local artist|is local"),
        _field("members", message("Members"), "구성원|멤버|단원|단원명|팀원|참여자 명단|members|member names|line-up|lineup"),
        _field("head_count", message("Number of members"), "인원|인원수|단원수|팀원수|구성인원|출연인원|멤버수|members count|number of members|size|team size|people"),
        _CONTACT, _PHONE, _EMAIL, _WEB,
        _field("fee", message("Fee"), "출연료|섭외비|공연료|사례비|개런티|강사료|회당 출연료|금액|fee|fees|rate|price|cost"),
        _field("needs", message("Needs"), "필요장비|필요 장비|요구사항|기술사항|기술 요구사항|음향|장비|무대조건|needs|technical needs|tech rider|rider|equipment|requirements"),
        _field("biography", message("Biography"), "소개|약력|프로필|이력|주요경력|단체소개|팀소개|biography|bio|profile|about|introduction|description"),
        _field("consent", message("Consent date"), "동의일|개인정보동의|개인정보 동의일|동의일자|consent|consent date"),
        _NOTE, _SERIAL,
    ),
    PROGRAMMES: (
        _TITLE,
        _field("title_en", message("English title"), "영문명|영문 제목|영문|영문 프로그램명|english title|title in english|title en"),
        _field("subtitle", message("Subtitle"), "부제|부제목|subtitle"),
        _field("short_title", message("Short title"), "짧은 제목|약칭|단축명|short title|short name"),
        *_PROGRAMME_FACTS,
        _field("power", message("Power"), "전기|전력|전기용량|전력(kw)|power|power (kw)"),
        _field("setting", message("Indoors or outdoors"), "실내외|실내·외|실내/실외|실내/야외|indoor/outdoor|setting"),
        _field("needs", message("Needs"), "필요장비|필요 장비|요구사항|음향|장비|needs|equipment|requirements"),
        _WEB, _PHONE, _NOTE, _SERIAL,
    ),
}  # fmt: skip

#: Folded headers that any table may have and that tell nothing by themselves.
GENERIC_HEADERS: Final = frozenset(
    {"이름", "명칭", "제목", "번호", "비고", "내용", "구분", "name", "title", "no", "id", "number", "note", "notes", "kind", "type", "date"}
)

#: A table of a kind says at least one field of each group.
REQUIRED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    DELIVERIES: (
        ("date", "until", "start_year", "start_month"),
        ("title", "venue", "organisation", "artists"),
    ),
    APPLICATIONS: (("organisation",), ("received", "wish1", "wish2", "meal_slot", "heads_night", "space", "programme")),
    VENUES: (("name",),),
    ARTISTS: (("name",),),
    PROGRAMMES: (("title",),),
}


class DataSet(NamedTuple):
    """A public data set known by its columns, and what each means."""

    name: str
    kind: str
    columns: dict[str, str]


FESTIVALS: Final = "전국문화축제표준데이터"
PERFORMANCES: Final = "전국공연행사정보표준데이터"
MUSEUMS: Final = "전국박물관미술관정보표준데이터"
#: Fields that no record has a place for; they are kept word for word in the note.
KEPT_AS_NOTE: Final = "*note"
IGNORED: Final = ""

_WHERE: Final = {
    "소재지도로명주소": "address", "소재지지번주소": "lot_address", "위도": "latitude", "경도": "longitude",
    "데이터기준일자": "data_date", "제공기관코드": IGNORED, "제공기관명": "provider",
}  # fmt: skip
DATA_SETS: Final = (
    DataSet(FESTIVALS, DELIVERIES, {
        "축제명": "title", "개최장소": "venue", "축제시작일자": "date", "축제종료일자": "until", "축제내용": "intro",
        "주관기관명": "organisers", "주최기관명": "hosts", "후원기관명": "sponsors", "전화번호": KEPT_AS_NOTE,
        "홈페이지주소": KEPT_AS_NOTE, "관련정보": KEPT_AS_NOTE, **_WHERE,
    }),
    DataSet(PERFORMANCES, DELIVERIES, {
        "행사명": "title", "장소": "venue", "행사내용": "intro", "행사시작일자": "date", "행사종료일자": "until",
        "행사시작시각": "start", "행사종료시각": "end", "요금정보": "is_free", "주관기관명": "organisers",
        "주최기관명": "hosts", "전화번호": KEPT_AS_NOTE, "후원기관명": "sponsors", "객석수": "seats", "관람요금": "admission",
        "입장연령": "age_rating", "할인정보": KEPT_AS_NOTE, "유의사항": KEPT_AS_NOTE, "홈페이지주소": KEPT_AS_NOTE,
        "예매정보": "booking", "주차장보유여부": IGNORED, **_WHERE,
    }),
    DataSet(MUSEUMS, VENUES, {
        "시설명": "name", "박물관미술관구분": "kind", "운영기관전화번호": "phone", "운영기관명": KEPT_AS_NOTE, "운영홈페이지": "web",
        "편의시설정보": KEPT_AS_NOTE, "평일관람시작시각": "weekday_opens", "평일관람종료시각": "weekday_closes",
        "공휴일관람시작시각": "holiday_opens", "공휴일관람종료시각": "holiday_closes", "휴관정보": "closed",
        "어른관람료": KEPT_AS_NOTE, "청소년관람료": KEPT_AS_NOTE, "어린이관람료": KEPT_AS_NOTE, "관람료기타정보": KEPT_AS_NOTE,
        "박물관미술관소개": KEPT_AS_NOTE, "교통안내정보": "directions", "관리기관전화번호": IGNORED, "관리기관명": IGNORED, **_WHERE,
    }),
)  # fmt: skip


@cache
def fold_header(header: str) -> str:
    """A header for comparison: composed, small letters, without spaces, marks, numbering and brackets."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", header)).lower()
    text = re.sub(r"^\s*(?:[①-⑳]|\d{1,2}\s*[.)]\s)", "", text)
    return re.sub(r"[^0-9a-z가-힣%#]+", "", text)


@cache
def headers_of(kind: str) -> dict[str, str]:
    """Folded header -> field, of one kind of table; the first field that claims a header has it."""
    found: dict[str, str] = {}
    for field in FIELDS[kind]:
        for header in field.headers:
            found.setdefault(fold_header(header), field.name)
    return found


@cache
def label_of(kind: str, field: str) -> str:
    """What a field is called on the screen (a message)."""
    return next((one.label for one in FIELDS.get(kind, ()) if one.name == field), field)
