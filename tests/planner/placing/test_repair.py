"""Repair: what a dropout breaks is mended, with as few people disturbed as possible, and nothing else moves."""

import datetime
import itertools
from typing import Any

import pytest

from director_app.domain.edits import resolve
from director_app.domain.facts import Act, Setting, Subject
from director_app.domain.ids import ArtistId, DeliveryId, OrganisationId, VenueId
from director_app.domain.people import Artist, ArtistKind, Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedInput
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.operations.sample_season import sample_season
from director_app.planner.checks import LiveCheck
from director_app.planner.placing.repair import DISTURBED, Dropout, affected, disturbed, repair
from director_app.planner.problems import Level

TODAY = datetime.date(2025, 10, 13)
DAY = TODAY + datetime.timedelta(days=14)
NOON, ONE = WallMinute(720), WallMinute(780)


def season(*more: Any, locked: bool = False, status: Status = Status.CONFIRMED) -> Plan:
    """One concert of a singer at a company's canteen, with what a test adds."""
    concert = Delivery(
        DeliveryId("d0"), number="CD-1", organisation=OrganisationId("co"), venue=VenueId("v0"), date=DAY, start=NOON,
        end=ONE, lineup=(Act(ArtistId("p0")),), is_locked=locked, status=status,
    )  # fmt: skip
    return Plan.of(
        [
            Season(SEASON, first_day=TODAY, last_day=TODAY + datetime.timedelta(days=60)),
            Organisation(OrganisationId("co"), "방림"),
            Venue(VenueId("v0"), "식당", host=OrganisationId("co"), setting=Setting.INDOOR),
            singer(0),
            concert,
            *more,
        ]
    )


def singer(number: int) -> Artist:
    return Artist(ArtistId(f"p{number}"), f"가수 {number}", ArtistKind.PERSON, genre="가요")


def out(kind: str, identity: str, days: int = 1) -> Dropout:
    return Dropout(Subject(kind, identity), DAY, DAY + datetime.timedelta(days=days - 1))


def mended(plan: Plan, dropout: Dropout) -> Plan:
    """The plan with the whole proposal accepted; nothing that was affected clashes in it."""
    names = affected(plan, dropout, TODAY)
    proposal = repair(plan, names, TODAY, dropout)
    after = resolve(plan, proposal.edit())[0]
    live = LiveCheck(after, TODAY)
    for one in proposal.placements:
        assert not [problem for problem in live.of(one.before.id) if problem.level is Level.BLOCK]
    return after


def test_another_singer_comes_rather_than_everybody_on_another_day() -> None:
    after = mended(season(singer(1)), out("artists", "p0"))
    one = after.deliveries[DeliveryId("d0")]
    assert (one.date, one.start, one.venue, one.lineup) == (DAY, NOON, VenueId("v0"), (Act(ArtistId("p1")),))


def test_without_another_singer_it_goes_to_another_day_at_the_same_time_and_place() -> None:
    after = mended(season(), out("artists", "p0", days=3))
    one = after.deliveries[DeliveryId("d0")]
    assert one.date is not None
    assert not DAY <= one.date <= DAY + datetime.timedelta(days=2)
    assert (one.start, one.venue, one.lineup) == (NOON, VenueId("v0"), (Act(ArtistId("p0")),))


def test_a_place_that_is_lost_is_replaced_and_nothing_else_moves() -> None:
    other = Venue(VenueId("v1"), "강당", host=OrganisationId("co"), setting=Setting.INDOOR)
    there = Delivery(DeliveryId("d1"), venue=VenueId("v1"), date=DAY, start=WallMinute(900), end=WallMinute(960))
    plan = season(other, there)
    after = mended(plan, out("venues", "v0"))
    assert after.deliveries[DeliveryId("d0")].date is not None
    assert after.deliveries[DeliveryId("d1")] == there


def test_what_is_locked_stays_and_is_still_named() -> None:
    plan, dropout = season(locked=True), out("artists", "p0")
    assert affected(plan, dropout, TODAY) == ("d0",)
    assert not repair(plan, affected(plan, dropout, TODAY), TODAY, dropout).placements


def test_a_cancelled_date_is_placed_again_on_another_day() -> None:
    plan = season(status=Status.CANCELLED)
    proposal = repair(plan, [DeliveryId("d0")], TODAY)
    (placement,) = proposal.placements
    assert placement.after.date not in (None, DAY)
    after = resolve(plan, proposal.edit())[0].deliveries[DeliveryId("d0")]
    assert (after.status, after.date) == (Status.PENCILLED, placement.after.date)


def test_of_two_that_clash_the_one_moves_that_disturbs_fewer() -> None:
    alone = Delivery(
        DeliveryId("d1"), venue=VenueId("v0"), date=DAY, start=NOON, end=ONE, status=Status.CONFIRMED
    )  # nobody plays: only the place is called
    plan = season(alone)
    for name in ("d0", "d1"):
        (placement,) = repair(plan, [DeliveryId(name)], TODAY).placements
        assert placement.before.id == "d1"


@pytest.mark.parametrize("days", [0, -1, 4000])
def test_an_absence_of_no_days_or_of_years_is_refused(days: int) -> None:
    with pytest.raises(RefusedInput):
        affected(season(), Dropout(Subject("artists", "p0"), DAY, DAY + datetime.timedelta(days=days - 1)), TODAY)


def test_ideas_disturb_nobody_and_members_are_told_one_by_one() -> None:
    band = Artist(ArtistId("band"), "밴드", ArtistKind.GROUP, members=(ArtistId("p0"), ArtistId("p1")))
    plan = season(singer(1), band)
    now = plan.deliveries[DeliveryId("d0")]._replace(lineup=(Act(ArtistId("band")),))
    later = now._replace(date=DAY + datetime.timedelta(days=1))
    named = {subject.id for subject in disturbed(plan, now, later)}
    assert named == {"p0", "p1", "v0", "co"}
    assert not disturbed(plan, now._replace(status=Status.IDEA), later)


def test_fewer_people_cannot_be_disturbed() -> None:
    """All days of three weeks and all times that the repair could choose, tried one by one."""
    plan, dropout = season(singer(1)), out("artists", "p0")
    proposal = repair(plan, [DeliveryId("d0")], TODAY, dropout)
    (placement,) = proposal.placements
    prepared = resolve(plan, proposal.ahead[0])[0]
    live = LiveCheck(prepared, TODAY)
    days = [TODAY + datetime.timedelta(days=number) for number in range(21)]
    lineups = [(Act(ArtistId("p0")),), (Act(ArtistId("p1")),)]
    counts = [
        len(disturbed(prepared, placement.before, other))
        for day, lineup in itertools.product(days, lineups)
        for other in [placement.before._replace(date=day, lineup=lineup)]
        if not any(problem.level is Level.BLOCK for problem in live.would_clash(other))
    ]
    assert len(disturbed(prepared, placement.before, placement.after)) == min(counts)
    assert proposal.cost >= DISTURBED * min(counts)


def test_the_sample_can_be_repaired_when_its_busiest_band_falls_ill() -> None:
    plan = sample_season()
    today = plan.today(TODAY)
    dropout = Dropout(Subject("artists", "artist-band-b"), today, today + datetime.timedelta(days=20), "병가")
    names = affected(plan, dropout, today)
    proposal = repair(plan, names, today, dropout)
    after = resolve(plan, proposal.edit())[0]
    live = LiveCheck(after, today)
    assert {one.before.id for one in proposal.placements} >= set(names) - {name for name, _why in proposal.left}
    assert not [problem for name in names for problem in live.of(name) if problem.level is Level.BLOCK]
