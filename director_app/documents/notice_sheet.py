"""The notice of one date as a sheet of plain facts, for an office that writes its own around it."""

from __future__ import annotations

from director_app.documents.content import Fact
from director_app.documents.layout import Job
from director_app.documents.notice import notice_content, the_date
from director_app.documents.sheets import Block, Facts, Head, Note, Sheet, Sheets
from director_app.documents.typography import one_line


def notice_sheets(job: Job) -> Sheets:
    """What the printed notice says, as text.

    Raises:
        RefusedInput: when there is no date to print.
    """
    said, one = notice_content(job), the_date(job)
    flyer, wording, facts = said.flyer, job.wording, job.facts
    is_single = one.date is not None and (one.until is None or one.until == one.date)
    day = wording.date(one.date) if is_single and one.date is not None else facts.dates(one)
    where = " · ".join(part for part in (flyer.place, flyer.address) if part)
    told = (
        (wording.context("print", "Date"), day),
        (wording.context("print", "Time"), facts.clock_text(one) or facts.later),
        (wording.context("print", "Place"), where),
        (wording.context("print", "Artists"), " · ".join(facts.acts(one))),
        (wording.text("Who can come"), said.who),
        (wording.context("print", "Admission"), said.terms),
        (wording.text("In rain or heat"), said.rain),
        (wording.context("print", "Note"), facts.public_note(one)),
    )
    rows = [Fact(label, text) for label, text in told if text]
    title = f"[{flyer.mark}] {flyer.title}" if flyer.mark else flyer.title
    head = Head(said.readers, one_line(title), under=flyer.subtitle or flyer.context)
    blocks: list[Block] = [Note(flyer.intro.text)] if flyer.intro.text else []
    blocks.append(Facts("", "", tuple(rows)))
    if flyer.languages:
        blocks.append(Facts("", "", tuple(Fact(line.language, line.text) for line in flyer.languages)))
    closing = (flyer.caution, said.enquiries, flyer.qr)
    blocks += [Note(text, is_strong=text is said.enquiries) for text in closing if text]
    if flyer.credits:
        blocks.append(Facts("", "", tuple(Fact(group.role, "", group.names) for group in flyer.credits)))
    return Sheets((Sheet(head, tuple(blocks)),), flyer.foot, flyer.colour)
