"""An event as a calendar holds it: plain values that any writer can write."""

from __future__ import annotations

from typing import Final, NamedTuple

TENTATIVE: Final = "TENTATIVE"
CONFIRMED: Final = "CONFIRMED"
CANCELLED: Final = "CANCELLED"


class Place(NamedTuple):
    """LOCATION, and GEO as degrees (RFC 5545, section 3.8.1.6: at most six decimals)."""

    location: str
    latitude: float | None = None
    longitude: float | None = None


class Event(NamedTuple):
    """One VEVENT; events sort by their start, then by UID.

    Times are wall times "20251014T121000" or, for whole days and then without a zone, dates "20251014".
    """

    starts: str
    uid: str
    ends: str
    zone: str
    sequence: int
    #: Both DTSTAMP and LAST-MODIFIED: in a published calendar they mean the same (RFC 5545, section 3.8.7.2).
    stamp: str
    status: str
    summary: str
    place: Place | None = None
    category: str = ""
    description: str = ""
    #: Value of RRULE, empty when nothing repeats; then the starts that it leaves out.
    rule: str = ""
    left_out: tuple[str, ...] = ()
    #: Zone and wall time of RECURRENCE-ID: which date of the event that repeats it says; empty when it is none.
    recurrence: tuple[str, str] | tuple[()] = ()
