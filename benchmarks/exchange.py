"""Other people's files in: calendars, workbooks, whole plans as JSON, and two desks brought together.

    python -m benchmarks.exchange [rounds]

Floors do the least that any program would have to do: a strict reader by hand for calendars that are plain throughout,
each text and time read once; the cells of a workbook and nothing made of them; the parsed JSON; one comparison of the
records of three states. Calendars out have `benchmarks.ical_export`. Processor time, medians of pairs in turn.
"""

from __future__ import annotations

import datetime
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from benchmarks.core import Row, beside, told
from benchmarks.ical_export import KOREAN, NOW, PUBLIC, plain_deliveries
from director_app.calendars.ical_export import export_calendar
from director_app.domain.kinds import KIND_NAMES
from director_app.domain.ledger import entries_after_export
from director_app.domain.merging import merge
from director_app.domain.plan import Plan, RecordChange
from director_app.imports.ical_files import MOST_OCCURRENCES, read_calendar
from director_app.imports.written_dates import DaySpan
from director_app.operations.importing import propose_import
from director_app.operations.interchange import WholePlan, from_json, to_json
from director_app.operations.practice_season import practice_season

SEOUL: Final = ZoneInfo("Asia/Seoul")
SEASON: Final = DaySpan(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
SIZES: Final = (300, 5_000, 52_000)
ROWS: Final = 20_000


def strictly(data: bytes) -> list[dict[str, Any]]:
    """The events of a calendar in which every one is plain: the floor."""
    texts: dict[str, str] = {}
    times: dict[str, datetime.datetime] = {}
    found = []
    for block in data.decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        event: dict[str, Any] = {}
        for line in block[: block.index("END:VEVENT")].split("\r\n"):
            name, _, value = line.partition(":")
            if name.startswith("DT"):
                if value not in times:
                    times[value] = datetime.datetime.fromisoformat(value)
                event[name[:7]] = times[value]
            elif name:
                if value not in texts:
                    texts[value] = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
                event[name] = texts[value]
        found.append(event)
    return found


def calendar_in(size: int, plan: Plan, rounds: int) -> Row:
    """A season's own calendar read again."""
    plain = plain_deliveries(plan)
    data = export_calendar(plain, entries_after_export(plain, {}, NOW), KOREAN, PUBLIC).data
    read = read_calendar("season.ics", data, SEOUL, SEASON)
    events = strictly(data)
    assert len(events) == read.events
    assert min(len(events), MOST_OCCURRENCES) == len(read.found)
    return beside(
        f"calendar in, {len(events)} of {size}",
        lambda: strictly(data),
        lambda: read_calendar("season.ics", data, SEOUL, SEASON),
        1.1,
        rounds=rounds,
    )


def workbook_in(folder: Path, rounds: int) -> Row:
    """What a workbook of 20,000 dates would do to an empty plan, beside fetching its cells."""
    import xlsxwriter
    from python_calamine import CalamineWorkbook

    path = folder / "dates.xlsx"
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["날짜", "시간", "프로그램", "장소", "출연"])
    for row in range(ROWS):
        day = SEASON.first + datetime.timedelta(days=row % 300)
        hour = 9 + row % 11
        sheet.write_row(
            row + 1,
            0,
            [f"{day:%Y. %m. %d.}", f"{hour}:00~{hour + 1}:00", f"음악회 {row}", f"{row % 40}광장", f"악단 {row % 300}"],
        )
    book.close()
    return beside(
        f"workbook in, {ROWS} rows",
        lambda: CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(),
        lambda: propose_import(Plan(), [path], today=SEASON.first),
        None,
        rounds=min(rounds, 2),
    )


def later(plan: Plan, every: int, suffix: str) -> Plan:
    """The plan after every so-manieth delivery was named otherwise."""
    ones = list(plan.deliveries.values())[::every]
    changes = [RecordChange("deliveries", one.id, one, one._replace(title_suffix=suffix)) for one in ones]
    return plan.with_changes(changes)


def two_desks(base: Plan, rounds: int) -> Row:
    """Two plans that were changed apart, beside one comparison of every record of the three states."""
    here, there = later(base, 7, "here"), later(base, 11, "there")
    read = from_json(to_json(WholePlan(there)), "there").plan  # as it comes in: nothing is shared with ours

    def compared() -> int:
        count = 0
        for kind in KIND_NAMES:
            ours, theirs = here.table(kind), read.table(kind)
            for name, record in base.table(kind).items():
                count += ours.get(name) != record or theirs.get(name) != record
        return count

    return beside("two desks merged, 5,000", compared, lambda: merge(base, here, read), None, rounds=rounds)


def whole_plans(plan: Plan, rounds: int) -> list[Row]:
    """A whole plan as JSON, out and in, beside making and parsing the JSON alone."""
    data = to_json(WholePlan(plan))
    document = json.loads(data)
    deliveries = len(plan.deliveries)
    return [
        beside(
            f"whole plan out, {deliveries}",
            lambda: json.JSONEncoder(ensure_ascii=False).encode(document).encode(),
            lambda: to_json(WholePlan(plan)),
            None,
            rounds=rounds,
        ),
        beside(
            f"whole plan in, {deliveries}", lambda: json.loads(data), lambda: from_json(data, "a"), None, rounds=rounds
        ),
    ]


def main(rounds: int) -> None:
    """Print one line per row."""
    print(f"{'':39} {'floor':>12} {'ours':>12} {'ratio':>7} {'target':>7}")
    plan = Plan()
    for size in SIZES:
        plan = practice_season(size)
        told(calendar_in(size, plan, rounds))
        if size == SIZES[1]:
            told(two_desks(plan, rounds))
    for row in whole_plans(plan, rounds):
        told(row)
    with tempfile.TemporaryDirectory() as folder:
        told(workbook_in(Path(folder), rounds))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
