"""A document as the director wants it: her template laid over the plan and the words before anything is laid out.

The makers of documents know nothing of it: they are given a plan whose season says what the template says, whose
programmes lack what is left out, and a wording that says her headings for the usual ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar, get_args

from director_app.documents.catalogue import DocumentSpec
from director_app.documents.options import DocumentOptions, Size, Style
from director_app.domain.papers import Template
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.wording import Wording, message

NO_TEMPLATE: Final = message("That template is no longer in the plan.")
OTHER_DOCUMENT: Final = message("The template “{template}” is for another document.")

#: Texts of the season that a template may word otherwise, and what they are called.
SEASON_TEXTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": message("Name of the series"),
        "subtitle": message("Subtitle"),
        "booking_note": message("How to book"),
        "rain_note": message("In rain or heat"),
        "notice": message("Line at the foot"),
        "enquiries": message("Desk for enquiries"),
    }
)
#: The introduction of the programme it is about.
INTRO: Final = "intro"
INTRO_NAME: Final = message("Introduction")
_SHORT: Final = ("title", "subtitle", "notice", "enquiries")
_GUIDE: Final = ("title", "subtitle", "booking_note", "rain_note", "notice", "enquiries")

_BOOKLET: Final = (
    "Programme book", "Before you come", "Contents", "Booking", "Rain and heat", "Changes", "Enquiries",
    "Exhibitions this month", "Artists", "Venues", "Areas", "Made together by", "Notes", "Latest dates",
)  # fmt: skip
_FLYER: Final = (
    "Time", "Place", "Artists", "Admission", "Booking", "Access", "Note", "Enquiries", "About", "Free", "Latest dates",
    "See this date", "All dates are on the back.", "Dates may change.",
)  # fmt: skip
#: Headings by document, by the English text that stands in the code; those drawn with "print" among them.
HEADINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "booklet": _BOOKLET,
        "booklet-imposed": _BOOKLET,
        "leaflet": ("Before you come", "Booking", "Rain and heat", "Changes", "Enquiries", "On several days",
                    "Latest dates", "Dates may change."),
        "poster": ("Dates may change.",),
        "flyer": _FLYER,
        "flyer-4up": _FLYER,
        "month-calendar": ("Culture Day", "Also on", "Date to be announced"),
        "week-timetable": ("Area", "Area open"),
        "notice": ("To everybody who works here", "Dates may change."),
        "festival-programme": ("Time", "All day, and times to be announced"),
    }
)  # fmt: skip

#: What need not be printed: its name, and the fields that are then empty, by kind of record.
LEFT_OUT: Final[Mapping[str, tuple[str, Mapping[str, Mapping[str, Any]]]]] = MappingProxyType(
    {
        "photos": (message("Photos"), {"programmes": {"photo": None}}),
        "intro": (message("Introductions"), {"programmes": {"intro": ""}}),
        "subtitle": (message("Subtitles"), {"programmes": {"subtitle": ""}, "seasons": {"subtitle": ""}}),
        "audience": (message("Audience and age"), {"programmes": {"audience": "", "age_rating": ""}}),
        "admission": (message("Admission"), {"programmes": {"admission": "", "is_free": None}}),
        "booking": (message("Booking"), {"programmes": {"booking": ""}, "deliveries": {"booking": ""}}),
        "notes": (message("Notes on single dates"), {"deliveries": {"public_note": ""}}),
        "qr": (message("QR code and address"), {"seasons": {"web_address": ""}}),
        "credits": (
            message("Hosts and supporters"),
            {"seasons": {"credits": ()}, "events": {"credits": ()}, "programmes": {"credits": ()},
             "deliveries": {"credits": None}},
        ),
    }
)  # fmt: skip
#: Styles in which photos give way.
_WITHOUT_PHOTOS: Final = ("typographic", "festive")
_Record = TypeVar("_Record")


class Prepared(NamedTuple):
    """What a document is laid out from."""

    plan: Plan
    wording: Wording
    options: DocumentOptions


class OwnWording(Wording):
    """The usual words, but for the headings that the director words herself; those are said as she typed them."""

    __slots__ = ("_own",)

    def __init__(self, language: str, own: Mapping[str, str]) -> None:
        super().__init__(language)
        self._own = dict(own)

    def text(self, msg: str, /, **values: object) -> str:
        """Her own text, else the usual one."""
        return self._own.get(msg) or super().text(msg, **values)

    def context(self, ctx: str, msg: str, /, **values: object) -> str:
        """Her own text, else the usual one of that situation."""
        return self._own.get(msg) or super().context(ctx, msg, **values)


def season_texts_of(document: str) -> tuple[str, ...]:
    """Which texts of the season the document prints."""
    return _GUIDE if document in ("booklet", "booklet-imposed", "leaflet") else _SHORT


def headings_of(spec: DocumentSpec) -> tuple[str, ...]:
    """The headings of a document that may be worded otherwise, its own name first where it is printed."""
    return HEADINGS.get(spec.name) or (spec.title,)


def usual_heading(wording: Wording, heading: str) -> str:
    """How a heading is worded without a template."""
    said = wording.context("print", heading)
    return said if said != heading else wording.text(heading)


def prepared(plan: Plan, wording: Wording, options: DocumentOptions, spec: DocumentSpec) -> Prepared:
    """Plan, words and options as the template and the style want them.

    Raises:
        RefusedInput: when the template is gone or made for another document.
    """
    if options.template:
        template = plan.templates.get(options.template)
        if template is None:
            raise RefusedInput(NO_TEMPLATE)
        if not fits(template, spec.name):
            raise RefusedInput(OTHER_DOCUMENT, template=template.name)
        plan, wording, options = _through(plan, wording, options, spec, template)
    if options.style in _WITHOUT_PHOTOS:
        plan = _without(plan, ("photos",))
    return Prepared(plan, wording, options)


def fits(template: Template, document: str) -> bool:
    """Whether the template is for the document; the booklet's is also for the one to staple, the flyer's for four."""
    return template.document.split("-")[0] == document.split("-", maxsplit=1)[0]


def _through(
    plan: Plan, wording: Wording, options: DocumentOptions, spec: DocumentSpec, template: Template
) -> tuple[Plan, Wording, DocumentOptions]:
    said = {word.place: word.text for word in template.words if word.text}
    own = {heading: said[heading] for heading in headings_of(spec) if heading in said}
    plan = _coloured(_worded(_without(plan, template.left_out), said), template)
    size: Any = template.size if template.size in get_args(Size) and template.size in spec.sizes else None
    style: Any = template.style if template.style in get_args(Style) else None
    options = replace(
        options,
        size=options.size or size,
        style=options.style or style,
    )
    return plan, OwnWording(wording.language, own) if own else wording, options


def _worded(plan: Plan, said: Mapping[str, str]) -> Plan:
    """The season, and the programmes' introduction, in her words; in both languages, as she typed them for this."""
    season = plan.season
    values: dict[str, Any] = {}
    for field in SEASON_TEXTS:
        if text := said.get(field):
            values[field] = values[f"{field}_en"] = text
    if values:
        plan = replace(plan, seasons=plan.seasons.set(season.id, season._replace(**values)))
    if text := said.get(INTRO):
        changed = ((one.id, one._replace(intro=text)) for one in plan.programmes.values())
        plan = replace(plan, programmes=plan.programmes.update(dict(changed)))
    return plan


def _coloured(plan: Plan, template: Template) -> Plan:
    complex_ = plan.complex
    if complex_ is None:
        return plan
    logo = template.logo or complex_.logo
    changed = complex_._replace(colour=template.colour or complex_.colour, logo=logo)
    return replace(plan, complexes=plan.complexes.set(complex_.id, changed))


def _without(plan: Plan, names: Iterable[str]) -> Plan:
    """The plan without what is not printed."""
    for name in names:
        for kind, values in LEFT_OUT[name][1].items() if name in LEFT_OUT else ():
            table: Any = plan.table(kind)
            emptied = {identity: _emptied(record, values) for identity, record in table.items()}
            changes: dict[str, Any] = {kind: table.update(emptied)}
            plan = replace(plan, **changes)
    return plan


def _emptied(record: _Record, values: Mapping[str, Any]) -> _Record:
    """A record without those fields, without their English twins, and without a programme's own words for them."""
    left: Any = record
    twins = {f"{field}_en": "" for field in values if hasattr(record, f"{field}_en")}
    changed: _Record = left._replace(**values, **twins)
    if not hasattr(left, "texts"):
        return changed
    own = [field for field in values if left.texts and hasattr(left.texts[0], field)]
    texts = tuple(text._replace(**dict.fromkeys(own, "")) for text in left.texts)
    emptied: Any = changed
    kept: _Record = emptied._replace(texts=texts)
    return kept
