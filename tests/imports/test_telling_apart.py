"""Rows of one name that contradict each other are no duplicates: they wait for an answer, and nothing is lost."""

from __future__ import annotations

import pytest

from director_app.domain.plan import Plan
from director_app.imports.telling_apart import addresses_agree
from director_app.operations.importing import PastedTable, propose_import
from tests.imports.tables import TODAY, after, imported, outcomes, proposed, said

PHONES = "이름,장르,전화\n김연주,국악,010-1111-2222\n김연주,국악,010-3333-4444\n"
MAILS = "이름,장르,이메일\n김연주,국악,one@example.com\n김연주,국악,two@example.com\n"
ADDRESSES = "장소명,주소,수용인원\n로비,경북 구미시 1공단로 10,50\n로비,경북 구미시 수출대로 20,80\n"
SETTINGS = "장소명,실내외,수용인원\n마당,실내,50\n마당,야외,80\n"


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        (PHONES, "artists", "Phone differs: “010-1111-2222” there, “010-3333-4444” here"),
        (MAILS, "artists", "E-mail differs: “one@example.com” there, “two@example.com” here"),
        (ADDRESSES, "venues", "Address differs: “경북 구미시 1공단로 10” there, “경북 구미시 수출대로 20” here"),
        (SETTINGS, "venues", "Indoors or outdoors differs: “indoors” there, “outdoors” here"),
    ],
)
def test_rows_that_contradict_each_other_wait_and_may_become_two(text: str, kind: str, part: str) -> None:
    proposal = proposed(Plan(), text)
    assert outcomes(proposal) == ["new", "unclear"]
    assert part in said(proposal.rows[1].remarks)[-1]
    assert "다릅니다" in said(proposal.rows[1].remarks, "ko")[-1]
    both = after(Plan(), propose_import(Plan(), [PastedTable(text, "표")], today=TODAY, unclear="new"))
    assert len(both.table(kind)) == 2
    assert outcomes(proposed(both, text)) == ["same", "same"]
    header, first, second = text.strip().split("\n")
    assert outcomes(proposed(imported(f"{header}\n{first}\n"), f"{header}\n{second}\n")) == ["unclear"]


def test_a_second_row_of_the_same_artist_adds_and_says_what_it_could_not() -> None:
    text = "이름,장르,전화,이메일\n김연주,국악,010-1111-2222,\n김연주,재즈,01011112222,a@example.com\n"
    artist = next(iter(imported(text).artists.values()))
    assert (artist.contacts[0].phone, artist.contacts[0].email) == ("010-1111-2222", "a@example.com")
    assert said(proposed(Plan(), text).rows[1].remarks)[-1] == (
        "Genre “재즈” of “김연주” was left out, because row 2 says “국악”."
    )


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("경북 구미시", "경상북도 구미시 송정동", True),
        ("경북 구미시 송정대로 55", "경상북도 구미시 송정대로 55 (송정동)", True),
        ("경북 구미시 송정동 50", "경북 구미시 송정대로 55", True),
        ("경북 구미시 송정대로 55", "경북 구미시 송정대로 57", False),
        ("", "경북 구미시 송정대로 57", True),
    ],
)
def test_addresses_that_say_less_agree(one: str, other: str, agree: bool) -> None:
    assert addresses_agree(one, other) is agree
