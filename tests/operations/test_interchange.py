"""A whole plan as JSON and back: nothing is lost, and nothing that is wrong gets in."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.domain.edits import Put
from director_app.domain.ids import DeliveryId
from director_app.domain.kinds import KINDS
from director_app.domain.ledger import LedgerEntry
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import Refusal
from director_app.operations import whole_plans
from director_app.operations.interchange import FORMAT, WholePlan, from_json, json_schema, to_json
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.operations.sample_season import sample_season
from director_app.operations.sentences import refusal_sentence
from director_app.wording import Wording
from tests import plan_format
from tests.domain.any_records import any_plan, ground
from tests.plan_files import assert_look_ups_hold

LOGO = b"\x89PNG of a logo"
DIGEST = hashlib.sha256(LOGO).hexdigest()
ENTRY = LedgerEntry(
    DeliveryId("deliveries-0"), "uid-1", 3, "20251014T050000Z", "when", "what", "봄밤", parts=("*",), is_gone=True
)


@given(plan=any_plan())
@settings(max_examples=12)
def test_every_field_travels_from_file_to_json_to_a_new_file(plan: Plan, empty_file: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.cdplan", tmp_path / "second.cdplan"
    first.unlink(missing_ok=True)
    opened = OpenPlan.create_with(first, plan)
    opened.close()
    reopened = OpenPlan.open(first)
    data = to_json(whole_plans.whole_of(reopened))
    assert reopened.plan.seasons == plan.seasons
    for kind in KINDS:
        assert reopened.plan.table(kind.name) == plan.table(kind.name)
    reopened.close()

    whole = from_json(data, "plan.json")
    assert to_json(whole) == data
    shutil.copy(empty_file, second)
    other = OpenPlan.open(second)
    outcome = whole_plans.accept_whole(other, whole, "plan.json")
    assert other.plan == reopened.plan
    assert_look_ups_hold(other.plan)
    assert not whole_plans.accept_whole(other, whole, "plan.json").changes
    other.close()
    again = OpenPlan.open(second)
    assert again.plan == outcome.plan
    assert to_json(whole_plans.whole_of(again)) == data
    again.close()


def test_ledger_bytes_and_highest_number_travel_too(plan_file: Path, tmp_path: Path) -> None:
    whole = WholePlan(Plan.of(ground(), 40), {ENTRY.delivery: ENTRY}, {DIGEST: LOGO})
    opened = OpenPlan.open(plan_file)
    whole_plans.accept_whole(opened, from_json(to_json(whole), "plan.json"), "plan.json")
    assert whole_plans.whole_of(opened) == whole
    assert opened.content(DIGEST) == LOGO

    opened.undo()
    left = whole_plans.whole_of(opened)
    assert not list(left.plan.records())
    assert left.plan.highest_number == 40
    assert left.ledger == whole.ledger
    opened.close()


def test_a_ledger_never_falls_back(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    plan = Plan.of(ground())
    whole_plans.accept_whole(opened, WholePlan(plan, {ENTRY.delivery: ENTRY}), "new.json")
    older = ENTRY._replace(sequence=2, last_modified="20260101T000000Z")
    whole_plans.accept_whole(opened, WholePlan(plan, {ENTRY.delivery: older}), "old.json")
    latest = ENTRY._replace(last_modified=older.last_modified)
    assert whole_plans.ledger_of(opened) == {ENTRY.delivery: latest}
    newer = latest._replace(sequence=4)
    outcome = whole_plans.accept_whole(opened, WholePlan(plan, {ENTRY.delivery: newer}), "newer.json")
    assert outcome.step is None
    assert whole_plans.ledger_of(opened) == {ENTRY.delivery: newer}
    opened.close()


def test_what_she_did_since_a_whole_plan_was_fitted_stays(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    whole = WholePlan(Plan.of([Delivery(DeliveryId("theirs"), month="2025-10")]))
    ready = whole_plans.fitted(opened.plan, whole)
    opened.perform(Put(Delivery(DeliveryId("hers"), month="2025-10")), StepName("add"))
    whole_plans.accept_whole(opened, whole, "plan.json", ready)
    assert set(opened.plan.deliveries) == {"hers", "theirs"}
    opened.close()


def test_a_whole_plan_is_one_step(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    whole = WholePlan(sample_season())
    counts = whole_plans.compare_whole(opened.plan, whole)
    assert counts.changed == counts.same == 0
    whole_plans.accept_whole(opened, whole, "구미.json")
    assert [step.name.values for step in opened.steps()] == [{"file": "구미.json", "n": counts.new}]
    assert whole_plans.compare_whole(opened.plan, whole) == (0, 0, counts.new)
    opened.undo()
    assert not list(opened.plan.records())
    opened.close()


def test_schema_and_description_are_those_of_the_code() -> None:
    """When this fails: `python -m tests.plan_format`, and read docs/plan-format.md again."""
    assert plan_format.SCHEMA.read_text(encoding="utf-8") == plan_format.schema_text()
    assert plan_format.DOCUMENT.read_text(encoding="utf-8").split(plan_format.MARKER)[1] == plan_format.tables()
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) >= {kind.name for kind in KINDS}


def test_the_example_of_the_description_is_accepted() -> None:
    example = plan_format.DOCUMENT.read_text(encoding="utf-8").split("```json")[1].split("```")[0]
    whole = from_json(example.encode(), "example")
    assert whole_plans.compare_whole(Plan(), whole).new == 3
    assert to_json(whole).decode().startswith(example.split('"areas"')[0].lstrip())


@given(plan=any_plan())
@settings(max_examples=6)
def test_what_is_exported_follows_the_schema(plan: Plan) -> None:
    whole = WholePlan(plan, {ENTRY.delivery: ENTRY}, {DIGEST: LOGO})
    assert against_schema(json.loads(to_json(whole))) == []


def test_the_sample_follows_the_schema() -> None:
    assert against_schema(json.loads(to_json(WholePlan(sample_season())))) == []


def test_what_does_not_follow_the_schema_is_told() -> None:
    document = json.loads(to_json(WholePlan(sample_season())))
    document["venues"][0]["roof"] = True
    assert len(against_schema(document)) == 1


def against_schema(document: object) -> list[str]:
    """What of a document is not as the schema says."""
    validator = jsonschema.Draft202012Validator(json_schema())
    return [error.message for error in validator.iter_errors(document)]


BASE: dict[str, Any] = {
    "format": FORMAT,
    "version": 1,
    "highest_number": 7,
    "areas": [{"id": "a", "name": "공단동"}],
    "venues": [{"id": "v", "name": "에코홀", "area": "a", "opening_hours": [
        {"weekday": 1, "opens": "09:00", "closes": "18:00"}], "latitude": 36.1}],
    "programmes": [{"id": "p", "title": "봄밤", "needs": {"power_kw": 3.5}, "lineup": []}],
    "deliveries": [{"id": "d", "number": "GM-007", "programme": "p", "venue": "v", "date": "2025-10-14",
                    "start": "12:10", "status": "confirmed"}],
    "ledger": [{"delivery": "d", "uid": "d@x", "sequence": 1, "last_modified": "20251014T050000Z"}],
    "contents": {DIGEST: base64.b64encode(LOGO).decode()},
}  # fmt: skip

BROKEN: dict[str, tuple[tuple[Any, ...], Any, str]] = {
    "another format": (("format",), "calendar", "format"),
    "newer": (("version",), 2, "newer version"),
    "no version": (("version",), "1", "version"),
    "version true": (("version",), True, "version"),
    "version zero": (("version",), 0, "version"),
    "unknown key": (("colour",), 1, "colour"),
    "unknown field": (("venues", 0, "roof"), True, "venues[0]"),
    "list is none": (("venues",), {}, "venues"),
    "record is none": (("venues", 0), 3, "venues[0]"),
    "id missing": (("venues", 0), {"name": "x"}, "id"),
    "id empty": (("areas", 0, "id"), "", "areas[0].id"),
    "id a number": (("areas", 0, "id"), 4, "areas[0].id"),
    "id with a control character": (("areas", 0, "id"), "a\u0000", "areas[0].id"),
    "id without end": (("areas", 0, "id"), "a" * 5000, "areas[0].id"),
    "id twice": (("areas",), [{"id": "a"}, {"id": "a"}], "areas[1]"),
    "text is a number": (("areas", 0, "name"), 5, "areas[0].name"),
    "text is null": (("areas", 0, "name"), None, "areas[0].name"),
    "date is none": (("deliveries", 0, "date"), "14. 10. 2025", "deliveries[0].date"),
    "date of February 30": (("deliveries", 0, "date"), "2025-02-30", "deliveries[0].date"),
    "time is none": (("deliveries", 0, "start"), "noon", "deliveries[0].start"),
    "time beyond two days": (("deliveries", 0, "start"), "49:00", "deliveries[0].start"),
    "status unknown": (("deliveries", 0, "status"), "maybe", "deliveries[0].status"),
    "nested wrong": (("venues", 0, "opening_hours", 0, "opens"), 9, "opening_hours[0].opens"),
    "flag is a number": (("programmes", 0, "is_free"), 1, "is_free"),
    "whole number is a fraction": (("venues", 0, "seats"), 1.5, "seats"),
    "number too large": (("venues", 0, "floor_area"), 10**400, "floor_area"),
    "highest number wrong": (("highest_number",), "7", "highest_number"),
    "highest number negative": (("highest_number",), -1, "highest_number"),
    "ledger wrong": (("ledger", 0, "sequence"), "many", "ledger[0].sequence"),
    "ledger twice": (("ledger",), [BASE["ledger"][0], BASE["ledger"][0]], "ledger[1]"),
    "ledger moment wrong": (("ledger", 0, "last_modified"), "today", "ledger[0].last_modified"),
    "ledger zone unknown": (("ledger", 0, "zone"), "Mars/Olympus", "ledger[0].zone"),
    "digest of other bytes": (("contents", DIGEST), base64.b64encode(b"other").decode(), "contents"),
    "bytes no base64": (("contents", DIGEST), "한글", "contents"),
    "contents a list": (("contents",), [], "contents"),
    "reference to nothing": (("deliveries", 0, "venue"), "nowhere", "GM-007"),
    "nested reference to nothing": (("programmes", 0, "lineup"), [{"artist": "nobody"}], "봄밤"),
    "subject of no kind": (("notes",), [{"id": "n", "subject": {"kind": "moons", "id": "x"}, "text": "t"}], "moons"),
    "number taken twice": (
        ("deliveries",), [BASE["deliveries"][0], {**BASE["deliveries"][0], "id": "e"}], "GM-007"),
    "ends before it starts": (("deliveries", 0, "end"), "11:00", "GM-007"),
    "part of itself": (("venues", 0, "part_of"), "v", "에코홀"),
    "no anchor": (("deliveries", 0), {"id": "d"}, "A delivery needs"),
    "weekday eight": (("venues", 0, "opening_hours", 0, "weekday"), 8, "weekday"),
    "month wrong": (("deliveries", 0), {"id": "d", "month": "October"}, "month"),
    "year zero": (("deliveries", 0, "date"), "0001-01-01", "date"),
    "exhibition of a thousand years": (("deliveries", 0, "until"), "2999-01-01", "until"),
    "set-up of a year": (("deliveries", 0, "setup_minutes"), 525600, "setup_minutes"),
    "resident registration number": (("areas", 0, "note"), "900101-1234567", "resident registration number"),
}  # fmt: skip


def broken(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """The base document with one thing changed."""
    document: Any = copy.deepcopy(BASE)
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return dict(document)


@pytest.mark.parametrize("case", BROKEN)
def test_what_is_wrong_is_said_and_nothing_is_half_written(case: str, plan_file: Path) -> None:
    path, value, said = BROKEN[case]
    opened = OpenPlan.open(plan_file)
    with pytest.raises(Refusal) as refused:
        whole_plans.accept_whole(opened, from_json(json.dumps(broken(path, value)).encode(), "plan.json"), "plan.json")
    assert said in str(refused.value)
    assert len(str(refused.value)) < 400
    assert not list(opened.plan.records())
    assert not opened.ledger_rows()
    assert not opened.content_digests()
    assert opened.undo_name is None
    opened.close()


def test_the_unbroken_base_is_accepted(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    whole_plans.accept_whole(opened, from_json(b"\xef\xbb\xbf" + json.dumps(BASE).encode(), "plan.json"), "plan.json")
    assert opened.plan.deliveries[DeliveryId("d")].number == "GM-007"
    assert opened.plan.highest_number == 7
    opened.close()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\xff\xfe{}",
        "한글".encode("cp949"),
        b"[" * 200_000,
        b'{"version": ' + b"9" * 5000 + b"}",
        b'{"format": "culture-delivery-plan", "version": NaN}',
    ],
)
def test_other_files_are_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        from_json(data, "plan.json")
    assert "plan.json" in str(refused.value)


def test_a_number_that_is_not_finite_is_refused() -> None:
    for number in ("NaN", "Infinity", "1e300"):
        data = json.dumps(BASE).replace("3.5", number).encode()
        with pytest.raises(Refusal, match="power_kw"):
            from_json(data, "plan.json")


def test_texts_are_cleaned_on_the_way_in(plan_file: Path) -> None:
    document = broken(("areas", 0, "name"), "공단동 \ud800\u0000동\r\n")
    document["ledger"][0]["title"] = "봄\udfff밤"
    opened = OpenPlan.open(plan_file)
    whole_plans.accept_whole(opened, from_json(json.dumps(document).encode(), "plan.json"), "a\ud800.json")
    assert [area.name for area in opened.plan.areas.values()] == ["공단동 동\n"]
    assert [entry.title for entry in whole_plans.ledger_of(opened).values()] == ["봄밤"]
    opened.close()


def test_numbers_of_another_program_are_not_given_again() -> None:
    document = broken(("deliveries", 0, "number"), "GM-120")
    del document["highest_number"]
    assert from_json(json.dumps(document).encode(), "plan.json").plan.highest_number == 120


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
PLACES = [path for path, _value, _said in BROKEN.values()]


@given(path=st.sampled_from(PLACES), value=JSON_VALUES)
@settings(max_examples=100)
def test_anything_at_any_place_is_taken_or_refused(path: tuple[Any, ...], value: Any) -> None:
    said = taken_or_refused(json.dumps(broken(path, value)).encode())
    if isinstance(said, str):
        assert 0 < len(said) < 400
    else:
        assert whole_plans.compare_whole(Plan(), said).new == sum(1 for _ in said.plan.records())
        data = to_json(said)
        assert to_json(from_json(data, "again.json")) == data


def taken_or_refused(data: bytes) -> WholePlan | str:
    """What was read, or the sentence why not."""
    try:
        whole = from_json(data, "plan.json")
        whole_plans.compare_whole(Plan(), whole)
    except Refusal as refusal:
        return str(refusal)
    return whole


def test_the_same_plan_gives_the_same_bytes() -> None:
    records = [Delivery(DeliveryId(f"d{number}"), month="2025-10") for number in range(20)]
    assert to_json(WholePlan(Plan.of(records))) == to_json(WholePlan(Plan.of(reversed(records))))


@pytest.mark.parametrize(
    ("kind", "field", "value", "sentence"),
    [
        ("seasons", "zone", "Mars/Olympus", "시간대로 읽을 수 없습니다: ‘Mars/Olympus’. Asia/Seoul처럼 적어 주세요."),
        ("seasons", "zone", "", "시간대로 읽을 수 없습니다: ‘’. Asia/Seoul처럼 적어 주세요."),
        ("seasons", "zone", "localtime", "시간대로 읽을 수 없습니다: ‘localtime’. Asia/Seoul처럼 적어 주세요."),
        ("complexes", "colour", "red;}", "색으로 읽을 수 없습니다: ‘red;}’. #1A6B4F처럼 적어 주세요."),
        ("templates", "colour", "127B5F", "색으로 읽을 수 없습니다: ‘127B5F’. #1A6B4F처럼 적어 주세요."),
    ],
)
def test_what_no_form_takes_no_document_brings(
    kind: str, field: str, value: str, sentence: str, plan_file: Path
) -> None:
    opened = OpenPlan.open(plan_file)
    before = opened.plan
    record = {"id": "season" if kind == "seasons" else "one", field: value}
    data = json.dumps({"format": FORMAT, "version": 1, kind: [record]}).encode()
    with pytest.raises(Refusal) as refused:
        whole_plans.accept_whole(opened, from_json(data, "other.json"), "other.json")
    assert refusal_sentence(Wording("ko"), refused.value) == sentence
    assert opened.plan is before
    assert not opened.steps()
    opened.close()
