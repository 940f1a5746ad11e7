"""Printing: the pages of the finished PDF, one by one, so that paper and file never differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from director_app.ui.publishing.preview import image_of
from director_app.ui.publishing.work import MadePaper, PageImage

RESOLUTION = 300
_POINT = 72


class PrinterChoice(Protocol):
    """Finds the printer to use; tests give one that writes a file."""

    def has_printer(self) -> bool:
        """Whether there is any."""
        ...

    def ask(self, parent: QWidget, paper: MadePaper, then: Callable[[QPrinter], object]) -> None:
        """Ask which printer and how many copies; calls back only when the user goes on."""
        ...


class SystemPrinters(QObject):
    """The printers of this computer, asked for by the system's dialog."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: QPrintDialog | None = None
        self._printer: QPrinter | None = None
        self._then: Callable[[QPrinter], object] | None = None

    def has_printer(self) -> bool:
        """Whether there is any."""
        return bool(QPrinterInfo.availablePrinterNames())

    def ask(self, parent: QWidget, paper: MadePaper, then: Callable[[QPrinter], object]) -> None:
        """Open the system's dialog."""
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        set_up_page(self._printer, paper)
        self._then = then
        self._dialog = QPrintDialog(self._printer, parent)
        self._dialog.setMinMax(1, paper.pages)
        self._dialog.finished.connect(self._finished)
        QDialog.open(self._dialog)

    def _finished(self, result: int) -> None:
        if result == QDialog.DialogCode.Accepted and self._printer is not None and self._then is not None:
            self._then(self._printer)
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def set_up_page(printer: QPrinter, paper: MadePaper) -> None:
    """The page as large as the document's, not as the printer's default; nothing is scaled or moved."""
    width, height = paper.size
    landscape = width > height
    size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
    orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
    printer.setResolution(RESOLUTION)


class PrintRun(QObject):
    """Sends page after page to a printer, one per turn of the event loop, so that the window stays alive.

    Signals: ``finished(int)`` with the number of pages printed; ``failed()`` when the printer refused.
    """

    finished = Signal(int)
    failed = Signal()

    def __init__(
        self, printer: QPrinter, paper: MadePaper, draw: Callable[[int, float], PageImage | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._paper = paper
        self._draw = draw
        first, last = printer.fromPage() or 1, printer.toPage() or paper.pages
        self._pages = list(range(first - 1, min(last, paper.pages)))
        self._done = 0
        self._painter = QPainter()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin."""
        if not self._painter.begin(self._printer):
            self.failed.emit()
            return
        self._timer.start()

    def _next(self) -> None:
        if self._done >= len(self._pages):
            self._timer.stop()
            self._painter.end()
            self.finished.emit(self._done)
            return
        if self._done and not self._printer.newPage():
            self._timer.stop()
            self._painter.end()
            self.failed.emit()
            return
        drawn = self._draw(self._pages[self._done], self._printer.resolution() / _POINT)
        if drawn is not None:
            target = QRectF(0, 0, drawn.width, drawn.height)
            self._painter.drawImage(target, image_of(drawn))
        self._done += 1
