"""The next season from this one: chosen parts, dates on the same weekday or Culture Day, nothing decided yet."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from director_app.domain.culture_calendar import EVERY_WEDNESDAY_FROM, culture_days, is_culture_day
from director_app.domain.edits import highest_in, numbered
from director_app.domain.facts import ConfirmationState, FallbackState
from director_app.domain.ids import BoothId, DeliveryId, EventId, PostId, SegmentId, SeriesId, derived_id
from director_app.domain.kinds import KIND_NAMES, AnyRecord, kind_of, references, without
from director_app.domain.lights import LightRule, Work
from director_app.domain.papers import BudgetLine, MoneyStage
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Event, Series, Status
from director_app.domain.published import date_order
from director_app.domain.refusals import RefusedInput
from director_app.domain.season import Season
from director_app.domain.staffing import Post
from director_app.domain.timeline import month_text
from director_app.operations.open_plan import OpenPlan
from director_app.wording import message

SAME_YEAR: Final = message("The season takes place in {year} already. Choose a later year.")
NO_DATES: Final = message("The season has no dates, so it is not known which year it takes place in.")


class Part(StrEnum):
    """What of a season may go on into the next."""

    PLACES = "places"
    PEOPLE = "people"
    PROGRAMMES = "programmes"
    DATES = "dates"
    WORKS = "works"
    BUDGET = "budget"
    TEXTS = "texts"


class NextSeason(NamedTuple):
    """What is wanted: the year, and the parts that come along."""

    year: int
    parts: frozenset[Part]


#: The kinds of record of each part. What is not named here (answers, applications, editions, what came of it, what was
#: committed or spent) belongs to its season.
KINDS_OF: Final[Mapping[Part, tuple[str, ...]]] = MappingProxyType(
    {
        Part.PLACES: ("areas", "venues", "travels"),
        Part.PEOPLE: ("organisations", "sites", "artists", "availabilities", "council_members"),
        Part.PROGRAMMES: ("initiatives", "programmes", "routes", "stops"),
        Part.DATES: ("events", "series", "deliveries", "segments", "posts", "booths"),
        Part.WORKS: ("works",),
        Part.BUDGET: ("grants", "budget_lines"),
        Part.TEXTS: ("report_texts",),
    }
)
EVERYTHING: Final = frozenset(Part)
_ALWAYS: Final = ("attachments", "complexes", "seasons")
_WEEK: Final = 7


def year_of(plan: Plan) -> int:
    """The year a season takes place in: that of its first day, else of its earliest date.

    Raises:
        RefusedInput: when it has no date at all.
    """
    if plan.season.first_day is not None:
        return plan.season.first_day.year
    days = [one.date for one in plan.deliveries.values() if one.date is not None]
    if not days:
        raise RefusedInput(NO_DATES)
    return min(days).year


def moved_day(day: datetime.date, years: int) -> datetime.date:
    """The nearest day of the same weekday so many years on; a Culture Day becomes one of the same month.

    Until 2026-03-31 that is the last Wednesday of the month; afterwards every Wednesday is one: the nearest is taken.
    """
    year = day.year + years
    if is_culture_day(day) and day < EVERY_WEDNESDAY_FROM:
        days = culture_days(year, day.month)
        if days[-1] < EVERY_WEDNESDAY_FROM:
            return days[-1]
    same = same_date(day, years)
    away = (day.weekday() - same.weekday()) % _WEEK
    return same + datetime.timedelta(away if away <= _WEEK // 2 else away - _WEEK)


def same_date(day: datetime.date, years: int) -> datetime.date:
    """The same date so many years on; of the 29th of February the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def next_season(plan: Plan, year: int, parts: Iterable[Part] = EVERYTHING) -> Plan:
    """A season like this one in another year. Places, people and programmes stay who they are; dates are new ones.

    Raises:
        RefusedInput: when the season has no date, or already takes place in that year or later.
    """
    years = year - year_of(plan)
    if years <= 0:
        raise RefusedInput(SAME_YEAR, year=year_of(plan))
    wanted = {*_ALWAYS, *(kind for part in parts for kind in KINDS_OF[part])}
    copier = _Copier(plan, years)
    records = [copy for kind in KIND_NAMES if kind in wanted for copy in copier.copies(kind)]
    copied = _numbered(plan, _with_used_pictures(_whole(records)))
    return Plan.of(copied, highest_in(one for one in copied if isinstance(one, Delivery)))


def copy_season(source: OpenPlan, target: Path, year: int, parts: Iterable[Part] = EVERYTHING) -> OpenPlan:
    """Make a new plan file with the next season and the pictures it names, and open it.

    Raises:
        RefusedInput: when there is no next season in that year.
        CannotUseFile: when the file exists or cannot be made.
    """
    opened = OpenPlan.create_with(target, next_season(source.plan, year, parts))
    for attachment in opened.plan.attachments.values():
        content = source.content(attachment.digest) if attachment.digest else None
        if content is not None:
            opened.keep(content)
    return opened


def _whole(records: list[AnyRecord]) -> list[AnyRecord]:
    """The records without mention of what did not come along; what cannot stand without it stays behind as well."""
    while True:
        known = {(kind_of(record), record.id) for record in records}
        found: list[AnyRecord] = []
        for record in records:
            left: AnyRecord | None = record
            for kind, identity in references(record):
                if left is not None and (kind, identity) not in known:
                    left = without(left, kind, identity)
            if left is not None:
                found.append(left)
        if len(found) == len(records):
            return [one for one in found if not isinstance(one, Delivery) or _is_anchored(one)]
        records = found


def _with_used_pictures(records: list[AnyRecord]) -> list[AnyRecord]:
    """The records without photographs and papers that none of them shows."""
    used = {identity for record in records for kind, identity in references(record) if kind == "attachments"}
    return [record for record in records if kind_of(record) != "attachments" or record.id in used]


def _is_anchored(one: Delivery) -> bool:
    return any((one.organisation, one.area, one.programme, one.venue, one.date, one.event, one.month))


def _numbered(plan: Plan, records: list[AnyRecord]) -> list[AnyRecord]:
    """Reference numbers from 1 in the order of the dates."""
    deliveries = sorted((one for one in records if isinstance(one, Delivery)), key=date_order)
    numbers = {one.id: numbered(plan, place) for place, one in enumerate(deliveries, 1)}
    return [one._replace(number=numbers[one.id]) if isinstance(one, Delivery) else one for one in records]


class _Copier:
    """Copies the records of one plan so many years on."""

    def __init__(self, plan: Plan, years: int) -> None:
        self._plan = plan
        self._years = years
        self._own: Mapping[str, Callable[[Any], AnyRecord | None]] = {
            "seasons": self._season,
            "events": self._event,
            "series": self._series,
            "deliveries": self._delivery,
            "segments": self._segment,
            "works": self._work,
            "posts": self._post,
            "booths": lambda booth: booth._replace(
                id=BoothId(self._new(booth.id)), event=self._event_id(booth.event), state=ConfirmationState.OPEN
            ),
            "stops": lambda stop: stop._replace(consent=ConfirmationState.OPEN, is_talk_agreed=False),
            "budget_lines": self._line,
            "venues": lambda venue: venue._replace(closures=()),
            "grants": lambda grant: grant._replace(interest=None),
            "availabilities": lambda stated: None if stated.date or stated.valid_until else stated,
        }

    def copies(self, kind: str) -> Iterable[AnyRecord]:
        """The copies of all records of a kind."""
        for record in self._plan.table(kind).values():
            copy = self._own[kind](record) if kind in self._own else record
            if copy is not None:
                yield copy

    def _day(self, day: datetime.date | None) -> datetime.date | None:
        return None if day is None else moved_day(day, self._years)

    def _new(self, identity: str) -> str:
        return derived_id("next season", str(self._years), identity)

    def _renamed(self, text: str) -> str:
        """A title with its year counted on."""
        old = year_of(self._plan)
        return text.replace(str(old), str(old + self._years))

    def _season(self, season: Season) -> Season:
        first, last = (
            same_date(day, self._years) if day is not None else None for day in (season.first_day, season.last_day)
        )
        return season._replace(
            title=self._renamed(season.title), title_en=self._renamed(season.title_en), first_day=first, last_day=last,
            reference_date=None,
        )  # fmt: skip

    def _event(self, event: Event) -> Event:
        return event._replace(
            id=EventId(self._new(event.id)), title=self._renamed(event.title), title_en=self._renamed(event.title_en),
            first_day=self._day(event.first_day), last_day=self._day(event.last_day), counted_heads=None,
            setup_from=self._day(event.setup_from), strike_until=self._day(event.strike_until),
            status=Status.PENCILLED, note="", source="",
        )  # fmt: skip

    def _series(self, series: Series) -> Series:
        return series._replace(
            id=SeriesId(self._new(series.id)), first_day=self._day(series.first_day),
            dates=tuple(moved_day(day, self._years) for day in series.dates), left_out=(), left_out_reason="",
        )  # fmt: skip

    def _delivery(self, one: Delivery) -> Delivery:
        """The same occasion, nothing asked or agreed; what was called off is only an idea."""
        is_firm = one.status in (Status.PENCILLED, Status.CONFIRMED, Status.DELIVERED)
        date = self._day(one.date)
        until = date + (one.until - one.date) if date and one.until and one.date else None
        month = month_text(datetime.date(int(one.month[:4]) + self._years, int(one.month[5:7]), 1)) if one.month else ""
        fallback = one.fallback._replace(state=FallbackState.NONE) if one.fallback is not None else None
        return one._replace(
            id=DeliveryId(self._new(one.id)), number="", date=date, until=until, month=month, fallback=fallback,
            status=Status.PENCILLED if is_firm else Status.IDEA, is_locked=False, exceptions=(), counted_heads=None,
            confirmations=tuple(each._replace(state=ConfirmationState.OPEN, on=None) for each in one.confirmations),
            event=self._event_id(one.event), ready=(),
            series=SeriesId(self._new(one.series)) if one.series else None,
            booking="", booking_en="", public_note="", public_note_en="", internal_note="", postponed_to=None,
            changed_reason="", source="",
        )  # fmt: skip

    def _segment(self, segment: Any) -> Any:
        named = DeliveryId(self._new(segment.delivery))
        return segment._replace(id=SegmentId(self._new(segment.id)), delivery=named)

    def _event_id(self, event: EventId | None) -> EventId | None:
        return EventId(self._new(event)) if event else None

    def _post(self, post: Post) -> Post:
        """The same shift, to be filled anew."""
        delivery = DeliveryId(self._new(post.delivery)) if post.delivery else None
        return post._replace(
            id=PostId(self._new(post.id)), event=self._event_id(post.event), delivery=delivery,
            date=self._day(post.date), people=(),
        )  # fmt: skip

    def _work(self, work: Work) -> Work:
        rules = tuple(self._rule(rule) for rule in work.rules)
        last = self._day(work.last_day)
        return work._replace(
            rules=rules, exceptions=(), maintenance=(), first_day=self._day(work.first_day), last_day=last
        )

    def _rule(self, rule: LightRule) -> LightRule:
        return rule._replace(valid_from=self._day(rule.valid_from), valid_until=self._day(rule.valid_until))

    def _line(self, line: BudgetLine) -> BudgetLine | None:
        """Only what was planned; nothing is committed or spent yet."""
        if line.stage is not MoneyStage.BUDGET:
            return None
        delivery = DeliveryId(self._new(line.delivery)) if line.delivery else None
        return line._replace(delivery=delivery, on=self._day(line.on), receipt=None)
