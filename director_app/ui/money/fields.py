"""The rows of the page of money and results: what each field holds, how it is written and read."""

from __future__ import annotations

from typing import Final

from director_app.documents.light_words import KINDS as WORK_KINDS
from director_app.documents.settlement_content import FUNDINGS
from director_app.domain.lights import WorkKind
from director_app.domain.outcomes import AudienceGroup, PointsBy, ReportPart
from director_app.domain.papers import Funding, MoneyStage
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.field_forms import CLOCK, COUNT, DATE, DECIMAL
from director_app.ui.forms.named_choices import REFERENCE, named_choices, word_choices
from director_app.ui.frame.delivery_lines import STAGE_WORDS
from director_app.ui.frame.fact_forms import choice_of
from director_app.ui.money.typed_rules import RULES
from director_app.wording import message

PART_WORDS: Final = {
    ReportPart.BASIS: message("Grounds"),
    ReportPart.PURPOSE: message("Purpose"),
    ReportPart.LAYOUT: message("Contents and layout"),
    ReportPart.PUBLICITY: message("Publicity"),
    ReportPart.GUESTS: message("Guests and protocol"),
    ReportPart.STAFF: message("Staff"),
    ReportPart.TRAFFIC: message("Traffic and parking"),
    ReportPart.HYGIENE: message("Environment and hygiene"),
    ReportPart.SAFETY: message("Safety"),
    ReportPart.WEATHER: message("Rain and heat"),
    ReportPart.TIMETABLE: message("Timetable"),
    ReportPart.REVIEW: message("Assessment"),
    ReportPart.PRESS: message("Press"),
    ReportPart.ADMINISTRATION: message("Administrative matters"),
}
_FORMULA_WORDS: Final = {
    PointsBy.RANGE: message("(mean − 1) ÷ 4 × 100"),
    PointsBy.TIMES_TWENTY: message("mean × 20"),
}


GRANT: Final = (
    FieldSpec("name", message("Funding line"), hint=message("Funding line")),
    FieldSpec("funding", message("Source of money"), choice_of(Funding), choices=word_choices(FUNDINGS), width=104),
    FieldSpec("amount", message("Amount in won"), COUNT, width=128, hint=message("Amount in won")),
    FieldSpec("interest", message("Interest in won"), COUNT, width=104, hint=message("Interest")),
)
LINE: Final = (
    FieldSpec("code", message("Budget code"), width=54, hint=message("Code")),
    FieldSpec("subcode", message("Sub-code"), width=48, hint=message("Sub-code")),
    FieldSpec("title", message("What for"), hint=message("what for")),
    FieldSpec("stage", message("Stage"), choice_of(MoneyStage), choices=word_choices(STAGE_WORDS), width=92),
    FieldSpec("amount", message("Amount in won"), COUNT, width=112, hint=message("Amount in won")),
    FieldSpec("payee", message("Payee"), width=112, hint=message("to whom")),
    FieldSpec("on", message("Paid on"), DATE, width=128, hint=message("Paid on")),
    FieldSpec("withheld_percent", message("Withheld in percent"), DECIMAL, width=64, hint=message("tax %")),
)
WORK: Final = (
    FieldSpec("title", message("Work of light"), width=200, hint=message("Title")),
    FieldSpec("kind", message("Kind"), choice_of(WorkKind), choices=word_choices(WORK_KINDS), width=104),
    FieldSpec("venue", message("Venue"), REFERENCE, choices=named_choices("venues", message("undecided")), width=170),
    FieldSpec("rules", message("Lit"), RULES, hint=message("dusk +20, at latest 20:30, ~23:00, Fri Sat")),
    FieldSpec("curfew", message("Dark from"), CLOCK, width=76, hint=message("Dark from")),
)
OUTCOME: Final = (
    FieldSpec("held", message("Dates held"), COUNT, width=72, hint=message("Dates")),
    FieldSpec("heads", message("People"), COUNT, width=90, hint=message("People")),
    FieldSpec("companies", message("Companies reached"), COUNT, width=92, hint=message("Companies")),
    FieldSpec("survey.answers", message("Answers"), COUNT, width=76, hint=message("Answers")),
    FieldSpec("survey.mean", message("Mean of 5"), DECIMAL, width=76, hint=message("Mean of 5")),
    FieldSpec(
        "survey.points_by", message("Formula"), choice_of(PointsBy), choices=word_choices(_FORMULA_WORDS), width=150
    ),
    FieldSpec("survey.points", message("Points as published"), DECIMAL, width=84, hint=message("of 100")),
)
#: The groups among those who came: counted, or as a share of all.
GROUP_WORDS: Final = {
    AudienceGroup.WORKERS: message("workers"),
    AudienceGroup.FAMILIES: message("families"),
    AudienceGroup.RESIDENTS: message("residents"),
    AudienceGroup.FOREIGN: message("foreign"),
}
GROUPS: Final = tuple(
    spec
    for group, words in GROUP_WORDS.items()
    for spec in (
        FieldSpec(f"groups[group={group}].heads", words, COUNT, width=64, hint=message("heads"), unit=words),
        FieldSpec(f"groups[group={group}].percent", words, DECIMAL, width=48, hint=message("share"), unit=message("%")),
    )
)
TEXT: Final = (
    FieldSpec(
        "part", message("Part of the report"), choice_of(ReportPart), choices=word_choices(PART_WORDS), width=150
    ),
    FieldSpec("text", message("Text"), lines=2, hint=message("a line for each numbered line of the report")),
)
