"""The forms of the workspaces are made part by part, so that the window answers in between."""

from typing import Any

import pytest

from director_app.ui.main_window import MainWindow


@pytest.mark.parametrize("key", ["programmes", "artists", "venues"])
def test_opening_a_workspace_makes_only_its_list_at_once(sample_window: MainWindow, qtbot: Any, key: str) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page(key)
    page: Any = frame.page(key)
    editor: Any = page.editor
    assert not page._form.is_whole
    assert page.pane.isVisible()
    assert not editor.record, "its parts have no place yet"
    qtbot.waitUntil(lambda: page._form.is_whole)
    assert editor.record.id == page.pane.first_row()


def test_what_is_asked_for_meanwhile_is_there(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("venues")
    page: Any = frame.page("venues")
    page.add_record()
    assert page._form.is_whole
    assert page.form.name.input.text() == page.editor.record.name
    assert page.form.notes.isVisible()
