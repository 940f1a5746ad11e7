"""Sentences for what the planner, the store and the domain say in codes: problems, refusals, names of steps."""

from __future__ import annotations

import datetime
from typing import Any, Final

from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.operations.naming import (
    artist_name,
    delivery_title,
    name_of,
    place_name,
    place_text,
    title_said,
    venue_name,
    when_text,
)
from director_app.operations.problem_sentences import problem_sentence
from director_app.planner.problems import Level
from director_app.store.undo_journal import StepName
from director_app.wording import Wording, message

#: Short words for the levels, as in the check bar.
LEVEL_WORDS: Final = {
    Level.BLOCK: message("To resolve"),
    Level.WARNING: message("Warning"),
    Level.NOTE: message("Note"),
}


def refusal_sentence(wording: Wording, refusal: Refusal) -> str:
    """What cannot be done and what to do instead, in the reader's language."""
    return wording.text(refusal.message, **{name: _filled(wording, value) for name, value in refusal.values.items()})


def step_sentence(wording: Wording, name: StepName, plan: Plan | None = None) -> str:
    """A step's name, as in the undo tooltip.

    With the plan a title stands there in the reader's language, whatever the language was when the step was made.
    """
    values = {key: _filled(wording, value) for key, value in name.values.items()}
    if plan is not None and isinstance(values.get("title"), str):
        values["title"] = title_said(wording, plan, values["title"])
    return wording.text(name.message, **values)


def _filled(wording: Wording, value: Any) -> Any:
    if isinstance(value, Refusal):
        return refusal_sentence(wording, value)
    if isinstance(value, datetime.date):
        return wording.date_short(value)
    if isinstance(value, list | tuple):
        return ", ".join(str(_filled(wording, entry)) for entry in value)
    return value


__all__ = [
    "LEVEL_WORDS",
    "artist_name",
    "delivery_title",
    "name_of",
    "place_name",
    "place_text",
    "problem_sentence",
    "refusal_sentence",
    "step_sentence",
    "title_said",
    "venue_name",
    "when_text",
]
