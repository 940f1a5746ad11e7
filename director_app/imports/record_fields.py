"""What a column can mean in tables of artists, venues and companies' applications."""

from __future__ import annotations

from typing import Final

from director_app.imports.shared_fields import (
    ADDRESS,
    ADDRESS2,
    AREA,
    COMPANY,
    CONTACT,
    EMAIL,
    LATITUDE,
    LONGITUDE,
    NOTE,
    PHONE,
    SEATS,
    SERIAL,
    WEB,
    meaning,
)
from director_app.wording import message

APPLICATIONS_FIELDS: Final = (
    meaning("number", message("Number"), "신청번호|접수번호|번호|no|no.|number|application number|reference|id"),
    SERIAL,
    meaning(
        "received", message("Received"),
        "접수일시|접수|접수일|접수일자|접수시간|신청일시|신청일|신청일자|신청 일시|타임스탬프|제출일시"
        "|제출시간|응답일시|등록일시|timestamp|received|received at|submitted|submitted at"
        "|submission date|application date|date received",
    ),
    COMPANY,
    meaning(
        "contact", message("Contact person"),
        "담당자|담당|담당자명|담당자 성명|담당자 이름|신청자|신청자명|신청인|성명|이름|대표자|contact"
        "|contact person|contact name|applicant|name",
    ),
    meaning("role", message("Position"), "직위|직책|직급|부서|부서명|소속|position|role|department|job title"),
    PHONE, EMAIL, ADDRESS, AREA,
    meaning(
        "wish1", message("First wish"),
        "1지망|희망 1|wish date 1|wished date 1|date 1"
        "|1순위|희망일1|희망일자1|희망날짜1|희망일시1|희망일(1순위)|희망일시(1순위)|1순위 희망일|희망1|희망일|희망일시"
        "|희망일자|희망날짜|희망 시기|희망시기|희망 일정|방문희망일|공연희망일|first wish|wish 1|wish"
        "|preferred date|preferred date 1|first choice|preferred time|date wanted",
    ),
    meaning(
        "wish2", message("Second wish"),
        "2지망|희망 2|wish date 2|wished date 2|date 2"
        "|2순위|희망일2|희망일자2|희망날짜2|희망일시2|희망일(2순위)|희망일시(2순위)|2순위 희망일|희망2|second wish"
        "|wish 2|preferred date 2|second choice",
    ),
    meaning(
        "wish3", message("Third wish"),
        "3지망|희망 3|wish date 3|wished date 3|date 3"
        "|3순위|희망일3|희망일자3|희망날짜3|희망일시3|희망일(3순위)|희망일시(3순위)|3순위 희망일|희망3|third wish"
        "|wish 3|preferred date 3|third choice",
    ),
    meaning(
        "meal_slot", message("Meal slot"),
        "식사시간|시간|시간대|희망시간대|희망 시간대|희망시간|중식/석식|중석식|중·석식|식사 시간대|점심/저녁"
        "|슬롯|meal slot|meal|slot|time slot|shift slot",
    ),
    meaning(
        "heads", message("Heads"),
        "인원|예상인원|참여인원|참여 예상인원|예상 참여인원|참가인원|관람인원|근로자수|직원수|임직원수"
        "|종업원수|heads|headcount|people|expected heads|employees",
    ),
    meaning(
        "heads_day", message("Heads, day shift"),
        "주간|주간조|주간인원|주간 인원|주간 근무자|1조|a조|day shift|day heads|heads day",
    ),
    meaning(
        "heads_evening", message("Heads, evening shift"),
        "오후조|석간|중간조|2조|b조|evening shift|evening heads|heads evening|swing shift",
    ),
    meaning(
        "heads_night", message("Heads, night shift"),
        "야간|야간조|야간인원|야간 인원|야간 근무자|3조|c조|night shift|night heads|heads night",
    ),
    meaning(
        "space", message("Space"),
        "공간|장소|희망장소|희망 장소|공연장소|공연 공간|제공 공간|가능 공간|가능장소|space|venue|place"
        "|location|room",
    ),
    meaning(
        "programme", message("Programme wished"),
        "희망 프로그램|희망프로그램|신청 프로그램|프로그램|프로그램명|희망 공연|희망공연|희망 장르"
        "|선호 장르|programme|program|programme wanted|show wanted",
    ),
    meaning(
        "note", message("Remarks"),
        "요청사항|요청 사항|비고|건의|건의사항|기타|기타사항|메모|문의사항|특이사항|note|notes|requests"
        "|remarks|comments|message",
    ),
    meaning("state", message("State of the application"), "처리상태|진행상태|상태|결과|선정여부|status|state|decision"),
)  # fmt: skip

VENUES_FIELDS: Final = (
    meaning(
        "name", message("Name"),
        "장소명|장소|시설명|공연장명|공연장|개최장소|시설|이름|명칭|venue|venue name|name|place"
        "|place name|hall|facility",
    ),
    meaning(
        "name_en", message("English name"),
        "영문명|영문 이름|영문|영어명|english name|name in english|name (english)|name en",
    ),
    meaning(
        "kind", message("Sort"),
        "구분|분류|종류|유형|시설구분|시설유형|박물관미술관구분|장소 유형|kind|type|category",
    ),
    meaning(
        "host", message("Host organisation"),
        "관리기관|관리기관명|운영기관|운영기관명|소유|소유기관|보유기관|소속|소속기업|기업명|기업|회사"
        "|제공기업|host|host organisation|owner|operator|company",
    ),
    AREA, ADDRESS, ADDRESS2,
    meaning(
        "setting", message("Indoors or outdoors"),
        "실내외|실내·외|실내/실외|실내/야외|실내야외|실내외구분|실내외 구분|실내외여부|indoor/outdoor"
        "|indoor outdoor|setting|indoors|indoor or outdoor",
    ),
    SEATS,
    meaning("standing", message("Standing"), "입석|입석수|스탠딩|입석 인원|standing|standing capacity"),
    meaning(
        "floor_area", message("Floor area"),
        "면적|넓이|면적(㎡)|전용면적|규모|area (m2)|area (sqm)|floor area|size",
    ),
    meaning("power", message("Power"), "전기|전력|전기용량|전력(kw)|전기(kw)|전원|power|power (kw)|electricity"),
    meaning(
        "hours", message("Opening hours"),
        "운영시간|개방시간|이용시간|이용 가능 시간|사용가능시간|개관시간|opening hours|hours|open"
        "|opening times",
    ),
    meaning("weekday_opens", message("Opens on weekdays"), "평일관람시작시각|평일 시작|weekday opens"),
    meaning("weekday_closes", message("Closes on weekdays"), "평일관람종료시각|평일 종료|weekday closes"),
    meaning("holiday_opens", message("Opens on holidays"), "공휴일관람시작시각|휴일 시작|holiday opens"),
    meaning("holiday_closes", message("Closes on holidays"), "공휴일관람종료시각|휴일 종료|holiday closes"),
    meaning(
        "closed", message("Closed days"),
        "휴관일|휴무|휴무일|휴관|휴관정보|정기휴무|closed|closed days|closing days",
    ),
    LATITUDE, LONGITUDE, CONTACT, PHONE, EMAIL, WEB,
    meaning("gate", message("Gate"), "출입|출입구|출입방법|출입 방법|출입절차|정문|게이트|gate|access|entrance"),
    meaning("parking", message("Parking"), "주차|주차장|주차장보유여부|주차 가능|주차대수|parking"),
    meaning(
        "directions", message("Directions"),
        "오시는길|오시는 길|찾아오는 길|교통|교통안내|교통안내정보|directions|how to get there",
    ),
    meaning(
        "fallback", message("Fallback place"),
        "대체장소|우천시 장소|우천 시 대체장소|우천대체장소|fallback|fallback place|rain venue",
    ),
    NOTE, SERIAL,
)  # fmt: skip

ARTISTS_FIELDS: Final = (
    meaning(
        "name", message("Name"),
        "예술인명|예술인·단체명|예술인(단체)명|예술인/단체명|단체명|예술단체명|팀명|팀이름|공연팀명"
        "|공연팀|밴드명|아티스트명|활동명|예명|성명|이름|예술인|예술인·단체|단체|아티스트|출연자|출연진"
        "|artist|artist name|name|group|group name|band|act|performer",
    ),
    meaning(
        "name_en", message("Romanised name"),
        "영문명|영문 이름|영문|영문 활동명|로마자|romanised|romanized|english name|name in english"
        "|name en",
    ),
    meaning(
        "group_or_person", message("Person or group"),
        "개인/단체|개인·단체|단체구분|개인단체|구분|person or group|kind|type",
    ),
    meaning(
        "genre", message("Genre"),
        "장르|분야|활동분야|예술분야|활동 장르|전문분야|공연 장르|분야(장르)|genre|field|discipline|style",
    ),
    meaning(
        "region", message("Region"),
        "지역|활동지역|소재지|거주지|거주지역|활동 지역|주소|region|city|based in|location",
    ),
    meaning(
        "is_local", message("Local artist"),
        "지역예술인|지역 예술인|지역예술인여부|관내|관내여부|local|local artist|is local",
    ),
    meaning(
        "members", message("Members"),
        "구성원|멤버|단원|단원명|팀원|참여자 명단|members|member names|line-up|lineup",
    ),
    meaning(
        "head_count", message("Number of members"),
        "인원|인원수|단원수|팀원수|구성인원|출연인원|멤버수|members count|number of members|size"
        "|team size|people",
    ),
    CONTACT, PHONE, EMAIL, WEB,
    meaning(
        "fee", message("Fee"),
        "출연료|섭외비|공연료|사례비|개런티|강사료|회당 출연료|금액|fee|fees|rate|price|cost",
    ),
    meaning(
        "needs", message("Needs"),
        "필요장비|필요 장비|요구사항|기술사항|기술 요구사항|음향|장비|무대조건|needs|technical needs"
        "|tech rider|rider|equipment|requirements",
    ),
    meaning(
        "biography", message("Biography"),
        "소개|약력|프로필|이력|주요경력|단체소개|팀소개|biography|bio|profile|about|introduction"
        "|description",
    ),
    meaning(
        "consent", message("Consent date"),
        "동의일|개인정보동의|개인정보 동의일|동의일자|consent|consent date",
    ),
    NOTE, SERIAL,
)  # fmt: skip
