"""Choices of a field: the records of a kind by name, or the members of an enumeration in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from director_app.ui.forms.field_forms import FieldForm, Reading
from director_app.ui.forms.name_field import name_in
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.models.collation import collation_key
from director_app.wording import Wording

Choices = Callable[[RecordEditor], list[tuple[str, str]]]


def named_choices(kind: str, label: str) -> Choices:
    """Every record of a kind that has a name, after nobody and nothing, which `label` (a message) stands for."""

    def choices(editor: RecordEditor) -> list[tuple[str, str]]:
        wording = editor.desk.wording
        found = [(str(one.id), name) for one in editor.desk.plan.table(kind).values() if (name := name_in(one))]
        found.sort(key=lambda pair: collation_key(pair[1], wording.language))
        return [("", wording.text(label)), *found]

    return choices


def word_choices(words: Mapping[Any, str]) -> Choices:
    """The values of an enumeration with their messages."""

    def choices(editor: RecordEditor) -> list[tuple[str, str]]:
        return [(str(value), editor.desk.wording.text(text)) for value, text in words.items()]

    return choices


def _write_reference(value: Any, _wording: Wording) -> str:
    return str(value or "")


def _read_reference(text: str, _reading: Reading) -> str | None:
    return text or None


REFERENCE: Final = FieldForm(_write_reference, _read_reference)
