"""The words a record has in another language than Korean."""

from __future__ import annotations

from typing import Any, Final

from director_app.domain.programme import Programme

ENGLISH: Final = "en"


def english_of(record: Any, field: str) -> str:
    """A field in English, "" where it has none: its twin (`address_en`), or else a programme's English words."""
    twin = str(getattr(record, _TWINS.get((type(record).__name__, field), f"{field}_en"), ""))
    return twin or (text_in(record, field, ENGLISH) if isinstance(record, Programme) else "")


def said(record: Any, field: str, *, english: bool) -> str:
    """A field in English where there is some, else as it is."""
    return (english and english_of(record, field)) or str(getattr(record, field))


def text_in(programme: Programme, part: str, language: str) -> str:
    """A programme's words in a language (a tag that starts so); "" where it has none."""
    found = (str(getattr(text, part, "")) for text in programme.texts if text.language.startswith(language))
    return next(found, "")


#: Where the English of a field does not stand under its name with `_en`.
_TWINS: Final = {("Artist", "name"): "romanised"}
