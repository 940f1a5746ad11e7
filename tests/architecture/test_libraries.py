"""The libraries we lean on behave as the decisions about them say."""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QImage, QPainter


def test_qt_does_not_lose_references_to_none(qapp: Any) -> None:
    """PySide6 6.12.0 loses one with each of these calls, until the interpreter aborts (docs/decisions/0007)."""
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(300):
        painter.drawLine(0, 0, 5, 5)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < 50


def test_qt_brings_its_own_korean(qapp: Any) -> None:
    """The words on Qt's standard buttons."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert (folder / "qtbase_ko.qm").is_file()
