"""What a column can mean in tables of several kinds, and the headers people write for it."""

from __future__ import annotations

from typing import Final, NamedTuple

from director_app.wording import message


class FieldName(NamedTuple):
    """One meaning of a column: its name in code, on the screen, and in other people's tables."""

    name: str
    label: str
    headers: tuple[str, ...]


def meaning(name: str, label: str, headers: str) -> FieldName:
    """A meaning with its headers written in one text, parted by `|`."""
    return FieldName(name, label, tuple(one.strip() for one in headers.split("|")))


TITLE: Final = meaning(
    "title", message("Title"),
    "프로그램명|프로그램|프로그램 제목|행사명|축제명|공연명|공연 제목|공연/행사명|작품명|제목|콘텐츠명|title"
    "|programme|program|programme title|program name|programme name|event|event name|event title|show"
    "|performance",
)  # fmt: skip
KIND: Final = meaning(
    "kind", message("Sort"),
    "구분|분류|종류|유형|장르|프로그램 유형|프로그램 종류|공연 장르|축제 유형|행사 유형|형식|kind|type"
    "|category|genre|format",
)  # fmt: skip
INTRO: Final = meaning(
    "intro", message("Introduction"),
    "내용|행사내용|축제내용|공연내용|프로그램 내용|프로그램 소개|주요 내용|소개|설명|description|about"
    "|introduction|summary|content",
)  # fmt: skip
AUDIENCE: Final = meaning(
    "audience", message("Audience"),
    "대상|관람대상|참여대상|참가대상|이용대상|audience|for whom|target",
)  # fmt: skip
ADMISSION: Final = meaning(
    "admission", message("Admission price"),
    "관람료|관람요금|이용요금|입장료|참가비|요금|가격|admission|price|ticket price|entry",
)  # fmt: skip
FREE: Final = meaning("is_free", message("Free or paid"), "요금정보|유무료|유료여부|무료여부|유료/무료|free")
AGE: Final = meaning(
    "age_rating", message("Age"),
    "입장연령|관람연령|관람등급|이용연령|연령|age|age rating|age limit",
)  # fmt: skip
BOOKING: Final = meaning(
    "booking", message("How to book"),
    "예매정보|예매|예약|예약방법|신청방법|참여방법|접수방법|booking|how to book|tickets|registration",
)  # fmt: skip
HOSTS: Final = (
    meaning(
        "hosts",
        message("Hosted by"),
        "주최|주최기관|주최기관명|주최/주관|주최·주관|host|hosted by|presented by",
    ),
    meaning(
        "organisers",
        message("Organised by"),
        "주관|주관기관|주관기관명|수행기관|organiser|organizer|organised by|organized by",
    ),
    meaning(
        "sponsors",
        message("Supported by"),
        "후원|후원기관|후원기관명|협찬|협력|sponsor|sponsors|supported by|with support of",
    ),
)
ARTISTS_OF: Final = meaning(
    "artists", message("Who performs"),
    "출연|출연진|출연자|출연팀|공연팀|공연단체|공연자|연주자|연주단체|예술인|예술인·단체|예술단체|아티스트"
    "|단체|단체명|강사|참여작가|작가|팀|팀명|artist|artists|performer|performers|act|acts|cast|line-up|lineup"
    "|band|speaker",
)  # fmt: skip
MINUTES: Final = meaning(
    "minutes", message("Minutes"),
    "소요시간|러닝타임|진행시간|공연시간(분)|소요(분)|분|공연 길이|duration|minutes|min|running time|length",
)  # fmt: skip
SETUP: Final = meaning(
    "setup", message("Set-up minutes"),
    "준비|준비시간|설치|설치시간|셋업|setup|set-up|set-up minutes|load-in",
)  # fmt: skip
STRIKE: Final = meaning(
    "strike", message("Strike minutes"),
    "철수|철수시간|철거|정리시간|strike|strike minutes|load-out|breakdown",
)  # fmt: skip
INITIATIVE: Final = meaning(
    "initiative", message("Initiative"),
    "세부사업|세부사업명|사업|사업명|단위사업|initiative|strand|project|scheme",
)  # fmt: skip
NOTE: Final = meaning(
    "note", message("Remarks"),
    "비고|메모|기타|기타사항|참고|특이사항|note|notes|remarks|comment|comments",
)  # fmt: skip
NUMBER: Final = meaning(
    "number", message("Number"),
    "일정번호|관리번호|참조번호|고유번호|번호|no|no.|ref|reference|reference number|number|id",
)  # fmt: skip
SERIAL: Final = meaning("serial", message("Row number"), "연번|순번|순서|일련번호|#|serial|row")
VENUE_OF: Final = meaning(
    "venue", message("Venue"),
    "장소|개최장소|장소명|행사장소|공연장소|공연장|시설명|개최 장소 장소명|venue|place|location|where|hall"
    "|stage|room",
)  # fmt: skip
ADDRESS: Final = meaning(
    "address", message("Address"),
    "주소|소재지도로명주소|도로명주소|소재지주소|소재지|장소 주소|공장주소|사업장주소|사업장 소재지|address"
    "|street address",
)  # fmt: skip
ADDRESS2: Final = meaning("lot_address", message("Address by lot"), "소재지지번주소|지번주소|lot address")
AREA: Final = meaning("area", message("Area"), "권역|권역명|구역|구역명|블록|단지구역|area|zone|district|quarter")
PHONE: Final = meaning(
    "phone", message("Phone"),
    "전화|전화번호|연락처|휴대폰|휴대전화|핸드폰|휴대폰번호|문의|문의처|문의전화|대표전화|운영기관전화번호"
    "|담당자 연락처|담당자 전화번호|phone|phone number|telephone|tel|mobile|contact number",
)  # fmt: skip
EMAIL: Final = meaning(
    "email", message("E-mail"),
    "이메일|메일|메일주소|전자우편|이메일주소|담당자 이메일|email|e-mail|mail|email address",
)  # fmt: skip
WEB: Final = meaning(
    "web", message("Web address"),
    "홈페이지|홈페이지주소|누리집|웹사이트|url|링크|sns|유튜브|운영홈페이지|website|web|homepage|link|links"
    "|web address",
)  # fmt: skip
LATITUDE: Final = meaning("latitude", message("Latitude"), "위도|latitude|lat|y좌표")
LONGITUDE: Final = meaning("longitude", message("Longitude"), "경도|longitude|lon|lng|long|x좌표")
SEATS: Final = meaning(
    "seats", message("Seats"),
    "객석수|좌석수|좌석|객석|수용인원|수용|수용 가능 인원|수용규모|정원|seats|capacity|seating",
)  # fmt: skip
COMPANY: Final = meaning(
    "organisation", message("Company or organisation"),
    "기업|기업명|업체|업체명|회사|회사명|입주기업|방문기업|방문 기업|대상기업|신청기업|사업장|사업장명|기관"
    "|기관명|수요처|방문처|company|company name|organisation|organization|firm|client|host company",
)  # fmt: skip
CONTACT: Final = meaning(
    "contact", message("Contact person"),
    "담당자|담당자명|담당자 성명|담당자 이름|대표자|대표자명|대표|신청자|신청자명|신청인|연락담당|contact"
    "|contact person|contact name|applicant name",
)  # fmt: skip
STATUS: Final = meaning(
    "status", message("Status"),
    "상태|진행상태|진행 상황|확정여부|확정 여부|처리상태|status|state",
)  # fmt: skip

PROGRAMME_FACTS: Final = (
    KIND, INTRO, AUDIENCE, ADMISSION, FREE, AGE, BOOKING, *HOSTS, ARTISTS_OF, MINUTES, SETUP, STRIKE,
    INITIATIVE,
)  # fmt: skip
