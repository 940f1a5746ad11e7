"""The page as it will be printed: drawn from the very file, fitted or at full size, with trim and safe margin."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from director_app.ui.background import Job
from director_app.ui.desk import Desk
from director_app.ui.look import Look
from director_app.ui.publishing.work import MadePaper, PageImage, draw_page
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.fields import ChoiceField
from director_app.ui.widgets.text import OneLine, Text, set_ground

POINTS_PER_MM: Final = 72 / 25.4
SAFE_MM: Final = 5
SCREEN: Final = 96 / 72
"""Pixels per pt at 100 %."""
ZOOMS: Final = ("fit", "100", "150", "200")
MARGIN: Final = 10


class PageSheet(QWidget):
    """One page on the ground of the desk, a thin line around it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image = QImage()
        self._page = QSize()
        self._guides: tuple[QRectF, ...] = ()
        self._said = ""
        look.theme_changed.connect(self.update)

    def show_page(self, image: QImage, page: QSize) -> None:
        """Show a drawn page at a size in logical pixels."""
        self._image, self._page, self._said = image, page, ""
        self.setMinimumSize(page.width() + 2 * MARGIN, page.height() + 2 * MARGIN)
        self.update()

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a page."""
        self._image, self._said = QImage(), sentence
        self.setMinimumSize(0, 0)
        self.update()

    def show_guides(self, guides: tuple[QRectF, ...]) -> None:
        """Dashed lines over the page: trim and safe margin, in shares of the page."""
        self._guides = guides
        self.update()

    def page_rect(self) -> QRect:
        """Where the page lies."""
        left = max(MARGIN, (self.width() - self._page.width()) // 2)
        top = max(MARGIN, (self.height() - self._page.height()) // 2)
        return QRect(QPoint(left, top), self._page)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image.isNull():
            painter.setFont(self._look.font("body"))
            painter.setPen(self._look.color("text2"))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(40, 0, -40, 0), flags, self._said)
        else:
            page = self.page_rect()
            painter.fillRect(page, self._look.color("paper"))
            painter.drawImage(page, self._image)
            painter.setPen(QPen(self._look.color("line"), 1))
            painter.drawRect(page.adjusted(-1, -1, 0, 0))
            self._paint_guides(painter, page)
        painter.end()

    def _paint_guides(self, painter: QPainter, page: QRect) -> None:
        for guide, role in zip(self._guides, ("now", "accent"), strict=False):
            pen = QPen(self._look.color(role), 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            left, top = page.left() + guide.left() * page.width(), page.top() + guide.top() * page.height()
            painter.drawRect(QRectF(left, top, guide.width() * page.width(), guide.height() * page.height()))


class PagePreview(QWidget):
    """Head, page and page arrows. B shows trim and safe margin, PageUp and PageDown turn pages.

    Signals: ``turned(int)``; ``whole_wanted()`` when a quick look shall become the whole document.
    """

    turned = Signal(int)
    whole_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paper: MadePaper | None = None
        self._page = 0
        self._job: Job | None = None
        look = desk.look
        set_ground(self, "canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = OneLine(look, "", "strong")
        self.news = OneLine(look, "", "small", "warn")
        self.guides = Chip(look)
        self.guides.toggled.connect(self._show_guides)
        self.zoom = ChoiceField(look, small=True)
        self.zoom.setFixedWidth(120)
        self.zoom.chosen.connect(self._draw)
        self.sheet = PageSheet(look)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_ground(self.sheet, "canvas")
        self._area.setWidget(self.sheet)
        self.back = Button(look, "", "glyph", "chevron-left")
        self.forth = Button(look, "", "glyph", "chevron-right")
        self.count = Text(look, "", "small", "text", tabular=True)
        self.whole = Button(look, "", "quiet")
        self.whole.clicked.connect(self.whole_wanted)
        self.back.clicked.connect(self.turn_back)
        self.forth.clicked.connect(self.turn_forth)
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(60)
        self._redraw.timeout.connect(self._draw)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._desk.wording
        self.setAccessibleName(wording.text("Preview of the page"))
        self.guides.set_text(wording.text("Trim and safe margin"))
        self.guides.setToolTip(wording.text("Show trim and safe margin (B)"))
        self.zoom.setAccessibleName(wording.text("Zoom"))
        self.zoom.set_choices([("fit", wording.text("Fit")), *((zoom, f"{zoom} %") for zoom in ZOOMS[1:])])
        if not self.zoom.current():
            self.zoom.show_value("fit")
        self.back.name_only(wording.text("Previous page"))
        self.forth.name_only(wording.text("Next page"))
        self.whole.setText(wording.text("Make all pages"))
        self.whole.setToolTip(wording.text("A long document is shown with its first dates only; the file holds all."))
        self._count_pages()

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def paper(self) -> MadePaper | None:
        """What is shown."""
        return self._paper

    def show_paper(self, paper: MadePaper) -> None:
        """Show a finished PDF; the page stays where it was when it is the same document."""
        same = self._paper is not None and self._paper.choice.document == paper.choice.document
        self._page = min(self._page, paper.pages - 1) if same else 0
        self._paper = paper
        self._count_pages()
        self._show_guides()
        self._draw()

    def show_narrow(self, *, is_narrow: bool) -> None:
        """Where there is little room the margins are shown by their key alone."""
        self.guides.fold(is_narrow)
        self.zoom.setFixedWidth(100 if is_narrow else 120)

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a page."""
        self._paper = None
        self.sheet.say(sentence)
        self._count_pages()

    def go_to(self, page: int) -> None:
        """Show a page, from 0."""
        if self._paper is not None and 0 <= page < self._paper.pages and page != self._page:
            self._page = page
            self._count_pages()
            self._draw()
            self.turned.emit(page)

    def turn_back(self) -> None:
        """The page before."""
        self.go_to(self._page - 1)

    def turn_forth(self) -> None:
        """The page after."""
        self.go_to(self._page + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """B, PageUp, PageDown, Home, End."""
        last = self._paper.pages - 1 if self._paper is not None else 0
        pages = {Qt.Key.Key_PageUp: self._page - 1, Qt.Key.Key_Left: self._page - 1}
        pages |= {Qt.Key.Key_PageDown: self._page + 1, Qt.Key.Key_Right: self._page + 1}
        pages |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_B and not event.modifiers():
            self.guides.toggle()
        elif key in pages:
            self.go_to(pages[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """At the end of a page the wheel turns it."""
        if event.angleDelta().y() < 0:
            self.turn_forth()
        elif event.angleDelta().y() > 0:
            self.turn_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page again."""
        super().resizeEvent(event)
        if self.zoom.current() == "fit":
            self._redraw.start()

    # -- inner life -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QWidget(self)
        head.setFixedHeight(40)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.title, 2)
        row.addWidget(self.news, 3)
        row.addWidget(self.guides)
        row.addWidget(self.zoom)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 2, 0, 4)
        foot.addStretch(1)
        for widget in (self.back, self.count, self.forth, self.whole):
            foot.addWidget(widget)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def _scale(self) -> float:
        """Logical pixels per pt."""
        if self._paper is None:
            return 1.0
        if self.zoom.current() != "fit":
            return SCREEN * int(self.zoom.current()) / 100
        room = self._area.viewport().size()
        width, height = self._paper.size
        return max(0.1, min((room.width() - 2 * MARGIN - 8) / width, (room.height() - 2 * MARGIN) / height))

    def _draw(self, _zoom: object = None) -> None:
        if self._paper is None:
            return
        if self._job is not None:
            self._job.cancel()
        scale = self._scale() * self.devicePixelRatioF()
        self._job = self._desk.background.run(draw_page, self._paper.path, self._page, scale, then=self._drawn)
        percent = round(self._scale() / SCREEN * 100)
        if self.zoom.current() == "fit":
            self.zoom.setItemText(0, self._desk.wording.text("Fit {n} %", n=percent))

    def _drawn(self, drawn: PageImage | None) -> None:
        self._job = None
        if drawn is None or self._paper is None or drawn.path != self._paper.path or drawn.page != self._page:
            return
        image = image_of(drawn)
        ratio = self.devicePixelRatioF()
        self.sheet.show_page(image, QSize(round(drawn.width / ratio), round(drawn.height / ratio)))

    def _show_guides(self, _shown: object = None) -> None:
        paper = self._paper
        if paper is None or not self.guides.isChecked():
            self.sheet.show_guides(())
            return
        width, height = paper.size
        trim_width, trim_height = paper.trim
        left, top = (width - trim_width) / 2, (height - trim_height) / 2
        trim = QRectF(left / width, top / height, trim_width / width, trim_height / height)
        inset = SAFE_MM * POINTS_PER_MM
        safe = trim.adjusted(inset / width, inset / height, -inset / width, -inset / height)
        self.sheet.show_guides((trim, safe))

    def _count_pages(self) -> None:
        paper = self._paper
        pages = paper.pages if paper is not None else 0
        text = self._desk.wording.text("Page {page} of {pages}", page=self._page + 1, pages=pages) if pages else ""
        left_out = paper.left_out if paper is not None else 0
        if left_out:
            more = self._desk.wording.plural("{n} later date not shown", "{n} later dates not shown", left_out)
            text = f"{text} · {more}"
        self.count.setText(text)
        self.whole.setVisible(bool(left_out))
        for button in (self.back, self.forth):
            button.setVisible(pages > 1)
        self.back.setEnabled(self._page > 0)
        self.forth.setEnabled(self._page < pages - 1)


def image_of(drawn: PageImage) -> QImage:
    """The picture of a drawn page, with bytes of its own."""
    shared = QImage(drawn.data, drawn.width, drawn.height, drawn.width * 4, QImage.Format.Format_RGB32)
    return shared.copy()


def thumbnail_scale(size: tuple[float, float], width: int, ratio: float) -> float:
    """Pixels per pt for a page that is so many logical pixels wide."""
    return width * ratio / size[0]
