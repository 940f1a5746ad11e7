"""What the workspace of proposals says about one as a whole."""

from __future__ import annotations

from director_app.domain.plan import Plan
from director_app.operations.proposal_reasons import Outlook
from director_app.planner.placing.proposals import Proposal
from director_app.wording import Wording


def empty_words(wording: Wording, proposal: Proposal | None, *, is_busy: bool, is_repair: bool) -> str:
    """What stands where there are no lines."""
    if is_busy:
        return ""
    if proposal is not None:
        return wording.text("Nothing has to change: all of it stands well.")
    if is_repair:
        return wording.text(
            "Say who drops out and when. Whatever can stay as it is stays; whom to tell stands beside the proposal."
        )
    return wording.text(
        "A proposal puts what has no date where nothing clashes, by what counts for you. "
        "Nothing changes before you accept it."
    )


def summary_words(wording: Wording, proposal: Proposal) -> str:
    """How much it places, moves and leaves."""
    new = sum(one.before.date is None for one in proposal.placements)
    counts = {"new": new, "moved": len(proposal.placements) - new, "left": len(proposal.left)}
    return wording.text("{new} placed · {moved} moved · {left} without a place", **counts)


def corner_words(wording: Wording, found: Outlook | None) -> str:
    """How many areas have a week with nothing, before and after."""
    if found is None:
        return ""
    return wording.text(
        "Areas with an empty week, counted by weeks: {before} now, {after} with it",
        before=found.empty_before,
        after=found.empty_after,
    )


def outdated_words(wording: Wording, made_for: Plan | None, plan: Plan, found: Outlook | None) -> str:
    """Whether it still holds; empty while the plan is the one it was made for and nothing ticked clashes by itself."""
    if made_for is plan:
        broken = len(found.broken) if found is not None else 0
        return wording.text("{n} of what was ticked would clash by itself.", n=broken) if broken else ""
    if found is None or found.plan is not plan:
        return wording.text("The plan was changed since; the proposal is being looked at again …")
    if not found.broken:
        return wording.text("The plan was changed since; the proposal still holds.")
    return wording.plural(
        "The plan was changed since; {n} line no longer holds.",
        "The plan was changed since; {n} lines no longer hold.",
        len(found.broken),
    )
