"""The result report of a season, section by section as funders ask for it; tables and bars of the same numbers."""

from __future__ import annotations

from typing import Final

from director_app.documents.layout import Job
from director_app.documents.report_outline import Outline
from director_app.documents.report_parts import add_money, add_overview, programme_table, report
from director_app.documents.report_spaces import add_spaces
from director_app.documents.settlement import won
from director_app.documents.sheets import Bar, Bars, Column, Look, Note, Pictures, Row, Sheets, Table
from director_app.domain.local_texts import said
from director_app.domain.outcomes import AudienceGroup, Outcome, PointsBy, ReportPart, Survey
from director_app.domain.programme import Status
from director_app.domain.published import date_order
from director_app.planner import indicators, money
from director_app.wording import Wording, message

_GROUPS: Final = {
    AudienceGroup.WORKERS: message("Workers"),
    AudienceGroup.FAMILIES: message("Families"),
    AudienceGroup.RESIDENTS: message("Residents"),
    AudienceGroup.FOREIGN: message("Foreign workers and residents"),
}
#: So many photographs stand in the report itself.
_MOST_PHOTOS: Final = 8
_FORMULAS: Final = {
    PointsBy.RANGE: message("(mean − 1) ÷ 4 × 100"),
    PointsBy.TIMES_TWENTY: message("mean × 20"),
}


def result_report(job: Job) -> Sheets:
    """What it says."""
    if not job.plan.deliveries and not job.plan.outcomes:
        raise job.nothing()
    outline = Outline(job)
    outline.typed_part(message("Grounds"), ReportPart.BASIS)
    add_overview(outline)
    _add_results(outline)
    outline.part(message("Settlement of accounts"))
    add_money(outline, planned_only=False)
    if job.plan.grants:
        outline.fact(message("To pay back (left over and interest)"), won(job, money.to_pay_back(job.plan)))
    outline.typed_part(message("Assessment"), ReportPart.REVIEW)
    outline.typed_part(message("Administrative matters"), ReportPart.ADMINISTRATION)
    _add_enclosures(outline)
    return report(job, outline)


def _add_results(outline: Outline) -> None:
    job = outline.job
    season = indicators.of_season(job.plan)
    outline.part(message("What was done"))
    outline.heading(message("Summary"))
    outline.add(_summary(job, season))
    if season.stated is not None:
        outline.text(job.wording.text("The column “published” holds figures given out by the operating body."))
    parts = _parts(job)
    if parts.rows:
        outline.heading(message("Published by part"))
        outline.add(parts)
    outline.heading(message("Programmes"))
    outline.add(programme_table(job, lambda one: one.status is Status.DELIVERED, with_people=True))
    outline.heading(message("People by month"))
    outline.add(_months(job))
    if season.groups:
        outline.heading(message("Who came"))
        outline.add(_groups(job, season))
    outline.heading(message("Satisfaction"))
    _add_satisfaction(outline, season.survey)
    outline.heading(message("Changes for rain and heat"))
    _add_weather(outline, season)
    add_spaces(outline)


def _summary(job: Job, season: indicators.Season) -> Table:
    wording, stated, counted = job.wording, season.stated, season.counted
    columns = (
        Column(wording.text("Indicator"), 90, Look.STRONG),
        Column(wording.text("Counted in the plan"), 45, Look.NUMBER),
        Column(wording.text("Published"), 45, Look.NUMBER),
    )
    people, held, firms = (stated.heads, stated.held, stated.companies) if stated else (None, None, None)
    lines: tuple[tuple[str, int, int | None], ...] = (
        (message("Dates planned"), counted.planned, None),
        (message("Dates held"), counted.held, held),
        (message("People"), counted.heads, people),
        (message("Dates whose people were not counted"), counted.uncounted, None),
        (message("Companies reached"), counted.companies, firms),
        (message("Acts on stage"), season.acts, None),
        (message("Local acts among them"), season.local_acts, None),
        (message("Cancelled"), counted.cancelled, None),
        (message("Postponed"), counted.postponed, None),
    )
    rows = tuple(
        Row((wording.text(label), wording.number(own), "" if other is None else wording.number(other)))
        for label, own, other in lines
    )
    return Table("", columns, rows, size=9.5)


def _parts(job: Job) -> Table:
    """What was published of single events, strands, programmes and dates."""
    wording = job.wording
    columns = (
        Column(wording.text("Part"), 74, Look.STRONG),
        Column(wording.text("Rounds held"), 22, Look.NUMBER),
        Column(wording.text("People"), 26, Look.NUMBER),
        Column(wording.text("Companies"), 22, Look.NUMBER),
        Column(wording.text("Groups and satisfaction"), 56),
    )
    told = [one for _name, one in sorted(job.plan.outcomes.items()) if not indicators.is_of_season(one)]
    rows = []
    for one in told:
        numbers = ("" if value is None else wording.number(value) for value in (one.held, one.heads, one.companies))
        rows.append(Row((_part_name(job, one), *numbers, ", ".join(_shares(wording, one)))))
    return Table("", columns, tuple(rows), size=9.5)


def _part_name(job: Job, outcome: Outcome) -> str:
    named = (
        ("deliveries", outcome.delivery),
        ("events", outcome.event),
        ("programmes", outcome.programme),
        ("initiatives", outcome.initiative),
    )
    kind, identity = next((kind, name) for kind, name in named if name)
    record = job.plan.find(kind, identity or "")
    if kind == "deliveries" and record is not None:
        return " ".join(part for part in (record.number, job.facts.title(record)) if part)
    field = "name" if kind == "initiatives" else "title"
    return said(record, field, english=not job.facts.is_korean) if record is not None else ""


def _shares(wording: Wording, outcome: Outcome) -> list[str]:
    found = []
    for share in outcome.groups:
        amount = f"{share.percent:g} %" if share.percent is not None and share.heads is None else ""
        amount = wording.text("{n} people", n=wording.number(share.heads)) if share.heads is not None else amount
        found.append(f"{wording.text(_GROUPS[share.group])} {amount}".rstrip())
    points = indicators.points(outcome.survey)
    if points is not None:
        found.append(wording.text("{points} points of 100", points=f"{points:.1f}"))
    return found


def _months(job: Job) -> Bars:
    wording = job.wording
    rows = []
    for one in indicators.by_month(job.plan):
        year, _, month = one.month.partition("-")
        people = wording.text("{n} people", n=wording.number(one.heads))
        rounds = wording.plural("{n} date", "{n} dates", one.held)
        rows.append(Bar(f"{wording.month(int(year), int(month))} · {rounds}", one.heads, people))
    return Bars(wording.text("People counted at dates that took place"), tuple(rows))


def _groups(job: Job, season: indicators.Season) -> Bars:
    wording = job.wording
    rows = tuple(
        Bar(wording.text(_GROUPS[group]), heads, wording.text("{n} people", n=wording.number(heads)))
        for group, heads in season.groups
    )
    return Bars(wording.text("People by group, as far as they were counted by group"), rows)


def _add_satisfaction(outline: Outline, survey: Survey | None) -> None:
    wording = outline.wording
    points = indicators.points(survey) if survey is not None else None
    if survey is None or points is None:
        outline.text(wording.undecided())
        return
    outline.text(wording.text("{points} points of 100", points=f"{points:.1f}"))
    if survey.mean is None:
        outline.text(wording.text("As published; the number of answers and the formula were not given."))
        return
    said = wording.text("Mean {mean} of 5, {n} answers", mean=f"{survey.mean:.2f}", n=survey.answers or 0)
    outline.text(said)
    outline.text(wording.text("Formula: {formula}", formula=wording.text(_FORMULAS[survey.points_by])))


def _add_weather(outline: Outline, season: indicators.Season) -> None:
    job, wording = outline.job, outline.wording
    text = wording.text(
        "Moved indoors {indoors}, postponed {postponed}, cancelled {cancelled}",
        indoors=season.counted.moved_indoors, postponed=season.counted.postponed, cancelled=season.counted.cancelled,
    )  # fmt: skip
    outline.text(text)
    for one in sorted(job.plan.deliveries.values(), key=date_order):
        if one.status in (Status.CANCELLED, Status.POSTPONED):
            _mood, mark = job.facts.mood(one)
            parts = (one.number, job.facts.dates(one), job.facts.title(one), mark, one.changed_reason)
            line = " ".join(part for part in parts if part)
            outline.text(line, 3)


def _photos(job: Job) -> tuple[str, ...]:
    """Digests of the photographs that hang on dates and events; settlements of grants ask for them."""
    found = [
        one
        for one in job.plan.attachments.values()
        if one.media_type.startswith("image/")
        and one.digest
        and one.subject is not None
        and one.subject.kind in ("deliveries", "events")
    ]
    return tuple(one.digest for one in sorted(found, key=lambda one: (one.name, one.id)))


def _add_enclosures(outline: Outline) -> None:
    job, wording = outline.job, outline.wording
    outline.part(message("Enclosures"))
    photos = _photos(job)
    outline.text(wording.plural("Photographs: {n}", "Photographs: {n}", len(photos)), 1)
    outline.add(*(Pictures(photos[at : at + 2]) for at in range(0, min(len(photos), _MOST_PHOTOS), 2)))
    answered = sum(one.survey.answers or 0 for one in job.plan.outcomes.values())
    outline.text(wording.plural("Survey: {n} answer", "Survey: {n} answers", answered), 1)
    outline.heading(message("Press"))
    if not outline.typed(ReportPart.PRESS, 2):
        outline.text(wording.undecided())
    day = job.plan.today(job.options.made_at.date()) if job.plan.season.reference_date else job.options.made_at.date()
    outline.add(Note(wording.text("As of {date}. End.", date=wording.date(day))))
