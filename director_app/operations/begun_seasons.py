"""What a season that begins with a table or with two answers knows of itself."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from director_app.domain.ids import ComplexId, new_id
from director_app.domain.plan import SEASON, RecordChange
from director_app.domain.programme import Delivery
from director_app.domain.season import Complex, Season
from director_app.imports.proposal import Unclear, propose_rows
from director_app.imports.proposed import ImportProposal, RowOutcome


def season_of_import(proposal: ImportProposal, unclear: Unclear = "skip") -> Season:
    """A season that spans the dates a table brings. Its title stays undecided: the name of a file is none."""
    rows = proposal.rows
    if unclear == "new" and any(row.outcome is RowOutcome.UNCLEAR for row in rows):
        rows = propose_rows(proposal.plan, proposal.drafts, unclear="new")
    first, last = period_of(change for row in rows for change in row.changes)
    return Season(SEASON, first_day=first, last_day=last)


def period_of(changes: Iterable[RecordChange]) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last date of the deliveries among changes; None twice when none is dated."""
    found = [change.after for change in changes if isinstance(change.after, Delivery)]
    days = [(one.date, one.until or one.date) for one in found if one.date is not None]
    return (min(first for first, _last in days), max(last for _first, last in days)) if days else (None, None)


def season_of_answers(
    complex_name: str, first: datetime.date | None, last: datetime.date | None
) -> tuple[Season, Complex | None]:
    """The season of an empty plan and its complex; what was skipped stays undecided."""
    season = Season(SEASON, first_day=first, last_day=last)
    name = complex_name.strip()
    return season, Complex(ComplexId(new_id()), name) if name else None
