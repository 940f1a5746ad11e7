"""The contact list: everybody's numbers by artists, places and organisations. For work only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from director_app.documents.choosing import chosen
from director_app.documents.day_sheet import not_for_posting
from director_app.documents.layout import Job
from director_app.documents.sheets import Block, Column, Head, Look, Row, Sheet, Sheets, Table
from director_app.domain.parts import artists_of
from director_app.domain.refusals import RefusedInput
from director_app.wording import message


def contact_list(job: Job) -> Sheets:
    """What the list says; of a part of the season those who have to do with it.

    Raises:
        RefusedInput: when nobody has a contact.
    """
    plan, wording = job.plan, job.wording
    parties: list[tuple[str, Iterable[Any]]] = [
        (wording.text("Artists and groups"), plan.artists.values()),
        (wording.text("Places"), plan.venues.values()),
        (wording.text("Companies and bodies"), plan.organisations.values()),
    ]
    if not job.options.scope.is_everything:
        named = _named(job)
        parties = [(title, [one for one in records if one.id in named]) for title, records in parties]
    columns = (
        Column(wording.text("Whose"), 40, Look.STRONG),
        Column(wording.context("print", "Name"), 26),
        Column(wording.text("Role"), 26, Look.GREY),
        Column(wording.text("Phone"), 40, Look.TIME),
        Column(wording.text("E-mail"), 48, Look.GREY),
    )
    blocks: list[Block] = []
    for title, records in parties:
        rows = _rows(records)
        if rows:
            blocks.append(Table(title, columns, rows))
    if not blocks:
        raise RefusedInput(message("No contact is entered for any of them, so there is no list to print."))
    head = Head(job.title, job.facts.season_title(), under=job.facts.complex_name())
    complex_ = plan.complex
    colour = complex_.colour if complex_ else ""
    return Sheets((Sheet(head, tuple(blocks)),), job.facts.foot(job.options), colour, not_for_posting(wording))


def _rows(records: Iterable[Any]) -> tuple[Row, ...]:
    rows = []
    for record in sorted(records, key=lambda one: (getattr(one, "sort_name", "") or one.name, one.id)):
        for number, contact in enumerate(record.contacts):
            whose = "" if number else record.name
            rows.append(Row((whose, contact.name, contact.role, contact.phone, contact.email)))
    return tuple(rows)


def _named(job: Job) -> set[str]:
    named: set[str] = set()
    for one in chosen(job):
        named.update(artists_of(job.plan, one))
        named |= {each for each in (one.venue, one.organisation) if each is not None}
    return named
