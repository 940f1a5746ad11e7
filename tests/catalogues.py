"""The catalogues of texts: what the sources say, what the Korean catalogues hold, and bringing the two together.

`python3 tasks.py texts` runs this file for all parts of the program, `python -m tests.catalogues ui` for one. Tests use
the same functions to see that nothing is missing or stale.
"""

import io
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "director_app"
PARTS = ("calendars", "cli", "documents", "domain", "imports", "operations", "planner", "program", "store", "ui")
KEYWORDS = {"text": None, "message": None, "plural": (1, 2), "context": ((1, "c"), 2)}
HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ko\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""


def korean_folder() -> Path:
    """Where the Korean catalogues are."""
    return ROOT / "resources" / "locale" / "ko" / "LC_MESSAGES"


@cache
def extracted(part: str) -> Catalog:
    """The texts in the sources of one part, without translations; "program" is what lies beside the packages."""
    found = Catalog(domain=part, charset="utf-8")
    beside = part == "program"
    rows = extract_from_dir(
        str(PACKAGE if beside else PACKAGE / part),
        method_map=[("*.py" if beside else "**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
        directory_filter=_is_not_a_package if beside else None,
    )
    for name, line, msgid, comments, context in rows:
        if msgid:
            found.add(msgid, None, [(name, line)], auto_comments=comments, context=context)
    return found


def _is_not_a_package(folder: str | os.PathLike[str]) -> bool:
    return not (Path(folder) / "__init__.py").exists()


def written(part: str) -> Catalog:
    """The Korean catalogue of one part as it is in the repository; empty when there is none yet."""
    file = korean_folder() / f"{part}.po"
    if not file.exists():
        return Catalog(locale="ko", domain=part)
    with file.open("rb") as source:
        return read_po(source, locale="ko", domain=part)


def brought_together(part: str) -> Catalog:
    """The texts of the sources with the Korean of the catalogue; what is said no more is gone."""
    catalogue = written(part)
    catalogue.update(extracted(part), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False
    return catalogue


def po_text(catalogue: Catalog) -> str:
    """A catalogue as the text of a .po file: sorted, unwrapped, without dates and line numbers."""
    body = io.BytesIO()
    write_po(body, catalogue, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return HEADER + body.getvalue().decode("utf-8").strip("\n") + "\n"


def mo_bytes(text: str) -> bytes:
    """The compiled form of a .po text; the same bytes for the same text."""
    catalogue = read_po(io.BytesIO(text.encode("utf-8")), locale="ko")
    compiled = Catalog(locale="ko", charset="utf-8")
    for entry in catalogue:
        if entry.id and _is_translated(entry.string):
            compiled.add(entry.id, entry.string, context=entry.context)
    buffer = io.BytesIO()
    compiled.creation_date = datetime(2025, 1, 1, tzinfo=UTC)  # any fixed date: the same texts give the same bytes
    write_mo(buffer, compiled)
    return buffer.getvalue()


def untranslated(catalogue: Catalog) -> Iterator[str]:
    """The texts of a catalogue that have no Korean."""
    for entry in catalogue:
        if entry.id and not _is_translated(entry.string):
            yield str(entry.id)


def _is_translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def main(parts: Sequence[str]) -> int:
    """Bring the catalogues of `parts` up to date, compile them, and say what has no Korean yet."""
    korean_folder().mkdir(parents=True, exist_ok=True)
    missing = 0
    for part in parts or PARTS:
        catalogue = brought_together(part)
        if not len(catalogue):
            continue
        text = po_text(catalogue)
        (korean_folder() / f"{part}.po").write_text(text, encoding="utf-8")
        (korean_folder() / f"{part}.mo").write_bytes(mo_bytes(text))
        lacking = list(untranslated(catalogue))
        missing += len(lacking)
        print(f"{part}: {len(catalogue)} texts, {len(lacking)} without Korean")
        for msgid in lacking:
            print(f"    {msgid}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
