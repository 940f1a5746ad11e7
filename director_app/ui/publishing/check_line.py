"""A line of what to look at before something is given out."""

from __future__ import annotations

from typing import Final, NamedTuple

from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.wording import Wording

ENQUIRIES: Final = Subject("seasons", "season")


class CheckLine(NamedTuple):
    """One line: level ("ok" for what is in order), sentence, what a link would open, and the word of the link."""

    level: str
    sentence: str
    subject: Subject | None = None
    link: str = ""
    page: int | None = None


def enquiries_lines(plan: Plan, wording: Wording) -> list[CheckLine]:
    """Whom readers can ask."""
    season = plan.season
    if season.enquiries and season.enquiries_phone:
        said = wording.text("Enquiries: {name} {phone}", name=season.enquiries, phone=season.enquiries_phone)
        return [CheckLine("ok", said)]
    no_phone = wording.text("No telephone number for enquiries")
    said = no_phone if season.enquiries else wording.text("No desk for enquiries is named")
    return [CheckLine("block", said, ENQUIRIES, wording.text("Add enquiries"))]
