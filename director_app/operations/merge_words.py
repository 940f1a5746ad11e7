"""What a merge does to this desk and what it could not decide, in the reader's words: for the list and the dialog."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from director_app.domain.merging import WHOLE_RECORD, Clash, Merge
from director_app.domain.plan import Plan, RecordChange
from director_app.operations.field_words import RecordWords
from director_app.wording import Wording, message

#: What one record of a kind is called.
KIND_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "seasons": message("Season"), "complexes": message("Complex"), "areas": message("Area"),
        "organisations": message("Organisation"), "sites": message("Site"), "artists": message("Artist"),
        "venues": message("Place"), "travels": message("Travel time"), "special_days": message("Special day"),
        "initiatives": message("Initiative"), "events": message("Event"), "programmes": message("Programme"),
        "series": message("Series"), "deliveries": message("Delivery"), "segments": message("Part of an evening"),
        "availabilities": message("Availability"), "applications": message("Application"),
        "releases": message("Edition"), "tellings": message("What was told"), "notes": message("Note"),
        "grants": message("Grant"), "budget_lines": message("Budget line"), "works": message("Work of light"),
        "accepted_problems": message("Accepted problem"), "outcomes": message("Result"),
        "report_texts": message("Text of a report"), "attachments": message("File"),
        "templates": message("Template of a document"), "council_members": message("Member of the council"),
        "meetings": message("Meeting of the council"), "decisions": message("Decision of the council"),
        "routes": message("Route"), "stops": message("Stop"), "posts": message("Shift"), "booths": message("Booth"),
        "guests": message("Guest"), "calls": message("Open call"), "stays": message("Stay"),
        "supports": message("Support for a space"),
    }
)  # fmt: skip
#: Kinds of the desk itself, nothing that came from the other.
_OF_THE_DESK: Final = "handovers"


class ClashWords(NamedTuple):
    """One clash: its number, what it is about, which field, and both sides."""

    number: int
    what: str
    label: str
    before: str
    here: str
    there: str


class MergeWords:
    """Speaks of one merge in one language; `here` and `there` are the plans of both sides."""

    def __init__(self, wording: Wording, found: Merge, here: Plan, there: Plan) -> None:
        self._wording = wording
        self._merge = found
        self._here, self._there = RecordWords(wording, here), RecordWords(wording, there)
        self._plans = (here, there)

    @cached_property
    def clashes(self) -> list[ClashWords]:
        """Every clash, numbered from 1."""
        return [self._clash(number, one) for number, one in enumerate(self._merge.clashes, start=1)]

    def coming(self) -> list[str]:
        """What comes in, a line for each record: new, changed field by field, or removed."""
        return [self._change(one) for one in self._merge.changes if one.kind != _OF_THE_DESK]

    def brought_back(self) -> list[str]:
        """What one side had removed and the other needs."""
        return [
            self._wording.text("{what} was removed on one side and is needed on the other: it is kept.", what=what)
            for what in (self._what(*one) for one in self._merge.brought_back)
        ]

    def renumbered(self) -> list[str]:
        """Which deliveries got another number."""
        return [
            self._wording.text(
                "{what} has the number {new} now; both sides had given {old}.",
                what=self._name("deliveries", str(one.delivery)), old=one.old, new=one.new,
            )
            for one in self._merge.renumbered
        ]  # fmt: skip

    def lines(self, taken: Sequence[int] = ()) -> Iterator[str]:
        """All of it as lines; `taken` numbers the clashes in which the other side is right."""
        text = self._wording.text
        yield self.counts()
        for heading, block in (
            (text("What comes in"), self.coming()),
            (text("Kept although one side removed it"), self.brought_back()),
            (text("Numbered anew"), self.renumbered()),
        ):
            if block:
                yield ""
                yield f"{heading} ({len(block)})"
                yield from (f"  {line}" for line in block)
        if self.clashes:
            yield ""
            heading, here, there = text("Both sides changed this"), text("here"), text("there")
            yield f"{heading} ({len(self.clashes)})"
            for one in self.clashes:
                yield f"  {one.number}. {one.what} · {one.label}"
                sides = ((here, one.here, one.number not in taken), (there, one.there, one.number in taken))
                for side, value, is_taken in sides:
                    yield f"     {self._side(side, value, is_taken=is_taken)}"

    def counts(self) -> str:
        """How much comes in and how much clashes, in one sentence."""
        count = sum(one.kind != _OF_THE_DESK for one in self._merge.changes)
        coming = self._wording.plural("{n} record comes in", "{n} records come in", count)
        clash = self._wording.plural("{n} clash", "{n} clashes", len(self._merge.clashes))
        return self._wording.text("{coming}, {clashes}.", coming=coming, clashes=clash)

    def facts(self, taken: Sequence[int] = ()) -> dict[str, Any]:
        """The same as plain data."""
        places = zip(self._merge.clashes, self.clashes, strict=True)
        return {
            "changes": sum(one.kind != _OF_THE_DESK for one in self._merge.changes),
            "coming": self.coming(),
            "brought_back": self.brought_back(),
            "renumbered": [one._asdict() for one in self._merge.renumbered],
            "clashes": [
                {
                    "number": words.number, "kind": one.place.kind, "id": one.place.id,
                    "field": one.place.field or None, "what": words.what, "label": words.label,
                    "before": words.before, "here": words.here, "there": words.there,
                    "taken": "there" if words.number in taken else "here",
                }
                for one, words in places
            ],
        }  # fmt: skip

    def _side(self, side: str, value: str, *, is_taken: bool) -> str:
        if is_taken:
            return self._wording.text("{side}: {value} (this holds)", side=side, value=value)
        return self._wording.text("{side}: {value}", side=side, value=value)

    def _clash(self, number: int, one: Clash) -> ClashWords:
        kind, identity, field = one.place
        what = self._what(kind, identity)
        if field == WHOLE_RECORD:
            gone, kept = self._wording.text("removed"), self._wording.text("kept, and changed")
            sides = [gone if value is None else kept for value in (one.here, one.there)]
            return ClashWords(number, what, self._wording.text("Removed or kept"), "", *sides)
        values = (self._here.value(field, one.before), self._here.value(field, one.here))
        return ClashWords(number, what, self._here.label(kind, field), *values, self._there.value(field, one.there))

    def _change(self, one: RecordChange) -> str:
        text = self._wording.text
        what = self._what(one.kind, one.id)
        if one.before is None:
            return text("{what}: new", what=what)
        if one.after is None:
            return text("{what}: removed", what=what)
        before, after = one.before, one.after
        fields = [name for name in before._fields if getattr(before, name) != getattr(after, name)]
        said = ", ".join(
            text(
                "{label}: {before} → {after}",
                label=self._here.label(one.kind, name), before=self._here.value(name, getattr(before, name)),
                after=self._there.value(name, getattr(after, name)),
            )
            for name in fields
        )  # fmt: skip
        return text("{what}: {sentence}", what=what, sentence=said)

    def _what(self, kind: str, identity: str) -> str:
        name = self._name(kind, identity)
        said = self._wording.text(KIND_WORDS[kind]) if kind in KIND_WORDS else ""
        return " ".join(part for part in (said, f"“{name}”" if name else "") if part)

    def _name(self, kind: str, identity: str) -> str:
        for plan, words in zip(self._plans, (self._here, self._there), strict=True):
            record = plan.find(kind, identity)
            if record is not None:
                number = getattr(record, "number", "") if kind == "deliveries" else ""
                return " ".join(part for part in (number, words.name(kind, identity)) if part)
        return ""
