"""A notice as plain text, to paste into a message or a web page: no emoji, nobody's private number."""

from __future__ import annotations

from typing import Final

from director_app.documents.facts import Facts
from director_app.documents.options import DocumentOptions
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import date_order
from director_app.domain.refusals import RefusedInput
from director_app.wording import Wording, message

#: More dates than anybody reads in a message.
_MOST: Final = 30


def notice_text(plan: Plan, wording: Wording, options: DocumentOptions) -> str:
    """Title, when, where, what in rain, terms and enquiries of what was asked for, one fact a line.

    Raises:
        RefusedInput: when there is no date that may be printed.
    """
    holds = options.scope.holds(plan)
    found = sorted(
        (one for one in plan.deliveries.values() if one.status is not Status.IDEA and holds(one)), key=date_order
    )
    if not found:
        raise RefusedInput(message("There is no date to print, so {document} cannot be made."),
                           document=wording.text("the text"))  # fmt: skip
    if options.scope.is_everything:
        today = plan.today(options.made_at.date())
        found = [next((one for one in found if one.date is not None and one.date >= today), found[-1])]
    facts = Facts(plan, wording)
    blocks: list[str] = []
    for one in found[:_MOST]:
        lines = _lines(facts, wording, one)
        if lines not in blocks:
            blocks.append(lines)
    foot = [wording.text("Enquiries: {name}", name=facts.enquiries())] if facts.enquiries() else []
    if plan.season.web_address:
        foot.append(plan.season.web_address)
    return "\n\n".join([*blocks, *(["\n".join(foot)] if foot else [])]) + "\n"


def _lines(facts: Facts, wording: Wording, one: Delivery) -> str:
    programme = facts.plan.programmes.get(one.programme) if one.programme else None
    _mood, mark = facts.mood(one)
    title = facts.title(one)
    when = " ".join(part for part in (facts.dates(one), facts.clock_text(one)) if part)
    if one.start is None and one.date is not None:
        when = f"{when} ({wording.context('print', 'Time')} {facts.later})"
    said = (
        f"[{mark}] {title}" if mark else title,
        wording.text("When: {when}", when=" ".join(part for part in (when, facts.moved(one)) if part)),
        wording.text("Where: {place}", place=facts.place(one)[0]),
        facts.fallback(one),
        " · ".join(facts.acts(one)),
        facts.meta(one, programme),
        facts.public_note(one),
    )
    return "\n".join(line for line in said if line)
