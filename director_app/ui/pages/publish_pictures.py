"""Pages of a print as picture files; runs beside the window, where images (not pixmaps) are allowed."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter

from director_app.atomic_files import write_atomically
from director_app.domain.refusals import Refusal
from director_app.ui.pages.publish_preview import image_of
from director_app.ui.pages.publish_work import MadePaper, PageImage, draw_page

PICTURE_DPI = 150
_POINT = 72


def png_of(drawn: PageImage) -> bytes:
    """A drawn page as PNG."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image_of(drawn))
    buffer.close()
    return bytes(content.data())


def save_pictures(paper: MadePaper, path: Path, stop: threading.Event) -> int | Refusal:
    """Save every page beside the others, numbered when there are several; how many, or why not."""
    saved = 0
    for page in range(paper.pages):
        drawn = draw_page(paper.path, page, PICTURE_DPI / _POINT, stop)
        if drawn is None:
            break
        target = path if paper.pages == 1 else path.with_name(f"{path.stem}-{page + 1:02d}{path.suffix}")
        try:
            write_atomically(target, png_of(drawn))
        except Refusal as refusal:
            return refusal
        saved += 1
    return saved
