"""Import as the window and the command line do it: propose, look, accept as one undo step."""

from __future__ import annotations

import json
import random
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.documents.tables import TableKind, TableOptions, schedule_table
from director_app.domain.edits import Change
from director_app.domain.plan import Plan
from director_app.domain.refusals import CannotUseFile, Refusal, RefusedEdit
from director_app.imports.columns import guess_mapping
from director_app.imports.spreadsheets import read_pasted
from director_app.operations.import_report import report
from director_app.operations.importing import PastedTable, accept_import, propose_import
from director_app.operations.interchange import WholePlan, to_json
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.operations.sample_season import sample_season
from director_app.operations.sentences import refusal_sentence, step_sentence
from director_app.wording import Wording
from tests.imports.tables import APPLICATIONS, DELIVERIES, SHEETS, TODAY, imported, outcomes, proposed, said


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[OpenPlan]:
    plan = OpenPlan.create(tmp_path / "season.cdplan")
    yield plan
    plan.close()


# -- one step, once -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "rows"),
    [
        ("performances_awkward_cp949.csv", 8),
        ("festivals_cp949_crlf.csv", 5),
        ("festivals_utf8_bom.csv", 4),
        ("programmes.json", 7),
        ("venues.json", 6),
    ],
)
def test_real_files_come_in_as_one_step_and_the_second_time_change_nothing(
    opened: OpenPlan, file: str, rows: int, korean: Wording
) -> None:
    proposal = propose_import(opened.plan, [SHEETS / file], today=TODAY)
    assert outcomes(proposal) == ["new"] * rows
    outcome = accept_import(opened, proposal)
    assert outcome.step is not None
    assert step_sentence(korean, outcome.step) == f"{file} 가져오기 ({rows}건)"
    again = propose_import(opened.plan, [SHEETS / file], today=TODAY)
    assert outcomes(again) == ["same"] * rows
    assert accept_import(opened, again).step is None
    opened.undo()
    assert opened.plan.deliveries == opened.plan.venues == Plan().deliveries
    assert opened.undo_name is None


def test_what_was_undone_comes_back_under_the_same_identities(opened: OpenPlan) -> None:
    accept_import(opened, proposed(opened.plan, DELIVERIES))
    first = set(opened.plan.deliveries)
    opened.undo()
    accept_import(opened, proposed(opened.plan, DELIVERIES))
    assert set(opened.plan.deliveries) == first


@pytest.mark.parametrize("text", [DELIVERIES, APPLICATIONS])
def test_lists_of_her_own_change_nothing_the_second_time(text: str) -> None:
    plan = imported(text)
    assert set(outcomes(proposed(plan, text))) <= {"same", "refused"}


@settings(max_examples=25)
@given(st.integers(0, 2**32))
def test_any_order_of_columns_gives_the_same_plan(seed: int) -> None:
    lines = [line.split("\t") for line in "\n".join(_as_tabs(DELIVERIES)).split("\n")]
    order = list(range(len(lines[0])))
    random.Random(seed).shuffle(order)
    text = "\n".join("\t".join(line[column] for column in order) for line in lines)
    assert _facts(imported(text)) == _facts(imported(DELIVERIES))


def _as_tabs(text: str) -> list[str]:
    table = read_pasted("표", text).sheets[0]
    width = max(len(row.cells) for row in table.rows)
    return [
        "\t".join([*(str(cell or "") for cell in row.cells), *[""] * (width - len(row.cells))]) for row in table.rows
    ]


def _facts(plan: Plan) -> Counter[object]:
    return Counter(one._replace(source="") for one in plan.deliveries.values())


@settings(max_examples=25)
@given(st.integers(0, 2**32))
def test_damaged_rows_never_stop_the_others(seed: int) -> None:
    chance = random.Random(seed)
    rows = DELIVERIES.rstrip().split("\n")
    noise = "".join(chance.choice('0123456789.,:~-/"가나다월일시()<>=') for _ in range(chance.randint(1, 60)))
    rows.insert(chance.randint(1, len(rows)), noise.replace('"', ""))
    plan = imported("\n".join(rows))
    assert {"GM-017", "GM-018"} <= {one.number for one in plan.deliveries.values()}


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (
            "단체명,장르\n다온밴드,재즈\n",
            "단체명,장르\n다온 벤드,재즈\n",
            "“다온 벤드” is written nearly like “다온밴드”, which is already there.",
        ),
        (
            "단체명,연락처\n다온밴드,010-1111-2222\n",
            "단체명,연락처\n온다,010 1111 2222\n",
            "“온다” has the phone number of “다온밴드”, which is already there.",
        ),
        (
            "날짜,시간,프로그램명\n2025-09-03,12:10,런치콘서트\n",
            "날짜,시간,프로그램명\n2025-09-03,18:00,런치콘서트\n",
            "“런치콘서트” stands on Wed 3 Sep 2025 already (CD-001), at another time or place.",
        ),
        (
            "번호,날짜,프로그램명\nGM-001,2025-09-03,런치콘서트\n",
            "번호,날짜,프로그램명\nGM-001,2025-10-03,별빛콘서트\n",
            "GM-001 is “런치콘서트” in the plan, not “별빛콘서트”.",
        ),
    ],
)
def test_unclear_rows_wait_for_an_answer(opened: OpenPlan, first: str, second: str, reason: str) -> None:
    accept_import(opened, proposed(opened.plan, first))
    before = opened.plan
    proposal = proposed(opened.plan, second)
    assert outcomes(proposal) == ["unclear"]
    assert said(proposal.rows[0].remarks)[-1] == reason
    assert proposal.rows[0].candidates
    assert accept_import(opened, proposal, "skip").step is None
    assert opened.plan == before
    assert accept_import(opened, proposal, "new").step is not None
    assert outcomes(proposed(opened.plan, second)) == ["same"]
    opened.undo()
    assert opened.plan.artists == before.artists
    assert opened.plan.deliveries == before.deliveries


def test_a_resident_number_reaches_nothing(opened: OpenPlan, korean: Wording) -> None:
    proposal = proposed(opened.plan, APPLICATIONS, "신청.csv")
    assert proposal.resident_numbers == 1
    assert [one for one in report(proposal, korean)["remarks"] if "주민등록번호" in one["reason"]] == [
        {"file": "신청.csv", "row": 3, "reason": "주민등록번호로 보이는 칸 1개를 제외했습니다. 저장하지 않습니다."}
    ]
    accept_import(opened, proposal)
    assert "2234567" not in str(proposal)
    assert "2234567" not in json.dumps(report(proposal, korean), ensure_ascii=False)
    opened.close()
    assert b"2234567" not in opened.path.read_bytes()


# -- sources --------------------------------------------------------------------------------------------------------


def test_the_report_is_plain_data(korean: Wording) -> None:
    made = report(proposed(Plan(), DELIVERIES, "목록.csv"), korean)
    assert json.loads(json.dumps(made)) == made
    assert [(row["row"], row["outcome"]) for row in made["rows"]] == [(number, "new") for number in range(2, 7)]
    assert {key: made[key] for key in ("new", "changed", "same", "unclear", "refused")} == {
        "new": 5, "changed": 0, "same": 0, "unclear": 0, "refused": 0,
    }  # fmt: skip
    assert made["remarks"][0] == {
        "file": "목록.csv",
        "row": 5,
        "reason": "‘2025-02-30’에서 날짜를 읽을 수 없어 미정으로 두었습니다.",
    }


def test_an_unknown_table_is_refused_row_by_row_with_one_remark(english: Wording) -> None:
    made = report(proposed(Plan(), "a,b,c\n1,2,3\n4,5,6\n"), english)
    assert made["refused"] == 2
    assert [one["reason"] for one in made["remarks"]] == [
        (
            "The columns (a, b and c) do not tell what the table lists; nothing was taken from it. Dates need columns "
            "such as date and programme or venue; people and places a name and, say, genre or address."
        )
    ]


def test_the_users_mapping_is_followed() -> None:
    text = "ㄱ\tㄴ\n다온밴드\t재즈\n"
    guess = guess_mapping(read_pasted("표", text).sheets[0])
    chosen = guess.as_kind("artists").with_field(0, "name").with_field(1, "genre")
    proposal = propose_import(Plan(), [PastedTable(text, "표")], {chosen.fingerprint: chosen}, today=TODAY)
    assert [(row.outcome.value, row.title) for row in proposal.rows] == [("new", "다온밴드")]
    assert proposal.tables[0].sample == (("다온밴드", "재즈"),)


def test_of_several_files_those_that_cannot_be_read_become_remarks(
    tmp_path: Path, opened: OpenPlan, english: Wording
) -> None:
    good, bad = tmp_path / "장소.csv", tmp_path / "빈.csv"
    good.write_text("장소명,주소\n공원,구미\n", encoding="utf-8")
    bad.write_bytes(b"")
    proposal = propose_import(opened.plan, [bad, good], today=TODAY)
    assert outcomes(proposal) == ["new"]
    assert report(proposal, english)["remarks"] == [
        {"file": "빈.csv", "row": None, "reason": "빈.csv is empty. Copy or save it again in the program it came from."}
    ]
    outcome = accept_import(opened, proposal)
    assert outcome.step == StepName("import {file} and {more} more ({n})", {"file": "빈.csv", "more": 1, "n": 1})


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("없음.csv", None, "없음.csv cannot be opened."),
        ("빈.csv", b"", "빈.csv is empty."),
        ("깨짐.json", b'{"a": [1, 2', "깨짐.json is not valid JSON (line 1)."),
        ("깨짐.json", b"{\n\xff\xfe", "깨짐.json is not valid JSON (line 2)."),
        ("깊음.json", b"[" * 100_000, "깊음.json is not valid JSON (line 1)."),
        ("다른.json", b'{"anything": {}}', "다른.json is a JSON file of an unknown kind."),
        ("다른.json", b'{"programmes": [1, 2]}', "다른.json is a JSON file of an unknown kind."),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, expected: str, english: Wording, korean: Wording
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CannotUseFile) as refused:
        propose_import(Plan(), [path])
    assert refusal_sentence(english, refused.value).startswith(expected)
    assert refusal_sentence(korean, refused.value).endswith(("주세요.", "있습니다."))


def test_a_folder_and_300_mb_of_nothing_are_refused_unread(tmp_path: Path) -> None:
    with pytest.raises(CannotUseFile, match="is a folder"):
        propose_import(Plan(), [tmp_path])
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(300_000_000)
    with pytest.raises(CannotUseFile, match="300 MB"):
        propose_import(Plan(), [huge])


def test_entries_of_a_list_that_are_no_entries_are_refused_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    entries: list[object] = [
        {"title_ko": "가", "date_start": "2025-02-30", "performers": 3},
        7,
        {"title_ko": None},
        {"title_ko": ["x"]},
    ]
    path.write_text(json.dumps({"programmes": entries}), encoding="utf-8")
    proposal = propose_import(Plan(), [path], today=TODAY)
    assert outcomes(proposal) == ["new", "refused", "refused", "refused"]
    assert "“2025-02-30” is not a date; it was left undecided." in said(proposal.rows[0].remarks)


def test_a_whole_plan_is_taken_in_whole(tmp_path: Path, opened: OpenPlan) -> None:
    other = imported(DELIVERIES)
    path = tmp_path / "plan.json"
    path.write_bytes(to_json(WholePlan(other)))
    proposal = propose_import(opened.plan, [path], today=TODAY)
    assert sum(proposal.counts.values()) == sum(1 for _ in other.records())
    accept_import(opened, proposal)
    assert opened.plan.deliveries == other.deliveries
    with pytest.raises(CannotUseFile, match="by itself"):
        propose_import(opened.plan, [path, SHEETS / "venues.json"], today=TODAY)


def test_an_outdated_proposal_is_not_applied(opened: OpenPlan) -> None:
    accept_import(opened, proposed(opened.plan, "단체명,장르\n다온밴드,재즈\n"))
    proposal = proposed(opened.plan, "단체명,장르\n다온밴드,록\n")
    band = next(iter(opened.plan.artists.values()))
    opened.perform(Change("artists", band.id, {"genre": "춤"}), StepName("change"))
    with pytest.raises(RefusedEdit, match="has changed since"):
        accept_import(opened, proposal)


def test_work_can_be_followed_and_stopped() -> None:
    steps: list[tuple[int, int]] = []
    propose_import(
        Plan(), [PastedTable(DELIVERIES, "표")], today=TODAY, progress=lambda done, all_: steps.append((done, all_))
    )
    assert steps == [(5, 5)]
    stop = threading.Event()
    stop.set()
    with pytest.raises(Refusal, match="stopped"):
        propose_import(Plan(), [PastedTable(DELIVERIES, "표")], today=TODAY, stop=stop)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_our_own_export_is_recognised_and_changes_nothing(tmp_path: Path, kind: TableKind, language: str) -> None:
    plan = sample_season()
    path = tmp_path / f"season.{kind}"
    path.write_bytes(schedule_table(plan, kind, Wording(language), TableOptions(internal=True)).data)
    proposal = propose_import(plan, [path], today=TODAY)
    assert set(outcomes(proposal)) == {"same"}
    assert len(proposal.rows) == len(plan.deliveries)
