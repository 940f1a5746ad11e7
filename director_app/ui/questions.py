"""Questions that need a window of the system: which file, which folder. Tests and pictures give answers as data."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class Questions(Protocol):
    """Asks the user; None means that she changed her mind."""

    def file_to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        """Which file to read."""
        ...

    def file_to_write(self, parent: QWidget, title: str, kinds: str, suggested: Path) -> Path | None:
        """Where to write; an existing file was confirmed by the dialog."""
        ...

    def folder_to_write(self, parent: QWidget, title: str, folder: Path) -> Path | None:
        """Into which folder several files go."""
        ...


class AskingUser:
    """Asks with the system's dialogs."""

    def file_to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        """Which file to read."""
        name, _kind = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def file_to_write(self, parent: QWidget, title: str, kinds: str, suggested: Path) -> Path | None:
        """Where to write."""
        name, _kind = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
        return Path(name) if name else None

    def folder_to_write(self, parent: QWidget, title: str, folder: Path) -> Path | None:
        """Into which folder several files go."""
        name = QFileDialog.getExistingDirectory(parent, title, str(folder))
        return Path(name) if name else None


class FixedAnswers:
    """Gives prepared answers, for tests and for pictures."""

    def __init__(self, answer: Path | None = None) -> None:
        self.answer = answer

    def file_to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        """The prepared answer."""
        del parent, title, kinds, folder
        return self.answer

    def file_to_write(self, parent: QWidget, title: str, kinds: str, suggested: Path) -> Path | None:
        """The prepared answer."""
        del parent, title, kinds, suggested
        return self.answer

    def folder_to_write(self, parent: QWidget, title: str, folder: Path) -> Path | None:
        """The prepared answer."""
        del parent, title, folder
        return self.answer
