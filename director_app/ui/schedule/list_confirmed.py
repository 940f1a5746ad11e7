"""The cell that says what is agreed: "장소 확인, 계약 문의 중" or one word for all three. Pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from director_app.domain.edits import Change, Edit
from director_app.domain.facts import Confirmation, ConfirmationOf, ConfirmationState
from director_app.domain.ids import ArtistId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import lineup_of
from director_app.domain.refusals import RefusedInput
from director_app.ui.schedule.filtering import folded
from director_app.ui.schedule.list_names import spellings
from director_app.ui.typed_times import UNDECIDED
from director_app.ui.words import CONFIRMATION_OF_WORDS, CONFIRMATION_WORDS, word
from director_app.wording import Wording, message

NOT_CONFIRMED: Final = message("“{text}” says nothing about what is agreed. Write for example: {example}.")
ALL: Final = (ConfirmationOf.VENUE, ConfirmationOf.ACT, ConfirmationOf.CONTRACT)
_PARTS: Final = re.compile(r"\s*[,，、;/]\s*")


def confirmed_edit(plan: Plan, one: Delivery, text: str, language: str = "ko") -> Edit | None:
    """The edit that the cell asks for, None when all stands so already.

    Raises:
        RefusedInput: when a part is not understood.
    """
    wanted: dict[ConfirmationOf, ConfirmationState] = {}
    if text.strip().lower() in UNDECIDED:
        wanted = dict.fromkeys(ALL, ConfirmationState.OPEN)
    else:
        for part in filter(None, _PARTS.split(text)):
            wanted.update(_understood(part, language))
    today = plan.today(datetime.date.today())  # noqa: DTZ011 - the wall clock of her desk
    answers = list(one.confirmations)
    for of, state in wanted.items():
        for artist in _artists(plan, one, of):
            _set(answers, Confirmation(of, state, artist, None if state is ConfirmationState.OPEN else today))
    changed = tuple(answers)
    return None if changed == one.confirmations else Change("deliveries", one.id, {"confirmations": changed})


def _artists(plan: Plan, one: Delivery, of: ConfirmationOf) -> Iterator[ArtistId | None]:
    """Whose answer it is: each act's own, else nobody's in particular."""
    acts = lineup_of(plan, one) if of is ConfirmationOf.ACT else ()
    yield from (act.artist for act in acts) if acts else (None,)


def _set(answers: list[Confirmation], wanted: Confirmation) -> None:
    for at, known in enumerate(answers):
        if (known.of, known.artist) == (wanted.of, wanted.artist):
            if known.state is not wanted.state:  # an answer that stays keeps the date it came
                answers[at] = wanted
            return
    if wanted.state is not ConfirmationState.OPEN:
        answers.append(wanted)


def _understood(part: str, language: str) -> dict[ConfirmationOf, ConfirmationState]:
    text = folded(part)
    if text in _states():
        return dict.fromkeys(ALL, _states()[text])
    for name, of in _things().items():
        rest = text.removeprefix(name)
        if rest != text and rest.lstrip(":= ") in _states():
            return {of: _states()[rest.lstrip(":= ")]}
    raise RefusedInput(NOT_CONFIRMED, text=part, example=confirmation_phrases(language)[0])


@cache
def confirmation_phrases(language: str) -> tuple[str, ...]:
    """What may be typed about one thing each, "Venue agreed" first."""
    wording = Wording("en" if language == "en" else "ko")
    states = (ConfirmationState.AGREED, ConfirmationState.ASKED, ConfirmationState.OPEN)
    return tuple(
        f"{word(wording, CONFIRMATION_OF_WORDS, of)} {word(wording, CONFIRMATION_WORDS, state)}"
        for of in ALL
        for state in states
    )


@cache
def _states() -> Mapping[str, ConfirmationState]:
    return spellings(CONFIRMATION_WORDS)


@cache
def _things() -> Mapping[str, ConfirmationOf]:
    return spellings({of: CONFIRMATION_OF_WORDS[of] for of in ALL})
