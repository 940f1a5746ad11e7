"""What shall be published, as one frozen value: which document, of what, in which form."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Any, Final

from director_app.calendars.options import GIVEN_AS
from director_app.documents.catalogue import DOCUMENTS, DocumentSpec, document_named
from director_app.documents.options import DocumentOptions, Form, Part, Size, Style
from director_app.domain.ids import TemplateId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import date_order
from director_app.operations.naming import applicant_name
from director_app.planner.scope import EVERYTHING, Scope
from director_app.ui.forms.rounds import deliveries_of
from director_app.wording import Wording, message

PUBLIC_CALENDAR: Final = GIVEN_AS
INTERNAL_CALENDAR: Final = "calendar-internal"
CALENDAR_TITLES: Final = {
    PUBLIC_CALENDAR: message("Public calendar"),
    INTERNAL_CALENDAR: message("Team calendar"),
}
CALENDARS: Final = message("Calendars")
#: The sheet that stands on an edition as well as on the plan.
CHANGES: Final = "changes"
KEYS: Final = (*(document.name for document in DOCUMENTS), *CALENDAR_TITLES)


@dataclass(frozen=True, slots=True)
class Choice:
    """Everything the options at the right say; a new choice is a new preview."""

    document: str = DOCUMENTS[0].name
    scope: Scope = EVERYTHING
    #: None is the usual size of the document.
    size: Size | None = None
    language: str = "ko"
    bleed_mm: float = 0.0
    marks: bool = False
    style: Style | None = None
    languages: bool = False
    #: The whole flyer or notice in this worker's language; "" is `language`.
    in_language: str = ""
    #: Her own template for it.
    template: TemplateId | None = None
    #: Whether it is given out as a numbered edition; else it is a draft and says so.
    is_edition: bool = False
    #: Pages, or a document to edit, which is always a draft; what is shown is pages in any case.
    form: Form = "pdf"
    #: Put after each other into one file; none is the document itself.
    parts: tuple[Part, ...] = ()
    #: Of a calendar: dates of a rule as one event that repeats, where nobody has them yet.
    repeating: bool = False

    @property
    def is_given_out(self) -> bool:
        """Whether what is made of it is an edition."""
        return self.is_edition and self.form == "pdf" and not self.is_internal

    @property
    def suffix(self) -> str:
        """The ending of its file."""
        return ".ics" if self.is_calendar else f".{self.form}"

    @property
    def is_calendar(self) -> bool:
        """Whether a calendar file is made instead of a print."""
        return self.document in CALENDAR_TITLES

    @property
    def is_internal(self) -> bool:
        """Whether contacts and notes may be in it."""
        return self.document == INTERNAL_CALENDAR

    @property
    def spec(self) -> DocumentSpec | None:
        """The description of the print; None for a calendar."""
        return document_named(self.document)

    @property
    def shown_size(self) -> str:
        """The size that is chosen, or the usual one; "" for a calendar."""
        return self.size or (self.spec.sizes[0] if self.spec is not None else "")

    def narrowed(self, **values: Any) -> Choice:
        """The choice with fields of its scope set."""
        return replace(self, scope=self.scope._replace(**values))

    def options(self, made_at: datetime.datetime) -> DocumentOptions:
        """As the makers of documents want it; without an edition, so it is a draft."""
        return DocumentOptions(
            made_at,
            self.scope,
            self.size,
            self.bleed_mm,
            self.marks,
            None,
            self.style,
            self.languages,
            template=self.template,
            parts=self.parts,
            in_language=self.in_language if self.spec is not None and self.spec.has_languages else "",
        )


def title_of(choice: Choice, wording: Wording) -> str:
    """The name of the document."""
    spec = choice.spec
    return wording.text(spec.title if spec is not None else CALENDAR_TITLES[choice.document])


def subject_of(choice: Choice, plan: Plan, wording: Wording) -> str:
    """What the document speaks of, when it was narrowed to one thing."""
    english = wording.language == "en"
    scope = choice.scope
    names: list[str] = []
    for kind, identity in (
        ("programmes", scope.programme),
        ("areas", scope.area),
        ("initiatives", scope.initiative),
        ("artists", scope.artist),
        ("venues", scope.venue),
    ):
        record = plan.find(kind, identity) if identity else None
        fields = ("title_en", "name_en", "romanised") if english else ()
        said = (getattr(record, field, "") for field in (*fields, "title", "name"))
        names.extend(str(name) for name in list(filter(None, said))[:1])
    delivery = plan.deliveries.get(scope.delivery) if scope.delivery else None
    if delivery is not None:
        names.append(delivery.number)
    application = plan.applications.get(scope.application) if scope.application else None
    if application is not None:
        names += [application.number, applicant_name(wording, plan, application)]
    return " · ".join(names)


def file_name(choice: Choice, plan: Plan, wording: Wording) -> str:
    """The name that is proposed for the file, without its suffix."""
    about = subject_of(choice, plan, wording) or plan.season.title
    parts = [about, title_of(choice, wording), days_in_name(choice.scope)]
    if not choice.is_calendar:
        parts.append(choice.shown_size)
    return " ".join(part for part in parts if part)


def days_in_name(scope: Scope) -> str:
    """The days a document is narrowed to, so that the sheet of the next month does not write over this one's."""
    since, until = scope.since, scope.until
    if since is None and until is None:
        return ""
    if since is not None and until is not None:
        following = until + datetime.timedelta(days=1)
        if since.day == following.day == 1 and (since.year, since.month) == (until.year, until.month):
            return f"{since:%Y-%m}"
    if since == until:
        return f"{since}"
    return f"{since or ''}~{until or ''}"


def spoken_of(choice: Choice, plan: Plan) -> list[Delivery]:
    """The deliveries the document speaks of, in order."""
    return sorted(found_in(choice, plan), key=date_order)


def found_in(choice: Choice, plan: Plan) -> list[Delivery]:
    """The deliveries the document speaks of, in no order."""
    scope = choice.scope
    if scope.delivery is not None:
        one = plan.deliveries.get(scope.delivery)
        return [one] if one is not None else []
    candidates = deliveries_of(plan, scope.programme) if scope.programme else plan.deliveries.values()
    return list(candidates) if scope.is_everything else list(filter(scope.holds(plan), candidates))


def first_programme(plan: Plan, today: datetime.date) -> str | None:
    """The programme a flyer is most likely wanted for: the next one that takes place."""
    days = sorted(plan.days())
    at = bisect_left(days, today)
    for day in days[at:]:
        on_day = (plan.deliveries[one] for one in plan.on_day(day))
        coming = [one for one in on_day if one.programme and one.status is not Status.IDEA]
        if coming:
            return min(coming, key=date_order).programme
    for day in reversed(days):
        on_day = (plan.deliveries[one] for one in plan.on_day(day))
        with_dates = [one for one in on_day if one.programme]
        if with_dates:
            return max(with_dates, key=date_order).programme
    return next(iter(plan.programmes), None)


def lacks(choice: Choice, plan: Plan, wording: Wording) -> str:
    """Why this document cannot be made yet, as a sentence; "" when it can."""
    if not plan.deliveries:
        return wording.text("It can be made as soon as there is one date.")
    if choice.document == CHANGES and not plan.releases:
        return wording.text("Nothing was given out as an edition yet.")
    spec = choice.spec
    if spec is not None and spec.needs_one_of and not any(getattr(choice.scope, name) for name in spec.needs_one_of):
        return wording.text("Choose the programme or the area it is about.")
    if not any(map(choice.scope.holds(plan), plan.deliveries.values())):
        return wording.text("There is no date in what was chosen.")
    return ""
