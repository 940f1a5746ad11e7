"""Who gets a letter of offer or of refusal, and in which place of the order of receipt an application stands."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from director_app.domain.ids import ApplicationId, ArtistId, OrganisationId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.requests import Application, ApplicationState, order_of_receipt


class Letter(StrEnum):
    """What a letter says."""

    OFFER = "offer"
    REFUSAL = "refusal"


_OFFERED: Final = frozenset({ApplicationState.PLACED, ApplicationState.TOLD, ApplicationState.CONFIRMED})


def applications_for(plan: Plan, letter: Letter, only: ApplicationId | None = None) -> list[Application]:
    """The applications that get such a letter, companies' and artists' alike, in order of receipt."""
    found = (one for one in plan.applications.values() if only is None or one.id == only)
    return sorted((one for one in found if _gets(plan, one, letter)), key=order_of_receipt)


def offered(plan: Plan, application: Application) -> Delivery | None:
    """The date an application is offered; None without one, or when that date is off."""
    if application.state not in _OFFERED or application.delivery is None:
        return None
    delivery = plan.deliveries.get(application.delivery)
    return delivery if delivery is not None and delivery.status.takes_place else None


def places_of_receipt(plan: Plan) -> dict[ApplicationId, int]:
    """The place of every application in the order of receipt, from 1: companies and artists counted apart."""
    counts = {True: 0, False: 0}
    places = {}
    for one in sorted(plan.applications.values(), key=order_of_receipt):
        is_artist = is_of_artist(one)
        counts[is_artist] += 1
        places[one.id] = counts[is_artist]
    return places


def applicant_of(plan: Plan, application: Application) -> tuple[str, OrganisationId | ArtistId] | None:
    """Kind and id of the company or artist that applied; None when only a name was written down."""
    if application.organisation in plan.organisations and application.organisation is not None:
        return "organisations", application.organisation
    if application.artist in plan.artists and application.artist is not None:
        return "artists", application.artist
    return None


def _gets(plan: Plan, application: Application, letter: Letter) -> bool:
    if letter is Letter.REFUSAL:
        return application.state is ApplicationState.DECLINED
    return offered(plan, application) is not None


def is_of_artist(application: Application) -> bool:
    """Whether an artist applied, and no company."""
    return application.organisation is None and application.artist is not None
