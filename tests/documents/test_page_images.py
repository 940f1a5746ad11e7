"""Pages as pictures for preview and printer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from director_app.documents.catalogue import DOCUMENTS, document_named
from director_app.documents.making import Made
from director_app.documents.page_images import page_count, page_image, page_size


def test_a_page_becomes_a_picture(booklet: Made) -> None:
    assert page_count(booklet.path) == booklet.pages
    width, height, data = page_image(booklet.path, 0, 1.0)
    assert abs(width - 420) <= 1
    assert abs(height - 595) <= 1
    assert len(data) == width * height * 4
    blue, green, red, _unused = data[(50 * width + 5) * 4 : (50 * width + 5) * 4 + 4]
    assert green > blue > red  # the cover is the complex's green


def test_page_sizes_are_told(booklet: Made) -> None:
    assert page_size(booklet.path, 1) == pytest.approx((419.5, 595.3), abs=0.1)


def test_pages_that_are_not_there(booklet: Made) -> None:
    with pytest.raises(IndexError):
        page_image(booklet.path, 999, 1.0)


def test_what_is_no_pdf_is_said(tmp_path: Path) -> None:
    file = tmp_path / "no.pdf"
    file.write_bytes(b"not a pdf")
    with pytest.raises(ValueError, match=r"."):
        page_count(file)


def test_the_catalogue_is_light() -> None:
    code = (
        "import sys, director_app.documents.catalogue, director_app.documents.options;"
        "print([name for name in ('reportlab', 'pypdfium2', 'uharfbuzz', 'segno') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_document_is_found_by_its_name() -> None:
    assert [document_named(document.name) for document in DOCUMENTS] == list(DOCUMENTS)
    assert document_named("nothing") is None
