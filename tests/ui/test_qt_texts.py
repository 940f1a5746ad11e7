"""Qt's own menus and dialogs speak the language of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QPushButton

from director_app.ui.main_window import MainWindow


def _menu(window: MainWindow) -> list[str]:
    field = QLineEdit(window)
    menu = field.createStandardContextMenu()
    texts = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    menu.deleteLater()
    field.deleteLater()
    return texts


def test_the_menu_of_a_text_field_follows_the_language(window: MainWindow) -> None:
    assert window.actions_table is not None
    assert "모두 선택" in _menu(window)
    assert not any(text.isascii() for text in _menu(window))
    window.choose_language("en")
    assert "Select All" in _menu(window)
    window.choose_language("ko")
    assert "모두 선택" in _menu(window)


def test_buttons_of_dialogs_follow_the_language(window: MainWindow) -> None:
    assert window.actions_table is not None
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, window)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "취소"


def test_the_built_program_keeps_the_catalogue() -> None:
    plan = Path(__file__).parents[2] / "build.spec"
    assert "*qtbase_ko.qm" in plan.read_text(encoding="utf-8")


def test_a_file_dialog_is_korean_throughout(window: MainWindow) -> None:
    assert window.actions_table is not None
    dialog = QFileDialog(window, "PDF 만들기", "", "PDF (*.pdf)")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    said += [button.text() for button in dialog.findChildren(QPushButton) if button.text()]
    assert len(said) >= 5
    assert not [text for text in said if text.isascii()]
    dialog.deleteLater()
