"""Tables of the result report: who stayed in open workshops, what it led to, and what spaces were supported with."""

from __future__ import annotations

from director_app.documents.charge_words import SUPPORT_KINDS, SUPPORT_STATES
from director_app.documents.layout import Job
from director_app.documents.report_outline import Outline
from director_app.documents.sheets import Column, Look, Row, Table
from director_app.domain.spaces import Stay, Support
from director_app.planner.spaces import points_of
from director_app.wording import message


def add_spaces(outline: Outline) -> None:
    """Stays and support under headings of their own, where there are any."""
    plan = outline.job.plan
    stays = sorted(plan.stays.values(), key=lambda one: (str(one.first_day or ""), one.name, one.id))
    supports = sorted(plan.supports.values(), key=lambda one: (one.kind, one.title, one.id))
    if stays:
        outline.heading(message("Stays in open workshops"))
        outline.add(_stays(outline.job, stays))
    if supports:
        outline.heading(message("Evaluations, grants and designations"))
        outline.add(_supports(outline.job, supports))


def _stays(job: Job, stays: list[Stay]) -> Table:
    wording, facts, plan = job.wording, job.facts, job.plan
    columns = (
        Column(wording.text("Name"), 38, Look.STRONG),
        Column(wording.context("print", "Place"), 40),
        Column(wording.text("Period"), 48),
        Column(wording.text("Open days"), 20, Look.TIME),
        Column(wording.text("What it led to"), 44, Look.GREY),
    )
    rows = []
    for one in stays:
        programme = plan.programmes.get(one.programme) if one.programme else None
        came = facts.programme_title(programme) if programme is not None else ""
        name = facts.artist_name(one.artist) if one.artist else one.name
        place = facts.venue_name(one.venue) if one.venue else ""
        rows.append(Row((name, place, _period(job, one), str(len(one.open_days)), came)))
    return Table("", columns, tuple(rows), size=8.5)


def _supports(job: Job, supports: list[Support]) -> Table:
    wording = job.wording
    columns = (
        Column(wording.text("Kind"), 22, Look.STRONG),
        Column(wording.text("What it is"), 62),
        Column(wording.text("State"), 22),
        Column(wording.text("Period"), 46),
        Column(wording.text("Points or amount"), 38, Look.NUMBER),
    )
    rows = []
    for one in supports:
        points = points_of(one)
        said = wording.text("{points} of 100", points=f"{points:.1f}") if points is not None else ""
        amount = wording.text("{amount} won", amount=wording.number(one.amount)) if one.amount is not None else ""
        words = (wording.text(SUPPORT_KINDS[one.kind]), one.title, wording.text(SUPPORT_STATES[one.state]))
        rows.append(Row((*words, _period(job, one), " · ".join(part for part in (said, amount) if part))))
    return Table("", columns, tuple(rows), size=8.5)


def _period(job: Job, one: Stay | Support) -> str:
    wording = job.wording
    if one.first_day is None:
        decided = getattr(one, "decided_on", None)
        return wording.date(decided) if decided is not None else ""
    return wording.date(one.first_day) if one.last_day is None else wording.date_span(one.first_day, one.last_day)
