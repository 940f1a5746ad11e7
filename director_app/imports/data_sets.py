"""The public data sets that are known by their columns."""

from __future__ import annotations

from typing import Final, NamedTuple

from director_app.imports.field_names import DELIVERIES, IGNORED, KEPT_AS_NOTE, VENUES


class DataSet(NamedTuple):
    """A public data set known by its columns, and what each means."""

    name: str
    kind: str
    columns: dict[str, str]


FESTIVALS: Final = "전국문화축제표준데이터"
PERFORMANCES: Final = "전국공연행사정보표준데이터"
MUSEUMS: Final = "전국박물관미술관정보표준데이터"
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
        "주최기관명": "hosts", "전화번호": KEPT_AS_NOTE, "후원기관명": "sponsors", "객석수": "seats",
        "관람요금": "admission", "입장연령": "age_rating", "할인정보": KEPT_AS_NOTE, "유의사항": KEPT_AS_NOTE,
        "홈페이지주소": KEPT_AS_NOTE, "예매정보": "booking", "주차장보유여부": IGNORED, **_WHERE,
    }),
    DataSet(MUSEUMS, VENUES, {
        "시설명": "name", "박물관미술관구분": "kind", "운영기관전화번호": "phone",
        "운영기관명": KEPT_AS_NOTE, "운영홈페이지": "web",
        "편의시설정보": KEPT_AS_NOTE, "평일관람시작시각": "weekday_opens", "평일관람종료시각": "weekday_closes",
        "공휴일관람시작시각": "holiday_opens", "공휴일관람종료시각": "holiday_closes", "휴관정보": "closed",
        "어른관람료": KEPT_AS_NOTE, "청소년관람료": KEPT_AS_NOTE, "어린이관람료": KEPT_AS_NOTE,
        "관람료기타정보": KEPT_AS_NOTE,
        "박물관미술관소개": KEPT_AS_NOTE, "교통안내정보": "directions",
        "관리기관전화번호": IGNORED, "관리기관명": IGNORED, **_WHERE,
    }),
)  # fmt: skip
