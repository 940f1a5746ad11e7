"""Every field of every kind has a name in the reader's words, so that a clash never speaks of a column of the store."""

from __future__ import annotations

import pytest

from director_app.domain.fields import fields_of
from director_app.domain.kinds import KIND_NAMES, TYPE_OF
from director_app.operations.field_words import field_label
from director_app.wording import Wording

#: What a merge never speaks of: ids, and what is of one desk alone or never changes.
_UNSAID = {"handovers", "releases"}


@pytest.mark.parametrize("kind", sorted(set(KIND_NAMES) - _UNSAID))
def test_every_field_has_a_name(kind: str, korean: Wording) -> None:
    fields = [field.name for field in fields_of(TYPE_OF[kind])]
    assert [name for name in fields if name != "id" and korean.text(field_label(kind, name)) == name] == []
