"""One window for one user: a second start hands its plan to the window that is open, and ends.

Who holds the lock file has the window and listens on a local socket; who finds the lock held speaks to that socket.
A message is the plan's path (``--demo`` for the sample, empty for none) and a zero byte; the answer is one zero byte.
Qt's network part is imported only where it is needed: after the first paint, or where the lock is held.
"""

from __future__ import annotations

import os
import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QLockFile, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

_END: Final = b"\0"
_LONGEST: Final = 64 * 1024
"""Bytes; no path is longer, so whoever sends more is not us."""

_PATIENCE: Final = 3.0
"""Seconds until a second start gives up on the first and opens a window of its own."""

_PAUSE: Final = 50
"""Milliseconds between two tries to reach the first."""

_AFTER_DIALOG: Final = 300
"""Milliseconds until we look again whether the dialog is closed."""


class OneWindow(QObject):
    """The right to be the one window of these preferences, and what other starts ask of it."""

    asked = Signal(str)
    """Another start wants this plan here; empty when only the window is wanted."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # no age makes it stale, only the end of its process: a window stays open long
        self._server: QObject | None = None

    @cached_property
    def _name(self) -> str:
        """What the first window listens at; only made when it listens or is spoken to, after the first paint."""
        import hashlib

        digest = hashlib.sha256(os.fsencode(self._folder.absolute())).hexdigest()
        return f"culture-delivery-director-{digest[:16]}"

    def claim(self) -> bool:
        """Whether no other window is open; also when no lock can be written, since nobody is kept from her work."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def hand_over(self, plan: str, patience: float = _PATIENCE) -> bool:
        """Give the plan to the window that is open. Returns whether it took it within so many seconds."""
        from PySide6.QtNetwork import QLocalSocket

        end = time.monotonic() + patience
        while (left := end - time.monotonic()) > 0:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(int(left * 1000)):
                socket.write(os.fsencode(plan) + _END)
                socket.flush()
                left = max(0.0, end - time.monotonic())
                return socket.waitForReadyRead(int(left * 1000)) and bytes(socket.readAll().data()) == _END
            pause = QEventLoop()  # the first may not be painted yet, and nothing tells us when it listens
            QTimer.singleShot(_PAUSE, pause.quit)
            pause.exec()
        return False

    def listen(self) -> bool:
        """Hear other starts from now on, if the lock is ours; a socket left by a crash is replaced."""
        if not self._lock.isLocked():
            return False
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._answer)
        self._server = server
        return server.listen(self._name)

    def release(self) -> None:
        """Let another start be the window."""
        if self._server is not None:
            from PySide6.QtNetwork import QLocalServer

            if isinstance(self._server, QLocalServer):
                self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        while isinstance(self._server, QLocalServer) and self._server.hasPendingConnections():
            caller = _Caller(self._server.nextPendingConnection(), self)
            caller.said.connect(self.asked)
            caller.read()


class _Caller(QObject):
    """One other start, until it has said what it wants."""

    said = Signal(str)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._heard = b""
        socket.readyRead.connect(self.read)
        socket.disconnected.connect(self._gone)

    def read(self) -> None:
        """Take what has come; answer once it is whole."""
        if self._heard.endswith(_END):
            return
        self._heard += bytes(self._socket.readAll().data())
        if len(self._heard) > _LONGEST:
            self._socket.abort()
        elif self._heard.endswith(_END):
            self._socket.write(_END)
            self._socket.flush()
            self.said.emit(os.fsdecode(self._heard[:-1]))

    def _gone(self) -> None:
        self._socket.deleteLater()
        self.deleteLater()


class Forward(QObject):
    """Brings the window forward when asked, and passes the plan on once no dialog is in the way."""

    opens = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = ""
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_DIALOG)
        self._timer.timeout.connect(self._try)

    def take(self, plan: str) -> None:
        """Show the window; the plan, if any, is opened in it."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
        if plan:
            self._waiting = plan
            self._try()

    def _try(self) -> None:
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            self._timer.start()
            return
        plan, self._waiting = self._waiting, ""
        if plan:
            self.opens.emit(plan)
