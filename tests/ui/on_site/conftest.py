"""The on-site view of a small season in a file of its own, its clock standing still."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from director_app.domain.facts import Act, Contact, Fallback, FallbackState, Setting
from director_app.domain.ids import ArtistId, DeliveryId, ProgrammeId, SeasonId, VenueId
from director_app.domain.people import Artist
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.operations.open_plan import OpenPlan
from director_app.ui.background import Background
from director_app.ui.desk import Desk
from director_app.ui.look import Look
from director_app.ui.on_site.view import OnSiteView
from director_app.ui.questions import FixedAnswers
from director_app.wording import Wording

DAY = datetime.date(2025, 10, 25)
PARK, HALL = VenueId("park"), VenueId("hall")
SECURED = Fallback(venue=HALL, state=FallbackState.SECURED, decision_time=WallMinute(480), decided_by="총감독")


def delivery(name: str, start: int | None, **values: Any) -> Delivery:
    """A date of the day in the park, an hour long, firm."""
    facts: dict[str, Any] = {"programme": ProgrammeId("p"), "venue": PARK, "status": Status.CONFIRMED, "date": DAY}
    facts["end"] = None if start is None else start + 60
    return Delivery(DeliveryId(name), f"GM-{name}", **(facts | {"start": start} | values))


def season(*more: Any) -> list[Any]:
    """Two concerts in a park, one of them with a place for rain, a talk in a hall, and something after midnight."""
    return [
        Season(SeasonId("s"), "2025", reference_date=DAY),
        Venue(PARK, "공원", "the park", setting=Setting.OUTDOOR),
        Venue(HALL, "복지관", "the hall", setting=Setting.INDOOR),
        Artist(ArtistId("solo"), "독주자", contacts=(Contact("본인", phone="010-0000-0001"),)),
        Programme(ProgrammeId("p"), "음악회", "A concert", lineup=(Act(ArtistId("solo")),)),
        delivery("1", 900, fallback=SECURED),
        delivery("2", 600),
        delivery("3", 1080, venue=HALL),
        delivery("4", 1500, venue=HALL),
        delivery("5", 600, date=DAY + datetime.timedelta(1)),
        *more,
    ]


@pytest.fixture
def make_view(qtbot: Any, tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., OnSiteView]]:
    """Makes views; `make_view(records, at)` shows the day at that minute of the clock."""
    made: list[tuple[OnSiteView, OpenPlan]] = []

    def make(records: list[Any] | None = None, at: int = 408, language: str = "ko") -> OnSiteView:
        plan = Plan.of(season() if records is None else records)
        open_plan = OpenPlan.create_with(tmp_path / f"plan{len(made)}.cdplan", plan)
        look = Look(Wording(language), "light")
        look.apply()
        view = OnSiteView(Desk(open_plan, look, Background(), FixedAnswers()))
        clock = datetime.datetime.combine(DAY, datetime.time()) + datetime.timedelta(minutes=at)
        view.now = lambda: clock  # type: ignore[method-assign]  # the clock stands still
        made.append((view, open_plan))
        qtbot.addWidget(view)
        view.resize(1200, 1400)
        view.show()
        view.show_day(DAY)
        view.activateWindow()
        view.focus_first()
        return view

    yield make
    for view, open_plan in made:
        view.hide()
        view.desk.background.close()
        view.desk.close()
        open_plan.close()


@pytest.fixture
def view(make_view: Callable[..., OnSiteView]) -> OnSiteView:
    """The small season at 06:48."""
    return make_view()
