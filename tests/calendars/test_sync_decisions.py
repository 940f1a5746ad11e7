"""Every state of an object on three sides: nothing that somebody did over there is ever written over by itself."""

from __future__ import annotations

import itertools

import pytest

from director_app.calendars.sync_decisions import Decision, Deed, Here, Known, There, decide, to_be_read

OLD, NEW = "old", "new"
SEEN = {OLD: ("old",), NEW: ("new",)}

TOLD = (None, Known("/a.ics", "t1", OLD), Known("/a.ics", "", OLD))
HERE = (None, OLD, NEW)
#: Absent; the version last told; another one that says the old, the new or something of somebody else's.
ON_SERVER = (None, "t1", (OLD, True), (NEW, True), ("theirs", True), ("theirs", False))


def decided(told: Known | None, ours: str | None, server: str | tuple[str, bool] | None) -> Decision | None:
    """What the decision about one object is, the server being asked as it is in earnest."""
    known = {"u": told} if told else {}
    tag = server if isinstance(server, str) else "t2"
    listing = {"/a.ics": tag} if server is not None else {}
    there = {}
    if to_be_read(known, listing):
        words, is_ours = (OLD, True) if isinstance(server, str) or server is None else server
        there["u"] = There("/a.ics", tag, is_ours, (words,))
    here = {"u": Here(ours, SEEN[ours])} if ours else {}
    decisions = decide(known, here, listing, there)
    assert len(decisions) <= 1
    return decisions[0] if decisions else None


@pytest.mark.parametrize(("told", "ours", "server"), [*itertools.product(TOLD, HERE, ON_SERVER)])
def test_nothing_of_others_is_lost(told: Known | None, ours: str | None, server: str | tuple[str, bool] | None) -> None:
    decision = decided(told, ours, server)
    if decision is None:
        assert (told, ours, server) == (None, None, None)
        return
    by_others = isinstance(server, tuple) and server[0] == "theirs"
    taken_away = bool(told) and server is None and ours is not None
    if by_others and not (told is None and server == ("theirs", True)):
        assert decision.deed.is_question
    if taken_away:
        assert decision.deed is Deed.GONE_THERE
    if decision.deed in (Deed.UPDATE, Deed.REMOVE):
        assert decision.tag, "only that very version may be written over"
    if decision.deed is Deed.CREATE:
        assert server is None
    if decision.deed is Deed.KEEP:
        assert (server, ours) == ("t1", OLD)


def test_two_who_say_the_same_have_nothing_to_ask() -> None:
    assert decided(None, NEW, (NEW, False)) == Decision("u", Deed.ADOPT, "/a.ics", "t2")
    assert decided(TOLD[1], OLD, (OLD, False)) == Decision("u", Deed.ADOPT, "/a.ics", "t2")
    # Both came to the same by themselves: ours goes there, so that SEQUENCE and the rest are ours.
    assert decided(TOLD[1], NEW, (NEW, False)) == Decision("u", Deed.UPDATE, "/a.ics", "t2")
