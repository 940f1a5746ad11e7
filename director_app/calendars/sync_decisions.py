"""What a server was last told, what the plan says now, what the server has now -> what is to be done. Pure.

Nothing that somebody changed or took away over there is overwritten or put back by itself: that is a question. An
object is told from another by its UID, a version on the server by its entity tag (RFC 4791, section 5.3.4).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple


class Known(NamedTuple):
    """What a server was last told about one object, and the tag of that version; no tag when the server said none."""

    href: str
    tag: str
    digest: str


class Here(NamedTuple):
    """An object as the plan has it now: what its bytes, and what a person sees of it, are known by."""

    digest: str
    seen: tuple[str, ...] | None = None


class There(NamedTuple):
    """A version on the server that is not the one last told; `is_ours` when this program wrote it and nobody since."""

    href: str
    tag: str
    is_ours: bool
    seen: tuple[str, ...]


class Deed(StrEnum):
    """What is done with an object; the last four are questions and are answered by a person."""

    KEEP = "keep"
    CREATE = "create"
    UPDATE = "update"
    REMOVE = "remove"
    #: The server has it already, only we did not know.
    ADOPT = "adopt"
    #: Gone on both sides.
    FORGET = "forget"
    CHANGED_THERE = "changed-there"
    CHANGED_ON_BOTH = "changed-on-both"
    GONE_THERE = "gone-there"
    NEW_THERE = "new-there"

    @property
    def is_question(self) -> bool:
        """Whether a person must say what happens."""
        return self in _QUESTIONS


_QUESTIONS = frozenset({Deed.CHANGED_THERE, Deed.CHANGED_ON_BOTH, Deed.GONE_THERE, Deed.NEW_THERE})


class Decision(NamedTuple):
    """What is to be done with one object: where it is, and the tag it must still have then."""

    uid: str
    deed: Deed
    href: str = ""
    tag: str = ""


def to_be_read(known: Mapping[str, Known], listing: Mapping[str, str]) -> list[str]:
    """The paths whose version is not the one last told; `listing` is path to tag."""
    told = {one.href: one.tag for one in known.values()}
    return sorted(href for href, tag in listing.items() if told.get(href) != tag)


def decide(
    known: Mapping[str, Known], here: Mapping[str, Here], listing: Mapping[str, str], there: Mapping[str, There]
) -> list[Decision]:
    """One decision for every UID of any side, in the order of the UIDs.

    Args:
        known: what the server was last told, by UID.
        here: what the plan says now, by UID.
        listing: tag by path, of everything on the server.
        there: by UID, what was read of the paths in `to_be_read`.
    """
    return list(_decisions(known, here, listing, there))


def _decisions(
    known: Mapping[str, Known], here: Mapping[str, Here], listing: Mapping[str, str], there: Mapping[str, There]
) -> Iterator[Decision]:
    for uid in sorted({*known, *here, *there}):
        told, ours, theirs = known.get(uid), here.get(uid), there.get(uid)
        if theirs is not None:
            yield Decision(uid, _of_changed(told, ours, theirs), theirs.href, theirs.tag)
        elif told is not None and told.tag and listing.get(told.href) == told.tag:
            yield Decision(uid, _of_untouched(told, ours), told.href, told.tag)
        else:
            yield Decision(uid, _of_absent(told, ours), told.href if told else "")


def _of_untouched(told: Known, ours: Here | None) -> Deed:
    if ours is None:
        return Deed.REMOVE
    return Deed.KEEP if ours.digest == told.digest else Deed.UPDATE


def _of_absent(told: Known | None, ours: Here | None) -> Deed:
    if ours is None:
        return Deed.FORGET
    return Deed.CREATE if told is None else Deed.GONE_THERE


def _of_changed(told: Known | None, ours: Here | None, theirs: There) -> Deed:
    if ours is None:
        return Deed.NEW_THERE
    if ours.seen is not None and ours.seen == theirs.seen:
        return Deed.ADOPT if told is None or told.digest == ours.digest else Deed.UPDATE
    if told is None and theirs.is_ours:
        return Deed.UPDATE  # an older word of ours, sent before this desk knew of it
    return Deed.CHANGED_THERE if told is not None and told.digest == ours.digest else Deed.CHANGED_ON_BOTH
