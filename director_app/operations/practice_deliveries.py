"""The practice season's programmes and deliveries: firm and open ones, rounds, exhibitions, and a few mistakes."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.domain.facts import (
    Accessibility,
    Act,
    Confirmation,
    ConfirmationOf,
    ConfirmationState,
    DatedHours,
    Fallback,
    FallbackKind,
    FallbackState,
    Needs,
    Setting,
)
from director_app.domain.ids import DeliveryId, EventId, ProgrammeId, SegmentId, SeriesId
from director_app.domain.programme import Delivery, Programme, Segment, Series, Status
from director_app.domain.timeline import WallMinute, month_text
from director_app.operations.practice_kinds import EXHIBITION, KIND_OF_HUNDRED, STARTS, ProgrammeKind
from director_app.operations.practice_people import EVENING
from director_app.operations.practice_places import GALLERY_HOURS, Ground
from director_app.operations.practice_schedule import FIRST_DAY, LAST_DAY, TODAY, Calendar, Cast, Slot
from director_app.operations.practice_texts import Dice, Identities, Writer
from director_app.planner.places_fit import capacity_of

PREFIX: Final = "PR"
#: Nine titles in ten are a programme's only delivery; the rest are further rounds.
_OWN_TITLE: Final = 0.94
_STAFF: Final = ("총감독", "기획 1팀", "기획 2팀", "현장 운영", "무대 감독", "")
_MARKS: Final = (
    (Accessibility.WHEELCHAIR,),
    (Accessibility.SIGN_LANGUAGE, Accessibility.CAPTIONS),
    (Accessibility.CHILDREN,),
)
_TRIGGERS: Final = ("비 예보", "폭염 특보", "시간당 5 mm", "강풍 예보")
_SEGMENTS: Final = (("식전 공연", 15), ("인사", 5), ("본 공연", 40), ("앙코르", 10))
#: One delivery in so many is put where somebody already is, as people do who plan on paper.
_MISTAKES: Final = 0.03
_LINEUP_SIZES: Final = (0, 1, 1, 1, 1, 1, 1, 2, 2, 3)
#: Positions of acts in the troupe.
_Lineup = tuple[int, ...]


class Maker:
    """Makes one delivery after another.

    Attributes:
        programmes, deliveries, segments: what was made so far.
    """

    def __init__(self, cast: Cast, dice: Dice, writer: Writer, ids: Identities) -> None:
        self.programmes: list[Programme] = []
        self.deliveries: list[Delivery] = []
        self.segments: list[Segment] = []
        self._kinds: list[ProgrammeKind] = []
        self._lineups: list[_Lineup] = []
        self._rounds: dict[int, list[datetime.date]] = {}
        self._cast, self._dice, self._writer, self._ids = cast, dice, writer, ids
        self._calendar = Calendar(cast, dice)
        self._events = _events_by_day(cast)
        self._last: tuple[Slot, _Lineup] | None = None
        self._taken_acts: _Lineup = ()

    def make(self, count: int) -> None:
        """That many deliveries, exhibitions first."""
        for ground, first, last in _exhibition_times(self._cast, self._dice, count // 50):
            self._add_exhibition(ground, first, last)
        own = max(1, int(count * _OWN_TITLE))
        while len(self.deliveries) < count:
            self._add(len(self.deliveries) < own)

    def series(self) -> list[Series]:
        """The programmes with several rounds, as pasted dates."""
        found = []
        for position, dates in self._rounds.items():
            programme = self.programmes[position]
            key = SeriesId(self._ids.of("series", position))
            found.append(Series(key, programme.short_title, programme.id, dates=tuple(sorted(dates))))
        return found

    def _add(self, has_own_title: bool) -> None:
        dice = self._dice
        if has_own_title:
            kind, lineup, position = dice.pick(KIND_OF_HUNDRED), None, len(self.programmes)
        else:
            position = dice.below(len(self.programmes))
            kind, lineup = self._kinds[position], self._lineups[position]
        if not kind.slots:
            self._add(has_own_title)  # an exhibition has no rounds
            return
        slot = self._slot(kind)
        if slot is None:  # everything is full: date and place stay open
            booked: _Lineup = lineup or ()
        elif lineup and not self._taken_acts and all(self._calendar.book(slot, act) for act in lineup):
            booked = lineup
        else:
            booked = self._acts(slot)
        if has_own_title:
            self._add_programme(kind, booked)
        self._add_delivery(position, kind, slot, booked, is_round=not has_own_title)
        if slot is not None:
            self._last = slot, booked

    def _slot(self, kind: ProgrammeKind) -> Slot | None:
        """Usually a free one; now and then where somebody already is."""
        self._taken_acts = ()
        if self._last is not None and self._dice.chance(_MISTAKES):
            taken, lineup = self._last
            if taken.slot in kind.slots and taken.ground.pool == kind.pool:
                if self._dice.chance(0.5) or not lineup:
                    return taken
                elsewhere = self._calendar.beside(taken, kind)
                if elsewhere is not None:
                    busy = lineup[0]
                    self._taken_acts = (self._cast.troupe.partners.get(busy, busy),)
                    return elsewhere
        return self._calendar.place(kind)

    def _acts(self, slot: Slot) -> _Lineup:
        return self._taken_acts or self._calendar.acts(slot, self._dice.pick(_LINEUP_SIZES))

    def _add_programme(self, kind: ProgrammeKind, lineup: _Lineup) -> None:
        dice, writer, artists = self._dice, self._writer, self._cast.troupe.artists
        title = writer.title(kind.forms)
        programme = Programme(
            ProgrammeId(self._ids.of("programmes", len(self.programmes))),
            title.korean,
            title.english,
            writer.subtitle() if dice.chance(0.5) else "",
            title.short,
            self._cast.initiatives[kind.initiative],
            kind.name,
            kind.audience,
            dice.pick(kind.minutes) if kind.minutes else None,
            kind.setup,
            kind.strike,
            Needs(power_kw=float(dice.between(1, 5))) if dice.chance(0.2) else Needs(),
            tuple(Act(artists[act].id) for act in lineup),
            is_free=True if dice.chance(0.7) else None,
            booking=kind.booking,
            intro=writer.intro(),
            is_featured=dice.chance(0.02),
            is_exhibition=kind is EXHIBITION,
            is_invented=True,
        )
        self.programmes.append(programme)
        self._kinds.append(kind)
        self._lineups.append(lineup)

    def _add_delivery(
        self, position: int, kind: ProgrammeKind, slot: Slot | None, lineup: _Lineup, *, is_round: bool
    ) -> None:
        dice, programme = self._dice, self.programmes[position]
        number = len(self.deliveries)
        open_fact = dice.below(100)
        day = slot.day if slot and open_fact >= 3 else None
        status = _status(day, dice)
        start = WallMinute(dice.pick(STARTS[slot.slot])) if slot and day and not 3 <= open_fact < 8 else None
        end = WallMinute(start + (programme.running_minutes or 0)) if start is not None and dice.chance(0.85) else None
        ground = slot.ground if slot and not 8 <= open_fact < 12 else None
        host = ground.company if ground else None
        company = self._cast.companies.organisations[host] if host is not None else None
        nameless = is_round and open_fact >= 88 and (day is not None or ground is not None)
        acts = tuple(Act(self._cast.troupe.artists[act].id) for act in lineup)
        delivery = Delivery(
            DeliveryId(self._ids.of("deliveries", number)),
            f"{PREFIX}-{number + 1:03d}",
            None if nameless else programme.id,
            event=self._event(kind, day),
            initiative=programme.initiative if nameless else None,
            organisation=company.id if company else None,
            area=ground.venue.area if ground and dice.chance(0.1) else None,
            venue=ground.venue.id if ground else None,
            month=month_text(slot.day) if slot and day is None and dice.chance(0.6) else "",
            date=day,
            start=start,
            end=end,
            status=status,
            is_locked=status is Status.CONFIRMED and dice.chance(0.05),
            lineup=None if acts == programme.lineup and not nameless else acts,
            expected_heads=_guests(ground, dice.between(2, 40) * 10) if dice.chance(0.7) else None,
            counted_heads=dice.between(15, 420) if status is Status.DELIVERED else None,
            shifts=self._shifts(host),
            accessibility=dice.pick(_MARKS) if dice.chance(0.15) else None,
            fallback=self._fallback(ground),
            confirmations=self._confirmations(status, lineup),
            responsible=dice.pick(_STAFF),
            series=self._series(position, day) if is_round and not nameless else None,
            public_note=self._writer.public_note() if dice.chance(0.4) else "",
            internal_note=self._writer.remark() if dice.chance(0.9) else "",
            postponed_to=_later(day, dice) if status is Status.POSTPONED else None,
            changed_reason=dice.pick(("비", "회사 사정", "출연자 사정")) if not status.takes_place else "",
        )
        self.deliveries.append(delivery)
        if slot and slot.slot == EVENING and start is not None and dice.chance(0.04):
            self._add_segments(delivery, lineup)

    def _event(self, kind: ProgrammeKind, day: datetime.date | None) -> EventId | None:
        events = self._events.get(day) if day and kind.pool == "public" else None
        return self._dice.pick(events) if events and self._dice.chance(0.5) else None

    def _shifts(self, host: int | None) -> tuple[str, ...]:
        return self._cast.companies.crews[host][:2] if host is not None and self._dice.chance(0.8) else ()

    def _fallback(self, ground: Ground | None) -> Fallback | None:
        dice = self._dice
        if ground is None or ground.venue.setting is not Setting.OUTDOOR or dice.chance(0.7):
            return None
        kind = dice.pick((FallbackKind.INDOORS, FallbackKind.POSTPONE, FallbackKind.CANCEL, FallbackKind.AS_IS))
        return Fallback(
            kind,
            ground.venue.fallback if kind is FallbackKind.INDOORS else None,
            ground.venue.fallback_state if kind is FallbackKind.INDOORS else FallbackState.NONE,
            dice.pick(_TRIGGERS),
            WallMinute(dice.between(7, 15) * 60),
            "총감독",
        )

    def _confirmations(self, status: Status, lineup: _Lineup) -> tuple[Confirmation, ...]:
        if status is Status.IDEA or self._dice.chance(0.3):
            return ()
        firm = status in (Status.CONFIRMED, Status.DELIVERED)
        good = (ConfirmationState.AGREED,) * 5 if firm else (ConfirmationState.OPEN, ConfirmationState.ASKED)
        states = (*good, ConfirmationState.ASKED, ConfirmationState.AGREED)
        artists = self._cast.troupe.artists
        return (
            Confirmation(ConfirmationOf.VENUE, self._dice.pick(states)),
            *(Confirmation(ConfirmationOf.ACT, self._dice.pick(states), artists[act].id) for act in lineup),
            Confirmation(ConfirmationOf.CONTRACT, self._dice.pick(states)),
        )

    def _series(self, position: int, day: datetime.date | None) -> SeriesId:
        dates = self._rounds.setdefault(position, [])
        if day is not None:
            dates.append(day)
        return SeriesId(self._ids.of("series", position))

    def _add_segments(self, delivery: Delivery, lineup: _Lineup) -> None:
        if delivery.start is None:
            return
        minute = delivery.start
        for position, (title, minutes) in enumerate(_SEGMENTS):
            artist = self._cast.troupe.artists[lineup[0]].id if lineup and title == "본 공연" else None
            key = SegmentId(self._ids.of("segments", len(self.segments)))
            self.segments.append(
                Segment(key, delivery.id, position, title, WallMinute(minute), position == 0, minutes, artist)
            )
            minute = WallMinute(minute + minutes)

    def _add_exhibition(self, ground: Ground, first: datetime.date, last: datetime.date) -> None:
        dice = self._dice
        self._add_programme(EXHIBITION, ())
        number = len(self.deliveries)
        closed = first + datetime.timedelta(days=dice.between(3, 9))
        self.deliveries.append(
            Delivery(
                DeliveryId(self._ids.of("deliveries", number)),
                f"{PREFIX}-{number + 1:03d}",
                self.programmes[-1].id,
                venue=ground.venue.id,
                date=first,
                until=last,
                hours=GALLERY_HOURS,
                exceptions=(DatedHours(closed),) if dice.chance(0.3) else (),
                status=Status.CONFIRMED if last >= TODAY else Status.DELIVERED,
                expected_heads=dice.between(10, 90) * 10,
                responsible=dice.pick(_STAFF),
                public_note=self._writer.public_note(),
                internal_note=self._writer.remark(),
            )
        )


def _events_by_day(cast: Cast) -> dict[datetime.date, list[EventId]]:
    by_day: dict[datetime.date, list[EventId]] = {}
    for event in cast.events:
        if event.first_day and event.last_day:
            for offset in range((event.last_day - event.first_day).days + 1):
                by_day.setdefault(event.first_day + datetime.timedelta(days=offset), []).append(event.id)
    return by_day


def _exhibition_times(cast: Cast, dice: Dice, most: int) -> list[tuple[Ground, datetime.date, datetime.date]]:
    """One exhibition after another in every gallery, from Tuesdays to Sundays."""
    times = []
    for ground in cast.grounds.galleries:
        first = FIRST_DAY + datetime.timedelta(days=1 + 7 * dice.below(4))
        while True:
            last = first + datetime.timedelta(days=5 + 7 * dice.between(1, 5))
            if last > LAST_DAY:
                break
            times.append((ground, first, last))
            first = last + datetime.timedelta(days=2 + 7 * dice.below(2))
    return dice.shuffled(times)[:most]


def _guests(ground: Ground | None, heads: int) -> int:
    """As many as were thought of, and no more than the place holds."""
    room = capacity_of(ground.venue) if ground is not None else None
    return heads if room is None else min(heads, room)


def _status(day: datetime.date | None, dice: Dice) -> Status:
    chance = dice.below(100)
    if day is None:
        return Status.IDEA if chance < 50 else Status.PENCILLED
    if chance < 3:
        return Status.CANCELLED
    if chance < 5:
        return Status.POSTPONED
    if day < TODAY:
        return Status.DELIVERED
    if chance < 55:
        return Status.CONFIRMED
    return Status.PENCILLED if chance < 88 else Status.IDEA


def _later(day: datetime.date | None, dice: Dice) -> datetime.date | None:
    if day is None or dice.chance(0.4):
        return None
    return min(LAST_DAY, day + datetime.timedelta(days=dice.between(1, 21)))
