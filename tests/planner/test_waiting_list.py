"""The waiting list moves up: which date, who is next, and what one step does."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from director_app.domain.edits import resolve
from director_app.domain.ids import ApplicationId, ArtistId, DeliveryId, OrganisationId, SeasonId
from director_app.domain.people import Artist, Organisation
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.requests import Application, ApplicationState
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.planner.waiting_list import moved_up, moves_up

TODAY = date(2025, 10, 1)


def plan(*more: Any, left: ApplicationState = ApplicationState.WITHDRAWN, on: date = date(2025, 10, 22)) -> Plan:
    companies = [Organisation(OrganisationId(name), name) for name in ("left", "late", "early")]
    freed = Delivery(DeliveryId("d1"), "A-001", date=on, start=WallMinute(730), end=WallMinute(770),
                     organisation=OrganisationId("left"), status=Status.CONFIRMED)  # fmt: skip
    applications = [
        Application(ApplicationId("a1"), organisation=OrganisationId("left"), state=left, delivery=freed.id),
        _waiting("a2", "late", 9),
        _waiting("a3", "early", 8),
    ]
    return Plan.of([Season(SeasonId("s")), *companies, freed, *applications, *more])


def _waiting(identity: str, company: str, hour: int) -> Application:
    return Application(ApplicationId(identity), received_at=datetime(2025, 9, 1, hour),
                       organisation=OrganisationId(company), state=ApplicationState.WAITING)  # fmt: skip


def test_the_earliest_received_gets_the_date_and_the_old_one_is_cancelled() -> None:
    before = plan()
    (move,) = moves_up(before, TODAY)
    assert (move.next.id, move.given_back.id, move.freed.id) == ("a3", "a1", "d1")
    after, _changes = resolve(before, moved_up(before, move, "given back"))
    assert after.deliveries[DeliveryId("d1")].status is Status.CANCELLED
    answer = after.applications[ApplicationId("a3")]
    assert answer.state is ApplicationState.PLACED
    assert answer.delivery is not None
    got = after.deliveries[answer.delivery]
    assert (got.date, got.start, got.end, got.organisation) == (date(2025, 10, 22), 730, 770, "early")
    assert moves_up(after, TODAY) == ()


def test_nobody_moves_up_while_the_date_is_kept_past_or_taken() -> None:
    assert moves_up(plan(left=ApplicationState.CONFIRMED), TODAY) == ()
    assert moves_up(plan(on=date(2025, 9, 30)), TODAY) == ()
    taken = Application(ApplicationId("a9"), state=ApplicationState.PLACED, delivery=DeliveryId("d1"))
    assert moves_up(plan(taken), TODAY) == ()


def test_artists_move_up_after_artists_and_each_only_once() -> None:
    artist = Artist(ArtistId("singer"), "가수")
    freed = Delivery(DeliveryId("d2"), date=date(2025, 10, 20), status=Status.PENCILLED)
    gone = Application(ApplicationId("b1"), artist=artist.id, state=ApplicationState.DECLINED, delivery=freed.id)
    assert [one.freed.id for one in moves_up(plan(artist, freed, gone), TODAY)] == ["d1"]
    other = Application(ApplicationId("b2"), artist=artist.id, state=ApplicationState.WAITING)
    moves = moves_up(plan(artist, freed, gone, other), TODAY)
    assert [(one.freed.id, one.next.id) for one in moves] == [("d2", "b2"), ("d1", "a3")]
