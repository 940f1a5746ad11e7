"""Prints and notices as picture files; runs beside the window, where images (not pixmaps) are allowed."""

from __future__ import annotations

import datetime
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageWriter

from director_app.atomic_files import write_atomically
from director_app.domain.refusals import Refusal
from director_app.ui.publishing.preview import image_of
from director_app.ui.publishing.work import MadePaper, NotMade, Order, PageImage, draw_page, marked_options
from director_app.wording import Wording

if TYPE_CHECKING:
    from director_app.documents.options import Made
    from director_app.documents.screen_pictures import ShapeName

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


def make_screen_picture(
    ordered: Order, shape: ShapeName, path: Path, made_at: datetime.datetime, stop: threading.Event
) -> Made | NotMade:
    """Write a notice of the choice as a picture for messengers or screens."""
    from director_app.documents.making import MakingStopped
    from director_app.documents.screen_pictures import make_picture

    choice, contents = ordered.choice, ordered.contents
    try:
        with contents:
            options = marked_options(ordered, made_at)
            return make_picture(ordered.plan, Wording(choice.language), options, shape, path, contents, stop)
    except MakingStopped:
        return NotMade(choice, None)
    except Refusal as refusal:
        return NotMade(choice, refusal)
