"""One document for each artist, venue, area, programme or date of what was asked for: a file each, or all in one."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from director_app.atomic_files import clean_file_name
from director_app.documents.catalogue import DocumentSpec, document_named
from director_app.documents.options import DocumentOptions, Form, Made, Part
from director_app.domain.ids import ApplicationId, DeliveryId
from director_app.domain.papers import GivenOut
from director_app.domain.parts import artists_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import area_of, date_order, initiative_of
from director_app.domain.refusals import CannotUseFile, Refusal, RefusedInput
from director_app.operations import releases
from director_app.operations.naming import applicant_name
from director_app.operations.open_plan import OpenPlan
from director_app.operations.printing import print_document
from director_app.operations.publishing import refuse_over_plan
from director_app.planner.applicants import applications_for
from director_app.planner.scope import Scope
from director_app.wording import Wording, message

#: For what a document can be made one by one: fields of Scope, with the kinds of their records.
EACH: Final = {
    "artist": "artists",
    "venue": "venues",
    "area": "areas",
    "initiative": "initiatives",
    "programme": "programmes",
    "delivery": "deliveries",
    "application": "applications",
}
#: What comes by date or by receipt; everything else comes by name.
_IN_ORDER: Final = ("delivery", "application")
NOT_FOR_EACH: Final = message("{document} cannot be made for each {kind}. It can be made for each: {kinds}.")
NOTHING_FOR_EACH: Final = message("Nothing of what was asked for has such a name, so there is nothing to print.")
NO_FOLDER: Final = message("The folder {file} cannot be made or is no folder. Choose another place.")


class PartMade(NamedTuple):
    """A file that was written, or why there is none."""

    part: Part
    made: Made | None
    refusal: Refusal | None = None
    #: The number of the edition as which it was given out; None for a draft.
    edition: int | None = None


def parts_of(plan: Plan, document: str, scope: Scope, kind: str, wording: Wording) -> list[Part]:
    """The parts into which what was asked for falls, by name; dates in their order.

    Raises:
        RefusedInput: for a document that cannot be made so, or when there is nothing.
    """
    spec = document_named(document)
    if spec is None:
        raise RefusedInput(message("There is no document named {name}."), name=document)
    if kind not in spec.scopes or kind not in EACH:
        kinds = ", ".join(one for one in EACH if one in spec.scopes)
        raise RefusedInput(NOT_FOR_EACH, document=wording.text(spec.title), kind=kind, kinds=kinds or "—")
    keys = _letters_to(plan, document, scope) if kind == "application" else _keys_of_dates(plan, scope, kind)
    narrowed: Callable[..., Scope] = scope._replace
    parts = [Part(_name(plan, wording, kind, key), narrowed(**{kind: key})) for key in keys]
    if not parts:
        raise RefusedInput(NOTHING_FOR_EACH)
    return parts if kind in _IN_ORDER else sorted(parts, key=lambda part: part.name.casefold())


def _letters_to(plan: Plan, document: str, scope: Scope) -> dict[Any, None]:
    """The applications that get a letter, in order of receipt."""
    from director_app.documents.letters import LETTERS

    letter = LETTERS.get(document)
    found = applications_for(plan, letter, scope.application) if letter is not None else ()
    return dict.fromkeys(one.id for one in found)


def _keys_of_dates(plan: Plan, scope: Scope, kind: str) -> dict[Any, None]:
    holds = scope.holds(plan)
    found = [one for one in plan.deliveries.values() if one.status is not Status.IDEA and holds(one)]
    return dict.fromkeys(key for one in sorted(found, key=date_order) for key in _keys(plan, one, kind))


def _keys(plan: Plan, one: Delivery, kind: str) -> Iterable[str]:
    if kind == "artist":
        return artists_of(plan, one)
    if kind == "area":
        key: str | None = area_of(plan, one)
    elif kind == "initiative":
        key = initiative_of(plan, one)
    else:
        key = one.id if kind == "delivery" else getattr(one, kind)
    return [key] if key else []


def _name(plan: Plan, wording: Wording, kind: str, key: str) -> str:
    if kind == "application":
        application = plan.applications[ApplicationId(key)]
        return f"{application.number} {applicant_name(wording, plan, application)}".strip()
    if kind == "delivery":
        one = plan.deliveries[DeliveryId(key)]
        day = f"{one.date:%Y-%m-%d} " if one.date is not None else ""
        programme = plan.programmes.get(one.programme) if one.programme else None
        title = programme.title if programme is not None else one.title_suffix
        return f"{day}{one.number} {title}".strip()
    record = plan.find(EACH[kind], key)
    return str(getattr(record, "name", "") or getattr(record, "title", "") or key)


def file_names(spec: DocumentSpec, parts: list[Part], wording: Wording, form: Form = "pdf") -> list[str]:
    """A clean file name for each part; the same name twice gets a number."""
    taken: set[str] = set()
    suffix = f".{form}"
    names = []
    for part in parts:
        stem, number = f"{part.name} {wording.text(spec.title)}", 2
        name = clean_file_name(stem, suffix)
        while name.casefold() in taken:
            name = clean_file_name(f"{stem} {number}", suffix)
            number += 1
        taken.add(name.casefold())
        names.append(name)
    return names


def print_each(
    open_plan: OpenPlan,
    document: str,
    folder: Path,
    wording: Wording,
    options: DocumentOptions,
    kind: str,
    progress: Callable[[int, int], None] | None = None,
    stop: threading.Event | None = None,
    *,
    is_edition: bool = False,
) -> Iterator[PartMade]:
    """Write the parts into a folder, one after the other, each whole or not at all; older files are replaced.

    A part that cannot be printed is told and the others are made. As an edition all of them bear one number, and what
    was written is remembered as given out, also after a stop.

    Raises:
        RefusedInput: for a document that cannot be made so, before anything is written.
        CannotUseFile: when the folder or, for an edition, the plan cannot be used.
        MakingStopped: when `stop` was set; files already written stay.
    """
    parts = parts_of(open_plan.plan, document, options.scope, kind, wording)
    spec = document_named(document)
    names = file_names(spec, parts, wording, options.form) if spec is not None else []
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        raise CannotUseFile(NO_FOLDER, file=str(folder)) from None
    release, moment = None, options.made_at.replace(tzinfo=None, microsecond=0)
    if is_edition:
        release = releases.freeze(open_plan, releases.state_now(open_plan.plan), options.made_at).release
        options = releases.as_edition(options, release)
    given: list[GivenOut] = []
    try:
        for number, (part, name) in enumerate(zip(parts, names, strict=True)):
            if progress is not None:
                progress(number, len(parts))
            made = _print_part(open_plan, document, folder / name, wording, options, part, stop)
            if made.made is not None:
                given.append(GivenOut(document, moment, wording.language, releases.narrowed_by(part.scope)))
            yield made._replace(edition=release.number if release is not None else None)
    finally:
        if release is not None and given:
            releases.give_out(open_plan, release, given)


def _print_part(
    open_plan: OpenPlan,
    document: str,
    out: Path,
    wording: Wording,
    options: DocumentOptions,
    part: Part,
    stop: threading.Event | None,
) -> PartMade:
    from director_app.documents.making import MakingStopped

    refuse_over_plan(open_plan.path, out)
    chosen = replace(options, scope=part.scope)
    try:
        made = print_document(open_plan.plan, document, out, wording, chosen, None, stop, open_plan.content)
    except (MakingStopped, CannotUseFile):
        raise
    except Refusal as refusal:
        return PartMade(part, None, refusal)
    return PartMade(part, made)


def in_one_file(plan: Plan, document: str, options: DocumentOptions, kind: str, wording: Wording) -> DocumentOptions:
    """The options with which one file holds a document for each artist, area or the like of what was asked for.

    Raises:
        RefusedInput: for a document that cannot be made so, or when there is nothing.
    """
    return replace(options, parts=tuple(parts_of(plan, document, options.scope, kind, wording)))
