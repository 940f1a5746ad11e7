"""Every document is made, or refused in a sentence, of plans in which something that may be missing is missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from director_app.documents.catalogue import document_named
from director_app.domain.fields import fields_of
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from tests.documents.test_all_documents import NAMES, made
from tests.documents.working_plan import working


def without_texts(*kinds: str) -> Callable[[Plan], Plan]:
    """A plan in which records of these kinds have none of their optional texts."""

    def of(plan: Plan) -> Plan:
        bare = []
        for record in plan.records():
            texts = {field.name: "" for field in fields_of(type(record)) if not field.required and field.default == ""}
            is_meant = record in plan.table(_kind(record)).values() and _kind(record) in kinds
            bare.append(record._replace(**texts) if is_meant else record)
        return Plan.of(bare)

    return of


def without(*kinds: str) -> Callable[[Plan], Plan]:
    """A plan without records of these kinds, and with nobody that names them."""

    def of(plan: Plan) -> Plan:
        gone = {one for kind in kinds for one in plan.table(kind)}
        kept = [_cleared(record, gone) for record in plan.records() if _kind(record) not in kinds]
        return Plan.of(kept)

    return of


def _kind(record: Any) -> str:
    from director_app.domain.kinds import kind_of

    return kind_of(record)


def _cleared(record: Any, gone: set[Any]) -> Any:
    fields = fields_of(type(record))[1:]
    return record._replace(
        **{field.name: field.default for field in fields if _names(getattr(record, field.name), gone)}
    )


def _names(value: Any, gone: set[Any]) -> bool:
    """Whether a value is one of those that are gone, or has one inside."""
    return any(_names(part, gone) for part in value) if isinstance(value, tuple) else value in gone


SHAPES: dict[str, Callable[[Plan], Plan]] = {
    "no season title": without_texts("seasons"),
    "no complex name": without_texts("complexes"),
    "no names of places": without_texts("venues", "areas"),
    "no programme texts": without_texts("programmes"),
    "no delivery texts": without_texts("deliveries"),
    "no event texts": without_texts("events", "initiatives"),
    "no artist names": without_texts("artists", "segments"),
    "nothing said at all": without_texts("seasons", "complexes", "venues", "areas", "programmes", "deliveries",
                                         "events", "initiatives", "artists", "segments", "organisations"),
    "no complex": without("complexes"),
    "no organisers": lambda plan: Plan.of(
        [one._replace(credits=()) if getattr(one, "credits", None) else one for one in plan.records()]
    ),
    "no organisations": without("organisations"),
    "no venues": without("venues"),
    "no artists": without("artists"),
    "no events": without("events"),
}  # fmt: skip


@cache
def plan_of(shape: str) -> Plan:
    return SHAPES[shape](working())


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_made_without(name: str, shape: str, tmp_path: Path) -> None:
    language = "en" if shape == "nothing said at all" else "ko"
    try:
        result = made(plan_of(shape), name, tmp_path, language)
    except RefusedInput:
        spec = document_named(name)
        assert spec is not None
        assert name == "door-sheet" or not spec.is_public  # without places or people there is no sheet of them
        return
    assert result.pages
    assert result.path.read_bytes().startswith(b"%PDF")
