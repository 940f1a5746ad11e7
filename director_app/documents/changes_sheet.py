"""The sheet of what changed since an edition, for everybody or for one person or place."""

from __future__ import annotations

from typing import Final

from director_app.documents.day_sheet import not_for_posting
from director_app.documents.layout import Job
from director_app.documents.options import ChangeLine, Changes
from director_app.documents.sheets import Block, Cell, Column, Head, Look, Note, Row, Sheet, Sheets, Table, pieces
from director_app.wording import message

#: The levels of `planner.comparing.Severity`, the gravest first.
_LEVELS: Final = {
    "major": message("Everybody must know"),
    "notable": message("Good to know in time"),
    "minor": message("Only in the words"),
}


def changes_sheet(job: Job) -> Sheets:
    """What the sheet says.

    Raises:
        RefusedInput: when nothing was given out as an edition yet.
    """
    wording = job.wording
    changes = job.changes() if job.changes is not None else Changes("", None, ())
    columns = (
        Column(wording.context("print", "Date"), 28, Look.STRONG),
        Column(wording.context("print", "What"), 54),
        Column(wording.context("change", "Before"), 50, Look.GREY),
        Column(wording.context("change", "Now"), 50, Look.STRONG),
    )
    blocks: list[Block] = []
    for level, title in _LEVELS.items():
        lines = [line for line in changes.lines if line.severity == level]
        if lines:
            blocks.append(Table(f"{wording.text(title)} · {len(lines)}", columns, _rows(lines)))
    if not blocks:
        blocks.append(Note(wording.text("Nothing changed since then."), is_strong=True))
    since = wording.text("Since edition {edition}", edition=changes.edition) if changes.edition else ""
    if changes.day is not None:
        since = f"{since} · {job.facts.plain_day(changes.day)}"
    count = wording.plural("{n} change", "{n} changes", len(changes.lines))
    head = Head(job.title, _about(job), under=since, under_right=count)
    complex_ = job.plan.complex
    colour = complex_.colour if complex_ else ""
    return Sheets((Sheet(head, tuple(blocks)),), job.facts.foot(job.options), colour, not_for_posting(wording))


def _about(job: Job) -> str:
    """Whom or what it is for; the season when it is for everybody."""
    scope, facts, plan = job.options.scope, job.facts, job.plan
    names = []
    if scope.artist is not None:
        names.append(facts.artist_name(scope.artist))
    if scope.venue is not None:
        names.append(facts.venue_name(scope.venue))
    if scope.programme is not None and scope.programme in plan.programmes:
        names.append(facts.programme_title(plan.programmes[scope.programme]))
    if scope.area is not None and scope.area in plan.areas:
        names.append(facts.said(plan.areas[scope.area], "name"))
    return " · ".join(filter(None, names)) or facts.season_title()


def _rows(lines: list[ChangeLine]) -> tuple[Row, ...]:
    """A row for each; of a date with several changes it is named once."""
    rows, last = [], ("", "")
    for line in lines:
        about = (line.day, line.what)
        said: Cell = pieces(("" if about == last else line.what, Look.PLAIN), (line.became, Look.GREY))
        before = pieces(*((text, Look.GREY) for text in line.before))
        after = pieces(*((text, Look.STRONG) for text in line.after or (line.became,)))
        rows.append(Row(("" if about == last else line.day, said, before, after)))
        last = about
    return tuple(rows)
