"""The file dialogs begin where the same kind of file was the last time, with a name that every system takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from director_app.ui.questions import AskingUser, suffix_of


def test_each_kind_of_file_has_its_own_last_folder(tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    begun: list[Path] = []

    def opened(_parent: QWidget, _title: str, folder: str, _kinds: str) -> tuple[str, str]:
        begun.append(Path(folder))
        return str(tmp_path / "tables" / "list.xlsx"), ""

    def written(dialog: QFileDialog) -> int:
        begun.append(Path(dialog.directory().absolutePath()))
        begun.append(Path(dialog.selectedFiles()[0]))
        return 1

    (tmp_path / "tables").mkdir()
    (tmp_path / "papers").mkdir()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", opened)
    monkeypatch.setattr(QFileDialog, "exec", written)
    tables, papers = "Tables (*.xlsx *.csv)", "PDF (*.pdf)"
    AskingUser().file_to_open(parent, "", tables, tmp_path)
    AskingUser().file_to_open(parent, "", tables, tmp_path)
    assert begun == [tmp_path, tmp_path / "tables"]
    begun.clear()
    path = AskingUser().file_to_write(parent, "", papers, tmp_path / "papers" / "구미: 가을?.pdf")
    assert begun[0] == tmp_path / "papers"
    assert path is not None
    assert path.parent == tmp_path / "papers"
    assert not set(path.name) & set(':?*"<>|')
    begun.clear()
    AskingUser().file_to_write(parent, "", papers, tmp_path / "flyer.pdf")
    assert begun[0] == tmp_path / "papers"


def test_the_kind_is_its_first_suffix() -> None:
    assert suffix_of("표 (*.xlsx *.csv)") == "xlsx"
    assert suffix_of("") == "file"
