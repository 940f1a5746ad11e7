"""DESCRIPTION of an event: what the public should know; for the team also what is nobody else's business.

The two sets of lines are made by different functions; those for the public read nothing private.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from director_app.domain.facts import (
    Accessibility,
    Act,
    Confirmation,
    ConfirmationOf,
    ConfirmationState,
    Contact,
    Fallback,
    FallbackKind,
    FallbackState,
)
from director_app.domain.ids import ArtistId, EventId, ProgrammeId, VenueId
from director_app.domain.local_texts import said
from director_app.domain.parts import artists_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.published import When, place_name, plan_b_of
from director_app.wording import Wording, message

_MARKS: Final = {
    Accessibility.WHEELCHAIR: message("wheelchair access"),
    Accessibility.SIGN_LANGUAGE: message("sign language"),
    Accessibility.CAPTIONS: message("captions"),
    Accessibility.AUDIO_DESCRIPTION: message("audio description"),
    Accessibility.BRAILLE: message("Braille"),
    Accessibility.CHILDREN: message("for children"),
    Accessibility.LANGUAGES: message("several languages"),
}
_STATUS: Final = {
    Status.IDEA: message("idea"),
    Status.PENCILLED: message("pencilled"),
    Status.CONFIRMED: message("confirmed"),
    Status.DELIVERED: message("delivered"),
    Status.POSTPONED: message("postponed"),
    Status.CANCELLED: message("cancelled"),
}
_STATES: Final = {
    ConfirmationState.OPEN: message("{what}: not asked yet"),
    ConfirmationState.ASKED: message("{what}: asked"),
    ConfirmationState.AGREED: message("{what}: agreed"),
}
_FALLBACKS: Final = {
    FallbackKind.AS_IS: message("In rain or heat: takes place as planned"),
    FallbackKind.POSTPONE: message("In rain or heat: postponed"),
    FallbackKind.CANCEL: message("In rain or heat: cancelled"),
}


class Descriptions:
    """Makes the descriptions of one calendar."""

    def __init__(self, plan: Plan, wording: Wording, *, internal: bool) -> None:
        self._plan = plan
        self._wording = wording
        self._english = wording.language == "en"
        self._internal = internal
        self._of_programme = cache(self._make_of_programme)
        self._plan_b = cache(self._make_plan_b)
        self._booking_line = cache(self._make_booking_line)
        self._accessibility = cache(self._make_accessibility)
        self._artist_name = cache(self._make_artist_name)
        # A line-up differs from date to date: the sentence around it is made once.
        self._before_names, self._after_names = wording.text("With {names}", names="\0").split("\0")

    def own_lines(self, delivery: Delivery, when: When | None) -> tuple[str, str]:
        """What stands before and after the shared text of this one delivery.

        `when` is None for one span on one date, about which there is nothing to say.
        """
        before = "\n".join(self._said_first(delivery, when))
        return before, "\n".join(self._private_lines(delivery)) if self._internal else ""

    def public_text(self, delivery: Delivery) -> str:
        """What everybody reads of a delivery: never anything private."""
        subtitle, usual, before_booking, usual_booking, usual_marks = self._of_programme(delivery.programme)
        plan_b = self._plan_b(delivery.fallback, delivery.event, delivery.venue)
        booking = self._booking(delivery) if delivery.booking else usual_booking
        marks = usual_marks if delivery.accessibility is None else self._accessibility(delivery.accessibility)
        lineup = usual if delivery.lineup is None else self._lineup(delivery.lineup)
        lines = (subtitle, lineup, plan_b, before_booking, booking, marks, self._said(delivery, "public_note"))
        return "\n".join([line for line in lines if line])

    def _make_of_programme(self, identity: ProgrammeId | None) -> tuple[str, str, str, str, str]:
        """Subtitle, usual line-up, admission, usual booking and accessibility of a programme's deliveries."""
        one = self._plan.programmes.get(identity or _NO_PROGRAMME.id, _NO_PROGRAMME)
        return (
            self._subtitle(one),
            self._lineup(one.lineup),
            "\n".join(self._admission(one)),
            self._booking(one) if one.booking else "",
            self._accessibility(one.accessibility),
        )

    def _programme(self, delivery: Delivery) -> Programme:
        return self._plan.programmes.get(delivery.programme or _NO_PROGRAMME.id, _NO_PROGRAMME)

    # -- for everybody ------------------------------------------------------------------------------------------------

    def _said_first(self, delivery: Delivery, when: When | None) -> Iterator[str]:
        if delivery.status is Status.CANCELLED:
            yield self._wording.text("Cancelled.")
        elif delivery.status is Status.POSTPONED and delivery.postponed_to is None:
            yield self._wording.text("Postponed. The new date will be announced.")
        elif delivery.status is Status.POSTPONED and delivery.date is not None:
            yield self._wording.text("Postponed from {date}.", date=self._wording.date(delivery.date))
        if when is None:
            return
        first = when.stretches[0]
        if first.start is None and first.last in (None, first.day):
            yield self._wording.text("The time will be announced.")
        if when.is_end_assumed:
            yield self._wording.text("The end is estimated from the running time.")

    def _subtitle(self, programme: Programme) -> str:
        return self._said(programme, "subtitle")

    def _lineup(self, lineup: tuple[Act, ...]) -> str:
        found = [(self._artist_name(act.artist), act.role) for act in lineup]
        names = [f"{name} ({role})" if role else name for name, role in found if name]
        return f"{self._before_names}{', '.join(names)}{self._after_names}" if names else ""

    def _make_artist_name(self, identity: ArtistId) -> str:
        artist = self._plan.artists.get(identity)
        return "" if artist is None else (self._english and artist.romanised) or artist.name

    def _admission(self, programme: Programme) -> Iterator[str]:
        if programme.is_free:
            yield self._wording.text("Admission free")
        if programme.admission:
            yield self._wording.text("Admission: {text}", text=self._said(programme, "admission"))

    def _booking(self, of: Delivery | Programme) -> str:
        return self._booking_line(self._said(of, "booking"))

    def _make_booking_line(self, text: str) -> str:
        return self._wording.text("Booking: {text}", text=text)

    def _said(self, record: Delivery | Programme, field: str) -> str:
        return said(record, field, english=self._english)

    def _make_accessibility(self, marks: tuple[Accessibility, ...]) -> str:
        names = ", ".join(self._wording.text(_MARKS[mark]) for mark in marks)
        return self._wording.text("Accessibility: {marks}", marks=names) if names else ""

    def _make_plan_b(self, own: Fallback | None, event: EventId | None, venue: VenueId | None) -> str:
        plan_b = plan_b_of(self._plan, own, event, venue)
        if plan_b is None:
            return ""
        if plan_b.kind in _FALLBACKS:
            return self._wording.text(_FALLBACKS[plan_b.kind])
        place = place_name(self._plan, plan_b.venue, english=self._english)
        if not place or plan_b.state is FallbackState.ASKED:  # no house is promised before it has agreed
            return self._wording.text("In rain or heat: indoors, the place will be announced")
        return self._wording.text("In rain or heat: at {place}", place=place)

    # -- for the team -------------------------------------------------------------------------------------------------

    def _private_lines(self, delivery: Delivery) -> Iterator[str]:
        if delivery.number:
            yield self._wording.text("Reference number: {number}", number=delivery.number)
        yield self._wording.text("Status: {status}", status=self._wording.text(_STATUS[delivery.status]))
        if delivery.changed_reason:
            yield self._wording.text("Reason of the change: {reason}", reason=delivery.changed_reason)
        company = self._plan.organisations.get(delivery.organisation) if delivery.organisation else None
        if company is not None:
            yield self._wording.text("For: {company}", company=(self._english and company.name_en) or company.name)
        if delivery.expected_heads is not None:
            yield self._wording.plural("{n} person expected", "{n} people expected", delivery.expected_heads)
        if delivery.responsible:
            yield self._wording.text("Responsible: {name}", name=delivery.responsible)
        yield from self._on_the_day(delivery)
        yield from (self._confirmation(one) for one in delivery.confirmations)
        yield from self._contacts(delivery)
        if delivery.internal_note:
            yield self._wording.text("Internal note: {text}", text=delivery.internal_note)

    def _on_the_day(self, delivery: Delivery) -> Iterator[str]:
        programme = (
            self._plan.programmes.get(delivery.programme, _NO_PROGRAMME) if delivery.programme else _NO_PROGRAMME
        )
        before = programme.setup_minutes if delivery.setup_minutes is None else delivery.setup_minutes
        after = programme.strike_minutes if delivery.strike_minutes is None else delivery.strike_minutes
        if before or after:
            yield self._wording.text("Set-up {before} min, strike {after} min", before=before, after=after)
        yield from self._decision(plan_b_of(self._plan, delivery.fallback, delivery.event, delivery.venue))
        venue = self._plan.venues.get(delivery.venue) if delivery.venue else None
        if venue is None:
            return
        if venue.access.gate:
            yield self._wording.text("Gate: {gate}", gate=venue.access.gate)
        if venue.access.pass_days is not None:
            yield self._wording.plural(
                "Gate passes are due {n} day before", "Gate passes are due {n} days before", venue.access.pass_days
            )

    def _decision(self, plan_b: Fallback | None) -> Iterator[str]:
        """What sets plan B off, and when and by whom that is decided."""
        if plan_b is None:
            return
        if plan_b.trigger:
            yield self._wording.text("Plan B when: {trigger}", trigger=plan_b.trigger)
        if plan_b.decision_time is not None:
            yield self._wording.text("Plan B is decided at {time}", time=self._wording.clock_long(plan_b.decision_time))
        if plan_b.decided_by:
            yield self._wording.text("Plan B is decided by: {name}", name=plan_b.decided_by)

    def _confirmation(self, confirmation: Confirmation) -> str:
        artist = self._plan.artists.get(confirmation.artist) if confirmation.artist else None
        if artist is not None:
            what = self._artist_name(artist.id)
        elif confirmation.of is ConfirmationOf.VENUE:
            what = self._wording.text("Venue")
        elif confirmation.of is ConfirmationOf.CONTRACT:
            what = self._wording.text("Contract")
        else:
            what = self._wording.text("Artist")
        line = self._wording.text(_STATES[confirmation.state], what=what)
        if confirmation.on is None:
            return line
        return self._wording.text("{line} ({date})", line=line, date=self._wording.date_short(confirmation.on))

    def _contacts(self, delivery: Delivery) -> Iterator[str]:
        """Whom to call: the venue, the company, everybody in the line-up and in its parts."""
        plan = self._plan
        parties = [
            plan.venues.get(delivery.venue) if delivery.venue else None,
            plan.organisations.get(delivery.organisation) if delivery.organisation else None,
            *(plan.artists.get(artist) for artist in artists_of(plan, delivery)),
        ]
        for party in parties:
            if party is not None:
                yield from (_contact_line(party.name, contact) for contact in party.contacts)


_NO_PROGRAMME: Final = Programme(ProgrammeId(""))


def joined_lines(*lines: str) -> str:
    """The lines that say something, one below the other."""
    return "\n".join(line for line in lines if line)


def _contact_line(party: str, contact: Contact) -> str:
    who = " ".join(part for part in (contact.name, contact.role) if part)
    facts = ", ".join(part for part in (who, contact.phone, contact.email) if part)
    return f"{party}: {facts}"
