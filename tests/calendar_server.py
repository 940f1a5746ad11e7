"""A real calendar server (Radicale) on loopback for tests, with one user."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from director_app.calendars.caldav_client import CalendarServer, Login

USER, PASSWORD = "director", "비밀 words"


class RunningServer(NamedTuple):
    """Where it answers, and how to be let in."""

    login: Login
    process: subprocess.Popen[bytes]

    def die(self) -> None:
        """Gone in the middle."""
        self.process.kill()
        self.process.wait()


class Phone:
    """Somebody else's hand on the same calendar."""

    def __init__(self, login: Login, address: str) -> None:
        self._login, self._address = login, address

    def objects(self) -> dict[str, tuple[str, str]]:
        """Tag and text by path."""
        with CalendarServer(self._login) as server:
            listing = server.listing(self._address) or {}
            return {href: (tag, data) for href, tag, data in server.read(self._address, list(listing))}

    def change(self, words: str, old: str, new: str) -> int:
        """Write something else in every object that says these words; how many there were."""
        with CalendarServer(self._login) as server:
            meant = [(href, tag, data) for href, (tag, data) in self.objects().items() if words in data]
            for href, tag, data in meant:
                assert server.put(self._address, href, data.replace(old, new), tag) is not None
        return len(meant)

    def add(self, name: str, data: str) -> None:
        """Put an event of one's own there."""
        with CalendarServer(self._login) as server:
            assert server.put(self._address, name, data, None) is not None

    def take_away(self, words: str = "") -> int:
        """Delete every object that says so; how many there were."""
        meant = [(href, tag) for href, (tag, data) in self.objects().items() if words in data]
        with CalendarServer(self._login) as server:
            assert all(server.remove(self._address, href, tag) for href, tag in meant)
        return len(meant)


@contextlib.contextmanager
def running_server(folder: Path) -> Iterator[RunningServer]:
    """Radicale with its files in a folder, answering when this begins."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n", "utf-8")
    (folder / "config").write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = htpasswd\nhtpasswd_filename = {folder / 'users'}\n"
        f"htpasswd_encryption = plain\ndelay = 0\n[storage]\nfilesystem_folder = {folder / 'calendars'}\n"
        "[logging]\nlevel = error\n",
        "utf-8",
    )
    words = [sys.executable, "-m", "radicale", "--config", str(folder / "config")]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, process)
            yield RunningServer(Login(f"http://127.0.0.1:{port}/", USER, PASSWORD), process)
        finally:
            process.kill()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _attempt in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.1)
            raise AssertionError("Radicale ended before it answered.")
    raise AssertionError("Radicale does not answer.")
