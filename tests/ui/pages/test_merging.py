"""Two records made one: field by field, with every mention, in one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from director_app.domain.edits import Add, resolve
from director_app.domain.facts import (
    Act,
    Confirmation,
    ConfirmationOf,
    ConfirmationState,
    Contact,
    FallbackState,
    Subject,
)
from director_app.domain.ids import ArtistId, AvailabilityId, DeliveryId, NoteId, ProgrammeId, ToldId, VenueId
from director_app.domain.people import Artist, Availability
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme
from director_app.domain.requests import Note, Told
from director_app.operations.open_plan import StepName
from director_app.ui.forms.merging import disagreements, merge_into
from director_app.ui.forms.same_names import SameNames
from director_app.ui.pages.artists_page import ArtistsPage
from director_app.ui.pages.venues_page import VenuesPage

Show = Callable[..., Any]
A, B, GROUP = ArtistId("a"), ArtistId("b"), ArtistId("g")
ONE = Artist(A, "다온밴드", genre="pop", contacts=(Contact("Kim"),), fee=300_000)
OTHER = Artist(B, "다온 밴드", genre="rock", contacts=(Contact("Lee"),), region="Gumi", fee=300_000)


@pytest.fixture
def plan() -> Plan:
    """Two spellings of one band, both named all over."""
    agreed = Confirmation(ConfirmationOf.ACT, ConfirmationState.AGREED, B)
    delivery = Delivery(
        DeliveryId("d"), "GM-1", ProgrammeId("p"), lineup=(Act(A), Act(B, "guest")),
        confirmations=(Confirmation(ConfirmationOf.ACT, ConfirmationState.ASKED, A), agreed),
    )  # fmt: skip
    records = (
        ONE, OTHER, Artist(GROUP, "All", members=(B,)), Programme(ProgrammeId("p"), "P", lineup=(Act(B),)), delivery,
        Note(NoteId("n"), Subject("artists", B), "called"), Told(ToldId("t"), Subject("artists", B), delivery.id),
        Availability(AvailabilityId("v"), artist=B, weekday=2),
    )  # fmt: skip
    return resolve(Plan(), Add(records))[0]


def test_every_mention_moves_and_nobody_plays_twice(plan: Plan) -> None:
    after, _changes = resolve(plan, merge_into(plan, "artists", A, B))
    assert B not in after.artists
    assert not after.users("artists", B)
    one = after.deliveries[DeliveryId("d")]
    assert one.lineup == (Act(A),)
    assert one.confirmations == (Confirmation(ConfirmationOf.ACT, ConfirmationState.AGREED, A),)
    assert after.artists[GROUP].members == (A,)
    assert after.programmes[ProgrammeId("p")].lineup == (Act(A),)
    assert after.notes[NoteId("n")].subject == ("artists", A)
    assert after.tellings[ToldId("t")].subject == ("artists", A)
    assert after.availabilities[AvailabilityId("v")].artist == A


def test_what_is_missing_is_filled_and_what_contradicts_is_asked(plan: Plan) -> None:
    asked = {one.field: one for one in disagreements(plan, "artists", A, B)}
    assert set(asked) == {"name", "genre", "contacts"}
    assert asked["contacts"].both == (Contact("Kim"), Contact("Lee"))
    chosen = {"genre": "rock", "contacts": asked["contacts"].both}
    after, _changes = resolve(plan, merge_into(plan, "artists", A, B, chosen))
    kept = after.artists[A]
    assert (kept.name, kept.genre, kept.region) == ("다온밴드", "rock", "Gumi")
    assert kept.contacts == (Contact("Kim"), Contact("Lee"))


def test_a_place_that_takes_over_its_own_fallback_has_none() -> None:
    park = Venue(VenueId("park"), "Park", fallback=VenueId("hall"), fallback_state=FallbackState.ASKED)
    hall = Venue(VenueId("hall"), "Hall")
    plan, _ = resolve(Plan(), Add((park, hall)))
    after, _changes = resolve(plan, merge_into(plan, "venues", park.id, hall.id))
    assert after.venues[park.id].fallback is None


def test_namesakes_are_found_in_other_spellings(plan: Plan) -> None:
    names = SameNames("artists")
    assert names.namesakes(plan, A) == [B]
    assert names.namesakes(plan, GROUP) == []
    after, _changes = resolve(plan, merge_into(plan, "artists", A, B))
    assert names.namesakes(after, A) == []


def test_a_namesake_is_offered_compared_and_merged_in_one_step(show_page: Show, sample: Any, qtbot: Any) -> None:
    twin = Artist(ArtistId("twin"), "밴드B", genre="swing", region="Daegu")
    sample.perform(Add((twin,)), StepName("x"))
    page = show_page(ArtistsPage, sample)
    band = next(one for one in sample.plan.artists.values() if one.name == "밴드 B")
    page.show_record(band.id)
    assert page.merging.isVisible()
    qtbot.mouseClick(page.merging.compare, Qt.MouseButton.LeftButton)
    panel = page.merging.panel
    assert panel.isVisible()
    assert panel.merge.hasFocus()
    genre = next(choice for choice in panel.choices if choice.of.field == "genre")
    genre.choose("other")
    assert panel._pair == (band.id, "twin")
    before = sample.plan
    qtbot.keyClick(panel.merge, Qt.Key.Key_Space)
    assert "twin" not in sample.plan.artists
    assert sample.plan.artists[band.id].genre == "swing"
    assert not panel.isVisible()
    assert not page.merging.isVisible()
    page.said[-1].actions[0].act()
    assert sample.plan.artists == before.artists


def test_escape_leaves_both_as_they_are(show_page: Show, sample: Any, qtbot: Any) -> None:
    sample.perform(Add((Artist(ArtistId("twin"), "밴드B"),)), StepName("x"))
    page = show_page(ArtistsPage, sample)
    page.show_record("twin")
    page.merging.open()
    qtbot.keyClick(page.merging.panel.merge, Qt.Key.Key_Escape)
    assert "twin" in sample.plan.artists
    assert page.editor.id == "twin"
    assert not page.merging.panel.isVisible()


def test_the_other_one_may_stay_instead(show_page: Show, sample: Any, qtbot: Any) -> None:
    twin = Artist(ArtistId("twin"), "밴드B", genre="swing")
    sample.perform(Add((twin,)), StepName("x"))
    page = show_page(ArtistsPage, sample)
    page.show_record("twin")
    page.merging.open()
    (band,) = page.merging.names.namesakes(sample.plan, "twin")
    assert page.merging.panel._pair == (band, "twin")
    qtbot.mouseClick(page.merging.panel.swap, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.merging.panel.merge, Qt.MouseButton.LeftButton)
    assert band not in sample.plan.artists
    assert page.editor.id == "twin"


def test_two_venues_selected_with_ctrl_are_offered(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(VenuesPage, sample)
    rows, modifier = page.pane.list, Qt.KeyboardModifier.ControlModifier
    for row, held in ((1, Qt.KeyboardModifier.NoModifier), (3, modifier)):
        where = rows.visualRect(page.model.index(row, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, held, where)
    assert len(page.pane.selected_ids()) == 2
    assert page.merging.isVisible()
    page.merging.open()
    assert page.merging.panel.isVisible()
    page.holder.resize(1100, 700)
