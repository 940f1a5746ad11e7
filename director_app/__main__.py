"""Without arguments (or with a plan file) the window opens; with a command the command line runs, without Qt.

`--demo-files FOLDER` writes the sample's paper, calendar and pictures of every workspace: how a built program shows
that no part of the window is missing.
"""

import sys


def main() -> int:
    """Start the program. Returns its exit code."""
    words = sys.argv[1:]
    if words and words[0] == "--demo-files":
        from director_app.demo import main as write_demo

        return write_demo(words[1:])
    if not _is_for_window(words):
        return _command_line(words)
    from director_app.startup import run_window

    return run_window(words)


def _is_for_window(words: list[str]) -> bool:
    """Nothing, a plan, the sample, or what Qt understands (`-platform ...`); all else is a command, or refused."""
    if not words or words[0].endswith(".cdplan") or words[0] in ("--demo", "--platform"):
        return True
    return words[0].startswith("-") and not words[0].startswith("--") and words[0] != "-h"


def _command_line(words: list[str]) -> int:
    from director_app.cli.main import run

    return run(words)


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A built program starts itself again for searches beside the window; that start ends here.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
