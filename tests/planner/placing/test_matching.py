"""Applications find dates: nobody twice, nothing that clashes, and who asked first before who asked later."""

from __future__ import annotations

import datetime

from director_app.domain.edits import Change, Put, Several, resolve
from director_app.domain.facts import Act
from director_app.domain.ids import ApplicationId, AreaId, ArtistId, OrganisationId, ProgrammeId, VenueId
from director_app.domain.people import Artist, Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Programme
from director_app.domain.requests import Application, ApplicationState, Wish
from director_app.domain.season import Area, Season
from director_app.domain.timeline import WallMinute
from director_app.operations.sample_season import sample_season
from director_app.planner.answering import waiting_applications
from director_app.planner.checks import LiveCheck
from director_app.planner.placing.accepting import Standing, broken_in
from director_app.planner.placing.matching import match_applications
from director_app.planner.problems import Level

TODAY = datetime.date(2025, 10, 14)
WISHED = datetime.date(2025, 10, 29)


def one_act_for(companies: int) -> Plan:
    """So many companies that all wish the only duo for one lunch; the last one asked first."""
    noon = WallMinute(720)
    records: list[object] = [
        Season(SEASON, first_day=WISHED, last_day=WISHED),
        Area(AreaId("a"), "1단지"),
        Artist(ArtistId("duo"), "듀오"),
        Programme(ProgrammeId("lunch"), "점심 공연", running_minutes=40, lineup=(Act(ArtistId("duo")),)),
    ]
    for number in range(companies):
        company = OrganisationId(f"o{number}")
        records += [
            Organisation(company, f"기업 {number}"),
            Venue(VenueId(f"v{number}"), f"식당 {number}", host=company, area=AreaId("a")),
            Application(
                ApplicationId(f"app{number}"), organisation=company, programme=ProgrammeId("lunch"),
                wishes=(Wish("10/29 12:00", WISHED, WISHED, noon, WallMinute(760)),),
                received_order=companies - number,
            ),
        ]  # fmt: skip
    return Plan.of(records)


def test_who_asked_first_has_the_slot() -> None:
    plan = one_act_for(3)
    proposal = match_applications(plan, TODAY)
    at_noon = [one.after for one in proposal.placements if one.after.start == 720]
    assert [one.organisation for one in at_noon] == ["o2"]


def test_each_accepted_line_answers_its_application_and_only_it() -> None:
    plan = sample_season()
    waiting = {one.id for one in waiting_applications(plan)}
    proposal = match_applications(plan, TODAY)
    assert proposal.placements
    first = proposal.placements[0].before.id
    after = resolve(plan, proposal.edit({first}))[0]
    answered = [one for one in after.applications.values() if one.id in waiting and one.delivery is not None]
    assert [(one.delivery, one.state) for one in answered] == [(first, ApplicationState.PLACED)]
    assert set(after.deliveries) - set(plan.deliveries) == {first}


def test_nothing_that_is_matched_clashes() -> None:
    plan = sample_season()
    proposal = match_applications(plan, TODAY)
    after = resolve(plan, proposal.edit())[0]
    live = LiveCheck(after, TODAY)
    for one in proposal.placements:
        assert after.deliveries[one.before.id].date is not None
        assert not [problem for problem in live.of(one.before.id) if problem.level is Level.BLOCK]


def test_the_same_plan_is_matched_alike() -> None:
    plan = sample_season()
    assert match_applications(plan, TODAY) == match_applications(plan, TODAY)


def test_an_application_that_was_answered_since_is_no_longer_offered() -> None:
    plan = sample_season()
    proposal = match_applications(plan, TODAY)
    gone = proposal.placements[0].before.id
    application = dict(proposal.made)[gone].application  # type: ignore[attr-defined]  # what begins it answers it
    now = resolve(plan, Change("applications", application, {"state": ApplicationState.WITHDRAWN}))[0]
    accepted = [one.before.id for one in proposal.placements]
    assert broken_in(now, proposal, accepted, TODAY)[gone].standing is Standing.CHANGED


def test_ten_thousand_wishes_for_one_slot_end() -> None:
    plan = one_act_for(1)
    like = plan.applications[ApplicationId("app0")]
    many = Several(tuple(Put(like._replace(id=ApplicationId(f"x{n}"), received_order=n + 2)) for n in range(10_000)))
    proposal = match_applications(resolve(plan, many)[0], TODAY, seconds=1)
    assert len(proposal.placements) + len(proposal.left) + proposal.unchanged == 10_001
