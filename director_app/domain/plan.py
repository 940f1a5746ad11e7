"""Plan: everything about one season as one immutable value, with look-ups that are updated, not rebuilt."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import islice
from typing import Any, Final, NamedTuple

from immutables import Map

from director_app.domain.council import CouncilMember, Decision, Meeting
from director_app.domain.culture_calendar import SpecialDay
from director_app.domain.ids import (
    AcceptedProblemId,
    ApplicationId,
    AreaId,
    ArtistId,
    AttachmentId,
    AvailabilityId,
    BoothId,
    BudgetLineId,
    CallId,
    ComplexId,
    CouncilMemberId,
    DecisionId,
    DeliveryId,
    EventId,
    GrantId,
    GuestId,
    HandoverId,
    InitiativeId,
    MeetingId,
    NoteId,
    OrganisationId,
    OutcomeId,
    PostId,
    ProgrammeId,
    ReleaseId,
    ReportTextId,
    RouteId,
    SeasonId,
    SegmentId,
    SeriesId,
    SiteId,
    SpecialDayId,
    StayId,
    StopId,
    SupportId,
    TemplateId,
    ToldId,
    TravelId,
    VenueId,
    WorkId,
)
from director_app.domain.kinds import AnyRecord, kind_of, kinds_named_by, references
from director_app.domain.lights import Work
from director_app.domain.outcomes import Outcome, ReportText
from director_app.domain.papers import AcceptedProblem, Attachment, BudgetLine, Grant, Handover, Release, Template
from director_app.domain.people import Artist, Availability, Organisation, Site
from director_app.domain.places import Travel, Venue
from director_app.domain.programme import Delivery, Event, Initiative, Programme, Segment, Series
from director_app.domain.requests import Application, Note, Told
from director_app.domain.season import Area, Complex, Season
from director_app.domain.spaces import Call, Stay, Support
from director_app.domain.staffing import Booth, Guest, Post
from director_app.domain.tours import Route, Stop

SEASON: Final = SeasonId("season")
_NONE: Final[Map[Any, Any]] = Map()


#: Which records of one kind name a record: ids of users by kind and id of the named.
Users = Map[tuple[str, str], frozenset[str]]
_NOBODY: Final[frozenset[str]] = frozenset()
_AT_ONCE: Final = 2000


class RecordChange(NamedTuple):
    """One record before and after; None before means added, None after means removed."""

    kind: str
    id: str
    before: AnyRecord | None
    after: AnyRecord | None

    def reversed(self) -> RecordChange:
        """The change that takes this one back."""
        return RecordChange(self.kind, self.id, self.after, self.before)


class LookUps:
    """Derived tables of one plan, built at first need and carried on from plan to plan."""

    __slots__ = ("days", "users")

    def __init__(self) -> None:
        self.days: Map[datetime.date | None, frozenset[DeliveryId]] | None = None
        #: By kind of the users; only the kinds that were asked for.
        self.users: dict[str, Users] = {}


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything about one season. Persistent maps by id; a changed plan shares what did not change."""

    attachments: Map[AttachmentId, Attachment] = _NONE
    complexes: Map[ComplexId, Complex] = _NONE
    seasons: Map[SeasonId, Season] = _NONE
    areas: Map[AreaId, Area] = _NONE
    organisations: Map[OrganisationId, Organisation] = _NONE
    sites: Map[SiteId, Site] = _NONE
    artists: Map[ArtistId, Artist] = _NONE
    venues: Map[VenueId, Venue] = _NONE
    travels: Map[TravelId, Travel] = _NONE
    special_days: Map[SpecialDayId, SpecialDay] = _NONE
    initiatives: Map[InitiativeId, Initiative] = _NONE
    events: Map[EventId, Event] = _NONE
    programmes: Map[ProgrammeId, Programme] = _NONE
    series: Map[SeriesId, Series] = _NONE
    deliveries: Map[DeliveryId, Delivery] = _NONE
    segments: Map[SegmentId, Segment] = _NONE
    availabilities: Map[AvailabilityId, Availability] = _NONE
    applications: Map[ApplicationId, Application] = _NONE
    releases: Map[ReleaseId, Release] = _NONE
    handovers: Map[HandoverId, Handover] = _NONE
    templates: Map[TemplateId, Template] = _NONE
    tellings: Map[ToldId, Told] = _NONE
    notes: Map[NoteId, Note] = _NONE
    grants: Map[GrantId, Grant] = _NONE
    budget_lines: Map[BudgetLineId, BudgetLine] = _NONE
    accepted_problems: Map[AcceptedProblemId, AcceptedProblem] = _NONE
    works: Map[WorkId, Work] = _NONE
    outcomes: Map[OutcomeId, Outcome] = _NONE
    report_texts: Map[ReportTextId, ReportText] = _NONE
    council_members: Map[CouncilMemberId, CouncilMember] = _NONE
    meetings: Map[MeetingId, Meeting] = _NONE
    decisions: Map[DecisionId, Decision] = _NONE
    routes: Map[RouteId, Route] = _NONE
    stops: Map[StopId, Stop] = _NONE
    posts: Map[PostId, Post] = _NONE
    booths: Map[BoothId, Booth] = _NONE
    guests: Map[GuestId, Guest] = _NONE
    calls: Map[CallId, Call] = _NONE
    stays: Map[StayId, Stay] = _NONE
    supports: Map[SupportId, Support] = _NONE
    #: Highest reference number ever given; numbers are never reused, undo included.
    highest_number: int = 0
    #: Highest number an edition ever had; the next one is above it, whatever was undone.
    highest_edition: int = 0
    _lookups: LookUps = field(default_factory=LookUps, compare=False, repr=False)

    @classmethod
    def of(cls, records: Iterable[AnyRecord], highest_number: int = 0) -> Plan:
        """A plan of these records."""
        by_kind: dict[str, dict[str, AnyRecord]] = {}
        for record in records:
            by_kind.setdefault(kind_of(record), {})[record.id] = record
        return cls.from_maps(by_kind, highest_number)

    @classmethod
    def from_maps(
        cls, by_kind: Mapping[str, Mapping[str, AnyRecord]], highest_number: int = 0, highest_edition: int = 0
    ) -> Plan:
        """A plan of ready tables by kind name."""
        maps: dict[str, Any] = {kind: _map_of(table) for kind, table in by_kind.items()}
        editions = (release.number for release in by_kind.get("releases", {}).values())
        return cls(**maps, highest_number=highest_number, highest_edition=max(highest_edition, *editions, 0))

    @property
    def season(self) -> Season:
        """The plan's season; an empty one when none was written yet."""
        return self.seasons.get(SEASON) or Season(SEASON)

    @property
    def complex(self) -> Complex | None:
        """The season's complex."""
        return self.complexes.get(self.season.complex) if self.season.complex else None

    def table(self, kind: str) -> Map[Any, AnyRecord]:
        """All records of a kind by id."""
        table: Map[Any, AnyRecord] = getattr(self, kind)
        return table

    def find(self, kind: str, identity: str) -> AnyRecord | None:
        """A record by kind and id, or None."""
        return self.table(kind).get(identity)

    def records(self) -> Iterator[AnyRecord]:
        """Every record, kind by kind."""
        for kind in RECORD_FIELDS:
            yield from self.table(kind).values()

    def today(self, clock_today: datetime.date) -> datetime.date:
        """The reference date when one is fixed, else the day the clock says."""
        return self.season.reference_date or clock_today

    def with_changes(self, changes: Iterable[RecordChange], highest_number: int = 0) -> Plan:
        """The plan after these changes, look-ups carried on."""
        changes = tuple(changes)
        tables: dict[str, Any] = {}
        for kind, identity, _before, after in changes:
            if kind not in tables:
                tables[kind] = self.table(kind).mutate()
            if after is None:
                tables[kind].pop(identity, None)
            else:
                tables[kind][identity] = after
        lookups = LookUps()
        lookups.days = _days_after(self._lookups.days, changes)
        lookups.users = _users_after(self._lookups.users, changes)
        finished: dict[str, Any] = {kind: table.finish() for kind, table in tables.items()}
        highest = max(self.highest_number, highest_number)
        edition = self.highest_edition
        if "releases" in tables:
            edition = max(edition, *(one.number for one in finished["releases"].values()), 0)
        return replace(self, **finished, highest_number=highest, highest_edition=edition, _lookups=lookups)

    def on_day(self, day: datetime.date | None) -> frozenset[DeliveryId]:
        """The deliveries whose (first) date is this one; None: those without a date."""
        if self._lookups.days is None:
            self._lookups.days = _days_of(self.deliveries.values())
        return self._lookups.days.get(day, frozenset())

    def days(self) -> Iterator[datetime.date]:
        """Every date some delivery starts on, in no order."""
        self.on_day(None)
        if self._lookups.days is not None:
            yield from (day for day in self._lookups.days if day is not None)

    def users(self, kind: str, identity: str) -> frozenset[tuple[str, str]]:
        """Kind and id of every record that names this one."""
        user_kinds = [user_kind for user_kind in RECORD_FIELDS if kind in kinds_named_by(user_kind)]
        named = ((user_kind, self.users_of_kind(kind, identity, user_kind)) for user_kind in user_kinds)
        return frozenset((user_kind, user) for user_kind, users in named for user in users)

    def users_of_kind(self, kind: str, identity: str, user_kind: str) -> frozenset[str]:
        """The ids of the records of one kind that name this one."""
        users = self._lookups.users.get(user_kind)
        if users is None:
            users = self._lookups.users[user_kind] = _users_of(self.table(user_kind).values())
        return users.get((kind, identity), _NOBODY)


_NO_TABLES = ("highest_number", "highest_edition", "_lookups")
RECORD_FIELDS = tuple(entry.name for entry in fields(Plan) if entry.name not in _NO_TABLES)


def _map_of(table: Mapping[Any, Any]) -> Map[Any, Any]:
    """A persistent map, made in pieces: nobody else could run while a large one is made in one go."""
    made, entries = Map[Any, Any]().mutate(), iter(table.items())
    while piece := dict(islice(entries, _AT_ONCE)):
        made.update(piece)
    return made.finish()


def _days_of(deliveries: Iterable[Delivery]) -> Map[datetime.date | None, frozenset[DeliveryId]]:
    days: dict[datetime.date | None, list[DeliveryId]] = {}
    for delivery in deliveries:
        days.setdefault(delivery.date, []).append(delivery.id)
    return _map_of({day: frozenset(ids) for day, ids in days.items()})


def _days_after(
    days: Map[datetime.date | None, frozenset[DeliveryId]] | None, changes: tuple[RecordChange, ...]
) -> Map[datetime.date | None, frozenset[DeliveryId]] | None:
    if days is None:
        return None
    for kind, identity, before, after in changes:
        if kind != "deliveries" or (before and after and before.date == after.date):
            continue
        delivery = DeliveryId(identity)
        if before is not None:
            left = days.get(before.date, frozenset()) - {delivery}
            days = days.set(before.date, left) if left else days.delete(before.date)
        if after is not None:
            days = days.set(after.date, days.get(after.date, frozenset()) | {delivery})
    return days


def _users_of(records: Iterable[AnyRecord]) -> Users:
    users: dict[tuple[str, str], list[str]] = {}
    for record in records:
        for named in references(record):
            users.setdefault(named, []).append(record.id)
    return _map_of({named: frozenset(found) for named, found in users.items()})


def _users_after(users: dict[str, Users], changes: tuple[RecordChange, ...]) -> dict[str, Users]:
    after = dict(users)
    for kind, identity, before, changed in changes:
        if kind not in after:
            continue
        table = after[kind]
        old = set(references(before)) if before is not None else set()
        new = set(references(changed)) if changed is not None else set()
        for named in old - new:
            left = table.get(named, _NOBODY) - {identity}
            table = table.set(named, left) if left else table.delete(named)
        for named in new - old:
            table = table.set(named, table.get(named, _NOBODY) | {identity})
        after[kind] = table
    return after
