"""What stands in the cells of the list, and whether it is still open. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from director_app.domain.facts import ConfirmationOf, FallbackKind
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_of, initiative_of, lineup_of
from director_app.operations.sentences import place_text
from director_app.ui.schedule.items import confirmation_states, delivery_titles
from director_app.ui.words import (
    CONFIRMATION_OF_WORDS,
    CONFIRMATION_WORDS,
    FALLBACK_WORDS,
    STATUS_WORDS,
    day_text,
    time_text,
    word,
)
from director_app.wording import Wording

Cell = tuple[str, bool]
"""The text of a cell, and whether its value is open."""


class Scene(NamedTuple):
    """What cells are read from."""

    wording: Wording
    plan: Plan

    @property
    def is_english(self) -> bool:
        """Whether English names are wanted."""
        return self.wording.language == "en"

    @property
    def open_word(self) -> str:
        """The short word for an open value."""
        return self.wording.context("no time yet", "TBA")


def cell_of(scene: Scene, one: Delivery, key: str) -> Cell:
    """What stands in a cell; for the column of problems, see the model."""
    return _READERS[key](scene, one)


def editing_text(scene: Scene, one: Delivery, key: str) -> str:
    """What the field over a cell begins with: open values are empty, and nothing that only stands in for one."""
    if key == "place":
        return record_name(scene, "venues", one.venue)
    if key in ("area", "initiative"):
        own = one.area if key == "area" else one.initiative
        return record_name(scene, "areas" if key == "area" else "initiatives", own)
    text, is_open = cell_of(scene, one, key)
    return "" if is_open else text


def record_name(scene: Scene, kind: str, identity: str | None) -> str:
    """The name of a record in the language of the window, empty without one."""
    record: Any = scene.plan.find(kind, identity) if identity else None
    if record is None:
        return ""
    if kind in ("events", "programmes"):
        return str((record.title_en if scene.is_english else "") or record.title)
    other = record.romanised if kind == "artists" else record.name_en
    return str((other if scene.is_english else "") or record.name)


def lineup_text(scene: Scene, one: Delivery) -> str:
    """The acts in billing order, romanised in English."""
    names = (record_name(scene, "artists", act.artist) for act in lineup_of(scene.plan, one))
    return ", ".join(name for name in names if name)


def confirmed_words(wording: Wording, one: Delivery) -> str:
    """How venue, acts and contract stand, in words."""
    return ", ".join(
        f"{wording.text(name)} {wording.text(CONFIRMATION_WORDS[state])}"  # type: ignore[index]  # a StrEnum's value
        for name, state in zip(CONFIRMATION_OF_WORDS.values(), confirmation_states(one), strict=True)
    )


CONFIRMATIONS: Final = (ConfirmationOf.VENUE, ConfirmationOf.ACT, ConfirmationOf.CONTRACT)


def _number(_scene: Scene, one: Delivery) -> Cell:
    return one.number, False


def _date(scene: Scene, one: Delivery) -> Cell:
    return day_text(scene.wording, one), one.date is None


def _time(scene: Scene, one: Delivery) -> Cell:
    return (scene.open_word, True) if one.start is None else (time_text(scene.wording, one), False)


def _title(scene: Scene, one: Delivery) -> Cell:
    title, _short, is_known = delivery_titles(scene.wording, scene.plan, one)
    return title, not is_known


def _place(scene: Scene, one: Delivery) -> Cell:
    text, is_known = place_text(scene.wording, scene.plan, one)
    return text, not is_known


def _lineup(scene: Scene, one: Delivery) -> Cell:
    text = lineup_text(scene, one)
    return (text, False) if text else (scene.open_word, True)


def _responsible(scene: Scene, one: Delivery) -> Cell:
    return (one.responsible, False) if one.responsible else (scene.open_word, True)


def _confirmed(scene: Scene, one: Delivery) -> Cell:
    return confirmed_words(scene.wording, one), False


def _status(scene: Scene, one: Delivery) -> Cell:
    return word(scene.wording, STATUS_WORDS, one.status), False


def _initiative(scene: Scene, one: Delivery) -> Cell:
    return record_name(scene, "initiatives", initiative_of(scene.plan, one)), False


def _event(scene: Scene, one: Delivery) -> Cell:
    return record_name(scene, "events", one.event), False


def _area(scene: Scene, one: Delivery) -> Cell:
    return record_name(scene, "areas", area_of(scene.plan, one)), False


def _organisation(scene: Scene, one: Delivery) -> Cell:
    return record_name(scene, "organisations", one.organisation), False


def _expected(_scene: Scene, one: Delivery) -> Cell:
    return "" if one.expected_heads is None else str(one.expected_heads), False


def _counted(_scene: Scene, one: Delivery) -> Cell:
    return "" if one.counted_heads is None else str(one.counted_heads), False


def _fallback(scene: Scene, one: Delivery) -> Cell:
    if one.fallback is None:
        return "", False
    place = record_name(scene, "venues", one.fallback.venue)
    if place and one.fallback.kind is FallbackKind.INDOORS:
        return place, False
    return word(scene.wording, FALLBACK_WORDS, one.fallback.kind), False


def _languages(scene: Scene, one: Delivery) -> Cell:
    """In which languages there is a text of the programme."""
    programme = scene.plan.programmes.get(one.programme) if one.programme else None
    if programme is None:
        return "", False
    found = ["ko"] if programme.intro else []
    found += [text.language for text in programme.texts if text.intro or text.title]
    if programme.title_en and "en" not in found:
        found.append("en")
    return " · ".join(dict.fromkeys(found)), False


def _public_note(_scene: Scene, one: Delivery) -> Cell:
    return one.public_note, False


def _note(_scene: Scene, one: Delivery) -> Cell:
    return one.internal_note, False


def _nothing(_scene: Scene, _one: Delivery) -> Cell:
    return "", False


_READERS: Final[Mapping[str, Callable[[Scene, Delivery], Cell]]] = {
    "number": _number, "date": _date, "time": _time, "title": _title, "initiative": _initiative, "event": _event,
    "place": _place, "organisation": _organisation, "area": _area, "lineup": _lineup, "responsible": _responsible,
    "expected_heads": _expected, "counted_heads": _counted, "fallback": _fallback, "languages": _languages,
    "public_note": _public_note, "note": _note, "confirmed": _confirmed, "status": _status, "problems": _nothing,
}  # fmt: skip
