"""Fields inside values and lists of a record."""

from __future__ import annotations

from director_app.domain.facts import Contact
from director_app.domain.ids import ArtistId, OrganisationId, ProgrammeId, VenueId
from director_app.domain.people import Artist, Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Programme
from director_app.ui.forms.credit_lines import credit_text, read_credits
from director_app.ui.forms.field_paths import changes_at, value_at


def test_a_value_inside_a_record() -> None:
    venue = Venue(VenueId("v"))
    assert value_at(venue, "access.gate") == ""
    changed = venue._replace(**changes_at(venue, "access.gate", "Gate 2"))
    assert changed.access.gate == "Gate 2"


def test_an_entry_of_a_list_comes_and_goes_with_its_text() -> None:
    artist = Artist(ArtistId("a"))
    assert value_at(artist, "contacts[0].phone") == ""
    with_phone = artist._replace(**changes_at(artist, "contacts[0].phone", "010"))
    assert with_phone.contacts == (Contact(phone="010"),)
    assert with_phone._replace(**changes_at(with_phone, "contacts[0].phone", "")).contacts == ()


def test_an_entry_by_key() -> None:
    programme = Programme(ProgrammeId("p"))
    english = programme._replace(**changes_at(programme, "texts[language=en].intro", "Hello"))
    assert english.texts[0].language == "en"
    assert value_at(english, "texts[language=en].intro") == "Hello"
    assert value_at(english, "texts[language=ja].intro") == ""
    assert english._replace(**changes_at(english, "texts[language=en].intro", "")).texts == ()


def test_credits_are_lines_and_known_bodies_are_linked() -> None:
    plan = Plan.of([Organisation(OrganisationId("o"), "구미시")])
    found = read_credits(plan, "주최: 구미시, 한국산업단지공단\n주관: 재단")
    assert [(one.role, one.name, one.organisation) for one in found] == [
        ("주최", "구미시", "o"),
        ("주최", "한국산업단지공단", None),
        ("주관", "재단", None),
    ]
    assert credit_text(found) == "주최: 구미시, 한국산업단지공단\n주관: 재단"
