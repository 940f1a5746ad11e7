"""Companies and other bodies: their contacts, sites and shifts, and who of them can come when."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from director_app.domain.people import OrganisationKind
from director_app.domain.timeline import WallMinute
from director_app.ui.forms.coming_strip import coming_on, next_wednesday
from director_app.ui.pages.organisations_list import figures_of
from director_app.ui.pages.venues_page import VENUES, VenuesPage

Show = Callable[..., Any]
COMPANY, SITE = "org-b", "site-b"


@pytest.fixture
def page(show_page: Show, sample: Any) -> Any:
    """The tab of organisations, showing one with two crews."""
    whole = show_page(VenuesPage, sample)
    whole.show_subject(("organisations", COMPANY))
    shown = whole.organisations
    shown.said, shown.went, shown.whole = whole.said, whole.went, whole
    return shown


def type_into(qtbot: Any, bound: Any, text: str) -> None:
    field = bound.input
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def crew(sample: Any, place: int) -> Any:
    return sample.plan.sites[SITE].shifts[0].crews[place]


def crew_fields(page: Any, place: int) -> Any:
    return page.form.sites.parts[0].shifts.patterns[0].crews[place].fields


def test_the_tab_opens_at_the_organisation_asked_for(page: Any, sample: Any) -> None:
    assert page.whole._tab_stack.currentWidget() is page
    assert page.form.name.input.text() == sample.plan.organisations[COMPANY].name
    assert page.whole._add.text() == "기업·기관 추가"
    page.whole.open_tab(VENUES)
    assert page.whole._add.text() == "장소 추가"


def test_hours_of_a_crew_are_typed_and_undone(page: Any, sample: Any, qtbot: Any) -> None:
    before = crew(sample, 0)
    type_into(qtbot, crew_fields(page, 0)["starts"], "0640")
    assert crew(sample, 0) == before._replace(starts=WallMinute(400))
    sample.undo()
    assert crew(sample, 0) == before
    assert crew_fields(page, 0)["starts"].input.text() == "07:00"


def test_a_name_in_the_last_line_adds_a_crew_and_clearing_it_takes_it_away(page: Any, sample: Any, qtbot: Any) -> None:
    count = len(sample.plan.sites[SITE].shifts[0].crews)
    type_into(qtbot, crew_fields(page, count)["name"], "C")
    assert len(sample.plan.sites[SITE].shifts[0].crews) == count + 1
    assert crew(sample, count).name == "C"
    type_into(qtbot, crew_fields(page, count)["name"], "")
    field = crew_fields(page, count)["name"].input
    field.clear()
    field.setModified(True)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(sample.plan.sites[SITE].shifts[0].crews) == count


def test_weekdays_are_switched_by_click_and_space(page: Any, sample: Any, qtbot: Any) -> None:
    chips = page.form.sites.parts[0].shifts.patterns[0].days.chips
    assert [chip.isChecked() for chip in chips] == [True] * 6 + [False]
    qtbot.mouseClick(chips[5], Qt.MouseButton.LeftButton)
    chips[6].setFocus()
    qtbot.keyClick(chips[6], Qt.Key.Key_Space)
    assert sample.plan.sites[SITE].shifts[0].weekdays == (0, 1, 2, 3, 4, 6)


def test_shifts_are_added_and_taken_away(page: Any, sample: Any, qtbot: Any) -> None:
    shifts = page.form.sites.parts[0].shifts
    qtbot.mouseClick(shifts.more, Qt.MouseButton.LeftButton)
    added = sample.plan.sites[SITE].shifts[1]
    assert (added.name, added.crews[0].starts) == ("주간", 510)
    assert shifts.patterns[1].name.input.hasFocus()
    qtbot.mouseClick(shifts.patterns[1].away, Qt.MouseButton.LeftButton)
    assert len(sample.plan.sites[SITE].shifts) == 1
    assert not shifts.patterns[1].isVisible()


def test_a_site_is_added_removed_and_comes_back(page: Any, sample: Any, qtbot: Any) -> None:
    qtbot.mouseClick(page.form.sites.more, Qt.MouseButton.LeftButton)
    mine = [site for site in sample.plan.sites.values() if site.organisation == COMPANY]
    assert len(mine) == 2
    part = next(one for one in page.form.sites.parts if one.editor.id != SITE)
    assert part.name.input.hasFocus()
    qtbot.mouseClick(part.away, Qt.MouseButton.LeftButton)
    assert len([one for one in sample.plan.sites.values() if one.organisation == COMPANY]) == 1
    page.said[-1].actions[0].act()
    assert len([one for one in sample.plan.sites.values() if one.organisation == COMPANY]) == 2


def test_a_second_contact_is_typed_into_the_empty_line(page: Any, sample: Any, qtbot: Any) -> None:
    count = len(sample.plan.organisations[COMPANY].contacts)
    type_into(qtbot, page.form.contacts.lines[count].fields["phone"], "054-000-1234")
    contacts = sample.plan.organisations[COMPANY].contacts
    assert len(contacts) == count + 1
    assert contacts[count].phone == "054-000-1234"
    assert not contacts[count].public
    qtbot.mouseClick(page.form.contacts.lines[count].fields["on_call_sheets"].input, Qt.MouseButton.LeftButton)
    assert sample.plan.organisations[COMPANY].contacts[count].on_call_sheets


def test_the_strip_says_who_can_come_at_lunch_and_follows_the_hours(page: Any, sample: Any, qtbot: Any) -> None:
    day = next_wednesday(datetime.date(2025, 10, 14))
    assert day == datetime.date(2025, 10, 15)
    lunch = next(one for one in coming_on(sample.plan, sample.plan.sites[SITE], day) if one.minute == 730)
    assert lunch.up_to
    strip = page.form.sites.parts[0].coming
    at = next(place for place, time in enumerate(strip._times) if time.text() == "12:10")
    before = strip._heads[at].text()
    assert before == f"최대 {lunch.up_to}명"
    for place in range(2):
        type_into(qtbot, crew_fields(page, place)["meal_starts"], "16:00")
        type_into(qtbot, crew_fields(page, place)["meal_ends"], "16:30")
    assert strip._heads[at].text() != before


def test_what_names_it_is_a_link(page: Any, sample: Any, qtbot: Any) -> None:
    links = page.form.named.links
    kinds = {subject.kind for _page, subject in links.values()}
    assert "venues" in kinds
    link = next(iter(links))
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert page.went[-1] == links[link]


def test_only_those_visited_are_shown_when_asked_for(page: Any, sample: Any) -> None:
    page.whole.show_subject("visited organisations")
    shown = page.model.ids()
    assert shown
    assert all(figures_of(sample.plan, one).visits for one in shown)
    assert len(shown) < len(sample.plan.organisations)


def test_adding_adds_what_the_tab_shows(page: Any, sample: Any) -> None:
    venues, count = len(sample.plan.venues), len(sample.plan.organisations)
    page.whole.add_record()
    assert len(sample.plan.organisations) == count + 1
    assert len(sample.plan.venues) == venues
    assert page.editor.record.kind is OrganisationKind.COMPANY
    assert page.form.name.input.hasFocus()
