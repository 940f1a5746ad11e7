"""Drafts and a Plan -> a proposal: every row new, changed, same, unclear or refused, with reasons. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any, Final, Literal, Protocol, TypeAlias

from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal, RefusedEdit
from director_app.imports import field_names as names
from director_app.imports.bench import Bench
from director_app.imports.charge_fields import SHEETS
from director_app.imports.charge_rows import propose_charge
from director_app.imports.delivery_rows import DeliveryMatcher, foresee, propose_deliveries
from director_app.imports.drafts import Draft
from director_app.imports.matching import name_key
from director_app.imports.proposed import Difference, ProposedRow, RowOutcome
from director_app.imports.record_rows import (
    Matched,
    propose_application,
    propose_artist,
    propose_programme,
    propose_venue,
)
from director_app.imports.remarks import Remark
from director_app.wording import message

STOPPED: Final = message("The import was stopped; nothing was changed.")
_ROWS_PER_REPORT: Final = 50


#: What becomes of unclear rows: left out, or taken as new.
Unclear: TypeAlias = Literal["skip", "new"]


class Stop(Protocol):
    """A flag that asks work to end."""

    def is_set(self) -> bool:
        """Whether it was asked to end."""
        ...


def propose_rows(
    plan: Plan,
    drafts: Sequence[Draft],
    *,
    unclear: Unclear = "skip",
    fill_blanks: bool = False,
    progress: Callable[[int, int], None] | None = None,
    stop: Stop | None = None,
) -> tuple[ProposedRow, ...]:
    """What every draft would do to the plan, in the order of the rows. `unclear` rows are left out or taken as new.

    With `fill_blanks` rows change nothing that is known; they only say what is undecided so far.

    Raises:
        Refusal: when `stop` was set.
    """
    if fill_blanks:
        drafts = [replace(draft, fills_blanks=True) for draft in drafts]
    return _Proposer(plan, drafts, unclear).rows(progress, stop)


class _Proposer:
    """One pass over the drafts with the bench they are matched on."""

    def __init__(self, plan: Plan, drafts: Sequence[Draft], unclear: Unclear) -> None:
        self._bench = Bench(plan)
        self._unclear = unclear
        self._drafts = drafts
        deliveries = [draft for draft in drafts if draft.kind == names.DELIVERIES and draft.refused is None]
        self._matcher = DeliveryMatcher(plan)
        foresee(self._bench, self._matcher, deliveries)
        self._own_lineups = _titles_with_own_lineups(deliveries)
        self._order = 1 + max((one.received_order for one in plan.applications.values()), default=0)

    def rows(self, progress: Callable[[int, int], None] | None, stop: Stop | None) -> tuple[ProposedRow, ...]:
        """All rows."""
        done: list[ProposedRow] = []
        # Places and people first: rows of deliveries in another sheet then find them.
        first = (names.ARTISTS, names.VENUES, names.PROGRAMMES, names.DELIVERIES, names.APPLICATIONS)
        ranks = {kind: rank for rank, kind in enumerate((*first, *SHEETS))}
        order = sorted(range(len(self._drafts)), key=lambda index: ranks.get(self._drafts[index].kind, len(ranks)))
        by_index: dict[int, ProposedRow] = {}
        for count, index in enumerate(order, 1):
            if stop is not None and stop.is_set():
                raise Refusal(STOPPED)
            by_index[index] = self._row(self._drafts[index])
            if progress is not None and (count % _ROWS_PER_REPORT == 0 or count == len(order)):
                progress(count, len(order))
        done.extend(by_index[index] for index in range(len(self._drafts)))
        return tuple(done)

    def _row(self, draft: Draft) -> ProposedRow:
        if draft.refused is not None:
            return self._refused(draft, draft.refused)
        try:
            matched = self._staged(draft)
        except RefusedEdit as refusal:
            self._bench.drop()
            reason = Remark(refusal.message, tuple(refusal.values.items()), *draft.place)
            return self._refused(draft, reason)
        changes = self._bench.staged_changes()
        reasons = tuple(reason.at(*draft.place) for one in matched for reason in one.reasons)
        remarks = (*draft.remarks, *(item.at(*draft.place) for one in matched for item in one.remarks))
        candidates = tuple(candidate for one in matched for candidate in one.candidates)
        if reasons:
            if self._unclear == "new":
                self._bench.keep()
            else:
                self._bench.drop()
            return self._made(draft, matched, RowOutcome.UNCLEAR, (*remarks, *reasons), changes, candidates)
        main = {(one.kind, one.id) for one in matched}
        is_new = any(change.before is None and (change.kind, change.id) in main for change in changes)
        outcome = RowOutcome.NEW if is_new else RowOutcome.CHANGED if changes else RowOutcome.SAME
        self._bench.keep()
        return self._made(draft, matched, outcome, remarks, changes, candidates)

    def _staged(self, draft: Draft) -> list[Matched]:
        if draft.kind == names.DELIVERIES:
            own = name_key(draft.facts.get("title", "")) in self._own_lineups
            return propose_deliveries(self._bench, self._matcher, draft, own_lineup=own)
        if draft.kind == names.APPLICATIONS:
            matched = propose_application(self._bench, draft, self._order)
            self._order += 1
            return [matched]
        if draft.kind in SHEETS:
            return [propose_charge(self._bench, draft)]
        simple = {
            names.ARTISTS: propose_artist,
            names.VENUES: propose_venue,
            names.PROGRAMMES: propose_programme,
        }
        return [simple[draft.kind](self._bench, draft)]

    def _made(
        self,
        draft: Draft,
        matched: Sequence[Matched],
        outcome: RowOutcome,
        remarks: tuple[Remark, ...],
        changes: Sequence[Any],
        candidates: tuple[tuple[str, str], ...],
    ) -> ProposedRow:
        return ProposedRow(
            draft.file, draft.sheet, draft.row, draft.kind, outcome, matched[0].title if matched else "",
            tuple(dict.fromkeys(remarks)), _differences(changes) if outcome is RowOutcome.CHANGED else (),
            tuple(changes), candidates, tuple((one.kind, one.id) for one in matched),
        )  # fmt: skip

    def _refused(self, draft: Draft, reason: Remark) -> ProposedRow:
        remarks = tuple(dict.fromkeys((*draft.remarks, reason)))
        title = str(draft.facts.get("title") or draft.facts.get("name") or draft.facts.get("organisation") or "")
        return ProposedRow(draft.file, draft.sheet, draft.row, draft.kind, RowOutcome.REFUSED, title, remarks)


def _titles_with_own_lineups(drafts: Iterable[Draft]) -> frozenset[str]:
    """Titles whose rows name different people: each delivery then has a line-up of its own."""
    lineups: dict[str, set[tuple[str, ...]]] = {}
    for draft in drafts:
        if draft.facts.get("title"):
            lineups.setdefault(name_key(draft.facts["title"]), set()).add(tuple(draft.facts.get("artists", ())))
    return frozenset(title for title, several in lineups.items() if len(several) > 1)


def _differences(changes: Iterable[Any]) -> tuple[Difference, ...]:
    found = []
    for change in changes:
        if change.before is None or change.after is None:
            continue
        for name, before, after in zip(change.after._fields, change.before, change.after, strict=True):
            if before != after:
                found.append(Difference(change.kind, change.id, name, before, after))
    return tuple(found)
