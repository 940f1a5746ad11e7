"""What every document is laid out from, and what it becomes: the plan and the wish in, pages and remarks out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from director_app.documents.facts import Facts
from director_app.documents.options import Changes, DocumentOptions, Remark
from director_app.documents.page import Bookmark, Page
from director_app.documents.photos import Pictures
from director_app.documents.typography import Typesetter
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.planner.scope import Scope
from director_app.wording import Wording, message


class ProblemLine(NamedTuple):
    """One problem of the plan in words, as the list of problems prints it."""

    level: str
    day: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be laid out."""

    plan: Plan
    #: The document's name in the reader's language.
    title: str
    wording: Wording
    options: DocumentOptions
    setter: Typesetter
    pictures: Pictures
    facts: Facts
    stop: threading.Event | None = None
    #: The problems of the plan, for the document that lists them.
    problems: Callable[[], Sequence[ProblemLine]] | None = None
    #: What changed since an edition, for the sheet that tells it.
    changes: Callable[[], Changes] | None = None

    def narrowed(self, scope: Scope) -> Job:
        """The same job for a part of the season."""
        return replace(self, options=replace(self.options, scope=scope))

    def nothing(self) -> RefusedInput:
        """The refusal when there is no date to print."""
        return RefusedInput(message("There is no date to print, so {document} cannot be made."), document=self.title)


class Laid(NamedTuple):
    """A document on pages, not yet written."""

    pages: Sequence[Page]
    #: All that was said, to find characters that no font draws.
    content: Any
    title: str
    author: str = ""
    subject: str = ""
    bookmarks: Sequence[Bookmark] = ()
    remarks: tuple[Remark, ...] = ()
    #: How many deliveries are missing because only a quick look was asked for.
    left_out: int = 0


#: Every document's module has one of these.
LayOut = Callable[[Job], Laid]


def language_tag(wording: Wording) -> str:
    """The language of a document as its file names it."""
    tag = getattr(wording, "tag", "")
    return tag or ("ko-KR" if wording.language == "ko" else "en-GB")
