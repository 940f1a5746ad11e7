"""Passphrases and passwords, which are never typed on a command line: everybody on the machine can read those."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from director_app.domain.refusals import CannotUseFile
from director_app.wording import message

NO_SECRET: Final = message("{file} has nothing in its first line.")

#: Bytes of the file that are looked at: more is no passphrase.
_LONGEST: Final = 4096


def first_line(file: str) -> str:
    """What stands in the first line of a file.

    Raises:
        CannotUseFile: when nothing does, or it cannot be read.
    """
    try:
        with Path(file).open("rb") as stream:
            lines = stream.read(_LONGEST).decode("utf-8-sig").splitlines()
    except (OSError, ValueError):
        lines = []
    if not lines or not lines[0]:
        raise CannotUseFile(NO_SECRET, file=file)
    return lines[0]
