"""The list of problems: what does not fit together, by level, with the sentences the window shows."""

from __future__ import annotations

from director_app.documents.day_sheet import not_for_posting
from director_app.documents.layout import Job
from director_app.documents.sheets import Column, Head, Look, Row, Sheet, Sheets, Table
from director_app.wording import message

_LEVELS = {
    "block": message("Must be solved"),
    "warning": message("Should be looked at"),
    "note": message("Good to know"),
}


def problem_list(job: Job) -> Sheets:
    """What the list says.

    Raises:
        RefusedInput: when the plan has no date at all.
    """
    if not job.plan.deliveries:
        raise job.nothing()
    wording = job.wording
    found = job.problems() if job.problems is not None else ()
    columns = (
        Column("", 8, Look.GREY),
        Column(wording.context("print", "Date"), 28, Look.STRONG),
        Column(wording.context("print", "What"), 146),
    )
    blocks = []
    for level, title in _LEVELS.items():
        lines = [one for one in found if one.level == level]
        if lines:
            rows = tuple(Row((str(number), one.day, one.sentence)) for number, one in enumerate(lines, 1))
            blocks.append(Table(f"{wording.text(title)} · {len(lines)}", columns, rows))
    if not blocks:
        blocks.append(Table("", columns, (), wording.text("No problem is known.")))
    count = wording.plural("{n} problem", "{n} problems", len(found))
    head = Head(job.title, job.facts.season_title(), under=job.facts.complex_name(), under_right=count)
    complex_ = job.plan.complex
    colour = complex_.colour if complex_ else ""
    return Sheets((Sheet(head, tuple(blocks)),), job.facts.foot(job.options), colour, not_for_posting(wording))
