"""What the forms of the workspaces share: made part by part, parts that speak anew, a picture dropped anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from director_app.ui.forms.bound_fields import BoundField
from director_app.ui.forms.photo_field import PhotoField, local_file
from director_app.ui.forms.record_editor import RecordEditor


class Retranslated(Protocol):
    """A part of the form that can say itself in another language."""

    def retranslate(self) -> None:
        """Say everything in the present language."""
        ...


class FormInTurns(QWidget):
    """A form whose parts are made one after the other, so that the window answers in between.

    Whoever shows it calls `make_next` once in a turn, or `complete` when something in it is needed at once. Until it is
    whole its editor shows no record: parts would show and hide what has no place yet.
    """

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        editor.is_held = True
        self.is_whole = False
        self._making = self.making()

    @property
    def first(self) -> BoundField:
        """Where the cursor goes in a new record."""
        raise NotImplementedError

    def making(self) -> Iterator[None]:
        """Make the parts from the top to the bottom, each put where it belongs; stop after each."""
        raise NotImplementedError

    def made(self) -> None:
        """Follow the record shown from now on, and say everything in the present language."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the present language; only asked of a form that is whole."""
        raise NotImplementedError

    def make_next(self) -> bool:
        """Make the next part; whether more are left."""
        if self.is_whole:
            return False
        for _made in self._making:
            return True
        self.is_whole = True
        self.made()
        self._editor.is_held = False
        self._editor.refresh()
        return False

    def complete(self) -> None:
        """Make all that is not there yet."""
        if self.is_whole:
            return
        while self.make_next():
            pass
        explicitly = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
        for part in self.findChildren(QWidget) if self.isVisible() else ():
            if part.isHidden() and not part.isWindow() and not part.testAttribute(explicitly):
                part.show()  # Qt would show it in the next turn


class PicturedForm(FormInTurns):
    """A form with one picture, which may be dropped anywhere on it."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(editor, parent)
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
            self.complete()
            self.picture().add_file(path)
