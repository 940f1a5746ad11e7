"""`decide` on the command line: the list of the evening before, and the decision as one step."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from director_app.cli.arguments import CHOICES
from director_app.domain.facts import Act, Contact, Fallback, FallbackState, Setting
from director_app.domain.ids import ArtistId, DeliveryId, ProgrammeId, VenueId
from director_app.domain.people import Artist
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.timeline import WallMinute
from director_app.operations.deciding import Choice
from director_app.operations.open_plan import OpenPlan
from tests.cli.command_line import facts, said

DAY = datetime.date(2025, 10, 25)
PARK, HALL = VenueId("park"), VenueId("hall")


@pytest.fixture
def rainy(tmp_path: Path) -> Path:
    path = tmp_path / "rain.cdplan"
    plan_b = Fallback(venue=HALL, state=FallbackState.SECURED, decision_time=WallMinute(480), decided_by="Kim")
    plan = Plan.of(
        [
            Venue(PARK, "공원", "the park", setting=Setting.OUTDOOR),
            Venue(HALL, "복지관", "the hall", setting=Setting.INDOOR),
            Artist(ArtistId("a"), "밴드", romanised="Band", contacts=(Contact("Lee", phone="010-0000-0001"),)),
            Programme(ProgrammeId("p"), "음악회", "A concert", lineup=(Act(ArtistId("a")),)),
            Delivery(
                DeliveryId("1"), "GM-001", ProgrammeId("p"), date=DAY, start=WallMinute(900), venue=PARK,
                fallback=plan_b, status=Status.CONFIRMED,
            ),
            Delivery(DeliveryId("2"), "GM-002", date=DAY, start=WallMinute(600), venue=PARK),
            Delivery(DeliveryId("3"), "GM-003", date=DAY, start=WallMinute(600), venue=HALL),
        ]
    )  # fmt: skip
    OpenPlan.create_with(path, plan).close()
    return path


def test_the_evening_before_changes_nothing(rainy: Path) -> None:
    before = rainy.read_bytes()
    found = facts("decide", rainy, DAY)
    assert [one["number"] for one in found["items"]] == ["GM-001", "GM-002"]
    assert (found["decision"], found["step"], found["papers"]) == (None, None, [])
    first = found["items"][0]
    assert (first["plan_b_place"], first["plan_b_state"], first["decided_until"]) == ("the hall", "secured", "08:00")
    assert rainy.read_bytes() == before
    assert said("decide", rainy, DAY)[1].splitlines()[:4] == [
        "GM-001 A concert · Sat 25 Oct 15:00 · the park",
        "  Plan B: the hall (secured) · decided by Kim, 08:00 at the latest",
        "  - Band · Lee 010-0000-0001",
        "  - the park",
    ]
    assert said("decide", rainy, "2025-10-26")[1] == "Nothing takes place outdoors on Sun 26 Oct.\n"


def test_a_decision_is_one_step_with_people_papers_and_calendars(rainy: Path) -> None:
    found = facts("decide", rainy, DAY, "--delivery", "GM-001", "--as", "indoors", "--why", "rain", "--who", "Kim")
    (one,) = found["items"]
    assert (one["place"], found["step"]) == ("the hall", "A concert: goes indoors")
    assert one["say"]["en"].endswith("takes place at the hall instead. Reason: rain.")
    assert "복지관" in one["say"]["ko"]
    assert [person["part"] for person in one["people"]] == ["act", "place", "place_left"]
    assert found["papers"][:2] == ["notice", "door-sheet"]
    assert found["calendars"] == ["public", "internal"]
    assert "A concert: goes indoors" in said("undo", rainy)[1]
    assert facts("decide", rainy, DAY)["items"][0]["place"] == "the park"


def test_all_that_is_outdoors_and_not_called_off(rainy: Path) -> None:
    said("decide", rainy, DAY, "--delivery", "GM-002", "--as", "cancel")
    found = facts("decide", rainy, DAY, "--as", "postpone", "--to", "2025-10-26")
    assert [one["number"] for one in found["items"]] == ["GM-001"]
    assert [one["status"] for one in facts("decide", rainy, DAY)["items"]] == ["postponed", "cancelled"]
    assert facts("decide", rainy, DAY, "--as", "resume")["step"] == "2 dates go on again"
    assert facts("decide", rainy, DAY, "--as", "as-is")["papers"] == []
    lines = said("decide", rainy, DAY, "--as", "cancel")[1].splitlines()
    assert lines[-2].startswith("Print anew: Notice for a board, Door sheet")
    assert lines[-1] == "Send the public and the internal calendar again."


def test_what_cannot_be_is_one_sentence(rainy: Path) -> None:
    for words, sentence in (
        (("--as", "indoors"), "no place for plan B"),
        (("--as", "hold", "--to", "2025-10-26"), "--as postpone only"),
        (("--why", "rain"), "with --as only"),
        (("--as", "postpone", "--to", "2025-10-25"), "later date"),
        (("--as", "perhaps"), "there are these"),
    ):
        code, out, err = said("decide", rainy, DAY, *words)
        assert (code, out) == (2, "")
        assert sentence in err
    code, _out, err = said("decide", rainy, "2025-10-26", "--delivery", "GM-001")
    assert (code, err) == (2, "“GM-001” is not on Sun 26 Oct.\n")
    assert said("decide", rainy, "2025-10-26", "--as", "cancel")[0] == 2
    assert tuple(Choice) == CHOICES
