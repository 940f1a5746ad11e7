"""Told, answered, signed: the edits that write down how far things have come with somebody for one date."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.domain.edits import Change, Edit, Put
from director_app.domain.facts import Confirmation, ConfirmationOf, ConfirmationState, Subject
from director_app.domain.ids import ArtistId, ToldId, new_id
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.requests import Told
from director_app.ui.forms.appearances import told_of
from director_app.wording import message

TOLD: Final = message("told")
ANSWERED: Final = message("answered")
SIGNED: Final = message("contract")
ACKNOWLEDGED: Final = message("{name}: {what} set")
TAKEN_BACK: Final = message("{name}: {what} taken back")
KINDS: Final = (TOLD, ANSWERED, SIGNED)


def wall_clock(today: datetime.date) -> datetime.datetime:
    """The time of this computer's clock on the day that stands for today."""
    clock = datetime.datetime.now().astimezone()  # the wall clock of this computer, without its zone
    return datetime.datetime.combine(today, datetime.time(clock.hour, clock.minute))


def acknowledging(
    plan: Plan, subject: Subject, delivery: Delivery, kind: str, *, is_set: bool, now: datetime.datetime
) -> list[Edit]:
    """The edits that set TOLD, ANSWERED or SIGNED for an artist or an organisation, or take it back.

    An artist who was told is asked, one who answered has agreed: the confirmation of the act follows.
    """
    artist = ArtistId(subject.id)
    if kind == SIGNED:
        state = ConfirmationState.AGREED if is_set else ConfirmationState.OPEN
        return [confirming(delivery, ConfirmationOf.CONTRACT, state, artist, now.date() if is_set else None)]
    told = told_of(plan, subject.id, delivery.id, subject.kind)
    if told is None:
        told = Told(ToldId(new_id()), subject, delivery.id)
    if kind == TOLD:
        told = told._replace(told_at=now if is_set else None)
        state = ConfirmationState.ASKED if is_set else ConfirmationState.OPEN
        state = ConfirmationState.AGREED if told.answered_at is not None else state
    else:
        told = told._replace(answered_at=now if is_set else None)
        state = ConfirmationState.AGREED if is_set else ConfirmationState.ASKED
        if is_set and told.told_at is None:
            told = told._replace(told_at=now)
    edits: list[Edit] = [Put(told)]
    if subject.kind == "artists":
        edits.append(confirming(delivery, ConfirmationOf.ACT, state, artist, now.date()))
    return edits


def confirming(
    delivery: Delivery,
    of: ConfirmationOf,
    state: ConfirmationState,
    artist: ArtistId | None,
    day: datetime.date | None,
) -> Change:
    """The delivery with one confirmation set; a contract that names nobody counts for everybody."""
    kept = list(delivery.confirmations)
    for place, one in enumerate(kept):
        named = (None, artist) if of is ConfirmationOf.CONTRACT else (artist,)
        if one.of is of and one.artist in named:
            kept[place] = one._replace(state=state, on=day)
            break
    else:
        kept.append(Confirmation(of, state, artist, day))
    return Change("deliveries", delivery.id, {"confirmations": tuple(kept)})
