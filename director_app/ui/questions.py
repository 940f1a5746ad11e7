"""Questions that need a window of the system: which file, which folder. Tests and pictures give answers as data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from director_app import paths
from director_app.atomic_files import clean_file_name

_SEVERAL: Final = "several files"


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


class LastFolders:
    """In which folder she last opened or wrote a file of each kind."""

    def __init__(self) -> None:
        self._kept = QSettings(str(paths.config_folder() / "folders.ini"), QSettings.Format.IniFormat)

    def folder(self, kind: str, proposed: Path) -> Path:
        """Where to begin: the last folder of this kind while it is there, else the proposed one."""
        kept = self._kept.value(kind)
        return Path(kept) if isinstance(kept, str) and kept and Path(kept).is_dir() else proposed

    def keep(self, kind: str, folder: Path) -> None:
        """Begin here the next time."""
        self._kept.setValue(kind, str(folder))


class AskingUser:
    """Asks with the system's dialogs, beginning in the folder that the same kind of file was in the last time."""

    def __init__(self) -> None:
        self._folders = LastFolders()

    def file_to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        """Which file to read."""
        kind = suffix_of(kinds)
        name, _kind = QFileDialog.getOpenFileName(parent, title, str(self._folders.folder(kind, folder)), kinds)
        return self._taken(name, kind)

    def file_to_write(self, parent: QWidget, title: str, kinds: str, suggested: Path) -> Path | None:
        """Where to write; the proposed name is one that every system takes, and a name without a suffix gets it."""
        kind = suffix_of(kinds)
        folder = self._folders.folder(kind, suggested.parent)
        dialog = QFileDialog(parent, title, str(folder), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(clean_file_name(suggested.stem, suggested.suffix))
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return self._taken(chosen[0] if chosen else "", kind)

    def folder_to_write(self, parent: QWidget, title: str, folder: Path) -> Path | None:
        """Into which folder several files go."""
        name = QFileDialog.getExistingDirectory(parent, title, str(self._folders.folder(_SEVERAL, folder)))
        if name:
            self._folders.keep(_SEVERAL, Path(name))
        return Path(name) if name else None

    def _taken(self, name: str, kind: str) -> Path | None:
        if not name:
            return None
        self._folders.keep(kind, Path(name).parent)
        return Path(name)


def suffix_of(kinds: str) -> str:
    """What tells one kind of file from another in "PDF (*.pdf)": "pdf"; any file is "file"."""
    found = re.search(r"\*\.(\w+)", kinds)
    return found.group(1) if found else "file"


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
