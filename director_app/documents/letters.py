"""Letters to those who applied: a date is offered, or none is to be had. One letter each, on a page of its own.

What the director noted about a decision is hers and is not printed; nor are contacts of other people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from director_app.documents.layout import Job
from director_app.documents.report_outline import mark
from director_app.documents.sheets import Block, Head, Item, Note, Sheet, Sheets
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Application
from director_app.planner.applicants import Letter, applicant_of, applications_for, offered, places_of_receipt
from director_app.wording import message

#: The letters of the catalogue by their names.
LETTERS: Final[Mapping[str, Letter]] = {"offer-letter": Letter.OFFER, "refusal-letter": Letter.REFUSAL}

_NOBODY: Final = {
    Letter.OFFER: message("No application is answered with a date that takes place, so there is no letter of offer."),
    Letter.REFUSAL: message("No application is declined, so there is no letter of refusal."),
}
_TITLES: Final = {Letter.OFFER: message("Letter of offer"), Letter.REFUSAL: message("Letter of refusal")}
_Line = tuple[str, str]


def offers(job: Job) -> Sheets:
    """A letter for every application that has a date.

    Raises:
        RefusedInput: when none has.
    """
    return letters(job, Letter.OFFER)


def refusals(job: Job) -> Sheets:
    """A letter for every application that was declined.

    Raises:
        RefusedInput: when none was.
    """
    return letters(job, Letter.REFUSAL)


def letters(job: Job, letter: Letter) -> Sheets:
    """What the letters say.

    Raises:
        RefusedInput: when nobody gets one.
    """
    found = applications_for(job.plan, letter, job.options.scope.application)
    if not found:
        raise RefusedInput(_NOBODY[letter])
    places = places_of_receipt(job.plan)
    sheets = tuple(_sheet(job, one, letter, places[one.id]) for one in found)
    complex_ = job.plan.complex
    return Sheets(sheets, job.facts.foot(job.options), complex_.colour if complex_ else "")


def _recipient(job: Job, application: Application) -> str:
    """Who applied, by the name in the plan, else by the name as it was sent; with the address of respect."""
    facts, wording = job.facts, job.wording
    applicant = applicant_of(job.plan, application)
    if applicant is None:
        return wording.text("To {name}", name=application.applicant or application.number)
    name = facts.said(job.plan.table(applicant[0])[applicant[1]], "name")
    if applicant[0] == "artists":
        return wording.text("To {name}", name=name)
    return wording.text("To the company {name}", name=name)


def _sheet(job: Job, application: Application, letter: Letter, place: int) -> Sheet:
    wording, facts = job.wording, job.facts
    to = _recipient(job, application)
    head = Head(
        wording.text(_TITLES[letter]),
        to,
        under=facts.season_title(),
        under_right=facts.plain_day(job.options.made_at.date()),
    )
    delivery = offered(job.plan, application)
    received = _received(job, application, place)
    if letter is Letter.OFFER and delivery is not None:
        blocks = _offer(job, [*received, *_date(job, delivery)])
    else:
        blocks = _refusal(job, [*received, (wording.text("Wishes"), _wishes(application))])
    return Sheet(head, (*blocks, Note(wording.text("End.")), Note(facts.complex_name(), is_strong=True)))


def _offer(job: Job, lines: Iterable[_Line]) -> list[Block]:
    wording, enquiries = job.wording, job.facts.enquiries()
    answer = (
        wording.text("Please tell {enquiries} whether this date suits you.", enquiries=enquiries)
        if enquiries
        else wording.text("Please tell us whether this date suits you.")
    )
    return [
        *_paragraph(job, 1, wording.text("Thank you for your application.")),
        *_paragraph(job, 2, wording.text("We are glad to offer you the following."), lines),
        *_paragraph(job, 3, answer),
    ]


def _refusal(job: Job, lines: Iterable[_Line]) -> list[Block]:
    wording, enquiries = job.wording, job.facts.enquiries()
    sorry = wording.text("We looked at it with care and are sorry that we cannot offer you a date this season.")
    blocks = [
        *_paragraph(job, 1, wording.text("Thank you for your application.")),
        *_paragraph(job, 2, sorry, lines),
        *_paragraph(job, 3, wording.text("We hope to come to you at another time.")),
    ]
    if enquiries:
        blocks += _paragraph(job, 4, wording.text("Enquiries: {enquiries}", enquiries=enquiries))
    return blocks


def _paragraph(job: Job, number: int, text: str, lines: Iterable[_Line] = ()) -> list[Block]:
    """A numbered sentence, with lettered facts under it; facts that are not known are left out."""
    wording = job.wording
    blocks: list[Block] = [Item(1, mark(wording, 0, number), text)]
    known = [line for line in lines if line[1]]
    for place, (label, said) in enumerate(known, 1):
        line = wording.text("{label}: {text}", label=label, text=said)
        blocks.append(Item(2, mark(wording, 1, place), line))
    return blocks


def _received(job: Job, application: Application, place: int) -> list[_Line]:
    """Number, moment and place in the order of receipt: what the order can be proved by."""
    wording, moment = job.wording, application.received_at
    said = ""
    if moment is not None:
        said = f"{wording.date(moment.date())} {wording.clock(moment.hour * 60 + moment.minute)}"
    return [
        (wording.text("Application number"), application.number),
        (wording.text("Date and time of receipt"), said),
        (wording.text("Place in the order of receipt"), wording.text("no. {n}", n=place)),
    ]


def _date(job: Job, delivery: Delivery) -> list[_Line]:
    wording, facts = job.wording, job.facts
    day = wording.date(delivery.date) if delivery.date is not None and delivery.until is None else facts.dates(delivery)
    when = " ".join(part for part in (day, facts.clock_text(delivery)) if part)
    return [
        (wording.text("Programme"), facts.title(delivery)),
        (wording.text("Date and time"), when),
        (wording.context("print", "Place"), facts.place(delivery)[0] or facts.later),
        (wording.context("print", "Artists"), ", ".join(facts.acts(delivery))),
        (wording.text("In rain or heat"), facts.fallback(delivery).removeprefix("※").strip()),
    ]


def _wishes(application: Application) -> str:
    return ", ".join(wish.text for wish in application.wishes if wish.text)
