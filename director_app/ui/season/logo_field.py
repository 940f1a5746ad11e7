"""A logo: dropped, chosen or taken off like a photo, but shown whole and small on paper's white."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from director_app.ui.forms.photo_field import PhotoField
from director_app.ui.forms.record_editor import RecordEditor
from director_app.wording import message

EMPTY_LOGO = message("Logo")


class LogoField(PhotoField):
    """The logo of a complex or an organisation. `ready` makes the record that bears it, where there is none yet."""

    def __init__(
        self, editor: RecordEditor, ready: Callable[[], bool], size: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        self._ready = ready
        super().__init__(editor, parent, field="logo", focus_field="", empty=EMPTY_LOGO)
        self.setFixedSize(*size)

    def retranslate(self) -> None:
        """Say name and help in the present language."""
        wording = self._editor.desk.wording
        self.setAccessibleName(wording.text(EMPTY_LOGO))
        self.setToolTip(wording.text("Drop a logo here, or press Enter to choose one"))
        self.update()

    def add_file(self, path: Path) -> bool:
        """Keep the file as the logo; whether it was taken."""
        if self._editor.desk.is_read_only or not self._ready():
            return False
        return bool(super().add_file(path))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a file."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the whole logo, or the dashed field."""
        look = self._editor.desk.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 4, 4)
        if self.has_photo:
            painter.fillPath(outline, look.color("paper"))
            painter.setPen(QPen(look.color("line"), 1))
            painter.drawPath(outline)
            painter.drawPixmap(self._whole(frame), self._pixmap, QRectF(self._pixmap.rect()))
        else:
            pen = QPen(look.color("accent" if self._over else "control"), 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.drawPath(outline)
            painter.setFont(look.font("micro"))
            painter.setPen(look.color("text3"))
            painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), look.wording.text(EMPTY_LOGO))
        painter.end()

    def _whole(self, frame: QRectF) -> QRectF:
        """As large as fits, in the middle."""
        room = frame.adjusted(4, 3, -4, -3)
        scale = min(room.width() / self._pixmap.width(), room.height() / self._pixmap.height())
        width, height = self._pixmap.width() * scale, self._pixmap.height() * scale
        return QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)

    def _choose(self) -> None:
        desk = self._editor.desk
        if desk.is_read_only:
            return
        kinds = desk.wording.text("Pictures (*.jpg *.jpeg *.png *.webp)")
        path = desk.questions.file_to_open(self, desk.wording.text("Choose a picture…"), kinds, Path.home())
        if path is not None:
            self.add_file(path)
