"""Print sets: all that a season, or a week of it, puts on paper, made in one go into one folder."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from director_app.atomic_files import clean_file_name
from director_app.documents.catalogue import DocumentSpec, document_named
from director_app.documents.choosing import next_day
from director_app.documents.options import DocumentOptions, Made, Size
from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.domain.refusals import CannotUseFile, Refusal, RefusedInput
from director_app.operations.open_plan import OpenPlan
from director_app.operations.printing_each import NO_FOLDER, print_each
from director_app.operations.publishing import export_edition, export_pdf
from director_app.planner.scope import Scope
from director_app.wording import Wording, message

NO_SET: Final = message("There is no print set named {name}. There are: {names}.")
#: What a print shop adds around the trim, mm (the usual of Korean print tables).
_BLEED: Final = 3.0
_WEEK: Final = datetime.timedelta(days=7)


class SetItem(NamedTuple):
    """A document of a set."""

    document: str
    size: Size | None = None
    #: One for each of these, in a file of its own; "" is one for all.
    each: str = ""
    #: With bleed and crop marks.
    for_shop: bool = True


class PrintSet(NamedTuple):
    """Documents that are made together."""

    title: str
    items: tuple[SetItem, ...]
    #: Of the week of the next date, and not of the whole season.
    of_week: bool = False


SETS: Final = MappingProxyType(
    {
        "season": PrintSet(
            message("The season for the print shop"),
            (
                SetItem("booklet"), SetItem("booklet-imposed", for_shop=False), SetItem("large-print", for_shop=False),
                SetItem("leaflet"), SetItem("poster", "A3"), SetItem("poster", "A2"), SetItem("month-calendar", "A4"),
                SetItem("month-calendar", "A3"), SetItem("festival-programme"),
                SetItem("flyer", "A5", "programme"), SetItem("flyer", "A4", "programme"),
            ),
        ),
        "week": PrintSet(
            message("A week's pack"),
            (
                SetItem("week-timetable", for_shop=False), SetItem("door-sheet", for_shop=False),
                SetItem("notice", None, "delivery", for_shop=False), SetItem("day-sheet", for_shop=False),
                SetItem("rain-sheet", for_shop=False), SetItem("call-sheet", for_shop=False),
                SetItem("venue-sheet", for_shop=False), SetItem("cue-sheet", for_shop=False),
                SetItem("contact-list", for_shop=False),
            ),
            of_week=True,
        ),
    }
)  # fmt: skip


class SetFile(NamedTuple):
    """A file of a set, or why there is none."""

    name: str
    made: Made | None
    refusal: Refusal | None = None


def print_set(
    open_plan: OpenPlan,
    name: str,
    folder: Path,
    wording: Wording,
    options: DocumentOptions,
    *,
    is_edition: bool = False,
) -> Iterator[SetFile]:
    """Write every document of a set into a folder, each whole or not at all; older files are replaced.

    A document that cannot be made is told, and the others are made. As an edition all of them bear one number.

    Raises:
        RefusedInput: when there is no such set.
        CannotUseFile: when the folder or, for an edition, the plan cannot be written.
    """
    wanted = SETS.get(name)
    if wanted is None:
        raise RefusedInput(NO_SET, name=name, names=", ".join(SETS))
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        raise CannotUseFile(NO_FOLDER, file=str(folder)) from None
    if wanted.of_week and options.scope.since is None and options.scope.until is None:
        options = replace(options, scope=_week(open_plan.plan, options))
    for number, item in enumerate(wanted.items, 1):
        spec = document_named(item.document)
        if spec is not None:
            yield from _item(open_plan, item, spec, number, folder, wording, options, is_edition=is_edition)


def _week(plan: Plan, options: DocumentOptions) -> Scope:
    """Monday to Sunday around the next day on which something happens."""
    days = {one.date for one in plan.deliveries.values() if one.date is not None and one.status is not Status.IDEA}
    day = next_day(plan, options.made_at.date(), days) if days else plan.today(options.made_at.date())
    monday = day - datetime.timedelta(days=day.weekday())
    return options.scope._replace(since=monday, until=monday + _WEEK - datetime.timedelta(days=1))


def _item(
    open_plan: OpenPlan,
    item: SetItem,
    spec: DocumentSpec,
    number: int,
    folder: Path,
    wording: Wording,
    options: DocumentOptions,
    *,
    is_edition: bool,
) -> Iterator[SetFile]:
    size = item.size or spec.sizes[0]
    options = replace(options, size=size, bleed_mm=_BLEED if item.for_shop else 0.0, marks=item.for_shop)
    stem = f"{number:02} {wording.text(spec.title)} {size}"
    try:
        if not item.each:
            out = folder / clean_file_name(stem, ".pdf")
            if is_edition:
                yield SetFile(out.name, export_edition(open_plan, item.document, out, wording, options)[1])
            else:
                yield SetFile(out.name, export_pdf(open_plan, item.document, out, wording, options))
            return
        inside = folder / clean_file_name(stem, "")
        for one in print_each(
            open_plan, item.document, inside, wording, options, item.each, is_edition=is_edition
        ):  # fmt: skip
            name = one.made.path.name if one.made is not None else one.part.name
            yield SetFile(f"{inside.name}/{name}", one.made, one.refusal)
    except CannotUseFile:
        raise
    except Refusal as refusal:
        yield SetFile(stem, None, refusal)
