"""Double booking: who and what is asked for twice in the same minutes, or in minutes too close to each other.

The index keeps one sorted list of bookings per artist and per venue, so that one moved delivery is answered by looking
back by the longest booking; all clashes come from one sweep over columns.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from director_app.domain.facts import Subject, TravelMode
from director_app.domain.ids import AreaId, ArtistId, DeliveryId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import lineup_of, wholes_of, with_members
from director_app.domain.timeline import Span, joined
from director_app.planner.bookings import Presence, binds_artists, occupied, presences, segments_with_artist
from director_app.planner.neighbours import earshots_of, near_problems, noise_problems, shelter_problems
from director_app.planner.problems import Level, Problem, ProblemKind
from director_app.planner.rain import shelter_of
from director_app.planner.ways import REST, SPARE, is_near, longest_way, minutes_between, mode_of, where, where_in_rain


class Entry(NamedTuple):
    """One booking in the list of one artist or venue; `own` is false where only a part of the venue is booked."""

    start: int
    end: int
    delivery: DeliveryId
    own: bool


Key = tuple[str, str]
#: Lists of the places that would be taken in rain; they stand beside the lists of venues.
SHELTERS: Final = "shelters"
#: Lists of what is heard, or must not hear others, within one outermost place; `own` is what is loud.
EARSHOT: Final = "earshot"
#: Where people have to be for a delivery, on a dry day and on a wet one.
Areas = tuple[AreaId | None, AreaId | None]
#: Where more than this many share a place or a person in one minute, each is told of as many others and no more:
#: every one of them still has its problem, and ten thousand in one slot do not become fifty million.
MOST_AT_ONCE: Final = 24
_BESIDE: Final = {SHELTERS: "venues", "venues": SHELTERS, EARSHOT: EARSHOT}


def entries_of(plan: Plan, delivery: Delivery, memo: EntryMemo) -> list[tuple[Key, Entry]]:
    """What a delivery puts into which lists."""
    spans = occupied(plan, delivery)
    if segments_with_artist(plan, delivery):
        return _entries_with_parts(plan, delivery, memo, spans)
    if not spans:
        return []
    whole: Sequence[Key] = ()
    parts: list[tuple[Key, bool]] = []
    if binds_artists(plan, delivery) and (acts := lineup_of(plan, delivery)):
        whole = memo.artist_keys(plan, tuple([act.artist for act in acts]))
    if delivery.venue is not None:
        parts = [(key, key[1] == delivery.venue) for key in memo.venue_keys(plan, delivery.venue)]
    if (shelter := shelter_of(plan, delivery)) is not None:
        parts += [((SHELTERS, name), name == shelter) for _kind, name in memo.venue_keys(plan, shelter)]
    parts += [((EARSHOT, ground), is_loud) for ground, is_loud in earshots_of(plan, delivery)]
    found: list[tuple[Key, Entry]] = []
    for start, end in spans:
        entire = Entry(start, end, delivery.id, own=True)
        found += [(key, entire if own else entire._replace(own=False)) for key, own in parts]
        found += [(key, entire) for key in whole]
    return found


def _entries_with_parts(plan: Plan, delivery: Delivery, memo: EntryMemo, spans: list[Span]) -> list[tuple[Key, Entry]]:
    """The same for a delivery whose parts name artists: not everybody is there for the same minutes."""
    found: list[tuple[Key, Entry]] = []
    if delivery.venue is not None:
        for key in memo.venue_keys(plan, delivery.venue):
            found.extend((key, Entry(start, end, delivery.id, key[1] == delivery.venue)) for start, end in spans)
    if (shelter := shelter_of(plan, delivery)) is not None:
        for _kind, name in memo.venue_keys(plan, shelter):
            found.extend(((SHELTERS, name), Entry(start, end, delivery.id, name == shelter)) for start, end in spans)
    for ground, is_loud in earshots_of(plan, delivery):
        found.extend(((EARSHOT, ground), Entry(start, end, delivery.id, is_loud)) for start, end in spans)
    for person, taken in by_person(plan, presences(plan, delivery, spans)).items():
        found.extend((("artists", person), Entry(start, end, delivery.id, own=True)) for start, end in taken)
    return found


def by_person(plan: Plan, acts: Mapping[ArtistId, Presence]) -> dict[ArtistId, list[Span]]:
    """When everybody has to be there: an act and all its members, through whichever act."""
    found: dict[ArtistId, list[Span]] = {}
    for act, presence in acts.items():
        for person in with_members(plan, act):
            before = found.get(person)
            found[person] = presence.spans if before is None else joined([*before, *presence.spans])
    return found


class EntryMemo:
    """Which lists a venue or a line-up belongs to, remembered for one plan's people and places."""

    def __init__(self) -> None:
        self._venues: dict[VenueId, tuple[Key, ...]] = {}
        self._acts: dict[tuple[ArtistId, ...], tuple[Key, ...]] = {}

    def venue_keys(self, plan: Plan, venue: VenueId) -> tuple[Key, ...]:
        """The venue's own list and those of the venues it is part of."""
        known = self._venues.get(venue)
        if known is None:
            known = self._venues[venue] = tuple(("venues", whole) for whole in wholes_of(plan, venue))
        return known

    def artist_keys(self, plan: Plan, acts: tuple[ArtistId, ...]) -> tuple[Key, ...]:
        """The lists of every act and every member."""
        known = self._acts.get(acts)
        if known is None:
            everyone = dict.fromkeys(one for act in acts for one in with_members(plan, act))
            known = self._acts[acts] = tuple(("artists", one) for one in everyone)
        return known


class ClashIndex:
    """Sorted bookings of everybody and everything; belongs to one thread and follows one plan."""

    def __init__(self, plan: Plan) -> None:
        self._memo = EntryMemo()
        self._lists: dict[Key, list[Entry]] = {}
        self._of: dict[DeliveryId, list[tuple[Key, Entry]]] = {}
        self._longest: dict[Key, int] = {}
        self._columns: Columns | None = None
        self._areas: dict[DeliveryId, Areas] = {}
        self._ways: dict[tuple[AreaId | None, AreaId | None, TravelMode | None], int | None] = {}
        self._reach = max(REST, longest_way(plan) + SPARE)
        lists: defaultdict[Key, list[Entry]] = defaultdict(list)
        for delivery in plan.deliveries.values():
            self._of[delivery.id] = found = entries_of(plan, delivery, self._memo)
            for key, entry in found:
                lists[key].append(entry)
        for key, entries in lists.items():
            entries.sort()
            self._longest[key] = max([end - start for start, end, _delivery, _own in entries])
        self._lists.update(lists)

    def people_and_places_changed(self) -> None:
        """Forget who belongs to whom; the deliveries concerned are to be put in again."""
        self._memo = EntryMemo()
        self._areas.clear()

    def ways_changed(self, plan: Plan) -> None:
        """Forget how far it is from area to area."""
        self._ways.clear()
        self._reach = max(REST, longest_way(plan) + SPARE)

    def take_out(self, delivery: DeliveryId) -> None:
        """Remove a delivery's bookings."""
        self._columns = None
        self._areas.pop(delivery, None)
        for key, entry in self._of.pop(delivery, ()):
            entries = self._lists[key]
            del entries[bisect_left(entries, entry)]

    def put_in(self, plan: Plan, delivery: Delivery) -> None:
        """Add a delivery's bookings."""
        self._columns = None
        self._of[delivery.id] = found = entries_of(plan, delivery, self._memo)
        for key, entry in found:
            insort(self._lists.setdefault(key, []), entry)
            self._longest[key] = max(self._longest.get(key, 0), entry.end - entry.start)

    def touching(self, delivery: DeliveryId) -> set[DeliveryId]:
        """The other deliveries that share a minute of an artist or a venue with this one."""
        return self._sharing(delivery, self._of.get(delivery, ()))

    def would_touch(self, plan: Plan, delivery: Delivery) -> set[DeliveryId]:
        """The same if the delivery stood as it is handed in."""
        return self._sharing(delivery.id, entries_of(plan, delivery, self._memo))

    def would_meet(self, plan: Plan, delivery: Delivery) -> set[DeliveryId]:
        """Those it would touch or be near to, as `would_touch` and `near` find them."""
        found = entries_of(plan, delivery, self._memo)
        return self._sharing(delivery.id, found) | self._near(plan, delivery, found)

    def is_crowded(self, delivery: DeliveryId) -> bool:
        """Whether it, or one that it meets, meets so many others that not all are told of."""
        for (kind, name), entry in self._of.get(delivery, ()):
            for key in ((kind, name), (_BESIDE.get(kind, kind), name)):
                if len(self._lists.get(key, ())) <= MOST_AT_ONCE:
                    continue
                met = list(self._overlapping(key, entry))
                if len(met) > MOST_AT_ONCE or any(
                    sum(1 for _one in islice(self._overlapping(key, one), MOST_AT_ONCE + 1)) > MOST_AT_ONCE
                    for one in met
                ):
                    return True
        return False

    def _overlapping(self, key: Key, entry: Entry) -> Iterator[Entry]:
        """The entries of a list that share a minute with one, the latest first."""
        entries = self._lists.get(key)
        if not entries:
            return
        earliest = entry.start - self._longest[key]
        position = bisect_left(entries, (entry.end,)) - 1
        while position >= 0 and entries[position].start >= earliest:
            other = entries[position]
            if other.end > entry.start and (other.own or entry.own) and other.delivery != entry.delivery:
                yield other
            position -= 1

    def _sharing(self, delivery: DeliveryId, found: Iterable[tuple[Key, Entry]]) -> set[DeliveryId]:
        others: set[DeliveryId] = set()
        for key, entry in found:
            others.update(one.delivery for one in islice(self._overlapping(key, entry), MOST_AT_ONCE))
        return others

    def near(self, plan: Plan, delivery: Delivery) -> set[DeliveryId]:
        """The other deliveries it leaves somebody too little time before or after, or whose place one takes in rain.

        `plan` is the one the index follows; the delivery may stand otherwise than in it.
        """
        known = self._of.get(delivery.id) if plan.deliveries.get(delivery.id) is delivery else None
        return self._near(plan, delivery, entries_of(plan, delivery, self._memo) if known is None else known)

    def _near(self, plan: Plan, delivery: Delivery, found: Iterable[tuple[Key, Entry]]) -> set[DeliveryId]:
        areas = where(plan, delivery), where_in_rain(plan, delivery)
        others: set[DeliveryId] = set()
        for key, entry in found:
            if key[0] == "artists":
                others.update(self._near_for(plan, key, entry, areas))
            else:
                others.update(self._sharing(delivery.id, [((_BESIDE[key[0]], key[1]), entry)]))
        return others

    def _near_for(self, plan: Plan, key: Key, entry: Entry, areas: Areas) -> Iterator[DeliveryId]:
        entries = self._lists.get(key, [])
        if len(entries) < 2 and (not entries or entries[0].delivery == entry.delivery):
            return
        span = Span(entry.start, entry.end)
        position = bisect_left(entries, (entry.end + self._reach,)) - 1
        earliest = entry.start - self._reach - self._longest[key]
        mode = mode_of(plan, ArtistId(key[1]))
        while position >= 0 and entries[position].start >= earliest:
            other = entries[position]
            if other.delivery != entry.delivery:
                way = self._way(plan, areas, self._areas_of(plan, other.delivery), mode)
                if is_near(span, Span(other.start, other.end), way):
                    yield other.delivery
            position -= 1

    def _areas_of(self, plan: Plan, delivery: DeliveryId) -> Areas:
        known = self._areas.get(delivery)
        if known is None:
            one = plan.deliveries[delivery]
            known = self._areas[delivery] = (where(plan, one), where_in_rain(plan, one))
        return known

    def _way(self, plan: Plan, one: Areas, other: Areas, mode: TravelMode | None) -> int | None:
        """The longer way of a dry and of a wet day."""
        dry = self._minutes(plan, one[0], other[0], mode)
        if one[0] == one[1] and other[0] == other[1]:
            return dry
        wet = self._minutes(plan, one[1], other[1], mode)
        return max((way for way in (dry, wet) if way is not None), default=None)

    def _minutes(self, plan: Plan, one: AreaId | None, other: AreaId | None, mode: TravelMode | None) -> int | None:
        key = (one, other, mode)
        if key not in self._ways:
            self._ways[key] = minutes_between(plan, one, other, mode)
        return self._ways[key]

    def near_pairs(self, plan: Plan) -> Iterator[tuple[DeliveryId, DeliveryId]]:
        """Every such pair of the plan; a pair may come more than once."""
        for key, entries in self._lists.items():
            if key[0] == SHELTERS:
                for entry in entries:
                    for other in self._sharing(entry.delivery, [(("venues", key[1]), entry)]):
                        yield entry.delivery, other
            elif key[0] == "artists" and len(entries) > 1:
                yield from self._near_in(plan, entries, mode_of(plan, ArtistId(key[1])))

    def _near_in(
        self, plan: Plan, entries: list[Entry], mode: TravelMode | None
    ) -> Iterator[tuple[DeliveryId, DeliveryId]]:
        """The same in the list of one person: each entry beside those that begin soon after it ends."""
        reach = self._reach
        for position, (start, end, delivery, _own) in enumerate(entries):
            for further in range(position + 1, len(entries)):
                later = entries[further]
                if later.start >= end + reach:
                    break
                if later.start < end or later.delivery == delivery:
                    continue
                way = self._way(plan, self._areas_of(plan, delivery), self._areas_of(plan, later.delivery), mode)
                if is_near(Span(start, end), Span(later.start, later.end), way):
                    yield delivery, later.delivery

    def pairs(self) -> Iterator[tuple[DeliveryId, DeliveryId]]:
        """Every pair of deliveries that share a minute of an artist or a venue; a pair may come more than once."""
        if self._columns is None:
            self._columns = Columns(self._lists)
        return self._columns.pairs()


class Columns:
    """All bookings as columns of numbers, list after list, so that one pass finds the few that overlap."""

    def __init__(self, lists: Mapping[Key, list[Entry]]) -> None:
        import numpy as np  # 100 ms that only a full check pays for

        self._entries = [entry for entries in lists.values() for entry in entries]
        count = len(self._entries)
        lengths = [len(entries) for entries in lists.values()]
        # One list lies after the other on a line of its own: an absolute minute is below 2**32 until the year 8166.
        offsets = np.repeat(np.arange(len(lengths), dtype=np.int64) << 32, lengths)
        self._starts = np.fromiter([entry[0] for entry in self._entries], np.int64, count) + offsets
        self._ends = np.fromiter([entry[1] for entry in self._entries], np.int64, count) + offsets

    def pairs(self) -> Iterator[tuple[DeliveryId, DeliveryId]]:
        """Every pair that shares a minute of a list."""
        import numpy as np

        latest_end = np.maximum.accumulate(self._ends)
        late = np.flatnonzero(self._starts[1:] < latest_end[:-1]) + 1
        for position in late.tolist():
            here = self._entries[position]
            start, before, left = self._starts[position], position - 1, MOST_AT_ONCE
            while left and before >= 0 and start < latest_end[before]:
                other = self._entries[before]
                if start < self._ends[before] and (other.own or here.own) and other.delivery != here.delivery:
                    yield (other.delivery, here.delivery)
                    left -= 1
                before -= 1


def pair_problems(plan: Plan, one: Delivery, other: Delivery) -> list[Problem]:
    """What exactly two deliveries clash about; nothing when they do not."""
    one, other = sorted(
        (one, other), key=lambda delivery: (delivery.date is None, delivery.date, delivery.start or 0, delivery.id)
    )
    spans = occupied(plan, one), occupied(plan, other)
    level = Level.NOTE if Status.IDEA in (one.status, other.status) else Level.BLOCK
    pair = (Subject("deliveries", one.id), Subject("deliveries", other.id))
    found = []
    venue_minutes = _shared_minutes(*spans)
    if venue_minutes and (venue := _shared_venue(plan, one, other)) is not None:
        data = (("minutes", venue_minutes),)
        found.append(Problem(ProblemKind.VENUE_TWICE, level, (*pair, Subject("venues", venue)), data))
    ours, theirs = presences(plan, one, spans[0]), presences(plan, other, spans[1])
    if ours and theirs:
        found.extend(_artist_problems(plan, pair, level, ours, theirs))
        found.extend(near_problems(plan, one, other, (by_person(plan, ours), by_person(plan, theirs))))
    found.extend(shelter_problems(plan, one, other, spans))
    found.extend(noise_problems(plan, one, other))
    return found


def _shared_minutes(spans: list[Span], others: list[Span]) -> int:
    return sum(span.shared_minutes(other) for span in spans for other in others)


def _shared_venue(plan: Plan, one: Delivery, other: Delivery) -> VenueId | None:
    if one.venue is None or other.venue is None:
        return None
    if other.venue in wholes_of(plan, one.venue):
        return other.venue
    return one.venue if one.venue in wholes_of(plan, other.venue) else None


def _artist_problems(
    plan: Plan,
    pair: tuple[Subject, Subject],
    level: Level,
    ours: dict[ArtistId, Presence],
    theirs: dict[ArtistId, Presence],
) -> list[Problem]:
    found, both = [], []
    for artist, presence in ours.items():
        minutes = _shared_minutes(presence.spans, theirs[artist].spans) if artist in theirs else 0
        if minutes:
            both.append(artist)
            subjects: tuple[Subject, ...] = (*pair, Subject("artists", artist))
            found.append(Problem(ProblemKind.ARTIST_TWICE, level, subjects, (("minutes", minutes),)))
    for person, minutes in _shared_members(plan, ours, theirs, both).items():
        group = next(act for act in (*ours, *theirs) if act != person and person in with_members(plan, act))
        subjects = (*pair, Subject("artists", person), Subject("artists", group))
        found.append(Problem(ProblemKind.MEMBER_TWICE, level, subjects, (("minutes", minutes),)))
    return found


def _shared_members(
    plan: Plan, ours: dict[ArtistId, Presence], theirs: dict[ArtistId, Presence], both: list[ArtistId]
) -> dict[ArtistId, int]:
    """Whom both need at once beyond the acts they share, with the minutes; of a group in a group only the group."""
    covered = {person for artist in both for person in with_members(plan, artist)}
    our_people, their_people = by_person(plan, ours), by_person(plan, theirs)
    shared = {
        person: minutes
        for person, spans in our_people.items()
        if person not in covered
        and person in their_people
        and (minutes := _shared_minutes(spans, their_people[person]))
    }
    inner = {member for person in shared for member in with_members(plan, person)[1:]}
    return {person: minutes for person, minutes in shared.items() if person not in inner}


def clash_problems(plan: Plan, pairs: Iterable[tuple[DeliveryId, DeliveryId]]) -> set[Problem]:
    """The problems of pairs, each pair looked at once."""
    found: set[Problem] = set()
    for one, other in {(min(pair), max(pair)) for pair in pairs}:
        found.update(pair_problems(plan, plan.deliveries[one], plan.deliveries[other]))
    return found
