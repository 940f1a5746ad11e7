"""Rows of artists, venues, programmes and applications, matched with the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from director_app.domain.facts import Access, Contact, Needs
from director_app.domain.ids import (
    ApplicationId,
    ArtistId,
    OrganisationId,
    ProgrammeId,
    VenueId,
    derived_id,
)
from director_app.domain.people import Artist, ArtistKind
from director_app.domain.places import Venue
from director_app.domain.programme import Programme
from director_app.domain.requests import Application, ApplicationState
from director_app.imports.bench import Bench, is_blank, merged
from director_app.imports.cell_values import phone_key
from director_app.imports.drafts import Draft
from director_app.imports.matching import looks_like, name_key, regions_agree
from director_app.imports.named_in_passing import (
    LOOKS_LIKE,
    SEVERAL,
    Found,
    alike,
    area_of,
    artist_of,
    find_venue,
    free_id,
    organisation_of,
    venue_id,
    venue_of,
)
from director_app.imports.programme_rows import put_programme
from director_app.imports.remarks import Remark, remark
from director_app.imports.telling_apart import artist_apart, not_taken, venue_apart, with_contact
from director_app.imports.written_times import names_nothing
from director_app.wording import message

SAME_PHONE: Final = message("“{name}” has the phone number of “{other}”, which is already there.")
NEW_PROGRAMME: Final = message("New programme: {name}")
SEEN_BEFORE: Final = message("“{name}” stands in row {row} already; only what was missing there was taken.")

_VENUE_FIELDS: Final = (
    "name_en", "kind", "address", "setting", "seats", "standing", "floor_area", "power_kw", "opening_hours",
    "opening_text", "latitude", "longitude", "directions", "note", "source",
)  # fmt: skip
_ARTIST_FIELDS: Final = (
    "kind", "romanised", "genre", "region", "is_local", "head_count", "fee", "needs", "biography", "links",
    "consent_date", "note", "source",
)  # fmt: skip


class Matched(NamedTuple):
    """The main record of a row, as staged; unclear rows carry reasons and the records they may mean."""

    kind: str
    id: str
    title: str
    remarks: tuple[Remark, ...] = ()
    reasons: tuple[Remark, ...] = ()
    candidates: tuple[tuple[str, str], ...] = ()


def propose_artist(bench: Bench, draft: Draft) -> Matched:
    """Stage what a row says of an artist."""
    facts = draft.facts
    name = facts["name"]
    reached = phone_key(facts["phone"]) or facts["email"].lower()
    found = _find_artist(bench, facts, derived_id("artist", name_key(name), reached))
    record = found.record or Artist(ArtistId(free_id(bench, "artists", "artist", name_key(name), reached)), name)
    values = _values(facts, _ARTIST_FIELDS) | {"source": draft.source}
    values["members"] = tuple(artist_of(bench, one, draft.source, ArtistKind.PERSON) for one in facts["members"])
    return _stage_main(bench, draft, record, values, found)


def propose_venue(bench: Bench, draft: Draft) -> Matched:
    """Stage what a row says of a venue."""
    facts = draft.facts
    name, address = facts["name"], facts["address"]
    found = _find_told_venue(bench, facts)
    record = found.record or Venue(VenueId(venue_id(bench, name, address or facts.get("region", ""))), name)
    values = _values(facts, _VENUE_FIELDS) | {"source": draft.source}
    values["area"] = area_of(bench, facts.get("area", ""))
    if facts.get("host") and not draft.data_set:
        values["host"] = organisation_of(bench, facts["host"], draft.source)
    values["access"] = Access(gate=facts.get("gate", ""), parking=_parking(facts.get("parking", "")))
    if facts.get("fallback") and name_key(facts["fallback"]) != name_key(name):
        values["fallback"] = venue_of(bench, facts["fallback"], "", draft.source)
    return _stage_main(bench, draft, record, values, found)


def propose_programme(bench: Bench, draft: Draft) -> Matched:
    """Stage what a row says of a programme."""
    facts = draft.facts
    found, programme = put_programme(bench, draft, overwrite=draft.overwrites, with_lineup=True)
    extra: dict[str, Any] = {
        "needs": Needs(facts.get("power_kw"), None, facts.get("setting"), facts.get("equipment", "")),
        "short_title": facts.get("short_title", ""),
    }
    return _stage_main(bench, draft, programme, extra, Found(programme if found else None))


def propose_application(bench: Bench, draft: Draft, order: int) -> Matched:
    """Stage what a row says of an application; its original row is kept and never overwritten."""
    facts = draft.facts
    company = organisation_of(bench, facts["organisation"], draft.source)
    record = _find_application(bench, draft, company)
    found = Found(record)
    if record is None:
        record = Application(
            ApplicationId(_application_id(bench, draft)),
            applicant=facts["organisation"],
            received_order=order,
            original=draft.original,
            state=facts.get("state") or ApplicationState.RECEIVED,
        )
    values = _values(facts, ("number", "received_at", "wishes", "meal_slot", "heads", "space", "note"))
    values |= {"organisation": company, "source": draft.source}
    values["area"] = area_of(bench, facts.get("area", ""))
    values["contact"] = Contact(facts["contact"], facts["role"], facts["phone"], facts["email"])
    programme, said = _wished_programme(bench, facts["programme"], draft.source)
    if programme is not None:
        values["programme"] = programme
    matched = _stage_main(bench, draft, record, values, found, title=facts["organisation"])
    return matched._replace(remarks=(*matched.remarks, *said))


def _wished_programme(bench: Bench, name: str, source: str) -> tuple[ProgrammeId | None, tuple[Remark, ...]]:
    """The programme an application wishes for, added when there is none, and what is to be said of it.

    Of several of one name, or when one is written nearly alike, it stays undecided and that is said.
    """
    if not name_key(name) or names_nothing(name):
        return None, ()
    known = bench.named("programmes", name)
    if len(known) > 1:
        return None, (remark(SEVERAL, n=len(known), name=name),)
    if known:
        is_known = bench.is_in_plan("programmes", known[0].id)
        return ProgrammeId(known[0].id), () if is_known else (remark(NEW_PROGRAMME, name=name),)
    key = looks_like(name_key(name), bench.keys_near("programmes", len(name_key(name))))
    if key:
        return None, (remark(LOOKS_LIKE, name=name, other=bench.of_key("programmes", key).title),)
    record = Programme(ProgrammeId(free_id(bench, "programmes", "programme", name_key(name), "")), name, source=source)
    bench.stage(record)
    return record.id, (remark(NEW_PROGRAMME, name=name),)


# -- finding -------------------------------------------------------------------------------------------------------


def _find_told_venue(bench: Bench, facts: Mapping[str, Any]) -> Found:
    """The venue a row of venues means: of its name, and with neither address nor setting against it."""
    name, where = facts["name"], facts["address"] or facts.get("region", "")
    same_name = [one for one in bench.named("venues", name) if regions_agree(one.address or one.note, where)]
    apart = {one.id: difference for one in same_name if (difference := venue_apart(one, facts)) is not None}
    fitting = [one for one in same_name if one.id not in apart]
    if same_name and not fitting:
        reasons = tuple(apart[one.id].reason(name) for one in same_name)
        return Found(None, reasons, tuple(same_name))
    if apart and len(fitting) == 1:
        return Found(fitting[0])
    return find_venue(bench, name, where)


def _find_artist(bench: Bench, facts: Mapping[str, Any], identity: str) -> Found:
    earlier = bench.get("artists", identity)
    if earlier is not None:
        return Found(earlier)
    name, phone = facts["name"], phone_key(facts["phone"])
    same_name = bench.named("artists", name)
    if len(same_name) > 1:
        reached = [one for one in same_name if _is_reached(one, facts)]
        by_region = [one for one in same_name if facts["region"] and one.region == facts["region"]]
        same_name = reached or by_region or same_name
    if len(same_name) == 1:
        if (apart := artist_apart(same_name[0], facts)) is not None:
            return Found(None, (apart.reason(name),), (same_name[0],))
        return Found(same_name[0])
    if same_name:
        return Found(None, (remark(SEVERAL, n=len(same_name), name=name),), tuple(same_name))
    if phone:
        for artist in bench.plan.artists.values():
            if phone in _phones(artist):
                return Found(None, (remark(SAME_PHONE, name=name, other=artist.name),), (artist,))
    return alike(bench, "artists", name, lambda _one: True)


def _find_application(bench: Bench, draft: Draft, company: OrganisationId) -> Any:
    facts = draft.facts
    if (earlier := bench.get("applications", _application_id(bench, draft))) is not None:
        return earlier
    for application in bench.plan.applications.values():
        if application.original == draft.original:
            return application
        if application.organisation != company:
            continue
        if facts["number"] and application.number == facts["number"]:
            return application
        if not facts["number"] and facts["received_at"] and application.received_at == facts["received_at"]:
            return application
    return None


def _application_id(bench: Bench, draft: Draft) -> str:
    facts = draft.facts
    told_apart = facts["number"] or (facts["received_at"].isoformat() if facts["received_at"] else "")
    if not told_apart:
        told_apart = "\x1e".join(cell.text for cell in draft.original)
    identity = derived_id("application", name_key(facts["organisation"]), told_apart)
    again = 1
    while bench.claimed.get(("applications", identity)) not in (None, draft.place):
        again += 1
        identity = derived_id("application", name_key(facts["organisation"]), told_apart, str(again))
    return identity


# -- staging -------------------------------------------------------------------------------------------------------


def _stage_main(
    bench: Bench, draft: Draft, record: Any, values: Mapping[str, Any], found: Found, title: str = ""
) -> Matched:
    """Stage the main record of a row; a record that an earlier row spoke of only has its blanks filled."""
    kind = draft.kind
    named = (kind, record.id)
    name = title or record.name if hasattr(record, "name") else title or getattr(record, "title", "")
    earlier = bench.claimed.get(named)
    remarks: tuple[Remark, ...] = ()
    overwrite = draft.overwrites
    if earlier is not None and earlier != draft.place:
        remarks = (remark(SEEN_BEFORE, name=name, row=earlier[2]),)
        overwrite = False
    if found.record is not None:
        values = {name: value for name, value in values.items() if name != "source"}
    is_second = earlier is not None and earlier != draft.place
    if hasattr(record, "contacts") and (overwrite or is_second or not record.contacts):
        record = record._replace(contacts=with_contact(record.contacts, draft.facts, overwrite=overwrite))
    elif draft.fills_blanks and hasattr(record, "contacts"):
        filled = with_contact(record.contacts, draft.facts, overwrite=False)
        record = record._replace(contacts=filled) if len(filled) == len(record.contacts) else record
    staged = merged(record, values, overwrite=overwrite and found.record is not None)
    if earlier is not None and is_second and kind in ("artists", "venues"):
        remarks += tuple(not_taken(kind, name, earlier[2], staged, values, draft.facts))
    bench.stage(staged)
    bench.claim(kind, record.id, draft.place)
    candidates = tuple((kind, one.id) for one in found.candidates)
    return Matched(kind, record.id, name, remarks, found.reasons, candidates)


def _values(facts: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: facts[name] for name in names if not is_blank(facts.get(name))}


def _is_reached(artist: Artist, facts: Mapping[str, Any]) -> bool:
    """Whether an artist has the phone number or mail address of a row."""
    mails = {contact.email.lower() for contact in artist.contacts if contact.email}
    return phone_key(facts["phone"]) in _phones(artist) or facts["email"].lower() in mails


def _phones(artist: Artist) -> set[str]:
    return {key for contact in artist.contacts if (key := phone_key(contact.phone))}


def _parking(text: str) -> str:
    return "" if text.strip().upper() in ("Y", "N") else text
