"""Which documents there are. Light: nothing here draws."""

from __future__ import annotations

from typing import Final, NamedTuple

from director_app.wording import message


class DocumentSpec(NamedTuple):
    """A kind of document as the window and the command line offer it; texts are message keys."""

    name: str
    title: str
    group: str
    #: Trim sizes to choose from; the first is the usual one.
    sizes: tuple[str, ...]
    #: What it may be narrowed to: names of the fields of `planner.scope.Scope`.
    scopes: tuple[str, ...]
    #: Fields of Scope of which one must be named.
    needs_one_of: tuple[str, ...] = ()


DOCUMENTS: Final[tuple[DocumentSpec, ...]] = (
    DocumentSpec(
        "booklet",
        message("Season booklet"),
        message("For the public"),
        ("A5",),
        ("since", "until", "area", "initiative", "artist", "venue", "programme"),
    ),
    DocumentSpec(
        "flyer",
        message("Flyer"),
        message("For the public"),
        ("A5", "A4"),
        ("programme", "delivery", "since", "until"),
        needs_one_of=("programme", "delivery"),
    ),
)


def document_named(name: str) -> DocumentSpec | None:
    """The document of that name, or None."""
    return next((document for document in DOCUMENTS if document.name == name), None)
