"""Artists, companies, areas and venues that a row only names: found by their name, or added."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from director_app.domain.ids import AreaId, ArtistId, OrganisationId, VenueId, derived_id
from director_app.domain.people import Artist, ArtistKind, Organisation, OrganisationKind
from director_app.domain.places import Venue
from director_app.domain.season import Area
from director_app.imports.bench import Bench, merged
from director_app.imports.matching import looks_like, name_key, region_of, regions_agree
from director_app.imports.remarks import Remark, remark
from director_app.wording import message

LOOKS_LIKE: Final = message("“{name}” is written nearly like “{other}”, which is already there.")
SEVERAL: Final = message("{n} records are called “{name}”; which one is meant cannot be told.")


class Found(NamedTuple):
    """What a look-up came to: one record, none, or none that is certain."""

    record: Any = None
    reasons: tuple[Remark, ...] = ()
    candidates: tuple[Any, ...] = ()


def artist_of(bench: Bench, name: str, source: str, kind: ArtistKind = ArtistKind.GROUP) -> ArtistId:
    """The artist of a name; one is added when there is none. Of several the first counts."""
    found = bench.named("artists", name)
    if found:
        return ArtistId(found[0].id)
    record = Artist(ArtistId(derived_id("artist", name_key(name), "")), name, kind, source=source)
    bench.stage(record)
    return record.id


def organisation_of(bench: Bench, name: str, source: str) -> OrganisationId:
    """The company or body of a name; one is added when there is none."""
    found = bench.named("organisations", name)
    if found:
        return OrganisationId(found[0].id)
    record = Organisation(
        OrganisationId(derived_id("organisation", name_key(name))), name, kind=OrganisationKind.COMPANY, source=source
    )
    bench.stage(record)
    return record.id


def area_of(bench: Bench, name: str) -> AreaId | None:
    """The area of a name; one is added when there is none."""
    if not name_key(name):
        return None
    found = bench.named("areas", name)
    if found:
        return AreaId(found[0].id)
    record = Area(AreaId(derived_id("area", name_key(name))), name, position=len(bench.plan.areas))
    bench.stage(record)
    return record.id


def venue_of(bench: Bench, name: str, address: str, source: str, **facts: Any) -> VenueId | None:
    """The venue of a name and region, blanks filled in; one is added when there is none."""
    if not name_key(name):
        return None
    found = find_venue(bench, name, address).record
    record = found or Venue(VenueId(venue_id(bench, name, address)), name)
    where = {"address": address} if found else {"address": address, "source": source}
    bench.stage(merged(record, where | facts, overwrite=False))
    return VenueId(record.id)


def find_venue(bench: Bench, name: str, address: str) -> Found:
    """The venue that a name and an address mean; region decides between places of one name."""
    earlier = bench.get("venues", derived_id("venue", name_key(name), region_of(address)))
    if earlier is not None:
        return Found(earlier)
    same_name = bench.named("venues", name)
    fitting = [venue for venue in same_name if regions_agree(venue.address or venue.note, address)]
    if len(fitting) > 1 and address:
        fitting = [venue for venue in fitting if venue.address and region_of(venue.address)] or fitting
    if len(fitting) > 1:
        exact = [venue for venue in fitting if name_key(venue.address) == name_key(address)]
        fitting = exact or fitting
    if fitting:
        if len(fitting) == 1:
            return Found(fitting[0])
        return Found(None, (remark(SEVERAL, n=len(fitting), name=name),), tuple(fitting))
    if same_name:
        return Found()
    return alike(bench, "venues", name, lambda one: regions_agree(one.address, address))


def alike(bench: Bench, kind: str, name: str, agrees: Any) -> Found:
    """A record written nearly like this name, as one that may be meant; none where it does not agree otherwise."""
    key = looks_like(name_key(name), bench.keys_near(kind, len(name_key(name))))
    if not key:
        return Found()
    other = bench.of_key(kind, key)
    if not agrees(other):
        return Found()
    return Found(None, (remark(LOOKS_LIKE, name=name, other=other.name),), (other,))


def venue_id(bench: Bench, name: str, address: str) -> str:
    """The id of a venue that is added: the same name in the same region gives the same one again."""
    return free_id(bench, "venues", "venue", name_key(name), region_of(address))


def free_id(bench: Bench, kind: str, *parts: str) -> str:
    """A derived id that no record of this import has; the same parts again give the next one."""
    identity = derived_id(*parts)
    again = 1
    while bench.get(kind, identity) is not None:
        again += 1
        identity = derived_id(*parts, str(again))
    return identity
