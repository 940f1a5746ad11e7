"""A season as an iCalendar file: our writer beside a hand-written one, and the plain way through `icalendar`.

    python benchmarks/ical_export.py [ROUNDS]

The floor is written by hand for nothing but plain deliveries: one span on one date, nothing ever cancelled, one
flavour, one language, no filter. It remembers every text and line that repeats, and must come to the same bytes.
Ratios are medians of pairs run in turn; seconds are for orientation. "different" is the same season with every title
and note made unlike all others, so that nothing is there to be remembered.
"""

from __future__ import annotations

import datetime
import gc
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from director_app.calendars.events import EventMaker
from director_app.calendars.ical_export import calendar_name, export_calendar, plan_zone, zones_of
from director_app.calendars.options import CalendarOptions
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry, entries_after_export, entry_of_text, entry_text
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import is_plain, plan_b_of
from director_app.operations.practice_season import practice_season
from director_app.wording import Wording
from tests.calendars.plain_calendar import plain_calendar

NOW: Final = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
SIZES: Final = ((300, 3.0), (5_000, 2.0), (52_000, 1.4))
SMALL: Final = 1_000
KOREAN: Final = Wording("ko")
PUBLIC: Final = CalendarOptions()
Ledger = Mapping[DeliveryId, LedgerEntry]


def plain_deliveries(plan: Plan, most: int | None = None) -> Plan:
    """The plan with only those deliveries that the floor can write, at most so many."""
    left_out = (Status.IDEA, Status.CANCELLED)
    kept = [one.id for one in plan.deliveries.values() if is_plain(one) and one.status not in left_out][:most]
    dropped = set(plan.deliveries) - set(kept)
    return plan.with_changes([RecordChange("deliveries", one, plan.deliveries[one], None) for one in dropped])


def unlike(plan: Plan) -> Plan:
    """The plan with texts that never repeat."""
    changes = [
        RecordChange(
            "deliveries", one.id, one, one._replace(title_suffix=one.id[:6], public_note=f"{one.id} {'가' * 60}")
        )
        for one in plan.deliveries.values()
    ]
    return plan.with_changes(changes)


class Floor:
    """The hand-written writer: as little code as plain deliveries need, every text and line remembered."""

    def __init__(self, plan: Plan, ledger: Ledger) -> None:
        self.plan, self.ledger = plan, ledger
        self.lines: dict[str, str] = {}
        self.descriptions: dict[object, str] = {}
        self.places: dict[object, tuple[str, str]] = {}
        self.clocks: dict[int, str] = {}

    def write(self, head: str) -> bytes:
        """The calendar; `head` is all that comes before the first event."""
        out = [head]
        found = [
            (one.date.toordinal() * 1440 + one.start, self.ledger[one.id].uid, one)  # type: ignore[union-attr,operator]
            for one in self.plan.deliveries.values()
        ]
        found.sort(key=lambda three: three[:2])
        for starts, uid, one in found:
            out.append(self.event(starts, uid, one, self.ledger[one.id]))
        out.append("END:VCALENDAR\r\n")
        return "".join(out).encode()

    def event(self, starts: int, uid: str, one: Any, entry: LedgerEntry) -> str:
        """One event."""
        programme = self.plan.programmes.get(one.programme)
        title = programme.title if programme else ""
        summary = self.line("SUMMARY:", f"{title} {one.title_suffix}".strip() or self.untitled(one))
        place, geo = self.place(one.venue, one.area, one.organisation)
        category = self.line("CATEGORIES:", self.strand(one, programme))
        description = self.line("DESCRIPTION:", self.description(one, programme))
        status = "TENTATIVE" if one.status is Status.PENCILLED else "CONFIRMED"
        return (
            f"BEGIN:VEVENT\r\n{summary}DTSTART;TZID=Asia/Seoul:{self.clock(starts)}\r\n"
            f"DTEND;TZID=Asia/Seoul:{self.clock(starts - one.start + one.end)}\r\n"
            f"DTSTAMP:{entry.last_modified}\r\nUID:{uid}\r\nSEQUENCE:{entry.sequence}\r\n{category}{description}{geo}"
            f"LAST-MODIFIED:{entry.last_modified}\r\n{place}STATUS:{status}\r\nEND:VEVENT\r\n"
        )

    def clock(self, minute: int) -> str:
        """A wall time as calendars write it."""
        made = self.clocks.get(minute)
        if made is None:
            day = datetime.date.fromordinal(minute // 1440)
            made = f"{day.year}{day.month:02d}{day.day:02d}T{minute // 60 % 24:02d}{minute % 60:02d}00"
            self.clocks[minute] = made
        return made

    def line(self, name: str, text: str) -> str:
        """A folded line, remembered by its text."""
        if not text:
            return ""
        made = self.lines.get(name + text)
        if made is None:
            made = self.lines[name + text] = fold(name + escape(text))
        return made

    def untitled(self, one: Delivery) -> str:
        """What stands for a title that is open."""
        company = self.plan.organisations.get(one.organisation) if one.organisation else None
        venue = self.plan.venues.get(one.venue) if one.venue else None
        named = one.area or (venue.area if venue else None)
        area = self.plan.areas.get(named) if named else None
        return f"{company.name if company else area.name if area else ''}: 프로그램 미정"

    def strand(self, one: Any, programme: Any) -> str:
        """The name of the strand."""
        event = self.plan.events.get(one.event)
        named = one.initiative or (programme and programme.initiative) or (event and event.initiative)
        return self.plan.initiatives[named].name if named else ""

    def place(self, venue: Any, area: Any, company: Any) -> tuple[str, str]:
        """The lines of LOCATION and GEO."""
        made = self.places.get((venue, area, company))
        if made is None:
            one = self.plan.venues.get(venue)
            whole = self.plan.venues.get(one.part_of) if one and one.part_of else None  # only one deep here
            named: Any = area or (one.area if one else None) or (whole.area if whole else None)
            corner = self.plan.areas.get(named)
            names = [self.venue_name(venue), corner.name if corner else ""]
            names.append((one.address if one else "") or (whole.address if whole else ""))
            if one is None and company:
                names[0] = self.plan.organisations[company].name
            at = one if one and one.latitude else whole
            geo = f"GEO:{at.latitude};{at.longitude}\r\n" if at and at.latitude else ""
            made = (self.line("LOCATION:", ", ".join(filter(None, names))), geo)
            self.places[(venue, area, company)] = made
        return made

    def venue_name(self, venue: Any) -> str:
        """A venue with the place around it."""
        one = self.plan.venues.get(venue)
        whole = self.plan.venues.get(one.part_of) if one and one.part_of else None
        if one is None:
            return ""
        return one.name if whole is None or one.name.startswith(whole.name) else f"{whole.name} {one.name}"

    def description(self, one: Any, programme: Any) -> str:
        """The description, remembered by what it depends on."""
        own = one.lineup, one.fallback, one.booking, one.accessibility, one.public_note
        key = (one.programme, one.event, one.venue, own)
        made = self.descriptions.get(key)
        if made is None:
            made = self.descriptions[key] = self.described(one, programme)
        return made

    def described(self, one: Any, programme: Any) -> str:
        """The description."""
        acts = one.lineup if one.lineup is not None else programme.lineup if programme else ()
        names = [self.plan.artists[act.artist].name + (f" ({act.role})" if act.role else "") for act in acts]
        booking = one.booking or (programme.booking if programme else "")
        marks = one.accessibility if one.accessibility is not None else programme.accessibility if programme else ()
        lines = [
            programme.subtitle if programme else "",
            f"출연: {', '.join(names)}" if names else "",
            self.plan_b(one),
            "무료" if programme and programme.is_free else "",
            f"관람료: {programme.admission}" if programme and programme.admission else "",
            f"예약: {booking}" if booking else "",
            f"접근성: {', '.join(MARKS[mark] for mark in marks)}" if marks else "",
            one.public_note,
        ]
        return "\n".join(filter(None, lines))

    def plan_b(self, one: Any) -> str:
        """What happens in rain."""
        fallback = plan_b_of(self.plan, one.fallback, one.event, one.venue)
        if fallback is None:
            return ""
        if fallback.kind != "indoors":
            return f"우천·폭염 시: {PLAN_B[fallback.kind]}"
        place = self.venue_name(fallback.venue)
        is_told = place and fallback.state != "asked"
        return f"우천·폭염 시: {place}에서 진행" if is_told else "우천·폭염 시: 실내에서 진행, 장소는 추후 안내"


PLAN_B: Final = {"as_is": "그대로 진행", "postpone": "순연", "cancel": "취소"}
MARKS: Final = {
    "wheelchair": "휠체어 이용 가능", "sign_language": "수어 통역", "captions": "자막",
    "audio_description": "음성 해설", "braille": "점자", "children": "어린이 동반", "languages": "다국어",
}  # fmt: skip


def escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> str:
    data = line.encode()
    pieces = []
    while len(data) > 74:
        end = 74
        while data[end] & 0xC0 == 0x80:
            end -= 1
        if data[end - 1] == 92:
            end -= 1
        pieces.append(data[:end])
        data = data[end:]
    return b"\r\n ".join([*pieces, data]).decode() + "\r\n"


def seconds(work: Callable[[], object]) -> float:
    gc.collect()
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def compare(name: str, plan: Plan, rounds: int, target: float) -> None:
    """One line: our seconds, the floor's, and the median ratio of pairs."""
    ledger = entries_after_export(plan, {}, NOW)
    ours = export_calendar(plan, ledger, KOREAN, PUBLIC).data
    head = ours[: ours.index(b"BEGIN:VEVENT")].decode()
    assert Floor(plan, ledger).write(head) == ours, "the floor writes something else"
    pairs = [
        (
            seconds(lambda: export_calendar(plan, ledger, KOREAN, PUBLIC)),
            seconds(lambda: Floor(plan, ledger).write(head)),
        )
        for _round in range(rounds)
    ]
    ratio = statistics.median(one / floor for one, floor in pairs)
    best = [min(times) for times in zip(*pairs, strict=True)]
    size = len(plan.deliveries)
    print(f"{name:>22}  {size:>6} events  ours {best[0]:.3f} s  floor {best[1]:.3f} s  ratio {ratio:.2f} (<= {target})")


def compare_plain(plan: Plan, rounds: int) -> None:
    """The plain way through `icalendar`, at a small size: it is that slow."""
    plan = plain_deliveries(plan, SMALL)
    ledger = entries_after_export(plan, {}, NOW)

    def plainly() -> bytes:
        events = sorted(EventMaker(plan, KOREAN, PUBLIC, plan_zone(plan)).events(ledger))
        return plain_calendar(events, calendar_name(plan, KOREAN, PUBLIC), zones_of(events), internal=False)

    assert plainly() == export_calendar(plan, ledger, KOREAN, PUBLIC).data, "the library writes something else"
    pairs = [
        (seconds(plainly), seconds(lambda: export_calendar(plan, ledger, KOREAN, PUBLIC))) for _round in range(rounds)
    ]
    ratio = statistics.median(plain / ours for plain, ours in pairs)
    print(f"{'plain icalendar':>22}  {len(plan.deliveries):>6} events  {min(pairs)[0]:.3f} s, {ratio:.0f} times ours")


def around(plan: Plan) -> None:
    """What else an export of the whole season costs: reading the ledger, and bringing it up to date."""
    ledger = entries_after_export(plan, {}, NOW)
    lines = {name: entry_text(entry) for name, entry in ledger.items()}
    reading = seconds(lambda: {name: entry_of_text(line) for name, line in lines.items()})
    gc.disable()  # as `publishing.make_calendar` does
    same = seconds(lambda: entries_after_export(plan, ledger, NOW))
    first = seconds(lambda: entries_after_export(plan, {}, NOW))
    gc.enable()
    print(f"{'ledger':>22}  read {reading:.3f} s, up to date {same:.3f} s, for the first time {first:.3f} s")
    whole = seconds(lambda: export_calendar(plan, ledger, KOREAN, PUBLIC))
    inside = CalendarOptions(internal=True)
    told = entries_after_export(plan, {}, NOW, internal=True)
    team = seconds(lambda: export_calendar(plan, told, KOREAN, inside))
    print(f"{'whole season':>22}  public {whole:.3f} s, internal {team:.3f} s")


def main(rounds: int) -> None:
    plan = Plan()
    for size, target in SIZES:
        plan = practice_season(size)
        compare(f"practice {size}", plain_deliveries(plan), rounds, target)
    compare("different", unlike(plain_deliveries(plan)), rounds, SIZES[-1][1])
    compare_plain(plan, rounds)
    around(plan)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
