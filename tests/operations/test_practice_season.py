"""The practice season: the same everywhere, the right size, invented through and through, and believable."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from director_app.domain.edits import Add, resolve, title_of
from director_app.domain.facts import Contact, Setting
from director_app.domain.fields import to_plain
from director_app.domain.kinds import KINDS
from director_app.domain.plan import Plan
from director_app.operations.practice_season import NOTICE, practice_season
from director_app.operations.practice_texts import Deck, Dice, romanised
from director_app.planner.checks import check_plan
from director_app.planner.problems import ProblemKind

#: Changes only when the practice season is changed on purpose; then say so in the change log.
DIGEST_OF_300 = "4133746d4540278c55538cea4fd8ac58904c61332e7cfe1adecfda357d6b59af"


@cache
def small() -> Plan:
    return practice_season(300)


@cache
def middle() -> Plan:
    return practice_season(1_000)


def texts(plain: object) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        for value in plain.values():
            yield from texts(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from texts(value)


def digest(plan: Plan) -> str:
    """What the season holds; kinds of record it has none of do not count."""
    tables = {kind.name: sorted(plan.table(kind.name).items()) for kind in KINDS}
    plain = {name: [to_plain(record) for _, record in rows] for name, rows in tables.items() if rows}
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def test_small_season_is_the_same_on_every_machine() -> None:
    assert digest(small()) == DIGEST_OF_300
    assert small().highest_number == 300


def test_another_seed_is_another_season() -> None:
    assert digest(practice_season(30)) == digest(practice_season(30))
    assert digest(practice_season(30)) != digest(practice_season(30, seed=7))


@pytest.mark.parametrize(("deliveries", "artists", "venues"), [(300, 60, 25), (1, 60, 25), (1_000, 140, 36)])
def test_sizes(deliveries: int, artists: int, venues: int) -> None:
    plan = practice_season(deliveries)
    assert len(plan.deliveries) == deliveries
    assert len(plan.artists) == artists
    assert len(plan.venues) == venues
    assert len(plan.applications) == deliveries // 10


def test_nothing_is_no_season() -> None:
    with pytest.raises(ValueError, match="0"):
        practice_season(0)


def test_rules_accept_every_record() -> None:
    plan, _ = resolve(Plan(), Add(tuple(small().records())))
    assert plan == small()


def test_over_a_thousand_different_syllables() -> None:
    written = {letter for record in small().records() for text in texts(to_plain(record)) for letter in text}
    assert len({letter for letter in written if "가" <= letter <= "힣"}) > 1_000


def test_nine_titles_in_ten_are_distinct() -> None:
    for plan in (small(), middle()):
        titles = {title_of(plan, one) for one in plan.deliveries.values()} - {""}
        assert len(titles) >= 0.9 * len(plan.deliveries)


def test_about_260_characters_of_text_for_each_delivery() -> None:
    plan = middle()
    words = ("title", "title_en", "subtitle", "short_title", "kind", "audience", "booking", "intro")
    length = 0
    for one in plan.deliveries.values():
        length += len(one.internal_note) + len(one.public_note)
        if one.programme:
            length += sum(len(getattr(plan.programmes[one.programme], word)) for word in words)
    assert 220 <= length / len(plan.deliveries) <= 300


def test_everybody_is_invented_and_every_page_says_so() -> None:
    plan = small()
    assert plan.season.notice == NOTICE
    assert plan.season.is_sample
    named = (*plan.artists.values(), *plan.organisations.values(), *plan.venues.values(), *plan.programmes.values())
    assert all(one.is_invented for one in named)


def test_telephones_and_mails_are_blank() -> None:
    plan = middle()
    contacts: list[Contact] = [one.contact for one in plan.applications.values()]
    for named in (*plan.artists.values(), *plan.organisations.values(), *plan.venues.values()):
        contacts.extend(named.contacts)
    assert contacts
    assert all(not contact.phone and not contact.email for contact in contacts)
    phone_headers = {"연락처", "전화번호", "휴대전화"}
    cells = [cell for one in plan.applications.values() for cell in one.original if cell.header in phone_headers]
    assert len(cells) == len(plan.applications)
    assert not any(cell.text for cell in cells)
    assert plan.season.enquiries_phone == ""


def test_every_kind_of_open_fact_occurs() -> None:
    deliveries = small().deliveries.values()
    assert any(one.date is None and one.month for one in deliveries)
    assert any(one.date is None and not one.month for one in deliveries)
    assert any(one.date and one.start is None and not one.hours for one in deliveries)
    assert any(one.start is not None and one.end is None for one in deliveries)
    assert any(one.venue is None for one in deliveries)
    assert any(one.hours and one.until for one in deliveries)
    assert any(one.end and one.end > 24 * 60 for one in deliveries)
    assert any(one.lineup for one in deliveries)
    assert any(one.event for one in deliveries)


def test_groups_have_members_and_venues_have_parts() -> None:
    plan = middle()
    assert any(one.members for one in plan.artists.values())
    assert any(one.part_of for one in plan.venues.values())
    outdoors = [one for one in plan.venues.values() if one.setting is Setting.OUTDOOR]
    assert any(one.fallback for one in outdoors)
    assert not all(one.fallback for one in outdoors)
    assert {len(site.shifts[0].crews) for site in plan.sites.values()} == {1, 2, 3}


def test_applications_keep_the_row_they_came_in() -> None:
    plan = middle()
    for one in plan.applications.values():
        assert one.applicant in [cell.text for cell in one.original]
        if one.delivery is not None:
            assert plan.deliveries[one.delivery].organisation == one.organisation
    numbers = [one.received_at for one in sorted(plan.applications.values(), key=lambda one: one.received_order)]
    assert numbers == sorted(moment for moment in numbers if moment)
    assert 0.4 < sum(one.delivery is not None for one in plan.applications.values()) / len(plan.applications) < 0.7


def test_few_clashes_as_in_a_real_season() -> None:
    plan = middle()
    kinds = {ProblemKind.ARTIST_TWICE, ProblemKind.MEMBER_TWICE, ProblemKind.VENUE_TWICE}
    problems = check_plan(plan)
    clashing = {name for problem in problems if problem.kind in kinds for name in problem.deliveries}
    assert 0 < len(clashing) <= 0.02 * len(plan.deliveries)
    found = Counter(problem.kind for problem in problems)
    assert found[ProblemKind.NO_FALLBACK] > 0
    assert found[ProblemKind.VENUE_CLOSED] + found[ProblemKind.OUTSIDE_SEASON] == 0


def test_a_deck_deals_every_card_equally_often() -> None:
    deck = Deck(Dice(1), "가나다")
    assert Counter(deck.draw() for _ in range(9)) == {"가": 3, "나": 3, "다": 3}


@pytest.mark.parametrize(
    ("korean", "latin"), [("김가람", "Gimgaram"), ("꽃", "Kkot"), ("구미", "Gumi"), ("B동", "Bdong")]
)
def test_romanised(korean: str, latin: str) -> None:
    assert romanised(korean) == latin
