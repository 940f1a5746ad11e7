"""Companies' applications the whole way on the command line: in, answered, given back, moved up, told by letter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from director_app.domain.edits import Change, Several
from director_app.domain.programme import Status
from director_app.domain.requests import ApplicationState
from director_app.operations.open_plan import OpenPlan, StepName
from tests.cli.command_line import facts, said

SHEET = """접수일시,기업명,담당자,희망일1,예상인원,공간
2025-09-03 09:12:05,기업 첫째,김담당,2025-10-21,120,식당
2025-09-03 09:12:01,기업 둘째,이담당,2025-10-21,80,로비
2025-09-04 10:00,기업 셋째,박담당,2025-10-22,60,마당
"""


def given_back(path: Path) -> None:
    """The second company, which came first by its receipt, withdraws from a date; the others wait."""
    plan = OpenPlan.open(path)
    by_name = {one.applicant: one.id for one in plan.plan.applications.values()}
    today = plan.plan.season.reference_date
    answers = {one.delivery for one in plan.plan.applications.values()}
    coming = [one for one in plan.plan.deliveries.values() if one.status is Status.CONFIRMED and one.id not in answers]
    dated = [one for one in coming if one.date is not None and (today is None or one.date > today)]
    date = min(dated, key=lambda one: one.number).id
    withdrawn: dict[str, Any] = {"state": ApplicationState.WITHDRAWN, "delivery": date}
    waits: dict[str, Any] = {"state": ApplicationState.WAITING}
    values = {"기업 둘째": withdrawn, "기업 첫째": waits, "기업 셋째": waits}
    edits = tuple(Change("applications", by_name[name], changed) for name, changed in values.items())
    plan.perform(Several(edits), StepName("Sample"))
    plan.close()


def test_the_whole_way_of_an_application(tmp_path: Path, sample: Path) -> None:
    assert said("export", "xlsx", sample, "-o", tmp_path / "list.xlsx")[0] == 0
    sheet = tmp_path / "신청.csv"
    sheet.write_text(SHEET, "utf-8")
    assert facts("import", sample, sheet)["new"] == 3
    assert facts("import", sample, sheet)["same"] == 3
    order = [one["applicant"] for one in facts("waiting", sample)["applications"]]
    assert [name for name in order if name in ("기업 첫째", "기업 둘째", "기업 셋째")] == [
        "기업 둘째",
        "기업 첫째",
        "기업 셋째",
    ]
    given_back(sample)
    before = sample.read_bytes()
    found = facts("waiting", sample)
    waiting = [one["applicant"] for one in found["applications"] if one["state"] == "waiting"]
    nexts = [move["next"] for move in found["moves"]]
    assert nexts == waiting[: len(nexts)]
    assert "기업 둘째" in [move["company"] for move in found["moves"]]
    assert sample.read_bytes() == before
    assert facts("waiting", sample, "--move-up")["moved"] == len(nexts) > 0
    after = {one["applicant"]: one for one in facts("waiting", sample)["applications"]}
    assert all(after[name]["state"] == "placed" and after[name]["delivery"] for name in nexts)
    letter = tmp_path / "letter.pdf"
    assert said("export", "pdf", sample, "-o", letter, "--document", "offer-letter", "--application", nexts[0])[0] == 0
    assert letter.stat().st_size > 5_000
    assert said("undo", sample)[0] == 0
    undone = {one["applicant"]: one["state"] for one in facts("waiting", sample)["applications"]}
    assert undone[nexts[-1]] == "waiting"
    assert said("waiting", sample)[0] == 0
