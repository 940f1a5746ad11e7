"""Markup, addresses and file names in any text are printed as the characters they are; nothing is opened."""

from __future__ import annotations

import builtins
import io
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from director_app.documents.making import DocumentOptions, Made, make_document
from director_app.domain.ids import ProgrammeId
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.plans import gumi
from tests.documents.reading import squeezed, streams, whole_text

HOSTILE = "<img src=/etc/hostname> & <b>굵게</b> {name} %s \\ (a) <para>"
#: Texts that are identities or switches, not words.
_NOT_WORDS = {"id", "month", "colour", "zone", "digest"}


def hostile(record: Any) -> Any:
    """The record with every plain text field replaced by markup."""
    changes = {
        name: HOSTILE
        for name, value in zip(record._fields, record, strict=True)
        if type(value) is str and name not in _NOT_WORDS and not _is_reference(record, name)
    }
    return record._replace(**changes)


def _is_reference(record: Any, name: str) -> bool:
    return name in ("programme", "event", "initiative", "organisation", "area", "venue", "series", "complex", "host")


@pytest.fixture
def plan() -> Plan:
    return Plan.of([hostile(record) for record in gumi().records()])


@pytest.fixture(autouse=True)
def nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading /etc/hostname or reaching for the network fails the test."""
    real_open = io.open

    def guarded(file: Any, *arguments: Any, **keywords: Any) -> Any:
        assert "hostname" not in str(file)
        return real_open(file, *arguments, **keywords)

    def no_network(*_arguments: Any) -> Any:
        raise AssertionError("a text was followed to the network")

    monkeypatch.setattr(builtins, "open", guarded)
    monkeypatch.setattr(io, "open", guarded)
    monkeypatch.setattr(socket.socket, "connect", no_network)


def test_the_booklet_prints_markup_as_characters(plan: Plan, tmp_path: Path) -> None:
    made = make_document(plan, "booklet", tmp_path / "b.pdf", Wording("ko"), DocumentOptions(MADE_AT))
    text = squeezed(whole_text(made.path))
    assert text.count(squeezed(HOSTILE)) > 40
    assert b"/Subtype /Image" not in made.path.read_bytes()
    assert not any(b"Do" in part.split() for part in streams(made.path))  # no picture is drawn


@pytest.mark.parametrize("size", ["A4", "A5"])
def test_the_flyer_prints_markup_as_characters(plan: Plan, flyer: Callable[..., Made], size: str) -> None:
    made = flyer(plan, Scope(programme=ProgrammeId("street")), size=size)
    assert squeezed(whole_text(made.path)).count(squeezed(HOSTILE)) >= 5
    assert b"/Subtype /Image" not in made.path.read_bytes()


def test_a_character_without_a_font_stops_the_print_before_anything_is_written(tmp_path: Path) -> None:
    plan = gumi()
    programme = plan.programmes["street"]._replace(title="거리공연 \U0001f3b5")  # type: ignore[index]
    changed = Plan.of([record for record in plan.records() if record.id != "street"] + [programme])
    out = tmp_path / "b.pdf"
    out.write_bytes(b"the old edition")
    with pytest.raises(RefusedInput) as refusal:
        make_document(changed, "booklet", out, Wording("ko"), DocumentOptions(MADE_AT))
    assert "\U0001f3b5 (U+1F3B5)" in str(refusal.value.values["characters"])
    assert "GM-005" in str(refusal.value.values["places"])
    assert out.read_bytes() == b"the old edition"
    assert [file.name for file in tmp_path.iterdir() if file.suffix in (".pdf", ".part")] == ["b.pdf"]


def test_control_characters_and_lone_surrogates_do_not_stop_it(flyer: Callable[..., Made]) -> None:
    plan = gumi()
    programme = plan.programmes["letsgo"]._replace(title="산단\u0000 콘\ud800서트\u202e")  # type: ignore[index]
    changed = Plan.of([record for record in plan.records() if record.id != "letsgo"] + [programme])
    text = whole_text(flyer(changed, Scope(programme=ProgrammeId("letsgo"))).path)
    assert "산단콘서트" in squeezed(text)
