"""What a print shop and a phone ask of a page: codes that can be read, boxes, and nothing that the knife cuts off."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from director_app.documents.catalogue import DOCUMENTS
from director_app.documents.page import MM
from tests.documents.qr_reading import codes_on
from tests.documents.test_all_documents import made
from tests.documents.working_plan import working

PUBLIC = tuple(document.name for document in DOCUMENTS if document.is_public)
#: Rounding of edges to pixels at 200 dpi, in modules.
_ROUNDING = 0.2


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every public document with bleed and crop marks."""
    folder, plan = tmp_path_factory.mktemp("shop"), working()
    return {name: made(plan, name, folder, bleed_mm=3.0, marks=True).path for name in PUBLIC}


@pytest.mark.parametrize(("name", "page", "count"), [
    ("flyer", 0, 1), ("flyer-4up", 0, 4), ("poster", 0, 1), ("notice", 0, 1), ("leaflet", 0, 1), ("booklet", -1, 1),
    ("booklet-imposed", 0, 1),
])  # fmt: skip
def test_codes_can_be_read_from_the_page(name: str, page: int, count: int, sheets: dict[str, Path]) -> None:
    codes = codes_on(sheets[name], page)
    assert [code.text for code in codes] == ["https://gumi.example/gif"] * count
    assert all(code.side_mm >= 19.9 for code in codes)
    assert all(code.quiet >= 4 - _ROUNDING for code in codes)


@pytest.mark.parametrize("name", PUBLIC)
def test_boxes_are_right_and_no_letter_is_cut_off(name: str, sheets: dict[str, Path]) -> None:
    document = pypdfium2.PdfDocument(sheets[name].read_bytes())
    try:
        for page in document:
            trim, bleed, media = page.get_trimbox(), page.get_bleedbox(), page.get_mediabox()
            grown = (trim[0] - 3 * MM, trim[1] - 3 * MM, trim[2] + 3 * MM, trim[3] + 3 * MM)
            assert bleed == pytest.approx(grown, abs=0.05)
            assert media[0] <= bleed[0]
            assert media[3] >= bleed[3]
            assert _outside(page, trim) == []
    finally:
        document.close()


def _outside(page: Any, box: tuple[float, float, float, float]) -> list[str]:
    """Letters with ink that are not wholly inside the box."""
    text = page.get_textpage()
    left, bottom, right, top = box
    found = []
    for at in range(text.count_chars()):
        edges = text.get_charbox(at)
        inked = edges[2] - edges[0] > 0.2 and edges[3] - edges[1] > 0.2
        if inked and not (edges[0] >= left and edges[1] >= bottom and edges[2] <= right and edges[3] <= top):
            found.append(f"{text.get_text_range(at, 1)} {edges}")
    return found
