"""The rest of the charge out to spreadsheet programs and in again: the same file changes nothing, a new row is new."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from director_app.domain.council import CouncilMember, Decision, DecisionState, Meeting
from director_app.domain.edits import Add, Remove
from director_app.domain.facts import ConfirmationState, Contact
from director_app.domain.ids import (
    ArtistId,
    BoothId,
    BudgetLineId,
    CallId,
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
    RouteId,
    StayId,
    StopId,
    SupportId,
    VenueId,
    WorkId,
)
from director_app.domain.lights import Work, WorkKind
from director_app.domain.outcomes import Outcome
from director_app.domain.papers import BudgetLine, Funding, Grant, MoneyStage
from director_app.domain.people import Artist, Organisation
from director_app.domain.places import Venue
from director_app.domain.programme import Delivery, Event, Programme
from director_app.domain.refusals import RefusedInput
from director_app.domain.spaces import Call, Stay, Support, SupportKind, SupportState
from director_app.domain.staffing import Booth, BoothKind, Guest, GuestState, Post, PostKind
from director_app.domain.timeline import WallMinute
from director_app.domain.tours import Route, Stop
from director_app.imports.charge_fields import SHEET_NAMES, SHEETS, TITLES, WORDS
from director_app.imports.field_names import ALL_KINDS, fold_header, headers_of, kind_of_sheet, label_of
from director_app.imports.matching import name_key
from director_app.imports.proposed import RowOutcome
from director_app.operations.charge_sheets import export_records, sheet_of
from director_app.operations.importing import PastedTable, accept_import, propose_import
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.operations.searching import Search
from director_app.wording import Wording

DAY = datetime.date(2025, 10, 8)
LATER = datetime.date(2025, 11, 8)
VENUE, HOST, ARTIST = VenueId("v"), OrganisationId("o"), ArtistId("a")
PROGRAMME, EVENT, DATE = ProgrammeId("p"), EventId("e"), DeliveryId("d")


def charge() -> list[Any]:
    """One or two records of every kind that has a table, with every column that can be filled."""
    at = WallMinute
    return [
        Venue(VENUE, "에코홀"), Organisation(HOST, "한빛전자"), Artist(ARTIST, "다온"),
        Programme(PROGRAMME, "점심 콘서트"), Event(EVENT, "산단 페스타", first_day=DAY, last_day=DAY),
        Delivery(DATE, "GM-001", programme=PROGRAMME, date=DAY, venue=VENUE),
        CouncilMember(CouncilMemberId("c1"), "김위원", "구미시", "위원장", since=DAY,
                      contact=Contact(phone="054-480-0000")),
        CouncilMember(CouncilMemberId("c2"), "이위원", "상공회의소", is_voting=False, until=LATER,
                      contact=Contact(email="lee@example.org")),
        Meeting(MeetingId("m"), 3, "정기회의", DAY, at(900), at(990), VENUE, ("우천 대책", "예산"),
                papers=("현황.pdf",), quorum=5, minutes_text="모두 동의"),
        Decision(DecisionId("k"), MeetingId("m"), "무대 승인", "21시까지 마침", LATER, DecisionState.DONE, DATE,
                 PROGRAMME, VENUE, LATER),
        Work(WorkId("w"), "빛의 벽", "Wall of light", WorkKind.PROJECTION, ARTIST, VENUE, owner=HOST, first_day=DAY,
             last_day=LATER, power_kw=3.5, curfew=at(1380), neighbours="아파트 200 m", note="매일"),
        Route(RouteId("r"), "공장 산책", "Factory walk", PROGRAMME, 20, "정문", "편한 신발"),
        Stop(StopId("s1"), RouteId("r"), 1, "전자관", VENUE, HOST, walk_minutes=5, minutes=20,
             consent=ConfirmationState.AGREED, safety_talk="안전화", is_talk_agreed=True),
        Stop(StopId("s2"), RouteId("r"), 2, "빛의 벽", work=WorkId("w"), bus_minutes=7),
        Post(PostId("po"), "입구 안전", PostKind.SAFETY, EVENT, DATE, VENUE, "1구역", DAY, at(600), at(1500), 4,
             ("김안전", "이안전")),
        Booth(BoothId("b"), "공방", EVENT, BoothKind.MARKET, "2구역", HOST, "청년공방", 1.5,
              ConfirmationState.ASKED, "탁자"),
        Guest(GuestId("g"), "구미시장", DATE, 1, "구미시", "시장", GuestState.COMING, "축사", "A1"),
        Call(CallId("ca"), "열린 공방", VENUE, DAY, LATER, LATER, 3, "청년 공예가"),
        Stay(StayId("st"), "박도예", ARTIST, CallId("ca"), VENUE, DAY, LATER, ConfirmationState.AGREED, (DAY, LATER),
             programme=PROGRAMME, note="가마"),
        Support(SupportId("su"), "공장 외관", SupportKind.GRANT, HOST, VENUE, SupportState.GIVEN, DAY, DAY, LATER,
                30_000_000, note="지붕", source="공고"),
        Grant(GrantId("gr"), "산단 문화", Funding.CITY, HOST, 1_000_000_001, 0.5, "2025", 1_234),
        BudgetLine(BudgetLineId("bl"), GrantId("gr"), "210", "01", "현수막", MoneyStage.ACTUAL, 330_001, DAY, PROGRAMME,
                   DATE, "한빛인쇄", note="2장", artist=ARTIST, withheld_percent=3.3),
        BudgetLine(BudgetLineId("b2"), GrantId("gr"), title="현수막", stage=MoneyStage.BUDGET, amount=300_000),
        BudgetLine(BudgetLineId("b3"), GrantId("gr"), title="현수막", stage=MoneyStage.BUDGET, amount=400_000),
        Outcome(OutcomeId("ou"), event=EVENT, on=DAY, heads=21_000, held=2, companies=40, note="잠정", source="보도"),
    ]  # fmt: skip


@pytest.fixture
def plan(tmp_path: Path) -> Any:
    found = OpenPlan.create(tmp_path / "a.cdplan")
    found.perform(Add(tuple(charge())), StepName("Sample"))
    yield found
    found.close()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_same_workbook_again_changes_nothing(plan: OpenPlan, tmp_path: Path, language: str) -> None:
    out = tmp_path / "charge.xlsx"
    done = export_records(plan, "xlsx", out, Wording(language))
    proposal = propose_import(plan.plan, [out])
    assert {table.mapping.kind for table in proposal.tables} == set(SHEETS)
    assert not proposal.all_remarks()
    assert proposal.counts == {RowOutcome.SAME: done.amount}
    assert done.amount == sum(len(plan.plan.table(kind)) for kind in SHEETS)


def rows_of(plan: OpenPlan, kind: str, wording: Wording) -> list[str]:
    return sorted(map(str, sheet_of(plan.plan, kind, wording).rows))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_empty_plan_takes_everything_in_as_it_was(plan: OpenPlan, tmp_path: Path, language: str) -> None:
    out = tmp_path / "charge.xlsx"
    export_records(plan, "xlsx", out, Wording(language))
    there = OpenPlan.create(tmp_path / "b.cdplan")
    there.perform(
        Add(tuple(one for one in charge() if type(one) in (Programme, Event, Delivery, Venue))), StepName("x")
    )
    accept_import(there, propose_import(there.plan, [out]))
    wording = Wording("ko")
    for kind in SHEETS:
        assert rows_of(there, kind, wording) == rows_of(plan, kind, wording), kind
    assert not propose_import(there.plan, [out]).count(RowOutcome.CHANGED)
    there.undo()
    assert not there.plan.council_members
    there.close()


@pytest.mark.parametrize("kind", SHEETS)
def test_each_table_alone_is_known_by_its_columns(plan: OpenPlan, tmp_path: Path, kind: str) -> None:
    for language in ("ko", "en"):
        out = tmp_path / f"{language}.csv"
        export_records(plan, "csv", out, Wording(language), (kind,))
        proposal = propose_import(plan.plan, [out])
        assert [table.mapping.kind for table in proposal.tables] == [kind]
        assert proposal.counts == {RowOutcome.SAME: len(plan.plan.table(kind))}


def test_a_pasted_list_of_members_comes_in_and_a_changed_row_changes_one_field(plan: OpenPlan) -> None:
    head = "성명\t추천기관\t직책\t의결권\t연락처\n"
    text = head + "김위원\t구미시\t위원\t○\t054-480-1111\n박위원\t한국산업단지공단\t위원\tX\t\n"
    proposal = propose_import(plan.plan, [PastedTable(text, "위원")])
    assert proposal.counts == {RowOutcome.CHANGED: 1, RowOutcome.NEW: 1}
    accept_import(plan, proposal)
    first = plan.plan.council_members[CouncilMemberId("c1")]
    assert (first.role, first.contact.phone, first.since) == ("위원", "054-480-1111", DAY)
    assert {one.name: one.is_voting for one in plan.plan.council_members.values()}["박위원"] is False


def test_what_is_not_understood_is_said_and_left_empty(plan: OpenPlan) -> None:
    text = "제목\t종류\t기관·기업\t결정일\n담장\t선물\t한빛전자\t언젠가\n"
    proposal = propose_import(plan.plan, [PastedTable(text, "공간 지원")])
    assert len(proposal.all_remarks()) == 2
    text = "코스\t제목\t도보\n없는 코스\t첫 곳\t5\n"
    (said,) = propose_import(plan.plan, [PastedTable(text, "경유지")]).all_remarks()
    assert dict(said.values)["name"] == "없는 코스"


def test_unknown_tables_and_several_in_one_csv_are_refused(plan: OpenPlan, tmp_path: Path) -> None:
    for kinds in (("friends",), ("grants", "posts"), ("all",)):
        with pytest.raises(RefusedInput):
            export_records(plan, "csv", tmp_path / "x.csv", Wording("ko"), kinds)


def test_every_word_and_header_the_program_writes_is_known_to_the_import() -> None:
    for language in ("ko", "en"):
        wording = Wording(language)
        for kind, sheet in SHEETS.items():
            assert kind_of_sheet(wording.text(SHEET_NAMES[kind])) == kind
            known = headers_of(kind)
            for column in sheet.columns:
                header = wording.text(label_of(kind, column))
                assert known.get(fold_header(header)) == column, (kind, header)
    assert set(SHEETS) == set(TITLES) <= set(ALL_KINDS)
    for of, words in WORDS.items():
        meant = {(name_key(text), value) for value, texts in words.items() for text in texts.split("|")}
        assert set(words) == set(of)
        assert len(meant) == len({text for text, _value in meant}), of


def test_every_record_is_found_and_comes_back_by_undo(plan: OpenPlan) -> None:
    whole = plan.plan
    search = Search(whole)
    words = {
        "council_members": "이위원", "meetings": "정기회의", "decisions": "무대 승인", "works": "빛의 벽",
        "routes": "공장 산책", "posts": "입구 안전", "booths": "공방", "guests": "구미시장", "calls": "열린 공방",
        "stays": "박도예", "supports": "공장 외관", "grants": "산단 문화", "budget_lines": "현수막",
    }  # fmt: skip
    for kind, word in words.items():
        assert kind in {one.subject.kind for one in search.find(word, 40)}, kind
    for kind in SHEETS:
        identity = next(iter(whole.table(kind)))
        plan.perform(Remove(kind, identity), StepName("x"))
        assert identity not in plan.plan.table(kind)
        plan.undo()
        assert plan.plan.table(kind) == whole.table(kind)
