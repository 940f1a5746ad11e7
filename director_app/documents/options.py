"""What a print is asked to be, and what came of it. Light: known to the window and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from director_app.domain.facts import Subject
from director_app.domain.ids import TemplateId
from director_app.planner.scope import EVERYTHING, Scope

Size = Literal["A6", "A5", "A4", "A3", "A2"]
#: One design language in three looks: large type on colour, the photo, the drawn pattern.
Style = Literal["typographic", "photo", "festive"]
#: Pages as they are printed, or a document that an office can edit.
Form = Literal["pdf", "docx"]


class Part(NamedTuple):
    """One of several documents that are made at once: what it is about, and what it holds."""

    name: str
    scope: Scope


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """How a document is made. Without an edition it is a draft and says so on every page."""

    made_at: datetime
    scope: Scope = EVERYTHING
    #: None is the usual size of the document.
    size: Size | None = None
    #: Bleed around the trim, 0 to 5 mm.
    bleed_mm: float = 0.0
    #: Crop marks outside the trim.
    marks: bool = False
    #: "2" prints as the second edition; None is a draft.
    edition: str | None = None
    #: How a flyer or cover looks; None lets the programme decide. Where there is no photo, "photo" is typographic.
    style: Style | None = None
    #: One line in further languages on a flyer, where the programme has words for them.
    languages: bool = False
    #: The whole flyer or notice in this worker's language ("vi"); "" is that of the edition.
    in_language: str = ""
    #: The edition from which a sheet of changes begins; None is the latest one before what is printed.
    since_edition: int | None = None
    #: For a quick look: only so many first deliveries where a document would be long. None prints all of them.
    first: int | None = None
    #: The director's own template for this document.
    template: TemplateId | None = None
    form: Form = "pdf"
    #: Made after each other into one file, each as if it alone had been asked for; none is the document itself.
    parts: tuple[Part, ...] = ()


class Remark(NamedTuple):
    """Something the director should know of a finished print: an English message with its values, and where."""

    message: str
    values: Mapping[str, object] = MappingProxyType({})
    #: Where in the print, in the words of the reader ("GM-017 ...").
    place: str = ""
    #: From 1; None when it concerns no single page.
    page: int | None = None
    subject: Subject | None = None


class ChangeLine(NamedTuple):
    """One thing that changed, in the words of the reader; what was not there is empty."""

    severity: str
    kind: str
    day: str
    what: str
    #: What became of it: "other place".
    became: str
    #: A paragraph each: time, place.
    before: tuple[str, ...]
    after: tuple[str, ...]


class Changes(NamedTuple):
    """What changed since an edition, the gravest of a date first."""

    #: Its number, and the day on which it was given out.
    edition: str
    day: date | None
    lines: tuple[ChangeLine, ...]


class Made(NamedTuple):
    """A finished print."""

    path: Path
    #: 0 for a document to edit: its pages are made by the program that opens it.
    pages: int
    remarks: tuple[Remark, ...] = ()
    #: How many deliveries a quick look left out.
    left_out: int = 0
