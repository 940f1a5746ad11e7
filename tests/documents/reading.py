"""Reading finished PDF files back, by other means than those that wrote them."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pypdfium2


def page_texts(path: Path) -> list[str]:
    """The text of every page as a reader would copy it."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def whole_text(path: Path) -> str:
    """All pages on one line, white space made even: line breaks on paper are no part of the text."""
    return " ".join(" ".join(page_texts(path)).split())


def squeezed(text: str) -> str:
    """Text without any white space."""
    return "".join(text.split())


def outline(path: Path) -> list[tuple[int, str, int]]:
    """Level, title and page number (from 1) of every bookmark."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        found = []
        for bookmark in document.get_toc():
            destination = bookmark.get_dest()
            index = destination.get_index() if destination else None
            found.append((bookmark.level, bookmark.get_title(), -1 if index is None else index + 1))
        return found
    finally:
        document.close()


def fonts_not_embedded(path: Path) -> list[str]:
    """Names of fonts that the file mentions without carrying them."""
    data = path.read_bytes()
    bodies = re.findall(rb"\n\d+ 0 obj(.*?)endobj", data, re.DOTALL)
    fonts = [body for body in bodies if b"/Type /Font" in body and b"/Type /FontDescriptor" not in body]
    descriptors = [body for body in bodies if b"/Type /FontDescriptor" in body]
    assert len([body for body in descriptors if b"/FontFile2" in body]) == len(descriptors)
    return [body.decode("latin-1") for body in fonts if b"/FontDescriptor" not in body]


def streams(path: Path) -> list[bytes]:
    """Every compressed stream of the file, opened."""
    return [
        zlib.decompress(found)
        for found in re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", path.read_bytes(), re.DOTALL)
    ]


def smallest_type(path: Path) -> float:
    """The smallest size of type on any page, pt."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        pages = [page.get_textpage() for page in document]
        sizes = [
            pypdfium2.raw.FPDFText_GetFontSize(page.raw, index)
            for page in pages
            for index in range(page.count_chars())
            if page.get_text_range(index, 1).strip()
        ]
    finally:
        document.close()
    return round(float(min(sizes)), 2)
