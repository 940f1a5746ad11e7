"""A small season to test with: two programmes, two bands, two places, one company."""

from datetime import date
from typing import Any

from director_app.domain.facts import Act
from director_app.domain.ids import (
    ApplicationId,
    ArtistId,
    DeliveryId,
    InitiativeId,
    OrganisationId,
    ProgrammeId,
    SeasonId,
    VenueId,
)
from director_app.domain.people import Artist, Organisation
from director_app.domain.places import Venue
from director_app.domain.programme import Delivery, Initiative, Programme, Status
from director_app.domain.requests import Application, ShiftHeads, Wish
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute

DAON, HARU = ArtistId("daon"), ArtistId("haru")
CANTEEN, PARK = VenueId("canteen"), VenueId("park")
LUNCH, NIGHT = ProgrammeId("lunch"), ProgrammeId("night")
COMPANY = OrganisationId("company")


def day(number: int, month: int = 10) -> date:
    return date(2025, month, number)


def delivery(name: str, on: date | None, start: int | None = 730, **values: Any) -> Delivery:
    facts: dict[str, Any] = {"programme": LUNCH, "venue": CANTEEN, "status": Status.CONFIRMED, "number": f"GM-{name}"}
    facts["end"] = None if start is None else start + 40
    return Delivery(DeliveryId(name), date=on, **({"start": start} | facts | values))


def around() -> list[Any]:
    """Everything but deliveries."""
    return [
        Season(
            SeasonId("season"), title="2025", first_day=day(1, 7), last_day=day(30, 11), reference_date=day(14),
            number_prefix="GM",
        ),
        Initiative(InitiativeId("lunch"), name="점심", code="점", hue=0),
        Artist(DAON, name="다온밴드"),
        Artist(HARU, name="하루 듀오"),
        Venue(CANTEEN, name="2공장 식당", host=COMPANY),
        Venue(PARK, name="동락공원"),
        Organisation(COMPANY, name="기업 가"),
        Programme(
            LUNCH, title="점심 음악회", title_en="Lunch concert", short_title="점심", initiative=InitiativeId("lunch"),
            running_minutes=40, lineup=(Act(DAON),),
        ),
        Programme(NIGHT, title="밤 산책"),
        Application(
            ApplicationId("wish"), number="7", organisation=COMPANY, programme=LUNCH,
            wishes=(Wish("10월 3주", day(13), day(17), WallMinute(720), WallMinute(760)),), meal_slot="점심",
            heads=(ShiftHeads("주간", 90), ShiftHeads("야간", 30)),
        ),
    ]  # fmt: skip


def season() -> list[Any]:
    """The small season with its deliveries."""
    return [
        *around(),
        delivery("001", day(15)),
        delivery("002", day(15), 840, lineup=(Act(HARU),), venue=PARK),
        delivery("003", day(16), None, status=Status.PENCILLED),
        delivery("004", day(20), 1140, programme=NIGHT, is_locked=True, lineup=()),
        delivery("005", day(22), None, end=None, until=day(24), programme=NIGHT, lineup=()),
        delivery("006", None, None, month="2025-10", status=Status.IDEA),
    ]
