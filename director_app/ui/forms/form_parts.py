"""What the forms of the workspaces share: parts that speak anew, and a picture dropped anywhere on them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from director_app.ui.forms.photo_field import PhotoField, local_file


class Retranslated(Protocol):
    """A part of the form that can say itself in another language."""

    def retranslate(self) -> None:
        """Say everything in the present language."""
        ...


class PicturedForm(QWidget):
    """A form with one picture, which may be dropped anywhere on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def picture(self) -> PhotoField:
        """The field that keeps the picture."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a file come."""
        if local_file(event.mimeData().urls()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the dropped picture."""
        path = local_file(event.mimeData().urls())
        if path is not None:
            event.acceptProposedAction()
            self.picture().add_file(path)
