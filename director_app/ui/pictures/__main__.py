"""``python -m director_app.ui.pictures FOLDER [--only schedule* --language ko --theme dark ...]``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_SCALED = "QT_SCALE_FACTOR"


def main(words: Sequence[str]) -> int:
    """Write the pictures that are asked for. Returns the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked = _parser().parse_args(words)
    if len(asked.scale) > 1 or (asked.scale != [100] and _SCALED not in os.environ):
        return _in_each_scale(words, asked.scale)
    from director_app.ui.pictures.taking import Wanted, write_pictures  # Qt reads its scale when it comes

    scale = asked.scale[0]
    sizes = tuple((width * 100 // scale, height * 100 // scale) for width, height in asked.size)
    wanted = Wanted(tuple(asked.only), tuple(asked.language), tuple(asked.theme), sizes, tuple(asked.season))
    for picture in write_pictures(asked.folder, wanted):
        print(picture, flush=True)
    return 0


def _in_each_scale(words: Sequence[str], scales: Sequence[int]) -> int:
    """Start again for each size of the text: Qt takes it once, when it starts."""
    failed = 0
    for scale in scales:
        variables = {**os.environ, _SCALED: str(scale / 100)}
        command = [sys.executable, "-m", "director_app.ui.pictures", *words, "--scale", str(scale)]
        failed |= subprocess.run(command, env=variables, check=False).returncode  # noqa: S603 - ourselves
    return failed


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="pictures", description="Pictures of every workspace, dialog and state.")
    parser.add_argument("folder", type=Path)
    choice = parser.add_argument
    choice("--only", nargs="+", default=["*"], metavar="NAME", help="scenes, such as schedule* or about")
    choice("--language", nargs="+", default=["ko", "en"], choices=["ko", "en"])
    choice("--theme", nargs="+", default=["light", "dark"], choices=["light", "dark"])
    choice("--size", nargs="+", default=[(1440, 900)], type=_size, metavar="WxH", help="pixels of the picture")
    choice("--scale", nargs="+", default=[100], type=int, metavar="PERCENT", help="size of text and all else")
    kinds = ["none", "sample", "empty", "practice"]
    choice("--season", nargs="+", default=kinds, choices=kinds)
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _x, height = text.partition("x")
    return int(width), int(height)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
