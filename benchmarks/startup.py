"""Our window painted for the first time beside a bare window of Qt: processor time, time on the clock, peak memory.

Both are whole processes, from the interpreter's start to the first paint, run in turn after one run that leaves the
compiled modules behind, as an installation has them.

    python -m benchmarks.startup [rounds]
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CPU_TARGET, MEMORY_TARGET = 1.3, 1.4


class Run(NamedTuple):
    """One start."""

    cpu_seconds: float
    wall_seconds: float
    peak_mib: float


def start(kind: str, folder: Path) -> Run:
    """Start one of the two windows and read what it cost until its first paint."""
    environment = {
        **os.environ,
        "DIRECTOR_CONFIG_DIR": str(folder / "config"),
        "DIRECTOR_DATA_DIR": str(folder / "data"),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.startup", "--window", kind],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    cpu_seconds, peak_mib = json.loads(done.stdout)
    return Run(cpu_seconds, time.perf_counter() - begun, peak_mib)


def show_window(kind: str) -> None:
    """In a process of its own: open the window and end with the first paint of it."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class FirstPaint(QObject):
        """Ends the process when a window was painted."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            """Wait for the paint, and for what it queued."""
            if event.type() == QEvent.Type.Paint and watched.isWidgetType():
                QTimer.singleShot(0, end)
            return False

    run, watcher = QApplication.exec, FirstPaint()

    def watched_run(*_application: object) -> int:
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(watcher)
        return run()

    if kind == "ours":
        from director_app.startup import run_window

        QApplication.exec = watched_run  # type: ignore[method-assign]  # only in this process
        run_window([])
    else:
        from PySide6.QtWidgets import QMainWindow

        application = QApplication(["bare"])
        window = QMainWindow()
        window.resize(1440, 900)
        window.show()
        watched_run(application)


def end() -> None:
    """Tell what was used, and go without tidying up: only the way to the first paint counts."""
    import resource

    sys.stdout.write(json.dumps([time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
    sys.stdout.flush()
    os._exit(0)


def main(arguments: list[str]) -> int:
    """Run both in turn and print the medians and the ratios."""
    if arguments[:1] == ["--window"]:
        show_window(arguments[1])
        return 0
    rounds = int(arguments[0]) if arguments else 9
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("bare", "ours"):
            start(kind, folder)
        pairs = [(start("ours", folder), start("bare", folder)) for _round in range(rounds)]
    for position, (what, factor, unit, target) in enumerate(
        (
            ("processor time", 1000, "ms", CPU_TARGET),
            ("time on the clock", 1000, "ms", CPU_TARGET),
            ("peak memory", 1, "MiB", MEMORY_TARGET),
        )
    ):
        ours, bare = (statistics.median(one[position] for one in side) * factor for side in zip(*pairs, strict=True))
        ratio = statistics.median(one[position] / other[position] for one, other in pairs)
        print(f"{what}: {ours:.0f} {unit}, bare window {bare:.0f} {unit}, ratio {ratio:.2f} (target {target})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
