"""Many plans at once: numbers of each, and artists whom two ask for at one time, known by name and phone."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from director_app.domain.edits import Add
from director_app.domain.facts import Act, Contact
from director_app.domain.ids import ArtistId, DeliveryId, VenueId
from director_app.domain.people import Artist
from director_app.domain.places import Venue
from director_app.domain.programme import Delivery, Status
from director_app.domain.timeline import WallMinute
from director_app.operations.open_plan import OpenPlan
from tests.cli.command_line import facts, said
from tests.cli.test_commands import keys_of
from tests.plan_files import STEP


def season(path: Path, start: int, phone: str = "", *, in_group: bool = False) -> Path:
    """A plan in which one singer stands at a place for an hour, alone or with a band."""
    contacts = (Contact(phone=phone),) if phone else ()
    singer = Artist(ArtistId("a"), name="나래 ", contacts=contacts)
    band = Artist(ArtistId("b"), name=path.stem, members=(singer.id,))
    delivery = Delivery(
        DeliveryId("d"), date=datetime.date(2025, 10, 15), start=WallMinute(start), end=WallMinute(start + 60),
        venue=VenueId("v"), lineup=(Act(band.id if in_group else singer.id),), status=Status.CONFIRMED,
    )  # fmt: skip
    opened = OpenPlan.create(path)
    opened.perform(Add((singer, band, Venue(VenueId("v"), name="광장"), delivery)), STEP)
    opened.close()
    return path


@pytest.mark.parametrize(
    ("phones", "sure"),
    [(("010-1234-5678", "+82 10 1234 5678"), [True]), (("", "010-1234-5678"), [False]), (("010-1", "010-2"), [])],
)
def test_artists_are_known_by_name_and_phone(tmp_path: Path, phones: tuple[str, str], sure: list[bool]) -> None:
    full = [one if len(one) > 5 or not one else f"{one}111-1111" for one in phones]
    one = season(tmp_path / "one.cdplan", 600, full[0])
    other = season(tmp_path / "other.cdplan", 630, full[1], in_group=True)
    before = (one.read_bytes(), other.read_bytes())
    found = facts("portfolio", one, other)
    assert set(found) == keys_of("portfolio")
    assert [each["sure"] for each in found["clashes"]] == sure
    assert [each["deliveries"] for each in found["plans"]] == [1, 1]
    assert (one.read_bytes(), other.read_bytes()) == before


def test_one_after_the_other_is_no_clash(tmp_path: Path) -> None:
    found = facts("portfolio", season(tmp_path / "one.cdplan", 600), season(tmp_path / "other.cdplan", 660))
    assert found["clashes"] == []


def test_a_plan_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.cdplan").write_text("nothing")
    code, out, error = said("portfolio", season(tmp_path / "one.cdplan", 600), tmp_path / "x.cdplan")
    assert (code, out, error.count("\n")) == (2, "", 1)


def test_the_sample_in_numbers(sample: Path) -> None:
    code, out, _error = said("portfolio", sample)
    assert code == 0
    assert "No artist is asked for twice at one time." in out
    found = facts("portfolio", sample)["plans"][0]
    assert sum(found["by_status"].values()) == found["deliveries"] == 80
    assert 0 < found["reached"] <= found["areas"]
