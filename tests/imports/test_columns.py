"""Which column means what: any order, Korean and English headers, headers below titles and in several rows."""

from __future__ import annotations

import io
import random

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.imports.columns import guess_mapping
from director_app.imports.data_sets import DATA_SETS, FESTIVALS, MUSEUMS, PERFORMANCES
from director_app.imports.field_names import (
    FIELDS,
    IGNORED,
    KIND_LABELS,
    KINDS,
    choices_of,
    fold_header,
    headers_of,
    label_of,
)
from director_app.imports.spreadsheets import read_tables
from tests.imports.tables import SHEETS, fields_of, mapping_of, sheet, sheet_of_text

CORE = {
    "deliveries": ("date", "start", "title", "venue", "organisation", "artists", "number"),
    "applications": ("received", "organisation", "contact", "phone", "wish1", "wish2", "meal_slot", "space"),
    "artists": ("name", "genre", "phone", "members", "fee"),
    "venues": ("name", "address", "seats", "setting", "area"),
    "programmes": ("title", "minutes", "audience", "intro", "setup"),
}


def test_every_kind_of_table_is_recognised_by_its_first_names() -> None:
    for kind, fields in CORE.items():
        names = {field.name: field.headers[0] for field in FIELDS[kind]}
        mapping = mapping_of("\t".join(names[field] for field in fields))
        assert (mapping.kind, [column.field for column in mapping.columns]) == (kind, list(fields))
        assert mapping.score == 1


@given(st.sampled_from(sorted(CORE)), st.integers(0, 2**32))
def test_any_order_and_any_synonym_mean_the_same(kind: str, seed: int) -> None:
    chance = random.Random(seed)
    fields = list(CORE[kind])
    chance.shuffle(fields)
    synonyms = {
        field.name: [one for one in field.headers if headers_of(kind)[fold_header(one)] == field.name]
        for field in FIELDS[kind]
    }
    headers = [chance.choice(synonyms[field]) for field in fields]
    decorated = [chance.choice(["{}", " {} ", "*{}", "{} ", "[{}]"]).format(header) for header in headers]
    mapping = guess_mapping(sheet(tuple(decorated))).as_kind(kind)
    assert [column.field for column in mapping.columns] == fields
    assert not any(column.unsure for column in mapping.columns)


@pytest.mark.parametrize(
    ("header", "kind", "fields"),
    [
        ("Date,Start,End,Title,Venue,Artists", "deliveries", ["date", "start", "end", "title", "venue", "artists"]),
        (
            "Company,Contact,Phone,First wish,Heads",
            "applications",
            ["organisation", "contact", "phone", "wish1", "heads"],
        ),
        ("Name,Genre,Phone", "artists", ["name", "genre", "phone"]),
        ("name,address,capacity", "venues", ["name", "address", "seats"]),
        ("Title,Kind,Duration", "programmes", ["title", "kind", "minutes"]),
        ("이름,연락처", "artists", ["name", "phone"]),
        ("장소명", "venues", ["name"]),
    ],
)
def test_plain_headers(header: str, kind: str, fields: list[str]) -> None:
    mapping = mapping_of(header)
    assert (mapping.kind, [column.field for column in mapping.columns]) == (kind, fields)


@pytest.mark.parametrize(
    "header", ["a,b,c", "id,name,age", "text,date,integer,boolean", "4,5,6", "제목", "fips,name,total"]
)
def test_foreign_tables_are_not_guessed_at(header: str) -> None:
    mapping = mapping_of(header + "\n1,2,3\n")
    assert mapping.kind == ""
    assert {column.field for column in mapping.columns} == {IGNORED}


@given(st.integers(0, 8))
def test_the_header_is_found_below_titles(lines: int) -> None:
    titles = [f"2025 구미산단 배달 일정표 {n},,," for n in range(lines)]
    text = "\n".join([*titles, "연번,일자,시간,기업명,공연팀", "1,9.3,12:10,방림,다온밴드"])
    mapping = mapping_of(text)
    assert mapping.header_rows == (lines + 1,)
    assert [column.field for column in mapping.columns] == ["serial", "date", "start", "organisation", "artists"]


def test_a_header_of_three_rows_is_joined_downwards() -> None:
    text = "연번,개최기간,,,,,축제명,장소\n,시작일,,,종료일,,,\n,년,월,일,년,월,,\n1,2025,5,3,2025,5,가나축제,공원"
    assert fields_of(text) == [
        "serial",
        "start_year",
        "start_month",
        "start_day",
        "end_year",
        "end_month",
        "title",
        "venue",
    ]


def test_a_merged_header_of_a_workbook_is_joined_downwards() -> None:
    book = openpyxl.Workbook()
    page = book.active
    for row in (
        [],
        ["제목"],
        [],
        [],
        ["연번", "축제명", "개최 장소", "", "개최기간"],
        ["", "", "장소명", "시도", "시작일"],
        ["", "", "", "", "년", "월", "일"],
    ):
        page.append(row)
    for cells in ("A5:A7", "B5:B7", "C5:D5", "C6:C7", "D6:D7", "E5:G5", "E6:G6"):
        page.merge_cells(cells)
    page.append([1, "가나축제", "공원", "경북", 2025, 5, 3])
    buffer = io.BytesIO()
    book.save(buffer)
    mapping = guess_mapping(read_tables("a.xlsx", buffer.getvalue()).sheets[0])
    assert mapping.header_rows == (5, 6, 7)
    assert [column.field for column in mapping.columns] == [
        "serial", "title", "venue", "", "start_year", "start_month", "start_day",
    ]  # fmt: skip
    assert mapping.columns[4].header == "개최기간 > 시작일 > 년"


def test_the_questions_of_a_web_form_are_read_by_their_words() -> None:
    questions = (
        "타임스탬프",
        "1. 기업명을 적어 주세요",
        "2. 담당자 성함",
        "3. 연락처(휴대폰)",
        "희망일시(1순위)를 적어 주세요",
    )
    text = ",".join((*questions, "예상 참여인원(명)"))
    mapping = mapping_of(text)
    assert mapping.kind == "applications"
    assert [column.field for column in mapping.columns] == [
        "received",
        "organisation",
        "contact",
        "phone",
        "wish1",
        "heads",
    ]
    assert [column.unsure for column in mapping.columns] == [False, True, True, False, True, False]


def test_columns_without_a_header_are_told_by_what_stands_in_them() -> None:
    text = "단체명\t장르\t \t\n다온밴드\t재즈\t054-111-2222\ta@example.org\n봄\t국악\t054-111-3333\tb@example.org\n"
    assert fields_of(text) == ["name", "genre", "phone", "email"]


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("performances_awkward_cp949.csv", PERFORMANCES),
        ("festivals_cp949_crlf.csv", FESTIVALS),
        ("festivals_utf8_bom.csv", FESTIVALS),
    ],
)
def test_public_data_sets_are_recognised_by_their_columns(file: str, name: str) -> None:
    mapping = guess_mapping(read_tables(file, (SHEETS / file).read_bytes()).sheets[0])
    assert (mapping.data_set, mapping.kind, mapping.score) == (name, "deliveries", 1)


@given(st.sampled_from(DATA_SETS), st.integers(0, 2**32))
def test_a_data_set_is_recognised_from_seventy_percent_in_any_order(data_set: object, seed: int) -> None:
    assert hasattr(data_set, "columns")
    chance = random.Random(seed)
    columns = list(data_set.columns)
    chance.shuffle(columns)
    kept = columns[: -(-len(columns) * 7 // 10)]
    spelt = [column.replace("기관명", "기관") if chance.random() < 0.5 else column for column in kept]
    mapping = guess_mapping(sheet(tuple(spelt)))
    assert mapping.data_set == data_set.name  # type: ignore[attr-defined]
    assert mapping.kind == ("venues" if mapping.data_set == MUSEUMS else "deliveries")


def test_the_user_corrects_and_the_choice_is_remembered() -> None:
    mapping = mapping_of("이름\t구분\t연락처\n")
    chosen = mapping.as_kind("artists").with_field(1, "genre")
    assert [column.field for column in chosen.columns] == ["name", "genre", "phone"]
    other_order = guess_mapping(sheet_of_text("연락처\t이름\t구분\n"))
    assert other_order.fingerprint == mapping.fingerprint
    again = other_order.with_remembered(chosen.as_plain())
    assert (again.kind, [column.field for column in again.columns]) == ("artists", ["phone", "name", "genre"])


def test_a_field_stands_in_one_column_only() -> None:
    mapping = mapping_of("단체명\t장르\t연락처\n").with_field(1, "phone")
    assert [column.field for column in mapping.columns] == ["name", "phone", ""]


def test_every_field_has_a_label_and_every_kind_a_name() -> None:
    for kind in KINDS:
        assert KIND_LABELS[kind]
        assert choices_of(kind)[0].name == IGNORED
        assert {"Leave out", "Keep in the note"} >= {label_of(kind, IGNORED)}
        assert all(label_of(kind, field.name) != field.name for field in FIELDS[kind])


@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=14))
def test_no_table_is_beyond_guessing(rows: list[list[str]]) -> None:
    mapping = guess_mapping(sheet_of_text("\n".join("\t".join(row) for row in rows) + "\nx"))
    assert mapping.kind in ("", *KINDS)


@pytest.mark.parametrize(("sort", "field"), [("국악", "genre"), ("단체", "group_or_person")])
def test_names_with_a_sort_are_artists_to_be_looked_at(sort: str, field: str) -> None:
    mapping = mapping_of(f"이름\t구분\n김연주\t{sort}\n")
    assert mapping.kind == "artists"
    assert [(column.field, column.unsure) for column in mapping.columns] == [("name", True), (field, True)]
