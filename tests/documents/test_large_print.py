"""The programme in large print: nothing small, everything that the booklet tells of a date."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from director_app.planner.scope import Scope
from tests.documents.reading import page_texts, squeezed, whole_text
from tests.documents.test_all_documents import made
from tests.documents.working_plan import working

_SMALLEST = 14.0


def smallest_drawn(path: Path) -> float:
    """The smallest type as it stands on the paper, also on pages that are drawn larger than they were set."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    raw = pypdfium2.raw
    try:
        sizes = []
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                if text.get_text_range(index, 1).strip():
                    matrix = raw.FS_MATRIX()
                    assert raw.FPDFText_GetMatrix(text.raw, index, matrix)
                    sizes.append(raw.FPDFText_GetFontSize(text.raw, index) * matrix.d)
    finally:
        document.close()
    return float(min(sizes))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_is_small_and_nothing_is_missing(language: str, tmp_path: Path) -> None:
    path = made(working(), "large-print", tmp_path, language, scope=Scope()).path
    assert smallest_drawn(path) >= _SMALLEST
    said = squeezed(whole_text(path))
    booklet = squeezed(whole_text(made(working(), "booklet", tmp_path, language, scope=Scope()).path))
    for word in ("054-000-0000", "자이언티" if language == "ko" else "Zion.T"):
        assert (word in said) == (word in booklet)
    assert all(f"{number}/" in text for number, text in enumerate(page_texts(path), 1))
