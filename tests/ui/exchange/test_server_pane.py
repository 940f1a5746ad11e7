"""A calendar on a real server, from the window: compare, publish, and look at what was done there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from director_app.ui.exchange.exchange_page import SERVER, ExchangePage
from director_app.ui.exchange.server_pane import ServerPane
from director_app.ui.main_window import MainWindow
from tests.calendar_server import Phone, RunningServer, running_server
from tests.ui.walking import unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
def pane(sample_window: MainWindow, server: RunningServer, monkeypatch: pytest.MonkeyPatch) -> ServerPane:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    assert sample_window.frame is not None
    sample_window.actions_table["exchange"].trigger()
    page = sample_window.frame.page("exchange")
    assert isinstance(page, ExchangePage)
    page.show_pane(SERVER)
    made = page.server
    made.address.setText(server.login.address)
    made.user.setText(server.login.user)
    made.password.setText(server.login.password)
    return made


def pressed(pane: ServerPane, button: Any, qtbot: Any) -> None:
    QTest.mouseClick(button, LEFT)
    assert not button.isEnabled()
    qtbot.waitUntil(lambda: pane.compare.isEnabled(), timeout=PATIENCE)


def test_compared_published_and_what_a_phone_did_comes_as_an_import(
    pane: ServerPane, server: RunningServer, sample_window: MainWindow, qtbot: Any
) -> None:
    pressed(pane, pane.compare, qtbot)
    assert pane.publish.isVisible()
    assert not pane.bring.isVisible()
    looked = pane.looked
    assert looked is not None
    pressed(pane, pane.publish, qtbot)
    phone = Phone(server.login, looked.collection)
    assert len(phone.objects()) == len(looked.decisions)
    first = next(iter(phone.objects()))
    assert phone.take_away(first.rsplit("/", 1)[1].removesuffix(".ics")) == 1
    pressed(pane, pane.compare, qtbot)
    assert pane.bring.isVisible()
    QTest.mouseClick(pane.bring, LEFT)
    assert sample_window.plans.import_page.isVisible()


def test_a_wrong_password_is_one_sentence_and_the_button_works_again(pane: ServerPane, qtbot: Any) -> None:
    pane.password.setText("guess")
    pressed(pane, pane.compare, qtbot)
    assert pane.sentence.text()
    assert not pane.publish.isVisible()


def test_address_and_name_are_remembered_and_the_password_is_not(
    pane: ServerPane, server: RunningServer, sample_window: MainWindow, qtbot: Any
) -> None:
    pressed(pane, pane.compare, qtbot)
    present = sample_window.settings.present
    assert (present.server_address, present.server_user) == (server.login.address, server.login.user)
    assert server.login.password not in repr(present)


def test_everything_has_a_name(pane: ServerPane) -> None:
    assert unnamed(pane) == []
