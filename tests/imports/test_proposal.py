"""Rows matched with a plan: what each becomes, what is changed, unclear or refused, and why."""

from __future__ import annotations

import datetime

import pytest

from director_app.domain.facts import FallbackKind, Setting
from director_app.domain.people import ArtistKind
from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.imports.record_rows import NEW_PROGRAMME
from director_app.imports.remarks import sentence_of
from director_app.operations.importing import propose_import
from director_app.wording import Wording
from tests.imports.tables import (
    APPLICATIONS,
    DELIVERIES,
    SHEETS,
    TODAY,
    after,
    imported,
    numbered,
    outcomes,
    programme_of,
    proposed,
    row_at,
    said,
)

# -- what a row becomes ---------------------------------------------------------------------------------------------


def test_a_list_of_deliveries_makes_programme_place_company_and_people() -> None:
    plan = imported(DELIVERIES)
    first = numbered(plan, "GM-017")
    assert (first.date, first.start, first.end) == (datetime.date(2025, 9, 3), 730, 770)
    assert (first.status, first.expected_heads) == (Status.CONFIRMED, 120)
    assert programme_of(plan, first).title == "런치콘서트"
    assert [plan.artists[act.artist].name for act in first.lineup or ()] == ["다온밴드"]
    second = numbered(plan, "GM-018")
    assert (second.status, second.internal_note) == (Status.PENCILLED, "늦지 않게")
    assert sorted(one.name for one in plan.organisations.values()) == ["㈜새회사", "방림"]
    assert sorted(one.number for one in plan.deliveries.values()) == [
        "CD-019", "CD-020", "CD-021", "CD-022", "GM-017", "GM-018",
    ]  # fmt: skip


def test_doubts_are_remarks_of_their_rows() -> None:
    proposal = proposed(Plan(), DELIVERIES)
    assert outcomes(proposal) == ["new"] * 5
    assert said(row_at(proposal, 5).remarks) == ["“2025-02-30” is not a date; it was left undecided."]
    assert "2 dates stand in one cell; they became 2 deliveries." in said(row_at(proposal, 6).remarks)
    assert [(one.row, said([one])) for one in proposal.remarks] == [(7, ["A row of totals was left out."])]


@pytest.mark.parametrize(
    ("text", "month", "note"),
    [
        ("2025년 하반기 협의", "", "2025년 하반기 협의"),
        ("2025년 11월 중(일자 미상)", "2025-11", ""),
        ("2025. 11월 예정", "2025-11", ""),
        ("2025년 11월 중순", "2025-11", "2025년 11월 중순"),
        ("2025년 10~11월", "2025-10", "2025년 10~11월"),
        ("미정", "", ""),
    ],
)
def test_words_that_are_no_date_are_kept(text: str, month: str, note: str) -> None:
    plan = imported(f"날짜,프로그램명\n{text},런치콘서트\n")
    delivery = next(iter(plan.deliveries.values()))
    assert (delivery.date, delivery.month, delivery.internal_note) == (None, month, note)


def test_several_times_in_a_cell_are_several_deliveries() -> None:
    proposal = propose_import(Plan(), [SHEETS / "performances_awkward_cp949.csv"], today=TODAY)
    row = next(row for row in proposal.rows if "티니핑" in row.title)
    made = [change.after for change in row.changes if change.kind == "deliveries" and change.after is not None]
    assert [(one.start, one.end) for one in made] == [(660, 730), (840, None), (990, None)]
    assert {(one.date, one.until) for one in made} == {(datetime.date(2026, 3, 14), datetime.date(2026, 3, 15))}
    assert "3 times stand in one cell; they became 3 deliveries." in said(row.remarks)


def test_public_data_with_its_mistakes() -> None:
    proposal = propose_import(Plan(), [SHEETS / "performances_awkward_cp949.csv"], today=TODAY)
    plan = after(Plan(), proposal)
    by_title = {programme_of(plan, one).title: one for one in plan.deliveries.values()}
    undecided = next(one for title, one in by_title.items() if "바다네컷" in title)
    assert (undecided.start, undecided.end) == (None, None)
    backwards = by_title["산채연구회 연시총회"]
    assert (backwards.date, backwards.until) == (datetime.date(2024, 2, 29), None)
    dragged = plan.venues[by_title["트리아웃"].venue or ""]  # type: ignore[index]
    assert (dragged.latitude, dragged.longitude) == (None, None)
    assert by_title["문화가있는날"].start == 540
    assert all(one.status is Status.CONFIRMED for one in plan.deliveries.values())
    sentences = " ".join(text for row in proposal.rows for text in said(row.remarks))
    for part in ("00:00-23:59", "lies before the first", "outside Korea", "both 19:30"):
        assert part in sentences


def test_joined_bodies_become_credits_in_their_order() -> None:
    plan = after(Plan(), propose_import(Plan(), [SHEETS / "festivals_utf8_bom.csv"], today=TODAY))
    festival = next(one for one in plan.programmes.values() if one.title == "나비대축제")
    assert festival.credits is not None
    assert [(one.role, one.name) for one in festival.credits[:2]] == [
        ("주최", "전라남도 함평군"),
        ("주최", "함평축제관광재단"),
    ]
    assert "전화번호: 061-320-2245" in festival.note
    assert "전국문화축제표준데이터" in festival.source


def test_public_data_fills_blanks_and_never_overwrites() -> None:
    mine = imported(
        "장소명,주소,수용인원,실내외\n새마을운동테마공원,경북 구미시 상모동,50,\n에코홀(새마을운동테마공원),,77,\n"
    )
    proposal = propose_import(mine, [SHEETS / "venues.json"], today=TODAY)
    row = next(row for row in proposal.rows if row.title.startswith("에코홀"))
    assert row.outcome.value == "changed"
    plan = after(mine, proposal)
    hall = next(one for one in plan.venues.values() if one.name.startswith("에코홀"))
    assert (hall.seats, hall.setting) == (77, Setting.INDOOR)


def test_published_programmes_keep_what_is_undecided() -> None:
    proposal = propose_import(Plan(), [SHEETS / "programmes.json"], today=TODAY)
    plan = after(Plan(), proposal)
    by_title = {programme_of(plan, one).title: one for one in plan.deliveries.values()}
    later = by_title["아트 위크닉 시즌 3 (댄스·전통)"]
    assert (later.date, later.month) == (None, "2025-11")
    lunch = by_title["수요 런치콘서트 (효성중공업)"]
    assert (lunch.date, lunch.start, lunch.shifts) == (datetime.date(2025, 5, 14), None, ("점심시간",))
    rain = by_title["아트 위크닉 시리즈 1 (음악·연극)"]
    assert rain.fallback is not None
    assert (rain.fallback.kind, rain.counted_heads) == (FallbackKind.INDOORS, 4000)
    assert programme_of(plan, by_title["창원산단 문화축제 식전 공연"]).running_minutes == 20
    assert programme_of(plan, lunch).kind == "점심 공연"
    assert programme_of(plan, lunch).source.startswith("http")
    weekly = next(row for row in proposal.rows if row.title.startswith("산단-펍"))
    assert "names no date that can be read" in said(weekly.remarks)[-1]


def test_venues_of_the_list() -> None:
    plan = after(Plan(), propose_import(Plan(), [SHEETS / "venues.json"], today=TODAY))
    by_name = {one.name: one for one in plan.venues.values()}
    forge = by_name["문화대장간 풀무"]
    assert (forge.seats, len(forge.opening_hours), forge.opening_hours[0].opens) == (100, 5, 540)
    museum = by_name["대산미술관"]
    assert [hours.weekday for hours in museum.opening_hours] == [1, 2, 3, 4, 5, 6]
    assert museum.latitude == pytest.approx(35.345, abs=0.01)


def test_venues_of_one_name_in_two_cities_are_two() -> None:
    text = """행사명,장소,날짜,주소
가,시민회관,2025-09-01,경북 구미시 송정동
나,시민회관,2025-09-02,경남 창원시 용호동
다,시민회관,2025-09-03,경북 구미시
"""
    plan = imported(text)
    assert len(plan.venues) == 2
    assert set(outcomes(proposed(plan, text))) == {"same"}


def test_artists_with_members_phones_and_fees() -> None:
    plan = imported(
        "단체명\t장르\t연락처\t구성원\t출연료\t구분\n"
        "다온밴드\t재즈\t054-111-2222\t김가나, 이다라\t50만원\t단체\n솔로\t춤\t\t\t\t개인\n"
    )
    band = next(one for one in plan.artists.values() if one.name == "다온밴드")
    assert (band.fee, band.genre, band.contacts[0].phone) == (500_000, "재즈", "054-111-2222")
    assert [plan.artists[one].name for one in band.members] == ["김가나", "이다라"]
    assert {one.name for one in plan.artists.values() if one.kind is ArtistKind.PERSON} == {"김가나", "이다라", "솔로"}


# -- changed, unclear, refused --------------------------------------------------------------------------------------


def test_a_changed_row_says_what_differs() -> None:
    plan = imported(DELIVERIES)
    proposal = proposed(plan, DELIVERIES.replace("12:10~12:50", "12:20~13:00").replace("확정", "취소"))
    assert outcomes(proposal) == ["changed", "same", "same", "same", "same"]
    assert [(one.field, one.before, one.after) for one in proposal.rows[0].differences] == [
        ("start", 730, 740),
        ("end", 770, 780),
        ("status", Status.CONFIRMED, Status.CANCELLED),
    ]


def test_an_empty_cell_never_erases() -> None:
    plan = imported("단체명,장르,연락처\n다온밴드,재즈,054-111-2222\n")
    assert outcomes(proposed(plan, "단체명,장르,연락처\n다온밴드,,\n")) == ["same"]


def test_an_undecided_fact_is_filled_in_and_no_second_delivery_made() -> None:
    plan = imported("날짜,시간,프로그램명,장소\n2025-09-03,미정,런치콘서트,미정\n")
    proposal = proposed(plan, "날짜,시간,프로그램명,장소\n2025-09-03,12:10,런치콘서트,2공장 식당\n")
    assert outcomes(proposal) == ["changed"]
    assert len(after(plan, proposal).deliveries) == 1


def test_two_times_of_one_day_are_two_when_the_file_says_both() -> None:
    plan = imported("날짜,시간,프로그램명\n2025-09-03,12:10,런치콘서트\n")
    both = "날짜,시간,프로그램명\n2025-09-03,18:00,런치콘서트\n2025-09-03,12:10,런치콘서트\n"
    assert outcomes(proposed(plan, both)) == ["new", "same"]


def test_rows_that_name_nothing_are_refused_and_the_rest_comes() -> None:
    proposal = proposed(Plan(), APPLICATIONS)
    assert outcomes(proposal) == ["new", "new", "new", "new", "refused"]
    assert said(row_at(proposal, 6).remarks) == ["The row names nothing that could be imported (기업명)."]


def test_a_row_that_the_plan_would_refuse_is_refused_alone() -> None:
    plan = imported("단체명,출연료,장르\n" + "가," + "9" * 25 + ",재즈\n나,1000,재즈\n")
    assert sorted(one.name for one in plan.artists.values()) == ["가", "나"]
    proposal = proposed(Plan(), "장소명,수용인원,전기\n가,100,1" + "0" * 30 + "\n나,100,3\n")
    assert outcomes(proposal) == ["refused", "new"]
    assert "out of range" in said(proposal.rows[0].remarks)[-1]


def test_the_same_record_twice_in_a_file_keeps_the_first() -> None:
    text = "단체명,장르,지역\n다온밴드,재즈,\n다온밴드,록,구미\n"
    plan = imported(text)
    band = next(iter(plan.artists.values()))
    assert (band.genre, band.region) == ("재즈", "구미")
    assert outcomes(proposed(plan, text)) == ["same", "same"]
    remarks = proposed(Plan(), text).rows[1].remarks
    assert said(remarks) == [
        "“다온밴드” stands in row 2 already; only what was missing there was taken.",
        "Genre “록” of “다온밴드” was left out, because row 2 says “재즈”.",
    ]


# -- rows that say little -------------------------------------------------------------------------------------------

LITTLE = """날짜,시간,프로그램명,장소,구분,비고
2025-10-14,,,,,
2025-10-14,,,,,
2025-10-15,12:10,,,,
,14:00,,,,
10월,,,,,
2025-10-16,,,,버스킹,전기 필요
2025-10-17,,런치콘서트,,,
※ 일정은 바뀔 수 있음,,,,,
,,,,,
합계,5건,,,,
날짜,시간,프로그램명,장소,구분,비고
,,,2공장 식당,,
미정,,,,,
"""


def test_a_row_with_any_fact_is_a_delivery_and_the_rest_is_undecided() -> None:
    proposal = proposed(Plan(), LITTLE)
    plan = after(Plan(), proposal)
    assert {row.row: row.outcome.value for row in proposal.rows} == {
        2: "new", 3: "new", 4: "new", 5: "refused", 7: "new", 8: "new", 13: "new", 14: "refused",
    }  # fmt: skip
    found = sorted((str(one.date), one.start, one.internal_note) for one in plan.deliveries.values())
    assert found == [
        ("2025-10-14", None, ""), ("2025-10-14", None, ""), ("2025-10-15", 730, ""),
        ("2025-10-16", None, "전기 필요\n구분: 버스킹"), ("2025-10-17", None, ""), ("None", None, ""),
    ]  # fmt: skip
    assert [one.row for one in proposal.remarks] == [6, 9, 11, 12]
    assert said(proposal.remarks)[:2] == [
        "“10월” is a heading between the rows; it was left out.",
        "“※ 일정은 바뀔 수 있음” is a heading between the rows; it was left out.",
    ]


def test_rows_that_say_little_are_the_same_the_second_time_and_touch_no_other() -> None:
    plan = imported(LITTLE)
    assert [one for one in outcomes(proposed(plan, LITTLE)) if one != "refused"] == ["same"] * 6
    waiting = imported("프로그램명,날짜,장소\n,미정,광장\n")
    assert len(imported("날짜,장소,프로그램명\n2025-10-14,,\n", waiting).deliveries) == 2


# -- applications ---------------------------------------------------------------------------------------------------


def test_applications_keep_their_row_word_for_word_and_their_order() -> None:
    plan = imported(APPLICATIONS)
    waiting = sorted(plan.applications.values(), key=lambda one: one.received_order)
    first = waiting[0]
    assert [one.applicant for one in waiting] == ["㈜방림", "비나텍", "비나텍", "비나텍"]
    assert first.received_at == datetime.datetime(2025, 8, 1, 9, 12, 33)
    assert [(cell.header, cell.text) for cell in first.original[:5]] == [
        ("접수일시", "2025-08-01 09:12:33"),
        ("기업명", "㈜방림"),
        ("담당자", "김담당"),
        ("연락처", "054-111-2222"),
        ("1지망", "10월 2주 점심"),
    ]
    assert [wish.text for wish in first.wishes] == ["10월 2주 점심", "10. 15.(수) 12:00"]
    assert (first.wishes[1].first_day, first.wishes[1].start) == (datetime.date(2025, 10, 15), 720)
    assert [(one.shift, one.heads) for one in first.heads] == [("주간", 120), ("야간", 40)]
    assert (first.contact.name, first.contact.phone) == ("김담당", "054-111-2222")
    assert first.organisation is not None
    assert plan.organisations[first.organisation].name == "㈜방림"


def test_an_original_row_is_never_overwritten() -> None:
    plan = imported(APPLICATIONS)
    changed = imported(APPLICATIONS.replace("잔디밭", "식당"), plan)
    first = next(one for one in changed.applications.values() if one.received_order == 1)
    assert first.space == "식당"
    assert ("공간", "잔디밭") in first.original


def test_heads_of_two_shifts_may_stand_in_one_cell() -> None:
    plan = imported("접수일,기업명,인원 (주간/야간),희망 1\n2025-08-01,방림,120/40,9/3\n")
    assert [tuple(one) for one in next(iter(plan.applications.values())).heads] == [("주간", 120), ("야간", 40)]


def test_a_plain_count_of_heads_names_no_shift() -> None:
    plan = imported("접수일,기업명,인원,희망 1\n2025-08-01,방림,120,9/3\n")
    assert [tuple(one) for one in next(iter(plan.applications.values())).heads] == [("", 120)]


def test_a_wished_programme_nobody_knows_is_offered_as_a_new_one() -> None:
    head = "접수일,기업명,프로그램,희망 1\n"
    table = f"{head}2025-08-01,방림,커피차 공연,9/3\n2025-08-02,비나텍,커피차 공연,9/4\n2025-08-03,한빛,미정,9/5\n"
    said = [[sentence_of(item, Wording("ko")) for item in row.remarks] for row in proposed(Plan(), table).rows]
    assert ["프로그램 새로: 커피차 공연" in lines for lines in said] == [True, True, False]
    plan = imported(table)
    (programme,) = plan.programmes.values()
    assert programme.title == "커피차 공연"
    wished = [one.programme for one in sorted(plan.applications.values(), key=lambda one: one.received_order)]
    assert wished == [programme.id, programme.id, None]
    again = proposed(plan, table)
    assert set(outcomes(again)) == {"same"}
    assert not any(item.text == NEW_PROGRAMME for row in again.rows for item in row.remarks)
