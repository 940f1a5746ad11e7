"""Rows and records of one name: which facts say that two people or places are meant, and what a second row adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, Final, NamedTuple

from director_app.domain.facts import Contact, Setting
from director_app.domain.people import Artist, ArtistKind
from director_app.domain.places import Venue
from director_app.imports.bench import is_blank
from director_app.imports.cell_values import phone_key
from director_app.imports.field_names import label_of
from director_app.imports.matching import name_key
from director_app.imports.remarks import Remark, Said, remark
from director_app.wording import message

DIFFERS: Final = message(
    "“{name}” is already there, but {fact} differs: “{known}” there, “{said}” here. Somebody or somewhere else may be "
    "meant."
)
NOT_TAKEN: Final = message("{fact} “{said}” of “{name}” was left out, because row {row} says “{known}”.")
NOT_TAKEN_NAMES: Final = message("{fact} “{said}” of “{name}” was left out, because row {row} says otherwise.")

_PHONE: Final = Said(message("Phone"))
_EMAIL: Final = Said(message("E-mail"))
_ADDRESS: Final = Said(message("Address"))
_SETTING: Final = Said(message("Indoors or outdoors"))
_WORDS: Final[dict[object, Said]] = {
    Setting.INDOOR: Said(message("indoors")),
    Setting.OUTDOOR: Said(message("outdoors")),
    Setting.BOTH: Said(message("indoors and outdoors")),
    ArtistKind.PERSON: Said(message("person")),
    ArtistKind.GROUP: Said(message("group")),
    True: Said(message("yes")),
    False: Said(message("no")),
}
#: What a field of a record is called among the columns, where the names part.
_COLUMNS: Final = {"power_kw": "power", "opening_text": "hours", "consent_date": "consent", "links": "web"}
#: Said by another field of the same row, or not by the row at all.
_UNSAID: Final = frozenset({"source", "opening_hours", "contacts"})
_LONGEST: Final = 80


class Apart(NamedTuple):
    """A fact in which a row contradicts a record of its name."""

    fact: Said
    known: object
    said: object

    def reason(self, name: str) -> Remark:
        """Why the row is unclear."""
        return remark(DIFFERS, name=name, fact=self.fact, known=self.known, said=self.said)


def artist_apart(known: Artist, facts: Mapping[str, Any]) -> Apart | None:
    """The phone or e-mail that says that two are meant; one that both share says that they are the same."""
    phone, email = phone_key(facts["phone"]), facts["email"].lower()
    phones = {key: one.phone for one in known.contacts if (key := phone_key(one.phone))}
    mails = {one.email.lower(): one.email for one in known.contacts if one.email}
    if phone in phones or email in mails:
        return None
    if phone and phones:
        return Apart(_PHONE, next(iter(phones.values())), facts["phone"])
    if email and mails:
        return Apart(_EMAIL, next(iter(mails.values())), facts["email"])
    return None


def venue_apart(known: Venue, facts: Mapping[str, Any]) -> Apart | None:
    """The address or setting that says that two places are meant."""
    if not addresses_agree(known.address, facts["address"]):
        return Apart(_ADDRESS, known.address, facts["address"])
    if {known.setting, facts.get("setting")} == {Setting.INDOOR, Setting.OUTDOOR}:
        return Apart(_SETTING, _WORDS[known.setting], _WORDS[facts["setting"]])
    return None


def addresses_agree(one: str, other: str) -> bool:
    """Whether two addresses may be of one place: one says less than the other, or one names roads, the other lots."""
    first, second = _parts(one), _parts(other)
    if not first or not second or name_key(one) in name_key(other) or name_key(other) in name_key(one):
        return True
    if first <= second or second <= first:
        return True
    return _has_road(first) != _has_road(second)


def _parts(address: str) -> frozenset[str]:
    """The words of an address without brackets and without the province, whose names keep changing."""
    words = re.sub(r"\([^)]*\)", " ", address).replace(",", " ").split()
    return frozenset(words[1:] if len(words) > 1 and re.fullmatch(r".*도|..|.*(?:특별|광역).*시", words[0]) else words)


def _has_road(parts: frozenset[str]) -> bool:
    return any(re.search(r"(?:로|길)(?:\d.*)?$", part) for part in parts)


def with_contact(known: Sequence[Contact], facts: Mapping[str, Any], *, overwrite: bool) -> tuple[Contact, ...]:
    """The contacts with the row's among them: filled in where it is the same person or number, else added.

    Without `overwrite` a number or address that differs stands beside the known one, as a contact of its own.
    """
    said = Contact(facts.get("contact", ""), "", facts.get("phone", ""), facts.get("email", ""))
    if said == Contact():
        return tuple(known)
    for index, one in enumerate(known):
        same_phone = bool(phone_key(said.phone)) and phone_key(said.phone) == phone_key(one.phone)
        same_mail = bool(said.email) and said.email.lower() == one.email.lower()
        same_name = bool(said.name) and name_key(said.name) == name_key(one.name)
        if not (same_phone or same_name or same_mail or (not said.name and not one.phone)):
            continue
        filled = Contact(one.name or said.name, one.role, one.phone or said.phone, one.email or said.email)
        over = Contact(
            said.name, "",
            "" if same_phone or said.phone == filled.phone else said.phone,
            "" if same_mail or said.email == filled.email else said.email,
        )  # fmt: skip
        if overwrite:
            filled, over = (
                filled._replace(phone=over.phone or filled.phone, email=over.email or filled.email),
                Contact(),
            )
        added = (over,) if over.phone or over.email else ()
        return (*known[:index], filled, *known[index + 1 :], *(one for one in added if one not in known))
    return (*known, said)


def not_taken(kind: str, name: str, row: int, record: Any, values: Mapping[str, Any], facts: Any) -> Iterator[Remark]:
    """A remark for each value of a second row that the record, as the first row made it, does not have."""
    for field, value in values.items():
        kept = getattr(record, field)
        if field in _UNSAID or is_blank(value) or kept == value:
            continue
        if isinstance(value, tuple) and hasattr(value, "_asdict"):
            yield from not_taken(kind, name, row, kept, value._asdict(), facts)
            continue
        column = "group_or_person" if (kind, field) == ("artists", "kind") else _COLUMNS.get(field, field)
        said = facts.get(field) if isinstance(value, str) or field == "members" else value
        values_of = {"fact": Said(label_of(kind, column)), "said": _in_words(said), "name": name, "row": row}
        if said == value:
            yield remark(NOT_TAKEN, known=_in_words(kept), **values_of)
        else:  # the record holds identities where the row holds names
            yield remark(NOT_TAKEN_NAMES, **values_of)


def _in_words(value: object) -> object:
    if isinstance(value, Enum | bool):
        return _WORDS.get(value, str(value))
    if isinstance(value, str) and len(value) > _LONGEST:
        return value[:_LONGEST] + "…"
    return value
