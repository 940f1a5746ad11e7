"""Pages of a PDF file as pictures, for the preview and the printer.

PDFium is not safe in several threads, not even with a document each; one lock guards it here, and nobody else calls it.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Final

import pypdfium2

_PDFIUM: Final = threading.Lock()


def page_count(path: Path) -> int:
    """How many pages the file has.

    Raises:
        OSError: when it cannot be read; ValueError when it is no PDF.
    """
    data = path.read_bytes()
    with _PDFIUM:
        document = _opened(data)
        try:
            return len(document)
        finally:
            document.close()


def page_image(path: Path, page: int, scale: float) -> tuple[int, int, bytes]:
    """Page `page` (from 0) drawn at `scale` pixels per pt: width, height, and rows of 4 bytes B, G, R, unused.

    Raises:
        OSError: when the file cannot be read; ValueError when it is no PDF; IndexError for a page it does not have.
    """
    return drawn_page(path.read_bytes(), page, scale)  # not held open while the next edition replaces it


def drawn_page(data: bytes, page: int, scale: float) -> tuple[int, int, bytes]:
    """The same for the content of a file.

    Raises:
        ValueError: when it is no PDF; IndexError for a page it does not have.
    """
    with _PDFIUM:
        document = _opened(data)
        try:
            if not 0 <= page < len(document):
                raise IndexError(page)
            bitmap = document[page].render(scale=scale, prefer_bgrx=True, maybe_alpha=False)
            return bitmap.width, bitmap.height, _packed(bytes(bitmap.buffer), bitmap.width * 4, bitmap.stride)
        finally:
            document.close()


def page_size(path: Path, page: int) -> tuple[float, float]:
    """Width and height of a page in pt."""
    data = path.read_bytes()
    with _PDFIUM:
        document = _opened(data)
        try:
            width, height = document[page].get_size()
            return float(width), float(height)
        finally:
            document.close()


def page_trim(path: Path, page: int) -> tuple[float, float]:
    """Width and height in pt of what is left of a page when it is cut; its middle is the page's."""
    data = path.read_bytes()
    with _PDFIUM:
        document = _opened(data)
        try:
            left, bottom, right, top = document[page].get_trimbox()
            return float(right - left), float(top - bottom)
        finally:
            document.close()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error


def _packed(rows: bytes, row: int, stride: int) -> bytes:
    if row == stride:
        return rows
    return b"".join(rows[start : start + row] for start in range(0, len(rows), stride))
