"""A photo: dropped, chosen or pasted; a click sets the point that stays in view when it is cropped."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QMenu, QWidget

from director_app.domain.edits import Change
from director_app.operations.open_plan import StepName
from director_app.ui.forms.record_editor import RecordEditor
from director_app.wording import message

if TYPE_CHECKING:
    from director_app.operations.attaching import PictureField

WIDTH: Final = 160
HEIGHT: Final = 120

FOCUS_STEP: Final = message("focus point of the photo")
_NAMES: Final = {"photo": message("Photo"), "logo": message("Logo"), "sketch": message("Sketch")}
EMPTY_PHOTO: Final = message("Drop a photo here (prints without one too)")
EMPTY_SKETCH: Final = message("Drop a sketch of the place here")


class PhotoField(QWidget):
    """Shows the photo of the record, or a dashed field that says it may be empty."""

    def __init__(
        self,
        editor: RecordEditor,
        parent: QWidget | None = None,
        *,
        field: PictureField = "photo",
        focus_field: str = "photo_focus",
        empty: str = EMPTY_PHOTO,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._empty = empty
        self._editor = editor
        self._focus_field = focus_field
        self._pixmap = QPixmap()
        self._digest = ""
        self._over = False
        self.setFixedSize(WIDTH, HEIGHT)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "whole")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        editor.shown.connect(self._show_record)
        editor.desk.theme_changed.connect(self.update)
        self.retranslate()

    def retranslate(self) -> None:
        """Say name and help in the present language."""
        wording = self._editor.desk.wording
        self.setAccessibleName(wording.text(_NAMES[self._field]))
        self.setToolTip(
            wording.text("Click to set the point that stays in view")
            if self.has_photo
            else wording.text("Drop a picture here, or press Enter to choose one")
        )
        self.update()

    @property
    def has_photo(self) -> bool:
        """Whether a picture is shown."""
        return not self._pixmap.isNull()

    def add_file(self, path: Path) -> bool:
        """Keep the file as the record's photo, as one step; whether it was taken."""
        return self._editor.record is not None and self._editor.desk.attempt(
            _Attaching(self._editor, self._field, path)
        )

    def remove(self) -> None:
        """Take the photo off the record; undo brings it back."""
        self._editor.desk.attempt(_Attaching(self._editor, self._field, None))

    def paste(self) -> bool:
        """Keep what lies on the clipboard, a picture or a copied file, as the photo; whether it was taken."""
        data = QGuiApplication.clipboard().mimeData()
        path = local_file(data.urls())
        if path is not None:
            return self.add_file(path)
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self._editor.desk.say(self._editor.desk.wording.text("There is no picture on the clipboard."))
            return False
        with tempfile.TemporaryDirectory() as folder:
            pasted = Path(folder) / f"{self._editor.desk.wording.text('pasted')}.png"
            return bool(image.save(str(pasted))) and self.add_file(pasted)

    # -- gestures -------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the focus point, or choose a file."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        record = self._editor.record
        if not self.has_photo:
            self._choose()
        elif record is not None and hasattr(record, self._focus_field):
            at = event.position()
            shown = self._shown_part()
            x = (at.x() / WIDTH * shown.width() + shown.left()) / self._pixmap.width()
            y = (at.y() / HEIGHT * shown.height() + shown.top()) / self._pixmap.height()
            values = {self._focus_field: (round(min(1.0, max(0.0, x)), 3), round(min(1.0, max(0.0, y)), 3))}
            self._editor.desk.perform(Change(self._editor.kind, self._editor.id, values), StepName(FOCUS_STEP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses a file, Delete takes the photo off, Ctrl+V pastes a picture or a copied file."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.has_photo:
            self.remove()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Choose another, or take it off."""
        wording = self._editor.desk.wording
        menu = QMenu(self)
        menu.addAction(wording.text("Choose a picture…")).triggered.connect(self._choose)
        menu.addAction(wording.text("Paste")).triggered.connect(self.paste)
        if self.has_photo:
            menu.addAction(wording.text("Take the photo off")).triggered.connect(self.remove)
        menu.popup(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if local_file(event.mimeData().urls()):
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: object) -> None:
        """Forget the drag."""
        del event
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the dropped file."""
        self._over = False
        path = local_file(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.add_file(path)
        self.update()

    # -- drawing --------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photo around its focus point, or the dashed field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 6, 6)
        if self.has_photo:
            painter.setClipPath(outline)
            painter.drawPixmap(frame, self._pixmap, self._shown_part())
            painter.setClipping(False)
            self._paint_focus(painter)
        else:
            self._paint_empty(painter, outline)
        painter.end()

    def _paint_empty(self, painter: QPainter, outline: QPainterPath) -> None:
        look = self._editor.desk.look
        pen = QPen(look.color("accent" if self._over else "control"), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        if self._over:
            painter.fillPath(outline, look.color("select"))
        painter.drawPath(outline)
        painter.drawPixmap((WIDTH - 20) // 2, 22, look.pixmap("image", "text3", 20))
        painter.setFont(look.font("small"))
        painter.setPen(look.color("text3"))
        words = look.wording.text(self._empty)
        area = QRect(14, 50, WIDTH - 28, HEIGHT - 56)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(area, flags, words)

    def _paint_focus(self, painter: QPainter) -> None:
        at = self._focus()
        if at is None:
            return
        shown = self._shown_part()
        x = (at.x() * self._pixmap.width() - shown.left()) / shown.width() * WIDTH
        y = (at.y() * self._pixmap.height() - shown.top()) / shown.height() * HEIGHT
        for colour, width in (("surface", 3.5), ("accent", 1.5)):
            painter.setPen(QPen(self._editor.desk.look.color(colour), width))
            painter.drawEllipse(QPointF(x, y), 7, 7)

    def _focus(self) -> QPointF | None:
        point: tuple[float, ...] = getattr(self._editor.record, self._focus_field, ())
        return QPointF(point[0], point[1]) if len(point) == 2 else None

    def _shown_part(self) -> QRectF:
        """The part of the picture that fills the field, as close around the focus point as its edges allow."""
        width, height = self._pixmap.width(), self._pixmap.height()
        scale = min(width / WIDTH, height / HEIGHT)
        part_width, part_height = WIDTH * scale, HEIGHT * scale
        focus = self._focus() or QPointF(0.5, 0.5)
        left = min(max(0.0, focus.x() * width - part_width / 2), width - part_width)
        top = min(max(0.0, focus.y() * height - part_height / 2), height - part_height)
        return QRectF(left, top, part_width, part_height)

    def _show_record(self, record: object) -> None:
        photo = getattr(record, self._field, None)
        attachment = self._editor.desk.plan.attachments.get(photo) if photo else None
        digest = attachment.digest if attachment is not None else ""
        if digest != self._digest:
            self._digest = digest
            content = self._editor.desk.open_plan.content(digest) if digest else None
            self._pixmap = _reduced(_upright(content)) if content else QPixmap()
        self.retranslate()

    def _choose(self) -> None:
        desk = self._editor.desk
        if self._editor.record is None or desk.is_read_only:
            return
        kinds = desk.wording.text("Pictures (*.jpg *.jpeg *.png *.webp)")
        path = desk.questions.file_to_open(self, desk.wording.text("Choose a picture…"), kinds, Path.home())
        if path is not None:
            self.add_file(path)


class _Attaching:
    """Gives the record of an editor its picture, or takes it off, when called."""

    def __init__(self, editor: RecordEditor, field: PictureField, path: Path | None) -> None:
        self._editor = editor
        self._field = field
        self._path = path

    def __call__(self) -> bool:
        """True once it is done."""
        from director_app.operations.attaching import attach_photo, detach  # reads pictures: with the first one

        open_plan, kind, identity = self._editor.desk.open_plan, self._editor.kind, self._editor.id
        if self._path is None:
            detach(open_plan, kind, identity, self._field)
        else:
            attach_photo(open_plan, kind, identity, self._field, self._path)
        return True


def _upright(content: bytes) -> QPixmap:
    """The picture as the camera was held, not as its sensor lay."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return QPixmap.fromImage(reader.read())


def _reduced(pixmap: QPixmap) -> QPixmap:
    """No larger than the field needs on the sharpest screen."""
    if max(pixmap.width(), pixmap.height()) <= WIDTH * 6:
        return pixmap
    keep = Qt.AspectRatioMode.KeepAspectRatio
    return pixmap.scaled(WIDTH * 6, WIDTH * 6, keep, Qt.TransformationMode.SmoothTransformation)


def local_file(urls: list[QUrl]) -> Path | None:
    """The first of dropped addresses that is a file of this computer."""
    return next((Path(url.toLocalFile()) for url in urls if url.isLocalFile()), None)
