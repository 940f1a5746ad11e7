"""The practice season's applications with the rows they came in, and notes and answers around the deliveries."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.domain.facts import Contact, Subject
from director_app.domain.ids import ApplicationId, NoteId, OrganisationId, ToldId
from director_app.domain.programme import Delivery, Status
from director_app.domain.requests import Application, ApplicationState, Note, OriginalCell, ShiftHeads, Told, Wish
from director_app.domain.timeline import WallMinute
from director_app.operations.practice_people import Companies
from director_app.operations.practice_schedule import FIRST_DAY, LAST_DAY, TODAY
from director_app.operations.practice_texts import Dice, Identities, Writer

#: Headers as different offices write them; the columns mean the same.
_HEADERS: Final = (
    ("순번", "접수일시", "업체명", "희망일자1", "희망일자2", "시간", "인원", "장소", "담당", "연락처", "비고"),
    (
        "번호",
        "신청일",
        "기업명",
        "1순위",
        "2순위",
        "시간대",
        "참여 인원(명)",
        "공연 공간",
        "담당자",
        "전화번호",
        "메모",
    ),
    ("연번", "받은 때", "회사", "희망일", "차선", "식사 시간", "근로자 수", "공간", "신청자", "휴대전화", "요청 사항"),
)
_MEALS: Final = (
    ("점심", 720, 780),
    ("중식", 720, 780),
    ("석식", 1050, 1110),
    ("교대 전", 840, 900),
    ("상관없음", None, None),
)
_SPACES: Final = ("구내식당", "식당", "강당", "본관 로비", "휴게실", "마당", "2층 회의실")
_WANTS: Final = (
    "",
    "",
    "",
    "커피차 희망",
    "출입증 필요",
    "주차 3대 가능",
    "소음 주의",
    "외국인 근로자 많음",
    "2교대라 두 번 희망",
)
_WEEKDAYS: Final = "월화수목금토일"
_WAITING: Final = (
    ApplicationState.RECEIVED, ApplicationState.RECEIVED, ApplicationState.IN_REVIEW, ApplicationState.WAITING,
    ApplicationState.WITHDRAWN, ApplicationState.DECLINED,
)  # fmt: skip
_PLACED: Final = (
    ApplicationState.PLACED,
    ApplicationState.TOLD,
    ApplicationState.CONFIRMED,
    ApplicationState.CONFIRMED,
)


def make_applications(
    count: int, companies: Companies, deliveries: list[Delivery], dice: Dice, writer: Writer, ids: Identities
) -> list[Application]:
    """Applications in order of receipt; over half are answered by a delivery of that company."""
    positions = {company.id: position for position, company in enumerate(companies.organisations)}
    answers = [one for one in deliveries if one.organisation is not None and one.date is not None]
    answers = dice.shuffled(answers)[: count * 55 // 100]
    asked: list[tuple[datetime.datetime, int, Delivery | None]] = []
    for number in range(count):
        answer = answers[number] if number < len(answers) else None
        company = positions[_host(answer)] if answer else dice.below(len(companies.organisations))
        day = answer.date if answer and answer.date else FIRST_DAY + datetime.timedelta(days=dice.between(20, 170))
        received = min(
            day - datetime.timedelta(days=dice.between(10, 60)), TODAY - datetime.timedelta(days=dice.below(30))
        )
        moment = datetime.datetime.combine(received, datetime.time(dice.between(8, 19), dice.below(60)))
        asked.append((moment, company, answer))
    asked.sort(key=lambda entry: (entry[0], entry[1]))
    return [_application(order, *entry, companies, dice, writer, ids) for order, entry in enumerate(asked, 1)]


def _host(delivery: Delivery) -> OrganisationId:
    if delivery.organisation is None:
        raise ValueError(delivery.number)
    return delivery.organisation


def _application(
    order: int,
    received: datetime.datetime,
    company: int,
    answer: Delivery | None,
    companies: Companies,
    dice: Dice,
    writer: Writer,
    ids: Identities,
) -> Application:
    name = companies.organisations[company].name
    person = writer.person()
    meal, starts, ends = dice.pick(_MEALS)
    first = _wish(answer.date if answer else _some_day(received, dice), starts, ends, dice)
    wishes = (first, _wish(_some_day(received, dice), starts, ends, dice)) if dice.chance(0.5) else (first,)
    heads = dice.between(2, 30) * 10
    shifts = companies.crews[company][:2]
    by_shift, heads_text = _heads(heads, shifts, dice)
    space, want = dice.pick(_SPACES), dice.pick(_WANTS)
    second = wishes[1].text if len(wishes) == 2 else ""
    cells = (
        str(order),
        f"{received:%Y-%m-%d %H:%M}",
        name,
        first.text,
        second,
        meal,
        heads_text,
        space,
        person,
        "",
        want,
    )
    return Application(
        ApplicationId(ids.of("applications", order)),
        f"{order:03d}",
        received,
        order,
        companies.organisations[company].id,
        applicant=name,
        area=companies.areas[company],
        contact=Contact(person, "담당"),
        programme=answer.programme if answer else None,
        wishes=wishes,
        meal_slot=meal,
        heads=by_shift,
        space=space,
        note=want,
        state=dice.pick(_PLACED if answer else _WAITING),
        delivery=answer.id if answer else None,
        decided_on=received.date() + datetime.timedelta(days=dice.between(1, 9)) if answer else None,
        original=tuple(OriginalCell(*cell) for cell in zip(dice.pick(_HEADERS), cells, strict=True)),
    )


def _heads(heads: int, shifts: tuple[str, ...], dice: Dice) -> tuple[tuple[ShiftHeads, ...], str]:
    if len(shifts) < 2 or dice.chance(0.5):
        return (ShiftHeads("", heads),), dice.pick((f"{heads}", f"{heads}명", f"약 {heads}"))
    day, other = heads * 2 // 3, heads - heads * 2 // 3
    return (ShiftHeads(shifts[0], day), ShiftHeads(shifts[1], other)), f"{day}/{other}"


def _some_day(received: datetime.datetime, dice: Dice) -> datetime.date:
    return min(LAST_DAY, received.date() + datetime.timedelta(days=dice.between(14, 80)))


def _wish(day: datetime.date | None, starts: int | None, ends: int | None, dice: Dice) -> Wish:
    """A wished day as people write it, and as far as it can be read."""
    shape = dice.below(8)
    if day is None or shape == 0:
        return Wish("상관없음")
    start = WallMinute(starts) if starts is not None else None
    end = WallMinute(ends) if ends is not None else None
    if shape == 1:
        monday = day - datetime.timedelta(days=day.weekday())
        week = (day.day - 1) // 7 + 1
        return Wish(f"{day.month}월 {week}주", monday, monday + datetime.timedelta(days=4), start, end)
    weekday = _WEEKDAYS[day.weekday()]
    texts = (
        f"{day.month}월 {day.day}일({weekday})",
        f"{day.month}/{day.day}",
        f"{day.month}.{day.day}",
        day.isoformat(),
    )
    return Wish(dice.pick(texts), day, day, start, end)


def make_notes(deliveries: list[Delivery], dice: Dice, writer: Writer, ids: Identities) -> list[Note]:
    """A remark on every twenty-fifth delivery or so, some to be followed up."""
    notes: list[Note] = []
    for delivery in deliveries:
        if dice.chance(0.04):
            written = TODAY - datetime.timedelta(days=dice.below(60))
            follow = TODAY + datetime.timedelta(days=dice.between(-3, 20)) if dice.chance(0.5) else None
            key = NoteId(ids.of("notes", len(notes)))
            subject = Subject("deliveries", delivery.id)
            is_done = follow is not None and dice.chance(0.3)
            notes.append(
                Note(key, subject, writer.remark(), written, "총감독", follow, is_done, is_promise=dice.chance(0.3))
            )
    return notes


def make_tellings(deliveries: list[Delivery], dice: Dice, ids: Identities) -> list[Told]:
    """Some acts were told of their confirmed dates, and some answered."""
    tellings: list[Told] = []
    for delivery in deliveries:
        asked = [one.artist for one in delivery.confirmations if one.artist is not None]
        if delivery.status is not Status.CONFIRMED or not asked or not dice.chance(0.3):
            continue
        day = TODAY - datetime.timedelta(days=dice.between(1, 40))
        told = datetime.datetime.combine(day, datetime.time(dice.between(9, 18)))
        answered = told + datetime.timedelta(hours=dice.between(1, 60)) if dice.chance(0.6) else None
        tellings.append(
            Told(
                ToldId(ids.of("tellings", len(tellings))),
                Subject("artists", asked[0]),
                delivery.id,
                told_at=told,
                answered_at=answered,
                answer="가능" if answered else "",
                how=dice.pick(("전화", "문자")),
            )
        )
    return tellings
