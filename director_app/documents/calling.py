"""Whom to call about a delivery. Private numbers: only sheets that say "not for posting" may ask here."""

from __future__ import annotations

from collections.abc import Iterable

from director_app.domain.facts import Contact
from director_app.domain.parts import artists_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery


def callable_lines(contacts: Iterable[Contact], who: str) -> list[tuple[str, str]]:
    """Name (with role) and number of those that have a number."""
    lines = []
    for contact in contacts:
        name = " ".join(part for part in (contact.name, contact.role) if part)
        if contact.phone:
            lines.append((" · ".join(part for part in (who, name) if part), contact.phone))
    return lines


def calls_of(plan: Plan, delivery: Delivery) -> list[tuple[str, str]]:
    """Everybody with a number who must know of a change: acts in billing order, those of its parts, place, company."""
    lines: list[tuple[str, str]] = []
    for identity in artists_of(plan, delivery):
        artist = plan.artists.get(identity)
        if artist is not None:
            lines += callable_lines(artist.contacts, artist.name)
    venue = plan.venues.get(delivery.venue) if delivery.venue else None
    if venue is not None:
        lines += callable_lines(venue.contacts, venue.name)
    organisation = plan.organisations.get(delivery.organisation) if delivery.organisation else None
    if organisation is not None:
        lines += callable_lines(organisation.contacts, organisation.name)
    return list(dict.fromkeys(lines))


def calls_for_act(plan: Plan, delivery: Delivery) -> list[tuple[str, str]]:
    """The numbers an act gets on its call sheet: those ticked for call sheets, and the season's public desk."""
    season, complex_ = plan.season, plan.complex
    parties: list[tuple[str, Iterable[Contact]]] = []
    if complex_ is not None:
        parties.append(("", (complex_.contact,)))
    venue = plan.venues.get(delivery.venue) if delivery.venue else None
    if venue is not None:
        parties.append((venue.name, venue.contacts))
    organisation = plan.organisations.get(delivery.organisation) if delivery.organisation else None
    if organisation is not None:
        parties.append((organisation.name, organisation.contacts))
    lines = [
        line
        for who, contacts in parties
        for line in callable_lines((contact for contact in contacts if contact.on_call_sheets), who)
    ]
    if season.enquiries_phone:
        lines.append((season.enquiries, season.enquiries_phone))
    return list(dict.fromkeys(lines))
