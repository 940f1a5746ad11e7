"""Parts that the operation plan and the result report share: the outline of the season, its programmes, its money."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from director_app.documents.facts import Facts
from director_app.documents.layout import Job
from director_app.documents.report_outline import Outline
from director_app.documents.settlement import money_table, won
from director_app.documents.settlement_content import FUNDINGS, MoneyTable, settlement
from director_app.documents.sheets import Bar, Bars, Column, Head, Look, Row, Sheet, Sheets, Table
from director_app.domain.outcomes import ReportPart
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.published import initiative_of
from director_app.planner import money
from director_app.planner.indicators import beyond_dates, counted, heads_of
from director_app.wording import message

_MOST_PLACES: Final = 4


def report(job: Job, outline: Outline) -> Sheets:
    """A finished report under its head."""
    facts, plan = job.facts, job.plan
    head = Head(facts.complex_name(), job.title, under=facts.season_title(), under_right=period(job))
    colour = plan.complex.colour if plan.complex else ""
    return Sheets((Sheet(head, tuple(outline.blocks)),), facts.foot(job.options), colour)


def period(job: Job) -> str:
    """From the first to the last day of the season; empty while one is open."""
    season = job.plan.season
    if season.first_day is None or season.last_day is None:
        return ""
    return job.wording.date_span(season.first_day, season.last_day)


def add_overview(outline: Outline) -> None:
    """The second part of both: name, period, places, money, bodies, purpose."""
    job = outline.job
    facts, wording, plan = job.facts, job.wording, job.plan
    outline.part(message("Outline of the project"))
    outline.fact(message("Name of the project"), facts.season_title())
    outline.fact(message("Period"), period(job))
    outline.fact(message("Places"), _places(plan, facts))
    outline.fact(message("Total cost"), won(job, money.granted(plan)) if plan.grants else "")
    for funding, words in FUNDINGS.items():
        amounts = [one.amount or 0 for one in plan.grants.values() if one.funding is funding]
        if amounts:
            text = wording.text("{label}: {text}", label=wording.text(words), text=won(job, sum(amounts)))
            outline.text(text)
    for group in facts.credit_groups(plan.season.credits):
        outline.text(wording.text("{label}: {text}", label=group.role, text=wording.listing(group.names)), 1)
    outline.heading(message("Purpose"))
    if not outline.typed(ReportPart.PURPOSE, 2):
        outline.text(wording.undecided())


def _places(plan: Plan, facts: Facts) -> str:
    used = [one.venue for one in plan.deliveries.values() if one.venue is not None and one.status is not Status.IDEA]
    counts = {name: used.count(name) for name in dict.fromkeys(used)}
    order = sorted(counts, key=lambda name: (-counts[name], facts.venue_name(name)))
    names = [facts.venue_name(name) for name in order[:_MOST_PLACES]]
    if not names:
        return ""
    said = facts.wording.listing(names)
    more = len(order) - len(names)
    return facts.wording.text("{list} and {n} more", list=said, n=more) if more else said


def programme_table(job: Job, counts: Callable[[Delivery], bool], *, with_people: bool) -> Table:
    """Strand, programme, rounds, people and price of what counts, and the sum."""
    wording, facts, plan = job.wording, job.facts, job.plan
    groups: dict[tuple[str, str], list[Delivery]] = {}
    order = {name: (one.position, name) for name, one in plan.initiatives.items()}
    dates = sorted(
        (one for one in plan.deliveries.values() if counts(one)),
        key=lambda one: (order.get(initiative_of(plan, one) or "", (len(order), "")), _title_of(job, one)),  # type: ignore[arg-type]  # ids are texts
    )
    for one in dates:
        groups.setdefault((str(initiative_of(plan, one) or ""), str(one.programme or "")), []).append(one)
    columns = [
        Column(wording.text("Strand"), 34, Look.GREY),
        Column(wording.text("Programme"), 74, Look.STRONG),
        Column(wording.text("Rounds held"), 18, Look.NUMBER),
        *([Column(wording.text("People"), 22, Look.NUMBER)] if with_people else []),
        Column(wording.text("Admission"), 32),
    ]
    rows = []
    for (strand, name), found in groups.items():
        programme = plan.find("programmes", name) if name else None
        people = [_people(job, found)] if with_people else []
        title = _title_of(job, found[0])
        price = facts.admission(programme)
        rows.append(Row((_strand(plan, facts, strand), title, wording.number(len(found)), *people, price)))
    for event, heads in beyond_dates(plan, dates) if with_people else ():
        named = wording.text("{event}: counted as a whole", event=facts.event_title(plan.events.get(event)))
        rows.append(Row(("", named, "", wording.number(heads), "")))
    total = [wording.number(counted(plan, dates).heads)] if with_people else []
    if rows:
        rows.append(Row((wording.text("Sum"), "", wording.number(len(dates)), *total, ""), is_strong=True))
    return Table("", tuple(columns), tuple(rows), wording.text("Nothing yet."), size=9.0)


def _people(job: Job, dates: list[Delivery]) -> str:
    """Those counted at these dates; that nobody counted is no nought."""
    if all(one.counted_heads is None for one in dates):
        return job.wording.text("not counted")
    return job.wording.number(sum(map(heads_of, dates)))


def _title_of(job: Job, one: Delivery) -> str:
    programme: Programme | None = job.plan.programmes.get(one.programme) if one.programme else None
    return job.facts.programme_title(programme) if programme else job.wording.text("Programme to be announced")


def _strand(plan: Plan, facts: Facts, name: str) -> str:
    record = plan.find("initiatives", name) if name else None
    return (record.name if facts.is_korean else record.name_en or record.name) if record is not None else ""


def add_money(outline: Outline, *, planned_only: bool) -> None:
    """Tables of the settlement, and bars of what was used of each code."""
    job = outline.job
    if not job.plan.grants and not job.plan.budget_lines:
        outline.text(job.wording.undecided(), 1)
        return
    funding, codes, *_ = settlement(job.facts).tables
    outline.heading(message("Funding"))
    outline.add(_untitled(job, funding))
    outline.heading(message("Budget by code"))
    if planned_only:
        outline.add(_untitled(job, _planned(codes)))
        return
    outline.add(_untitled(job, codes))
    rows = tuple(
        Bar(", ".join(one.titles) or one.code, used, job.wording.text("{n} %", n=round(used * 100)))
        for one in money.by_code(job.plan)
        if one.sums.budget > 0 and (used := one.sums.used / one.sums.budget) is not None
    )
    outline.add(Bars(job.wording.text("Used of the budget, by code"), rows, most=1.0))


def _planned(table: MoneyTable) -> MoneyTable:
    """Codes with their planned amounts alone."""
    rows = tuple(row[:3] for row in table.rows)
    return table._replace(columns=table.columns[:3], rows=rows, total=table.total[:3] if table.total else None)


def _untitled(job: Job, table: MoneyTable) -> Table:
    return money_table(job, table._replace(title=""))
