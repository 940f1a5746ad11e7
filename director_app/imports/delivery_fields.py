"""What a column can mean in tables of deliveries and of programmes."""

from __future__ import annotations

from typing import Final

from director_app.imports.shared_fields import (
    ADDRESS,
    ADDRESS2,
    AREA,
    COMPANY,
    LATITUDE,
    LONGITUDE,
    NOTE,
    NUMBER,
    PHONE,
    PROGRAMME_FACTS,
    SEATS,
    SERIAL,
    STATUS,
    TITLE,
    VENUE_OF,
    WEB,
    meaning,
)
from director_app.wording import message

DELIVERIES_FIELDS: Final = (
    NUMBER, SERIAL, TITLE,
    meaning("suffix", message("Part of the title"), "회차|차수|회|부제|회차명|round|part|edition|subtitle"),
    meaning(
        "date", message("Date"),
        "날짜|일자|일시|공연일|공연일자|공연일시|행사일|행사일자|행사일시|개최일|개최일자|일정|시작일"
        "|시작일자|시작날짜|행사시작일자|행사시작일|축제시작일자|축제시작일|개최시작일|개최시작일자"
        "|공연시작일|기간|행사기간|축제기간|공연기간|개최기간|배달일|배달일자|진행일|date|dates|day|when"
        "|start date|date and time|date/time|event date|first day|period",
    ),
    meaning(
        "until", message("Last date"),
        "종료일|종료일자|종료날짜|행사종료일자|행사종료일|축제종료일자|축제종료일|개최종료일|개최종료일자"
        "|공연종료일|마지막날|end date|until|last day|to",
    ),
    meaning("start_year", message("Year"), "년|연도|년도|시작일 년|개최기간 시작일 년|year"),
    meaning("start_month", message("Month"), "월|시작일 월|개최기간 시작일 월|month"),
    meaning("start_day", message("Day of the month"), "일|시작일 일|개최기간 시작일 일|day of month"),
    meaning("end_year", message("Year of the last date"), "종료일 년|개최기간 종료일 년"),
    meaning("end_month", message("Month of the last date"), "종료일 월|개최기간 종료일 월"),
    meaning("end_day", message("Day of the last date"), "종료일 일|개최기간 종료일 일"),
    meaning(
        "start", message("Start"),
        "시간|시각|시작|시작시간|시작시각|행사시작시각|행사시작시간|공연시간|공연시작시간|공연시각"
        "|진행 시간|행사시간|운영시간|배달시간|time|times|start|start time|starts|begins|from|curtain",
    ),
    meaning(
        "end", message("End"),
        "종료|종료시간|종료시각|행사종료시각|행사종료시간|공연종료시간|끝|마침|end|end time|ends|finish",
    ),
    VENUE_OF, ADDRESS, ADDRESS2, AREA, COMPANY, STATUS,
    meaning(
        "heads", message("Expected heads"),
        "예상인원|예상 관객|예상관객수|예상 참여인원|인원|참여인원|참가인원|모집인원|모집정원|expected"
        "|expected heads|expected audience|heads|headcount",
    ),
    meaning(
        "counted", message("Counted heads"),
        "실적|참석인원|참석자수|실 관객|관객수|관람객수|관람인원|참여 실적|attendance|counted|visitors"
        "|actual",
    ),
    *PROGRAMME_FACTS, PHONE, WEB, SEATS, LATITUDE, LONGITUDE,
    meaning(
        "responsible", message("Responsible"),
        "담당|담당자|담당자명|담당 pd|매니저|책임자|responsible|person in charge|manager|staff",
    ),
    meaning(
        "fallback", message("Rain or heat plan"),
        "우천|우천시|우천 시|우천대책|우천·폭염 대책|대체장소|우천시 장소|rain|rain plan|fallback|plan b",
    ),
    NOTE,
)  # fmt: skip

PROGRAMMES_FIELDS: Final = (
    TITLE,
    meaning(
        "title_en", message("English title"),
        "영문명|영문 제목|영문|영문 프로그램명|english title|title in english|title en",
    ),
    meaning("subtitle", message("Subtitle"), "부제|부제목|subtitle"),
    meaning("short_title", message("Short title"), "짧은 제목|약칭|단축명|short title|short name"),
    *PROGRAMME_FACTS,
    meaning("power", message("Power"), "전기|전력|전기용량|전력(kw)|power|power (kw)"),
    meaning(
        "setting", message("Indoors or outdoors"),
        "실내외|실내·외|실내/실외|실내/야외|indoor/outdoor|setting",
    ),
    meaning("needs", message("Needs"), "필요장비|필요 장비|요구사항|음향|장비|needs|equipment|requirements"),
    WEB, PHONE, NOTE, SERIAL,
)  # fmt: skip
