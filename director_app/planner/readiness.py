"""What should be settled by now: open facts and answers, filings, texts that disagree with their dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any, Final

from director_app.domain.facts import ConfirmationOf, ConfirmationState
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import programme_of, wholes_of
from director_app.domain.season import FilingRule
from director_app.planner.bookings import binds_artists
from director_app.planner.filing_rules import LAW, filing_rule, least_heads
from director_app.planner.ground import Ground
from director_app.planner.problems import Level, Problem, ProblemKind, found_in

#: Days before a date from which on open facts are late: notices go to canteens and printers two weeks ahead.
DECIDED_BY: Final = 14
#: And from which on it presses: the last week.
PRESSES: Final = 7
#: Days before the last day of filing from which on it is spoken of.
FILING_SHOWN: Final = 14
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_KOREAN: Final = re.compile(
    r"(?:(\d{4})\s*[.년/-]\s*)?(\d{1,2})\s*[.월/]\s*(\d{1,2})\s*[.일]?\s*\(\s*([월화수목금토일])"
)
_ENGLISH: Final = re.compile(
    r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? (\d{1,2}) (" + "|".join(_MONTHS) + r")[a-z]*\.?(?: (\d{4}))?",
    re.IGNORECASE,
)
#: What stands in every English date: most texts have none, and that is seen soonest here.
_NUMBER: Final = re.compile(r" \d")
_KOREAN_DAYS: Final = "월화수목금토일"
_ENGLISH_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def undecided_late(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """Date, time, place, programme or line-up still open although it is soon."""
    if delivery.status is Status.IDEA or ground.today is None:
        return
    day = delivery.date
    if day is None and delivery.month:
        year, month = map(int, delivery.month.split("-"))
        day = datetime.date(year, month, 1)
    days = ground.days_to(day)
    if days is None or days > DECIDED_BY:
        return
    open_facts = tuple(_open_facts(ground, delivery))
    if open_facts:
        level = None if days <= PRESSES else Level.NOTE
        yield found_in(ProblemKind.UNDECIDED_LATE, delivery, level=level, open=open_facts, days=days)


def _open_facts(ground: Ground, delivery: Delivery) -> Iterator[str]:
    if delivery.date is None:
        yield "date"
    elif delivery.start is None and not delivery.hours:
        yield "time"
    if delivery.venue is None:
        yield "place"
    programme = programme_of(ground.plan, delivery)
    if programme is None:
        yield "programme"
    elif delivery.lineup == () and programme.lineup:
        yield "lineup"


def confirmation_open(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """Called confirmed although the venue, an act or the contract has not agreed.

    It presses two weeks before, unless only a signature is missing.
    """
    if delivery.status is not Status.CONFIRMED:
        return
    waiting = tuple((one.of, one.artist) for one in delivery.confirmations if one.state is not ConfirmationState.AGREED)
    if waiting:
        days = ground.days_to(delivery.date)
        is_paper = all(of is ConfirmationOf.CONTRACT for of, _artist in waiting)
        level = None if days is not None and days <= DECIDED_BY and not is_paper else Level.NOTE
        yield found_in(ProblemKind.CONFIRMATION_OPEN, delivery, level=level, open=waiting)


def filing_due(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """The disaster plan (재해대처계획) for many people outside a registered venue; those of an event count together.

    Performance Act (공연법) article 11, or what the local government asks for. Whether it was filed is nowhere written
    down: accepting says so.
    """
    days = ground.days_to(delivery.date)
    rule = files_by_itself(ground.plan, delivery) if days is not None and days >= 0 else None
    if rule is None or days is None or delivery.date is None or delivery.status is Status.IDEA:
        return
    if days <= rule.days_before + FILING_SHOWN:
        by, heads = delivery.date - datetime.timedelta(rule.days_before), delivery.expected_heads
        more: dict[str, Any] = {"source": rule.source or rule.government} if rule != LAW else {}
        yield found_in(ProblemKind.FILING_DUE, delivery, day=by, heads=heads, days=days - rule.days_before, **more)


def files_by_itself(plan: Plan, delivery: Delivery) -> FilingRule | None:
    """The rule by which a delivery needs a disaster plan of its own; None where it needs none or its event files."""
    heads = delivery.expected_heads
    if heads is None or delivery.venue is None or (heads < LAW.from_heads and heads < least_heads(plan)):
        return None
    event = plan.events.get(delivery.event) if delivery.event else None
    rule = filing_rule(plan, (delivery.venue,))
    if heads < rule.from_heads or (event is not None and (event.expected_heads or 0) >= rule.from_heads):
        return None
    registered = any(plan.venues[whole].is_registered_venue for whole in wholes_of(plan, delivery.venue))
    return None if registered else rule


def too_short(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """Less time than its programme runs; a few minutes less is how lunch breaks are."""
    programme = programme_of(ground.plan, delivery)
    if programme is None or not programme.running_minutes or delivery.start is None or delivery.end is None:
        return
    has, needs = delivery.end - delivery.start, programme.running_minutes
    if 0 < has < needs and binds_artists(ground.plan, delivery):
        level = None if 4 * has < 3 * needs else Level.NOTE
        yield found_in(ProblemKind.TOO_SHORT, delivery, level=level, have=has, need=needs)


def wrong_weekday(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """A text of the delivery names a date with a weekday that this date does not have: one of both is wrong."""
    season = ground.plan.season
    day = delivery.date or season.first_day
    if day is None:
        return
    for text in (delivery.public_note, delivery.booking, delivery.title_suffix, delivery.internal_note):
        if text and (wrong := written_wrong(text, day.year)) is not None:
            yield found_in(ProblemKind.WRONG_WEEKDAY, delivery, written=wrong[0], day=wrong[1])
            return


def written_wrong(text: str, year: int) -> tuple[str, datetime.date] | None:
    """The first date in a text whose weekday is not the one written beside it; `year` where none is written."""
    for found in _KOREAN.finditer(text) if "(" in text else ():
        written_year, month, number, weekday = found.groups()
        day = _date(int(written_year or year), int(month), int(number))
        if day is not None and day.weekday() != _KOREAN_DAYS.index(weekday):
            return f"{found[0]})", day
    for found in _ENGLISH.finditer(text) if _NUMBER.search(text) else ():
        weekday, number, name, written_year = found.groups()
        day = _date(int(written_year or year), _MONTHS.index(name.lower()) + 1, int(number))
        if day is not None and day.weekday() != _ENGLISH_DAYS.index(weekday.lower()):
            return found[0], day
    return None


def _date(year: int, month: int, number: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None
