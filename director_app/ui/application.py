"""The Qt application: style, fonts, the report of mistakes; made once, before the first window."""

from __future__ import annotations

import signal
import sys
import traceback
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtWidgets import QApplication

from director_app import preferences
from director_app.preferences import Preferences
from director_app.ui.look import Look
from director_app.ui.settings import Settings
from director_app.ui.theme import load_first_fonts, load_other_fonts
from director_app.wording import Wording

TURN_SECONDS: Final = 0.0005
"""After so long a thread that works in the background lets the window go on. With the interpreter's own 5 ms a paint
that goes back and forth between Qt and Python waits that long again and again: a quarter of a second was seen."""


class Mistakes(QObject):
    """Hears of every exception nobody caught, prints it, and tells it once.

    Signals: ``happened(str)`` with the whole report.
    """

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()

    def install(self) -> None:
        """Become the hook of the interpreter; slots and events of Qt end there too."""
        sys.excepthook = self.tell

    def tell(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Print the mistake, and tell it unless the same was told before (a paint error comes with every frame)."""
        report = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(report)
        if issubclass(kind, Exception) and report not in self._told:
            self._told.add(report)
            self.happened.emit(report)


class EndingSignals(QObject):
    """Hears when the system or the terminal wants the program to end (SIGTERM, SIGINT, SIGHUP), and lets Qt know.

    Python runs its handlers only between its own steps, and Qt's loop takes none; so the signal also writes a byte
    into a socket that the loop watches.

    Signals: ``asked()``.
    """

    asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        import socket  # asked for after the first paint

        self._hears, self._tells = socket.socketpair()
        for end in (self._hears, self._tells):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._hears.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)

    def listen(self) -> None:
        """From now on; only the main thread may ask for it."""
        signal.set_wakeup_fd(self._tells.fileno(), warn_on_full_buffer=False)
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if hasattr(signal, name):  # not every system has all of them
                signal.signal(getattr(signal, name), _wait_for_loop)

    def _heard(self) -> None:
        self._hears.recv(64)
        self.asked.emit()


def _wait_for_loop(_number: int, _frame: object) -> None:
    """The socket has told the loop already."""


def make_application(arguments: list[str], *, all_fonts: bool = True) -> QApplication:
    """The application object with our style and fonts; the one there is, when there is one.

    Without ``all_fonts`` the caller loads the others (``load_other_fonts``) after the first paint.
    """
    sys.setswitchinterval(TURN_SECONDS)
    present = QApplication.instance()
    if isinstance(present, QApplication):
        application = present
        if application.style().objectName().lower() != "fusion":
            application.setStyle("Fusion")
    else:  # as an argument, because talking to a style costs the first paint a good part of what all else does
        application = QApplication([*arguments[:1], "-style", "fusion", *arguments[1:]])
    application.setApplicationName("culture-delivery-director")
    load_first_fonts()
    if all_fonts:
        load_other_fonts()
    return application


def make_look(chosen: Preferences) -> Look:
    """Texts and colours as the preferences say, applied to the application."""
    look = Look(Wording(chosen.language), chosen.theme)
    look.apply()
    return look


def make_settings() -> Settings:
    """The preferences of this user."""
    return Settings(preferences.load())
