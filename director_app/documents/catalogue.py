"""Which documents there are. Light: nothing here draws. `making` has a module for each of them."""

from __future__ import annotations

from typing import Final, NamedTuple

from director_app.documents.options import Size
from director_app.wording import message

PUBLIC: Final = message("For the public")
WORK: Final = message("For work")
REPORT: Final = message("For reports")

_DATES: Final = ("since", "until", "area", "initiative", "artist", "venue", "programme")
_LETTERS: Final = ("application",)
#: What is drawn as a whole; everything else can also be made as a document that an office edits.
_DRAWN: Final = ("booklet", "booklet-imposed", "leaflet", "poster", "flyer", "flyer-4up", "month-calendar")
_ONE: Final = ("programme", "delivery", "since", "until")

#: Languages of workers in which a whole flyer or notice can be made: their tags, and their names in themselves.
WORKERS_LANGUAGES: Final = (
    ("vi", "Tiếng Việt"), ("id", "Bahasa Indonesia"), ("fil", "Filipino"), ("uz", "Oʻzbekcha"), ("mn", "Монгол"),
    ("ru", "Русский"), ("zh", "中文"), ("th", "ไทย"), ("km", "ខ្មែរ"), ("ne", "नेपाली"), ("my", "မြန်မာ"), ("si", "සිංහල"),
)  # fmt: skip


class DocumentSpec(NamedTuple):
    """A kind of document as the window and the command line offer it; texts are message keys."""

    name: str
    title: str
    group: str
    #: Trim sizes to choose from; the first is the usual one.
    sizes: tuple[Size, ...]
    #: What it may be narrowed to: names of the fields of `planner.scope.Scope`.
    scopes: tuple[str, ...]
    #: Fields of Scope of which one must be named.
    needs_one_of: tuple[str, ...] = ()
    #: Whether it comes in three styles, and whether lines in further languages may stand on it.
    has_styles: bool = False
    has_languages: bool = False

    @property
    def is_public(self) -> bool:
        """Whether it may be posted; those for work hold private numbers, those for reports money."""
        return self.group == PUBLIC

    @property
    def is_editable(self) -> bool:
        """Whether it can be made as a document that an office edits."""
        return self.name not in _DRAWN


DOCUMENTS: Final[tuple[DocumentSpec, ...]] = (
    DocumentSpec("booklet", message("Season booklet"), PUBLIC, ("A5",), _DATES, has_styles=True),
    DocumentSpec(
        "booklet-imposed", message("Booklet for stapling"), PUBLIC, ("A4",), _DATES, has_styles=True
    ),
    DocumentSpec("large-print", message("Programme in large print"), PUBLIC, ("A4",), _DATES),
    DocumentSpec("leaflet", message("Folded leaflet"), PUBLIC, ("A4",), _DATES, has_styles=True),
    DocumentSpec("poster", message("Poster"), PUBLIC, ("A3", "A2"), _ONE, has_styles=True),
    DocumentSpec(
        "flyer", message("Flyer"), PUBLIC, ("A5", "A4"), (*_ONE, "area"), ("programme", "delivery", "area"),
        has_styles=True, has_languages=True,
    ),
    DocumentSpec("flyer-4up", message("Four flyers on a sheet"), PUBLIC, ("A4",), _ONE, has_styles=True),
    DocumentSpec("month-calendar", message("Month calendar"), PUBLIC, ("A4", "A3"), _DATES),
    DocumentSpec("schedule", message("Schedule table"), PUBLIC, ("A4",), _DATES),
    DocumentSpec("week-timetable", message("Week timetable"), PUBLIC, ("A4",), _DATES),
    DocumentSpec("notice", message("Notice for a board"), PUBLIC, ("A4",), (*_ONE, "area"), has_languages=True),
    DocumentSpec("door-sheet", message("Door sheet"), PUBLIC, ("A4",), _DATES),
    DocumentSpec("festival-programme", message("Festival programme"), PUBLIC, ("A4",), _DATES),
    DocumentSpec(
        "light-calendar", message("Light calendar"), PUBLIC, ("A4",),
        ("since", "until", "area", "initiative", "artist", "venue"),
    ),
    DocumentSpec(
        "route-leaflet", message("Leaflet of a tour"), PUBLIC, ("A4",), ("since", "until", "programme")
    ),
    DocumentSpec("day-sheet", message("Day sheet"), WORK, ("A4",), _DATES),
    DocumentSpec("rain-sheet", message("Rain sheet"), WORK, ("A4",), _DATES),
    DocumentSpec("call-sheet", message("Call sheets"), WORK, ("A4",), (*_DATES, "delivery")),
    DocumentSpec("venue-sheet", message("Venue sheet"), WORK, ("A4",), _DATES),
    DocumentSpec("cue-sheet", message("Cue sheet"), WORK, ("A4",), (*_DATES, "delivery")),
    DocumentSpec("contact-list", message("Contact list"), WORK, ("A4",), _DATES),
    DocumentSpec("problem-list", message("Problem list"), WORK, ("A4",), ()),
    DocumentSpec("changes", message("What changed"), WORK, ("A4",), _DATES),
    DocumentSpec("offer-letter", message("Letters of offer"), REPORT, ("A4",), _LETTERS),
    DocumentSpec("refusal-letter", message("Letters of refusal"), REPORT, ("A4",), _LETTERS),
    DocumentSpec("operation-plan", message("Operation plan"), REPORT, ("A4",), ()),
    DocumentSpec("result-report", message("Result report"), REPORT, ("A4",), ()),
    DocumentSpec("settlement", message("Settlement"), REPORT, ("A4",), ()),
    DocumentSpec("council-minutes", message("Minutes of the council"), REPORT, ("A4",), ("since", "until")),
)  # fmt: skip


def document_named(name: str) -> DocumentSpec | None:
    """The document of that name, or None."""
    return next((document for document in DOCUMENTS if document.name == name), None)
